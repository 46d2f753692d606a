#pragma once
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "layout/draft.hpp"

namespace brochure::layout {

/// A way to set a section: a variant, perhaps in mirror image, and how many pages of continuation follow it.
struct Candidate {
    const design::Master* master = nullptr;
    bool flipped = false;
    double cost = 0;
    std::size_t pages = 1;  // continuation included
};

/// A text that no variant holds. Where its page comes to stand is known only when the sequence is.
struct Overset {
    SourcePosition where;
    std::string what, hint;  // "the text of goals", "the text of colima in the layout 'plate'"
    std::size_t lines = 0;   // too many
    std::size_t page = 0;    // of the section, from 0
};

/// A variant that cannot stand, and why.
struct Refusal {
    const design::Master* master = nullptr;
    std::string why;
    std::size_t faults = 0, left_over = 0;
    bool other_count = false;       // it is made for another number of partners
    std::optional<double> few_ppi;  // a photo would have only so many pixels per inch
};

/// A section on its way onto pages.
struct Part {
    Subject subject;
    const design::SectionRule* rule = nullptr;
    Fields fields;
    std::unique_ptr<Workshop> workshop;
    std::vector<Candidate> candidates;
    std::vector<Refusal> refused;
    std::optional<Overset> overset;  // `candidates` then has the one that holds most
    Diagnostics found;
    std::string explained;
    bool at_left = false;  // faces the same in the second language
};

/// What all sections of one publication share. Borrowed.
struct Plan {
    const Sources& sources;
    const Sources& second;  // the same in the second language, if there is one
    const design::Design& design;
    const design::Format& format;
    text::Fonts& fonts;
    const Sources& of(const Subject& subject) const { return subject.second ? second : sources; }
    std::set<std::string> single;              // kinds whose sections take `otherwise` in place of `variants`
    std::map<std::string, std::size_t> kinds;  // sections of each kind
    std::map<std::string, SourceSet> shown;    // by kind: what their masters ask for
    std::map<std::string, Fields> shared;      // by kind: what the pages of persons have in common
};

Setting setting_of(const Plan& plan, Part& part, const Candidate& candidate, bool recto);

/// Fills `part.candidates` with every variant that can stand; without any, `part.found` has an error that says why, or
/// `part.overset` what does not fit.
void try_variants(const Plan& plan, Part& part);

/// A photo that the chosen variant leaves out, or prints smaller because it has too few pixels for the others, is told
/// of: text that goes with it, or its shape, can be the reason too.
void warn_of_photo(const Part& part, const design::Master& chosen, Diagnostics& found);

/// Sets the candidate, and its continuation pages, on a page whose side is `recto`.
std::vector<Draft> set_candidate(const Plan& plan, Part& part, const Candidate& candidate, bool recto,
                                 const Level& level, bool draw);

}  // namespace brochure::layout
