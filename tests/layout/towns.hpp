#pragma once
#include <string>
#include <vector>

#include "composing.hpp"
#include "image/light.hpp"

/// Publications of invented towns, in the shipped design.
namespace brochure::testing {

struct Town {
    std::string name, zone = "Europe/Paris", text = "A town of some size.";
    double latitude = 45, longitude = 3;
    std::string more = "";  // lines of the city
    bool placed = true;     // has coordinates
};

// Towns without photos, in the shipped design.
inline composing::Made composed(const std::vector<Town>& towns, const std::string& sections,
                                const std::string& binding = "none", const std::string& lang = "en-US",
                                const std::string& cover = "") {
    composing::Project project;
    project.lang = lang;
    project.files["content/organisation.yaml"] =
        composing::at_home +
        (cover.empty() ? "" : "cover: {photo: {file: " + cover + ", alt: A picture, credit: me}}\n");
    project.files["content/publications.yaml"] =
        "publications: {p: {title: T, design: municipal, format: half-letter, binding: " + binding + ", lang: " + lang +
        (sections == "~" ? "" : ", sections: " + sections) + "}}\n";
    int number = 100;
    for (const auto& town : towns)
        project.files["content/cities/c" + std::to_string(++number) + ".yaml"] =
            "city:\n  name: " + town.name + "\n  country: FR\n" +
            (town.placed ? "  coordinates: [" + std::to_string(town.latitude) + ", " + std::to_string(town.longitude) +
                               "]\n  zone: " + town.zone + "\n  source: s\n"
                         : "") +
            "  text: " + town.text + "\n" + town.more;
    const image::Photo square = composing::photo(3000, 3000);
    image::Photo wide = composing::photo(3900, 3000);
    wide.light = std::make_shared<const image::Light>(image::Light{1, 1, {40}});  // dark enough for a title
    project.photos = {{"square.jpg", square}, {"wide.jpg", wide}};
    return composing::compose(project);
}

}  // namespace brochure::testing
