#include "layout/subjects.hpp"

#include "layout/alternating.hpp"
#include "layout/choices.hpp"

namespace brochure::layout {
namespace {

// What a brochure without a list consists of, as far as the design has it.
std::vector<Located<std::string>> usual_sections(const design::Design& design, SourcePosition where) {
    std::vector<Located<std::string>> sections;
    for (const char* name : {"cover", "mission", "about", "contents", "cities", "goals", "involve", "back"})
        if (design.sections.contains(std::string{name} == "cities" ? "city" : name)) sections.push_back({name, where});
    return sections;
}

// The sections a publication asks for; without a list, those of a handout or a brochure.
std::vector<Located<std::string>> sections_of(const Job& job, const design::Design& design) {
    const auto& publication = *job.publication;
    if (!publication.sections.empty()) return publication.sections;
    if (job.city) return {{"handout", job.city->where}, {"handout-back", publication.where}};
    return usual_sections(design, publication.where);
}

// Those that are made of others taken apart.
std::vector<Located<std::string>> parts_of(const std::vector<Located<std::string>>& sections,
                                           const design::Design& design) {
    std::vector<Located<std::string>> parts;
    for (const auto& section : sections) {
        const auto rule = design.sections.find(section.value);
        if (rule == design.sections.end() || rule->second.made_of.empty())
            parts.push_back(section);
        else
            for (const auto& part : rule->second.made_of) parts.push_back({part, section.where});
    }
    return parts;
}

bool is_one_for_each_person(const std::string& section) {
    return section == "badges" || section == "tents" || section == "certificate";
}

// A page for everybody; certificates are for the guests.
void add_people(const content::Visit& visit, const Located<std::string>& section, std::vector<Subject>& subjects) {
    for (const auto& person : visit.people) {
        if (section.value == "certificate" && person.side != content::Visit::Side::guest) continue;
        Subject subject{section.value, nullptr, person.where};
        subject.person = &person;
        subjects.push_back(std::move(subject));
    }
}

}  // namespace

std::vector<Subject> subjects_of(const Sources& sources, const design::Design& design, Diagnostics& found) {
    const auto& [content, job, photos, visit] = sources;
    std::vector<Subject> subjects;
    for (const auto& section : parts_of(sections_of(job, design), design)) {
        if (section.value == "cities") {
            for (const auto& city : content.cities) subjects.push_back({"city", &city, city.where});
            continue;
        }
        if (!has_section(design, content, section, found)) continue;
        if (visit && is_one_for_each_person(section.value)) {
            add_people(*visit, section, subjects);
            continue;
        }
        if (const auto* city = design.sections.contains(section.value) ? nullptr : city_named(content, section.value)) {
            subjects.push_back({"city", city, section.where});
            continue;
        }
        subjects.push_back({section.value, job.city, section.where});
    }
    return job.second_lang.empty() ? subjects : in_two_languages(subjects);
}

bool has_content(const Sources& sources, const Subject& subject) {
    const auto& organisation = sources.content.organisation;
    if (subject.kind == "mission") return organisation.mission.has_value();
    if (subject.kind == "about") return organisation.about.has_value();
    if (subject.kind == "goals") return organisation.goals && !organisation.goals->items.empty();
    if (subject.kind == "involve") return organisation.involve.has_value();
    if (subject.kind == "contents" || subject.kind == "directory") return !sources.content.cities.empty();
    return true;
}

}  // namespace brochure::layout
