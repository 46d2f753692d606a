#include "content/labels.hpp"

#include <algorithm>
#include <set>

#include "yaml/node.hpp"

namespace brochure::content {

namespace {

LabelsFile read_file(FileId file, const SourceFiles& files, const Fields& fields, Diagnostics& found,
                     yaml::KnownTrees* known) {
    LabelsFile labels;
    if (const auto node = yaml::parse(file, files, found, {}, known))
        yaml::read_record(*node, fields.labels_file, labels, found);
    return labels;
}

bool has_english(const Text& text) {
    return text.empty() || std::any_of(text.versions.begin(), text.versions.end(), [](const Text::Version& version) {
               return version.lang.empty() || version.lang.substr(0, 2) == "en";
           });
}

// The project's word in one language leaves the program's in the others; a word without a language replaces them all.
void overlay(Text& below, const Text& above) {
    if (above.empty()) return;
    if (std::any_of(above.versions.begin(), above.versions.end(), [](const auto& v) { return v.lang.empty(); })) {
        below = above;
        return;
    }
    below.where = above.where;
    for (const auto& version : above.versions) {
        const auto same = std::find_if(below.versions.begin(), below.versions.end(),
                                       [&](const auto& v) { return v.lang == version.lang; });
        if (same != below.versions.end())
            *same = version;
        else
            below.versions.push_back(version);
    }
}

void warn_of_unknown(const Located<std::string>& key, const std::map<std::string, Text>& known, Diagnostics& found) {
    std::vector<std::string_view> names;
    names.reserve(known.size());
    for (const auto& [name, text] : known) names.push_back(name);
    const auto meant = yaml::nearest(key.value, names);
    found.warning(key.where, "unknown-label", "no page has a label '" + key.value + "'",
                  meant.empty() ? "content/README.md lists the labels" : "did you mean '" + std::string(meant) + "'?");
}

// What the program puts its own words in the place of: "{home}", "{city}".
std::set<std::string> names_in(const std::string& words) {
    std::set<std::string> names;
    for (std::size_t at = 0; (at = words.find('{', at)) != std::string::npos; ++at)
        if (const auto end = words.find('}', at); end != std::string::npos)
            names.insert(words.substr(at, end - at + 1));
    return names;
}

std::string listed(const std::set<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

// A name left out is a word lost; one that the program does not fill in would be printed with its braces.
void check_names(const std::string& key, const Text& own, const Text& built_in, Diagnostics& found) {
    const auto wanted = names_in(plain(built_in.find("en")->value));
    for (const auto& version : own.versions) {
        const auto written = names_in(plain(version.value));
        const std::string in = version.lang.empty() ? "" : " in '" + version.lang + "'";
        for (const auto& name : written)
            if (!wanted.contains(name))
                found.error(version.value.where, "label-name", "nothing stands for " + name + " in '" + key + "'" + in,
                            wanted.empty() ? "this label has no names in braces" : "it has " + listed(wanted));
        for (const auto& name : wanted)
            if (!written.contains(name))
                found.warning(version.value.where, "label-name", "the label '" + key + "'" + in + " lacks " + name,
                              "write " + name + " where that belongs");
    }
}

}  // namespace

std::map<std::string, Text> read_labels(std::optional<FileId> own, SourceFiles& files, const Fields& fields,
                                        Diagnostics& found, yaml::KnownTrees* known) {
    // The sample project's file is the one that ships: no need to read it twice.
    std::map<std::string, Text> labels;
    const bool shipped = own && files.text(*own) == built_in_labels();
    const auto base = shipped ? *own : files.add(built_in_labels_file, std::string(built_in_labels()));
    for (auto& [key, text] : read_file(base, files, fields, found, known))
        labels.emplace(std::move(key.value), std::move(text));
    if (!own || shipped) return labels;
    const auto built_in = labels;
    for (const auto& [key, text] : read_file(*own, files, fields, found, known)) {
        if (const auto same = built_in.find(key.value); same == built_in.end())
            warn_of_unknown(key, built_in, found);
        else
            check_names(key.value, text, same->second, found);
        overlay(labels[key.value], text);
        if (!has_english(labels[key.value]))
            found.error(key.where, "label-language", "the label '" + key.value + "' has no English",
                        "add en: …; other languages fall back to it");
    }
    return labels;
}

}  // namespace brochure::content
