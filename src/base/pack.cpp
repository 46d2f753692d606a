#include "base/pack.hpp"

#include <bit>
#include <cstring>

namespace brochure {

void pack(std::uint64_t number, std::string& into) {
    for (; number > 0x7F; number >>= 7) into += static_cast<char>(number | 0x80);
    into += static_cast<char>(number);
}

void pack(std::string_view text, std::string& into) {
    pack(std::uint64_t{text.size()}, into);
    into += text;
}

void pack(double number, std::string& into) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    into.append(raw, sizeof raw);
}

void pack_whole(std::uint64_t number, std::string& into) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    into.append(raw, sizeof raw);
}

void Unpacker::fail() {
    good_ = false;
    rest_ = {};
}

std::uint64_t Unpacker::number() {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < rest_.size() && i < 10; ++i) {
        const auto byte = static_cast<unsigned char>(rest_[i]);
        value |= std::uint64_t{byte & 0x7Fu} << (7 * i);
        if (byte > 0x7F) continue;
        rest_.remove_prefix(i + 1);
        return value;
    }
    fail();
    return 0;
}

std::string_view Unpacker::text() {
    const auto size = number();
    if (size > rest_.size()) fail();
    if (!good_) return {};
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
}

double Unpacker::real() {
    return std::bit_cast<double>(whole());
}

std::uint64_t Unpacker::whole() {
    std::uint64_t number = 0;
    if (rest_.size() < sizeof number) {
        fail();
        return 0;
    }
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_.remove_prefix(sizeof number);
    return number;
}

std::size_t Unpacker::count(std::size_t least) {
    const auto wanted = number();
    if (wanted > rest_.size() / least) fail();
    return good_ ? static_cast<std::size_t>(wanted) : 0;
}

}  // namespace brochure
