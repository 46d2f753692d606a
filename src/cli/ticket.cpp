#include "cli/ticket.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "cli/leaf.hpp"
#include "cli/summary.hpp"
#include "cli/version.hpp"
#include "layout/fields.hpp"

namespace brochure::cli {
namespace {

// As many decimals as are needed, four at most.
std::string decimal(double value, int decimals) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    std::string out = text;
    if (out.find('.') != std::string::npos) {
        out.erase(out.find_last_not_of('0') + 1);
        if (out.back() == '.') out.pop_back();
    }
    return out;
}

/// Formats of A sizes are thought of in millimetres.
bool is_metric(const Ticketed& about) {
    return !about.publication.pages.empty() && about.publication.pages.front().bleed.pt() < 8.9;
}

constexpr const char* times = " \u00D7 ";
constexpr const char* plus = " + ";

std::string joined(const std::vector<Length>& lengths, const char* between, bool metric) {
    std::string inches, millimetres;
    for (const Length length : lengths) {
        inches += (inches.empty() ? "" : between) + decimal(length.pt() / 72, 4);
        millimetres += (millimetres.empty() ? "" : between) + decimal(length.mm(), 1);
    }
    inches += " in";
    millimetres += " mm";
    return metric ? millimetres + " (" + inches + ")" : inches + " (" + millimetres + ")";
}

bool is_stapled(const Ticketed& about) {
    return about.job.job.publication->binding == "saddle-stitch";
}

std::string binding(const Ticketed& about) {
    const std::size_t pages = about.publication.pages.size();
    if (is_stapled(about)) {
        const Size page = about.publication.pages.front().trim;
        return "folded in the middle and stapled (saddle stitch)\nopen " +
               joined({page.width * 2.0, page.height}, times, is_metric(about));
    }
    if (!about.publication.pages.front().folds.empty()) return "one sheet, folded";
    return pages > 2 ? "none: single leaves" : "none: one sheet";
}

std::string folds(const Ticketed& about) {
    const page::Page& page = about.publication.pages.front();
    std::vector<Length> panels;
    Length left;
    for (const Length fold : page.folds) {
        panels.push_back(fold - left);
        left = fold;
    }
    panels.push_back(page.trim.width - left);
    return counted(page.folds.size(), "fold", "folds") + "; panels of page 1 from the left:\n" +
           joined(panels, plus, is_metric(about));
}

/// Which of two sides have anything but black ink: the odd pages, and the even ones.
std::array<bool, 2> coloured(const page::Publication& publication) {
    const auto is_coloured = [&](const std::string& name) {
        const auto swatch = std::find_if(publication.swatches.begin(), publication.swatches.end(),
                                         [&](const Swatch& each) { return each.name == name; });
        return swatch != publication.swatches.end() && swatch->cmyk[0] + swatch->cmyk[1] + swatch->cmyk[2] > 0;
    };
    struct Look {
        const page::Publication& publication;
        const decltype(is_coloured)& has_colour;
        bool operator()(const page::PlacedRun& it) const { return has_colour(it.run.swatch); }
        bool operator()(const page::PlacedPicture& it) const {
            const auto& picture = publication.pictures[it.picture];
            return !picture.grey && picture.photo.colour != image::Colour::grey;
        }
        bool operator()(const page::Path& it) const {
            return has_colour(it.fill) || (it.stroke && has_colour(it.stroke->swatch));
        }
        bool operator()(const page::LinkArea&) const { return false; }
    };
    const Look look{publication, is_coloured};
    std::array<bool, 2> sides{};
    for (std::size_t i = 0; i < publication.pages.size(); ++i)
        for (const page::Item& item : publication.pages[i].items)
            if (sides[i % 2] || std::visit(look, item)) {
                sides[i % 2] = true;
                break;
            }
    return sides;
}

std::string colours(const Ticketed& about) {
    const auto sides = coloured(about.publication);
    const bool any = sides[0] || sides[1];
    const bool both = about.publication.pages.size() > 1;
    const auto inks = [](bool coloured) { return coloured ? "4" : "1"; };
    return std::string{inks(sides[0])} + "/" + (both ? inks(sides[1]) : "0") +
           (any ? " (CMYK; no spot colours)" : " (black alone)");
}

std::string ink(const Ticketed& about) {
    const auto rule = std::find_if(about.report.rules.begin(), about.report.rules.end(),
                                   [](const prepress::Rule& each) { return each.name == "ink"; });
    std::string text = "limit " + decimal(about.printer.ink_limit, 0) + " %";
    if (rule != about.report.rules.end() && rule->measured)
        text += (rule->not_measured.empty() ? "; the heaviest place lays " : "; the heaviest place in inks lays ") +
                decimal(*rule->measured, 0) + " %";
    if (about.report.photos.empty()) return text;
    return text + (about.printer.photos == content::PhotoColours::convert
                       ? "; photos are kept within the limit"
                       : "; photos in RGB stay so, and what ink they become is not measured");
}

std::string turning(const Ticketed& about) {
    if (about.publication.pages.size() < 2) return "printed on one side";
    if (is_stapled(about)) return "head to head; the file has single pages in reading order";
    const Size page = about.publication.pages.front().trim;
    return page.width > page.height ? "short edge, head to head" : "long edge, head to head";
}

std::string contact(const content::Content& content, const std::string& lang) {
    std::string text = layout::plain_in(content.organisation.name, lang);
    if (const auto& contacts = content.organisation.contacts)
        for (const auto& each : {contacts->phone, contacts->email, contacts->web})
            if (each) text += " \u00B7 " + each->value;
    return text;
}

std::string condition(const content::Printer& printer) {
    return printer.condition_info.empty() ? printer.condition : printer.condition + ": " + printer.condition_info;
}

std::string marks(const content::Printer& printer) {
    std::string text;
    const auto add = [&](bool there, const char* name) {
        text += there ? (text.empty() ? "" : ", ") + std::string{name} : "";
    };
    add(printer.crop_marks, "crop");
    add(printer.fold_marks, "fold");
    add(printer.registration_marks, "registration");
    add(printer.slug, "slug line");
    return text.empty() ? "none; the TrimBox says where to cut" : text;
}

Look small() {
    return {.size = 8.5_pt, .leading = 12_pt, .swatch = "quiet"};
}

}  // namespace

std::vector<std::pair<std::string, std::string>> ticket_lines(const Ticketed& about) {
    const content::Publication& wanted = *about.job.job.publication;
    const page::Page& page = about.publication.pages.front();
    const bool metric = is_metric(about);
    std::vector<std::pair<std::string, std::string>> lines;
    const auto add = [&](const char* what, std::string text) { lines.emplace_back(what, std::move(text)); };
    add("Quantity",
        wanted.copies ? counted(static_cast<std::size_t>(wanted.copies->value), "copy", "copies") : "as agreed");
    add("Paper", wanted.paper ? wanted.paper->value : "as agreed");
    add("Trimmed size", joined({page.trim.width, page.trim.height}, times, metric));
    add("Pages", std::to_string(about.publication.pages.size()));
    add("Binding", binding(about));
    if (!page.folds.empty()) add("Folds", folds(about));
    add("Flip edge", turning(about));
    add("Colours", colours(about));
    const Length bleed = std::min(about.printer.bleed, page.bleed);
    add("Bleed", bleed.pt() > 0 ? joined({bleed}, "", metric) + " on every side" : "none");
    add("Marks", marks(about.printer));
    std::string standards;
    for (const auto& each : about.report.standards) standards += (standards.empty() ? "" : ", ") + each;
    add("Standard", standards);
    add("Made for", condition(about.printer));
    add("Ink", ink(about));
    add("File", about.made.file.filename().string() + ", " + size_text(about.made.bytes));
    add("Contact", contact(about.content, about.publication.lang));
    return lines;
}

bool write_ticket(const Ticketed& about, const Project& project, text::Fonts& fonts, const std::filesystem::path& file,
                  Diagnostics& found) {
    const Size paper = is_metric(about) ? Size{210_mm, 297_mm} : Size{8.5_in, 11_in};
    Leaf leaf{project, fonts, about.publication.name + "-ticket", "Job ticket: " + about.publication.title};
    const std::size_t page = leaf.add_page(paper);
    const Length left = 54_pt, right = paper.width - 54_pt, values = left + 108_pt;
    Length y = 72_pt;
    leaf.set(page, "Job ticket", small(), {left, y}, right - left, leaf.add(page::Role::p));
    const Look title{.family = "text", .weight = 600, .size = 26_pt, .leading = 30_pt};
    y += 32_pt;
    y +=
        30_pt * (leaf.set(page, about.publication.title, title, {left, y}, right - left, leaf.add(page::Role::h1)) - 1);
    const auto table = leaf.add(page::Role::table);
    y += 18_pt;
    const auto rule = [&](Length at, double weight) {
        leaf.draw(page, page::line({left, at}, {right, at}, {"quiet", Length::from_pt(weight), false}));
    };
    rule(y, 1);
    for (const auto& [what, text] : ticket_lines(about)) {
        const auto row = leaf.add(page::Role::row, table);
        const auto head = leaf.add(page::Role::head_cell, row);
        leaf.element(head).scope = "Row";
        const auto cell = leaf.add(page::Role::data_cell, row);
        y += 17_pt;
        leaf.set(page, what, {.size = 9_pt, .swatch = "quiet"}, {left, y}, values - left - 6_pt, head);
        y += 14_pt * (leaf.set(page, text, {.size = 10.5_pt}, {values, y}, right - values, cell) - 1);
        y += 8_pt;
        rule(y, 0.5);
    }
    leaf.set(page, std::string{"Written beside the file by brochure "} + version + " from what is in it.", small(),
             {left, y + 24_pt}, right - left, leaf.add(page::Role::p));
    const page::Publication made = leaf.take();
    return write_leaf(prepress::single_pages(made, prepress::Edition::screen), fonts, file, found);
}

}  // namespace brochure::cli
