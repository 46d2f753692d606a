#include "layout/impossible_places.hpp"

#include <cmath>
#include <set>
#include <sstream>

#include "layout/scope.hpp"

namespace brochure::layout {
namespace {

std::string points(Length length) {
    std::ostringstream out;
    out << std::round(length.pt() * 100) / 100;
    return out.str();
}

class Judge {
public:
    Judge(const design::Format& format, const design::Master& master, Diagnostics& found)
        : format_{format}, master_{master}, found_{found}, scope_{format, master.recto.value_or(true)} {}

    void judge(const design::Frame& frame) {
        const design::Panel* panel = frame.in.empty() ? nullptr : format_.panel(frame.in);
        if (!frame.in.empty() && !panel) return;  // told elsewhere
        scope_.enter(panel);
        if (columns_are_there(frame)) judge_across(frame);
        judge_down(frame);
    }

private:
    void error(const design::Frame& frame, const std::string& what, const std::string& hint) {
        found_.error(frame.where, "impossible-place",
                     "in the layout '" + master_.name + "' " + what + " on " + format_.name, hint);
    }

    bool columns_are_there(const design::Frame& frame) {
        if (!frame.columns) return true;
        const int most = std::max(frame.columns->first, frame.columns->last);
        if (most <= format_.columns) return true;
        // Of the formats of one design each would say the same: said once.
        found_.error(frame.where, "impossible-place",
                     "in the layout '" + master_.name + "' there is no column " + std::to_string(most) + " for this " +
                         std::string{design::name_of(frame.kind)},
                     "the format has " + std::to_string(format_.columns) + " columns");
        return false;
    }

    // A number that no text has a part in; empty where one has, or where none is given.
    std::optional<Length> fixed(const design::Expression& sum) const { return scope_.value(sum, 0); }

    void judge_across(const design::Frame& frame) {
        // On a spread, and for a picture over two pages, x counts from the first and goes on over the second.
        const Length least = -format_.trim.width - format_.bleed, most = format_.trim.width * 2.0 + format_.bleed;
        auto left = fixed(frame.left), right = fixed(frame.right);
        for (const auto& [edge, name] : {std::pair{left, "left"}, {right, "right"}})
            if (edge && !(fits(least, *edge) && fits(*edge, most)))
                return error(frame, std::string{"`"} + name + "` is at " + points(*edge) + ", which is off the page",
                             "the page is " + points(format_.trim.width) + " points wide");
        if (frame.columns) {
            const auto [first, last] = scope_.resolve(0, *frame.columns);
            if (frame.left.empty()) left = scope_.column_left(0, first);
            if (frame.right.empty()) right = scope_.column_right(0, last);
        }
        if (left && right && *right <= *left)
            error(frame, "this " + std::string{design::name_of(frame.kind)} + " has no width",
                  "`right` is not beyond `left`");
    }

    void judge_down(const design::Frame& frame) {
        const Length least = -format_.bleed, most = format_.trim.height + format_.bleed;
        const auto top = fixed(frame.top), bottom = fixed(frame.bottom), baseline = fixed(frame.baseline);
        for (const auto& [place, name] : {std::pair{top, "top"}, {bottom, "bottom"}, {baseline, "baseline"}})
            if (place && !(fits(least, *place) && fits(*place, most)))
                return error(frame, std::string{"`"} + name + "` is at " + points(*place) + ", which is off the page",
                             "the page is " + points(format_.trim.height) + " points high");
        if (top && bottom && frame.area == design::Area::none && *bottom < *top)
            error(frame, "this " + std::string{design::name_of(frame.kind)} + " ends above its beginning",
                  "`top` is at " + points(*top) + ", `bottom` at " + points(*bottom));
    }

    const design::Format& format_;
    const design::Master& master_;
    Diagnostics& found_;
    Scope scope_;
};

// The masters that a section may take, continuations too.
void add_masters(const design::Design& design, const std::string& kind, std::set<const design::Master*>& masters) {
    const auto rule = design.sections.find(kind);
    if (rule == design.sections.end()) return;
    const auto add = [&](const std::string& name) -> const design::Master* {
        const auto found = design.masters.find(name);
        return found == design.masters.end() ? nullptr : *masters.insert(&found->second).first;
    };
    add(rule->second.continues);
    for (const auto* names : {&rule->second.variants, &rule->second.otherwise})
        for (const auto& name : *names)
            if (const auto* master = add(name)) add(master->continues);
}

}  // namespace

void report_impossible_places(const design::Design& design, const design::Format& format,
                              const std::vector<Subject>& subjects, Diagnostics& found) {
    std::set<std::string> kinds;
    for (const auto& subject : subjects) kinds.insert(subject.kind);
    std::set<const design::Master*> masters;
    for (const auto& kind : kinds) add_masters(design, kind, masters);
    for (const auto* master : masters) {
        Judge judge{format, *master, found};
        for (const auto& frame : master->frames) judge.judge(frame);
    }
}

}  // namespace brochure::layout
