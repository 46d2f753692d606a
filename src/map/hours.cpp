#include "map/hours.hpp"

namespace brochure::map {
namespace {

constexpr int hour = 60, day = 24 * hour;
constexpr int wakes = 8 * hour, sleeps = 21 * hour;  // DESIGN 7.5

bool awake(int from) {
    return from >= wakes && from + hour <= sleeps;
}

}  // namespace

int on_clock(int minutes, int offset) {
    return (((minutes + offset) % day) + day) % day;
}

HoursAwake hours_awake(int offset) {
    HoursAwake all;
    for (int h = 0; h < 24; ++h) {
        const int from = h * hour;
        if (!awake(from) || !awake(on_clock(from, offset))) continue;
        all.shared[static_cast<std::size_t>(h)] = true;
        if (all.home.empty() || all.home.back().to != from || all.partner.back().to != on_clock(from, offset)) {
            all.home.push_back({from, from});
            all.partner.push_back({on_clock(from, offset), on_clock(from, offset)});
        }
        all.home.back().to += hour;
        all.partner.back().to += hour;
    }
    return all;
}

}  // namespace brochure::map
