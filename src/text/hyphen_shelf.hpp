#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::text {

/// The lines of a large libhyphen dictionary, found by their letters. libhyphen takes two seconds to load the German
/// dictionary (1.1 MB), but only the few patterns that share letters with a word have a say in how it is divided: the
/// shelf hands out a small dictionary with just those, from which libhyphen gives the same answer.
class HyphenShelf {
public:
    explicit HyphenShelf(std::string text);
    HyphenShelf(const HyphenShelf&) = delete;
    HyphenShelf& operator=(const HyphenShelf&) = delete;

    /// The dictionary's text without the patterns that have no bearing on `word`, which is lower case and in the
    /// dictionary's character set.
    std::string dictionary_for(std::string_view word) const;
    /// The first line: the name of the character set.
    std::string_view charset() const { return charset_; }

private:
    struct Pattern {
        std::uint32_t line = 0, line_length = 0;  // in text_
        std::uint32_t letters = 0, length = 0;    // in letters_: the line without digits, "a1bc/x=y" is "abc"
    };
    /// The file has one part, or two where a NEXTLEVEL line divides it: first compounds, then their members.
    struct Level {
        std::string orders;                 // LEFTHYPHENMIN and the like, and patterns of a single letter
        std::vector<Pattern> patterns;      // by their first two letters, else in the file's order
        std::vector<std::uint32_t> starts;  // of each pair of letters, 65,537 of them
    };
    void add_line(Level& level, std::string_view line);
    static void sort_by_head(Level& level, std::string_view letters);
    void match(const Level& level, std::string_view word, std::size_t begin, bool dot,
               std::vector<std::uint32_t>& chosen) const;

    std::string text_, letters_;
    std::string_view charset_;
    std::vector<Level> levels_;
};

}  // namespace brochure::text
