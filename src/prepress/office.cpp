#include "prepress/office.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace brochure::prepress {
namespace {

struct NamedPaper {
    const char* name;
    double width, height;  // points, portrait
};
constexpr std::array<NamedPaper, 5> papers{{{"letter", 612, 792},
                                            {"legal", 612, 1008},
                                            {"11 x 17 in", 792, 1224},
                                            {"A4", 595.28, 841.89},
                                            {"A3", 841.89, 1190.55}}};

std::string name_of(Size paper) {
    const double width = std::min(paper.width.pt(), paper.height.pt());
    const double height = std::max(paper.width.pt(), paper.height.pt());
    for (const auto& each : papers)
        if (std::abs(each.width - width) < 0.1 && std::abs(each.height - height) < 0.1) return each.name;
    std::array<char, 48> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.0f x %.0f mm", paper.width.mm(), paper.height.mm());
    return {text.data(), static_cast<std::size_t>(std::max(0, length))};
}

// Punctuation hangs out a little, and nobody misses less.
constexpr double forgiven = 0.5;  // points

/// How far text is from one edge of its page, and how far it has to be for the printer to reach it.
struct Gap {
    Length has, needs;
};

Gap worst_gap(const Rect& text, const Rect& reached, Size page) {
    const Gap gaps[] = {{text.left, reached.left},
                        {text.top, reached.top},
                        {page.width - text.right(), page.width - reached.right()},
                        {page.height - text.bottom(), page.height - reached.bottom()}};
    return *std::min_element(std::begin(gaps), std::end(gaps),
                             [](const Gap& a, const Gap& b) { return a.has - a.needs < b.has - b.needs; });
}

std::optional<Nearest> nearest_on(const page::Page& page, int number, const Placed& placed) {
    const Rect reached{placed.clip.left - placed.origin.x, placed.clip.top - placed.origin.y, placed.clip.width,
                       placed.clip.height};
    std::optional<Nearest> nearest;
    std::size_t cut = 0;
    for (const page::Item& item : page.items) {
        const auto* text = std::get_if<page::PlacedRun>(&item);
        if (!text || text->run.glyphs.empty()) continue;
        const Length capitals = text->run.size * 0.7;
        const Rect place{text->origin.x, text->origin.y - capitals, text->run.advance, capitals};
        const Gap gap = worst_gap(place, reached, page.trim);
        if (gap.needs.pt() - gap.has.pt() > forgiven) ++cut;
        if (!nearest || gap.has - gap.needs < nearest->has - nearest->needs)
            nearest = Nearest{number, place, gap.has, gap.needs, text->run.where};
    }
    if (nearest) nearest->cut = cut;
    return nearest;
}

std::string points(Length length) {
    std::array<char, 32> text{};
    const int size = std::snprintf(text.data(), text.size(), "%.4g", length.pt());
    return {text.data(), static_cast<std::size_t>(std::max(0, size))};
}

bool is_cut(const Sheets& sheets) {
    return std::any_of(sheets.sheets.begin(), sheets.sheets.end(),
                       [](const Sheet& sheet) { return sheet.pages.size() > 1; });
}

std::optional<Sheets> sheets_of(const page::Publication& publication, Binding binding, const Copier& copier) {
    if (binding == Binding::stapled) return booklet(publication, copier);
    if (binding == Binding::loose) return loose_leaves(publication, copier);
    const Piece piece = binding == Binding::tent ? Piece::tent : binding == Binding::card ? Piece::card : Piece::page;
    return cut_pages(publication, copier, piece);
}

}  // namespace

std::optional<Sheets> office_sheets(const page::Publication& publication, Binding binding, const Copier& copier,
                                    SourcePosition where, Diagnostics& found) {
    auto sheets = sheets_of(publication, binding, copier);
    if (sheets) return sheets;
    const Size page = publication.pages.front().trim;
    std::string trays;
    for (const Size& paper : copier.papers) trays.append(trays.empty() ? "" : ", ").append(name_of(paper));
    found.error(where, "no-paper",
                std::string{"the office printer has no paper for "} +
                    (binding == Binding::stapled ? "two pages side by side of " : "a page of ") + name_of(page) +
                    " (it has " + trays + ")",
                "leave out `office` from `editions:`, or choose a smaller `format:`");
    return std::nullopt;
}

std::vector<Nearest> nearest_to_margin(const Sheets& sheets) {
    std::vector<Nearest> all;
    if (sheets.edition != Edition::office) return all;
    for (const Sheet& sheet : sheets.sheets)
        for (const Placed& placed : sheet.pages) {
            if (placed.again) continue;
            const auto& page = sheets.publication->pages[placed.page];
            if (const auto nearest = nearest_on(page, static_cast<int>(placed.page) + 1, placed))
                all.push_back(*nearest);
        }
    std::sort(all.begin(), all.end(), [](const Nearest& a, const Nearest& b) { return a.page < b.page; });
    return all;
}

void check_margin(const Sheets& sheets, SourcePosition where, Diagnostics& found) {
    for (const Nearest& each : nearest_to_margin(sheets)) {
        if (each.cut == 0) continue;
        found.error(each.where.file.index < 0 ? where : each.where, "copier-margin",
                    "page " + std::to_string(each.page) + " of " + sheets.publication->name +
                        ": the office printer cuts off " +
                        (each.cut == 1 ? "a piece of text" : std::to_string(each.cut) + " pieces of text") +
                        ": one begins " + points(each.has) + " pt from the edge, and printing " + points(each.needs),
                    "set the 'margin' in content/printers/office.yaml to what the printer leaves white, or leave out "
                    "`office` from `editions:`",
                    Measured{each.page, each.place, each.has.pt(), each.needs.pt(), "pt"});
    }
}

std::string instruction(const Sheets& sheets, Binding binding) {
    if (sheets.sheets.empty()) return {};
    std::string text = "print on " + name_of(sheets.sheets.front().media) + " paper at 100 %";
    if (sheets.flip == Flip::short_edge) text += ", both sides, flip on the short edge";
    if (sheets.flip == Flip::long_edge) text += ", both sides, flip on the long edge";
    if (binding == Binding::stapled) return text + "; fold the stack in the middle and staple it";
    if (binding == Binding::tent) return text + "; cut it apart and fold every piece in the middle";
    const auto& pages = sheets.publication->pages;
    const bool folded =
        std::any_of(pages.begin(), pages.end(), [](const page::Page& page) { return !page.folds.empty(); });
    if (folded) return text + "; fold it where its panels meet";
    return is_cut(sheets) ? text + "; cut it apart" : text;
}

}  // namespace brochure::prepress
