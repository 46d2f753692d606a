#pragma once
#include <string>

#include "content/content.hpp"

namespace brochure::content {

/// The public items of a visit's itinerary as a calendar file (iCalendar, RFC 5545): one event each, in UTC, with the
/// title in the visit's first language and in the others below it. Empty when nothing of it is public. The same visit
/// gives the same bytes: nothing in it comes from a clock.
std::string calendar_of(const Content& content, const Visit& visit);

}  // namespace brochure::content
