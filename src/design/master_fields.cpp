#include <algorithm>

#include "design/tables.hpp"

namespace brochure::design {

using yaml::boolean;
using yaml::integer;
using yaml::list;
using yaml::map_of;
using yaml::number;
using yaml::record;
using yaml::text;

namespace {

/// A frame: the first key that names a kind says which table reads it.
struct FrameReader {
    bool read(const yaml::Node& node, Frame& frame, const yaml::Asked& asked) const {
        if (node.kind != yaml::Kind::map) return yaml::refuse(node, type().words, asked);
        const auto kind = kind_of(node);
        if (!kind) return report_no_kind(node, asked.found);
        frame.kind = *kind;
        frame.role = default_role(*kind);
        return yaml::read_record(node, frame_table(*kind), frame, asked.found);
    }
    yaml::Type type() const {
        std::vector<yaml::Type> kinds;
        for (const auto kind : frame_kinds()) kinds.push_back(yaml::type_of(frame_table(kind)));
        return yaml::either("a frame, as {text: name, columns: 1-6, baseline: 60, style: label}", std::move(kinds));
    }

private:
    static bool report_no_kind(const yaml::Node& node, Diagnostics& found) {
        std::vector<std::string_view> names;
        std::string hint = "one key is the kind: ";
        for (const auto kind : frame_kinds()) {
            if (!names.empty()) hint += ", ";
            names.push_back(name_of(kind));
            hint += name_of(kind);
        }
        for (const auto& entry : node.entries) {
            const auto meant = yaml::nearest(entry.key.value, names);
            if (meant.empty()) continue;
            found.error(entry.key.where, "unknown-kind", "'" + entry.key.value + "' is not a kind of frame",
                        "did you mean '" + std::string{meant} + "'?");
            return false;
        }
        found.error(node.where, "unknown-kind", "this frame has no kind", hint);
        return false;
    }
};

/// What a master is made for. The names are a closed set: layout knows what each of them measures.
struct RangeReader {
    static const std::vector<std::string_view>& names() {
        static const std::vector<std::string_view> list{
            "aspect-min",        "aspect-max",        "crop-loss-max",  "characters-min", "characters-max",
            "section-count-min", "section-count-max", "name-lines-max", "cities-min",     "cities-max"};
        return list;
    }
    bool read(const yaml::Node& node, std::map<std::string, double>& range, const yaml::Asked& asked) const {
        if (!yaml::is_map(node, asked)) return false;
        bool good = true;
        for (const auto& [key, value] : node.entries) {
            if (std::find(names().begin(), names().end(), key.value) == names().end()) {
                yaml::report_unknown_key(key, "range", names(), asked.found);
                good = false;
            } else {
                const double most = key.value == "crop-loss-max" ? 1 : 99999;  // of a photo no more than all is lost
                good = number(0, most).read(value, range[key.value], {key.value, "0.85", asked.found}) && good;
            }
        }
        return good;
    }
    yaml::Type type() const {
        yaml::Type type = yaml::map_type(number(0, 99999).type());
        type.words = "a map of numbers: ";
        for (const auto name : names()) type.words += (name == names().front() ? "" : ", ") + std::string{name};
        return type;
    }
};

/// `verso: yes` is `recto: no`, and the other way round; `no` leaves both sides open.
struct SideReader {
    bool recto;
    bool read(const yaml::Node& node, std::optional<bool>& side, const yaml::Asked& asked) const {
        bool yes = false;
        if (!boolean().read(node, yes, asked)) return false;
        if (yes) side = recto;
        return true;
    }
    yaml::Type type() const { return boolean().type(); }
};

}  // namespace

const yaml::Table<Master::Elastic>& elastic_table() {
    static const auto table =
        yaml::Table<Master::Elastic>("elastic", "A value that is made as large as the text allows.")
            .required("name", &Master::Elastic::name, text(), "The name under which sums use it.", "g")
            .required("from", &Master::Elastic::from, ExpressionReader{}, "Its least value.", "156")
            .required("to", &Master::Elastic::to, ExpressionReader{}, "Its greatest.", "L - 156")
            .optional("step", &Master::Elastic::step, length(0.1), "It is a multiple of this.", "12");
    return table;
}

const yaml::Table<Master>& master_table() {
    static const auto table =
        yaml::Table<Master>("master", "A page or a spread of frames.")
            .optional("spread", &Master::spread, boolean(), "Two facing pages, the first a verso.", "yes")
            .optional("recto", &Master::recto, SideReader{true}, "A page that stands only on the right.", "yes")
            .optional("verso", &Master::recto, SideReader{false}, "A page that stands only on the left.", "yes")
            .optional("mirror", &Master::mirror, boolean(), "A spread that may also stand the other way round.", "yes")
            .optional("folio", &Master::folio, boolean(), "Carries a page number.", "no")
            .optional("cost", &Master::cost, number(0, 1000), "Added whenever it is used: less wanted, larger.", "2")
            .optional(
                "range", &Master::range, RangeReader{},
                "What it is made for: width over height of the photo, the part of it a crop may lose, characters of "
                "the text, how many sections of the kind there are, lines of the name, how many partners there are.",
                "{aspect-min: 0.85, crop-loss-max: 0.35}")
            .optional("when", &Master::when, OneOrMoreReader{}, "Sources without which it cannot be used.", "arcs")
            .optional("unless", &Master::unless, OneOrMoreReader{}, "Sources with which it cannot be used.",
                      "directory.near")
            .optional("continues", &Master::continues, text(),
                      "The master that takes what is left over, in place of the section's `continues`; `none`: this "
                      "one is not used where anything is left over.",
                      "directory-more")
            .optional("beside", &Master::beside, text(), "Another master: without it this one is not used.",
                      "cover-picture")
            .optional("apart", &Master::apart, OneOrMoreReader{},
                      "Of a fill page: masters that show the same. Fewer than four pages from one of them it is used "
                      "only where nothing else can be.",
                      "[cover-night, mission]")
            .optional("leads", &Master::leads, OneOrMoreReader{},
                      "Masters that give way to it on a page that faces it, where the text fits, so that both stand "
                      "level.",
                      "city-page")
            .optional(
                "same-as", &Master::same_as, yaml::text(),
                "A master of the same arrangement, for other pictures: on facing pages both stand level, and what "
                "leads that one leads this one.",
                "city-page")
            .optional("elastic", &Master::elastic, record(elastic_table()), "One value that follows the text.",
                      "{name: g, from: 156, to: L - 156, step: 12}")
            .optional("with", &Master::with, OneOrMoreReader{},
                      "Masters whose frames stand on this one too, before its own: parts that several masters share. "
                      "The first one's elastic value is this one's, if it has none.",
                      "[leaflet-cover, leaflet-flap]")
            .optional("frames", &Master::frames, list(FrameReader{}, 1),
                      "Its frames, from back to front; may be left out where there is a `with`.",
                      "[{text: name, columns: 1-6, baseline: 60, style: label}]");
    return table;
}

const yaml::Table<SectionRule>& section_table() {
    static const auto table =
        yaml::Table<SectionRule>("section", "The masters that a kind of section may use.")
            .optional("variants", &SectionRule::variants, list(text(), 1),
                      "The masters to choose from; needed, but where there is a `made-of`.", "[city-plate, city-page]")
            .optional("made-of", &SectionRule::made_of, list(text(), 1),
                      "Other sections that stand in its place, in this order: a folded sheet as pages to be read. "
                      "`city` is the city that a handout is about.",
                      "[cover, mission]")
            .optional("otherwise", &SectionRule::otherwise, list(text()),
                      "Masters to choose from when none of those fits.", "[city-no-photo]")
            .optional("continues", &SectionRule::continues, text(), "The master that takes the text left over.",
                      "city-continuation")
            .optional("label", &SectionRule::label, text(), "Source of the running foot, or none.", "label.mission");
    return table;
}

const yaml::Table<Palette>& palette_table() {
    static const auto table =
        yaml::Table<Palette>("palette", "The swatches of maps, hours, clocks and codes; what has none is not drawn.")
            .optional("sea", &Palette::sea, text(), "The disc of a globe; the ground of a locator.", "mist")
            .optional("land", &Palette::land, text(), "Land.", "paper")
            .optional("graticule", &Palette::graticule, text(), "Meridians and parallels.", "mist")
            .optional("border", &Palette::border, text(), "Lines between countries.", "mist")
            .optional("arc", &Palette::arc, text(), "The way from home to a partner.", "vermilion")
            .optional("home", &Palette::home, text(), "Home's disc.", "paper")
            .optional("home-ring", &Palette::home_ring, text(), "The ring round it.", "night")
            .optional("partner", &Palette::partner, text(), "A partner's disc.", "vermilion")
            .optional("partner-ring", &Palette::partner_ring, text(), "The ring round it.", "paper")
            .optional("nearby", &Palette::nearby, text(), "A locator's cities of reference.", "night")
            .optional("shared", &Palette::shared, text(), "Hours awake in both places.", "ochre")
            .optional("idle", &Palette::idle, text(), "The other hours.", "sand")
            .optional("outline", &Palette::outline, text(), "The edge of shared hours.", "ink")
            .optional("ground", &Palette::ground, text(), "A clock's face; a QR code's quiet zone.", "paper")
            .optional("hands", &Palette::hands, text(),
                      "A clock's hands, marks and edge; its face on another day than home's.", "night")
            .optional("modules", &Palette::modules, text(), "The dark modules of a QR code.", "ink");
    return table;
}

const yaml::Table<FlowRule>& flow_table() {
    static const auto table =
        yaml::Table<FlowRule>("flow", "How a text is divided between a flow's first and second style.")
            .optional("all-first", &FlowRule::all_first, integer(0, 99999),
                      "A text of up to so many characters is all in the first style.", "240")
            .optional("first-sentences", &FlowRule::first_sentences, integer(0, 99999),
                      "Of a longer one, as many whole first sentences as fit in so many characters.", "170");
    return table;
}

const yaml::Table<LargePrint>& large_print_table() {
    static const auto table =
        yaml::Table<LargePrint>("large-print", "The design in which the large-print edition is laid out anew.")
            .required("design", &LargePrint::design, text(), "A file in content/designs/.", "large-print")
            .optional("formats", &LargePrint::formats, map_of(text()),
                      "Which of its formats stands for each of this design's; one that is not named keeps its name.",
                      "{half-letter: letter, a5: a4}");
    return table;
}

namespace {

struct StylesReader {
    bool read(const yaml::Node& node, std::map<std::string, Style>& styles, const yaml::Asked& asked) const {
        return read_styles(node, styles, asked.found);
    }
    yaml::Type type() const { return yaml::map_type(yaml::type_of(style_table())); }
};

}  // namespace

const yaml::Table<Design>& design_table() {
    static const auto table =
        yaml::Table<Design>("", "A design.")
            .optional("design", &Design::name, text(), "Its name; if not given, the file's.", "municipal")
            .required("swatches", &Design::swatches, map_of(record(swatch_table())), "Colours by name.",
                      "{ink: {srgb: \"#1A1A1A\", cmyk: [0, 0, 0, 100]}}")
            .optional("palettes", &Design::palettes, map_of(record(palette_table())), "Colours of maps, by name.",
                      "{light: {sea: mist, land: paper, arc: vermilion}}")
            .required("styles", &Design::styles, StylesReader{}, "Paragraph styles by name.",
                      "{body: {size: 9.25, leading: 12}}")
            .required("formats", &Design::formats, map_of(record(format_table())), "Page formats by name.",
                      "{a5: {trim: [148mm, 210mm], …}}")
            .optional("flows", &Design::flows, map_of(record(flow_table())), "Rules for dividing texts, by name.",
                      "{by-length: {all-first: 240, first-sentences: 170}}")
            .required("masters", &Design::masters, map_of(record(master_table())), "Master pages and spreads by name.",
                      "{cover: {frames: […]}}")
            .required("sections", &Design::sections, map_of(record(section_table())),
                      "Which masters a section may use.", "{city: {variants: [city-page]}}")
            .optional("large-print", &Design::large_print, record(large_print_table()),
                      "The design of the large-print edition.",
                      "{design: large-print, formats: {half-letter: letter, a5: a4}}")
            .optional("max-ppi", &Design::max_ppi, ResolutionReader{},
                      "Photos that would print finer than this are made smaller, once, in every edition; `none`: they "
                      "stay as they are. If not given, 150 for the screen, 220 for the office and 300 for print.",
                      "300")
            .optional("pictures", &Design::grey_pictures, yaml::choice<bool>({{"colour", false}, {"grey", true}}),
                      "`grey`: photos and logos are printed in grey in every edition, by black ink alone.", "grey")
            .optional(
                "fill", &Design::fill, list(text()),
                "Masters for pages that would stay empty: each takes the first that can stand and was not used yet.",
                "[fill-way, fill-globe, fill-title]")
            .optional(
                "fill-end", &Design::fill_end, list(text()),
                "Those for the page inside the back cover, if it would stay empty; if not given, those of `fill`.",
                "[fill-notes]");
    return table;
}

}  // namespace brochure::design
