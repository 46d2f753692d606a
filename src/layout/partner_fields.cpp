#include "layout/partner_fields.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "layout/euphony.hpp"
#include "layout/facts.hpp"
#include "map/hours.hpp"

namespace brochure::layout {
namespace {

constexpr std::size_t names_on_cover = 8;  // DESIGN 7.1: with more partners, their number
constexpr std::size_t most_on_a_page = 12;

constexpr int noon = 12 * 60;

// "19:00 +7 h", when it is noon at home.
std::string time_at_noon(int offset, const std::string& lang) {
    const int minutes = map::on_clock(noon, offset);
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", minutes / 60, minutes % 60);
    return std::string{clock.data()} + "\u2002" + (offset == 0 ? "\u00B1" : "") + offset_words(offset, lang);
}

// A list of names breaks between them: what is short enough for half a line keeps together.
std::string kept_together(std::string name) {
    constexpr std::size_t longest = 24;  // bytes
    if (name.size() > longest) return name;
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at))
        name.replace(at, 1, "\u00A0");
    return name;
}

// A span for each name, so that what is wrong with one is told where that is written.
void bind_names(const Sources& sources, Fields& fields) {
    const auto& cities = sources.content.cities;
    const auto& lang = sources.job.lang;
    if (cities.size() > names_on_cover) {
        auto count = label(sources.content, "partner-cities", lang,
                           {{"count", whole_number(static_cast<double>(cities.size()), lang)}});
        return fields.set("partners", fields.make(std::move(count), lang, cities.front().name.where));
    }
    content::RichText names;
    names.where = cities.front().name.where;
    auto& spans = names.blocks.emplace_back().spans;
    for (const auto& city : cities) {
        if (!spans.empty()) spans.back().text += comma_in(lang);
        auto& span = spans.emplace_back();
        span.text = kept_together(plain_in(city.name, lang));
        span.where = city.name.where;
        span.lang = words_in(city.name, sources, content::TextKind::name).lang;
    }
    fields.set("partners", fields.keep(std::move(names), lang));
}

}  // namespace

void bind_cities(const Sources& sources, const Subject& subject, Fields& fields) {
    const auto& cities = sources.content.cities;
    if (cities.empty()) return;
    const auto& lang = sources.job.lang;
    if (auto title = words_in(sources.content.organisation.cities_title, sources); title.text)
        fields.set("cities.title", std::move(title));
    bind_names(sources, fields);
    const bool counts_distances = subject.asks_for("cities.distances") || subject.asks_for("cities.from-home");
    const bool tells_times = subject.asks_for("cities.times");
    TableField table, distances, times;
    for (const auto& city : cities) {
        const auto made = [&](std::string text, SourcePosition where) {
            return fields.make(std::move(text), lang, where);
        };
        auto& row = table.rows.emplace_back();
        row.push_back(fields.make(plain_in(city.name, lang), words_in(city.name, sources, content::TextKind::name).lang,
                                  city.name.where));
        row.push_back(made(country_of(city, lang), city.country.where));
        const auto distance = distance_of(sources, city);
        if (distance) row.push_back(made(joined(*distance), city.coordinates->where));
        if (!counts_distances && !tells_times) continue;
        const auto offset = offset_of(sources, city);
        if (tells_times) {
            auto& told = times.rows.emplace_back(row);
            told.resize(3, Words{nullptr, lang});
            told.insert(told.begin() + 2,
                        offset ? made(time_at_noon(*offset, lang), city.zone->where) : Words{nullptr, lang});
        }
        if (!counts_distances) continue;
        auto& counted = distances.rows.emplace_back();
        counted = {row.front(), Words{nullptr, lang}, Words{nullptr, lang}};
        if (distance) counted[1] = made(distance->first(), city.coordinates->where);
        if (offset)
            counted[2] = made(*offset == 0 ? label(sources.content, "same-hours", lang) : offset_words(*offset, lang),
                              city.zone->where);
    }
    const bool counts = std::any_of(distances.rows.begin(), distances.rows.end(),
                                    [](const auto& row) { return row[1].text || row[2].text; });
    if (counts) {
        fields.set("cities.distances", std::move(distances));
        const auto& home = sources.content.organisation.home;
        fields.set("cities.from-home",
                   fields.make(label(sources.content, "from-home", lang, {{"home", plain_in(home.city, lang)}}), lang,
                               home.city.where));
    }
    if (tells_times) fields.set("cities.times", std::move(times));
    fields.set("cities", std::move(table));
}

void bind_each_city(const Sources& sources, Fields& fields, int all_first, int first_sentences) {
    const auto& cities = sources.content.cities;
    for (std::size_t i = 0; i < std::min(cities.size(), most_on_a_page); ++i)
        fields.adopt("cities." + std::to_string(i + 1) + ".",
                     bind_city(sources, cities[i], all_first, first_sentences));
}

}  // namespace brochure::layout
