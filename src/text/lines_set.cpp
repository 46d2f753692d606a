#include "text/lines_set.hpp"

#include <algorithm>
#include <iterator>

#include "text/levels.hpp"
#include "text/prepare_items.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

/// Where a piece can be cut without changing a glyph, nearest to the wanted cuts and between them.
struct SafeCuts {
    std::uint32_t begin, end;
};

SafeCuts safe_cuts(std::span<const ShapedGlyph> glyphs, bool rtl, const Piece& piece, std::uint32_t begin,
                   std::uint32_t end) {
    SafeCuts cuts{begin == piece.begin ? begin : end, end == piece.end ? end : begin};
    const std::size_t count = glyphs.size();
    const auto logical = [&](std::size_t k) -> const ShapedGlyph& { return glyphs[rtl ? count - 1 - k : k]; };
    // Clusters grow in logical order: binary search for the first at or after `offset`.
    const auto first_at = [&](std::uint32_t offset) {
        std::size_t low = 0, high = count;
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (logical(middle).cluster < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    if (begin != piece.begin)
        for (std::size_t k = first_at(begin); k < count && logical(k).cluster < end; ++k)
            if (!logical(k).unsafe) {
                cuts.begin = logical(k).cluster;
                break;
            }
    if (end != piece.end)
        for (std::size_t k = std::min(first_at(end + 1), count); k-- > 0 && logical(k).cluster > begin;)
            if (!logical(k).unsafe) {
                cuts.end = logical(k).cluster;
                break;
            }
    return cuts;
}

bool is_space_at(std::string_view text, std::uint32_t at) {
    return text[at] == ' ' || (text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0');
}

/// Appends text without soft hyphens: who copies a word wants none.
void append_shown(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t soft = std::min(text.find("\xC2\xAD", at), text.size());
        out.append(text, at, soft - at);
        at = soft + 2;
    }
}

}  // namespace

void LineSetter::shape_again(const Piece& piece, std::uint32_t begin, std::uint32_t end) {
    shaper_.shape(p_.text, begin, end, piece, p_.parts[piece.part], false, glyphs_);
}

void LineSetter::cut_piece(const Piece& piece, std::uint32_t begin, std::uint32_t end) {
    const std::span<const ShapedGlyph> all{p_.glyphs.data() + piece.first_glyph, p_.glyphs.data() + piece.end_glyph};
    Slice slice{.piece = &piece, .begin = begin, .end = end, .first_glyph = glyphs_.size()};
    const SafeCuts cuts = safe_cuts(all, piece.rtl(), piece, begin, end);
    if (cuts.begin >= cuts.end) {
        shape_again(piece, begin, end);
    } else {
        // Clusters are in order, rising or, right to left, falling: what is wanted lies in one stretch, found by
        // halving, for a paragraph may be one piece of many thousand lines.
        const auto copy = [&] {
            const bool rtl = piece.rtl();
            const auto from = std::partition_point(all.begin(), all.end(), [&](const ShapedGlyph& glyph) {
                return rtl ? glyph.cluster >= cuts.end : glyph.cluster < cuts.begin;
            });
            const auto to = std::partition_point(from, all.end(), [&](const ShapedGlyph& glyph) {
                return rtl ? glyph.cluster >= cuts.begin : glyph.cluster < cuts.end;
            });
            glyphs_.insert(glyphs_.end(), from, to);
        };
        if (piece.rtl()) {
            shape_again(piece, cuts.end, end);
            copy();
            shape_again(piece, begin, cuts.begin);
        } else {
            shape_again(piece, begin, cuts.begin);
            copy();
            shape_again(piece, cuts.end, end);
        }
    }
    slice.end_glyph = glyphs_.size();
    slices_.push_back(slice);
}

void LineSetter::cut(const LineText& text) {
    slices_.clear();
    glyphs_.clear();
    const auto first = std::partition_point(p_.pieces.begin(), p_.pieces.end(),
                                            [&](const Piece& piece) { return piece.end <= text.begin; });
    for (auto piece = first; piece != p_.pieces.end() && piece->begin < text.content_end; ++piece)
        cut_piece(*piece, std::max(piece->begin, text.begin), std::min(piece->end, text.content_end));
    if (text.hyphen) add_hyphen();
}

/// Shapes the last letters anew together with the hyphen, so that it is kerned.
void LineSetter::add_hyphen() {
    if (slices_.empty()) return;
    Slice last = slices_.back();
    const Piece& piece = *last.piece;
    const std::span<const ShapedGlyph> all{p_.glyphs.data() + piece.first_glyph, p_.glyphs.data() + piece.end_glyph};
    std::uint32_t from =
        safe_cuts(all, piece.rtl(), piece, last.begin, last.end > last.begin ? last.end - 1 : last.end).end;
    if (from <= last.begin || from >= last.end) from = last.begin;
    const auto is_before = [&](const ShapedGlyph& glyph) { return glyph.cluster < from; };

    std::vector<ShapedGlyph> kept;
    std::copy_if(glyphs_.begin() + static_cast<std::ptrdiff_t>(last.first_glyph), glyphs_.end(),
                 std::back_inserter(kept), is_before);
    glyphs_.resize(last.first_glyph);
    std::string ending{p_.text, from, last.end - from};
    const auto letters = static_cast<std::uint32_t>(ending.size());
    append_code(ending, piece.face->hyphen_code);
    std::vector<ShapedGlyph> shaped;
    shaper_.shape(ending, 0, static_cast<std::uint32_t>(ending.size()), piece, p_.parts[piece.part], false, shaped);
    std::vector<ShapedGlyph> hyphens;
    for (ShapedGlyph& glyph : shaped) {
        const bool is_hyphen = glyph.cluster >= letters;
        glyph.cluster = is_hyphen ? 0 : glyph.cluster + from;
        (is_hyphen ? hyphens : kept).push_back(glyph);
    }
    if (piece.rtl())  // what was kept stands to the right of the new letters
        std::rotate(kept.begin(), std::find_if_not(kept.begin(), kept.end(), is_before), kept.end());
    glyphs_.insert(glyphs_.end(), kept.begin(), kept.end());
    slices_.back().end_glyph = glyphs_.size();
    last.hyphen = true;
    last.begin = last.end;
    last.first_glyph = glyphs_.size();
    glyphs_.insert(glyphs_.end(), hyphens.begin(), hyphens.end());
    last.end_glyph = glyphs_.size();
    slices_.push_back(last);
}

std::vector<std::size_t> LineSetter::visual_order() const {
    std::vector<std::uint8_t> levels(slices_.size());
    for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = slices_[i].piece->level;
    return text::visual_order(levels);
}

GlyphRun LineSetter::run_of(const Slice& slice, double letter_extra) const {
    const Piece& piece = *slice.piece;
    const Part& part = p_.parts[piece.part];
    GlyphRun run;
    run.face = piece.face->id;
    run.size = Length::from_pt(piece.size);
    run.swatch = part.style->swatch;
    run.lang = part.lang;
    run.link = part.link;
    run.rtl = piece.rtl();
    run.where = part.where;
    run.ruby = part.reading >= 0 ? Ruby::base : Ruby::none;
    const std::string_view own = std::string_view{p_.text}.substr(slice.begin, slice.end - slice.begin);
    const bool soft = own.find("\xC2\xAD") != std::string_view::npos;
    if (slice.hyphen) {
        append_code(run.text, piece.face->hyphen_code);
        run.actual_text = "\u00AD";  // ISO 32000-1, 14.8.2.2.3: told from a hyphen that was typed
        run.has_actual_text = true;
    } else if (soft) {
        append_shown(run.text, own);
    } else {
        run.text = own;
    }
    if (part.style->capitals && !slice.hyphen) {
        append_shown(run.actual_text, p_.as_written(slice.begin, slice.end));
        run.has_actual_text = run.actual_text != run.text;
    }
    const double scale = piece.scale(), after = piece.tracking + letter_extra;
    double advance = 0;
    run.glyphs.reserve(slice.end_glyph - slice.first_glyph);
    for (std::size_t i = slice.first_glyph; i < slice.end_glyph; ++i) {
        const ShapedGlyph& from = glyphs_[i];
        Glyph glyph{.id = from.id, .advance = from.advance * scale};
        run.set_offset(run.glyphs.size(), {from.x * scale, from.y * scale});
        glyph.cluster = slice.hyphen ? 0 : from.cluster - slice.begin;
        if (soft) {
            std::string before;
            append_shown(before, own.substr(0, glyph.cluster));
            glyph.cluster = static_cast<std::uint32_t>(before.size());
        }
        if (i + 1 == slice.end_glyph || glyphs_[i + 1].cluster != from.cluster) glyph.advance += after;
        advance += glyph.advance;
        run.glyphs.push_back(glyph);
    }
    run.advance = Length::from_pt(advance);
    return run;
}

/// Gives `room` to the spaces of the line, each by the width of its font's, or, where it has none, to the characters of
/// Japanese and Chinese. Spaces are never narrower than the style allows, and a long word without spaces stays as it
/// is.
void LineSetter::spread(Line& line, double room) const {
    const auto order = visual_order();
    const auto is_space = [](const GlyphRun& run, const Glyph& glyph) {
        return glyph.cluster < run.text.size() && is_space_at(run.text, glyph.cluster);
    };
    double spaces = 0;
    int letters = 0;
    for (std::size_t i = 0; i < line.runs.size(); ++i)
        for (const Glyph& glyph : line.runs[i].glyphs) {
            spaces += is_space(line.runs[i], glyph) ? word_space(*slices_[order[i]].piece) : 0;
            ++letters;
        }
    if (spaces <= 0) return spread_letters(line, room, letters - 1);
    const double narrowest = std::clamp(1 - p_.style->word_space_min, 0.0, 1.0);
    for (std::size_t i = 0; i < line.runs.size(); ++i) {
        const double space = word_space(*slices_[order[i]].piece);
        const double change = std::max(room / spaces, -narrowest) * space;
        for (Glyph& glyph : line.runs[i].glyphs) {
            if (!is_space(line.runs[i], glyph)) continue;
            const double own = std::max(change, -glyph.advance);
            glyph.advance += own;
            line.runs[i].advance += Length::from_pt(own);
        }
    }
}

void LineSetter::spread_letters(Line& line, double room, int places) const {
    if (places <= 0) return;
    const double each = room / places;
    const auto is_cjk = [](const Slice& slice) { return slice.piece->cjk; };
    if (std::abs(each) > 0.2 * p_.size || !std::all_of(slices_.begin(), slices_.end(), is_cjk)) return;
    for (GlyphRun& run : line.runs)
        for (Glyph& glyph : run.glyphs) {
            if (places-- <= 0) return;
            glyph.advance += each;
            run.advance += Length::from_pt(each);
        }
}

/// Readings stand over the middle of their words. They are read after them.
void LineSetter::add_readings(Line& line, const std::vector<std::size_t>& order) const {
    const std::size_t words = order.size();
    for (std::size_t i = 0; i < words; ++i) {
        const std::uint32_t part = slices_[order[i]].piece->part;
        if (p_.parts[part].reading < 0) continue;
        Length left = line.runs[i].x, right = left;
        int logical = 0;
        for (; i < words && slices_[order[i]].piece->part == part; ++i) {
            right = line.runs[i].x + line.runs[i].advance;
            logical = std::max(logical, line.runs[i].logical);
        }
        --i;
        const Reading& reading = p_.readings[static_cast<std::size_t>(p_.parts[part].reading)];
        const Length shift = (left + right - reading.line.width) / 2.0;
        for (GlyphRun run : reading.line.runs) {
            run.x += shift;
            run.logical = logical;
            run.ruby = Ruby::reading;
            run.where = p_.parts[part].where;
            for (std::size_t k = 0; k < run.glyphs.size(); ++k) {
                const GlyphOffset own = run.offset(k);
                run.set_offset(k, {own.x, own.y + reading.rise});
            }
            line.runs.push_back(std::move(run));
        }
    }
}

Line LineSetter::set(const LineText& text, const LineFit& fit) {
    Line line;
    line.rtl = p_.rtl;
    cut(text);
    std::vector<double> gaps;  // before each run, in visual order
    std::size_t last_logical = 0;
    double total = 0;
    for (const std::size_t i : visual_order()) {
        const Slice& slice = slices_[i];
        const double letter = fit.letters > 0 ? fit.letters * letter_room(*p_.style, *slice.piece) : 0;
        const bool gap = slice.piece->gap_before && slice.begin == slice.piece->begin && slice.begin > text.begin &&
                         !line.runs.empty();
        gaps.push_back(gap ? mixed_gap * slice.piece->size : 0);
        line.runs.push_back(run_of(slice, letter));
        line.runs.back().logical = static_cast<int>(i);
        if (!slice.hyphen && (slices_[last_logical].hyphen || i >= last_logical)) last_logical = i;
        total += line.runs.back().advance.pt() + gaps.back();
    }
    if (!line.runs.empty() && !line.runs.back().glyphs.empty()) {  // the last letter has none to stand off from
        GlyphRun& right = line.runs.back();
        const Slice& slice = slices_[visual_order().back()];
        const double after =
            slice.piece->tracking + (fit.letters > 0 ? fit.letters * letter_room(*p_.style, *slice.piece) : 0);
        right.glyphs.back().advance -= after;
        right.advance -= Length::from_pt(after);
        total -= after;
    }
    const double hang = fit.hang_start + fit.hang_end;
    line.width = Length::from_pt(total - hang);
    const double room = fit.measure + hang - total;
    if (!fit.free && (fit.justify || (p_.style->setting == design::Setting::justified && room < 0))) {
        spread(line, room);
        total += room;
    }

    double x = 0;
    using design::Setting;
    const Setting setting = p_.style->setting;
    const bool from_left = setting == Setting::justified || setting == Setting::ragged;
    // What hangs stands beyond the edge on its own side. The first line's indent is where the text is read from.
    const double hang_left = p_.rtl ? fit.hang_end : fit.hang_start, hang_right = hang - hang_left;
    if (from_left && !p_.rtl && (fit.free || !fit.right))
        x = fit.indent - hang_left - p_.style->optical_shift * p_.size;
    else if (fit.free || (from_left && !fit.right))
        x = -hang_left;
    else if (from_left)
        x = (p_.rtl ? 0 : fit.indent) + fit.measure + hang_right - total;
    else if (setting == Setting::right)
        x = fit.indent + fit.measure - total;
    else
        x = fit.indent + (fit.measure - total) / 2;
    for (std::size_t i = 0; i < line.runs.size(); ++i) {
        x += gaps[i];
        if (i > 0) line.runs[i - 1].gap = Length::from_pt(gaps[i]);
        line.runs[i].preceded = i > 0;
        line.runs[i].followed = i + 1 < line.runs.size();
        line.runs[i].x = Length::from_pt(x);
        x += line.runs[i].advance.pt();
    }
    const auto order = visual_order();
    // Spaces and line ends that are not drawn still part words for whoever copies the text.
    if (!line.runs.empty() && text.end > text.content_end) {
        for (std::size_t i = 0; i < order.size(); ++i)
            if (order[i] == last_logical) {
                line.runs[i].text += ' ';
                if (line.runs[i].has_actual_text && !slices_[last_logical].hyphen) line.runs[i].actual_text += ' ';
            }
    }
    if (!p_.readings.empty()) add_readings(line, order);
    return line;
}

}  // namespace brochure::text
