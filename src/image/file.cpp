#include "image/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace brochure::image {
namespace {

std::int64_t nanoseconds(const timespec& t) {
    return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

Stamp stamp_of(const struct stat& s) {
    return {s.st_dev, s.st_ino, static_cast<std::uint64_t>(s.st_size), nanoseconds(s.st_mtim), nanoseconds(s.st_ctim)};
}

const char* kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a named pipe (FIFO)";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

void report_open_error(const std::filesystem::path& file, int error, SourcePosition where, Diagnostics& found) {
    const std::string name = quoted(file);
    if (error == ENOENT || error == ENOTDIR)
        found.error(where, "photo-missing", "there is no photo " + name,
                    "put the file at " + file.generic_string() + ", or correct its name");
    else if (error == EACCES || error == EPERM)
        found.error(where, "photo-unreadable", "photo " + name + " may not be read",
                    "give yourself permission to read it");
    else if (error == ELOOP)
        found.error(where, "photo-unreadable", "photo " + name + " is a link that leads back to itself",
                    "replace the link by the file");
    else if (error == ENAMETOOLONG)
        found.error(where, "photo-missing", "the photo's file name is too long", "shorten the name");
    else
        found.error(where, "photo-unreadable",
                    "photo " + name + " cannot be opened (system error " + std::to_string(error) + ")");
}

}  // namespace

std::string quoted(const std::filesystem::path& file) {
    std::string name{"'"};
    name += file.filename().string();
    name += '\'';
    return name;
}

std::optional<InputFile> InputFile::open(const std::filesystem::path& file, SourcePosition where, Diagnostics& found) {
    struct stat s {};
    // Looked at first, because opening a device can do something; looked at again once open, because names can change.
    if (::stat(file.c_str(), &s) != 0) return report_open_error(file, errno, where, found), std::nullopt;
    int fd = -1;
    if (S_ISREG(s.st_mode)) {
        fd = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
        if (fd < 0 || ::fstat(fd, &s) != 0) {
            report_open_error(file, errno, where, found);
            if (fd >= 0) ::close(fd);
            return std::nullopt;
        }
    }
    InputFile opened{fd, stamp_of(s)};
    if (!S_ISREG(s.st_mode)) {
        found.error(where, "photo-not-a-file", "photo " + quoted(file) + " is " + kind_of(s.st_mode) + ", not a file",
                    "name a photo file");
        return std::nullopt;
    }
    if (s.st_size == 0) {
        found.error(where, "photo-empty", "photo " + quoted(file) + " is empty (0 bytes)", "copy the file again");
        return std::nullopt;
    }
    return opened;
}

std::optional<InputFile> InputFile::open(const std::filesystem::path& file) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return std::nullopt;
    struct stat s {};
    const bool good = ::fstat(fd, &s) == 0 && S_ISREG(s.st_mode);
    InputFile opened{fd, stamp_of(s)};
    if (!good) return std::nullopt;
    return opened;
}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
    std::swap(fd_, other.fd_);
    stamp_ = other.stamp_;
    return *this;
}

InputFile::~InputFile() {
    if (fd_ >= 0) ::close(fd_);
}

std::size_t InputFile::read(std::uint64_t offset, std::span<std::uint8_t> to) const {
    std::size_t done = 0;
    while (done < to.size()) {
        const auto n = ::pread(fd_, to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        done += static_cast<std::size_t>(n);
    }
    return done;
}

std::vector<std::uint8_t> InputFile::bytes(Range range) const {
    if (range.offset > size() || range.length > size() - range.offset) return {};
    std::vector<std::uint8_t> all(range.length);
    if (read(range.offset, all) != all.size()) all.clear();
    return all;
}

std::span<const std::uint8_t> Window::at(std::uint64_t offset, std::size_t least) {
    const bool inside = offset >= start_ && offset + least <= start_ + filled_;
    if (!inside) {
        start_ = offset;
        filled_ = file_.read(offset, buffer_);
    }
    const auto skip = static_cast<std::size_t>(offset - start_);
    return std::span<const std::uint8_t>{buffer_}.subspan(skip, filled_ - skip);
}

}  // namespace brochure::image
