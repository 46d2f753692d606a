#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "base/diagnostics.hpp"
#include "text/fonts_find.hpp"
#include "text/paragraph.hpp"
#include "text/prepare.hpp"
#include "text/typography.hpp"

namespace brochure::text {

/// Says of one paragraph's characters that no font has them, each at its own place. Borrows everything.
class MissingCharacters {
public:
    /// `map`: from the texts of `spans`, one after the other, to the typeset text.
    MissingCharacters(std::span<const Span> spans, const OffsetMap& map, Fonts::Implementation& fonts,
                      Diagnostics& found)
        : spans_{spans}, map_{map}, fonts_{fonts}, found_{found} {}

    /// No font has `code`, which stands at byte `offset` of the paragraph's text, in `part`. Names the package that
    /// would help where it is known.
    void report(std::uint32_t code, std::uint32_t offset, const Part& part);

private:
    std::string passage_to(std::uint32_t offset, const Part& part) const;

    std::span<const Span> spans_;
    const OffsetMap& map_;
    Fonts::Implementation& fonts_;
    Diagnostics& found_;
    std::map<std::uint32_t, int> told_;  // how often, by character
    std::size_t passages_ = 0;           // bytes
};

}  // namespace brochure::text
