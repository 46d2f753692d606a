#pragma once
#include <span>

#include "design/design.hpp"
#include "design/readers.hpp"
#include "yaml/record.hpp"

/// The field tables of a design file. Each decodes, validates and describes one record; the reference part of
/// content/designs/README.md is printed from them.
namespace brochure::design {

const yaml::Table<Swatch>& swatch_table();
const yaml::Table<Hyphenation>& hyphenation_table();
const yaml::Table<Style>& style_table();
const yaml::Table<Format>& format_table();
const yaml::Table<Panel>& panel_table();
const yaml::Table<Frame>& frame_table(FrameKind kind);
const yaml::Table<Master::Elastic>& elastic_table();
const yaml::Table<Master>& master_table();
const yaml::Table<SectionRule>& section_table();
const yaml::Table<Palette>& palette_table();
const yaml::Table<FlowRule>& flow_table();
const yaml::Table<LargePrint>& large_print_table();
const yaml::Table<Design>& design_table();

/// Every kind of frame, in the order of the manual.
std::span<const FrameKind> frame_kinds();
/// What a kind of frame is for, in one sentence.
std::string_view doc_of(FrameKind kind);
/// The kind that the keys of `frame` name, if any.
std::optional<FrameKind> kind_of(const yaml::Node& frame);

/// The frame keys that hold sums: "top", "y", "bottom", ...
std::span<const std::string_view> expression_keys();
Expression& expression_of(Frame& frame, std::string_view key);

/// Reads `styles:`, each after the style it is based on. Unknown bases and circles are errors.
bool read_styles(const yaml::Node& node, std::map<std::string, Style>& styles, Diagnostics& found);

}  // namespace brochure::design
