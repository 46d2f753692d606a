#include "pdf/navigation.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "pdf/operators.hpp"
#include "pdf/trees.hpp"
#include "text/paragraph.hpp"

namespace brochure::pdf {
namespace {

struct Place {
    std::size_t sheet = 0;
    const prepress::Placed* placed = nullptr;
};

// Where each page of the publication has come to lie; no sheet for one that is not printed.
std::vector<Place> places_of(const prepress::Sheets& sheets) {
    std::vector<Place> places(sheets.publication->pages.size());
    for (std::size_t s = 0; s < sheets.sheets.size(); ++s)
        for (const prepress::Placed& placed : sheets.sheets[s].pages)
            if (placed.page < places.size() && !places[placed.page].placed) places[placed.page] = {s, &placed};
    return places;
}

struct Node {
    const page::OutlineEntry* entry = nullptr;
    Place place;
    std::size_t parent = 0;
    std::size_t first = 0, last = 0, previous = 0, next = 0;  // 0: none, for 0 is the root
    std::size_t below = 0;
    Ref ref;
};

// Level by level: an entry belongs to the nearest one before it of a lower level.
std::vector<Node> tree_of(const prepress::Sheets& sheets) {
    const auto places = places_of(sheets);
    std::vector<Node> nodes(1);
    std::vector<std::size_t> open{0};  // the root and the entries that may still get children
    for (const page::OutlineEntry& entry : sheets.publication->outline) {
        if (entry.page >= places.size() || !places[entry.page].placed) continue;
        while (open.size() > 1 && nodes[open.back()].entry->level >= entry.level) open.pop_back();
        const std::size_t index = nodes.size(), parent = open.back();
        Node node;
        node.entry = &entry;
        node.place = places[entry.page];
        node.parent = parent;
        node.previous = nodes[parent].last;
        nodes.push_back(node);
        if (node.previous) nodes[node.previous].next = index;
        if (!nodes[parent].first) nodes[parent].first = index;
        nodes[parent].last = index;
        for (const std::size_t above : open) ++nodes[above].below;
        open.push_back(index);
    }
    return nodes;
}

}  // namespace

std::string add_outline(const prepress::Sheets& sheets, const std::vector<Ref>& pages, HaruDocument& document) {
    std::vector<Node> nodes = tree_of(sheets);
    if (nodes.size() == 1) return {};
    for (Node& node : nodes) node.ref = document.reserve();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        std::string out;
        const auto point_to = [&](const char* key, std::size_t index) {
            if (index) put(out += key, nodes[index].ref);
        };
        if (node.entry) {
            put_text(out += "/Title", node.entry->title);
            put(out += "/Parent ", nodes[node.parent].ref);
            const Door door{sheets.sheets[node.place.sheet].media.height, node.place.placed->origin};
            put(out += "/Dest[", pages[node.place.sheet]);
            put_real(out += "/XYZ ", door.x(Length{}));
            put_real(out += ' ', door.y(node.entry->y));
            out += " null]";
        } else {
            out += "/Type/Outlines";
        }
        point_to("/Prev ", node.previous);
        point_to("/Next ", node.next);
        point_to("/First ", node.first);
        point_to("/Last ", node.last);
        if (node.below) put(out += "/Count ", static_cast<std::int64_t>(node.below));
        document.define(node.ref, out);
    }
    std::string out = "/Outlines ";
    put(out, nodes[0].ref);
    return out;
}

namespace {

std::optional<int> decimal(const std::string& label) {
    int value = 0;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), value);
    if (error != std::errc{} || end != label.data() + label.size() || value < 1 || label[0] == '0') return std::nullopt;
    return value;
}

std::string roman_of(int value) {
    static constexpr std::array<std::pair<int, const char*>, 13> parts{{{1000, "m"},
                                                                        {900, "cm"},
                                                                        {500, "d"},
                                                                        {400, "cd"},
                                                                        {100, "c"},
                                                                        {90, "xc"},
                                                                        {50, "l"},
                                                                        {40, "xl"},
                                                                        {10, "x"},
                                                                        {9, "ix"},
                                                                        {5, "v"},
                                                                        {4, "iv"},
                                                                        {1, "i"}}};
    std::string out;
    for (const auto& [size, letters] : parts)
        for (; value >= size; value -= size) out += letters;
    return out;
}
std::optional<int> roman(const std::string& label) {
    for (int value = 1; value <= 200; ++value)
        if (roman_of(value) == label) return value;
    return std::nullopt;
}

struct Label {
    char style = 0;
    int number = 0;
    std::string prefix;
};

Label read_label(const std::string& label) {
    if (const auto number = decimal(label)) return {'D', *number, {}};
    if (const auto number = roman(label)) return {'r', *number, {}};
    return {0, 0, label};
}

// Sheets with several pages are named after all of them: "8–1".
std::string label_of(const prepress::Sheet& sheet, const page::Publication& publication) {
    std::string out;
    for (const prepress::Placed& placed : sheet.pages) {
        if (!out.empty()) out += "\u2013";
        out += publication.pages[placed.page].label;
    }
    return out;
}

}  // namespace

std::string add_labels(const prepress::Sheets& sheets, HaruDocument& document) {
    std::vector<std::pair<std::int64_t, std::string>> ranges;
    Label before;
    for (std::size_t s = 0; s < sheets.sheets.size(); ++s) {
        const Label label = read_label(label_of(sheets.sheets[s], *sheets.publication));
        const bool continues = s > 0 && label.style && label.style == before.style && label.number == before.number + 1;
        if (!continues) {
            std::string out = "<<";
            if (label.style) {
                put_name(out += "/S", std::string_view{&label.style, 1});
                if (label.number != 1) put(out += "/St ", label.number);
            } else {
                put_text(out += "/P", label.prefix);
            }
            ranges.emplace_back(static_cast<std::int64_t>(s), out + ">>");
        }
        before = label;
    }
    if (ranges.empty()) return {};
    return "/PageLabels<<" + number_tree(ranges, document) + ">>";
}

std::string viewer_preferences(const prepress::Sheets& sheets) {
    std::string out = "/ViewerPreferences<</DisplayDocTitle true";
    if (text::is_right_to_left(sheets.publication->lang)) out += "/Direction/R2L";
    if (sheets.edition == prepress::Edition::office) {
        out += "/PrintScaling/None/PickTrayByPDFSize true/Duplex";
        out += sheets.flip == prepress::Flip::short_edge  ? "/DuplexFlipShortEdge"
               : sheets.flip == prepress::Flip::long_edge ? "/DuplexFlipLongEdge"
                                                          : "/Simplex";
    }
    return out + ">>";
}

std::string ascii_address(const std::string& url) {
    std::string out;
    for (const char c : url) {
        if (c > 0x20 && c < 0x7F) {
            out += c;
            continue;
        }
        static constexpr char hex[] = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return out;
}

std::string link_action(const prepress::Sheets& sheets, const std::vector<Ref>& pages, const std::string& url) {
    std::string out = "/A<</S";
    constexpr std::string_view inside = "#page=";
    if (!url.starts_with(inside)) {
        put_bytes(out += "/URI/URI", ascii_address(url));
        return out + ">>";
    }
    const auto number = decimal(url.substr(inside.size()));
    const auto places = places_of(sheets);
    if (!number || static_cast<std::size_t>(*number) > places.size()) return {};
    const Place& place = places[static_cast<std::size_t>(*number) - 1];
    if (!place.placed) return {};
    put(out += "/GoTo/D[", pages[place.sheet]);
    const Door door{sheets.sheets[place.sheet].media.height, place.placed->origin};
    put_real(out += "/XYZ ", door.x(Length{}));
    put_real(out += ' ', door.y(Length{}));
    return out + " null]>>";
}

std::string link_annotation(const std::array<double, 4>& rect, const std::string& action, const std::string& words,
                            int key) {
    std::string out = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
    for (const double side : rect) put_real(out, side), out += ' ';
    out.back() = ']';
    put(out += "/StructParent ", key);
    put_text(out += "/Contents", words);
    return out + action;
}

}  // namespace brochure::pdf
