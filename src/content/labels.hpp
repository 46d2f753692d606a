#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "content/fields.hpp"

namespace brochure::content {

/// `content/labels.yaml` as it ships with the program.
std::string_view built_in_labels();
/// What a report calls it.
inline constexpr const char* built_in_labels_file = "(built in) content/labels.yaml";

/// The labels of the program, overlaid by the project's own. A label that the program does not know is a warning, one
/// without English an error.
std::map<std::string, Text> read_labels(std::optional<FileId> own, SourceFiles& files, const Fields& fields,
                                        Diagnostics& found, yaml::KnownTrees* known = nullptr);

}  // namespace brochure::content
