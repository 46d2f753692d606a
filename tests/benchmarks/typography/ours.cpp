#include "ours.hpp"

#include "text/prepare.hpp"

namespace brochure::typography {
namespace {

text::BreakSettings settings_of(double size, Rules rules) {
    text::BreakSettings settings;
    settings.fill = text::Fill::justified;
    settings.em = size;
    if (rules == Rules::house) return settings;
    settings.last_line_em = 0;
    settings.last_line_words = 1;
    settings.ladder = text::any_ladder;
    settings.repeated_word = 0;
    return settings;
}

Hyphen hyphen_of(const text::BrokenLine& line, std::span<const text::BreakItem> items) {
    if (!line.flagged) return Hyphen::none;
    return items[line.at].width > 0 ? Hyphen::drawn : Hyphen::typed;
}

}  // namespace

design::Style justified_style(double size) {
    design::Style style;
    style.family = "text";
    style.size = Length::from_pt(size);
    style.setting = design::Setting::justified;
    style.hang = false;
    style.hyphenation.on = true;
    return style;
}

std::vector<SetLine> set(const text::Prepared& paragraph, double measure, Rules rules) {
    const auto& p = *paragraph.implementation;
    const double measures[]{measure};
    std::vector<SetLine> lines;
    for (const text::BrokenLine& line : text::break_paragraph(p.items, measures, settings_of(p.size, rules)).lines) {
        SetLine made{line.ratio, hyphen_of(line, p.items), line.paragraph_end, line.overfull, 0};
        for (std::size_t i = line.first; i < line.end; ++i)
            made.spaces += p.items[i].kind == text::BreakItem::Kind::glue ? 1 : 0;
        lines.push_back(made);
    }
    return lines;
}

std::string for_tex(const text::Prepared& paragraph) {
    std::string escaped;
    const std::string& text = paragraph.implementation->text;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0') {
            escaped += "~";
            ++at;
        } else if (std::string_view{"#$%&_{}"}.find(c) != std::string_view::npos) {
            escaped += std::string{"\\"} + c;
        } else {
            escaped += c;
        }
    }
    return escaped;
}

}  // namespace brochure::typography
