#include "text/shape_words.hpp"

#include <algorithm>
#include <cstring>

namespace brochure::text {
namespace {

constexpr std::size_t slot_count =
    1U << 14;  // about a megabyte with its glyphs; twice the words of a novel page by page

std::uint32_t hash_of(std::string_view word, std::uint32_t seed) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL * (seed + 1);
    for (std::size_t at = 0; at < word.size(); at += 8) {
        std::uint64_t block = 0;
        std::memcpy(&block, word.data() + at, std::min<std::size_t>(8, word.size() - at));
        hash = (hash ^ block) * 0xD6E8FEB86659FD93ULL;
        hash ^= hash >> 32;
    }
    return static_cast<std::uint32_t>(hash);
}

bool same(const hb_feature_t& a, const hb_feature_t& b) {
    return a.tag == b.tag && a.value == b.value && a.start == b.start && a.end == b.end;
}

}  // namespace

ShapedWords::Setting ShapedWords::setting_of(const Piece& piece, const Part& part) {
    for (std::size_t i = 0; i < ways_.size(); ++i) {
        const Way& way = ways_[i];
        if (way.face == piece.face && way.script == piece.script && way.language == part.language &&
            std::equal(way.features.begin(), way.features.end(), part.features.begin(), part.features.end(), same))
            return static_cast<Setting>(i);
    }
    ways_.push_back({piece.face, piece.script, part.language, part.features});
    return static_cast<Setting>(ways_.size() - 1);
}

std::size_t ShapedWords::slot_of(std::uint32_t hash, Setting setting, std::string_view word) const {
    std::size_t at = hash % slot_count;
    for (;; at = (at + 1) % slot_count) {
        const Entry& entry = slots_[at];
        if (entry.size == 0) return at;
        if (entry.hash == hash && entry.setting == setting &&
            std::string_view{bytes_}.substr(entry.word, entry.size) == word)
            return at;
    }
}

std::span<const ShapedGlyph> ShapedWords::find(Setting setting, std::string_view word, bool& known) const {
    known = false;
    if (slots_.empty()) return {};
    const Entry& entry = slots_[slot_of(hash_of(word, setting), setting, word)];
    if (entry.size == 0) return {};
    known = true;
    return {glyphs_.data() + entry.first, entry.count};
}

void ShapedWords::keep(Setting setting, std::string_view word, std::span<const ShapedGlyph> glyphs) {
    if (slots_.empty() || used_ * 2 > slot_count) clear();
    const std::uint32_t hash = hash_of(word, setting);
    Entry& entry = slots_[slot_of(hash, setting, word)];
    if (entry.size != 0 || word.empty()) return;
    entry = {hash,
             setting,
             static_cast<std::uint32_t>(bytes_.size()),
             static_cast<std::uint32_t>(word.size()),
             static_cast<std::uint32_t>(glyphs_.size()),
             static_cast<std::uint32_t>(glyphs.size())};
    bytes_ += word;
    glyphs_.insert(glyphs_.end(), glyphs.begin(), glyphs.end());
    ++used_;
}

void ShapedWords::clear() {
    slots_.assign(slot_count, {});
    bytes_.clear();
    glyphs_.clear();
    used_ = 0;
}

}  // namespace brochure::text
