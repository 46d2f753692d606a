#pragma once
#include <string_view>
#include <vector>

#include "text/prepare.hpp"

namespace brochure::text {

/// A stretch of a text, and the reading that stands above it, if any.
struct Annotated {
    std::string_view words, reading;
    std::size_t begin = 0;  // of the words, in the text
};
std::vector<Annotated> annotations_in(std::string_view text);

/// The part of the size at which Chinese characters are drawn beside Latin ones.
double cjk_scale_of(const Part& part);

/// Whether lines of that style leave room for a reading above words of that size.
bool has_room_above(const design::Style& style, double size, double scale);

/// Sets the readings of the parts that have one, half as large as their words and no smaller than 5 points; words that
/// are narrower than their reading are spaced (JIS X 4051, 4.12). The paragraph has been shaped, and has no items yet.
void set_readings(Prepared::Implementation& paragraph, Fonts& fonts, Diagnostics& found);

}  // namespace brochure::text
