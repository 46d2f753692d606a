#include "yaml/reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace brochure::yaml {

namespace {

// Optimal string alignment: inserting, deleting or replacing a letter, or swapping two neighbours, costs one.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

// Long texts are quoted by their beginning, cut at a character.
std::string quote(std::string_view text) {
    constexpr std::size_t most = 40;
    std::string out = "\"";
    std::string_view part = text.substr(0, most);
    if (text.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        part = text.substr(0, end);
    }
    for (const char c : part) {
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    out += part.size() < text.size() ? "…\"" : "\"";
    return out;
}

std::string example_hint(const Asked& asked) {
    if (asked.key.empty()) return "copy the file of the sample project and change it";
    if (asked.example.empty()) return {};
    return "for example  " + std::string(asked.key) + ": " + std::string(asked.example);
}

std::string digits(double value) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

std::string range_words(const std::string& kind, std::optional<double> least, std::optional<double> most) {
    if (least && most) return kind + " from " + digits(*least) + " to " + digits(*most);
    if (least) return kind + ", " + digits(*least) + " or more";
    if (most) return kind + ", " + digits(*most) + " or less";
    return kind;
}

std::string count_words(std::size_t least, std::size_t most) {
    const auto items = [](std::size_t n) { return std::to_string(n) + (n == 1 ? " item" : " items"); };
    const bool open = most == std::numeric_limits<std::size_t>::max();
    if (least == most) return "a list of " + items(least);
    if (least == 0 && open) return "a list";
    if (open) return "a list of " + items(least) + " or more";
    return "a list of " + std::to_string(least) + " to " + items(most);
}

// "fit" for a plain number that from_chars reads to the end; a leading + is allowed.
template <class T>
bool parse_number(const Node& node, T& value) {
    if (node.kind != Kind::scalar || node.quoted || node.block) return false;
    std::string_view text = node.scalar;
    if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

bool refuse_number(const Node& node, const std::string& wanted, const Asked& asked) {
    Node plain;
    plain.kind = node.kind;
    plain.scalar = node.scalar;
    double value = 0;
    if (!node.quoted || !parse_number(plain, value)) return refuse(node, wanted, asked);
    asked.found.error(node.where, "wrong-type",
                      "'" + std::string(asked.key) + "' wants " + wanted + ", not " + what(node),
                      "a number in quotation marks is a text: leave them out");
    return false;
}

}  // namespace

Type either(std::string words, std::vector<Type> alternatives) {
    Type type;
    type.form = Type::Form::either;
    type.words = std::move(words);
    type.of = std::move(alternatives);
    return type;
}
Type text_like(std::string words, std::string pattern) {
    Type type;
    type.words = std::move(words);
    type.pattern = std::move(pattern);
    return type;
}
Type integer_type(std::int64_t least, std::int64_t most) {
    Type type;
    type.form = Type::Form::integer;
    if (least > std::numeric_limits<int>::min()) type.least = static_cast<double>(least);
    if (most < std::numeric_limits<int>::max()) type.most = static_cast<double>(most);
    type.words = range_words("a whole number", type.least, type.most);
    return type;
}
Type number_type(double least, double most) {
    Type type;
    type.form = Type::Form::number;
    if (least > std::numeric_limits<double>::lowest()) type.least = least;
    if (most < std::numeric_limits<double>::max()) type.most = most;
    type.words = range_words("a number", type.least, type.most);
    return type;
}
Type choice_type(const std::vector<std::string_view>& words) {
    Type type;
    type.form = Type::Form::choice;
    for (std::size_t i = 0; i < words.size(); ++i) {
        type.choices.emplace_back(words[i]);
        if (i > 0) type.words += i + 1 == words.size() ? " or " : ", ";
        type.words += words[i];
    }
    return type;
}
Type list_type(Type item, std::size_t least, std::size_t most) {
    Type type;
    type.form = Type::Form::list;
    type.words = count_words(least, most);
    if (least > 0) type.least = static_cast<double>(least);
    if (most < std::numeric_limits<std::size_t>::max()) type.most = static_cast<double>(most);
    type.of.push_back(std::move(item));
    return type;
}
Type map_type(Type item) {
    Type type;
    type.form = Type::Form::map;
    type.words = "a map of keys and values";
    type.of.push_back(std::move(item));
    return type;
}

std::string what(const Node& node) {
    switch (node.kind) {
        case Kind::null:
            return "nothing";
        case Kind::sequence:
            return node.items.empty() ? "an empty list" : count_words(node.items.size(), node.items.size());
        case Kind::map:
            return "a map";
        case Kind::scalar:
            break;
    }
    return "the text " + quote(node.scalar);
}

bool refuse(const Node& node, const std::string& wanted, const Asked& asked) {
    std::string text = asked.key.empty() ? "this file wants " : "'" + std::string(asked.key) + "' wants ";
    asked.found.error(node.where, "wrong-type", text + wanted + ", not " + what(node), example_hint(asked));
    return false;
}

namespace {

/// The one known word that begins with `word`, which may be a part of it: "clermont" for "clermont-ferrand".
std::string_view only_longer(std::string_view word, const std::vector<std::string_view>& known) {
    constexpr std::size_t shortest = 4;
    std::string_view found;
    for (const auto each : known) {
        if (word.size() < shortest || !each.starts_with(word)) continue;
        if (!found.empty()) return {};
        found = each;
    }
    return found;
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
    constexpr std::size_t longest = 64;  // nobody means a key by a longer word, and the work is quadratic
    if (word.size() > longest) return {};
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto each : known) {
        const std::size_t d = distance(word, each);
        if (d < least && d < each.size()) {
            least = d;
            best = each;
        }
    }
    return best.empty() ? only_longer(word, known) : best;
}

std::optional<std::size_t> read_word(const Node& node, const std::vector<std::string_view>& words, const Asked& asked) {
    if (node.kind == Kind::scalar) {
        const auto at = std::find(words.begin(), words.end(), node.scalar);
        if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
        if (const auto meant = nearest(node.scalar, words); !meant.empty()) {
            asked.found.error(
                node.where, "unknown-word",
                "'" + std::string(asked.key) + "' wants " + choice_type(words).words + ", not " + what(node),
                "did you mean '" + std::string(meant) + "'?");
            return std::nullopt;
        }
    }
    refuse(node, choice_type(words).words, asked);
    return std::nullopt;
}

bool read_text(const Node& node, std::string& value, const Asked& asked) {
    if (node.kind != Kind::scalar) return refuse(node, "a text", asked);
    value = node.scalar;
    return true;
}

bool read_boolean(const Node& node, bool& value, const Asked& asked) {
    const bool plain = node.kind == Kind::scalar && !node.quoted && !node.block;
    const bool yes = plain && (node.scalar == "true" || node.scalar == "yes");
    if (!yes && !(plain && (node.scalar == "false" || node.scalar == "no")))
        return refuse(node, "yes or no (without quotation marks)", asked);
    value = yes;
    return true;
}

bool read_integer(const Node& node, std::int64_t& value, std::int64_t least, std::int64_t most, const Asked& asked) {
    if (!parse_number(node, value) || value < least || value > most)
        return refuse_number(node, integer_type(least, most).words, asked);
    return true;
}

bool read_number(const Node& node, double& value, double least, double most, const Asked& asked) {
    // The comparison also refuses "nan", which from_chars accepts.
    if (!parse_number(node, value) || !std::isfinite(value) || !(value >= least && value <= most))
        return refuse_number(node, number_type(least, most).words, asked);
    return true;
}

bool is_list(const Node& node, std::size_t least, std::size_t most, const Asked& asked) {
    if (node.kind == Kind::sequence && node.items.size() >= least && node.items.size() <= most) return true;
    return refuse(node, count_words(least, most), asked);
}

bool is_map(const Node& node, const Asked& asked) {
    return node.kind == Kind::map || refuse(node, "a map of keys and values", asked);
}

}  // namespace brochure::yaml
