#include "layout/visit_words.hpp"

#include "content/visit_times.hpp"
#include "layout/euphony.hpp"
#include "layout/facts.hpp"
#include "text/paragraph.hpp"

namespace brochure::layout {

using content::Text;
using content::Visit;

namespace {

int last_unit(const std::vector<content::Span>& spans) {
    int last = 0;
    for (const auto& span : spans) last = std::max(last, span.unit);
    return last;
}

// Adds a text's spans to a line, each with its language. What differs in nothing from what stands before is one with
// it. `apart`: the text is a unit of its own, unless it consists of units already.
void append(content::RichText& line, const Words& part, bool apart) {
    auto& spans = line.blocks.front().spans;
    const int before = last_unit(spans);
    bool has_units = false;
    for (const auto& block : part.text->blocks) has_units = has_units || last_unit(block.spans) > 0;
    const auto add = [&](content::Span span) {
        if (span.lang.empty()) span.lang = part.lang;
        if (span.unit > 0)
            span.unit += before;
        else if (apart && !has_units)
            span.unit = before + 1;
        const bool same = !spans.empty() && spans.back().lang == span.lang && spans.back().link == span.link &&
                          spans.back().emphasis == span.emphasis && spans.back().strong == span.strong &&
                          spans.back().unit == span.unit;
        if (same)
            spans.back().text += span.text;
        else
            spans.push_back(std::move(span));
    };
    for (const auto& block : part.text->blocks) {
        content::Span line_end;
        line_end.text = "\n";
        line_end.where = part.text->where;
        if (&block != &part.text->blocks.front()) add(line_end);
        for (const auto& span : block.spans) add(span);
    }
}

content::RichText empty_line(SourcePosition where) {
    content::RichText line;
    line.where = where;
    line.blocks.emplace_back();
    return line;
}

}  // namespace

const Visit::Place* place_of(const Visit& visit, const std::optional<Visit::PlaceName>& called) {
    return called && called->key ? content::find_place(visit, called->key->value) : nullptr;
}

const Located<std::string>* phone_of(const Visit& visit, const Visit::Lodging& night) {
    if (night.phone) return &*night.phone;
    const auto* place = place_of(visit, night.place);
    return place && place->phone ? &*place->phone : nullptr;
}

void add_line(RowsField::Cell& cell, Words words) {
    if (words.text) cell.push_back(std::move(words));
}

std::string primary_language(const std::string& lang) {
    return lang.substr(0, lang.find('-'));
}

VisitWords::VisitWords(const Sources& sources, Fields& fields)
    : sources_{sources}, fields_{fields}, langs_{sources.job.lang, sources.job.publication->second_lang} {}

std::string VisitWords::language_of_version(const std::string& tag, const std::string& lang) const {
    const auto& own = tag.empty() ? content::untagged_language(*sources_.job.publication) : tag;
    return lang.starts_with(own + "-") ? lang : own;
}

Words VisitWords::in_half(Words words, std::size_t which, SourcePosition where) const {
    const bool right_to_left = text::is_right_to_left(langs_[which]);
    if (!words.text || text::is_right_to_left(words.lang) == right_to_left) return words;
    auto line = empty_line(where);
    append(line, words, right_to_left);
    return fields_.keep(std::move(line), langs_[which]);
}

Words VisitWords::version_of(const Text& text, std::size_t which) const {
    const auto& lang = langs_[which];
    const auto* version = lang.empty() ? nullptr : text.find(lang);
    if (!version || version->value.empty()) return {};
    return {&version->value, language_of_version(version->lang, lang)};
}

Words VisitWords::as_it_is(const Text& text, std::size_t which) const {
    return in_half(version_of(text, which), which, text.where);
}

Words VisitWords::in(const Text& text, std::size_t which) const {
    auto words = version_of(text, which);
    if (which == 1 && primary_language(words.lang) != primary_language(langs_[which])) return {};
    return in_half(std::move(words), which, text.where);
}

void VisitWords::both(const std::string& source, const Text& text) {
    for (std::size_t i = 0; i < 2; ++i)
        if (auto words = in(text, i); words.text) set(source, i, std::move(words));
}

Words VisitWords::made(const std::string& text, std::size_t which, SourcePosition where) {
    return text.empty() || langs_[which].empty() ? Words{} : fields_.make(text, langs_[which], where);
}

Words VisitWords::groups(const std::vector<Located<std::string>>& names) {
    if (names.empty()) return {};
    const auto& lang = content::untagged_language(*sources_.job.publication);
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : comma_in(lang)) + name.value;
    return fields_.make(list, lang, names.front().where);
}

Words VisitWords::made_word(const std::string& key, std::size_t which) {
    const std::string text = langs_[which].empty() ? std::string{} : word(key, which);
    if (text.empty()) return {};
    return fields_.make(text, label_language(sources_.content, key, langs_[which]), {});
}

Words VisitWords::filled(const std::string& key, std::size_t which, const std::map<std::string, Words>& values,
                         SourcePosition where) {
    if (langs_[which].empty()) return {};
    // Behind each value a character that is none (The Unicode Standard, 23.7: U+FDD0…U+FDEF) says which it is.
    const std::string mark = "\uFDD0";
    std::map<std::string, std::string> marked;
    std::vector<const Words*> order;
    for (const auto& [name, words] : values) {
        std::string behind = mark;
        behind.back() = static_cast<char>(behind.back() + static_cast<char>(order.size()));
        marked[name] = words.text ? content::plain(*words.text) + behind : std::string{};
        order.push_back(&words);
    }
    const std::string text = word(key, which, marked), lang = label_language(sources_.content, key, langs_[which]);
    auto line = empty_line(where);
    const auto add_own = [&](const std::string& own) {
        if (!own.empty()) append(line, fields_.make(own, lang, where), false);
    };
    std::size_t from = 0;
    for (std::size_t at = 0; (at = text.find(mark.substr(0, 2), at)) != std::string::npos; ++at) {
        const auto number = static_cast<std::size_t>(static_cast<unsigned char>(text[at + 2])) -
                            static_cast<std::size_t>(static_cast<unsigned char>(mark[2]));
        if (number >= order.size()) continue;
        add_own(text.substr(from, at - content::plain(*order[number]->text).size() - from));
        append(line, *order[number], text::is_right_to_left(lang));
        from = at + mark.size();
    }
    add_own(text.substr(from));
    return line.blocks.front().spans.empty() ? Words{} : fields_.keep(std::move(line), lang);
}

void VisitWords::labels(const std::string& source, const std::string& key) {
    for (std::size_t i = 0; i < 2; ++i)
        if (auto words = made_word(key, i); words.text) set(source, i, std::move(words));
}

std::string VisitWords::plain(const Text& text, std::size_t which) const {
    const auto words = in(text, which);
    return words.text ? content::plain(*words.text) : std::string{};
}

Words VisitWords::row(const std::vector<Words>& parts, std::size_t which, const std::string& between,
                      SourcePosition where) {
    std::vector<const Words*> some;
    for (const auto& part : parts)
        if (part.text) some.push_back(&part);
    if (some.empty() || langs_[which].empty()) return {};
    if (some.size() == 1) return *some.front();
    auto line = empty_line(where);
    for (const auto* part : some) {
        if (part != some.front() && !between.empty()) append(line, fields_.make(between, langs_[which], where), false);
        append(line, *part, text::is_right_to_left(langs_[which]));
    }
    return fields_.keep(std::move(line), langs_[which]);
}

Words VisitWords::joined(const std::vector<Words>& parts, std::size_t which, const std::string& between,
                         SourcePosition where) {
    const auto& lang = langs_[which];
    return row(parts, which, is_written_close(lang) ? "\u3000" : between == ", " ? comma_in(lang) : between, where);
}

Words VisitWords::continued(const Words& name, std::size_t which, SourcePosition where) {
    return row({name, made_word("continued", which)}, which, is_written_close(langs_[which]) ? "" : " ", where);
}

void VisitWords::name_group(RowsField::Group& group, const std::string& key) {
    for (std::size_t i = 0; i < 2; ++i) {
        if (!has(i)) continue;
        group.name[i] = made_word(key, i);
        group.continued[i] = continued(group.name[i], i, visit().where);
    }
}

std::string VisitWords::bracketed(const std::string& text, std::size_t which) const {
    return is_written_close(langs_[which]) ? "\uFF08" + text + "\uFF09" : " (" + text + ")";
}
std::string VisitWords::colon(std::size_t which) const {
    return is_written_close(langs_[which]) ? "\uFF1A" : ": ";
}
std::string VisitWords::semicolon(std::size_t which) const {
    const std::string lang = primary_language(langs_[which]);
    if (is_written_close(lang)) return "\uFF1B";
    return lang == "ar" || lang == "fa" || lang == "ur" ? "\u061B " : "; ";
}

Words VisitWords::version_of_name(const Visit::Person& person, std::size_t which) {
    const auto& lang = langs_[which];
    const std::string name = lang.empty() ? std::string{} : content::name_with_reading(person, lang);
    if (name.empty()) return {};
    return fields_.make(name, language_of_version(content::name_language(person, lang), lang), person.where);
}

Words VisitWords::name_as_it_is(const Visit::Person& person, std::size_t which) {
    return in_half(version_of_name(person, which), which, person.where);
}

Words VisitWords::name_of(const Visit::Person& person, std::size_t which) {
    auto name = version_of_name(person, which);
    if (which == 1 && primary_language(name.lang) != primary_language(langs_[which])) return {};
    return in_half(std::move(name), which, person.where);
}

Words VisitWords::title_of(const Visit::Person& person, std::size_t which) const {
    const auto* version = langs_[which].empty() ? nullptr : person.title.find(langs_[which]);
    return version && version->lang.empty() ? as_it_is(person.title, which) : in(person.title, which);
}

bool VisitWords::role_says_title(const Visit::Person& person, std::size_t which) const {
    const auto title = title_of(person, which);
    return !title.text || plain(person.role, which).find(content::plain(*title.text)) != std::string::npos;
}

Words VisitWords::with_title(Words name, const Visit::Person& person, std::size_t which) {
    auto title = title_of(person, which);
    if (!name.text || !title.text) return name;
    const bool after = primary_language(title.lang) == "ko";
    return joined({after ? name : title, after ? title : name}, which, " ", person.where);
}

Words VisitWords::titled(const Visit::Person& person, std::size_t which) {
    return with_title(name_of(person, which), person, which);
}

Words VisitWords::titled_beside_role(const Visit::Person& person, std::size_t which) {
    const bool said = role_says_title(person, which);
    auto name = said ? name_of(person, which) : titled(person, which);
    if (which == 0 || !name.text) return name;
    const auto first = titled_beside_role(person, 0);
    return first.text && content::plain(*first.text) == content::plain(*name.text) ? Words{} : name;
}

Words VisitWords::titled_as_it_is(const Visit::Person& person, std::size_t which) {
    const bool said = role_says_title(person, which);
    auto name = name_as_it_is(person, which);
    return said ? name : with_title(std::move(name), person, which);
}

Words VisitWords::city(bool host, std::size_t which) {
    const auto& called = host ? visit().host : visit().guest;
    const auto& lang = langs_[which];
    for (const auto& city : sources_.content.cities) {
        if (city.slug != called.value || !city.native) continue;
        if (primary_language(language_of(city.country.value)) == primary_language(lang))
            return made(city.native->value, which, city.native->where);
    }
    const auto found = content::city_of(sources_.content, called.value);
    const auto* version = found && found->name ? found->name->find(lang) : nullptr;
    if (!version || version->value.empty() || lang.empty()) return {};
    // A name that is in no language in particular is in the reader's.
    return {&version->value, version->lang.empty() ? lang : language_of_version(version->lang, lang)};
}

}  // namespace brochure::layout
