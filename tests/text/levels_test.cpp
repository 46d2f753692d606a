// Which way paragraphs, and what stands in them, are read, and where their lines begin.
#include <algorithm>

#include "shape_fixture.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

namespace {

/// The words as they stand on paper from left to right, no-break spaces as spaces; words from right to left are left
/// out, "|" for each stretch of them.
std::string left_to_right(const Line& line) {
    std::string text;
    for (const GlyphRun& run : line.runs) {
        if (!run.rtl)
            text += run.text;
        else if (text.empty() || text.back() != '|')
            text += '|';
    }
    for (const std::string space : {"\u00A0", "\u202F"})
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    return text;
}

Line stated(const std::string& text, const std::string& lang) {
    static const design::Style style;
    std::vector<Span> spans{span(text, style, lang)};
    spans[0].lang_stated = true;
    Diagnostics found;
    return set_line(spans, fonts(), found);
}

double left_edge(const Line& line) {
    return line.runs.front().x.pt();
}
double right_edge(const Line& line) {
    return (line.runs.back().x + line.runs.back().advance).pt();
}

Line first_line(const std::string& text, const design::Style& style, const Measure& measure) {
    const std::vector<Span> spans{span(text, style)};
    Diagnostics found;
    const auto lines = break_lines(prepare(spans, fonts(), found), measure, found);
    CHECK(found.all().empty());
    REQUIRE_FALSE(lines.empty());
    return lines.front();
}

}  // namespace

TEST_CASE("a phone number, an e-mail and a web address are one left-to-right piece in right-to-left text") {
    const design::Style style;
    for (const std::string address : {"+1 405 366 5402", "(405) 366-5402", "405-366-5402", "info@norman.gov",
                                      "https://norman.gov/1/a-b?c=1", "www.norman.gov"})
        for (const std::string lang : {"ar", "en-US"}) {
            INFO(address << " " << lang);
            CHECK(left_to_right(set("هاتف المكتب " + address + " أو المدينة", style, lang)) == "|" + address + "|");
            CHECK(left_to_right(set("טלפון " + address + ".", style, lang)).find(address + "|") != std::string::npos);
        }
    CHECK(left_to_right(set("هاتف +1 405 366 5402 أو info@norman.gov.", style, "ar")) ==
          "|info@norman.gov|+1 405 366 5402|");
}

TEST_CASE("a number keeps its sign behind it in right-to-left text, after a word as at the beginning") {
    const design::Style style;
    for (const std::string measure : {"35.91°", "35°54′", "40%"}) {
        INFO(measure);
        CHECK(left_to_right(set(measure + " شمالاً، " + measure + " شرقاً", style, "ar")) ==
              "|" + measure + "|" + measure);
    }
}

TEST_CASE("the words of a link are one left-to-right piece unless letters in it run the other way") {
    const design::Style style;
    std::vector<Span> spans{span("هاتف ", style, "ar"), span("405 366", style, "ar"), span(" 5402", style, "ar"),
                            span(" أو المدينة", style, "ar")};
    spans[1].link = spans[2].link = "tel:4053665402";
    spans[2].strong = true;
    Diagnostics found;
    CHECK(left_to_right(set_line(spans, fonts(), found)) == "|405 366 5402|");
    spans[1].text = "المدينة 405";
    CHECK(left_to_right(set_line(spans, fonts(), found)).find("405 5402") == std::string::npos);
}

TEST_CASE("a paragraph whose language nobody stated goes by its first strong character") {
    const design::Style style;
    CHECK(set("مدينة Norman هنا", style).rtl);
    CHECK(set("12 – مدينة Norman", style).rtl);
    CHECK_FALSE(set("Norman مدينة هنا", style).rtl);
    CHECK_FALSE(set("12 – Norman", style).rtl);
    CHECK(set("info@norman.gov مدينة", style).rtl);  // an address is no letter of it
}

TEST_CASE("a paragraph goes by its language when that is stated, unless all its letters run the other way") {
    CHECK_FALSE(stated("مدينة Norman هنا", "en-US").rtl);
    CHECK(stated("مدينة هنا", "en-US").rtl);
    for (const bool known : {true, false}) {
        static const design::Style style;
        const auto in_arabic = [&](const std::string& text) {
            return known ? stated(text, "ar") : set(text, style, "ar");
        };
        CHECK(in_arabic("Norman مدينة هنا").rtl);
        CHECK_FALSE(in_arabic("Norman, +7 h").rtl);
        CHECK(in_arabic("12:00").rtl);
    }
}

TEST_CASE("ragged lines begin at the side that is asked for, running text at the side it is read from") {
    const design::Style style;
    for (const std::string text : {"مدينة كوليما", "Colima"}) {
        INFO(text);
        CHECK(left_edge(first_line(text, style, {Length::from_pt(200), {}, Side::left})) == Approx(0).margin(0.01));
        CHECK(right_edge(first_line(text, style, {Length::from_pt(200), {}, Side::right})) == Approx(200));
    }
    CHECK(right_edge(first_line("مدينة كوليما", style, {Length::from_pt(200), {}})) == Approx(200));
    CHECK(right_edge(first_line("مدينة كوليما", style, {Length::from_pt(200), Length::from_pt(20)})) == Approx(180));
    CHECK(left_edge(first_line("Colima", style, {Length::from_pt(200), Length::from_pt(20)})) == Approx(20));
}

TEST_CASE("what hangs at a line's start hangs out on the side the line begins at") {
    const design::Style style;
    CHECK(right_edge(first_line("«مدينة»", style, {Length::from_pt(200), {}})) > 201);
    CHECK(left_edge(first_line("«Colima»", style, {Length::from_pt(200), {}})) < -1);
}

TEST_CASE("a line of no measure begins at 0, whatever its style and direction") {
    for (const auto setting :
         {design::Setting::ragged, design::Setting::right, design::Setting::centred, design::Setting::justified})
        for (const std::string text : {"مدينة كوليما", "Colima", "مدينة\nكوليما"}) {
            design::Style style;
            style.setting = setting;
            CHECK(left_edge(first_line(text, style, {endless, {}})) == Approx(0).margin(0.01));
        }
}

TEST_CASE("letters that join, and letters from right to left, are not spaced") {
    design::Style plain, tracked;
    tracked.tracking = 100;
    for (const std::string text : {"كوليما", "קלרמון", "ܣܘܪܝܝܐ", "हिन्दी"}) {
        Diagnostics found;
        const double width = width_of(set(text, plain, found));
        if (found.has_errors()) continue;  // no font for it here
        INFO(text);
        CHECK(width_of(set(text, tracked, found)) == Approx(width));
    }
    CHECK(width_of(set("Colima", tracked)) > width_of(set("Colima", plain)) + 2);
    // Only their own letters: what stands beside them is spaced as ever.
    CHECK(width_of(set("كوليما Colima", tracked)) > width_of(set("كوليما Colima", plain)) + 2);
}

TEST_CASE("justified lines stretch the spaces of right-to-left text and not its letters") {
    design::Style plain, style;
    plain.hang = style.hang = false;
    style.setting = design::Setting::justified;
    style.letter_space_max = 50;
    const std::string text = "ברוכים הבאים אל העיר היפה שלנו ואל כל מי שגר בה בשלום";
    Diagnostics found;
    const auto lines = lines_of(text, style, 90, found, "he");
    REQUIRE(lines.size() > 2);
    std::size_t letters = 0;
    for (const Line& line : lines) {
        std::string own = copied(line);
        while (own.ends_with(' ')) own.pop_back();
        const Line alone = set(own, plain, "he");
        REQUIRE(alone.runs.size() == 1);
        REQUIRE(alone.runs[0].glyphs.size() == line.runs[0].glyphs.size());
        for (std::size_t i = 0; i < alone.runs[0].glyphs.size(); ++i) {
            if (own[alone.runs[0].glyphs[i].cluster] == ' ') continue;
            CHECK(line.runs[0].glyphs[i].advance == Approx(alone.runs[0].glyphs[i].advance));
            ++letters;
        }
    }
    CHECK(letters > 30);
}

// A line of several parts as a table of flights has it: each is read in its own direction.
TEST_CASE("parts of a line that are units keep their order within, and stand in the order of the line") {
    static const design::Style style;
    const auto line_of = [](bool apart) {
        std::vector<Span> spans;
        int unit = 0;
        for (const std::string part : {"תל אביב", " ", "(TLV)", " ", "10:15", " \u2013 ", "LAX", " ", "16:40"}) {
            spans.push_back(span(part, style, "he"));
            if (apart && part.find_first_not_of(" \u2013") != std::string::npos) spans.back().unit = ++unit;
        }
        Diagnostics found;
        return set_line(spans, fonts(), found);
    };
    const auto drawn = [](const Line& line) {
        std::string text;
        for (const GlyphRun& run : line.runs)
            if (!run.rtl) text += run.text;
        return text;
    };
    // From right to left: TLV 10:15 – LAX 16:40.
    CHECK(drawn(line_of(true)) == "16:40LAX10:15(TLV)");
    CHECK(drawn(line_of(false)) != drawn(line_of(true)));
}

TEST_CASE("a unit that begins with a number is read as its first letter is") {
    static const design::Style style;
    std::vector<Span> spans{span("مبنى البلدية", style, "ar"), span(" \u00B7 ", style, "ar"),
                            span("1001 24th Ave NW", style, "ar"), span(" \u00B7 ", style, "ar"),
                            span("حافلة", style, "ar")};
    spans[2].unit = 1;
    Diagnostics found;
    CHECK(left_to_right(set_line(spans, fonts(), found)) == "|1001 24th Ave NW|");
}
