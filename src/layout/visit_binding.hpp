#pragma once
#include "layout/fields.hpp"

namespace brochure::layout {

/// What the documents of a visit show. A source in the second language of a bilingual document ends on ".2".
void bind_visit(const Sources& sources, const Subject& subject, Fields& fields);

/// The visit's own picture, else that of the city whose people come, else that of the hosts'; null: there is none.
const content::Photo* picture_of(const content::Content& content, const content::Visit& visit);

}  // namespace brochure::layout
