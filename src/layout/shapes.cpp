#include "layout/shapes.hpp"

#include <cmath>

namespace brochure::layout {
namespace {

using page::PathSegment;

constexpr double handle = 0.5522847498;  // of the radius: 4/3 (sqrt(2) - 1), for a quarter of a circle

// To a hundredth of a point: a coast has thousands of them, and a press shows none of the rest.
Length rounded(Length v) {
    return Length::from_pt(std::round(v.pt() * 100) / 100);
}

}  // namespace

page::Path circle(Point centre, Length radius, std::string fill, page::ElementId element) {
    page::Path path;
    path.fill = std::move(fill);
    path.element = element;
    const auto at = [&](double x, double y) { return Point{centre.x + radius * x, centre.y + radius * y}; };
    using Kind = PathSegment::Kind;
    path.segments = {{Kind::move, at(1, 0), {}, {}},
                     {Kind::curve, at(1, handle), at(handle, 1), at(0, 1)},
                     {Kind::curve, at(-handle, 1), at(-1, handle), at(-1, 0)},
                     {Kind::curve, at(-1, -handle), at(-handle, -1), at(0, -1)},
                     {Kind::curve, at(handle, -1), at(1, -handle), at(1, 0)},
                     {Kind::close, {}, {}, {}}};
    return path;
}

// Fills close their lines by themselves.
page::Path lines_path(const std::vector<map::Line>& lines, Length shift, page::ElementId element) {
    page::Path path;
    path.element = element;
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            path.segments.push_back({i == 0 ? PathSegment::Kind::move : PathSegment::Kind::line,
                                     {rounded(line[i].x + shift), rounded(line[i].y)},
                                     {},
                                     {}});
    return path;
}

void move_right(std::variant<map::Shape, map::Disc>& item, Length shift) {
    if (auto* disc = std::get_if<map::Disc>(&item)) {
        disc->centre.x += shift;
        return;
    }
    for (auto& line : std::get<map::Shape>(item).lines)
        for (auto& point : line) point.x += shift;
}

}  // namespace brochure::layout
