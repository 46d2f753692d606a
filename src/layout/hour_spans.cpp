#include "layout/hour_spans.hpp"

#include <array>
#include <cstdio>

#include "layout/euphony.hpp"
#include "text/paragraph.hpp"

namespace brochure::layout {

std::string clock_digits(int minutes, bool with_minutes) {
    std::array<char, 16> text{};
    if (with_minutes)
        std::snprintf(text.data(), text.size(), "%02d:%02d", minutes / 60, minutes % 60);
    else
        std::snprintf(text.data(), text.size(), "%02d", minutes / 60);
    return text.data();
}

std::string hour_spans(const std::vector<map::Span>& all, bool with_minutes, const std::string& lang,
                       const std::function<std::string(const std::string&, const std::string&)>& join) {
    // Figures alone have no direction, and would be read from the left.
    const std::string turned = text::is_right_to_left(lang) ? "\u200F" : "";
    std::string text;
    for (const auto& span : all) {
        const std::string one =
            turned + clock_digits(span.from, with_minutes) + range_in(lang) + clock_digits(span.to, with_minutes);
        text = text.empty() ? one : join(text, one);
    }
    return text;
}

}  // namespace brochure::layout
