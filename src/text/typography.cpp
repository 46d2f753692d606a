#include "text/typography.hpp"

#include <algorithm>
#include <cstdint>

#include "text/addresses.hpp"
#include "text/no_break.hpp"
#include "text/quotation.hpp"
#include "text/utf8.hpp"

namespace brochure::text {

namespace {

constexpr std::uint32_t nbsp = 0x00A0, nnbsp = 0x202F, ellipsis = 0x2026, en_dash = 0x2013, em_dash = 0x2014;
constexpr std::string_view nbsp_text = "\u00a0", nnbsp_text = "\u202f";

bool is_digit(std::uint32_t c) {
    return c >= '0' && c <= '9';
}
bool is_space(std::uint32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == nbsp || c == nnbsp;
}
bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
bool is_open_quote(std::uint32_t c) {
    return c == 0x201C || c == 0x2018 || c == 0x201E || c == 0x201A || c == 0xAB || c == 0x2039;
}
bool is_dash(std::uint32_t c) {
    return c == '-' || c == en_dash || c == em_dash;
}
/// What a word can begin after: nothing, a space, an opening mark, a dash.
bool begins_word(std::uint32_t c) {
    return c == 0 || is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' || c == 0xBF || c == 0xA1 ||
           is_dash(c) || is_open_quote(c);
}
bool is_ascii_letter(std::uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_letter(std::uint32_t c) {
    return is_ascii_letter(c) || (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c >= 0x2C00));
}
bool is_word(std::uint32_t c) {
    return is_letter(c) || is_digit(c);
}
bool ends_clause(std::uint32_t c) {
    return c == 0 || is_space(c) || c == ')' || c == ']' || c == '"' || c == '\'' || c == 0xBB || c == 0x201D ||
           c == 0x2019 || c == '!' || c == '?' || c == ';' || c == ':' || c == '.' || c == ',' || c == ellipsis;
}

/// What may follow a closing mark that a space parts from its word.
bool ends_quotation(std::uint32_t c) {
    return ends_clause(c) && c != '"' && c != '\'';
}

class Typesetter {
public:
    Typesetter(std::string_view text, std::span<const Tongue> tongues, OffsetMap& map)
        : text_{text}, tongues_{tongues}, map_{map} {}

    std::string run() {
        map_.clear();
        output_.reserve(text_.size() + text_.size() / 16 + 8);
        find_addresses(text_, addresses_);
        for (const Tongue& tongue : tongues_) {
            conventions_ = conventions_of(tongue.lang);
            const std::size_t end = &tongue == &tongues_.back() ? text_.size() : std::min(tongue.end, text_.size());
            while (at_ < end) step(end);
        }
        return std::move(output_);
    }

private:
    /// Sets what stands at `at_`; `end`: of the stretch in one language.
    void step(std::size_t end) {
        const char c = text_[at_];
        while (address_ < addresses_.size() && at_ >= addresses_[address_].end) ++address_;
        const bool inside_address = address_ < addresses_.size() && at_ >= addresses_[address_].begin;
        if (inside_address && !conventions_.none) return keep_to(addresses_[address_].end);
        if (is_blank(c)) return set_space();
        if (conventions_.none) {
            const bool mark = (c == '"' || c == '\'') && !inside_address;
            return mark ? set_between_characters(c == '\'') : keep();
        }
        switch (c) {
            case '"':
                return set_double();
            case '\'':
                return set_single();
            case '.':
                return set_dots();
            case '-':
                return set_hyphen();
            case ';':
            case '!':
            case '?':
            case ':':
                return set_mark();
            default:
                break;
        }
        if ((c & 0x80) != 0) return keep_wide();
        keep_plain(address_ < addresses_.size() ? std::min(end, addresses_[address_].begin) : end);
    }

    // Characters as they are.

    void keep_to(std::size_t end) {
        if (end <= at_) return;
        output_.append(text_.substr(at_, end - at_));
        std::uint32_t last = static_cast<std::uint32_t>(at_);
        while (last < end) before_ = next_code(text_, last);
        at_ = end;
    }
    void keep() {
        before_ = static_cast<unsigned char>(text_[at_]);
        output_.push_back(text_[at_++]);
    }
    /// One character, and those after it that no rule asks for.
    void keep_plain(std::size_t end) {
        std::size_t to = at_ + 1;
        while (to < end && (is_ascii_letter(static_cast<unsigned char>(text_[to])) || text_[to] == ',')) ++to;
        output_.append(text_, at_, to - at_);
        before_ = static_cast<unsigned char>(text_[to - 1]);
        at_ = to;
    }
    void keep_wide() {
        auto next = static_cast<std::uint32_t>(at_);
        const std::uint32_t code = next_code(text_, next);
        quotations_.note_typed(text_.substr(at_, next - at_), conventions_);
        const bool guillemet_close = conventions_.french && code == 0xBB;
        if (guillemet_close && before_ != 0 && !is_space(before_)) insert(conventions_.inside);
        output_.append(text_.substr(at_, next - at_));
        at_ = next;
        before_ = code;
        if (conventions_.french && code == 0xAB && at_ < text_.size() && !is_space(peek(at_)))
            insert(conventions_.inside);
    }

    // Changes.

    void replace(std::size_t removed, std::string_view written) {
        map_.edit(at_, removed, output_.size(), written.size());
        output_.append(written);
        at_ += removed;
        std::uint32_t last = 0;
        while (last < written.size()) before_ = next_code(written, last);
    }
    void insert(std::string_view written) { replace(0, written); }

    std::uint32_t peek(std::size_t at) const {
        auto i = static_cast<std::uint32_t>(at);
        return at < text_.size() ? next_code(text_, i) : 0;
    }
    std::size_t run_of(char c, std::size_t at) const {
        std::size_t n = 0;
        while (at + n < text_.size() && text_[at + n] == c) ++n;
        return n;
    }

    // Spaces.

    void set_space() {
        std::size_t end = at_;
        while (end < text_.size() && is_blank(text_[end])) ++end;
        const std::size_t length = end - at_;
        if (!conventions_.none && before_ != 0 && before_ != '\n')
            if (const std::size_t hyphens = spaced_hyphens(end); hyphens > 0) return set_spaced_dash(end, hyphens);
        const std::string_view wanted = conventions_.none ? " " : space_for(end);
        if (length == 1 && text_[at_] == ' ' && wanted == " ") return keep();
        replace(length, wanted);
    }

    std::string_view space_for(std::size_t end) const {
        const std::uint32_t after = peek(end);
        if (conventions_.french) {
            if (before_ == 0xAB || after == 0xBB) return conventions_.inside;
            if ((after == '"' || after == '\'') && quotations_.closes_outer(after == '\'') &&
                ends_quotation(peek(end + 1)))
                return conventions_.inside;
            if (after == ':' && ends_clause(peek(end + 1))) return nbsp_text;
            const bool high_mark = after == ';' || after == '!' || after == '?';
            if (conventions_.french_marks && high_mark && ends_clause(peek(end + 1))) return nnbsp_text;
            if (separates_thousands(text_, at_, end)) return nnbsp_text;
        }
        const bool dash = (after == en_dash || after == em_dash) && end + 3 < text_.size() && is_blank(text_[end + 3]);
        if (dash && before_ != 0 && before_ != '\n') return nbsp_text;
        return binds(text_, at_, end) ? nbsp_text : " ";
    }

    /// The number of hyphens at `at`, one to three, that a space follows and that stand for a dash; else 0.
    std::size_t spaced_hyphens(std::size_t at) const {
        const std::size_t hyphens = run_of('-', at);
        if (hyphens == 0 || hyphens > 3 || at + hyphens >= text_.size() || !is_blank(text_[at + hyphens])) return 0;
        std::size_t next = at + hyphens;
        while (next < text_.size() && is_blank(text_[next])) ++next;
        if (next == text_.size() || text_[next] == '\n') return 0;
        // "10 - 12" may be a range or a subtraction: only its author knows.
        const bool unclear = hyphens == 1 && is_digit(before_) && is_digit(peek(next));
        return unclear ? 0 : hyphens;
    }

    void set_spaced_dash(std::size_t at, std::size_t hyphens) {
        std::size_t end = at + hyphens;
        if (!conventions_.closed_dash) return replace(end - at_, "\u00a0–");
        while (end < text_.size() && is_blank(text_[end])) ++end;
        replace(end - at_, "—");
    }

    // Hyphens, dashes, minus.

    void set_hyphen() {
        const std::size_t hyphens = run_of('-', at_);
        const std::uint32_t after = peek(at_ + hyphens);
        if (hyphens == 1 && is_digit(after) &&
            (before_ == 0 || is_space(before_) || before_ == '(' || before_ == '[' || is_open_quote(before_)))
            return replace(1, "−");
        if (hyphens == 1 && is_range()) return replace(1, "–");
        if ((hyphens == 2 || hyphens == 3) && is_digit(before_) && is_digit(after)) return replace(hyphens, "–");
        if ((hyphens == 2 || hyphens == 3) && is_letter(before_) && is_letter(after))
            return replace(hyphens, conventions_.closed_dash ? "—" : "–");
        keep_to(at_ + hyphens);
    }

    /// 1984-1990, or pp. 7-12.
    bool is_range() const {
        const std::size_t first = digits_before(at_), second = digits_at(at_ + 1);
        if (first == 0 || second == 0 || output_.size() < first) return false;
        const std::size_t begin = at_ - first, end = at_ + 1 + second;
        // What stands before is looked up as it is set, after it as it is typed: there only marks count that stay.
        const std::string_view head = std::string_view{output_}.substr(0, output_.size() - first);
        const std::uint32_t outer = head.empty() ? 0 : last_code(head), beyond = peek(end);
        const bool starts = outer == 0 || is_space(outer) || outer == '(' || outer == '[' || is_open_quote(outer);
        const bool decimals = (beyond == '.' || beyond == ',') && is_digit(peek(end + 1));
        if (!starts || is_letter(beyond) || is_dash(beyond) || beyond == '/' || beyond == '_' || decimals) return false;
        if (first == 4 && second == 4)
            return is_year(begin) && is_year(at_ + 1) && text_.substr(begin, 4) < text_.substr(at_ + 1, 4);
        const std::string_view before_space =
            head.substr(0, head.size() - std::min(head.size(), outer == ' ' ? std::size_t{1} : std::size_t{2}));
        if (outer != ' ' && outer != nbsp) return false;
        return before_space.ends_with("pp.") || before_space.ends_with(" p.") || before_space == "p.";
    }
    static std::uint32_t last_code(std::string_view text) {
        auto at = static_cast<std::uint32_t>(text.size() - 1);
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
        return next_code(text, at);
    }
    bool is_year(std::size_t at) const { return text_[at] == '1' || text_[at] == '2'; }
    std::size_t digits_before(std::size_t end) const {
        std::size_t n = 0;
        while (n < end && is_digit(static_cast<unsigned char>(text_[end - n - 1]))) ++n;
        return n;
    }
    std::size_t digits_at(std::size_t at) const {
        std::size_t n = 0;
        while (at + n < text_.size() && is_digit(static_cast<unsigned char>(text_[at + n]))) ++n;
        return n;
    }

    // Points and French marks.

    void set_dots() {
        const std::size_t dots = run_of('.', at_);
        if (dots == 3 || dots == 4) return replace(3, "…");  // a fourth ends the sentence
        keep_to(at_ + dots);
    }

    void set_mark() {
        const std::uint32_t mark = peek(at_), after = peek(at_ + 1);
        const bool glued = before_ == 0 || is_space(before_) || before_ == '(' || before_ == '[' ||
                           is_open_quote(before_) || before_ == ';' || before_ == '!' || before_ == '?' ||
                           before_ == ':' || before_ == 0xBF || before_ == 0xA1;
        const bool wants = mark == ':' ? conventions_.french : conventions_.french_marks;
        if (wants && !glued && ends_clause(after)) insert(mark == ':' ? nbsp_text : nnbsp_text);
        keep();
    }

    // Quotation marks.

    void set_double() {
        if (is_digit(before_) && !quotations_.is_open(false)) return replace(1, "″");
        const std::uint32_t after = peek(at_ + 1);
        const bool blank_after = ends_quotation(after);
        const bool starts = begins_word(before_);
        if (starts && !(blank_after && quotations_.is_open(false))) return set_opening(false);
        const bool in_between = !quotations_.is_open(false) && !is_word(before_) && is_word(after);
        in_between ? set_opening(false) : set_closing(false);
    }

    void set_single() {
        const std::uint32_t after = peek(at_ + 1);
        const bool blank_after = ends_quotation(after);
        if (begins_word(before_)) {
            if (blank_after) return quotations_.is_open(true) ? set_closing(true) : replace(1, "’");
            return is_elision(text_, at_, conventions_.english) ? replace(1, "’") : set_opening(true);
        }
        if (is_word(before_) && is_letter(after)) return replace(1, "’");
        if (quotations_.is_open(true)) return set_closing(true);
        const bool measures = is_digit(before_) && digits_before(at_) <= 3;
        replace(1, measures ? "′" : "’");
    }

    /// Where no spaces show which way a mark faces: an opening one where none is open, if another follows.
    void set_between_characters(bool single) {
        if (is_apostrophe(text_, at_)) return replace(1, "’");
        if (quotations_.is_open(single)) return set_closing(single);
        is_paired(text_, at_) ? set_opening(single) : keep();
    }

    /// " is set as the outer mark and ' as the inner one; inside a quotation the other one's turn comes.
    void set_opening(bool single) {
        const bool inner = quotations_.open(single, conventions_).inner;
        replace(1, inner ? conventions_.quotes.inner_open : conventions_.quotes.open);
        const bool spaced = !inner && !conventions_.inside.empty();
        if (spaced && at_ < text_.size() && !is_space(peek(at_))) insert(conventions_.inside);
    }
    void set_closing(bool single) {
        const auto level = quotations_.close(single, conventions_);
        if (!level.inside.empty() && before_ != 0 && !is_space(before_)) insert(level.inside);
        replace(1, level.mark);
    }

    std::string_view text_;
    std::span<const Tongue> tongues_;
    Conventions conventions_;
    OffsetMap& map_;
    Quotations quotations_;
    std::string output_;
    std::vector<Address> addresses_;
    std::size_t at_ = 0, address_ = 0;
    std::uint32_t before_ = 0;  // the character set last
};

}  // namespace

std::string typeset(std::string_view text, std::span<const Tongue> tongues, OffsetMap& map) {
    return Typesetter{text, tongues, map}.run();
}

std::string typeset(std::string_view text, std::string_view lang, OffsetMap& map) {
    const Tongue whole{text.size(), lang};
    return typeset(text, {&whole, 1}, map);
}

std::string typeset(std::string_view text, std::string_view lang) {
    OffsetMap map;
    return typeset(text, lang, map);
}

}  // namespace brochure::text
