// Photos too small for their frames: the rules of DESIGN 9 and R50, with photos that are only claimed to exist.
#include <unistd.h>

#include <fstream>

#include "catch.hpp"
#include "layout/layout.hpp"

using namespace brochure;
namespace fs = std::filesystem;

namespace {

// On a page of 6 x 6 in: a picture of 6 x 4 in, one of 3 x 2 in, and no picture.
constexpr const char* look = R"(
swatches: {ink: {srgb: "#000000", cmyk: [0, 0, 0, 100]}}
styles: {body: {family: text, size: 10, leading: 12, swatch: ink}}
formats: {square: {trim: [6in, 6in], margins: {inner: 36, outer: 36, top: 36, bottom: 36}, columns: {count: 1}, baseline: 12}}
masters:
  large: {frames: [{picture: photo, columns: 1, left: 0, right: 432, top: 0, bottom: 288}, {flow: text, columns: 1, top: 300, bottom: L, style: body}]}
  small: {cost: 4, frames: [{picture: photo, columns: 1, left: 0, right: 216, top: 0, bottom: 144}, {flow: text, columns: 1, top: 300, bottom: L, style: body}]}
  stretch: {elastic: {name: g, from: 72, to: 300, step: 12}, frames: [{picture: photo, columns: 1, left: 0, right: 144, top: 0, bottom: g}, {flow: text, columns: 1, top: g + 24, bottom: L, style: body}]}
  none: {cost: 6, frames: [{flow: text, columns: 1, top: 36, bottom: L, style: body}]}
sections:
)";

struct Composed {
    std::optional<page::Publication> publication;
    Diagnostics found;
    const Diagnostic& first_warning() const {
        const auto& all = found.all();
        return *std::find_if(all.begin(), all.end(), [](const auto& one) { return one.severity == Severity::warning; });
    }
    std::vector<std::string> said() const {
        std::vector<std::string> all;
        for (const auto& one : found.all())
            if (one.severity != Severity::note) all.push_back(one.rule + ": " + one.text);
        return all;
    }
    /// Width of the picture on the page, in inches; 0: there is none.
    double picture() const {
        return publication && !publication->pictures.empty() ? publication->pictures[0].placed.width.pt() / 72 : 0;
    }
};

struct Asked {
    int width = 1800, height = 1200;
    std::string sections = "  city: {variants: [large, small], otherwise: [none]}\n";
    std::string more = "";  // lines of the city
    std::string text = "Short.";
    bool screen_only = false;
    std::string protect = "[0.4, 0.4, 0.1, 0.1]";
};

Composed composed(const Asked& asked) {
    const fs::path root = fs::temp_directory_path() / ("resolution-" + std::to_string(getpid()));
    fs::create_directories(root / "content/cities");
    std::ofstream{root / "content/organisation.yaml"} << "organisation: {name: O, home: {city: H, region: R, country: "
                                                         "US, coordinates: [1, 2], zone: America/Chicago, "
                                                         "source: s}}\n";
    std::ofstream{root / "content/publications.yaml"}
        << "publications: {p: {title: T, design: d, format: square, binding: none, lang: en-US, sections: [cities]}}\n";
    std::ofstream{root / "content/cities/c.yaml"}
        << "city:\n  name: C\n  country: MX\n  photo: {file: p.jpg, alt: A photo, credit: me, protect: "
        << asked.protect << "}\n  text: " << asked.text << "\n"
        << asked.more;
    Composed result;
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(root, files, 1, found);
    const auto design = design::read(files.add("content/designs/d.yaml", look + asked.sections), files, found);
    const auto manifest = design::read_fonts(
        files.add("fonts/fonts.yaml", std::string{design::embedded().at("fonts/fonts.yaml")}), files, found);
    fs::remove_all(root);
    for (const auto& one : found.all()) {
        INFO(one.where.line << ":" << one.where.column << ": " << one.text << " " << one.hint);
        CHECK(one.severity != Severity::error);
    }
    image::Photo photo;
    photo.width = asked.width;
    photo.height = asked.height;
    text::Fonts fonts{manifest, {}};
    layout::Job job;
    job.publication = &content.publications.at(0);
    job.lang = "en-US";
    job.screen_only = asked.screen_only;
    result.publication = layout::compose(content, design, job, {{"p.jpg", photo}}, fonts, result.found);
    return result;
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("a photo of 250 ppi or more is printed large and nothing is said") {
    const auto made = composed({.width = 1500, .height = 1000});
    CHECK(made.picture() == Approx(6));
    CHECK(made.said() == Said{});
}

TEST_CASE("a photo between 150 and 250 ppi is warned of, with the pixels needed and the size it can carry") {
    const auto made = composed({.width = 1499, .height = 1000});
    CHECK(made.picture() == Approx(6));
    CHECK(made.said() == Said{"low-resolution: the photo prints at 249 ppi; 250 or more looks sharp"});
    CHECK(made.first_warning().hint ==
          "at this size it needs 1500 x 1000 pixels; this photo carries at most 5.9 x 3.9 in");
}

TEST_CASE("what a warning says of inches and pixels is enough, not a rounding short of it") {
    const auto made = composed({.width = 901, .height = 601});
    CHECK(made.first_warning().hint ==
          "at this size it needs 1500 x 1000 pixels; this photo carries at most 3.6 x 2.4 in");
    CHECK(composed({.width = 900, .height = 600}).picture() == Approx(6));
}

TEST_CASE("a photo under 150 ppi goes into a smaller frame, and that is told") {
    const auto made = composed({.width = 780, .height = 520});
    CHECK(made.picture() == Approx(3));
    CHECK(
        made.said() ==
        Said{"photo-smaller: the photo is printed smaller: in the layout 'large' the photo has only 130 ppi, less than "
             "150: at this size it needs 900 x 600 pixels; this photo carries at most 5.2 x 3.4 in"});
}

TEST_CASE("a photo too small for every frame is left out, and that is told with the frame it comes nearest to") {
    const auto made = composed({.width = 420, .height = 280});
    CHECK(made.publication);
    CHECK(made.picture() == 0);
    CHECK(made.said() == Said{"photo-left-out: the photo is left out: in the layout 'small' the photo has only 140 "
                              "ppi, less than 150: at "
                              "this size it needs 450 x 300 pixels; this photo carries at most 2.8 x 1.8 in"});
}

TEST_CASE("a photo that has no room beside its text is left out, and that is told") {
    std::string text;
    for (int i = 0; i < 90; ++i) text += "several words and ";
    const auto made = composed({.text = text});
    CHECK(made.publication);
    REQUIRE(made.said().size() == 1);
    CHECK(made.said()[0].starts_with("photo-left-out: the photo is left out: in the layout 'large' "));
    CHECK(made.said()[0].ends_with("lines of text do not fit"));
}

TEST_CASE("only where the content names the layout is a photo too small an error") {
    const auto made = composed({.width = 780, .height = 520, .more = "  layout: large\n"});
    CHECK_FALSE(made.publication);
    CHECK(
        made.said() ==
        Said{
            "layout-impossible: the layout 'large' is not possible here: the photo has only 130 ppi, less than 150: at "
            "this size it needs 900 x 600 pixels; this photo carries at most 5.2 x 3.4 in"});
    CHECK(composed({.width = 780, .height = 520, .more = "  layout: small\n"}).publication);
}

TEST_CASE("a design without a smaller frame cannot show a small photo, and says what it needs") {
    const auto made = composed({.width = 780, .height = 520, .sections = "  city: {variants: [large]}\n"});
    CHECK_FALSE(made.publication);
    REQUIRE(made.said().size() == 1);
    CHECK(made.said()[0].find("needs 900 x 600 pixels") != std::string::npos);
}

TEST_CASE("on the screen alone 96 and 72 ppi are the limits") {
    CHECK(composed({.width = 576, .height = 384, .screen_only = true}).said() == Said{});
    const auto warned = composed({.width = 570, .height = 380, .screen_only = true});
    CHECK(warned.picture() == Approx(6));
    CHECK(warned.said() == Said{"low-resolution: the photo prints at 95 ppi; 96 or more looks sharp"});
    const auto smaller = composed({.width = 426, .height = 284, .screen_only = true});
    CHECK(smaller.picture() == Approx(3));
    REQUIRE(smaller.said().size() == 1);
    CHECK(smaller.said()[0].find("only 71 ppi, less than 72") != std::string::npos);
}

TEST_CASE(
    "an elastic picture takes the room that the text leaves, but grows no further than its protected part allows") {
    const std::string sections = "  city: {variants: [stretch]}\n";
    const auto height = [&](const std::string& protect) {
        const auto made = composed({.sections = sections, .protect = protect});
        REQUIRE(made.publication);
        REQUIRE(made.publication->pictures.size() == 1);
        return made.publication->pictures[0].placed.height.pt();
    };
    CHECK(height("[0.4, 0.4, 0.1, 0.1]") == Approx(300));
    CHECK(height("[0.1, 0.2, 0.6, 0.3]") == Approx(156));  // 144 pt wide: 0.6 of the photo's width at 160 pt
}
