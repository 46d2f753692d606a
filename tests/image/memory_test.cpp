// Whatever it is given, the program stays under 512 MiB.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;

#ifndef BROCHURE_SANITIZED  // the sanitizer's own memory would be measured

namespace {

/// Peak memory of a process of its own that prepares these orders on `cores`, in MiB; -1: an order failed.
long peak(const std::vector<image::Order>& orders, int cores) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        Diagnostics found;
        bool good = true;
        for (const auto& raster : image::prepare_all(orders, image::Cache{{}}, cores, found)) good = good && raster;
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const long peak = good ? usage.ru_maxrss / 1024 : -1;
        _exit(write(ends[1], &peak, sizeof peak) == sizeof peak ? 0 : 1);
    }
    long peak = -1;
    CHECK(read(ends[0], &peak, sizeof peak) == sizeof peak);
    waitpid(child, nullptr, 0);
    close(ends[0]);
    close(ends[1]);
    return peak;
}

}  // namespace

TEST_CASE("many large progressive photos on many cores are decoded in bounded memory") {
    const Folder folder;
    std::vector<image::Order> orders;
    {
        // A progressive JPEG is decoded from its coefficients: 24 million pixels take 72 MB, eight of them 576.
        const Blob photo = jpeg(scenery(6000, 4000), {.progressive = true});
        for (int i = 0; i < 8; ++i) {
            orders.push_back(order(folder.put(std::to_string(i) + ".jpg", photo), 600));
            orders.back().max_ppi = 20;
        }
    }
    const long used = peak(orders, 8);
    INFO(used << " MiB");
    CHECK(used > 0);
    CHECK(used < 512);
}

#endif
