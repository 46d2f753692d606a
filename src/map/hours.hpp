#pragma once
#include <array>
#include <vector>

namespace brochure::map {

/// Minutes of a day, from 0 to 1440; `from` before `to`.
struct Span {
    int from = 0, to = 0;
    bool operator==(const Span&) const = default;
};

/// Hours of home's day in which people are up in both places, from 08 to 21: an hour counts if all of it does on both
/// clocks. `home` are those hours joined where they touch; `partner` the same times on the partner's clock.
struct HoursAwake {
    std::array<bool, 24> shared{};
    std::vector<Span> home, partner;
};

/// `offset`: the partner's clock minus home's, minutes.
HoursAwake hours_awake(int offset);

/// A time `offset` minutes after `minutes` on a clock, 0 to 1439.
int on_clock(int minutes, int offset);

}  // namespace brochure::map
