#include <algorithm>
#include <cmath>

#include "layout/draft.hpp"
#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

Scope scope_of(const Setting& setting) {
    return {setting.format, setting.recto, setting.right_to_left ? 0 : 1};
}

Draft set_once(const Setting& setting, std::optional<double> elastic, bool draw) {
    Draft draft;
    draft.master = &setting.master;
    draft.flipped = setting.flipped;
    draft.elastic = elastic;
    draft.pages.resize(setting.master.spread ? 2 : 1);
    draft.elements.emplace_back().role = page::Role::sect;
    Scope scope = scope_of(setting);
    if (elastic) scope.set(setting.master.elastic->name, *elastic);
    if (setting.master.cost > 0) draft.costs.emplace_back("variant", setting.master.cost);
    Setter setter{setting, draft, scope, draw};
    for (const auto& frame : setting.master.frames) setter.set(frame);
    if (draw) check_clear_space(draft);
    if (draw) level_rows(draft);
    return draft;
}

// The largest elastic value at which the text fits; of one that does not, the largest at which no more of it goes on
// elsewhere than must. Less room for the text can only mean more lines left over, so halving the interval finds it.
double largest_that_fits(const Setting& setting, double from, double to, double step) {
    const auto left_over = [&](double value) { return set_once(setting, value, false).left_over; };
    long low = 0, high = static_cast<long>((to - from) / step + 1e-6);
    if (high <= 0) return from;
    const std::size_t at_most = left_over(from + static_cast<double>(high) * step);
    if (at_most == 0) return from + static_cast<double>(high) * step;
    const std::size_t must = left_over(from);
    if (must == at_most) return from + static_cast<double>(high) * step;
    while (high - low > 1) {
        const long middle = (low + high) / 2;
        (left_over(from + static_cast<double>(middle) * step) <= must ? low : high) = middle;
    }
    return from + static_cast<double>(low) * step;
}

// Whether a column ends within a word, or with a line that should not be parted from what follows.
bool ends_badly(const Draft& draft) {
    return draft.divided_end || std::any_of(draft.costs.begin(), draft.costs.end(),
                                            [](const auto& cost) { return cost.first == "broken keep"; });
}

// The same or a little smaller value, at which all columns end well; without one, the value itself.
double with_good_ends(const Setting& setting, double value, double from, double step) {
    constexpr int most_steps = 2;
    const Draft own = set_once(setting, value, false);
    if (!ends_badly(own)) return value;
    for (int i = 1; i <= most_steps && value - i * step > from - 1e-6; ++i) {
        const Draft other = set_once(setting, value - i * step, false);
        if (!ends_badly(other) && other.left_over <= own.left_over && other.faults.size() <= own.faults.size())
            return value - i * step;
    }
    return value;
}

// The same or the next smaller value at which nothing else stands against the variant, a crop that would cut what must
// stay whole, say; without one, the value itself.
double faultless(const Setting& setting, double value, double from, double step) {
    for (double smaller = value; smaller > from - 1e-6; smaller -= step)
        if (set_once(setting, smaller, false).faults.empty()) return smaller;
    return value;
}

// Characters of the first flow's text.
double flow_characters(const Setting& setting) {
    for (const auto& frame : setting.master.frames) {
        if (frame.kind != design::FrameKind::flow) continue;
        const auto* words = setting.fields.find_as<Words>(frame.source);
        if (!words) continue;
        const std::string text = content::plain(*words->text);
        return static_cast<double>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    }
    return 0;
}

void check_range(const Setting& setting, Draft& draft) {
    const auto& range = setting.master.range;
    if (const auto most = range.find("section-count-max"); most != range.end() && !setting.forced)
        if (static_cast<double>(setting.same_kind) > most->second)
            draft.faults.push_back("there are " + std::to_string(setting.same_kind) + " sections of this kind");
    if (const auto most = range.find("characters-max"); most != range.end() && flow_characters(setting) > most->second)
        draft.faults.push_back("the text has more than " + std::to_string(std::lround(most->second)) + " characters");
    const auto* partners = setting.fields.find_as<TableField>("cities");
    const auto cities = static_cast<double>(partners ? partners->rows.size() : 0);
    const auto within = [&](const std::string& name, double otherwise) {
        const auto limit = range.find(name);
        return limit == range.end() ? otherwise : limit->second;
    };
    draft.other_count = cities < within("cities-min", 0) || cities > within("cities-max", 1e9);
    if (draft.other_count)
        draft.faults.push_back("there are " + std::to_string(std::lround(cities)) + " partner cities");
    for (const auto& source : setting.master.when)
        if (!setting.fields.find(source)) draft.faults.push_back("there is no " + source);
    for (const auto& source : setting.master.unless)
        if (setting.fields.find(source)) draft.faults.push_back("it is for sections without " + source);
    // A variant built around a photo or a map cannot do without one.
    for (const auto& frame : setting.master.frames)
        if ((frame.kind == design::FrameKind::picture || frame.kind == design::FrameKind::locator ||
             frame.kind == design::FrameKind::map) &&
            frame.when.empty() && !setting.fields.find(frame.source)) {
            draft.faults.push_back("there is no " + frame.source);
            return;
        }
}

void check_name_lines(const Setting& setting, Draft& draft) {
    const auto most = setting.master.range.find("name-lines-max");
    if (most == setting.master.range.end()) return;
    for (const auto& frame : setting.master.frames) {
        if (frame.id != "name") continue;
        const auto* name = setting.fields.find_as<Words>(frame.source);
        const auto style = setting.design.styles.find(frame.styles.empty() ? "" : frame.styles.front());
        if (!name || !frame.columns || style == setting.design.styles.end() || style->second.sizes.empty()) return;
        auto pieces = pieces_of(*name->text, name->lang, style->second);
        const int columns = frame.columns->last - frame.columns->first + 1;
        const Length width = setting.format.column * columns + setting.format.gutter * (columns - 1);
        for (auto& piece : pieces) {
            piece.size = style->second.sizes.back();
            if (!fits(setting.workshop.natural_width(piece), width)) draft.faults.push_back("the name needs two lines");
        }
    }
}

// A variant that is made for other content is refused as it is: setting 2,000 rows for a page of twelve would cost more
// than all the others. One that the author asks for is set, so that all that stands against it can be told, and so is a
// page on which another goes on, whatever it is made for.
std::optional<Draft> refused_unset(const Setting& setting) {
    if (setting.forced || setting.continued) return std::nullopt;
    Draft draft;
    draft.master = &setting.master;
    draft.pages.resize(setting.master.spread ? 2 : 1);
    if (setting.master.cost > 0) draft.costs.emplace_back("variant", setting.master.cost);
    check_range(setting, draft);
    return draft.faults.empty() ? std::nullopt : std::optional{std::move(draft)};
}

Draft set_as_wished(const Setting& setting, bool draw) {
    if (auto refused = refused_unset(setting)) return std::move(*refused);
    std::optional<double> elastic;
    bool turned_round = false;
    if (const auto& stretch = setting.master.elastic) {
        const Scope scope = scope_of(setting);
        const double from = scope.value_or(stretch->from, 0, Length{}).pt();
        double to = scope.value_or(stretch->to, 0, Length{}).pt();
        turned_round = from > to;
        if (const auto& limit = setting.level.elastic_limit) to = std::min(to, *limit);
        elastic = faultless(setting, largest_that_fits(setting, from, to, stretch->step), from, stretch->step);
        elastic = with_good_ends(setting, *elastic, from, stretch->step);
    }
    Draft draft = set_once(setting, elastic, draw);
    if (turned_round)
        draft.faults.push_back("in the design its value '" + setting.master.elastic->name +
                               "' begins beyond its end in this format");
    check_range(setting, draft);
    check_name_lines(setting, draft);
    return draft;
}

constexpr double stand_in_cost = 6;  // as that of a variant without a photo

}  // namespace

// Photos that may not be shown make way for what the master has in their stead, and are told of.
Draft set_master(const Setting& setting, bool draw) {
    Draft draft = set_as_wished(setting, draw);
    if (draft.unusable.empty()) return draft;
    Setting without = setting;
    without.unusable = draft.unusable;
    Draft other = set_as_wished(without, draw);
    for (const auto& photo : without.unusable) {
        other.costs.emplace_back("photo left out", stand_in_cost);
        other.found.warning(photo.where, "photo-left-out",
                            "the photo is left out: in the layout '" + setting.master.name + "' " + photo.why,
                            "--explain lists every layout that was weighed");
    }
    return other;
}

}  // namespace brochure::layout
