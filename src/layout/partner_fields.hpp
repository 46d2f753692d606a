#pragma once
#include "layout/fields.hpp"

namespace brochure::layout {

/// The partners together: `partners`, their names or number, and rows of tables, `cities` and `cities.distances`.
void bind_cities(const Sources& sources, const Subject& subject, Fields& fields);

/// The first partners one by one, for pages that several share: `cities.1.name`, `cities.2.photo`, with every source
/// that a city's own page has.
void bind_each_city(const Sources& sources, Fields& fields, int all_first, int first_sentences);

}  // namespace brochure::layout
