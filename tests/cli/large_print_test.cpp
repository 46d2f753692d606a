// What the large-print edition promises (R71): nothing under 18 pt, lines of six inches at most, one column, flush
// left, everything that the content says, once and in order, whatever the project.
#include <algorithm>
#include <cmath>
#include <map>

#include "catch.hpp"
#include "cli/plan.hpp"
#include "cli/project.hpp"

using namespace brochure;
using namespace brochure::cli;

namespace {

constexpr double least_size = 18, widest_line = 432, least_margin = 72;

struct Line {
    double left = 1e9, right = -1e9;
};

/// A publication's large-print edition, composed as the program does it.
struct Large {
    std::string name;
    std::optional<page::Publication> publication;
    Diagnostics found;

    template <class Look>
    void each_run(Look look) const {
        for (std::size_t i = 0; i < publication->pages.size(); ++i)
            for (const auto& item : publication->pages[i].items)
                if (const auto* placed = std::get_if<page::PlacedRun>(&item)) look(i, *placed);
    }
    /// What is read aloud of its pages, in order, without white space: lines may end anywhere.
    std::string text() const;
    /// Lines of what is read aloud, by page and baseline.
    std::map<std::pair<std::size_t, long>, Line> lines() const {
        std::map<std::pair<std::size_t, long>, Line> all;
        each_run([&](std::size_t page, const page::PlacedRun& placed) {
            if (placed.element.index < 0) return;
            auto& line = all[{page, std::lround(placed.origin.y.pt() * 4)}];
            line.left = std::min(line.left, placed.origin.x.pt());
            line.right = std::max(line.right, (placed.origin.x + placed.run.advance).pt());
        });
        return all;
    }
};

/// Without white space, with the apostrophes that are printed.
std::string squeezed(const std::string& text) {
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\n') continue;
        if (text.compare(i, 2, "\u00A0") == 0) {
            ++i;
            continue;
        }
        kept += text[i] == '\'' ? std::string{"\u2019"} : std::string{text[i]};
    }
    return kept;
}

std::string Large::text() const {
    std::string all;
    each_run([&](std::size_t, const page::PlacedRun& placed) {
        if (placed.element.index >= 0) all += placed.run.text;
    });
    return squeezed(all);
}

/// Every large-print edition of the project in `root`, with photos of an ordinary size where there are none.
struct Made {
    std::unique_ptr<Project> project;
    std::vector<Large> editions;
};
Made made_from(const std::string& root) {
    Made made;
    Diagnostics found;
    made.project = read_project(root, 1, found);
    REQUIRE_FALSE(found.has_errors());
    const auto photos = with_stand_ins(*made.project, {});
    text::Fonts fonts{made.project->manifest, {root + "/fonts", {}}};
    Options options;
    options.editions = {"large-print"};
    for (const auto& job : plan(options, *made.project, std::nullopt, found).jobs) {
        Large& large = made.editions.emplace_back();
        large.name = job.name;
        large.publication = layout::compose(made.project->content, *job.design, job.job, photos, fonts, large.found);
    }
    REQUIRE_FALSE(found.has_errors());
    REQUIRE_FALSE(made.editions.empty());
    return made;
}

void check_type(const Large& large) {
    double smallest = 1e9;
    std::string where;
    large.each_run([&](std::size_t page, const page::PlacedRun& placed) {
        if (placed.run.size.pt() >= smallest) return;
        smallest = placed.run.size.pt();
        where = "page " + std::to_string(page + 1) + ": " + placed.run.text;
    });
    INFO(where);
    CHECK(smallest >= least_size);
}

/// Edges that lie apart; display type and punctuation stand a little to the left of others.
std::size_t columns_at(std::vector<double> lefts) {
    std::sort(lefts.begin(), lefts.end());
    std::size_t count = 1;
    for (std::size_t i = 1; i < lefts.size(); ++i) count += lefts[i] - lefts[i - 1] > 15 ? 1 : 0;
    return count;
}

void check_lines(const Large& large, bool from_the_left) {
    std::map<std::size_t, std::vector<double>> edges;
    for (const auto& [at, line] : large.lines()) {
        INFO("page " << at.first + 1 << ", y " << static_cast<double>(at.second) / 4);
        CHECK(line.right - line.left <= widest_line + 0.01);
        const auto& trim = large.publication->pages[at.first].trim;
        CHECK(line.left >= least_margin - 10);  // hanging quotation marks
        CHECK(line.right <= trim.width.pt() - least_margin + 0.01);
        CHECK(static_cast<double>(at.second) / 4 >= least_margin);
        CHECK(static_cast<double>(at.second) / 4 <= trim.height.pt() - least_margin);
        edges[at.first].push_back(line.left);
    }
    for (const auto& [page, lefts] : edges) {
        INFO("page " << page + 1);
        if (from_the_left) CHECK(columns_at(lefts) <= 2);  // numbers, and what they count
    }
}

void check_pages(const Large& large) {
    for (const auto& page : large.publication->pages) CHECK_FALSE(page.items.empty());
    CHECK_FALSE(large.publication->facing_pages);
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("large print: every project's text is 18 pt or more, in lines of six inches at most, in one column") {
    for (const std::string project : {"", "/samples/texts", "/samples/names", "/samples/partners", "/samples/bare",
                                      "/samples/aspects", "/tests/golden/reach", "/tests/golden/no-photo"}) {
        INFO("project " << project);
        const Made made = made_from(PROJECT_DIR + project);
        for (const auto& large : made.editions) {
            INFO(large.name);
            for (const auto& one : large.found.all())
                if (one.severity == Severity::error) UNSCOPED_INFO(one.text);
            CHECK_FALSE(large.found.has_errors());
            REQUIRE(large.publication);
            check_type(large);
            check_lines(large, large.publication->lang != "ar");
            check_pages(large);
        }
    }
}

TEST_CASE("large print: no text is lost or told twice, and the order is that of the sections") {
    for (const std::string project : {"", "/samples/texts"}) {
        const Made made = made_from(PROJECT_DIR + project);
        const auto& content = made.project->content;
        for (const auto& large : made.editions) {
            const std::string text = large.text();
            std::size_t last = 0;
            const auto check = [&](const content::RichText& words) {
                const std::string whole = squeezed(content::plain(words));
                if (whole.size() < 40) return;
                INFO(large.name << ": " << whole);
                // The sample project's texts are beginnings of one another.
                if (project.empty()) CHECK(count_of(text, whole) == 1);
                const auto at = text.find(whole, last);
                REQUIRE(at != std::string::npos);
                last = at + whole.size();
            };
            if (large.name.starts_with("handout")) continue;
            if (large.name.starts_with("visit-")) {
                const bool programme = large.name.find("-programme-") != std::string::npos;
                for (const auto& item : content.visits.front().itinerary) {
                    if (!programme) break;
                    for (const auto& version : item.title.versions) {
                        const auto at = text.find(squeezed(content::plain(version.value)), last);
                        INFO(content::plain(version.value));
                        REQUIRE(at != std::string::npos);
                        last = at;
                    }
                }
                continue;
            }
            for (const auto& section : {content.organisation.mission, content.organisation.about})
                if (section) check(section->text.versions.front().value);
            for (const auto& city : content.cities) {
                check(city.text.versions.front().value);
                if (city.photo && !city.photo->caption.versions.empty())
                    check(city.photo->caption.versions.front().value);
            }
            if (const auto& goals = content.organisation.goals)
                for (const auto& goal : goals->items) check(goal.versions.front().value);
        }
    }
}

TEST_CASE("large print: a picture is shown whole, after the text it belongs to") {
    const Made made = made_from(PROJECT_DIR);
    const auto handout = std::find_if(made.editions.begin(), made.editions.end(),
                                      [](const Large& each) { return each.name == "handout-colima-large-print"; });
    REQUIRE(handout != made.editions.end());
    REQUIRE(handout->publication->pictures.size() == 1);
    const auto& picture = handout->publication->pictures[0];
    CHECK(picture.crop.width == Approx(1));
    CHECK(picture.crop.height == Approx(1));
    const auto& first = handout->publication->pages[0].items;
    CHECK(std::none_of(first.begin(), first.end(),
                       [](const auto& item) { return std::holds_alternative<page::PlacedPicture>(item); }));
}
