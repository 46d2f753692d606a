#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& folder, const char* extension) {
    std::vector<fs::path> all;
    if (!fs::exists(folder)) return all;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && (!*extension || entry.path().extension() == extension))
            all.push_back(entry.path());
    return all;
}

image::Raster made(const image::Order& o, const fs::path& folder) {
    Diagnostics found;
    auto raster = image::prepare(o, image::Cache{folder}, found);
    REQUIRE(raster);
    CHECK(found.all().empty());
    return *raster;
}

/// A file that was made again has another time.
fs::file_time_type written(const fs::path& file) {
    return fs::last_write_time(file);
}

}  // namespace

TEST_CASE("a second build decodes nothing and gives the same raster") {
    const Folder folder;
    const fs::path cache = folder.path() / "cache";
    const Blob profile = icc_profile("RGB ");
    const auto o = order(folder.put("a.jpg", jpeg(scenery(400, 300), {.segments = icc_segments(profile, 9999)})), 600,
                         {0.1, 0.1, 0.7, 0.6});
    const auto plain = prepared(o), first = made(o, cache);
    const auto stored = files_in(cache, ".raster");
    REQUIRE(stored.size() == 1);
    fs::last_write_time(stored[0], fs::file_time_type{});
    const auto second = made(o, cache);
    CHECK(written(stored[0]) == fs::file_time_type{});  // nothing was made again
    for (const auto* r : {&first, &second}) {
        CHECK(bytes_of(*r) == bytes_of(plain));
        CHECK(r->identity == plain.identity);
        CHECK(r->shows == plain.shows);
        CHECK(r->width == plain.width);
        CHECK(*r->icc == profile);
        CHECK(std::holds_alternative<image::FileRange>(r->data.at(0)));  // streamed, not held
    }
}

TEST_CASE("soft masks come back from the cache too") {
    const Folder folder;
    const auto o = order(folder.put("a.png", png(paint(60, 50, 4, [](int x, int y) {
                                        return Pixel{x, y, 9, x * 4};
                                    }))));
    const auto first = made(o, folder.path() / "cache"), second = made(o, folder.path() / "cache");
    CHECK(bytes_of(first) == bytes_of(second));
    CHECK(bytes_of(*first.soft_mask) == bytes_of(*second.soft_mask));
    CHECK(decoded(*second.soft_mask).at(30, 3)[0] == 120);
}

TEST_CASE("the key is the photo's content and every target: a change of either is another raster") {
    const Folder folder;
    const fs::path cache = folder.path() / "cache";
    auto o = order(folder.put("a.jpg", jpeg(scenery(400, 300))), 600);
    made(o, cache);
    const auto kept = [&] { return files_in(cache, ".raster").size(); };
    auto other = order(folder.put("b.jpg", jpeg(scenery(400, 300))), 600);  // the same photo under another name
    made(other, cache);
    CHECK(kept() == 1);
    o.quality = 70;
    made(o, cache);
    CHECK(kept() == 2);
    o.max_ppi = 150;
    made(o, cache);
    CHECK(kept() == 3);
    o.crop = {0, 0, 0.5, 0.5};
    made(o, cache);
    CHECK(kept() == 4);
    o = order(folder.put("a.jpg", jpeg(scenery(400, 300), {.quality = 80})), 600);
    made(o, cache);
    CHECK(kept() == 5);
}

TEST_CASE("a photo changed in place within the clock's tick is seen to have changed") {
    const Folder folder;
    const fs::path cache = folder.path() / "cache";
    const Blob a = jpeg(scenery(400, 300));
    Blob b = a;
    b[30] ^= 1;  // in the first quantisation table, behind SOI and JFIF; the size stays
    const auto file = folder.put("a.jpg", a);
    const auto time = fs::last_write_time(file);
    const auto first = made(order(file, 600), cache);
    folder.put("a.jpg", b);
    fs::last_write_time(file, time);
    CHECK(made(order(file, 600), cache).identity != first.identity);
}

TEST_CASE("a cache file that is cut, corrupt or empty is a miss and is replaced") {
    const Folder folder;
    const fs::path cache = folder.path() / "cache";
    const auto o = order(folder.put("a.jpg", jpeg(scenery(400, 300))), 600);
    const Blob want = bytes_of(made(o, cache));
    const auto stored = files_in(cache, ".raster").at(0);
    const Blob whole = slurp(stored);
    const auto put = [&](const Blob& b) { folder.put(fs::relative(stored, folder.path()).string(), b); };
    for (std::size_t n = 0; n < whole.size(); n += n < 120 ? 1 : 401) {
        put(Blob(whole.begin(), whole.begin() + n));
        CHECK(bytes_of(made(o, cache)) == want);
        CHECK(slurp(stored) == whole);
    }
    for (std::size_t n = 0; n < whole.size(); n += n < 120 ? 1 : 401) {
        Blob wrong = whole;
        wrong[n] ^= 0x10;
        put(wrong);
        CHECK(bytes_of(made(o, cache)) == want);
    }
    for (const auto& index : files_in(cache, ".stamp"))
        folder.put(fs::relative(index, folder.path()).string(), Blob(40, 1));
    CHECK(bytes_of(made(o, cache)) == want);
    CHECK(files_in(cache, "").size() == 2);  // no passing files are left
}

TEST_CASE("a cache folder that cannot be written, or is a file, is done without") {
    const Folder folder;
    const auto o = order(folder.put("a.jpg", jpeg(scenery(400, 300))), 600);
    const Blob want = bytes_of(prepared(o));
    CHECK(bytes_of(made(o, folder.put("file", text("not a folder")))) == want);
    CHECK(bytes_of(made(o, "/proc/no/such/folder")) == want);
    const fs::path sealed = folder.path() / "sealed";
    fs::create_directory(sealed);
    fs::permissions(sealed, fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(bytes_of(made(o, sealed)) == want);
    CHECK(bytes_of(made(o, "/dev/full/x")) == want);
    fs::permissions(sealed, fs::perms::owner_all);
}

TEST_CASE("processes that fill one cache at once do not disturb each other") {
    const Folder folder;
    const fs::path cache = folder.path() / "cache";
    std::vector<image::Order> orders;
    std::vector<Blob> want;
    for (int i = 0; i < 6; ++i) {
        orders.push_back(order(folder.put(std::to_string(i) + ".jpg", jpeg(scenery(200 + i, 150))), 600));
        want.push_back(bytes_of(prepared(orders.back())));
    }
    std::vector<pid_t> children;
    for (int c = 0; c < 4; ++c) {
        const pid_t child = fork();
        if (child == 0) {
            bool good = true;
            for (int round = 0; round < 3 && good; ++round)
                for (std::size_t i = 0; i < orders.size(); ++i) {
                    Diagnostics found;
                    const auto raster = image::prepare(orders[(i + c) % orders.size()], image::Cache{cache}, found);
                    good = good && raster && bytes_of(*raster) == want[(i + c) % orders.size()];
                }
            _exit(good ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    CHECK(files_in(cache, ".raster").size() == 6);
    CHECK(files_in(cache, "").size() == 12);
}

TEST_CASE("what a warning was about is warned of again in the second build") {
    const Folder folder;
    auto chunks = icc_segments(icc_profile("CMYK"), 200);
    const auto o = order(folder.put("a.jpg", jpeg(scenery(400, 300), {.segments = chunks})), 600);
    for (int i = 0; i < 2; ++i) {
        Diagnostics found;
        CHECK(image::prepare(o, image::Cache{folder.path() / "cache"}, found));
        CHECK(found.count(Severity::warning) == 1);
    }
}
