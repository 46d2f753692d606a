#include "layout/scope.hpp"

#include <charconv>

namespace brochure::layout {

Length Scope::column_left(int page, int column) const {
    const Length step = format_.column + format_.gutter;
    if (panel_) {
        const Length used = step * format_.columns - format_.gutter;
        return panel_->left + (panel_->width - used) / 2.0 + step * (column - 1);
    }
    const Length margin = is_recto(page) ? format_.inner : format_.outer;
    return margin + step * (column - 1);
}

std::pair<int, int> Scope::resolve(int page, const design::Columns& columns) const {
    const int count = columns.first;  // "outer-4": the four outer columns
    const bool at_left = columns.outer ? !is_recto(page) : is_recto(page);
    if (!columns.outer && !columns.inner) return {columns.first, columns.last};
    return at_left ? std::pair{1, count} : std::pair{format_.columns - count + 1, format_.columns};
}

// c3, e3: on the frame's own page; r3, s3: on the facing recto, seen from the verso.
std::optional<double> Scope::column_name(std::string_view name, int page) const {
    if (name.size() < 2) return std::nullopt;
    int column = 0;
    const auto [end, fault] = std::from_chars(name.data() + 1, name.data() + name.size(), column);
    if (fault != std::errc{} || end != name.data() + name.size() || column < 1 || column > format_.columns)
        return std::nullopt;
    switch (name[0]) {
        case 'c':
            return column_left(page, column).pt();
        case 'e':
            return column_right(page, column).pt();
        case 'r':
            return (format_.trim.width + column_left(second_, column)).pt();
        case 's':
            return (format_.trim.width + column_right(second_, column)).pt();
        default:
            return std::nullopt;
    }
}

std::optional<double> Scope::lookup(std::string_view name, int page) const {
    if (name == "W") return format_.trim.width.pt();
    if (name == "H") return format_.trim.height.pt();
    if (name == "B") return format_.bleed.pt();
    if (name == "L") return format_.last_line.pt();
    if (const auto found = values_.find(name); found != values_.end()) return found->second;
    if (const auto found = format_.values.find(std::string{name}); found != format_.values.end()) return found->second;
    return column_name(name, page);
}

std::optional<Length> Scope::value(const design::Expression& expression, int page) const {
    if (expression.empty()) return std::nullopt;
    const auto points = expression.evaluate([&](std::string_view name) { return lookup(name, page); });
    if (!points) return std::nullopt;
    return Length::from_pt(*points);
}

Length Scope::value_or(const design::Expression& expression, int page, Length otherwise) const {
    return value(expression, page).value_or(otherwise);
}

}  // namespace brochure::layout
