#include "layout/whole_names.hpp"

#include <algorithm>
#include <string_view>

namespace brochure::layout {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::size_t longest = 20;  // characters: some 85 pt of the 98 that a caption has beside a picture

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void keep_whole(std::string& text, const std::string& name) {
    if (name.find(' ') == std::string::npos || characters(name) > longest) return;
    std::string kept;
    for (const char c : name) c == ' ' ? kept.append(no_break_space) : kept.append(1, c);
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + kept.size()))
        text.replace(at, name.size(), kept);
}

}  // namespace

std::string with_whole_names(std::string text, const content::City& city, const content::Organisation& organisation) {
    for (const content::Text* name : {&city.name, &organisation.home.city})
        for (const auto& version : name->versions) keep_whole(text, content::plain(version.value));
    if (city.native) keep_whole(text, city.native->value);
    return text;
}

}  // namespace brochure::layout
