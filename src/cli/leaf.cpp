#include "cli/leaf.hpp"

#include "cli/version.hpp"
#include "pdf/pdf.hpp"
#include "prepress/claims.hpp"
#include "text/paragraph.hpp"

namespace brochure::cli {

Leaf::Leaf(const Project& project, text::Fonts& fonts, std::string name, std::string title)
    : project_{project}, fonts_{fonts} {
    made_.name = std::move(name);
    made_.title = std::move(title);
    made_.lang = "en";
    made_.swatches = {{"ink", {0x1A, 0x1A, 0x1A}, {0, 0, 0, 100}, true}, {"quiet", {0x5C, 0x5C, 0x5C}, {0, 0, 0, 65}}};
    made_.structure.resize(1);
    made_.structure[0].role = page::Role::document;
}

std::size_t Leaf::add_page(Size trim) {
    page::Page page;
    page.trim = trim;
    page.label = std::to_string(made_.pages.size() + 1);
    made_.pages.push_back(std::move(page));
    return made_.pages.size() - 1;
}

page::ElementId Leaf::add(page::Role role, page::ElementId parent) {
    const page::ElementId id{static_cast<int>(made_.structure.size())};
    page::Element one;
    one.role = role;
    one.parent = parent;
    made_.structure.push_back(std::move(one));
    element(parent).children.push_back(id);
    return id;
}

std::string Leaf::family_named(const std::string& wanted) const {
    const auto& families = project_.manifest.families;
    return families.contains(wanted) || families.empty() ? wanted : families.begin()->first;
}

int Leaf::set(std::size_t page, const std::string& words, const Look& look, Point at, Length measure,
              page::ElementId element) {
    design::Style style;
    style.family = family_named(look.family);
    style.weight = look.weight;
    style.size = look.size;
    style.leading = look.leading;
    style.swatch = look.swatch;
    style.hang = false;
    text::Span span;
    span.text = words;
    span.style = &style;
    span.lang = "en";
    // A character that no font has was told of where the publication that it comes from was set.
    Diagnostics ignored;
    const text::Prepared prepared = text::prepare({&span, 1}, fonts_, ignored);
    int lines = 0;
    for (auto& line : text::break_lines(prepared, {measure, {}}, ignored)) {
        const Length left = look.centred ? at.x - line.width / 2 : at.x;
        const Length baseline = at.y + look.leading * static_cast<double>(lines++);
        for (auto& run : line.runs) {
            const Point origin{left + run.x, baseline};
            made_.pages[page].items.emplace_back(page::PlacedRun{origin, std::move(run), element});
        }
    }
    return lines;
}

bool write_leaf(const prepress::Sheets& sheets, const text::Fonts& fonts, const std::filesystem::path& file,
                Diagnostics& found) {
    Diagnostics ignored;
    const pdf::Target target{
        .producer = std::string{"brochure "} + version,
        .claims = prepress::claims_of(*sheets.publication, prepress::Edition::screen, {}, ignored)};
    return pdf::write(sheets, {}, fonts, target, file, found).has_value();
}

}  // namespace brochure::cli
