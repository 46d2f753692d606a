#pragma once
#include <string>

#include "pdf/haru.hpp"
#include "pdf/pdf.hpp"

/// What PDF/X asks for beyond what every file has (ISO 15930-7:2010 for X-4, ISO 15930-4:2003 for X-1a).
namespace brochure::pdf {

/// Of the header line: 16 for X-4, 14 for X-1a.
int version_of(const Print& print);

/// An `rdf:Description` that names the standard and says that nothing is trapped.
std::string print_xmp(const Print& print);

/// Entries of the document information.
std::string print_info(const Print& print);

/// The output intent, as an entry of the catalogue. `shared`: may be null.
std::string add_print_intent(const Print& print, SharedParts* shared, HaruDocument& document);

/// The colour space of marks that stand on every plate (ISO 32000-1, 8.6.6.4), as an entry of a page's resources.
inline constexpr const char* registration_space =
    "/ColorSpace<</All[/Separation/All/DeviceCMYK"
    "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]>>";

}  // namespace brochure::pdf
