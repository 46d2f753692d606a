#pragma once
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace brochure::cli {

/// A line on the terminal that says what is going on, for work that takes over half a second; rubbed out at the end.
/// Does nothing when `shown` is false.
class Progress {
public:
    explicit Progress(bool shown) : shown_{shown} {}
    ~Progress() { end(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// A new stretch of work: "composing", of `total` steps.
    void begin(std::string what, std::size_t total);
    void step() { ++done_; }  // from any thread
    /// Stops and rubs out. Call before anything else is printed.
    void end();

private:
    void draw();

    const bool shown_;
    std::atomic<std::size_t> done_{0};
    std::mutex mutex_;  // of everything below
    std::condition_variable wake_;
    std::string what_;
    std::size_t total_ = 0;
    bool ending_ = false;
    std::thread artist_;
};

}  // namespace brochure::cli
