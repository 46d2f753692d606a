#include "text/prepare_items.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "text/addresses.hpp"
#include "text/itemise.hpp"
#include "text/itemise_mixed.hpp"
#include "text/joiners.hpp"
#include "text/long_words.hpp"
#include "text/utf8.hpp"
#include "text/workbench.hpp"

namespace brochure::text {
namespace {

constexpr double hyphen_penalty = 50, typed_hyphen_penalty = 20, address_penalty = 200, letter_penalty = 500,
                 before_long_word = -2000;

/// A place where the paragraph may be divided.
struct Place {
    std::uint32_t offset = 0;
    bool mandatory = false, pattern = false;
    bool address = false;  // within an e-mail address too wide for its column
    double divided = 0;    // within a word too wide for its column: the penalty; before it: below zero
    bool bare = false;     // there without a hyphen
};

bool is_stretching_space(std::uint32_t c) {
    return c == ' ' || c == 0xA0;
}

class ItemMaker {
public:
    ItemMaker(Prepared::Implementation& paragraph, std::optional<double> column)
        : p_{paragraph}, text_{paragraph.text}, column_{column} {}

    void make() {
        measure_clusters();
        find_places();
        std::uint32_t at = 0;
        for (const Place& place : places_) {
            segment(at, place);
            at = place.offset;
        }
        while (!p_.items.empty() && p_.items.back().kind != BreakItem::Kind::box) drop_last();
        p_.natural_width = natural_width();
    }

private:
    /// Sums the advances up to each byte. A ligature's is shared among its letters, since a line may end within it.
    void measure_clusters() {
        upto_.assign(text_.size() + 1, 0.0);
        unsafe_.assign(text_.size() + 1, false);
        for (const Piece& piece : p_.pieces) {
            const double scale = piece.scale();
            const std::uint32_t count = piece.end_glyph - piece.first_glyph;
            for (std::uint32_t n = 0; n < count;) {
                const auto glyph = [&](std::uint32_t k) -> const ShapedGlyph& {
                    return p_.glyphs[piece.rtl() ? piece.end_glyph - 1 - k : piece.first_glyph + k];
                };
                const std::uint32_t cluster = glyph(n).cluster;
                double advance = 0;
                for (; n < count && glyph(n).cluster == cluster; ++n) {
                    advance += glyph(n).advance * scale;
                    if (glyph(n).unsafe) unsafe_[cluster] = true;
                }
                const std::uint32_t end = n < count ? glyph(n).cluster : piece.end;
                share(cluster, std::max(end, cluster + 1), advance + piece.tracking);
            }
        }
        double sum = 0;
        for (double& width : upto_) {
            const double own = width;
            width = sum;
            sum += own;
        }
    }

    void share(std::uint32_t begin, std::uint32_t end, double advance) {
        if (end - begin == 1) {
            upto_[begin] += advance;
            return;
        }
        int letters = 0;
        for (std::uint32_t i = begin; i < end; ++i) letters += starts_letter(i) ? 1 : 0;
        if (letters <= 1) {
            upto_[begin] += advance;
            return;
        }
        for (std::uint32_t i = begin; i < end; ++i)
            if (starts_letter(i)) upto_[i] += advance / letters;
    }
    bool starts_letter(std::uint32_t i) const { return (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U; }
    double width(std::uint32_t begin, std::uint32_t end) const { return upto_[end] - upto_[begin]; }

    const Part& part_at(std::uint32_t offset) {
        while (part_ + 1 < p_.parts.size() && p_.parts[part_].end <= offset) ++part_;
        while (part_ > 0 && p_.parts[part_].begin > offset) --part_;
        return p_.parts[part_];
    }
    /// The piece that holds the character at `offset`, or null (a line end, a character without font).
    const Piece* piece_at(std::uint32_t offset) {
        while (piece_ + 1 < p_.pieces.size() && p_.pieces[piece_].end <= offset) ++piece_;
        while (piece_ > 0 && p_.pieces[piece_].begin > offset) --piece_;
        if (p_.pieces.empty() || p_.pieces[piece_].begin > offset || p_.pieces[piece_].end <= offset) return nullptr;
        return &p_.pieces[piece_];
    }

    void find_places() {
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
    }

    // Before a mark, so that nobody takes it for the end of a sentence (Chicago Manual of Style, 7.46).
    void find_mail_places() {
        std::vector<Address> addresses;
        find_addresses(text_, addresses);
        for (const Address& address : addresses)
            for (std::size_t i = address.begin + 1; i + 1 < address.end; ++i)
                if (address.kind == Address::Kind::email &&
                    std::string_view{"@.-_"}.find(text_[i]) != std::string::npos)
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
        if (part_at(begin).keep || width(begin, unit) <= *column_) return;
        for (Place& place : places_)  // it begins a line where it can
            if (place.offset == begin && !place.mandatory) place.divided = before_long_word;
        const std::string_view word = std::string_view{text_}.substr(begin, end - begin);
        for (const Division& each : divisions(word, part_at(begin).lang, p_.fonts->hyphenator)) {
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
            const Part& part = part_at(begin);
            if (part.keep) continue;
            points.clear();
            p_.fonts->hyphenator.points(std::string_view{text_}.substr(begin, end - begin), part.lang, rules, points);
            for (const HyphenPoint& point : points)
                if (point.kind == HyphenPoint::Kind::pattern && !part_at(begin + point.offset).keep) {
                    places_.push_back({begin + point.offset, false, true});
                    p_.has_patterns = true;
                }
        }
    }

    void add(const BreakItem& item, std::uint32_t begin, std::uint32_t end, bool hyphen = false, bool pattern = false) {
        p_.items.push_back(item);
        p_.places.push_back({begin, end, hyphen, pattern});
    }
    void drop_last() {
        p_.items.pop_back();
        p_.places.pop_back();
    }

    /// The text from `at` to `place`: words and the spaces between them, then the way the line may end there.
    void segment(std::uint32_t at, const Place& place) {
        std::uint32_t content = place.offset;  // the end of what shows
        for (;;) {
            if (content > at && (text_[content - 1] == ' ' || ends_line_before(content)))
                --content;
            else if (content >= at + 3 && (text_.compare(content - 3, 3, "\xE2\x80\xA8") == 0 ||
                                           text_.compare(content - 3, 3, "\xE2\x80\xA9") == 0))
                content -= 3;
            else if (content >= at + 2 && text_.compare(content - 2, 2, "\xC2\x85") == 0)
                content -= 2;
            else
                break;
        }
        chunks(at, content);
        if (place.mandatory) {
            if (place.offset < text_.size()) add(penalty(forced), content, place.offset);
        } else if (content < place.offset) {
            const double joined =
                place.divided != 0 ? place.divided
                : p_.style->keep_joiners != design::Joiners::free
                    ? joiner_penalty(text_, content, part_at(at).lang, p_.style->keep_joiners == design::Joiners::names)
                    : 0;
            if (joined != 0) add(penalty(joined), content, content);
            spaces(content, place.offset);
            release_kerning(content);
        } else if (place.offset < text_.size()) {
            may_end(place);
        }
    }
    bool ends_line_before(std::uint32_t end) const {
        const char c = text_[end - 1];
        return c == '\n' || c == '\r' || c == '\v' || c == '\f';
    }

    void may_end(const Place& place) {
        const Piece* after = piece_at(place.offset);
        if (after != nullptr && after->gap_before && after->begin == place.offset) return gap(*after, true);
        if (place.address) return add(penalty(address_penalty), place.offset, place.offset);
        if (place.bare) {
            add(penalty(place.divided, final_form(place.offset)), place.offset, place.offset);
            p_.places.back().divided = true;
            return;
        }
        const bool soft = place.offset >= 2 && text_.compare(place.offset - 2, 2, "\xC2\xAD") == 0;
        if (!place.pattern && !soft && place.divided <= 0) {
            const bool typed = text_[place.offset - 1] == '-' ||
                               (place.offset >= 3 && text_.compare(place.offset - 3, 3, "\xE2\x80\x90") == 0);
            const double cost = place.divided < 0 ? place.divided : typed ? typed_hyphen_penalty : 0;
            return add(penalty(cost, 0, typed), place.offset, place.offset);
        }
        const double width = hyphen_width(place.offset - (soft ? 2 : 0));
        BreakItem item = penalty(std::max(hyphen_penalty, place.divided), width, true);
        if (hangs_right()) item.hang_end = width * hang_at_end('-', false);
        add(item, place.offset, place.offset, true, place.pattern);
        p_.places.back().divided = place.divided > 0;
    }

    /// What a hyphen adds to the letter before `end`: it is kerned with the hyphen and no longer with the next letter.
    double hyphen_width(std::uint32_t end) {
        std::uint32_t begin = end - 1;
        while (begin > 0 && !starts_letter(begin)) --begin;
        const Piece* piece = piece_at(begin);
        if (piece == nullptr) return 0;
        std::string letter = text_.substr(begin, end - begin);
        append_code(letter, piece->face->hyphen_code);
        return std::max(0.0, shaped_width(letter, *piece) * piece->scale() + piece->tracking - width(begin, end));
    }

    /// What the last letter before `end` gains where letters are joined: there it has the form of a word's last.
    double final_form(std::uint32_t end) {
        std::uint32_t begin = end - 1;
        while (begin > 0 && !starts_letter(begin)) --begin;
        const Piece* piece = piece_at(begin);
        if (piece == nullptr) return 0;
        constexpr std::string_view joiner = "\xE2\x80\x8D";
        const std::string letter = std::string{joiner} + text_.substr(begin, end - begin);
        return std::max(0.0, shaped_width(letter, *piece) * piece->scale() + piece->tracking - width(begin, end));
    }

    /// Moves the kerning between a word and the space at `space` from the word, whose line may end there, to the space.
    void release_kerning(std::uint32_t space) {
        if (!unsafe_[space] || p_.items.size() < 2 || p_.items[p_.items.size() - 2].kind != BreakItem::Kind::box)
            return;
        std::uint32_t begin = space - 1;
        while (begin > 0 && !starts_letter(begin)) --begin;
        const Piece* piece = piece_at(begin);
        if (piece == nullptr || piece->end <= space) return;
        const std::uint32_t letter = space - begin;
        const double kerning = (shaped_width(text_.substr(begin, letter + 1), *piece, letter) -
                                shaped_width(text_.substr(begin, letter), *piece)) *
                               piece->scale();
        BreakItem &word = p_.items[p_.items.size() - 2], &gap = p_.items.back();
        if (word.width < kerning || gap.width + kerning < gap.shrink) return;
        word.width -= kerning;
        gap.width += kerning;
    }

    /// The advance of a few letters, of the first `bytes` of them, in font units; they are kept with the words that
    /// were shaped.
    double shaped_width(std::string_view letters, const Piece& piece, std::uint32_t bytes = ~0U) {
        if (!bench_) bench_.emplace(*p_.fonts);
        Workbench& bench = **bench_;
        const Part& part = p_.parts[piece.part];
        const ShapedWords::Setting setting = bench.words.setting_of(piece, part);
        bool known = false;
        std::span<const ShapedGlyph> glyphs = bench.words.find(setting, letters, known);
        if (!known) {
            shaped_.clear();
            bench.shaper.shape(letters, 0, static_cast<std::uint32_t>(letters.size()), piece, part, false, shaped_);
            bench.words.keep(setting, letters, shaped_);
            glyphs = shaped_;
        }
        double width = 0;
        for (const ShapedGlyph& glyph : glyphs) width += glyph.cluster < bytes ? glyph.advance : 0;
        return width;
    }

    void gap(const Piece& after, bool may_break) {
        if (!may_break) add(penalty(forbidden), after.begin, after.begin);
        add(glue(mixed_gap * after.size), after.begin, after.begin);
    }

    bool hangs_left() const {
        return p_.style->hang &&
               (p_.style->setting == design::Setting::ragged || p_.style->setting == design::Setting::justified);
    }
    bool hangs_right() const { return p_.style->hang && p_.style->setting == design::Setting::justified; }

    /// Boxes, with the spaces within them at which no line may end.
    void chunks(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t start = begin;
        for (std::uint32_t at = begin; at < end;) {
            const std::uint32_t here = at;
            const std::uint32_t code = next_code(text_, at);
            if (is_stretching_space(code)) {
                word_box(start, here);
                add(penalty(forbidden), here, here);
                spaces(here, at);
                start = at;
            } else if (here > start) {
                const Piece* piece = piece_at(here);
                if (piece != nullptr && piece->gap_before && piece->begin == here) {
                    word_box(start, here);
                    gap(*piece, false);
                    start = here;
                }
            }
        }
        word_box(start, end);
    }

    void spaces(std::uint32_t begin, std::uint32_t end) {
        const double natural = width(begin, end);
        // What spaces give or take is a part of the font's space, not of what kerning left of it: all spaces of a line
        // then change alike. Words of fonts without a space have nothing to stretch.
        double spaces = 0;
        for (std::uint32_t at = begin; at < end;) {
            const std::uint32_t here = at;
            const Piece* piece = is_stretching_space(next_code(text_, at)) ? piece_at(here) : nullptr;
            if (piece != nullptr) spaces += word_space(*piece);
        }
        add(glue(natural, spaces * std::max(0.0, p_.style->word_space_max - 1),
                 std::clamp(spaces * (1 - p_.style->word_space_min), 0.0, std::max(0.0, natural))),
            begin, end);
        word_hash_ = 0;
    }

    std::uint32_t word_hash(std::uint32_t begin) {
        if (word_hash_ != 0 || static_cast<unsigned char>(text_[begin]) >= 0xE0) return word_hash_;
        std::uint32_t hash = 2166136261U;  // FNV-1a, to the next space
        for (std::uint32_t i = begin; i < text_.size() && text_[i] != ' ' && text_[i] != '\n'; ++i)
            hash = (hash ^ static_cast<unsigned char>(text_[i])) * 16777619U;
        return word_hash_ = hash | 1U;
    }

    void word_box(std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) return;
        BreakItem item = box(std::max(0.0, width(begin, end)), word_hash(begin));
        const Piece* piece = piece_at(begin);
        const bool cjk = piece != nullptr && piece->cjk;
        if (hangs_left()) {
            std::uint32_t next = begin;
            const double part = hang_at_start(next_code(text_, next), cjk);
            item.hang_start = std::clamp(part * width(begin, std::min(next, end)), 0.0, item.width);
        }
        if (hangs_right()) {
            std::uint32_t last = end - 1;
            while (last > begin && !starts_letter(last)) --last;
            std::uint32_t after = last;
            const double part = hang_at_end(next_code(text_, after), cjk);
            item.hang_end = std::clamp(part * width(last, end), 0.0, item.width);
        }
        if (p_.style->setting == design::Setting::justified) item.stretch = letter_stretch(begin, end, piece);
        add(item, begin, end);
    }

    double letter_stretch(std::uint32_t begin, std::uint32_t end, const Piece* piece) const {
        int letters = 0;
        for (std::uint32_t i = begin; piece != nullptr && i < end; ++i) letters += starts_letter(i) ? 1 : 0;
        return letters == 0 ? 0 : letters * letter_room(*p_.style, *piece);
    }

    /// The longest stretch between forced line ends.
    double natural_width() const {
        double longest = 0, width = 0;
        for (const BreakItem& item : p_.items) {
            if (item.kind != BreakItem::Kind::penalty)
                width += item.width;
            else if (item.penalty <= forced)
                width = 0;
            longest = std::max(longest, width);
        }
        return std::max(0.0, longest - (p_.pieces.empty() ? 0 : p_.pieces.back().tracking));
    }

    Prepared::Implementation& p_;
    const std::string& text_;
    std::optional<double> column_;
    std::vector<double> upto_;
    std::vector<bool> unsafe_;  // by the first byte of a cluster: it is kerned, or joined, with the one before
    std::vector<Place> places_;
    std::size_t part_ = 0, piece_ = 0;
    std::uint32_t word_hash_ = 0;
    std::optional<BorrowedBench> bench_;  // borrowed when a word is first divided
    std::vector<ShapedGlyph> shaped_;
};

}  // namespace

double word_space(const Piece& piece) {
    return piece.face->space_advance * piece.scale();
}

double letter_room(const design::Style& style, const Piece& piece) {
    // Japanese has no spaces to stretch: a tenth of an em between characters takes up what is left over.
    if (piece.cjk) return 0.1 * piece.size;
    return !may_be_spaced(piece) ? 0 : style.letter_space_max / 1000 * piece.size;
}

void make_items(Prepared::Implementation& paragraph, std::optional<double> column) {
    paragraph.items.clear();
    paragraph.places.clear();
    paragraph.items.reserve(paragraph.text.size() / 2 + 8);
    paragraph.places.reserve(paragraph.text.size() / 2 + 8);
    ItemMaker{paragraph, column}.make();
}

}  // namespace brochure::text
