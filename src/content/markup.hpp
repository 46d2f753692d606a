#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "content/rich_text.hpp"

/// The markup inside a YAML string -> `RichText`. Text without any is read by `read_plain`, the rest by md4c.
namespace brochure::content {

/// What a text may consist of: paragraphs, lists and headings; one paragraph; or lines, each kept as it is written
/// (an address, a cover title).
enum class Markup { blocks, line, lines };

/// Where the character at a byte offset of the string was written.
using Locate = std::function<SourcePosition(std::size_t offset)>;

/// Reads `text`, UTF-8 with '\n' line ends. Line breaks are spaces, but for `Markup::lines`, and nothing at all between
/// two characters of Chinese or Japanese. Faults: raw HTML, pictures, tables, code, quotations, rules, link
/// definitions, links to anything but http, https, mailto and tel; blocks where only a line is wanted. False when there
/// was an error. Source: CommonMark 0.30, https://spec.commonmark.org/0.30/.
bool read_markup(std::string_view text, Markup allowed, const Locate& locate, RichText& into, Diagnostics& found);

/// Whether any character of `text` could be markup. Without one CommonMark and `read_plain` agree.
bool has_markup(std::string_view text);

/// Reads text without markup: paragraphs, separated by empty lines.
void read_plain(std::string_view text, Markup allowed, const Locate& locate, RichText& into);

/// Whether the break between two lines vanishes: `before` ends and `after` begins with a character of Chinese or
/// Japanese, which are written without spaces (CSS Text 3, 4.1.3).
bool joins_without_space(std::string_view before, std::string_view after);

/// The characters that "&name;", "&#1234;" or "&#x12AB;" stands for; empty when the name is not known here.
std::optional<std::string> entity(std::string_view written);

/// The address as it goes into a PDF, in ASCII; or empty, and `fault` says why it is refused.
std::optional<std::string> link_address(std::string_view written, std::string& fault);

}  // namespace brochure::content
