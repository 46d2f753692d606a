#include "prepress/prepress.hpp"

namespace brochure::prepress {

Sheets single_pages(const page::Publication& publication, Edition edition) {
    Sheets sheets;
    sheets.edition = edition;
    sheets.publication = &publication;
    sheets.sheets.reserve(publication.pages.size());
    for (std::size_t i = 0; i < publication.pages.size(); ++i) {
        const page::Page& page = publication.pages[i];
        // The screen shows the trimmed page; colour past the trim is there for the knife alone.
        const Length bleed = edition == Edition::print ? page.bleed : Length{};
        Sheet sheet;
        sheet.media = {page.trim.width + 2 * bleed, page.trim.height + 2 * bleed};
        sheet.trim = {bleed, bleed, page.trim.width, page.trim.height};
        sheet.bleed = {Length{}, Length{}, sheet.media.width, sheet.media.height};
        sheet.pages = {{.page = i, .origin = {bleed, bleed}, .clip = sheet.bleed}};
        sheets.sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace brochure::prepress
