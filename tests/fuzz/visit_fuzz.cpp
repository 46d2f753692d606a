// Any bytes as a visit, or as a table of people or of a programme beside one, give a visit or faults that have a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "content/check.hpp"
#include "content/fields.hpp"
#include "content/visit_csv.hpp"
#include "content/visit_read.hpp"
#include "content/visit_view.hpp"

using namespace brochure;

namespace {

void require(bool promise) {
    if (!promise) std::abort();
}

const std::string frame =
    "visit:\n  title: T\n  dates: {from: 2027-03-13, to: 2027-03-15}\n  host: home\n  guest: home\n  languages: [en, "
    "ja]\n";

void check_places(const Diagnostics& found, const SourceFiles& files) {
    for (const auto& each : found.all()) {
        require(each.where.line >= 1 && each.where.column >= 1);
        require(each.where.file.index < static_cast<int>(files.size()));
        require(!each.text.empty() && !each.rule.empty());
    }
}

}  // namespace

// The first byte says what the rest is: a visit, a table of people, a table of a programme.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto kind = data[0] % 3u;
    std::string text(data + 1, data + size);
    static SourceFiles files;  // the tables look into it, and making them is most of the work
    static const content::Fields fields(files);
    files = SourceFiles{};
    Diagnostics found;
    const auto yaml = files.add("content/visits/x.yaml", kind == 0   ? text
                                                         : kind == 1 ? frame + "  people: x.csv\n"
                                                                     : frame + "  itinerary: x.csv\n");
    const auto csv = files.add("content/visits/x.csv", text);
    content::Content content;
    content.organisation.home.zone = {"America/Chicago", {}};
    content.visits = content::read_visits({yaml}, files, fields, found);
    content::check(content, {}, files, found);
    check_places(found, files);
    for (const auto level : {content::Level::anybody, content::Level::host})
        for (const auto& visit : content.visits) (void)content::visit_for(visit, level);
    if (const auto table = content::read_csv(csv, files, found))
        for (const auto& row : table->rows) require(row.size() <= table->head.size());
    return 0;
}
