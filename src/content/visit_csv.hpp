#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

/// A table as spreadsheets export it (CSV, RFC 4180 and what programs make of it) -> cells that know their place.
/// A reader of our own: libcsv, the only one in C or C++ that Debian 12 and 13 both have, tells no places.
namespace brochure::content {

struct Cell {
    std::string text;      // line ends in it are '\n'; blanks around it are gone unless it was quoted
    SourcePosition where;  // of its first character, or of its quotation mark
};

struct CsvTable {
    std::vector<Cell> head;
    std::vector<std::vector<Cell>> rows;  // none is blank; each has at most as many cells as the head
    char separator = ',';
};

/// Reads a comma, semicolon or tab separated file in UTF-8, with or without a byte-order mark; the separator is the one
/// of the head that occurs most, or the one that a first line `sep=;` names. Quoted cells may hold separators, line
/// ends and doubled quotation marks. Faults: another encoding, a quotation mark that is not closed or followed by text,
/// more cells than the head has, control characters, no head. Empty after a fault that leaves nothing to read.
std::optional<CsvTable> read_csv(FileId file, const SourceFiles& files, Diagnostics& found);

/// Where the character at byte `offset` of the cell that begins at `cell` was written.
SourcePosition position_in_csv(SourcePosition cell, std::size_t offset, const SourceFiles& files);

/// Whether a file is such a table, by its name.
bool is_csv(std::string_view path);

}  // namespace brochure::content
