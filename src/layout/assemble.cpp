#include "layout/assemble.hpp"

#include <algorithm>
#include <cmath>

#include "layout/scope.hpp"
#include "text/paragraph.hpp"

namespace brochure::layout {
namespace {

// `x`: from where reading begins, which of a publication from right to left is the page's right edge.
void place(const Plan& plan, DraftPage& page, const text::Line& line, Length x, Length baseline) {
    if (text::is_right_to_left(plan.sources.job.lang)) x = plan.format.trim.width - x - line.width;
    for (const auto& run : line.runs) page.text.push_back(page::PlacedRun{{x + run.x, baseline}, run, page::artifact});
}

std::string layout_of(const design::Frame& frame) {
    const auto layout = frame.options.find("layout");
    return layout == frame.options.end() ? "book" : layout->second;
}

// At the left the name, from the middle on in the second language, at the right the number of the page and of all.
void add_sheet_folio(const Plan& plan, Part& part, const FolioSlot& slot, DraftPage& page, const std::string& number) {
    const auto& format = plan.format;
    const auto& names = slot.frame->styles;
    const Scope scope{format, true};
    const auto foot = format.values.find("foot");
    const Length baseline = format.last_line + Length::from_pt(foot == format.values.end() ? 18 : foot->second);
    const auto& style = plan.design.styles.at(names.front());
    const auto line = part.workshop->one_line(number, plan.of(part.subject).job.lang, style, {});
    const Length left = scope.column_left(0, 1), right = scope.column_right(0, format.columns);
    const Length middle = (left + right + format.gutter) / 2.0;
    place(plan, page, line, right - line.width, baseline);
    if (layout_of(*slot.frame) == "count") return;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto* words = part.fields.find_as<Words>(part.rule->label + (i == 0 ? "" : ".2"));
        if (!words) continue;
        const Piece piece{&words->text->blocks.front(), words->lang, &style, {}, false, false};
        const auto& lines = part.workshop->printed_lines(piece, text::endless);
        if (lines.size() != 1) continue;
        const auto& name = lines.front();
        const Length room = i == 0 ? middle - format.gutter - left : right - line.width - format.gutter - middle;
        if (fits(name.width, room)) place(plan, page, name, i == 0 ? left : middle, baseline);
    }
}

// Folio at the outer margin, the section's name from the second column on; mirrored on a recto (DESIGN 3).
void add_folio(const Plan& plan, Part& part, const FolioSlot& slot, DraftPage& page, std::size_t index, bool recto) {
    const auto& format = plan.format;
    const auto& styles = plan.design.styles;
    const auto& lang = plan.of(part.subject).job.lang;
    const Scope scope{format, recto};
    const auto foot = format.values.find("foot");
    const Length baseline = format.last_line + Length::from_pt(foot == format.values.end() ? 24 : foot->second);
    const auto number =
        part.workshop->one_line(std::to_string(index + 1), lang, styles.at(slot.frame->styles.front()), {});
    const Length right = scope.column_right(0, format.columns);
    place(plan, page, number, recto ? right - number.width : scope.column_left(0, 1), baseline);
    const auto* words = part.fields.find_as<Words>(part.rule->label);
    if (!words || slot.frame->styles.size() < 2) return;
    const Length room = scope.column_right(0, format.columns) - scope.column_left(0, 2);
    const auto name = part.workshop->one_line(content::plain(*words->text), words->lang,
                                              styles.at(slot.frame->styles[1]), words->text->where);
    if (!fits(name.width, room)) return;
    place(plan, page, name, recto ? scope.column_right(0, format.columns - 1) - name.width : scope.column_left(0, 2),
          baseline);
}

// Sums in another order differ in their last digits.
bool is_same(double a, double b) {
    return std::abs(a - b) < 1e-6;
}
bool is_same(const Region& a, const Region& b) {
    return is_same(a.left, b.left) && is_same(a.top, b.top) && is_same(a.width, b.width) && is_same(a.height, b.height);
}
bool is_same(const Size& a, const Size& b) {
    return is_same(a.width.pt(), b.width.pt()) && is_same(a.height.pt(), b.height.pt());
}

}  // namespace

bool is_recto(bool facing, std::size_t index) {
    return !facing || index % 2 == 0;
}

void put_right_page_first(Draft& draft) {
    if (draft.pages.size() != 2) return;
    std::swap(draft.pages[0], draft.pages[1]);
    for (auto& slot : draft.folios) slot.page = 1 - slot.page;
    Diagnostics found;
    for (Diagnostic each : draft.found.all()) {
        if (each.measured && each.measured->page > 0) each.measured->page = 3 - each.measured->page;
        found.add(std::move(each));
    }
    draft.found = std::move(found);
    // The box of a figure is where it is seen first.
    for (const auto& item : draft.pages[0].ground)
        if (const auto* picture = std::get_if<page::PlacedPicture>(&item); picture && picture->element.index >= 0)
            draft.elements[static_cast<std::size_t>(picture->element.index)].box = picture->clip;
}

void add_folios(const Plan& plan, Part& part, Draft& draft, std::size_t first, std::size_t count, bool facing) {
    if (!draft.master->folio) return;
    for (const auto& slot : draft.folios) {
        const auto page = static_cast<std::size_t>(slot.page);
        if (layout_of(*slot.frame) != "book")
            add_sheet_folio(plan, part, slot, draft.pages[page],
                            count < 2 ? std::string{} : std::to_string(first + page + 1) + "/" + std::to_string(count));
        else
            add_folio(plan, part, slot, draft.pages[page], first + page, is_recto(facing, first + page));
    }
}

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
    // What shines through lies on something else in each place.
    const auto equal = picture.photo.alpha ? last : std::find_if(first, last, [&](const auto& entry) {
        const page::Picture& other = all[entry.second];
        return is_same(other.crop, picture.crop) && is_same(other.placed, picture.placed);
    });
    if (equal != last) return equal->second;
    pictures_.emplace(file, all.size());
    picture.grey = plan_.design.grey_pictures;
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

void Assembler::add(Draft&& draft) {
    const int elements = static_cast<int>(publication_.structure.size());
    const bool tagged = draft.elements.size() > 1;
    if (tagged) {
        for (auto& element : draft.elements) {
            element.parent.index = element.parent.index < 0 ? 0 : element.parent.index + elements;
            for (auto& child : element.children) child.index += elements;
            publication_.structure.push_back(std::move(element));
        }
        children_.push_back({{elements}, draft.read});
        for (const auto& section : draft.sections)
            children_.push_back({{section.element.index + elements}, section.read});
    }
    std::vector<std::size_t> pictures;
    for (auto& picture : draft.pictures) pictures.push_back(picture_index(std::move(picture)));
    const std::size_t first = publication_.pages.size();
    for (auto& from : draft.pages) {
        page::Page page;
        page.trim = plan_.format.trim;
        page.bleed = plan_.format.bleed;
        page.recto = is_recto(facing_, publication_.pages.size());
        page.label = std::to_string(publication_.pages.size() + 1);
        page.folds = draft.folds;
        page.items.reserve(from.ground.size() + from.rules.size() + from.text.size());
        for (auto* layer : {&from.ground, &from.rules, &from.text}) add_items(*layer, page, elements, pictures);
        publication_.pages.push_back(std::move(page));
    }
    if (draft.heading) publication_.outline.push_back({draft.heading->first, first, draft.heading->second, 1});
}

// A folded sheet is read as it is opened, whatever lies beside what on the paper.
void Assembler::finish() {
    std::stable_sort(children_.begin(), children_.end(),
                     [](const PanelSection& a, const PanelSection& b) { return a.read < b.read; });
    for (const auto& child : children_) publication_.structure[0].children.push_back(child.element);
    children_.clear();
}

void describe(page::Publication& publication, const content::Content& content, const design::Design& design,
              const Job& job) {
    const auto& lang = job.lang;
    publication.name = job.publication->name.value + (job.city ? "-" + job.city->slug : "");
    publication.title = plain_in(job.publication->title, lang);
    if (publication.title.empty()) publication.title = plain_in(content.organisation.name, lang);
    if (job.city) publication.title = plain_in(job.city->name, lang) + " \u2013 " + publication.title;
    publication.author = plain_in(content.organisation.name, lang);
    publication.date = job.publication->date ? std::optional{job.publication->date->value} : job.date;
    for (const auto& [name, swatch] : design.swatches) publication.swatches.push_back(swatch);
}

}  // namespace brochure::layout
