#pragma once
#include "layout/fields.hpp"

namespace brochure::layout {

/// What the documents of a visit show. A source in the second language of a bilingual document ends on ".2".
/// Only what the subject's masters ask for is made.
void bind_visit(const Sources& sources, const Subject& subject, Fields& fields);

/// What a page for one person shows of it, beside what it has in common with the others'.
void bind_visit_person(const Sources& sources, const content::Visit::Person& person, Fields& fields);

/// The second language of such a page: on what everybody of a visit wears, the first further one in which this person
/// has a name of their own.
std::string second_language(const Sources& sources, const content::Visit::Person& person);

/// The visit's own picture, else that of the city whose people come, else that of the hosts'; null: there is none.
const content::Photo* picture_of(const content::Content& content, const content::Visit& visit);

}  // namespace brochure::layout
