#include "layout/tagging.hpp"

#include <algorithm>
#include <map>

namespace brochure::layout {

page::Role role_of(const std::string& name) {
    static const std::map<std::string, page::Role> roles{
        {"H1", page::Role::h1},  {"H2", page::Role::h2},         {"H3", page::Role::h3},
        {"P", page::Role::p},    {"Figure", page::Role::figure}, {"Caption", page::Role::caption},
        {"L", page::Role::list}, {"Table", page::Role::table},   {"Note", page::Role::note}};
    const auto found = roles.find(name);
    return found == roles.end() ? page::Role::p : found->second;
}

page::ElementId add_element(Draft& draft, page::Role role, page::ElementId parent, SourcePosition where) {
    const page::ElementId id{static_cast<int>(draft.elements.size())};
    page::Element element;
    element.role = role;
    element.parent = parent;
    element.where = where;
    draft.elements.push_back(std::move(element));
    draft.elements[static_cast<std::size_t>(parent.index)].children.push_back(id);
    return id;
}

void level_rows(Draft& draft) {
    const std::size_t count = draft.elements.size();
    for (std::size_t table = 0; table < count; ++table) {
        if (draft.elements[table].role != page::Role::table) continue;
        const auto rows = draft.elements[table].children;
        const auto cells_of = [&](page::ElementId row) -> const std::vector<page::ElementId>& {
            return draft.elements[static_cast<std::size_t>(row.index)].children;
        };
        std::size_t most = 0;
        for (const auto row : rows) most = std::max(most, cells_of(row).size());
        for (const auto row : rows) {
            const bool spans = std::any_of(cells_of(row).begin(), cells_of(row).end(), [&](page::ElementId cell) {
                return draft.elements[static_cast<std::size_t>(cell.index)].column_span > 1;
            });
            while (!spans && cells_of(row).size() < most) add_element(draft, page::Role::data_cell, row);
        }
    }
}

bool same_language(const std::string& a, const std::string& b) {
    return a.substr(0, a.find('-')) == b.substr(0, b.find('-'));
}

bool is_mixed(const std::vector<text::Line>& lines, const std::string& lang) {
    for (const auto& line : lines)
        for (const auto& run : line.runs)
            if (!run.link.empty() || run.ruby != text::Ruby::none || !same_language(run.lang, lang)) return true;
    return false;
}

page::ElementId ParagraphTagger::element_for(const text::GlyphRun& run) {
    if (!mixed_) return element_;
    const std::string lang = same_language(run.lang, lang_) ? std::string{} : run.lang;
    if (run.ruby != text::Ruby::none) return ruby_for(run, lang);
    ruby_ = {};
    if (current_.index >= 0 && run.link == current_link_ && lang == current_lang_) return current_;
    current_ = add_element(draft_, run.link.empty() ? page::Role::span : page::Role::link, element_, run.where);
    auto& element = draft_.elements.back();
    element.lang = lang;
    element.url = run.link;
    current_link_ = run.link;
    current_lang_ = lang;
    return current_;
}

// Words of several runs are one base; a reading belongs to the base before it, and a base after it begins anew.
page::ElementId ParagraphTagger::ruby_for(const text::GlyphRun& run, const std::string& lang) {
    const bool base = run.ruby == text::Ruby::base;
    if (current_.index >= 0 && ruby_.index >= 0 && current_is_base_ == base) return current_;
    if (base) {
        ruby_ = add_element(draft_, page::Role::ruby, element_, run.where);
        draft_.elements.back().lang = lang;
    }
    current_ = add_element(draft_, base ? page::Role::ruby_base : page::Role::ruby_text, ruby_, run.where);
    current_is_base_ = base;
    current_link_.clear();
    current_lang_ = "ruby";  // what follows is an element of its own
    return current_;
}

namespace {

std::vector<const text::GlyphRun*> as_read(const text::Line& line) {
    std::vector<const text::GlyphRun*> runs;
    runs.reserve(line.runs.size());
    for (const auto& run : line.runs) runs.push_back(&run);
    std::stable_sort(runs.begin(), runs.end(), [](auto* a, auto* b) { return a->logical < b->logical; });
    return runs;
}

}  // namespace

std::string words_of(const text::Line& line) {
    std::string words;
    for (const auto* run : as_read(line))
        if (run->ruby != text::Ruby::reading) words += run->has_actual_text ? run->actual_text : run->text;
    return words;
}

bool ParagraphTagger::is_ours(page::ElementId element) const {
    if (element_.index < 0 || element.index < 0) return false;
    return element == element_ || draft_.elements[static_cast<std::size_t>(element.index)].parent == element_;
}

// Within a paragraph the space at a line's end is the text's own. What stands in one element without being one
// paragraph, a figure and its words, the values of a fact, the lines an author ended, needs one to be read apart.
void ParagraphTagger::end_word(std::vector<page::Item>& items) const {
    if (items.empty()) return;
    auto* before = std::get_if<page::PlacedRun>(&items.back());
    if (!before || !is_ours(before->element)) return;
    std::string& words = before->run.has_actual_text ? before->run.actual_text : before->run.text;
    if (!words.empty() && words.back() != ' ') words += ' ';
}

void ParagraphTagger::place(const text::Line& line, int page, Point origin) {
    auto& items = draft_.pages[static_cast<std::size_t>(page)].text;
    if (ended_) end_word(items);
    ended_ = line.last;
    for (const auto* next : as_read(line)) {
        const auto& run = *next;
        const auto element = element_for(run);
        if (!run.link.empty()) {
            const Rect rect{origin.x + run.x, origin.y - run.size * 0.8, run.advance, run.size};
            // An address says where it leads; a place in the publication is told by the words that lead there.
            if (run.link.starts_with('#')) draft_.elements[static_cast<std::size_t>(element.index)].title += run.text;
            items.emplace_back(page::LinkArea{rect, element});
        }
        items.push_back(page::PlacedRun{{origin.x + run.x, origin.y}, run, element});
    }
}

}  // namespace brochure::layout
