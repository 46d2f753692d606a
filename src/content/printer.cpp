#include "content/printer.hpp"

#include "content/printer_fields.hpp"

namespace brochure::content {

namespace {

/// Calls `use` with a pointer to each member that both kinds of values have.
template <template <class> class A, template <class> class B, class Use>
void for_each_value(PrinterValues<A>& a, const PrinterValues<B>& b, Use&& use) {
    use(a.standard, b.standard);
    use(a.bleed, b.bleed);
    use(a.crop_marks, b.crop_marks);
    use(a.fold_marks, b.fold_marks);
    use(a.registration_marks, b.registration_marks);
    use(a.slug, b.slug);
    use(a.condition, b.condition);
    use(a.condition_registry, b.condition_registry);
    use(a.condition_info, b.condition_info);
    use(a.profile, b.profile);
    use(a.ink_limit, b.ink_limit);
    use(a.intent, b.intent);
    use(a.photos, b.photos);
    use(a.min_line, b.min_line);
    use(a.min_type, b.min_type);
    use(a.ppi, b.ppi);
    use(a.papers, b.papers);
    use(a.margin, b.margin);
    use(a.caliper, b.caliper);
}

// Of a publication that names no profile, and of a profile that leaves something out.
Printer usual() {
    Printer printer;
    printer.standard = PrintStandard::x4;
    printer.bleed = 9_pt;
    printer.crop_marks = printer.fold_marks = printer.registration_marks = printer.slug = false;
    printer.condition = "FOGRA39";
    printer.condition_registry = "http://www.color.org";
    printer.condition_info = "Offset on coated paper, ISO 12647-2 (FOGRA39)";
    printer.profile.value = "FOGRA39L_coated.icc";
    printer.ink_limit = 300;
    printer.intent = Intent::relative_bpc;
    printer.photos = PhotoColours::convert;
    printer.min_line = Length::from_pt(0.25);
    printer.min_type = 6_pt;
    printer.ppi = 300;
    printer.papers = {"letter", "a4", "legal", "tabloid", "a3"};
    printer.margin = 0.25_in;
    printer.caliper = 0.1_mm;
    return printer;
}

// A name of a condition belongs to its profile: where another profile is put, what the one below was called says
// nothing.
void forget_condition(PrinterSettings& lower) {
    lower.condition.reset();
    lower.condition_registry.reset();
    lower.condition_info.reset();
}

}  // namespace

PrinterSettings over(PrinterSettings upper, const PrinterSettings& lower) {
    PrinterSettings below = lower;
    if (upper.profile) forget_condition(below);
    for_each_value(upper, below, [](auto& mine, const auto& other) {
        if (!mine) mine = other;
    });
    return upper;
}

Printer complete(const PrinterSettings& settings, std::string name) {
    Printer printer = usual();
    if (settings.profile) {
        const std::string& file = settings.profile->value;
        printer.condition = file.substr(0, file.size() - 4);
        printer.condition_registry.clear();
        printer.condition_info = "What the ICC profile " + file + " describes";
    }
    for_each_value(printer, settings, [](auto& mine, const auto& given) {
        if (given) mine = *given;
    });
    printer.name = std::move(name);
    printer.where = settings.where;
    if (printer.profile.where.file.index < 0) printer.profile.where = settings.where;
    return printer;
}

PrinterSettings read_printer(FileId file, const SourceFiles& files, Diagnostics& found) {
    // A profile is written by hand; more than this is a mistake or an attack.
    constexpr yaml::Limits limits{.bytes = 64u << 10, .scalar_bytes = 4u << 10, .nodes = 500, .depth = 8};
    PrinterSettings settings;
    const auto root = yaml::parse(file, files, found, limits);
    if (root) yaml::read_record(*root, printer_table(), settings, found);
    settings.where = {file, 1, 1};
    return settings;
}

}  // namespace brochure::content
