#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::design {

/// A small sum for a position on the page, in points: numbers (with `mm`, `in` or `pt`), names, + - * / and
/// parentheses, min(a, b, ...), max(a, b, ...), up(a, step) and down(a, step), which round to a multiple of `step`. A
/// hyphen joins two words into one name, `pictures-end`, unless one of them is a name of the page: `W-B`, `L-rise`.
/// Names: W H (trim), B (bleed), L (last text line), c1.. and e1.. (left and right edge of a column), r1.. and s1..
/// (the same of the facing recto, seen from the verso), the format's own values, the master's elastic value (`g`), and
/// for a frame with an id, which stands above: `id.last` (its last baseline), `id.bottom`, `id.top`, `id.lines`.
class Expression {
public:
    using Lookup = std::function<std::optional<double>(std::string_view name)>;
    struct Fault {
        std::size_t offset;
        std::string text;
    };

    Expression() = default;
    /// Parses `source`; on a fault the result is empty and `fault` says where and what.
    static std::optional<Expression> parse(std::string_view source, Fault& fault);
    static Expression constant(double points);
    /// Points, or empty when `lookup` does not know a name (see `names`) or something is divided by nothing.
    std::optional<double> evaluate(const Lookup& lookup) const;
    /// Each name once, in the order of first use, and the byte in `source` where it is first used.
    const std::vector<std::string>& names() const { return names_; }
    const std::vector<std::size_t>& name_offsets() const { return name_offsets_; }
    const std::string& source() const { return source_; }
    bool empty() const { return steps_.empty(); }

private:
    enum class Op { number, name, add, subtract, multiply, divide, negate, min, max, up, down };
    struct Step {
        Op op;
        double number = 0;
        int name = 0;
    };  // in reverse Polish order
    std::vector<Step> steps_;
    std::vector<std::string> names_;
    std::vector<std::size_t> name_offsets_;
    std::string source_;
    friend class ExpressionParser;
};

}  // namespace brochure::design
