#pragma once
#include <string>
#include <string_view>

/// Telephone numbers, by the numbering plans of all countries (libphonenumber).
namespace brochure::content {

/// A number with its country's code as ITU-T E.123 writes it for readers anywhere, "+1 405 325 1234", however it was
/// typed; one without that code, or of no country's plan (placeholders), as it was typed.
std::string written_telephone(const std::string& typed);

/// What is wrong with a number that has a country's code: "has too few digits for +33". Empty for one that can be, and
/// for placeholders, whose digits after the code are all noughts.
std::string telephone_fault(const std::string& typed);

}  // namespace brochure::content
