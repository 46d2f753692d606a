// A name in letters that reach further up or down than Latin ones is set smaller where it would touch what stands
// above or below it.
#include "text/ink.hpp"

#include "composing.hpp"

using namespace brochure;

namespace {

composing::Made handout(const std::string& name, const std::string& country) {
    composing::Project project;
    project.files["content/organisation.yaml"] = composing::at_home;
    project.files["content/publications.yaml"] =
        "publications: {p: {title: T, design: municipal, format: letter, lang: en-US, for-each: city}}\n";
    project.files["content/cities/x.yaml"] =
        "city:\n  name: " + name + "\n  country: " + country +
        "\n  coordinates: [31.7, 35.2]\n  zone: Asia/Hebron\n  source: s\n"
        "  photo: {file: x.jpg, alt: A picture, credit: me}\n  text: A town of some size on a hill.\n";
    project.photos = {{"x.jpg", composing::photo(3000, 2000)}};
    project.city = "x";
    return composing::compose(project);
}

double size_of(const std::string& name, const std::string& country) {
    const auto one = handout(name, country);
    REQUIRE(one.publication);
    const auto* run = one.run(0, name);
    REQUIRE(run);
    return run->run.size.pt();
}

}  // namespace

TEST_CASE("a name is set at the largest size at which its letters keep clear of label and rule") {
    CHECK(size_of("Norg", "NL") == Approx(60));
    CHECK(size_of("\u0628\u064A\u062A \u0644\u062D\u0645", "PS") ==
          Approx(48));                               // its last letter reaches 0.305 em down
    CHECK(size_of("\u1EA4nh", "VN") == Approx(48));  // 0.987 em up
}

TEST_CASE("ink is what the letters of a line draw") {
    design::FontManifest manifest;
    manifest.families["text"].names = {"Vollkorn"};
    text::Fonts fonts{manifest, {}};
    design::Style style;
    style.size = Length::from_pt(60);
    const auto ink = [&](const std::string& words) {
        text::Span span;
        span.text = words;
        span.style = &style;
        Diagnostics found;
        return text::ink_of(text::set_line(std::span{&span, 1}, fonts, found), fonts);
    };
    CHECK(ink("xo").below < 1);
    CHECK(ink("xog").below == Approx(14.9).margin(0.2));
    CHECK(ink("xog").above == Approx(ink("g").above).margin(0.2));
    CHECK(ink("h").above > ink("x").above + 10);
    CHECK(ink("").above == 0);
}
