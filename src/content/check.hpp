#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "content/fields.hpp"

namespace brochure::content {

/// What one record cannot know of another: slugs that are not unique, references that lead nowhere, alternative texts.
/// `order`: of the cities, as written in organisation.yaml. `files`: where they were read from.
void check(const Content& content, const std::vector<Located<std::string>>& order, const SourceFiles& files,
           Diagnostics& found);

/// "did you mean 'Norman'?", or `otherwise` where nothing that is known is near the word.
std::string hint_of(std::string_view word, const std::vector<std::string_view>& known, const char* otherwise);

}  // namespace brochure::content
