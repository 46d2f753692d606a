#include <algorithm>

#include "content/readers.hpp"
#include "content/visit_csv.hpp"
#include "yaml/position.hpp"

namespace brochure::content {

namespace {

// Looking a place up walks through the file from its beginning. That is nothing for files that people write; in a
// larger one lines are counted in the value, which is exact for | texts, and the column is not told.
constexpr std::size_t large_file = 65'536;

SourcePosition place_in(const yaml::Node& node, std::size_t offset, const SourceFiles& files) {
    auto where = node.where;
    if (is_csv(files.path(where.file))) return offset == 0 ? where : position_in_csv(where, offset, files);
    if (offset == 0 && !node.block && !node.quoted) return where;
    if (files.text(where.file).size() <= large_file) return yaml::position_in(node, offset, files);
    const auto end = node.scalar.begin() + static_cast<std::ptrdiff_t>(std::min(offset, node.scalar.size()));
    where.line += static_cast<int>(std::count(node.scalar.begin(), end, '\n')) + (node.block ? 1 : 0);
    where.column = 1;
    return where;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool read_version(const yaml::Node& node, Markup allowed, const SourceFiles& files, RichText& into,
                  Diagnostics& found) {
    into.where = node.where;
    const Locate locate = [&](std::size_t offset) { return place_in(node, offset, files); };
    return read_markup(node.scalar, allowed, locate, into, found);
}

// BCP 47: a text for all languages that have none of their own.
constexpr std::string_view undetermined = "und";
constexpr const char* languages_hint = "language tags are like en, fr, pt-BR or zh-Hant";

}  // namespace

bool TextReader::read(const yaml::Node& node, Text& value, const yaml::Asked& asked) const {
    value.where = node.where;
    if (node.kind == yaml::Kind::scalar) {
        if (is_blank(node.scalar)) return true;
        return read_version(node, allowed, *files, value.versions.emplace_back().value, asked.found);
    }
    if (node.kind != yaml::Kind::map || node.entries.empty()) return yaml::refuse(node, type().words, asked);
    bool good = true;
    for (const auto& [key, text] : node.entries) {
        Text::Version version;
        if (!read_language_tag(key.value, version.lang)) {
            asked.found.error(key.where, "language-tag", "'" + key.value + "' is not a language tag", languages_hint);
            good = false;
        } else if (std::any_of(value.versions.begin(), value.versions.end(), [&](const auto& v) {
                       return (v.lang.empty() ? undetermined : v.lang) == version.lang;
                   })) {
            asked.found.error(key.where, "duplicate-language", "the language '" + version.lang + "' stands here twice");
            good = false;
        }
        if (version.lang == undetermined) version.lang.clear();
        if (text.kind == yaml::Kind::null || (text.kind == yaml::Kind::scalar && is_blank(text.scalar))) continue;
        if (text.kind != yaml::Kind::scalar) {
            good = yaml::refuse(text, "a text", {key.value, asked.example, asked.found});
            continue;
        }
        good = read_version(text, allowed, *files, version.value, asked.found) && good;
        for (Block& block : version.value.blocks)
            for (Span& span : block.spans) span.lang = version.lang;
        value.versions.push_back(std::move(version));
    }
    return good;
}

yaml::Type TextReader::type() const {
    const char* words = allowed == Markup::line    ? "a text of one paragraph"
                        : allowed == Markup::lines ? "lines of text"
                                                   : "a text";
    auto text = yaml::text_like(words);
    auto by_language = yaml::map_type(text);
    return yaml::either(std::string(words) + ", or one for each language", {std::move(text), std::move(by_language)});
}

}  // namespace brochure::content
