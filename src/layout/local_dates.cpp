#include "layout/local_dates.hpp"

#include <unicode/datefmt.h>
#include <unicode/dtitvfmt.h>

#include <cstdio>
#include <memory>

namespace brochure::layout {
namespace {

UDate noon_of(std::chrono::local_days day) {
    using namespace std::chrono;
    return static_cast<UDate>(duration_cast<milliseconds>(day.time_since_epoch() + hours{12}).count());
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

std::string day_name(std::chrono::local_days day, const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale{icu::Locale::forLanguageTag(lang, status)};
    // ICU keeps the pattern it finds for a skeleton, which takes it a millisecond to find.
    const std::unique_ptr<icu::DateFormat> format{
        icu::DateFormat::createInstanceForSkeleton("EEEEMMMMd", locale, status)};
    if (U_FAILURE(status)) return {};
    format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
    icu::UnicodeString text;
    return utf8(format->format(noon_of(day), text));
}

std::string span_of_days(std::chrono::local_days from, std::chrono::local_days to, const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale{icu::Locale::forLanguageTag(lang, status)};
    const std::unique_ptr<icu::DateIntervalFormat> format{
        icu::DateIntervalFormat::createInstance("yMMMMd", locale, status)};
    if (U_FAILURE(status)) return {};
    format->setTimeZone(*icu::TimeZone::getGMT());
    const icu::DateInterval days{noon_of(from), noon_of(to)};
    icu::UnicodeString text;
    icu::FieldPosition place{0};
    format->format(&days, text, place, status);
    return U_FAILURE(status) ? std::string{} : utf8(text);
}

std::string time_of_day(std::chrono::minutes since_midnight) {
    char text[64];
    const long minutes = since_midnight.count();
    std::snprintf(text, sizeof text, "%02ld:%02ld", minutes / 60, minutes % 60);
    return text;
}

}  // namespace brochure::layout
