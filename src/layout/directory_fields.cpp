#include "layout/directory_fields.hpp"

#include <algorithm>
#include <numeric>

#include "layout/facts.hpp"
#include "layout/regions.hpp"
#include "map/globe.hpp"

namespace brochure::layout {
namespace {

constexpr std::size_t beside_map = 24;  // DESIGN 7.4: more partners are listed in the directory
constexpr std::size_t most_spelled = 20;
constexpr std::size_t most_numbered = 99;      // two figures find room in a disc of 13 (DESIGN 7.11)
constexpr std::size_t most_told_by_name = 40;  // in an alternative text
// Distance and time stay together; the contact may go to a line of its own.
constexpr const char* together = "\u00A0\u00A0";
constexpr const char* between = "\u2002";  // en space

std::string on_one_line_always(std::string words) {
    for (std::size_t at = 0; (at = words.find(' ', at)) != std::string::npos; at += 2) words.replace(at, 1, "\u00A0");
    return words;
}

/// A partner, and what it is sorted by.
struct Listed {
    const content::City* city = nullptr;
    std::size_t region = 0;
    std::string name, key;
};

class DirectoryBinder {
public:
    DirectoryBinder(const Sources& sources, Fields& fields)
        : sources_{sources},
          fields_{fields},
          lang_{sources.job.lang},
          home_{plain_in(sources.content.organisation.home.city, lang_)} {}

    void bind() {
        sort();
        DirectoryField field;
        field.lang = lang_;
        for (const auto& region : regions_) field.regions.push_back(made(region, {}));
        field.entries.reserve(listed_.size());
        for (const auto& listed : listed_) field.entries.push_back(entry(listed));
        fields_.set("directory", std::move(field));
        title(listed_.size());
        globes();
        if (!fields_.find("directory.near") && is_standard_time())
            fields_.set("directory.note", made(word("hours-standard"), where()));
    }

    // "Twenty partners", where the author gives no title: the number in words up to twenty, else in figures.
    void title(std::size_t count) {
        if (fields_.find("title")) return;
        std::string number = count <= most_spelled ? spelled(count, lang_) : "";
        if (number.empty()) number = figures(count);
        fields_.set("title",
                    made(count == 1 ? word("one-partner") : word("partners-in-all", {{"count", number}}), where()));
    }

    void pointer(std::size_t count) {
        fields_.set("directory.pointer", made(word("see-directory", {{"count", figures(count)}}), where()));
    }

private:
    std::string word(std::string_view key, std::map<std::string, std::string> values = {}) const {
        values.emplace("home", home_);
        return label(sources_.content, key, lang_, values);
    }
    Words made(std::string text, SourcePosition where) { return fields_.make(std::move(text), lang_, where); }

    SourcePosition where() const { return sources_.content.organisation.home.country.where; }
    std::string figures(std::size_t count) const { return whole_number(static_cast<double>(count), lang_); }

    // Regions by their names, places without one last.
    void sort() {
        const Collation collation{lang_};
        std::map<std::string, std::string> region_of_country;  // sort key and name, or none
        std::map<std::string, std::string> names;              // by sort key
        for (const auto& city : sources_.content.cities) {
            const auto [country, added] = region_of_country.try_emplace(city.country.value);
            if (added) {
                const std::string name = region_name(sources_.content, region_of(city.country.value), lang_);
                country->second = name.empty() ? "\xFF" : collation.key(name);
                names.emplace(country->second, name);
            }
            std::string name = plain_in(city.name, lang_);
            std::string key = country->second + '\0' + collation.key(name);
            listed_.push_back({&city, 0, std::move(name), std::move(key)});
        }
        std::stable_sort(listed_.begin(), listed_.end(),
                         [](const Listed& a, const Listed& b) { return a.key < b.key; });
        std::map<std::string, std::size_t> index;
        for (const auto& [key, name] : names) {
            index.emplace(key, regions_.size());
            regions_.push_back(name);
        }
        for (auto& listed : listed_) listed.region = index.at(region_of_country.at(listed.city->country.value));
    }

    // A country's words are one text, however many partners it has.
    const Words& country(const content::City& city) {
        const std::string name = country_of(city, lang_);
        const auto known = countries_.find(name);
        return known != countries_.end() ? known->second
                                         : countries_.emplace(name, made(name, city.country.where)).first->second;
    }

    DirectoryField::Entry entry(const Listed& listed) {
        const auto& city = *listed.city;
        DirectoryField::Entry entry;
        entry.where = city.where;
        const auto* name = city.name.find(lang_);
        entry.name = Words{&name->value, name->lang.empty() ? lang_ : name->lang};
        entry.country = country(city);
        entry.region = listed.region;
        std::string computed;
        if (const auto distance = distance_of(sources_, city)) computed = distance->first();
        if (const auto offset = offset_of(sources_, city))
            computed += (computed.empty() ? "" : together) +
                        (*offset == 0 ? on_one_line_always(word("same-hours")) : offset_words(*offset, lang_));
        if (!computed.empty()) entry.brief = made(computed, city.where);
        entry.details = entry.brief;
        if (city.email) entry.details = with_contact(computed, *city.email, city.where);
        return entry;
    }

    Words with_contact(const std::string& computed, const Located<std::string>& email, SourcePosition where) {
        content::RichText text;
        text.where = where;
        auto& spans = text.blocks.emplace_back().spans;
        if (!computed.empty()) {
            spans.emplace_back().text = computed + between;
            spans.back().where = where;
        }
        spans.emplace_back().text = email.value;
        spans.back().link = "mailto:" + email.value;
        spans.back().where = email.where;
        return fields_.keep(std::move(text), lang_);
    }

    // Each place has its number on one of the globes; the ways there are drawn on the first.
    void globes() {
        const auto& home = sources_.content.organisation.home;
        if (!home.coordinates) return;
        PlacesField near;
        const auto position = [](const content::Coordinates& at) { return map::Position{at.latitude, at.longitude}; };
        near.home = {position(home.coordinates->value), home_};
        near.lang = lang_;
        near.where = home.coordinates->where;
        near.numbered = listed_.size() <= most_numbered;
        std::vector<map::Position> positions;
        for (std::size_t i = 0; i < listed_.size(); ++i) {
            const auto& at = listed_[i].city->coordinates;
            if (!at) continue;
            positions.push_back(position(at->value));
            near.partners.push_back({positions.back(), listed_[i].name, static_cast<int>(i) + 1});
        }
        if (positions.empty()) return;
        const auto sides = map::sides_of_globe(near.home.at, positions);
        near.centre = sides.near;
        PlacesField far = near;
        far.partners.clear();
        for (std::size_t i = 0; i < positions.size(); ++i) {
            near.partners[i].shown = sides.on_near[i];
            if (sides.on_near[i]) continue;
            far.partners.push_back(near.partners[i]);
            far.partners.back().shown = true;
        }
        if (sides.far) {
            far.centre = *sides.far;
            far.globe_alt = alt(far);
            fields_.set("directory.far", std::move(far));
        }
        near.globe_alt = alt(near);
        note(near);
        if (!near.numbered) fields_.set("directory.dots", Present{});
        fields_.set("directory.near", std::move(near));
    }

    std::string alt(const PlacesField& places) const {
        std::string names;
        std::size_t count = 0;
        for (const auto& place : places.partners) {
            if (!place.shown) continue;
            ++count;
            names += (names.empty() ? "" : ", ") + std::to_string(place.number) + "\u00A0" + place.name;
        }
        if (count > most_told_by_name || !places.numbered) names = word("partner-cities", {{"count", figures(count)}});
        return word(count == 1 ? "globe-alt-one" : "globe-alt-many", {{"cities", names}});
    }

    void note(const PlacesField& near) {
        const bool one = near.partners.size() == 1;
        std::string words = word(!near.numbered ? "directory-note-dots"
                                 : one          ? "directory-note-one"
                                                : "directory-note");
        if (is_standard_time()) words += (lang_.rfind("ja", 0) == 0 ? "" : " ") + word("hours-standard");
        fields_.set("directory.note", made(words, near.where));
    }

    bool is_standard_time() const {
        return !date_of(sources_) && std::any_of(listed_.begin(), listed_.end(), [&](const Listed& listed) {
            return offset_of(sources_, *listed.city).has_value();
        });
    }

    const Sources& sources_;
    Fields& fields_;
    std::string lang_, home_;
    std::vector<Listed> listed_;
    std::vector<std::string> regions_;
    std::map<std::string, Words> countries_;
};

}  // namespace

void bind_directory(const Sources& sources, Fields& fields) {
    if (!sources.content.cities.empty()) DirectoryBinder{sources, fields}.bind();
}

void bind_many(const Sources& sources, Fields& fields) {
    const std::size_t count = sources.content.cities.size();
    if (count == 0) return;
    DirectoryBinder binder{sources, fields};
    binder.title(count);
    if (count <= beside_map) return;
    const auto& sections = sources.job.publication->sections;
    const bool listed =
        std::any_of(sections.begin(), sections.end(), [](const auto& section) { return section.value == "directory"; });
    if (listed)
        binder.pointer(count);
    else
        binder.bind();
}

}  // namespace brochure::layout
