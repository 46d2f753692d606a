#include "content/printer.hpp"
#include "catch.hpp"
#include "content/printer_fields.hpp"

using namespace brochure;
using namespace brochure::content;

namespace {

struct Read {
    SourceFiles files;
    Diagnostics found;
    PrinterSettings settings;
    explicit Read(std::string text) {
        settings = read_printer(files.add("content/printers/town.yaml", std::move(text)), files, found);
    }
};

}  // namespace

TEST_CASE("a printer profile says some of what a printer wants, and the rest is usual") {
    const Read read{"standard: x-1a\nbleed: 3mm\nmarks: {crop: yes}\nink-limit: 260\n"};
    CHECK(read.found.all().empty());
    const Printer printer = complete(read.settings, "town");
    CHECK(printer.name == "town");
    CHECK(printer.standard == PrintStandard::x1a);
    CHECK(printer.bleed.mm() == Approx(3));
    CHECK(printer.crop_marks);
    CHECK_FALSE(printer.slug);
    CHECK(printer.ink_limit == 260);
    CHECK(printer.intent == Intent::relative_bpc);
    CHECK(printer.profile.value == "FOGRA39L_coated.icc");
    CHECK(printer.condition == "FOGRA39");
}

TEST_CASE("what is said above wins over what is said below") {
    const Read upper{"like: below\nbleed: 0.125in\nmarks: {fold: yes}\n"},
        lower{"bleed: 3mm\nmarks: {crop: yes}\nppi: 350\n"};
    REQUIRE(upper.settings.like);
    CHECK(upper.settings.like->value == "below");
    const Printer printer = complete(over(upper.settings, lower.settings), "town");
    CHECK(printer.bleed.pt() == Approx(9));
    CHECK(printer.fold_marks);
    CHECK(printer.crop_marks);
    CHECK(printer.ppi == 350);
}

TEST_CASE("another profile is not called by the name of the one below it") {
    const Read lower{"condition: {name: FOGRA39, registry: \"http://www.color.org\", profile: a.icc}\n"};
    const Read bare{"condition: {profile: town-press.icc}\n"}, named{"condition: {profile: b.icc, name: FOGRA51}\n"};
    const Printer without = complete(over(bare.settings, lower.settings), "town");
    CHECK(without.condition == "town-press");
    CHECK(without.condition_registry.empty());
    CHECK(complete(over(named.settings, lower.settings), "town").condition == "FOGRA51");
}

TEST_CASE("every fault of a printer profile is told at its place") {
    const Read read{
        "standard: x-3\nbleed: 3cm\nmarks: {corp: yes}\ncondition: {profile: ../secret.icc}\nink-limit: 500\n"};
    REQUIRE(read.found.count(Severity::error) == 5);
    const auto all = read.found.sorted(read.files);
    const int lines[] = {1, 2, 3, 4, 5}, columns[] = {11, 8, 9, 22, 12};
    for (std::size_t i = 0; i < 5; ++i) {
        INFO(all[i].text);
        CHECK(all[i].where.line == lines[i]);
        CHECK(all[i].where.column == columns[i]);
    }
    CHECK(all[2].hint.find("crop") != std::string::npos);
}

TEST_CASE("a copier's papers, margin and caliper are read, and are usual where nobody says them") {
    const Read read{"papers: [a4, a3]\nmargin: 5mm\ncaliper: 0.12mm\n"};
    CHECK(read.found.all().empty());
    const Printer printer = complete(read.settings, "office"), usual = complete({}, "office");
    CHECK(printer.papers == std::vector<std::string>{"a4", "a3"});
    CHECK(printer.margin.mm() == Approx(5));
    CHECK(printer.caliper.mm() == Approx(0.12));
    CHECK(usual.papers.size() == 5);
    CHECK(usual.margin.pt() == Approx(18));
    CHECK(usual.caliper.mm() == Approx(0.1));
}
