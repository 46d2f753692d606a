#include "cli/tell_apart.hpp"

#include <map>
#include <set>
#include <tuple>

namespace brochure::cli {
namespace {

using Place = std::tuple<int, int, int, std::string>;

Place place_of(const Diagnostic& each) {
    return {each.where.file.index, each.where.line, each.where.column, each.rule};
}

}  // namespace

void tell_apart(std::vector<FoundIn>& all) {
    std::map<Place, std::set<std::string>> texts;
    for (const auto& one : all)
        for (const auto& each : one.found.all()) texts[place_of(each)].insert(each.text + '\n' + each.hint);
    for (auto& one : all) {
        // Two texts of one publication are about two things of it: saying whose they are would not help.
        std::map<Place, int> mine;
        for (const auto& each : one.found.all()) ++mine[place_of(each)];
        Diagnostics named;
        for (Diagnostic each : one.found.all()) {
            const Place place = place_of(each);
            const bool says_so = each.text.find(" of " + one.publication + " ") != std::string::npos;
            if (each.where.line > 0 && texts[place].size() > 1 && mine[place] == 1 && !says_so)
                each.text += " (in " + one.publication + ")";
            named.add(std::move(each));
        }
        one.found = std::move(named);
    }
}

}  // namespace brochure::cli
