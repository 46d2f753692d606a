#include "content/visit_check.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

#include "content/check.hpp"
#include "content/readers.hpp"
#include "content/translations.hpp"
#include "content/visit_documents.hpp"
#include "content/visit_walk.hpp"

namespace brochure::content {

namespace {

// Words that the program itself prints in a visit's documents.
bool is_printed(const std::string& key) {
    return key.starts_with("visit-") || key == "continued";
}

void check_words(const Content& content, const Visit& visit, Diagnostics& found) {
    for (const auto& each : visit.languages) {
        std::vector<std::string> missing;
        bool other_script = false;
        for (const auto& [key, text] : content.labels) {
            if (!is_printed(key)) continue;
            const auto* version = text.find(each.value);
            const bool there = is_in(text, TextKind::words, each.value, each.value);
            const bool chinese = primary_subtag(each.value) == "zh" && there && version && !version->lang.empty() &&
                                 is_traditional(each.value) != is_traditional(version->lang);
            other_script = other_script || chinese;
            if (!there || chinese) missing.push_back(key);
        }
        if (missing.empty()) continue;
        constexpr std::size_t told = 5;
        std::string list;
        for (std::size_t i = 0; i < std::min(missing.size(), told); ++i) list += (i > 0 ? ", " : "") + missing[i];
        found.warning(
            each.where, "missing-label",
            (missing.size() == 1 ? "a word" : std::to_string(missing.size()) + " words") +
                " of the program's own have no '" + each.value + "' and are printed in " +
                (other_script ? "the other Chinese script" : "English") + ": " + list +
                (missing.size() > told ? " …" : ""),
            "write them into content/labels.yaml: labels: {" + missing.front() + ": {" + each.value + ": …}}");
    }
}

void check_languages(const Content& content, const Visit& visit, Diagnostics& found) {
    std::set<std::string_view> known;
    std::vector<std::string_view> list;
    for (const auto& each : visit.languages) {
        list.push_back(each.value);
        if (!known.insert(each.value).second)
            found.error(each.where, "duplicate-reference", "the language '" + each.value + "' stands here twice",
                        "leave one of them out");
    }
    for (const auto& each : visit.unreviewed)
        if (!known.contains(each.value))
            found.error(each.where, "dangling-reference", "the visit has no language '" + each.value + "'",
                        hint_of(each.value, list, "it is one of languages:"));
        else
            found.note(each.where, "unreviewed-translation", "the texts in '" + each.value + "' are not reviewed yet",
                       "have them read by somebody who speaks it well; then take it out of unreviewed:");
    for (const auto& each : visit.languages) {
        const auto missing = translated(visit, each.value).missing;
        if (missing.empty()) continue;
        const auto count = missing.size();
        const auto text = count == 1 ? "this text has no '" + each.value + "'"
                                     : std::to_string(count) + " texts have no '" + each.value + "', this one first";
        const auto hint = each.value + ": the text in that language";
        const bool known_draft = std::any_of(visit.unreviewed.begin(), visit.unreviewed.end(),
                                             [&](const auto& draft) { return draft.value == each.value; });
        if (known_draft)
            found.note(*missing.begin(), "missing-translation", text, hint);
        else
            found.warning(*missing.begin(), "missing-translation", text, hint);
    }
    check_words(content, visit, found);
}

// What is in no document, since the one it would be in was not asked for.
void check_private_notes(const Visit& visit, Diagnostics& found) {
    const bool briefing = std::any_of(visit.documents.begin(), visit.documents.end(),
                                      [](const auto& each) { return audience_of(each.value) == Level::staff; });
    const auto* where = !visit.hosting.empty()    ? &visit.hosting.front().where
                        : !visit.gifts.empty()    ? &visit.gifts.front().where
                        : !visit.protocol.empty() ? &visit.protocol.front().where
                                                  : nullptr;
    if (briefing || where == nullptr) return;
    found.note(*where, "printed-nowhere", "host families, gifts and protocol are printed in no document",
               "name the briefing for the hosts' team under documents:, beside those that guests are handed");
}

// Under 18 on the first day; a date of birth is year-month-day, and so is the one compared with it.
bool is_under_age(const std::string& born, Date first_day) {
    constexpr int of_age = 18;
    const std::chrono::year_month_day day{std::chrono::sys_days{first_day.time_since_epoch()}};
    char limit[64];
    std::snprintf(limit, sizeof limit, "%04d-%02u-%02u", static_cast<int>(day.year()) - of_age,
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return born > limit;
}

void check_minors(const Visit& visit, Diagnostics& found) {
    for (const auto& each : visit.people) {
        if (each.born && !each.minor && each.whole && is_under_age(each.born->value, visit.dates.from.value))
            found.error(each.born->where, "minor-consent", "this person is under age on the first day of the visit",
                        "minor: yes, and consent: yes once those who may have agreed; minor: no where that is not so");
        if (!each.whole || !each.minor || !each.minor->value || (each.consent && each.consent->value)) continue;
        constexpr const char* hint = "consent: yes, once those who may have agreed in writing";
        if (each.photo)
            found.error(each.photo->where, "minor-consent", "a picture of somebody under age wants consent", hint);
        if (each.level == Level::anybody)
            found.error(each.minor->where, "minor-consent",
                        "the public does not see somebody under age without consent", hint);
    }
}

void check_slug(const std::vector<Visit>& visits, const Visit& visit, const SourceFiles& files, Diagnostics& found) {
    const SourcePosition file{visit.where.file, 1, 1};
    if (!is_slug(visit.slug))
        found.error(file, "slug", "'" + visit.slug + "' cannot name a visit",
                    "name the file with letters of ASCII, digits and hyphens, for example seika-2027.yaml");
    for (const auto& each : visits) {
        if (&each == &visit) return;
        if (each.slug == visit.slug)
            found.error(file, "duplicate-slug", files.path(each.where.file) + " has the name '" + each.slug + "' too",
                        "folders and .yml do not make a difference: give one of them another name");
    }
}

Visit without_private_notes(Visit visit) {
    const auto is_private = [](const auto& each) { return each.level > Level::delegation; };
    std::erase_if(visit.gifts, is_private);
    std::erase_if(visit.protocol, is_private);
    std::erase_if(visit.hosting, is_private);
    for (auto& item : visit.itinerary)
        if (item.staff_note && is_private(*item.staff_note)) item.staff_note.reset();
    return visit;
}

}  // namespace

Translated translated(const Visit& visit, std::string_view lang) {
    const bool hosts = visit.languages.empty() || lang == visit.languages.front().value;
    Translated all;
    const auto add = [&](const Text& text, Level, TextKind kind) {
        if (kind == TextKind::name || text.empty()) return;
        all.texts.insert(text.where);  // a place that several records call has it once
        const auto& found = text.find(lang)->lang;
        // `find` takes any language rather than none.
        if (lang.substr(0, found.size()) != found) all.missing.insert(text.where);
    };
    for_each_text(hosts ? visit : without_private_notes(visit), add);
    return all;
}

void check_visits(const Content& content, const SourceFiles& files, Diagnostics& found) {
    for (const auto& visit : content.visits) {
        check_slug(content.visits, visit, files, found);
        check_references(content, visit, found);
        check_languages(content, visit, found);
        check_minors(visit, found);
        check_private_notes(visit, found);
        check_times(content, visit, found);
    }
}

}  // namespace brochure::content
