#pragma once
#include "design/font_manifest.hpp"
#include "yaml/record.hpp"

/// The field tables of fonts/fonts.yaml.
namespace brochure::design {

const yaml::Table<FontFamily>& family_table();
const yaml::Table<FontManifest>& manifest_table();

}  // namespace brochure::design
