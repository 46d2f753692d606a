#pragma once
#include "map/drawing.hpp"
#include "page/page.hpp"

namespace brochure::layout {

/// A circle of four curves, within 0.03 % of its radius.
page::Path circle(Point centre, Length radius, std::string fill, page::ElementId element);

/// Lines as one path, moved to the right by `shift`.
page::Path lines_path(const std::vector<map::Line>& lines, Length shift, page::ElementId element);

void move_right(std::variant<map::Shape, map::Disc>& item, Length shift);

}  // namespace brochure::layout
