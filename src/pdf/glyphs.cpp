#include "pdf/glyphs.hpp"

#include <hb.h>

#include <algorithm>

#include "base/parallel.hpp"
#include "pdf/syntax.hpp"

namespace brochure::pdf {
namespace {

bool shows_nothing(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_blank(char32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

std::string_view read_back(std::string_view characters, std::string& scratch) {
    bool same = true;
    for (std::string_view rest = characters; !rest.empty() && same;) {
        const char32_t c = next_character(rest);
        same = c != 0xA0 && !shows_nothing(c);
    }
    if (same) return characters;
    scratch.clear();
    for (std::string_view rest = characters; !rest.empty();) {
        const char32_t c = next_character(rest);
        if (!shows_nothing(c)) put_utf8(scratch, c == 0xA0 ? U' ' : c);
    }
    return scratch;
}

bool take_trailing_blanks(std::string_view& characters) {
    std::size_t keep = 0;
    std::string_view rest = characters;
    for (bool first = true; !rest.empty(); first = false) {
        const char32_t c = next_character(rest);
        if (first || !is_blank(c)) keep = characters.size() - rest.size();
    }
    const bool some = keep < characters.size();
    characters = characters.substr(0, keep);
    return some;
}

std::vector<std::string> parts_of(std::string_view cluster, std::size_t count) {
    std::vector<std::string> parts(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (cluster.empty()) {
            parts[i] = shows_nothing_text;
        } else if (i + 1 == count) {
            parts[i] = cluster;
        } else {
            put_utf8(parts[i], next_character(cluster));
        }
    }
    return parts;
}

bool is_letter_without_width(const text::GlyphRun& run, const Cluster& cluster) {
    if (!run.rtl || cluster.text.empty()) return false;
    for (std::size_t i = cluster.first; i < cluster.last; ++i)
        if (run.glyphs[i].advance != 0) return false;
    std::string_view rest = cluster.text;
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), next_character(rest)) ==
           HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER;
}

bool may_reach_over(const text::GlyphRun& run) {
    const auto fills_a_square = [](char32_t c) { return (c >= 0x3001 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF60); };
    if (run.rtl || run.text.empty() || (!run.preceded && !run.followed)) return false;
    std::string_view rest = run.text;
    char32_t c = next_character(rest);
    if (run.preceded && fills_a_square(c)) return true;
    while (!rest.empty()) c = next_character(rest);
    return run.followed && fills_a_square(c);
}

std::vector<std::string> ligature_parts(const text::GlyphRun& run, const Cluster& cluster) {
    std::vector<std::string> parts;
    if (!run.rtl || run.has_actual_text || cluster.last - cluster.first != 1) return parts;
    for (std::string_view rest = cluster.text; !rest.empty();) put_utf8(parts.emplace_back(), next_character(rest));
    if (parts.size() < 2) parts.clear();
    return parts;
}

std::vector<std::uint32_t> GlyphTexts::glyphs() const {
    std::vector<std::uint32_t> all;
    meanings_.for_each([&](std::uint32_t glyph, const Meaning& meaning) {
        if (meaning.used) all.push_back(glyph);
    });
    return all;
}

std::string GlyphTexts::text(std::uint32_t glyph) const {
    const Key key = known(glyph).key;
    if ((key & is_longer) == is_longer) return longer_[key & ~is_longer];
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        if (const char c = static_cast<char>(key >> shift)) text += c;
    return text;
}

std::optional<GlyphTexts::Key> GlyphTexts::find(std::string_view text) const {
    if (text.size() <= 4) return packed(text);
    const auto at = std::find(longer_.begin(), longer_.end(), text);
    if (at == longer_.end()) return std::nullopt;
    return is_longer | static_cast<Key>(at - longer_.begin());
}

void GlyphTexts::learn(std::uint32_t glyph, std::string_view text, bool sure) {
    Meaning& meaning = meanings_[glyph];
    meaning.used = true;
    if (text.empty() || meaning.sure || (meaning.key && !sure)) return;
    auto key = find(text);
    if (!key) {
        longer_.emplace_back(text);
        key = is_longer | static_cast<Key>(longer_.size() - 1);
    }
    meaning.key = *key;
    meaning.sure = sure;
}

void GlyphTexts::use_part(std::uint32_t glyph, std::string text) {
    learn(glyph, {}, false);
    if (!other(glyph, text)) others_.push_back({glyph, std::move(text)});
}

std::optional<std::size_t> GlyphTexts::other(std::uint32_t glyph, std::string_view text) const {
    const auto at = std::find_if(others_.begin(), others_.end(),
                                 [&](const Other& it) { return it.glyph == glyph && it.text == text; });
    return at == others_.end() ? std::nullopt : std::optional{static_cast<std::size_t>(at - others_.begin())};
}

void GlyphTexts::settle() {
    for (const Other& it : others_)
        if (!known(it.glyph).key) learn(it.glyph, it.text, false);
    std::erase_if(others_, [&](const Other& it) { return means(it.glyph, it.text); });
}

void GlyphTexts::append(const GlyphTexts& later) {
    later.meanings_.for_each([&](std::uint32_t glyph, const Meaning& meaning) {
        if (meaning.used) use(glyph, later.text(glyph), meaning.sure);
    });
    for (const Other& it : later.others_) use_part(it.glyph, it.text);
}

std::optional<std::uint32_t> space_glyph(const text::FaceInfo& face) {
    hb_font_t* font = hb_font_create(face.face);
    hb_codepoint_t glyph = 0;
    const bool has = hb_font_get_nominal_glyph(font, ' ', &glyph) != 0;
    hb_font_destroy(font);
    return has ? std::optional<std::uint32_t>{glyph} : std::nullopt;
}

std::optional<std::uint32_t> blank_glyph(const text::FaceInfo& face) {
    const auto space = space_glyph(face);
    hb_font_t* font = hb_font_create(face.face);
    std::optional<std::uint32_t> blank = space;
    // A quarter of an em, or nearly; else any.
    for (const hb_codepoint_t c : {0x2005U, 0x2009U, 0x2006U, 0x2008U, 0x2002U, 0x2003U, 0x3000U})
        if (hb_codepoint_t glyph = 0; hb_font_get_nominal_glyph(font, c, &glyph) && glyph != space.value_or(0)) {
            blank = glyph;
            break;
        }
    hb_font_destroy(font);
    return blank;
}

namespace {

// One thread's view of some pages.
class Gatherer {
public:
    explicit Gatherer(const Faces& faces) : faces_{faces} {}
    void add(const text::GlyphRun& run);
    std::vector<FaceUse> take() { return std::move(uses_); }

private:
    FaceUse& use_of(text::FaceId face);
    void several(GlyphTexts& texts, const text::GlyphRun& run, const Cluster& cluster);

    const Faces& faces_;
    std::vector<FaceUse> uses_;
    std::vector<std::optional<std::uint32_t>> spaces_, blanks_;
    std::size_t last_ = 0;
};

FaceUse& Gatherer::use_of(text::FaceId face) {
    if (last_ < uses_.size() && uses_[last_].face == face) return uses_[last_];
    for (last_ = 0; last_ < uses_.size(); ++last_)
        if (uses_[last_].face == face) return uses_[last_];
    uses_.push_back({face, {}});
    spaces_.push_back(space_glyph(faces_(face)));
    blanks_.push_back(blank_glyph(faces_(face)));
    return uses_.back();
}

void Gatherer::add(const text::GlyphRun& run) {
    GlyphTexts& texts = use_of(run.face).texts;
    if ((bridges_gap(run) || may_reach_over(run)) && blanks_[last_])
        texts.use_part(*blanks_[last_], shows_nothing_text);
    for_each_cluster(run, [&](const Cluster& cluster) {
        if (cluster.space_follows && spaces_[last_]) texts.use(*spaces_[last_], " ", true);
        if (run.has_actual_text && run.glyphs.size() == 1)
            texts.use(run.glyphs[0].id, run.actual_text, false);
        else if (const auto parts = ligature_parts(run, cluster); !parts.empty() && blanks_[last_])
            for (const auto& part : parts)
                texts.use_part(&part == &parts.back() ? run.glyphs[cluster.first].id : *blanks_[last_], part);
        else if (cluster.last - cluster.first == 1)
            texts.use(run.glyphs[cluster.first].id, cluster.text, !run.has_actual_text);
        else
            several(texts, run, cluster);
    });
}

// The face's own glyph for a character is surely read as that, whichever order clusters have.
void Gatherer::several(GlyphTexts& texts, const text::GlyphRun& run, const Cluster& cluster) {
    hb_font_t* font = hb_font_create(faces_(run.face).face);
    for_each_part(run, cluster, [&](const text::Glyph& glyph, std::string part) {
        std::string_view rest = part;
        hb_codepoint_t nominal = 0;
        const bool own = hb_font_get_nominal_glyph(font, next_character(rest), &nominal) && nominal == glyph.id;
        if (own && rest.empty())
            texts.use(glyph.id, part, true);
        else
            texts.use_part(glyph.id, std::move(part));
    });
    hb_font_destroy(font);
}

}  // namespace

std::vector<FaceUse> gather(const page::Publication& publication, const Faces& faces, int cores,
                            const std::vector<const page::PlacedRun*>& more) {
    constexpr std::size_t chunk = 64;  // pages
    const std::size_t chunks = (publication.pages.size() + chunk - 1) / chunk;
    std::vector<std::vector<FaceUse>> parts(chunks);
    parallel_for(chunks, cores, [&](std::size_t i) {
        Gatherer gatherer{faces};
        for (std::size_t p = i * chunk; p < std::min((i + 1) * chunk, publication.pages.size()); ++p)
            for (const page::Item& item : publication.pages[p].items)
                if (const auto* placed = std::get_if<page::PlacedRun>(&item)) gatherer.add(placed->run);
        parts[i] = gatherer.take();
    });
    Gatherer further{faces};
    for (const page::PlacedRun* placed : more) further.add(placed->run);
    parts.push_back(further.take());
    std::vector<FaceUse> all;
    for (const auto& part : parts)
        for (const FaceUse& use : part) {
            auto at = std::find_if(all.begin(), all.end(), [&](const FaceUse& it) { return it.face == use.face; });
            if (at == all.end()) at = all.insert(all.end(), {use.face, {}});
            at->texts.append(use.texts);
        }
    return all;
}

}  // namespace brochure::pdf
