#include "content/visit_csv.hpp"

#include <random>

#include "project.hpp"

using namespace brochure;
using namespace brochure::content;

namespace {

struct Read {
    SourceFiles files;
    Diagnostics found;
    std::optional<CsvTable> table;
    explicit Read(std::string text) {
        table = read_csv(files.add("content/visits/people.csv", std::move(text)), files, found);
    }
};

std::vector<std::string> texts(const std::vector<Cell>& row) {
    std::vector<std::string> out;
    for (const auto& each : row) out.push_back(each.text);
    return out;
}
using Texts = std::vector<std::string>;
using Table = std::vector<Texts>;

// A table as some spreadsheet would write it: any cell may be quoted, those that must be are.
std::string written(const Table& table, char separator, const std::string& line_end, bool mark, std::mt19937& random) {
    std::string out = mark ? "\xEF\xBB\xBF" : "";
    for (const auto& row : table) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += separator;
            const bool must = row[i].find_first_of(",;\t\n\" ") != std::string::npos;
            if (!must && random() % 3 != 0) {
                out += row[i];
                continue;
            }
            out += '"';
            for (const char c : row[i]) out += c == '"' ? "\"\"" : c == '\n' ? line_end : std::string(1, c);
            out += '"';
        }
        for (auto more = random() % 3; more > 0; --more) out += separator;  // empty cells at the end
        out += line_end;
    }
    return out;
}

std::string random_cell(std::mt19937& random) {
    static const Texts pieces{"a", "Smith", "山田", "é", " ", ",", ";", "\t", "\n", "\"", "\"\"", "1", "—"};
    std::string text;
    for (auto size = random() % 6; size > 0; --size) text += pieces[random() % pieces.size()];
    return text;
}

}  // namespace

TEST_CASE("any table is read as it was written, whatever the separator, quotation marks and line ends") {
    std::mt19937 random(2027);
    for (int round = 0; round < 600; ++round) {
        const std::size_t width = 2 + random() % 5;
        Table table{Texts{}};
        for (std::size_t i = 0; i < width; ++i) table[0].push_back("h" + std::to_string(i));
        for (auto rows = random() % 6; rows > 0; --rows) {
            Texts row{"row"};  // blank rows are passed over
            for (std::size_t i = 1; i < width; ++i) row.push_back(random_cell(random));
            table.push_back(row);
        }
        const char separator = ",;\t"[random() % 3];
        const std::string line_end = Texts{"\n", "\r\n", "\r"}[random() % 3];
        const Read read{written(table, separator, line_end, random() % 2 == 0, random)};
        INFO(read.files.text(FileId{0}));
        REQUIRE(read.found.all().empty());
        REQUIRE(read.table);
        REQUIRE(read.table->separator == separator);
        Table seen{texts(read.table->head)};
        for (const auto& row : read.table->rows) {
            seen.push_back(texts(row));
            seen.back().resize(width);
            // Each cell's place leads to it.
            for (const auto& each : row) {
                const auto line = read.files.line(each.where.file, each.where.line);
                CHECK((each.text.empty() || !line.empty()));
            }
        }
        REQUIRE(seen == table);
    }
}

TEST_CASE("a cell knows its line and column, and so does each character in it") {
    const Read read{
        "\xEF\xBB\xBF"
        "name;note\r\n山田;\"two\r\nlines \"\"so\"\"\"\r\n x ; y\r\n"};
    REQUIRE(read.table);
    const auto& rows = read.table->rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][1].text == "two\nlines \"so\"");
    CHECK(rows[0][1].where == SourcePosition{FileId{0}, 2, 4});
    CHECK(rows[1][0].where == SourcePosition{FileId{0}, 4, 2});
    CHECK(rows[1][1].text == "y");
    CHECK(position_in_csv(rows[0][1].where, 4, read.files) == SourcePosition{FileId{0}, 3, 1});
    CHECK(position_in_csv(rows[0][1].where, 11, read.files) == SourcePosition{FileId{0}, 3, 9});  // the s of "so"
}

TEST_CASE("a table of one column, a line that names the separator, blank lines") {
    CHECK(texts(Read{"name\nOne\n\n\nTwo\n"}.table->rows.at(1)) == Texts{"Two"});
    const Read named{"sep=;\r\na,b;c\r\n1;2\r\n"};
    CHECK(texts(named.table->head) == Texts{"a,b", "c"});
    CHECK(named.table->rows.at(0)[1].where.line == 3);
    CHECK(texts(Read{"a,b\n1,2"}.table->rows.at(0)) == Texts{"1", "2"});  // no line end at the end
}

TEST_CASE("faults of a table are told at their place, all of them") {
    const Read read{"a,b\n\"x\"y,1\n1,2,3\n1,\"open\n"};
    CHECK(told(read.found, read.files) ==
          "content/visits/people.csv:2:4: error: there is text behind the quotation mark that closes the cell (a "
          "quotation mark inside a cell is written twice: \"\")\n"
          "content/visits/people.csv:3:5: error: this row has more cells than the head, which has 2 (a text with a "
          "separator in it stands in quotation marks)\n"
          "content/visits/people.csv:4:3: error: the quotation mark that opens this cell is not closed (a quotation "
          "mark inside a cell is written twice: \"\")\n");
    CHECK(told(Read{""}.found, Read{""}.files).find("people.csv:1:1: error: this table has no head") !=
          std::string::npos);
}

TEST_CASE("a table in another encoding is refused with what to do") {
    const Read latin{"name,role\nJos\xE9,guest\n"};
    CHECK_FALSE(latin.table);
    const auto fault = told(latin.found, latin.files);
    CHECK(fault.find("people.csv:2:4: error: this character is not in UTF-8") != std::string::npos);
    CHECK(fault.find("CSV UTF-8") != std::string::npos);
    for (const std::string& text :
         {std::string("\xFF\xFEn\0a\0", 6), std::string("\xFE\xFF\0n", 4), std::string("n\0a\0", 4)}) {
        const Read wide{text};
        CHECK_FALSE(wide.table);
        CHECK(told(wide.found, wide.files).find("is in UTF-16, not in UTF-8 (save it again as CSV in UTF-8") !=
              std::string::npos);
    }
}
