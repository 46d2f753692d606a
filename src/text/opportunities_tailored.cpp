#include <algorithm>
#include <cctype>
#include <string_view>

#include "text/addresses.hpp"
#include "text/opportunities.hpp"

namespace brochure::text {

namespace {

constexpr int letters_before = 4, letters_after = 3;

bool is_letter(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool continues(unsigned char c) {
    return (c & 0xC0U) == 0x80U;
}

/// Length of the hyphen, slash or dash that ends at `end`, 0 if none.
std::size_t hyphen_before(std::string_view text, std::size_t end) {
    if (end >= 1 && (text[end - 1] == '-' || text[end - 1] == '/')) return 1;
    return end >= 3 && text.substr(end - 3, 3) == "\u2010" ? 3 : 0;
}

bool dash_at(std::string_view text, std::size_t at) {
    const std::string_view here = text.substr(at, 3);
    return here == "\u2013" || here == "\u2014";
}

bool space_before(std::string_view text, std::size_t at) {
    return at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\t');
}

/// Letters and digits of the word before `end`, counted up to `enough`; hyphens and apostrophes do not end a word.
int letters_of_word_before(std::string_view text, std::size_t end, int enough) {
    int letters = 0;
    while (end > 0 && letters < enough && !space_before(text, end)) {
        --end;
        const auto c = static_cast<unsigned char>(text[end]);
        if (continues(c)) continue;
        if (c == 0xE2 || c == 0xC2) {  // U+2000 and on, U+00A0 and on: marks and spaces
            if (text.substr(end, 2) == "\u00a0" || text.substr(end, 3) == "\u202f") break;
            continue;
        }
        letters += is_letter(c) ? 1 : 0;
    }
    return letters;
}

/// The same of the part of a compound that ends at `end`: "de" of "Notre-Dame-de".
int letters_of_part_before(std::string_view text, std::size_t end, int enough) {
    std::size_t begin = end;
    while (begin > 0 && hyphen_before(text, begin) == 0) --begin;
    return letters_of_word_before(text.substr(begin), end - begin, enough);
}

/// Letters and digits of what is left of the word from `begin` on; hyphens and apostrophes do not end it.
int letters_of_word_after(std::string_view text, std::size_t begin, int enough) {
    int letters = 0;
    for (; begin < text.size() && letters < enough && text[begin] != ' ' && text[begin] != '\n'; ++begin) {
        const auto c = static_cast<unsigned char>(text[begin]);
        letters += is_letter(c) && !continues(c) && c != 0xE2 && c != 0xC2 ? 1 : 0;
    }
    return letters;
}

/// Whether an article or preposition that lost its vowel begins there, "l'" or "d'" or "qu'": it belongs to what is
/// before it too.
bool elided_at(std::string_view text, std::size_t at) {
    for (std::size_t i = at; i < std::min(text.size(), at + 3); ++i)
        if (text[i] == '\'' || text.substr(i, 3) == "\u2019") return i > at;
    return false;
}

int letters_after_in_word(std::string_view text, std::size_t begin, int enough) {
    int letters = 0;
    for (; begin < text.size() && letters < enough; ++begin) {
        const auto c = static_cast<unsigned char>(text[begin]);
        if (continues(c)) continue;
        if (!is_letter(c) || c == 0xE2 || c == 0xC2) break;
        ++letters;
    }
    return letters;
}

/// Whether a soft hyphen ends at `at` with no letter before it: one typed before a word marks it as not to be divided.
bool marks_whole_word(std::string_view text, std::size_t at) {
    if (at < 2 || text.substr(at - 2, 2) != "\u00ad") return false;
    if (at == 2) return true;
    const auto before = static_cast<unsigned char>(text[at - 3]);
    const bool no_break_space = at >= 4 && text.substr(at - 4, 2) == "\u00a0";
    const bool open_quote =
        at >= 5 && text[at - 5] == '\xE2' && text[at - 4] == '\x80' && before >= 0x98 && before <= 0x9E;
    return (before < 0x80 && !is_letter(before)) || no_break_space || open_quote;
}

bool digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Between days, hours or pages of two figures at most, "17–19", "17.–19.": no eye finds the end of so short a range.
bool inside_short_range(std::string_view text, std::size_t at) {
    if (at < 4 || text.substr(at - 3, 3) != "\u2013" || !digit_at(text, at)) return false;
    std::size_t before = at - 3;
    if (text[before - 1] == '.') --before;
    const bool short_before = before > 0 && digit_at(text, before - 1) && (before < 3 || !digit_at(text, before - 3));
    return short_before && !(digit_at(text, at + 1) && digit_at(text, at + 2));
}

/// Within "4月1日" or "9時30分": a number and what it counts stay together, and so do a month and its day.
bool inside_date(std::string_view text, std::size_t at) {
    constexpr std::string_view units = "年月日時时分号號", followed = "月時时";
    const auto among = [](std::string_view all, std::string_view one) { return all.find(one) != all.npos; };
    // 水曜日, 翌日
    if (text.substr(at, 3) == "曜" || (at >= 3 && among("曜翌", text.substr(at - 3, 3)))) return true;
    if (digit_at(text, at - 1)) return at + 3 <= text.size() && among(units, text.substr(at, 3));
    return digit_at(text, at) && at >= 4 && among(followed, text.substr(at - 3, 3)) && digit_at(text, at - 4);
}

/// Within a reading in brackets, 花子（はなこ）, no longer than a name.
bool inside_reading(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 36;  // bytes: twelve kana
    const auto kana_at = [&](std::size_t i) {
        return i + 3 <= text.size() && text.substr(i, 3) >= "\u3041" && text.substr(i, 3) <= "\u30FF";
    };
    std::size_t begin = at, end = at;
    while (begin >= 3 && kana_at(begin - 3) && at - begin <= longest) begin -= 3;
    while (kana_at(end) && end - at <= longest) end += 3;
    return end - begin <= longest && begin >= 3 && text.substr(begin - 3, 3) == "（" && text.substr(end, 3) == "）";
}

/// Within a Korean word, its ending and the figure or bracket before it included: they are written with spaces between
/// them, and where lines need not be filled none is parted.
bool inside_korean_word(std::string_view text, std::size_t at) {
    const auto hangul_at = [&](std::size_t i) {
        return i + 3 <= text.size() && text.substr(i, 3) >= "\uAC00" && text.substr(i, 3) <= "\uD7A3";
    };
    const bool hangul_before = at >= 3 && hangul_at(at - 3);
    const auto is_word = [&](std::size_t i) { return std::isalnum(static_cast<unsigned char>(text[i])) != 0; };
    if (hangul_at(at))
        return hangul_before || is_word(at - 1) || std::string_view{")]%"}.find(text[at - 1]) != text.npos;
    return hangul_before && is_word(at);
}

/// Whether good setting forbids a line end that UAX #14 allows.
bool unwanted(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return false;
    if (marks_whole_word(text, at) || inside_short_range(text, at) || inside_date(text, at) ||
        inside_reading(text, at) || inside_korean_word(text, at))
        return true;
    if (dash_at(text, at)) return !space_before(text, at);  // a dash stays with what it follows
    const std::size_t hyphen = hyphen_before(text, at);
    if (hyphen == 0) return false;
    if (text[at - 1] == '/')  // km/h, and/or
        return letters_of_word_before(text, at - hyphen, letters_before) < letters_before ||
               letters_after_in_word(text, at, letters_after) < letters_after;
    return letters_of_part_before(text, at - hyphen, letters_before) < letters_before || elided_at(text, at) ||
           letters_of_word_after(text, at, letters_after) < letters_after;
}

/// Where nothing else parts so long a stretch of a URL, a line may end before its hyphens.
constexpr std::size_t longest_whole = 24;

/// Adds the places before the hyphens of a long stretch: a hyphen that ends a line looks as if it were not the URL's.
void add_hyphens(std::string_view text, std::size_t begin, std::size_t end, std::vector<Opportunity>& out) {
    if (end - begin <= longest_whole) return;
    for (std::size_t i = begin + 2; i + 3 <= end; ++i)
        if ((text[i] == '-' || text[i] == '_') && text[i - 1] != text[i])
            out.push_back({static_cast<std::uint32_t>(i), false});
}

/// Adds the places inside a URL: after its own marks, past the scheme and "www.", three characters from its end.
void add_url_places(std::string_view text, const Address& url, std::vector<Opportunity>& out) {
    const std::string_view word = text.substr(url.begin, url.end - url.begin);
    std::size_t start = 0;
    if (const std::size_t scheme = word.find("://"); scheme != word.npos) start = scheme + 3;
    if (word.substr(start).starts_with("www.")) start += 4;
    std::size_t stretch = start;
    for (std::size_t i = start + 2; i + 3 <= word.size(); ++i) {
        const bool mark = std::string_view{"/.?&=#"}.find(word[i - 1]) != std::string_view::npos;
        const bool doubled = word[i - 1] == word[i];  // "//" stays together
        if (!mark || doubled) continue;
        add_hyphens(text, url.begin + stretch, url.begin + i, out);
        out.push_back({static_cast<std::uint32_t>(url.begin + i), false});
        stretch = i;
    }
    add_hyphens(text, url.begin + stretch, url.end, out);
}

}  // namespace

void tailor_opportunities(std::string_view text, std::vector<Opportunity>& places) {
    // Every exception hangs on one of these characters; most paragraphs of words and commas have none.
    constexpr auto is_sign = [](char c) {
        return c == '-' || c == '/' || c == '@' || c == ':' || c == '.' || (c >= '0' && c <= '9') || c == '\xC2' ||
               c == '\xE2' || c == '\xE3' || c == '\xE6' || c == '\xE7' || (c >= '\xEA' && c <= '\xED');
    };
    if (std::none_of(text.begin(), text.end(), is_sign)) return;
    thread_local std::vector<Address> addresses;
    find_addresses(text, addresses);
    std::erase_if(places, [&](const Opportunity& place) { return !place.mandatory && unwanted(text, place.offset); });
    if (addresses.empty()) return;
    const auto inside = [&](const Opportunity& place) {
        return !place.mandatory && std::any_of(addresses.begin(), addresses.end(), [&](const Address& address) {
            return address.begin < place.offset && place.offset < address.end;
        });
    };
    std::erase_if(places, inside);
    for (const Address& address : addresses)
        if (address.kind == Address::Kind::url) add_url_places(text, address, places);
    std::sort(places.begin(), places.end(),
              [](const Opportunity& a, const Opportunity& b) { return a.offset < b.offset; });
}

}  // namespace brochure::text
