#include "layout/coverage.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "content/text_walk.hpp"
#include "content/translations.hpp"
#include "layout/sources.hpp"
#include "layout/subjects.hpp"

namespace brochure::layout {
namespace {

using content::Text;
using content::TextKind;
using Names = std::set<std::string_view, std::less<>>;

bool any_starts(const Names& names, std::string_view beginning) {
    const auto at = names.lower_bound(beginning);
    return at != names.end() && at->starts_with(beginning);
}

/// Whether frames that show these sources show that text of the organisation. `own`: the section is about that record,
/// whose parts go by their own names there.
bool shows_own(const Names& names, std::string_view record, std::string_view aspect, bool own) {
    const auto has = [&](std::string_view name) {
        return names.contains(std::string{record}.append(".").append(name));
    };
    const auto either = [&](std::string_view name) { return has(name) || (own && names.contains(name)); };
    if (record == "organisation") return aspect == "logo" ? names.contains("organisation.logo") : true;
    if (record == "home") return true;
    if (record == "cover") return aspect == "photo" ? names.contains("cover") : either("title");
    if (record == "contacts" || record == "committee")
        return any_starts(names, record) || (record == "committee" && any_starts(names, "contacts.rows"));
    if (record == "meetings") return any_starts(names, record);
    if (aspect == "items") return names.contains(record);
    if (aspect == "short") return has("text.short");
    if (aspect == "text" || aspect == "lead") return either("text") || either("lead") || either("body");
    return either(aspect);
}

bool shows_of_city(const Names& names, std::string_view aspect) {
    if (aspect == "name") return true;
    if (aspect == "country-name") return names.contains("country") || names.contains("directory");
    if (aspect == "logo") return names.contains("city.logo");
    if (aspect == "short") return names.contains("text.short");
    if (aspect == "nearby") return names.contains("place");
    if (aspect == "text" || aspect == "lead")
        return names.contains("text") || names.contains("lead") || names.contains("body");
    return names.contains(aspect);
}

/// The texts that the sections of a publication can show, each once.
class Shown {
public:
    Shown(const content::Content& content, const design::Design& design, const Job& job)
        : content_{content}, design_{design}, job_{job} {
        add(job.publication->title, TextKind::words);
        Diagnostics ignored;
        const Photos none;
        std::set<std::pair<std::string_view, const content::City*>> seen;
        const Sources sources{content_, job_, none};
        for (const auto& subject : subjects_of(sources, design, ignored))
            if (has_content(sources, subject) && seen.emplace(subject.kind, subject.city).second) add(subject);
    }
    const std::vector<std::pair<const Text*, TextKind>>& texts() const { return texts_; }

private:
    void add(const Subject& subject) {
        const auto rule = design_.sections.find(subject.kind);
        if (rule == design_.sections.end()) return;
        const auto [own, of_cities] = sources_shown(design_, rule->second);
        const Names names(own.begin(), own.end()), city_names(of_cities.begin(), of_cities.end());
        if (subject.kind != "city")
            content::for_each_text_of_organisation(content_.organisation, [&](const Text& text, TextKind kind,
                                                                              std::string_view record, auto aspect) {
                const bool about_it = record == subject.kind || (record == "about" && subject.kind == "handout-back") ||
                                      (record == "cities" && subject.kind == "contents");
                if (shows_own(names, record, aspect, about_it)) add(text, kind);
            });
        if (subject.city) return add(*subject.city, names);
        if (shows_partners(design_, rule->second) || !city_names.empty() || subject.kind == "directory")
            for (const auto& city : content_.cities) add(city, city_names);
    }
    void add(const content::City& city, const Names& names) {
        content::for_each_text_of_city(city, [&](const Text& text, TextKind kind, std::string_view, auto aspect) {
            if (shows_of_city(names, aspect)) add(text, kind);
        });
    }
    void add(const Text& text, TextKind kind) {
        if (!text.empty() && known_.insert(&text).second) texts_.emplace_back(&text, kind);
    }

    const content::Content& content_;
    const design::Design& design_;
    const Job& job_;
    std::set<const Text*> known_;
    std::vector<std::pair<const Text*, TextKind>> texts_;
};

// What the job is about: of the publications made for each of thousands of cities, each looks at its own.
bool all_in(const content::Content& content, const Job& job, std::string_view untagged) {
    bool all = true;
    const auto look = [&](const Text& text, TextKind kind, std::string_view, std::string_view) {
        all = all && content::is_in(text, kind, job.lang, untagged);
    };
    content::for_each_text_of_organisation(content.organisation, look);
    if (job.city)
        content::for_each_text_of_city(*job.city, look);
    else
        for (const auto& city : content.cities) content::for_each_text_of_city(city, look);
    return all;
}

Coverage coverage_in(const std::string& lang, const Shown& shown, const content::Content& content, const Job& job) {
    Coverage coverage;
    coverage.lang = lang;
    const auto& untagged = content::untagged_language(*job.publication);
    coverage.texts = shown.texts().size();
    for (const auto& [text, kind] : shown.texts())
        if (!content::is_in(*text, kind, lang, untagged)) coverage.missing.push_back(text->where);
    std::sort(coverage.missing.begin(), coverage.missing.end());
    for (const auto& [key, text] : content.labels)
        if (!key.starts_with("visit-") && !content::is_in(text, TextKind::words, lang, lang))
            coverage.words.push_back(key);
    return coverage;
}

}  // namespace

std::vector<Coverage> coverage_of(const content::Content& content, const design::Design& design, const Job& job) {
    std::vector<Coverage> all;
    const auto& untagged = content::untagged_language(*job.publication);
    const bool translated = content::primary_subtag(job.lang) != content::primary_subtag(untagged);
    if (!job.publication->visit.empty()) return all;  // `check` tells of the visit's own texts
    if (!translated && job.second_lang.empty() && all_in(content, job, untagged)) return all;
    const Shown shown{content, design, job};
    all.push_back(coverage_in(job.lang, shown, content, job));
    if (!job.second_lang.empty()) all.push_back(coverage_in(job.second_lang, shown, content, job));
    return all;
}

}  // namespace brochure::layout
