#include <sys/resource.h>

#include <atomic>
#include <thread>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;

TEST_CASE("orders are answered in their order, whatever the number of cores") {
    const Folder folder;
    std::vector<image::Order> orders;
    for (int i = 0; i < 12; ++i) {
        const auto file = folder.put(std::to_string(i) + ".jpg", jpeg(scenery(100 + i, 80 + i)));
        orders.push_back(order(file, i % 2 ? 200 : 600));
    }
    Diagnostics found;
    const image::Cache none{{}};
    const auto one = image::prepare_all(orders, none, 1, found);
    const auto many = image::prepare_all(orders, none, 8, found);
    CHECK(found.all().empty());
    REQUIRE(one.size() == orders.size());
    for (std::size_t i = 0; i < orders.size(); ++i) {
        REQUIRE(one[i]);
        REQUIRE(many[i]);
        CHECK(one[i]->width == (i % 2 ? 100 + int(i) : (100 + int(i) + 1) / 2));
        CHECK(bytes_of(*one[i]) == bytes_of(*many[i]));
        CHECK(one[i]->identity == many[i]->identity);
    }
}

TEST_CASE("photos are decoded on as many cores as there are") {
    const Folder folder;
    std::vector<image::Order> orders;
    for (int i = 0; i < 8; ++i) {
        orders.push_back(order(folder.put(std::to_string(i) + ".jpg", jpeg(scenery(1500 + i, 1000))), 600));
    }
    const auto threads_of = [&](int cores) {
        std::atomic<bool> done{false};
        std::size_t most = 0;
        std::thread counter{[&] {
            while (!done) {
                const std::filesystem::directory_iterator tasks{"/proc/self/task"};
                most = std::max(most, static_cast<std::size_t>(std::distance(tasks, {})));
            }
        }};
        Diagnostics found;
        image::prepare_all(orders, image::Cache{{}}, cores, found);
        done = true;
        counter.join();
        return most - 1;  // without the one that counts
    };
    CHECK(threads_of(1) == 1);
    CHECK(threads_of(4) == 4);
}

TEST_CASE("faults come in the order of the orders, each at its own place") {
    const Folder folder;
    const auto good = folder.put("good.jpg", jpeg(scenery(100, 80)));
    const Blob whole = jpeg(scenery(100, 80));
    const auto cut = folder.put("cut.jpg", Blob(whole.begin(), whole.end() - 50));
    std::vector<image::Order> orders;
    for (int i = 0; i < 9; ++i) {
        orders.push_back(order(i % 3 == 1 ? cut : good));
        orders.back().photo.where.line = 10 + i;
    }
    Diagnostics found;
    const auto rasters = image::prepare_all(orders, image::Cache{{}}, 4, found);
    REQUIRE(found.all().size() == 3);
    for (int i = 0; i < 3; ++i) {
        CHECK(found.all()[i].where.line == 11 + 3 * i);
        CHECK(found.all()[i].rule == "photo-cut-short");
    }
    for (int i = 0; i < 9; ++i) CHECK(rasters[i].has_value() == (i % 3 != 1));
}

TEST_CASE("two thousand orders of one photo are one piece of work") {
    const Folder folder;
    const auto o = order(folder.put("a.jpg", jpeg(scenery(1600, 1200))), 200);
    std::vector<image::Order> orders(2000, o);
    for (std::size_t i = 0; i < orders.size(); ++i) orders[i].placed.width += Length::from_pt(double(i) / 1000);
    Diagnostics found;
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    const auto rasters = image::prepare_all(orders, image::Cache{{}}, 2, found);
    getrusage(RUSAGE_SELF, &after);
    CHECK(rasters.back()->identity == rasters.front()->identity);
    CHECK(after.ru_inblock - before.ru_inblock <= 1000);
    CHECK(rasters.front()->data.size() == rasters.back()->data.size());
}

TEST_CASE("no orders, no work") {
    Diagnostics found;
    CHECK(image::prepare_all({}, image::Cache{{}}, 4, found).empty());
}
