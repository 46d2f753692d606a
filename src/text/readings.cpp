#include "text/readings.hpp"

#include <algorithm>
#include <cmath>

#include "base/annotation.hpp"

namespace brochure::text {
namespace {

// Of an em of Chinese characters, and of the letters of a line beside them.
constexpr double ink_above = 0.85, ink_below = 0.1, descent = 0.22, clear = 0.3 /* points */;
constexpr double share = 0.5, least = 5.0;  // points

/// Of the type that is asked for: Chinese characters beside Latin ones are drawn at their own part of it.
double reading_size(double words, double scale) {
    return std::max(words * share, least / scale);
}

/// Spaces the words of a part evenly: half a share before the first character and after the last.
void widen(Prepared::Implementation& paragraph, std::uint32_t part, double by) {
    std::size_t clusters = 0;
    const auto for_each_cluster = [&](const auto& use) {
        for (Piece& piece : paragraph.pieces) {
            if (piece.part != part || piece.face == nullptr) continue;
            for (std::uint32_t from = piece.first_glyph; from < piece.end_glyph;) {
                std::uint32_t to = from + 1;
                while (to < piece.end_glyph && paragraph.glyphs[to].cluster == paragraph.glyphs[from].cluster) ++to;
                use(piece, from, to);
                from = to;
            }
        }
    };
    for_each_cluster([&](const Piece&, std::uint32_t, std::uint32_t) { ++clusters; });
    if (clusters == 0) return;
    for_each_cluster([&](const Piece& piece, std::uint32_t from, std::uint32_t to) {
        const double each = by / static_cast<double>(clusters) / piece.scale();
        for (std::uint32_t i = from; i < to; ++i) paragraph.glyphs[i].x += static_cast<std::int32_t>(each / 2);
        paragraph.glyphs[to - 1].advance += static_cast<std::int32_t>(std::lround(each));
    });
}

double width_of(const Prepared::Implementation& paragraph, std::uint32_t part) {
    double width = 0;
    for (const Piece& piece : paragraph.pieces)
        if (piece.part == part && piece.face != nullptr)
            for (std::uint32_t i = piece.first_glyph; i < piece.end_glyph; ++i)
                width += paragraph.glyphs[i].advance * piece.scale();
    return width;
}

}  // namespace

std::vector<Annotated> annotations_in(std::string_view text) {
    std::vector<Annotated> all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find(annotation_begins, at);
        const std::size_t bar = text.find(reading_begins, std::min(begin, text.size()));
        const std::size_t end = text.find(annotation_ends, std::min(bar, text.size()));
        if (end == text.npos) {
            all.push_back({text.substr(at), {}, at});
            break;
        }
        if (begin > at) all.push_back({text.substr(at, begin - at), {}, at});
        const std::size_t words = begin + annotation_begins.size(), reading = bar + reading_begins.size();
        all.push_back({text.substr(words, bar - words), text.substr(reading, end - reading), words});
        at = end + annotation_ends.size();
    }
    return all;
}

double cjk_scale_of(const Part& part) {
    return part.family != nullptr && part.family->fallback_scale_cjk > 0 ? part.family->fallback_scale_cjk : 1.0;
}

bool has_room_above(const design::Style& style, double size, double scale) {
    const double leading = style.leading.pt() * (size / style.size.pt()), words = size * scale;
    const double reading = reading_size(size, scale) * scale;
    return leading >= ink_above * words + clear + (ink_above + ink_below) * reading + descent * size;
}

void set_readings(Prepared::Implementation& paragraph, Fonts& fonts, Diagnostics& found) {
    for (std::uint32_t p = 0; p < paragraph.parts.size(); ++p) {
        Part& part = paragraph.parts[p];
        if (part.reading_words.empty()) continue;
        const double scale = cjk_scale_of(part);
        const double size = paragraph.size * (part.style->size / paragraph.style->size);
        design::Style style = *part.style;
        style.size = Length::from_pt(reading_size(size, scale));
        style.sizes.clear();
        style.tracking = style.optical_shift = 0;
        style.capitals = style.hang = false;
        Span span;
        span.text = part.reading_words;
        span.style = &style;
        span.lang = part.lang;
        span.lang_stated = part.lang_stated;
        span.where = part.where;
        Reading reading;
        reading.line = set_line(std::span{&span, 1}, fonts, found);
        reading.rise = ink_above * size * scale + clear + ink_below * style.size.pt() * scale;
        const double words = width_of(paragraph, p), above = reading.line.width.pt();
        if (above > words) widen(paragraph, p, above - words);
        part.reading = static_cast<int>(paragraph.readings.size());
        paragraph.readings.push_back(std::move(reading));
    }
}

}  // namespace brochure::text
