#include "layout/sequence.hpp"

#include <array>
#include <limits>

namespace brochure::layout {
namespace {

constexpr double fill_cost = 2.5;       // a fill page is dearer than a second-best variant
constexpr double stray_cost = 0.5;      // one that faces the page of a city it has nothing to say about
constexpr double same_side_cost = 1.0;  // two mirrored spreads in a row that look the same way
constexpr double never = std::numeric_limits<double>::infinity();

struct State {
    int page = 0, mirrored = 0;
};  // page: modulo 4; mirrored: 0 none yet, 1 plain, 2 flipped
constexpr int states = 12;
constexpr int index_of(State s) {
    return s.page * 3 + s.mirrored;
}
constexpr State state_at(int index) {
    return {index / 3, index % 3};
}

struct Step {
    double cost = never;
    int from = -1, candidate = -1, fills = 0;
};
using Row = std::array<Step, states>;

// Fill pages needed so that the candidate may begin when `page` pages (modulo 4) are full.
int fills_before(const Candidate& candidate, int page, bool facing, bool left, bool must_end) {
    for (int fills = 0; fills < 4; ++fills) {
        const int at = (page + fills) % 4;
        const bool recto = at % 2 == 0;
        if (facing && (left || candidate.master->spread) && recto) continue;
        if (facing && candidate.master->recto && *candidate.master->recto != recto) continue;
        if (must_end && (at + static_cast<int>(candidate.pages)) % 4 != 0) continue;
        return fills;
    }
    return -1;
}

State state_after(const Candidate& candidate, State state, int fills) {
    const int mirrored = !candidate.master->mirror ? state.mirrored : candidate.flipped ? 2 : 1;
    return {(state.page + fills + static_cast<int>(candidate.pages)) % 4, mirrored};
}

double side_cost(const Candidate& candidate, State state) {
    if (!candidate.master->mirror) return 0;
    const int side = candidate.flipped ? 2 : 1;
    if (state.mirrored == side) return same_side_cost;
    return state.mirrored == 0 && side == 2 ? same_side_cost / 2 : 0;  // the first picture stands on a verso
}

Row next_row(const Part& part, const Row& before, bool facing, bool must_end, bool after_city) {
    Row row;
    for (int from = 0; from < states; ++from) {
        if (before[static_cast<std::size_t>(from)].cost == never) continue;
        const State state = state_at(from);
        for (std::size_t c = 0; c < part.candidates.size(); ++c) {
            const auto& candidate = part.candidates[c];
            const int least = fills_before(candidate, state.page, facing, part.at_left, must_end);
            if (least < 0) continue;
            // A fill page may face the single page of the city whose way it shows.
            const bool may_face = facing && part.subject.city && candidate.pages == 1 && !candidate.master->recto &&
                                  (state.page + least) % 4 % 2 == 1;
            for (int fills = least; fills <= least + (may_face ? 1 : 0); ++fills) {
                const bool stray = facing && fills > 0 && after_city && state.page % 2 == 0;
                const State to = state_after(candidate, state, fills);
                const double cost = before[static_cast<std::size_t>(from)].cost + candidate.cost + fill_cost * fills +
                                    (stray ? stray_cost : 0) + side_cost(candidate, state);
                Step& step = row[static_cast<std::size_t>(index_of(to))];
                if (cost < step.cost - 1e-9) step = {cost, from, static_cast<int>(c), fills};
            }
        }
    }
    return row;
}

}  // namespace

std::vector<Placement> choose_sequence(const std::vector<Part>& parts, bool facing, bool saddle_stitch,
                                       bool ends_with_back) {
    std::vector<Row> rows(parts.size() + 1);
    rows[0][0].cost = 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        rows[i + 1] = next_row(parts[i], rows[i], facing, saddle_stitch && ends_with_back && i + 1 == parts.size(),
                               i > 0 && parts[i - 1].subject.city);
    int at = -1;
    for (int s = 0; s < states; ++s)
        if (rows.back()[static_cast<std::size_t>(s)].cost <
            (at < 0 ? never : rows.back()[static_cast<std::size_t>(at)].cost))
            at = s;
    if (at < 0) return {};
    std::vector<const Step*> path(parts.size());
    for (std::size_t i = parts.size(); i-- > 0;) {
        path[i] = &rows[i + 1][static_cast<std::size_t>(at)];
        at = path[i]->from;
    }
    std::vector<Placement> placed;
    std::size_t page = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (int f = 0; f < path[i]->fills; ++f) placed.push_back({std::nullopt, {}, page++, {}});
        const auto& candidate = parts[i].candidates[static_cast<std::size_t>(path[i]->candidate)];
        placed.push_back({i, candidate, page, {}});
        page += candidate.pages;
    }
    while (saddle_stitch && page % 4 != 0) placed.push_back({std::nullopt, {}, page++, {}});
    return placed;
}

}  // namespace brochure::layout
