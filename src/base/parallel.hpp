#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
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

/// Calls `make(index)` for each index below `count` on at most `cores` threads, and `use(index, what was made)` for one
/// index at a time, in order, from whichever thread is free: what is made lives no longer than it must. Neither may
/// throw.
template <class Make, class Use>
void parallel_in_order(std::size_t count, int cores, const Make& make, const Use& use) {
    std::vector<std::optional<decltype(make(std::size_t{}))>> made(count);
    std::mutex mutex;  // guards `made` and `next`
    std::size_t next = 0;
    parallel_for(count, cores, [&](std::size_t i) {
        auto own = make(i);
        std::unique_lock lock{mutex};
        made[i] = std::move(own);
        // While one is being used its place is empty and still the next one: nobody else comes in here.
        for (; next < count && made[next]; ++next) {
            auto taken = std::exchange(made[next], std::nullopt);
            lock.unlock();
            use(next, std::move(*taken));
            lock.lock();
        }
    });
}

}  // namespace brochure
