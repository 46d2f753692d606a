#pragma once
#include <string>
#include <vector>

#include "content/content.hpp"
#include "design/design.hpp"
#include "layout/layout.hpp"

namespace brochure::layout {

/// How much of what a publication shows is there in a language that it is made in.
struct Coverage {
    std::string lang;
    std::size_t texts = 0;                // of the content, each once, that the publication's sections can show
    std::vector<SourcePosition> missing;  // those that would stand there in another language, in the files' order
    std::vector<std::string> words;       // the program's own that labels.yaml has not in that language, by their keys
};

/// For the job's language, and its second one if it has two. Empty when all is in the content's own language and
/// nothing is wanted in another.
std::vector<Coverage> coverage_of(const content::Content& content, const design::Design& design, const Job& job);

}  // namespace brochure::layout
