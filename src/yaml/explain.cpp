#include "yaml/explain.hpp"

#include <algorithm>
#include <array>

namespace brochure::yaml {

namespace {

struct Wording {
    std::string_view theirs, ours, hint;
};

// yaml-cpp speaks of its own workings; the author needs to hear what to look for.
constexpr std::array wordings{
    Wording{"illegal map value", "a colon that cannot stand here",
            "is the line before complete, and this one indented like its neighbours? a text with ': ' goes into "
            "quotation marks"},
    Wording{"illegal map key", "a key that cannot stand here", "is the line indented like its neighbours?"},
    Wording{"illegal block entry", "a list item ('- ') that cannot stand here",
            "is the line indented like the other items? a list starts on the line after its key"},
    Wording{
        "end of map not found", "this belongs neither to the map above nor to a new one",
        "every line is 'key: value' with a space after the colon, indented like its neighbours; nothing may follow a "
        "closing quotation mark"},
    Wording{"end of sequence not found", "this belongs neither to the list above nor to a new one",
            "every item starts with '- ', indented like its neighbours"},
    Wording{"end of map flow not found", "a '{' is never closed, or a ',' is missing between two entries",
            "add '}' or ','"},
    Wording{"end of sequence flow not found", "a '[' is never closed, or a ',' is missing between two items",
            "add ']' or ','"},
    Wording{"illegal flow end", "a ']' or '}' that nothing opened", "remove it, or put the text into quotation marks"},
    Wording{"illegal EOF in scalar", "a quotation mark is never closed", "add it at the end of the text"},
    Wording{"illegal document indicator in scalar", "a quotation mark is not closed before '---' or '...'",
            "add it at the end of the text"},
    Wording{"unknown escape character", "an unknown escape after '\\'",
            "in double quotation marks write \\\\ for a backslash, or use single quotation marks"},
    Wording{"bad character found while scanning hex number", "this is not a hexadecimal number",
            "behind \\x stand two digits or letters from A to F, behind \\u four; or write the character itself"},
    Wording{"invalid unicode", "there is no such character", "write the character itself"},
    Wording{"unknown token", "a text cannot start with this character", "put the text into quotation marks"},
    Wording{"the referenced anchor is not defined", "this alias names nothing that stands before it",
            "a text that starts with '*' goes into quotation marks"},
    Wording{"alias not found after *", "a '*' without a name", "a text that starts with '*' goes into quotation marks"},
    Wording{"illegal character found while scanning alias", "this cannot be part of a name after '*'",
            "a text that starts with '*' goes into quotation marks; emphasis in Markdown does too"},
    Wording{"anchor not found after &", "a '&' without a name",
            "a text that starts with '&' goes into quotation marks"},
    Wording{"illegal character found while scanning anchor", "this cannot be part of a name after '&'",
            "a text that starts with '&' goes into quotation marks"},
    Wording{"cannot assign multiple anchors", "a value can have one name (&name) only", "remove the others"},
    Wording{"cannot assign multiple tags", "a value can have one tag (!name) only",
            "tags are not needed here: remove them"},
    Wording{"cannot assign multiple aliases", "two aliases (*name) in one place", "keep one of them"},
    Wording{"aliases can't have any content", "nothing may follow an alias (*name)",
            "a text that starts with '*' goes into quotation marks"},
    Wording{"unexpected character in block scalar", "nothing may follow '|' or '>' on their line",
            "start the text on the next line, indented"},
    Wording{"cannot set zero indentation", "the number after '|' or '>' must be 1 to 9", "leave it out"},
    Wording{"bad YAML version", "this version of YAML does not exist", "remove the line"},
    Wording{"YAML major version too large", "this version of YAML is not known", "remove the line"},
};

bool is_quote(char c) {
    return c == '"' || c == '\'';
}

// A quotation mark starts a scalar only where one may start; elsewhere it is an apostrophe.
bool may_start_scalar(std::string_view text, std::size_t at) {
    return at == 0 || std::string_view(" \t\n[{,:").find(text[at - 1]) != std::string_view::npos;
}

// Indentation by tab in the line of `offset` or one of the two above it: the rest is only the consequence.
std::optional<std::size_t> tab_before(std::string_view text, std::size_t offset) {
    std::size_t start = std::min(offset, text.size());
    for (int lines = 0; lines < 3; ++lines) {
        start = start == 0 ? 0 : text.rfind('\n', start - 1) + 1;  // npos + 1 is 0
        const auto end = text.find_first_not_of(" \t", start);
        const auto tab = text.find('\t', start);
        if (end != std::string_view::npos && text[end] != '\n' && tab < end) return tab;
        if (start == 0) break;
        --start;
    }
    return std::nullopt;
}

// The first quotation mark from `last` on that is opened and not closed.
std::optional<std::size_t> unclosed_quote(std::string_view text, std::size_t last) {
    for (std::size_t at = last; (at = text.find_first_of("\"'", at)) != std::string_view::npos;) {
        if (!may_start_scalar(text, at)) {
            ++at;
            continue;
        }
        const auto end = end_of_quoted(text, at);
        if (!end) return at;
        at = *end;
    }
    return std::nullopt;
}

// A quoted text over several lines, from `last` on, that ends just before `offset`: its opening quotation mark. What
// follows it is then most likely the author's own text, and the mark that ended it was to open the next.
std::optional<std::size_t> quote_run_on(std::string_view text, std::size_t last, std::size_t offset) {
    for (std::size_t at = last; (at = text.find_first_of("\"'#", at)) < offset;) {
        if (text[at] == '#' && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n')) {
            at = std::min(text.find('\n', at), text.size());
        } else if (!is_quote(text[at]) || !may_start_scalar(text, at)) {
            ++at;
        } else {
            const auto end = end_of_quoted(text, at).value_or(text.size());
            if (end > offset) return std::nullopt;
            const auto behind = text.find_first_not_of(" \t", end);
            if (behind >= offset && text.substr(at, end - at).find('\n') != std::string_view::npos) return at;
            at = end;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t offset) {
    const char quote = text[offset];
    for (std::size_t at = offset + 1; (at = text.find_first_of(quote == '"' ? "\"\\" : "'", at)) < text.size();) {
        const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == '\'';
        if (text[at] == quote && !doubled) return at + 1;
        at += 2;
    }
    return std::nullopt;
}

Brackets brackets_from(std::string_view text, std::size_t offset) {
    Brackets out;
    std::size_t depth = 0;
    for (std::size_t at = offset; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '[' || c == '{')
            out.depth = std::max(out.depth, ++depth);
        else if (c == ']' || c == '}')
            --depth;
        else if (c == '#' && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
            at = std::min(text.find('\n', at), text.size());
        else if (is_quote(c) && may_start_scalar(text, at))
            at = end_of_quoted(text, at).value_or(text.size()) - 1;
        if (depth == 0) {
            out.closed = true;
            return out;
        }
    }
    return out;
}

std::optional<std::size_t> opening_run(std::string_view text, std::size_t most) {
    std::size_t run = 0;
    // find_first_of would call memchr for every character.
    const auto next_opening = [&](std::size_t from) {
        const auto is_opening = [](char c) { return c == '[' || c == '{'; };
        return static_cast<std::size_t>(std::find_if(text.begin() + from, text.end(), is_opening) - text.begin());
    };
    for (std::size_t at = 0; (at = next_opening(at)) < text.size();) {
        ++run;
        if (run > most) return at;
        const auto next = text.find_first_not_of(" \t\n", at + 1);
        if (next < text.size() && text[next] != '[' && text[next] != '{') run = 0;
        at = std::min(next, text.size());
    }
    return std::nullopt;
}

std::optional<std::size_t> directive(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const auto end = std::min(text.find('\n', at), text.size());
        if (c == '%' && !text.substr(at).starts_with("%YAML ")) return at;
        const auto ink = text.find_first_not_of(" \t", at);
        if (ink < end && text[ink] != '#' && c != '%') return std::nullopt;  // the document has begun
        at = end + 1;
    }
    return std::nullopt;
}

Explanation explain(std::string_view text, std::string_view message, std::size_t offset, std::size_t last) {
    if (const auto tab = tab_before(text, offset))
        return {*tab, "tab-indentation", "a tab is used as indentation",
                "YAML wants spaces: replace the tab, two spaces for each level"};
    if (message.starts_with("illegal EOF in scalar")) offset = unclosed_quote(text, last).value_or(offset);
    if (message.starts_with("unknown escape")) offset = std::min(text.rfind('\\', offset), offset);
    if (const auto at = quote_run_on(text, last, offset)) {
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*at), '\n');
        return {offset, "syntax", "nothing may follow a text that ends with a quotation mark",
                "the text before began with " + std::string(1, text[*at]) + " in line " + std::to_string(line) +
                    ": is its closing quotation mark missing there?"};
    }
    for (const auto& each : wordings)
        if (message.starts_with(each.theirs)) return {offset, "syntax", std::string(each.ours), std::string(each.hint)};
    return {offset, "syntax", "this is not YAML: " + std::string(message), {}};
}

}  // namespace brochure::yaml
