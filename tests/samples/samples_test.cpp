// The projects of samples/: each is composed without an error, and what its README line promises holds.
#include <unistd.h>

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "cli/plan.hpp"
#include "cli/project.hpp"
#include "projects.hpp"

using namespace brochure;
namespace fs = std::filesystem;

namespace {

/// A folder that is removed at the end.
struct Folder {
    fs::path root = fs::temp_directory_path() / ("samples-" + std::to_string(getpid()));
    Folder() { fs::remove_all(root); }
    ~Folder() { fs::remove_all(root); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

struct Made {
    std::string name;
    std::optional<page::Publication> publication;
    Diagnostics found;
    std::string explained;

    std::size_t pages() const { return publication ? publication->pages.size() : 0; }
    bool chose(const std::string& variant) const { return explained.find("-> " + variant) != std::string::npos; }
    /// All words, in the order in which they are painted.
    std::string words() const {
        std::string all;
        for (const auto& page : publication->pages)
            for (const auto& item : page.items)
                if (const auto* placed = std::get_if<page::PlacedRun>(&item)) all += placed->run.text;
        return all;
    }
    bool said(const std::string& rule) const {
        return std::any_of(found.all().begin(), found.all().end(), [&](const auto& one) { return one.rule == rule; });
    }
    std::size_t warnings() const { return found.count(Severity::warning); }
};

/// Every file that the project makes. None may have an error.
std::vector<Made> made_of(const fs::path& root, const cli::Options& options = {}) {
    Diagnostics found;
    const auto project = cli::read_project(root, 2, found);
    cli::PhotoShelf shelf;
    const auto& photos = shelf.probe(*project, 2, image::Cache{{}}, found);
    for (const auto& one : found.all())
        if (one.severity != Severity::note) UNSCOPED_INFO(one.text);
    CHECK_FALSE(found.has_errors());
    text::Fonts fonts{project->manifest, {root / "fonts", {}}};
    std::vector<Made> all;
    for (const auto& job : cli::plan(options, *project, std::nullopt, found).jobs) {
        Made made;
        made.name = job.name;
        layout::Explained explained;
        made.publication =
            layout::compose(project->content, *job.design, job.job, photos, fonts, made.found, &explained);
        made.explained = explained.text;
        for (const auto& one : made.found.all())
            if (one.severity != Severity::note) UNSCOPED_INFO(made.name << ": " << one.text);
        CHECK(made.publication);
        CHECK_FALSE(made.found.has_errors());
        if (made.publication) all.push_back(std::move(made));
    }
    CHECK_FALSE(all.empty());
    return all;
}

std::vector<Made> sample(const std::string& name, const std::optional<std::string>& only = std::nullopt) {
    const Folder folder;
    make_sample(name, folder.root, only);
    return made_of(folder.root);
}

std::vector<Made> partners(std::size_t count) {
    const Folder folder;
    make_partners(count, folder.root);
    return made_of(folder.root);
}

/// The part of the photo that is lost.
double loss(const page::Picture& picture) {
    return 1 - picture.crop.width * picture.crop.height;
}

}  // namespace

TEST_CASE("eleven pictures from 0.5 to 3 stand on single pages and on handouts, with nothing said against them") {
    for (const auto& made : sample("aspects")) {
        INFO(made.name << "\n" << made.explained);
        CHECK(made.warnings() == 0);
        const bool booklet = made.name.find("booklet") != std::string::npos;
        CHECK(made.publication->pictures.size() >= (booklet ? 11 : 1));
        CHECK((made.chose("city-portrait") || !booklet));
    }
}

TEST_CASE("a picture alone in its publication gets the spread that loses least of it") {
    const std::vector<std::pair<std::string, std::string>> best{
        {"aspect-066", "city-plate"},     {"aspect-080", "city-plate"},    {"aspect-110", "city-landscape"},
        {"aspect-135", "city-landscape"}, {"aspect-190", "city-panorama"}, {"aspect-300", "city-panorama"}};
    for (const auto& [city, variant] : best)
        for (const auto& made : sample("aspects", city)) {
            if (made.name.find("booklet") == std::string::npos) continue;
            INFO(city << " in " << made.name << "\n" << made.explained);
            CHECK(made.chose(variant));
            for (const auto& picture : made.publication->pictures) CHECK(loss(picture) < 0.36);
        }
}

TEST_CASE("texts of 20 to 6,000 characters are printed whole") {
    for (const auto& made : sample("texts")) {
        INFO(made.explained);
        const std::string words = made.words();
        CHECK(words.find("A town by the river.") != std::string::npos);
        CHECK(words.find("so it has been") != std::string::npos);
        CHECK(made.warnings() == 0);
        // Each takes the arrangement in whose natural range it is (DESIGN 7.5, 7.6).
        for (const auto& [text, variant] : std::vector<std::pair<std::string, std::string>>{{"0020", "city-landscape"},
                                                                                            {"0240", "city-landscape"},
                                                                                            {"1000", "city-page"},
                                                                                            {"1350", "city-page"},
                                                                                            {"1900", "city-page-long"},
                                                                                            {"6000", "city-no-photo"}})
            CHECK(made.explained.find("text-" + text + " -> " + variant + "\n") != std::string::npos);
    }
}

TEST_CASE("names of 45 letters, Japanese, Arabic, Vietnamese, Greek and Cyrillic ones are set in their own letters") {
    for (const auto& made : sample("names")) {
        const std::string words = made.words();
        INFO(made.name);
        if (made.name.find("booklet") == std::string::npos) continue;
        CHECK(made.chose("map-rows-low"));
        for (const char* name : {"金沢市", "بيت", "Huế", "Θεσσαλονίκη", "Велико", "Rattanakosin"})
            CHECK(words.find(name) != std::string::npos);
    }
}

TEST_CASE("no two facing pages are empty, and in a booklet at most one is") {
    for (const char* name : {"texts", "names", "bare", "aspects"})
        for (const auto& made : sample(name)) {
            if (made.name.find("booklet") == std::string::npos) continue;
            INFO(made.name << " of " << name << "\n" << made.explained);
            std::size_t empty = 0;
            for (const auto& page : made.publication->pages)
                empty += std::none_of(page.items.begin(), page.items.end(), [](const auto& item) {
                    return std::holds_alternative<page::PlacedRun>(item) ||
                           std::holds_alternative<page::PlacedPicture>(item);
                });
            CHECK(empty <= 1);
        }
}

TEST_CASE("where every optional block is missing nothing is made up") {
    for (const auto& made : sample("bare")) {
        const std::string words = made.words();
        for (const char* never : {"null", "TODO", "Lorem", "Contact", "Goals", "mi", " h"}) {
            INFO(made.name << ": " << words);
            CHECK(words.find(never) == std::string::npos);
        }
    }
}

TEST_CASE("one, 9, 20, 41 and 2,000 partners are all listed") {
    for (const std::size_t count : {1U, 9U, 20U, 41U, 2000U}) {
        const auto all = partners(count);
        REQUIRE(all.size() == 1);
        INFO(count << "\n" << all[0].explained);
        CHECK(all[0].warnings() == 0);
        CHECK(all[0].chose(count > 24 ? "map-many" : count > 8 ? "map-columns" : "map-clocks"));
        // Of twenty all names but one, in the midst of Europe, find room beside their places or within a short line of
        // them that crosses no way; what finds none is told of, and stands in the directory.
        CHECK(all[0].said("unnamed-places") == (count > 9));
        for (const auto& one : all[0].found.all())
            if (count == 20 && one.rule == "unnamed-places") CHECK(one.text.ends_with("these names: Leipzig"));
        CHECK(all[0].chose(count > 40 ? "directory-dense" : "directory"));
        const std::string last = std::to_string(count);
        std::size_t numbers = 0;
        for (const auto& page : all[0].publication->pages)
            for (const auto& item : page.items)
                if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->run.text == last) ++numbers;
        CHECK(numbers >= 1);
        CHECK(all[0].pages() % 4 == 0);
    }
}

TEST_CASE("the large-print edition holds every sample, and one partner as well as two hundred, with nothing said") {
    cli::Options large;
    large.editions = {"large-print"};
    for (const std::string name : {"texts", "names", "aspects"}) {
        const Folder folder;
        make_sample(name, folder.root);
        for (const auto& made : made_of(folder.root, large)) {
            INFO(made.name << "\n" << made.explained);
            CHECK(made.warnings() == 0);
            if (name == "aspects") {
                CHECK_FALSE(made.publication->pictures.empty());
                for (const auto& picture : made.publication->pictures) CHECK(loss(picture) < 0.001);
            }
        }
    }
    for (const std::size_t count : {1u, 20u, 200u}) {
        const Folder folder;
        make_partners(count, folder.root);
        for (const auto& made : made_of(folder.root, large)) {
            INFO(count << " partners");
            CHECK(made.warnings() == 0);
            CHECK(made.pages() > count / 4);
        }
    }
}
