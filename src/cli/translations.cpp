#include "cli/translations.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/report.hpp"
#include "cli/summary.hpp"
#include "content/visit_check.hpp"

namespace brochure::cli {
namespace {

constexpr std::size_t places_told = 4;  // after the first: more would bury the rest
constexpr std::size_t words_told = 5;

void add_visit(const content::Visit& visit, std::vector<Covered>& all) {
    if (visit.languages.size() < 2) return;
    for (const auto& lang : visit.languages) {
        const auto [texts, missing] = content::translated(visit, lang.value);
        all.push_back({"visit-" + visit.slug, {}, {lang.value, texts.size(), {missing.begin(), missing.end()}, {}}});
    }
}

std::string listed(const std::vector<std::string>& words) {
    std::string list;
    for (std::size_t i = 0; i < std::min(words.size(), words_told); ++i) list += (i > 0 ? ", " : "") + words[i];
    return list + (words.size() > words_told ? " …" : "");
}

void tell_texts(const std::string& lang, const std::set<SourcePosition>& missing, Diagnostics& found) {
    const std::string hint = lang + ": the text in that language";
    std::size_t told = 0;
    for (const auto& where : missing) {
        if (told > places_told) break;
        if (told++ > 0)
            found.note(where, "missing-translation", "this text has no '" + lang + "' either", hint);
        else if (missing.size() == 1)
            found.warning(where, "missing-translation", "this text has no '" + lang + "' and is printed as it is",
                          hint);
        else
            found.warning(where, "missing-translation",
                          std::to_string(missing.size()) + " texts have no '" + lang +
                              "' and are printed as they are, this one first",
                          hint);
    }
}

void tell_words(const std::string& lang, const std::vector<std::string>& words, SourcePosition where,
                Diagnostics& found) {
    found.warning(where, "missing-label",
                  (words.size() == 1 ? "a word" : std::to_string(words.size()) + " words") +
                      " of the program's own have no '" + lang + "' and are printed in English: " + listed(words),
                  "write them into content/labels.yaml: labels: {" + words.front() + ": {" + lang + ": …}}");
}

}  // namespace

std::vector<Covered> coverage_of(const Plan& plan, const Project& project) {
    std::vector<Covered> all;
    std::set<std::tuple<const void*, const content::City*, std::string>> seen;
    for (const auto& planned : plan.jobs) {
        const auto& publication = *planned.job.publication;
        if (!publication.visit.empty()) {
            const auto& visits = project.content.visits;
            const auto visit = std::find_if(visits.begin(), visits.end(),
                                            [&](const auto& each) { return each.slug == publication.visit; });
            if (visit != visits.end() && seen.emplace(&*visit, nullptr, "").second) add_visit(*visit, all);
            continue;
        }
        // The large-print edition has the same texts.
        const auto& design = planned.large_print_of ? *planned.large_print_of : *planned.design;
        if (!seen.emplace(&publication, planned.job.city, planned.job.lang).second) continue;
        for (auto& coverage : layout::coverage_of(project.content, design, planned.job))
            all.push_back(
                {publication.name.value, planned.job.city ? planned.job.city->slug : "", std::move(coverage)});
    }
    return all;
}

void tell_missing(const std::vector<Covered>& all, const Plan& plan, Diagnostics& found) {
    std::map<std::string, std::set<SourcePosition>> texts;
    std::map<std::string, std::pair<std::vector<std::string>, SourcePosition>> words;
    for (const auto& each : all) {
        const auto publication = std::find_if(plan.jobs.begin(), plan.jobs.end(), [&](const PlannedJob& planned) {
            return planned.job.publication->name.value == each.publication;
        });
        if (publication == plan.jobs.end()) continue;  // a visit
        const auto& coverage = each.coverage;
        texts[coverage.lang].insert(coverage.missing.begin(), coverage.missing.end());
        if (!coverage.words.empty())
            words.try_emplace(coverage.lang, coverage.words, publication->job.publication->name.where);
    }
    for (const auto& [lang, missing] : texts) tell_texts(lang, missing, found);
    for (const auto& [lang, list] : words) tell_words(lang, list.first, list.second, found);
}

std::string coverage_table(const std::vector<Covered>& all) {
    std::size_t names = 0, langs = 0;
    const auto name = [](const Covered& each) { return each.publication + (each.city.empty() ? "" : "-" + each.city); };
    for (const auto& each : all) {
        names = std::max(names, name(each).size());
        langs = std::max(langs, each.coverage.lang.size());
    }
    std::string table;
    for (const auto& each : all) {
        const auto& [lang, texts, missing, words] = each.coverage;
        table += name(each) + std::string(names + 2 - name(each).size(), ' ') + lang +
                 std::string(langs + 2 - lang.size(), ' ') + std::to_string(texts - missing.size()) + " of " +
                 counted(texts, "text", "texts");
        if (!words.empty()) table += ", without " + counted(words.size(), "word", "words") + " of the program's own";
        table += "\n";
    }
    return table.empty() ? table : "Translations:\n" + table;
}

}  // namespace brochure::cli
