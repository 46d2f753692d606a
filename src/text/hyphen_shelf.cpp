#include "text/hyphen_shelf.hpp"

#include <algorithm>
#include <utility>

namespace brochure::text {

namespace {

constexpr std::size_t heads = 65536;  // pairs of letters

bool is_order(std::string_view line) {
    constexpr std::array<std::string_view, 5> orders = {"LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN",
                                                        "COMPOUNDRIGHTHYPHENMIN", "NOHYPHEN"};
    return std::any_of(orders.begin(), orders.end(), [&](std::string_view order) { return line.starts_with(order); });
}

std::size_t head_of(char first, char second) {
    return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8U | static_cast<unsigned char>(second);
}

}  // namespace

HyphenShelf::HyphenShelf(std::string text) : text_{std::move(text)} {
    std::string_view rest = text_;
    const auto next_line = [&] {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        return line;
    };
    charset_ = next_line();
    levels_.emplace_back();
    letters_.reserve(text_.size());
    while (!rest.empty()) {
        const std::string_view line = next_line();
        if (line.empty() || line[0] == '%' || line[0] == '#') continue;
        if (line == "NEXTLEVEL")
            levels_.emplace_back();
        else
            add_line(levels_.back(), line);
    }
    for (Level& level : levels_) sort_by_head(level, letters_);
}

void HyphenShelf::add_line(Level& level, std::string_view line) {
    const std::size_t begin = letters_.size();
    if (!is_order(line))
        for (const char c : line) {
            if (c == '/') break;  // the new spelling follows
            if (c < '0' || c > '9') letters_.push_back(c);
        }
    if (letters_.size() < begin + 2) {
        letters_.resize(begin);
        level.orders.append(line);
        level.orders.push_back('\n');
        return;
    }
    level.patterns.push_back({static_cast<std::uint32_t>(line.data() - text_.data()),
                              static_cast<std::uint32_t>(line.size()), static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(letters_.size() - begin)});
}

void HyphenShelf::sort_by_head(Level& level, std::string_view letters) {
    level.starts.assign(heads + 1, 0);
    const auto head = [&](const Pattern& pattern) {
        return head_of(letters[pattern.letters], letters[pattern.letters + 1]);
    };
    for (const Pattern& pattern : level.patterns) ++level.starts[head(pattern) + 1];
    for (std::size_t i = 1; i <= heads; ++i) level.starts[i] += level.starts[i - 1];
    std::vector<Pattern> sorted(level.patterns.size());
    std::vector<std::uint32_t> next = level.starts;
    for (const Pattern& pattern : level.patterns) sorted[next[head(pattern)]++] = pattern;
    level.patterns = std::move(sorted);
}

/// Adds the patterns that `word` has from `begin` on (after a dot, if `dot`). libhyphen's automaton also stands still
/// in the beginnings of longer patterns, where it passes over shorter ones that end there: so the one that agrees
/// longest with the word is added too.
void HyphenShelf::match(const Level& level, std::string_view word, std::size_t begin, bool dot,
                        std::vector<std::uint32_t>& chosen) const {
    const char first = dot ? '.' : word[begin];
    const std::size_t after = dot ? begin : begin + 1;
    std::size_t longest = 0;
    std::uint32_t nearest = 0;
    const auto look = [&](char second) {
        const std::size_t head = head_of(first, second);
        for (std::uint32_t i = level.starts[head]; i < level.starts[head + 1]; ++i) {
            const Pattern& pattern = level.patterns[i];
            const std::string_view letters = std::string_view{letters_}.substr(pattern.letters + 1, pattern.length - 1);
            std::size_t same = 0;
            while (same < letters.size() && after + same < word.size() && letters[same] == word[after + same]) ++same;
            // A dot stands for the end of a word, and the members of a compound are words to the second level.
            const bool ends = same + 1 == letters.size() && letters[same] == '.';
            if (ends || same == letters.size())
                chosen.push_back(i);
            else if (same > longest)
                longest = same, nearest = i;
        }
    };
    if (after < word.size()) look(word[after]);
    if (!dot) look('.');
    if (longest > 0) chosen.push_back(nearest);
}

std::string HyphenShelf::dictionary_for(std::string_view word) const {
    std::string text{charset_};
    text.push_back('\n');
    std::vector<std::uint32_t> chosen;
    for (const Level& level : levels_) {
        if (&level != &levels_.front()) text.append("NEXTLEVEL\n");
        text.append(level.orders);
        chosen.clear();
        for (std::size_t begin = 0; begin < word.size(); ++begin) {
            match(level, word, begin, true, chosen);
            match(level, word, begin, false, chosen);
        }
        std::sort(chosen.begin(), chosen.end());
        chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
        for (const std::uint32_t i : chosen) {
            text.append(text_, level.patterns[i].line, level.patterns[i].line_length);
            text.push_back('\n');
        }
    }
    return text;
}

}  // namespace brochure::text
