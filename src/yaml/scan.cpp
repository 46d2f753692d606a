#include "yaml/scan.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace brochure::yaml {

namespace {

struct Flaw {
    std::size_t offset;
    UChar32 character;  // negative: not UTF-8
};

bool is_control(UChar32 c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

// The first byte that is not UTF-8, or the first character that YAML does not allow (YAML 1.2.2, 5.1): yaml-cpp would
// take U+0004 for the end of the file and drop the rest without a word.
std::optional<Flaw> first_flaw(std::string_view text, bool& ascii, bool& returns) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        const std::uint8_t byte = bytes[i];
        if (byte >= 0x20 && byte < 0x7F) {
            ++i;
            continue;
        }
        const std::int32_t start = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (c < 0 || is_control(c)) return Flaw{static_cast<std::size_t>(start), c};
        if (c > 0x7F) ascii = false;
        if (c == '\r') returns = true;
    }
    return std::nullopt;
}

std::string hexadecimal(unsigned value, int digits) {
    std::string out(static_cast<std::size_t>(digits), '0');
    for (auto at = out.rbegin(); at != out.rend(); ++at, value >>= 4) *at = "0123456789ABCDEF"[value & 15];
    return out;
}

// CRLF and lone CR become LF; columns before the line's end do not move.
std::string with_newlines(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else {
            out += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        }
    }
    return out;
}

void report(const Flaw& flaw, std::string_view text, SourcePosition where, Diagnostics& found) {
    const auto byte = static_cast<unsigned char>(text[flaw.offset]);
    // A byte-order mark of UTF-16: what Windows calls "Unicode".
    const bool wide = flaw.offset == 0 && (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"));
    if (flaw.character < 0)
        found.error(where, "invalid-utf8", "the byte 0x" + hexadecimal(byte, 2) + " is not UTF-8",
                    std::string("save the file with the encoding UTF-8; it looks like ") +
                        (wide ? "UTF-16" : "Latin-1 or Windows-1252"));
    else if (flaw.character == 0)
        found.error(where, "control-character", "the file has a NUL character",
                    "remove it, or save the file as UTF-8 text");
    else
        found.error(where, "control-character",
                    "the control character U+" + hexadecimal(static_cast<unsigned>(flaw.character), 4) +
                        " is not allowed in YAML",
                    "remove it: it cannot be printed");
}

}  // namespace

std::string control_character_in(std::string_view text) {
    bool ascii = true, returns = false;
    const auto flaw = first_flaw(text, ascii, returns);
    if (!flaw || flaw->character < 0) return {};
    return "U+" + hexadecimal(static_cast<unsigned>(flaw->character), 4);
}

bool CleanText::prepare(FileId file, const SourceFiles& files, const Limits& limits, Diagnostics& found) {
    file_ = file;
    text_ = files.text(file);
    if (text_.size() > limits.bytes || text_.size() > (std::size_t{1} << 30)) {
        found.error({file, 1, 1}, "file-too-large",
                    "the file has " + std::to_string(text_.size()) + " bytes, more than the " +
                        std::to_string(limits.bytes) + " allowed",
                    "split it, or move what is not text out of it");
        return false;
    }
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    bool returns = false;
    const auto flaw = first_flaw(text_, ascii_, returns);
    const std::string_view written = text_;
    if (returns || (flaw && written.find('\r') < flaw->offset)) {
        converted_ = with_newlines(written);
        text_ = converted_;
    }
    if (!flaw) return true;
    ascii_ = false;
    const std::size_t offset =
        text_.data() == written.data() ? flaw->offset : with_newlines(written.substr(0, flaw->offset)).size();
    report(*flaw, written, position(offset), found);
    return false;
}

SourcePosition CleanText::position(std::size_t offset) {
    if (offset > text_.size()) offset = text_.size();
    if (offset < at_) {
        at_ = line_start_ = 0;
        line_ = column_ = 1;
    }
    for (auto end = text_.find('\n', at_); end < offset; end = text_.find('\n', at_)) {
        at_ = line_start_ = end + 1;
        column_ = 1;
        ++line_;
    }
    if (ascii_) {
        column_ = static_cast<int>(offset - line_start_) + 1;
    } else {
        for (std::size_t i = at_; i < offset; ++i) column_ += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
    }
    at_ = offset;
    return {file_, line_, column_};
}

}  // namespace brochure::yaml
