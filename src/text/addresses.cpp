#include "text/addresses.hpp"

#include <algorithm>
#include <array>

namespace brochure::text {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
    return is_lower(c) || (c >= 'A' && c <= 'Z');
}
bool is_alnum(char c) {
    return is_digit(c) || is_letter(c);
}

/// Whether a space or dash may begin with this byte; most bytes are told by it alone.
bool may_begin_gap(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\xC2' || c == '\xE2' || c == '\xE3';
}

/// Length of the white space that begins at `at`, 0 if none.
std::size_t space_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (!may_begin_gap(c)) return 0;
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    const std::string_view rest = text.substr(at, 3);
    if (rest.starts_with("\u00a0")) return 2;
    if (rest == "\u202f" || rest == "\u2009" || rest == "\u3000" || rest == "\u2028" || rest == "\u2029") return 3;
    return 0;
}

/// The same, or of a dash, which parts words too.
std::size_t gap_at(std::string_view text, std::size_t at) {
    if (!may_begin_gap(text[at])) return 0;
    const std::string_view here = text.substr(at, 3);
    return here == "–" || here == "—" ? 3 : space_at(text, at);
}

/// The length of a space, or of a run of blanks, which may come to be one space.
std::size_t spaces_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    return end > at ? end - at : text[at] == '\n' ? 0 : space_at(text, at);
}

// What may stand around an address without belonging to it.
constexpr auto openers = std::to_array<std::string_view>(
    {"(", "[", "{", "<", "\"", "'", "“", "‘", "„", "‚", "”", "’", "«", "‹", "»", "›", "¿", "¡"});
constexpr auto closers =
    std::to_array<std::string_view>({".", ",", ";", ":", "!", "?", ")", "]", "}", ">", "\"", "'", "“",
                                     "‘", "”", "’", "«", "‹", "»", "›", "„", "‚", "…", "″",  "′"});

struct Piece {
    std::size_t begin, end;
};

Piece trimmed(std::string_view text, Piece piece) {
    for (bool again = true; again && piece.begin < piece.end;) {
        again = false;
        const std::string_view word = text.substr(piece.begin, piece.end - piece.begin);
        for (const std::string_view mark : openers)
            if (word.starts_with(mark)) {
                piece.begin += mark.size();
                again = true;
                break;
            }
    }
    for (bool again = true; again && piece.begin < piece.end;) {
        again = false;
        const std::string_view word = text.substr(piece.begin, piece.end - piece.begin);
        for (const std::string_view mark : closers) {
            // A bracket opened inside belongs to the address: https://en.wikipedia.org/wiki/Norman_(Oklahoma)
            if (!word.ends_with(mark) || (mark == ")" && word.find('(') != word.npos)) continue;
            if (mark == "'" && word.find('\'') + 1 < word.size()) continue;  // a pair of them belongs to it
            piece.end -= mark.size();
            again = true;
            break;
        }
    }
    return piece;
}

constexpr std::array<std::string_view, 58> top_domains = {
    "com", "org", "net", "edu", "gov", "int", "mil", "info", "museum", "eu", "us", "uk", "fr", "de", "it",
    "es",  "mx",  "jp",  "cn",  "kr",  "nl",  "be",  "ch",   "at",     "pt", "pl", "se", "no", "dk", "fi",
    "cz",  "hu",  "ie",  "ca",  "au",  "nz",  "br",  "ar",   "cl",     "co", "in", "ru", "ua", "gr", "tr",
    "il",  "th",  "vn",  "tw",  "hk",  "sg",  "za",  "lu",   "ro",     "bg", "hr", "si", "sk"};

/// Whether `host` is a name such as city.example.org: labels of letters, digits and hyphens, the last a known top
/// domain.
bool is_host(std::string_view host) {
    const std::size_t dot = host.rfind('.');
    if (dot == host.npos || dot < 2) return false;
    const std::string_view top = host.substr(dot + 1);
    if (std::find(top_domains.begin(), top_domains.end(), top) == top_domains.end()) return false;
    char before = '.';
    for (const char c : host) {
        if (!is_alnum(c) && c != '-' && c != '.') return false;
        if (c == '.' && before == '.') return false;
        before = c;
    }
    return true;
}

bool is_email(std::string_view word) {
    const std::size_t at = word.find('@');
    if (at == word.npos || at == 0 || word.find('@', at + 1) != word.npos || word.find("..") != word.npos) return false;
    const std::string_view domain = word.substr(at + 1);
    const std::size_t dot = domain.rfind('.');
    if (dot == domain.npos || dot == 0 || domain.size() - dot < 3) return false;
    const auto in_name = [](char c) {
        return is_alnum(c) || std::string_view{"._%+-'"}.find(c) != std::string_view::npos;
    };
    const auto in_domain = [](char c) { return is_alnum(c) || c == '-' || c == '.' || (c & 0x80) != 0; };
    return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(at), in_name) &&
           std::all_of(domain.begin(), domain.end(), in_domain);
}

bool has_scheme(std::string_view word) {
    const std::size_t colon = word.find("://");
    if (colon == word.npos || colon == 0 || colon + 3 >= word.size()) return false;
    return is_letter(word[0]) && std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(colon),
                                             [](char c) { return is_alnum(c) || c == '+' || c == '-'; });
}

bool is_url(std::string_view word) {
    if (has_scheme(word)) return true;
    if (word.size() > 5 && (word.starts_with("www.") || word.starts_with("WWW.")))
        return word.find('.', 5) != word.npos;
    return is_host(word.substr(0, std::min(word.find_first_of("/?#:"), word.size())));
}

/// Whether an address written as a word can have its sign here: @, or a dot or colon with more after it.
bool is_address_sign(std::string_view text, std::size_t at) {
    const char c = text[at];
    return c == '@' ||
           ((c == '.' || c == ':') && at + 1 < text.size() && (is_alnum(text[at + 1]) || text[at + 1] == '/'));
}

bool has_address_sign(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (is_address_sign(text, at)) return true;
    return false;
}

void find_words(std::string_view text, std::vector<Address>& out) {
    if (!has_address_sign(text)) return;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t space = gap_at(text, at)) {
            at += space;
            continue;
        }
        Piece piece{at, at};
        bool wanted = false;
        while (piece.end < text.size() && !gap_at(text, piece.end)) { wanted |= is_address_sign(text, piece.end++); }
        at = piece.end;
        if (!wanted) continue;
        piece = trimmed(text, piece);
        std::string_view word = text.substr(piece.begin, piece.end - piece.begin);
        if (word.starts_with("mailto:")) word.remove_prefix(7);
        if (is_email(word))
            out.push_back({Address::Kind::email, piece.begin, piece.end});
        else if (is_url(word))
            out.push_back({Address::Kind::url, piece.begin, piece.end});
    }
}

/// Groups of digits with what telephone numbers have between them.
struct Number {
    std::size_t begin = 0, end = 0;
    int digits = 0, groups = 0, group = 0;
    int opened_at = -1;  // groups before a bracket was opened
    bool plus = false, bracket = false, spaces = false, hyphens = false;
    bool three_four = true;  // groups of three digits, the last of four: 405-366-5402, 366-5402
    bool zero = false;       // starts with 0

    bool is_phone() const {
        if (digits < 7 || digits > 15) return false;
        if (plus || (bracket && (groups >= 3 || (zero && groups == 2)))) return true;
        if (groups < 2) return false;
        if (zero && groups >= 3 && digits >= 9) return true;
        if (!spaces && groups >= 3 && digits >= 10) return true;
        return !spaces && hyphens && three_four && group == 4;
    }
};

/// Reads the number at `at`, which is a digit, '+' or '('.
Number read_number(std::string_view text, std::size_t at) {
    Number number;
    number.begin = number.end = at;
    const auto next_is_digit = [&](std::size_t i) {
        return i < text.size() &&
               (is_digit(text[i]) || (text[i] == '(' && i + 1 < text.size() && is_digit(text[i + 1])));
    };
    if (text[at] == '+') {
        number.plus = true;
        ++at;
    }
    while (at < text.size()) {
        const char c = text[at];
        if (is_digit(c)) {
            if (number.digits == 0) number.zero = c == '0';
            number.group = 0;
            ++number.groups;
            while (at < text.size() && is_digit(text[at])) {
                ++number.group;
                ++number.digits;
                ++at;
            }
            number.end = at;
            if (at < text.size() && is_digit(text[at])) continue;
            // Every group but the last has three digits, or is the 1 that begins a call within America.
            const bool more = at + 1 < text.size() && !is_letter(text[at]) && next_is_digit(at + 1);
            if (more && number.group != 3 && !(number.groups == 1 && number.group == 1)) number.three_four = false;
            continue;
        }
        if (c == '(' && next_is_digit(at + 1)) {
            number.opened_at = number.groups;
            ++at;
            continue;
        }
        if (c == ')' && number.opened_at >= 0) {
            number.bracket |= number.groups == number.opened_at + 1;
            number.end = ++at;
            if (at < text.size()) {
                const std::size_t space = spaces_at(text, at);
                const std::size_t gap = space ? space : text[at] == '-' ? 1 : 0;
                if (next_is_digit(at + gap))
                    at += gap;
                else
                    break;
            }
            continue;
        }
        const bool nb_hyphen = text.substr(at, 3) == "\u2011";
        const std::size_t space = spaces_at(text, at);
        const std::size_t gap = nb_hyphen ? 3 : space ? space : (c == '-' || c == '.' || c == '/') ? 1 : 0;
        if (gap == 0 || !next_is_digit(at + gap)) break;
        number.spaces |= space > 0;
        number.hyphens |= nb_hyphen || c == '-';
        at += gap;
    }
    return number;
}

void find_phones(std::string_view text, std::vector<Address>& out) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool starts = is_digit(c) || ((c == '+' || c == '(') && at + 1 < text.size() &&
                                            (is_digit(text[at + 1]) || text[at + 1] == '('));
        if (!starts) {
            ++at;
            continue;
        }
        const Number number = read_number(text, at);
        const std::size_t end = std::max(number.end, at + 1);
        const bool alone = (at == 0 || !(is_alnum(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',' ||
                                         text[at - 1] == '-' || text[at - 1] == '/')) &&
                           (end == text.size() || !is_alnum(text[end]));
        if (alone && number.is_phone()) out.push_back({Address::Kind::phone, at, number.end});
        at = end;
    }
}

}  // namespace

void find_addresses(std::string_view text, std::vector<Address>& out) {
    out.clear();
    find_words(text, out);
    if (std::none_of(text.begin(), text.end(), is_digit)) return;
    const std::size_t words = out.size();
    find_phones(text, out);
    // A number inside a URL belongs to it.
    const auto inside = [&](const Address& phone) {
        return std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(words),
                           [&](const Address& word) { return word.begin <= phone.begin && phone.end <= word.end; });
    };
    for (std::size_t i = out.size(); i-- > words;)
        if (inside(out[i])) out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    std::sort(out.begin(), out.end(), [](const Address& a, const Address& b) { return a.begin < b.begin; });
}

}  // namespace brochure::text
