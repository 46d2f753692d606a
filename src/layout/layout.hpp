#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "content/content.hpp"
#include "design/design.hpp"
#include "image/image.hpp"
#include "page/page.hpp"
#include "text/fonts.hpp"

/// layout: content + design -> pages. Chooses the master variant of each section, threads text through frames, keeps
/// the baseline grid, widows and orphans, running feet and folios. It writes no bytes.
namespace brochure::layout {

/// One file to be composed: a publication, and a city and language when it is made once for each.
struct Job {
    const content::Publication* publication = nullptr;
    const content::City* city = nullptr;  // for `for-each: city`
    std::string lang;
    std::string second_lang;  // of a publication whose sections stand in two languages; else empty
    // The large-print edition's: in place of the publication's own, whose binding and number of pages then say nothing.
    std::optional<Located<std::string>> format;
    bool screen_only = false;         // judges photos for the screen: 96 and 72 ppi instead of 250 and 150
    std::optional<std::string> date;  // of SOURCE_DATE_EPOCH, when the content gives none
    int cores = 1;
};

/// The photos of the project, probed, by the file name used in the content.
using Photos = std::map<std::string, image::Photo>;

struct Explained {
    std::string text;
};  // what --explain prints: section, variants, costs, why

/// Composes one publication. Empty when an error was found; `explained` is filled when given.
std::optional<page::Publication> compose(const content::Content& content, const design::Design& design, const Job& job,
                                         const Photos& photos, text::Fonts& fonts, Diagnostics& found,
                                         Explained* explained = nullptr);

/// Whether two jobs in this design come to the same pages, but for the publication's name. Told of large print alone,
/// whose own format makes the publications' sizes, bindings and numbers of pages mean nothing.
bool come_to_the_same(const content::Content& content, const design::Design& design, const Job& one, const Job& other);

}  // namespace brochure::layout
