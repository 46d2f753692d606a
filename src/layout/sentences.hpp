#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/rich_text.hpp"

namespace brochure::layout {

/// Where the first sentences end: the byte offset just after the space behind the last whole sentence that ends within
/// `limit` characters; 0 when even the first sentence is longer. Initials and abbreviations do not end a sentence.
std::size_t first_sentences(std::string_view text, std::size_t limit);

/// Divides a text into what is set as lead and as body (DESIGN 4, "Lead and Body").
std::pair<content::RichText, content::RichText> divide(const content::RichText& text, int all_first,
                                                       int first_sentences);

/// How many sentences a text has; a heading or a list item counts as one.
std::size_t sentence_count(const content::RichText& text);

/// Each of them, as plain words.
std::vector<std::string> sentences_of(const content::RichText& text);

/// The text up to the end of its `count`-th sentence.
content::RichText leading_sentences(const content::RichText& text, std::size_t count);

}  // namespace brochure::layout
