#include "layout/euphony.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace brochure::layout {
namespace {

struct Rule {
    std::string_view lang, word, becomes;
    std::string_view before;  // beginnings of names, small, with a space after each
};
// The word's own space is part of it: an apostrophe leaves none.
constexpr std::array rules{Rule{"it", "a ", "ad ", "a à "},
                           Rule{"it", "e ", "ed ", "e é è "},
                           Rule{"fr", "de ", "d\u2019", "a e i o u y à â é è ê ë î ï ô œ û "},
                           Rule{"fr", "que ", "qu\u2019", "a e i o u à â é è ê ë î ï ô œ û "},
                           Rule{"es", "y ", "e ", "i í hi hí "},
                           Rule{"es", "o ", "u ", "o ó ho hó "}};

// Capitals of ASCII and of Latin-1 (two bytes, the second of which is 0x20 higher); "Œ" has its small form beside it.
std::string small(std::string_view text) {
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto c = static_cast<unsigned char>(text[i]);
        const auto before = i > 0 ? static_cast<unsigned char>(text[i - 1]) : 0U;
        if ((c >= 'A' && c <= 'Z') || (before == 0xC3 && c >= 0x80 && c <= 0x9E)) c += 0x20;
        if (before == 0xC5 && c == 0x92) c = 0x93;
        made += static_cast<char>(c);
    }
    return made;
}

bool begins_so(std::string_view name, std::string_view beginnings) {
    const std::string beginning = small(name.substr(0, 4));
    for (std::size_t at = 0; at < beginnings.size();) {
        const auto end = beginnings.find(' ', at);
        if (beginning.starts_with(beginnings.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

// Not the end of a longer word: "para ", "ville ".
bool stands_alone(std::string_view before, std::string_view word) {
    if (!before.ends_with(word)) return false;
    before.remove_suffix(word.size());
    return before.empty() || before.back() == ' ' || before.ends_with("\u00A0");
}

std::string_view language_of_tag(std::string_view lang) {
    return lang.substr(0, lang.find('-'));
}

}  // namespace

bool is_written_close(const std::string& lang) {
    const auto language = language_of_tag(lang);
    return language == "ja" || language == "zh";
}

std::string comma_in(const std::string& lang) {
    if (is_written_close(lang)) return "\u3001";
    const auto language = language_of_tag(lang);
    return language == "ar" || language == "fa" || language == "ur" ? "\u060C " : ", ";
}

std::string range_in(const std::string& lang) {
    const auto language = language_of_tag(lang);
    return language == "ja" ? "\u301C" : language == "ko" ? "~" : "\u2013";
}

std::string pair_in(const std::string& lang) {
    const auto language = language_of_tag(lang);
    return language == "ja" ? "\u30FB" : language == "zh" ? "\u2014" : " \u2013 ";
}

std::size_t mend_word_before(std::string& text, std::size_t at, const std::string& lang) {
    const auto language = language_of_tag(lang);
    for (const auto& rule : rules) {
        if (rule.lang != language || !begins_so(std::string_view{text}.substr(at), rule.before) ||
            !stands_alone(std::string_view{text}.substr(0, at), rule.word))
            continue;
        text.replace(at - rule.word.size(), rule.word.size(), rule.becomes);
        return at - rule.word.size() + rule.becomes.size();
    }
    return at;
}

}  // namespace brochure::layout
