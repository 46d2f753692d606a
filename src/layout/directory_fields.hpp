#pragma once
#include "layout/fields.hpp"

namespace brochure::layout {

/// What a directory shows of all partners (DESIGN 7.11): `title` if there is none yet; `directory`, sorted by region
/// and name; `directory.near` and `directory.far`, two globes on which they are numbered; `directory.note`; and
/// `directory.dots` where there are too many of them for numbers.
void bind_directory(const Sources& sources, Fields& fields);

/// The same for a map whose partners are too many for a list beside it; where the publication has a directory for
/// itself, `directory.pointer` instead, a line that says so.
void bind_many(const Sources& sources, Fields& fields);

}  // namespace brochure::layout
