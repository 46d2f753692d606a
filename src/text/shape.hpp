#pragma once
#include <string_view>

#include "text/missing.hpp"
#include "text/prepare.hpp"

namespace brochure::text {

/// Shapes characters by HarfBuzz. One for each thread at work; it keeps its buffer between calls.
class Shaper {
public:
    Shaper();

    /// Appends the glyphs of text[begin, end), a part of `piece`, in visual order. `context`: whether the letters
    /// around it are seen (they are within a line, not across its ends). .notdef is never among them; `missing` is set
    /// to the first character that gave one.
    void shape(std::string_view text, std::uint32_t begin, std::uint32_t end, const Piece& piece, const Part& part,
               bool context, std::vector<ShapedGlyph>& out, std::uint32_t* missing = nullptr);

private:
    HbPointer<hb_buffer_t> buffer_;
    std::vector<hb_feature_t> features_;
};

struct Workbench;

/// Shapes all pieces; sets the paragraph's glyphs and each piece's share of them.
void shape_pieces(Prepared::Implementation& paragraph, MissingCharacters& missing);

/// The features of a style: its own, figures as high as capitals beside Chinese, Japanese and Korean, and no ligatures
/// where letters are tracked apart.
std::vector<hb_feature_t> features_of(const design::Style& style, std::string_view lang);

}  // namespace brochure::text
