#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace brochure::map {

/// Which country lies where, from Natural Earth: a grid of quarter degrees. Rows are read when they are asked for.
class Countries {
public:
    static constexpr int columns = 1440, rows = 720, cells_a_degree = 4;
    Countries();
    /// The country's number in ISO 3166-1 at the middle of a cell; row 0 is the northernmost, column 0 lies just east
    /// of 180 degrees, and columns go on round the earth. 0 for the sea, and for what has no number.
    int at(int row, int column);

private:
    std::vector<std::size_t> starts_;
    std::vector<std::vector<std::uint16_t>> read_;
};

int row_of(double latitude);
int column_of(double longitude);

/// How far a country reaches round a place, on its own piece of land: the greater of its height and its width, in
/// degrees of a great circle. 0 where there is no country.
double reach_of_country(Countries& countries, double latitude, double longitude);

}  // namespace brochure::map
