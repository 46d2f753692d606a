#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace brochure::content {

/// The language that a name is in which was written without one: the first of `languages` whose script has all its
/// letters; where none has, Korean for hangul, Japanese for kana, `reading` (may be empty) or no certain one for kanji
/// alone, else the first. `languages`: BCP 47, one at least.
std::string language_of_letters(const std::string& name, const std::vector<Located<std::string>>& languages,
                                const std::string& reading);

/// Whether people who write `lang` put the family's name first, in their own letters: 山田 花子, but Jane Doe. Chinese
/// characters and hangul tell it by themselves.
bool puts_family_first(std::string_view lang, const std::string& name);

/// Whether they write nothing between family's and given name: 王小明, 김영희, but 山田 花子.
bool writes_names_together(std::string_view lang, const std::string& name);

}  // namespace brochure::content
