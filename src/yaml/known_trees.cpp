#include "yaml/known_trees.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "base/file.hpp"
#include "base/pack.hpp"
#include "yaml/packed_tree.hpp"

namespace brochure::yaml {

namespace {

constexpr std::string_view magic = "brochure trees 1";
constexpr std::size_t hash_size = 16;

}  // namespace

KnownTrees::Hash KnownTrees::hash_of(std::string_view bytes, std::uint64_t seed) {
    const XXH128_hash_t hash = XXH3_128bits_withSeed(bytes.data(), bytes.size(), seed);
    return {hash.high64, hash.low64};
}

KnownTrees::Hash KnownTrees::hash_of(std::string_view text, const Limits& limits) {
    const std::array<std::uint64_t, 4> all{limits.bytes, limits.scalar_bytes, limits.nodes,
                                           static_cast<std::uint64_t>(limits.depth)};
    return hash_of(text, XXH3_64bits(all.data(), sizeof all));
}

// The file: magic, hash of the rest, maker; then for each tree the hash of its text, its length and its bytes.

KnownTrees::KnownTrees(std::filesystem::path file, std::string_view maker)
    : path_{std::move(file)}, maker_{hash_of(maker)} {
    if (path_.empty()) return;
    FileFault ignored;
    if (auto bytes = read_file(path_, ignored, std::size_t{1} << 30)) packed_ = std::move(*bytes);
    std::string_view rest = packed_;
    if (!rest.starts_with(magic)) return;
    rest.remove_prefix(magic.size());
    if (rest.size() < hash_size) return;
    Unpacker from{rest.substr(0, hash_size)};
    rest.remove_prefix(hash_size);
    const auto high = from.whole(), low = from.whole();
    if (hash_of(rest) == Hash{high, low}) read_entries(rest);
    used_ = std::vector<std::atomic_bool>(entries_.size());
}

void KnownTrees::read_entries(std::string_view rest) {
    Unpacker from{rest};
    const auto high = from.whole(), low = from.whole();
    if (maker_ != Hash{high, low}) return;
    while (!from.at_end() && from.good()) {
        Entry entry;
        entry.text.first = from.whole();
        entry.text.second = from.whole();
        entry.tree = from.text();
        if (from.good()) entries_.push_back(entry);
    }
}

std::optional<Node> KnownTrees::find(FileId file, std::string_view text, const Limits& limits) {
    if (entries_.empty()) return std::nullopt;
    const Hash hash = hash_of(text, limits);
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), hash,
                                     [](const Entry& entry, const Hash& wanted) { return entry.text < wanted; });
    if (at == entries_.end() || at->text != hash) return std::nullopt;
    used_[static_cast<std::size_t>(at - entries_.begin())] = true;
    return unpacked(at->tree, file);
}

void KnownTrees::note(std::string_view text, const Limits& limits, const Node& tree) {
    if (path_.empty()) return;
    auto bytes = packed(tree);
    const std::lock_guard lock{mutex_};
    noted_.insert_or_assign(hash_of(text, limits), std::move(bytes));
}

void KnownTrees::keep() const {
    if (noted_.empty()) return;
    std::map<Hash, std::string_view> all;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (used_[i]) all.emplace(entries_[i].text, entries_[i].tree);
    for (const auto& [text, tree] : noted_) all.insert_or_assign(text, tree);
    std::string body;
    pack_whole(maker_.first, body);
    pack_whole(maker_.second, body);
    for (const auto& [text, tree] : all) {
        pack_whole(text.first, body);
        pack_whole(text.second, body);
        pack(tree, body);
    }
    const Hash hash = hash_of(body);
    std::string head{magic};
    pack_whole(hash.first, head);
    pack_whole(hash.second, head);
    write_cache_file(path_, {head, body});
}

}  // namespace brochure::yaml
