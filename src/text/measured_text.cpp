#include "text/measured_text.hpp"

#include <algorithm>

namespace brochure::text {

// Sums the advances up to each byte. A ligature's is shared among its letters, since a line may end within it.
MeasuredText::MeasuredText(const Prepared::Implementation& paragraph) : p_{paragraph}, text_{paragraph.text} {
    upto_.assign(text_.size() + 1, 0.0);
    unsafe_.assign(text_.size() + 1, false);
    for (const Piece& piece : p_.pieces) {
        const double scale = piece.scale();
        const std::uint32_t count = piece.end_glyph - piece.first_glyph;
        for (std::uint32_t n = 0; n < count;) {
            const auto glyph = [&](std::uint32_t k) -> const ShapedGlyph& {
                return p_.glyphs[piece.rtl() ? piece.end_glyph - 1 - k : piece.first_glyph + k];
            };
            const std::uint32_t cluster = glyph(n).cluster;
            double advance = 0;
            for (; n < count && glyph(n).cluster == cluster; ++n) {
                advance += glyph(n).advance * scale;
                if (glyph(n).unsafe) unsafe_[cluster] = true;
            }
            const std::uint32_t end = n < count ? glyph(n).cluster : piece.end;
            share(cluster, std::max(end, cluster + 1), advance + piece.tracking);
        }
    }
    double sum = 0;
    for (double& width : upto_) {
        const double own = width;
        width = sum;
        sum += own;
    }
}

void MeasuredText::share(std::uint32_t begin, std::uint32_t end, double advance) {
    if (end - begin == 1) {
        upto_[begin] += advance;
        return;
    }
    int letters = 0;
    for (std::uint32_t i = begin; i < end; ++i) letters += starts_letter(i) ? 1 : 0;
    if (letters <= 1) {
        upto_[begin] += advance;
        return;
    }
    for (std::uint32_t i = begin; i < end; ++i)
        if (starts_letter(i)) upto_[i] += advance / letters;
}

std::uint32_t MeasuredText::letter_before(std::uint32_t end) const {
    std::uint32_t begin = end - 1;
    while (begin > 0 && !starts_letter(begin)) --begin;
    return begin;
}

const Part& MeasuredText::part_at(std::uint32_t offset) {
    while (part_ + 1 < p_.parts.size() && p_.parts[part_].end <= offset) ++part_;
    while (part_ > 0 && p_.parts[part_].begin > offset) --part_;
    return p_.parts[part_];
}

const Piece* MeasuredText::piece_at(std::uint32_t offset) {
    while (piece_ + 1 < p_.pieces.size() && p_.pieces[piece_].end <= offset) ++piece_;
    while (piece_ > 0 && p_.pieces[piece_].begin > offset) --piece_;
    if (p_.pieces.empty() || p_.pieces[piece_].begin > offset || p_.pieces[piece_].end <= offset) return nullptr;
    return &p_.pieces[piece_];
}

}  // namespace brochure::text
