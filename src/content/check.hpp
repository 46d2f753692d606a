#pragma once
#include "content/fields.hpp"

namespace brochure::content {

/// What one record cannot know of another: slugs that are not unique, references that lead nowhere, alternative texts.
/// `order`: of the cities, as written in organisation.yaml. `files`: where they were read from.
void check(const Content& content, const std::vector<Located<std::string>>& order, const SourceFiles& files,
           Diagnostics& found);

}  // namespace brochure::content
