#pragma once
#include <string>

#include "cli/project.hpp"
#include "page/page.hpp"
#include "prepress/prepress.hpp"
#include "text/fonts.hpp"

namespace brochure::cli {

/// How words of the program itself look.
struct Look {
    std::string family = "data";  // of fonts/fonts.yaml; another one where there is none of that name
    int weight = 400;
    Length size = Length::from_pt(10), leading = Length::from_pt(14);
    std::string swatch = "ink";  // or "quiet"
    bool centred = false;        // about where it is placed; else it begins there
};

/// Pages of the program's own, in English and set from lines: a job ticket, a folding dummy. They are tagged like all
/// others. Swatches: "ink", and "quiet" for what is said by the way and for lines.
class Leaf {
public:
    Leaf(const Project& project, text::Fonts& fonts, std::string name, std::string title);

    /// Returns its number, from 0.
    std::size_t add_page(Size trim);
    page::ElementId add(page::Role role, page::ElementId parent = page::ElementId{0});
    page::Element& element(page::ElementId id) { return made_.structure[static_cast<std::size_t>(id.index)]; }

    /// Sets `words` from the baseline at `at` downwards, in lines of `measure` at most, as content of `element`.
    /// Returns how many lines that took.
    int set(std::size_t page, const std::string& words, const Look& look, Point at, Length measure,
            page::ElementId element);
    void draw(std::size_t page, page::Path path) { made_.pages[page].items.emplace_back(std::move(path)); }

    page::Publication take() { return std::move(made_); }

private:
    std::string family_named(const std::string& wanted) const;

    const Project& project_;
    text::Fonts& fonts_;
    page::Publication made_;
};

/// Writes sheets of such pages, for the screen and for any printer.
/// The file claims PDF/UA-1 and PDF/A-2a if nothing speaks against it.
bool write_leaf(const prepress::Sheets& sheets, const text::Fonts& fonts, const std::filesystem::path& file,
                Diagnostics& found);

}  // namespace brochure::cli
