#include "text/packed_lines.hpp"

#include <algorithm>
#include <bit>
#include <initializer_list>

#include "base/pack.hpp"

namespace brochure::text {
namespace {

using brochure::pack;

// Numbers below zero are rare, and none is large.
void pack_int(int number, std::string& into) {
    pack(static_cast<std::uint64_t>(static_cast<std::uint32_t>(number)), into);
}
int int_from(Unpacker& from) {
    return static_cast<int>(static_cast<std::uint32_t>(from.number()));
}
void pack_flags(std::initializer_list<bool> flags, std::string& into) {
    std::uint64_t bits = 0;
    for (const bool flag : flags) bits = bits << 1 | std::uint64_t{flag};
    pack(bits, into);
}
void pack_text(const std::string& text, std::string& into) {
    pack(std::string_view{text}, into);
}
void pack_length(Length length, std::string& into) {
    pack(length.pt(), into);
}
void pack_lengths(const std::vector<Length>& lengths, std::string& into) {
    pack(std::uint64_t{lengths.size()}, into);
    for (const Length each : lengths) pack_length(each, into);
}

void pack_hyphenation(const design::Hyphenation& hyphenation, std::string& into) {
    const auto& [on, below_measure, always, before, after, ladder, capitalised] = hyphenation;
    pack_flags({on, capitalised}, into);
    pack_length(below_measure, into);
    pack(std::uint64_t{always.size()}, into);
    for (const auto& each : always) pack_text(each, into);
    for (const int each : {before, after, ladder}) pack_int(each, into);
}

// Taken apart by its members, so that one that is added cannot be forgotten here: the compiler counts them.
void pack_style(const design::Style& style, std::string& into) {
    const auto& [name, based_on, family, weight, italic, size, leading, tracking, features, capitals, swatch, setting,
                 hyphenation, hang, optical_shift, last_line_words, last_line_em, keep_joiners, word_space_min,
                 word_space_max, letter_space_max, indent, space_before, space_between, snap, orphans, widows,
                 keep_with_next, sizes, leadings, two_line_leading, where] = style;
    for (const auto* each : {&family, &swatch}) pack_text(*each, into);
    pack_flags({italic, capitals, hang}, into);
    for (const int each : {weight, static_cast<int>(setting), static_cast<int>(keep_joiners), last_line_words, orphans,
                           widows, keep_with_next})
        pack_int(each, into);
    for (const double each :
         {tracking, optical_shift, last_line_em, word_space_min, word_space_max, letter_space_max, size.pt(),
          leading.pt(), indent.pt(), space_before.pt(), space_between.pt(), snap.pt(), two_line_leading.pt()})
        pack(each, into);
    pack(std::uint64_t{features.size()}, into);
    for (const auto& feature : features) {
        pack_text(feature.tag, into);
        pack(std::uint64_t{feature.value}, into);
    }
    pack_hyphenation(hyphenation, into);
    pack_lengths(sizes, into);
    pack_lengths(leadings, into);
}

// Which span was written there, if only one was.
std::optional<std::size_t> span_at(SourcePosition where, std::span<const Span> spans) {
    const auto is_there = [&](const Span& span) { return span.where == where; };
    const auto found = std::find_if(spans.begin(), spans.end(), is_there);
    if (found == spans.end() || std::any_of(found + 1, spans.end(), is_there)) return std::nullopt;
    return static_cast<std::size_t>(found - spans.begin());
}

// A line repeats few advances: each is kept once.
void pack_glyphs(const std::vector<Glyph>& glyphs, std::string& into) {
    std::vector<std::uint64_t> advances;  // bit for bit
    std::string places;
    std::uint32_t before = 0;
    for (const auto& [id, cluster, advance] : glyphs) {
        const auto bits = std::bit_cast<std::uint64_t>(advance);
        const auto known = std::find(advances.begin(), advances.end(), bits);
        pack(std::uint64_t{id}, places);
        pack_int(static_cast<int>(cluster - before), places);
        pack(static_cast<std::uint64_t>(known - advances.begin()), places);
        if (known == advances.end()) advances.push_back(bits);
        before = cluster;
    }
    pack(std::uint64_t{advances.size()}, into);
    for (const auto bits : advances) pack_whole(bits, into);
    pack(std::uint64_t{glyphs.size()}, into);
    into += places;
}

std::vector<Glyph> glyphs_from(Unpacker& from) {
    std::vector<double> advances(from.count(sizeof(double)));
    for (double& advance : advances) advance = from.real();
    std::vector<Glyph> glyphs(from.count(3));
    std::uint32_t before = 0;
    for (Glyph& glyph : glyphs) {
        glyph.id = static_cast<std::uint32_t>(from.number());
        glyph.cluster = before += static_cast<std::uint32_t>(from.number());
        const auto advance = from.number();
        if (advance < advances.size()) glyph.advance = advances[advance];
    }
    return glyphs;
}

void pack_run(const GlyphRun& run, std::size_t span, std::uint64_t face_number, std::string& into) {
    const auto& [face, size, swatch, lang, link, rtl, logical, x, advance, gap, preceded, followed, glyphs, offsets,
                 text, actual_text, has_actual_text, ruby, where] = run;
    pack(face_number, into);
    pack(std::uint64_t{span}, into);
    pack_flags({preceded, followed, rtl, has_actual_text}, into);
    pack_int(logical, into);
    pack_int(static_cast<int>(ruby), into);
    for (const Length each : {size, x, advance, gap}) pack_length(each, into);
    for (const auto* each : {&swatch, &lang, &link, &text, &actual_text}) pack_text(*each, into);
    pack_glyphs(glyphs, into);
    pack(std::uint64_t{offsets.size()}, into);
    for (const GlyphOffset& offset : offsets) {
        pack(offset.x, into);
        pack(offset.y, into);
    }
}

GlyphRun run_from(Unpacker& from, std::span<const Span> spans, const std::function<FaceId(std::uint64_t)>& face_of) {
    GlyphRun run;
    run.face = face_of(from.number());
    const auto span = from.number();
    if (span < spans.size()) run.where = spans[span].where;
    const auto flags = from.number();
    run.preceded = flags & 8;
    run.followed = flags & 4;
    run.rtl = flags & 2;
    run.has_actual_text = flags & 1;
    run.logical = int_from(from);
    run.ruby = static_cast<Ruby>(int_from(from));
    for (Length* each : {&run.size, &run.x, &run.advance, &run.gap}) *each = Length::from_pt(from.real());
    for (auto* each : {&run.swatch, &run.lang, &run.link, &run.text, &run.actual_text}) *each = from.text();
    run.glyphs = glyphs_from(from);
    run.offsets.resize(from.count(2 * sizeof(double)));
    for (GlyphOffset& offset : run.offsets) {
        offset.x = from.real();
        offset.y = from.real();
    }
    return run;
}

// A word that was divided, say: what is said of it is the same wherever it stands.
bool pack_found(const Diagnostics& found, std::span<const Span> spans, std::string& into) {
    pack(std::uint64_t{found.all().size()}, into);
    for (const Diagnostic& each : found.all()) {
        const auto span = span_at(each.where, spans);
        Diagnostic plain{Severity::warning, each.where, each.text, each.hint, each.rule};
        if (!span || each != plain) return false;
        pack(std::uint64_t{*span}, into);
        for (const auto* words : {&each.rule, &each.text, &each.hint}) pack_text(*words, into);
    }
    return true;
}

bool unpack_found(Unpacker& from, std::span<const Span> spans, Diagnostics& found) {
    for (auto count = from.count(4); count > 0; --count) {
        const auto span = from.number();
        if (span >= spans.size()) return false;
        std::string rule{from.text()}, text{from.text()}, hint{from.text()};
        found.warning(spans[span].where, std::move(rule), std::move(text), std::move(hint));
    }
    return true;
}

}  // namespace

std::string packed_question(std::span<const Span> spans, Length size, const Measure& measure) {
    std::string question;
    for (const double each : {size.pt(), measure.width.pt(), measure.first_indent.pt()}) pack(each, question);
    pack_int(static_cast<int>(measure.side), question);
    const design::Style* style = nullptr;
    for (const Span& span : spans) {
        for (const auto* each : {&span.text, &span.lang, &span.link}) pack_text(*each, question);
        const bool has_style = span.style != nullptr, as_before = has_style && span.style == style;
        pack_flags({span.lang_stated, span.emphasis, span.strong, span.keep, has_style, as_before}, question);
        pack_int(span.unit, question);
        if (has_style && !as_before) pack_style(*span.style, question);
        style = span.style;
    }
    return question;
}

std::optional<std::string> packed(const std::vector<Line>& lines, const Diagnostics& found, std::span<const Span> spans,
                                  const std::function<std::uint64_t(FaceId)>& number_of) {
    std::string bytes;
    pack(std::uint64_t{lines.size()}, bytes);
    for (const auto& [runs, width, hyphenated, last, overfull, rtl, ratio] : lines) {
        pack_length(width, bytes);
        pack_flags({hyphenated, last, overfull, rtl}, bytes);
        pack(ratio, bytes);
        pack(std::uint64_t{runs.size()}, bytes);
        for (const GlyphRun& run : runs) {
            const auto span = span_at(run.where, spans);
            if (!span) return std::nullopt;
            pack_run(run, *span, number_of(run.face), bytes);
        }
    }
    if (!pack_found(found, spans, bytes)) return std::nullopt;
    return bytes;
}

std::optional<std::vector<Line>> unpacked(std::string_view bytes, std::span<const Span> spans,
                                          const std::function<FaceId(std::uint64_t)>& face_of, Diagnostics& found) {
    Unpacker from{bytes};
    std::vector<Line> lines(from.count(18));
    for (Line& line : lines) {
        line.width = Length::from_pt(from.real());
        const auto flags = from.number();
        line.hyphenated = flags & 8;
        line.last = flags & 4;
        line.overfull = flags & 2;
        line.rtl = flags & 1;
        line.ratio = from.real();
        const auto runs = from.count(30);
        line.runs.reserve(runs);
        for (std::size_t i = 0; i < runs; ++i) {
            line.runs.push_back(run_from(from, spans, face_of));
            if (line.runs.back().face == FaceId{}) return std::nullopt;
        }
    }
    Diagnostics remembered;
    if (!unpack_found(from, spans, remembered) || !from.at_end()) return std::nullopt;
    found.take(std::move(remembered));
    return lines;
}

}  // namespace brochure::text
