#include "cli/dummy.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "cli/leaf.hpp"
#include "prepress/imposition.hpp"
#include "text/paragraph.hpp"

namespace brochure::cli {
namespace {

constexpr Length margin = 54_pt;

bool is_stapled(const PlannedJob& job) {
    return job.job.publication->binding == "saddle-stitch";
}

bool is_folded(const page::Publication& publication) {
    return !publication.pages.empty() && !publication.pages.front().folds.empty();
}

std::string measure_of(Length length) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.6g in \u00B7 %.1f mm", std::round(length.pt() / 72 * 1e4) / 1e4,
                  length.mm());
    return text.data();
}

Look words(double size, const char* swatch) {
    return {.size = Length::from_pt(size), .leading = Length::from_pt(size * 1.4), .swatch = swatch};
}

/// A line of dashes, in one path.
page::Path dashed(Point from, Point to) {
    constexpr double dash = 4, gap = 3;  // points
    page::Path path;
    path.stroke = page::Stroke{"quiet", Length::from_pt(0.5), false};
    const double dx = (to.x - from.x).pt(), dy = (to.y - from.y).pt(), length = std::abs(dx) + std::abs(dy);
    for (double at = 0; at < length; at += dash + gap)
        for (const double end : {at, std::min(at + dash, length)})
            path.segments.push_back(
                {end == at ? page::PathSegment::Kind::move : page::PathSegment::Kind::line,
                 {from.x + Length::from_pt(dx * end / length), from.y + Length::from_pt(dy * end / length)},
                 {},
                 {}});
    return path;
}

/// The outline of a rectangle.
page::Path framed(const Rect& rect) {
    page::Path path = page::rectangle(rect, {});
    path.stroke = page::Stroke{"quiet", Length::from_pt(0.75), false};
    return path;
}

/// What all dummies have in common: paper, heading, what to do.
class Dummy {
public:
    Dummy(const PlannedJob& job, const page::Publication& publication, const Project& project, text::Fonts& fonts)
        : job_{job},
          publication_{publication},
          leaf_{project, fonts, publication.name + "-dummy", "Folding dummy: " + publication.title} {
        const auto format = job.design->formats.find(job.job.publication->format.value);
        if (format != job.design->formats.end()) format_ = &format->second;
        const bool metric = publication.pages.front().bleed.pt() < 8.9;
        paper_ = metric ? Size{210_mm, 297_mm} : Size{8.5_in, 11_in};
        leaf_.add_page(paper_);
    }

    /// Returns the page, whose sheets are then `sheets()`.
    page::Publication make() {
        if (is_stapled(job_))
            show_sheets();
        else
            show_sides();
        return leaf_.take();
    }

    prepress::Sheets sheets(const page::Publication& made) const {
        prepress::Sheets all = prepress::single_pages(made, prepress::Edition::screen);
        if (made.pages.size() < 2) return all;
        // The other side hangs below the first, head down: folded back there they lie back to back.
        all.sheets.pop_back();
        const Size side = made.pages[1].trim;
        const Point corner{(paper_.width - side.width) / 2, paper_.height / 2};
        all.sheets[0].pages.push_back(
            {.page = 1,
             .origin = corner,
             .clip = {corner.x - 1_pt, corner.y - 1_pt, side.width + 2_pt, side.height + 2_pt},
             .turned = true});
        return all;
    }

private:
    Length begin(const std::string& advice) {
        const Look title{.family = "text", .weight = 600, .size = 18_pt, .leading = 22_pt};
        const Length width = paper_.width - margin * 2.0;
        const int lines = leaf_.set(0, "How to fold \u201C" + publication_.title + "\u201D", title, {margin, 60_pt},
                                    width, leaf_.add(page::Role::h1));
        const Length below = 60_pt + 22_pt * static_cast<double>(lines - 1) + 18_pt;
        const int more = leaf_.set(0, advice, words(8.5, "quiet"), {margin, below}, width, leaf_.add(page::Role::p));
        return below + 12_pt * static_cast<double>(more);
    }

    // A folded sheet. Both sides have the same scale, so that they can be laid back to back.
    void show_sides() {
        const Length top = begin(
            "Cut around both sides together, fold back along the line between them, then fold at the dashed lines: "
            "panel 1 comes to lie in front. Numbers give the order in which the panels are read.");
        const Size sheet = publication_.pages.front().trim;
        const Length room = paper_.height / 2 - top - 6_pt;
        scale_ = std::min((paper_.width - margin * 2.0) / sheet.width, room / sheet.height);
        const Size side{sheet.width * scale_, sheet.height * scale_};
        show_side(0, {(paper_.width - side.width) / 2, paper_.height / 2 - side.height}, "Outside, page 1", "outside");
        if (publication_.pages.size() < 2) return;
        leaf_.add_page(side);
        show_side(1, {}, "Inside, page 2", "inside");
    }

    struct Panel {
        std::string name;
        Length left, width;
        int read = 0;
    };

    std::vector<Panel> panels_of(const page::Page& page, const std::string& side) const {
        std::vector<Panel> panels;
        const bool rtl = text::is_right_to_left(publication_.lang);
        if (format_)
            if (const auto known = format_->panels.find(side); known != format_->panels.end())
                for (const auto& each : known->second)
                    panels.push_back(
                        {each.name, rtl ? page.trim.width - each.left - each.width : each.left, each.width, each.read});
        if (!panels.empty()) return panels;
        std::vector<Length> edges = page.folds;
        edges.insert(edges.begin(), Length{});
        edges.push_back(page.trim.width);
        for (std::size_t i = 0; i + 1 < edges.size(); ++i)
            panels.push_back({"panel", edges[i], edges[i + 1] - edges[i], static_cast<int>(i) + 1});
        return panels;
    }

    void show_side(std::size_t which, Point corner, const char* name, const char* side) {
        const page::Page& page = publication_.pages[which];
        const Rect all{corner.x, corner.y, page.trim.width * scale_, page.trim.height * scale_};
        leaf_.draw(which, framed(all));
        leaf_.set(which, name, words(7, "quiet"), {all.left + 6_pt, all.top + 12_pt}, all.width,
                  leaf_.add(page::Role::h2));
        auto panels = panels_of(page, side);
        std::sort(panels.begin(), panels.end(), [](const auto& a, const auto& b) { return a.read < b.read; });
        for (const Panel& panel : panels) show_panel(which, all, panel);
        for (const Length fold : page.folds) {
            const Length x = all.left + fold * scale_;
            leaf_.draw(which, dashed({x, all.top}, {x, all.bottom() - 20_pt}));
            Look look = words(7, "quiet");
            look.centred = true;
            leaf_.set(which, "fold", look, {x, all.bottom() - 8_pt}, 60_pt, page::artifact);
        }
    }

    void show_panel(std::size_t which, const Rect& side, const Panel& panel) {
        const Length middle = side.left + (panel.left + panel.width / 2) * scale_, width = panel.width * scale_;
        const Length baseline = side.top + side.height / 2;
        const auto set = [&](const std::string& text, Look look, Length down) {
            look.centred = true;
            leaf_.set(which, text, look, {middle, baseline + down}, width, leaf_.add(page::Role::p));
        };
        set(std::to_string(panel.read), {.size = 40_pt, .leading = 44_pt}, 0_pt);
        set(panel.name, words(9, "ink"), 18_pt);
        set(measure_of(panel.width), words(7, "quiet"), 30_pt);
    }

    // A stapled booklet: a row for each sheet, its front on the left and its back on the right.
    void show_sheets() {
        const std::size_t pages = publication_.pages.size();
        const auto order = prepress::booklet_order(pages, text::is_right_to_left(publication_.lang));
        const std::size_t sheets = order.size() / 2, shown = std::min(sheets, most_sheets);
        std::string advice =
            "Lay the sheets on each other, sheet 1 outermost, fold the stack at the dashed lines and staple it there. "
            "The two page numbers of a side add up to " +
            std::to_string((pages + 3) / 4 * 4 + 1) + ".";
        if (shown < sheets)
            advice +=
                " Of the " + std::to_string(sheets) + " sheets the first " + std::to_string(shown) + " are shown.";
        const Length top = begin(advice) + 12_pt, gap = 18_pt, label = 16_pt;
        const Size page = publication_.pages.front().trim;
        const Length row = (paper_.height - margin - top) / static_cast<double>(std::max<std::size_t>(shown, 4));
        const Length width = (paper_.width - margin * 2.0 - gap) / 2;
        scale_ = std::min(width / (page.width * 2.0), (row - label - 8_pt) / page.height);
        const Length wide = page.width * 2.0 * scale_;
        const Length left = (paper_.width - wide * 2.0 - gap) / 2;
        table_ = leaf_.add(page::Role::table);
        for (std::size_t i = 0; i < shown; ++i)
            for (std::size_t back = 0; back < 2; ++back) {
                const Point corner{left + (wide + gap) * static_cast<double>(back),
                                   top + row * static_cast<double>(i) + label};
                const std::string name = "Sheet " + std::to_string(i + 1) + (back ? ", back" : ", front");
                show_spread(corner, {page.width * scale_, page.height * scale_}, name, order[2 * i + back]);
            }
    }

    void show_spread(Point corner, Size page, const std::string& name, const prepress::Pair& pair) {
        const auto row = leaf_.add(page::Role::row, table_), head = leaf_.add(page::Role::head_cell, row);
        leaf_.element(head).scope = "Row";
        leaf_.set(0, name, words(7, "quiet"), {corner.x, corner.y - 4_pt}, page.width * 2.0, head);
        leaf_.draw(0, framed({corner.x, corner.y, page.width * 2.0, page.height}));
        const Length spine = corner.x + page.width;
        leaf_.draw(0, dashed({spine, corner.y}, {spine, corner.y + page.height}));
        Look mark = words(7, "quiet");
        mark.centred = true;
        leaf_.set(0, "fold", mark, {spine, corner.y - 4_pt}, 60_pt, page::artifact);
        const double size = std::min(28.0, page.height.pt() * 0.4);
        Look number{.size = Length::from_pt(size), .leading = Length::from_pt(size), .centred = true};
        for (std::size_t i = 0; i < 2; ++i) {
            const Point at{corner.x + page.width * (static_cast<double>(i) + 0.5),
                           corner.y + page.height / 2 + Length::from_pt(size * 0.3)};
            leaf_.set(0, pair[i] ? std::to_string(*pair[i] + 1) : "\u2013", number, at, page.width,
                      leaf_.add(page::Role::data_cell, row));
        }
    }

    static constexpr std::size_t most_sheets = 12;
    const PlannedJob& job_;
    const page::Publication& publication_;
    Leaf leaf_;
    const design::Format* format_ = nullptr;
    Size paper_;
    double scale_ = 1;
    page::ElementId table_;  // of a booklet's sheets
};

}  // namespace

bool has_dummy(const PlannedJob& job, const page::Publication& publication) {
    return is_stapled(job) || is_folded(publication);
}

bool write_dummy(const PlannedJob& job, const page::Publication& publication, const Project& project,
                 text::Fonts& fonts, const std::filesystem::path& file, Diagnostics& found) {
    Dummy dummy{job, publication, project, fonts};
    const page::Publication made = dummy.make();
    return write_leaf(dummy.sheets(made), fonts, file, found);
}

}  // namespace brochure::cli
