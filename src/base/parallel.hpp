#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace brochure {

/// Calls `function(index)` once for each index below `count`, on at most `cores` threads (the caller's is one of them),
/// and returns when all are done. Indices are handed out in order, but finish in any: give each task a result and
/// `Diagnostics` of its own and join them in order. `function` must not throw. With one core no thread is started.
template <class Function>
void parallel_for(std::size_t count, int cores, const Function& function) {
    const auto threads = std::min(count, static_cast<std::size_t>(std::max(cores, 1)));
    if (threads <= 1) {
        for (std::size_t i = 0; i < count; ++i) function(i);
        return;
    }
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) function(i);
    };
    std::vector<std::thread> others;
    others.reserve(threads - 1);
    try {
        while (others.size() + 1 < threads) others.emplace_back(work);
    } catch (const std::system_error&) {
        // No more threads to be had: those there are do the work.
    }
    work();
    for (auto& each : others) each.join();
}

}  // namespace brochure
