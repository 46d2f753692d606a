#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace brochure::pdf {

/// Calls `work(i)` for every i below `count`, on at most `cores` threads. Each call writes only what is its own, so the
/// outcome does not depend on which thread took which.
template <class Work> void in_parallel(std::size_t count, int cores, const Work& work) {
    const std::size_t threads = std::min(count, static_cast<std::size_t>(cores < 1 ? 1 : cores));
    if (threads <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
    run();
}

}  // namespace brochure::pdf
