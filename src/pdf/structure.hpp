#pragma once
#include <string>
#include <vector>

#include "pdf/content.hpp"

namespace brochure::pdf {

/// A link annotation of a sheet and the element that its words belong to.
struct PlacedLink {
    Ref annotation;
    page::ElementId element;
    std::size_t sheet = 0;
    int key = 0;
};

/// Adds the structure tree: every element that has content, an annotation or children with some, in the order of the
/// publication, whatever the order of the sheets. `contents[i]` is that of `sheets.sheets[i]`, whose /StructParents is
/// i; `links` have the keys that follow. Returns the entries for the catalogue.
std::string add_structure(const prepress::Sheets& sheets, const std::vector<Content>& contents,
                          const std::vector<Ref>& pages, const std::vector<PlacedLink>& links, HaruDocument& document);

/// The language of each element, its own or inherited.
std::vector<std::string_view> languages(const page::Publication& publication);

}  // namespace brochure::pdf
