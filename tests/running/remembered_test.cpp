#include <chrono>
#include <map>
#include <thread>

#include "catch.hpp"
#include "sandbox.hpp"

// A second build of a project in which little has changed takes parsed texts and set lines from the cache. Whatever it
// finds there, the files that it makes are those that a build without a cache makes.
namespace {

/// Fonts that changed less than two seconds before a build are not trusted.
void let_settle() {
    std::this_thread::sleep_for(std::chrono::milliseconds(2200));
}

std::map<std::string, std::string> built(const Sandbox& box, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"build", "--publication", "brochure", "--edition", "screen"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Run run = box.brochure(arguments);
    INFO(run.err);
    CHECK(run.status == 0);
    std::map<std::string, std::string> all;
    for (const auto& name : box.made()) all[name] = box.read("out/" + name);
    return all;
}

std::string kept(const Sandbox& box) {
    return box.run("cd \"$XDG_CACHE_HOME/brochure\" && find trees lines -type f | sed 's/.*[.]//' | sort").out;
}

}  // namespace

TEST_CASE("a build from remembered texts and lines is that of a build without a cache, after an edit too") {
    const Sandbox box{Cache::own};
    let_settle();
    const auto first = built(box, {"--no-cache"});
    CHECK(box.run("ls \"$XDG_CACHE_HOME/brochure\"/*/*.trees").status != 0);  // it leaves nothing
    CHECK(built(box) == first);
    CHECK(kept(box) == "lines\ntrees\n");
    CHECK(built(box) == first);
    box.run("sed -i 's/ is the / was once the /' content/cities/*.yaml");
    const auto edited = built(box);
    CHECK(edited != first);
    CHECK(built(box, {"--no-cache"}) == edited);
    CHECK(built(box, {"--jobs", "1"}) == edited);
}

TEST_CASE("nobody else on the machine can read what the cache holds of texts and names") {
    const Sandbox box{Cache::own};
    built(box);
    box.brochure({"check"});
    const std::string cache = "\"$XDG_CACHE_HOME/brochure\"";
    CHECK(box.run("stat -c %a " + cache).out == "700\n");
    CHECK(box.run("find " + cache + " -type f -perm /077 | grep -v fonts").out.empty());
}

TEST_CASE("caches of texts and lines that are cut short or muddled change nothing") {
    const Sandbox box{Cache::own};
    let_settle();
    const auto first = built(box);
    for (const char* damage : {"truncate -s 0", "truncate -s 9", "truncate -s -1", "truncate -s 300",
                               "sed -i 's/the/THE/g'", "sed -i 's/[.]/!/'"}) {
        INFO(damage);
        CHECK(box.run("cd \"$XDG_CACHE_HOME/brochure\" && find trees lines -type f -exec " + std::string{damage} +
                      " {} +")
                  .status == 0);
        CHECK(built(box) == first);
    }
}

TEST_CASE("several builds at once make the same file and leave one of each cache") {
    const Sandbox box{Cache::own};
    let_settle();
    const auto first = built(box, {"--no-cache"});
    const std::string three = "for i in 1 2 3; do " + shell_word(BROCHURE) +
                              " build --publication brochure --edition screen --out out-$i >/dev/null 2>&1 & done; "
                              "wait; cat out-?/*.pdf | wc -c";
    const auto bytes = 3 * first.begin()->second.size();
    CHECK(box.run(three).out == std::to_string(bytes) + "\n");
    CHECK(kept(box) == "lines\ntrees\n");
    CHECK(built(box) == first);
}
