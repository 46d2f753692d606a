#include "prepress/office.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <cstdio>
#include <map>

#include "page/codes.hpp"
#include "prepress/ground.hpp"

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

/// How far something is from one edge of its page, and how far it has to be for the printer to reach it.
struct Gap {
    Length has, needs;
};

/// Which of the four sides of its page, left, top, right, bottom, something touches or passes.
using Sides = std::bitset<4>;

// On the sides where it runs off, a thing is drawn to be cut.
std::optional<Gap> worst_gap(const Rect& box, const Rect& reached, Size page, Sides off) {
    const Gap gaps[] = {{box.left, reached.left},
                        {box.top, reached.top},
                        {page.width - box.right(), page.width - reached.right()},
                        {page.height - box.bottom(), page.height - reached.bottom()}};
    std::optional<Gap> worst;
    for (std::size_t side = 0; side < std::size(gaps); ++side)
        if (const Gap& gap = gaps[side]; !off[side] && (!worst || gap.has - gap.needs < worst->has - worst->needs))
            worst = gap;
    return worst;
}

/// Something that should come out whole, but for those sides.
struct Whole {
    Rect box;
    Nearest::Kind kind;
    SourcePosition where;
    Sides off = {};
};

// Colour that is to run off the page touches the trim or passes it.
Sides runs_off(const Rect& box, Size trim) {
    constexpr double hair = 0.05;  // points
    Sides sides;
    sides[0] = box.left.pt() <= hair;
    sides[1] = box.top.pt() <= hair;
    sides[2] = box.right().pt() >= trim.width.pt() - hair;
    sides[3] = box.bottom().pt() >= trim.height.pt() - hair;
    return sides;
}

// What somebody drew or photographed; text has its place wherever it runs.
std::optional<Rect> colour_of(const page::Publication& publication, const page::Page& page, const page::Item& item) {
    if (const auto* picture = std::get_if<page::PlacedPicture>(&item)) return picture->clip;
    const auto* path = std::get_if<page::Path>(&item);
    if (!path || (path->fill.empty() && !path->stroke)) return std::nullopt;
    const auto at = static_cast<std::size_t>(&item - page.items.data());
    return prints_nothing(publication, page, at, true) ? std::nullopt : std::optional{box_of(*path)};
}

using OffSides = std::map<page::ElementId, Sides>;

// The sides on which some part of a figure runs off the page: there all of it is drawn to be cut, as a globe is. A QR
// code is not.
OffSides figures_that_run_off(const page::Publication& publication, const page::Page& page) {
    OffSides all;
    for (const page::Item& item : page.items)
        if (const auto box = colour_of(publication, page, item); box && !page::code_of(publication, item))
            all[std::visit([](const auto& it) { return it.element; }, item)] |= runs_off(*box, page.trim);
    all.erase(page::artifact);
    return all;
}

std::optional<Whole> whole_of(const page::Publication& publication, const page::Page& page, const page::Item& item,
                              const OffSides& off) {
    if (const auto* text = std::get_if<page::PlacedRun>(&item)) {
        if (text->run.glyphs.empty()) return std::nullopt;
        const Length capitals = text->run.size * 0.7;
        return Whole{{text->origin.x, text->origin.y - capitals, text->run.advance, capitals},
                     Nearest::Kind::text,
                     text->run.where};
    }
    if (const page::Element* code = page::code_of(publication, item))
        return Whole{*code->box, Nearest::Kind::code, code->where};
    const auto box = colour_of(publication, page, item);
    if (!box || box->width < Length{} || box->height < Length{}) return std::nullopt;
    const auto figure = off.find(std::visit([](const auto& it) { return it.element; }, item));
    const Sides sides = runs_off(*box, page.trim) | (figure == off.end() ? Sides{} : figure->second);
    if (const auto* picture = std::get_if<page::PlacedPicture>(&item))
        return Whole{*box, Nearest::Kind::picture, publication.pictures[picture->picture].photo.where, sides};
    const page::ElementId element = std::get<page::Path>(item).element;
    return Whole{*box, Nearest::Kind::drawing,
                 element == page::artifact ? SourcePosition{}
                                           : publication.structure[static_cast<std::size_t>(element.index)].where,
                 sides};
}

std::optional<Nearest> nearest_on(const page::Publication& publication, const Placed& placed) {
    const page::Page& page = publication.pages[placed.page];
    const Rect reached{placed.clip.left - placed.origin.x, placed.clip.top - placed.origin.y, placed.clip.width,
                       placed.clip.height};
    std::optional<Nearest> nearest;
    std::array<std::size_t, 4> cut{};
    const page::Element* code = nullptr;  // of which all pieces are one thing
    const auto off = figures_that_run_off(publication, page);
    for (const page::Item& item : page.items) {
        const page::Element* const part_of = page::code_of(publication, item);
        const auto whole = part_of && part_of == code ? std::nullopt : whole_of(publication, page, item, off);
        code = part_of;
        const auto gap = whole ? worst_gap(whole->box, reached, page.trim, whole->off) : std::nullopt;
        if (!gap) continue;
        if (gap->needs.pt() - gap->has.pt() > forgiven) ++cut[static_cast<std::size_t>(whole->kind)];
        if (!nearest || gap->has - gap->needs < nearest->has - nearest->needs)
            nearest =
                Nearest{static_cast<int>(placed.page) + 1, whole->box, gap->has, gap->needs, whole->where, whole->kind};
    }
    if (nearest) nearest->cut = cut;
    return nearest;
}

std::string points(Length length) {
    std::array<char, 32> text{};
    const int size = std::snprintf(text.data(), text.size(), "%.4g", length.pt());
    return {text.data(), static_cast<std::size_t>(std::max(0, size))};
}

/// "a piece of text", "3 pictures", "12 things".
std::string words_for(const Nearest& nearest) {
    constexpr const char* one[] = {"a piece of text", "a picture", "a line or a shape", "a QR code"};
    constexpr const char* many[] = {" pieces of text", " pictures", " lines and shapes", " QR codes"};
    const auto kind = static_cast<std::size_t>(nearest.kind);
    if (nearest.all_cut() == 1) return one[kind];
    return std::to_string(nearest.all_cut()) + (nearest.cut[kind] == nearest.all_cut() ? many[kind] : " things");
}

bool is_cut(const Sheets& sheets) {
    return std::any_of(sheets.sheets.begin(), sheets.sheets.end(),
                       [](const Sheet& sheet) { return sheet.pages.size() > 1; });
}

// A panel that is folded in is shorter than the others; panels of one width are folded to and fro (R39).
bool folds_like_z(const page::Page& page) {
    if (page.folds.size() < 2) return false;
    const Length width = page.folds.front();
    Length left;
    for (const Length fold : page.folds) {
        if (std::abs((fold - left - width).pt()) > 0.1) return false;
        left = fold;
    }
    return std::abs((page.trim.width - left - width).pt()) <= 0.1;
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
            if (const auto nearest = nearest_on(*sheets.publication, placed)) all.push_back(*nearest);
        }
    std::sort(all.begin(), all.end(), [](const Nearest& a, const Nearest& b) { return a.page < b.page; });
    return all;
}

void check_margin(const Sheets& sheets, SourcePosition where, Diagnostics& found) {
    for (const Nearest& each : nearest_to_margin(sheets)) {
        if (each.all_cut() == 0) continue;
        found.error(each.where.file.index < 0 ? where : each.where, "copier-margin",
                    "page " + std::to_string(each.page) + " of " + sheets.publication->name +
                        ": the office printer cuts off " + words_for(each) + ": one begins " + points(each.has) +
                        " pt from the edge, and printing " + points(each.needs),
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
    if (folded)
        return text + (folds_like_z(pages.front()) ? "; fold it to and fro where its panels meet, like a Z"
                                                   : "; fold it where its panels meet");
    if (!is_cut(sheets)) return text;
    std::size_t pieces = 0;
    for (const Sheet& sheet : sheets.sheets) pieces += sheet.pages.size();
    if (binding != Binding::card || pages.size() < 2) return text + "; cut it apart";
    return text + "; cut it apart: " + std::to_string(pieces / pages.size()) + " sets of " +
           std::to_string(pages.size()) + " cards";
}

}  // namespace brochure::prepress
