#pragma once
#include <string>
#include <utility>
#include <vector>

#include "content/content.hpp"
#include "yaml/record.hpp"

/// The fields of every record of the content, declared once: they decode it, check it and describe it.
namespace brochure::content {

/// `content/organisation.yaml`.
struct OrganisationFile {
    Organisation organisation;
    std::vector<Located<std::string>> order;  // of the cities, by slug
};

using PublicationsFile = std::vector<std::pair<Located<std::string>, Publication>>;
using LabelsFile = std::vector<std::pair<Located<std::string>, Text>>;

/// The tables, made once for a run: readers of texts look up places in `files`, which must outlive them.
/// Reading from several threads at once is safe.
struct Fields {
    explicit Fields(const SourceFiles& files);
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    yaml::Table<Photo> photo;
    yaml::Table<Photo> logo;
    yaml::Table<Fact> fact;
    yaml::Table<Nearby> nearby;
    yaml::Table<Phrase> phrase;
    yaml::Table<City> city;
    yaml::Table<City> city_file;
    yaml::Table<Place> home;
    yaml::Table<Section> about;
    yaml::Table<Section> mission;
    yaml::Table<Goals> goals;
    yaml::Table<Involve::Item> involve_item;
    yaml::Table<Involve> involve;
    yaml::Table<Figure> figure;
    yaml::Table<Contacts> contacts;
    yaml::Table<Person> person;
    yaml::Table<Organisation> organisation;
    yaml::Table<Organisation> cover;
    yaml::Table<OrganisationFile> cities;
    yaml::Table<OrganisationFile> organisation_file;
    yaml::Table<Publication> publication;
    yaml::Table<PublicationsFile> publications_file;
    yaml::Table<LabelsFile> labels_file;
};

/// The reference part of content/README.md, in Markdown, from the tables.
std::string reference();

}  // namespace brochure::content
