#include "base/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

namespace brochure {

namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

// std::strerror without its shared buffer and without the user's language.
std::string reason(int code) {
    return std::generic_category().message(code);
}

std::string kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "it is a directory";
    if (S_ISFIFO(mode)) return "it is a FIFO, not a file";
    if (S_ISSOCK(mode)) return "it is a socket, not a file";
    return "it is a device, not a file";
}

std::optional<std::string> fail(FileFault& fault, int code) {
    fault = {reason(code), code == ENOENT || code == ENOTDIR};
    return std::nullopt;
}

// Makes a rename survive a power cut. Some file systems cannot sync a folder; the file itself is safe by then.
void sync_folder(const fs::path& folder) {
    const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (directory.number() >= 0) ::fsync(directory.number());
}

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

std::optional<std::string> read_file(const fs::path& path, FileFault& fault, std::size_t most) {
    // O_NONBLOCK: opening a FIFO that nobody writes to would otherwise wait for ever.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
    if (file.number() < 0) return fail(fault, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return fail(fault, errno);
    if (!S_ISREG(status.st_mode)) {
        fault = {kind_of(status.st_mode)};
        return std::nullopt;
    }
    // One byte more than the size says, so that the end of the file shows without growing; files below /proc say 0.
    std::string text(std::min(static_cast<std::size_t>(status.st_size), most) + 1, '\0');
    std::size_t size = 0;
    while (true) {
        const auto got = ::read(file.number(), text.data() + size, text.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(fault, errno);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > most) {
            fault = {"it is larger than " + std::to_string(most) + " bytes"};
            return std::nullopt;
        }
        if (size == text.size()) text.resize(std::min(text.size() * 2, most + 1));
    }
    text.resize(size);
    return text;
}

std::optional<std::string> read_file(const fs::path& path, Diagnostics& found, std::size_t most) {
    FileFault fault;
    auto text = read_file(path, fault, most);
    if (!text) found.failure("unreadable-file", path.string() + ": cannot be read: " + fault.reason);
    return text;
}

AtomicFile::AtomicFile(fs::path path) : path_{std::move(path)} {
    std::error_code ignored;
    if (fs::is_directory(path_, ignored)) {
        fail(EISDIR);
        return;
    }
    // The process id keeps two builds apart, the number two files of one build; O_EXCL settles what is left over.
    static std::atomic<unsigned> number{0};
    for (int attempt = 0; attempt < 100; ++attempt) {
        temporary_ = folder_of(path_) / ("." + path_.filename().string().substr(0, 200) + "." +
                                         std::to_string(::getpid()) + "-" + std::to_string(number++) + ".tmp");
        descriptor_ = ::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ >= 0 || errno != EEXIST) break;
    }
    if (descriptor_ < 0) {
        const int code = errno;
        temporary_.clear();
        fail(code);
        return;
    }
    ::flock(descriptor_, LOCK_EX | LOCK_NB);  // says that its writer lives: see remove_abandoned
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    temporary_.clear();
}

bool AtomicFile::fail(int code) {
    if (fault_.empty()) fault_ = path_.string() + ": cannot be written: " + reason(code);
    discard();
    return false;
}

bool AtomicFile::write(std::string_view bytes) {
    if (!good()) return false;
    if (descriptor_ < 0) return fail(EBADF);
    while (!bytes.empty()) {
        const auto put = ::write(descriptor_, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return fail(errno);
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

void AtomicFile::start_sync() const {
    if (descriptor_ >= 0) ::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
}

bool AtomicFile::commit() {
    if (!good()) return false;
    if (descriptor_ < 0) return fail(EBADF);
    if (::fsync(descriptor_) != 0 && errno != EINVAL) return fail(errno);  // EINVAL: a pipe or the like
    if (!commit_unsynced()) return false;
    sync_folder(folder_of(path_));
    return true;
}

bool AtomicFile::commit_unsynced() {
    if (!good()) return false;
    if (descriptor_ < 0) return fail(EBADF);
    // Network file systems report a full disk only when the file is closed.
    if (::close(std::exchange(descriptor_, -1)) != 0) return fail(errno);
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) return fail(errno);
    temporary_.clear();
    return true;
}

bool AtomicFile::report(Diagnostics& found) const {
    if (!good()) found.failure("unwritable-file", fault_);
    return good();
}

void remove_abandoned(const fs::path& folder) {
    // Younger files may be between being made and being locked.
    const auto then = fs::file_time_type::clock::now() - std::chrono::minutes{1};
    std::error_code ignored;
    for (fs::directory_iterator at{folder, ignored}, end; !ignored && at != end; at.increment(ignored)) {
        const std::string name = at->path().filename().string();
        if (!name.starts_with('.') || !name.ends_with(".tmp")) continue;
        std::error_code fault;
        if (at->symlink_status(fault).type() != fs::file_type::regular || at->last_write_time(fault) > then || fault)
            continue;
        const Descriptor file{::open(at->path().c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)};
        if (file.number() >= 0 && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0) ::unlink(at->path().c_str());
    }
}

bool write_file(const fs::path& path, std::string_view bytes, Diagnostics& found) {
    AtomicFile file{path};
    if (file.write(bytes)) file.commit();
    return file.report(found);
}

void write_cache_file(const fs::path& path, std::initializer_list<std::string_view> parts) {
    std::error_code ignored;
    fs::create_directories(path.parent_path(), ignored);
    AtomicFile file{path};
    if (file.descriptor() >= 0) ::fchmod(file.descriptor(), S_IRUSR | S_IWUSR);
    for (const auto part : parts) file.write(part);
    file.commit_unsynced();
}

}  // namespace brochure
