#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::text {

struct HyphenRules {
    int before = 4, after = 3;  // letters kept before and after a hyphen
    bool capitalised = false;   // words with a capital letter too; German ones always
};

/// A place where a word may be divided.
struct HyphenPoint {
    enum class Kind : std::uint8_t {
        pattern,  // of the dictionary: a hyphen is to be drawn
        soft,     // the author's U+00AD, which ends at `offset`: a hyphen is to be drawn
        hard,     // a typed hyphen, which ends at `offset`: nothing is to be drawn
    };
    std::uint32_t offset = 0;  // bytes into the word; the second part starts here
    Kind kind = Kind::pattern;
    bool operator==(const HyphenPoint&) const = default;
};

enum class HyphenDictionary {
    found,
    missing,     // the language is hyphenated, but its dictionary is not installed or not readable
    not_wanted,  // the language knows no hyphenation (ja, zh, ko, th, ar, he, ...) or none is named
};

/// Divides words by libhyphen's patterns. Dictionaries are loaded when first asked for and kept, as are divided words
/// (a bounded number). Safe from several threads.
class Hyphenator {
public:
    /// `folder`: where hyph_<language>.dic files are, Debian's /usr/share/hyphen.
    explicit Hyphenator(std::filesystem::path folder = "/usr/share/hyphen");
    ~Hyphenator();
    Hyphenator(const Hyphenator&) = delete;
    Hyphenator& operator=(const Hyphenator&) = delete;

    /// Appends to `out` the places where `word` may be divided, in order. `word`: what stands between two spaces,
    /// UTF-8, punctuation included. `lang`: BCP 47. Never divided: URLs, e-mail addresses, phone numbers, words with
    /// digits. Words with a soft hyphen are divided only there; words with a typed hyphen only there, and only after
    /// four letters or more ("non-profit" stays whole).
    void points(std::string_view word, std::string_view lang, const HyphenRules& rules, std::vector<HyphenPoint>& out);
    std::vector<HyphenPoint> points(std::string_view word, std::string_view lang, const HyphenRules& rules);

    /// Whether words of `lang` can be hyphenated; loads the dictionary. When missing, say so once to the author, naming
    /// `package_of(lang)` if there is one.
    HyphenDictionary dictionary(std::string_view lang);
    /// The Debian package with the dictionary of `lang`, for example "hyphen-de"; empty where Debian has none.
    static std::string package_of(std::string_view lang);
    /// The folder, and the dictionaries in it that were asked for and found.
    std::vector<std::filesystem::path> sources() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace brochure::text
