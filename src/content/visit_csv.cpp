#include "content/visit_csv.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "yaml/node.hpp"
#include "yaml/scan.hpp"

namespace brochure::content {

namespace {

constexpr const char* save_again =
    "save it again as CSV in UTF-8: in Excel 'CSV UTF-8', in LibreOffice tick 'Edit filter settings'";

/// Walks through the text and counts lines and columns as editors do.
class Cursor {
public:
    Cursor(std::string_view text, FileId file) : text_{text}, where_{file, 1, 1} {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }
    bool ends() const { return at_ >= text_.size(); }
    char now() const { return ends() ? '\0' : text_[at_]; }
    bool is(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    bool at_line_end() const { return now() == '\n' || now() == '\r'; }
    SourcePosition where() const { return where_; }
    std::string_view rest() const { return text_.substr(at_); }
    /// Goes on by a byte; CRLF is one step.
    void step() {
        if (at_line_end()) {
            at_ += is("\r\n") ? 2 : 1;
            ++where_.line;
            where_.column = 1;
            return;
        }
        ++at_;
        if (ends() || (static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) ++where_.column;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    SourcePosition where_;
};

bool is_blank(char c, char separator) {
    return (c == ' ' || c == '\t') && c != separator;
}

class Reader {
public:
    Reader(Cursor cursor, char separator, Diagnostics& found) : cursor_{cursor}, separator_{separator}, found_{found} {}
    bool ends() const { return cursor_.ends(); }
    Cursor cursor() const { return cursor_; }

    /// One line of the table, its end taken along.
    std::vector<Cell> row() {
        std::vector<Cell> cells;
        for (;;) {
            cells.push_back(cell());
            if (cursor_.now() == separator_ && !cursor_.ends()) {
                cursor_.step();
                continue;
            }
            if (!cursor_.ends()) cursor_.step();
            return cells;
        }
    }

private:
    bool at_cell_end() const { return cursor_.ends() || cursor_.at_line_end() || cursor_.now() == separator_; }

    Cell cell() {
        while (!cursor_.ends() && is_blank(cursor_.now(), separator_)) cursor_.step();
        Cell cell{{}, cursor_.where()};
        if (cursor_.now() == '"') return quoted(std::move(cell));
        while (!at_cell_end()) take(cell);
        while (!cell.text.empty() && is_blank(cell.text.back(), separator_)) cell.text.pop_back();
        check(cell);
        return cell;
    }

    Cell quoted(Cell cell) {
        for (cursor_.step(); !cursor_.ends(); take(cell)) {
            if (cursor_.now() != '"') continue;
            if (!cursor_.is("\"\"")) break;
            cursor_.step();
        }
        if (cursor_.ends()) {
            found_.error(cell.where, "csv-quote", "the quotation mark that opens this cell is not closed",
                         "a quotation mark inside a cell is written twice: \"\"");
            return cell;
        }
        cursor_.step();
        while (!at_cell_end() && is_blank(cursor_.now(), separator_)) cursor_.step();
        if (!at_cell_end()) {
            found_.error(cursor_.where(), "csv-quote", "there is text behind the quotation mark that closes the cell",
                         "a quotation mark inside a cell is written twice: \"\"");
            while (!at_cell_end()) cursor_.step();
        }
        check(cell);
        return cell;
    }

    void take(Cell& cell) {
        cell.text += cursor_.at_line_end() ? '\n' : cursor_.now();
        cursor_.step();
    }

    void check(const Cell& cell) {
        if (const auto character = yaml::control_character_in(cell.text); !character.empty())
            found_.error(cell.where, "control-character", "the cell holds the control character " + character,
                         "nobody can print it: take it away");
    }

    Cursor cursor_;
    char separator_;
    Diagnostics& found_;
};

bool is_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
           text.substr(0, 200).find('\0') != std::string_view::npos;
}

/// The place of the first byte that is no UTF-8.
std::optional<SourcePosition> bad_byte(std::string_view text, FileId file) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::int32_t at = 0;
    const auto size = static_cast<std::int32_t>(text.size());
    while (at < size) {
        const std::int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c >= 0) continue;
        Cursor cursor(text.substr(0, static_cast<std::size_t>(start)), file);
        while (!cursor.ends()) cursor.step();
        return cursor.where();
    }
    return std::nullopt;
}

bool is_readable(FileId file, const SourceFiles& files, Diagnostics& found) {
    const std::string_view text = files.text(file);
    const auto name = "'" + files.path(file) + "'";
    if (text.size() > yaml::Limits{}.bytes) {
        found.error({file, 1, 1}, "limit", name + " is larger than 8 MiB",
                    "divide it, or take away what is not needed");
        return false;
    }
    if (is_utf16(text)) {
        found.error({file, 1, 1}, "encoding", name + " is in UTF-16, not in UTF-8", save_again);
        return false;
    }
    if (const auto where = bad_byte(text, file)) {
        found.error(*where, "encoding",
                    "this character is not in UTF-8; the file seems to be in Latin-1 or Windows-1252", save_again);
        return false;
    }
    return true;
}

/// The separator that occurs most outside of quotation marks in the first line.
char separator_of(Cursor cursor) {
    constexpr std::array<char, 3> all{',', ';', '\t'};
    std::array<int, 3> counts{};
    bool quoted = false;
    for (; !cursor.ends() && (quoted || !cursor.at_line_end()); cursor.step()) {
        if (cursor.now() == '"') quoted = !quoted;
        if (quoted) continue;
        for (std::size_t i = 0; i < all.size(); ++i) counts[i] += cursor.now() == all[i] ? 1 : 0;
    }
    return all[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// "sep=;" as the first line is for Excel; it is passed over.
std::optional<char> named_separator(Cursor& cursor) {
    const auto rest = cursor.rest();
    if (rest.size() < 6 || !rest.starts_with("sep=") || (rest[5] != '\n' && rest[5] != '\r')) return std::nullopt;
    const char separator = rest[4];
    while (!cursor.at_line_end()) cursor.step();
    cursor.step();
    return separator;
}

bool is_empty(const std::vector<Cell>& row) {
    return std::all_of(row.begin(), row.end(), [](const Cell& each) { return each.text.empty(); });
}

void drop_empty_end(std::vector<Cell>& row, std::size_t least) {
    while (row.size() > least && row.back().text.empty()) row.pop_back();
}

}  // namespace

bool is_csv(std::string_view path) {
    constexpr std::string_view ending = ".csv";
    return path.size() > ending.size() &&
           std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

std::optional<CsvTable> read_csv(FileId file, const SourceFiles& files, Diagnostics& found) {
    if (!is_readable(file, files, found)) return std::nullopt;
    Cursor start(files.text(file), file);
    CsvTable table;
    const auto named = named_separator(start);
    table.separator = named ? *named : separator_of(start);
    Reader reader(start, table.separator, found);
    while (!reader.ends() && is_empty(table.head)) table.head = reader.row();
    drop_empty_end(table.head, 0);
    if (table.head.empty()) {
        found.error({file, 1, 1}, "csv-head", "this table has no head", "its first line names the columns");
        return std::nullopt;
    }
    while (!reader.ends()) {
        auto row = reader.row();
        if (is_empty(row)) continue;
        drop_empty_end(row, table.head.size());
        if (row.size() > table.head.size()) {
            const auto extra = std::find_if(row.begin() + static_cast<std::ptrdiff_t>(table.head.size()), row.end(),
                                            [](const Cell& each) { return !each.text.empty(); });
            found.error(extra->where, "csv-cells",
                        "this row has more cells than the head, which has " + std::to_string(table.head.size()),
                        "a text with a separator in it stands in quotation marks");
            row.resize(table.head.size());
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

SourcePosition position_in_csv(SourcePosition cell, std::size_t offset, const SourceFiles& files) {
    Cursor cursor(files.text(cell.file), cell.file);
    while (!cursor.ends() && cursor.where() < cell) cursor.step();
    const bool quoted = cursor.now() == '"';
    if (quoted) cursor.step();
    for (std::size_t i = 0; i < offset && !cursor.ends(); ++i) {
        if (quoted && cursor.is("\"\"")) cursor.step();
        cursor.step();
    }
    return cursor.where();
}

}  // namespace brochure::content
