#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pdf/glyphs.hpp"
#include "pdf/haru.hpp"

namespace brochure::pdf {

/// How a glyph of a face is shown: its two-byte code, and its width in thousandths of an em as the file states it.
struct Code {
    std::uint16_t code = 0;
    double width = 0;
};

/// A subset of a face, ready to be embedded, and what the pages need to show its glyphs.
struct Font {
    const text::FaceInfo* face = nullptr;
    FaceUse use;
    GlyphTable<Code> codes;    // by glyph of the whole face
    std::vector<Code> others;  // of the further meanings of glyphs, as `use.texts` lists them; TrueType alone
    std::optional<std::uint32_t> space, blank;  // the glyphs, where they are used
    std::string program;                        // TrueType, or the bare CFF table; compressed
    std::size_t program_length = 0;             // before compression
    std::string name;                           // "ABCDEF+Vollkorn-Regular"
    std::string to_unicode;                     // a CMap, compressed
    std::string widths;                         // the W array
    std::string glyph_of_code;                  // the CIDToGIDMap, compressed; empty: a code is the glyph's number

    /// The code under which the glyph is read as `part`, if it has one; else its ordinary code.
    const Code& code_for(std::uint32_t glyph, std::string_view part) const;
    /// Null where the file has no code for it.
    const Code* code_if_read_as(std::uint32_t glyph, std::string_view part) const;
};

/// Makes the subset of one face with HarfBuzz, glyphs renumbered. Empty when HarfBuzz cannot.
std::optional<Font> make_font(FaceUse use, const text::FaceInfo& face);

/// Adds the font to the document: Type 0, Identity-H, CIDFontType2 or CIDFontType0 with CIDFontType0C.
Ref embed(const Font& font, HaruDocument& document);

/// Six capitals for a subset (ISO 32000-1, 9.6.4), from the face's name and the glyphs alone.
std::string subset_tag(const std::string& name, const GlyphTexts& texts);

}  // namespace brochure::pdf
