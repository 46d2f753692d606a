#include "text/hyphenation.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "text/addresses.hpp"
#include "text/hyphen_dictionary.hpp"
#include "text/utf8.hpp"

namespace brochure::text {

using namespace std::string_view_literals;

namespace {

constexpr int hard_hyphen_letters = 4;
constexpr std::size_t longest_word = 200;  // bytes; longer ones are no words
constexpr std::size_t cached_words = 1 << 16;
constexpr char32_t soft_hyphen = 0x00AD, apostrophe = 0x2019;

std::string lower_ascii(std::string_view text) {
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// Language and region of a BCP 47 tag: "en-Latn-us" gives en and US.
struct Language {
    std::string language, region;
};

Language language_of(std::string_view tag) {
    Language result;
    bool first = true;
    while (!tag.empty()) {
        const std::size_t dash = std::min(tag.find_first_of("-_"), tag.size());
        const std::string_view part = tag.substr(0, dash);
        if (first)
            result.language = lower_ascii(part);
        else if (part.size() == 1)
            break;  // extensions
        else if (part.size() == 2) {
            result.region = part;
            for (char& c : result.region)
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        }
        first = false;
        tag.remove_prefix(std::min(dash + 1, tag.size()));
    }
    return result;
}

// Scripts that divide words elsewhere, or languages that never divide them (R78).
bool never_hyphenated(std::string_view language) {
    constexpr std::array<std::string_view, 20> languages = {"",   "ja", "zh", "ko",  "yue", "th", "lo",
                                                            "km", "my", "ar", "fa",  "ur",  "he", "yi",
                                                            "ps", "sd", "ug", "ckb", "und", "mul"};
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

// The region whose dictionary stands for a language when none is named, or none for the region named.
std::string_view usual_region(std::string_view language) {
    constexpr std::array<std::array<std::string_view, 2>, 9> regions = {{{"en", "US"},
                                                                         {"de", "DE"},
                                                                         {"fr", "FR"},
                                                                         {"es", "ES"},
                                                                         {"it", "IT"},
                                                                         {"pt", "PT"},
                                                                         {"nb", "NO"},
                                                                         {"nn", "NO"},
                                                                         {"el", "GR"}}};
    for (const auto& [name, region] : regions)
        if (name == language) return region;
    return {};
}

std::filesystem::path find_file(const std::filesystem::path& folder, const Language& wanted) {
    std::error_code ignored;
    const auto existing = [&](const std::string& name) {
        const std::filesystem::path file = folder / ("hyph_" + name + ".dic");
        return std::filesystem::is_regular_file(file, ignored) ? file : std::filesystem::path{};
    };
    const std::string& language = wanted.language;
    std::vector<std::string> names;
    if (!wanted.region.empty()) names.push_back(language + "_" + wanted.region);
    names.push_back(language);
    if (const std::string_view region = usual_region(language); !region.empty())
        names.push_back(language + "_" + std::string{region});
    if (language == "no") names.insert(names.end(), {"nb_NO", "nb"});
    for (const std::string& name : names)
        if (auto file = existing(name); !file.empty()) return file;
    // Any region's is better than none; the first by name, so that every machine takes the same.
    std::filesystem::path best;
    for (std::filesystem::directory_iterator entry{folder, ignored}, end; !ignored && entry != end;
         entry.increment(ignored)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with("hyph_" + language + "_") && name.ends_with(".dic") &&
            (best.empty() || entry->path() < best))
            best = entry->path();
    }
    return best;
}

}  // namespace

struct Hyphenator::Implementation {
    std::filesystem::path folder;
    std::shared_mutex mutex;

    /// A language and what is known of it. Words are keyed in lower case; the value holds letters before each point.
    struct Entry {
        HyphenDictionary status = HyphenDictionary::not_wanted;
        bool german = false;
        std::filesystem::path file;
        std::unique_ptr<HyphenDictionaryFile> dictionary;
        std::shared_mutex words_mutex;
        struct Hash {
            using is_transparent = void;
            std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
        };
        std::unordered_map<std::string, std::string, Hash, std::equal_to<>> words;
    };
    std::map<std::string, std::unique_ptr<Entry>, std::less<>> entries;

    Entry& entry(std::string_view lang) {
        {
            const std::shared_lock lock{mutex};
            if (const auto found = entries.find(lang); found != entries.end()) return *found->second;
        }
        const std::unique_lock lock{mutex};
        auto& slot = entries[std::string{lang}];
        if (slot) return *slot;
        slot = std::make_unique<Entry>();
        const Language wanted = language_of(lang);
        if (never_hyphenated(wanted.language)) return *slot;
        slot->german = wanted.language == "de";
        slot->status = HyphenDictionary::missing;
        slot->file = find_file(folder, wanted);
        if (!slot->file.empty()) slot->dictionary = HyphenDictionaryFile::load(slot->file);
        if (slot->dictionary) slot->status = HyphenDictionary::found;
        return *slot;
    }
};

Hyphenator::Hyphenator(std::filesystem::path folder) : implementation_{std::make_unique<Implementation>()} {
    implementation_->folder = std::move(folder);
}
Hyphenator::~Hyphenator() = default;

HyphenDictionary Hyphenator::dictionary(std::string_view lang) {
    return implementation_->entry(lang).status;
}

std::vector<std::filesystem::path> Hyphenator::sources() const {
    const std::shared_lock lock{implementation_->mutex};
    std::vector<std::filesystem::path> sources{implementation_->folder};
    for (const auto& [lang, entry] : implementation_->entries)
        if (!entry->file.empty()) sources.push_back(entry->file);
    return sources;
}

std::string Hyphenator::package_of(std::string_view lang) {
    const Language wanted = language_of(lang);
    if (wanted.language == "en") return wanted.region == "GB" ? "hyphen-en-gb" : "hyphen-en-us";
    if (wanted.language == "pt") return wanted.region == "BR" ? "hyphen-pt-br" : "hyphen-pt-pt";
    if (wanted.language == "nb" || wanted.language == "nn") return "hyphen-no";
    // Debian 12 and 13; other languages have no patterns to be installed, and many no need of them.
    static constexpr std::array packages{
        "af"sv, "as"sv, "be"sv, "bg"sv, "bn"sv, "ca"sv, "cs"sv, "da"sv, "de"sv, "el"sv, "es"sv, "fr"sv, "gl"sv, "gu"sv,
        "hi"sv, "hr"sv, "hu"sv, "id"sv, "is"sv, "it"sv, "kn"sv, "lt"sv, "lv"sv, "ml"sv, "mn"sv, "mr"sv, "nl"sv, "no"sv,
        "or"sv, "pa"sv, "pl"sv, "ro"sv, "ru"sv, "sk"sv, "sl"sv, "sr"sv, "sv"sv, "ta"sv, "te"sv, "uk"sv, "zu"sv};
    if (std::find(packages.begin(), packages.end(), wanted.language) == packages.end()) return {};
    return "hyphen-" + wanted.language;
}

namespace {

struct Letter {
    char32_t code;
    std::uint32_t begin, end;  // bytes
};

// Most words are ASCII, and need not ask ICU.
bool is_capital(char32_t c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0;
}
bool is_letter(char32_t c) {
    return c < 0x80 ? (c >= 'a' && c <= 'z') || is_capital(c) : u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) {
    return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0;
}
char32_t small(char32_t c) {
    if (c < 0x80) return is_capital(c) ? c - 'A' + 'a' : c;
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}
bool is_mark(char32_t c) {
    return c >= 0x80 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}
bool is_hard_hyphen(char32_t c) {
    return c == '-' || c == 0x2010;
}

/// What a word consists of, as far as dividing it goes.
struct Word {
    std::array<Letter, longest_word> letters;  // the first `count`; the others are not even zero, which takes longer
    std::size_t count = 0;
    std::size_t first = 0, last = 0;  // [first, last): from the first letter to the last
    bool soft = false, hard = false, capital = false, foreign = false;  // foreign: a digit, a slash, ... inside
};

bool read_word(std::string_view text, Word& word) {
    if (text.size() > longest_word) return false;
    std::uint32_t at = 0;
    std::size_t begin = longest_word, end = 0;
    while (at < text.size()) {
        const std::uint32_t start = at;
        const char32_t code = next_code(text, at);
        if (is_letter(code)) {
            begin = std::min(begin, word.count);
            end = word.count + 1;
            word.capital |= is_capital(code);
        } else if (is_mark(code) && end > 0) {
            end = word.count + 1;
        } else if (is_digit(code)) {
            word.foreign = true;
        }
        word.soft |= code == soft_hyphen;
        word.letters[word.count++] = {code, start, at};
    }
    if (end == 0) return false;
    word.first = begin;
    word.last = end;
    for (std::size_t i = begin; i < end; ++i) {
        const char32_t c = word.letters[i].code;
        if (is_hard_hyphen(c))
            word.hard = true;
        else if (!is_letter(c) && !is_mark(c) && c != soft_hyphen && c != '\'' && c != apostrophe)
            word.foreign = true;
    }
    return true;
}

/// Points after soft or typed hyphens.
void typed_points(const Word& word, std::vector<HyphenPoint>& out) {
    int letters = 0;
    for (std::size_t i = word.first; i < word.last; ++i) {
        const Letter& letter = word.letters[i];
        if (letter.code == soft_hyphen)
            out.push_back({letter.end, HyphenPoint::Kind::soft});
        else if (is_hard_hyphen(letter.code) && letters >= hard_hyphen_letters)
            out.push_back({letter.end, HyphenPoint::Kind::hard});
        else if (is_letter(letter.code))
            ++letters;
    }
}

/// The letters in lower case and in the dictionary's character set; false if one is not in it. `out` is emptied first.
bool encode(const Word& word, const HyphenDictionaryFile& dictionary, std::string& out) {
    out.clear();
    for (std::size_t i = word.first; i < word.last; ++i) {
        const char32_t c = word.letters[i].code;
        if (!dictionary.encode(c == apostrophe ? U'\'' : small(c), out)) return false;
    }
    return true;
}

int letters_between(const Word& word, std::size_t begin, std::size_t end) {
    int letters = 0;
    for (std::size_t i = begin; i < end; ++i) letters += is_letter(word.letters[i].code) ? 1 : 0;
    return letters;
}

/// Keeps of the dictionary's points those that leave enough letters on both sides and do not part a mark or an
/// apostrophe from its letter.
void keep_points(const Word& word, std::string_view points, const HyphenRules& rules, std::vector<HyphenPoint>& out) {
    for (const char count : points) {
        const std::size_t at = word.first + static_cast<unsigned char>(count);
        if (at >= word.last) continue;
        if (letters_between(word, word.first, at) < rules.before || letters_between(word, at, word.last) < rules.after)
            continue;
        if (!is_letter(word.letters[at].code) || is_mark(word.letters[at].code)) continue;
        const char32_t before = word.letters[at - 1].code;
        if (before == '\'' || before == apostrophe) continue;
        out.push_back({word.letters[at].begin, HyphenPoint::Kind::pattern});
    }
}

bool is_address(std::string_view word) {
    if (word.find_first_of("@:.") == word.npos) return false;
    std::vector<Address> found;
    find_addresses(word, found);
    return !found.empty();
}

}  // namespace

void Hyphenator::points(std::string_view text, std::string_view lang, const HyphenRules& rules,
                        std::vector<HyphenPoint>& out) {
    const auto least = static_cast<std::size_t>(std::max(rules.before, 1) + std::max(rules.after, 1));
    if (text.size() < std::min<std::size_t>(least, 6)) {
        // Too short for the dictionary; a soft hyphen alone takes two bytes and wants a letter on either side.
        if (text.size() < 4 || text.find("\u00ad") == text.npos) return;
    }
    Word word;
    if (!read_word(text, word) || is_address(text)) return;
    if (word.soft || word.hard) {
        if (!word.foreign || word.soft) typed_points(word, out);
        return;
    }
    if (word.foreign || word.last - word.first < least) return;
    Implementation::Entry& entry = implementation_->entry(lang);
    if (entry.status != HyphenDictionary::found) return;
    if (word.capital && !rules.capitalised && !entry.german) return;

    thread_local std::string key;
    if (!encode(word, *entry.dictionary, key)) return;
    {
        const std::shared_lock lock{entry.words_mutex};
        if (const auto found = entry.words.find(std::string_view{key}); found != entry.words.end()) {
            keep_points(word, found->second, rules, out);
            return;
        }
    }
    std::string answer = entry.dictionary->divide(key);
    keep_points(word, answer, rules, out);
    const std::unique_lock lock{entry.words_mutex};
    if (entry.words.size() >= cached_words) entry.words.clear();
    entry.words.emplace(key, std::move(answer));
}

std::vector<HyphenPoint> Hyphenator::points(std::string_view word, std::string_view lang, const HyphenRules& rules) {
    std::vector<HyphenPoint> out;
    points(word, lang, rules, out);
    return out;
}

}  // namespace brochure::text
