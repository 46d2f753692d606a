#include <array>
#include <cstdint>

#include "content/markup.hpp"

namespace brochure::content {

namespace {

enum : std::uint8_t { ordinary = 0, inline_mark = 1, line_mark = 2 };

// Inline: what may start emphasis, a link, an entity, an escape, code or an address. Line: what may start a block when
// it is the first character of a line. A tab may indent code.
constexpr std::array<std::uint8_t, 256> kinds = [] {
    std::array<std::uint8_t, 256> table{};
    for (const char c : {'*', '_', '[', '<', '&', '\\', '`', '|', '@', '\t'})
        table[static_cast<std::uint8_t>(c)] = inline_mark;
    for (const char c : {'#', '-', '+', '>', '=', '~', ' '}) table[static_cast<std::uint8_t>(c)] = line_mark;
    for (char c = '0'; c <= '9'; ++c) table[static_cast<std::uint8_t>(c)] = line_mark;
    return table;
}();

// "1956 was …" is text, "1956. …" a list.
bool starts_block(std::string_view line) {
    if (line.front() == ' ') return true;
    if (line.front() < '0' || line.front() > '9') return kinds[static_cast<std::uint8_t>(line.front())] == line_mark;
    const auto end = line.find_first_not_of("0123456789");
    return end != std::string_view::npos && (line[end] == '.' || line[end] == ')');
}

std::uint32_t code_point(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) & 0x3Fu : 0u; };
    if (text.empty()) return 0;
    const auto lead = static_cast<std::uint8_t>(text[0]);
    if (lead >= 0xF0) return (lead & 7u) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3);
    if (lead >= 0xE0) return (lead & 15u) << 12 | byte(1) << 6 | byte(2);
    return lead;
}

bool is_unspaced(std::uint32_t c) {
    return (c >= 0x2E80 && c <= 0x30FF) || (c >= 0x31C0 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

// Punctuation as wide as a square, which brings its space along, whatever script stands beside it: 、。「」（）：！？
bool has_own_space(std::uint32_t c) {
    return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301F) ||
           c == 0xFF01 || c == 0xFF08 || c == 0xFF09 || c == 0xFF0C || c == 0xFF0E || c == 0xFF1A || c == 0xFF1B ||
           c == 0xFF1F || c == 0xFF5B || c == 0xFF5D;
}

std::string_view trim(std::string_view line) {
    const auto begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find_last_not_of(' ') + 1 - begin);
}

}  // namespace

bool has_markup(std::string_view text) {
    bool at_line_start = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') {
            if (i >= 2 && text[i - 1] == ' ' && text[i - 2] == ' ') return true;  // a hard line break
            at_line_start = true;
            continue;
        }
        const auto kind = kinds[static_cast<std::uint8_t>(c)];
        if (kind == inline_mark) return true;
        if (kind == line_mark && at_line_start && starts_block(text.substr(i))) return true;
        if (c == ':' && text.substr(i, 3) == "://") return true;
        at_line_start = false;
    }
    return false;
}

bool joins_without_space(std::string_view before, std::string_view after) {
    if (before.empty()) return false;
    std::size_t last = before.size() - 1;
    while (last > 0 && (static_cast<std::uint8_t>(before[last]) & 0xC0) == 0x80) --last;
    const auto left = code_point(before.substr(last)), right = code_point(after);
    return (is_unspaced(left) && is_unspaced(right)) || has_own_space(left) || has_own_space(right);
}

void read_plain(std::string_view text, Markup allowed, const Locate& locate, RichText& into) {
    Span* open = nullptr;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = trim(text.substr(begin, end - begin));
        if (line.empty()) {
            open = nullptr;
        } else if (open == nullptr) {
            auto& block = into.blocks.emplace_back();
            open = &block.spans.emplace_back();
            open->text = line;
            open->where = locate(static_cast<std::size_t>(line.data() - text.data()));
        } else {
            if (allowed == Markup::lines)
                open->text += '\n';
            else if (!joins_without_space(open->text, line))
                open->text += ' ';
            open->text += line;
        }
        begin = end + 1;
    }
}

}  // namespace brochure::content
