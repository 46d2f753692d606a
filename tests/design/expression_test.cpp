#include "design/expression.hpp"

#include <cmath>
#include <random>

#include "catch.hpp"

using brochure::design::Expression;

namespace {

std::optional<double> page(std::string_view name) {
    if (name == "W") return 396.0;
    if (name == "H") return 612.0;
    if (name == "L") return 564.0;
    if (name == "c3") return 152.0;
    if (name == "pictures-end") return 24.0;
    if (name == "title.last") return 96.0;
    return std::nullopt;
}

double value(std::string_view source) {
    Expression::Fault fault{};
    const auto parsed = Expression::parse(source, fault);
    INFO(source << ": " << fault.text);
    REQUIRE(parsed);
    const auto result = parsed->evaluate(page);
    REQUIRE(result);
    return *result;
}

Expression::Fault fault_of(std::string_view source) {
    Expression::Fault fault{9999, ""};
    INFO(source);
    CHECK_FALSE(Expression::parse(source, fault));
    return fault;
}

}  // namespace

TEST_CASE("an expression follows the rules of arithmetic") {
    CHECK(value("168") == 168);
    CHECK(value("1 + 2 * 3") == 7);
    CHECK(value("(1 + 2) * 3") == 9);
    CHECK(value("10 - 4 - 3") == 3);
    CHECK(value("24 / 4 / 2") == 3);
    CHECK(value("-3 + 5") == 2);
    CHECK(value("2 * -3") == -6);
    CHECK(value("--4") == 4);
    CHECK(value("+4") == 4);
    CHECK(value(".5") == 0.5);
    CHECK(value("  7\t") == 7);
}

TEST_CASE("a number takes a unit and is points without one") {
    CHECK(value("1in") == 72);
    CHECK(value("25.4mm") == Approx(72));
    CHECK(value("12pt") == 12);
    CHECK(value("0.5 in + 3") == 39);
    CHECK(value("210mm / 2") == Approx(297.6378));
}

TEST_CASE("names are looked up, with hyphens and full stops inside") {
    CHECK(value("W - 36") == 360);
    CHECK(value("L-12") == 552);
    CHECK(value("L - pictures-end") == 540);
    CHECK(value("title.last + 24") == 120);
    CHECK(value("c3") == 152);
    CHECK(value("-pictures-end") == -24);
    CHECK(value("-W-L") == -960);
    CHECK(value("L-pictures-end") == 540);
    CHECK(value("c3-pictures-end") == 128);
    CHECK(value("pictures-end-L") == -540);
    CHECK(value("title.last-pictures-end") == 72);
}

TEST_CASE("functions take the least, the greatest and multiples of a step") {
    CHECK(value("min(3, 2)") == 2);
    CHECK(value("max(3, 2, 7, 1)") == 7);
    CHECK(value("up(61, 12)") == 72);
    CHECK(value("up(60, 12)") == 60);
    CHECK(value("down(71, 12)") == 60);
    CHECK(value("up(title.last + 24, 12)") == 120);
    CHECK(value("min(max(1, 2), up(3, 2))") == 2);
    CHECK(value("down(-1, 12)") == -12);
}

TEST_CASE("a sum that misses a grid line by a hair still stands on it") {
    CHECK(value("up(0.1 * 3 * 40, 12)") == 12);  // 12.000000000000002
    CHECK(value("down(1.1 * 1.1 * 1000 / 1.21, 12)") == Approx(996));
    CHECK(value("down(0.7 + 0.1 + 11.2 - 0.0000000001, 12)") == 12);
}

TEST_CASE("names are listed once each in the order of their first use") {
    Expression::Fault fault{};
    const auto parsed = Expression::parse("L + max(W, title.last) - L", fault);
    REQUIRE(parsed);
    CHECK(parsed->names() == std::vector<std::string>{"L", "W", "title.last"});
    CHECK(parsed->source() == "L + max(W, title.last) - L");
}

TEST_CASE("an expression without a value is empty, not zero") {
    Expression::Fault fault{};
    CHECK_FALSE(Expression::parse("L + nowhere", fault)->evaluate(page));
    CHECK_FALSE(Expression::parse("1 / (L - L)", fault)->evaluate(page));
    CHECK_FALSE(Expression::parse("up(12, L - L)", fault)->evaluate(page));
    CHECK_FALSE(Expression{}.evaluate(page));
    CHECK(Expression{}.empty());
}

TEST_CASE("a constant needs no names") {
    const auto constant = Expression::constant(14.5);
    CHECK_FALSE(constant.empty());
    CHECK(constant.names().empty());
    CHECK(constant.source() == "14.5");
    CHECK(constant.evaluate([](std::string_view) { return std::nullopt; }) == 14.5);
}

TEST_CASE("a fault names the very character") {
    struct Case {
        std::string_view source;
        std::size_t offset;
        std::string_view says;
    };
    const Case cases[] = {
        {"", 0, "an expression is missing"},
        {"3 +", 3, "breaks off"},
        {"3 + * 4", 4, "'*' is not expected"},
        {"(3 + 4", 6, "')' is missing"},
        {"3 + 4)", 5, "')' is not expected"},
        {"3 4", 2, "'4' is not expected"},
        {"12cm", 2, "'cm' is not a unit"},
        {"1.2.3 + 4", 0, "'1.2.3' is not a number"},
        {"L + 1..2", 4, "'1..2' is not a number"},
        {"L + \xC3\xA9", 4, "'\xC3\xA9' is not expected"},
        {"L # 2", 2, "'#' is not expected"},
        {"floor(3)", 0, "'floor' is not a function"},
        {"min(3)", 5, "two values"},
        {"up(3)", 4, "a value and a step"},
        {"up(3, 2, 1)", 7, "',' is not expected"},
        {"up(L, 0)", 6, "more than 0"},
        {"down(L, 0mm)", 8, "more than 0"},
        {"L / 0", 4, "division by zero"},
        {"min(3, )", 7, "')' is not expected"},
        {"min(3", 5, "two values"},
        {"min(3, 4", 8, "')' is missing"},
        {"title.", 6, "after the full stop"},
        {"title.last.x", 10, "'.' is not expected"},
        {"rise-", 5, "breaks off"},
        {"99999999", 0, "larger than any page"},
    };
    for (const auto& c : cases) {
        const auto fault = fault_of(c.source);
        INFO(c.source << " -> " << fault.offset << ": " << fault.text);
        CHECK(fault.offset == c.offset);
        CHECK(fault.text.find(c.says) != std::string::npos);
    }
}

TEST_CASE("depth and length are bounded") {
    CHECK(value(std::string(20, '(') + "1" + std::string(20, ')')) == 1);
    CHECK(fault_of(std::string(400, '(') + "1" + std::string(400, ')')).text.find("levels") != std::string::npos);
    CHECK(fault_of(std::string(400, '-') + "1").text.find("levels") != std::string::npos);
    CHECK(fault_of(std::string(5000, '1')).text.find("long") != std::string::npos);
    std::string chain = "1";
    for (int i = 0; i < 400; ++i) chain += "+1";
    CHECK(value(chain) == 401);
    // Every level holds back a sum, a product and an argument: the worst the depth allows.
    std::string deep = "1", close;
    for (int i = 0; i < 30; ++i) deep = "min(9,1+2*" + deep + ")";
    CHECK(value(deep) <= 9);
}

namespace {

/// A random expression with its value as C++ computes it, written with all parentheses.
struct Made {
    std::string text;
    double value;
};
Made make(std::mt19937& random, int depth) {
    const auto pick = [&](unsigned n) { return static_cast<int>(random() % n); };
    if (depth == 0 || pick(4) == 0) {
        if (pick(3) == 0) return {"W", 396};
        const int n = pick(500);
        return {std::to_string(n), static_cast<double>(n)};
    }
    const Made a = make(random, depth - 1), b = make(random, depth - 1);
    switch (pick(6)) {
        case 0:
            return {"(" + a.text + " + " + b.text + ")", a.value + b.value};
        case 1:
            return {"(" + a.text + " - " + b.text + ")", a.value - b.value};
        case 2:
            return {"(" + a.text + "*" + b.text + ")", a.value * b.value};
        case 3:
            return {"min(" + a.text + ", " + b.text + ")", std::min(a.value, b.value)};
        case 4:
            return {"max(" + a.text + ", " + b.text + ")", std::max(a.value, b.value)};
        default:
            return {"(-" + a.text + ")", -a.value};
    }
}

}  // namespace

TEST_CASE("any expression has the value that its parentheses say") {
    std::mt19937 random{7};
    for (int i = 0; i < 2000; ++i) {
        const Made made = make(random, 5);
        if (made.text.size() > 1000) continue;
        CHECK(value(made.text) == Approx(made.value));
    }
}

TEST_CASE("rounding up and down meet the value from above and below, within one step") {
    std::mt19937 random{11};
    for (int i = 0; i < 2000; ++i) {
        const double v = static_cast<double>(random() % 100000) / 128,
                     step = static_cast<double>(1 + random() % 48) / 2;
        const double up = value("up(" + std::to_string(v) + ", " + std::to_string(step) + ")");
        const double down = value("down(" + std::to_string(v) + ", " + std::to_string(step) + ")");
        CHECK(up >= v - 1e-4);
        CHECK(up < v + step);
        CHECK(down <= v + 1e-4);
        CHECK(down > v - step);
        CHECK(std::remainder(up, step) == Approx(0).margin(1e-6));
        CHECK(std::remainder(down, step) == Approx(0).margin(1e-6));
    }
}

TEST_CASE("any bytes give a value or a fault inside the text") {
    std::mt19937 random{3};
    const std::string_view alphabet = "0123.WLc1title last+-*/(),minmaxupdown \xC3\xA9mmin";
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto n = random() % 24; n > 0; --n) text += alphabet[random() % alphabet.size()];
        Expression::Fault fault{9999, ""};
        const auto parsed = Expression::parse(text, fault);
        if (parsed) parsed->evaluate(page);
        if (!parsed) CHECK(fault.offset <= text.size());
        if (!parsed) CHECK_FALSE(fault.text.empty());
    }
}
