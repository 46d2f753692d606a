// Reads every #include of src/ and the build file's list of stages: the house has one direction.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path src = fs::path{PROJECT_DIR} / "src";

struct Source {
    std::string room, name;  // "text", "text/fonts.cpp"
    std::vector<std::string> lines;
};

std::vector<std::string> lines_of(const fs::path& file) {
    std::ifstream in{file};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<Source> sources() {
    std::vector<Source> all;
    for (const auto& entry : fs::recursive_directory_iterator{src}) {
        const auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".hpp" && extension != ".h") continue;
        const auto inside = entry.path().lexically_relative(src);
        if (inside.begin() == std::prev(inside.end())) continue;  // main.cpp stands before the house
        all.push_back({inside.begin()->string(), inside.string(), lines_of(entry.path())});
    }
    return all;
}

/// What each stage says it uses, by the add_stage() lines of src/CMakeLists.txt, in their order.
struct Stages {
    std::vector<std::string> order;
    std::map<std::string, std::set<std::string>> uses;
};
Stages stages() {
    std::string text;
    for (const auto& line : lines_of(src / "CMakeLists.txt")) text += line.substr(0, line.find('#')) + " ";
    Stages found;
    static const std::regex stage{R"(add_stage\(([^)]*)\))"};
    for (std::sregex_iterator match{text.begin(), text.end(), stage}, end; match != end; ++match) {
        std::istringstream words{(*match)[1]};
        std::string name, word;
        words >> name;
        if (name == "name") continue;  // the function itself
        found.order.push_back(name);
        auto& uses = found.uses[name];
        for (words >> word; words && word != "LINKS"; words >> word)
            if (word != "USES") uses.insert(word);
    }
    return found;
}

/// The rooms whose headers a source includes.
std::set<std::string> rooms_included(const Source& source) {
    static const std::regex include{R"(^\s*#\s*include\s*["<]([a-z]+)/[a-z_]+\.h(?:pp)?[">].*)"};
    std::set<std::string> rooms;
    for (const auto& line : source.lines) {
        std::smatch match;
        if (std::regex_match(line, match, include) && fs::is_directory(src / std::string{match[1]}))
            rooms.insert(match[1]);
    }
    return rooms;
}

/// Where `word` stands as code, not behind //.
std::vector<std::string> places_of(const std::string& pattern, const std::set<std::string>& except_rooms) {
    const std::regex wanted{pattern};
    std::vector<std::string> places;
    for (const auto& source : sources()) {
        if (except_rooms.contains(source.room)) continue;
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            const std::string code = source.lines[i].substr(0, source.lines[i].find("//"));
            if (std::regex_search(code, wanted))
                places.push_back(source.name + ":" + std::to_string(i + 1) + ": " + code);
        }
    }
    return places;
}

using None = std::vector<std::string>;

}  // namespace

TEST_CASE("every folder of src is a stage of the build, and every stage uses only those above it") {
    const Stages house = stages();
    std::set<std::string> folders;
    for (const auto& entry : fs::directory_iterator{src})
        if (entry.is_directory()) folders.insert(entry.path().filename().string());
    CHECK(std::set<std::string>(house.order.begin(), house.order.end()) == folders);
    for (auto stage = house.order.begin(); stage != house.order.end(); ++stage)
        for (const auto& used : house.uses.at(*stage)) {
            INFO(*stage << " uses " << used);
            CHECK(std::find(house.order.begin(), stage, used) != stage);
        }
}

TEST_CASE("an include never points down the list, nor to a stage that is not named after USES") {
    const Stages house = stages();
    const auto all = sources();
    REQUIRE(all.size() > 20);
    std::size_t seen = 0;
    for (const auto& source : all) {
        const auto& allowed = house.uses.at(source.room);
        for (const auto& room : rooms_included(source)) {
            ++seen;
            INFO(source.name << " includes a header of " << room);
            CHECK((room == source.room || allowed.contains(room)));
        }
    }
    CHECK(seen > 40);  // the pattern still finds includes
}

TEST_CASE("below cli nothing is printed and no stream object is made") {
    CHECK(places_of(R"(std::(cerr|cout|clog|cin)\b|#\s*include\s*<iostream>|\b(f?printf|puts|fputs)\s*\()", {"cli"}) ==
          None{});
}

TEST_CASE("below cli nobody asks the clock, the locale or the environment") {
    CHECK(
        places_of(
            R"(\bgetenv\b|system_clock|steady_clock|high_resolution_clock|\btime\s*\(\s*(NULL|nullptr|0)\s*\)|\bsetlocale\b|std::locale\s*[({]\s*"|Locale::getDefault|\bgettimeofday\b|clock_gettime|random_device)",
            {"cli"}) == None{});
}

TEST_CASE("a library is known to one room only") {
    CHECK(places_of(R"(#\s*include\s*[<"]yaml-cpp/)", {"yaml"}) == None{});
    CHECK(places_of(R"(#\s*include\s*[<"]hpdf)", {"pdf"}) == None{});
    CHECK(places_of(R"(#\s*include\s*[<"]md4c)", {"content"}) == None{});
    CHECK(places_of(R"(#\s*include\s*[<"](jpeglib|turbojpeg|stb|libexif|libheif))", {"image"}) == None{});
    CHECK(places_of(R"(#\s*include\s*[<"](fontconfig|hyphen))", {"text"}) == None{});
    CHECK(places_of(R"(#\s*include\s*[<"]CLI/)", {"cli"}) == None{});
    CHECK(places_of(R"(#\s*include\s*[<"](GeographicLib|date/))", {"map"}) == None{});
}

TEST_CASE("the rooms' public headers do not bring a library's headers along") {
    for (const auto& source : sources())
        if (source.name == source.room + "/" + source.room + ".hpp")
            for (const auto& line : source.lines) {
                INFO(source.name << ": " << line);
                CHECK_FALSE(std::regex_search(
                    line, std::regex{R"(#\s*include\s*<(hb|unicode|hpdf|yaml-cpp|lcms2|nlohmann|CLI))"}));
            }
}
