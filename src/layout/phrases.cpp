#include "layout/phrases.hpp"

#include <unicode/locid.h>

#include <algorithm>

namespace brochure::layout {
namespace {

std::string display_language(const std::string& language, const std::string& lang) {
    UErrorCode ignored = U_ZERO_ERROR;  // the tag has been checked
    icu::UnicodeString name;
    icu::Locale::forLanguageTag(language, ignored).getDisplayLanguage(icu::Locale{lang.c_str()}, name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8;
}

// In its own language inside a text of the publication's: so it is shaped, and read aloud.
Words foreign(const Located<std::string>& words, const std::string& language, Fields& fields, const std::string& lang) {
    content::RichText text;
    text.where = words.where;
    auto& span = text.blocks.emplace_back().spans.emplace_back();
    span.text = words.value;
    span.lang = language;
    span.where = words.where;
    return fields.keep(std::move(text), lang);
}

}  // namespace

void bind_phrases(const Sources& sources, const content::City& city, Fields& fields) {
    if (city.phrases.empty()) return;
    const auto& lang = sources.job.lang;
    const auto& first = city.phrases.front();
    const auto all = [&](auto holds) { return std::all_of(city.phrases.begin(), city.phrases.end(), holds); };
    const bool said = !all([](const content::Phrase& one) { return !one.pronunciation; });
    TableField table;
    for (const auto& phrase : city.phrases) {
        auto& row = table.rows.emplace_back();
        row.push_back(words_in(phrase.meaning, sources));
        row.push_back(foreign(phrase.original, phrase.lang.value, fields, lang));
        if (!said) continue;
        row.push_back(phrase.pronunciation ? fields.make(phrase.pronunciation->value, lang, phrase.pronunciation->where)
                                           : Words{nullptr, lang});
    }
    fields.set("phrases", std::move(table));
    const bool one_language = all([&](const content::Phrase& one) { return one.lang.value == first.lang.value; });
    const std::string title = one_language ? label(sources.content, "phrases-of", lang,
                                                   {{"language", display_language(first.lang.value, lang)}})
                                           : label(sources.content, "phrases", lang);
    fields.set("label.phrases", fields.make(title, lang, first.where));
}

}  // namespace brochure::layout
