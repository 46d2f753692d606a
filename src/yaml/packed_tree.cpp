#include "yaml/packed_tree.hpp"

#include <cstdint>

#include "base/pack.hpp"

namespace brochure::yaml {

namespace {

using brochure::pack;

constexpr int deepest = 100;  // Limits::depth is less

void pack(SourcePosition where, std::string& into) {
    pack(static_cast<std::uint64_t>(where.line), into);
    pack(static_cast<std::uint64_t>(where.column), into);
}

void pack(const Node& node, std::string& into) {
    pack(static_cast<std::uint64_t>(node.kind) << 2 | std::uint64_t{node.quoted} << 1 | std::uint64_t{node.block},
         into);
    pack(node.where, into);
    pack(std::string_view{node.scalar}, into);
    pack(node.items.size(), into);
    for (const Node& item : node.items) pack(item, into);
    pack(node.entries.size(), into);
    for (const auto& [key, value] : node.entries) {
        pack(key.where, into);
        pack(std::string_view{key.value}, into);
        pack(value, into);
    }
}

class TreeReader {
public:
    TreeReader(std::string_view bytes, FileId file) : from_{bytes}, file_{file} {}

    bool read(Node& node, int depth = 0) {
        const auto kind = from_.number();
        if (depth > deepest || kind >> 2 > static_cast<std::uint64_t>(Kind::map)) return false;
        node.kind = static_cast<Kind>(kind >> 2);
        node.quoted = kind & 2;
        node.block = kind & 1;
        node.where = place();
        node.scalar = from_.text();
        node.items.resize(from_.count(6));
        for (Node& item : node.items)
            if (!read(item, depth + 1)) return false;
        node.entries.resize(from_.count(9));
        for (auto& [key, value] : node.entries) {
            key.where = place();
            key.value = from_.text();
            if (!read(value, depth + 1)) return false;
        }
        return from_.good();
    }
    bool at_end() const { return from_.at_end(); }

private:
    SourcePosition place() {
        const auto line = static_cast<int>(from_.number());
        return {file_, line, static_cast<int>(from_.number())};
    }

    Unpacker from_;
    FileId file_;
};

}  // namespace

std::string packed(const Node& tree) {
    std::string bytes;
    pack(tree, bytes);
    return bytes;
}

std::optional<Node> unpacked(std::string_view bytes, FileId file) {
    TreeReader reader{bytes, file};
    Node tree;
    if (!reader.read(tree) || !reader.at_end()) return std::nullopt;
    return tree;
}

}  // namespace brochure::yaml
