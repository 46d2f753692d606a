#include <array>
#include <cstdio>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/missing.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

/// Debian packages that have fonts for a script, for fonts the manifest does not name.
const char* package_for(UScriptCode script, std::uint32_t code) {
    if (u_charType(static_cast<UChar32>(code)) == U_PRIVATE_USE_CHAR) return nullptr;
    if (u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_EMOJI_PRESENTATION)) return "fonts-symbola";
    switch (script) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_HANGUL:
        case USCRIPT_BOPOMOFO:
            return "fonts-noto-cjk";
        case USCRIPT_UNKNOWN:
            return nullptr;
        default:
            return "fonts-noto-core";
    }
}

std::string code_name(std::uint32_t code) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "U+%04X", code);
    return text.data();
}

}  // namespace

/// The written text from the span's place to the character at `offset`. Capitals are taken to be as long as what
/// they were made from, which holds but for a few letters.
std::string MissingCharacters::passage_to(std::uint32_t offset, const Part& part) const {
    std::size_t begin = 0;
    for (std::uint32_t i = 0; i < part.span; ++i) begin += spans_[i].text.size();
    const std::string& text = spans_[part.span].text;
    const std::size_t written = map_.input(part.set_begin + (offset - part.begin));
    if (written < begin || written - begin >= text.size()) return {};
    auto end = static_cast<std::uint32_t>(written - begin);
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    next_code(text, end);
    return spans_[part.span].before + text.substr(0, end);
}

void MissingCharacters::report(std::uint32_t code, std::uint32_t offset, const Part& part) {
    // A text in a script without fonts lacks every character of it: a few places of each are enough.
    constexpr int places_at_most = 5;
    constexpr std::size_t bytes_at_most = 1u << 18;
    if (part.family == nullptr || part.face == nullptr) return;  // that the whole family is missing is said already
    if (++told_[code] > places_at_most) return;
    std::string text = "no font has the character ";
    if (u_isgraph(static_cast<UChar32>(code)) && u_charType(static_cast<UChar32>(code)) != U_PRIVATE_USE_CHAR) {
        text += '"';
        append_code(text, code);
        text += "\" ";
    }
    std::array<char, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(code), U_EXTENDED_CHAR_NAME, name.data(), static_cast<int>(name.size()), &status);
    text += "(" + code_name(code) +
            (U_SUCCESS(status) && name[0] != '\0' ? std::string{" "} + name.data() : std::string{}) + ")";

    status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
    std::string package;
    // Fonts that the manifest names for this script and that are not there are the likeliest help.
    for (const std::string& font : fonts_.stand_ins(*part.family, part.lang, uscript_getShortName(script))) {
        if (!package.empty()) break;
        if (!fonts_.by_name(font, part.weight, false).installed) package = fonts_.package_of(font);
    }
    if (package.empty())
        if (const char* known = package_for(script, code)) package = known;
    std::string hint =
        package.empty()
            ? "take the character out, or put a font that has it into fonts/ and name it in fonts/fonts.yaml"
            : "the Debian package " + package +
                  " has one; install it, and name the font in fonts/fonts.yaml if it is not there";
    std::string passage = passages_ < bytes_at_most ? passage_to(offset, part) : std::string{};
    passages_ += passage.size();
    found_.add(
        {Severity::error, part.where, std::move(text), std::move(hint), "no-font", Blame::author, std::move(passage)});
}

}  // namespace brochure::text
