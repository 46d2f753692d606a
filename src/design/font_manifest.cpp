#include "design/font_manifest.hpp"

#include <algorithm>

#include "design/font_tables.hpp"
#include "design/readers.hpp"

namespace brochure::design {

namespace {

using yaml::Node;

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "Arab": four letters, the first a capital (ISO 15924).
bool is_script(std::string_view key) {
    return key.size() == 4 && is_upper(key[0]) && std::all_of(key.begin() + 1, key.end(), is_lower);
}

/// "ja", "zh-Hant", "zh-TW": the forms of BCP 47 in which a fallback may depend on a language.
bool is_language(std::string_view key) {
    const auto hyphen = key.find('-');
    const std::string_view language = key.substr(0, hyphen);
    if (language.size() < 2 || language.size() > 3 || !std::all_of(language.begin(), language.end(), is_lower))
        return false;
    if (hyphen == std::string_view::npos) return true;
    const std::string_view rest = key.substr(hyphen + 1);
    if (is_script(rest)) return true;
    return (rest.size() == 2 && std::all_of(rest.begin(), rest.end(), is_upper)) ||
           (rest.size() == 3 && std::all_of(rest.begin(), rest.end(), is_digit));
}

struct FallbackReader {
    bool read(const Node& node, std::map<std::string, std::vector<std::string>>& value,
              const yaml::Asked& asked) const {
        bool good = yaml::map_of(OneOrMoreReader{}).read(node, value, asked);
        for (const auto& entry : node.entries) {
            const std::string& key = entry.key.value;
            if (key.empty() || is_script(key) || is_language(key)) continue;
            asked.found.error(entry.key.where, "unknown-key", "'" + key + "' is neither a language nor a script",
                              "a language as ja or zh-TW, a script as Arab or Hebr, or \"\" for any");
            good = false;
        }
        return good;
    }
    yaml::Type type() const { return yaml::map_of(OneOrMoreReader{}).type(); }
};

/// The package of `font`: its own entry, or that of the longest beginning written with a `*`.
std::string package_of(const std::string& font, const std::map<std::string, std::string>& packages) {
    if (const auto own = packages.find(font); own != packages.end()) return own->second;
    std::string best;
    std::size_t longest = 0;
    for (const auto& [name, package] : packages) {
        if (!name.ends_with('*') || name.size() <= longest) continue;
        if (!font.starts_with(std::string_view{name}.substr(0, name.size() - 1))) continue;
        longest = name.size();
        best = package;
    }
    return best;
}

/// Gives every font that a family names its own entry, and takes the patterns out.
void resolve_packages(FontManifest& manifest) {
    std::map<std::string, std::string> resolved;
    const auto add = [&](const std::string& font) {
        if (std::string package = package_of(font, manifest.packages); !package.empty())
            resolved.emplace(font, std::move(package));
    };
    for (const auto& [name, family] : manifest.families) {
        std::for_each(family.names.begin(), family.names.end(), add);
        for (const auto& [key, fonts] : family.fallback) std::for_each(fonts.begin(), fonts.end(), add);
    }
    for (const auto& [name, package] : manifest.packages)
        if (!name.ends_with('*')) resolved.emplace(name, package);
    manifest.packages = std::move(resolved);
}

}  // namespace

const yaml::Table<FontFamily>& family_table() {
    static const auto table =
        yaml::Table<FontFamily>("family", "A family that styles name, and what stands in for what it lacks.")
            .required("names", &FontFamily::names, OneOrMoreReader{}, "Fonts to look for, in order.",
                      "[Our Brand, Vollkorn]")
            .optional("cjk-scale", &FontFamily::fallback_scale_cjk, yaml::number(0.5, 1.5),
                      "Chinese, Japanese and Korean characters are set at this part of the size.", "0.92")
            .optional("fallback", &FontFamily::fallback, FallbackReader{},
                      "Fonts for characters that those lack, by language (ja, zh-TW), by script (Arab, Hebr), or \"\" "
                      "for any.",
                      "{ja: Noto Serif CJK JP, Arab: Noto Naskh Arabic, \"\": Noto Serif}");
    return table;
}

const yaml::Table<FontManifest>& manifest_table() {
    static const auto table =
        yaml::Table<FontManifest>("", "The fonts of a project.")
            .required("families", &FontManifest::families, yaml::map_of(yaml::record(family_table())),
                      "The families that styles name.", "{text: {names: [Vollkorn]}}")
            .optional("packages", &FontManifest::packages, yaml::map_of(yaml::text()),
                      "Debian packages, by font name or its beginning and `*`: for the hint when a font is missing.",
                      "{Vollkorn: fonts-vollkorn, Noto *: fonts-noto-core}");
    return table;
}

FontManifest read_fonts(FileId file, const SourceFiles& files, Diagnostics& found, yaml::KnownTrees* known) {
    FontManifest manifest;
    // As many families and fonts as anybody has; a hostile file ends early.
    const auto root = yaml::parse(file, files, found,
                                  {.bytes = 1u << 20, .scalar_bytes = 4u << 10, .nodes = 20'000, .depth = 16}, known);
    if (!root) return manifest;
    yaml::read_record(*root, manifest_table(), manifest, found);
    for (auto& [name, family] : manifest.families) family.name = name;
    resolve_packages(manifest);
    return manifest;
}

}  // namespace brochure::design
