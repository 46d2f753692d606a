#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <array>
#include <istream>
#include <streambuf>

#include "yaml/node.hpp"
#include "yaml/scan.hpp"
#include "yaml/tree_builder.hpp"

namespace brochure::yaml {

namespace {

// Lets yaml-cpp read the text where it lies.
class MemoryBuffer final : public std::streambuf {
public:
    explicit MemoryBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());       // streambuf wants char*, and only reads
        setg(begin, begin, begin + text.size());
    }
};

struct Wording {
    std::string_view theirs, ours, hint;
};

// yaml-cpp speaks of its own workings; the author needs to hear what to look for.
constexpr std::array wordings{
    Wording{"illegal map value", "a colon that cannot stand here",
            "is the line before complete, and this one indented like its neighbours? a text with ': ' goes into quotation marks"},
    Wording{"illegal map key", "a key that cannot stand here", "is the line indented like its neighbours?"},
    Wording{"illegal block entry", "a list item ('- ') that cannot stand here",
            "is the line indented like the other items? a list starts on the line after its key"},
    Wording{"end of map not found", "this line belongs neither to the map above nor to a new one",
            "every line is 'key: value' with a space after the colon, indented like its neighbours"},
    Wording{"end of sequence not found", "this line belongs neither to the list above nor to a new one",
            "every item starts with '- ', indented like its neighbours"},
    Wording{"end of map flow not found", "a '{' is never closed, or a ',' is missing between two entries", "add '}' or ','"},
    Wording{"end of sequence flow not found", "a '[' is never closed, or a ',' is missing between two items", "add ']' or ','"},
    Wording{"illegal flow end", "a ']' or '}' that nothing opened", "remove it, or put the text into quotation marks"},
    Wording{"illegal EOF in scalar", "a quotation mark is never closed", "add it at the end of the text"},
    Wording{"illegal document indicator in scalar", "a quotation mark is not closed before '---' or '...'", {}},
    Wording{"unknown escape character", "an unknown escape after '\\'",
            "in double quotation marks write \\\\ for a backslash, or use single quotation marks"},
    Wording{"bad character found while scanning hex number", "this is not a hexadecimal number", {}},
    Wording{"invalid unicode", "there is no such character", {}},
    Wording{"unknown token", "a text cannot start with this character", "put the text into quotation marks"},
    Wording{"the referenced anchor is not defined", "this alias names nothing that stands before it",
            "a text that starts with '*' goes into quotation marks"},
    Wording{"alias not found after *", "a '*' without a name", "a text that starts with '*' goes into quotation marks"},
    Wording{"anchor not found after &", "a '&' without a name", "a text that starts with '&' goes into quotation marks"},
    Wording{"unexpected character in block scalar", "nothing may follow '|' or '>' on their line",
            "start the text on the next line, indented"},
};

// The offset of a tab in the indentation of the line of `offset` or of one of the two above it, if there is one: what
// yaml-cpp then complains of is only the consequence.
std::optional<std::size_t> tab_before(std::string_view text, std::size_t offset) {
    std::size_t start = std::min(offset, text.size());
    for (int lines = 0; lines < 3; ++lines) {
        start = start == 0 ? 0 : text.rfind('\n', start - 1) + 1;      // npos + 1 is 0
        const auto end = text.find_first_not_of(" \t", start);
        const auto tab = text.find('\t', start);
        if (end != std::string_view::npos && text[end] != '\n' && tab < end) return tab;
        if (start == 0) break;
        --start;
    }
    return std::nullopt;
}

void report(const YAML::Exception& fault, CleanText& source, Diagnostics& found) {
    const bool placed = fault.mark.pos >= 0;
    const auto offset = placed ? static_cast<std::size_t>(fault.mark.pos) : source.text().size();
    if (const auto tab = tab_before(source.text(), offset)) {
        found.error(source.position(*tab), "tab-indentation", "a tab is used as indentation",
                    "YAML wants spaces: replace the tab, two spaces for each level");
        return;
    }
    for (const auto& each : wordings) {
        if (!fault.msg.starts_with(each.theirs)) continue;
        found.error(source.position(offset), "syntax", std::string(each.ours), std::string(each.hint));
        return;
    }
    found.error(source.position(offset), "syntax", "this is not YAML: " + fault.msg);
}

}  // namespace

std::optional<Node> parse(FileId file, const SourceFiles& files, Diagnostics& found, const Limits& limits) {
    CleanText source;
    if (!source.prepare(file, files, limits, found)) return std::nullopt;
    TreeBuilder builder{source, limits, found};
    try {
        MemoryBuffer buffer{source.text()};
        std::istream stream{&buffer};
        YAML::Parser parser{stream};
        while (parser.HandleNextDocument(builder)) {}
        Node root = builder.take();
        if (root.kind == Kind::null) root.where = {file, 1, 1};
        return root;
    } catch (const YAML::Exception& fault) {
        report(fault, source, found);
    } catch (const Stop&) {
        // reported where it was thrown
    } catch (const std::exception& fault) {
        found.failure("yaml", files.path(file) + ": cannot be parsed: " + fault.what());
    }
    return std::nullopt;
}

}  // namespace brochure::yaml
