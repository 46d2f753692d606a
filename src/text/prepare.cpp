#include <algorithm>
#include <cstdlib>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/edits.h>

#include "text/itemise.hpp"
#include "text/prepare_items.hpp"
#include "text/readings.hpp"
#include "text/shape.hpp"
#include "text/typography.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

/// Appends `text` in capitals by the language's rules: `ß` gives SS, Turkish `i` gives `İ`, Greek loses its accents.
/// The paragraph keeps what was written, and where each byte comes from: labels are read and copied as written.
void append_capitals(Prepared::Implementation& paragraph, std::string_view text, const std::string& lang) {
    std::string upper;
    icu::StringByteSink<std::string> sink(&upper);
    icu::Edits edits;
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece written{text.data(), static_cast<int>(text.size())};
    icu::CaseMap::utf8ToUpper(lang.c_str(), 0, written, sink, &edits, status);
    auto& origins = paragraph.written_at;
    if (origins.empty()) {  // spans before it stand as they were written
        paragraph.written = paragraph.text;
        for (std::size_t i = 0; i < paragraph.text.size(); ++i) origins.push_back(static_cast<std::uint32_t>(i));
    }
    auto from = static_cast<std::uint32_t>(paragraph.written.size());
    paragraph.written += text;
    if (U_FAILURE(status)) {
        upper = text;
        edits.reset();
        edits.addUnchanged(static_cast<int>(text.size()));
    }
    UErrorCode fault = U_ZERO_ERROR;
    for (auto it = edits.getFineIterator(); it.next(fault);) {
        for (int i = 0; i < it.newLength(); ++i)
            origins.push_back(from + static_cast<std::uint32_t>(it.hasChange() ? 0 : i));
        from += static_cast<std::uint32_t>(it.oldLength());
    }
    paragraph.text += upper;
}

void append_as_written(Prepared::Implementation& paragraph, std::string_view text) {
    if (!paragraph.written_at.empty()) {  // a span after one in capitals
        for (std::size_t i = 0; i < text.size(); ++i)
            paragraph.written_at.push_back(static_cast<std::uint32_t>(paragraph.written.size() + i));
        paragraph.written += text;
    }
    paragraph.text += text;
}

/// The face of a span; for emphasis without an italic, or strong without a bold, a warning and the upright.
void choose_face(Part& part, const Span& span, Fonts::Implementation& fonts, Diagnostics& found) {
    const design::Style& style = *part.style;
    part.family = fonts.family(style.family);
    if (part.family == nullptr) {
        found.error(style.where, "font-family", "there is no font family \"" + style.family + "\"",
                    "add it to fonts/fonts.yaml");
        return;
    }
    part.weight = span.strong ? std::max(700, style.weight) : style.weight;
    part.italic = style.italic != span.emphasis;  // emphasis within italics stands upright
    FaceAnswer answer = fonts.by_family(*part.family, part.weight, part.italic);
    if (answer.face == nullptr && answer.installed && span.emphasis) {
        found.warning(span.where, "no-italic",
                      "the font family \"" + style.family + "\" has no italic for emphasis; it is set upright",
                      "add an italic face to fonts/");
        part.italic = style.italic;
        answer = fonts.by_family(*part.family, part.weight, part.italic);
    }
    if (answer.face == nullptr) {
        found.error(part.family->where, answer.fault.rule, answer.fault.text, answer.fault.hint);
        for (const FontFault& fault : fonts.project_faults()) found.error({}, fault.rule, fault.text, fault.hint);
        return;
    }
    if (span.strong && style.weight < 600 && answer.face->info.weight < 600)
        found.warning(span.where, "no-bold",
                      "the font family \"" + style.family + "\" has no bold for strong words; they are set in " +
                          std::to_string(answer.face->info.weight),
                      "add a bold face to fonts/");
    else if (!span.strong && std::abs(answer.face->info.weight - part.weight) > 100)  // not 600 for 500
        found.warning(style.where, "no-weight",
                      "the font family \"" + style.family + "\" has no weight " + std::to_string(part.weight) +
                          " for the style '" + style.name + "'; it is set in " +
                          std::to_string(answer.face->info.weight),
                      "add a face of that weight to fonts/, or give the style another `weight:`");
    part.face = answer.face;
}

/// Appends a stretch of a span, which begins at byte `from` of the typeset text. A reading without room above its words
/// stands in brackets after them.
void add_part(const Span& span, std::uint32_t number, std::size_t from, const Annotated& own,
              Prepared::Implementation& paragraph, Diagnostics& found) {
    Part part;
    part.style = span.style != nullptr ? span.style : paragraph.style;
    part.begin = static_cast<std::uint32_t>(paragraph.text.size());
    part.span = number;
    part.set_begin = static_cast<std::uint32_t>(from + own.begin);
    std::string words{own.words};
    const double size = paragraph.size * (part.style->size / paragraph.style->size);
    if (!own.reading.empty()) {
        part.family = paragraph.fonts->family(part.style->family);
        if (has_room_above(*part.style, size, cjk_scale_of(part)))
            part.reading_words = own.reading;
        else
            words.append("\uFF08").append(own.reading).append("\uFF09");
    }
    if (part.style->capitals)
        append_capitals(paragraph, words, span.lang);
    else
        append_as_written(paragraph, words);
    part.end = static_cast<std::uint32_t>(paragraph.text.size());
    if (part.end == part.begin) return;
    part.keep = span.keep || !part.reading_words.empty();
    part.lang = span.lang;
    part.lang_stated = span.lang_stated;
    part.unit = span.unit;
    part.link = span.link;
    part.where = span.where;
    part.tracking = part.style->tracking / 1000;
    part.language = hb_language_from_string(span.lang.data(), static_cast<int>(span.lang.size()));
    part.features = features_of(*part.style, span.lang);
    choose_face(part, span, *paragraph.fonts, found);
    paragraph.parts.push_back(std::move(part));
}

/// Joins the spans, typeset, into the paragraph's text. They are typeset together, since a quotation may begin in one
/// and end in another, and a mark's neighbours may stand in the spans beside it.
/// `map`: from the spans' texts to the typeset one.
void join_spans(std::span<const Span> spans, Prepared::Implementation& paragraph, OffsetMap& map, Diagnostics& found) {
    std::string raw;
    std::vector<Tongue> tongues;
    for (const Span& span : spans) {
        raw += span.text;
        if (tongues.empty() || tongues.back().lang != span.lang) tongues.push_back({0, span.lang});
        tongues.back().end = raw.size();
    }
    const std::string set = typeset(raw, tongues, map);
    std::size_t in = 0, from = 0;
    for (const Span& span : spans) {
        in += span.text.size();
        const std::size_t to = &span == &spans.back() ? set.size() : std::max(from, map.output(in));
        for (const Annotated& own : annotations_in(std::string_view{set}.substr(from, to - from)))
            add_part(span, static_cast<std::uint32_t>(&span - spans.data()), from, own, paragraph, found);
        from = to;
    }
    // Tabs and other space controls have no glyph of their own.
    for (char& c : paragraph.text)
        if (c == '\t') c = ' ';
}

/// A language whose patterns are not installed is set without hyphens, and the author told so.
void note_dictionaries(const Prepared::Implementation& paragraph, Diagnostics& found) {
    if (!paragraph.style->hyphenation.on) return;
    const std::string* before = nullptr;
    for (const Part& part : paragraph.parts) {
        if (before != nullptr && *before == part.lang) continue;
        before = &part.lang;
        const bool missing = paragraph.fonts->hyphenator.dictionary(part.lang) == HyphenDictionary::missing;
        if (missing && !Hyphenator::package_of(part.lang).empty())
            found.warning({}, "hyphenation-missing",
                          "words in " + part.lang + " are not hyphenated: their dictionary is not installed",
                          "apt-get install " + Hyphenator::package_of(part.lang));
    }
}

}  // namespace

Prepared::Prepared() : implementation{std::make_unique<Implementation>()} {}
Prepared::Prepared(Prepared&&) noexcept = default;
Prepared& Prepared::operator=(Prepared&&) noexcept = default;
Prepared::~Prepared() = default;

Length Prepared::natural_width() const {
    return Length::from_pt(implementation->natural_width);
}
const design::Style& Prepared::style() const {
    return *implementation->style;
}

Prepared prepare(std::span<const Span> spans, Fonts& fonts, Diagnostics& found, Length size_override) {
    static const design::Style plain;  // for a paragraph without spans, which has no style to borrow
    Prepared prepared;
    auto& paragraph = *prepared.implementation;
    paragraph.fonts = &fonts.implementation();
    paragraph.style = !spans.empty() && spans.front().style != nullptr ? spans.front().style : &plain;
    paragraph.size = size_override > Length{} ? size_override.pt() : paragraph.style->size.pt();
    OffsetMap map;
    join_spans(spans, paragraph, map, found);
    MissingCharacters missing{spans, map, *paragraph.fonts, found};
    itemise(paragraph, missing);
    shape_pieces(paragraph, missing);
    set_readings(paragraph, fonts, found);
    note_dictionaries(paragraph, found);
    make_items(paragraph);
    return prepared;
}

}  // namespace brochure::text
