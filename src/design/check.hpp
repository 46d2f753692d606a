#pragma once
#include "design/design.hpp"
#include "yaml/node.hpp"

/// What the field tables cannot see: names that must exist elsewhere in the file, and sums whose faults are shown at
/// the very character. Reads the tree, `root`, rather than the design: a record with one fault is missing from the
/// design, and the rest of it wants to be checked all the same.
namespace brochure::design {

struct Checking {
    const yaml::Node& root;
    const Design& design;
    const SourceFiles& files;
    Diagnostics& found;
};

/// Swatches, styles, masters and frames that are named exist; what contradicts itself is said.
void check_references(const Checking& checking);

/// Every sum parses, and every name in it is known: page, column, format value, elastic value, frame above.
void check_expressions(const Checking& checking);

/// No style is so large that no page holds it, or so much larger than its leading that lines lie upon one another: what
/// came of it would be told of the content, which has no part in it.
void check_sizes(const Checking& checking);

/// Diameters and pitches are above zero, and an elastic value's least is no more than its greatest, as far as the
/// formats alone tell: sums with columns or other frames are left to the layout.
void check_measures(const Checking& checking);

/// "did you mean 'body'?", or empty.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known);

/// The keys of the map `root.key`: "styles" gives every style's name, faulty ones too, so that one fault is not told
/// twice.
std::vector<std::string_view> names_in(const yaml::Node& root, std::string_view key);

}  // namespace brochure::design
