#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/file.hpp"
#include "image/image.hpp"

namespace brochure::pdf {

/// The file being written, through a buffer that turns libharu's many small writes into few large ones.
class Output {
public:
    explicit Output(const std::filesystem::path& file);

    /// Each is false once anything has failed; `problem` then says what and which file, the first failure only.
    bool write(std::string_view bytes);
    /// Copies a part of another file without holding it.
    bool copy(const image::FileRange& range);
    bool commit();

    std::uint64_t size() const { return size_; }
    const std::string& problem() const { return problem_.empty() ? file_.fault() : problem_; }

private:
    bool flush();
    bool cannot_read(const std::filesystem::path& file, const std::string& why);

    AtomicFile file_;
    std::unique_ptr<char[]> buffer_;
    std::size_t filled_ = 0;
    std::uint64_t size_ = 0;
    std::string problem_;
};

}  // namespace brochure::pdf
