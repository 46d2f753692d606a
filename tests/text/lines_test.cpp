#include <algorithm>

#include "shape_fixture.hpp"
#include "text/prepare.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

namespace {

const std::string words =
    "Founded by President Eisenhower, the organisation promotes partnerships between communities; the office is in "
    "Norman. "
    "Volunteers visit, teach and trade, and exchange students live with families of the town for a summer or a school "
    "year.";

double right_edge(const Line& line) {
    return (line.runs.back().x + line.runs.back().advance).pt();
}

}  // namespace

TEST_CASE("ragged lines keep their natural width and fit the measure") {
    const design::Style style;
    Diagnostics found;
    const auto lines = lines_of(words, style, 150, found);
    CHECK(found.all().empty());
    REQUIRE(lines.size() > 5);
    for (const Line& line : lines) {
        CHECK(fits(line.width, Length::from_pt(150.01)));
        CHECK(line.ratio == 0);
        CHECK(right_edge(line) == Approx(line.width.pt()).margin(0.01));
        CHECK_FALSE(line.overfull);
    }
    CHECK(lines.back().last);
    CHECK_FALSE(lines.front().last);
}

TEST_CASE("justified lines reach the measure, the last one does not") {
    design::Style style;
    style.setting = design::Setting::justified;
    style.hang = false;
    style.hyphenation.on = true;
    Diagnostics found;
    const auto lines = lines_of(words, style, 180, found);
    REQUIRE(lines.size() > 3);
    for (const Line& line : lines)
        if (!line.last) CHECK(right_edge(line) == Approx(180).margin(0.001));
    CHECK(right_edge(lines.back()) < 179);
}

TEST_CASE("justified lines space letters and narrow spaces no further than the style allows") {
    design::Style style, plain;
    style.setting = design::Setting::justified;
    style.hang = plain.hang = false;
    style.letter_space_max = 20;
    style.features = plain.features = {{"liga", 0}, {"kern", 0}};
    const double letter = 0.02 * style.size.pt() + 1e-6,
                 space = width_of(set("a a", plain)) - 2 * width_of(set("a", plain));
    Diagnostics found;
    bool spaced = false;
    for (double measure = 40; measure < 220; measure += 9)
        for (const Line& line :
             lines_of(words + " Dwight\u00A0D.\u00A0Eisenhower\u00A0himself", style, measure, found)) {
            std::string own = copied(line);
            while (!own.empty() && own.back() == ' ') own.pop_back();
            const Line alone = set(own, plain);
            REQUIRE(alone.runs[0].glyphs.size() == line.runs[0].glyphs.size());
            for (std::size_t i = 0; i + 1 < alone.runs[0].glyphs.size(); ++i) {
                const double more = line.runs[0].glyphs[i].advance - alone.runs[0].glyphs[i].advance;
                const char c = own[alone.runs[0].glyphs[i].cluster];
                const bool is_space = c == ' ' || c == '\xC2';
                CHECK(more > (is_space ? -(1 - style.word_space_min) * space - 1e-6 : -1e-6));
                if (!is_space) CHECK(more < letter);
                spaced = spaced || (!is_space && more > letter / 2);
            }
        }
    CHECK(spaced);
}

TEST_CASE("all spaces of a justified line change alike, as its ratio says, also where letters are kerned with them") {
    design::Style style, plain;
    style.setting = design::Setting::justified;
    style.hang = plain.hang = false;
    style.hyphenation.on = true;
    const double space = width_of(set("a a", plain)) - 2 * width_of(set("a", plain));
    Diagnostics found;
    int hyphens = 0, kerned = 0;
    for (double measure = 100; measure < 320; measure += 4)
        for (const Line& line : lines_of(words + " We know, you try. " + words, style, measure, found)) {
            if (line.last) continue;
            hyphens += line.hyphenated ? 1 : 0;
            std::string own;
            for (const GlyphRun& run : line.runs) own += run.text;
            while (own.back() == ' ') own.pop_back();
            const Line alone = set(own, plain);
            const double wanted =
                line.ratio * space * (line.ratio < 0 ? 1 - style.word_space_min : style.word_space_max - 1);
            for (std::size_t i = 0; i < alone.runs[0].glyphs.size() && line.runs.size() == 1; ++i) {
                if (own[alone.runs[0].glyphs[i].cluster] != ' ') continue;
                const double was = alone.runs[0].glyphs[i].advance;
                CHECK(line.runs[0].glyphs[i].advance - was == Approx(wanted).margin(0.001));
                kerned += was < space - 0.1 ? 1 : 0;
            }
        }
    CHECK(hyphens > 0);
    CHECK(kerned > 0);
}

TEST_CASE("a paragraph is justified as TeX justifies it") {
    // The ends that LuaTeX chose (tests/benchmarks/typography) in the same font, with the same spaces and patterns.
    const std::string text =
        "He came in the spring, by the slow train, with one bag and a tin of tea. No one met him at the gate. He sat "
        "on "
        "the low wall by the ford and ate a bun and an egg, and the dog of the inn came and sat at his feet and was "
        "fed. By dusk it was known in the whole of the town that the man from the far side of the sea had come at "
        "last, "
        "a day too soon, and was to be found in the rain, on a wall, in a hat that was not made for it.";
    design::Style style;
    style.setting = design::Setting::justified;
    style.hang = false;
    Diagnostics found;
    const auto spaces_in = [&](double measure) {
        std::vector<std::ptrdiff_t> spaces;
        for (const Line& line : lines_of(text, style, measure, found)) {
            const std::string own = copied(line);
            spaces.push_back(std::count(own.begin(), own.end(), ' ') - (line.last ? 0 : 1));
        }
        return spaces;
    };
    CHECK(spaces_in(252) == std::vector<std::ptrdiff_t>{14, 16, 15, 15, 14, 16, 7});
    CHECK(spaces_in(318) == std::vector<std::ptrdiff_t>{18, 20, 19, 18, 20, 3});
}

TEST_CASE("a ladder of 0 sets no limit to hyphens in successive lines") {
    design::Style style;
    style.setting = design::Setting::justified;
    style.hyphenation.on = true;
    const std::string text =
        "Representatives administratively congratulating organisations internationally notwithstanding "
        "recommendations unanimously approved interdisciplinary communications";
    const auto hyphens_at = [&](int ladder) {
        style.hyphenation.ladder = ladder;
        Diagnostics found;
        const auto lines = lines_of(text, style, 60, found);
        return std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.hyphenated; });
    };
    CHECK(hyphens_at(0) >= hyphens_at(3));
    CHECK(hyphens_at(0) > hyphens_at(1));
}

TEST_CASE("a paragraph is prepared once and broken for any measure") {
    const design::Style style;
    Diagnostics found;
    const std::vector<Span> spans{span(words, style)};
    const Prepared prepared = prepare(spans, fonts(), found);
    const auto wide = break_lines(prepared, {Length::from_pt(400), {}}, found);
    const auto narrow = break_lines(prepared, {Length::from_pt(100), {}}, found);
    const auto again = break_lines(prepared, {Length::from_pt(400), {}}, found);
    CHECK(wide.size() < narrow.size());
    CHECK(copied(wide) == copied(narrow));
    CHECK(copied(wide) == words);
    REQUIRE(again.size() == wide.size());
    for (std::size_t i = 0; i < wide.size(); ++i) CHECK(again[i].runs[0].glyphs == wide[i].runs[0].glyphs);
    const auto one = break_lines(prepared, {Length::from_pt(prepared.natural_width().pt() + 0.01), {}}, found);
    CHECK(one.size() == 1);
}

TEST_CASE("the first line is indented") {
    const design::Style style;
    Diagnostics found;
    const std::vector<Span> spans{span(words, style)};
    const auto lines = break_lines(prepare(spans, fonts(), found), {Length::from_pt(150), Length::from_pt(12)}, found);
    CHECK(lines[0].runs[0].x.pt() == Approx(12));
    CHECK(lines[1].runs[0].x.pt() == Approx(0));
    CHECK(right_edge(lines[0]) < 150.01);
}

TEST_CASE("a hyphen the breaker sets is drawn, and read back as a soft one") {
    design::Style style;
    style.hyphenation.on = true;
    Diagnostics found;
    const std::string text = "International photography administration communication";
    const auto lines = lines_of(text, style, 62, found);
    const auto hyphenated = std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.hyphenated; });
    REQUIRE(hyphenated != lines.end());
    const GlyphRun& hyphen = hyphenated->runs.back();
    CHECK(hyphen.has_actual_text);
    CHECK(hyphen.actual_text == "\u00AD");
    CHECK(hyphen.glyphs.size() == 1);
    CHECK(copied(lines) == text);
}

TEST_CASE("a line that is asked for ends with a whole word, and the words stay the same") {
    design::Style style;
    style.hyphenation.on = true;
    Diagnostics found;
    const std::string text =
        "International photography administration communication and the understanding of democratic communities";
    const std::vector<Span> spans{span(text, style)};
    const Prepared prepared = prepare(spans, fonts(), found);
    const auto usual = break_lines(prepared, {Length::from_pt(80), {}}, found);
    int divided = 0;
    for (std::size_t i = 0; i < usual.size(); ++i) {
        if (!usual[i].hyphenated) continue;
        ++divided;
        Measure measure{Length::from_pt(80), {}};
        measure.whole_word = static_cast<int>(i);
        const auto lines = break_lines(prepared, measure, found);
        REQUIRE(lines.size() > i);
        CHECK_FALSE(lines[i].hyphenated);
        CHECK(copied(lines) == text);
    }
    CHECK(divided > 0);
}

TEST_CASE("words are hyphenated only below the measure the style names, or always in languages it lists") {
    design::Style style;
    style.hyphenation.on = true;
    style.hyphenation.before = 2;
    style.hyphenation.after = 2;
    style.hyphenation.below_measure = Length::from_pt(50);
    Diagnostics found;
    const auto any_hyphen = [&](const std::string& text, const std::string& lang) {
        const auto lines = lines_of(text, style, 62, found, lang);
        return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.hyphenated; });
    };
    const std::string text = "the international photography of administration in communication";
    CHECK_FALSE(any_hyphen(text, "en-US"));
    style.hyphenation.always = {"en"};
    CHECK(any_hyphen(text, "en-US"));
}

TEST_CASE("a soft hyphen shows only where a line ends, and is never copied") {
    const design::Style style;
    Diagnostics found;
    const std::string text = "Inter\xC2\xADnational";
    const auto whole = lines_of(text, style, 200, found), divided = lines_of(text, style, 40, found);
    REQUIRE(whole.size() == 1);
    CHECK(copied(whole) == "International");
    REQUIRE(divided.size() == 2);
    CHECK(divided[0].hyphenated);
    CHECK(copied(divided) == "International");
}

TEST_CASE("a soft hyphen before a word keeps it whole, and is not shown") {
    design::Style style;
    style.hyphenation.on = true;
    Diagnostics found;
    const std::string before = "Die große ", name = "Donaudampfschifffahrt", after = " in Passau",
                      plain = before + name + after;
    const auto hyphens = [&](const std::string& text) {
        std::ptrdiff_t count = 0;
        for (double measure = 100; measure < 140; measure += 3) {
            const auto lines = lines_of(text, style, measure, found, "de");
            count += std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.hyphenated; });
            CHECK(copied(lines) == plain);
        }
        return count;
    };
    CHECK(hyphens(plain) > 0);
    CHECK(hyphens(before + "\u00AD" + name + after) == 0);
}

TEST_CASE("punctuation hangs at the left edge") {
    design::Style style;
    Diagnostics found;
    const auto hanging = lines_of("“Quoted” words", style, 200, found);
    CHECK(hanging[0].runs[0].x.pt() < -2);
    CHECK(hanging[0].width.pt() == Approx(right_edge(hanging[0])));
    style.hang = false;
    CHECK(lines_of("“Quoted” words", style, 200, found)[0].runs[0].x.pt() == Approx(0));
}

TEST_CASE("punctuation hangs at the right edge of justified lines only") {
    design::Style style;
    style.hyphenation.on = true;
    style.setting = design::Setting::justified;
    const std::string text =
        "Letters, letters, letters, letters, letters, letters, letters, letters, letters, letters, letters, end";
    Diagnostics found;
    const auto lines = lines_of(text, style, 111, found);
    bool hangs = false;
    for (const Line& line : lines) hangs = hangs || right_edge(line) > 111.5;
    CHECK(hangs);
    style.setting = design::Setting::ragged;
    for (const Line& line : lines_of(text, style, 111, found)) CHECK(right_edge(line) < 111.01);
}

TEST_CASE("display sizes move left by their optical shift") {
    design::Style style;
    style.optical_shift = 0.027;
    style.size = Length::from_pt(54);
    Diagnostics found;
    CHECK(lines_of("Colima", style, 400, found)[0].runs[0].x.pt() == Approx(-0.027 * 54));
}

TEST_CASE("lines set to the right and in the middle stand there") {
    design::Style style;
    Diagnostics found;
    style.setting = design::Setting::right;
    const auto right = lines_of("Colima", style, 200, found);
    CHECK(right_edge(right[0]) == Approx(200));
    style.setting = design::Setting::centred;
    const auto centred = lines_of("Colima", style, 200, found);
    CHECK(centred[0].runs[0].x.pt() == Approx((200 - centred[0].width.pt()) / 2));
    style.setting = design::Setting::ragged;
    const auto arabic = lines_of("مرحبا بكم", style, 200, found, "ar");
    CHECK(right_edge(arabic[0]) == Approx(200));
}

TEST_CASE("a word wider than its column gets a line to itself and a warning where it stands") {
    design::Style style;
    style.hyphenation.on = true;  // but only in narrower columns
    Diagnostics found;
    std::vector<Span> spans{span("A Donaudampfschifffahrtsgesellschaft ends", style)};
    spans[0].where = {{}, 12, 3};
    const auto lines = break_lines(prepare(spans, fonts(), found), {Length::from_pt(60), {}}, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "overfull");
    CHECK(found.all()[0].severity == Severity::warning);
    CHECK(found.all()[0].where.line == 12);
    CHECK(std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.overfull; }) == 1);
}

TEST_CASE("an e-mail address wider than its column is divided before its marks, without a hyphen, and only then") {
    const design::Style style;
    const std::string text = "Write to secretaria.de.relaciones@municipio-de-colima.example.org before coming.";
    Diagnostics found;
    const auto narrow = lines_of(text, style, 120, found);
    CHECK(found.all().empty());
    std::string all;
    std::size_t divided = 0;
    for (const auto& line : narrow) {
        CHECK_FALSE(line.overfull);
        std::string words;
        for (const auto& run : line.runs) words += run.text;
        if (words.starts_with('.') || words.starts_with('@') || words.starts_with('-')) ++divided;
        all += words;
    }
    CHECK(divided > 0);
    CHECK(all.find("secretaria.de.relaciones@municipio-de-colima.example.org") != std::string::npos);
    for (const auto& line : lines_of(text, style, 300, found)) CHECK_FALSE(line.runs.front().text.starts_with('.'));
}

TEST_CASE("a title breaks where the rag is least when its style lets it end on one word") {
    design::Style style;
    style.size = Length::from_pt(30);
    style.tracking = -8;
    Diagnostics found;
    const auto first = [&](const std::string& title) { return copied(lines_of(title, style, 318, found).front()); };
    style.last_line_words = 1;
    CHECK(first("Sister Cities International") == "Sister Cities ");
    CHECK(first("Goals of Sister Cities International") == "Goals of Sister Cities ");
    style.last_line_words = 2;
    CHECK(first("Sister Cities International") == "Sister ");
    style.last_line_words = 1;
    style.size = Length::from_pt(26);
    CHECK(copied(lines_of("Goals of Sister Cities International", style, 216, found).front()) == "Goals of ");
}

TEST_CASE("a title ends on a short word alone only where as many lines have no other break") {
    design::Style style;
    style.size = Length::from_pt(26);
    style.last_line_words = 1;
    Diagnostics found;
    const auto lines = [&](const std::string& title, double width) {
        std::string all;
        for (const auto& line : lines_of(title, style, width, found)) all += copied(line) + "/";
        return all;
    };
    CHECK(lines("Friends of Far Places", 216) == "Friends of /Far Places/");
    style.keep_joiners = design::Joiners::titles;
    CHECK(lines("Friends of Far Places", 216) == "Friends of /Far Places/");
    CHECK(lines("Sister Cities International", 216) == "Sister Cities /International/");
    CHECK(lines("Internationalism now", 216) == "Internationalism /now/");  // there is nothing else
    CHECK(lines("International Sisterhood now", 216) == "International /Sisterhood now/");
    CHECK(lines("goh-chee-soh-sah-mah deh-shtah", 290) == "goh-chee-soh-sah-mah /deh-shtah/");
    // "Sisterhood / of / International now": not for a line more.
    CHECK(lines("Internationalisms and Internationalisms", 216) == "Internationalisms /and /Internationalisms/");
}

TEST_CASE(
    "a title's word wider than its column is divided, by its language's patterns if they help, and that is said") {
    design::Style style;
    style.hyphenation.on = false;
    Diagnostics found;
    const std::string name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllant";
    const auto lines = lines_of(name, style, 80, found);
    REQUIRE(lines.size() == 3);
    for (const Line& line : lines) CHECK(line.width.pt() <= 80);
    CHECK(lines[0].hyphenated);
    CHECK(lines[0].overfull);  // whoever chooses among columns takes a wider one
    CHECK_FALSE(lines[2].overfull);
    CHECK(copied(lines) == name);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "divided");
    found = {};
    CHECK(copied(lines_of("Internationalization", style, 60, found).front()) == "International");
    // A hyphen and the two letters behind it, between which no line ends, are part of what is too wide.
    found = {};
    const double almost = lines_of("FeatherstoneVlasopoulos-Ko", style, 1000, found).front().width.pt() - 4;
    const auto tail = lines_of("FeatherstoneVlasopoulos-Ko", style, almost, found);
    CHECK(tail.size() == 2);
    for (const Line& line : tail) CHECK(line.width.pt() <= almost);
    CHECK(copied(tail) == "FeatherstoneVlasopoulos-Ko");
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "divided");
    found = {};
    CHECK(lines_of("Colima " + name, style, 400, found).front().hyphenated == false);
    CHECK(found.all().empty());
    // No hyphen gets into an address.
    CHECK(lines_of("https://example.org/abcdefghijklmnopqrstuvwxyz", style, 60, found).front().overfull);
}

TEST_CASE("no line of a title ends on a word that leads to the next where the style says so and there is another way") {
    design::Style style;
    style.size = Length::from_pt(26);
    style.last_line_words = 1;
    Diagnostics found;
    const auto first = [&](const std::string& title) { return copied(lines_of(title, style, 216, found).front()); };
    CHECK(first("Exchanges and partnerships") == "Exchanges and ");
    style.keep_joiners = design::Joiners::titles;
    CHECK(first("Exchanges and partnerships") == "Exchanges ");
    CHECK(first("Exchanges & partnerships") == "Exchanges ");
    CHECK(first("Échanges et partenariats") == "Échanges et ");  // in English "et" is a word like others
    // An article or a preposition binds less: "Goals of Sister / Cities" would be worse.
    CHECK(first("Goals of Sister Cities International") == "Goals of ");
    CHECK(first("Internationalism and projects") == "Internationalism ");
}

TEST_CASE("no line of a name ends on a short linking word, be it of another language") {
    design::Style style;
    style.size = Length::from_pt(26);
    Diagnostics found;
    const auto first = [&](const std::string& name, double width) {
        return copied(lines_of(name, style, width, found).front());
    };
    CHECK(first("San Cristóbal de las Casas", 216) == "San Cristóbal de ");
    style.keep_joiners = design::Joiners::names;
    CHECK(first("San Cristóbal de las Casas", 216) == "San Cristóbal ");
    CHECK(first("Santa Maria de la Encarnación", 216) == "Santa Maria ");
    CHECK(first("Kingston upon Thames and Hull of the North", 290) == "Kingston upon Thames ");
    CHECK(first("Great Plains of the North", 216) == "Great Plains ");
    CHECK(first("Freiburg im Breisgau Nord", 215) == "Freiburg ");
    CHECK(first("Do as you like or die young", 205) == "Do as you like ");
}

TEST_CASE("a line that the author ended ends on two words too, where there is another way") {
    const design::Style style;
    Diagnostics found;
    const auto lines = lines_of("Street and number\nNorman, Oklahoma, postal code\n+1 000 000 0000", style, 115, found);
    REQUIRE(lines.size() == 4);
    CHECK(copied(lines[1]) == "Norman, Oklahoma, ");
    CHECK(copied(lines[2]).starts_with("postal code"));
}

TEST_CASE("a line end in the text ends the line and parts the words for who copies them") {
    const design::Style style;
    Diagnostics found;
    const auto lines = lines_of("City Hall\nNorman", style, 300, found);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].runs[0].text == "City Hall ");
    CHECK(lines[0].runs[0].glyphs.size() == 9);
    CHECK(lines[1].runs[0].text == "Norman");
}

TEST_CASE("a span marked so is never divided") {
    design::Style style;
    style.hyphenation.on = true;
    Diagnostics found;
    std::vector<Span> spans{span("He met ", style), span("Dwight Eisenhower", style), span(" in town once", style)};
    spans[1].keep = true;
    for (const double measure : {70.0, 80.0, 90.0, 100.0}) {
        const auto lines = break_lines(prepare(spans, fonts(), found), {Length::from_pt(measure), {}}, found);
        CHECK(std::any_of(lines.begin(), lines.end(), [](const Line& line) {
            return copied(line).find("Dwight Eisenhower") != std::string::npos;
        }));
    }
}

TEST_CASE("no Japanese line begins with a closing mark or ends with an opening one") {
    const design::Style style;
    Diagnostics found;
    const std::string text =
        "精華町は、京都府の南部にある町です。「けいはんな学研都市」の中心として、ひょうご・おおさか（など）と結ばれてい"
        "ます。";
    for (double measure = 30; measure < 120; measure += 4.3) {
        const auto lines = lines_of(text, style, measure, found, "ja");
        CHECK(copied(lines) == text);
        for (const Line& line : lines) {
            const std::string shown = copied(line);
            for (const char* mark : {"、", "。", "」", "）", "ょ", "ー", "・"}) CHECK(shown.find(mark) != 0);
            for (const char* mark : {"「", "（"}) CHECK((shown.size() < 3 || shown.substr(shown.size() - 3) != mark));
        }
    }
}

TEST_CASE("justified Japanese fills the measure between its characters") {
    design::Style style;
    style.setting = design::Setting::justified;
    Diagnostics found;
    const auto lines =
        lines_of("精華町は京都府の南部にある町で学研都市の中心として大阪や兵庫と結ばれていますし友好都市があります",
                 style, 101, found, "ja");
    REQUIRE(lines.size() > 2);
    CHECK(right_edge(lines[0]) == Approx(101).margin(0.01));
}

TEST_CASE("no text gives no lines, and only spaces none either") {
    const design::Style style;
    Diagnostics found;
    CHECK(lines_of("", style, 100, found).empty());
    CHECK(break_lines(prepare({}, fonts(), found), {Length::from_pt(10), {}}, found).empty());
    CHECK(set_line({}, fonts(), found).runs.empty());
    CHECK(found.all().empty());
}

TEST_CASE("marks stand where the font puts them; glyphs without an offset keep none") {
    const design::Style style;
    const std::vector<Span> spans{span("مُحَمَّد", style, "ar")};
    Diagnostics found;
    const Prepared prepared = prepare(spans, fonts(), found);
    const auto& p = *prepared.implementation;
    const Line line = set_line(spans, fonts(), found);
    REQUIRE(line.runs.size() == 1);
    const GlyphRun& run = line.runs.front();
    REQUIRE(run.glyphs.size() == p.glyphs.size());
    bool moved = false;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        CHECK(run.offset(i).x == Approx(p.glyphs[i].x * p.pieces[0].scale()));
        CHECK(run.offset(i).y == Approx(p.glyphs[i].y * p.pieces[0].scale()));
        moved = moved || run.offset(i) != GlyphOffset{};
    }
    CHECK(moved);
    CHECK(set("Norman", style).runs.front().offsets.empty());
}
