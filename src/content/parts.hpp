#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/source.hpp"
#include "content/rich_text.hpp"

/// Values that the organisation, its cities and its visits have in common.
namespace brochure::content {

/// Degrees north and east, WGS84.
struct Coordinates {
    double latitude = 0, longitude = 0;
};

/// A picture file and what is known of it. Fractions count from the top left of the picture as seen.
struct Photo {
    enum class Kind { photograph, illustration };
    Located<std::string> file;  // relative to `images/`
    Kind kind = Kind::photograph;
    Text alt, caption;
    bool decorative = false;               // it tells a reader nothing, and is passed over when the page is read aloud
    bool minors = false, consent = false;  // it shows people under age; those who may have agreed that it is shown
    std::optional<Located<std::string>> credit, licence;
    std::array<double, 2> focus{0.5, 0.42};  // DESIGN 9: the default focal point
    std::optional<Region> protect, usable;
    std::vector<Region> whole;  // what a crop shows whole or not at all, where it can
    SourcePosition where;
};

struct Fact {
    Text label, value;
    std::optional<Located<std::string>> source;
    SourcePosition where;
};

}  // namespace brochure::content
