#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::text {

/// A place where a line may end: before the byte at `offset`. Spaces stand before it. Includes the end of the text.
struct Opportunity {
    std::uint32_t offset = 0;
    bool mandatory = false;  // after a line end (\n, U+2028, ...) and at the end of the text
    bool operator==(const Opportunity&) const = default;
};

/// Lends ICU's line-break iterators, one for each language and thread at a time; each is made once and used again.
/// Safe from several threads.
class LineBreakIterators {
public:
    LineBreakIterators();
    ~LineBreakIterators();
    LineBreakIterators(const LineBreakIterators&) = delete;
    LineBreakIterators& operator=(const LineBreakIterators&) = delete;
    struct Implementation;
    Implementation& implementation() const { return *implementation_; }

private:
    std::unique_ptr<Implementation> implementation_;
};

/// Replaces `out` by the places where a line may end by UAX #14, kinsoku strict in Chinese and Japanese, by
/// dictionary in Thai, Lao, Khmer and Burmese; in increasing order. `text`: UTF-8 (bad bytes count as U+FFFD). `lang`:
/// BCP 47. Plain Latin text is read by a pass of our own, with the same result as ICU's and without loading it.
void line_opportunities(std::string_view text, std::string_view lang, LineBreakIterators& iterators,
                        std::vector<Opportunity>& out);

/// The same by ICU alone; the measure for the pass of our own, and for Unicode's tests.
void line_opportunities_by_icu(std::string_view text, std::string_view lang, LineBreakIterators& iterators,
                               std::vector<Opportunity>& out);

/// Takes from `places` what good setting forbids, and adds what addresses need:
/// - in a URL only after / . - ? & = _ # (no hyphen is drawn), not within the scheme or "www.";
/// - none in e-mail addresses and phone numbers;
/// - after a typed hyphen or a slash only with four letters or digits before it in the word (non-profit and 20-year
/// stay
///   whole), and after a slash only with three after it (km/h);
/// - none before a dash that follows its word without a space;
/// - none within a Korean word.
void tailor_opportunities(std::string_view text, std::vector<Opportunity>& places);

}  // namespace brochure::text
