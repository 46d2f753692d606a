#include "text/itemise.hpp"

#include "text/itemise_mixed.hpp"
#include "text/levels.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

/// Latin letters, and the punctuation and signs that go with them in any direction-free text. Everything else takes the
/// long way round by ICU.
bool is_plain_latin(std::uint32_t c) {
    return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2028) || (c >= 0x202F && c < 0x2060) ||
           (c >= 0x2070 && c < 0x20D0) || c == 0x2116 || c == 0x2122 || c == 0x2212;
}

/// One piece for each part and line, if all characters are Latin and the part's own face has them.
bool itemise_latin(Prepared::Implementation& paragraph) {
    const std::string_view text = paragraph.text;
    for (std::uint32_t p = 0; p < paragraph.parts.size(); ++p) {
        const Part& part = paragraph.parts[p];
        if (part.face == nullptr) return false;
        Piece piece{.begin = part.begin, .end = part.begin, .part = p, .face = part.face};
        for (std::uint32_t at = part.begin; at < part.end;) {
            const std::uint32_t start = at;
            const std::uint32_t code = next_code(text, at);
            if (is_line_end(code)) {
                piece.end = start;
                if (piece.end > piece.begin) paragraph.pieces.push_back(piece);
                piece.begin = at;
            } else if (!is_plain_latin(code) || (!part.face->has(code) && code != 0xAD)) {
                return false;
            }
        }
        piece.end = part.end;
        if (piece.end > piece.begin) paragraph.pieces.push_back(piece);
    }
    return true;
}

}  // namespace

void itemise(Prepared::Implementation& paragraph, MissingCharacters& missing) {
    paragraph.pieces.clear();
    paragraph.rtl = false;
    if (is_right_to_left(paragraph.parts.empty() ? std::string{} : paragraph.parts.front().lang) ||
        !itemise_latin(paragraph)) {
        paragraph.pieces.clear();
        itemise_mixed(paragraph, missing);
    }
    for (Piece& piece : paragraph.pieces) {
        const Part& part = paragraph.parts[piece.part];
        const bool stands_in = piece.cjk && piece.face != part.face && part.family != nullptr;
        piece.size = paragraph.size * (part.style->size / paragraph.style->size) *
                     (stands_in ? part.family->fallback_scale_cjk : 1.0);
        piece.tracking = may_be_spaced(piece) ? part.tracking * piece.size : 0;
    }
}

}  // namespace brochure::text
