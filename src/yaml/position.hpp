#pragma once
#include <cstddef>

#include "base/source.hpp"
#include "yaml/node.hpp"

namespace brochure::yaml {

/// Where the character at byte `offset` of a scalar's value was written. Exact for plain, quoted and `|` scalars,
/// escapes and folded lines included; in `>` scalars the line is right. For an offset at the end: just behind the last
/// character.
SourcePosition position_in(const Node& scalar, std::size_t offset, const SourceFiles& files);

}  // namespace brochure::yaml
