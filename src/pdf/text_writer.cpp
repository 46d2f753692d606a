#include "pdf/text_writer.hpp"

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
    const std::vector<Code> several = one ? std::vector<Code>{} : codes_of(run, cluster);
    for (std::size_t n = 0; n < cluster.last - cluster.first; ++n) {
        const std::size_t i = run.rtl ? cluster.last - 1 - n : cluster.first + n;
        const text::Glyph& g = run.glyphs[i];
        const text::GlyphOffset offset = run.offset(i);
        if (run.rtl) target_ -= g.advance * per_point;
        rise(offset.y);
        glyph(one ? font.codes[g.id] : several[n], target_ + offset.x * per_point);
        if (!run.rtl) target_ += g.advance * per_point;
    }
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

// Whether the glyphs' own meanings, one after another, are the cluster's text.
bool reads_back(const GlyphTexts& texts, const text::GlyphRun& run, const Cluster& cluster) {
    if (cluster.last - cluster.first == 1) return texts.means(run.glyphs[cluster.first].id, cluster.text);
    bool all = true;
    for_each_part(run, cluster, [&](const text::Glyph& glyph, const std::string& part) {
        all = all && texts.surely_means(glyph.id, part);
    });
    return all;
}

}  // namespace

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
    for_each_read(run, [&](const Cluster& it) {
        // A space that fell off the line's end is still there for who copies or listens.
        const bool space_here = it.space_follows && font.space && !run.has_actual_text;
        space_follows = space_follows || space_here;
        if (run.has_actual_text || it.text.empty() || reads_back(font.use.texts, run, it)) return cluster(run, it);
        close_string();
        const std::string text{it.text};
        marker.special(own_language, &text);
        cluster(run, it);
        close_string();
        marker.special(own_language, nullptr);
    });
    if (space_follows) glyph(font.codes[*font.space], run.rtl ? target_ - font.codes[*font.space].width : target_);
    rise(0);
    close_string();
}

}  // namespace brochure::pdf
