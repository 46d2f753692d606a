#include "pdf/syntax.hpp"

#include <charconv>

namespace brochure::pdf {

void put(std::string& out, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

void put_thousandths(std::string& out, std::int64_t value) {
    char digits[28];
    char* at = digits;
    if (value < 0) *at++ = '-';
    const std::uint64_t size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    at = std::to_chars(at, digits + sizeof digits, size / 1000).ptr;
    if (const unsigned rest = static_cast<unsigned>(size % 1000)) {
        *at++ = '.';
        *at++ = static_cast<char>('0' + rest / 100);
        if (rest % 100) *at++ = static_cast<char>('0' + rest / 10 % 10);
        if (rest % 10) *at++ = static_cast<char>('0' + rest % 10);
    }
    out.append(digits, at);
}

void put_real(std::string& out, double value) {
    put_thousandths(out, rounded(value * 1000));
}

void put(std::string& out, Ref ref) {
    put(out, static_cast<std::int64_t>(ref.number));
    out += " 0 R";
}

namespace {
constexpr char hex[] = "0123456789ABCDEF";
void put_hex_byte(std::string& out, unsigned byte) {
    out += hex[byte >> 4 & 15];
    out += hex[byte & 15];
}
}  // namespace

void put_name(std::string& out, std::string_view name) {
    out += '/';
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x21 || byte > 0x7E || std::string_view("#/()<>[]{}%").find(c) != std::string_view::npos) {
            out += '#';
            put_hex_byte(out, byte);
        } else {
            out += c;
        }
    }
}

void put_bytes(std::string& out, std::string_view bytes) {
    out += '(';
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        if (c == '\r')  // a reader would take a bare one for a line feed
            out += "\\r";
        else
            out += c;
    }
    out += ')';
}

void put_utf16_hex(std::string& out, char32_t code) {
    const auto unit = [&out](unsigned v) {
        put_hex_byte(out, v >> 8);
        put_hex_byte(out, v);
    };
    if (code < 0x10000) return unit(code);
    unit(0xD800 + ((code - 0x10000) >> 10));
    unit(0xDC00 + ((code - 0x10000) & 0x3FF));
}

void put_text(std::string& out, std::string_view utf8) {
    bool ascii = true;
    for (const char c : utf8) ascii = ascii && ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t');
    if (ascii) return put_bytes(out, utf8);
    out += "<FEFF";
    while (!utf8.empty()) put_utf16_hex(out, next_character(utf8));
    out += '>';
}

char32_t next_character(std::string_view& utf8) {
    const auto byte = [&utf8](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const unsigned lead = byte(0);
    const std::size_t size = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : (lead & 0xF0) == 0xE0       ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
    if (size == 1) {
        utf8.remove_prefix(1);
        return lead;
    }
    char32_t code = lead & (0x7Fu >> size);
    bool good = size != 0 && size <= utf8.size();
    for (std::size_t i = 1; good && i < size; ++i) {
        good = (byte(i) & 0xC0) == 0x80;
        code = code << 6 | (byte(i) & 0x3Fu);
    }
    // Overlong forms, surrogates and what lies beyond Unicode are no characters.
    good = good && !(size == 3 && code < 0x800) && !(size == 4 && (code < 0x10000 || code > 0x10FFFF)) &&
           !(code >= 0xD800 && code < 0xE000);
    utf8.remove_prefix(good ? size : 1);
    return good ? code : 0xFFFD;
}

void put_utf8(std::string& out, char32_t code) {
    const auto add = [&out](char32_t v) { out += static_cast<char>(v); };
    if (code < 0x80) return add(code);
    if (code < 0x800) {
        add(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        add(0xE0 | code >> 12);
        add(0x80 | (code >> 6 & 0x3F));
    } else {
        add(0xF0 | code >> 18);
        add(0x80 | (code >> 12 & 0x3F));
        add(0x80 | (code >> 6 & 0x3F));
    }
    add(0x80 | (code & 0x3F));
}

}  // namespace brochure::pdf
