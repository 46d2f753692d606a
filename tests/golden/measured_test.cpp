// Measured, not eyed: where the page specification gives a place in points, the display list has it there.
// `measures.txt` holds the places, worked out from the specification (DESIGN.md, section 7), never from what is
// printed.
#include <cmath>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "cli/plan.hpp"
#include "cli/project.hpp"

using namespace brochure;
namespace fs = std::filesystem;

namespace {

constexpr double tolerance = 0.25;  // points

/// A project of the golden pages, read once, with the photos it names.
struct Read {
    explicit Read(const std::string& name) {
        const fs::path root = fs::path{TEST_DATA} / name;
        project = cli::read_project(root, 1, found);
        photos = shelf.probe(*project, 1, image::Cache{{}}, found);
        fonts.emplace(project->manifest, text::Fonts::Places{root / "fonts", {}});
    }
    Diagnostics found;
    std::unique_ptr<cli::Project> project;
    cli::PhotoShelf shelf;
    layout::Photos photos;
    std::optional<text::Fonts> fonts;
};

/// A publication to measure, and how it differs from the project's own.
struct Wanted {
    std::string project, publication, city, format;
    void (*change)(content::Content&) = nullptr;
};

content::City& city(content::Content& content, const std::string& slug) {
    for (auto& each : content.cities)
        if (each.slug == slug) return each;
    throw std::runtime_error{"no city " + slug};
}

void set_text(content::City& city, const std::string& words) {
    for (auto& version : city.text.versions) {
        auto& block = version.value.blocks.front();
        block.spans.resize(1);
        block.spans.front().text = words;
        version.value.blocks.resize(1);
    }
    city.lead = {};
}

/// The four arrangements of a single page beside the standard one, on pages 6 to 9.
void other_arrangements(content::Content& content) {
    for (auto& each : content.cities) each.layout.reset();
    city(content, "clermont-ferrand").photo.reset();
    set_text(city(content, "seika"), "Seika Town is located at the southwestern end of Kyoto Prefecture.");
    auto& arezzo = city(content, "arezzo");
    set_text(arezzo, "Arezzo is a city and comune in Italy, the capital of the province of the same name.");
    arezzo.photo->usable = Region{0.03, 0, 0.66, 1};
    std::string long_text;
    for (int i = 0; i < 24; ++i)
        long_text += "It lies near the central Pacific coast, in a valley south of the volcano. ";
    set_text(city(content, "colima"), long_text);
    city(content, "colima").photo->protect.reset();
}

const std::map<std::string, Wanted>& publications() {
    static const std::map<std::string, Wanted> all{
        {"half-letter", {"sample", "brochure", "", ""}},
        {"a5", {"sample", "brochure-a5", "", ""}},
        {"single", {"sample", "brochure-12", "", ""}},
        {"single-a5", {"sample", "brochure-12", "", "a5"}},
        {"other", {"sample", "brochure-12", "", "", other_arrangements}},
        {"other-a5", {"sample", "brochure-12", "", "a5", other_arrangements}},
        {"handout", {"sample", "handout", "clermont-ferrand", ""}},
        {"handout-a4", {"sample", "handout", "clermont-ferrand", "a4"}},
        {"involve", {"reach", "booklet", "", ""}},
        {"involve-a5", {"reach", "booklet", "", "a5"}},
        {"contacts", {"reach", "sheet", "bern", ""}},
    };
    return all;
}

page::Publication composed(const Wanted& wanted) {
    static std::map<std::string, std::unique_ptr<Read>> read;
    auto& from = read[wanted.project];
    if (!from) from = std::make_unique<Read>(wanted.project);
    content::Content content = from->project->content;
    if (wanted.change) wanted.change(content);
    const auto found = std::find_if(content.publications.begin(), content.publications.end(),
                                    [&](const auto& each) { return each.name.value == wanted.publication; });
    REQUIRE(found != content.publications.end());
    content::Publication publication = *found;
    if (!wanted.format.empty()) publication.format.value = wanted.format;
    layout::Job job;
    job.publication = &publication;
    job.lang = publication.lang.empty() ? "en-US" : publication.lang;
    if (!wanted.city.empty()) job.city = &city(content, wanted.city);
    Diagnostics said;
    const auto& design = from->project->designs.at(publication.design.value);
    auto made = layout::compose(content, design, job, from->photos, *from->fonts, said);
    for (const auto& each : said.all()) UNSCOPED_INFO(each.text);
    REQUIRE(made);
    return std::move(*made);
}

/// The smallest rectangle around what a path shows, its stroke included: x, y, width, height.
std::vector<double> extent(const page::Path& path) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    const auto take = [&](Point p) {
        left = std::min(left, p.x.pt()), right = std::max(right, p.x.pt());
        top = std::min(top, p.y.pt()), bottom = std::max(bottom, p.y.pt());
    };
    for (const auto& segment : path.segments) {
        if (segment.kind == page::PathSegment::Kind::close) continue;
        take(segment.kind == page::PathSegment::Kind::curve ? segment.c : segment.a);
    }
    const double half = path.stroke && path.segments.size() > 2 ? path.stroke->weight.pt() / 2 : 0;
    return {left - half, top - half, right - left + 2 * half, bottom - top + 2 * half};
}

std::vector<double> numbers(const Rect& rect) {
    return {rect.left.pt(), rect.top.pt(), rect.width.pt(), rect.height.pt()};
}

/// With plain spaces, as measures.txt writes them.
std::string plain(std::string words) {
    for (std::size_t at = 0; (at = words.find("\u00A0", at)) != std::string::npos;) words.replace(at, 2, " ");
    return words;
}

/// Where the items of one kind stand on a page, those that `name` means:
///   text   x and baseline of a run that begins with it      ends   right end and baseline of such a run
///   rule   x, y and length of a line of that weight        shape  extent of what is filled with that swatch
///   picture  what shows of a picture
std::vector<std::vector<double>> places(const page::Page& page, const std::string& kind, const std::string& name) {
    std::vector<std::vector<double>> found;
    for (const auto& item : page.items) {
        if (const auto* run = std::get_if<page::PlacedRun>(&item)) {
            if (plain(run->run.text).rfind(name, 0) != 0) continue;
            if (kind == "text") found.push_back({run->origin.x.pt(), run->origin.y.pt()});
            if (kind == "ends") found.push_back({(run->origin.x + run->run.advance).pt(), run->origin.y.pt()});
        } else if (const auto* picture = std::get_if<page::PlacedPicture>(&item)) {
            if (kind == "picture") found.push_back(numbers(picture->clip));
        } else if (const auto* path = std::get_if<page::Path>(&item)) {
            const auto box = extent(*path);
            const bool line = path->stroke && path->fill.empty() && path->segments.size() == 2 && box[3] < 0.01;
            if (kind == "rule" && line && std::abs(path->stroke->weight.pt() - std::stod(name)) < 0.01)
                found.push_back({box[0], box[1], box[2]});
            if (kind == "shape" && path->fill == name) found.push_back(box);
        }
    }
    return found;
}

double farthest(const std::vector<double>& a, const std::vector<double>& b) {
    double most = 0;
    for (std::size_t i = 0; i < b.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

std::string written(const std::vector<double>& place) {
    std::ostringstream out;
    for (const double each : place) out << " " << each;
    return out.str();
}

/// A row of measures.txt: `PAGE KIND NUMBERS... NAME`, the name to the end of the line.
struct Measure {
    std::size_t page = 0;
    std::string kind, name;
    std::vector<double> place;
};

Measure read_measure(const std::string& row) {
    static const std::map<std::string, std::size_t> counts{
        {"text", 2}, {"ends", 2}, {"rule", 3}, {"shape", 4}, {"picture", 4}};
    std::istringstream in{row};
    Measure measure;
    in >> measure.page >> measure.kind;
    REQUIRE(counts.count(measure.kind) == 1);
    measure.place.resize(counts.at(measure.kind));
    for (double& each : measure.place) in >> each;
    REQUIRE(in);
    std::getline(in >> std::ws, measure.name);
    return measure;
}

void check(const page::Publication& publication, const std::string& row) {
    const Measure measure = read_measure(row);
    REQUIRE(measure.page >= 1);
    REQUIRE(measure.page <= publication.pages.size());
    const auto found = places(publication.pages[measure.page - 1], measure.kind, measure.name);
    std::string there;
    double least = 1e9;
    for (const auto& each : found) {
        there += "\n  there is one at" + written(each);
        least = std::min(least, farthest(each, measure.place));
    }
    INFO(publication.name << ", " << row << there);
    CHECK(least <= tolerance);
}

}  // namespace

TEST_CASE("baselines, frames, rules and pictures stand where the page specification has them") {
    std::ifstream in{fs::path{TEST_DATA} / "measures.txt"};
    std::optional<page::Publication> publication;
    int rows = 0;
    for (std::string row; std::getline(in, row);) {
        if (row.empty() || row[0] == '#') continue;
        if (row[0] == '[') {
            const auto wanted = publications().find(row.substr(1, row.find(']') - 1));
            REQUIRE(wanted != publications().end());
            publication = composed(wanted->second);
            continue;
        }
        REQUIRE(publication);
        check(*publication, row);
        ++rows;
    }
    CHECK(rows > 200);
}
