#include <algorithm>
#include <unordered_map>

#include "base/parallel.hpp"
#include "content/check.hpp"
#include "content/content.hpp"
#include "content/fields.hpp"
#include "content/labels.hpp"
#include "content/project_files.hpp"
#include "content/visit_documents.hpp"
#include "content/visit_read.hpp"
#include "content/visit_view.hpp"
#include "yaml/node.hpp"

namespace brochure::content {

namespace {

// What every file is read with.
struct Reading {
    const SourceFiles& files;
    const Fields& fields;
    yaml::KnownTrees* known;
};

template <class R>
void read_file(FileId file, const Reading& reading, const yaml::Table<R>& table, R& into, Diagnostics& found) {
    if (const auto node = yaml::parse(file, reading.files, found, {}, reading.known))
        yaml::read_record(*node, table, into, found);
}

// Each file on its own, so that they can be read on several threads; faults come in the order of the files.
std::vector<City> read_cities(const std::vector<FileId>& list, const Reading& reading, int cores, Diagnostics& found) {
    std::vector<City> cities(list.size());
    std::vector<Diagnostics> faults(list.size());
    parallel_for(list.size(), threads_for(list.size(), cores), [&](std::size_t i) {
        read_file(list[i], reading, reading.fields.city_file, cities[i], faults[i]);
        cities[i].slug = slug_of(reading.files.path(list[i]));
        cities[i].where.file = list[i];
    });
    for (auto& each : faults) found.take(std::move(each));
    return cities;
}

// Those of `order` first, in its order; the others follow by file name.
void sort_cities(std::vector<City>& cities, const std::vector<Located<std::string>>& order) {
    std::unordered_map<std::string_view, std::size_t> rank;
    for (const auto& each : order) rank.try_emplace(each.value, rank.size());
    const auto earlier = [&](const City& a, const City& b) {
        const auto of = [&](const City& city) {
            const auto at = rank.find(city.slug);
            return at == rank.end() ? rank.size() : at->second;
        };
        const auto first = of(a), second = of(b);
        return first != second ? first < second : a.slug < b.slug;
    };
    // Mostly they are in order, as their files were; sorting would move them all there and back.
    if (!std::is_sorted(cities.begin(), cities.end(), earlier)) std::stable_sort(cities.begin(), cities.end(), earlier);
}

void read_publications(FileId file, const Reading& reading, Content& content, Diagnostics& found) {
    const auto before = found.count(Severity::error);
    PublicationsFile list;
    read_file(file, reading, reading.fields.publications_file, list, found);
    if (list.empty() && found.count(Severity::error) == before)
        found.warning({file, 1, 1}, "no-publication", "no publication stands here: nothing is made",
                      "copy that of the sample project and change it");
    content.publications.reserve(list.size());
    for (auto& [name, publication] : list) {
        publication.name = std::move(name);
        content.publications.push_back(std::move(publication));
    }
}

void report_missing(const ProjectFiles& project, Diagnostics& found) {
    if (!project.organisation)
        found.error({}, "missing-file", "there is no content/organisation.yaml",
                    "copy the one of the sample project and change it");
    if (!project.publications)
        found.error({}, "missing-file", "there is no content/publications.yaml",
                    "copy the one of the sample project and change it");
    if (project.cities.empty())
        found.note({}, "still-to-fill-in", "still to fill in: a file in content/cities/ for each partner city");
}

}  // namespace

Content read(const std::filesystem::path& project, SourceFiles& files, int cores, Diagnostics& found,
             yaml::KnownTrees* known) {
    const auto before = found.count(Severity::error);
    const auto list = find_files(project, files, cores, found);
    if (found.count(Severity::error) == before) report_missing(list, found);
    return read(list, files, cores, found, known);
}

Content read(const ProjectFiles& list, SourceFiles& files, int cores, Diagnostics& found, yaml::KnownTrees* known) {
    Content content;
    const Fields fields(files);
    content.labels = read_labels(list.labels, files, fields, found, known);
    const Reading reading{files, fields, known};
    OrganisationFile organisation;
    if (list.organisation) {
        read_file(*list.organisation, reading, fields.organisation_file, organisation, found);
        organisation.organisation.where = {*list.organisation, 1, 1};
    }
    content.organisation = std::move(organisation.organisation);
    content.cities = read_cities(list.cities, reading, cores, found);
    sort_cities(content.cities, organisation.order);
    if (list.publications) read_publications(*list.publications, reading, content, found);
    content.visits = read_visits(list.visits, files, fields, found, known);
    check(content, organisation.order, files, found);
    for (const auto& visit : content.visits)
        for (auto& document : documents_of(visit, content.labels)) content.publications.push_back(std::move(document));
    return content;
}

}  // namespace brochure::content
