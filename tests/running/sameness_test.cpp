#include <map>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

std::map<std::string, std::string> outputs(const Sandbox& box) {
    std::map<std::string, std::string> all;
    for (const auto& name : box.made()) all[name] = box.read("out/" + name);
    return all;
}

/// The names whose bytes differ, or which only one side has.
std::vector<std::string> differences(const std::map<std::string, std::string>& a,
                                     const std::map<std::string, std::string>& b) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : a)
        if (!b.contains(name) || b.at(name) != bytes) names.push_back(name);
    for (const auto& [name, bytes] : b)
        if (!a.contains(name)) names.push_back(name);
    return names;
}

using None = std::vector<std::string>;

}  // namespace

TEST_CASE("the same content gives the same bytes, whatever the clock, zone, locale, folder, cache and number of jobs") {
    const Sandbox first{Cache::own};
    REQUIRE(first.brochure({"build", "--jobs", "1"}).status == 0);
    const auto wanted = outputs(first);
    REQUIRE(wanted.size() > 4);

    SECTION("built again from the cache") {
        REQUIRE(first.brochure({"build"}).status == 0);
        CHECK(differences(wanted, outputs(first)) == None{});
    }
    SECTION("in another folder, with other variables, on more cores, without a cache") {
        Sandbox second{Cache::own};
        for (const auto& [name, value] : std::map<std::string, std::string>{{"TZ", "Asia/Tokyo"},
                                                                            {"LANG", "fr_FR.UTF-8"},
                                                                            {"LC_ALL", "tr_TR.UTF-8"},
                                                                            {"USER", "somebody"},
                                                                            {"HOME", (second.root / "home").string()},
                                                                            {"TMPDIR", second.root.string()}})
            second.variables[name] = value;
        REQUIRE(second.brochure({"build", "--jobs", "5", "--no-cache"}).status == 0);
        CHECK(differences(wanted, outputs(second)) == None{});
    }
    SECTION("from files touched in another order and with other times") {
        Sandbox second{Cache::own};
        REQUIRE(second
                    .run("find content images -type f | sort -r | while read -r f; do cp \"$f\" x; rm \"$f\"; mv x "
                         "\"$f\"; done; "
                         "find . -type f -exec touch -d '1999-12-31 23:59' {} +")
                    .status == 0);
        REQUIRE(second.brochure({"build", "--jobs", "2"}).status == 0);
        CHECK(differences(wanted, outputs(second)) == None{});
    }
    SECTION("SOURCE_DATE_EPOCH dates the files, and nothing else does") {
        Sandbox dated, again, later;
        dated.variables["SOURCE_DATE_EPOCH"] = again.variables["SOURCE_DATE_EPOCH"] = "1784635200";
        later.variables["SOURCE_DATE_EPOCH"] = "1784721600";
        for (const auto* box : {&dated, &again, &later})
            REQUIRE(box->brochure({"build", "--publication", "handout"}).status == 0);
        CHECK(differences(outputs(dated), outputs(again)) == None{});
        CHECK(differences(outputs(dated), outputs(later)).size() == outputs(dated).size());
    }
}

TEST_CASE("no path, user or host of this machine is in a file") {
    Sandbox box;
    box.variables["USER"] = "somebody-in-particular";
    REQUIRE(box.brochure({"build"}).status == 0);
    for (const auto& name : box.made()) {
        INFO(name);
        const Run plain = box.run("qpdf --qdf --object-streams=disable out/" + name + " - | cat");
        CHECK_FALSE(has(plain.out, box.root.string()));
        CHECK_FALSE(has(plain.out, "somebody-in-particular"));
        CHECK_FALSE(has(plain.out, "/usr/share"));
    }
}
