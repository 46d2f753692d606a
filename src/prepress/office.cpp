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
