#include "pdf/haru_memory.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace brochure::pdf {
namespace {

constexpr std::size_t block_size = std::size_t{256} * 1024, large_size = std::size_t{64} * 1024;

thread_local HaruMemory* in_use = nullptr;

}  // namespace

HaruMemory::Use::Use(HaruMemory& memory) : before_{in_use} {
    in_use = &memory;
}
HaruMemory::Use::~Use() {
    in_use = before_;
}

void HaruMemory::Free::operator()(std::byte* it) const noexcept {
    std::free(it);
}

void* HaruMemory::small_piece(std::size_t size) {
    constexpr std::size_t step = alignof(std::max_align_t);
    size = (size + step - 1) / step * step;
    if (size > left_) {
        Block block{static_cast<std::byte*>(std::malloc(block_size))};
        if (!block) return nullptr;
        blocks_.push_back(std::move(block));
        left_ = block_size;
    }
    std::byte* piece = blocks_.back().get() + (block_size - left_);
    left_ -= size;
    return piece;
}

void* HaruMemory::large_piece(std::size_t size) {
    Block block{static_cast<std::byte*>(std::malloc(size))};
    if (!block) return nullptr;
    large_.push_back(std::move(block));
    return large_.back().get();
}

// Called from C, which C++ must not throw through.
void* HaruMemory::take(unsigned size) noexcept try {
    return size < large_size ? in_use->small_piece(size) : in_use->large_piece(size);
} catch (const std::bad_alloc&) { return nullptr; }

void HaruMemory::give_back(void* piece) noexcept {
    std::erase_if(in_use->large_, [&](const Block& block) { return block.get() == piece; });
}

}  // namespace brochure::pdf
