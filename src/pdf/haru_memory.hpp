#pragma once
#include <cstddef>
#include <memory>
#include <vector>

namespace brochure::pdf {

/// The memory of one libharu document, which makes many small objects and needs them all until the end: handed out in a
/// row, and given back all at once when this goes. Pieces of 64 KB and more, of which libharu makes larger ones in
/// their place, are given back one by one. libharu passes no word of ours to its allocator: what it asks for on a
/// thread comes from the memory that is in use there.
class HaruMemory {
public:
    /// For as long as it lives, this thread's calls to libharu take from `memory`.
    class Use {
    public:
        explicit Use(HaruMemory& memory);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

    private:
        HaruMemory* before_;
    };

    /// For `HPDF_NewEx`. Null when there is no more memory.
    static void* take(unsigned size) noexcept;
    static void give_back(void* piece) noexcept;

private:
    struct Free {
        void operator()(std::byte* it) const noexcept;
    };
    using Block = std::unique_ptr<std::byte, Free>;
    void* small_piece(std::size_t size);
    void* large_piece(std::size_t size);

    std::vector<Block> blocks_, large_;
    std::size_t left_ = 0;  // of the last block
};

}  // namespace brochure::pdf
