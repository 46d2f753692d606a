#include "text/opportunities.hpp"

#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "text/latin_breaks.hpp"

namespace brochure::text {

namespace {

struct CloseIterator {
    void operator()(UBreakIterator* iterator) const noexcept { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

std::string_view primary_language(std::string_view lang) {
    return lang.substr(0, lang.find_first_of("-_"));
}

/// ICU's name of the language, with kinsoku made strict where there is one: its default lets small kana and the
/// prolonged sound mark begin a line (CSS line-break: normal).
std::string locale_of(std::string_view lang) {
    char name[ULOC_FULLNAME_CAPACITY] = "";
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(std::string{lang}.c_str(), name, ULOC_FULLNAME_CAPACITY, nullptr, &status);
    std::string locale = U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING ? name : "";
    const std::string_view language = primary_language(lang);
    const bool has_kinsoku = language == "ja" || language == "zh" || language == "yue";
    if (has_kinsoku && locale.find('@') == locale.npos) locale += "@lb=strict";
    return locale;
}

}  // namespace

struct LineBreakIterators::Implementation {
    std::mutex mutex;
    std::map<std::string, std::vector<Iterator>, std::less<>> idle;

    Iterator borrow(std::string_view lang) {
        {
            const std::lock_guard lock{mutex};
            const auto found = idle.find(lang);
            if (found != idle.end() && !found->second.empty()) {
                Iterator iterator = std::move(found->second.back());
                found->second.pop_back();
                return iterator;
            }
        }
        UErrorCode status = U_ZERO_ERROR;
        Iterator iterator{ubrk_open(UBRK_LINE, locale_of(lang).c_str(), nullptr, 0, &status)};
        return U_SUCCESS(status) ? std::move(iterator) : nullptr;
    }

    void give_back(std::string_view lang, Iterator iterator) {
        const std::lock_guard lock{mutex};
        auto found = idle.find(lang);
        if (found == idle.end()) found = idle.emplace(std::string{lang}, std::vector<Iterator>{}).first;
        found->second.push_back(std::move(iterator));
    }
};

LineBreakIterators::LineBreakIterators() : implementation_{std::make_unique<Implementation>()} {}
LineBreakIterators::~LineBreakIterators() = default;

void line_opportunities_by_icu(std::string_view text, std::string_view lang, LineBreakIterators& iterators,
                               std::vector<Opportunity>& out) {
    out.clear();
    if (text.empty()) return;
    const auto end = static_cast<std::uint32_t>(text.size());
    Iterator iterator = iterators.implementation().borrow(lang);
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (iterator && U_SUCCESS(status)) ubrk_setUText(iterator.get(), &view, &status);
    if (iterator && U_SUCCESS(status)) {
        ubrk_first(iterator.get());
        for (std::int32_t at = ubrk_next(iterator.get()); at != UBRK_DONE; at = ubrk_next(iterator.get())) {
            const bool hard = ubrk_getRuleStatus(iterator.get()) >= UBRK_LINE_HARD;
            out.push_back({static_cast<std::uint32_t>(at), hard});
        }
        iterators.implementation().give_back(lang, std::move(iterator));
    }
    utext_close(&view);
    // Without ICU's rules the text stays on one line, which the breaker then reports as overfull.
    if (out.empty() || out.back().offset != end) out.push_back({end, true});
    out.back().mandatory = true;
}

void line_opportunities(std::string_view text, std::string_view lang, LineBreakIterators& iterators,
                        std::vector<Opportunity>& out) {
    if (latin_rules_hold(primary_language(lang)) && latin_opportunities(text, out)) return;
    line_opportunities_by_icu(text, lang, iterators, out);
}

}  // namespace brochure::text
