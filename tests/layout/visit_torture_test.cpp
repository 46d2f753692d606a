// The visit that asks for the most (torture_visit.hpp): every document of it holds everything, no row of a table stands
// alone beside a break, no heading alone at a foot, and every page of a table says what it is.
#include <algorithm>
#include <set>

#include "composing.hpp"
#include "torture_visit.hpp"

using namespace brochure;
using namespace composing;

namespace {

struct Read {
    SourceFiles files;
    Diagnostics found;
    content::Content content;
};

/// The project as the program reads it, on `paper`.
std::unique_ptr<Read> read_project(const std::string& paper) {
    namespace fs = std::filesystem;
    auto made = std::make_unique<Read>();
    const fs::path root = fs::temp_directory_path() / ("torture-" + std::to_string(getpid()));
    for (auto [path, text] : torture::project()) {
        if (const auto at = text.find("  host: home\n"); at != std::string::npos)
            text.insert(at, "  paper: " + paper + "\n");
        fs::create_directories((root / path).parent_path());
        std::ofstream{root / path} << text;
    }
    made->content = content::read(root, made->files, 1, made->found);
    fs::remove_all(root);
    return made;
}

/// What stands on one page: rows of each table by what they are, and how deep each element reaches.
struct PageRows {
    std::map<int, std::set<int>> body, columns;  // by table: rows of data, rows of the columns' names
    std::set<int> headings;
    std::map<int, Length> lowest, highest;  // by element, tables and headings
};

class Tree {
public:
    explicit Tree(const page::Publication& publication) : publication_{publication}, parents_(count(), -1) {
        for (std::size_t i = 0; i < count(); ++i)
            for (const auto child : publication.structure[i].children)
                parents_[static_cast<std::size_t>(child.index)] = static_cast<int>(i);
    }
    PageRows on(std::size_t page) const {
        PageRows rows;
        for (const auto& item : publication_.pages.at(page).items) {
            const auto* placed = std::get_if<page::PlacedRun>(&item);
            if (!placed || placed->element.index < 0) continue;
            int row = -1;
            for (int at = placed->element.index; at >= 0; at = parents_[static_cast<std::size_t>(at)]) {
                const auto role = publication_.structure[static_cast<std::size_t>(at)].role;
                if (role == page::Role::row) row = at;
                if (role == page::Role::h2) rows.headings.insert(at);
                if (role == page::Role::table && has_head(row))
                    (names_columns(row) ? rows.columns : rows.body)[at].insert(row);
                if (role != page::Role::h2 && role != page::Role::table && role != page::Role::list) continue;
                const Length y = placed->origin.y;
                const auto low = rows.lowest.emplace(at, y).first;
                low->second = std::max(low->second, y);
                const auto high = rows.highest.emplace(at, y).first;
                high->second = std::min(high->second, y);
            }
        }
        return rows;
    }

private:
    std::size_t count() const { return publication_.structure.size(); }
    // Texts side by side have none.
    bool has_head(int row) const {
        const auto& cells = publication_.structure[static_cast<std::size_t>(row)].children;
        return publication_.structure[static_cast<std::size_t>(cells.front().index)].role == page::Role::head_cell;
    }
    bool names_columns(int row) const {
        const auto& cells = publication_.structure[static_cast<std::size_t>(row)].children;
        return std::all_of(cells.begin(), cells.end(), [&](page::ElementId cell) {
            const auto& element = publication_.structure[static_cast<std::size_t>(cell.index)];
            return element.role == page::Role::head_cell && element.scope == "Column";
        });
    }
    const page::Publication& publication_;
    std::vector<int> parents_;
};

std::string without_spaces(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\n' && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && (c & 0x80) == 0) out += c;
    return out;
}

std::string words_of(const page::Publication& publication) {
    std::string all;
    for (const auto& page : publication.pages)
        for (const auto& item : page.items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item)) all += placed->run.text;
    return without_spaces(all);
}

}  // namespace

TEST_CASE("80 people, 12 days, 3 languages, names of 60 letters: no overset, no lonely row, heads repeat") {
    const std::string paper = GENERATE("letter", "a4");
    const auto read = read_project(paper);
    REQUIRE_FALSE(read->found.has_errors());
    const auto shipped = [&](const std::string& path) {
        return read->files.add(path, std::string{design::embedded().at(path)});
    };
    const auto design = design::read(shipped("content/designs/visit.yaml"), read->files, read->found);
    const auto manifest = design::read_fonts(shipped("fonts/fonts.yaml"), read->files, read->found);
    REQUIRE_FALSE(read->found.has_errors());
    text::Fonts fonts{manifest, {}};
    std::set<std::string> kinds;
    for (const auto& publication : read->content.publications) {
        if (publication.visit.empty()) continue;
        INFO(publication.name.value << " on " << paper);
        kinds.insert(publication.document);
        layout::Job job;
        job.publication = &publication;
        job.lang = publication.lang;
        Diagnostics found;
        const auto made = layout::compose(read->content, design, job, {}, fonts, found);
        for (const auto& one : found.all()) {
            INFO(one.text);
            CHECK(one.severity != Severity::error);
            CHECK(one.rule != "overfull");
        }
        CHECK_FALSE(found.has_errors());
        REQUIRE(made);
        const Tree tree{*made};
        const Length foot = made->pages.front().trim.height;
        for (std::size_t page = 0; page < made->pages.size(); ++page) {
            INFO("page " << page + 1);
            const auto rows = tree.on(page);
            // One row is a table where there is no more of it: the only hotel. A wallet card holds one such name and
            // number or two.
            const std::set<std::string> sheets{"programme", "participants", "phrases"};
            if (sheets.contains(publication.document))
                for (const auto& [table, body] : rows.body) CHECK(body.size() >= 2);
            // Every table or list has its heading on its page, close above it; no heading stands without what it is
            // about.
            for (const int heading : rows.headings)
                CHECK(std::any_of(rows.highest.begin(), rows.highest.end(), [&](const auto& other) {
                    return other.first != heading && other.second > rows.lowest.at(heading);
                }));
            for (const auto& item : made->pages[page].items)
                if (const auto* placed = std::get_if<page::PlacedRun>(&item)) CHECK(placed->origin.y < foot);
            if (publication.document == "participants") {
                CHECK(rows.columns.size() == rows.body.size());
                CHECK(rows.headings.size() == rows.body.size());
            }
            if (publication.document == "programme" && !rows.body.empty())
                CHECK(rows.headings.size() >= rows.body.size());
        }
        const std::string words = words_of(*made);
        const bool names_all = publication.document == "participants" || publication.document == "badges" ||
                               publication.document == "tents";
        for (int i = 0; i < torture::people; ++i)
            if (names_all) CHECK(words.find(without_spaces(torture::family(i))) != std::string::npos);
        if (publication.document == "programme")
            for (int day = 0; day < torture::days; ++day)
                for (int item = 0; item < torture::items_a_day; ++item)
                    CHECK(words.find(without_spaces(torture::event(day, item))) != std::string::npos);
    }
    CHECK(kinds.size() == 10);
}
