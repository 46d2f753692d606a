#include "base/diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>

namespace brochure {
namespace {

Diagnostic of_author(Severity severity, SourcePosition where, std::string rule, std::string text, std::string hint,
                     std::optional<Measured> measured = {}) {
    return {severity, where, std::move(text), std::move(hint), std::move(rule), Blame::author, {}, std::move(measured)};
}

}  // namespace

void Diagnostics::error(SourcePosition where, std::string rule, std::string text, std::string hint,
                        std::optional<Measured> measured) {
    add(of_author(Severity::error, where, std::move(rule), std::move(text), std::move(hint), std::move(measured)));
}
void Diagnostics::warning(SourcePosition where, std::string rule, std::string text, std::string hint,
                          std::optional<Measured> measured) {
    add(of_author(Severity::warning, where, std::move(rule), std::move(text), std::move(hint), std::move(measured)));
}
void Diagnostics::note(SourcePosition where, std::string rule, std::string text, std::string hint) {
    add(of_author(Severity::note, where, std::move(rule), std::move(text), std::move(hint)));
}
void Diagnostics::failure(std::string rule, std::string text, std::string hint) {
    all_.push_back({Severity::error, {}, std::move(text), std::move(hint), std::move(rule), Blame::world, {}});
}
void Diagnostics::take(Diagnostics&& other) {
    std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
    other.all_.clear();
}
void Diagnostics::move_pages(int pages) {
    for (Diagnostic& each : all_)
        if (each.measured && each.measured->page > 0) each.measured->page += pages;
}
bool Diagnostics::has_errors() const {
    return count(Severity::error) > 0;
}
bool Diagnostics::has_failures() const {
    return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.blame == Blame::world; });
}
std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}
std::vector<Diagnostic> Diagnostics::sorted(const SourceFiles& files) const {
    const auto place = [&](const Diagnostic* d) {
        const bool placed = d->where.file.index >= 0;
        return std::tuple(placed ? std::string_view(files.path(d->where.file)) : std::string_view{}, d->where.line,
                          d->where.column);
    };
    std::vector<const Diagnostic*> order;
    order.reserve(all_.size());
    for (const auto& each : all_) order.push_back(&each);
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return place(a) < place(b); });

    std::vector<Diagnostic> list;
    list.reserve(order.size());
    std::set<std::tuple<std::string_view, std::string_view, std::string_view, Severity, Blame>> told;  // at one place
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Diagnostic& each = *order[i];
        if (i > 0 && place(order[i - 1]) != place(order[i])) told.clear();
        if (told.emplace(each.text, each.hint, each.rule, each.severity, each.blame).second) list.push_back(each);
    }
    return list;
}

}  // namespace brochure
