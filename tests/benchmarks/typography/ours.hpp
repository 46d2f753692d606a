#pragma once
#include <string>
#include <vector>

#include "design/style.hpp"
#include "scores.hpp"
#include "text/paragraph.hpp"

/// Our side: src/text's paragraphs, justified, with hyphens.
namespace brochure::typography {

enum class Rules {
    tex,   // what TeX weighs and nothing else
    house  // and one hyphen in a row, last lines not too short, no equal words down an edge
};

/// The style that is compared: Vollkorn Regular, nothing hangs, letters are never spaced.
design::Style justified_style(double size);

/// Sets a prepared paragraph in a measure (points).
std::vector<SetLine> set(const text::Prepared& paragraph, double measure, Rules rules);

/// The characters of a prepared paragraph, its quotes and spaces as they are printed, as TeX's input.
std::string for_tex(const text::Prepared& paragraph);

}  // namespace brochure::typography
