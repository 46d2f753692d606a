#pragma once
#include <functional>
#include <string>
#include <vector>

#include "map/hours.hpp"

namespace brochure::layout {

/// "07", or "07:30" where minutes count. `minutes`: since midnight.
std::string clock_digits(int minutes, bool with_minutes);

/// "07–08 and 14–22", with the dash of `lang`; `join` makes one text of two.
std::string hour_spans(const std::vector<map::Span>& all, bool with_minutes, const std::string& lang,
                       const std::function<std::string(const std::string&, const std::string&)>& join);

}  // namespace brochure::layout
