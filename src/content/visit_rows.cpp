#include "content/visit_rows.hpp"

#include <algorithm>
#include <string>

#include "content/visit_csv.hpp"

namespace brochure::content {

namespace {

using yaml::Kind;
using yaml::Node;

/// The path that a head names: {"title", "ja"}.
std::vector<std::string> path_of(const std::string& head) {
    std::vector<std::string> path(1);
    for (const char c : head) {
        if (c == ')' || c == ']') continue;
        if (c == '.' || c == '(' || c == '[') {
            while (!path.back().empty() && path.back().back() == '-') path.back().pop_back();
            path.emplace_back();
        } else if (c == ' ' || c == '_' || c == '\n') {
            if (!path.back().empty()) path.back() += '-';
        } else {
            path.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    while (!path.back().empty() && path.back().back() == '-') path.back().pop_back();
    return path;
}

struct Column {
    std::vector<std::string> path;  // empty: not read
    SourcePosition head;
    bool optional = true;  // an empty cell is no fault
};

std::optional<FileId> find_table(const Node& name, const SourceFiles& files, const yaml::Asked& asked) {
    const auto& yaml_path = files.path(name.where.file);
    const auto folder = yaml_path.substr(0, yaml_path.rfind('/') + 1);
    if (const auto file = files.find(folder + name.scalar); file && is_csv(name.scalar)) return file;
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string_view path = files.path(FileId{static_cast<int>(i)});
        if (is_csv(path) && path.starts_with(folder)) known.push_back(path.substr(folder.size()));
    }
    const auto meant = yaml::nearest(name.scalar, known);
    asked.found.error(name.where, "missing-file",
                      "'" + std::string(asked.key) + "' names a table that is not there: " + folder + name.scalar,
                      meant.empty() ? "a list, or the name of a .csv file that lies beside this one"
                                    : "did you mean '" + std::string(meant) + "'?");
    return std::nullopt;
}

std::vector<std::string_view> keys_of(const std::vector<yaml::Description>& fields) {
    std::vector<std::string_view> keys;
    for (const auto& each : fields) keys.push_back(each.key);
    return keys;
}

bool is_empty_column(const CsvTable& table, std::size_t i) {
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return i >= row.size() || row[i].text.empty(); });
}

/// The columns of the head; those with a fault have no path.
std::vector<Column> columns_of(const CsvTable& table, const std::vector<yaml::Description>& fields,
                               const yaml::Asked& asked) {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < table.head.size(); ++i) {
        const Cell& cell = table.head[i];
        Column column{path_of(cell.text), cell.where};
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const auto& each) { return each.key == column.path.front(); });
        if (cell.text.empty()) {
            if (!is_empty_column(table, i))
                asked.found.error(cell.where, "csv-head", "this column has cells but no head",
                                  "name it after a field of '" + std::string(asked.key) + "'");
            column.path.clear();
        } else if (field == fields.end()) {
            yaml::report_unknown_key({cell.text == column.path.front() ? cell.text : column.path.front(), cell.where},
                                     asked.key, keys_of(fields), asked.found);
            column.path.clear();
        } else if (std::any_of(columns.begin(), columns.end(),
                               [&](const Column& other) { return other.path == column.path; })) {
            asked.found.error(cell.where, "duplicate-key", "the column '" + cell.text + "' stands here twice",
                              "leave one of them out");
            column.path.clear();
        } else {
            column.optional = field->presence == yaml::Presence::optional;
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

bool has_required(const std::vector<Column>& columns, const std::vector<yaml::Description>& fields, SourcePosition head,
                  const yaml::Asked& asked) {
    bool good = true;
    for (const auto& field : fields) {
        if (field.presence != yaml::Presence::required) continue;
        if (std::any_of(columns.begin(), columns.end(),
                        [&](const Column& each) { return !each.path.empty() && each.path.front() == field.key; }))
            continue;
        asked.found.error(head, "missing-key", "the table has no column '" + field.key + "'",
                          "a column for each field: " + field.key + ": " + field.doc);
        good = false;
    }
    return good;
}

Node scalar_of(const Cell& cell) {
    Node node;
    node.kind = Kind::scalar;
    node.where = cell.where;
    node.scalar = cell.text;
    return node;
}

Node& child(Node& map, const std::string& key, SourcePosition where) {
    for (auto& entry : map.entries)
        if (entry.key.value == key) return entry.value;
    map.entries.push_back({{key, where}, {}});
    map.entries.back().value.where = where;
    return map.entries.back().value;
}

/// A cell without a language beside cells that have one ("und": a language not determined) is in the visit's first.
void put(Node& map, const Column& column, std::size_t depth, const Cell& cell) {
    Node& here = child(map, column.path[depth], depth == 0 ? cell.where : column.head);
    const bool last = depth + 1 == column.path.size();
    if (last && here.kind == Kind::null) {
        here = scalar_of(cell);
        return;
    }
    if (here.kind != Kind::map) {
        Node inner;
        inner.kind = Kind::map;
        inner.where = here.kind == Kind::scalar ? here.where : cell.where;
        if (here.kind == Kind::scalar) inner.entries.push_back({{"und", column.head}, here});
        here = std::move(inner);
    }
    if (last)
        child(here, "und", column.head) = scalar_of(cell);
    else
        put(here, column, depth + 1, cell);
}

/// {und: …, ja: …, level: host} -> {value: {und: …, ja: …}, level: host}.
void set_level_apart(Node& field) {
    const auto is_level = [](const Node::Entry& each) { return each.key.value == "level"; };
    const auto level = std::find_if(field.entries.begin(), field.entries.end(), is_level);
    if (field.kind != Kind::map || level == field.entries.end() || field.find("value") != nullptr) return;
    Node::Entry level_entry = *level;
    field.entries.erase(level);
    if (field.entries.empty()) {  // a level of nothing
        field = Node{};
        return;
    }
    Node value = field.entries.size() == 1 && field.entries[0].key.value == "und" ? field.entries[0].value : field;
    const auto where = value.where;
    field.entries.clear();
    field.entries.push_back({{"value", where}, std::move(value)});
    field.entries.push_back(std::move(level_entry));
}

Node record_of(const std::vector<Cell>& row, const std::vector<Column>& columns) {
    Node record;
    record.kind = Kind::map;
    record.where = row.front().where;
    for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i) {
        if (columns[i].path.empty()) continue;
        if (!row[i].text.empty())
            put(record, columns[i], 0, row[i]);
        else if (!columns[i].optional)
            child(record, columns[i].path.front(), row[i].where);
    }
    for (auto& entry : record.entries) set_level_apart(entry.value);
    return record;
}

}  // namespace

std::optional<Node> rows_of_table(const Node& name, const std::vector<yaml::Description>& fields,
                                  const SourceFiles& files, const yaml::Asked& asked) {
    const auto file = find_table(name, files, asked);
    if (!file) return std::nullopt;
    const auto table = read_csv(*file, files, asked.found);
    if (!table) return std::nullopt;
    const auto columns = columns_of(*table, fields, asked);
    if (!has_required(columns, fields, table->head.front().where, asked)) return std::nullopt;
    Node rows;
    rows.kind = Kind::sequence;
    rows.where = name.where;
    for (const auto& row : table->rows) rows.items.push_back(record_of(row, columns));
    return rows;
}

yaml::Type rows_type(yaml::Type list) {
    auto words = list.words + ", or the name of a table (CSV)";
    return yaml::either(std::move(words), {std::move(list), yaml::text_like("the name of a table (CSV)")});
}

}  // namespace brochure::content
