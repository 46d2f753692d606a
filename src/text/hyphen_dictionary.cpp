#include "text/hyphen_dictionary.hpp"

#include <hyphen.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "text/hyphen_shelf.hpp"
#include "text/utf8.hpp"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BROCHURE_LEAKS_ARE_SOUGHT  // Clang
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define BROCHURE_LEAKS_ARE_SOUGHT  // GCC
#endif
#ifdef BROCHURE_LEAKS_ARE_SOUGHT
#include <sanitizer/lsan_interface.h>
#endif

namespace brochure::text {

namespace {

constexpr std::uintmax_t large = 262144;  // bytes; en-US has 104 KB and takes 5 ms to load

struct FreeDictionary {
    void operator()(HyphenDict* dict) const noexcept { hnj_hyphen_free(dict); }
};
using Loaded = std::unique_ptr<HyphenDict, FreeDictionary>;
struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Loaded load_from(File file) {
    if (!file) return nullptr;
#ifdef BROCHURE_LEAKS_ARE_SOUGHT
    // libhyphen 2.8 forgets the first of two patterns with the same letters: a few bytes for each dictionary.
    const __lsan::ScopedDisabler its_own_leaks;
#endif
    return Loaded{hnj_hyphen_load_file(file.get())};
}

/// Reads what each byte means in `charset`, 0 where it means nothing; false if ICU does not know the set.
bool read_charset(std::string_view charset, std::array<char32_t, 256>& table) {
    // OpenOffice's names for Windows code pages are not ICU's.
    std::string name{charset};
    if (charset.starts_with("microsoft-cp")) name.replace(0, 12, "windows-");
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name.c_str(), &status);
    if (U_FAILURE(status)) return false;
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        UChar wide[4] = {};
        UErrorCode step = U_ZERO_ERROR;
        const std::int32_t length = ucnv_toUChars(converter, wide, 4, &c, 1, &step);
        table[static_cast<std::size_t>(byte)] = U_SUCCESS(step) && length == 1 && wide[0] != 0xFFFD ? wide[0] : 0;
    }
    ucnv_close(converter);
    return true;
}

std::string ask(HyphenDict* dict, const std::string& word) {
    std::string hyphens(word.size() + 5, '\0');
    char** replacements = nullptr;
    int *positions = nullptr, *cuts = nullptr;
    hnj_hyphen_hyphenate3(dict, word.data(), static_cast<int>(word.size()), hyphens.data(), nullptr, &replacements,
                          &positions, &cuts, 1, 1, 1, 1);
    std::string points;
    for (std::size_t i = 0; i + 1 < word.size() && hyphens[i] != '\0'; ++i) {
        // Hungarian asszony becomes asz-szony: left out, for a word is shaped once.
        const bool respelt = replacements && replacements[i];
        if ((hyphens[i] & 1) != 0 && !respelt) points.push_back(static_cast<char>(i + 1));
    }
    if (replacements)
        for (std::size_t i = 0; i < word.size(); ++i) std::free(replacements[i]);
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
    return points;
}

}  // namespace

struct HyphenDictionaryFile::Implementation {
    Loaded loaded;                       // a small dictionary, whole
    std::unique_ptr<HyphenShelf> shelf;  // or a large one, of which each word gets its part
    bool utf8 = true;
    std::array<char32_t, 256> table{};
};

HyphenDictionaryFile::HyphenDictionaryFile(std::unique_ptr<Implementation> implementation)
    : implementation_{std::move(implementation)} {}
HyphenDictionaryFile::~HyphenDictionaryFile() = default;

std::unique_ptr<HyphenDictionaryFile> HyphenDictionaryFile::load(const std::filesystem::path& file) {
    auto made = std::make_unique<Implementation>();
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    if (failed || size == 0) return nullptr;
    std::string charset;
    if (size > large) {
        std::ifstream in{file, std::ios::binary};
        made->shelf = std::make_unique<HyphenShelf>(std::string{std::istreambuf_iterator<char>{in}, {}});
        charset = made->shelf->charset();
    } else {
        made->loaded = load_from(File{std::fopen(file.c_str(), "re")});
        if (!made->loaded) return nullptr;
        charset = made->loaded->cset;
    }
    made->utf8 = charset == "UTF-8";
    if (!made->utf8 && !read_charset(charset, made->table)) return nullptr;
    return std::unique_ptr<HyphenDictionaryFile>{new HyphenDictionaryFile{std::move(made)}};
}

bool HyphenDictionaryFile::encode(char32_t c, std::string& out) const {
    if (c == 0) return false;
    if (implementation_->utf8 || c < 0x80) {
        append_code(out, c);
        return true;
    }
    const auto& table = implementation_->table;
    const auto found = std::find(table.begin() + 0x80, table.end(), c);
    if (found == table.end()) return false;
    out.push_back(static_cast<char>(found - table.begin()));
    return true;
}

std::string HyphenDictionaryFile::divide(const std::string& word) const {
    if (implementation_->loaded) return ask(implementation_->loaded.get(), word);
    std::string text = implementation_->shelf->dictionary_for(word);
    const Loaded part = load_from(File{fmemopen(text.data(), text.size(), "r")});
    return part ? ask(part.get(), word) : std::string{};
}

}  // namespace brochure::text
