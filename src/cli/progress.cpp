#include "cli/progress.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace brochure::cli {

void Progress::begin(std::string what, std::size_t total) {
    if (!shown_) return;
    const std::lock_guard lock{mutex_};
    what_ = std::move(what);
    total_ = total;
    done_ = 0;
    if (!artist_.joinable()) {
        ending_ = false;
        artist_ = std::thread{[this] { draw(); }};
    }
}

void Progress::end() {
    if (!artist_.joinable()) return;
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    wake_.notify_all();
    artist_.join();
}

void Progress::draw() {
    using namespace std::chrono_literals;
    bool drawn = false;
    std::unique_lock lock{mutex_};
    for (auto pause = 500ms; !wake_.wait_for(lock, pause, [this] { return ending_; }); pause = 100ms) {
        std::fprintf(stderr, "\r\033[K%s %zu of %zu", what_.c_str(), std::min(done_.load(), total_), total_);
        std::fflush(stderr);
        drawn = true;
    }
    if (drawn) std::fputs("\r\033[K", stderr);
}

}  // namespace brochure::cli
