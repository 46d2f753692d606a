#include "text/itemise_mixed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include "text/itemise.hpp"
#include "text/levels.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

struct Character {
    std::uint32_t code = 0, begin = 0, part = 0;
    UScriptCode script = USCRIPT_COMMON;  // resolved
    bool common = false;                  // of no script of its own
    bool extends = false;                 // belongs to the cluster before it
    bool ignorable = false;               // drawn by no font
    std::uint8_t level = 0;
    const Face* face = nullptr;
};

bool is_cjk_script(UScriptCode s) {
    return s == USCRIPT_HAN || s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA || s == USCRIPT_HANGUL ||
           s == USCRIPT_BOPOMOFO;
}

/// Punctuation that exists once in Unicode and is drawn wide in Chinese and Japanese, narrow in Latin.
bool is_wide_by_context(std::uint32_t c) {
    return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026 || c == 0x2014 || c == 0x2015;
}

bool is_wide(std::uint32_t c) {
    const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

std::vector<Character> characters_of(const Prepared::Implementation& paragraph) {
    std::vector<Character> all;
    all.reserve(paragraph.text.size());
    for (std::uint32_t p = 0; p < paragraph.parts.size(); ++p) {
        for (std::uint32_t at = paragraph.parts[p].begin; at < paragraph.parts[p].end;) {
            Character c;
            c.begin = at;
            c.part = p;
            c.code = next_code(paragraph.text, at);
            const auto u = static_cast<UChar32>(c.code);
            UErrorCode status = U_ZERO_ERROR;
            c.script = uscript_getScript(u, &status);
            c.common = c.script == USCRIPT_COMMON || c.script == USCRIPT_INHERITED || U_FAILURE(status);
            c.ignorable = u_hasBinaryProperty(u, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
            const int grapheme = u_getIntPropertyValue(u, UCHAR_GRAPHEME_CLUSTER_BREAK);
            c.extends = !all.empty() && !is_line_end(all.back().code) &&
                        (grapheme == U_GCB_EXTEND || grapheme == U_GCB_ZWJ || grapheme == U_GCB_SPACING_MARK ||
                         all.back().code == 0x200D);
            all.push_back(c);
        }
    }
    return all;
}

/// Characters of no script take that of the letter before, or after at the start; characters of several scripts (the
/// Japanese comma) one of their own when neither neighbour fits. UAX #24, 5.1 and 5.2.
void resolve_scripts(std::vector<Character>& all) {
    const auto following = [&](std::size_t i) {
        for (; i < all.size() && !is_line_end(all[i].code); ++i)
            if (!all[i].common) return all[i].script;
        return USCRIPT_COMMON;
    };
    UScriptCode last = USCRIPT_COMMON;
    for (std::size_t i = 0; i < all.size(); ++i) {
        Character& c = all[i];
        if (is_line_end(c.code)) last = USCRIPT_COMMON;
        if (!c.common) {
            last = c.script;
            continue;
        }
        const auto u = static_cast<UChar32>(c.code);
        const bool several = !uscript_hasScript(u, USCRIPT_COMMON) && !uscript_hasScript(u, USCRIPT_INHERITED);
        UScriptCode chosen = last != USCRIPT_COMMON ? last : following(i + 1);
        if (several && !uscript_hasScript(u, chosen)) {
            chosen = following(i + 1);
            if (!uscript_hasScript(u, chosen)) {
                std::array<UScriptCode, 32> own{};
                UErrorCode status = U_ZERO_ERROR;
                const int count = uscript_getScriptExtensions(u, own.data(), static_cast<int>(own.size()), &status);
                chosen = count > 0 ? own[0] : USCRIPT_COMMON;
                if (uscript_hasScript(u, USCRIPT_HAN)) chosen = USCRIPT_HAN;
            }
        } else if (!is_cjk_script(chosen) && is_wide(c.code)) {
            chosen = USCRIPT_HAN;  // a full-width sign between Latin letters
        }
        c.script = chosen;
    }
    for (Character& c : all)
        if (c.script == USCRIPT_COMMON || c.script == USCRIPT_INHERITED) c.script = USCRIPT_LATIN;
}

/// Chooses a face for each cluster: the part's own, else the first stand-in that has all of it.
class FaceChooser {
public:
    FaceChooser(const Prepared::Implementation& paragraph, MissingCharacters& missing)
        : paragraph_{paragraph}, missing_{missing} {}

    void choose(std::vector<Character>& all) {
        const Face* before = nullptr;
        for (std::size_t i = 0; i < all.size();) {
            std::size_t end = i + 1;
            while (end < all.size() && all[end].extends) ++end;
            const Face* face = is_line_end(all[i].code) ? nullptr : face_for(all, i, end, before);
            for (; i < end; ++i) all[i].face = face;
            before = face;
        }
    }

private:
    const Face* face_for(const std::vector<Character>& all, std::size_t begin, std::size_t end, const Face* before) {
        const Character& c = all[begin];
        const Part& part = paragraph_.parts[c.part];
        spell(all, begin, end);
        if (spellings_[0].empty()) return before != nullptr ? before : part.face;  // ignorable alone
        const bool continues = begin > 0 && before != nullptr && all[begin - 1].part == c.part;
        if (c.common && before != part.face && continues && follows_neighbour(all, begin, end) && draws(*before))
            return before;
        // Figures amid Arabic are of one kind, wherever they stand in it.
        if (c.common && uscript_isRightToLeft(c.script))
            for (const Face* face : chain(part, c.script))
                if (draws(*face)) return face;
        const bool wide = is_wide_by_context(c.code) && is_cjk_script(c.script) && speaks_cjk(part.lang);
        if (!wide && part.face != nullptr && draws(*part.face)) return part.face;
        for (const Face* face : chain(part, c.script))
            if (draws(*face)) return face;
        if (part.face != nullptr && draws(*part.face)) return part.face;
        for (std::size_t i = begin; i < end; ++i)
            if (!all[i].ignorable && (part.face == nullptr || !part.face->has(all[i].code)))
                missing_.report(all[i].code, all[i].begin, part);
        return nullptr;
    }

    /// Spaces, digits and punctuation amid a script that stands in are set in its face, save for Latin marks in
    /// Japanese.
    static bool follows_neighbour(const std::vector<Character>& all, std::size_t begin, std::size_t end) {
        const Character& c = all[begin];
        if (!is_cjk_script(c.script))
            return c.script != USCRIPT_LATIN && c.script != USCRIPT_GREEK && c.script != USCRIPT_CYRILLIC;
        if (is_wide(c.code)) return true;
        return c.code == ' ' && end < all.size() && is_cjk_script(all[end].script) && !all[end].common;  // Korean
    }

    static bool speaks_cjk(std::string_view lang) {
        const auto tongue = lang.substr(0, lang.find('-'));
        return tongue == "ja" || tongue == "zh" || tongue == "ko" || tongue == "yue";
    }

    /// The cluster as written, composed and decomposed: HarfBuzz tries all of them.
    void spell(const std::vector<Character>& all, std::size_t begin, std::size_t end) {
        for (auto& s : spellings_) s.clear();
        for (std::size_t i = begin; i < end; ++i)
            if (!all[i].ignorable) spellings_[0].push_back(static_cast<char32_t>(all[i].code));
        UErrorCode status = U_ZERO_ERROR;
        const std::array<const UNormalizer2*, 2> forms{unorm2_getNFCInstance(&status), unorm2_getNFDInstance(&status)};
        if (U_FAILURE(status) || (spellings_[0].size() == 1 && spellings_[0][0] < 0xC0)) return;
        std::u16string units;
        for (const char32_t code : spellings_[0]) {
            if (code > 0xFFFF)
                units.append({U16_LEAD(code), U16_TRAIL(code)});
            else
                units.push_back(static_cast<char16_t>(code));
        }
        for (std::size_t f = 0; f < forms.size(); ++f) {
            std::array<char16_t, 64> out{};
            status = U_ZERO_ERROR;
            const int size =
                unorm2_normalize(forms[f], units.data(), static_cast<int>(units.size()), out.data(), 64, &status);
            if (U_FAILURE(status)) continue;
            for (int i = 0; i < size;) {
                UChar32 code = 0;
                U16_NEXT(out.data(), i, size, code);
                spellings_[f + 1].push_back(static_cast<char32_t>(code));
            }
        }
    }

    bool draws(const Face& face) const {
        return std::any_of(spellings_.begin(), spellings_.end(), [&](const std::u32string& spelling) {
            return !spelling.empty() &&
                   std::all_of(spelling.begin(), spelling.end(), [&](char32_t c) { return face.has(c); });
        });
    }

    /// The stand-in faces of a part for one script; loaded when the first character asks for them.
    const std::vector<const Face*>& chain(const Part& part, UScriptCode script) {
        const auto [at, is_new] = chains_.try_emplace({&part, script});
        if (!is_new || part.family == nullptr) return at->second;
        for (const std::string& name :
             paragraph_.fonts->stand_ins(*part.family, part.lang, uscript_getShortName(script))) {
            FaceAnswer answer = paragraph_.fonts->by_name(name, part.weight, part.italic);
            if (answer.face == nullptr && part.italic) answer = paragraph_.fonts->by_name(name, part.weight, false);
            if (answer.face != nullptr) at->second.push_back(answer.face);
        }
        return at->second;
    }

    const Prepared::Implementation& paragraph_;
    MissingCharacters& missing_;
    std::array<std::u32string, 3> spellings_;
    std::map<std::pair<const Part*, UScriptCode>, std::vector<const Face*>> chains_;
};

bool is_latin_like(const Character& c) {
    if (c.common) return u_charType(static_cast<UChar32>(c.code)) == U_DECIMAL_DIGIT_NUMBER && !is_wide(c.code);
    return c.script == USCRIPT_LATIN || c.script == USCRIPT_GREEK || c.script == USCRIPT_CYRILLIC;
}
bool is_cjk_letter(const Character& c) {
    return is_cjk_script(c.script) && c.script != USCRIPT_HANGUL && !c.common;
}

/// Signs of no script that the family's own face draws beside a stand-in's letters are shaped with their neighbours of
/// that face, so that a bracket is kerned with its word.
void join_faces(std::vector<Character>& all) {
    const auto differs = [&](std::size_t i) { return !all[i].extends && all[i].common && !is_line_end(all[i].code); };
    for (std::size_t i = all.size(); i-- > 0;) {
        Character& c = all[i];
        if (!differs(i) || c.face == nullptr || is_wide(c.code)) continue;
        const bool before = i > 0 && all[i - 1].face == c.face && all[i - 1].script == c.script;
        if (!before && i + 1 < all.size() && all[i + 1].face == c.face && all[i + 1].level == c.level)
            c.script = all[i + 1].script;
    }
}

void make_pieces(Prepared::Implementation& paragraph, const std::vector<Character>& all) {
    const Character* before = nullptr;  // the character before, unless a line ended
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Character& c = all[i];
        const std::uint32_t end =
            i + 1 < all.size() ? all[i + 1].begin : static_cast<std::uint32_t>(paragraph.text.size());
        if (is_line_end(c.code) || c.face == nullptr) {
            before = nullptr;
            continue;
        }
        const bool gap = before != nullptr &&
                         ((is_latin_like(*before) && is_cjk_letter(c)) || (is_cjk_letter(*before) && is_latin_like(c)));
        const bool same = before != nullptr && !gap && before->part == c.part && before->face == c.face &&
                          before->level == c.level &&
                          (before->script == c.script || c.extends ||
                           (is_cjk_script(before->script) && is_cjk_script(c.script) &&
                            before->script != USCRIPT_HANGUL && c.script != USCRIPT_HANGUL));
        if (same) {
            paragraph.pieces.back().end = end;
        } else {
            Piece piece{.begin = c.begin, .end = end, .part = c.part, .face = c.face};
            piece.script = hb_script_from_string(uscript_getShortName(c.script), 4);
            piece.level = c.level;
            piece.cjk =
                is_cjk_script(c.script) && !(c.common && !is_wide(c.code) && c.face == paragraph.parts[c.part].face);
            piece.gap_before = gap;
            paragraph.pieces.push_back(piece);
        }
        before = &c;
    }
}

}  // namespace

bool may_be_spaced(const Piece& piece) {
    if (piece.rtl()) return false;
    switch (piece.script) {
        case HB_SCRIPT_ARABIC:  // joining scripts, where they are turned to run from left to right
        case HB_SCRIPT_SYRIAC:
        case HB_SCRIPT_MONGOLIAN:
        case HB_SCRIPT_NKO:
        case HB_SCRIPT_MANDAIC:
        case HB_SCRIPT_PHAGS_PA:
        case HB_SCRIPT_ADLAM:
        case HB_SCRIPT_HANIFI_ROHINGYA:
        case HB_SCRIPT_MANICHAEAN:
        case HB_SCRIPT_SOGDIAN:
        case HB_SCRIPT_PSALTER_PAHLAVI:
        case HB_SCRIPT_CHORASMIAN:
        case HB_SCRIPT_OLD_UYGHUR:
        case HB_SCRIPT_DEVANAGARI:  // scripts with a headline
        case HB_SCRIPT_BENGALI:
        case HB_SCRIPT_GURMUKHI:
            return false;
        default:
            return true;
    }
}

void itemise_mixed(Prepared::Implementation& paragraph, MissingCharacters& missing) {
    std::vector<Character> all = characters_of(paragraph);
    resolve_scripts(all);
    const Levels levels = levels_of(paragraph);
    paragraph.rtl = levels.rtl;
    if (!levels.bytes.empty())
        for (Character& c : all) c.level = levels.bytes[c.begin];
    FaceChooser{paragraph, missing}.choose(all);
    join_faces(all);
    make_pieces(paragraph, all);
}

}  // namespace brochure::text
