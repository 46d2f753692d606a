#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"

namespace brochure::cli {

/// What was found in composing one publication.
struct FoundIn {
    std::string publication;
    Diagnostics found;
};

/// Where publications are told different things by one rule about one place (a photo of 35 ppi here, of 33 there), each
/// text says which publication it speaks of. What they all are told alike stays as it is.
void tell_apart(std::vector<FoundIn>& all);

}  // namespace brochure::cli
