#pragma once
#include <string_view>

#include "text/missing.hpp"
#include "text/prepare.hpp"

namespace brochure::text {

/// The long way: scripts, bidirectional levels (UAX #9) and a face for each grapheme cluster, by ICU.
void itemise_mixed(Prepared::Implementation& paragraph, MissingCharacters& missing);

/// Whether the language is written from right to left (the scripts of ar, he, fa, ur, yi, ...).
bool is_right_to_left(std::string_view lang);

/// Whether letters of the script join, so that nothing may come between them.
bool is_joined(hb_script_t script);

}  // namespace brochure::text
