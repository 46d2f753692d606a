#pragma once
#include <vector>

#include "content/fields.hpp"
#include "content/visit.hpp"

namespace brochure::yaml {
class KnownTrees;
}
namespace brochure::content {

/// Reads the visits of these files. Texts without a language get the visit's first one, and records that call a place
/// get its name and address.
std::vector<Visit> read_visits(const std::vector<FileId>& list, const SourceFiles& files, const Fields& fields,
                               Diagnostics& found, yaml::KnownTrees* known = nullptr);

}  // namespace brochure::content
