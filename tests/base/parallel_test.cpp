#include "base/parallel.hpp"

#include <atomic>
#include <chrono>
#include <numeric>
#include <thread>
#include <vector>

#include "catch.hpp"

using namespace brochure;

TEST_CASE("every index is called once, on any number of cores") {
    const int cores = GENERATE(-1, 0, 1, 2, 7);
    const std::size_t count = GENERATE(0u, 1u, 2u, 1000u);
    std::vector<int> calls(count, 0);
    parallel_for(count, cores, [&](std::size_t i) { ++calls[i]; });
    CHECK(std::accumulate(calls.begin(), calls.end(), 0) == static_cast<int>(count));
    CHECK(std::count(calls.begin(), calls.end(), 1) == static_cast<std::ptrdiff_t>(count));
}

TEST_CASE("one core works in order and on the caller's thread") {
    std::vector<std::size_t> order;
    std::vector<std::thread::id> threads;
    parallel_for(5, 1, [&](std::size_t i) {
        order.push_back(i);
        threads.push_back(std::this_thread::get_id());
    });
    CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
    for (const auto& each : threads) CHECK(each == std::this_thread::get_id());
}

TEST_CASE("two cores do work at the same time") {
    // Each call waits for the other: on one thread this would never end, so the wait is bounded.
    std::atomic<int> inside{0};
    std::atomic<bool> met{false};
    parallel_for(2, 2, [&](std::size_t) {
        ++inside;
        for (int i = 0; i < 5000 && !met; ++i) {
            if (inside == 2) met = true;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    CHECK(met);
}

TEST_CASE("what is made on several cores is used in order, one at a time") {
    const int cores = GENERATE(1, 2, 7);
    std::vector<std::size_t> used;
    std::atomic<int> inside{0};
    bool alone = true;
    parallel_in_order(
        200, cores,
        [](std::size_t i) {
            if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));  // others come first
            return std::vector<std::size_t>{i};
        },
        [&](std::size_t i, std::vector<std::size_t> made) {
            alone = alone && ++inside == 1;
            CHECK(made == std::vector<std::size_t>{i});
            used.push_back(i);
            std::this_thread::sleep_for(std::chrono::microseconds(200));  // others have done meanwhile
            --inside;
        });
    std::vector<std::size_t> wanted(200);
    std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    CHECK(alone);
    CHECK(used == wanted);
}
