#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "text/paragraph.hpp"

namespace brochure::text {

/// Everything that the lines of a paragraph depend on but the fonts and the program: its spans and their styles, and
/// the measure. Where it was written has no say.
std::string packed_question(std::span<const Span> spans, Length size, const Measure& measure);

/// Lines as bytes, with what was `found` when they were broken. A face is kept as the number that `number_of` gives it,
/// a place as the span that was written there; empty when that is not the only one written there, and for findings that
/// are no plain warnings.
std::optional<std::string> packed(const std::vector<Line>& lines, const Diagnostics& found, std::span<const Span> spans,
                                  const std::function<std::uint64_t(FaceId)>& number_of);
/// The lines again, for spans that ask the same question, and into `found` what was found; empty when the bytes are not
/// lines.
std::optional<std::vector<Line>> unpacked(std::string_view bytes, std::span<const Span> spans,
                                          const std::function<FaceId(std::uint64_t)>& face_of, Diagnostics& found);

}  // namespace brochure::text
