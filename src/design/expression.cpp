#include "design/expression.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace brochure::design {

namespace {

// A sum on a page is a line long. These bounds keep a hostile file from deep recursion and from a big stack.
constexpr int deepest = 32;
constexpr std::size_t longest = 1000;  // bytes
constexpr std::size_t stack_size = 128;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Points in one of the unit, 0 for a word that is no unit.
double unit(std::string_view word) {
    if (word == "pt") return 1.0;
    if (word == "in") return 72.0;
    if (word == "mm") return 72.0 / 25.4;
    return 0;
}

/// W, H, B, L, or a column's edge as c1, e12, r3, s6.
bool is_page_name(std::string_view word) {
    if (word.size() == 1) return std::string_view{"WHBL"}.find(word[0]) != std::string_view::npos;
    return std::string_view{"cers"}.find(word[0]) != std::string_view::npos &&
           std::all_of(word.begin() + 1, word.end(), is_digit);
}

/// The whole character at `offset`, so that a message never holds half of one.
std::string character_at(std::string_view text, std::size_t offset) {
    std::size_t end = offset + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return std::string{text.substr(offset, end - offset)};
}

}  // namespace

/// Recursive descent over `sum = product {(+|-) product}`, `product = factor {(*|/) factor}`,
/// `factor = number [unit] | name | function "(" sum {"," sum} ")" | "(" sum ")" | (+|-) factor`.
class ExpressionParser {
public:
    ExpressionParser(std::string_view source, Expression::Fault& fault) : source_{source}, fault_{fault} {}

    std::optional<Expression> parse() {
        if (source_.size() > longest) {
            fail(0, "an expression is at most " + std::to_string(longest) + " characters long");
            return std::nullopt;
        }
        if (!sum(0)) return std::nullopt;
        skip_space();
        if (at_ < source_.size()) {
            unexpected();
            return std::nullopt;
        }
        result_.source_ = std::string{source_};
        return std::move(result_);
    }

private:
    using Op = Expression::Op;

    bool sum(int depth) {
        if (!product(depth)) return false;
        for (;;) {
            skip_space();
            const char sign = peek();
            if (sign != '+' && sign != '-') return true;
            ++at_;
            if (!product(depth)) return false;
            emit(sign == '+' ? Op::add : Op::subtract);
        }
    }

    bool product(int depth) {
        if (!factor(depth)) return false;
        for (;;) {
            skip_space();
            const char sign = peek();
            if (sign != '*' && sign != '/') return true;
            ++at_;
            skip_space();
            const std::size_t divisor = at_;
            if (!factor(depth)) return false;
            if (sign == '/' && result_.steps_.back().op == Op::number && result_.steps_.back().number == 0)
                return fail(divisor, "division by zero");
            emit(sign == '*' ? Op::multiply : Op::divide);
        }
    }

    bool factor(int depth) {
        skip_space();
        if (depth >= deepest) return fail(at_, "more than " + std::to_string(deepest) + " levels deep");
        const char c = peek();
        if (is_digit(c) || c == '.') return number();
        if (is_letter(c)) return word(depth);
        if (c == '(') {
            ++at_;
            return sum(depth + 1) && expect(')');
        }
        if (c == '-' || c == '+') {
            ++at_;
            if (!factor(depth + 1)) return false;
            if (c == '-') emit(Op::negate);
            return true;
        }
        return unexpected();
    }

    bool number() {
        const std::size_t start = at_;
        while (is_digit(peek()) || peek() == '.') ++at_;
        const std::string_view digits = source_.substr(start, at_ - start);
        double value = 0;
        // from_chars, because strtod listens to the locale.
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
        if (error != std::errc{} || end != digits.data() + digits.size())
            return fail(start, "'" + std::string{digits} + "' is not a number");
        if (value > 1e6) return fail(start, "'" + std::string{digits} + "' is larger than any page");
        const std::size_t after = at_;
        skip_space();
        const std::string_view word = name_at(at_);
        if (const double points = unit(word); points > 0) {
            value *= points;
            at_ += word.size();
        } else if (!word.empty() && at_ == after) {
            return fail(at_, "'" + std::string{word} + "' is not a unit: write mm, in or pt");
        } else {
            at_ = after;
        }
        result_.steps_.push_back({Op::number, value, 0});
        return true;
    }

    /// A name or a call.
    bool word(int depth) {
        const std::size_t start = at_;
        const std::string_view name = name_at(at_);
        at_ += name.size();
        skip_space();
        if (peek() == '(') return call(name, start, depth);
        if (name.back() == '.') return fail(start + name.size(), "a name is missing after the full stop");
        const auto known = std::find(result_.names_.begin(), result_.names_.end(), name);
        const auto index = static_cast<int>(known - result_.names_.begin());  // the end becomes the new name's
        if (known == result_.names_.end()) {
            result_.names_.emplace_back(name);
            result_.name_offsets_.push_back(start);
        }
        result_.steps_.push_back({Op::name, 0, index});
        return true;
    }

    bool call(std::string_view name, std::size_t start, int depth) {
        static constexpr std::array<std::pair<std::string_view, Op>, 4> functions{
            {{"min", Op::min}, {"max", Op::max}, {"up", Op::up}, {"down", Op::down}}};
        const auto found =
            std::find_if(functions.begin(), functions.end(), [&](const auto& f) { return f.first == name; });
        if (found == functions.end())
            return fail(start, "'" + std::string{name} + "' is not a function: there are min, max, up and down");
        const bool rounds = found->second == Op::up || found->second == Op::down;
        ++at_;
        if (!sum(depth + 1)) return false;
        int arguments = 1;
        for (skip_space(); peek() == ','; skip_space()) {
            if (rounds && arguments == 2) break;
            ++at_;
            skip_space();
            const std::size_t argument = at_;
            const std::size_t first_step = result_.steps_.size();
            if (!sum(depth + 1)) return false;
            ++arguments;
            const Expression::Step& last = result_.steps_.back();
            if (rounds && result_.steps_.size() == first_step + 1 && last.op == Op::number && last.number <= 0)
                return fail(argument, "the step of " + std::string{name} + "() is more than 0");
            emit(found->second);
        }
        if (arguments < 2) {
            if (at_ < source_.size() && peek() != ')') return unexpected();
            return fail(at_,
                        std::string{name} + (rounds ? "() takes a value and a step" : "() takes two values or more"));
        }
        return expect(')');
    }

    /// The name that begins at `start`, or nothing. A hyphen belongs to it when words stand at once on both sides, of
    /// which neither is a name of the page: `pictures-end` is one name; `L-12`, `W-B` and `title.last-rise` are sums.
    std::string_view name_at(std::size_t start) const {
        std::size_t end = word_end(start);
        if (end == start) return {};
        const auto joins = [&](std::size_t from, std::size_t to) {
            return to > from && !is_page_name(source_.substr(from, to - from));
        };
        for (bool more = joins(start, end); more && end < source_.size() && source_[end] == '-';) {
            const std::size_t next = word_end(end + 1);
            more = joins(end + 1, next);
            if (more) end = next;
        }
        if (end < source_.size() && source_[end] == '.') end = word_end(end + 1);
        return source_.substr(start, end - start);
    }

    std::size_t word_end(std::size_t start) const {
        if (start >= source_.size() || !is_letter(source_[start])) return start;
        while (start < source_.size() && (is_letter(source_[start]) || is_digit(source_[start]))) ++start;
        return start;
    }

    bool expect(char c) {
        skip_space();
        if (peek() != c) {
            if (at_ < source_.size()) return unexpected();
            return fail(at_, std::string{"a '"} + c + "' is missing");
        }
        ++at_;
        return true;
    }

    bool unexpected() {
        if (at_ >= source_.size())
            return fail(at_, source_.empty() ? "an expression is missing" : "the expression breaks off");
        return fail(at_, "'" + character_at(source_, at_) + "' is not expected here");
    }

    bool fail(std::size_t offset, std::string text) {
        fault_ = {offset, std::move(text)};
        return false;
    }

    char peek() const { return at_ < source_.size() ? source_[at_] : '\0'; }
    void skip_space() {
        while (at_ < source_.size() && is_space(source_[at_])) ++at_;
    }
    void emit(Op op) { result_.steps_.push_back({op, 0, 0}); }

    std::string_view source_;
    Expression::Fault& fault_;
    std::size_t at_ = 0;
    Expression result_;
};

std::optional<Expression> Expression::parse(std::string_view source, Fault& fault) {
    return ExpressionParser{source, fault}.parse();
}

Expression Expression::constant(double points) {
    Expression result;
    result.steps_.push_back({Op::number, points, 0});
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, points).ptr;
    result.source_.assign(text, end);
    return result;
}

namespace {

// Sums of doubles miss their mark by a hair: 60.0000001 is on the grid of 12 and is not moved to 72.
constexpr double hair = 1e-6;
double round_up(double value, double step) {
    return std::ceil(value / step - hair) * step;
}
double round_down(double value, double step) {
    return std::floor(value / step + hair) * step;
}

}  // namespace

std::optional<double> Expression::evaluate(const Lookup& lookup) const {
    if (steps_.empty()) return std::nullopt;
    if (steps_.size() == 1 && steps_[0].op == Op::number) return steps_[0].number;
    std::array<double, stack_size> stack;
    std::size_t top = 0;
    for (const Step& step : steps_) {
        if (step.op == Op::number || step.op == Op::name) {
            double value = step.number;
            if (step.op == Op::name) {
                const auto known = lookup(names_[static_cast<std::size_t>(step.name)]);
                if (!known) return std::nullopt;
                value = *known;
            }
            stack[top++] = value;
            continue;
        }
        double& a = stack[top - (step.op == Op::negate ? 1 : 2)];
        const double b = stack[top - 1];
        if (step.op != Op::negate) --top;
        switch (step.op) {
            case Op::add:
                a += b;
                break;
            case Op::subtract:
                a -= b;
                break;
            case Op::multiply:
                a *= b;
                break;
            case Op::divide:
                a /= b;
                break;
            case Op::negate:
                a = -a;
                break;
            case Op::min:
                a = std::min(a, b);
                break;
            case Op::max:
                a = std::max(a, b);
                break;
            case Op::up:
                a = round_up(a, b);
                break;
            case Op::down:
                a = round_down(a, b);
                break;
            case Op::number:
            case Op::name:
                break;
        }
    }
    // Only a division, or a step, by what turned out to be nothing can make this infinite or no number.
    if (!std::isfinite(stack[0])) return std::nullopt;
    return stack[0];
}

}  // namespace brochure::design
