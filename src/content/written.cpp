#include "content/written.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "content/markup.hpp"

namespace brochure::content {

namespace {

bool is_break(char c) {
    return c == '\n' || c == '\r';
}
bool is_space(char c) {
    return c == ' ' || c == '\t' || is_break(c);
}
bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The first character of `text`, all its bytes.
std::string_view first_character(std::string_view text) {
    std::size_t size = text.empty() ? 0 : 1;
    while (size < text.size() && continues_character(text[size])) ++size;
    return text.substr(0, size);
}

std::string utf8(std::uint32_t code) {
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0 | code >> 6), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
}

// A stretch of the source and the characters it stands for.
struct Spelling {
    std::size_t size = 0;
    std::string characters;
};

// "\xE9", "\u7CBE", "\U0001F600" (YAML 1.2.2, 5.7).
std::optional<Spelling> hexadecimal(std::string_view source) {
    if (source.size() < 2 || source[0] != '\\') return std::nullopt;
    const std::size_t digits = source[1] == 'x' ? 2 : source[1] == 'u' ? 4 : source[1] == 'U' ? 8 : 0;
    if (digits == 0 || source.size() < 2 + digits) return std::nullopt;
    std::uint32_t code = 0;
    const char* const end = source.data() + 2 + digits;
    const auto [stop, fault] = std::from_chars(source.data() + 2, end, code, 16);
    if (fault != std::errc{} || stop != end || code > 0x10FFFF) return std::nullopt;
    return Spelling{2 + digits, utf8(code)};
}

std::optional<Spelling> named(std::string_view source) {
    constexpr std::size_t longest = 40;
    const auto end = source.substr(0, longest).find(';');
    if (source.empty() || source[0] != '&' || end == std::string_view::npos) return std::nullopt;
    auto characters = entity(source.substr(0, end + 1));
    if (!characters) return std::nullopt;
    return Spelling{end + 1, std::move(*characters)};
}

// Walks through the source beside the text that was read from it.
class Walk {
public:
    Walk(std::string_view source, std::size_t at) : source_{source}, at_{at} {}

    // The offset of the last character of `passage`; empty when the source says something else.
    std::optional<std::size_t> to_end_of(std::string_view passage) {
        enter(first_character(passage));
        while (!passage.empty()) {
            const std::size_t taken = take(passage);
            if (taken == 0) return std::nullopt;
            passage.remove_prefix(std::min(taken, passage.size()));
        }
        return last_;
    }

private:
    bool sees(std::string_view characters) const { return source_.substr(at_).starts_with(characters); }

    // A value's place is that of its quotation mark, or of the | or > above it; that of a text already its first
    // character's.
    void enter(std::string_view first) {
        if (at_ >= source_.size() || sees(first)) return;
        if (source_[at_] == '"' || source_[at_] == '\'')
            ++at_;
        else if (source_[at_] == '|' || source_[at_] == '>')
            at_ = std::min(source_.find_first_of("\r\n", at_), source_.size());
    }

    // Passes the next character, or all that one spelling stands for: how many bytes of `passage` that was; 0: none.
    std::size_t take(std::string_view passage) {
        const auto next = first_character(passage);
        const bool space = next == " " || next == "\n";
        while (at_ < source_.size()) {
            if (const auto spelt = spelling(); spelt && passage.starts_with(spelt->characters)) {
                last_ = at_;
                at_ += spelt->size;
                return spelt->characters.size();
            }
            if (space && is_space(source_[at_])) {
                pass_space();
                return 1;
            }
            if (sees(next)) {
                last_ = at_;
                at_ += next.size();
                return next.size();
            }
            if (!pass_unread()) return 0;
        }
        return 0;
    }

    std::optional<Spelling> spelling() const {
        const auto rest = source_.substr(at_);
        if (auto spelt = hexadecimal(rest)) return spelt;
        return named(rest);
    }

    // A line's end with the spaces about it is one space of the text, or none.
    void pass_space() {
        last_ = at_;
        const auto ink = std::min(source_.find_first_not_of(" \t\r\n", at_), source_.size());
        const auto run = source_.substr(at_, ink - at_);
        at_ = std::any_of(run.begin(), run.end(), is_break) ? ink : at_ + 1;
    }

    // What the reader leaves out: indentation, a backslash before a mark, the second of two apostrophes.
    bool pass_unread() {
        const char c = source_[at_];
        if (is_space(c))
            at_ = std::min(source_.find_first_not_of(" \t\r\n", at_), source_.size());
        else if (c == '\\' || (c == '\'' && at_ > 0 && source_[at_ - 1] == '\''))
            ++at_;
        else
            return false;
        return true;
    }

    std::string_view source_;
    std::size_t at_;
    std::size_t last_ = 0;  // where the character passed last begins
};

}  // namespace

SourcePosition end_of_passage(SourcePosition start, std::string_view passage, const SourceFiles& files) {
    if (start.file.index < 0 || passage.empty()) return start;
    const std::string_view source = files.text(start.file);
    std::string_view line = files.line(start.file, start.line, std::string_view::npos);
    if (line.data() == nullptr) return start;
    for (int column = 1; column < start.column; ++column) line.remove_prefix(first_character(line).size());
    const auto begin = static_cast<std::size_t>(line.data() - source.data());
    const auto end = Walk{source, begin}.to_end_of(passage);
    if (!end) return start;
    for (std::size_t at = begin; at < *end;) {
        if (is_break(source[at])) {
            at += source.substr(at).starts_with("\r\n") ? 2 : 1;
            ++start.line;
            start.column = 1;
        } else {
            at += first_character(source.substr(at)).size();
            ++start.column;
        }
    }
    return start;
}

Diagnostics placed(const Diagnostics& found, const SourceFiles& files) {
    Diagnostics list;
    for (Diagnostic each : found.all()) {
        each.where = end_of_passage(each.where, each.passage, files);
        each.passage.clear();
        list.add(std::move(each));
    }
    return list;
}

}  // namespace brochure::content
