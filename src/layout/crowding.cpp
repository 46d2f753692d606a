#include "layout/crowding.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <string>

#include "page/codes.hpp"
#include "text/utf8.hpp"
#include "text/wide_marks.hpp"

namespace brochure::layout {
namespace {

// What of a line no other text may touch: its small letters. Ascenders and descenders of lines set close may meet.
constexpr double above = 0.5, below = 0.1;  // em, from the baseline
constexpr double touch = 0.5;               // points that lines side by side may share
constexpr double clear_of_fold = 9;         // points on both sides (DESIGN 2)

// A run of text on a page, points.
struct Mark {
    double left = 0, right = 0, baseline = 0, size = 0;
    double run_baseline = 0;  // what its glyphs' offsets count from: readings stand above it
    int block = -1;           // the element it belongs to; below -1: an artifact, each on its own
    const text::GlyphRun* run = nullptr;
    double top() const { return baseline - above * size; }
    double bottom() const { return baseline + below * size; }
};

// Words of one block may meet, but those of one line do not lie on each other: a column of it may run into the next.
constexpr double least_overlap = 2;  // points

bool touches(const Mark& a, const Mark& b) {
    if (a.block == b.block)
        return std::abs(a.baseline - b.baseline) < touch &&
               std::min(a.right, b.right) - std::max(a.left, b.left) > least_overlap;
    return std::min(a.right, b.right) - std::max(a.left, b.left) > touch && a.top() < b.bottom() &&
           b.top() < a.bottom();
}

std::string points(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string lines(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " line" : " lines");
}

class PageCheck {
public:
    PageCheck(const page::Publication& publication, std::size_t index, const design::Format& format,
              const text::InkAbove& above_of, Diagnostics& found)
        : publication_{publication},
          page_{publication.pages[index]},
          format_{format},
          above_of_{above_of},
          found_{found} {
        for (const auto& item : page_.items) {
            if (const auto* placed = std::get_if<page::PlacedRun>(&item)) add(*placed);
            if (const page::Element* code = page::code_of(publication, item))
                if (codes_.empty() || codes_.back() != code) codes_.push_back(code);
        }
        std::stable_sort(marks_.begin(), marks_.end(),
                         [](const Mark& a, const Mark& b) { return a.baseline < b.baseline; });
    }

    void run() {
        for (const Mark& mark : marks_) {
            look_outside(mark);
            look_at_folds(mark);
        }
        for (const page::Element* code : codes_) look_at_code(*code);
        for (std::size_t i = 0; i < marks_.size(); ++i)
            for (std::size_t j = i + 1; j < marks_.size(); ++j) {
                if (marks_[j].baseline - above * largest_ > marks_[i].bottom()) break;
                if (touches(marks_[i], marks_[j])) collide(marks_[i], marks_[j]);
            }
    }

private:
    void add(const page::PlacedRun& placed) {
        if (placed.run.glyphs.empty()) return;
        Mark mark;
        mark.left = placed.origin.x.pt();
        mark.right = mark.left + placed.run.advance.pt();
        mark.baseline = placed.origin.y.pt();
        mark.run_baseline = mark.baseline;
        if (placed.run.ruby == text::Ruby::reading) mark.baseline -= placed.run.offset(0).y;  // it stands above
        mark.size = placed.run.size.pt();
        leave_out_blanks(placed.run, mark);
        mark.block = block_of(placed.element);
        mark.run = &placed.run;
        largest_ = std::max(largest_, mark.size);
        marks_.push_back(mark);
    }

    // Full-width brackets and stops are blank in one half, with which they may hang in the margin.
    static void leave_out_blanks(const text::GlyphRun& run, Mark& mark) {
        const auto fills_square = [&](const text::Glyph& glyph) { return glyph.advance > 0.75 * mark.size; };
        if (run.rtl || run.text.empty()) return;
        std::uint32_t first = 0, last = static_cast<std::uint32_t>(run.text.size() - 1);
        while (last > 0 && (static_cast<unsigned char>(run.text[last]) & 0xC0U) == 0x80U) --last;
        if (fills_square(run.glyphs.back()) &&
            text::wide_mark(text::next_code(run.text, last)) == text::WideMark::closing)
            mark.right -= mark.size / 2;
        if (fills_square(run.glyphs.front()) &&
            text::wide_mark(text::next_code(run.text, first)) == text::WideMark::opening)
            mark.left += mark.size / 2;
    }

    // The paragraph, cell or list item that spans and links belong to.
    int block_of(page::ElementId element) {
        if (element.index < 0) return --artifacts_;
        auto at = static_cast<std::size_t>(element.index);
        const auto is_inline = [](page::Role role) {
            return role == page::Role::span || role == page::Role::link || role == page::Role::ruby ||
                   role == page::Role::ruby_base || role == page::Role::ruby_text;
        };
        while (is_inline(publication_.structure[at].role))
            at = static_cast<std::size_t>(publication_.structure[at].parent.index);
        return static_cast<int>(at);
    }

    void look_outside(const Mark& mark) {
        const double safe = format_.safe.pt(), width = page_.trim.width.pt(), height = page_.trim.height.pt();
        const double sideways = std::max(safe - mark.left, mark.right - (width - safe));
        if (sideways > touch)
            report(mark, "near-edge", points(sideways) + " pt of it are too near the edge of the page or beyond it",
                   "shorten it", Limit{safe - sideways, safe});
        else if (const double high = safe - ink_top(mark, safe); high > touch)
            report(mark, "near-edge", points(high) + " pt of it are too near the upper edge of the page or beyond it",
                   "move its frame down in the design", Limit{safe - high, safe});
        else if (const double foot = std::min(last_line(mark), height - safe) + touch; mark.baseline > foot)
            report(mark, "no-room", lines(lines_below(mark.block, foot)) + " too many for the page",
                   "shorten it by " + lines(lines_below(mark.block, foot)));
    }

    // Of the letters as they are drawn, accents too; asked only where it may matter. They reach up two ems at most.
    double ink_top(const Mark& mark, double limit) const {
        if (mark.baseline - 2 * mark.size >= limit) return limit;
        return mark.run_baseline - above_of_(*mark.run);
    }

    // A telephone needs the white around the code too: with it, it stands where text may.
    void look_at_code(const page::Element& code) {
        const Rect& square = *code.box;
        const double safe = format_.safe.pt();
        const double gap =
            std::min({square.left, square.top, page_.trim.width - square.right(), page_.trim.height - square.bottom()})
                .pt();
        const std::string hint = "move its frame in the design, or make it smaller";
        if (safe - gap > touch)
            return report_code(code, "near-edge",
                               points(safe - gap) + " pt of it are too near the edge of the page or beyond it", hint,
                               Limit{gap, safe});
        for (const Length fold : page_.folds) {
            const double clear = std::max(square.left - fold, fold - square.right()).pt();
            if (clear < clear_of_fold - touch)
                return report_code(code, "near-fold", near_fold(clear), hint, Limit{clear, clear_of_fold});
        }
    }

    static std::string near_fold(double clear) {
        return clear < 0 ? "it lies across a fold" : "it comes nearer than " + points(clear_of_fold) + " pt to a fold";
    }

    // Furniture, which stands in the foot, is no part of the text. A line more is still clear of it.
    double last_line(const Mark& mark) const {
        return mark.block < 0 || format_.last_line.pt() <= 0 ? 1e6 : format_.last_line.pt() + 12;
    }

    std::size_t lines_below(int block, double y) const {
        std::set<long> baselines;
        for (const Mark& mark : marks_)
            if (mark.block == block && mark.baseline > y) baselines.insert(std::lround(mark.baseline * 10));
        return baselines.size();
    }

    void look_at_folds(const Mark& mark) {
        for (const Length fold : page_.folds) {
            const double clear = std::max(mark.left - fold.pt(), fold.pt() - mark.right);
            if (clear >= clear_of_fold - touch) continue;
            report(mark, "near-fold", near_fold(clear), "shorten it", Limit{clear, clear_of_fold});
        }
    }

    // The block that begins higher runs down into the other one; of two that begin side by side the left one is too
    // wide.
    void collide(const Mark& a, const Mark& b) {
        const double begins_a = first_baseline(a.block), begins_b = first_baseline(b.block);
        if (std::abs(begins_a - begins_b) < touch) {
            const Mark &left = a.left <= b.left ? a : b, &right = a.left <= b.left ? b : a;
            return report(left, "no-room",
                          points(left.right - right.left) + " pt too wide, it runs into " + quoted(right),
                          "shorten it");
        }
        const Mark &upper = begins_a < begins_b ? a : b, &lower = begins_a < begins_b ? b : a;
        const std::size_t excess = lines_from(upper.block, first_baseline(lower.block) - above * lower.size);
        if (excess < lines_from(upper.block, -1e6))
            return report(upper, "no-room", lines(excess) + " too many, they stand on " + quoted(lower),
                          "shorten it by " + lines(excess));
        crush(upper, lower);
    }

    // The upper one cannot end higher: the lower one begins too high, where its foot is given, or both have too little
    // room.
    void crush(const Mark& upper, const Mark& lower) {
        if (lines_from(lower.block, -1e6) > 1)
            report(lower, "no-room", quoted(upper) + " stands on it", "shorten one of the two, this one by a line");
        else
            report(upper, "no-room", "it stands on " + quoted(lower),
                   "shorten what stands above it, or one of the two");
    }

    double first_baseline(int block) const {
        for (const Mark& mark : marks_)
            if (mark.block == block) return mark.baseline;
        return 0;
    }
    std::size_t lines_from(int block, double y) const {
        std::set<long> baselines;
        for (const Mark& mark : marks_)
            if (mark.block == block && mark.bottom() > y) baselines.insert(std::lround(mark.baseline * 10));
        return std::max<std::size_t>(1, baselines.size());
    }

    // The block's first words.
    std::string quoted(const Mark& of) const {
        std::string words;
        double baseline = of.baseline;
        for (const Mark& mark : marks_) {
            if (mark.block != of.block || words.size() > 40) continue;
            if (!words.empty() && words.back() != ' ' && mark.baseline != baseline) words += ' ';
            words += mark.run->text;
            baseline = mark.baseline;
        }
        if (words.size() > 40) {
            std::size_t end = 40;
            while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
            words = words.substr(0, end) + "\u2026";
        }
        while (!words.empty() && words.back() == ' ') words.pop_back();
        return "\"" + words + "\"";
    }

    /// How far a text is from what it must keep clear of, and how far it must be; points.
    struct Limit {
        std::optional<double> is, least;
    };

    void report(const Mark& culprit, const char* rule, const std::string& what, const std::string& hint,
                const Limit& limit = {}) {
        if (!reported_.insert(culprit.block).second) return;
        const auto pt = [](double value) { return Length::from_pt(value); };
        const Rect place{pt(culprit.left), pt(culprit.top()), pt(culprit.right - culprit.left),
                         pt(culprit.bottom() - culprit.top())};
        tell(culprit.run->where, rule, quoted(culprit), place, what, hint, limit);
    }

    void report_code(const page::Element& code, const char* rule, const std::string& what, const std::string& hint,
                     const Limit& limit) {
        tell(code.where, rule, "\"" + code.alt + "\"", *code.box, what, hint, limit);
    }

    void tell(SourcePosition where, const char* rule, const std::string& name, const Rect& place,
              const std::string& what, const std::string& hint, const Limit& limit) {
        const auto number = static_cast<int>(&page_ - publication_.pages.data()) + 1;
        found_.error(where, rule,
                     name + " does not fit on page " + page_.label + " of " + publication_.name + ": " + what, hint,
                     Measured{number, place, limit.is, limit.least, limit.is ? "pt" : ""});
    }

    const page::Publication& publication_;
    const page::Page& page_;
    const design::Format& format_;
    const text::InkAbove& above_of_;
    Diagnostics& found_;
    std::vector<Mark> marks_;
    std::vector<const page::Element*> codes_;
    std::set<int> reported_;
    double largest_ = 0;
    int artifacts_ = -1;
};

}  // namespace

void check_crowding(const page::Publication& publication, const design::Format& format, const text::InkAbove& above_of,
                    Diagnostics& found) {
    for (std::size_t i = 0; i < publication.pages.size(); ++i) PageCheck{publication, i, format, above_of, found}.run();
}

}  // namespace brochure::layout
