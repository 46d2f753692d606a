#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"

/// Opening and reading the author's files without ever waiting for one.
namespace brochure::image {

/// A run of bytes in a file.
struct Range {
    std::uint64_t offset = 0, length = 0;
    std::uint64_t end() const { return offset + length; }
    bool operator==(const Range&) const = default;
};

/// What tells one state of a file from another without reading it. Times in nanoseconds since 1970.
struct Stamp {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t modified = 0, changed = 0;
};

/// A regular file, open for reading. Owns the descriptor; moved, not copied. Reading is safe from several threads.
class InputFile {
public:
    /// Opens `file`. What is not a regular file (a directory, a FIFO, a device ...), is missing, shut or empty is an
    /// error at `where`. Never blocks: a FIFO without a writer is told by its type, not waited for.
    static std::optional<InputFile> open(const std::filesystem::path& file, SourcePosition where, Diagnostics& found);
    /// The same without words, for files of our own.
    static std::optional<InputFile> open(const std::filesystem::path& file);

    InputFile(InputFile&& other) noexcept : fd_{std::exchange(other.fd_, -1)}, stamp_{other.stamp_} {}
    InputFile& operator=(InputFile&& other) noexcept;
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile();

    std::uint64_t size() const { return stamp_.size; }
    const Stamp& stamp() const { return stamp_; }
    /// Reads from `offset` until `to` is full or the file ends; gives the count. A read error looks like the end.
    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> to) const;
    /// The bytes of `range`; empty if the file ends before it does.
    std::vector<std::uint8_t> bytes(Range range) const;

private:
    InputFile(int fd, const Stamp& stamp) : fd_{fd}, stamp_{stamp} {}
    int fd_ = -1;
    Stamp stamp_;
};

/// A window that slides over a file, so that a parser can look at it as if it were in memory.
class Window {
public:
    Window(const InputFile& file, std::size_t capacity) : file_{file}, buffer_(capacity) {}
    /// All that is at hand from `offset` on: at least `least` bytes, or fewer when the file ends. `least` must not
    /// exceed the capacity. Valid until the next call.
    std::span<const std::uint8_t> at(std::uint64_t offset, std::size_t least);

private:
    const InputFile& file_;
    std::vector<std::uint8_t> buffer_;
    std::uint64_t start_ = 0;
    std::size_t filled_ = 0;
};

/// The file's name in quotes, as diagnostics say it.
std::string quoted(const std::filesystem::path& file);

inline std::uint32_t big_endian_16(const std::uint8_t* at) {
    return (std::uint32_t{at[0]} << 8) | at[1];
}
inline std::uint32_t big_endian_32(const std::uint8_t* at) {
    return (big_endian_16(at) << 16) | big_endian_16(at + 2);
}

}  // namespace brochure::image
