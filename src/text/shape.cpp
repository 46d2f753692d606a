#include "text/shape.hpp"

#include <algorithm>

#include "text/itemise.hpp"
#include "text/utf8.hpp"
#include "text/wide_marks.hpp"
#include "text/workbench.hpp"

namespace brochure::text {
namespace {

constexpr std::uint32_t no_character = ~std::uint32_t{0};

hb_feature_t feature(hb_tag_t tag, std::uint32_t value) {
    return {tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

/// Of two marks in a row one gives up its blank half: JIS X 4051, 4.8. For fonts without the feature `chws`.
void halve_marks(std::string_view text, std::uint32_t begin, std::uint32_t end, std::uint32_t shift,
                 std::vector<hb_feature_t>& features) {
    WideMark before = WideMark::plain;
    std::uint32_t before_at = begin;
    for (std::uint32_t at = begin; at < end;) {
        const std::uint32_t here = at;
        const WideMark mark = wide_mark(next_code(text, at));
        if (before == WideMark::closing && mark != WideMark::plain)
            features.push_back({HB_TAG('h', 'a', 'l', 't'), 1, before_at - shift, here - shift});
        else if (before == WideMark::opening && mark == WideMark::opening)
            features.push_back({HB_TAG('h', 'a', 'l', 't'), 1, here - shift, at - shift});
        before = mark;
        before_at = here;
    }
}

}  // namespace

Shaper::Shaper() : buffer_{hb_buffer_create()} {}

void Shaper::shape(std::string_view text, std::uint32_t begin, std::uint32_t end, const Piece& piece, const Part& part,
                   bool context, std::vector<ShapedGlyph>& out, std::uint32_t* missing) {
    if (begin >= end) return;
    hb_buffer_t* const buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    const char* const start = context ? text.data() : text.data() + begin;
    const auto size = static_cast<int>(context ? text.size() : end - begin);
    const std::uint32_t shift = context ? 0 : begin;
    hb_buffer_add_utf8(buffer, start, size, context ? begin : 0, static_cast<int>(end - begin));
    hb_buffer_set_direction(buffer, piece.rtl() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, piece.script);
    hb_buffer_set_language(buffer, part.language);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    const std::vector<hb_feature_t>* features = &part.features;
    if (piece.cjk) {  // consecutive marks at half width: JIS X 4051, 4.8
        features_ = part.features;
        if (piece.face->half_width_pairs)
            features_.push_back(feature(HB_TAG('c', 'h', 'w', 's'), 1));
        else
            halve_marks(text, begin, end, shift, features_);
        features = &features_;
    }
    hb_shape(piece.face->font.get(), buffer, features->data(), static_cast<unsigned>(features->size()));

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; ++i) {
        const std::uint32_t cluster = infos[i].cluster + shift;
        if (infos[i].codepoint == 0) {  // .notdef: an error, never ink
            std::uint32_t at = cluster;
            if (missing != nullptr && *missing == no_character) *missing = next_code(text, at);
            continue;
        }
        out.push_back({infos[i].codepoint, cluster, positions[i].x_advance, positions[i].x_offset,
                       positions[i].y_offset,
                       (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0});
    }
}

namespace {

/// Whether words of the script are shaped alone: nothing but kerning with the space reaches from one to the next.
bool goes_by_words(const Piece& piece) {
    return !piece.rtl() && !piece.cjk &&
           (piece.script == HB_SCRIPT_LATIN || piece.script == HB_SCRIPT_GREEK || piece.script == HB_SCRIPT_CYRILLIC);
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The next space at which words part: with an ASCII letter after it, and one, a comma or full stop before. About
/// figures, signs and brackets fonts look further (Inter draws the x of `3 x 4` as a multiplication sign).
std::uint32_t next_parting(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    for (std::size_t at = text.find(' ', begin + 1); at != std::string::npos && at + 1 < end;
         at = text.find(' ', at + 1)) {
        const char before = text[at - 1], after = text[at + 1];
        if (!is_letter(after)) continue;
        if (is_letter(before) || before == ',' || before == '.') return static_cast<std::uint32_t>(at);
    }
    return end;
}

/// Shapes a piece word by word, each with the space before it; words met before cost a look-up.
void shape_words(const std::string& text, const Piece& piece, const Part& part, Workbench& bench,
                 std::vector<ShapedGlyph>& out, std::uint32_t* missing) {
    const ShapedWords::Setting setting = bench.words.setting_of(piece, part);
    bool unsafe = false;  // whether the word before is kerned with the space at `begin`
    for (std::uint32_t begin = piece.begin; begin < piece.end;) {
        const std::uint32_t end = next_parting(text, begin, piece.end);
        // The space after it is seen, and says whether the two are kerned, but the next word brings it.
        const std::string_view word{text.data() + begin, std::min(end + 1, piece.end) - begin};
        bool known = false;
        const auto kept = bench.words.find(setting, word, known);
        const std::size_t first = out.size();
        if (known) {
            out.insert(out.end(), kept.begin(), kept.end());
        } else {
            std::uint32_t lacking = no_character;
            bench.shaper.shape(word, 0, static_cast<std::uint32_t>(word.size()), piece, part, true, out, &lacking);
            if (lacking == no_character)
                bench.words.keep(setting, word, {out.data() + first, out.size() - first});
            else
                *missing = lacking;
        }
        if (first < out.size()) out[first].unsafe = out[first].unsafe || unsafe;
        unsafe = false;
        for (; out.size() > first && out.back().cluster >= end - begin; out.pop_back()) unsafe = out.back().unsafe;
        for (std::size_t i = first; i < out.size(); ++i) out[i].cluster += begin;
        begin = end;
    }
}

}  // namespace

std::vector<hb_feature_t> features_of(const design::Style& style, std::string_view lang) {
    std::vector<hb_feature_t> features;
    for (const design::Feature& wanted : style.features)
        features.push_back(
            feature(hb_tag_from_string(wanted.tag.data(), static_cast<int>(wanted.tag.size())), wanted.value));
    // Beside characters of one height a one of the height of small letters is read as "I".
    const auto tongue = lang.substr(0, lang.find('-'));
    if (tongue == "ja" || tongue == "zh" || tongue == "ko" || tongue == "yue")
        features.push_back(feature(HB_TAG('l', 'n', 'u', 'm'), 1));
    if (style.tracking >= 10)  // 1/1000 em: letters set apart are not tied together
        for (const hb_tag_t tag : {HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g')})
            features.push_back(feature(tag, 0));
    return features;
}

void shape_pieces(Prepared::Implementation& paragraph, MissingCharacters& missing_characters) {
    const BorrowedBench bench{*paragraph.fonts};
    paragraph.glyphs.clear();
    paragraph.glyphs.reserve(paragraph.text.size() + 8);
    for (Piece& piece : paragraph.pieces) {
        const Part& part = paragraph.parts[piece.part];
        std::uint32_t missing = no_character;
        piece.first_glyph = static_cast<std::uint32_t>(paragraph.glyphs.size());
        if (goes_by_words(piece))
            shape_words(paragraph.text, piece, part, *bench, paragraph.glyphs, &missing);
        else
            bench->shaper.shape(paragraph.text, piece.begin, piece.end, piece, part, true, paragraph.glyphs, &missing);
        piece.end_glyph = static_cast<std::uint32_t>(paragraph.glyphs.size());
        if (missing == no_character) continue;
        std::uint32_t at = piece.begin;
        for (std::uint32_t next = at; next < piece.end && next_code(paragraph.text, next) != missing;) at = next;
        missing_characters.report(missing, at, part);
    }
}

}  // namespace brochure::text
