#include "content/translations.hpp"

#include <algorithm>
#include <set>

#include "content/text_walk.hpp"

namespace brochure::content {

namespace {

bool has_letters(const RichText& text) {
    const auto words = plain(text);
    return std::any_of(words.begin(), words.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
}

void check_list(const std::vector<Located<std::string>>& unreviewed, const std::set<std::string_view>& written,
                Diagnostics& found) {
    for (const auto& each : unreviewed)
        if (written.contains(each.value))
            found.note(each.where, "unreviewed-translation", "the texts in '" + each.value + "' are not reviewed yet",
                       "have them read by somebody who speaks it well; then take it out of unreviewed:");
        else
            found.warning(each.where, "dangling-reference", "no text of this file is in '" + each.value + "'",
                          "take it out of unreviewed:");
}

// Adds the languages that a text is written in.
auto into(std::set<std::string_view>& written) {
    return [&written](const Text& text, TextKind, std::string_view, std::string_view) {
        for (const auto& version : text.versions) written.insert(version.lang);
    };
}

}  // namespace

std::string_view primary_subtag(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

bool is_traditional(std::string_view lang) {
    if (lang.substr(0, lang.find('-')) != "zh" || lang.find("-Hans") != std::string_view::npos) return false;
    return lang.find("-Hant") != std::string_view::npos || lang.ends_with("-TW") || lang.ends_with("-HK") ||
           lang.ends_with("-MO");
}

bool is_in(const Text& text, TextKind kind, std::string_view lang, std::string_view untagged) {
    const auto* version = text.find(lang);
    if (version == nullptr || version->value.empty()) return true;
    if (!version->lang.empty()) return primary_subtag(version->lang) == primary_subtag(lang);
    const bool said_so = text.versions.size() > 1;  // und: for all that have none of their own
    return said_so || kind == TextKind::name || primary_subtag(untagged) == primary_subtag(lang) ||
           !has_letters(version->value);
}

const std::string& untagged_language(const Publication& publication) {
    return publication.untagged.empty() ? publication.lang : publication.untagged;
}

void check_unreviewed(const Content& content, Diagnostics& found) {
    std::set<std::string_view> written;
    for_each_text_of_organisation(content.organisation, into(written));
    check_list(content.organisation.unreviewed, written, found);
    for (const auto& city : content.cities) {
        if (city.unreviewed.empty()) continue;
        written.clear();
        for_each_text_of_city(city, into(written));
        check_list(city.unreviewed, written, found);
    }
}

}  // namespace brochure::content
