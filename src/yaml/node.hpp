#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

/// yaml: the text of one file -> a tree of nodes that know their place, and records read from it by a table of fields.
/// The only room that has heard of yaml-cpp. Depth, size and aliases are bounded; every fault has a line and column.
namespace brochure::yaml {

enum class Kind { null, scalar, sequence, map };

/// A YAML value. Scalars stay text until a field asks for a type: `NO` is a country.
struct Node {
    struct Entry;
    Kind kind = Kind::null;
    SourcePosition where;  // of an alias: its own; what lies deeper keeps the places where it was written
    std::string scalar;
    bool quoted = false;         // single or double quotes
    bool block = false;          // a | or > scalar; its text starts on the line after `where`
    std::vector<Node> items;     // of a sequence
    std::vector<Entry> entries;  // of a map, in the order written, keys unique
    const Node* find(std::string_view key) const;
};
struct Node::Entry {
    Located<std::string> key;
    Node value;
};

/// The bounds that keep a hostile file harmless. Documented in content/README.md.
struct Limits {
    std::size_t bytes = 8u << 20;  // of one file
    std::size_t scalar_bytes = 1u << 20;
    std::size_t nodes = 200'000;  // after aliases are expanded
    int depth = 64;
};

class KnownTrees;

/// Parses the file, reporting bad UTF-8, NULs, tabs used as indentation, duplicate keys, syntax errors, limits passed.
/// A byte-order mark and CRLF ends are accepted. Empty when nothing can be read from it. Throws nothing. What `known`
/// holds is not parsed again.
std::optional<Node> parse(FileId file, const SourceFiles& files, Diagnostics& found, const Limits& limits = {},
                          KnownTrees* known = nullptr);

}  // namespace brochure::yaml
