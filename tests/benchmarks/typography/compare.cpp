// bench_typography samples PARAGRAPHS FAMILY OUT   writes what TeX is to set, in TeX's words
// bench_typography table PARAGRAPHS FAMILY CSV     sets the same itself and prints the comparison
// bench_typography worse PARAGRAPHS FAMILY CSV     sets the same and prints the paragraphs where TeX has less demerits
// PARAGRAPHS: a text file, paragraphs parted by empty lines. FAMILY: the name of a font family. CSV: what lines.lua
// wrote.
#include <algorithm>
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
constexpr std::array<const char*, 5> sides{"LuaLaTeX", "  emergencystretch 3em", "  any tolerance",
                                           "brochure, TeX's rules", "  house rules"};

using Paragraphs = std::vector<std::string>;
constexpr std::size_t with_tex_rules = 3, with_house_rules = 4;  // of `sides`
constexpr double rounding = 1.0005;                              // TeX counts badness in whole numbers

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

/// One setting of all paragraphs, by side and paragraph.
struct Comparison {
    std::string name;
    std::array<std::vector<std::vector<SetLine>>, sides.size()> lines;
};

/// Only paragraphs that TeX sets without an overfull line can be compared with it.
bool solved(const std::vector<SetLine>& paragraph) {
    return std::none_of(paragraph.begin(), paragraph.end(), [](const SetLine& line) { return line.overfull; });
}

void print_row(const char* name, const Score& s) {
    std::printf("  %-24s %6d %12.1f %7.3f %6.2f %6.2f %7d %6d %6d", name, s.lines, s.demerits / 10000, s.spread(),
                s.least, s.greatest, s.hyphens, s.loose, s.overfull);
}

/// The rows of all paragraphs, then against each of TeX's ways the sums over the paragraphs that it could set.
void print(const Comparison& all) {
    std::printf("\n%s\n", all.name.c_str());
    for (std::size_t side = 0; side < sides.size(); ++side) {
        Score sum;
        for (const auto& paragraph : all.lines[side]) sum.add(score(paragraph));
        print_row(sides[side], sum);
        std::printf("\n");
    }
    for (std::size_t mode = 0; mode < modes.size(); ++mode) {
        Score tex, ours;
        int count = 0, same = 0;
        for (std::size_t n = 0; n < all.lines[mode].size(); ++n) {
            const auto &theirs = all.lines[mode][n], &own = all.lines[with_tex_rules][n];
            if (!solved(theirs)) continue;
            ++count;
            same += same_ends(theirs, own) ? 1 : 0;
            tex.add(score(theirs));
            ours.add(score(own));
        }
        const bool demerits = ours.demerits <= tex.demerits * rounding,
                   spread = ours.spread() <= tex.spread() * rounding;
        std::printf("  against %-20s %2d of %zu set, %2d alike; demerits %.1f to %.1f, spread %.3f to %.3f%s%s\n",
                    modes[mode], count, all.lines[mode].size(), same, ours.demerits / 10000, tex.demerits / 10000,
                    ours.spread(), tex.spread(), demerits ? "" : "  MORE DEMERITS", spread ? "" : "  WIDER SPREAD");
    }
}

/// For who looks for the cause: the paragraphs in which we are worse.
void print_worse(const Comparison& all) {
    for (std::size_t mode = 0; mode < modes.size(); ++mode)
        for (std::size_t n = 0; n < all.lines[mode].size(); ++n) {
            const Score tex = score(all.lines[mode][n]), ours = score(all.lines[with_tex_rules][n]);
            if (!solved(all.lines[mode][n]) || ours.demerits <= tex.demerits * rounding) continue;
            std::printf("\n%s, paragraph %zu, against %s: demerits %.1f to %.1f\n", all.name.c_str(), n, modes[mode],
                        ours.demerits / 10000, tex.demerits / 10000);
            for (const std::size_t side : {with_tex_rules, mode}) {
                for (const SetLine& line : all.lines[side][n])
                    std::printf(" %.2f/%d%s", line.ratio, line.spaces, line.hyphen == Hyphen::none ? "" : "-");
                std::printf("\n");
            }
        }
}

bool set_all(const Paragraphs& paragraphs, Workshop& shop, const char* file, std::vector<Comparison>& made) {
    const auto tex = read_tex(file);
    for (const char* size : sizes)
        for (const char* measure : measures) {
            const design::Style style = justified_style(std::stod(size));
            Comparison all{std::string{size} + " pt in " + measure + " pt", {}};
            for (std::size_t n = 0; n < paragraphs.size(); ++n) {
                for (std::size_t mode = 0; mode < modes.size(); ++mode) {
                    const auto key = std::string{modes[mode]} + "," + size + "," + measure + "," + std::to_string(n);
                    const auto found = tex.find(key);
                    if (found == tex.end()) return std::fprintf(stderr, "%s has no row %s\n", file, key.c_str()), false;
                    all.lines[mode].push_back(found->second);
                }
                const text::Prepared paragraph = shop.prepare(paragraphs[n], style);
                all.lines[with_tex_rules].push_back(set(paragraph, std::stod(measure), Rules::tex));
                all.lines[with_house_rules].push_back(set(paragraph, std::stod(measure), Rules::house));
            }
            made.push_back(std::move(all));
        }
    return true;
}

int print_table(const Paragraphs& paragraphs, Workshop& shop, const char* file, bool each) {
    std::vector<Comparison> made;
    if (!set_all(paragraphs, shop, file, made)) return 1;
    std::printf("%-26s %6s %12s %7s %6s %6s %7s %6s %6s\n", "", "lines", "demerits", "spread", "least", "most",
                "hyphens", "loose", "over");
    for (const Comparison& all : made) each ? print_worse(all) : print(all);
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
        status = print_table(paragraphs, shop, argv[4], std::string{argv[1]} == "worse");
    for (const Diagnostic& each : shop.found.all()) std::fprintf(stderr, "%s\n", each.text.c_str());
    return status;
}
