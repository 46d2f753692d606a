#include "page/page.hpp"

#include <array>

namespace brochure::page {

std::string_view structure_type(Role role) {
    static constexpr std::array<std::string_view, 27> names{
        "Document", "Part",  "Sect",       "H1",      "H2",   "H3",        "P",     "L",  "LI",
        "Lbl",      "LBody", "Figure",     "Caption", "Link", "Span",      "Table", "TR", "TH",
        "TD",       "Note",  "BlockQuote", "TOC",     "TOCI", "Reference", "Ruby",  "RB", "RT"};
    static_assert(static_cast<std::size_t>(Role::ruby_text) + 1 == names.size());
    return names[static_cast<std::size_t>(role)];
}

Path rectangle(const Rect& rect, std::string fill, ElementId element) {
    using Kind = PathSegment::Kind;
    Path path;
    path.segments = {{Kind::move, {rect.left, rect.top}, {}, {}},
                     {Kind::line, {rect.right(), rect.top}, {}, {}},
                     {Kind::line, {rect.right(), rect.bottom()}, {}, {}},
                     {Kind::line, {rect.left, rect.bottom()}, {}, {}},
                     {Kind::close, {}, {}, {}}};
    path.fill = std::move(fill);
    path.element = element;
    return path;
}

Path line(Point from, Point to, Stroke stroke, ElementId element) {
    using Kind = PathSegment::Kind;
    Path path;
    path.segments = {{Kind::move, from, {}, {}}, {Kind::line, to, {}, {}}};
    path.stroke = std::move(stroke);
    path.element = element;
    return path;
}

}  // namespace brochure::page
