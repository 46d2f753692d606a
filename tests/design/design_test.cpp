#include "design/design.hpp"

#include "catch.hpp"
#include "reading.hpp"

using namespace brochure;
using namespace brochure::design;

namespace {

const Design& every_key() {
    static const auto read = reading::data("every-key.yaml");
    INFO(read.faults());
    REQUIRE(read.found.all().empty());
    return read.design;
}

const Frame& frame(const char* master, std::size_t index) {
    const auto& frames = every_key().masters.at(master).frames;
    REQUIRE(index < frames.size());
    return frames[index];
}

double points(const Expression& expression) {
    const auto value = expression.evaluate([](std::string_view name) -> std::optional<double> {
        if (name == "L") return 564;
        if (name == "W") return 396;
        if (name == "g") return 200;
        if (name == "c1") return 36;
        if (name == "pictures-end") return 24;
        if (name.find('.') != std::string_view::npos) return 100;
        return std::nullopt;
    });
    REQUIRE(value);
    return *value;
}

}  // namespace

TEST_CASE("swatches have a build for light and one for ink") {
    const auto& night = every_key().swatches.at("night");
    CHECK(night.name == "night");
    CHECK(night.srgb == std::array<std::uint8_t, 3>{0x12, 0x30, 0x3f});
    CHECK(night.cmyk == std::array<double, 4>{92, 66, 50, 48.5});
    CHECK_FALSE(night.overprint);
    CHECK(every_key().swatches.at("ink").overprint);
}

TEST_CASE("a style takes every key") {
    const auto& body = every_key().styles.at("body");
    CHECK(body.name == "body");
    CHECK(body.based_on.empty());
    CHECK(body.family == "data");
    CHECK(body.weight == 500);
    CHECK(body.italic);
    CHECK(body.size == 9.25_pt);
    CHECK(body.leading == 12.5_pt);
    CHECK(body.tracking == -14);
    CHECK(body.features == std::vector<Feature>{{"onum", 1}, {"tnum", 1}, {"liga", 0}});
    CHECK(body.capitals);
    CHECK(body.swatch == "night");
    CHECK(body.setting == Setting::justified);
    CHECK(body.hyphenation.on);
    CHECK(body.hyphenation.below_measure == 160_pt);
    CHECK(body.hyphenation.always == std::vector<std::string>{"de", "nl"});
    CHECK(body.hyphenation.before == 5);
    CHECK(body.hyphenation.after == 2);
    CHECK(body.hyphenation.ladder == 2);
    CHECK(body.hyphenation.capitalised);
    CHECK_FALSE(body.hang);
    CHECK(body.optical_shift == 0.027);
    CHECK(body.last_line_words == 3);
    CHECK(body.last_line_em == 4);
    CHECK(body.word_space_min == 0.7);
    CHECK(body.word_space_max == 1.5);
    CHECK(body.letter_space_max == 12);
    CHECK(body.indent == 9_pt);
    CHECK(body.space_before == 24_pt);
    CHECK(body.snap == 6_pt);
    CHECK(body.orphans == 3);
    CHECK(body.widows == 4);
    CHECK(body.keep_with_next == 5);
    CHECK(body.sizes == std::vector<Length>{54_pt, 48_pt, 40_pt});
    CHECK(body.leadings == std::vector<Length>{60_pt, 54_pt, 48_pt});
    CHECK(body.two_line_leading == 36_pt);
    CHECK(body.where.line == 9);
    CHECK(body.where.column == 3);
}

TEST_CASE("a style is as its base where it says nothing, whatever their order in the file") {
    const auto& lead = every_key().styles.at("lead");
    CHECK(lead.name == "lead");
    CHECK(lead.based_on == "body");
    CHECK(lead.size == 13_pt);
    CHECK(lead.indent == 0_pt);
    CHECK_FALSE(lead.hyphenation.on);
    CHECK(lead.family == "data");
    CHECK(lead.features.size() == 3);
    CHECK(lead.widows == 4);
    const auto& small = every_key().styles.at("small");
    CHECK(small.size == 13_pt);
    CHECK(small.hyphenation.on);
    CHECK(small.hyphenation.ladder == 3);
    CHECK(small.hyphenation.before == 5);
    CHECK(every_key().styles.at("right").setting == Setting::right);
    CHECK(every_key().styles.at("right").hyphenation.on);
    CHECK(every_key().styles.at("middle").setting == Setting::centred);
}

TEST_CASE("a format takes every key, in any unit") {
    const auto& format = every_key().formats.at("half-letter");
    CHECK(format.name == "half-letter");
    CHECK(format.trim == Size{396_pt, 612_pt});
    CHECK(format.bleed.mm() == Approx(3));
    CHECK(format.safe == 20_pt);
    CHECK(format.outer == 36_pt);
    CHECK(format.inner == 42_pt);
    CHECK(format.top == 48_pt);
    CHECK(format.bottom == 50_pt);
    CHECK(format.columns == 6);
    CHECK(format.column == 40_pt);
    CHECK(format.gutter == 10_pt);
    CHECK(format.baseline == 11_pt);
    CHECK(format.last_line == 560_pt);
    CHECK(format.values == std::map<std::string, double>{{"pictures-end", 24}, {"rise", -72}});
}

TEST_CASE("column width and last line follow from the margins when they are not given") {
    const auto& format = every_key().formats.at("worked-out");
    CHECK(format.column == 43_pt);
    CHECK(format.last_line == 564_pt);
    CHECK(format.bleed == 9_pt);
    CHECK(format.baseline == 12_pt);
}

TEST_CASE("a master takes every key") {
    const auto& right = every_key().masters.at("right");
    CHECK(right.name == "right");
    CHECK(right.recto == true);
    CHECK_FALSE(right.spread);
    CHECK_FALSE(right.mirror);
    CHECK_FALSE(right.folio);
    CHECK(right.cost == 2.5);
    CHECK(right.range.size() == 10);
    CHECK(right.range.at("aspect-min") == 0.85);
    CHECK(right.range.at("name-lines-max") == 2);
    REQUIRE(right.elastic);
    CHECK(right.elastic->name == "g");
    CHECK(points(right.elastic->from) == 156);
    CHECK(points(right.elastic->to) == 408);
    CHECK(right.elastic->step == 6);
    CHECK(every_key().masters.at("left").recto == false);
    CHECK(every_key().masters.at("left").folio);
    CHECK(every_key().masters.at("spread").spread);
    CHECK(every_key().masters.at("spread").mirror);
    CHECK_FALSE(every_key().masters.at("spread").recto);
}

TEST_CASE("the key that names a frame's kind gives its source, or a panel's and a rule's swatch") {
    CHECK(frame("right", 0).kind == FrameKind::picture);
    CHECK(frame("right", 0).source == "photo");
    CHECK(frame("right", 2).kind == FrameKind::rule);
    CHECK(frame("right", 2).swatch == "night");
    CHECK(frame("right", 2).source.empty());
    CHECK(frame("left", 0).kind == FrameKind::panel);
    CHECK(frame("left", 0).swatch == "night");
}

TEST_CASE("a frame takes every key of its kind") {
    const auto& picture = frame("right", 0);
    CHECK(picture.id == "photo");
    CHECK(picture.area == Area::top_bleed);
    CHECK(points(picture.bottom) == 200);
    CHECK(picture.options == std::map<std::string, std::string>{{"fitting", "fit"}, {"bleed", "outer"}});
    const auto& name = frame("right", 1);
    CHECK(name.columns->first == 3);
    CHECK(name.columns->last == 6);
    CHECK(points(name.baseline) == 136);
    CHECK(name.styles == std::vector<std::string>{"body"});
    CHECK(name.role == "H1");
    CHECK(name.when == std::vector<std::string>{"photo"});
    CHECK(name.unless == std::vector<std::string>{"nothing", "none"});
    CHECK(name.options.at("prefix") == "facing");
    const auto& rule = frame("right", 2);
    CHECK(rule.weight == 0.75_pt);
    CHECK(points(rule.top) == 112);
    const auto& facts = frame("right", 3);
    CHECK(points(facts.top) == 100);
    CHECK(points(facts.gap) == 12);
    CHECK(points(facts.pitch) == 18);
    CHECK(facts.options == std::map<std::string, std::string>{
                               {"limit", "4"}, {"layout", "table"}, {"columns-of", "2"}, {"short", "yes"}});
    CHECK(frame("right", 4).options == std::map<std::string, std::string>{{"rows", "2"}});
    const auto& flow = frame("spread", 0);
    CHECK(flow.on == On::first);
    CHECK(points(flow.left) == 36);
    CHECK(flow.split == 2);
    CHECK(flow.balance);
    CHECK(flow.continues == "second");
    CHECK(flow.styles == std::vector<std::string>{"lead", "body"});
    CHECK(flow.options.at("parts") == "by-column");
    const auto& second = frame("spread", 1);
    CHECK(second.on == On::second);
    CHECK(points(second.right) == 360);
    CHECK(points(second.top) == 108);
    CHECK(points(second.bottom) == 540);
    const auto& list = frame("spread", 2);
    CHECK(list.on == On::both);
    CHECK(list.options == std::map<std::string, std::string>{{"numbered", "yes"}});
    CHECK(frame("spread", 3).options == std::map<std::string, std::string>{{"layout", "stacked"}});
    CHECK(points(frame("spread", 4).diameter) == 98);
    CHECK(frame("spread", 4).area == Area::bleed);
    CHECK(frame("spread", 6).area == Area::none);
    CHECK(flow.where.line == 88);
}

TEST_CASE("columns mirror when counted from the outer or the inner edge") {
    const auto& outer = *frame("right", 2).columns;
    CHECK(outer.outer);
    CHECK_FALSE(outer.inner);
    CHECK(outer.first == 4);
    const auto& inner = *frame("right", 3).columns;
    CHECK(inner.inner);
    CHECK(inner.first == 2);
    const auto& single = *frame("right", 4).columns;
    CHECK(single.first == 3);
    CHECK(single.last == 3);
}

TEST_CASE("a frame that names no role has that of its kind") {
    CHECK(frame("right", 0).role == "artifact");
    CHECK(frame("right", 2).role == "artifact");
    CHECK(frame("spread", 0).role == "P");
    CHECK(frame("spread", 2).role == "L");
    CHECK(frame("spread", 3).role == "Table");
    CHECK(frame("spread", 4).role == "Figure");
    CHECK(frame("spread", 5).role == "artifact");
}

TEST_CASE("sections, flows and fill pages name what is used") {
    const auto& design = every_key();
    CHECK(design.name == "every-key");
    const auto& city = design.sections.at("city");
    CHECK(city.kind == "city");
    CHECK(city.variants == std::vector<std::string>{"spread"});
    CHECK(city.otherwise == std::vector<std::string>{"left", "right"});
    CHECK(city.continues == "right");
    CHECK(city.label == "name");
    CHECK(design.flows.at("by-length").all_first == 200);
    CHECK(design.flows.at("by-length").first_sentences == 150);
    CHECK(design.fill == std::vector<std::string>{"left", "right"});
    CHECK(design.fill_end == std::vector<std::string>{"right"});
}

TEST_CASE("a design says how fine its photos may be, or that they stay as they are") {
    const auto every_key = reading::contents(std::string{TEST_DATA} + "/data/every-key.yaml");
    const auto before = every_key.substr(0, every_key.rfind("max-ppi:"));
    CHECK(reading::text(every_key).design.max_ppi == 350.0);
    CHECK(reading::text(before + "max-ppi: none").design.max_ppi == 0.0);
    CHECK_FALSE(reading::text(before).design.max_ppi);
    for (const char* bad : {"max-ppi: all", "max-ppi: 71", "max-ppi: 2401", "max-ppi: 300dpi", "max-ppi: [300]"}) {
        INFO(bad);
        CHECK(reading::text(before + bad).found.has_errors());
    }
}

TEST_CASE("the panels of a sheet stand side by side, and it is folded where two meet") {
    const auto& format = every_key().formats.at("folded");
    const auto* back = format.panel("back");
    REQUIRE(back);
    CHECK(back->left.pt() == 190);
    CHECK(back->width.pt() == 205);
    CHECK(back->read == 4);
    CHECK(format.panel("cover")->read == 1);
    CHECK_FALSE(format.panel("side"));
    const auto folds = format.folds("flap");
    REQUIRE(folds.size() == 2);
    CHECK(folds[0].pt() == 190);
    CHECK(folds[1].pt() == 395);
    CHECK(format.folds("wide").empty());
    CHECK(format.folds("side").empty());
}

TEST_CASE("a master has the frames of its parts before its own") {
    const auto& frames = every_key().masters.at("outside").frames;
    REQUIRE(frames.size() == 4);
    CHECK(frames[0].in == "cover");
    CHECK(frames[1].in == "flap");
    CHECK(frames[1].options.at("take") == "last");
    CHECK(frames[2].options.at("half") == "second");
    CHECK(frames[3].in == "back");
    CHECK(frames[3].options.at("meets") == "code");
}

TEST_CASE("a design without a name has that of its file") {
    const auto read = reading::text(reading::with_frames("      - {folio: name}\n"), "content/designs/plain.yaml");
    CHECK(read.faults() == "");
    CHECK(read.design.name == "plain");
}

TEST_CASE("every kind of frame is known by its word") {
    for (const auto* kind : {"text", "flow", "picture", "panel", "rule", "facts", "figures", "list", "table",
                             "parallel", "map", "globe", "locator", "hours", "clock", "qr", "logo", "folio"}) {
        const auto read =
            reading::text(reading::with_frames("      - {" + std::string{kind} + ": ink, top: 12, baseline: 60}\n"));
        if (std::string_view{kind} == "rule") CHECK(read.faults() == "");
        INFO(kind << "\n" << read.faults());
        CHECK(read.found.all().empty());
        CHECK(name_of(read.design.masters.at("page").frames.at(0).kind) == kind);
    }
}
