#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/geometry.hpp"
#include "base/source.hpp"

namespace brochure {

enum class Severity { note, warning, error };

/// Whose fault it is decides the exit status: the author's content (1) or the world, a full disk say (3).
enum class Blame { author, world };

/// What a finding is about where it is a measure: on which page, where on it, how much there is and how much is
/// allowed.
struct Measured {
    int page = 0;               // from 1; 0: no page, or all of them
    std::optional<Rect> place;  // on that page, from the top left of its trim
    std::optional<double> value, limit;
    std::string unit;  // of both: "pt", "mm", "ppi", "%", ":1", "pages"
    bool operator==(const Measured&) const = default;
};

/// One thing to tell the author: where, what is wrong, and in `hint` what to do about it.
struct Diagnostic {
    Severity severity = Severity::error;
    SourcePosition where;
    std::string text;
    std::string hint;  // may be empty
    std::string rule;  // a stable name in words-with-hyphens, for example "unknown-key"
    Blame blame = Blame::author;
    /// When not empty: the text from `where` on, up to the character that is meant; `where` is to be moved on to that.
    std::string passage = {};
    std::optional<Measured> measured = {};
    bool operator==(const Diagnostic&) const = default;
};

/// Collects faults; a stage adds to it and carries on, so that one run reports every fault.
/// Not safe to share between threads: give each task its own and `take` them in order.
class Diagnostics {
public:
    void error(SourcePosition where, std::string rule, std::string text, std::string hint = {},
               std::optional<Measured> measured = {});
    void warning(SourcePosition where, std::string rule, std::string text, std::string hint = {},
                 std::optional<Measured> measured = {});
    void note(SourcePosition where, std::string rule, std::string text, std::string hint = {});
    /// The world failed: disk, permissions, a library that gave up. `text` names the file.
    void failure(std::string rule, std::string text, std::string hint = {});
    void add(Diagnostic found) { all_.push_back(std::move(found)); }
    void take(Diagnostics&& other);

    bool has_errors() const;
    bool has_failures() const;
    std::size_t count(Severity severity) const;
    const std::vector<Diagnostic>& all() const { return all_; }
    /// Findings of pages that come after `pages` others of the publication.
    void move_pages(int pages);
    /// In the order of file name, line and column, exact repeats once: the order of threads never shows.
    std::vector<Diagnostic> sorted(const SourceFiles& files) const;

private:
    std::vector<Diagnostic> all_;
};

}  // namespace brochure
