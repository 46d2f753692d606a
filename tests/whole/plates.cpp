#include "plates.hpp"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "catch.hpp"

namespace {

namespace fs = std::filesystem;

/// An uncompressed grey TIFF of 8 bits (TIFF 6.0), its first picture.
class Tiff {
public:
    explicit Tiff(const fs::path& file) {
        std::ifstream in{file, std::ios::binary};
        bytes_.assign(std::istreambuf_iterator<char>{in}, {});
        INFO(file.string());
        REQUIRE(bytes_.size() > 8);
        REQUIRE(bytes_.substr(0, 4) == std::string("II*\0", 4));
        const std::size_t at = number(4, 4);
        const std::size_t count = number(at, 2);
        for (std::size_t i = 0; i < count; ++i) entry(at + 2 + 12 * i);
    }
    int width = 0, height = 0;
    std::vector<unsigned char> pixels() const {
        std::vector<unsigned char> all;
        for (std::size_t i = 0; i < strips_; ++i) {
            const std::size_t from = number(offsets_ + i * step_, step_);
            const std::size_t rows = std::min<std::size_t>(rows_, static_cast<std::size_t>(height) - i * rows_);
            const std::string part = bytes_.substr(from, rows * static_cast<std::size_t>(width));
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }

private:
    std::size_t number(std::size_t at, std::size_t size) const {
        std::size_t value = 0;
        for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes_.at(at + i));
        return value;
    }
    void entry(std::size_t at) {
        const std::size_t tag = number(at, 2), size = number(at + 2, 2) == 3 ? 2 : 4, count = number(at + 4, 4);
        const std::size_t value = number(at + 8, size);
        if (tag == 256) width = static_cast<int>(value);
        if (tag == 257) height = static_cast<int>(value);
        if (tag == 259) REQUIRE(value == 1);
        if (tag == 278) rows_ = value;
        if (tag == 273) {
            step_ = size;
            strips_ = count;
            offsets_ = count * size <= 4 ? at + 8 : number(at + 8, 4);
        }
    }
    std::string bytes_;
    std::size_t offsets_ = 0, strips_ = 0, step_ = 4, rows_ = 0;
};

}  // namespace

double Plates::at(int plate, int x, int y) const {
    return ink[plate][static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] /
           2.55;
}

double Plates::total(int x, int y) const {
    double sum = 0;
    for (int plate = 0; plate < 4; ++plate)
        for (int v = y - 1; v <= y + 1; ++v)
            for (int u = x - 1; u <= x + 1; ++u) sum += at(plate, u, v);
    return sum / 9;
}

std::vector<Plates> plates_of(const Sandbox& box, const std::string& pdf, int first, int last) {
    const Run run = box.run(
        "rm -rf plates && mkdir plates && gs -q -dNOPAUSE -dBATCH -dSAFER -dPDFSTOPONERROR "
        "-dFirstPage=" +
        std::to_string(first) + " -dLastPage=" + std::to_string(last) +
        " -sDEVICE=tiffsep -sCompression=none -r72 -o plates/%02d.tif " + pdf);
    INFO(run.err + run.out);
    REQUIRE(run.status == 0);
    std::vector<Plates> pages;
    for (int page = 1; page <= last - first + 1; ++page) {
        Plates& plates = pages.emplace_back();
        const std::string number = (page < 10 ? "0" : "") + std::to_string(page);
        int plate = 0;
        for (const char* name : {"Cyan", "Magenta", "Yellow", "Black"}) {
            const Tiff tiff{box.project / "plates" / (number + "(" + name + ").tif")};
            plates.width = tiff.width;
            plates.height = tiff.height;
            plates.ink[plate] = tiff.pixels();
            REQUIRE(plates.ink[plate].size() ==
                    static_cast<std::size_t>(tiff.width) * static_cast<std::size_t>(tiff.height));
            for (auto& dot : plates.ink[plate]) dot = static_cast<unsigned char>(255 - dot);  // paper is 255
            ++plate;
        }
    }
    return pages;
}

std::vector<Word> words_of(const Sandbox& box, const std::string& pdf, int page) {
    const std::string number = std::to_string(page);
    std::istringstream lines{box.run("pdftotext -bbox -f " + number + " -l " + number + " " + pdf + " -").out};
    std::vector<Word> words;
    for (std::string line; std::getline(lines, line);) {
        const auto value = [&](const std::string& name) {
            return std::strtod(line.c_str() + line.find(name + "=\"") + name.size() + 2, nullptr);
        };
        const auto begin = line.find("\">"), end = line.find("</word>");
        if (line.find("<word ") == std::string::npos || end == std::string::npos) continue;
        words.push_back(
            {line.substr(begin + 2, end - begin - 2), value("xMin"), value("yMin"), value("xMax"), value("yMax")});
    }
    return words;
}
