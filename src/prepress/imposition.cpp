#include "prepress/imposition.hpp"

#include <algorithm>
#include <cmath>

#include "text/paragraph.hpp"

namespace brochure::prepress {
namespace {

// Papers and pages come from inches and millimetres, rounded: A5 twice is A4 but for a hundredth of a point.
constexpr Length slack = Length::from_pt(0.02);

/// What a printer can print of a page that takes `cell` of the paper.
Rect printable(const Rect& cell, Size paper, Length margin) {
    const Length left = std::max(cell.left, margin), top = std::max(cell.top, margin);
    const Length right = std::min(cell.right(), paper.width - margin);
    const Length bottom = std::min(cell.bottom(), paper.height - margin);
    return {left, top, right - left, bottom - top};
}

Size turned(Size paper) {
    return {paper.height, paper.width};
}

double area(Size size) {
    return size.width.pt() * size.height.pt();
}

/// How many pages a paper holds side by side and one below another, each upright.
struct Grid {
    Size paper;
    int columns = 0, rows = 0;
    bool reachable = false;  // the printer reaches all of every page
    int count() const { return columns * rows; }
};

Grid grid_on(Size paper, Size page, Length margin) {
    const auto times = [&](Length whole, Length part) {
        return static_cast<int>(std::floor((whole - 2 * margin + slack) / part));
    };
    return {paper, times(paper.width, page.width), times(paper.height, page.height), margin > Length{}};
}

constexpr double one_size = 1.1;  // letter and A4 count as one

bool count_as_one(Size a, Size b) {
    return std::max(area(a), area(b)) < one_size * std::min(area(a), area(b));
}

/// The papers that are as small as a page allows.
std::vector<Size> small_papers(const std::vector<Size>& papers, Size page) {
    std::optional<double> smallest;
    const auto holds = [&](Size paper) {
        return grid_on(paper, page, {}).count() + grid_on(turned(paper), page, {}).count() > 0;
    };
    for (const Size& paper : papers)
        if (holds(paper) && (!smallest || area(paper) < *smallest)) smallest = area(paper);
    std::vector<Size> small;
    for (const Size& paper : papers)
        if (holds(paper) && area(paper) < one_size * *smallest) small.push_back(paper);
    return small;
}

/// The first paper, standing or lying, unless half as much again of another is used.
Grid best_grid(const std::vector<Size>& papers, Size page, Length margin) {
    Grid best;
    const auto share = [&](const Grid& grid) { return grid.count() * area(page) / area(grid.paper); };
    for (const Size& paper : papers) {
        const Grid standing = grid_on(paper, page, margin), lying = grid_on(turned(paper), page, margin);
        const Grid& grid = lying.count() > standing.count() ? lying : standing;
        if (grid.count() > 0 && (best.count() == 0 || share(grid) > 1.5 * share(best))) best = grid;
    }
    return best;
}

/// Copies that the printer reaches whole are worth a few less of them; halves of a sheet are not given up for that.
Grid best_grid(const Copier& copier, Size page) {
    const auto papers = small_papers(copier.papers, page);
    const Grid whole = best_grid(papers, page, copier.margin), all = best_grid(papers, page, {});
    return whole.count() > 1 && 4 * whole.count() >= 3 * all.count() ? whole : all;
}

/// What is printed of a copy: all of it, or what a margin leaves, the same on every copy.
Rect shown(const Grid& grid, const Rect& cell, Length margin) {
    if (grid.reachable) return cell;
    if (grid.count() == 1) return printable(cell, grid.paper, margin);
    return {cell.left + margin, cell.top + margin, cell.width - 2 * margin, cell.height - 2 * margin};
}

Sheet blank(Size paper) {
    const Rect all{{}, {}, paper.width, paper.height};
    return {.media = paper, .trim = all, .bleed = all, .pages = {}, .marks = {}};
}

/// Ticks in the white around the block of copies, in line with its cuts, as long as there is room for them.
std::vector<page::Item> cut_marks(const Grid& grid, Size page, Point first, Length margin) {
    const Length longest = Length::from_pt(12), offset = Length::from_pt(3);
    std::vector<page::Item> marks;
    const auto tick = [&](Point a, Point b) {
        const bool reached = fits(margin, a.x) && fits(b.x, grid.paper.width - margin) && fits(margin, a.y) &&
                             fits(b.y, grid.paper.height - margin);
        if (reached) marks.emplace_back(page::line(a, b, {"ink", Length::from_pt(0.25), false}));
    };
    const Length bottom = first.y + grid.rows * page.height, right = first.x + grid.columns * page.width;
    if (const Length room = std::min(longest, first.y - offset - margin); room.pt() > 3)
        for (int i = 0; i <= grid.columns; ++i) {
            const Length x = first.x + i * page.width;
            tick({x, first.y - offset - room}, {x, first.y - offset});
            tick({x, bottom + offset}, {x, bottom + offset + room});
        }
    if (const Length room = std::min(longest, first.x - offset - margin); room.pt() > 3)
        for (int i = 0; i <= grid.rows; ++i) {
            const Length y = first.y + i * page.height;
            tick({first.x - offset - room, y}, {first.x - offset, y});
            tick({right + offset, y}, {right + offset + room, y});
        }
    return marks;
}

/// Where the paper leaves no white for ticks, a hairline along the cuts, through the block.
void add_cut_lines(const Grid& grid, Size piece, Point first, Length margin, std::vector<page::Item>& marks) {
    if (grid.count() < 2) return;
    const Length bottom = first.y + grid.rows * piece.height, right = first.x + grid.columns * piece.width;
    const Length least = Length::from_pt(6) + margin;  // a tick and what it keeps off
    const auto cut = [&](Point a, Point b) {
        marks.emplace_back(page::line(a, b, {"ink", Length::from_pt(0.25), false}));
    };
    if (!(first.y > least))
        for (int i = 0; i <= grid.columns; ++i) {
            const Length x = first.x + i * piece.width;
            cut({x, first.y}, {x, bottom});
        }
    if (!(first.x > least))
        for (int i = 0; i <= grid.rows; ++i) {
            const Length y = first.y + i * piece.height;
            cut({first.x, y}, {right, y});
        }
}

/// Two short dashes at either side of every row, in line with the fold in its middle.
void add_fold_marks(const Grid& grid, Size piece, Point first, Length margin, std::vector<page::Item>& marks) {
    const Length dash = Length::from_pt(3), right = first.x + grid.columns * piece.width;
    for (int row = 0; row < grid.rows; ++row) {
        const Length y = first.y + (row + 0.5) * piece.height;
        for (const double at : {1.0, 3.0}) {
            const Length left = first.x - dash * (at + 1), out = right + dash * at;
            if (!fits(margin, left) || !fits(out + dash, grid.paper.width - margin)) continue;
            for (const Length x : {left, out})
                marks.emplace_back(page::line({x, y}, {x + dash, y}, {"ink", Length::from_pt(0.25), false}));
        }
    }
}

/// A line along each cut that has no room for ticks beside the block: just outside of the copies, and between those
/// that touch each other.
void mark_cuts(std::vector<page::Item>& marks, const Grid& grid, Size page, Point first, Length margin) {
    const Length beside = Length::from_pt(0.2), least = Length::from_pt(6) + margin;
    const Length width = grid.paper.width - margin, height = grid.paper.height - margin;
    const auto line = [&](Point a, Point b) {
        marks.emplace_back(page::line(a, b, {"ink", Length::from_pt(0.25), false}));
    };
    for (const Length x : {first.x - beside, first.x + grid.columns * page.width + beside})
        if (!(first.y > least) && fits(margin, x) && fits(x, width)) line({x, margin}, {x, height});
    for (const Length y : {first.y - beside, first.y + grid.rows * page.height + beside})
        if (!(first.x > least) && fits(margin, y) && fits(y, height)) line({margin, y}, {width, y});
    if (!grid.reachable) return;
    for (int i = 1; i < grid.columns && !(first.y > least); ++i) {
        const Length x = first.x + i * page.width;
        line({x, first.y}, {x, first.y + grid.rows * page.height});
    }
    for (int i = 1; i < grid.rows && !(first.x > least); ++i) {
        const Length y = first.y + i * page.height;
        line({first.x, y}, {first.x + grid.columns * page.width, y});
    }
}

/// Ticks on the cuts between copies that are clipped all round, at both ends of the white between them.
void mark_inner_cuts(std::vector<page::Item>& marks, const Grid& grid, Size page, Point first, Length margin) {
    const Length size = Length::from_pt(12);
    const auto both = [&](Point a, Point b, Point c, Point d) {
        for (const auto& [from, to] : {std::pair{a, b}, std::pair{c, d}})
            marks.emplace_back(page::line(from, to, {"ink", Length::from_pt(0.25), false}));
    };
    const Length width = grid.paper.width - margin, height = grid.paper.height - margin;
    for (int i = 1; i < grid.columns; ++i) {
        const Length x = first.x + i * page.width;
        both({x, margin}, {x, margin + size}, {x, height - size}, {x, height});
    }
    for (int i = 1; i < grid.rows; ++i) {
        const Length y = first.y + i * page.height;
        both({margin, y}, {margin + size, y}, {width - size, y}, {width, y});
    }
}

}  // namespace

Copier preferring(Copier copier, Size paper) {
    const auto is_it = [&](Size other) { return other == paper; };
    auto& papers = copier.papers;
    if (std::none_of(papers.begin(), papers.end(), is_it)) return copier;
    std::erase_if(papers, [&](Size other) { return count_as_one(other, paper); });
    papers.insert(papers.begin(), paper);
    return copier;
}

std::vector<Pair> booklet_order(std::size_t pages, bool right_to_left) {
    std::vector<Pair> order;
    const std::size_t all = (pages + 3) / 4 * 4;
    const auto side = [&](std::size_t left, std::size_t right) {
        const auto there = [&](std::size_t page) { return page < pages ? std::optional{page} : std::nullopt; };
        order.push_back(right_to_left ? Pair{there(right), there(left)} : Pair{there(left), there(right)});
    };
    for (std::size_t sheet = 0; sheet < all / 4; ++sheet) {
        side(all - 1 - 2 * sheet, 2 * sheet);
        side(2 * sheet + 1, all - 2 - 2 * sheet);
    }
    return order;
}

std::optional<Sheets> booklet(const page::Publication& publication, const Copier& copier) {
    const Size page = publication.pages.front().trim;
    std::optional<Size> paper;
    for (const Size& portrait : copier.papers)
        for (const Size& way : {turned(portrait), portrait})
            if (fits(2 * page.width, way.width + slack) && fits(page.height, way.height + slack) &&
                (!paper || area(way) < area(*paper)))
                paper = way;
    if (!paper) return std::nullopt;

    Sheets sheets;
    sheets.edition = Edition::office;
    sheets.publication = &publication;
    sheets.flip = paper->width > paper->height ? Flip::short_edge : Flip::long_edge;
    const Length spine = paper->width / 2, top = (paper->height - page.height) / 2;
    const auto order = booklet_order(publication.pages.size(), text::is_right_to_left(publication.lang));
    for (std::size_t i = 0; i < order.size(); ++i) {
        Sheet sheet = blank(*paper);
        const Length creep = static_cast<double>(i / 2) * copier.caliper;
        const auto place = [&](std::size_t which, Length left, Length towards_spine) {
            if (const auto number = order[i][which])
                sheet.pages.push_back({.page = *number,
                                       .origin = {left + towards_spine, top},
                                       .clip = printable({left, top, page.width, page.height}, *paper, copier.margin)});
        };
        place(0, spine - page.width, creep);
        place(1, spine, -creep);
        if (top - copier.margin > Length::from_pt(6) || spine - page.width - copier.margin > Length::from_pt(6))
            sheet.marks = cut_marks({*paper, 2, 1, false}, page, {spine - page.width, top}, copier.margin);
        sheets.sheets.push_back(std::move(sheet));
    }
    return sheets;
}

std::optional<Sheets> cut_pages(const page::Publication& publication, const Copier& copier, Piece piece) {
    const bool tent = piece == Piece::tent;
    const Size page = publication.pages.front().trim;
    const Size cut{page.width, tent ? 2 * page.height : page.height};
    const Grid grid = best_grid(copier, cut);
    if (grid.count() == 0) return std::nullopt;
    Sheets sheets;
    sheets.edition = Edition::office;
    sheets.publication = &publication;
    const Point first{(grid.paper.width - grid.columns * cut.width) / 2,
                      (grid.paper.height - grid.rows * cut.height) / 2};
    const auto count = static_cast<std::size_t>(grid.count()), all = publication.pages.size();
    const std::size_t last = piece == Piece::card ? (all + count - 1) / count * count : all;
    for (std::size_t done = 0; done < last; done += count) {
        Sheet sheet = blank(grid.paper);
        for (std::size_t k = 0; k < std::min(count, last - done); ++k) {
            const int column = static_cast<int>(k) % grid.columns, row = static_cast<int>(k) / grid.columns;
            const Rect cell{first.x + column * cut.width, first.y + row * cut.height, cut.width, cut.height};
            Placed placed{.page = (done + k) % all,
                          .origin = {cell.left, cell.bottom() - page.height},
                          .clip = shown(grid, cell, copier.margin),
                          .again = done + k >= all};
            sheet.pages.push_back(placed);
            if (!tent) continue;
            placed.origin = {cell.left, cell.top};
            placed.again = placed.turned = true;
            sheet.pages.push_back(placed);
        }
        sheet.marks = cut_marks(grid, cut, first, copier.margin);
        add_cut_lines(grid, cut, first, copier.margin, sheet.marks);
        if (tent) add_fold_marks(grid, cut, first, copier.margin, sheet.marks);
        sheets.sheets.push_back(std::move(sheet));
    }
    return sheets;
}

std::optional<Sheets> loose_leaves(const page::Publication& publication, const Copier& copier) {
    Sheets sheets;
    sheets.edition = Edition::office;
    sheets.publication = &publication;
    for (std::size_t i = 0; i < publication.pages.size(); ++i) {
        const Size page = publication.pages[i].trim;
        const Grid grid = best_grid(copier, page);
        if (grid.count() == 0) return std::nullopt;
        // The back is turned like a leaf of a book, so the block stands in the middle of its paper.
        if (publication.pages.size() > 1)
            sheets.flip = grid.paper.width > grid.paper.height ? Flip::short_edge : Flip::long_edge;
        const Point first{(grid.paper.width - grid.columns * page.width) / 2,
                          (grid.paper.height - grid.rows * page.height) / 2};
        Sheet sheet = blank(grid.paper);
        for (int k = 0; k < grid.count(); ++k) {
            const Rect cell{first.x + (k % grid.columns) * page.width, first.y + (k / grid.columns) * page.height,
                            page.width, page.height};
            sheet.pages.push_back(
                {.page = i, .origin = {cell.left, cell.top}, .clip = shown(grid, cell, copier.margin), .again = k > 0});
        }
        sheet.marks = cut_marks(grid, page, first, copier.margin);
        mark_cuts(sheet.marks, grid, page, first, copier.margin);
        if (!grid.reachable && copier.margin > Length{}) mark_inner_cuts(sheet.marks, grid, page, first, copier.margin);
        sheets.sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace brochure::prepress
