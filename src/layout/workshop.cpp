#include "layout/workshop.hpp"

#include <algorithm>

#include "layout/sentences.hpp"
#include "text/known_lines.hpp"
#include "text/packed_lines.hpp"

namespace brochure::layout {
namespace {

std::vector<text::Span> spans_of(const Piece& piece) {
    std::vector<text::Span> spans;
    spans.reserve(piece.block->spans.size());
    for (const auto& from : piece.block->spans) {
        text::Span span;
        span.text = from.text;
        span.style = piece.style;
        // "en" in a publication in "en-US" is no other language.
        const bool stated = !from.lang.empty() && !piece.lang.starts_with(from.lang + "-");
        span.lang = stated ? from.lang : piece.lang;
        span.lang_stated = stated;
        span.emphasis = from.emphasis;
        span.strong = from.strong;
        span.link = from.link;
        span.where = from.where;
        span.before = from.before;
        span.unit = from.unit;
        spans.push_back(std::move(span));
    }
    return spans;
}

std::uint64_t face_number(text::FaceId face) {
    return static_cast<std::uint64_t>(face.index);
}
text::FaceId face_of(std::uint64_t number) {
    return {static_cast<int>(number)};
}

// Beside broken lines two things are remembered between runs, each under a measure that no column has: the width of an
// unbroken paragraph, as that of an empty line, and a line that was set by itself.
const text::Measure natural_measure{-text::endless, {}, text::Side::by_text, -1};
const text::Measure lone_measure{-text::endless * 2.0, {}, text::Side::by_text, -1};

}  // namespace

Workshop::Shaped& Workshop::shaped(const Piece& piece) {
    const auto key = std::tuple{piece.block, piece.style, piece.size.pt()};
    Shaped& paragraph = shaped_[key];
    if (!paragraph.piece.block) paragraph.piece = piece;
    return paragraph;
}

const text::Prepared& Workshop::shape(const Piece& piece, Shaped& paragraph) {
    if (paragraph.paragraph) return *paragraph.paragraph;
    const auto before = found_.all().size();
    paragraph.paragraph = text::prepare(spans_of(piece), fonts_, found_, piece.size);
    paragraph.natural_width = paragraph.paragraph->natural_width();
    paragraph.clean = found_.all().size() == before;
    return *paragraph.paragraph;
}

void Workshop::rest() {
    for (auto& [key, paragraph] : shaped_) {
        paragraph.paragraph.reset();
        std::erase_if(paragraph.lines, [](const auto& each) { return each.second.known; });
        if (paragraph.lines.empty()) continue;
        const auto spans = spans_of(paragraph.piece);
        for (auto& [measure, broken] : paragraph.lines) {
            auto bytes = text::packed(broken.lines, {}, spans, face_number);
            if (!bytes) continue;  // nor need they be
            broken.packed = std::move(*bytes);
            broken.lines = {};
        }
    }
}

// Everything in a line grows with its size, so that a name tried in eight sizes is shaped in one.
Length Workshop::natural_width(const Piece& piece) {
    Shaped& paragraph = shaped(piece);
    if (paragraph.natural_width) return *paragraph.natural_width;
    const auto size_of = [](const Piece& each) { return each.size > Length{} ? each.size : each.style->size; };
    for (auto other = shaped_.lower_bound({piece.block, piece.style, 0.0}); other != shaped_.end(); ++other) {
        const auto& [key, known] = *other;
        if (std::get<0>(key) != piece.block || std::get<1>(key) != piece.style) break;
        if (!known.natural_width || known.piece.lang != piece.lang) continue;
        paragraph.natural_width = *known.natural_width * (size_of(piece) / size_of(known.piece));
        return *paragraph.natural_width;
    }
    text::KnownLines* known = text::known_lines(fonts_);
    if (known && !paragraph.paragraph)
        if (const auto set = known->find(spans_of(piece), piece.size, natural_measure, found_);
            set && set->size() == 1) {
            paragraph.natural_width = set->front().width;
            return *paragraph.natural_width;
        }
    shape(piece, paragraph);
    if (known && paragraph.clean) {
        text::Line line;
        line.width = *paragraph.natural_width;
        known->note(spans_of(piece), piece.size, natural_measure, {line});
    }
    return *paragraph.natural_width;
}

Workshop::Broken& Workshop::broken(const Piece& piece, Length measure) {
    Shaped& paragraph = shaped(piece);
    const Length indent = piece.indented ? piece.style->indent : Length{};
    const auto [entry, fresh] = paragraph.lines.try_emplace({measure.pt(), indent.pt(), piece.side, piece.whole_word});
    Broken& lines = entry->second;
    if (!fresh) {
        if (!lines.packed.empty()) lines.lines = *text::unpacked(lines.packed, spans_of(piece), face_of, lines.found);
        lines.packed = {};
        return lines;
    }
    const text::Measure wanted{measure, indent, piece.side, piece.whole_word};
    // Lines that are set for one column are not remembered.
    text::KnownLines* known = piece.whole_word < 0 ? text::known_lines(fonts_) : nullptr;
    // What is shaped already is sooner broken than looked up.
    if (known && !paragraph.paragraph)
        if (auto set = known->find(spans_of(piece), piece.size, wanted, lines.found)) {
            lines.lines = std::move(*set);
            lines.known = true;
            return lines;
        }
    lines.lines = text::break_lines(shape(piece, paragraph), wanted, lines.found);
    if (known && paragraph.clean) known->note(spans_of(piece), piece.size, wanted, lines.lines, lines.found);
    return lines;
}

const std::vector<text::Line>& Workshop::printed_lines(const Piece& piece, Length measure) {
    Broken& lines = broken(piece, measure);
    found_.take(std::move(lines.found));
    lines.found = {};
    return lines.lines;
}

text::Line Workshop::one_line(const std::string& words, const std::string& lang, const design::Style& style,
                              SourcePosition where) {
    text::Span span;
    span.text = words;
    span.style = &style;
    span.lang = lang;
    span.where = where;
    const std::span spans{&span, 1};
    text::KnownLines* known = text::known_lines(fonts_);
    if (known)
        if (auto set = known->find(spans, {}, lone_measure, found_); set && set->size() == 1)
            return std::move(set->front());
    const auto before = found_.all().size();
    text::Line line = text::set_line(spans, fonts_, found_);
    if (known && found_.all().size() == before) known->note(spans, {}, lone_measure, {line});
    return line;
}

const design::Style& Workshop::heading_style(const design::Style& around) {
    const auto [entry, fresh] = headings_.try_emplace(&around, around);
    if (!fresh) return entry->second;
    design::Style& style = entry->second;
    if (const auto own = design_.styles.find("heading-3"); own != design_.styles.end()) {
        style = own->second;
        style.swatch = around.swatch;
    }
    style.hyphenation.on = false;
    style.keep_with_next = std::max(style.keep_with_next, 1);
    return style;
}

const content::RichText& Workshop::sentences(const content::RichText& text, std::size_t count) {
    const auto [entry, fresh] = sentences_.try_emplace({&text, count});
    if (fresh) entry->second = leading_sentences(text, count);
    return entry->second;
}

std::vector<Piece> pieces_of(const content::RichText& text, const std::string& lang, const design::Style& style) {
    std::vector<Piece> pieces;
    for (const auto& block : text.blocks) {
        Piece piece{&block, lang, &style, {}, false, false};
        const bool after_heading = !pieces.empty() && pieces.back().block->kind == content::BlockKind::heading;
        piece.indented = !pieces.empty() && !after_heading && block.kind == content::BlockKind::paragraph;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

}  // namespace brochure::layout
