#include "design/reference.hpp"

#include <algorithm>

#include "design/tables.hpp"

namespace brochure::design {

namespace {

using yaml::Description;
using yaml::Type;

/// A cell of a table: a bar would end it.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

/// What a value looks like, in a few words: nested records have a table of their own.
std::string words_of(const Type& type) {
    switch (type.form) {
        case Type::Form::record:
            return "a map, see `" + type.record + "`";
        case Type::Form::map:
            return type.of.empty() || type.of[0].record.empty() ? type.words
                                                                : "a map of names, see `" + type.of[0].record + "`";
        case Type::Form::list:
            return type.of[0].form == Type::Form::text && !type.of[0].words.empty() && type.of[0].words != "a text"
                       ? type.words + ", each " + type.of[0].words
                       : type.words;
        case Type::Form::either:
            for (const auto& alternative : type.of)
                if (!alternative.record.empty())
                    return type.of[0].words + ", or a map, see `" + alternative.record + "`";
            return type.words;
        default:
            return type.words;
    }
}

void row(std::string& out, const Description& field) {
    out += "| `" + field.key + "`" + (field.presence == yaml::Presence::required ? " (needed)" : "") + " | " +
           cell(field.doc) + " | " + cell(words_of(field.type)) + " | ";
    if (!field.example.empty()) out += "`" + cell(field.example) + "`";
    out += " |\n";
}

void table_of(std::string& out, const std::vector<Description>& fields) {
    out += "\n| Key | Meaning | Value | Example |\n|---|---|---|---|\n";
    for (const auto& field : fields) row(out, field);
}

template <class R>
void section(std::string& out, std::string_view title, const yaml::Table<R>& table) {
    out += "\n### " + std::string{title} + "\n\n" + std::string{table.doc()} + "\n";
    table_of(out, yaml::describe(table));
}

const Description* field(const std::vector<Description>& fields, std::string_view key) {
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.key == key; });
    return at == fields.end() ? nullptr : &*at;
}

/// A record that is nested under `key`, with its table's own words.
void nested(std::string& out, const std::vector<Description>& fields, std::string_view key) {
    const Description* found = field(fields, key);
    if (found == nullptr) return;
    out += "\n#### `" + found->key + "`\n\n" + found->doc + "\n";
    table_of(out, found->type.fields);
}

/// Keys that every kind of frame has are told once; of each kind only what is its own.
void frames(std::string& out) {
    const auto kinds = frame_kinds();
    std::vector<std::vector<Description>> all;
    for (const auto kind : kinds) all.push_back(yaml::describe(frame_table(kind)));
    const auto everywhere = [&](const Description& each) {
        return std::all_of(all.begin(), all.end(),
                           [&](const auto& fields) { return field(fields, each.key) != nullptr; });
    };
    out += "\n### Keys of every frame\n";
    std::vector<Description> common;
    std::copy_if(all[0].begin(), all[0].end(), std::back_inserter(common), everywhere);
    table_of(out, common);
    out +=
        "\n### Kinds of frame\n\nThe key that names the kind comes with the source of what is shown, or with a "
        "swatch.\n";
    out += "\n| Kind | What it is for | Its value | Role unless said | Example |\n|---|---|---|---|---|\n";
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const Description& first = all[i].front();
        out += "| `" + first.key + "` | " + std::string{doc_of(kinds[i])} + " | " + first.doc + " | " +
               std::string{default_role(kinds[i])} + " | `{" + first.key + ": " + first.example + ", …}` |\n";
    }
    out += "\n### Keys of one kind\n\n| Kind | Key | Meaning | Value | Example |\n|---|---|---|---|---|\n";
    for (const auto& fields : all)
        for (std::size_t i = 1; i < fields.size(); ++i) {
            if (everywhere(fields[i])) continue;
            out += "| `" + fields.front().key + "` ";
            row(out, fields[i]);
        }
}

}  // namespace

std::string reference() {
    std::string out = "### The file\n";
    table_of(out, yaml::describe(design_table()));
    section(out, "`swatch`", swatch_table());
    section(out, "`palette`", palette_table());
    section(out, "`style`", style_table());
    out += "\n#### `hyphenation`\n\n" + std::string{hyphenation_table().doc()} + "\n";
    table_of(out, yaml::describe(hyphenation_table()));
    section(out, "`format`", format_table());
    const auto format = yaml::describe(format_table());
    nested(out, format, "margins");
    nested(out, format, "columns");
    out += "\n#### `panel`\n\n" + std::string{panel_table().doc()} + "\n";
    table_of(out, yaml::describe(panel_table()));
    section(out, "`flow`", flow_table());
    section(out, "`master`", master_table());
    nested(out, yaml::describe(master_table()), "elastic");
    frames(out);
    section(out, "`section`", section_table());
    section(out, "`large-print`", large_print_table());
    return out;
}

}  // namespace brochure::design
