#include "text/known_lines.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>

#include "shape_fixture.hpp"

using namespace brochure;
using namespace brochure::text;
namespace fs = std::filesystem;

namespace {

/// A project's fonts/ and a cache, both older than any run; removed at the end.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("brochure-lines-" + std::to_string(::getpid()));
    fs::path fonts = path / "fonts", file = path / "cache" / "some.lines";
    Folder() {
        fs::remove_all(path);
        fs::create_directories(fonts);
        age();
    }
    ~Folder() { fs::remove_all(path); }
    /// The time of a folder's state cannot be set back.
    static void age() { ::usleep(2'100'000); }
    std::string bytes() const {
        std::ifstream in{file, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    void put(const std::string& bytes) const { std::ofstream{file, std::ios::binary} << bytes; }
};

std::chrono::nanoseconds now() {
    return std::chrono::system_clock::now().time_since_epoch();
}

/// One run of the program: fonts of its own, and what it remembers.
struct Session {
    Fonts fonts;
    KnownLines known;
    explicit Session(const Folder& folder, const std::string& maker = "one")
        : fonts{testing::manifest(), {folder.fonts, fs::temp_directory_path() / "brochure-test-fonts"}},
          known{fonts, folder.file, maker, now()} {}

    std::vector<Line> set(const std::vector<Span>& spans, const Measure& measure, Length size = {}) {
        Diagnostics found;
        auto lines = break_lines(prepare(spans, fonts, found, size), measure, found);
        CHECK(found.all().empty());
        return lines;
    }
    void learn(const std::vector<Span>& spans, const Measure& measure, Length size = {}) {
        known.note(spans, size, measure, set(spans, measure, size));
    }
    bool knows(const std::vector<Span>& spans, const Measure& measure, Length size = {}) {
        Diagnostics found;
        return known.find(spans, size, measure, found).has_value();
    }
    std::string told(const std::vector<Line>& lines) const {
        std::string all;
        const auto put = [&all](const auto&... parts) { ((all += std::to_string(parts) + " "), ...); };
        for (const Line& line : lines) {
            put(line.width.pt(), line.hyphenated, line.last, line.overfull, line.rtl, line.ratio);
            for (const GlyphRun& run : line.runs) {
                all += fonts.info(run.face).postscript_name + "|" + run.swatch + "|" + run.lang + "|" + run.link + "|" +
                       run.text + "|" + run.actual_text + "|";
                put(run.size.pt(), run.rtl, run.logical, run.x.pt(), run.advance.pt(), run.has_actual_text,
                    run.where.file.index, run.where.line, run.where.column);
                for (std::size_t i = 0; i < run.glyphs.size(); ++i)
                    put(run.glyphs[i].id, run.glyphs[i].cluster, run.glyphs[i].advance, run.offset(i).x,
                        run.offset(i).y);
            }
            all += "\n";
        }
        return all;
    }
};

design::Style justified() {
    design::Style style;
    style.name = "body";
    style.setting = design::Setting::justified;
    style.hyphenation.on = true;
    return style;
}

constexpr const char* words =
    "Every September a festival of short films fills the theatres and libraries of the international university.";
constexpr Measure narrow{.width = Length::from_pt(120), .first_indent = Length::from_pt(9)};

/// A paragraph whose parts differ in everything that a run remembers.
std::vector<Span> many_parts(const design::Style& style, int line) {
    std::vector<Span> spans{testing::span(words, style), testing::span(" الأدب العربي ", style, "ar"),
                            testing::span("姉妹都市の音楽祭。", style, "ja"), testing::span(" at last", style)};
    spans[3].link = "https://example.org";
    for (std::size_t i = 0; i < spans.size(); ++i) spans[i].where = {FileId{2}, line, static_cast<int>(i) + 5};
    return spans;
}

}  // namespace

TEST_CASE("lines that were set before come back as they were, at the places of now") {
    const Folder folder;
    design::Style style = justified(), label = style;
    label.capitals = true;
    const auto spans = many_parts(style, 3), moved = many_parts(style, 7);
    const std::vector<Span> capitals{testing::span("Straße", label, "de")};
    {
        Session first{folder};
        first.learn(spans, narrow);
        first.learn(capitals, narrow);
        CHECK(!first.knows(spans, narrow));  // not before it is kept
        first.known.keep();
        CHECK(first.knows(spans, narrow));
    }
    Session second{folder};
    for (const auto* asked : {&moved, &capitals}) {
        Diagnostics found;
        const auto known = second.known.find(*asked, {}, narrow, found);
        REQUIRE(known);
        CHECK(found.all().empty());
        CHECK(second.told(*known) == second.told(second.set(*asked, narrow)));
    }
}

TEST_CASE("what was said of a word without room is said again, where it stands now") {
    const Folder folder;
    const design::Style style = justified();
    const auto spans_at = [&](int line) {
        std::vector<Span> spans{testing::span("A short word and ", style),
                                testing::span("Featherstonevlasopouloskonstantinmontgomerywolfeschlegel", style)};
        for (Span& span : spans) span.where = {{0}, line++, 5};
        return spans;
    };
    const auto broken = [&](Session& session, const std::vector<Span>& spans, Diagnostics& found) {
        return break_lines(prepare(spans, session.fonts, found), narrow, found);
    };
    {
        Session first{folder};
        Diagnostics found;
        const auto lines = broken(first, spans_at(3), found);
        REQUIRE(found.all().size() == 1);
        first.known.note(spans_at(3), {}, narrow, lines, found);
        first.known.keep();
    }
    Session second{folder};
    Diagnostics told, set;
    const auto known = second.known.find(spans_at(7), {}, narrow, told);
    REQUIRE(known);
    CHECK(second.told(*known) == second.told(broken(second, spans_at(7), set)));
    CHECK(told.all() == set.all());
}

TEST_CASE("whatever the lines depend on makes another question") {
    const Folder folder;
    const design::Style style = justified();
    const auto spans = many_parts(style, 3);
    {
        Session first{folder};
        first.learn(spans, narrow);
        first.known.keep();
    }
    Session second{folder};
    CHECK(second.knows(spans, narrow));
    CHECK(!second.knows(spans, {.width = Length::from_pt(120.001), .first_indent = narrow.first_indent}));
    CHECK(!second.knows(spans, {narrow.width, {}}));
    CHECK(!second.knows(spans, {narrow.width, narrow.first_indent, Side::right}));
    CHECK(!second.knows(spans, narrow, Length::from_pt(9)));
    using Change = void (*)(Span&);
    for (const Change change : std::initializer_list<Change>{
             [](Span& s) { s.text += "."; }, [](Span& s) { s.lang = "en-GB"; }, [](Span& s) { s.lang_stated = true; },
             [](Span& s) { s.emphasis = true; }, [](Span& s) { s.strong = true; }, [](Span& s) { s.keep = true; },
             [](Span& s) { s.link = "x"; }}) {
        auto others = spans;
        change(others[0]);
        CHECK(!second.knows(others, narrow));
    }
    using Restyle = void (*)(design::Style&);
    for (const Restyle change : std::initializer_list<Restyle>{
             [](design::Style& s) { s.family = "data"; }, [](design::Style& s) { s.weight = 700; },
             [](design::Style& s) { s.tracking = 1; },
             [](design::Style& s) {
                 s.features.push_back({"onum", 1});
             },
             [](design::Style& s) { s.swatch = "night"; }, [](design::Style& s) { s.hyphenation.before = 2; },
             [](design::Style& s) { s.hang = false; }, [](design::Style& s) { s.word_space_max = 2; }}) {
        design::Style other = style;
        change(other);
        CHECK(!second.knows(many_parts(other, 3), narrow));
    }
    design::Style renamed = style;
    renamed.name = "another";
    CHECK(second.knows(many_parts(renamed, 3), narrow));
}

TEST_CASE("another program, and fonts that changed, know nothing") {
    const Folder folder;
    const design::Style style = justified();
    const std::vector<Span> spans{testing::span(words, style)};
    const auto learn = [&] {
        Session session{folder};
        session.learn(spans, narrow);
        session.known.keep();
    };
    learn();
    CHECK(!Session(folder, "two").knows(spans, narrow));
    CHECK(Session(folder).knows(spans, narrow));
    std::ofstream{folder.fonts / "note.txt"} << "a font may come to lie here";
    CHECK(!Session(folder).knows(spans, narrow));
    learn();  // the folder is too young to be trusted
    CHECK(!Session(folder).knows(spans, narrow));
    Folder::age();
    learn();
    CHECK(Session(folder).knows(spans, narrow));
}

TEST_CASE("parts that were written at one place cannot be told apart, and are not kept") {
    const Folder folder;
    const design::Style style = justified();
    const std::vector<Span> spans{testing::span("one ", style), testing::span("two", style)};
    Session session{folder};
    session.learn(spans, narrow);
    session.known.keep();
    CHECK(!session.knows(spans, narrow));
}

TEST_CASE("a file of lines cut short or damaged gives right lines or none, and is written anew") {
    const Folder folder;
    const design::Style style = justified();
    const std::vector<Span> spans{testing::span(words, style)};
    Session session{folder};
    session.learn(spans, narrow);
    session.known.keep();
    const std::string whole = folder.bytes(), lines = session.told(session.set(spans, narrow));
    REQUIRE(whole.size() > 100);
    for (std::size_t i = 0; i < whole.size(); i += 5) {
        std::string muddled = whole;
        muddled[i] = static_cast<char>(muddled[i] ^ 0x10);
        for (const auto& bytes : {whole.substr(0, i), muddled, whole + "x"}) {
            folder.put(bytes);
            KnownLines damaged{session.fonts, folder.file, "one", now()};
            Diagnostics found;
            CHECK(!damaged.find(spans, {}, narrow, found));
            CHECK(found.all().empty());
        }
    }
    Session again{folder};
    again.learn(spans, narrow);
    again.known.keep();
    Diagnostics found;
    const auto known = again.known.find(spans, {}, narrow, found);
    REQUIRE(known);
    CHECK(again.told(*known) == lines);
}

TEST_CASE("paragraphs that nobody asks for are forgotten in the end, the others stay") {
    const Folder folder;
    const design::Style style = justified();
    const auto paragraph = [&](int i) { return std::vector<Span>{testing::span(words + std::to_string(i), style)}; };
    for (int run = 0; run < 12; ++run) {
        Session session{folder};
        if (run == 0) session.learn(paragraph(100), narrow);
        CHECK(session.knows(paragraph(0), narrow) == (run > 0));
        session.learn(paragraph(run), narrow);
        session.known.keep();
        CHECK(session.knows(paragraph(100), narrow) == (run <= 8));
    }
}

TEST_CASE("two runs at once leave one whole file of lines, that of the last") {
    const Folder folder;
    const design::Style style = justified();
    const std::vector<Span> first{testing::span(words, style)}, second{testing::span("Short.", style)};
    {
        Session one{folder}, two{folder};
        one.learn(first, narrow);
        two.learn(second, narrow);
        one.known.keep();
        two.known.keep();
    }
    CHECK(Session(folder).knows(second, narrow));
    CHECK(std::distance(fs::directory_iterator{folder.file.parent_path()}, {}) == 1);  // and no drafts
}
