#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/node.hpp"

namespace brochure::yaml {

/// Remembers between runs the trees of texts without a finding, by the hash of the text: a text that was changed is
/// another text. All trees of a project lie in one file, which bears a checksum and the name of what made it; a file
/// cut short, damaged or of another maker counts as none. Two runs at once each write a file of their own; the one
/// renamed last stays. Safe with several threads.
class KnownTrees {
public:
    /// `file`: empty: nothing is kept. `maker`: everything but the text that a tree depends on, the program above all.
    KnownTrees(std::filesystem::path file, std::string_view maker);

    /// The tree of exactly this text read within these limits, its places in `file`.
    std::optional<Node> find(FileId file, std::string_view text, const Limits& limits);
    void note(std::string_view text, const Limits& limits, const Node& tree);

    /// Writes what was found or noted since the start, if anything was noted: texts that are gone are forgotten. A file
    /// that cannot be written is no fault.
    void keep() const;

private:
    using Hash = std::pair<std::uint64_t, std::uint64_t>;
    struct Entry {
        Hash text;
        std::string_view tree;
    };
    static Hash hash_of(std::string_view bytes, std::uint64_t seed = 0);
    static Hash hash_of(std::string_view text, const Limits& limits);
    void read_entries(std::string_view rest);

    std::filesystem::path path_;
    Hash maker_;
    std::string packed_;                  // the file
    std::vector<Entry> entries_;          // of the file, by hash
    std::vector<std::atomic_bool> used_;  // for each entry, whether it was found
    std::mutex mutex_;                    // guards `noted_`
    std::map<Hash, std::string> noted_;
};

}  // namespace brochure::yaml
