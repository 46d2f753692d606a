#pragma once
#include <optional>
#include <string>

#include "pdf/haru.hpp"
#include "pdf/pdf.hpp"

namespace brochure::pdf {

/// A date of ISO 8601, from "2026" to "2026-05-01T10:00:00+02:00", as PDF writes it: "D:20260501100000+02'00'". Empty
/// when it is none.
std::optional<std::string> pdf_date(const std::string& iso);

/// Sets the document information and adds the XMP metadata, both saying the same (title, author, subject, language,
/// producer, the standards that the target claims, and dates only when the publication has one). Returns the entries
/// for the catalogue. Comes after all other objects, since the document's identifier is in it. A press standard wants
/// dates: without one the day is 2000-01-01.
std::string add_metadata(const page::Publication& publication, const Target& target, HaruDocument& document);

/// An output intent: for the screen with an sRGB profile, which gives DeviceRGB a meaning; for print with the profile
/// of the press.
std::string add_output_intent(prepress::Edition edition, const Target& target, HaruDocument& document);

/// An sRGB profile (ICC.1:2004-10), the same bytes every day.
std::string srgb_profile();

}  // namespace brochure::pdf
