#include <algorithm>
#include <optional>

#include "design/check.hpp"

namespace brochure::design {
namespace {

constexpr double most_of_leading = 2;  // lines set closer than half their size lie upon one another
constexpr double most_of_page = 0.5;   // of the height of the lowest page: two lines of a title would not fit

double lowest_page(const Design& design) {
    double lowest = 1e9;
    for (const auto& [name, format] : design.formats) lowest = std::min(lowest, format.trim.height.pt());
    return lowest;
}

// What is inherited is told where it is written.
void check_style(const Checking& checking, const Style& style, const yaml::Node& written, double page) {
    const auto check = [&](const yaml::Node& where, std::string_view name, Length size, std::optional<Length> leading) {
        if (std::max(size, leading.value_or(Length{})).pt() > page * most_of_page)
            checking.found.error(where.where, "absurd-size",
                                 "'" + std::string{name} + "' is more than half as high as the page",
                                 "lengths are points, 72 to an inch: text to read has 8 to 12, a title up to 72");
        else if (leading && size.pt() > leading->pt() * most_of_leading)
            checking.found.error(where.where, "absurd-size",
                                 "'" + std::string{name} +
                                     "' is more than twice the leading: lines would lie upon "
                                     "one another",
                                 "write a smaller size, or a leading of about 1.3 times the size");
    };
    // Of those tried one after another most stand on one line.
    if (const auto* sizes = written.find("sizes"); sizes && sizes->items.size() == style.sizes.size())
        for (std::size_t i = 0; i < style.sizes.size(); ++i) check(sizes->items[i], "sizes", style.sizes[i], {});
    if (const auto* size = written.find("size"))
        check(*size, "size", style.size, style.leading);
    else if (const auto* leading = written.find("leading"))
        check(*leading, "leading", style.size, style.leading);
}

}  // namespace

void check_sizes(const Checking& checking) {
    const auto* styles = checking.root.find("styles");
    if (!styles || styles->kind != yaml::Kind::map) return;
    const double page = lowest_page(checking.design);
    for (const auto& entry : styles->entries)
        if (const auto style = checking.design.styles.find(entry.key.value);
            style != checking.design.styles.end() && entry.value.kind == yaml::Kind::map)
            check_style(checking, style->second, entry.value, page);
}

}  // namespace brochure::design
