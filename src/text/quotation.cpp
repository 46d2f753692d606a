#include "text/quotation.hpp"

#include <algorithm>

namespace brochure::text {

namespace {

constexpr std::size_t deepest = 16;  // quotations within quotations

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// Of any script: more than ASCII is taken for one, but for the marks of General Punctuation.
bool is_letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xB0) return false;
    return is_ascii_letter(text[at]) || lead >= 0xC3;
}

Quotations::Level level_of(bool single, bool inner, const Conventions& conventions) {
    const Quotes& quotes = conventions.quotes;
    return {single, inner, inner ? quotes.inner_close : quotes.close, inner ? std::string_view{} : conventions.inside};
}

}  // namespace

const Quotations::Level* Quotations::innermost(bool single) const {
    const auto level =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Level& each) { return each.single == single; });
    return level == open_.rend() ? nullptr : &*level;
}

bool Quotations::closes_outer(bool single) const {
    const Level* level = innermost(single);
    return level != nullptr && !level->inner;
}

const Quotations::Level& Quotations::open(bool single, const Conventions& conventions) {
    const bool inner = open_.empty() ? single : !open_.back().inner;
    last_ = level_of(single, inner, conventions);
    if (open_.size() < deepest) open_.push_back(last_);
    return last_;
}

Quotations::Level Quotations::close(bool single, const Conventions& conventions) {
    while (!open_.empty()) {
        const Level level = open_.back();
        open_.pop_back();
        if (level.single == single) return level;
    }
    return level_of(single, single, conventions);
}

void Quotations::note_typed(std::string_view mark, const Conventions& conventions) {
    const Level* level = innermost(false);
    if (level != nullptr && mark == (level->inner ? conventions.quotes.close : level->mark)) {
        close(false, conventions);
    } else if (mark == conventions.quotes.open && open_.size() < deepest) {
        open_.push_back(level_of(false, false, conventions));
    }
}

bool is_elision(std::string_view text, std::size_t at, bool english) {
    const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
    if (digit(at + 1) && digit(at + 2) && !digit(at + 3))
        return at + 3 >= text.size() || text[at + 3] == 's' || !is_letter_at(text, at + 3);
    const auto after = text.substr(std::min(text.size(), at + 1));
    // Dutch names in any language: 's-Hertogenbosch, 't Zand.
    if (after.starts_with("s-") || after.starts_with("t ")) return true;
    if (!english) return false;
    for (const std::string_view word : {"tis", "twas", "twere", "em", "til", "cause", "n"})
        if (after.starts_with(word) && !is_letter_at(text, at + 1 + word.size()) && !digit(at + 1 + word.size()))
            return true;
    return false;
}

bool is_apostrophe(std::string_view text, std::size_t at) {
    return text[at] == '\'' && at > 0 && is_ascii_letter(text[at - 1]) && at + 1 < text.size() &&
           is_ascii_letter(text[at + 1]);
}

bool is_paired(std::string_view text, std::size_t at) {
    for (std::size_t next = at + 1; (next = text.find(text[at], next)) != std::string_view::npos; ++next)
        if (!is_apostrophe(text, next)) return true;
    return false;
}

}  // namespace brochure::text
