#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace brochure::text {

/// A face asked for: family name, weight, italic.
using FaceKey = std::tuple<std::string, int, bool>;

/// Remembers between runs which file an installed face was found in, so that fontconfig need not be started. It holds
/// while the file, every folder that was searched (those not there too) and the environment are unchanged: a weight
/// that is installed beside it, and another file of the name in another folder, are seen.
class FoundFonts {
public:
    struct Place {
        std::filesystem::path file;
        unsigned index = 0;
    };
    /// `folder`: where the cache file is kept; empty: nothing is read or written. `environment`: what tells fontconfig
    /// where to look, besides its files; a line of text.
    explicit FoundFonts(const std::filesystem::path& folder, std::string environment = {});
    std::optional<Place> find(const FaceKey& key) const;
    /// Notes a place and writes the cache file, whole or not at all. A cache that cannot be written is no fault.
    /// `searched`: the folders in which the face was looked for.
    void note(const FaceKey& key, Place place, const std::vector<std::filesystem::path>& searched);
    /// The folders that were searched for what is remembered.
    std::vector<std::filesystem::path> folders() const;

private:
    struct Entry {
        Place place;
        std::uintmax_t size = 0;
        std::int64_t file_time = 0;
    };
    void read();
    void write() const;
    std::filesystem::path path_;
    std::string environment_;
    std::map<std::string, std::int64_t> folders_;  // with their times of change; 0: not there
    std::map<FaceKey, Entry> entries_;
};

}  // namespace brochure::text
