// Any bytes as a content file, or as a text with markup, give content or faults that have a place in the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "content/check.hpp"
#include "content/fields.hpp"
#include "content/markup.hpp"
#include "yaml/node.hpp"

using namespace brochure;

namespace {

void require(bool promise) {
    if (!promise) std::abort();
}

void fuzz_markup(std::string_view text) {
    for (const auto allowed : {content::Markup::blocks, content::Markup::line, content::Markup::lines}) {
        content::RichText into;
        Diagnostics found;
        const auto locate = [&](std::size_t offset) {
            require(offset <= text.size());
            return SourcePosition{};
        };
        const bool good = content::read_markup(text, allowed, locate, into, found);
        require(good == !found.has_errors());
        for (const auto& block : into.blocks) require(!block.spans.empty());
        (void)content::plain(into);
    }
}

template <class R>
void read_file(FileId file, const SourceFiles& files, const yaml::Table<R>& table, R& into, Diagnostics& found) {
    if (const auto node = yaml::parse(file, files, found)) yaml::read_record(*node, table, into, found);
}

// As content::read does, but without the labels that ship, which would be most of the work.
void fuzz_file(unsigned kind, std::string text) {
    static SourceFiles files;  // the tables look into it, and making them is most of the work
    static const content::Fields fields(files);
    files = SourceFiles{};
    Diagnostics found;
    const auto file = files.add("content/x.yaml", std::move(text));
    content::Content content;
    content::OrganisationFile organisation;
    content::PublicationsFile publications;
    content::LabelsFile labels;
    if (kind == 0) read_file(file, files, fields.city_file, content.cities.emplace_back(), found);
    if (kind == 1) read_file(file, files, fields.organisation_file, organisation, found);
    if (kind == 2) read_file(file, files, fields.publications_file, publications, found);
    if (kind == 3) read_file(file, files, fields.labels_file, labels, found);
    content.organisation = std::move(organisation.organisation);
    for (auto& [name, publication] : publications) {
        publication.name = std::move(name);
        content.publications.push_back(std::move(publication));
    }
    content::check(content, organisation.order, files, found);
    for (const auto& each : found.all()) {
        require(each.where.line >= 1 && each.where.column >= 1);
        require(!each.text.empty() && !each.rule.empty());
    }
}

}  // namespace

// The first byte says what the rest is: a city, the organisation, publications, labels, or the text of a field.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto kind = data[0] % 5u;
    std::string text(data + 1, data + size);
    if (kind == 4)
        fuzz_markup(text);
    else
        fuzz_file(kind, std::move(text));
    return 0;
}
