#pragma once
#include <map>
#include <string>

#include "layout/layout.hpp"

/// The publications whose pages are measured: those of the golden projects, and others made of their content by
/// changing it, so that every page and every variant of the specification's section 7 is there once.
namespace measured {

/// A publication to measure, and how it differs from its project's own.
struct Wanted {
    std::string project, publication;
    std::string city, format;           // of a handout; empty: the publication's own format
    std::vector<std::string> sections;  // empty: the publication's own
    void (*change)(brochure::content::Content&, brochure::layout::Photos&) = nullptr;
};

/// By the name that measures.txt gives them.
const std::map<std::string, Wanted>& publications();

/// Composes one; what was said about it is told if the test fails.
brochure::page::Publication composed(const Wanted& wanted);

}  // namespace measured
