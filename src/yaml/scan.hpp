#pragma once
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "yaml/node.hpp"

namespace brochure::yaml {

/// A file's text made ready for the parser: valid UTF-8 without a byte-order mark or control characters, every line
/// ending in '\n'. Offsets in it count lines and columns as an editor does.
class CleanText {
public:
    /// Checks the text of `file`: size, UTF-8, control characters. False after reporting why it cannot be parsed.
    bool prepare(FileId file, const SourceFiles& files, const Limits& limits, Diagnostics& found);
    std::string_view text() const { return text_; }

    /// The position of byte `offset`. Fast when called with growing offsets, as a parser does.
    SourcePosition position(std::size_t offset);

private:
    FileId file_;
    std::string_view text_;
    std::string converted_;  // only when the file has '\r'
    bool ascii_ = true;
    std::size_t at_ = 0, line_start_ = 0;  // where the last answer stood
    int line_ = 1, column_ = 1;
};

/// "U+0007" for the first control character of `text` but tab and line ends, which nobody can print; else empty.
std::string control_character_in(std::string_view text);

}  // namespace brochure::yaml
