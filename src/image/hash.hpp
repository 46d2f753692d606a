#pragma once
#include <xxhash.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <type_traits>

namespace brochure::image {

using Hash128 = std::array<std::uint64_t, 2>;

/// XXH3 over bytes added bit by bit.
class Hasher {
public:
    Hasher() : state_{XXH3_createState()} { XXH3_128bits_reset(state_.get()); }
    void add(std::span<const std::uint8_t> bytes) { XXH3_128bits_update(state_.get(), bytes.data(), bytes.size()); }
    /// A number, which must have no padding in it.
    template <class T>
    requires std::is_arithmetic_v<T>
    void add(T value) { XXH3_128bits_update(state_.get(), &value, sizeof value); }
    Hash128 hash() const {
        const XXH128_hash_t h = XXH3_128bits_digest(state_.get());
        return {h.high64, h.low64};
    }
    std::uint64_t short_hash() const { return hash()[1]; }

private:
    struct Free {
        void operator()(XXH3_state_t* s) const noexcept { XXH3_freeState(s); }
    };
    std::unique_ptr<XXH3_state_t, Free> state_;
};

/// In hexadecimal digits, as files are named by it.
inline std::string name_of(const Hash128& hash) {
    std::string name;
    for (const std::uint64_t part : hash)
        for (int shift = 60; shift >= 0; shift -= 4) name += "0123456789abcdef"[part >> shift & 15];
    return name;
}

}  // namespace brochure::image
