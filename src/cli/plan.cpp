#include "cli/plan.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "cli/printers.hpp"
#include "content/text_walk.hpp"
#include "content/translations.hpp"
#include "layout/choices.hpp"
#include "yaml/reader.hpp"

namespace brochure::cli {
namespace {

/// An edition, and how its pages are put on sheets.
struct KnownEdition {
    std::string_view name;
    prepress::Edition made;
};
constexpr std::string_view large_print = "large-print";
constexpr std::array<KnownEdition, 4> known_editions{{{"screen", prepress::Edition::screen},
                                                      {"print", prepress::Edition::print},
                                                      {"office", prepress::Edition::office},
                                                      {large_print, prepress::Edition::screen}}};

std::string joined(const std::vector<std::string_view>& words) {
    std::string list;
    for (const auto word : words) list.append(list.empty() ? "" : ", ").append(word);
    return list;
}

/// A sentence about the first of `asked` that is not in `known`; empty when all are. `kind`: "a publication".
std::string unknown(const std::vector<std::string>& asked, const std::vector<std::string_view>& known,
                    const std::string& kind) {
    for (const auto& name : asked) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        std::vector<std::string_view> once;
        for (const auto each : known)
            if (std::find(once.begin(), once.end(), each) == once.end()) once.push_back(each);
        const auto meant = yaml::nearest(name, known);
        return "there is no " + kind + " '" + name + "'" +
               (meant.empty() ? std::string{} : "; did you mean '" + std::string{meant} + "'?") +
               (known.empty() ? std::string{} : " (known: " + joined(once) + ")");
    }
    return {};
}

bool chosen(const std::vector<std::string>& asked, const std::string& name) {
    return asked.empty() || std::find(asked.begin(), asked.end(), name) != asked.end();
}

/// Letters, digits and hyphens only: the tag becomes part of a file's name.
bool is_tag(std::string_view tag) {
    return std::all_of(tag.begin(), tag.end(), [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

/// "fr-CA" is served by French; a tag is unknown when no text and no publication has its primary language.
std::string unknown_language(const std::vector<std::string>& asked, const content::Content& content) {
    const auto tags = languages_of(content);
    const std::vector<std::string_view> known{tags.begin(), tags.end()};
    for (const auto& tag : asked) {
        const bool served = std::any_of(known.begin(), known.end(), [&](auto k) {
            return content::primary_subtag(k) == content::primary_subtag(tag);
        });
        if (!served || !is_tag(tag)) return unknown({tag}, known, "language");
    }
    return {};
}

/// A sentence about the first of `asked` that is a visit of which there is nothing to print.
std::string empty_visit(const std::vector<std::string>& asked, const content::Content& content) {
    for (const auto& name : asked)
        for (const auto& visit : content.visits) {
            const auto is_of_it = [&](const auto& publication) { return publication.group == name; };
            if (name == "visit-" + visit.slug &&
                std::none_of(content.publications.begin(), content.publications.end(), is_of_it))
                return "there is nothing to print of the visit '" + visit.slug +
                       "': give it people:, an itinerary:, a welcome: or another part that a document is made of" +
                       (visit.documents.empty() ? "" : ", one of those under its documents:");
        }
    return {};
}

std::string usage_fault(const Options& options, const content::Content& content) {
    std::vector<std::string_view> publications, cities, editions;
    for (const auto& publication : content.publications) publications.push_back(publication.name.value);
    for (const auto& publication : content.publications)
        if (!publication.group.empty()) publications.push_back(publication.group);
    for (const auto& city : content.cities) cities.push_back(city.slug);
    for (const auto& edition : known_editions) editions.push_back(edition.name);
    for (const auto& fault :
         {empty_visit(options.publications, content), unknown(options.publications, publications, "publication"),
          unknown(options.cities, cities, "city"), unknown(options.editions, editions, "edition"),
          unknown_language(options.langs, content)})
        if (!fault.empty()) return fault;
    return {};
}

/// The editions that `publication` lists, or those that were asked for.
std::vector<Located<std::string>> editions_of(const content::Publication& publication, const Options& options) {
    std::vector<Located<std::string>> wanted = publication.editions;
    if (wanted.empty()) wanted.push_back({"screen", publication.where});
    if (options.editions.empty()) return wanted;
    wanted.clear();
    for (const auto& edition : options.editions) wanted.push_back({edition, publication.where});
    return wanted;
}

/// Nobody names the documents of a visit one by one: an edition that its design cannot make, and that the visit does
/// not list, is no fault of theirs when all are asked for.
void drop_unlisted(std::string_view edition, const content::Publication& publication,
                   std::vector<Located<std::string>>& wanted) {
    const auto is_it = [&](const auto& each) { return each.value == edition; };
    if (std::none_of(publication.editions.begin(), publication.editions.end(), is_it)) std::erase_if(wanted, is_it);
}

/// Those of them that are written from one composition: the large-print edition is composed anew.
std::vector<Output> outputs_of(const std::vector<Located<std::string>>& wanted, bool large, const std::string& name) {
    std::vector<Output> outputs;
    for (const auto& edition : wanted) {
        const auto known = std::find_if(known_editions.begin(), known_editions.end(),
                                        [&](const KnownEdition& k) { return k.name == edition.value; });
        if (known == known_editions.end()) continue;  // `content` has said so, with its line
        if ((edition.value == large_print) == large)
            outputs.push_back({known->made, edition.value, name + "-" + edition.value + ".pdf"});
    }
    return outputs;
}

/// The design of a publication's large-print edition; null when it has none, and `found` says why, or when what is
/// wrong with it is told already.
const design::Design* large_design(const Project& project, const design::Design& design,
                                   const content::Publication& publication,
                                   const std::vector<Located<std::string>>& wanted, Diagnostics& found) {
    if (design.large_print) {
        const auto large = project.designs.find(design.large_print->design.value);
        // A format that the publication's own design lacks is told there.
        if (large == project.designs.end() || !design.formats.contains(publication.format.value)) return nullptr;
        const auto format = layout::large_print_format(publication, design);
        if (large->second.formats.contains(format.value)) return &large->second;
        if (!design.large_print->formats.contains(publication.format.value))
            found.error(
                format.where, "no-large-format",
                "the design '" + large->first + "' has no format that stands for '" + publication.format.value + "'",
                "name one in the design '" + publication.design.value + "': large-print: {design: " + large->first +
                    ", formats: {" + publication.format.value + ": …}}");
        return nullptr;
    }
    const auto edition =
        std::find_if(wanted.begin(), wanted.end(), [](const auto& each) { return each.value == large_print; });
    found.error(edition == wanted.end() ? publication.where : edition->where, "no-large-print",
                "the design '" + publication.design.value + "' names no design for large print",
                "write in it: large-print: {design: large-print, formats: {" + publication.format.value + ": letter}}");
    return nullptr;
}

/// Whether the design of its large-print edition can lay a document out: a badge is not to be read.
bool can_be_large(const Project& project, const design::Design& design, const content::Publication& publication) {
    if (!design.large_print) return false;
    const auto large = project.designs.find(design.large_print->design.value);
    return large == project.designs.end() || large->second.sections.contains(publication.document);
}

/// Pages are chosen once, for the strictest edition that the publication lists, whichever are asked for today: what a
/// committee approves on its screens is what the press gets.
bool is_for_screens_alone(const content::Publication& publication, const std::vector<Output>& outputs) {
    return std::all_of(publication.editions.begin(), publication.editions.end(),
                       [](const auto& edition) { return edition.value == "screen" || edition.value == large_print; }) &&
           std::all_of(outputs.begin(), outputs.end(),
                       [](const Output& output) { return output.edition == prepress::Edition::screen; });
}

}  // namespace

std::vector<std::string> languages_of(const content::Content& content) {
    std::set<std::string> tags;
    const auto add = [&](const content::Text& text, content::TextKind, std::string_view, std::string_view) {
        for (const auto& version : text.versions)
            if (!version.lang.empty()) tags.insert(version.lang);
    };
    for (const auto& publication : content.publications) tags.insert(publication.lang);
    content::for_each_text_of_organisation(content.organisation, add);
    for (const auto& city : content.cities) content::for_each_text_of_city(city, add);
    return {tags.begin(), tags.end()};
}

namespace {

bool same_language(std::string_view one, std::string_view other) {
    return content::primary_subtag(one) == content::primary_subtag(other);
}

/// The languages in which a publication is made for a city. A partner who speaks one that is among them already gets no
/// file of its own.
std::vector<std::string> languages_for(const content::Publication& publication, const content::City* city,
                                       const Options& options) {
    if (!options.langs.empty() && publication.visit.empty()) return options.langs;
    if (publication.languages.empty()) return {publication.lang};
    std::vector<std::string> langs;
    for (const auto& each : publication.languages) {
        auto lang = layout::language_meant(each.value, city);
        const bool known =
            std::any_of(langs.begin(), langs.end(), [&](const auto& one) { return same_language(one, lang); });
        if (each.value != content::partner_language || (!lang.empty() && !known)) langs.push_back(std::move(lang));
    }
    return langs;
}

/// Empty: the file is in one language. One that was asked for by name is alone in its file.
std::string second_language(const content::Publication& publication, const content::City* city, const std::string& lang,
                            const Options& options) {
    if (!publication.other_lang || !options.langs.empty()) return {};
    auto second = layout::language_meant(publication.other_lang->value, city);
    return same_language(second, lang) ? std::string{} : second;
}

/// The same publication in the design and format of its large-print edition, to be read and not to be bound.
PlannedJob enlarged_job(const PlannedJob& job, const design::Design& design,
                        const std::vector<Located<std::string>>& wanted) {
    PlannedJob large = job;
    large.design = &design;
    large.large_print_of = job.design;
    large.outputs = outputs_of(wanted, true, job.name);
    large.name += "-" + std::string{large_print};
    large.job.format = layout::large_print_format(*job.job.publication, *job.design);
    large.job.screen_only = true;
    return large;
}

std::string name_of(const content::Publication& publication, const content::City* city, const std::string& lang) {
    return publication.name.value + (city ? "-" + city->slug : "") + (lang.empty() ? "" : "-" + lang);
}

/// What would be made of a publication if its design could be read; a visit's documents are refused with their visit.
void add_lost(const content::Publication& publication, const content::Content& content, const Options& options,
              std::vector<PlannedJob>& lost) {
    if (!publication.visit.empty()) return;
    const auto wanted = editions_of(publication, options);
    const auto add = [&](const content::City* city) {
        for (const auto& lang : languages_for(publication, city, options)) {
            PlannedJob job;
            job.name = job.files =
                name_of(publication, city, !options.langs.empty() || lang != publication.lang ? lang : "");
            job.outputs = outputs_of(wanted, false, job.name);
            for (Output& output : outputs_of(wanted, true, job.name)) job.outputs.push_back(std::move(output));
            job.job.publication = &publication;
            job.job.city = city;
            job.job.lang = lang;
            lost.push_back(std::move(job));
        }
    };
    if (!publication.for_each && options.cities.empty()) add(nullptr);
    if (!publication.for_each) return;
    for (const auto& city : content.cities)
        if (chosen(options.cities, city.slug)) add(&city);
}

/// Every file has one maker: another publication or language of the same name would overwrite it. Two cities of one
/// name are told of by `content`.
void check_names(const Plan& plan, Diagnostics& found) {
    std::map<std::string, const PlannedJob*> makers;
    for (const auto& job : plan.jobs)
        for (const auto& output : job.outputs) {
            const auto [at, fresh] = makers.emplace(output.file, &job);
            if (fresh || at->second == &job || at->second->job.publication == job.job.publication) continue;
            const auto& name = job.job.publication->name;
            const auto& other = *at->second->job.publication;
            found.error(name.where, "same-file",
                        "'" + name.value + "' and '" + other.name.value + "' would both be written to " + output.file,
                        "give one of the two publications another name");
        }
}

}  // namespace

Plan plan(const Options& options, const Project& project, const std::optional<std::string>& date, Diagnostics& found) {
    const content::Content& content = project.content;
    Plan plan;
    plan.fault = usage_fault(options, content);
    if (plan.fault.empty() && options.printer) {
        const auto names = known_printers(project.root);
        plan.fault = unknown({*options.printer}, {names.begin(), names.end()}, "printer");
    }
    if (!plan.fault.empty()) return plan;
    for (const auto& publication : content.publications) {
        if (!chosen(options.publications, publication.name.value) &&
            (publication.group.empty() || !chosen(options.publications, publication.group)))
            continue;
        const auto design = project.designs.find(publication.design.value);
        if (design == project.designs.end()) {  // an error already says so
            add_lost(publication, content, options, plan.lost);
            continue;
        }
        // A document of a visit is in the languages that the visit names.
        const bool of_visit = !publication.visit.empty();
        if (of_visit && !options.langs.empty() && !chosen(options.langs, publication.lang) &&
            !chosen(options.langs, publication.second_lang))
            continue;
        auto wanted = editions_of(publication, options);
        if (of_visit && !can_be_large(project, design->second, publication))
            drop_unlisted(large_print, publication, wanted);
        if (wanted.empty()) continue;
        const bool enlarged =
            std::any_of(wanted.begin(), wanted.end(), [](const auto& each) { return each.value == large_print; });
        const design::Design* large =
            enlarged ? large_design(project, design->second, publication, wanted, found) : nullptr;
        const auto add = [&](const content::City* city) {
            for (const auto& lang : languages_for(publication, city, options)) {
                const bool named = !of_visit && (!options.langs.empty() || lang != publication.lang);
                PlannedJob job;
                job.name = job.files = name_of(publication, city, named ? lang : "");
                job.design = &design->second;
                job.outputs = outputs_of(wanted, false, job.name);
                job.job = {.publication = &publication,
                           .city = city,
                           .lang = lang,
                           .second_lang = second_language(publication, city, lang, options),
                           .format = {},
                           .screen_only = is_for_screens_alone(publication, job.outputs),
                           .date = date};
                if (large) plan.jobs.push_back(enlarged_job(job, *large, wanted));
                if (!job.outputs.empty()) plan.jobs.insert(plan.jobs.end() - (large ? 1 : 0), std::move(job));
            }
        };
        if (!publication.for_each) {
            if (options.cities.empty())
                add(nullptr);
            else if (!options.publications.empty())
                plan.fault =
                    "the publication '" + publication.name.value + "' is not made for each city; leave out --city";
            // --city alone asks for what is made for cities
        } else {
            for (const auto& city : content.cities)
                if (chosen(options.cities, city.slug)) add(&city);
        }
    }
    for (const auto& lang : options.langs) {
        const auto is_in = [&](const PlannedJob& job) { return job.job.lang == lang || job.job.second_lang == lang; };
        if (plan.fault.empty() && !found.has_errors() && std::none_of(plan.jobs.begin(), plan.jobs.end(), is_in))
            plan.fault = "nothing of what was asked for is made in '" + lang + "'";
    }
    check_names(plan, found);
    return plan;
}

}  // namespace brochure::cli
