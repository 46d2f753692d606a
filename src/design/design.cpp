#include "design/design.hpp"

#include <cmath>

#include "design/check.hpp"
#include "design/tables.hpp"

namespace brochure::design {

namespace {

// A design is written by hand; more than this is a mistake or an attack.
constexpr yaml::Limits limits{.bytes = 1u << 20, .scalar_bytes = 64u << 10, .nodes = 50'000, .depth = 32};

/// "content/designs/municipal.yaml" is called "municipal".
std::string stem(const std::string& path) {
    const auto slash = path.find_last_of('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.find_last_of('.'));
}

template <class Map>
void take_names(Map& map) {
    for (auto& [name, value] : map) value.name = name;
}

/// Where `key` of a record was written, or the record.
SourcePosition place_of(const yaml::Node& record, std::string_view key) {
    const yaml::Node* value = record.find(key);
    return value == nullptr ? record.where : value->where;
}

/// Works out what a format leaves to be worked out: column width and last line. `node`: what it was read from.
void complete(Format& format, const yaml::Node& node, Diagnostics& found) {
    format.where = node.where;
    const double count = format.columns;
    const Length room = format.trim.width - format.inner - format.outer;
    if (format.column.pt() <= 0) format.column = (room - format.gutter * (count - 1)) / count;
    const Length used = format.column * count + format.gutter * (count - 1);
    // A twentieth of a point: measures of A sizes are written rounded.
    if (format.column.pt() <= 0 || used.pt() > room.pt() + 0.05)
        found.error(place_of(node, "columns"), "columns-too-wide",
                    "the columns of '" + format.name + "' do not fit between its margins",
                    "leave 'width' out, or take less from the margins");
    const Length foot = format.trim.height - format.bottom;
    if (format.last_line.pt() <= 0) format.last_line = format.baseline * std::floor(foot / format.baseline + 1e-6);
    if (format.last_line <= format.top || format.last_line >= format.trim.height)
        found.error(place_of(node, node.find("last-line") ? "last-line" : "margins"), "no-room",
                    "'" + format.name + "' leaves no room for text between top and bottom",
                    "the last line stands below the top margin and on the page");
}

// Paper takes so much ink and no more: 300 per cent is what most printers ask for.
constexpr double most_ink = 300;

void check_ink(const Checking& checking) {
    for (const auto& [name, swatch] : checking.design.swatches) {
        double ink = 0;
        for (const double part : swatch.cmyk) ink += part;
        if (ink <= most_ink) continue;
        const auto* node = checking.root.find("swatches")->find(name)->find("cmyk");
        checking.found.warning(node->where, "total-ink", "'" + name + "' lays more than 300 % ink on the paper",
                               "it smears and dries badly: take less of the colours under the black");
    }
}

}  // namespace

Design read(FileId file, const SourceFiles& files, Diagnostics& found) {
    Design design;
    design.file = file;
    design.name = stem(files.path(file));
    const auto root = yaml::parse(file, files, found, limits);
    if (!root) return design;
    yaml::read_record(*root, design_table(), design, found);
    take_names(design.swatches);
    take_names(design.formats);
    take_names(design.masters);
    for (auto& [name, format] : design.formats) complete(format, *root->find("formats")->find(name), found);
    for (auto& [kind, section] : design.sections) section.kind = kind;
    const Checking checking{*root, design, files, found};
    check_references(checking);
    check_expressions(checking);
    check_ink(checking);
    return design;
}

}  // namespace brochure::design
