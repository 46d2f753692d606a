#pragma once
#include <optional>
#include <vector>

#include "base/source.hpp"
#include "yaml/record.hpp"

/// Records of a visit written as rows of a table (CSV): the same fields, the same checks.
namespace brochure::content {

/// The rows of the table that `name` (a text in a YAML file) names, relative to that file, as a list of maps: what a
/// YAML file would say. A head names a field in any capitals, with blanks or _ for hyphens; "title.ja" and "title (ja)"
/// are the field in a language, "phone.level" who may see it, "photo.file" a field of a field. Empty cells are as if
/// they were not there. Faults: no such file, unknown, doubled and missing columns; empty then.
std::optional<yaml::Node> rows_of_table(const yaml::Node& name, const std::vector<yaml::Description>& fields,
                                        const SourceFiles& files, const yaml::Asked& asked);
yaml::Type rows_type(yaml::Type list);

/// A list of records, or the name of a table.
template <class R>
struct RowsReader {
    const yaml::Table<R>* table;
    const SourceFiles* files;
    std::size_t most;
    bool read(const yaml::Node& node, std::vector<R>& values, const yaml::Asked& asked) const {
        const auto list = yaml::list(yaml::record(*table), 0, most);
        if (node.kind != yaml::Kind::scalar) return list.read(node, values, asked);
        const auto rows = rows_of_table(node, yaml::describe(*table), *files, asked);
        return rows && list.read(*rows, values, asked);
    }
    yaml::Type type() const { return rows_type(yaml::list(yaml::record(*table), 0, most).type()); }
};
template <class R>
RowsReader<R> rows(const yaml::Table<R>& table, const SourceFiles& files, std::size_t most) {
    return {&table, &files, most};
}

}  // namespace brochure::content
