#include "content/visit_read.hpp"

#include "content/name_script.hpp"
#include "content/project_files.hpp"
#include "content/visit_csv.hpp"
#include "content/visit_fields.hpp"
#include "content/visit_walk.hpp"
#include "yaml/node.hpp"

namespace brochure::content {

namespace {

/// A cell or a text that names no language is in the visit's first.
void name_language(Text& text, const std::string& lang) {
    for (auto& version : text.versions) {
        if (!version.lang.empty() && version.lang != "und") continue;
        version.lang = lang;
        for (auto& block : version.value.blocks)
            for (auto& span : block.spans) span.lang = lang;
    }
}

/// A name that names no language is in one that is written in its letters: "Doe" is no Japanese.
void name_language_of_names(Visit& visit) {
    for (auto& person : visit.people) {
        std::string letters;
        for (const auto* text : {&person.family, &person.given})
            for (const auto& version : text->versions)
                if (version.lang.empty() || version.lang == "und") letters += plain(version.value);
        if (letters.empty()) continue;
        const auto& readings = person.reading.versions;
        std::string reading = readings.empty() ? std::string{} : readings.front().lang;
        if (reading == "und") reading.clear();
        const std::string lang = language_of_letters(letters, visit.languages, reading);
        name_language(person.family, lang);
        name_language(person.given, lang);
    }
}

/// "Dr." is said in every language, though it is read aloud in the visit's first.
std::vector<Text::Version*> titles_in_no_language(Visit& visit) {
    std::vector<Text::Version*> titles;
    for (auto& person : visit.people)
        for (auto& version : person.title.versions)
            if (version.lang.empty() || version.lang == "und") titles.push_back(&version);
    return titles;
}

template <class Record>
void take_place(const Visit& visit, Record& record) {
    if (!record.place || !record.place->key) return;
    const auto* place = find_place(visit, record.place->key->value);
    if (place == nullptr) return;
    record.place->name = place->name;
    if (record.address.empty()) record.address = place->address;
}

/// The tables that it names and that are there.
void read_tables(const yaml::Node& node, const SourceFiles& files, Visit& visit) {
    const auto* own = node.find("visit");
    const auto& path = files.path(node.where.file);
    const auto folder = path.substr(0, path.rfind('/') + 1);
    if (own == nullptr) return;
    for (const auto& [key, value] : own->entries)
        if (value.kind == yaml::Kind::scalar && is_csv(value.scalar))
            if (const auto file = files.find(folder + value.scalar)) visit.tables.push_back(*file);
}

Visit read_visit(FileId file, const SourceFiles& files, const VisitFields& fields, Diagnostics& found,
                 yaml::KnownTrees* known) {
    Visit visit;
    if (const auto node = yaml::parse(file, files, found, {}, known)) {
        read_tables(*node, files, visit);
        yaml::read_record(*node, fields.visit_file, visit, found);
    }
    visit.slug = slug_of(files.path(file));
    visit.where.file = file;
    if (!visit.languages.empty()) {
        name_language_of_names(visit);
        const auto titles = titles_in_no_language(visit);
        for_each_text(visit, [&](Text& text, Level, TextKind) { name_language(text, visit.languages.front().value); });
        for (auto* each : titles) each->lang.clear();
    }
    for (auto& each : visit.itinerary) take_place(visit, each);
    for (auto& each : visit.lodging) take_place(visit, each);
    return visit;
}

}  // namespace

std::vector<Visit> read_visits(const std::vector<FileId>& list, const SourceFiles& files, const Fields& fields,
                               Diagnostics& found, yaml::KnownTrees* known) {
    std::vector<Visit> visits;
    if (list.empty()) return visits;
    const VisitFields tables(fields, files);
    for (const auto file : list) visits.push_back(read_visit(file, files, tables, found, known));
    return visits;
}

}  // namespace brochure::content
