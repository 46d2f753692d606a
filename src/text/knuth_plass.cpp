#include "text/knuth_plass.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <tuple>

#include "text/break_places.hpp"

namespace brochure::text {

using Place = BreakScratch::Place;

/// The cheapest way to come to a place in one state.
struct BreakScratch::Node {
    double demerits = 0;
    std::uint32_t place = 0, before = 0;  // before: the node that its last line starts from
    std::uint32_t line = 0;               // lines so far, counted up to the last measure
    BreakState state;
};

BreakScratch::BreakScratch() = default;
BreakScratch::~BreakScratch() = default;
BreakScratch::BreakScratch(BreakScratch&&) noexcept = default;
BreakScratch& BreakScratch::operator=(BreakScratch&&) noexcept = default;

namespace {

using Node = BreakScratch::Node;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

class Search {
public:
    Search(std::span<const BreakItem> items, std::span<const double> measures, const BreakSettings& settings,
           BreakScratch& scratch)
        : measures_{measures},
          settings_{settings},
          places_{scratch.places},
          nodes_{scratch.nodes},
          cost_{scratch.places, settings} {
        for (const BreakItem& item : items) greatest_hang_ = std::max(greatest_hang_, item.hang_end);
        const double narrowest = *std::min_element(measures.begin(), measures.end());
        margin_ = cost_.greatest_join(narrowest);
    }

    /// The last node of the cheapest way of all. Most lines a paragraph could have are far too loose, so they are first
    /// left out. Then a line that alone costs more than the way found cannot be of a cheaper one.
    std::uint32_t run() {
        const double first = cost_.cheapest_loose(), any = std::numeric_limits<double>::infinity();
        const std::uint32_t best = run(first);
        if (best == none) return run(any);
        const double least_to_beat = nodes_[best].demerits + cost_.greatest_credit();
        return least_to_beat < first ? best : run(std::nextafter(least_to_beat, any));
    }

private:
    /// The last node of the cheapest way whose lines are all looser by less than `ceiling`, or `none`.
    std::uint32_t run(double ceiling) {
        nodes_.clear();
        nodes_.push_back(Node{0, 0, none, 0, {}});
        first_active_ = 0;
        for (std::uint32_t j = 1; j < places_.size(); ++j) {
            const auto old_end = static_cast<std::uint32_t>(nodes_.size());
            reach(j, old_end, ceiling);
            prune(old_end);
            if (places_[j].forced) first_active_ = old_end;
            if (first_active_ == nodes_.size()) return none;
        }
        std::uint32_t best = first_active_;
        for (std::uint32_t n = best + 1; n < nodes_.size(); ++n)
            if (nodes_[n].demerits < nodes_[best].demerits) best = n;
        return best;
    }

    double measure(std::uint32_t line) const { return measures_[std::min<std::size_t>(line, measures_.size() - 1)]; }

    // Tries the lines that end at place `j`, from the longest to the shortest.
    void reach(std::uint32_t j, std::uint32_t old_end, double ceiling) {
        const auto last_measure = static_cast<std::uint32_t>(measures_.size() - 1);
        bool all_before_dead = true;
        for (std::uint32_t n = first_active_; n < old_end;) {
            // Nodes of one place and line differ only in what came before: the line is weighed once for them all.
            const std::uint32_t place = nodes_[n].place, line_number = nodes_[n].line;
            std::uint32_t same = n + 1;
            while (same < old_end && nodes_[same].place == place && nodes_[same].line == line_number) ++same;
            const double room = measure(line_number);
            const LineCost::Weighed line = cost_.line(place, j, room);
            // A line may be too wide only when it cannot be divided.
            if (!line.overfull || place + 1 == j) {
                if (line.looseness < ceiling) {
                    for (std::uint32_t k = n; k < same; ++k) add(k, j, line, room, old_end);
                } else if (line_number == last_measure && last_measure < 2) {
                    break;  // lines from later places, all of this measure, are looser still
                }
            }
            const bool dead = line.overfull && cost_.least_width(place, j, greatest_hang_) > room;
            if (all_before_dead && dead)
                first_active_ = same;
            else
                all_before_dead = false;
            n = same;
        }
    }

    void add(std::uint32_t from, std::uint32_t j, const LineCost::Weighed& line, double room, std::uint32_t old_end) {
        Node node;
        node.state = nodes_[from].state;
        node.demerits = nodes_[from].demerits + line.demerits + cost_.join(node.state, line, j, room);
        node.place = j;
        node.before = from;
        node.line = std::min(nodes_[from].line + 1, static_cast<std::uint32_t>(measures_.size() - 1));
        for (std::size_t k = old_end; k < nodes_.size(); ++k) {
            Node& other = nodes_[k];
            if (other.line != node.line || !(other.state == node.state)) continue;
            if (node.demerits < other.demerits) other = node;
            return;
        }
        nodes_.push_back(node);
    }

    // Drops new nodes that a better one at the same place makes idle: whatever follows, the better one cannot lose as
    // much as it leads by. Then puts nodes of one line number side by side.
    void prune(std::uint32_t begin) {
        if (nodes_.size() - begin < 2) return;
        const auto first = nodes_.begin() + begin;
        std::sort(first, nodes_.end(), [](const Node& a, const Node& b) {
            return std::tie(a.line, a.demerits, a.before) < std::tie(b.line, b.demerits, b.before);
        });
        auto kept = first + 1;
        const Node* best = &*first;
        for (auto node = first + 1; node != nodes_.end(); ++node) {
            if (node->line != best->line) {
                *kept = *node;
                best = &*kept++;
                continue;
            }
            const bool idle = node->demerits >= best->demerits + margin_ && best->state.hyphens <= node->state.hyphens;
            if (!idle) *kept++ = *node;
        }
        nodes_.erase(kept, nodes_.end());
    }

    std::span<const double> measures_;
    const BreakSettings& settings_;
    const std::vector<Place>& places_;
    std::vector<Node>& nodes_;
    LineCost cost_;
    std::uint32_t first_active_ = 0;
    double greatest_hang_ = 0, margin_ = 0;
};

/// Turns line ends (indices of places) into lines with all their figures.
BrokenParagraph describe(std::span<const Place> places, std::span<const double> measures, const BreakSettings& settings,
                         std::span<const std::uint32_t> ends) {
    const LineCost cost{places, settings};
    BrokenParagraph result;
    result.lines.reserve(ends.size());
    BreakState state;
    std::uint32_t from = 0;
    for (const std::uint32_t to : ends) {
        const double measure = measures[std::min(result.lines.size(), measures.size() - 1)];
        const LineCost::Weighed weighed = cost.line(from, to, measure);
        BrokenLine line;
        line.first = places[from].next;
        line.end = places[to].end;
        line.at = places[to].at;
        line.width = weighed.width;
        line.measure = measure;
        line.ratio = weighed.ratio;
        line.letters = weighed.letters;
        line.demerits = weighed.demerits + cost.join(state, weighed, to, measure);
        line.flagged = places[to].flagged;
        line.overfull = weighed.overfull;
        line.loose = weighed.loose;
        line.paragraph_end = places[to].forced;
        result.demerits += line.demerits;
        result.lines.push_back(line);
        from = to;
    }
    return result;
}

}  // namespace

BrokenParagraph break_paragraph(std::span<const BreakItem> items, std::span<const double> measures,
                                const BreakSettings& settings, BreakScratch& scratch) {
    assert(!measures.empty());
    collect_places(items, scratch.places);
    if (scratch.places.empty()) return {};
    Search search{items, measures, settings, scratch};
    const std::uint32_t best = search.run();
    assert(best != none);
    std::vector<std::uint32_t>& ends = scratch.active;
    ends.clear();
    for (std::uint32_t node = best; scratch.nodes[node].before != none; node = scratch.nodes[node].before)
        ends.push_back(scratch.nodes[node].place);
    std::reverse(ends.begin(), ends.end());
    return describe(scratch.places, measures, settings, ends);
}

BrokenParagraph break_paragraph(std::span<const BreakItem> items, std::span<const double> measures,
                                const BreakSettings& settings) {
    BreakScratch scratch;
    return break_paragraph(items, measures, settings, scratch);
}

BrokenParagraph first_fit(std::span<const BreakItem> items, std::span<const double> measures,
                          const BreakSettings& settings) {
    assert(!measures.empty());
    std::vector<Place> places;
    collect_places(items, places);
    if (places.empty()) return {};
    const LineCost cost{places, settings};
    std::vector<std::uint32_t> ends;
    const auto last = static_cast<std::uint32_t>(places.size() - 1);
    for (std::uint32_t from = 0; from < last;) {
        const double measure = measures[std::min(ends.size(), measures.size() - 1)];
        std::uint32_t to = from + 1;
        for (std::uint32_t j = from + 1; j <= last; ++j) {
            const double width = cost.line(from, j, measure).width;
            if (width <= measure) to = j;
            if (width > 2 * measure || places[j].forced) break;
        }
        ends.push_back(to);
        from = to;
    }
    return describe(places, measures, settings, ends);
}

BrokenParagraph weigh(std::span<const BreakItem> items, std::span<const double> measures, const BreakSettings& settings,
                      std::span<const std::size_t> ends) {
    assert(!measures.empty());
    std::vector<Place> places;
    collect_places(items, places);
    if (places.empty()) return {};
    std::vector<std::uint32_t> chosen;
    std::size_t wanted = 0;
    for (std::uint32_t j = 1; j < places.size(); ++j) {
        while (wanted < ends.size() && ends[wanted] < places[j].at) ++wanted;
        const bool is_end = wanted < ends.size() && ends[wanted] == places[j].at;
        if (is_end || places[j].forced) chosen.push_back(j);
    }
    return describe(places, measures, settings, chosen);
}

}  // namespace brochure::text
