#include "layout/credits.hpp"

#include <algorithm>

namespace brochure::layout {
namespace {

void add_once(std::vector<const content::Photo*>& all, const content::Photo* photo) {
    if (std::find(all.begin(), all.end(), photo) == all.end()) all.push_back(photo);
}

}  // namespace

void Credits::look(const Fields& fields, const design::Master& master) {
    const auto shows = [&](const std::string& source) {
        return std::any_of(master.frames.begin(), master.frames.end(),
                           [&](const design::Frame& frame) { return frame.source == source; });
    };
    for (const auto& frame : master.frames) {
        if (frame.kind != design::FrameKind::picture) continue;
        const auto* field = fields.find_as<PhotoField>(frame.source);
        if (!field || !field->photo->credit) continue;
        add_once(shows(frame.source + ".caption") ? printed_ : shown_, field->photo);
    }
}

void Credits::take(const Credits& other) {
    for (const auto* photo : other.shown_) add_once(shown_, photo);
    for (const auto* photo : other.printed_) add_once(printed_, photo);
}

void Credits::tell(const std::string& name, Diagnostics& found) const {
    std::string photos;
    const content::Photo* first = nullptr;
    for (const auto* photo : shown_) {
        if (std::find(printed_.begin(), printed_.end(), photo) != printed_.end()) continue;
        if (!first) first = photo;
        photos += (photos.empty() ? "" : ", ") + photo->file.value + " (" + photo->credit->value + ")";
    }
    if (!first) return;
    found.note(first->credit->where, "credit-not-printed",
               "no page of " + name + " has a place for the credit of: " + photos,
               "where the licence asks for it, say it in a text that is printed");
}

}  // namespace brochure::layout
