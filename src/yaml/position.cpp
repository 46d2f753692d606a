#include "yaml/position.hpp"

#include <algorithm>
#include <string_view>

namespace brochure::yaml {

namespace {

using Text = std::string_view;

bool is_break(char c) {
    return c == '\n' || c == '\r';
}
bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

int characters(Text text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

// The start of the line after the one that holds `at`.
std::size_t next_line(Text text, std::size_t at) {
    const auto feed = std::min(text.find('\n', at), text.size());
    const auto end = std::min(text.substr(0, feed).find('\r', at), feed);
    if (end == text.size()) return end;
    return end + (text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? 2 : 1);
}

std::size_t offset_of(SourcePosition where, Text text) {
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int line = 1; line < where.line; ++line) at = next_line(text, at);
    for (int column = 1; column < where.column && at < text.size(); ++column) do
            ++at;
        while (at < text.size() && continues_character(text[at]));
    return at;
}

SourcePosition moved(SourcePosition where, Text text, std::size_t from, std::size_t to) {
    for (auto next = next_line(text, from); next <= to && next < text.size(); next = next_line(text, from)) {
        from = next;
        where.column = 1;
        ++where.line;
    }
    where.column += characters(text.substr(from, to - from));
    return where;
}

// Lines of a literal scalar stand one to one below its `|`; their indentation is what the source has more in front.
SourcePosition in_literal(SourcePosition where, Text value, std::size_t offset, Text text, std::size_t header) {
    const Text before = value.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const auto start = before.rfind('\n') + 1;  // npos + 1 is 0
    std::size_t at = next_line(text, header);
    for (auto i = line; i > 0; --i) at = next_line(text, at);
    const Text written = text.substr(at, text.find_first_of("\r\n", at) - at);
    const Text kept = value.substr(start, value.find('\n', start) - start);
    std::size_t indent = written.ends_with(kept) ? written.size() - kept.size() : 0;
    if (kept.empty()) indent = written.size();
    where.line += static_cast<int>(line) + 1;
    where.column = characters(written.substr(0, indent + (offset - start))) + 1;
    return where;
}

// The length of the escape at `text[at]`, which is a backslash, and whether it makes a character (YAML 1.2.2, 5.7).
struct Escape {
    std::size_t length;
    bool is_character;
};
Escape escape_at(Text text, std::size_t at) {
    const char kind = at + 1 < text.size() ? text[at + 1] : '\\';
    if (kind == 'x') return {4, true};
    if (kind == 'u') return {6, true};
    if (kind == 'U') return {10, true};
    if (!is_break(kind)) return {2, true};
    std::size_t end = next_line(text, at);
    while (end < text.size() && is_blank(text[end])) ++end;
    return {end - at, false};
}

// Walks value and source side by side: a fold, an escape or a doubled quote is longer in the source.
std::size_t walk(Text value, std::size_t offset, Text text, std::size_t at, char quote) {
    for (std::size_t i = 0; i < offset && at < text.size();) {
        const char c = value[i];
        const auto ink = std::min(text.find_first_not_of(" \t", at), text.size());
        if (quote == '"' && text[at] == '\\') {
            const auto escape = escape_at(text, at);
            at += escape.length;
            if (escape.is_character) do
                    ++i;
                while (i < value.size() && continues_character(value[i]));
        } else if ((c == ' ' || c == '\n') && ink < text.size() && is_break(text[ink])) {
            at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
            const auto next = std::min(value.find_first_not_of('\n', i + 1), value.size());
            const auto spaces = std::min(value.find_first_not_of(' ', next), value.size()) - next;
            at -= std::min(spaces, at);
            i = next;
        } else if (c == '\n' && text[at] != '\n') {
            ++i;
        } else {
            at += quote == '\'' && text[at] == '\'' ? 2 : 1;
            ++i;
        }
    }
    while (quote == '"' && at < text.size() && text[at] == '\\' && !escape_at(text, at).is_character)
        at += escape_at(text, at).length;
    return std::min(at, text.size());
}

}  // namespace

SourcePosition position_in(const Node& scalar, std::size_t offset, const SourceFiles& files) {
    const Text value = scalar.scalar;
    offset = std::min(offset, value.size());
    if (scalar.kind != Kind::scalar || scalar.where.file.index < 0) return scalar.where;
    const Text text = files.text(scalar.where.file);
    const std::size_t start = offset_of(scalar.where, text);
    if (start >= text.size() || text[start] == '*') return scalar.where;  // an alias: the text is written elsewhere
    if (scalar.block) {
        if (text[start] == '|') return in_literal(scalar.where, value, offset, text, start);
        const auto body = std::min(text.find_first_not_of(" \t\r\n", next_line(text, start)), text.size());
        const auto ink = std::min(value.find_first_not_of('\n'), offset);
        return moved(scalar.where, text, start, walk(value.substr(ink), offset - ink, text, body, '\0'));
    }
    const char quote = scalar.quoted ? text[start] : '\0';
    const std::size_t body = start + (scalar.quoted ? 1 : 0);
    const Text before = value.substr(0, offset);
    const bool as_written = text.substr(body).starts_with(before) &&
                            (quote != '"' || before.find('\\') == Text::npos) &&
                            (quote != '\'' || before.find('\'') == Text::npos) && before.find('\n') == Text::npos;
    const std::size_t end = as_written ? body + offset : walk(value, offset, text, body, quote);
    return moved(scalar.where, text, start, end);
}

}  // namespace brochure::yaml
