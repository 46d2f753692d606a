#pragma once
#include <string>

#include "layout/draft.hpp"

namespace brochure::layout {

page::Role role_of(const std::string& name);

/// Adds an element below `parent`.
page::ElementId add_element(Draft& draft, page::Role role, page::ElementId parent, SourcePosition where = {});

/// Gives rows of tables that have fewer cells than others of theirs empty ones: readers find columns by counting.
void level_rows(Draft& draft);

/// Puts the lines of one paragraph on pages and tags them: links and foreign words get elements of their own, in
/// reading order. An element has children or content, never both, so mixed paragraphs are wrapped in spans.
class ParagraphTagger {
public:
    /// `mixed`: whether any line has a link, a reading above words or a run whose language is not `lang`.
    ParagraphTagger(Draft& draft, page::ElementId element, std::string lang, bool mixed)
        : draft_{draft}, element_{element}, lang_{std::move(lang)}, mixed_{mixed} {}
    /// Runs are painted in the order in which they are read, wherever in the line they stand.
    void place(const text::Line& line, int page, Point origin);

private:
    page::ElementId element_for(const text::GlyphRun& run);
    page::ElementId ruby_for(const text::GlyphRun& run, const std::string& lang);
    bool is_ours(page::ElementId element) const;
    void end_word(std::vector<page::Item>& items) const;

    Draft& draft_;
    page::ElementId element_;
    std::string lang_;
    bool mixed_;
    bool ended_ = true;        // the line before was the last of its paragraph, or ended by the author
    page::ElementId current_;  // the span or link being filled
    std::string current_link_, current_lang_;
    page::ElementId ruby_;  // the words and reading being filled; `current_` is then one of the two
    bool current_is_base_ = false;
};

/// The line's characters as they are read.
std::string words_of(const text::Line& line);
bool is_mixed(const std::vector<text::Line>& lines, const std::string& lang);
bool same_language(const std::string& a, const std::string& b);

}  // namespace brochure::layout
