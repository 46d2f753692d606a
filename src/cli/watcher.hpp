#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace brochure::cli {

/// Tells which files below some folders were saved, added or removed (inotify). Folders made later are seen too.
class Watcher {
public:
    /// `root` with the folders of it that count; those that do not exist yet are noticed when they appear.
    Watcher(std::filesystem::path root, std::vector<std::string> folders);
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    bool works() const { return inotify_ >= 0; }
    /// Waits until something changed, then until nothing has for `quiet`: an editor that saves in several steps (write
    /// beside, rename) is one change. Paths relative to `root`, sorted, each once; empty when a signal came instead.
    std::vector<std::string> wait(std::chrono::milliseconds quiet);

private:
    void add_folder(const std::filesystem::path& folder, std::vector<std::string>* seen);
    void gather(std::vector<std::string>& changed, std::chrono::milliseconds quiet);
    /// Files that were made and are gone again since the last answer were the editor's own.
    void drop_passing(std::vector<std::string>& changed);
    bool read_events(std::vector<std::string>& changed);
    bool counts(const std::filesystem::path& path) const;

    std::filesystem::path root_;
    std::vector<std::string> folders_;
    int inotify_ = -1;
    std::map<int, std::filesystem::path> watched_;  // by inotify's number
    std::set<std::string> created_;                 // since the last answer
};

}  // namespace brochure::cli
