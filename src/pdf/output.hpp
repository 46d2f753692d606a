#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "image/image.hpp"

namespace brochure::pdf {

/// A file that appears under its name complete or not at all: written beside it under a temporary name, synced, renamed.
/// An Output destroyed before `commit` leaves nothing behind.
class Output {
public:
    explicit Output(std::filesystem::path file);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// Each is false once anything has failed; `problem` then says what and which file, the first failure only.
    bool write(std::string_view bytes);
    /// Copies a part of another file without holding it.
    bool copy(const image::FileRange& range);
    bool commit();

    std::uint64_t size() const { return size_; }
    const std::string& problem() const { return problem_; }

private:
    bool flush();
    bool write_through(const char* bytes, std::size_t size);
    bool fail(const char* what, const std::filesystem::path& file, int error_number);

    std::filesystem::path file_, temporary_;
    int descriptor_ = -1;
    std::unique_ptr<char[]> buffer_;
    std::size_t filled_ = 0;
    std::uint64_t size_ = 0;
    std::string problem_;
};

}  // namespace brochure::pdf
