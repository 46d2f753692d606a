#include "layout/assemble.hpp"

#include <algorithm>

#include "layout/scope.hpp"

namespace brochure::layout {

Assembler::Assembler(const Plan& plan, page::Publication& publication, bool facing)
    : plan_{plan}, publication_{publication}, facing_{facing} {
    publication_.facing_pages = facing;
    page::Element document;
    document.role = page::Role::document;
    document.lang = publication.lang;
    publication_.structure.push_back(std::move(document));
}

std::size_t Assembler::picture_index(page::Picture&& picture) {
    auto& all = publication_.pictures;
    const std::string& file = picture.photo.file.native();
    const auto [first, last] = pictures_.equal_range(file);
    const auto equal = std::find_if(first, last, [&](const auto& entry) {
        const page::Picture& other = all[entry.second];
        return other.crop == picture.crop && other.placed == picture.placed;
    });
    if (equal != last) return equal->second;
    pictures_.emplace(file, all.size());
    all.push_back(std::move(picture));
    return all.size() - 1;
}

void Assembler::add_items(std::vector<page::Item>& from, page::Page& to, int elements,
                          const std::vector<std::size_t>& pictures) {
    for (auto& item : from) {
        std::visit(
            [&](auto& value) {
                if (value.element.index >= 0) value.element.index += elements;
            },
            item);
        if (auto* picture = std::get_if<page::PlacedPicture>(&item)) picture->picture = pictures[picture->picture];
        to.items.push_back(std::move(item));
    }
    from.clear();
}

void Assembler::place(page::Page& page, const text::Line& line, Length x, Length baseline) {
    for (const auto& run : line.runs) page.items.push_back(page::PlacedRun{{x + run.x, baseline}, run, page::artifact});
}

// Folio at the outer margin, the section's name from the second column on; mirrored on a recto (DESIGN 3).
void Assembler::add_folio(const FolioSlot& slot, Part& part, std::size_t index) {
    auto& page = publication_.pages[index];
    const auto& format = plan_.format;
    const auto& styles = plan_.design.styles;
    const auto& lang = plan_.sources.job.lang;
    const Scope scope{format, false, page.recto};
    const auto foot = format.values.find("foot");
    const Length baseline = format.last_line + Length::from_pt(foot == format.values.end() ? 24 : foot->second);
    const auto number =
        part.workshop->one_line(std::to_string(index + 1), lang, styles.at(slot.frame->styles.front()), {});
    const Length right = scope.column_right(0, format.columns);
    place(page, number, page.recto ? right - number.width : scope.column_left(0, 1), baseline);
    const auto* words = part.fields.find_as<Words>(part.rule->label);
    if (!words || slot.frame->styles.size() < 2) return;
    const auto name = part.workshop->one_line(content::plain(*words->text), words->lang,
                                              styles.at(slot.frame->styles[1]), words->text->where);
    place(page, name, page.recto ? scope.column_right(0, format.columns - 1) - name.width : scope.column_left(0, 2),
          baseline);
}

void Assembler::add(Draft&& draft, Part* part) {
    const int elements = static_cast<int>(publication_.structure.size());
    const bool tagged = draft.elements.size() > 1;
    if (tagged) {
        for (auto& element : draft.elements) {
            element.parent.index = element.parent.index < 0 ? 0 : element.parent.index + elements;
            for (auto& child : element.children) child.index += elements;
            publication_.structure.push_back(std::move(element));
        }
        publication_.structure[0].children.push_back({elements});
    }
    std::vector<std::size_t> pictures;
    for (auto& picture : draft.pictures) pictures.push_back(picture_index(std::move(picture)));
    const std::size_t first = publication_.pages.size();
    for (auto& from : draft.pages) {
        page::Page page;
        page.trim = plan_.format.trim;
        page.bleed = plan_.format.bleed;
        page.recto = !facing_ || publication_.pages.size() % 2 == 0;
        page.label = std::to_string(publication_.pages.size() + 1);
        page.items.reserve(from.ground.size() + from.rules.size() + from.text.size() + 4);
        for (auto* layer : {&from.ground, &from.rules, &from.text}) add_items(*layer, page, elements, pictures);
        publication_.pages.push_back(std::move(page));
    }
    if (part && draft.master->folio)
        for (const auto& slot : draft.folios) add_folio(slot, *part, first + static_cast<std::size_t>(slot.page));
    if (draft.heading) publication_.outline.push_back({draft.heading->first, first, draft.heading->second, 1});
}

}  // namespace brochure::layout
