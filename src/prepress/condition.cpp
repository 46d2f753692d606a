#include "prepress/condition.hpp"

#include <algorithm>
#include <array>

namespace brochure::prepress {
namespace {

// Letters and digits alone, small: "CGATS TR 006" and "CGATS_TR006" are the same.
std::string plain(std::string_view words) {
    std::string all;
    for (const char c : words) {
        if (c >= 'A' && c <= 'Z') all += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) all += c;
    }
    return all;
}

// The digits after a word, without noughts before them.
std::string number_after(const std::string& all, std::string_view word) {
    const auto at = all.find(word);
    if (at == std::string::npos) return {};
    const auto from = std::min(all.find_first_not_of('0', at + word.size()), all.size());
    const auto to = std::min(all.find_first_not_of("0123456789", from), all.size());
    return all.substr(from, to - from);
}

struct Name {
    std::string_view words, condition;
};
// The more exact name first.
constexpr std::array<Name, 13> names{{{"isocoatedv2", "fogra39"},
                                      {"psocoatedv3", "fogra51"},
                                      {"psouncoatedv3", "fogra52"},
                                      {"psolwcimproved", "fogra45"},
                                      {"gracol2013unc", "crpc3"},
                                      {"gracol2013", "crpc6"},
                                      {"swop2013c3", "crpc5"},
                                      {"gracol", "tr6"},
                                      {"coated3", "tr3"},
                                      {"coated5", "tr5"},
                                      {"swop", "tr1"},
                                      {"jc200103", "japancolor2001"},
                                      {"japancolor2001coated", "japancolor2001"}}};

}  // namespace

std::string condition_in(std::string_view words) {
    const std::string all = plain(words);
    for (const std::string_view series : {"fogra", "crpc"})
        if (const auto number = number_after(all, series); !number.empty()) return std::string{series} + number;
    if (const auto number = number_after(all, "cgatstr"); !number.empty()) return "tr" + number;
    for (const Name& name : names)
        if (all.find(name.words) != std::string::npos) return std::string{name.condition};
    return {};
}

bool conditions_differ(std::string_view one, std::string_view other) {
    const std::string a = condition_in(one), b = condition_in(other);
    return !a.empty() && !b.empty() && a != b;
}

}  // namespace brochure::prepress
