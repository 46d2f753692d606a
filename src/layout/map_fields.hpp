#pragma once
#include "layout/fields.hpp"

namespace brochure::layout {

/// What a city's page shows of the way there: `arc`, `arc.caption`, `place` and `hours`. Sources that need coordinates
/// or zones are absent without them.
void bind_arc(const Sources& sources, const content::City& city, Fields& fields);

/// The same of all partners: `arcs`, `clocks`, and the words beside them, `clocks.sentence` and `clocks.note`, of which
/// `clocks.note.times` leaves out what faces mean.
void bind_arcs(const Sources& sources, const Subject& subject, Fields& fields);

}  // namespace brochure::layout
