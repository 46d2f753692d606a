#include "content/printer_fields.hpp"

#include <charconv>
#include <functional>

#include "content/readers.hpp"

namespace brochure::content {

namespace {

using yaml::boolean;
using yaml::choice;
using yaml::number;
using yaml::Table;

/// A length: points, or with `pt`, `mm` or `in`.
struct PaperLengthReader {
    double most;  // points
    bool read(const yaml::Node& node, Length& value, const yaml::Asked& asked) const {
        const std::string_view text = node.scalar;
        double given = 0;
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), given, std::chars_format::fixed);
        const std::string_view unit{end, static_cast<std::size_t>(text.data() + text.size() - end)};
        const double points = unit == "mm" ? Length::from_mm(given).pt() : unit == "in" ? given * 72 : given;
        const bool known = unit.empty() || unit == "pt" || unit == "mm" || unit == "in";
        if (node.kind != yaml::Kind::scalar || error != std::errc{} || !known || !(points >= 0 && points <= most))
            return yaml::refuse(node, type().words, asked);
        value = Length::from_pt(points);
        return true;
    }
    yaml::Type type() const {
        return yaml::text_like(
            "a length in points, or with mm or in, up to " + std::to_string(static_cast<int>(most)) + " pt",
            "^[0-9]+(\\.[0-9]+)?(pt|mm|in)?$");
    }
};

/// The name of a file without folders, since it is looked for in several.
struct ProfileReader {
    bool read(const yaml::Node& node, std::string& value, const yaml::Asked& asked) const {
        const std::string& name = node.scalar;
        const bool ends = name.size() > 4 && (name.ends_with(".icc") || name.ends_with(".icm") ||
                                              name.ends_with(".ICC") || name.ends_with(".ICM"));
        if (node.kind != yaml::Kind::scalar || !ends || name.find_first_of("/\\") != std::string::npos ||
            name.front() == '.')
            return yaml::refuse(node, type().words, asked);
        value = name;
        return true;
    }
    yaml::Type type() const {
        return yaml::text_like("the name of an .icc file, without a folder",
                               "^[^./\\\\][^/\\\\]*\\.(icc|icm|ICC|ICM)$");
    }
};

/// Words that name something: an empty name is none.
struct NameReader {
    bool read(const yaml::Node& node, std::string& value, const yaml::Asked& asked) const {
        const bool blank = node.scalar.find_first_not_of(" \t\n") == std::string::npos;
        if (node.kind != yaml::Kind::scalar || blank) return yaml::refuse(node, type().words, asked);
        return yaml::text().read(node, value, asked);
    }
    yaml::Type type() const { return yaml::text_like("a name, not blank", "\\S"); }
};

const Table<PrinterSettings>& marks_table() {
    static const auto table =
        Table<PrinterSettings>("marks", "What stands outside the bleed, on every plate.")
            .optional("crop", &PrinterSettings::crop_marks, boolean(), "Where the knife cuts.", "yes")
            .optional("fold", &PrinterSettings::fold_marks, boolean(), "Where a folded sheet is folded.", "yes")
            .optional("registration", &PrinterSettings::registration_marks, boolean(),
                      "Crosses that show whether the plates lie on each other.", "yes")
            .optional("slug", &PrinterSettings::slug, boolean(),
                      "A line that names file, page, date, program and state of the content.", "yes");
    return table;
}

const Table<PrinterSettings>& condition_table() {
    static const auto table =
        Table<PrinterSettings>("condition", "Press, paper and inks that the colours are made for.")
            .optional("name", &PrinterSettings::condition, NameReader{},
                      "Its name in the registry; it says what the profile describes.", "FOGRA39")
            .optional("registry", &PrinterSettings::condition_registry, NameReader{}, "The registry's address.",
                      "\"http://www.color.org\"")
            .optional("info", &PrinterSettings::condition_info, NameReader{}, "The same in words, for people.",
                      "Coated paper, offset, ISO 12647-2")
            .optional("profile", &PrinterSettings::profile, ProfileReader{},
                      "The ICC profile, with CMYK inks: a file in `content/printers/` or `content/`, else one that is "
                      "installed.",
                      "FOGRA39L_coated.icc");
    return table;
}

yaml::Type name_type() {
    return yaml::text_like("the name of a printer profile");
}

}  // namespace

const Table<PrinterSettings>& printer_table() {
    static const auto table =
        Table<PrinterSettings>("printer",
                               "What a printer wants: a file `content/printers/<name>.yaml`, or a publication's "
                               "`printer`. Every value can be left to the profile that `like` names.")
            .optional("like", &PrinterSettings::like, a(Form::slug),
                      "The profile that gives what is not said here: a file in `content/printers/`, without `.yaml`.",
                      "us-offset")
            .optional("standard", &PrinterSettings::standard,
                      choice<PrintStandard>({{"x-4", PrintStandard::x4}, {"x-1a", PrintStandard::x1a}}),
                      "PDF/X-4, or the older PDF/X-1a: inks alone and nothing that shines through. Without it: x-4.",
                      "x-4")
            .optional("bleed", &PrinterSettings::bleed, PaperLengthReader{72},
                      "How far colour runs past the trim; no farther than the design's pages go. Without it: 9.",
                      "0.125in")
            .optional("marks", std::identity{}, record(marks_table()),
                      "What stands outside the bleed. Without it: none.", "{crop: yes, fold: yes}")
            .optional("condition", std::identity{}, record(condition_table()),
                      "Press, paper and inks that the colours are made for.",
                      "{name: FOGRA39, profile: FOGRA39L_coated.icc}")
            .optional("ink-limit", &PrinterSettings::ink_limit, number(100, 400),
                      "What the paper takes of all four inks together, per cent. Without it: 300.", "300")
            .optional(
                "intent", &PrinterSettings::intent,
                choice<Intent>({{"perceptual", Intent::perceptual}, {"relative-bpc", Intent::relative_bpc}}),
                "How colours of photos that the paper cannot show are brought into its range: all moved a little, "
                "or those alone, black being mapped to black. Without it: relative-bpc.",
                "relative-bpc")
            .optional(
                "photos", &PrinterSettings::photos,
                choice<PhotoColours>({{"convert", PhotoColours::convert}, {"tagged-srgb", PhotoColours::tagged_srgb}}),
                "Photos in the printer's inks, or left as they are with a profile, for x-4 alone. Without it: "
                "convert.",
                "convert")
            .optional("min-line", &PrinterSettings::min_line, PaperLengthReader{10},
                      "Thinner lines are warned of. Without it: 0.25.", "0.25")
            .optional("min-type", &PrinterSettings::min_type, PaperLengthReader{24},
                      "Smaller text is warned of. Without it: 6.", "6")
            .optional("ppi", &PrinterSettings::ppi, number(72, 2400),
                      "Photos above this are reduced to it, unless the design says otherwise. Without it: 300.", "300")
            .optional("papers", &PrinterSettings::papers,
                      list(yaml::words({"letter", "a4", "legal", "tabloid", "a3"}), 1),
                      "`office` alone: the papers of the copier, the usual one first; the smallest that serves is "
                      "taken. Without it: all of these.",
                      "[letter, legal, tabloid]")
            .optional("margin", &PrinterSettings::margin, PaperLengthReader{72},
                      "`office` alone: what the copier leaves white at the edge of its paper. Without it: 0.25in.",
                      "5mm")
            .optional("caliper", &PrinterSettings::caliper, PaperLengthReader{3},
                      "`office` alone: how thick a leaf is; the inner sheets of a booklet are moved by it. Without it: "
                      "0.1mm.",
                      "0.1mm")
            .short_form(&name_type, [](const yaml::Node& node, PrinterSettings& value, Diagnostics& found) {
                value.where = node.where;
                auto& name = value.like.emplace();
                name.where = node.where;
                return a(Form::slug).read(node, name.value, {"printer", "us-offset", found});
            });
    return table;
}

}  // namespace brochure::content
