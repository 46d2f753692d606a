#pragma once
#include <string>
#include <string_view>

/// Words with a reading above them, as plain text holds them: Unicode's characters of interlinear annotation (The
/// Unicode Standard, 23.8) around base and reading. Nobody types them.
namespace brochure {

inline constexpr std::string_view annotation_begins = "\uFFF9", reading_begins = "\uFFFA", annotation_ends = "\uFFFB";

/// The words and their reading as one text; without a reading the words alone.
std::string annotated(std::string_view words, std::string_view reading);

/// The text without the readings in it.
std::string without_readings(std::string text);

/// "{精華町|せいかちょう}" as its author writes it, for words with at least one Chinese character: other braces stay.
std::string with_annotations(std::string text);

}  // namespace brochure
