#include "pdf/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace brochure::pdf {
namespace {
constexpr std::size_t buffer_size = 1 << 20;
}

Output::Output(std::filesystem::path file)
    : file_{std::move(file)}, buffer_{std::make_unique_for_overwrite<char[]>(buffer_size)} {
    for (int attempt = 0; attempt < 100 && descriptor_ < 0; ++attempt) {
        // In the same folder, so that renaming moves no bytes. A name left by a killed process is stepped over.
        temporary_ = file_.parent_path() / ("." + file_.filename().string() + "." + std::to_string(::getpid()) + "-" +
                                            std::to_string(attempt) + ".tmp");
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ < 0 && errno != EEXIST) break;
    }
    if (descriptor_ < 0) fail("cannot write", file_, errno);
}

Output::~Output() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
}

bool Output::fail(const char* what, const std::filesystem::path& file, int error_number) {
    if (problem_.empty()) {
        problem_ = std::string(what) + " " + file.string();
        if (error_number) problem_ += ": " + std::generic_category().message(error_number);
    }
    return false;
}

bool Output::write_through(const char* bytes, std::size_t size) {
    while (size > 0) {
        const ::ssize_t written = ::write(descriptor_, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return fail("cannot write", file_, written == 0 ? ENOSPC : errno);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

bool Output::flush() {
    const std::size_t size = filled_;
    filled_ = 0;
    return write_through(buffer_.get(), size);
}

bool Output::write(std::string_view bytes) {
    if (!problem_.empty()) return false;
    size_ += bytes.size();
    if (filled_ + bytes.size() > buffer_size && !flush()) return false;
    if (bytes.size() >= buffer_size) return write_through(bytes.data(), bytes.size());
    std::memcpy(buffer_.get() + filled_, bytes.data(), bytes.size());
    filled_ += bytes.size();
    return true;
}

bool Output::copy(const image::FileRange& range) {
    if (!problem_.empty() || !flush()) return false;
    const int from = ::open(range.file.c_str(), O_RDONLY | O_CLOEXEC);
    if (from < 0) return fail("cannot read", range.file, errno);
    std::uint64_t done = 0;
    bool good = true;
    while (good && done < range.length) {
        const std::size_t want = std::min<std::uint64_t>(range.length - done, buffer_size);
        const ::ssize_t got = ::pread(from, buffer_.get(), want, static_cast<::off_t>(range.offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) good = fail("cannot read", range.file, errno);
        if (got == 0) good = fail("shorter than when it was looked at:", range.file, 0);
        if (got > 0) good = write_through(buffer_.get(), static_cast<std::size_t>(got));
        if (good) done += static_cast<std::uint64_t>(got);
    }
    ::close(from);
    size_ += done;
    return good;
}

bool Output::commit() {
    if (!problem_.empty() || !flush()) return false;
    if (::fsync(descriptor_) != 0) return fail("cannot write", file_, errno);
    if (::rename(temporary_.c_str(), file_.c_str()) != 0) return fail("cannot write", file_, errno);
    if (::close(std::exchange(descriptor_, -1)) != 0) return fail("cannot write", file_, errno);
    return true;
}

}  // namespace brochure::pdf
