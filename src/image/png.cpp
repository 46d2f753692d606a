#include "image/png.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstring>

namespace brochure::image {
namespace {

constexpr std::uint8_t signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

constexpr std::uint32_t tag(const char (&name)[5]) {
    return (std::uint32_t(name[0]) << 24) | (std::uint32_t(name[1]) << 16) | (std::uint32_t(name[2]) << 8) |
           std::uint32_t(name[3]);
}

bool is_known_depth(int bits, int colour_type) {
    switch (colour_type) {  // clause 11.2.1, table 12
        case 0:
            return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
        case 3:
            return bits == 1 || bits == 2 || bits == 4 || bits == 8;
        case 2:
        case 4:
        case 6:
            return bits == 8 || bits == 16;
        default:
            return false;
    }
}

void read_header(const std::uint8_t* at, PngLayout& out) {
    const std::uint32_t width = big_endian_32(at), height = big_endian_32(at + 4);
    if (width == 0 || height == 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF || !is_known_depth(at[8], at[9]) ||
        at[12] > 1) {
        out.fault = PngFault::garbled;
        return;
    }
    out.width = static_cast<int>(width);
    out.height = static_cast<int>(height);
    out.bits = at[8];
    out.colour_type = at[9];
    out.interlaced = at[12] == 1;
}

std::uint64_t rows_of(std::uint64_t width, std::uint64_t height, std::uint64_t bits) {
    return width == 0 ? 0 : height * (1 + (width * bits + 7) / 8);
}

/// A zlib stream being inflated; closed at the end of the scope.
class Inflater {
public:
    Inflater() { good_ = inflateInit(&z_) == Z_OK; }
    Inflater(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&z_); }
    bool good() const { return good_; }
    bool ended() const { return ended_; }
    std::uint64_t given() const { return z_.total_out; }

    /// Inflates `input` into `room` over and over, calling `each` with what came out. False: damaged, or `each` said
    /// so.
    template <class Each>
    bool feed(std::span<const std::uint8_t> input, std::span<std::uint8_t> room, Each each) {
        z_.next_in = const_cast<std::uint8_t*>(input.data());  // zlib only reads it
        z_.avail_in = static_cast<uInt>(input.size());
        do {
            z_.next_out = room.data();
            z_.avail_out = static_cast<uInt>(room.size());
            const int result = inflate(&z_, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) return false;
            if (!each(room.first(room.size() - z_.avail_out))) return false;
            ended_ = result == Z_STREAM_END;
        } while (!ended_ && (z_.avail_in > 0 || z_.avail_out == 0));
        return true;
    }

private:
    z_stream z_{};
    bool good_ = false, ended_ = false;
};

}  // namespace

std::uint64_t PngLayout::inflated() const {
    const auto w = static_cast<std::uint64_t>(width), h = static_cast<std::uint64_t>(height);
    const auto depth = static_cast<std::uint64_t>(bits * channels());
    if (!interlaced) return rows_of(w, h, depth);
    constexpr std::uint64_t x0[] = {0, 4, 0, 2, 0, 1, 0}, dx[] = {8, 8, 4, 4, 2, 2, 1};  // Adam7, clause 8.2
    constexpr std::uint64_t y0[] = {0, 0, 4, 0, 2, 0, 1}, dy[] = {8, 8, 8, 4, 4, 2, 2};
    std::uint64_t sum = 0;
    for (int pass = 0; pass < 7; ++pass)
        sum += rows_of((w + dx[pass] - 1 - x0[pass]) / dx[pass], (h + dy[pass] - 1 - y0[pass]) / dy[pass], depth);
    return sum;
}

PngLayout read_png(const InputFile& file, bool head_only) {
    PngLayout out;
    Window window{file, 16 * 1024};
    const auto start = window.at(0, 33);
    if (std::memcmp(start.data(), signature, std::min<std::size_t>(start.size(), 8)) != 0)
        return out.fault = PngFault::not_png, out;
    if (start.size() < 33) return out.fault = PngFault::cut_short, out;
    if (big_endian_32(&start[8]) != 13 || big_endian_32(&start[12]) != tag("IHDR"))
        return out.fault = PngFault::garbled, out;
    read_header(&start[16], out);
    std::uint64_t at = 33;
    bool ended = false;
    while (out.fault == PngFault::none && !ended) {
        const auto head = window.at(at, 12);
        if (head.size() < 12) return out.fault = PngFault::cut_short, out;
        const Range content{at + 8, big_endian_32(head.data())};
        const std::uint32_t type = big_endian_32(&head[4]);
        if (content.end() + 4 > file.size()) return out.fault = PngFault::cut_short, out;
        if (type == tag("IDAT")) {
            if (head_only) return out;
            out.data.push_back(content);
        } else if (type == tag("tRNS"))
            out.transparent_colour = true;
        else if (type == tag("sRGB"))
            out.srgb = true;
        else if (type == tag("iCCP"))
            out.iccp = content;
        else if (type == tag("eXIf") && content.length <= 0xFFFF)
            out.exif = content;
        else if (type == tag("gAMA") && content.length == 4)
            out.gamma = big_endian_32(&window.at(content.offset, 4)[0]) / 100000.0;
        ended = type == tag("IEND");
        at = content.end() + 4;
    }
    if (out.fault == PngFault::none && out.data.empty() && !head_only) out.fault = PngFault::garbled;
    return out;
}

bool is_png_data_whole(const InputFile& file, const PngLayout& layout) {
    Inflater inflater;
    if (!inflater.good()) return false;
    std::vector<std::uint8_t> room(64 * 1024), input(64 * 1024);
    const std::uint64_t expected = layout.inflated();
    std::uint64_t count = 0;
    for (const Range& part : layout.data)
        for (std::uint64_t done = 0; done < part.length && !inflater.ended();) {
            const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(input.size(), part.length - done));
            const std::size_t n = file.read(part.offset + done, std::span{input}.first(want));
            if (n != want) return false;
            done += n;
            const auto counted = [&](std::span<const std::uint8_t> bytes) {
                return (count += bytes.size()) <= expected;
            };
            if (!inflater.feed(std::span<const std::uint8_t>{input}.first(n), room, counted)) return false;
        }
    return inflater.ended() && count == expected;
}

std::vector<std::uint8_t> png_profile(const InputFile& file, const PngLayout& layout) {
    constexpr std::size_t most = 4 << 20;
    if (!layout.iccp || layout.iccp->length > most) return {};
    const auto chunk = file.bytes(*layout.iccp);
    const auto name_end = std::find(chunk.begin(), chunk.begin() + std::min<std::ptrdiff_t>(80, std::ssize(chunk)), 0);
    if (chunk.end() - name_end < 3) return {};
    Inflater inflater;
    std::vector<std::uint8_t> room(16 * 1024), profile;
    const auto gather = [&](std::span<const std::uint8_t> bytes) {
        profile.insert(profile.end(), bytes.begin(), bytes.end());
        return profile.size() <= most;
    };
    const std::size_t skip = static_cast<std::size_t>(name_end - chunk.begin()) + 2;  // the name, its 0, the method
    if (!inflater.good() || !inflater.feed(std::span<const std::uint8_t>{chunk}.subspan(skip), room, gather) ||
        !inflater.ended())
        return {};
    return profile;
}

}  // namespace brochure::image
