#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"
#include "pdf/glyph_table.hpp"
#include "text/fonts.hpp"
#include "text/paragraph.hpp"

/// Which glyphs of which faces a publication shows, and which characters each of them stands for.
namespace brochure::pdf {

/// Where the writer learns about a face.
using Faces = std::function<const text::FaceInfo&(text::FaceId)>;

/// The glyphs `first` to `last` (exclusive) of a run and the characters that they show together.
struct Cluster {
    std::size_t first = 0, last = 0;
    std::string_view text;       // UTF-8, good until the next cluster
    bool space_follows = false;  // the run's text ends in spaces that have no glyph
};

/// The characters of a cluster as they are to be read back: marks that show nothing (soft hyphens, joiners of lines,
/// direction marks) are left out, a no-break space is a space. `scratch` holds the result when it differs.
std::string_view read_back(std::string_view characters, std::string& scratch);
/// Takes the blanks off the end, but leaves one character; says whether there were any.
bool take_trailing_blanks(std::string_view& characters);

/// Calls `use(const Cluster&)` for each cluster of the run, from left to right.
template <class Use>
void for_each_cluster(const text::GlyphRun& run, Use&& use) {
    const std::size_t count = run.glyphs.size();
    const std::string_view all = run.text;
    std::string scratch;
    std::size_t begin_before = all.size();  // of the cluster to the left: where this one ends, right to left
    for (std::size_t first = 0, last; first < count; first = last) {
        const std::size_t begin = run.glyphs[first].cluster;
        for (last = first + 1; last < count && run.glyphs[last].cluster == begin;) ++last;
        std::size_t end = run.rtl ? begin_before : last < count ? run.glyphs[last].cluster : all.size();
        begin_before = begin;
        if (end > all.size() || end < begin) end = std::min(begin, all.size());
        Cluster cluster{first, last, begin < end ? all.substr(begin, end - begin) : std::string_view{}, false};
        if (cluster.text.size() > 1) {
            if (end == all.size()) cluster.space_follows = take_trailing_blanks(cluster.text);
            cluster.text = read_back(cluster.text, scratch);
        }
        use(cluster);
    }
}

/// The characters of `cluster` that each of the `count` glyphs showing it is to be read as, one after another: joined
/// they are the cluster. Glyphs beyond the characters are read as U+200B, which shows nothing.
std::vector<std::string> parts_of(std::string_view cluster, std::size_t count);

/// What a glyph is read as that adds nothing to the text: U+200B.
inline constexpr const char* shows_nothing_text = "\u200B";

/// Whether the run ends in a gap that is no space. Readers guess spaces by what stands between two letters: so the
/// letter before is shown together with a blank one that fills the gap.
inline bool bridges_gap(const text::GlyphRun& run) {
    return run.gap > Length{} && !run.rtl && !run.glyphs.empty();
}

/// Whether the run begins or ends, beside another, in a mark that fills its square by half: what readers take for its
/// place reaches into the neighbour's.
bool may_reach_over(const text::GlyphRun& run);

/// Whether a letter of a run that is read from right to left is drawn by the glyph before it, a ligature, and has one
/// of its own that draws nothing and has no width, but for marks above or below it.
bool is_letter_without_width(const text::GlyphRun& run, const Cluster& cluster);

/// The characters of a ligature in a run that is read from right to left, one after another; empty for anything else.
/// Readers lay the characters of one glyph out from left to right and turn them round with the line, which spells them
/// backwards: so blanks are read as all but the last, at the ligature's right, and the ligature as that.
std::vector<std::string> ligature_parts(const text::GlyphRun& run, const Cluster& cluster);

/// Calls `use(const Glyph&, std::string part)` for the glyphs of a cluster of several, in the order in which they are
/// shown and read.
template <class Use>
void for_each_part(const text::GlyphRun& run, const Cluster& cluster, Use&& use) {
    const std::size_t count = cluster.last - cluster.first;
    auto parts = parts_of(cluster.text, count);
    for (std::size_t n = 0; n < count; ++n)
        use(run.glyphs[run.rtl ? cluster.last - 1 - n : cluster.first + n], std::move(parts[n]));
}

/// The characters that the glyphs of one face stand for. A glyph has one meaning in the whole file and may have others,
/// which want a code of their own; where the file cannot give one, the page says so with ActualText.
class GlyphTexts {
public:
    /// A glyph's further meaning.
    struct Other {
        std::uint32_t glyph = 0;
        std::string text;
        bool operator==(const Other&) const = default;
    };
    /// Those that are shown, in the order of their numbers.
    std::vector<std::uint32_t> glyphs() const;
    bool uses(std::uint32_t glyph) const { return known(glyph).used; }
    std::string text(std::uint32_t glyph) const;
    bool means(std::uint32_t glyph, std::string_view text) const {
        const Key key = known(glyph).key;
        if (text.size() <= 4) return key == packed(text);
        return (key & is_longer) == is_longer && longer_[key & ~is_longer] == text;
    }
    /// Whether it means that wherever it is shown, and not only as a part of clusters.
    bool surely_means(std::uint32_t glyph, std::string_view text) const {
        return means(glyph, text) && known(glyph).sure;
    }
    /// Notes that the glyph is shown. `sure`: it alone shows `text`; else it is one of a cluster's several.
    void use(std::uint32_t glyph, std::string_view text, bool sure) {
        if (known(glyph).sure) return;  // millions of times
        learn(glyph, text, sure);
    }
    /// Notes that the glyph, one of a cluster's several, is read there as `text`.
    void use_part(std::uint32_t glyph, std::string text);
    /// Gives glyphs that are nothing but parts their first such meaning.
    void settle();
    const std::vector<Other>& others() const { return others_; }
    /// The place in `others()` of what the glyph means besides; empty when it is not among them.
    std::optional<std::size_t> other(std::uint32_t glyph, std::string_view text) const;
    /// Takes over what `later` knows and this does not: the first place that gives a meaning decides.
    void append(const GlyphTexts& later);

private:
    // Up to four bytes of UTF-8 in one number; a longer text's place in `longer_`, marked by a byte UTF-8 never has.
    using Key = std::uint32_t;
    struct Meaning {
        Key key = 0;
        bool used = false, sure = false;
    };
    static constexpr Key is_longer = 0xFF000000;
    static Key packed(std::string_view text) {
        Key key = 0;
        for (const char c : text) key = key << 8 | static_cast<unsigned char>(c);
        return key;
    }
    const Meaning& known(std::uint32_t glyph) const { return meanings_[glyph]; }
    std::optional<Key> find(std::string_view text) const;
    void learn(std::uint32_t glyph, std::string_view text, bool sure);

    GlyphTable<Meaning> meanings_;
    std::vector<std::string> longer_;
    std::vector<Other> others_;
};

/// The glyphs of one face in a publication.
struct FaceUse {
    text::FaceId face;
    GlyphTexts texts;
};

/// The faces of all placed runs, those of `more` last, in the order in which they are first used.
std::vector<FaceUse> gather(const page::Publication& publication, const Faces& faces, int cores,
                            const std::vector<const page::PlacedRun*>& more = {});

/// The face's glyph for a space, if it has one.
std::optional<std::uint32_t> space_glyph(const text::FaceInfo& face);
/// Another glyph that draws nothing, if the face has one, else that.
std::optional<std::uint32_t> blank_glyph(const text::FaceInfo& face);

}  // namespace brochure::pdf
