#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "text/prepare.hpp"

namespace brochure::text {

/// How wide the shaped text of a paragraph is between any two of its characters, in points, before lines are chosen.
/// Borrows the paragraph. Lookups remember where the last one was: they are quick in the text's order.
class MeasuredText {
public:
    explicit MeasuredText(const Prepared::Implementation& paragraph);

    double width(std::uint32_t begin, std::uint32_t end) const { return upto_[end] - upto_[begin]; }
    /// Whether the character that begins here is kerned, or joined, with the one before.
    bool is_tied(std::uint32_t begin) const { return unsafe_[begin]; }
    /// Whether a character begins here.
    bool starts_letter(std::uint32_t i) const { return (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U; }
    /// Where the character before `end` begins.
    std::uint32_t letter_before(std::uint32_t end) const;
    const Part& part_at(std::uint32_t offset);
    /// The piece that holds the character at `offset`, or null (a line end, a character without font).
    const Piece* piece_at(std::uint32_t offset);

private:
    void share(std::uint32_t begin, std::uint32_t end, double advance);

    const Prepared::Implementation& p_;
    const std::string& text_;
    std::vector<double> upto_;
    std::vector<bool> unsafe_;  // by the first byte of a cluster
    std::size_t part_ = 0, piece_ = 0;
};

}  // namespace brochure::text
