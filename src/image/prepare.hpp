#pragma once
#include <condition_variable>
#include <mutex>

#include "image/jpeg_scan.hpp"
#include "image/limits.hpp"
#include "image/plan.hpp"
#include "image/store.hpp"

namespace brochure::image {

/// Lets decoders wait until there is memory for them. One that wants more than all waits to be alone.
class MemoryBudget {
public:
    void take(std::uint64_t bytes) {
        std::unique_lock lock{mutex_};
        freed_.wait(lock, [&] { return used_ == 0 || used_ + bytes <= most_working_bytes; });
        used_ += bytes;
    }
    void give_back(std::uint64_t bytes) {
        {
            const std::lock_guard lock{mutex_};
            used_ -= bytes;
        }
        freed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable freed_;
    std::uint64_t used_ = 0;
};

/// What is found out about a file at most once, however many orders want it. Safe between threads.
class FileFacts {
public:
    const JpegLayout& layout(const InputFile& file) {
        std::call_once(read_, [&] { layout_ = read_jpeg_body(file); });
        return layout_;
    }
    const std::optional<Hash128>& content(const InputFile& file, const Cache& cache) {
        std::call_once(hashed_, [&] { content_ = content_hash(file, cache); });
        return content_;
    }

private:
    std::once_flag read_, hashed_;
    JpegLayout layout_;
    std::optional<Hash128> content_;
};

/// Carries out one order.
std::optional<Raster> carry_out(const Order& order, const Plan& plan, FileFacts& facts, const Cache& cache,
                                MemoryBudget& budget, Diagnostics& found);

}  // namespace brochure::image
