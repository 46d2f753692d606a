#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace brochure::yaml {

/// What is wrong with a text that yaml-cpp refuses or misreads, in the author's words.
struct Explanation {
    std::size_t offset = 0;  // of the place to show
    std::string rule, text, hint;
};

/// For yaml-cpp's `message` at `offset`. `last`: where the last value it understood starts.
Explanation explain(std::string_view text, std::string_view message, std::size_t offset, std::size_t last);

/// The end of the quoted scalar that starts at `offset`, just behind its closing quotation mark; empty when it has
/// none. yaml-cpp 0.7 takes an unclosed double quotation mark for one closed at the end of the file.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t offset);

/// How deep the brackets and braces go from the one at `offset`, and whether that one is closed again.
struct Brackets {
    std::size_t depth = 0;
    bool closed = false;
};
Brackets brackets_from(std::string_view text, std::size_t offset);

/// The offset of the last of more than `most` '[' or '{' with nothing but space between them: no text looks like that,
/// and yaml-cpp would read far ahead in it.
std::optional<std::size_t> opening_run(std::string_view text, std::size_t most);

/// The offset of a directive other than %YAML in front of the document, which yaml-cpp passes over in silence.
std::optional<std::size_t> directive(std::string_view text);

}  // namespace brochure::yaml
