#include "yaml/node.hpp"

namespace brochure::yaml {

const Node* Node::find(std::string_view key) const {
    for (const auto& entry : entries)
        if (entry.key.value == key) return &entry.value;
    return nullptr;
}

}  // namespace brochure::yaml
