#include "design/design.hpp"

#include <algorithm>
#include <cmath>
#include <set>

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

// Measures of A sizes are written rounded.
constexpr double rounded = 0.05;

/// Works out what a format leaves to be worked out: column width and last line. `node`: what it was read from.
void complete(Format& format, const yaml::Node& node, Diagnostics& found) {
    format.where = node.where;
    const double count = format.columns;
    const Length room = format.trim.width - format.inner - format.outer;
    if (format.column.pt() <= 0) format.column = (room - format.gutter * (count - 1)) / count;
    const Length used = format.column * count + format.gutter * (count - 1);
    if (format.column.pt() <= 0 || used.pt() > room.pt() + rounded)
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

/// Where a format's panels begin; together they are as wide as the page.
void place_panels(Format& format, const yaml::Node& node, Diagnostics& found) {
    std::set<std::string_view> names;
    for (auto& [side, panels] : format.panels) {
        const yaml::Node& list = *node.find("panels")->find(side);
        Length left;
        for (std::size_t i = 0; i < panels.size(); ++i) {
            Panel& panel = panels[i];
            panel.where = i < list.items.size() ? list.items[i].where : list.where;
            panel.left = left;
            left += panel.width;
            if (!names.insert(panel.name).second)
                found.error(panel.where, "duplicate-panel",
                            "two panels of '" + format.name + "' have the name '" + panel.name + "'",
                            "every panel of both sides has a name of its own");
        }
        if (std::abs((left - format.trim.width).pt()) > rounded)
            found.error(list.where, "panels-and-page",
                        "the panels of the " + side + " of '" + format.name + "' are together " +
                            (left < format.trim.width ? "narrower" : "wider") + " than the page",
                        "their widths add up to that of the trim");
    }
}

/// Masters made of parts take the frames of these, and their elastic value. A part is whole: it has no parts itself.
void join_parts(Design& design) {
    for (auto& [name, master] : design.masters) {
        std::vector<Frame> frames;
        for (const auto& part : master.with)
            if (const auto found = design.masters.find(part);
                found != design.masters.end() && found->second.with.empty()) {
                frames.insert(frames.end(), found->second.frames.begin(), found->second.frames.end());
                if (!master.elastic) master.elastic = found->second.elastic;
            }
        master.frames.insert(master.frames.begin(), frames.begin(), frames.end());
    }
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

// Colour that is printed on colour gives a third one, white gives nothing, and a light grey hides nothing.
void check_overprint(const Checking& checking) {
    constexpr double least_black = 50;
    for (const auto& [name, swatch] : checking.design.swatches) {
        const auto& [cyan, magenta, yellow, black] = swatch.cmyk;
        if (!swatch.overprint || (cyan + magenta + yellow == 0 && black >= least_black)) continue;
        const auto* node = checking.root.find("swatches")->find(name)->find("overprint");
        checking.found.warning(node->where, "overprint-ignored",
                               "'" + name + "' does not overprint: only black alone does, of 50 % or more",
                               "leave out 'overprint', or build it of black: cmyk: [0, 0, 0, 100]");
    }
}

}  // namespace

const Panel* Format::panel(std::string_view wanted) const {
    for (const auto& [side, all] : panels)
        for (const Panel& panel : all)
            if (panel.name == wanted) return &panel;
    return nullptr;
}

std::vector<Length> Format::folds(std::string_view panel) const {
    for (const auto& [side, all] : panels) {
        if (std::none_of(all.begin(), all.end(), [&](const Panel& one) { return one.name == panel; })) continue;
        std::vector<Length> edges;
        for (std::size_t i = 1; i < all.size(); ++i) edges.push_back(all[i].left);
        return edges;
    }
    return {};
}

Design read(FileId file, const SourceFiles& files, Diagnostics& found, yaml::KnownTrees* known) {
    Design design;
    design.file = file;
    design.name = stem(files.path(file));
    const auto root = yaml::parse(file, files, found, limits, known);
    if (!root) return design;
    yaml::read_record(*root, design_table(), design, found);
    take_names(design.swatches);
    take_names(design.formats);
    take_names(design.masters);
    for (auto& [name, format] : design.formats) {
        const auto& node = *root->find("formats")->find(name);
        complete(format, node, found);
        place_panels(format, node, found);
    }
    for (auto& [kind, section] : design.sections) section.kind = kind;
    const Checking checking{*root, design, files, found};
    check_references(checking);
    check_expressions(checking);
    check_sizes(checking);
    check_measures(checking);
    check_ink(checking);
    check_overprint(checking);
    join_parts(design);
    return design;
}

}  // namespace brochure::design
