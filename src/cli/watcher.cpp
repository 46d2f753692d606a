#include "cli/watcher.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "cli/interrupt.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::uint32_t saved = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR;

/// What editors leave beside the file: backups, swap and lock files.
bool is_scratch(const std::string& name) {
    return name.empty() || name.front() == '.' || name.front() == '#' || name.back() == '~' || name.ends_with(".swp") ||
           name.ends_with(".tmp") || name == "4913";  // vim asks whether it may write with a file of that name
}

}  // namespace

Watcher::Watcher(fs::path root, std::vector<std::string> folders)
    : root_{std::move(root)}, folders_{std::move(folders)}, inotify_{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)} {
    if (inotify_ < 0) return;
    watched_[inotify_add_watch(inotify_, root_.c_str(), saved)] = root_;
    for (const auto& folder : folders_) add_folder(root_ / folder, nullptr);
}

Watcher::~Watcher() {
    if (inotify_ >= 0) close(inotify_);
}

/// Watches `folder` and what is below it. Files that were there before the watch was set go to `seen`.
void Watcher::add_folder(const fs::path& folder, std::vector<std::string>* seen) {
    std::error_code fault;
    if (!fs::is_directory(folder, fault)) return;
    const int number = inotify_add_watch(inotify_, folder.c_str(), saved);
    if (number < 0) return;
    watched_[number] = folder;
    for (fs::directory_iterator entry{folder, fault}, end; !fault && entry != end; entry.increment(fault)) {
        std::error_code ignored;
        if (entry->is_directory(ignored) && !entry->is_symlink(ignored))
            add_folder(entry->path(), seen);
        else if (seen && counts(entry->path()))
            seen->push_back(entry->path().lexically_relative(root_).string());
    }
}

bool Watcher::counts(const fs::path& path) const {
    const fs::path inside = path.lexically_relative(root_);
    if (inside.empty() || is_scratch(path.filename().string())) return false;
    return std::find(folders_.begin(), folders_.end(), inside.begin()->string()) != folders_.end();
}

/// Takes in what inotify has to tell. False when there was nothing.
bool Watcher::read_events(std::vector<std::string>& changed) {
    alignas(inotify_event) std::array<char, std::size_t{16} * 1024> buffer;
    const ssize_t length = read(inotify_, buffer.data(), buffer.size());
    if (length <= 0) return false;
    const auto size = static_cast<std::size_t>(length);
    for (std::size_t at = 0; at + sizeof(inotify_event) <= size;) {
        inotify_event event;
        std::memcpy(&event, buffer.data() + at, sizeof event);
        const std::string name{event.len > 0 ? buffer.data() + at + sizeof event : ""};
        at += sizeof event + event.len;
        if ((event.mask & IN_Q_OVERFLOW) != 0) changed.push_back("content");  // too much to be told: look at all
        const auto folder = watched_.find(event.wd);
        if (folder == watched_.end()) continue;
        if ((event.mask & IN_IGNORED) != 0) {
            watched_.erase(folder);
            continue;
        }
        const fs::path path = folder->second / name;
        if (!counts(path)) continue;
        if ((event.mask & IN_ISDIR) != 0) {
            if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) add_folder(path, &changed);
            continue;
        }
        const std::string file = path.lexically_relative(root_).string();
        const bool created = (event.mask & IN_CREATE) != 0;
        if (created && std::find(changed.begin(), changed.end(), file) == changed.end()) created_.insert(file);
        // A file just created is not told of yet: its close will be. A link is never closed.
        if (std::error_code ignored; !created || fs::is_symlink(path, ignored)) changed.push_back(file);
    }
    return true;
}

std::vector<std::string> Watcher::wait(std::chrono::milliseconds quiet) {
    std::vector<std::string> changed;
    while (changed.empty() && !interrupted()) {
        gather(changed, quiet);
        drop_passing(changed);
    }
    if (interrupted()) changed.clear();
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

void Watcher::gather(std::vector<std::string>& changed, std::chrono::milliseconds quiet) {
    while (!interrupted()) {
        pollfd one{inotify_, POLLIN, 0};
        // A signal ends poll() at once; one that comes just before it is noticed a little later.
        const int ready = poll(&one, 1, changed.empty() ? 500 : static_cast<int>(quiet.count()));
        if (ready < 0 && errno != EINTR) break;
        if (ready == 0 && !changed.empty()) break;
        if (ready > 0) read_events(changed);
    }
}

void Watcher::drop_passing(std::vector<std::string>& changed) {
    std::erase_if(changed, [this](const std::string& name) {
        std::error_code ignored;
        return created_.contains(name) && !fs::exists(fs::symlink_status(root_ / name, ignored));
    });
    created_.clear();
}

}  // namespace brochure::cli
