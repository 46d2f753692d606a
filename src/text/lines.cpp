#include <algorithm>
#include <array>
#include <cstdio>

#include "text/lines_set.hpp"
#include "text/prepare_items.hpp"
#include "text/workbench.hpp"

namespace brochure::text {
namespace {

/// Whether this measure asks for hyphens: DESIGN.md, section 4.
bool hyphenates(const Prepared::Implementation& p, Length measure) {
    const design::Hyphenation& style = p.style->hyphenation;
    if (!style.on || !p.has_patterns) return false;
    if (measure < style.below_measure) return true;
    const std::string_view lang = p.parts.empty() ? std::string_view{} : std::string_view{p.parts.front().lang};
    const std::string_view tongue = lang.substr(0, lang.find('-'));
    return std::find(style.always.begin(), style.always.end(), lang) != style.always.end() ||
           std::find(style.always.begin(), style.always.end(), tongue) != style.always.end();
}

BreakSettings settings_of(const Prepared::Implementation& p) {
    BreakSettings settings;
    settings.fill = p.style->setting == design::Setting::justified ? Fill::justified : Fill::ragged;
    settings.em = p.size;
    settings.last_line_em = p.style->last_line_em;
    settings.last_line_words = p.style->last_line_words;
    // A name, or a title that may end on one word, has so few that a short line is no fault in itself: only the whole
    // counts.
    if (settings.last_line_words < 2 || p.style->keep_joiners == design::Joiners::names) settings.max_rag = 1;
    const bool divided = std::any_of(p.places.begin(), p.places.end(), [](const ItemText& it) { return it.divided; });
    settings.ladder = divided || p.style->hyphenation.ladder == 0 ? any_ladder : p.style->hyphenation.ladder;
    return settings;
}

/// The characters of a broken line: the breaker drops glue at its ends, and so do we.
LineText text_of(const Prepared::Implementation& p, const BrokenLine& line, std::uint32_t begin) {
    LineText text{.begin = begin, .content_end = begin, .end = begin};
    for (std::size_t i = line.first; i < line.end; ++i)
        if (p.items[i].kind == BreakItem::Kind::box) text.content_end = p.places[i].end;
    text.content_end = std::max(text.content_end, begin);
    text.hyphen = line.at < p.places.size() && p.places[line.at].hyphen;
    return text;
}

const BreakItem* end_box(const Prepared::Implementation& p, const BrokenLine& line, bool first) {
    if (first) {
        for (std::size_t i = line.first; i < line.end; ++i)
            if (p.items[i].kind == BreakItem::Kind::box) return &p.items[i];
        return nullptr;
    }
    if (line.at < p.items.size() && p.items[line.at].kind == BreakItem::Kind::penalty && p.items[line.at].width > 0)
        return &p.items[line.at];
    for (std::size_t i = line.end; i-- > line.first;)
        if (p.items[i].kind == BreakItem::Kind::box) return &p.items[i];
    return nullptr;
}

SourcePosition place_of(const Prepared::Implementation& p, std::size_t offset) {
    SourcePosition where = p.style->where;
    for (const Part& part : p.parts)
        if (part.begin <= offset) where = part.where;
    return where;
}

void warn_divided(const Prepared::Implementation& p, const LineText& text, Diagnostics& found) {
    found.warning(place_of(p, text.content_end - 1), "divided", "a word is wider than its column and is divided",
                  "mark where it may be divided with a soft hyphen (U+00AD), or shorten it");
}

void warn_overfull(const Prepared::Implementation& p, const LineText& text, double excess, Diagnostics& found) {
    const SourcePosition where = place_of(p, text.begin);
    std::array<char, 32> points{};
    std::snprintf(points.data(), points.size(), "%.1f", excess);
    std::string word = p.text.substr(text.begin, std::min<std::size_t>(text.content_end - text.begin, 60));
    while (!word.empty() && (static_cast<unsigned char>(word.back()) & 0xC0U) == 0x80U &&
           text.content_end - text.begin > 60)
        word.pop_back();
    found.warning(where, "overfull", "\"" + word + "\" is " + points.data() + " pt wider than its column",
                  "shorten the word, or mark where it may be divided with a soft hyphen (U+00AD)");
}

// The line ends, of which the one of line `whole` does not divide a word if it can be helped.
BrokenParagraph chosen_ends(std::span<const BreakItem> items, std::span<const double> measures,
                            const BreakSettings& settings, int whole, BreakScratch& scratch) {
    BrokenParagraph chosen = break_paragraph(items, measures, settings, scratch);
    const auto line = static_cast<std::size_t>(whole);
    if (whole < 0) return chosen;
    std::vector<BreakItem> fewer{items.begin(), items.end()};
    constexpr int most_tries = 8;
    for (int i = 0; i < most_tries && line < chosen.lines.size() && chosen.lines[line].flagged; ++i) {
        fewer[chosen.lines[line].at].penalty = forbidden;
        chosen = break_paragraph(fewer, measures, settings, scratch);
    }
    return chosen;
}

// Where a last line may be of one word, it is one that fills half the measure, unless there would be more lines, or
// more that end within a word: "Sister Cities / International", but "Friends of / Far Places".
BrokenParagraph without_short_end(BrokenParagraph chosen, std::span<const BreakItem> items,
                                  std::span<const double> measures, BreakSettings settings, BreakScratch& scratch) {
    constexpr double long_enough = 0.5;
    if (settings.last_line_words > 1 || chosen.lines.size() < 2) return chosen;
    if (chosen.lines.back().width >= chosen.lines.back().measure * long_enough) return chosen;
    settings.last_line_words = 2;
    BrokenParagraph other = break_paragraph(items, measures, settings, scratch);
    const auto divided = [](const BrokenParagraph& paragraph) {
        return std::count_if(paragraph.lines.begin(), paragraph.lines.end(),
                             [](const BrokenLine& line) { return line.flagged; });
    };
    const bool better = other.lines.size() == chosen.lines.size() && divided(other) <= divided(chosen);
    return better ? other : chosen;
}

std::vector<Line> broken(const Prepared::Implementation& p, const Measure& measure, Diagnostics& found) {
    std::vector<Line> lines;
    std::vector<BreakItem> whole_words;
    std::span<const BreakItem> items = p.items;
    if (p.has_patterns && !hyphenates(p, measure.width)) {
        whole_words = p.items;
        for (std::size_t i = 0; i < whole_words.size(); ++i)
            if (p.places[i].pattern) whole_words[i].penalty = forbidden;
        items = whole_words;
    }
    constexpr double least = 1;  // an indent wider than the column leaves a point
    const std::array<double, 2> measures{std::max(least, (measure.width - measure.first_indent).pt()),
                                         std::max(least, measure.width.pt())};
    const BorrowedBench bench{*p.fonts};
    const BreakSettings settings = settings_of(p);
    const BrokenParagraph chosen_lines =
        without_short_end(chosen_ends(items, measures, settings, measure.whole_word, bench->scratch), items, measures,
                          settings, bench->scratch);
    LineSetter setter{p, bench->shaper};
    std::uint32_t begin = 0;
    bool said = false;  // of the first divided word only
    lines.reserve(chosen_lines.lines.size());
    for (std::size_t i = 0; i < chosen_lines.lines.size(); ++i) {
        const BrokenLine& chosen = chosen_lines.lines[i];
        const bool is_last = i + 1 == chosen_lines.lines.size();
        LineText text = text_of(p, chosen, begin);
        // The next line begins where its first box does; what lies between is spaces.
        text.end = static_cast<std::uint32_t>(p.text.size());
        if (!is_last) {
            const BrokenLine& next = chosen_lines.lines[i + 1];
            std::size_t item = next.first;
            while (item < next.end && p.items[item].kind != BreakItem::Kind::box) ++item;
            text.end =
                std::max(text.content_end, item < next.end ? p.places[item].begin
                                                           : p.places[std::min(next.first, p.places.size() - 1)].begin);
        }
        LineFit fit;
        fit.indent = i == 0 ? measure.first_indent.pt() : 0;
        fit.measure = measures[i == 0 ? 0 : 1];
        fit.right = measure.side == Side::by_text ? p.rtl : measure.side == Side::right;
        fit.free = measure.width >= endless;
        fit.justify = p.style->setting == design::Setting::justified && !chosen.paragraph_end && !chosen.overfull;
        fit.letters = fit.justify && chosen.ratio > 0 ? chosen.letters : 0;
        if (const BreakItem* start = end_box(p, chosen, true)) fit.hang_start = start->hang_start;
        if (const BreakItem* end = end_box(p, chosen, false)) fit.hang_end = end->hang_end;
        Line line = setter.set(text, fit);
        line.hyphenated = chosen.flagged;
        line.last = is_last;
        line.overfull = chosen.overfull;
        line.ratio = chosen.ratio;
        const bool divided = !line.overfull && chosen.at < p.places.size() && p.places[chosen.at].divided;
        if (divided && !said) warn_divided(p, text, found);
        said = said || divided;
        line.overfull = line.overfull || divided;
        if (line.overfull && !divided) warn_overfull(p, text, line.width.pt() - fit.measure, found);
        lines.push_back(std::move(line));
        begin = text.end;
    }
    return lines;
}

}  // namespace

std::vector<Line> break_lines(const Prepared& prepared, const Measure& measure, Diagnostics& found) {
    const auto& p = *prepared.implementation;
    if (p.items.empty() || p.fonts == nullptr) return {};
    Diagnostics own;
    std::vector<Line> lines = broken(p, measure, own);
    const auto too_wide = [](const Line& line) { return line.overfull; };
    if (std::any_of(lines.begin(), lines.end(), too_wide)) {
        Prepared::Implementation divided = p;
        make_items(divided, (measure.width - measure.first_indent).pt());
        own = {};
        lines = broken(divided, measure, own);
    }
    found.take(std::move(own));
    return lines;
}

Line set_line(std::span<const Span> spans, Fonts& fonts, Diagnostics& found, Length size_override) {
    const Prepared prepared = prepare(spans, fonts, found, size_override);
    const auto& p = *prepared.implementation;
    LineText text;
    if (!p.places.empty()) {
        text.begin = p.places.front().begin;
        text.content_end = p.places.back().end;
    }
    text.end = text.content_end;
    LineFit fit;
    fit.free = true;
    if (!p.items.empty()) fit.hang_start = p.items.front().hang_start;
    const BorrowedBench bench{*p.fonts};
    Line line = LineSetter{p, bench->shaper}.set(text, fit);
    line.last = true;
    return line;
}

}  // namespace brochure::text
