#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// SVG drawings are read over before they are drawn: how much work they make, and what they hold that no logo may.
/// Tags are counted as XML 1.0 writes them; that the file is an SVG in every other respect is the drawing library's
/// business.
namespace brochure::image {

/// Why a drawing is not to be drawn. `what` ends the sentence "logo 'a.svg' ...".
struct SvgFault {
    std::string rule, what, hint;
};

/// A start tag. Entities of the file's own are put in; `empty`: it has no end tag.
struct SvgTag {
    std::string_view name;  // without prefix; views into the file
    std::vector<std::pair<std::string, std::string>> attributes;
    bool empty = false;
};

/// What is told of a file while its tags go by. Any of them may give a fault, which ends the reading.
class SvgListener {
public:
    virtual ~SvgListener() = default;
    virtual std::optional<SvgFault> open(const SvgTag& tag) = 0;
    virtual std::optional<SvgFault> close() = 0;
    virtual std::optional<SvgFault> text(std::string_view words) = 0;  // of the element that is open
};

/// Reads the tags of `file` once from front to back. A fault: one of the listener's; tags that do not match; an entity
/// or an attribute list that could hide tags.
std::optional<SvgFault> read_svg_tags(std::string_view file, SvgListener& listener);

/// What forbids to draw it: text (it needs fonts), pictures, filters, markers, anything outside the file, an element
/// that leads back to itself, or more work than a logo makes. None: drawing it is bounded in time and memory.
std::optional<SvgFault> svg_fault(std::string_view file);

}  // namespace brochure::image
