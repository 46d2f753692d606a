#include <algorithm>
#include <array>
#include <cmath>

#include "map/labels.hpp"

namespace brochure::map {
namespace {

class Foremost {
public:
    Foremost(std::span<const std::vector<Label>> names, const Obstacles& obstacles, std::span<const Point> neighbours)
        : names_{names}, obstacles_{obstacles}, neighbours_{neighbours} {}

    ForemostLabels place() {
        std::vector<bool> dropped(neighbours_.size(), false);
        for (;;) {
            auto all = with(dropped);
            const auto missing = first_missing(all);
            if (!missing) return all;
            const auto order = nearest_first(names_[*missing].front().at, dropped);
            if (order.empty()) return all;
            for (const std::size_t alone : order) {
                auto fewer = dropped;
                fewer[alone] = true;
                if (auto found = with(fewer); !first_missing(found)) return found;
            }
            dropped[order.front()] = true;
        }
    }

private:
    ForemostLabels with(const std::vector<bool>& dropped) const {
        ForemostLabels all{{}, {}, dropped};
        Obstacles around = obstacles_;
        for (std::size_t i = 0; i < neighbours_.size(); ++i)
            if (!dropped[i]) around.points.push_back(neighbours_[i]);
        for (const auto& forms : names_) place_one(forms, around, all);
        return all;
    }

    static void place_one(const std::vector<Label>& forms, Obstacles& around, ForemostLabels& all) {
        all.forms.push_back(0);
        auto& at = all.placed.baselines.emplace_back();
        for (const bool led : {false, true})
            for (std::size_t form = 0; form < forms.size() && !at; ++form) {
                const std::array<Label, 1> label{forms[form]};
                PlacedLabels found =
                    led ? place_with_leaders(label, around) : PlacedLabels{place_labels(label, around), {}};
                at = found.baselines.front();
                if (!at) continue;
                all.forms.back() = form;
                around.boxes.push_back(ink_of(*at, label.front()));
                for (auto& leader : found.leaders) {
                    around.arcs.push_back(leader);
                    all.placed.leaders.push_back(std::move(leader));
                }
            }
    }

    static std::optional<std::size_t> first_missing(const ForemostLabels& all) {
        const auto& at = all.placed.baselines;
        const auto missing = std::find(at.begin(), at.end(), std::nullopt);
        return missing == at.end() ? std::nullopt : std::optional<std::size_t>(missing - at.begin());
    }

    std::vector<std::size_t> nearest_first(const Point& place, const std::vector<bool>& dropped) const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < neighbours_.size(); ++i)
            if (!dropped[i]) order.push_back(i);
        const auto away = [&](std::size_t i) {
            return std::hypot((neighbours_[i].x - place.x).pt(), (neighbours_[i].y - place.y).pt());
        };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return away(a) < away(b); });
        return order;
    }

    std::span<const std::vector<Label>> names_;
    const Obstacles& obstacles_;
    std::span<const Point> neighbours_;
};

}  // namespace

ForemostLabels place_foremost(std::span<const std::vector<Label>> names, const Obstacles& obstacles,
                              std::span<const Point> neighbours) {
    return Foremost{names, obstacles, neighbours}.place();
}

}  // namespace brochure::map
