#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace brochure::text {

/// A libhyphen dictionary. Reading is safe from several threads.
class HyphenDictionaryFile {
public:
    /// Null when the file cannot be read or its character set is not known.
    static std::unique_ptr<HyphenDictionaryFile> load(const std::filesystem::path& file);
    ~HyphenDictionaryFile();
    HyphenDictionaryFile(const HyphenDictionaryFile&) = delete;
    HyphenDictionaryFile& operator=(const HyphenDictionaryFile&) = delete;

    /// Appends a character in the dictionary's character set; false if it is not in it.
    bool encode(char32_t c, std::string& out) const;
    /// Where libhyphen divides `word` (lower case, encoded): the number of characters before each place, in order.
    /// Divisions that change the spelling are left out.
    std::string divide(const std::string& word) const;

    struct Implementation;

private:
    explicit HyphenDictionaryFile(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace brochure::text
