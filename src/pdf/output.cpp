#include "pdf/output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace brochure::pdf {
namespace {

constexpr std::size_t buffer_size = 1 << 20;

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

// Copies within the kernel, a fifth faster than through a buffer, and for nothing where a file system shares blocks.
// Returns how much was copied; why it was not all of it, the plain way finds out.
std::uint64_t copied_by_kernel(int from, int to, const image::FileRange& range) {
    std::uint64_t done = 0;
    while (done < range.length) {
        auto at = static_cast<::off_t>(range.offset + done);
        const ::ssize_t got = ::copy_file_range(from, &at, to, nullptr, range.length - done, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        done += static_cast<std::uint64_t>(got);
    }
    return done;
}

}  // namespace

Output::Output(const std::filesystem::path& file)
    : file_{file}, buffer_{std::make_unique_for_overwrite<char[]>(buffer_size)} {}

bool Output::flush() {
    return file_.write({buffer_.get(), std::exchange(filled_, 0)});
}

bool Output::write(std::string_view bytes) {
    if (!problem().empty()) return false;
    size_ += bytes.size();
    if (filled_ + bytes.size() > buffer_size && !flush()) return false;
    if (bytes.size() >= buffer_size) return file_.write(bytes);
    std::memcpy(buffer_.get() + filled_, bytes.data(), bytes.size());
    filled_ += bytes.size();
    return true;
}

bool Output::cannot_read(const std::filesystem::path& file, const std::string& why) {
    problem_ = file.string() + ": cannot be read: " + why;
    return false;
}

bool Output::copy(const image::FileRange& range) {
    if (!problem().empty() || !flush()) return false;
    const Descriptor from{::open(range.file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (from.number < 0) return cannot_read(range.file, std::generic_category().message(errno));
    std::uint64_t done = copied_by_kernel(from.number, file_.descriptor(), range);
    size_ += done;
    file_.start_sync();
    while (done < range.length) {
        const std::size_t want = std::min<std::uint64_t>(range.length - done, buffer_size);
        const ::ssize_t got = ::pread(from.number, buffer_.get(), want, static_cast<::off_t>(range.offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cannot_read(range.file, std::generic_category().message(errno));
        if (got == 0) return cannot_read(range.file, "it has become shorter since it was looked at");
        if (!file_.write({buffer_.get(), static_cast<std::size_t>(got)})) return false;
        done += static_cast<std::uint64_t>(got);
        size_ += static_cast<std::uint64_t>(got);
    }
    return true;
}

bool Output::commit() {
    return problem().empty() && flush() && file_.commit();
}

}  // namespace brochure::pdf
