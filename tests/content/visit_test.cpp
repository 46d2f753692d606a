#include "content/visit.hpp"

#include "project.hpp"

using namespace brochure;
using content::Visit;

TEST_CASE("the sample's visit is read, each text in its languages") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 1, found);
    CHECK(told(found, files) == "");
    REQUIRE(content.visits.size() == 1);
    const Visit& visit = content.visits[0];
    CHECK(visit.slug == "seika-2027");
    CHECK(content::iso(visit.dates.from.value) == "2027-05-17");
    CHECK(visit.itinerary.size() == 12);
    CHECK(visit.people.size() == 18);
    const auto& reception = visit.itinerary[4];
    CHECK(plain(reception.title.find("ja")->value) == "歓迎会、記念品交換");
    CHECK(plain(reception.place->name.find("ja")->value) == "美術館");
    CHECK(reception.start->value == std::chrono::minutes{18 * 60 + 30});
    CHECK(reception.level == content::Level::anybody);
    CHECK(visit.itinerary[0].level == content::Level::delegation);
}
