#pragma once
#include <optional>
#include <string>

#include "content/content.hpp"

namespace brochure::content {

/// The public items of a visit's itinerary as a calendar file (iCalendar, RFC 5545): one event each, in UTC, with the
/// title in the visit's first language and in the others below it. Empty when nothing of it is public. The same visit
/// gives the same bytes: nothing in it comes from a clock. Each event is stamped (DTSTAMP) with the visit's `date`, or
/// with `day` ("2027-05-01") if it has none; without both the stamp is 2000-01-01, as that of files for print.
std::string calendar_of(const Content& content, const Visit& visit, const std::optional<std::string>& day = {});

}  // namespace brochure::content
