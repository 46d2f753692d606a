#include "content/visit_walk.hpp"

namespace brochure::content {

std::vector<const Photo*> pictures_of(const Visit& visit) {
    std::vector<const Photo*> all;
    const auto add = [&](const std::optional<Photo>& photo) {
        if (photo) all.push_back(&*photo);
    };
    add(visit.photo);
    if (visit.welcome) {
        add(visit.welcome->portrait);
        add(visit.welcome->signature);
    }
    for (const auto& each : visit.people) add(each.photo);
    return all;
}

std::vector<std::string> zones_of(const Visit& visit) {
    std::vector<std::string> all;
    for (const auto& each : visit.itinerary)
        if (each.zone) all.push_back(each.zone->value);
    for (const auto& flight : visit.flights)
        for (const auto& leg : flight.legs)
            for (const auto* stop : {&leg.from, &leg.to}) all.push_back(stop->zone.value);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace brochure::content
