#include <algorithm>
#include <array>

#include "content/markup.hpp"

namespace brochure::content {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The part before the first colon, in small letters; empty when the address has none.
std::string scheme_of(std::string_view address) {
    const auto colon = address.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_letter(address.front())) return {};
    std::string scheme(address.substr(0, colon));
    for (char& c : scheme) {
        if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return {};
        c = lower(c);
    }
    return scheme;
}

// RFC 3986, 2.1: bytes that an address may not hold are written as %XX. A % stays: it may already be one.
std::string escaped(std::string_view address) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    out.reserve(address.size());
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos) {
            out += c;
            continue;
        }
        out += '%';
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

}  // namespace

std::optional<std::string> link_address(std::string_view written, std::string& fault) {
    constexpr std::array<std::string_view, 4> allowed{"http", "https", "mailto", "tel"};
    const auto scheme = scheme_of(written);
    if (scheme.empty()) {
        fault = "is no address: it wants https://…, mailto:… or tel:… at its beginning";
        return std::nullopt;
    }
    if (std::find(allowed.begin(), allowed.end(), scheme) == allowed.end()) {
        fault = "leads to '" + scheme + ":': only http, https, mailto and tel are allowed";
        return std::nullopt;
    }
    auto rest = written.substr(scheme.size() + 1);
    const bool web = scheme == "http" || scheme == "https";
    if (web && rest.substr(0, 2) == "//")
        rest.remove_prefix(2);
    else if (web)
        rest = {};
    if (rest.empty() || rest.front() == '/') {
        fault = "stops after '" + scheme + ":'";
        return std::nullopt;
    }
    return scheme + escaped(written.substr(scheme.size()));
}

}  // namespace brochure::content
