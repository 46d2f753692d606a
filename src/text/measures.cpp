#include "text/measures.hpp"

namespace brochure::text {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_latin_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// The sign that begins at `at` where a number may begin, in bytes; 0 if there is none.
std::size_t sign_at(std::string_view text, std::size_t at) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' && text[at - 1] != '\n') return 0;
    for (const std::string_view sign : {"+", "-", "\u2212", "\u00B1"})
        if (text.substr(at).starts_with(sign)) return sign.size();
    return 0;
}

/// Past the digits, with single marks between them.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    for (;;) {
        while (at < text.size() && is_digit(text[at])) ++at;
        const bool mark = at + 1 < text.size() && (text[at] == ',' || text[at] == '.' || text[at] == ':');
        if (!mark || !is_digit(text[at + 1])) return at;
        ++at;
    }
}

/// Past signs that stand close behind a number, and numbers between them: "35.91°", "35°54′", "40%".
std::size_t end_of_signs(std::string_view text, std::size_t at) {
    for (std::size_t number = at;; number = end_of_number(text, at)) {
        std::size_t sign = 0;
        for (const std::string_view each : {"\u00B0", "\u2032", "\u2033", "%", "\u2030"})
            if (text.substr(number).starts_with(each)) sign = each.size();
        if (sign == 0) return at;
        at = number + sign;
    }
}

/// Past signs and a unit after a no-break space; `at` itself where none follows.
std::size_t end_of_unit(std::string_view text, std::size_t at) {
    constexpr std::string_view space = "\u00A0";
    if (const std::size_t signs = end_of_signs(text, at); signs > at) return signs;
    if (!text.substr(at).starts_with(space)) return at;
    std::size_t end = at + space.size();
    while (end < text.size() && is_latin_letter(text[end])) ++end;
    return end > at + space.size() ? end : at;
}

}  // namespace

std::vector<Isolated> measures_in(std::string_view text) {
    std::vector<Isolated> all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = sign_at(text, at), digits = at + sign;
        const bool begins =
            digits < text.size() && is_digit(text[digits]) && (sign > 0 || at == 0 || !is_digit(text[at - 1]));
        if (!begins) {
            ++at;
            continue;
        }
        const std::size_t number = end_of_number(text, digits), end = end_of_unit(text, number);
        if (sign > 0 || end > number) all.push_back({at, end});
        at = end;
    }
    return all;
}

}  // namespace brochure::text
