#pragma once
#include <optional>
#include <vector>

#include "layout/workshop.hpp"

namespace brochure::layout {

/// A column that text runs through. `top` is its first baseline, `bottom` the last that may be used.
struct Column {
    int page = 0;  // of the master
    Length x, width, top, bottom;
};

struct PlacedLine {
    std::size_t piece = 0, line = 0, column = 0;
    Length baseline;
};

/// Where a text stands: the next line to be set.
struct FlowPosition {
    std::size_t piece = 0, line = 0;
    std::size_t other = 0;  // of the right half of a row that stands in two: its line
    bool operator==(const FlowPosition&) const = default;
};

struct Filled {
    std::vector<PlacedLine> lines;
    FlowPosition next;  // past the end when `complete`
    bool complete = true;
    bool broken_keep = false;  // a widow, an orphan or a lonely heading could not be helped
    // The line with which a column ends within a word, the text going on in another
    struct Divided {
        std::size_t piece = 0, line = 0;
    };
    std::optional<Divided> divided;  // the first such line
    std::size_t left_over = 0;       // lines that found no room
    Length last;                     // the lowest baseline used
};

/// How far list text stands in, and the mark that hangs there.
Length list_indent(const Piece& piece);
/// How far left of its text a list item's mark begins.
Length list_hang(const Piece& piece);

/// Runs `pieces` from `from` through the columns, top to bottom and one after another. Columns are equally wide.
/// Lines keep their leading; a piece in another style than the one before stands `space_before` below it; first lines
/// snap to their style's grid. Columns break where widows and orphans allow, and within no word unless they are too
/// full to hold the text otherwise.
Filled fill(const std::vector<Piece>& pieces, FlowPosition from, const std::vector<Column>& columns,
            Workshop& workshop);

/// As `fill`, with the columns ended as high as still holds everything, so that they come out level.
Filled balance(const std::vector<Piece>& pieces, FlowPosition from, std::vector<Column> columns, Workshop& workshop);

/// As `fill`, but of a text that goes on elsewhere at least that many lines are left over: the columns all end higher
/// where they would leave fewer. A text that they hold is left whole.
Filled leaving(const std::vector<Piece>& pieces, FlowPosition from, std::vector<Column> columns, std::size_t least,
               Workshop& workshop);

}  // namespace brochure::layout
