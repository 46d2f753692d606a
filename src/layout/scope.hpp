#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "design/design.hpp"

namespace brochure::layout {

/// The sides of a master's pages on the grid: where columns stand, and what the names in expressions are worth.
class Scope {
public:
    /// `recto`: the side of the page at the left; a spread's other page is then the other one. `second`: which of the
    /// two is read after the other, the left one (0) where reading begins at the right.
    Scope(const design::Format& format, bool recto, int second = 1) : format_{format}, recto_{recto}, second_{second} {}

    /// From now on columns count in this panel of a folded sheet; none: on the page.
    void enter(const design::Panel* panel) { panel_ = panel; }
    const design::Panel* panel() const { return panel_; }
    bool is_recto(int page) const { return page == 0 ? recto_ : !recto_; }
    Length column_left(int page, int column) const;
    Length column_right(int page, int column) const { return column_left(page, column) + format_.column; }
    /// First and last column of `columns` on that page, outer and inner resolved.
    std::pair<int, int> resolve(int page, const design::Columns& columns) const;

    void set(const std::string& name, double points) { values_[name] = points; }
    /// The value in points, for an expression on `page`; zero for an empty expression.
    std::optional<Length> value(const design::Expression& expression, int page) const;
    Length value_or(const design::Expression& expression, int page, Length otherwise) const;

private:
    std::optional<double> lookup(std::string_view name, int page) const;
    std::optional<double> column_name(std::string_view name, int page) const;

    const design::Format& format_;
    bool recto_;
    int second_;
    const design::Panel* panel_ = nullptr;
    std::map<std::string, double, std::less<>> values_;
};

}  // namespace brochure::layout
