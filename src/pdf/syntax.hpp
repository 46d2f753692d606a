#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// The tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), appended to a string. No locale has a say.
namespace brochure::pdf {

/// The number of an indirect object. The default stands for none.
struct Ref {
    unsigned number = 0;
    explicit operator bool() const { return number != 0; }
    bool operator==(const Ref&) const = default;
};

void put(std::string& out, std::int64_t value);
/// To the nearest integer. Not std::llround, which is a call into libm for each of a million glyphs.
inline std::int64_t rounded(double value) {
    return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
}

/// A real with at most three decimals and no zeros that say nothing: 12, 9.25, -.5 as -0.5.
void put_real(std::string& out, double value);
/// The same from thousandths.
void put_thousandths(std::string& out, std::int64_t value);
void put(std::string& out, Ref ref);  // "12 0 R"
/// A name with its slash; bytes that a name cannot hold become #xx (7.3.5).
void put_name(std::string& out, std::string_view name);
/// A string of bytes in parentheses, escaped; at most two bytes for one.
void put_bytes(std::string& out, std::string_view bytes);
/// A text string (7.9.2.2): ASCII as it is, all else UTF-16BE with a byte-order mark. Ill-formed UTF-8 becomes U+FFFD.
void put_text(std::string& out, std::string_view utf8);

/// Appends `code` as UTF-16BE hex digits.
void put_utf16_hex(std::string& out, char32_t code);

/// Takes the next character off `utf8`, which is not empty. Ill-formed bytes give U+FFFD, one byte at a time.
char32_t next_character(std::string_view& utf8);
void put_utf8(std::string& out, char32_t code);

}  // namespace brochure::pdf
