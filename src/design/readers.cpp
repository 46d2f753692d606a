#include "design/readers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace brochure::design {

namespace {

using yaml::Asked;
using yaml::Kind;
using yaml::Node;
using yaml::Type;

std::string points(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::optional<double> constant(const Node& node) {
    if (node.kind != Kind::scalar) return std::nullopt;
    const std::string& text = node.scalar;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(value)) return value;
    Expression::Fault fault;
    const auto sum = Expression::parse(text, fault);
    if (!sum) return std::nullopt;
    return sum->evaluate([](std::string_view) { return std::nullopt; });
}

}  // namespace

bool LengthReader::read(const Node& node, double& value, const Asked& asked) const {
    const auto given = constant(node);
    if (!given || *given < least || *given > most) return yaml::refuse(node, type().words, asked);
    value = *given;
    return true;
}

bool LengthReader::read(const Node& node, Length& value, const Asked& asked) const {
    double given = 0;
    if (!read(node, given, asked)) return false;
    value = Length::from_pt(given);
    return true;
}

Type LengthReader::type() const {
    std::string words = "a length in points, or with mm or in";
    if (least == 0)
        words += ", not negative";
    else if (least > 0)
        words += ", " + points(least) + (most < length().most ? " to " + points(most) : " or more");
    return yaml::text_like(std::move(words));
}

bool SizeReader::read(const Node& node, Size& value, const Asked& asked) const {
    if (!yaml::is_list(node, 2, 2, asked)) return false;
    const LengthReader side = length(1);
    const bool wide = side.read(node.items[0], value.width, asked);
    return side.read(node.items[1], value.height, asked) && wide;
}
Type SizeReader::type() const {
    Type type = yaml::list_type(length(1).type(), 2, 2);
    type.words = "a width and a height";
    return type;
}

bool ExpressionReader::read(const Node& node, Expression& value, const Asked& asked) const {
    if (node.kind != Kind::scalar) return yaml::refuse(node, type().words, asked);
    Expression::Fault fault;
    auto parsed = Expression::parse(node.scalar, fault);
    value = parsed ? std::move(*parsed) : Expression{};
    return true;
}
Type ExpressionReader::type() const {
    return yaml::text_like("a number or a sum");
}

bool OneOrMoreReader::read(const Node& node, std::vector<std::string>& values, const Asked& asked) const {
    if (node.kind == Kind::sequence) return yaml::list(yaml::text(), 1).read(node, values, asked);
    if (node.kind != Kind::scalar) return yaml::refuse(node, type().words, asked);
    values.assign(1, node.scalar);
    return true;
}
Type OneOrMoreReader::type() const {
    return yaml::either("a name or a list of names", {yaml::text().type(), yaml::list(yaml::text(), 1).type()});
}

bool ColourReader::read(const Node& node, std::array<std::uint8_t, 3>& value, const Asked& asked) const {
    const std::string& text = node.scalar;
    unsigned all = 0;
    if (node.kind == Kind::null)  // an unquoted # begins a comment
        return yaml::refuse(node, type().words, asked);
    if (node.kind == Kind::scalar && text.size() == 7 && text[0] == '#') {
        const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, all, 16);
        if (error == std::errc{} && end == text.data() + 7) {
            value = {static_cast<std::uint8_t>(all >> 16), static_cast<std::uint8_t>(all >> 8 & 255),
                     static_cast<std::uint8_t>(all & 255)};
            return true;
        }
    }
    return yaml::refuse(node, type().words, asked);
}
Type ColourReader::type() const {
    return yaml::text_like("a colour as \"#RRGGBB\", in quotation marks", "^#[0-9A-Fa-f]{6}$");
}

bool ColumnsReader::read(const Node& node, Columns& value, const Asked& asked) const {
    std::string_view text = node.scalar;
    Columns columns;
    const auto take = [&](std::string_view word) {
        if (!text.starts_with(word)) return false;
        text.remove_prefix(word.size());
        return true;
    };
    const auto number = [&](int& into) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
        if (error != std::errc{} || into < 1) return false;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        return true;
    };
    columns.outer = take("outer-");
    columns.inner = !columns.outer && take("inner-");
    bool good = node.kind == Kind::scalar && !text.empty() && text[0] != '-' && number(columns.first);
    if (good && !columns.outer && !columns.inner && take("-"))
        good = !text.empty() && text[0] != '-' && number(columns.last);
    else
        columns.last = columns.first;
    if (!good || !text.empty() || columns.last < columns.first) return yaml::refuse(node, type().words, asked);
    value = columns;
    return true;
}
Type ColumnsReader::type() const {
    return yaml::text_like("columns as 3, 3-6, outer-4 or inner-2",
                           "^([1-9][0-9]*(-[1-9][0-9]*)?|(outer|inner)-[1-9][0-9]*)$");
}

bool FeatureReader::read(const Node& node, Feature& value, const Asked& asked) const {
    std::string_view tag = node.scalar;
    const bool off = tag.starts_with('-');
    if (off) tag.remove_prefix(1);
    const bool good = node.kind == Kind::scalar && tag.size() == 4 && std::all_of(tag.begin(), tag.end(), [](char c) {
                          return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                      });
    if (!good) return yaml::refuse(node, type().words, asked);
    value = {std::string{tag}, off ? 0u : 1u};
    return true;
}
Type FeatureReader::type() const {
    return yaml::text_like("an OpenType feature of four letters, with - to switch it off", "^-?[A-Za-z0-9]{4}$");
}

bool ResolutionReader::read(const Node& node, double& value, const Asked& asked) const {
    double ppi = 0;
    if (node.kind == Kind::scalar && node.scalar == "none") {
        value = 0;
        return true;
    }
    const char* end = node.scalar.data() + node.scalar.size();
    const auto [stop, error] = std::from_chars(node.scalar.data(), end, ppi, std::chars_format::fixed);
    // Below 72 a photo shows its pixels even on a screen; no press resolves more than 2400.
    if (node.kind != Kind::scalar || error != std::errc{} || stop != end || !(ppi >= 72 && ppi <= 2400))
        return yaml::refuse(node, type().words, asked);
    value = ppi;
    return true;
}
Type ResolutionReader::type() const {
    return yaml::text_like("pixels per inch, from 72 to 2400, or none", "^(none|[0-9]+(\\.[0-9]+)?)$");
}

}  // namespace brochure::design
