#include "cli/fingerprint.hpp"

namespace brochure::cli {
namespace {

void add(std::string& all, const std::string& part) {
    all.append(std::to_string(part.size())).append(":").append(part);
}
void add(std::string& all, std::size_t part) {
    all.append(std::to_string(part)).append(" ");
}

}  // namespace

// The dump holds what is drawn and where; what only a reading program or a viewer sees is added to it.
std::string fingerprint(const page::Publication& publication, const std::vector<image::Raster>& rasters,
                        const text::Fonts& fonts) {
    std::string all = page::dump(publication, fonts);
    for (const auto* text :
         {&publication.name, &publication.title, &publication.author, &publication.subject, &publication.lang})
        add(all, *text);
    add(all, publication.date.value_or(""));
    for (const auto& element : publication.structure) {
        add(all, static_cast<std::size_t>(element.role));
        add(all, static_cast<std::size_t>(element.parent.index));
        for (const auto* text : {&element.lang, &element.alt, &element.title, &element.url, &element.scope})
            add(all, *text);
    }
    for (const auto& entry : publication.outline) {
        add(all, entry.title);
        add(all, entry.page);
        add(all, static_cast<std::size_t>(entry.level));
    }
    for (const auto& page : publication.pages) add(all, page.label);
    for (const auto& raster : rasters) add(all, static_cast<std::size_t>(raster.identity));
    return all;
}

}  // namespace brochure::cli
