#pragma once
#include <string_view>
#include <vector>

#include "text/opportunities.hpp"

namespace brochure::text {

/// Whether Latin text in a language breaks by UAX #14 without tailoring.
bool latin_rules_hold(std::string_view primary_language);

/// Replaces `out` by the places where plain Latin text may end a line, by those rules of UAX #14 that are the same in
/// Unicode 15.0 to 16.0 (ICU 72 to 76). False, and `out` is void, when the text holds a character or a neighbourhood
/// of characters that those rules do not settle: then ICU has to be asked.
bool latin_opportunities(std::string_view text, std::vector<Opportunity>& out);

}  // namespace brochure::text
