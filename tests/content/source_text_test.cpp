#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "project.hpp"

using namespace brochure;

namespace {

// The two repairs that were allowed: no-break spaces become spaces, and "end.The" gets its space.
std::string repaired(std::string text) {
    const auto replace = [&](const std::string& from, const std::string& to) {
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
    };
    replace("\u00A0", " ");
    replace("end.The", "end. The");
    replace("  ", " ");
    return text;
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \r");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \r") + 1 - begin);
}

// A sentence ends with a full stop before a space and a capital, but not after an initial or in "U.S.".
std::vector<std::string> sentences(const std::string& line) {
    std::vector<std::string> list;
    std::size_t begin = 0;
    for (std::size_t i = 1; i + 2 < line.size(); ++i) {
        const bool capital_before = line[i - 1] >= 'A' && line[i - 1] <= 'Z';
        const bool capital_after = line[i + 2] >= 'A' && line[i + 2] <= 'Z';
        if (line[i] != '.' || line[i + 1] != ' ' || !capital_after || capital_before) continue;
        list.push_back(line.substr(begin, i + 1 - begin));
        begin = i + 2;
    }
    list.push_back(line.substr(begin));
    return list;
}

std::size_t count(const std::vector<std::string>& blocks, const std::string& sentence) {
    std::size_t times = 0;
    for (const auto& block : blocks)
        for (std::size_t at = 0; (at = block.find(sentence, at)) != std::string::npos; at += sentence.size()) ++times;
    return times;
}

std::string words(const content::Text& text) {
    return text.empty() ? "" : plain(text.find("en")->value);
}

// The running texts of the sample, one string for each block.
std::vector<std::string> texts(const content::Content& content) {
    const auto& o = content.organisation;
    std::vector<std::string> list{words(o.about.value().text), words(o.mission.value().text),
                                  words(o.about.value().lead), words(o.mission.value().lead)};
    for (const auto& goal : o.goals.value().items) list.push_back(words(goal));
    for (const auto& city : content.cities) {
        list.push_back(words(city.text));
        list.push_back(words(city.lead));
    }
    return list;
}

// Titles and captions, each a line of the source.
std::vector<std::string> lines(const content::Content& content) {
    const auto& o = content.organisation;
    auto cover = words(o.cover_title);
    cover.replace(cover.find('\n'), 1, " ");
    std::vector<std::string> list{cover, words(o.about.value().title), words(o.mission.value().label),
                                  words(o.goals.value().title), words(o.cities_title)};
    const std::vector<std::string> countries{"France", "Mexico", "Japan", "Italy"};  // ICU's names of FR, MX, JP, IT
    for (std::size_t i = 0; i < content.cities.size(); ++i) {
        list.push_back(words(content.cities[i].photo.value().caption));
        list.push_back(words(content.cities[i].name) + ", " + countries.at(i));
    }
    return list;
}

}  // namespace

TEST_CASE("every sentence of the source text stands in the sample content exactly once") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 1, found);
    const auto blocks = texts(content);
    auto short_lines = lines(content);
    std::ifstream in(TEST_DATA "/data/sister-cities.txt");
    REQUIRE(in);
    std::size_t checked = 0;
    for (std::string line; std::getline(in, line);) {
        line = trimmed(repaired(line));
        if (line.rfind("• ", 0) == 0) line = line.substr(std::string("• ").size());
        if (line.empty()) continue;
        for (const auto& sentence : sentences(line)) {
            INFO(sentence);
            const auto as_line = static_cast<std::size_t>(std::count(short_lines.begin(), short_lines.end(), sentence));
            const auto in_text = sentence.size() > 60 || sentence.back() == '.' ? count(blocks, sentence) : 0;
            CHECK(as_line + in_text == 1);
            ++checked;
        }
    }
    CHECK(checked == 36);
}

TEST_CASE("the sample's texts say nothing that the source does not") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 1, found);
    std::ifstream in(TEST_DATA "/data/sister-cities.txt");
    auto source = repaired({std::istreambuf_iterator<char>(in), {}});
    for (const auto& block : texts(content)) {
        if (block.empty()) continue;
        INFO(block);
        CHECK(source.find(block) != std::string::npos);
    }
}

TEST_CASE("the sample's short texts are whole sentences of the long ones, in their order") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 1, found);
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto* section : {&*content.organisation.about, &*content.organisation.mission})
        pairs.emplace_back(words(section->shorter), words(section->text));
    for (const auto& city : content.cities)
        if (!city.shorter.empty()) pairs.emplace_back(words(city.shorter), words(city.text));
    CHECK(pairs.size() == 5);
    for (const auto& [shorter, whole] : pairs) {
        const auto all = sentences(whole);
        auto at = all.begin();
        for (const auto& sentence : sentences(shorter)) {
            INFO(sentence);
            at = std::find(at, all.end(), sentence);
            REQUIRE(at != all.end());
            ++at;
        }
    }
}
