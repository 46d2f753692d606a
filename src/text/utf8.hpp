#pragma once
#include <cstdint>
#include <string_view>

#include <unicode/utf8.h>

namespace brochure::text {

/// The code point at `at`, which moves past it; bad bytes count as U+FFFD.
inline std::uint32_t next_code(std::string_view text, std::uint32_t& at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    UChar32 code = 0;
    auto i = static_cast<std::int32_t>(at);
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int32_t>(text.size()),
                    code);
    at = static_cast<std::uint32_t>(i);
    return static_cast<std::uint32_t>(code);
}

/// Appends `code` to `text` as UTF-8.
template <class String>
void append_code(String& text, std::uint32_t code) {
    std::uint8_t bytes[4];
    std::int32_t n = 0;
    UBool bad = false;
    U8_APPEND(bytes, n, 4, static_cast<UChar32>(code), bad);
    if (!bad) text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(n));
}

}  // namespace brochure::text
