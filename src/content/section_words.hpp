#pragma once
#include <array>
#include <string_view>

namespace brochure::content {

/// The kinds of section that content can fill. Which of them a design has is for the layout to say.
inline constexpr std::array<std::string_view, 17> section_words{
    "cover",   "mission",      "about",           "figures",        "map",       "contents",
    "cities",  "goals",        "involve",         "contacts",       "directory", "programme",
    "handout", "handout-back", "leaflet-outside", "leaflet-inside", "back"};

}  // namespace brochure::content
