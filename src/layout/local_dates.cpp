#include "layout/local_dates.hpp"

#include <unicode/datefmt.h>
#include <unicode/dtitvfmt.h>

#include <cstdio>
#include <memory>

#include "layout/local_units.hpp"

namespace brochure::layout {
namespace {

constexpr char16_t no_break_space = u'\u00A0', en_dash = u'\u2013';

UDate noon_of(std::chrono::local_days day) {
    using namespace std::chrono;
    return static_cast<UDate>(duration_cast<milliseconds>(day.time_since_epoch() + hours{12}).count());
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

bool is_digit(char16_t c) {
    return c >= u'0' && c <= u'9';
}
bool is_space(char16_t c) {
    return c == u' ' || c == u'\u2009' || c == u'\u202F' || c == no_break_space;
}

/// CLDR's spaces about the dash, thin ones, wide ones or none, change from one of its versions to the next. Days of one
/// month need none; elsewhere the dash stays with what stands before it.
icu::UnicodeString with_even_dash(const icu::UnicodeString& text, bool same_month) {
    icu::UnicodeString even;
    for (std::int32_t i = 0; i < text.length(); ++i) {
        if (text[i] != en_dash) {
            even.append(text[i]);
            continue;
        }
        const bool spaced = !even.isEmpty() && is_space(even[even.length() - 1]);
        while (!even.isEmpty() && is_space(even[even.length() - 1])) even.truncate(even.length() - 1);
        while (i + 1 < text.length() && is_space(text[i + 1])) ++i;
        if (spaced && !same_month) even.append(no_break_space);
        even.append(en_dash);
        if (spaced && !same_month) even.append(u' ');
    }
    return even;
}

/// "1er juin": ordinal and not cardinal, the first day alone. "01 giugno" is "1 giugno".
icu::UnicodeString with_first_days(const icu::UnicodeString& text, bool ordinal) {
    icu::UnicodeString out;
    for (std::int32_t i = 0; i < text.length(); ++i) {
        const bool begins = is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1]));
        const bool ends_after_two =
            i + 1 < text.length() && is_digit(text[i + 1]) && (i + 2 == text.length() || !is_digit(text[i + 2]));
        if (begins && text[i] == u'0' && ends_after_two) continue;
        out.append(text[i]);
        const bool alone = (begins || (i > 0 && text[i - 1] == u'0' && (i < 2 || !is_digit(text[i - 2])))) &&
                           (i + 1 == text.length() || !is_digit(text[i + 1]));
        if (ordinal && alone && text[i] == u'1') out.append(u"er");
    }
    return out;
}

/// A day stands with its month: after it in languages that say "17 May", before it in English of America.
icu::UnicodeString bound(icu::UnicodeString text, bool month_first) {
    for (std::int32_t i = 1; i + 1 < text.length(); ++i) {
        if (text[i] != u' ') continue;
        const char16_t before = text[i - 1], after = text[i + 1];
        const bool after_day =
            (is_digit(before) || (i > 2 && text[i - 2] == u'e' && before == u'r' && is_digit(text[i - 3])) ||
             (before == u'.' && i > 1 && is_digit(text[i - 2]))) &&
            !is_digit(after) && after != en_dash;
        const bool before_day = month_first && is_digit(after) && before != u',' && before != en_dash;
        if (after_day || before_day) text.setCharAt(i, no_break_space);
    }
    return text;
}

std::string corrected(const icu::UnicodeString& text, const std::string& lang, bool same_month = false) {
    const bool french = lang.rfind("fr", 0) == 0, american = lang == "en" || lang == "en-US";
    return utf8(bound(with_first_days(with_even_dash(text, same_month), french), american));
}

// `milliseconds`: since the epoch, as if all clocks were those of Greenwich.
icu::UnicodeString written(UDate milliseconds, const std::string& lang, const char* skeleton,
                           UDisplayContext context = UDISPCTX_CAPITALIZATION_NONE) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    // ICU keeps the pattern it finds for a skeleton, which takes it a millisecond to find.
    const std::unique_ptr<icu::DateFormat> format{
        icu::DateFormat::createInstanceForSkeleton(skeleton, locale_for(lang), status)};
    if (U_FAILURE(status)) return text;
    format->setContext(context, status);
    format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
    return format->format(milliseconds, text);
}

std::string formatted(std::chrono::local_days day, const std::string& lang, const char* skeleton,
                      UDisplayContext context = UDISPCTX_CAPITALIZATION_NONE) {
    return corrected(written(noon_of(day), lang, skeleton, context), lang);
}

}  // namespace

std::string day_name(std::chrono::local_days day, const std::string& lang) {
    return formatted(day, lang, "EEEEMMMMd");
}

std::string day_heading(std::chrono::local_days day, const std::string& lang) {
    return formatted(day, lang, "EEEEMMMMd", UDISPCTX_CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE);
}

namespace {

/// What stands between the first day and the last in Chinese, Japanese and Korean, whose words for a day come one after
/// the other, so that what both have in common is said once; empty elsewhere.
std::string between_days(const std::string& lang) {
    const std::string tongue = lang.substr(0, lang.find('-'));
    return tongue == "ja" ? "\u301C" : tongue == "zh" ? "\u81F3" : tongue == "ko" ? "~" : "";
}

}  // namespace

std::string span_of_days(std::chrono::local_days from, std::chrono::local_days to, const std::string& lang) {
    const std::chrono::year_month_day first{from}, last{to};
    if (from == to) return formatted(from, lang, "yMMMMd");
    if (const auto between = between_days(lang); !between.empty()) {
        const char* rest = first.year() != last.year() ? "yMMMMd" : first.month() != last.month() ? "MMMMd" : "d";
        return formatted(from, lang, "yMMMMd") + between + formatted(to, lang, rest);
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateIntervalFormat> format{
        icu::DateIntervalFormat::createInstance("yMMMMd", locale_for(lang), status)};
    if (U_FAILURE(status)) return {};
    format->setTimeZone(*icu::TimeZone::getGMT());
    const icu::DateInterval days{noon_of(from), noon_of(to)};
    icu::UnicodeString text;
    icu::FieldPosition place{0};
    format->format(&days, text, place, status);
    if (U_FAILURE(status)) return {};
    return corrected(text, lang, first.year() == last.year() && first.month() == last.month());
}

std::string time_of_day(std::chrono::minutes since_midnight) {
    char text[64];
    const long minutes = since_midnight.count();
    std::snprintf(text, sizeof text, "%02ld:%02ld", minutes / 60, minutes % 60);
    return text;
}

namespace {

/// "8 h", "14 h 05".
std::string french_time(long minutes) {
    char text[64];
    if (minutes % 60 == 0)
        std::snprintf(text, sizeof text, "%ld\u00A0h", minutes / 60);
    else
        std::snprintf(text, sizeof text, "%ld\u00A0h\u00A0%02ld", minutes / 60, minutes % 60);
    return text;
}

/// "p.m." where CLDR has the capitals of an American clock, or the "p. m." of Spanish grammars; no space at which a
/// line could end.
icu::UnicodeString in_sentence(icu::UnicodeString text) {
    text.findAndReplace(u"AM", u"a.m.").findAndReplace(u"PM", u"p.m.");
    for (std::int32_t i = 0; i < text.length(); ++i)
        if (is_space(text[i])) text.setCharAt(i, no_break_space);
    return text.findAndReplace(u"a.\u00A0m.", u"a.m.").findAndReplace(u"p.\u00A0m.", u"p.m.");
}

}  // namespace

std::string time_in_text(std::chrono::minutes since_midnight, const std::string& lang) {
    if (lang.rfind("fr", 0) == 0) return french_time(since_midnight.count());
    // CLDR has 24 hours for Mexico, whose people say 12.
    const char* skeleton = lang.rfind("es-MX", 0) == 0 ? "hm" : "jm";
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(since_midnight);
    return utf8(in_sentence(written(static_cast<UDate>(time.count()), lang, skeleton)));
}

}  // namespace brochure::layout
