// bench_typography samples PARAGRAPHS FONTS OUT   writes what TeX is to set, in TeX's words
// bench_typography table PARAGRAPHS FONTS CSV     sets the same itself and prints the comparison
// PARAGRAPHS: a text file, paragraphs parted by empty lines. FONTS: a font manifest. CSV: what lines.lua wrote.
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "design/font_manifest.hpp"
#include "ours.hpp"

using namespace brochure;
using namespace brochure::typography;

namespace {

constexpr std::array<const char*, 2> sizes{"9.25", "12"};
constexpr std::array<const char*, 4> measures{"153", "208", "252", "318"};
constexpr std::array<const char*, 3> modes{"asLaTeX", "withStretch", "anyTolerance"};
constexpr std::array<const char*, 5> sides{"LuaLaTeX", "  emergencystretch 3em", "  any tolerance", "brochure, TeX's rules",
                                           "  house rules"};

using Paragraphs = std::vector<std::string>;
using Setting = std::array<std::vector<std::vector<SetLine>>, 5>;  // by side and paragraph

Paragraphs read_paragraphs(const char* file) {
    std::ifstream in{file};
    Paragraphs all;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) all.push_back(line);
    return all;
}

struct Workshop {
    Diagnostics found;
    text::Fonts fonts;
    explicit Workshop(const char* family) : fonts{manifest(family), {}} {}

    static design::FontManifest manifest(const char* family) {
        design::FontManifest made;
        design::FontFamily text;
        text.name = "text";
        text.names = {family};
        made.families["text"] = text;
        return made;
    }

    text::Prepared prepare(const std::string& paragraph, const design::Style& style) {
        text::Span span;
        span.text = paragraph;
        span.style = &style;
        const std::vector<text::Span> spans{span};
        return text::prepare(spans, fonts, found);
    }
};

void write_samples(const Paragraphs& paragraphs, Workshop& shop, const char* file) {
    std::ofstream out{file};
    const design::Style style = justified_style(10);
    for (const char* size : sizes)
        for (const char* measure : measures)
            for (const char* mode : modes) {
                out << "\\inSize{" << size << "}{" << style.word_space_max - 1 << "}{" << 1 - style.word_space_min
                    << "}\\inMeasure{" << measure << "}\\inMode{" << mode << "}\n";
                for (std::size_t n = 0; n < paragraphs.size(); ++n)
                    out << "\\sample{" << n << "}{" << for_tex(shop.prepare(paragraphs[n], style)) << "}\n";
            }
}

/// The rows of TeX's lines, by mode, size, measure and paragraph.
std::map<std::string, std::vector<SetLine>> read_tex(const char* file) {
    std::map<std::string, std::vector<SetLine>> lines;
    std::ifstream in{file};
    for (std::string row; std::getline(in, row);) {
        std::istringstream fields{row};
        std::array<std::string, 9> field;
        for (std::string& each : field) std::getline(fields, each, ',');
        const SetLine line{std::stod(field[6]), static_cast<Hyphen>(std::stoi(field[5])), field[4] == "1",
                           field[7] == "1", std::stoi(field[8])};
        lines[field[0] + "," + field[1] + "," + field[2] + "," + field[3]].push_back(line);
    }
    return lines;
}

/// Prints the rows of a setting, and adds its scores to `totals`.
void print(const std::string& name, const std::array<Score, 5>& scores, const std::array<int, 5>& same) {
    std::printf("\n%s\n", name.c_str());
    for (std::size_t side = 0; side < sides.size(); ++side) {
        const Score& s = scores[side];
        std::printf("  %-24s %5d %12.1f %7.3f %6.2f %6.2f %7d %6d %6d", sides[side], s.lines, s.demerits / 10000,
                    s.spread(), s.least, s.greatest, s.hyphens, s.loose, s.overfull);
        if (side >= modes.size()) std::printf(" %5d", same[side]);
        std::printf("\n");
    }
}

/// Whether our rows under TeX's rules are no worse than each of TeX's, in demerits and in spread.
void judge(const std::string& name, const std::array<Score, 5>& scores) {
    const Score& ours = scores[3];
    for (std::size_t side = 0; side < modes.size(); ++side) {
        const bool demerits = ours.demerits <= scores[side].demerits * 1.0001;
        const bool spread = ours.spread() <= scores[side].spread() * 1.0001;
        if (!demerits || !spread)
            std::printf("worse: %s, than %s in %s\n", name.c_str(), modes[side],
                        demerits ? "spread" : spread ? "demerits" : "demerits and spread");
    }
}

int print_table(const Paragraphs& paragraphs, Workshop& shop, const char* file) {
    const auto tex = read_tex(file);
    std::printf("%-26s %5s %12s %7s %6s %6s %7s %6s %6s %5s\n", "", "lines", "demerits", "spread", "least", "most",
                "hyphens", "loose", "over", "same");
    std::map<std::string, std::array<Score, 5>> all;
    for (const char* size : sizes)
        for (const char* measure : measures) {
            const design::Style style = justified_style(std::stod(size));
            std::array<Score, 5> scores;
            std::array<int, 5> same{};
            for (std::size_t n = 0; n < paragraphs.size(); ++n) {
                std::array<std::vector<SetLine>, 5> lines;
                for (std::size_t mode = 0; mode < modes.size(); ++mode) {
                    const auto key = std::string{modes[mode]} + "," + size + "," + measure + "," + std::to_string(n);
                    const auto found = tex.find(key);
                    if (found == tex.end()) return std::fprintf(stderr, "%s has no row %s\n", file, key.c_str()), 1;
                    lines[mode] = found->second;
                }
                const text::Prepared paragraph = shop.prepare(paragraphs[n], style);
                lines[3] = set(paragraph, std::stod(measure), Rules::tex);
                lines[4] = set(paragraph, std::stod(measure), Rules::house);
                for (std::size_t side = 0; side < sides.size(); ++side) {
                    scores[side].add(score(lines[side]));
                    same[side] += same_ends(lines[side], lines[2]) ? 1 : 0;
                }
            }
            const std::string name = std::string{size} + " pt in " + measure + " pt";
            print(name, scores, same);
            all[name] = scores;
        }
    std::printf("\n");
    for (const auto& [name, scores] : all) judge(name, scores);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const Paragraphs paragraphs = read_paragraphs(argv[2]);
    Workshop shop{argv[3]};
    int status = 0;
    if (std::string{argv[1]} == "samples")
        write_samples(paragraphs, shop, argv[4]);
    else
        status = print_table(paragraphs, shop, argv[4]);
    for (const Diagnostic& each : shop.found.all()) std::fprintf(stderr, "%s\n", each.text.c_str());
    return status;
}
