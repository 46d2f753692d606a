#include "layout/choices.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "content/section_words.hpp"
#include "layout/facts.hpp"
#include "layout/sources.hpp"
#include "yaml/reader.hpp"

namespace brochure::layout {
namespace {

constexpr std::string_view city_prefix = "city-";

// "did you mean 'plate'?", or else all that there are.
std::string hint_for(const std::string& name, const std::vector<std::string_view>& known, const std::string& lead) {
    if (const auto meant = yaml::nearest(name, known); !meant.empty())
        return "did you mean '" + std::string{meant} + "'?";
    std::string hint = lead;
    for (const auto each : known) hint.append(hint == lead ? "" : ", ").append(each);
    return hint;
}

template <class Map>
std::vector<std::string_view> names_of(const Map& map) {
    std::vector<std::string_view> names;
    for (const auto& [name, value] : map) names.push_back(name);
    return names;
}

std::string_view short_name(std::string_view variant) {
    if (variant.starts_with(city_prefix)) variant.remove_prefix(city_prefix.size());
    return variant;
}

std::vector<std::string_view> short_names(const design::SectionRule& rule) {
    std::vector<std::string_view> names;
    for (const auto* list : {&rule.variants, &rule.otherwise})
        for (const auto& variant : *list) names.push_back(short_name(variant));
    return names;
}

bool has_layout(const design::Design& design, const std::string& name) {
    const auto rule = design.sections.find("city");
    return rule != design.sections.end() && layout_named(rule->second, name);
}

void check_layout(const Located<std::string>& name, const design::Design& design, const design::SectionRule& rule,
                  const std::vector<const design::Design*>& designs, Diagnostics& found) {
    if (layout_named(rule, name.value)) return;
    for (const auto* other : designs)
        if (has_layout(*other, name.value))
            return found.note(name.where, "layout-elsewhere",
                              "the design '" + design.name + "' has no layout '" + name.value + "', which '" +
                                  other->name + "' has: here the best-fitting one is taken");
    std::vector<std::string_view> known = short_names(rule), all = known;
    for (const auto* other : designs)
        if (const auto theirs = other->sections.find("city"); theirs != other->sections.end())
            for (const auto each : short_names(theirs->second)) all.push_back(each);
    const bool meant = !yaml::nearest(name.value, all).empty();
    found.error(name.where, "unknown-layout", "the design has no layout '" + name.value + "' for a city",
                hint_for(name.value, meant ? all : known, "choose one of: "));
}

// Whether a page of the publication that is about a city shows this source of it.
bool shows_of_city(const content::Content& content, const content::Publication& publication,
                   const design::Design& design, std::string_view source) {
    const auto in_section = [&](const std::string& name) {
        const auto rule = design.sections.find(name == "cities" || city_named(content, name) ? "city" : name);
        return rule != design.sections.end() && shows(design, rule->second, source);
    };
    const auto& sections = publication.sections;
    if (!sections.empty())
        return std::any_of(sections.begin(), sections.end(),
                           [&](const auto& section) { return in_section(section.value); });
    return publication.for_each ? in_section("handout") || in_section("handout-back") : in_section("cities");
}

// What authors give of a city and no page of the publication shows: said once, at the first city that has it. Phrases
// belong on handouts only.
void check_unshown(const content::Content& content, const content::Publication& publication,
                   const design::Design& design, Diagnostics& found) {
    const auto check = [&](std::string_view source, const char* rule, const std::string& what, const auto& where_of) {
        for (const content::City& city : content.cities) {
            const std::optional<SourcePosition> where = where_of(city);
            if (!where) continue;
            if (!shows_of_city(content, publication, design, source))
                found.note(*where, rule, "no page of '" + publication.name.value + "' shows the " + what + " of cities",
                           "the design '" + design.name + "' has no frame for `" + std::string{source} +
                               "` in these sections; a handout for each city may have one");
            return;
        }
    };
    check("city.logo", "logo-not-shown", "logos",
          [](const content::City& city) { return city.logo ? std::optional{city.logo->where} : std::nullopt; });
    if (publication.for_each)
        check("phrases", "phrases-not-shown", "phrases", [](const content::City& city) {
            return city.phrases.empty() ? std::nullopt : std::optional{city.phrases.front().original.where};
        });
}

// Names that no design can know are the content's own fault, and told there.
bool is_a_section(const std::string& name, const content::Content& content) {
    return std::find(content::section_words.begin(), content::section_words.end(), name) !=
               content::section_words.end() ||
           city_named(content, name) != nullptr;
}

}  // namespace

const content::City* city_named(const content::Content& content, const std::string& name) {
    const auto found = std::find_if(content.cities.begin(), content.cities.end(),
                                    [&](const content::City& city) { return city.slug == name; });
    return found == content.cities.end() ? nullptr : &*found;
}

const design::Format* format_named(const design::Design& design, const Located<std::string>& name, Diagnostics& found) {
    const auto format = design.formats.find(name.value);
    if (format != design.formats.end()) return &format->second;
    found.error(name.where, "unknown-format", "the design '" + design.name + "' has no format '" + name.value + "'",
                hint_for(name.value, names_of(design.formats), "formats it knows: "));
    return nullptr;
}

bool has_section(const design::Design& design, const content::Content& content, const Located<std::string>& name,
                 Diagnostics& found) {
    if (name.value == "cities" || design.sections.contains(name.value)) return true;
    if (city_named(content, name.value) && design.sections.contains("city")) return true;
    auto known = names_of(design.sections);
    known.insert(known.begin(), "cities");
    found.error(name.where, "unknown-section", "the design '" + design.name + "' has no section '" + name.value + "'",
                hint_for(name.value, known, "sections it knows: "));
    return false;
}

const std::string* layout_named(const design::SectionRule& rule, const std::string& name) {
    for (const auto* list : {&rule.variants, &rule.otherwise})
        for (const auto& variant : *list)
            if (name == variant || name == short_name(variant)) return &variant;
    return nullptr;
}

bool know_all_layouts(const content::Content& content, const std::vector<const design::Design*>& designs) {
    const auto known = [&](const Located<std::string>& name) {
        return std::any_of(designs.begin(), designs.end(),
                           [&](const design::Design* design) { return has_layout(*design, name.value); });
    };
    for (const auto& city : content.cities)
        if (city.layout && !known(*city.layout)) return false;
    for (const auto& publication : content.publications)
        for (const auto& [city, name] : publication.layouts)
            if (!known(name)) return false;
    return true;
}

const Located<std::string>* layout_for(const content::City& city, const content::Publication* publication) {
    if (publication)
        for (const auto& [slug, name] : publication->layouts)
            if (slug.value == city.slug) return &name;
    return city.layout ? &*city.layout : nullptr;
}

std::string language_meant(const std::string& called, const content::City* city) {
    if (called != content::partner_language || city == nullptr) return called;
    return city->language ? city->language->value : language_in(city->country.value);
}

Located<std::string> large_print_format(const content::Publication& publication, const design::Design& design) {
    if (design.large_print)
        if (const auto named = design.large_print->formats.find(publication.format.value);
            named != design.large_print->formats.end())
            return {named->second.value, publication.format.where};
    return publication.format;
}

void check_large_print(const content::Content& content, const content::Publication& publication,
                       const design::Design& large, Diagnostics& found) {
    for (const auto& section : publication.sections)
        if (is_a_section(section.value, content)) has_section(large, content, section, found);
}

void check_choices(const content::Content& content, const content::Publication& publication,
                   const design::Design& design, const std::vector<const design::Design*>& designs,
                   Diagnostics& found) {
    if (!publication.format.value.empty()) format_named(design, publication.format, found);
    check_unshown(content, publication, design, found);
    const auto rule = design.sections.find("city");
    for (const auto& section : publication.sections) {
        if (is_a_section(section.value, content)) has_section(design, content, section, found);
        if (rule == design.sections.end()) continue;
        for (const auto& city : content.cities)
            if (const auto* name = layout_for(city, &publication);
                name && (section.value == "cities" || section.value == city.slug))
                check_layout(*name, design, rule->second, designs, found);
    }
}

}  // namespace brochure::layout
