#include "base/annotation.hpp"

namespace brochure {
namespace {

/// Whether any character is one of those that Chinese, Japanese and Korean share: U+3400 to U+9FFF, or beyond U+20000.
bool has_ideograph(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead == 0xF0) return true;
        if (lead < 0xE3 || lead > 0xE9 || i + 1 >= text.size()) continue;
        if (lead > 0xE3 || static_cast<unsigned char>(text[i + 1]) >= 0x90) return true;
    }
    return false;
}

}  // namespace

std::string annotated(std::string_view words, std::string_view reading) {
    if (reading.empty()) return std::string{words};
    std::string text{annotation_begins};
    return text.append(words).append(reading_begins).append(reading).append(annotation_ends);
}

std::string without_readings(std::string text) {
    for (std::size_t at = text.find(annotation_begins); at != text.npos; at = text.find(annotation_begins, at)) {
        const std::size_t reading = text.find(reading_begins, at), end = text.find(annotation_ends, at);
        if (reading == text.npos || end == text.npos || end < reading) break;
        text.erase(reading, end + annotation_ends.size() - reading);
        text.erase(at, annotation_begins.size());
    }
    return text;
}

std::string with_annotations(std::string text) {
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
        const std::size_t bar = text.find('|', at), end = text.find('}', at);
        if (bar == text.npos || end == text.npos) break;
        const std::string words = text.substr(at + 1, bar > at ? bar - at - 1 : 0);
        const bool plain = bar < end && words.find_first_of("{\n") == text.npos && end > bar + 1;
        if (!plain || !has_ideograph(words)) continue;
        text.replace(at, end + 1 - at, annotated(words, std::string_view{text}.substr(bar + 1, end - bar - 1)));
    }
    return text;
}

}  // namespace brochure
