#include "text/item_places.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/addresses.hpp"
#include "text/itemise.hpp"
#include "text/long_words.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

class PlaceFinder {
public:
    PlaceFinder(Prepared::Implementation& paragraph, MeasuredText& measured, std::optional<double> column)
        : p_{paragraph}, measured_{measured}, text_{paragraph.text}, column_{column} {}

    std::vector<Place> find() {
        std::vector<Opportunity> found;
        line_opportunities(text_, p_.parts.empty() ? std::string_view{} : std::string_view{p_.parts.front().lang},
                           p_.fonts->iterators, found);
        tailor_opportunities(text_, found);
        std::size_t part = 0;
        for (const Opportunity& each : found) {
            while (part < p_.parts.size() && p_.parts[part].end <= each.offset) ++part;
            const bool kept = part < p_.parts.size() && p_.parts[part].keep && p_.parts[part].begin < each.offset;
            if (each.mandatory || !kept) places_.push_back({each.offset, each.mandatory, false});
        }
        const std::size_t typed = places_.size();
        if (p_.style->hyphenation.on) find_hyphens();
        if (column_) find_mail_places();
        if (column_ && !p_.style->hyphenation.on) find_places_in_long_words();
        const auto earlier = [](const Place& a, const Place& b) { return a.offset < b.offset; };
        const auto found_after = places_.begin() + static_cast<std::ptrdiff_t>(typed);
        std::stable_sort(found_after, places_.end(), earlier);
        std::inplace_merge(places_.begin(), found_after, places_.end(), earlier);
        places_.erase(std::unique(places_.begin(), places_.end(),
                                  [](const Place& a, const Place& b) { return a.offset == b.offset; }),
                      places_.end());
        return std::move(places_);
    }

private:
    // Before a mark, so that nobody takes it for the end of a sentence (Chicago Manual of Style, 7.46); at no hyphen.
    void find_mail_places() {
        std::vector<Address> addresses;
        find_addresses(text_, addresses);
        for (const Address& address : addresses)
            for (std::size_t i = address.begin + 1; i + 1 < address.end; ++i)
                if (address.kind == Address::Kind::email && std::string_view{"@."}.find(text_[i]) != std::string::npos)
                    places_.push_back({static_cast<std::uint32_t>(i), false, false, true});
    }

    // What stands between two places where the line may end anyway is looked at, in Japanese or Thai a part of a word.
    void find_places_in_long_words() {
        for (auto [begin, end] : divisible_words(text_)) {
            std::vector<std::uint32_t> ends;
            for (const Place& place : places_)
                if (place.offset > begin && place.offset < end) ends.push_back(place.offset);
            std::sort(ends.begin(), ends.end());
            ends.push_back(end);
            for (const std::uint32_t each : ends) {
                divide_if_long(begin, each, each < end ? each : end_of_unit(end));
                begin = each;
            }
        }
    }
    // A hyphen and the letters behind it stay with the word before where the line may not end between.
    std::uint32_t end_of_unit(std::uint32_t at) const {
        const auto is_place = [&](std::uint32_t offset) {
            return std::any_of(places_.begin(), places_.end(),
                               [&](const Place& place) { return place.offset == offset; });
        };
        bool hyphen = false;
        while (at < text_.size() && !is_place(at)) {
            std::uint32_t next = at;
            const std::uint32_t code = next_code(text_, next);
            const bool is_hyphen = code == '-' || code == 0x2010;
            if (!is_hyphen && !(hyphen && u_isalpha(static_cast<UChar32>(code)))) break;
            hyphen = true;
            at = next;
        }
        return at;
    }
    void divide_if_long(std::uint32_t begin, std::uint32_t end, std::uint32_t unit) {
        if (measured_.part_at(begin).keep || measured_.width(begin, unit) <= *column_) return;
        for (Place& place : places_)  // it begins a line where it can
            if (place.offset == begin && !place.mandatory) place.divided = before_long_word;
        const std::string_view word = std::string_view{text_}.substr(begin, end - begin);
        for (const Division& each : divisions(word, measured_.part_at(begin).lang, p_.fonts->hyphenator)) {
            Place place{begin + each.offset, false, false};
            place.divided = each.by_pattern ? hyphen_penalty : letter_penalty;
            place.bare = !each.hyphen;
            places_.push_back(place);
        }
    }

    void find_hyphens() {
        const auto& style = p_.style->hyphenation;
        const HyphenRules rules{style.before, style.after, style.capitalised};
        std::vector<HyphenPoint> points;
        for (std::uint32_t at = 0; at < text_.size();) {
            const std::uint32_t begin = at;
            std::uint32_t end = at;
            while (end < text_.size()) {
                const std::uint32_t code = next_code(text_, at);
                if (code == ' ' || code == 0xA0 || code == 0x202F || is_line_end(code)) break;
                end = at;
            }
            if (end < begin + static_cast<std::uint32_t>(std::max(0, style.before + style.after))) continue;
            const Part& part = measured_.part_at(begin);
            if (part.keep) continue;
            points.clear();
            p_.fonts->hyphenator.points(std::string_view{text_}.substr(begin, end - begin), part.lang, rules, points);
            for (const HyphenPoint& point : points)
                if (point.kind == HyphenPoint::Kind::pattern && !measured_.part_at(begin + point.offset).keep) {
                    places_.push_back({begin + point.offset, false, true});
                    p_.has_patterns = true;
                }
        }
    }

    Prepared::Implementation& p_;
    MeasuredText& measured_;
    const std::string& text_;
    std::optional<double> column_;
    std::vector<Place> places_;
};

}  // namespace

std::vector<Place> item_places(Prepared::Implementation& paragraph, MeasuredText& measured,
                               std::optional<double> column) {
    return PlaceFinder{paragraph, measured, column}.find();
}

}  // namespace brochure::text
