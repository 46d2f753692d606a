#pragma once
#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace brochure {

/// Why a file could not be read, in words: "No such file or directory", "it is a directory", "it is larger than …".
struct FileFault {
    std::string reason;
    bool missing = false;  // there is no such file, which is often the author's fault and not the world's
};

/// The whole of a regular file. Directories, FIFOs, sockets and devices are refused without waiting for them, and so is
/// a file of more than `most` bytes.
std::optional<std::string> read_file(const std::filesystem::path& path, FileFault& fault, std::size_t most = 64u << 20);
/// The same, reporting a fault as the world's: "path: cannot be read: reason".
std::optional<std::string> read_file(const std::filesystem::path& path, Diagnostics& found,
                                     std::size_t most = 64u << 20);

/// A file that appears under its final name complete or not at all. What is written goes to a temporary file in the
/// same folder; `commit` syncs and renames it. Without a commit the temporary file is removed and an older file stays.
/// After the first fault every call returns false and `fault()` keeps the first reason, naming the file.
class AtomicFile {
public:
    explicit AtomicFile(std::filesystem::path path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    bool write(std::string_view bytes);
    /// Lets the disk begin with what was written so far, for which `commit` then need not wait.
    void start_sync() const;
    /// Makes what was written durable and visible under the final name.
    bool commit();
    /// Makes it visible, but leaves it to the system when it is durable: a power cut may leave the final name with less
    /// or other bytes. For what can be made again and bears a checksum.
    bool commit_unsynced();
    bool good() const { return fault_.empty(); }
    /// "out/brochure.pdf: cannot be written: No space left on device", or empty.
    const std::string& fault() const { return fault_; }
    /// Adds `fault()` as the world's failure; false if there was one, so that `return file.report(found)` ends a
    /// writer.
    bool report(Diagnostics& found) const;
    /// For a library that writes to a descriptor by itself; -1 after a fault.
    int descriptor() const { return descriptor_; }

private:
    bool fail(int code);
    void discard();

    std::filesystem::path path_, temporary_;
    std::string fault_;
    int descriptor_ = -1;
};

/// Removes what writers that were killed left in `folder`: temporary files of `AtomicFile` that are older than a minute
/// and that no living process writes. Silent: what cannot be removed stays.
void remove_abandoned(const std::filesystem::path& folder);

/// Writes a whole file through `AtomicFile`; false after reporting why it could not.
bool write_file(const std::filesystem::path& path, std::string_view bytes, Diagnostics& found);

/// Writes `parts`, one after another, as a file of a cache through `AtomicFile`, making its folder if need be.
/// Unsynced: whoever reads it must see by a checksum whether it is whole. A cache that cannot be written is no fault.
void write_cache_file(const std::filesystem::path& path, std::initializer_list<std::string_view> parts);

}  // namespace brochure
