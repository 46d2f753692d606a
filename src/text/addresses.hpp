#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace brochure::text {

/// A stretch of text that is read by machines as much as by people: it is neither hyphenated nor changed.
struct Address {
    enum class Kind : std::uint8_t { url, email, phone };
    Kind kind = Kind::url;
    std::size_t begin = 0, end = 0;  // bytes
    bool operator==(const Address&) const = default;
};

/// Replaces `out` by the URLs (https://..., www...., city.example.org/path), e-mail addresses and phone numbers
/// in `text`, in order. Punctuation that ends the sentence does not belong to them.
void find_addresses(std::string_view text, std::vector<Address>& out);

}  // namespace brochure::text
