#include <algorithm>

#include "prepress/marks.hpp"
#include "prepress/prepress.hpp"

namespace brochure::prepress {

Sheets press_sheets(const page::Publication& publication, Length bleed, const Marks& marks) {
    Sheets sheets{Edition::print, &publication, {}};
    sheets.sheets.reserve(publication.pages.size());
    const Length around = room_for(marks);
    for (std::size_t i = 0; i < publication.pages.size(); ++i) {
        const page::Page& page = publication.pages[i];
        const Length past = std::min(bleed, page.bleed), margin = past + around;
        Sheet sheet;
        sheet.media = {page.trim.width + 2 * margin, page.trim.height + 2 * margin};
        sheet.trim = {margin, margin, page.trim.width, page.trim.height};
        sheet.bleed = {around, around, page.trim.width + 2 * past, page.trim.height + 2 * past};
        sheet.pages = {{i, {margin, margin}, sheet.bleed}};
        sheet.marks = marks_around(sheet, page.folds, marks,
                                   std::to_string(i + 1) + " of " + std::to_string(publication.pages.size()));
        sheets.sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace brochure::prepress
