#include <algorithm>
#include <cstdio>
#include <string>

#include "prepress/prepress.hpp"

namespace brochure::prepress {
namespace {

constexpr double most = 14400;  // points: a page of more is opened by few programs (ISO 32000-1, annex C.2)

bool inside(const Rect& inner, const Rect& outer) {
    return fits(outer.left, inner.left) && fits(outer.top, inner.top) && fits(inner.right(), outer.right()) &&
           fits(inner.bottom(), outer.bottom());
}

std::string whole(Length length) {
    char text[32];
    std::snprintf(text, sizeof text, "%.0f", length.pt());
    return text;
}

/// How far the line of the slug runs past the right edge of the sheet; nothing when it ends before.
std::optional<Length> past_edge(const Sheet& sheet) {
    std::optional<Length> past;
    for (const page::Item& item : sheet.marks)
        if (const auto* text = std::get_if<page::PlacedRun>(&item))
            if (const Length end = text->origin.x + text->run.advance; !fits(end, sheet.media.width))
                past = std::max(past.value_or(Length{}), end - sheet.media.width);
    return past;
}

}  // namespace

bool nested(const Sheet& sheet) {
    return inside(sheet.trim, sheet.bleed) && inside(sheet.bleed, {{}, {}, sheet.media.width, sheet.media.height}) &&
           sheet.media.width.pt() <= most && sheet.media.height.pt() <= most;
}

void check_boxes(const Sheets& sheets, SourcePosition where, Diagnostics& found) {
    for (const Sheet& sheet : sheets.sheets) {
        const int page = static_cast<int>(sheet.pages.front().page) + 1;
        if (!nested(sheet)) {
            found.error(where, "boxes",
                        "page " + std::to_string(page) + " with its bleed and marks is " + whole(sheet.media.width) +
                            " x " + whole(sheet.media.height) + " pt, and a PDF page can have " +
                            whole(Length::from_pt(most)) + " at most",
                        "choose a smaller format, or leave out marks",
                        Measured{page, {}, std::max(sheet.media.width, sheet.media.height).pt(), most, "pt"});
            return;
        }
        if (const auto past = past_edge(sheet)) {
            found.warning(where, "slug-cut",
                          "the slug line of page " + std::to_string(page) +
                              " is longer than the sheet is wide: " + whole(*past) + " pt of it are cut off",
                          "leave it out: marks: {slug: no}",
                          Measured{page, {}, (sheet.media.width + *past).pt(), sheet.media.width.pt(), "pt"});
            return;
        }
    }
}

}  // namespace brochure::prepress
