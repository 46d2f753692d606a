#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "base/source.hpp"

namespace brochure::design {

/// An OpenType feature switched on or off, for example {"tnum", 1}.
struct Feature {
    std::string tag;
    std::uint32_t value = 1;
    bool operator==(const Feature&) const = default;
};

enum class Setting { ragged, justified, right, centred };
/// Whether a line may end on a short word that leads to the next: in titles on none of the text's language if there is
/// another good way, in names on none of any.
enum class Joiners { free, titles, names };

struct Hyphenation {
    bool on = false;
    Length below_measure = Length::from_pt(1e9);  // hyphenate only where the measure is narrower
    std::vector<std::string> always;              // languages that are hyphenated at every measure: de, nl, fi, hu
    int before = 4, after = 3;                    // letters kept before and after the hyphen
    int ladder = 1;                               // hyphens allowed in successive lines
    bool capitalised = false;                     // words with a capital too (German ones always)
};

/// How a paragraph is set: the terms of InDesign's paragraph style. `based-on` is already resolved.
struct Style {
    std::string name;
    std::string based_on;  // for reports only
    // characters
    std::string family = "text";  // a family of fonts/fonts.yaml
    int weight = 400;             // 100 to 900, as in CSS
    bool italic = false;
    Length size = Length::from_pt(9.25);
    Length leading = Length::from_pt(12);
    double tracking = 0;  // 1/1000 em
    std::vector<Feature> features;
    bool capitals = false;  // set in capitals, by the rules of the language
    std::string swatch = "ink";
    // lines
    Setting setting = Setting::ragged;
    Hyphenation hyphenation;
    bool hang = true;           // punctuation hangs at the left edge (and right, when justified)
    double optical_shift = 0;   // em the line moves left, for display sizes
    int last_line_words = 2;    // fewest words in a last line, where the paragraph has another way
    double last_line_em = 2.5;  // and its least width
    Joiners keep_joiners = Joiners::free;
    double word_space_min = 0.8, word_space_max = 1.33;  // of the font's own, when justified
    double letter_space_max = 0.0;                       // 1/1000 em that justified lines may add
    // paragraphs
    Length indent;                      // first line of every paragraph but the first of a flow
    Length space_before;                // least distance from the last baseline before, beyond the leading
    Length space_between;               // between two paragraphs of this style, beyond the leading
    Length snap = Length::from_pt(12);  // first baselines stand on multiples of this
    int orphans = 2, widows = 2;
    int keep_with_next = 0;  // lines of what follows that must share the column
    // fitting
    std::vector<Length> sizes;     // tried from the largest: the first that fits on one line is taken
    std::vector<Length> leadings;  // one for each size, or empty: `leading` for all
    Length two_line_leading;       // when even the smallest needs two lines
    SourcePosition where;
};

}  // namespace brochure::design
