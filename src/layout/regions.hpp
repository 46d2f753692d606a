#pragma once
#include <memory>
#include <string>

#include "layout/fields.hpp"

namespace brochure::layout {

/// The continent of a country by the UN's M49 as ICU has it: "002" Africa, "009" Oceania, "019" the Americas, "142"
/// Asia, "150" Europe. Empty for a country without one.
std::string region_of(const std::string& country);

/// What `lang` calls it: the word of labels.yaml, or else ICU's.
std::string region_name(const content::Content& content, const std::string& region, const std::string& lang);

/// A number in words, the first letter a capital: "Twenty". Empty where ICU has no words for `lang`.
std::string spelled(std::size_t count, const std::string& lang);

/// The order of words in a language.
class Collation {
public:
    explicit Collation(const std::string& lang);
    ~Collation();
    Collation(Collation&&) noexcept;
    Collation& operator=(Collation&&) noexcept;
    /// Strings compared byte by byte that are in the order of the words they were made from.
    std::string key(const std::string& words) const;

private:
    struct Collator;
    std::unique_ptr<Collator> collator_;
};

}  // namespace brochure::layout
