#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "text/quotes.hpp"

namespace brochure::text {

/// The quotations of a text that are not closed yet. Each ends with the marks of the language it began in.
class Quotations {
public:
    struct Level {
        bool single = false, inner = false;  // written as ', printed with the inner marks
        std::string_view mark, inside;       // what closes it, and the space before that
    };

    /// `single`: begun with ' and not with ".
    bool is_open(bool single) const { return innermost(single) != nullptr; }
    /// Whether one of that kind is open that has the outer marks.
    bool closes_outer(bool single) const;
    /// Begins one: " has the outer marks and ' the inner ones; inside a quotation the other one's turn comes.
    const Level& open(bool single, const Conventions& conventions);
    /// Ends the innermost one of that kind and what was left open in it; without one, what would end it.
    Level close(bool single, const Conventions& conventions);
    /// A mark that was typed as it is printed opens and closes too.
    void note_typed(std::string_view mark, const Conventions& conventions);

private:
    const Level* innermost(bool single) const;

    std::vector<Level> open_;
    Level last_;  // where too many are open to keep one more
};

/// Whether the ' at `at`, where a word begins, stands for letters left out: '90s, 's-Hertogenbosch and, in English,
/// 'tis.
bool is_elision(std::string_view text, std::size_t at, bool english);

/// Whether what a quotation mark at `at` opens is closed further on. Languages written without spaces ask: nothing
/// about the marks themselves says which way they face. A ' inside a Latin word closes nothing.
bool is_paired(std::string_view text, std::size_t at);

/// Whether the ' at `at` stands inside a Latin word.
bool is_apostrophe(std::string_view text, std::size_t at);

}  // namespace brochure::text
