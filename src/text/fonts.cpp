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

void Fonts::check_own(Diagnostics& found) {
    for (const FontFault& fault : implementation_->project_faults())
        found.error({}, fault.rule, fault.text, fault.hint);
    for (const auto& [key, family] : implementation_->manifest.families) {
        if (family.names.size() < 2) continue;
        const std::string& first = family.names.front();
        if (implementation_->by_name(first, 400, false).installed) continue;
        for (const std::string& name : family.names) {
            if (!implementation_->by_name(name, 400, false).installed) continue;
            found.warning(family.where, "font-not-first",
                          "the font " + first + " of the family \"" + family.name + "\" is not there; " + name +
                              " is taken instead",
                          "put its files into fonts/ and write its name as the font itself has it, or take it out");
            break;
        }
    }
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
