#pragma once
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "catch.hpp"
#include "layout/layout.hpp"

/// Projects written on the spot, composed with the shipped designs or one of the test's own.
namespace composing {

struct Made {
    std::optional<brochure::page::Publication> publication;
    brochure::Diagnostics found;
    brochure::layout::Explained explained;

    bool chose(const std::string& variant) const { return explained.text.find("-> " + variant) != std::string::npos; }
    /// The words of the first finding of a rule.
    std::string text(const std::string& rule) const {
        const auto* one = said(rule);
        return one ? one->text : std::string{};
    }
    const brochure::Diagnostic* said(const std::string& rule) const {
        for (const auto& one : found.all())
            if (one.rule == rule) return &one;
        return nullptr;
    }
    /// The first run on a page that holds `words`.
    const brochure::page::PlacedRun* run(std::size_t page, const std::string& words) const {
        for (const auto& item : publication->pages.at(page).items)
            if (const auto* placed = std::get_if<brochure::page::PlacedRun>(&item))
                if (placed->run.text.find(words) != std::string::npos) return placed;
        return nullptr;
    }
    /// The words on a page, in the order in which they are painted.
    std::string words(std::size_t page) const {
        std::string all;
        for (const auto& item : publication->pages.at(page).items)
            if (const auto* placed = std::get_if<brochure::page::PlacedRun>(&item)) all += placed->run.text;
        return all;
    }
    std::vector<brochure::page::PlacedPicture> pictures(std::size_t page) const {
        std::vector<brochure::page::PlacedPicture> all;
        for (const auto& item : publication->pages.at(page).items)
            if (const auto* placed = std::get_if<brochure::page::PlacedPicture>(&item)) all.push_back(*placed);
        return all;
    }
};

/// A project's files by path, and how it is composed. `design`: the name of a shipped one, or the YAML of one.
struct Project {
    std::map<std::string, std::string> files;
    std::string design = "municipal";
    brochure::layout::Photos photos = {};
    std::string city = "";  // for a publication made for each city: its slug
    std::string lang = "en-US";
    std::string document = "";  // of a visit, in `lang`; empty: the first publication
};

/// A project as it was read; its files are gone again.
struct ReadProject {
    brochure::SourceFiles files;
    brochure::content::Content content;
    brochure::design::Design design;
    brochure::design::FontManifest fonts;
};

inline ReadProject read(const Project& project) {
    namespace fs = std::filesystem;
    static int count = 0;
    const fs::path root =
        fs::temp_directory_path() / ("composing-" + std::to_string(getpid()) + "-" + std::to_string(count++));
    for (const auto& [path, text] : project.files) {
        fs::create_directories((root / path).parent_path());
        std::ofstream{root / path} << text;
    }
    ReadProject made;
    brochure::Diagnostics found;
    made.content = brochure::content::read(root, made.files, 1, found);
    fs::remove_all(root);
    const auto& shipped = brochure::design::embedded();
    const auto known = shipped.find("content/designs/" + project.design + ".yaml");
    made.design =
        brochure::design::read(made.files.add("content/designs/test.yaml",
                                              known == shipped.end() ? project.design : std::string{known->second}),
                               made.files, found);
    made.fonts = brochure::design::read_fonts(
        made.files.add("fonts/fonts.yaml", std::string{shipped.at("fonts/fonts.yaml")}), made.files, found);
    for (const auto& one : found.all())
        if (one.severity == brochure::Severity::error) UNSCOPED_INFO(one.text << " (" << one.hint << ")");
    REQUIRE_FALSE(found.has_errors());
    return made;
}

inline Made compose(const Project& project) {
    const ReadProject read = composing::read(project);
    const auto& all = read.content.publications;
    const auto wanted = std::find_if(all.begin(), all.end(), [&](const auto& each) {
        return project.document.empty() || (each.document == project.document && each.lang == project.lang);
    });
    REQUIRE(wanted != all.end());
    brochure::text::Fonts fonts{read.fonts, {}};
    brochure::layout::Job job;
    job.publication = &*wanted;
    job.lang = project.lang;
    if (const auto& second = job.publication->other_lang) job.second_lang = second->value;
    for (const auto& city : read.content.cities)
        if (city.slug == project.city) job.city = &city;
    Made made;
    made.publication =
        brochure::layout::compose(read.content, read.design, job, project.photos, fonts, made.found, &made.explained);
    for (const auto& each : made.found.all()) UNSCOPED_INFO(each.text << " (" << each.hint << ")");
    return made;
}

/// An organisation at home in Norman.
inline const std::string at_home =
    "organisation: {name: O, home: {city: Norman, region: R, country: US, coordinates: [35.22, -97.44], zone: "
    "America/Chicago, source: s}}\n";

/// A publication of the shipped designs.
inline std::string publication(const std::string& sections, const std::string& format = "half-letter") {
    return "publications: {p: {title: T, design: municipal, format: " + format +
           ", lang: en-US, sections: " + sections + "}}\n";
}

inline brochure::image::Photo photo(int width, int height) {
    brochure::image::Photo photo;
    photo.width = width;
    photo.height = height;
    return photo;
}

}  // namespace composing
