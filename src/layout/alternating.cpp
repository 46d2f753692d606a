#include "layout/alternating.hpp"

#include <algorithm>

namespace brochure::layout {
namespace {

bool stands_once(const Subject& subject) {
    return subject.kind == "cover" || subject.kind == "back";
}

void keep_common(std::vector<Candidate>& candidates, const std::vector<Candidate>& others) {
    std::vector<Candidate> common;
    for (const auto& one : candidates)
        if (std::any_of(others.begin(), others.end(), [&](const Candidate& other) {
                return other.master == one.master && other.flipped == one.flipped && other.pages == one.pages;
            }))
            common.push_back(one);
    if (!common.empty()) candidates = std::move(common);
}

}  // namespace

std::vector<Subject> in_two_languages(const std::vector<Subject>& subjects) {
    std::vector<Subject> doubled;
    for (const auto& subject : subjects) {
        doubled.push_back(subject);
        if (stands_once(subject)) continue;
        doubled.push_back(subject);
        doubled.back().second = true;
    }
    return doubled;
}

void arrange_alike(std::vector<Part>& parts) {
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        Part &first = parts[i], &second = parts[i + 1];
        if (first.subject.second || !second.subject.second) continue;
        first.at_left = true;
        keep_common(first.candidates, second.candidates);
        keep_common(second.candidates, first.candidates);
    }
}

}  // namespace brochure::layout
