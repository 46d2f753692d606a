#include "content/name_script.hpp"

#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace brochure::content {

namespace {

using Scripts = std::vector<UScriptCode>;
const Scripts japanese{USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA};

// Those of its letters, without what several scripts share.
Scripts scripts_of(const std::string& text) {
    Scripts scripts;
    const auto letters = icu::UnicodeString::fromUTF8(text);
    for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
        UErrorCode status = U_ZERO_ERROR;
        const auto script = uscript_getScript(letters.char32At(at), &status);
        if (U_FAILURE(status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
        if (std::find(scripts.begin(), scripts.end(), script) == scripts.end()) scripts.push_back(script);
    }
    return scripts;
}

Scripts scripts_of_language(const std::string& lang) {
    std::array<UScriptCode, 8> codes{};
    UErrorCode status = U_ZERO_ERROR;
    const auto count = uscript_getCode(lang.c_str(), codes.data(), static_cast<std::int32_t>(codes.size()), &status);
    return U_FAILURE(status) ? Scripts{} : Scripts(codes.begin(), codes.begin() + count);
}

bool are_among(const Scripts& letters, const Scripts& known) {
    return std::all_of(letters.begin(), letters.end(), [&](UScriptCode script) {
        return std::find(known.begin(), known.end(), script) != known.end();
    });
}

}  // namespace

std::string language_of_letters(const std::string& name, const std::vector<Located<std::string>>& languages,
                                const std::string& reading) {
    const Scripts letters = scripts_of(name);
    for (const auto& language : languages)
        if (are_among(letters, scripts_of_language(language.value))) return language.value;
    if (letters == Scripts{USCRIPT_HANGUL}) return "ko";
    if (letters == Scripts{USCRIPT_HAN}) return reading.empty() ? "und-Hani" : reading;
    return are_among(letters, japanese) ? "ja" : languages.front().value;
}

bool puts_family_first(std::string_view lang, const std::string& name) {
    const auto language = lang.substr(0, lang.find('-'));
    if (language == "vi" || language == "hu") return true;
    const Scripts letters = scripts_of(name);
    if (letters.empty() || std::find(letters.begin(), letters.end(), USCRIPT_LATIN) != letters.end()) return false;
    return language == "ja" || language == "zh" || language == "ko" || letters == Scripts{USCRIPT_HANGUL} ||
           are_among(letters, japanese);
}

bool writes_names_together(std::string_view lang, const std::string& name) {
    const auto language = lang.substr(0, lang.find('-'));
    const Scripts letters = scripts_of(name);
    return letters == Scripts{USCRIPT_HANGUL} ||
           ((language == "zh" || language == "ko") && letters == Scripts{USCRIPT_HAN});
}

}  // namespace brochure::content
