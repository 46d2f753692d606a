#include "pdf/cff.hpp"

#include <optional>

namespace brochure::pdf {
namespace {

// Reads big-endian numbers; past the end it gives zeros and remembers.
class Reader {
public:
    Reader(std::span<const std::uint8_t> bytes, std::size_t at) : bytes_{bytes}, at_{at} {}
    std::uint32_t number(int size) {
        std::uint32_t value = 0;
        for (int i = 0; i < size; ++i) {
            value <<= 8;
            if (at_ < bytes_.size())
                value |= bytes_[at_];
            else
                good_ = false;
            ++at_;
        }
        return value;
    }
    std::size_t at() const { return at_; }
    bool good() const { return good_; }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_;
    bool good_ = true;
};

// An INDEX: where its items begin and end, and where it ends itself.
struct Index {
    std::size_t count = 0, first_begin = 0, first_end = 0, end = 0;
};

std::optional<Index> read_index(std::span<const std::uint8_t> cff, std::size_t at) {
    Reader in{cff, at};
    Index index;
    index.count = in.number(2);
    if (index.count == 0) {
        index.end = in.at();
        return in.good() ? std::optional{index} : std::nullopt;
    }
    const int size = static_cast<int>(in.number(1));
    if (size < 1 || size > 4) return std::nullopt;
    const std::size_t data = in.at() + (index.count + 1) * static_cast<std::size_t>(size) - 1;
    index.first_begin = data + in.number(size);
    index.first_end = data + in.number(size);
    Reader last{cff, at + 3 + index.count * static_cast<std::size_t>(size)};
    index.end = data + last.number(size);
    if (!in.good() || !last.good() || index.end > cff.size() || index.first_begin > index.first_end ||
        index.first_end > cff.size())
        return std::nullopt;
    return index;
}

struct TopDict {
    bool cid_keyed = false;
    std::size_t charset = 0, char_strings = 0;
};

TopDict read_top_dict(std::span<const std::uint8_t> dict) {
    TopDict top;
    Reader in{dict, 0};
    std::uint32_t operand = 0;
    while (in.at() < dict.size() && in.good()) {
        const std::uint32_t b = in.number(1);
        if (b == 28) {
            operand = in.number(2);
        } else if (b == 29) {
            operand = in.number(4);
        } else if (b == 30) {  // a real: nibbles up to one that is 15
            while (in.good()) {
                const std::uint32_t pair = in.number(1);
                if ((pair & 15) == 15 || pair >> 4 == 15) break;
            }
        } else if (b >= 32 && b <= 246) {
            operand = b - 139;
        } else if (b >= 247 && b <= 250) {
            operand = (b - 247) * 256 + in.number(1) + 108;
        } else if (b >= 251 && b <= 254) {
            operand = 0 - (b - 251) * 256 - in.number(1) - 108;
        } else if (b == 12) {
            if (in.number(1) == 30) top.cid_keyed = true;  // ROS
        } else if (b == 15) {
            top.charset = operand;
        } else if (b == 17) {
            top.char_strings = operand;
        }
    }
    return top;
}

}  // namespace

std::vector<std::uint16_t> cids_of(std::span<const std::uint8_t> cff) {
    if (cff.size() < 4) return {};
    const auto names = read_index(cff, cff[2]);
    const auto dicts = names ? read_index(cff, names->end) : std::nullopt;
    if (!dicts || dicts->count == 0) return {};
    const TopDict top = read_top_dict(cff.subspan(dicts->first_begin, dicts->first_end - dicts->first_begin));
    const auto glyphs = read_index(cff, top.char_strings);
    if (!top.cid_keyed || !glyphs || glyphs->count == 0) return {};
    std::vector<std::uint16_t> cids{0};
    cids.reserve(glyphs->count);
    // Charsets 0 to 2 are built in, and not for CID-keyed fonts: there the glyph's index serves.
    if (top.charset <= 2) {
        while (cids.size() < glyphs->count) cids.push_back(static_cast<std::uint16_t>(cids.size()));
        return cids;
    }
    Reader in{cff, top.charset};
    const std::uint32_t format = in.number(1);
    while (cids.size() < glyphs->count && in.good() && format <= 2) {
        const std::uint32_t cid = in.number(2);
        const std::uint32_t more = format == 0 ? 0 : in.number(format == 1 ? 1 : 2);
        for (std::uint32_t i = 0; i <= more && cids.size() < glyphs->count; ++i)
            cids.push_back(static_cast<std::uint16_t>(cid + i));
    }
    if (!in.good() || cids.size() != glyphs->count) return {};
    return cids;
}

}  // namespace brochure::pdf
