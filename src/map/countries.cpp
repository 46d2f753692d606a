#include "map/countries.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <span>
#include <utility>

// See outlines.cpp for why the assembler does this.
asm(".pushsection .rodata,\"a\",%progbits\n.global brochure_countries_begin\n.global brochure_countries_end\n"
    ".hidden brochure_countries_begin\n.hidden brochure_countries_end\nbrochure_countries_begin:\n.incbin "
    "\"" BROCHURE_MAP_DATA "/countries.bin\"\nbrochure_countries_end:\n.byte 0\n.popsection\n");
extern "C" const unsigned char brochure_countries_begin[], brochure_countries_end[];

namespace brochure::map {
namespace {

std::span<const unsigned char> packed() {
    return {brochure_countries_begin, brochure_countries_end};
}

std::size_t number(std::size_t& at) {
    const auto bytes = packed();
    std::size_t value = 0;
    for (int shift = 0; at < bytes.size() && shift < 32; shift += 7) {
        const unsigned char byte = bytes[at++];
        value |= static_cast<std::size_t>(byte & 127U) << shift;
        if (byte < 128) break;
    }
    return value;
}

}  // namespace

Countries::Countries() : read_(rows) {
    std::size_t at = 0;
    for (int row = 0; row < rows; ++row) {
        const std::size_t length = number(at);
        starts_.push_back(at);
        at += length;
    }
}

int Countries::at(int row, int column) {
    if (row < 0 || row >= rows) return 0;
    auto& cells = read_[static_cast<std::size_t>(row)];
    if (cells.empty()) {
        cells.reserve(columns);
        for (std::size_t at = starts_[static_cast<std::size_t>(row)]; cells.size() < columns && at < packed().size();) {
            const std::size_t count = number(at);
            cells.insert(cells.end(), std::min<std::size_t>(count, columns - cells.size()),
                         static_cast<std::uint16_t>(number(at)));
        }
        cells.resize(columns);
    }
    return cells[static_cast<std::size_t>((column % columns + columns) % columns)];
}

int row_of(double latitude) {
    return std::clamp(static_cast<int>(std::floor((90 - latitude) * Countries::cells_a_degree)), 0,
                      Countries::rows - 1);
}

int column_of(double longitude) {
    return static_cast<int>(std::floor((longitude + 180) * Countries::cells_a_degree));
}

double reach_of_country(Countries& countries, double latitude, double longitude) {
    const int row = row_of(latitude), column = column_of(longitude), country = countries.at(row, column);
    if (country == 0) return 0;
    std::set<std::pair<int, int>> seen{{row, column}};
    std::vector<std::pair<int, int>> open{{row, column}};
    int top = row, bottom = row, left = column, right = column;
    while (!open.empty()) {
        const auto [r, c] = open.back();
        open.pop_back();
        top = std::min(top, r);
        bottom = std::max(bottom, r);
        left = std::min(left, c);
        right = std::max(right, c);
        if (right - left > Countries::columns) break;  // round the pole
        for (const auto& next : {std::pair{r - 1, c}, {r + 1, c}, {r, c - 1}, {r, c + 1}})
            if (countries.at(next.first, next.second) == country && seen.insert(next).second) open.push_back(next);
    }
    const double shrunk = std::cos(latitude * std::numbers::pi / 180);
    return std::max(static_cast<double>(bottom - top + 1), (right - left + 1) * shrunk) / Countries::cells_a_degree;
}

}  // namespace brochure::map
