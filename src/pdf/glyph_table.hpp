#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace brochure::pdf {

/// Something for each of the few glyphs that a document shows of the many that a face has (65,535 where it is
/// Japanese): kept in pieces of 64 neighbours, made when one of them is asked for. T{}: nothing is known of the glyph.
template <class T>
class GlyphTable {
public:
    const T& operator[](std::uint32_t glyph) const {
        static const T nothing{};
        const std::size_t piece = glyph / length;
        return piece < pieces_.size() && pieces_[piece] ? (*pieces_[piece])[glyph % length] : nothing;
    }
    T& operator[](std::uint32_t glyph) {
        const std::size_t piece = glyph / length;
        if (piece >= pieces_.size()) pieces_.resize(piece + 1);
        if (!pieces_[piece]) pieces_[piece] = std::make_unique<Piece>();
        return (*pieces_[piece])[glyph % length];
    }
    /// Calls `use(std::uint32_t glyph, const T&)` in the order of glyphs; for neighbours of known ones too.
    template <class Use>
    void for_each(Use&& use) const {
        for (std::size_t piece = 0; piece < pieces_.size(); ++piece)
            if (pieces_[piece])
                for (std::size_t i = 0; i < length; ++i)
                    use(static_cast<std::uint32_t>(piece * length + i), (*pieces_[piece])[i]);
    }

private:
    static constexpr std::size_t length = 64;
    using Piece = std::array<T, length>;
    std::vector<std::unique_ptr<Piece>> pieces_;
};

}  // namespace brochure::pdf
