#include "base/report.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace brochure {

namespace {

constexpr int window = 100;  // columns of a source line that are shown
constexpr std::string_view margin = "  ";

int width_of(UChar32 c) {
    if (c < 0x300) return c >= 0x20 && c != 0x7F && c != 0xAD ? 1 : 0;
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return 0;
        default:
            break;
    }
    if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals join the syllable before them
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The character at `at`, which moves on; a byte that is not UTF-8 is U+FFFD, and so is a control character.
UChar32 next_character(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto i = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT(bytes, i, static_cast<std::int32_t>(text.size()), c);
    at = static_cast<std::size_t>(i);
    return c < 0 || (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) ? 0xFFFD : c;
}

void append(std::string& out, UChar32 c) {
    std::uint8_t bytes[4];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// Finds lines of one file after the other, going on from the last one: findings come sorted.
class LineFinder {
public:
    explicit LineFinder(const SourceFiles& files) : files_{files} {}
    std::string_view line(SourcePosition where) {
        if (where.file.index < 0) return {};
        const std::string_view text = files_.text(where.file);
        if (where.file != file_ || where.line < line_) {
            file_ = where.file;
            line_ = 1;
            start_ = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        }
        for (; line_ < where.line; ++line_) {
            const auto end = text.find_first_of("\r\n", start_);
            if (end == std::string_view::npos) return {};
            start_ = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
        }
        return text.substr(start_, text.find_first_of("\r\n", start_) - start_);
    }

private:
    const SourceFiles& files_;
    FileId file_;
    int line_ = 1;
    std::size_t start_ = 0;
};

int characters(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_character(text, at);
    return count;
}

struct Excerpt {
    std::string line;
    int caret = 0;
};

// The part of the line around `column`, and in which column of it the caret stands (from 0).
Excerpt excerpt(std::string_view line, int column) {
    // Skip, by characters, what stands more than half a window before the place; a very long line costs one walk.
    std::size_t at = 0;
    int number = 1;
    if (column > window / 2) column = std::min(column, characters(line) + 1);
    constexpr int lead = window / 2;
    const bool cut = column > window - 10;
    while (cut && number < column - lead && at < line.size()) {
        next_character(line, at);
        ++number;
    }
    Excerpt out;
    int width = 0;
    if (cut) {
        out.line = "…";
        width = 1;
    }
    out.caret = width;
    for (; at < line.size(); ++number) {
        if (number == column) out.caret = width;
        const UChar32 c = next_character(line, at);
        if (c == '\t') {
            const int stop = (width / 8 + 1) * 8;
            out.line.append(static_cast<std::size_t>(stop - width), ' ');
            width = stop;
        } else {
            append(out.line, c);
            width += width_of(c);
        }
        if (width >= window && number >= column) {
            if (at < line.size()) out.line += "…";
            return out;
        }
    }
    if (number <= column) out.caret = width;  // the place is the end of the line
    return out;
}

const char* name_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

const char* colour_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "\x1b[1;36m";
        case Severity::warning:
            return "\x1b[1;35m";
        case Severity::error:
            break;
    }
    return "\x1b[1;31m";
}

// A fault may quote the author's text: control characters in it must not reach the terminal.
std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const UChar32 c = next_character(text, at);
        append(out, c == '\t' ? ' ' : c);
    }
    return out;
}

void append_finding(std::string& out, const Diagnostic& each, const SourceFiles& files, LineFinder& lines, bool ansi) {
    const char* bold = ansi ? "\x1b[1m" : "";
    const char* plain = ansi ? "\x1b[0m" : "";
    if (each.where.file.index >= 0) {
        out += bold + printable(files.path(each.where.file)) + ":" + std::to_string(each.where.line) + ":" +
               std::to_string(each.where.column) + ":" + plain + " ";
    }
    out += std::string(ansi ? colour_of(each.severity) : "") + name_of(each.severity) + ":" + plain + " " +
           printable(each.text) + "\n";
    const auto line = lines.line(each.where);
    if (line.find_first_not_of(" \t") != std::string_view::npos) {
        const auto shown = excerpt(line, each.where.column);
        out += std::string(margin) + shown.line + "\n" + std::string(margin) +
               std::string(static_cast<std::size_t>(shown.caret), ' ') + (ansi ? "\x1b[1;32m" : "") + "^" + plain +
               "\n";
    }
    if (!each.hint.empty()) out += std::string(margin) + "hint: " + printable(each.hint) + "\n";
}

}  // namespace

std::string report_text(const Diagnostics& found, const SourceFiles& files, Colours colours) {
    std::string out;
    LineFinder lines{files};
    for (const auto& each : found.sorted(files)) append_finding(out, each, files, lines, colours == Colours::ansi);
    return out;
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) width += width_of(next_character(text, at));
    return width;
}

}  // namespace brochure
