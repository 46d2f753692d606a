#pragma once
#include "content/printer.hpp"
#include "yaml/record.hpp"

namespace brochure::content {

/// The fields of a printer profile: of a file in content/printers/, and of a publication's `printer:`, which may also
/// be just the profile's name.
const yaml::Table<PrinterSettings>& printer_table();

}  // namespace brochure::content
