#pragma once
#include "map/drawing.hpp"

namespace brochure::map {

/// A clock face: hour marks and the two hands, as lines from the middle outwards.
struct ClockFace {
    Line hour_hand, minute_hand;
    std::vector<Line> hours;  // twelve, that of 12 o'clock first
};

/// `minutes` of the day, shown on a face of this diameter. Hands reach 0.52 and 0.8 of the radius.
ClockFace clock_face(Point middle, Length diameter, int minutes);

/// Where a place stands whose clock is `offset` minutes ahead of home's when home's shows `minutes`: -1 the day before,
/// 0 home's day, 1 the day after.
int day_difference(int minutes, int offset);

}  // namespace brochure::map
