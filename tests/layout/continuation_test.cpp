// Texts of every length: where a page or a column of them ends, the lines of a paragraph stay together in company
// (DESIGN 4: at least two at the foot and at the head of a column), and no page is left with a handful of lines.
#include <cmath>
#include <map>
#include <set>

#include "composing.hpp"

using namespace brochure;

namespace {

constexpr const char* sentences[] = {
    "The river divides the old town from the new one. ",
    "Workshops along the canal still make paper, glass and small boats. ", "A path leads round the lake. ",
    "On Saturdays the farmers of the valley bring cheese, apples and honey to market. ",
    "Nobody remembers who planted the lime trees. "};

// Paragraphs of some 330 characters up to `characters`; each begins with "Here" and ends with "done".
std::string text_of(std::size_t characters) {
    std::string text, paragraph = "Here ";
    std::size_t next = 0;
    while (text.size() + paragraph.size() < characters) {
        paragraph += sentences[next++ % std::size(sentences)];
        if (paragraph.size() < 330) continue;
        text += "    " + paragraph + "All is done\n\n";
        paragraph = "Here ";
    }
    return text + "    " + paragraph + "All is done\n";
}

composing::Made made(std::size_t characters, bool photo, const std::string& format) {
    composing::Project project;
    project.files["content/organisation.yaml"] = composing::at_home;
    project.files["content/publications.yaml"] = composing::publication("[cities]", format);
    project.files["content/cities/x.yaml"] =
        "city:\n  name: Xanten\n  country: DE\n  coordinates: [51.66, 6.45]\n  zone: Europe/Berlin\n  source: s\n" +
        std::string{photo ? "  photo: {file: x.jpg, alt: A picture, caption: The market, credit: me}\n" : ""} +
        "  text: |-\n" + text_of(characters);
    project.photos = {{"x.jpg", composing::photo(3600, 2700)}};
    return composing::compose(project);
}

// The lines of running text on a page: by column, then by height.
std::map<long, std::map<long, std::string>> columns_of(const page::Page& page, double size) {
    std::map<long, std::map<long, std::string>> columns;
    std::map<long, long> first_run;  // a line's left end, by height, right of the page's middle or not
    for (const auto& item : page.items) {
        const auto* placed = std::get_if<page::PlacedRun>(&item);
        if (!placed || std::abs(placed->run.size.pt() - size) > 0.01) continue;
        const long side = placed->origin.x.pt() > page.trim.width.pt() / 2 - 6 ? 1 : 0;
        columns[side][std::lround(placed->origin.y.pt())] += placed->run.text;
    }
    return columns;
}

}  // namespace

TEST_CASE("no column of a city's text begins or ends with a single line of a paragraph") {
    for (const char* format : {"half-letter", "a5"})
        for (const bool photo : {true, false})
            for (std::size_t characters = 1000; characters <= 6000; characters += 125) {
                const auto one = made(characters, photo, format);
                INFO(format << (photo ? ", photo, " : ", no photo, ") << characters << " characters");
                REQUIRE(one.publication);
                std::size_t body_pages = 0;
                for (const auto& page : one.publication->pages) {
                    std::size_t lines = 0;
                    for (const auto& [side, column] : columns_of(page, 9.25)) {
                        lines += column.size();
                        std::size_t together = 0;
                        bool opens = false;
                        for (auto line = column.begin(); line != column.end(); ++line) {
                            const bool begins = line->second.starts_with("Here");
                            if (begins || line == column.begin()) together = 0, opens = begins;
                            ++together;
                            const bool ends = line->second.find("done") != std::string::npos;
                            if (!ends && std::next(line) != column.end()) continue;
                            INFO("page " << page.label << ": " << line->second);
                            CHECK((together > 1 || (opens && ends)));
                        }
                    }
                    if (lines > 0 && ++body_pages > 1) CHECK(lines >= 8);
                }
            }
}
