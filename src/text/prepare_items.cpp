#include "text/prepare_items.hpp"

#include <algorithm>
#include <optional>

#include "text/item_places.hpp"
#include "text/itemise_mixed.hpp"
#include "text/joiners.hpp"
#include "text/measured_text.hpp"
#include "text/utf8.hpp"
#include "text/workbench.hpp"

namespace brochure::text {
namespace {

constexpr double typed_hyphen_penalty = 20, hyphen_in_name_penalty = 120, address_penalty = 200;

bool is_stretching_space(std::uint32_t c) {
    return c == ' ' || c == 0xA0;
}

class ItemMaker {
public:
    ItemMaker(Prepared::Implementation& paragraph, std::optional<double> column)
        : p_{paragraph}, text_{paragraph.text}, measured_{paragraph}, column_{column} {}

    void make() {
        std::uint32_t at = 0;
        for (const Place& place : item_places(p_, measured_, column_)) {
            segment(at, place);
            at = place.offset;
        }
        while (!p_.items.empty() && p_.items.back().kind != BreakItem::Kind::box) drop_last();
        p_.natural_width = natural_width();
    }

private:
    void add(const BreakItem& item, std::uint32_t begin, std::uint32_t end, bool hyphen = false, bool pattern = false) {
        p_.items.push_back(item);
        p_.places.push_back({begin, end, hyphen, pattern});
    }
    // A name is sooner parted between its words.
    double typed_penalty() const {
        return p_.style->keep_joiners == design::Joiners::names ? hyphen_in_name_penalty : typed_hyphen_penalty;
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
            const double joined = place.divided != 0 ? place.divided
                                  : p_.style->keep_joiners != design::Joiners::free
                                      ? joiner_penalty(text_, content, measured_.part_at(at).lang,
                                                       p_.style->keep_joiners == design::Joiners::names)
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
        const Piece* after = measured_.piece_at(place.offset);
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
            const double cost = place.divided < 0 ? place.divided : typed ? typed_penalty() : 0;
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
        const std::uint32_t begin = measured_.letter_before(end);
        const Piece* piece = measured_.piece_at(begin);
        if (piece == nullptr) return 0;
        std::string letter = text_.substr(begin, end - begin);
        append_code(letter, piece->face->hyphen_code);
        return std::max(0.0,
                        shaped_width(letter, *piece) * piece->scale() + piece->tracking - measured_.width(begin, end));
    }

    /// What the last letter before `end` gains where letters are joined: there it has the form of a word's last.
    double final_form(std::uint32_t end) {
        const std::uint32_t begin = measured_.letter_before(end);
        const Piece* piece = measured_.piece_at(begin);
        if (piece == nullptr) return 0;
        constexpr std::string_view joiner = "\xE2\x80\x8D";
        const std::string letter = std::string{joiner} + text_.substr(begin, end - begin);
        return std::max(0.0,
                        shaped_width(letter, *piece) * piece->scale() + piece->tracking - measured_.width(begin, end));
    }

    /// Moves the kerning between a word and the space at `space` from the word, whose line may end there, to the space.
    void release_kerning(std::uint32_t space) {
        if (!measured_.is_tied(space) || p_.items.size() < 2 ||
            p_.items[p_.items.size() - 2].kind != BreakItem::Kind::box)
            return;
        const std::uint32_t begin = measured_.letter_before(space);
        const Piece* piece = measured_.piece_at(begin);
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
                const Piece* piece = measured_.piece_at(here);
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
        const double natural = measured_.width(begin, end);
        // What spaces give or take is a part of the font's space, not of what kerning left of it: all spaces of a line
        // then change alike. Words of fonts without a space have nothing to stretch.
        double spaces = 0;
        for (std::uint32_t at = begin; at < end;) {
            const std::uint32_t here = at;
            const Piece* piece = is_stretching_space(next_code(text_, at)) ? measured_.piece_at(here) : nullptr;
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
        BreakItem item = box(std::max(0.0, measured_.width(begin, end)), word_hash(begin));
        const Piece* piece = measured_.piece_at(begin);
        const bool cjk = piece != nullptr && piece->cjk;
        if (hangs_left()) {
            std::uint32_t next = begin;
            const double part = hang_at_start(next_code(text_, next), cjk);
            item.hang_start = std::clamp(part * measured_.width(begin, std::min(next, end)), 0.0, item.width);
        }
        if (hangs_right()) {
            std::uint32_t last = end - 1;
            while (last > begin && !measured_.starts_letter(last)) --last;
            std::uint32_t after = last;
            const double part = hang_at_end(next_code(text_, after), cjk);
            item.hang_end = std::clamp(part * measured_.width(last, end), 0.0, item.width);
        }
        if (p_.style->setting == design::Setting::justified) item.stretch = letter_stretch(begin, end, piece);
        add(item, begin, end);
    }

    double letter_stretch(std::uint32_t begin, std::uint32_t end, const Piece* piece) const {
        int letters = 0;
        for (std::uint32_t i = begin; piece != nullptr && i < end; ++i) letters += measured_.starts_letter(i) ? 1 : 0;
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
    MeasuredText measured_;
    std::optional<double> column_;
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
