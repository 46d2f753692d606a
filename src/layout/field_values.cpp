#include "layout/fields.hpp"

#include "layout/euphony.hpp"

namespace brochure::layout {

const Field* Fields::find(std::string_view source) const {
    const auto found = values_.find(source);
    return found == values_.end() ? nullptr : &found->second;
}

std::vector<std::string> Fields::names() const {
    std::vector<std::string> all;
    for (const auto& [name, value] : values_) all.push_back(name);
    return all;
}

Words Fields::make(std::string text, std::string lang, SourcePosition where) {
    content::RichText rich;
    rich.where = where;
    content::Span span;
    span.text = std::move(text);
    span.where = where;
    span.lang = lang;
    rich.blocks.emplace_back().spans.push_back(std::move(span));
    return keep(std::move(rich), std::move(lang));
}

Words Fields::keep(content::RichText text, std::string lang) {
    made_.push_back(std::move(text));
    return Words{&made_.back(), std::move(lang)};
}

void Fields::adopt(const std::string& prefix, Fields&& part) {
    const Fields& kept = adopted_.emplace_back(std::move(part));
    for (const auto& [source, value] : kept.values_) set(prefix + source, value);
}

std::string plain_in(const content::Text& text, const std::string& lang) {
    const auto* version = text.find(lang);
    return version ? content::plain(version->value) : std::string{};
}

Words words_in(const content::Text& text, const Sources& sources, content::TextKind kind) {
    const auto& lang = sources.job.lang;
    const auto* version = text.find(lang);
    if (!version || version->value.empty()) return {nullptr, lang};
    if (!version->lang.empty()) return {&version->value, lang.starts_with(version->lang + "-") ? lang : version->lang};
    const auto* publication = sources.job.publication;
    const bool ours =
        kind == content::TextKind::name || text.versions.size() > 1 || !publication ||
        content::primary_subtag(content::untagged_language(*publication)) == content::primary_subtag(lang);
    return {&version->value, ours ? lang : content::untagged_language(*publication)};
}

std::string label_language(const content::Content& content, std::string_view key, const std::string& lang) {
    const auto found = content.labels.find(std::string{key});
    const auto* version = found == content.labels.end() ? nullptr : found->second.find(lang);
    const bool ours =
        !version || version->lang.empty() || content::primary_subtag(version->lang) == content::primary_subtag(lang);
    return ours ? lang : version->lang;
}

std::string label(const content::Content& content, std::string_view key, const std::string& lang,
                  const std::map<std::string, std::string>& values) {
    const auto found = content.labels.find(std::string{key});
    std::string text = found == content.labels.end() ? std::string{key} : plain_in(found->second, lang);
    for (const auto& [name, value] : values)
        for (std::size_t at = 0; (at = text.find("{" + name + "}", at)) != std::string::npos; at += value.size()) {
            text.replace(at, name.size() + 2, value);
            at = mend_word_before(text, at, lang);
        }
    return text;
}

}  // namespace brochure::layout
