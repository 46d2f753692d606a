#include "text/fonts.hpp"

#include <utility>

#include "text/fonts_find.hpp"

namespace brochure::text {

Fonts::Fonts(design::FontManifest manifest, Places places)
    : implementation_{std::make_unique<Implementation>(std::move(manifest), std::move(places))} {}
Fonts::~Fonts() = default;

bool Fonts::check(const std::string& family, int weight, bool italic, Diagnostics& found) {
    for (const FontFault& fault : implementation_->project_faults())
        found.error({}, fault.rule, fault.text, fault.hint);
    const design::FontFamily* wanted = implementation_->family(family);
    if (wanted == nullptr) {
        found.error({}, "font-family", "there is no font family \"" + family + "\"", "add it to fonts/fonts.yaml");
        return false;
    }
    const FaceAnswer answer = implementation_->by_family(*wanted, weight, italic);
    if (answer.face == nullptr) {
        found.error(wanted->where, answer.fault.rule, answer.fault.text, answer.fault.hint);
        return false;
    }
    return true;
}

const FaceInfo& Fonts::info(FaceId face) const {
    const std::shared_lock lock{implementation_->guard};
    return implementation_->loaded.at(static_cast<std::size_t>(face.index))->info;
}

std::optional<std::vector<std::filesystem::path>> Fonts::sources() const {
    return implementation_->sources();
}

void Fonts::warm_up(const std::string& family, int weight, const std::string& lang) {
    if (const design::FontFamily* wanted = implementation_->family(family))
        implementation_->by_family(*wanted, weight, false);
    implementation_->hyphenator.dictionary(lang);
}

}  // namespace brochure::text
