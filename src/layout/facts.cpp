#include "layout/facts.hpp"

#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/unistr.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <utility>

#include "layout/euphony.hpp"
#include "layout/local_units.hpp"
#include "map/geography.hpp"

namespace brochure::layout {
namespace {

const std::string no_break_space = "\u00A0";
const std::string minus = "\u2212";

// CLDR writes "Congo - Brazzaville" with a hyphen for what is a dash between spaces; the first one does not break.
std::string display_name(const std::string& country, const std::string& lang) {
    thread_local std::map<std::pair<std::string, std::string>, std::string> known;  // many partners share a country
    std::string& utf8 = known[{country, lang}];
    if (!utf8.empty()) return utf8;
    icu::UnicodeString name;
    icu::Locale{"", country.c_str()}.getDisplayCountry(icu::Locale{lang.c_str()}, name);
    name.findAndReplace(icu::UnicodeString{u" - "}, icu::UnicodeString{u"\u00A0\u2013 "});
    name.toUTF8String(utf8);
    return utf8;
}

/// "45,78° N". `positive` and `negative`: the labels of the two directions.
std::string degrees(const content::Content& content, double value, const char* positive, const char* negative,
                    const std::string& lang) {
    return label(content, value < 0 ? negative : positive, lang, {{"degrees", hundredths(value, lang) + "\u00B0"}});
}

// "From Norman: 4,986 mi / 8,024 km", the label strong, the value in its own language.
Words on_a_line(Fields& fields, const std::string& lang, const std::string& label, const std::string& value,
                const std::string& lang_of_value, SourcePosition where) {
    content::RichText text;
    text.where = where;
    auto& spans = text.blocks.emplace_back().spans;
    spans.emplace_back().text = label + (lang.rfind("ja", 0) == 0 ? "" : ":");
    spans.back().strong = true;
    spans.back().where = where;
    spans.emplace_back().text = "\u2002" + value;
    spans.back().where = where;
    if (lang_of_value != lang) spans.back().lang = lang_of_value;
    return fields.keep(std::move(text), lang);
}

Fact fact(Fields& fields, const std::string& lang, std::string label, const std::vector<std::string>& values,
          const std::string& joiner, SourcePosition where, const std::string& lang_of_values = {}) {
    const std::string& own = lang_of_values.empty() ? lang : lang_of_values;
    Fact made;
    const std::string name = label;
    made.label = fields.make(std::move(label), lang, where);
    std::string line;
    for (const auto& value : values) {
        made.values.push_back(fields.make(value, own, where));
        line += (line.empty() ? "" : joiner) + value;
    }
    made.joined = fields.make(line, own, where);
    made.line = on_a_line(fields, lang, name, line, own, where);
    made.brief_label = made.label;
    made.brief = made.joined;
    return made;
}

std::optional<Fact> local_time(const Sources& sources, const content::City& city, Fields& fields) {
    const auto offset = offset_of(sources, city);
    if (!offset) return std::nullopt;
    const auto& lang = sources.job.lang;
    const std::string home_name = plain_in(sources.content.organisation.home.city, lang);
    std::vector<std::string> values{*offset == 0 ? label(sources.content, "same-time", lang, {{"home", home_name}})
                                                 : offset_words(*offset, lang)};
    if (!date_of(sources)) values.push_back(label(sources.content, "standard-time", lang));
    Fact time = fact(fields, lang, label(sources.content, "local-time", lang), values, ", ", city.zone->where);
    const auto same = [&] { return label(sources.content, "same-hours", lang); };
    if (*offset == 0) {
        time.short_values = time.values;
        time.short_values.front() = fields.make(same(), lang, city.zone->where);
    }
    if (values.size() == 1) return time;
    const auto with_kind = [&](const std::string& difference) {
        return fields.make(label(sources.content, "time-joined", lang, {{"time", difference}}), lang, city.zone->where);
    };
    // No difference stands without the word that it is one of standard time (DESIGN 7.4).
    time.joined = with_kind(values[0]);
    time.line = on_a_line(fields, lang, content::plain(*time.label.text), content::plain(*time.joined.text), lang,
                          city.zone->where);
    if (*offset == 0) time.shorter = with_kind("\u00B1" + offset_words(0, lang));
    time.brief_label = time.values.back();
    time.brief = time.values.front();
    return time;
}

}  // namespace

std::string language_of(const std::string& country) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale{("und_" + country).c_str()};
    locale.addLikelySubtags(status);
    return U_FAILURE(status) ? std::string{} : locale.getLanguage();
}

std::string language_in(const std::string& country) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale{("und_" + country).c_str()};
    locale.addLikelySubtags(status);
    locale.minimizeSubtags(status);
    const auto tag = U_FAILURE(status) ? std::string{} : locale.toLanguageTag<std::string>(status);
    return U_FAILURE(status) ? std::string{} : tag;
}

std::optional<std::string> date_of(const Sources& sources) {
    if (!sources.job.publication || !sources.job.publication->date) return std::nullopt;
    return sources.job.publication->date->value;
}

std::optional<int> offset_of(const Sources& sources, const content::City& city) {
    const auto& home = sources.content.organisation.home;
    if (!home.zone || !city.zone) return std::nullopt;
    return map::offset_minutes(home.zone->value, city.zone->value, date_of(sources));
}

std::string offset_words(int minutes, const std::string& lang) {
    if (minutes == 0) return in_hours(0, lang);
    const int magnitude = std::abs(minutes);
    const std::string sign = minutes < 0 ? minus : "+";
    if (magnitude % 60 == 0) return sign + in_hours(magnitude / 60, lang);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%d:%02d", magnitude / 60, magnitude % 60);
    // Other units than "h" do not stand behind hours and minutes.
    return sign + text.data() + (in_hours(1, lang) == "1" + no_break_space + "h" ? no_break_space + "h" : "");
}

std::string country_of(const content::City& city, const std::string& lang) {
    if (auto given = plain_in(city.country_name, lang); !given.empty()) return given;
    return display_name(city.country.value, lang);
}

std::string country_code(int number) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region* region = icu::Region::getInstance(number, status);
    return U_SUCCESS(status) && region && region->getType() == URGN_TERRITORY ? region->getRegionCode() : "";
}

std::string country_of(int number, const std::string& lang) {
    const std::string code = country_code(number);
    return code.empty() ? "" : display_name(code, lang);
}

std::optional<Distance> distance_of(const Sources& sources, const content::City& city) {
    const auto& home = sources.content.organisation.home;
    if (!home.coordinates || !city.coordinates) return std::nullopt;
    const auto& a = home.coordinates->value;
    const auto& b = city.coordinates->value;
    const double metres = map::distance_metres({a.latitude, a.longitude}, {b.latitude, b.longitude});
    const auto& lang = sources.job.lang;
    return distance_in(metres, lang);
}

Distance distance_in(double metres, const std::string& lang) {
    Distance made{in_miles(metres, lang), in_kilometres(metres, lang)};
    made.miles_first = reads_miles(lang);
    return made;
}

std::string joined(const Distance& distance) {
    return distance.first() + " / " + distance.second();
}

FactsField facts_of(const Sources& sources, const content::City& city, Fields& fields) {
    FactsField all;
    const auto& lang = sources.job.lang;
    const std::string home = plain_in(sources.content.organisation.home.city, lang);
    if (const auto distance = distance_of(sources, city)) {
        all.facts.push_back(fact(fields, lang, label(sources.content, "from-home", lang, {{"home", home}}),
                                 {distance->first(), distance->second()}, " / ", city.coordinates->where));
        all.facts.back().short_label =
            fields.make(label(sources.content, "visit-distance", lang), lang, city.coordinates->where);
    }
    if (auto time = local_time(sources, city, fields)) all.facts.push_back(std::move(*time));
    if (city.coordinates) {
        const auto& at = city.coordinates->value;
        all.facts.push_back(fact(fields, lang, label(sources.content, "position", lang),
                                 {degrees(sources.content, at.latitude, "north", "south", lang),
                                  degrees(sources.content, at.longitude, "east", "west", lang)},
                                 comma_in(lang), city.coordinates->where));
    }
    // Its own language, so that its characters get their own shapes and their own pronunciation.
    if (city.native && city.native->value != plain_in(city.name, lang))
        all.facts.push_back(fact(fields, lang, label(sources.content, "native-name", lang), {city.native->value}, ", ",
                                 city.native->where, language_of(city.country.value)));
    for (const auto& given : city.facts) {
        all.facts.push_back(fact(fields, words_in(given.label, sources).lang, plain_in(given.label, lang),
                                 {plain_in(given.value, lang)}, ", ", given.where,
                                 words_in(given.value, sources).lang));
        all.facts.back().given = true;
    }
    return all;
}

}  // namespace brochure::layout
