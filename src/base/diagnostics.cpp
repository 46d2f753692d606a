#include "base/diagnostics.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace brochure {

void Diagnostics::error(SourcePosition where, std::string rule, std::string text, std::string hint) {
    all_.push_back({Severity::error, where, std::move(text), std::move(hint), std::move(rule), Blame::author});
}
void Diagnostics::warning(SourcePosition where, std::string rule, std::string text, std::string hint) {
    all_.push_back({Severity::warning, where, std::move(text), std::move(hint), std::move(rule), Blame::author});
}
void Diagnostics::note(SourcePosition where, std::string rule, std::string text, std::string hint) {
    all_.push_back({Severity::note, where, std::move(text), std::move(hint), std::move(rule), Blame::author});
}
void Diagnostics::failure(std::string rule, std::string text, std::string hint) {
    all_.push_back({Severity::error, {}, std::move(text), std::move(hint), std::move(rule), Blame::world});
}
void Diagnostics::take(Diagnostics&& other) {
    std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
    other.all_.clear();
}
bool Diagnostics::has_errors() const { return count(Severity::error) > 0; }
bool Diagnostics::has_failures() const {
    return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.blame == Blame::world; });
}
std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}
std::vector<Diagnostic> Diagnostics::sorted(const SourceFiles& files) const {
    auto list = all_;
    const auto name = [&](const Diagnostic& d) {
        return d.where.file.index < 0 ? std::string{} : files.path(d.where.file);
    };
    std::stable_sort(list.begin(), list.end(), [&](const Diagnostic& a, const Diagnostic& b) {
        return std::tuple(name(a), a.where.line, a.where.column) < std::tuple(name(b), b.where.line, b.where.column);
    });
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

}  // namespace brochure
