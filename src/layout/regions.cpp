#include "layout/regions.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/region.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <vector>

namespace brochure::layout {
namespace {

struct RegionLabel {
    std::string_view region, label;
};
constexpr std::array<RegionLabel, 5> region_labels{
    {{"002", "africa"}, {"009", "oceania"}, {"019", "americas"}, {"142", "asia"}, {"150", "europe"}}};

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

bool has_version(const content::Text& text, const std::string& lang) {
    const std::string language = lang.substr(0, lang.find('-'));
    return std::any_of(text.versions.begin(), text.versions.end(),
                       [&](const auto& one) { return one.lang == lang || one.lang == language; });
}

}  // namespace

std::string region_of(const std::string& country) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region* territory = icu::Region::getInstance(country.c_str(), status);
    if (U_FAILURE(status) || !territory) return {};
    const icu::Region* continent = territory->getContainingRegion(URGN_CONTINENT);
    return continent ? continent->getRegionCode() : "";
}

std::string region_name(const content::Content& content, const std::string& region, const std::string& lang) {
    if (region.empty()) return {};
    for (const auto& [code, key] : region_labels) {
        if (code != region) continue;
        const auto words = content.labels.find(std::string{key});
        if (words != content.labels.end() && has_version(words->second, lang)) return plain_in(words->second, lang);
    }
    icu::UnicodeString name;
    icu::Locale{"", region.c_str()}.getDisplayCountry(icu::Locale{lang.c_str()}, name);
    return utf8(name);
}

std::string spelled(std::size_t count, const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale{lang.c_str()};
    const icu::RuleBasedNumberFormat format{icu::URBNF_SPELLOUT, locale, status};
    if (U_FAILURE(status)) return {};
    icu::UnicodeString words;
    format.format(static_cast<std::int64_t>(count), words);
    if (words.isEmpty() || (words[0] >= u'0' && words[0] <= u'9')) return {};
    const std::int32_t first = words.moveIndex32(0, 1);
    icu::UnicodeString capital{words, 0, first};
    return utf8(capital.toUpper(locale)) + utf8(icu::UnicodeString{words, first});
}

struct Collation::Collator {
    std::unique_ptr<icu::Collator> of_language;
};

Collation::Collation(const std::string& lang) : collator_{std::make_unique<Collator>()} {
    UErrorCode status = U_ZERO_ERROR;
    collator_->of_language.reset(icu::Collator::createInstance(icu::Locale{lang.c_str()}, status));
    if (U_FAILURE(status)) collator_->of_language.reset();
}
Collation::~Collation() = default;
Collation::Collation(Collation&&) noexcept = default;
Collation& Collation::operator=(Collation&&) noexcept = default;

std::string Collation::key(const std::string& words) const {
    if (!collator_->of_language) return words;
    const auto text = icu::UnicodeString::fromUTF8(words);
    std::vector<std::uint8_t> bytes(words.size() * 4 + 16);
    auto length = collator_->of_language->getSortKey(text, bytes.data(), static_cast<std::int32_t>(bytes.size()));
    if (length > static_cast<std::int32_t>(bytes.size())) {
        bytes.resize(static_cast<std::size_t>(length));
        length = collator_->of_language->getSortKey(text, bytes.data(), length);
    }
    return {bytes.begin(), bytes.begin() + std::max(length - 1, 0)};  // it ends with a zero
}

}  // namespace brochure::layout
