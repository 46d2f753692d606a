#pragma once
#include <string_view>

#include "content/content.hpp"
#include "content/visit_walk.hpp"

namespace brochure::content {

/// "fr" of "fr-CA".
std::string_view primary_subtag(std::string_view tag);

/// Whether a reader of `lang` reads Chinese in traditional characters: so do Taiwan, Hong Kong and Macau where the tag
/// names no script (CLDR, likely subtags).
bool is_traditional(std::string_view lang);

/// Whether a reader of `lang` finds the text in that language; so is a text that is not there. `untagged`: the language
/// of a text that names none. A name that names none, or what has no letters, is the same in every language.
bool is_in(const Text& text, TextKind kind, std::string_view lang, std::string_view untagged);

/// The language of texts of a publication that do not name theirs.
const std::string& untagged_language(const Publication& publication);

/// Reminds of the translations that nobody has reviewed yet, in the organisation's file and the cities'; of languages
/// that stand there for nothing there is a warning.
void check_unreviewed(const Content& content, Diagnostics& found);

}  // namespace brochure::content
