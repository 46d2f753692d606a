#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "yaml/node.hpp"
#include "yaml/type.hpp"

/// Readers: each turns a node into one kind of value or says what is wrong with it, and describes itself by `type()`.
/// A reader has `bool read(const Node&, T&, const Asked&) const` for every T it can fill; `read_value` adds
/// `Located<T>` and `std::optional<T>` to all of them, at any depth.
namespace brochure::yaml {

/// For which field a value is read, so that a fault can name it, and where faults go.
struct Asked {
    std::string_view key, example;
    Diagnostics& found;
};

/// "a list", "nothing", "the text \"soon\"": what a node is, for faults.
std::string what(const Node& node);
/// Adds "'key' wants `wanted`, not …" with the field's example as the hint. Always false.
bool refuse(const Node& node, const std::string& wanted, const Asked& asked);
/// The member of `known` that `word` was probably meant to be (few letters away), or empty.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);
/// The one word of `words` that the node is, as an index; a fault and empty when it is none of them.
std::optional<std::size_t> read_word(const Node& node, const std::vector<std::string_view>& words, const Asked& asked);
bool read_text(const Node& node, std::string& value, const Asked& asked);
bool read_boolean(const Node& node, bool& value, const Asked& asked);
bool read_integer(const Node& node, std::int64_t& value, std::int64_t least, std::int64_t most, const Asked& asked);
bool read_number(const Node& node, double& value, double least, double most, const Asked& asked);
/// Whether `node` is a list of `least` to `most` items; says so if not.
bool is_list(const Node& node, std::size_t least, std::size_t most, const Asked& asked);
bool is_map(const Node& node, const Asked& asked);
Type integer_type(std::int64_t least, std::int64_t most);
Type number_type(double least, double most);
Type choice_type(const std::vector<std::string_view>& words);
Type list_type(Type item, std::size_t least, std::size_t most);
Type map_type(Type item);

namespace detail {
template <class T>
struct is_located : std::false_type {};
template <class T>
struct is_located<Located<T>> : std::true_type {};
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
}  // namespace detail

/// Reads `node` into `target`, which may be wrapped in `std::optional` and `Located`. False: a fault was reported.
template <class Reader, class T>
bool read_value(const Reader& reader, const Node& node, T& target, const Asked& asked) {
    if constexpr (requires { reader.read(node, target, asked); }) {
        return reader.read(node, target, asked);
    } else if constexpr (detail::is_optional<T>::value) {
        const bool good = read_value(reader, node, target.emplace(), asked);
        if (!good) target.reset();
        return good;
    } else {
        static_assert(detail::is_located<T>::value, "this reader cannot fill a value of this type");
        target.where = node.where;
        return read_value(reader, node, target.value, asked);
    }
}

/// Any scalar as text: `NO` and `1956` stay what they are. Into std::string.
struct TextReader {
    bool read(const Node& node, std::string& value, const Asked& asked) const { return read_text(node, value, asked); }
    Type type() const { return text_like("a text"); }
};
inline TextReader text() {
    return {};
}

/// `true`, `false`, `yes` or `no`, not in quotation marks. Into bool.
struct BooleanReader {
    bool read(const Node& node, bool& value, const Asked& asked) const { return read_boolean(node, value, asked); }
    Type type() const {
        Type type = text_like("yes or no");
        type.form = Type::Form::boolean;
        return type;
    }
};
inline BooleanReader boolean() {
    return {};
}

/// A whole number in a range, both ends included. Into any integer type.
struct IntegerReader {
    std::int64_t least, most;
    template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) bool read(const Node& node, T& value,
                                                                          const Asked& asked) const {
        std::int64_t wide = 0;
        if (!read_integer(node, wide, least, most, asked)) return false;
        value = static_cast<T>(wide);
        return true;
    }
    Type type() const { return integer_type(least, most); }
};
inline IntegerReader integer(std::int64_t least = std::numeric_limits<int>::min(),
                             std::int64_t most = std::numeric_limits<int>::max()) {
    return {least, most};
}

/// A finite number in a range, both ends included. Into double.
struct NumberReader {
    double least, most;
    bool read(const Node& node, double& value, const Asked& asked) const {
        return read_number(node, value, least, most, asked);
    }
    Type type() const { return number_type(least, most); }
};
inline NumberReader number(double least = std::numeric_limits<double>::lowest(),
                           double most = std::numeric_limits<double>::max()) {
    return {least, most};
}

/// One word of a closed list. Into the enumeration, or into std::string for `words`.
template <class E>
struct ChoiceReader {
    std::vector<std::string_view> names;
    std::vector<E> values;
    bool read(const Node& node, E& value, const Asked& asked) const {
        const auto index = read_word(node, names, asked);
        if (index) value = values[*index];
        return index.has_value();
    }
    Type type() const { return choice_type(names); }
};
template <class E>
ChoiceReader<E> choice(std::initializer_list<std::pair<std::string_view, E>> list) {
    ChoiceReader<E> reader;
    for (const auto& [name, value] : list) {
        reader.names.push_back(name);
        reader.values.push_back(value);
    }
    return reader;
}
struct WordsReader {
    std::vector<std::string_view> names;
    bool read(const Node& node, std::string& value, const Asked& asked) const {
        const auto index = read_word(node, names, asked);
        if (index) value = names[*index];
        return index.has_value();
    }
    Type type() const { return choice_type(names); }
};
inline WordsReader words(std::initializer_list<std::string_view> list) {
    return {list};
}

/// A list; a single value is not one. Into std::vector, or std::array, which sets the count. Good items are kept when
/// others are faulty, so that one run reports all of them.
template <class Item>
struct ListReader {
    Item item;
    std::size_t least, most;
    template <class T>
    bool read(const Node& node, std::vector<T>& values, const Asked& asked) const {
        if (!is_list(node, least, most, asked)) return false;
        values.clear();
        values.reserve(node.items.size());
        bool good = true;
        for (const Node& each : node.items) {
            T value{};
            const bool whole = read_value(item, each, value, asked);
            if (whole || (is_kept_in_part<T> && each.kind == Kind::map)) values.push_back(std::move(value));
            good = good && whole;
        }
        return good;
    }
    // A record that says of itself whether it is whole stays with what is good in it: others may call it.
    template <class T>
    static constexpr bool is_kept_in_part = requires(T value) {
        value.whole;
    };
    template <class T, std::size_t N>
    bool read(const Node& node, std::array<T, N>& values, const Asked& asked) const {
        if (!is_list(node, N, N, asked)) return false;
        bool good = true;
        for (std::size_t i = 0; i < N; ++i) good = read_value(item, node.items[i], values[i], asked) && good;
        return good;
    }
    Type type() const { return list_type(item.type(), least, most); }
};
template <class Item>
ListReader<Item> list(Item item, std::size_t least = 0, std::size_t most = std::numeric_limits<std::size_t>::max()) {
    return {std::move(item), least, most};
}

/// A map with keys of the author's choice. Into std::map, or, to keep the order written and the keys' places, into
/// std::vector<std::pair<Located<std::string>, T>>. There a value with a fault
/// stays under its key, as far as it could be read, so that its other parts can be judged too.
template <class Item>
struct MapReader {
    Item item;
    template <class T>
    bool read(const Node& node, std::map<std::string, T>& values, const Asked& asked) const {
        if (!is_map(node, asked)) return false;
        values.clear();
        bool good = true;
        for (const auto& [key, value] : node.entries) {
            T read{};
            if (read_value(item, value, read, Asked{key.value, asked.example, asked.found}))
                values.insert_or_assign(key.value, std::move(read));
            else
                good = false;
        }
        return good;
    }
    template <class T>
    bool read(const Node& node, std::vector<std::pair<Located<std::string>, T>>& values, const Asked& asked) const {
        if (!is_map(node, asked)) return false;
        values.clear();
        values.reserve(node.entries.size());
        bool good = true;
        for (const auto& [key, value] : node.entries) {
            T read{};
            good = read_value(item, value, read, Asked{key.value, asked.example, asked.found}) && good;
            values.emplace_back(key, std::move(read));
        }
        return good;
    }
    Type type() const { return map_type(item.type()); }
};
template <class Item>
MapReader<Item> map_of(Item item) {
    return {std::move(item)};
}

/// A reader of your own: `function(const Node&, T&, Diagnostics&)` returns false after reporting a fault; `type` makes
/// the description when the schema, the manual or a fault needs it. An `optional` or `Located` around T is added for
/// you.
template <class Function>
struct CustomReader {
    Type (*describe)();
    Function function;
    template <class T>
    requires std::is_invocable_r_v<bool, const Function&, const Node&, T&, Diagnostics&>
    bool read(const Node& node, T& value, const Asked& asked) const { return function(node, value, asked.found); }
    Type type() const { return describe(); }
};
template <class Function>
CustomReader<Function> custom(Type (*describe)(), Function function) {
    return {describe, std::move(function)};
}

}  // namespace brochure::yaml
