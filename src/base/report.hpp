#pragma once
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace brochure {

enum class Colours { off, ansi };

/// For people: each finding as `path:line:column: error: text`, the source line, a caret below the place, and the hint.
///
///     content/cities/seika.yaml:4:3: error: unknown key 'contry' in 'city'
///       contry: JP
///       ^
///       hint: did you mean 'country'?
///
/// Tabs are shown as spaces up to the next multiple of eight, wide (CJK) characters count two columns, combining marks
/// none. A long line is cut around the place. Findings come sorted; "" when there are none.
std::string report_text(const Diagnostics& found, const SourceFiles& files, Colours colours = Colours::off);

/// For programs; the shape is kept (a new field may come, none goes):
/// {"version": 1, "diagnostics": [{"path", "line", "column", "severity", "rule", "text", "hint"}], "counts": {"error",
/// "warning", "note"}}. Without a file, path is "" and line and column are 0. A finding that is a measure has, as far
/// as known, "page" (from 1), "place" {"left", "top", "width", "height"} in points from the top left of that page's
/// trim, "measured", "limit" and their "unit"; in SARIF these are properties of the result.
std::string report_json(const Diagnostics& found, const SourceFiles& files);

/// SARIF 2.1.0 (OASIS), for code-review tools. `version`: of this program. Paths are relative URIs; columns count
/// code points.
std::string report_sarif(const Diagnostics& found, const SourceFiles& files, std::string_view version);

/// How many columns of a terminal `text` (UTF-8) takes: wide and full-width characters two, combining marks none.
int display_width(std::string_view text);

}  // namespace brochure
