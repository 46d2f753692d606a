#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "yaml/node.hpp"

namespace brochure::yaml {

/// A tree as bytes, without the name of its file.
std::string packed(const Node& tree);
/// The tree again, its places in `file`; empty when the bytes are not exactly one tree.
std::optional<Node> unpacked(std::string_view bytes, FileId file);

}  // namespace brochure::yaml
