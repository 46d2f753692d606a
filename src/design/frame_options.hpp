#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "design/design.hpp"

namespace brochure::design {

/// What only some kinds know. Values are kept as text and read by the frame's own code in layout.
struct OptionRow {
    FrameKind kind;
    std::string_view key, doc, example;
    std::vector<std::string_view> words;  // a choice; empty: as `most` says
    int most = 0;                         // a whole number from 1; 0: any text
};

/// Every option of every kind of frame, in the order of the manual.
std::span<const OptionRow> frame_options();

}  // namespace brochure::design
