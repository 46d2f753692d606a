#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "image/light.hpp"
#include "layout/layout.hpp"

/// Publications of invented towns, in the shipped design.
namespace brochure::testing {

struct Town {
    std::string name, zone = "Europe/Paris", text = "A town of some size.";
    double latitude = 45, longitude = 3;
    std::string more = "";  // lines of the city
    bool placed = true;     // has coordinates
};

struct Composed {
    std::optional<page::Publication> publication;
    Diagnostics found;
    layout::Explained explained;

    bool chose(const std::string& variant) const { return explained.text.find("-> " + variant) != std::string::npos; }
    std::vector<std::string> rules() const {
        std::vector<std::string> all;
        for (const auto& one : found.all()) all.push_back(one.rule);
        return all;
    }
    std::string said(const std::string& rule) const {
        for (const auto& one : found.all())
            if (one.rule == rule) return one.text;
        return {};
    }
    /// The words on a page, in the order in which they are painted.
    std::string words(std::size_t page) const {
        std::string all;
        for (const auto& item : publication->pages.at(page).items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item)) all += placed->run.text;
        return all;
    }
};

// Towns without photos, in the shipped design.
inline Composed composed(const std::vector<Town>& towns, const std::string& sections,
                         const std::string& binding = "none", const std::string& lang = "en-US",
                         const std::string& cover = "") {
    namespace fs = std::filesystem;
    const fs::path root = fs::temp_directory_path() / ("towns-" + std::to_string(getpid()));
    fs::remove_all(root);
    fs::create_directories(root / "content/cities");
    std::ofstream{root / "content/organisation.yaml"}
        << "organisation: {name: O, home: {city: Norman, region: R, country: US, coordinates: [35.22, -97.44], zone: "
           "America/Chicago, source: s}}\n"
        << (cover.empty() ? "" : "cover: {photo: {file: " + cover + ", alt: A picture, credit: me}}\n");
    std::ofstream{root / "content/publications.yaml"}
        << "publications: {p: {title: T, design: municipal, format: half-letter, binding: " << binding
        << ", lang: " << lang << (sections == "~" ? "" : ", sections: " + sections) << "}}\n";
    int number = 100;
    for (const auto& town : towns)
        std::ofstream{root / ("content/cities/c" + std::to_string(++number) + ".yaml")}
            << "city:\n  name: " << town.name << "\n  country: FR\n"
            << (town.placed ? "  coordinates: [" + std::to_string(town.latitude) + ", " +
                                  std::to_string(town.longitude) + "]\n  zone: " + town.zone + "\n  source: s\n"
                            : "")
            << "  text: " << town.text << "\n"
            << town.more;
    Composed result;
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(root, files, 1, found);
    const auto read = [&](const char* name) { return files.add(name, std::string{design::embedded().at(name)}); };
    const auto design = design::read(read("content/designs/municipal.yaml"), files, found);
    const auto manifest = design::read_fonts(read("fonts/fonts.yaml"), files, found);
    fs::remove_all(root);
    CHECK_FALSE(found.has_errors());
    text::Fonts fonts{manifest, {}};
    layout::Job job;
    job.publication = &content.publications.at(0);
    job.lang = lang;
    image::Photo square;
    square.width = square.height = 3000;
    image::Photo wide = square;
    wide.width = 3900;
    wide.light = std::make_shared<const image::Light>(image::Light{1, 1, {40}});  // dark enough for a title
    result.publication = layout::compose(content, design, job, {{"square.jpg", square}, {"wide.jpg", wide}}, fonts,
                                         result.found, &result.explained);
    return result;
}

}  // namespace brochure::testing
