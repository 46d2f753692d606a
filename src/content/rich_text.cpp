#include "content/rich_text.hpp"

#include <utility>

#include "base/annotation.hpp"
#include "content/translations.hpp"

namespace brochure::content {

std::string plain(const RichText& text) {
    std::string out;
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        if (i > 0) out += '\n';
        for (const auto& span : text.blocks[i].spans) out += span.text;
    }
    return without_readings(std::move(out));
}

const Text::Version* Text::find(std::string_view lang) const {
    // RFC 4647, 3.4: the tag is cut from its end, subtag by subtag.
    for (std::string_view wanted = lang; !wanted.empty();) {
        for (const auto& version : versions)
            if (version.lang == wanted) return &version;
        if (wanted == lang && is_traditional(lang))
            for (const auto& version : versions)
                if (version.lang == "zh-Hant") return &version;
        const auto cut = wanted.rfind('-');
        wanted = cut == std::string_view::npos ? std::string_view{} : wanted.substr(0, cut);
    }
    // Another country's form of the language is nearer than another language.
    const auto language = lang.substr(0, lang.find('-'));
    for (const auto& version : versions)
        if (!language.empty() && version.lang.substr(0, version.lang.find('-')) == language) return &version;
    for (const auto& version : versions)
        if (version.lang.empty()) return &version;
    return versions.empty() ? nullptr : &versions.front();
}

}  // namespace brochure::content
