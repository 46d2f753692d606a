#pragma once
#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "layout/layout.hpp"

/// The sample's leaflet, after a change to its content, in one of the two formats.
struct Leaflet {
    brochure::SourceFiles files;
    brochure::Diagnostics found;
    brochure::content::Content content;
    brochure::design::Design design;
    brochure::layout::Photos photos;
    std::string format = "leaflet-letter", lang = "en-US";
    std::optional<brochure::page::Publication> made;
    brochure::layout::Explained explained;

    Leaflet() : content{brochure::content::read(PROJECT_DIR, files, 1, found)} {
        design = brochure::design::read(read("content/designs/municipal.yaml"), files, found);
        REQUIRE_FALSE(found.has_errors());
        found = {};
        photos["cover.jpg"].width = 3375;
        photos["cover.jpg"].height = 2625;
        for (const auto& city : content.cities) {
            auto& photo = photos[city.photo->file.value];
            photo.width = photo.height = 3000;
        }
    }
    /// As many partners as that, of the sample's four over and over.
    Leaflet& partners(std::size_t count) {
        const auto four = content.cities;
        content.cities.clear();
        for (std::size_t i = 0; i < count; ++i) content.cities.push_back(four[i % four.size()]);
        return *this;
    }
    Leaflet& compose() {
        const auto manifest = brochure::design::read_fonts(read("fonts/fonts.yaml"), files, found);
        brochure::text::Fonts fonts{manifest, {}};
        brochure::layout::Job job;
        auto publication = *std::find_if(content.publications.begin(), content.publications.end(),
                                         [](const auto& one) { return one.name.value == "leaflet"; });
        publication.format.value = format;
        job.publication = &publication;
        job.lang = lang;
        made = brochure::layout::compose(content, design, job, photos, fonts, found, &explained);
        return *this;
    }

    /// What was said under a rule, one text after another.
    std::vector<std::string> said(const std::string& rule) const {
        std::vector<std::string> texts;
        for (const auto& one : found.all())
            if (one.rule == rule) texts.push_back(one.text);
        return texts;
    }
    std::string errors() const {
        std::string all;
        for (const auto& one : found.all())
            if (one.severity == brochure::Severity::error) all += one.text + "\n";
        return all;
    }
    bool chose(const std::string& variant) const {
        return explained.text.find("-> " + variant + "\n") != std::string::npos;
    }
    std::string words(std::size_t page) const {
        std::string all;
        for (const auto& item : made->pages.at(page).items)
            if (const auto* run = std::get_if<brochure::page::PlacedRun>(&item)) all += words_of(*run);
        return all;
    }
    /// Where the runs stand that begin with `words`.
    std::vector<brochure::Point> places(std::size_t page, const std::string& words) const {
        std::vector<brochure::Point> all;
        for (const auto& item : made->pages.at(page).items)
            if (const auto* run = std::get_if<brochure::page::PlacedRun>(&item);
                run && run->run.text.starts_with(words))
                all.push_back(run->origin);
        return all;
    }
    /// Whether one of them has this baseline and left edge; display sizes hang out by 0.027 em.
    bool stands(std::size_t page, const std::string& words, double left, double baseline) const {
        const auto all = places(page, words);
        return std::any_of(all.begin(), all.end(), [&](const auto& at) {
            return at.x.pt() < left + 0.25 && at.x.pt() > left - 1.75 && near(at.y, baseline);
        });
    }
    /// Whether a horizontal line runs there, from the first column of its panel to the last.
    bool rule_at(std::size_t page, double left, double y) const {
        const auto& items = made->pages.at(page).items;
        return std::any_of(items.begin(), items.end(), [&](const auto& item) {
            const auto* path = std::get_if<brochure::page::Path>(&item);
            if (!path || !path->stroke || path->segments.size() != 2) return false;
            const auto &from = path->segments[0].a, &to = path->segments[1].a;
            return near(from.x, left) && near(to.x, left + 216) && near(from.y, y) && near(to.y, y);
        });
    }
    std::vector<brochure::Rect> pictures(std::size_t page) const {
        std::vector<brochure::Rect> frames;
        for (const auto& item : made->pages.at(page).items)
            if (const auto* picture = std::get_if<brochure::page::PlacedPicture>(&item))
                frames.push_back(picture->frame);
        return frames;
    }
    /// What the structure tree reads out, in its order.
    std::string read_aloud(int element = 0) const {
        const auto& node = made->structure.at(static_cast<std::size_t>(element));
        std::string all;
        for (const auto& page : made->pages)
            for (const auto& item : page.items)
                if (const auto* run = std::get_if<brochure::page::PlacedRun>(&item);
                    run && run->element.index == element)
                    all += words_of(*run);
        all += node.alt;
        for (const auto child : node.children) all += read_aloud(child.index);
        return all;
    }

    /// Looks whether the sample's blocks are read out in the order in which a leaflet is opened.
    void check_order() const {
        const std::string all = read_aloud();
        std::size_t before = 0;
        for (const char* words :
             {"Sister Cities", "is a non-profit citizen", "Founded in 1956", "Clermont-Ferrand is a", "Colima is the",
              "Seika Town is", "Arezzo is a", "Develop municipal", "Collaborate"}) {
            const auto at = all.find(words, before);
            INFO(words);
            REQUIRE(at != std::string::npos);
            before = at;
        }
    }

    static bool near(brochure::Length length, double points) { return std::abs(length.pt() - points) <= 0.25; }

private:
    brochure::FileId read(const char* name) {
        return files.add(name, std::string{brochure::design::embedded().at(name)});
    }
    static std::string words_of(const brochure::page::PlacedRun& run) {
        return run.run.has_actual_text ? run.run.actual_text : run.run.text;
    }
};
