#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/prepare.hpp"

namespace brochure::text {

/// Glyphs of words shaped before, by face, features and language. A word is kept with the spaces beside it, since fonts
/// kern letters with spaces; what stands beyond them has no say (as in browsers' word caches). Bounded; not safe
/// from several threads: each works with one of its own, and what it gives does not depend on what it holds.
class ShapedWords {
public:
    /// A face set in one way; as long as `Fonts` lives.
    using Setting = std::uint32_t;
    Setting setting_of(const Piece& piece, const Part& part);

    /// The glyphs of a word, clusters counted from its first byte; empty and `known` false when it was not kept.
    std::span<const ShapedGlyph> find(Setting setting, std::string_view word, bool& known) const;
    void keep(Setting setting, std::string_view word, std::span<const ShapedGlyph> glyphs);

private:
    struct Way {
        const Face* face;
        hb_script_t script;
        hb_language_t language;
        std::vector<hb_feature_t> features;
    };
    struct Entry {
        std::uint32_t hash = 0, setting = 0;
        std::uint32_t word = 0, size = 0;    // in bytes_
        std::uint32_t first = 0, count = 0;  // in glyphs_
    };
    std::size_t slot_of(std::uint32_t hash, Setting setting, std::string_view word) const;
    void clear();

    std::vector<Way> ways_;
    std::vector<Entry> slots_;  // open addressing; size 0 is free
    std::size_t used_ = 0;
    std::string bytes_;
    std::vector<ShapedGlyph> glyphs_;
};

}  // namespace brochure::text
