#pragma once
#include <array>
#include <string>
#include <vector>

#include "pdf/haru.hpp"
#include "prepress/prepress.hpp"

/// What a reader finds its way with. Each returns entries for the catalogue, or nothing.
namespace brochure::pdf {

/// The outline, nested by level, each entry with a place on a sheet. `pages[i]` is the page object of sheet i.
std::string add_outline(const prepress::Sheets& sheets, const std::vector<Ref>& pages, HaruDocument& document);

/// Page labels: successive numbers become ranges, other labels a range of their own.
std::string add_labels(const prepress::Sheets& sheets, HaruDocument& document);

/// Preferences that a viewer goes by: the title in its window, and how an office printer is preset: which edge the
/// paper is turned on, and no scaling, which would move the folds (ISO 32000-1, table 150).
std::string viewer_preferences(const prepress::Sheets& sheets);

/// What a link does: opens a web address, or leads to the page that "#page=4" names; empty if that is on no sheet.
std::string link_action(const prepress::Sheets& sheets, const std::vector<Ref>& pages, const std::string& url);

/// The entries of a link annotation with that action, said aloud as `words`.
std::string link_annotation(const std::array<double, 4>& rect, const std::string& action, const std::string& words,
                            int key);

/// An address in ASCII: what is outside it is percent-encoded (RFC 3986, 2.1).
std::string ascii_address(const std::string& url);

}  // namespace brochure::pdf
