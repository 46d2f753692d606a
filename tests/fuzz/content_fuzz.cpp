// Any bytes as a content file, or as a text with markup, give content or faults that have a place in the file.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "content/markup.hpp"
#include "content/project_files.hpp"

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

void fuzz_file(unsigned kind, std::string text) {
    SourceFiles files;
    Diagnostics found;
    content::ProjectFiles list;
    constexpr const char* paths[] = {"content/cities/x.yaml", "content/organisation.yaml", "content/publications.yaml", "content/labels.yaml"};
    const auto file = files.add(paths[kind], std::move(text));
    if (kind == 0) list.cities.push_back(file);
    else if (kind == 1) list.organisation = file;
    else if (kind == 2) list.publications = file;
    else list.labels = file;
    const auto content = content::read(list, files, 1, found);
    for (const auto& each : found.all()) {
        require(each.where.line >= 1 && each.where.column >= 1);
        require(!each.text.empty() && !each.rule.empty());
    }
    require(content.cities.size() == list.cities.size());
}

}  // namespace

// The first byte says what the rest is: a city, the organisation, publications, labels, or the text of a field.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto kind = data[0] % 5u;
    std::string text(data + 1, data + size);
    if (kind == 4) fuzz_markup(text);
    else fuzz_file(kind, std::move(text));
    return 0;
}
