#pragma once
#include <filesystem>
#include <vector>

#include "cli/press_line.hpp"
#include "prepress/preflight.hpp"

namespace brochure::cli {

/// An edition of a publication and what the preflight says of it.
struct Inspected {
    const Made* made = nullptr;
    const prepress::Preflight* report = nullptr;  // null: it did not come so far, and `found` says why
    Diagnostics found;                            // of the publication and this edition
};

/// The preflight of a publication as JSON; the shape is kept (a new field may come, none goes):
/// {"version": 1, "program", "publication", "city", "lang", "editions": [{"edition", "file", "made", "standards",
/// "pages", "sheets", "boxes", "fonts", "photos", "overprint", "codes", "figures", "rules": [{"rule", "verdict",
/// "measured", "limit", "unit", "page"}], "findings": as in report_json()}]}. A rule that passed although its measure
/// misses the limit by a little has "note": "within the tolerance". Of a file that did not come so far there
/// is nothing measured: its "rules" are those alone that its findings speak against. Lengths are points, places and
/// boxes from the top left, pages from 1. Nothing in it depends on the machine or the clock, but for "on disk", which
/// says that a file which was not made lies there from an earlier build.
std::string preflight_json(const std::vector<Inspected>& editions, const SourceFiles& files);

}  // namespace brochure::cli
