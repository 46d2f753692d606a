// Measured, not eyed: where the page specification gives a place in points, the display list has it there.
// `measures.txt` holds the places, worked out from the specification (DESIGN.md, section 7), never from what is
// printed; measured_publications.cpp the publications they are of.
#include <cmath>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "measured_publications.hpp"

using namespace brochure;
using measured::composed;
using measured::publications;
namespace fs = std::filesystem;

namespace {

constexpr double tolerance = 0.25;  // points

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
///   level  y and height of such a shape, wherever across
///   picture  what shows of a picture                       size   the size of the type of such a run
///   outline  extent of such a shape, and the weight of the line round it
std::vector<std::vector<double>> places(const page::Page& page, const std::string& kind, const std::string& name) {
    std::vector<std::vector<double>> found;
    for (const auto& item : page.items) {
        if (const auto* run = std::get_if<page::PlacedRun>(&item)) {
            if (plain(run->run.text).rfind(name, 0) != 0) continue;
            if (kind == "text") found.push_back({run->origin.x.pt(), run->origin.y.pt()});
            if (kind == "size") found.push_back({run->run.size.pt()});
            if (kind == "ends") found.push_back({(run->origin.x + run->run.advance).pt(), run->origin.y.pt()});
        } else if (const auto* picture = std::get_if<page::PlacedPicture>(&item)) {
            if (kind == "picture") found.push_back(numbers(picture->clip));
        } else if (const auto* path = std::get_if<page::Path>(&item)) {
            auto box = extent(*path);
            const bool line = path->stroke && path->fill.empty() && path->segments.size() == 2 && box[3] < 0.01;
            if (kind == "rule" && line && std::abs(path->stroke->weight.pt() - std::stod(name)) < 0.01)
                found.push_back({box[0], box[1], box[2]});
            if (kind == "shape" && path->fill == name) found.push_back(box);
            if (kind == "outline" && path->fill == name && path->stroke) {
                box.push_back(path->stroke->weight.pt());
                found.push_back(box);
            }
            if (kind == "level" && path->fill == name) found.push_back({box[1], box[3]});
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
    static const std::map<std::string, std::size_t> counts{{"text", 2},    {"ends", 2}, {"rule", 3},  {"shape", 4},
                                                           {"picture", 4}, {"size", 1}, {"level", 2}, {"outline", 5}};
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
    CHECK(rows > 500);
}
