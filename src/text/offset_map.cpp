#include <algorithm>

#include "text/typography.hpp"

namespace brochure::text {

std::size_t OffsetMap::input(std::size_t output) const {
    const auto after = std::upper_bound(edits_.begin(), edits_.end(), output,
                                        [](std::size_t at, const Edit& edit) { return at < edit.output; });
    if (after == edits_.begin()) return output;
    const Edit& edit = *(after - 1);
    if (output < edit.output + edit.written) return edit.input;
    return edit.input + edit.removed + (output - edit.output - edit.written);
}

std::size_t OffsetMap::output(std::size_t input) const {
    const auto after = std::upper_bound(edits_.begin(), edits_.end(), input,
                                        [](std::size_t at, const Edit& edit) { return at < edit.input; });
    if (after == edits_.begin()) return input;
    const Edit& edit = *(after - 1);
    if (input < edit.input + edit.removed) return edit.output;
    return edit.output + edit.written + (input - edit.input - edit.removed);
}

void OffsetMap::edit(std::size_t input, std::size_t removed, std::size_t output, std::size_t written) {
    edits_.push_back({input, removed, output, written});
}

}  // namespace brochure::text
