#include "content/fields.hpp"
#include "content/labels.hpp"
#include "content/printer_fields.hpp"
#include "content/section_words.hpp"
#include "content/visit_fields.hpp"

namespace brochure::content {

namespace {

std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return text;
}

const char* name_of(yaml::Presence presence) {
    switch (presence) {
        case yaml::Presence::required:
            return "must";
        case yaml::Presence::wanted:
            return "wanted";
        case yaml::Presence::optional:
            return "may";
    }
    return "";
}

std::string heading(std::string_view name, std::string_view doc) {
    if (name.empty()) return "\n### " + std::string(doc) + "\n\n";
    return "\n### `" + std::string(name) + "`\n\n" + std::string(doc) + "\n\n";
}

void add(std::string& out, std::string_view name, std::string_view doc, const std::vector<yaml::Description>& fields) {
    out += heading(name, doc);
    out += "| field | | what it is | form | example |\n|---|---|---|---|---|\n";
    for (const auto& field : fields)
        out += "| `" + field.key + "` | " + name_of(field.presence) + " | " + cell(field.doc) + " | " +
               cell(field.type.words) + " | `" + cell(field.example) + "` |\n";
}

template <class R>
void add(std::string& out, const yaml::Table<R>& table) {
    add(out, table.name(), table.doc(), yaml::describe(table));
}

/// The printer's table, and those of the maps in it.
void add_printer(std::string& out) {
    add(out, printer_table());
    for (const auto& field : yaml::describe(printer_table()))
        if (field.type.form == yaml::Type::Form::record) add(out, field.key, field.doc, field.type.fields);
}

void add_visit(std::string& out, const Fields& shared, const SourceFiles& files) {
    const VisitFields fields(shared, files);
    add(out, fields.visit_file);
    add(out, fields.visit);
    add(out, fields.dates);
    add(out, fields.welcome);
    add(out, fields.person);
    add(out, fields.place);
    add(out, fields.item);
    add(out, fields.lodging);
    add(out, fields.flight);
    add(out, fields.leg);
    add(out, fields.stop);
    add(out, fields.emergency);
    add(out, fields.phrase);
    add(out, fields.gift);
    add(out, fields.protocol);
    add(out, fields.hosting);
}

std::string list_of_labels(SourceFiles& files, const Fields& fields) {
    Diagnostics none;
    std::string out;
    for (const auto& [key, text] : read_labels({}, files, fields, none))
        out += (out.empty() ? " `" : ", `") + key + "` (" + plain(text.find("en")->value) + ")";
    return out;
}

}  // namespace

std::string reference() {
    SourceFiles files;
    const Fields fields(files);
    std::string out;
    add(out, fields.organisation_file);
    add(out, fields.organisation);
    add(out, fields.home);
    add(out, fields.cover);
    add(out, fields.about);
    add(out, fields.mission);
    add(out, fields.goals);
    add(out, fields.involve);
    add(out, fields.involve_item);
    add(out, fields.figure);
    add(out, fields.cities);
    add(out, fields.contacts);
    add(out, fields.person);
    add(out, fields.city_file);
    add(out, fields.city);
    add(out, fields.photo);
    add(out, fields.logo);
    add(out, fields.fact);
    add(out, fields.nearby);
    add(out, fields.phrase);
    add(out, fields.publications_file);
    add(out, fields.publication);
    add_printer(out);
    add_visit(out, fields, files);
    add(out, fields.labels_file);
    out += "\nLabels, with their English:" + list_of_labels(files, fields) + ".\n";
    out += "\nKinds of section:";
    for (const auto word : section_words)
        out += (word == section_words.front() ? " " : ", ") + ("`" + std::string(word) + "`");
    return out + ".\n";
}

}  // namespace brochure::content
