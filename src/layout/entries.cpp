#include "layout/entries.hpp"

#include "layout/workshop.hpp"

namespace brochure::layout {
namespace {

constexpr std::size_t fewest_entries = 3;  // of two anyone finds the other

// The title of a section, or the name of a city; covers, and what has neither, are not listed.
const Words* title_of(const Part& part) {
    if (part.subject.kind == "cover" || part.subject.kind == "back" || part.subject.kind == entries_kind)
        return nullptr;
    // A directory's title says how many there are, and a map may say the same.
    if (const auto* label = part.fields.find_as<Words>("label"); label && part.subject.kind == "directory")
        return label;
    for (const char* source : {"title", "name", "label"})
        if (const auto* words = part.fields.find_as<Words>(source)) return words;
    return nullptr;
}

// The words, leading to a page when they are clicked.
Words linked(Fields& fields, content::RichText words, std::size_t page, const std::string& lang) {
    for (auto& block : words.blocks)
        for (auto& span : block.spans) span.link = "#page=" + std::to_string(page);
    return fields.keep(std::move(words), lang);
}

TableField table_of(Fields& fields, const Plan& plan, const std::vector<Part>& parts,
                    const std::vector<Placement>& placed) {
    TableField table;
    for (const auto& placement : placed) {
        if (!placement.part) continue;
        const auto* title = title_of(parts[*placement.part]);
        if (!title) continue;
        // A copy: the section's own words go when it has been drawn.
        const std::size_t page = placement.page + 1;
        std::vector<Words> row{linked(fields, *title->text, page, title->lang)};
        const auto number = fields.make(std::to_string(page), plan.sources.job.lang, title->text->where);
        row.push_back(linked(fields, *number.text, page, number.lang));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

Part entries_part(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed) {
    Part part;
    part.subject.kind = entries_kind;
    part.rule = &plan.design.sections.at(entries_kind);
    part.fields = bind(plan.sources, part.subject, 0, 0);
    part.workshop = std::make_unique<Workshop>(plan.design, plan.fonts);
    auto table = table_of(part.fields, plan, parts, placed);
    if (table.rows.size() < fewest_entries) return part;
    part.fields.set("entries", std::move(table));
    try_variants(plan, part);
    if (part.overset || part.found.has_errors()) part.candidates.clear();
    part.overset.reset();
    part.found = {};
    return part;
}

void number_entries(std::vector<Part>& parts, std::size_t at, const Plan& plan, const std::vector<Placement>& placed) {
    Fields& fields = parts[at].fields;
    fields.set("entries", table_of(fields, plan, parts, placed));
}

}  // namespace brochure::layout
