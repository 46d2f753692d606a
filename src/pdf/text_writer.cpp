#include "pdf/text_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "pdf/marks.hpp"

namespace brochure::pdf {

void TextWriter::choose(int font, double size) {
    if (font == font_ && size == size_) return;
    font_ = font;
    size_ = size;
    put(out_ += "/F", font);
    put_real(out_ += ' ', size);
    out_ += " Tf\n";
}

void TextWriter::move_to(double x, double y) {
    // Differences of rounded places, so that no error gathers down the column.
    const std::int64_t to_x = rounded(x * 1000), to_y = rounded(y * 1000);
    put_thousandths(out_, to_x - line_x_);
    put_thousandths(out_ += ' ', to_y - line_y_);
    out_ += " Td\n";
    line_x_ = to_x;
    line_y_ = to_y;
}

void TextWriter::open_string() {
    if (!string_open_) out_ += "[(";
    string_open_ = true;
}
void TextWriter::close_string() {
    if (string_open_) out_ += ")]TJ\n";
    string_open_ = false;
}

void TextWriter::rise(double y) {
    if (y == rise_) return;
    close_string();
    put_real(out_, y);
    out_ += " Ts\n";
    rise_ = y;
}

namespace {
/// Two bytes within a string, which may take four; returns the end.
char* put_code(char* out, std::uint16_t code) {
    for (const char c : {static_cast<char>(code >> 8), static_cast<char>(code)}) {
        if (c == '(' || c == ')' || c == '\\' || c == '\r') *out++ = '\\';
        *out++ = c == '\r' ? 'r' : c;
    }
    return out;
}
}  // namespace

void TextWriter::glyph(const Code& code, double target) {
    open_string();
    // Put together here and appended at once: there are millions of them.
    std::array<char, 32> bytes;
    char* end = bytes.data();
    const double off = pen_ - target;
    if (off > 0.5 || off < -0.5) {
        const std::int64_t back = rounded(off);
        *end++ = ')';
        end = std::to_chars(end, end + 24, back).ptr;
        *end++ = '(';
        pen_ -= static_cast<double>(back);
    }
    end = put_code(end, code.code);
    out_.append(bytes.data(), end);
    pen_ += code.width;
}

/// A cluster's glyphs in the order in which they are shown.
std::vector<Code> TextWriter::codes_of(const text::GlyphRun& run, const Cluster& cluster) const {
    const Font& font = resources_.fonts[static_cast<std::size_t>(font_)];
    std::vector<Code> codes;
    if (run.has_actual_text) {
        for (std::size_t i = cluster.first; i < cluster.last; ++i)
            codes.push_back(font.codes[run.glyphs[run.rtl ? cluster.last - 1 - (i - cluster.first) : i].id]);
    } else {
        for_each_part(run, cluster, [&](const text::Glyph& glyph, const std::string& part) {
            codes.push_back(font.code_for(glyph.id, part));
        });
    }
    return codes;
}

// Right to left `target_` is the right edge of what comes next, and marks stand in front of their base.
void TextWriter::cluster(const text::GlyphRun& run, const Cluster& cluster) {
    const double per_point = 1000 / size_;
    const Font& font = resources_.fonts[static_cast<std::size_t>(font_)];
    const bool one = cluster.last - cluster.first == 1;
    // Readers that sort by left edges would find two letters at one place.
    const double aside = is_letter_without_width(run, cluster) ? 5 : 0;
    const std::vector<Code> several = one ? std::vector<Code>{} : codes_of(run, cluster);
    for (std::size_t n = 0; n < cluster.last - cluster.first; ++n) {
        const std::size_t i = run.rtl ? cluster.last - 1 - n : cluster.first + n;
        const text::Glyph& g = run.glyphs[i];
        const text::GlyphOffset offset = run.offset(i);
        if (run.rtl) target_ -= g.advance * per_point;
        rise(offset.y);
        glyph(one ? font.codes[g.id] : several[n], target_ + offset.x * per_point - aside);
        if (!run.rtl) target_ += g.advance * per_point;
    }
}

// A glyph that draws nothing and is read as nothing, from `left` on; none where the font has no such code.
void TextWriter::blank(double left) {
    const Font& font = resources_.fonts[static_cast<std::size_t>(font_)];
    if (const Code* const code = font.blank ? font.code_if_read_as(*font.blank, shows_nothing_text) : nullptr) {
        rise(0);
        glyph(*code, left);
    }
}

// A blank that ends where the run and the gap after it do.
void TextWriter::fill_gap(const text::GlyphRun& run) {
    const Font& font = resources_.fonts[static_cast<std::size_t>(font_)];
    const Code* const code = font.blank ? font.code_if_read_as(*font.blank, shows_nothing_text) : nullptr;
    if (code) blank((run.advance + run.gap).pt() * 1000 / size_ - code->width);
}

// Whether it was shown: a font may have no code for one of its characters.
bool TextWriter::ligature(const text::GlyphRun& run, const Cluster& cluster) {
    const Font& font = resources_.fonts[static_cast<std::size_t>(font_)];
    const text::Glyph& shown = run.glyphs[cluster.first];
    const auto parts = ligature_parts(run, cluster);
    if (parts.empty() || !font.blank) return false;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!font.code_if_read_as(i + 1 < parts.size() ? *font.blank : shown.id, parts[i])) return false;
    const text::GlyphOffset offset = run.offset(cluster.first);
    const double width = shown.advance * 1000 / size_, step = width / static_cast<double>(parts.size());
    rise(offset.y);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const Code& blank = font.code_for(*font.blank, parts[i]);
        glyph(blank, target_ - step * static_cast<double>(i) - blank.width / 2);
    }
    target_ -= width;
    glyph(font.code_for(shown.id, parts.back()), target_ + offset.x * 1000 / size_);
    return true;
}

namespace {

/// Calls `use(const Cluster&)` for each cluster in the order in which it is read.
template <class Use>
void for_each_read(const text::GlyphRun& run, Use&& use) {
    if (!run.rtl) return for_each_cluster(run, use);
    std::vector<std::pair<Cluster, std::string>> all;
    for_each_cluster(run, [&](const Cluster& it) { all.emplace_back(it, std::string{it.text}); });
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        it->first.text = it->second;
        use(it->first);
    }
}

constexpr double overlap = 100;  // thousandths of an em: from there on Poppler begins another line

// Whether the glyphs' own meanings, one after another, are the cluster's text. Right to left, a reader that is told so
// of several at once spells them backwards.
bool reads_back(const Font& font, const text::GlyphRun& run, const Cluster& cluster) {
    const GlyphTexts& texts = font.use.texts;
    if (cluster.last - cluster.first == 1) return texts.means(run.glyphs[cluster.first].id, cluster.text);
    bool all = true;
    for_each_part(run, cluster, [&](const text::Glyph& glyph, const std::string& part) {
        const bool has_code = run.rtl && part != shows_nothing_text && font.code_if_read_as(glyph.id, part) != nullptr;
        all = all && (has_code || texts.surely_means(glyph.id, part));
    });
    return all;
}

// Whether a glyph has less room than it is wide, or is moved to the left of it: marks that fill half of their square.
bool has_overlaps(const Font& font, const text::GlyphRun& run) {
    if (run.rtl || run.has_actual_text) return false;
    const double per_point = 1000 / run.size.pt();
    for (const text::GlyphOffset& offset : run.offsets)
        if (offset.x * per_point < -overlap) return true;
    return std::any_of(run.glyphs.begin(), run.glyphs.end(), [&](const text::Glyph& glyph) {
        return font.codes[glyph.id].width - glyph.advance * per_point > overlap;
    });
}

}  // namespace

// Clusters whose places overlap are read as one, from the first's left to the last's right.
void TextWriter::squeezed(const text::GlyphRun& run, std::string_view own_language, Marker& marker) {
    const Font& font = resources_.fonts[static_cast<std::size_t>(font_)];
    const double per_point = 1000 / size_, end = run.advance.pt() * per_point;
    struct Seen {
        Cluster cluster;
        std::string text;
        double left, right;
    };
    std::vector<Seen> all;
    double at = 0;
    for_each_cluster(run, [&](const Cluster& it) {
        const double left = at + run.offset(it.first).x * per_point;
        for (std::size_t i = it.first; i < it.last; ++i) at += run.glyphs[i].advance * per_point;
        const bool one = it.last - it.first == 1;
        all.push_back({it, std::string{it.text}, left, one ? left + font.codes[run.glyphs[it.first].id].width : at});
    });
    for (std::size_t first = 0, last; first < all.size(); first = last) {
        for (last = first + 1; last < all.size() && all[last].left < all[last - 1].right - overlap;) ++last;
        const bool before = first == 0 && run.preceded && all[0].left < -overlap,
                   after =
                       last == all.size() && (bridges_gap(run) || (run.followed && all.back().right > end + overlap));
        std::string text;
        for (std::size_t i = first; i < last; ++i) text += all[i].text;
        all[first].cluster.text = all[first].text;
        const bool plain = last - first == 1 && !before && !after && reads_back(font, run, all[first].cluster);
        if (!plain && !text.empty()) {
            close_string();
            marker.special(own_language, &text);
        }
        if (before) blank(0);
        for (std::size_t i = first; i < last; ++i) {
            all[i].cluster.text = all[i].text;
            cluster(run, all[i].cluster);
        }
        if (after) fill_gap(run);
        if (plain || text.empty()) continue;
        close_string();
        marker.special(own_language, nullptr);
    }
    if (all.back().cluster.space_follows && font.space) glyph(font.codes[*font.space], target_);
    rise(0);
    close_string();
}

void TextWriter::show(const text::GlyphRun& run, double x, double y, std::string_view language, Marker& marker) {
    const auto face = static_cast<std::size_t>(run.face.index);
    if (run.glyphs.empty() || run.face.index < 0 || face >= resources_.font_of_face.size()) return;
    const Font& font = resources_.fonts[static_cast<std::size_t>(resources_.font_of_face[face])];
    const std::string_view own_language = run.lang == language ? std::string_view{} : run.lang;
    choose(resources_.font_of_face[face], run.size.pt());
    move_to(x, y);
    pen_ = 0;
    // Glyphs are shown in the order in which they are read, so that a reader without a bidirectional algorithm of its
    // own gives words and not their mirror images.
    target_ = run.rtl ? run.advance.pt() * 1000 / size_ : 0;
    const bool says_so_itself = run.glyphs.size() == 1 && font.use.texts.means(run.glyphs[0].id, run.actual_text);
    marker.special(own_language, run.has_actual_text && !says_so_itself ? &run.actual_text : nullptr);
    bool space_follows = false;
    if (has_overlaps(font, run)) return squeezed(run, own_language, marker);
    const bool bridge = bridges_gap(run) && font.blank;
    for_each_read(run, [&](const Cluster& it) {
        // A space that fell off the line's end is still there for who copies or listens.
        const bool space_here = it.space_follows && font.space && !run.has_actual_text;
        space_follows = space_follows || space_here;
        if (ligature(run, it)) return;
        const bool last = bridge && it.last == run.glyphs.size();
        const bool says_so = !run.has_actual_text && !it.text.empty() && (last || !reads_back(font, run, it));
        if (says_so) {
            close_string();
            const std::string text{it.text};
            marker.special(own_language, &text);
        }
        cluster(run, it);
        if (last) fill_gap(run);
        if (!says_so) return;
        close_string();
        marker.special(own_language, nullptr);
    });
    if (space_follows) glyph(font.codes[*font.space], run.rtl ? target_ - font.codes[*font.space].width : target_);
    rise(0);
    close_string();
}

}  // namespace brochure::pdf
