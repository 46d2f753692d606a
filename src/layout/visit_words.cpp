#include "layout/visit_words.hpp"

#include "content/visit_times.hpp"
#include "layout/facts.hpp"

namespace brochure::layout {

using content::Text;
using content::Visit;

std::string primary_language(const std::string& lang) {
    return lang.substr(0, lang.find('-'));
}

VisitWords::VisitWords(const Sources& sources, Fields& fields)
    : sources_{sources}, fields_{fields}, langs_{sources.job.lang, sources.job.publication->second_lang} {}

Words VisitWords::in(const Text& text, std::size_t which) const {
    const auto& lang = langs_[which];
    if (lang.empty()) return {};
    const auto* version = text.find(lang);
    if (!version || version->value.empty()) return {};
    if (which == 1 && primary_language(version->lang) != primary_language(lang)) return {};
    return {&version->value, version->lang.empty() ? lang : version->lang};
}

void VisitWords::both(const std::string& source, const Text& text) {
    for (std::size_t i = 0; i < 2; ++i)
        if (auto words = in(text, i); words.text) set(source, i, std::move(words));
}

Words VisitWords::made(const std::string& text, std::size_t which, SourcePosition where) {
    return text.empty() || langs_[which].empty() ? Words{} : fields_.make(text, langs_[which], where);
}

void VisitWords::labels(const std::string& source, const std::string& key) {
    for (std::size_t i = 0; i < 2; ++i)
        if (auto words = made_word(key, i); words.text) set(source, i, std::move(words));
}

std::string VisitWords::plain(const Text& text, std::size_t which) const {
    const auto words = in(text, which);
    return words.text ? content::plain(*words.text) : std::string{};
}

std::string VisitWords::joined(const std::vector<std::string>& parts, std::size_t which,
                               const std::string& between) const {
    const std::string lang = primary_language(langs_[which]);
    std::string gap = lang == "ja" || lang == "zh" ? "\u3000" : between;
    if (gap == ", " && (lang == "ar" || lang == "fa" || lang == "ur")) gap = "\u060C ";
    std::string all;
    for (const auto& part : parts)
        if (!part.empty()) all += (all.empty() ? "" : gap) + part;
    return all;
}

Words VisitWords::name_of(const Visit::Person& person, std::size_t which) {
    const auto& lang = langs_[which];
    if (lang.empty() || (which == 1 && plain(person.family, 1).empty() && plain(person.given, 1).empty())) return {};
    return made(content::name_with_reading(person, lang), which, person.where);
}

Words VisitWords::titled(const Visit::Person& person, std::size_t which) {
    auto name = name_of(person, which);
    const std::string title = plain(person.title, which);
    if (!name.text || title.empty()) return name;
    const auto& lang = langs_[which];
    const std::string whole = content::name_with_reading(person, lang);
    const bool after = primary_language(lang) == "ko";
    return made(joined({after ? whole : title, after ? title : whole}, which, " "), which, person.where);
}

Words VisitWords::titled_beside_role(const Visit::Person& person, std::size_t which) {
    const bool said = plain(person.role, which).find(plain(person.title, which)) != std::string::npos;
    return said ? name_of(person, which) : titled(person, which);
}

std::string VisitWords::city(bool host, std::size_t which) const {
    const auto& called = host ? visit().host : visit().guest;
    const auto& lang = langs_[which];
    for (const auto& city : sources_.content.cities) {
        if (city.slug != called.value || !city.native) continue;
        if (primary_language(language_of(city.country.value)) == primary_language(lang)) return city.native->value;
    }
    const auto found = content::city_of(sources_.content, called.value);
    return found && found->name ? plain_in(*found->name, lang) : std::string{};
}

}  // namespace brochure::layout
