#include <algorithm>
#include <tuple>

#include "layout/part.hpp"

namespace brochure::layout {
namespace {

// The photo that a variant shows as a figure, not as furniture.
const PhotoField* figure_of(const Fields& fields, const design::Master& master) {
    for (const auto& frame : master.frames)
        if (frame.kind == design::FrameKind::picture && frame.role != "artifact")
            if (const auto* photo = fields.find_as<PhotoField>(frame.source)) return photo;
    return nullptr;
}

// Nearer to standing: fewer faults, fewer lines too many, more pixels per inch.
bool is_nearer(const Refusal& a, const Refusal& b) {
    return std::tuple(a.faults, a.left_over, -a.few_ppi.value_or(0)) <
           std::tuple(b.faults, b.left_over, -b.few_ppi.value_or(0));
}

}  // namespace

void warn_of_photo(const Part& part, const design::Master& chosen, Diagnostics& found) {
    const bool shown = figure_of(part.fields, chosen) != nullptr;
    const Refusal* nearest = nullptr;
    for (const Refusal& each : part.refused) {
        if (each.other_count || !figure_of(part.fields, *each.master)) continue;
        const bool for_pixels_alone = each.few_ppi && each.faults == 1 && each.left_over == 0;
        if (shown && !for_pixels_alone) continue;
        if (!nearest || is_nearer(each, *nearest)) nearest = &each;
    }
    if (!nearest) return;
    const auto& where = figure_of(part.fields, *nearest->master)->photo->where;
    const std::string layout = "in the layout '" + nearest->master->name + "' ";
    if (shown)
        found.warning(where, "photo-smaller", "the photo is printed smaller: " + layout + nearest->why);
    else
        found.warning(where, "photo-left-out", "the photo is left out: " + layout + nearest->why,
                      "--explain lists every layout that was weighed");
}

}  // namespace brochure::layout
