// Unicode's own test of the bidirectional algorithm (UAX #9), every line of it, through the functions that lines of a
// publication are ordered by. The file comes with Debian's package unicode-data.
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <sstream>

#include "shape_fixture.hpp"
#include "text/levels.hpp"
#include "text/utf8.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

namespace {

constexpr int removed = -1;  // a character that rule X9 takes out: it has no level

struct Case {
    std::string text;
    std::vector<std::uint32_t> begins;  // the first byte of each character
    Direction direction = Direction::by_text;
    bool rtl = false;
    std::vector<int> levels;
    std::vector<std::size_t> order;  // the characters that are shown, from left to right
};

/// Characters; direction asked for; that of the paragraph; levels; order. Fields are parted by semicolons.
std::optional<Case> read_case(const std::string& line) {
    if (line.empty() || line[0] == '#') return std::nullopt;
    std::istringstream all{line};
    std::array<std::string, 5> fields;
    for (auto& field : fields) std::getline(all, field, ';');
    Case made;
    std::string word;
    for (std::istringstream words{fields[0]}; words >> word;) {
        made.begins.push_back(static_cast<std::uint32_t>(made.text.size()));
        append_code(made.text, static_cast<std::uint32_t>(std::stoul(word, nullptr, 16)));
    }
    made.direction = fields[1] == "0"   ? Direction::left_to_right
                     : fields[1] == "1" ? Direction::right_to_left
                                        : Direction::by_text;
    made.rtl = fields[2] == "1";
    for (std::istringstream words{fields[3]}; words >> word;)
        made.levels.push_back(word == "x" ? removed : std::stoi(word));
    for (std::istringstream words{fields[4]}; words >> word;) made.order.push_back(std::stoul(word));
    return made;
}

bool has_expected_levels(const Case& wanted, const Levels& found) {
    if (found.rtl != wanted.rtl) return false;
    for (std::size_t i = 0; i < wanted.levels.size(); ++i)
        if (wanted.levels[i] != removed &&
            wanted.levels[i] != (found.bytes.empty() ? 0 : found.bytes[wanted.begins[i]]))
            return false;
    return true;
}

bool has_expected_order(const Case& wanted, const Levels& found) {
    std::vector<std::uint8_t> levels;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < wanted.levels.size(); ++i) {
        if (wanted.levels[i] == removed) continue;
        shown.push_back(i);
        levels.push_back(found.bytes.empty() ? 0 : found.bytes[wanted.begins[i]]);
    }
    std::vector<std::size_t> order;
    for (const std::size_t at : visual_order(levels)) order.push_back(shown[at]);
    return order == wanted.order;
}

/// The paragraph as `prepare` makes it before it is shaped, in a language of that direction which the author stated.
void fill_paragraph(Prepared::Implementation& paragraph, const Case& wanted) {
    static const design::Style style;
    paragraph.style = &style;
    paragraph.text = wanted.text;
    Part part;
    part.end = static_cast<std::uint32_t>(wanted.text.size());
    part.style = &style;
    part.lang_stated = wanted.direction == Direction::left_to_right;
    part.lang = wanted.direction == Direction::right_to_left ? "he" : "en-US";
    paragraph.parts = {part};
}

std::optional<std::ifstream> open_test() {
    std::ifstream file{"/usr/share/unicode/BidiCharacterTest.txt"};
    std::string line;
    if (!std::getline(file, line)) {
        std::cout << "not run: Unicode's test of directions (BidiCharacterTest.txt is not there; Debian package "
                     "unicode-data)\n";
        return std::nullopt;
    }
    return file;
}

/// Lines that ICU 72 resolves otherwise, and why that is let stand. No author types the characters they are about.
struct LetStand {
    int overrides = 0;  // brackets and isolates inside an override (U+202D, U+202E) keep their own kind (ICU-23513)
    int deep = 0;       // ICU goes on pairing brackets beyond the 63 that may be open at once (BD16)
    int plain = 0;      // text that runs one way throughout is level 0, embedded or not: the order is the same
    bool count(const Case& wanted, const Levels& found) {
        const auto has = [&](const char* code) { return wanted.text.find(code) != std::string::npos; };
        if (has("\u202D") || has("\u202E")) return ++overrides > 0;
        if (std::count(wanted.text.begin(), wanted.text.end(), '(') > 63) return ++deep > 0;
        const auto runs_right = [](int level) { return level == removed || level % 2 == 0; };
        if (std::all_of(wanted.levels.begin(), wanted.levels.end(), runs_right) && has_expected_order(wanted, found))
            return ++plain > 0;
        return false;
    }
};

}  // namespace

TEST_CASE("levels and order of every line of Unicode's own test of directions are as it says") {
    auto file = open_test();
    if (!file) return;
    int cases = 0, wrong = 0, paragraphs = 0;
    LetStand let;
    for (std::string line; std::getline(*file, line);) {
        const auto wanted = read_case(line);
        if (!wanted) continue;
        ++cases;
        const auto is_right = [&](const Levels& levels) {
            return has_expected_levels(*wanted, levels) && has_expected_order(*wanted, levels);
        };
        const Levels levels = resolve_levels(wanted->text, wanted->direction);
        Prepared::Implementation paragraph;
        fill_paragraph(paragraph, *wanted);
        const Levels own = levels_of(paragraph);
        // A paragraph all of whose letters run the other way than its language goes by its letters.
        const bool asked = own.rtl == wanted->rtl;
        paragraphs += asked ? 1 : 0;
        if ((is_right(levels) && (!asked || is_right(own))) || let.count(*wanted, levels)) continue;
        if (++wrong < 20) std::cout << line << "\n";
    }
    CHECK(cases > 90000);
    CHECK(paragraphs > 75000);
    CHECK(wrong == 0);
    CHECK(let.overrides <= 20);
    CHECK(let.deep <= 1);
    CHECK(let.plain <= 1);
}
