#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace brochure::text {

/// A face asked for: family name, weight, italic.
using FaceKey = std::tuple<std::string, int, bool>;

/// Remembers between runs which file an installed face was found in, so that fontconfig need not be started. An entry
/// holds while the file and the folder it lies in are unchanged: a new weight that is installed beside it is seen.
class FoundFonts {
public:
    struct Place {
        std::filesystem::path file;
        unsigned index = 0;
    };
    /// `folder`: where the cache file is kept; empty: nothing is read or written.
    explicit FoundFonts(const std::filesystem::path& folder);
    std::optional<Place> find(const FaceKey& key) const;
    /// Notes a place and writes the cache file, whole or not at all. A cache that cannot be written is no fault.
    void note(const FaceKey& key, Place place);

private:
    struct Entry {
        Place place;
        std::uintmax_t size = 0;
        std::int64_t file_time = 0, folder_time = 0;
    };
    void read();
    void write() const;
    std::filesystem::path path_;
    std::map<FaceKey, Entry> entries_;
};

}  // namespace brochure::text
