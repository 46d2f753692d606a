#include <functional>

#include "design/tables.hpp"

namespace brochure::design {

using yaml::boolean;
using yaml::integer;
using yaml::list;
using yaml::map_of;
using yaml::number;
using yaml::record;

const yaml::Table<Swatch>& swatch_table() {
    static const auto table =
        yaml::Table<Swatch>("swatch", "A named colour: one build for light, one for ink.")
            .required("srgb", &Swatch::srgb, ColourReader{}, "The build for screens.", "\"#12303F\"")
            .required("cmyk", &Swatch::cmyk, list(number(0, 100), 4, 4), "Cyan, magenta, yellow and black, per cent.",
                      "[92, 66, 50, 48]")
            .optional("overprint", &Swatch::overprint, boolean(),
                      "Printed on top of what lies below, without knocking it out. For black text: of other inks it is "
                      "ignored, with a warning.",
                      "yes");
    return table;
}

namespace {

const yaml::Table<Format>& margins_table() {
    static const auto table = yaml::Table<Format>("margins", "From the trim to the columns.")
                                  .required("inner", &Format::inner, length(), "At the spine.", "42")
                                  .required("outer", &Format::outer, length(), "Away from the spine.", "36")
                                  .required("top", &Format::top, length(), "Above the first line.", "48")
                                  .required("bottom", &Format::bottom, length(), "Below the last line.", "48");
    return table;
}

const yaml::Table<Format>& columns_table() {
    static const auto table =
        yaml::Table<Format>("columns", "The columns between the inner and the outer margin.")
            .required("count", &Format::columns, integer(1, 99), "How many.", "6")
            .optional("width", &Format::column, length(0.1), "Of one; if not given, what the margins leave.", "43")
            .optional("gutter", &Format::gutter, length(), "Between two.", "12");
    return table;
}

}  // namespace

const yaml::Table<Panel>& panel_table() {
    static const auto table =
        yaml::Table<Panel>("panel", "A panel of a folded sheet. The columns stand in its middle.")
            .required("name", &Panel::name, yaml::text(), "What frames call it in `in`.", "cover")
            .required("width", &Panel::width, length(1), "From fold to fold, or from a fold to the trim.", "265.5")
            .required("read", &Panel::read, integer(1, 99),
                      "Its place when the sheet is unfolded and read, counted through both sides.", "1");
    return table;
}

const yaml::Table<Format>& format_table() {
    static const auto table =
        yaml::Table<Format>("format", "A page size with its grid. A verso mirrors a recto.")
            .required("trim", &Format::trim, SizeReader{}, "Width and height of the finished page.", "[5.5in, 8.5in]")
            .optional("bleed", &Format::bleed, length(0, 72), "How far pictures and grounds run past the trim.", "9")
            .optional("safe", &Format::safe, length(), "Text keeps this far inside the trim.", "18")
            .required("margins", std::identity{}, record(margins_table()), "From the trim to the columns.",
                      "{outer: 36, inner: 42, top: 48, bottom: 48}")
            .required("columns", std::identity{}, record(columns_table()), "The columns of the grid.",
                      "{count: 6, gutter: 12}")
            .optional("baseline", &Format::baseline, length(1), "Distance of the lines of the baseline grid.", "12")
            .optional("last-line", &Format::last_line, length(1),
                      "`L`: the last text line, from the trim's top; if not given, the last of the grid above the "
                      "bottom margin.",
                      "564")
            .optional("values", &Format::values, map_of(length(-14400)),
                      "Names of your own that sums may use, so that one master serves several formats.", "{rise: 24}")
            .optional("panels", &Format::panels, map_of(list(record(panel_table()), 1, 12)),
                      "The panels of a folded sheet by its sides, from left to right; where they meet it is folded.",
                      "{inside: [{name: middle, width: 265.5, read: 4}, …]}");
    return table;
}

}  // namespace brochure::design
