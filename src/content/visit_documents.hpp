#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "content/content.hpp"

/// What is made of a visit: a publication for each document, one for each language or pair of languages.
namespace brochure::content {

/// The kinds of document, which are also the sections that a design lays them out by.
inline constexpr std::array<std::string_view, 11> visit_documents{"programme", "welcome",     "participants", "facts",
                                                                  "phrases",   "emergency",   "contacts",     "badges",
                                                                  "tents",     "certificate", "briefing"};

/// Who a document is for. The briefing is for the hosts' staff and holds what is private; all others are handed to
/// guests.
Level audience_of(std::string_view document);

/// Whether a document is one for all, whatever they read: badges, tents.
bool is_for_everybody(std::string_view document);

/// Whether anybody of the visit has something to read in that document, in what `visit` holds.
bool has_document(const Visit& visit, std::string_view document);

/// The documents of a visit, "visit-seika-2027-programme-en+ja": those that it names, else all that are handed to
/// guests; of these the ones that there is something to say in. Titles come from the visit and from `labels`.
std::vector<Publication> documents_of(const Visit& visit, const std::map<std::string, Text>& labels);

}  // namespace brochure::content
