#include "yaml/packed_tree.hpp"

#include <algorithm>
#include <cstdint>

namespace brochure::yaml {

namespace {

constexpr int deepest = 100;  // Limits::depth is less

// Numbers and texts one after another: seven bits a byte, the lowest first; a text after its length.
void pack(std::uint64_t number, std::string& into) {
    for (; number > 0x7F; number >>= 7) into += static_cast<char>(number | 0x80);
    into += static_cast<char>(number);
}

void pack(std::string_view text, std::string& into) {
    pack(text.size(), into);
    into += text;
}

// Takes them back. After the first that is not there whole, everything read is empty and `good` false.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_{bytes} {}
    std::uint64_t number();
    std::string_view text();
    bool good() const { return good_; }
    bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

std::uint64_t Unpacker::number() {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < rest_.size() && i < 9; ++i) {
        const auto byte = static_cast<unsigned char>(rest_[i]);
        value |= std::uint64_t{byte & 0x7Fu} << (7 * i);
        if (byte > 0x7F) continue;
        rest_.remove_prefix(i + 1);
        return value;
    }
    good_ = false;
    rest_ = {};
    return 0;
}

std::string_view Unpacker::text() {
    const auto size = number();
    good_ = good_ && size <= rest_.size();
    if (!good_) return rest_ = {};
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
}

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
    TreeReader(std::string_view bytes, FileId file) : from_{bytes}, most_{bytes.size()}, file_{file} {}

    bool read(Node& node, int depth = 0) {
        const auto kind = from_.number();
        if (depth > deepest || kind >> 2 > static_cast<std::uint64_t>(Kind::map)) return false;
        node.kind = static_cast<Kind>(kind >> 2);
        node.quoted = kind & 2;
        node.block = kind & 1;
        node.where = place();
        node.scalar = from_.text();
        node.items.resize(count());
        for (Node& item : node.items)
            if (!read(item, depth + 1)) return false;
        node.entries.resize(count());
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
    // A node takes several bytes, so that there are never more of them than bytes.
    std::size_t count() { return static_cast<std::size_t>(std::min<std::uint64_t>(from_.number(), most_)); }

    Unpacker from_;
    std::size_t most_;
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
