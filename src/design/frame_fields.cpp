#include <array>
#include <deque>

#include "design/frame_options.hpp"
#include "design/tables.hpp"

namespace brochure::design {

namespace {

using yaml::boolean;
using yaml::choice;
using yaml::integer;
using yaml::text;

struct KindRow {
    FrameKind kind;
    std::string_view name, role, doc, value, example;  // value: what stands behind the kind's key
};

// In the order of FrameKind. The role is that of a frame which names none.
constexpr std::array<KindRow, 23> kinds{{
    {FrameKind::text, "text", "P", "A short text that stands where it is put: a name, a label, a caption.",
     "The source of the text.", "name"},
    {FrameKind::flow, "flow", "P", "A running text that fills columns and goes on in the next frame or page.",
     "The source of the text.", "text"},
    {FrameKind::picture, "picture", "Figure", "A photo, cropped around its focal point.", "The source of the photo.",
     "photo"},
    {FrameKind::panel, "panel", "artifact", "A ground of one colour.", "The swatch.", "night"},
    {FrameKind::rule, "rule", "artifact",
     "A horizontal line, its upper edge at `y`; with a `pitch` one after another down to `bottom`.", "The swatch.",
     "ink"},
    {FrameKind::facts, "facts", "P", "Labels with values: country, distance, local time.", "The source of the facts.",
     "facts"},
    {FrameKind::figures, "figures", "P",
     "Large numbers with words before and after, their last line at `bottom`; without `bottom`, from `top` down.",
     "The source of the figures.", "figures"},
    {FrameKind::list, "list", "L", "Numbered or plain items with a rule above each.", "The source of the items.",
     "goals"},
    {FrameKind::table, "table", "Table", "Rows and columns.", "The source of the rows.", "cities"},
    {FrameKind::directory, "directory", "Table",
     "Many places by region, in columns, each with its number. Its styles: number, name, country, distance, region.",
     "The source of the places.", "directory"},
    {FrameKind::parallel, "parallel", "Table",
     "Two texts or lists side by side, row by row on the same baselines: a row is as high as the taller of its two "
     "halves. Its styles: left, right, and in the place of either for Chinese and Japanese.",
     "The source of the rows on the left: a list, the paragraphs of a text, or rows of a table.", "mission.text"},
    {FrameKind::map, "map", "Figure", "A map of the world with home, partners and the ways between them.",
     "The source of the places.", "arcs"},
    {FrameKind::globe, "globe", "Figure",
     "A globe with the great circles from home to partners, centred in its columns. Its styles: home's name, numbers.",
     "The source of the places.", "arc"},
    {FrameKind::locator, "locator", "Figure",
     "A map of a city's surroundings. Its styles: the city, cities nearby, countries, the way home.",
     "The source of the place.", "place"},
    {FrameKind::hours, "hours", "Figure",
     "A bar of the hours awake in two places, at `top`. Its styles: label, figures, words, note.",
     "The source of the hours.", "hours"},
    {FrameKind::clock, "clock", "Figure",
     "Clocks of home or the partners; faces at `top`, names at `baseline`. Its styles: name, time, distance.",
     "The source of the times.", "clocks"},
    {FrameKind::days, "days", "Table",
     "The days of a visit, row by row in one or two languages, from the rule of the first day at `top`. Its styles: "
     "day, "
     "day in the second language, time, event, event in the second, place, place in the second.",
     "The source of the days.", "visit.days"},
    {FrameKind::cards, "cards", "L",
     "People or telephone numbers, each with lines below, several across, a rule above each at `top`.",
     "The source of the cards.", "visit.people"},
    {FrameKind::rows, "rows", "Table",
     "Rows in groups, from the rule of the first at `top`; on a further page the names of the group and of the columns "
     "are repeated. Its styles: group, group in the second language, column, a cell's further lines, then a style for "
     "the first line of each cell.",
     "The source of the rows.", "visit.participants"},
    {FrameKind::qr, "qr", "Figure", "A QR code as wide as its columns, from `top` down, its white quiet zone included.",
     "The source of the address.", "contacts.web"},
    {FrameKind::logo, "logo", "Figure", "A seal or logo, whole, as large as the frame holds, in its lower left corner.",
     "The source of the picture.", "organisation.logo"},
    {FrameKind::folio, "folio", "artifact", "Page number and running foot.", "The source of the running foot.", "name"},
    {FrameKind::contrast, "contrast", "artifact",
     "Shows nothing. The master cannot be used where the picture set before is no ground for text in `styles`: where "
     "the "
     "worst 5 % of the frame's pixels give less than 4.5:1.",
     "The source of the picture.", "cover"},
}};
constexpr bool in_order() {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (static_cast<std::size_t>(kinds[i].kind) != i) return false;
    return true;
}
static_assert(in_order());

const KindRow& row_of(FrameKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

struct ExpressionRow {
    std::string_view key;
    Expression Frame::*member;
    std::string_view doc, example;
};
constexpr std::array<ExpressionRow, 10> expressions{{
    {"left", &Frame::left, "Left edge, in place of that of `columns`.", "c3"},
    {"right", &Frame::right, "Right edge, in place of that of `columns`.", "W + B"},
    {"top", &Frame::top,
     "Top edge; of text, the first baseline, or beside `baseline` how high it may rise to end above `bottom`.", "168"},
    {"y", &Frame::top, "The same as `top`, for rules.", "title.last + 24"},
    {"bottom", &Frame::bottom,
     "Bottom edge; of text, the last baseline, or beside `baseline` the last one that it may have.", "L - 12"},
    {"baseline", &Frame::baseline, "First baseline; of a map, where the parallel named by `latitude` stands.", "60"},
    {"diameter", &Frame::diameter, "Of a globe or a clock; of a picture or logo in a stack, its greatest height.",
     "98"},
    {"pitch", &Frame::pitch, "From one row or cell to the next; of a map, from Greenwich once round to Greenwich.",
     "108"},
    {"gap", &Frame::gap, "From the last baseline of one entry to the first of the next.", "24"},
    {"below", &Frame::below,
     "Puts the frame so far below what stands above it in the master's stack, from its last baseline or lower edge; "
     "what finds no room above `L` goes on, with all that is below it, on the next page.",
     "48"},
}};
constexpr auto keys_of_expressions = [] {
    std::array<std::string_view, expressions.size()> keys;
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = expressions[i].key;
    return keys;
}();

struct OptionReader {
    const OptionRow* row;
    bool read(const yaml::Node& node, std::string& value, const yaml::Asked& asked) const {
        if (!row->words.empty()) return words().read(node, value, asked);
        if (row->most == 0) return text().read(node, value, asked);
        int number = 0;
        if (!integer(1, row->most).read(node, number, asked)) return false;
        value = std::to_string(number);
        return true;
    }
    yaml::Type type() const {
        if (!row->words.empty()) return words().type();
        return row->most == 0 ? text().type() : integer(1, row->most).type();
    }
    yaml::WordsReader words() const { return {row->words}; }
};

using FrameTable = yaml::Table<Frame>;

// Fields are added to a table in passing, which stays the same table: nothing is moved from it.
FrameTable&& adding(FrameTable& table) {
    return static_cast<FrameTable&&>(table);
}

void add_place(FrameTable& table) {
    static const auto pages = choice<On>({{"first", On::first}, {"second", On::second}, {"both", On::both}});
    static const auto areas = choice<Area>(
        {{"none", Area::none}, {"trim", Area::trim}, {"bleed", Area::bleed}, {"top-bleed", Area::top_bleed}});
    adding(table)
        .optional("id", &Frame::id, text(), "A name by which frames below it may use its place in their sums.", "title")
        .optional("on", &Frame::on, pages, "Which page of a spread; `both`: across both, x from the first.", "second")
        .optional("page", &Frame::on, pages, "The same as `on`.", "second")
        .optional("in", &Frame::in, text(), "The panel of a folded sheet from which columns and areas count.", "cover")
        .optional("area", &Frame::area, areas,
                  "A whole page or panel: to the trim, to the bleed, or from the top bleed down to `bottom`.", "bleed")
        .optional("columns", &Frame::columns, ColumnsReader{},
                  "Columns of the format; `outer-4` and `inner-2` mirror with the page.", "3-6");
    for (const auto& row : expressions)
        adding(table).optional(row.key, row.member, ExpressionReader{}, row.doc, row.example);
}

void add_look(FrameTable& table) {
    static const auto roles =
        yaml::words({"H1", "H2", "H3", "P", "Figure", "Caption", "L", "Table", "Note", "artifact"});
    adding(table)
        .optional(
            "keep", &Frame::keep, boolean(),
            "In a stack: stands on one page with the beginning of what follows, as a heading or a picture with its "
            "caption.",
            "yes")
        .optional("style", &Frame::styles, OneOrMoreReader{}, "Its style, or several as the kind wants them.", "body")
        .optional("styles", &Frame::styles, OneOrMoreReader{}, "The same as `style`.", "[lead, body]")
        .optional("role", &Frame::role, roles, "What it is to a screen reader; an artifact is passed over.", "H1")
        .optional("when", &Frame::when, OneOrMoreReader{}, "Sources that must be there, or the frame is left out.",
                  "contacts")
        .optional("unless", &Frame::unless, OneOrMoreReader{}, "Sources that must not be there.", "photo");
}

void add_thread(FrameTable& table) {
    adding(table)
        .optional("split", &Frame::split, integer(1, 12), "How many columns of text inside the frame.", "2")
        .optional("balance", &Frame::balance, boolean(), "Makes those columns equally long.", "yes")
        .optional("continues", &Frame::continues, text(), "The frame, by its id, in which the text goes on.", "second");
}

bool has_palette(FrameKind kind) {
    return kind == FrameKind::map || kind == FrameKind::globe || kind == FrameKind::locator ||
           kind == FrameKind::hours || kind == FrameKind::clock || kind == FrameKind::qr;
}

/// The keys of one kind, its own first.
FrameTable make(const KindRow& row) {
    const bool coloured = row.kind == FrameKind::panel || row.kind == FrameKind::rule;
    FrameTable table(row.name, row.doc);
    adding(table).required(row.name, coloured ? &Frame::swatch : &Frame::source, text(), row.value, row.example);
    for (const auto& option : frame_options())
        if (option.kind == row.kind)
            adding(table).optional(
                option.key,
                [key = std::string(option.key)](Frame& frame) -> std::string& { return frame.options[key]; },
                OptionReader{&option}, option.doc, option.example);
    if (row.kind == FrameKind::rule)
        adding(table).optional("weight", &Frame::weight, length(0.05, 12), "Its thickness, up to 12.", "0.5");
    if (row.kind == FrameKind::flow) add_thread(table);
    if (has_palette(row.kind))
        adding(table).optional("palette", &Frame::palette, text(),
                               "Its colours; if not said, the palette that is named as the kind.", "night");
    add_place(table);
    add_look(table);
    return table;
}

}  // namespace

const yaml::Table<Frame>& frame_table(FrameKind kind) {
    static const auto tables = [] {
        std::deque<FrameTable> all;
        for (const auto& row : kinds) all.push_back(make(row));
        return all;
    }();
    return tables[static_cast<std::size_t>(kind)];
}

std::span<const FrameKind> frame_kinds() {
    static constexpr auto all = [] {
        std::array<FrameKind, kinds.size()> list{};
        for (std::size_t i = 0; i < list.size(); ++i) list[i] = kinds[i].kind;
        return list;
    }();
    return all;
}

std::string_view name_of(FrameKind kind) {
    return row_of(kind).name;
}
std::string_view default_role(FrameKind kind) {
    return row_of(kind).role;
}
std::string_view doc_of(FrameKind kind) {
    return row_of(kind).doc;
}

std::optional<FrameKind> kind_of(const yaml::Node& frame) {
    for (const auto& entry : frame.entries)
        for (const auto& row : kinds)
            if (entry.key.value == row.name) return row.kind;
    return std::nullopt;
}

std::span<const std::string_view> expression_keys() {
    return keys_of_expressions;
}

Expression& expression_of(Frame& frame, std::string_view key) {
    for (const auto& row : expressions)
        if (row.key == key) return frame.*row.member;
    return frame.top;  // not reached: keys come from expression_keys()
}

}  // namespace brochure::design
