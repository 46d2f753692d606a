#include "image/jpeg_scan.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "image/hash.hpp"

namespace brochure::image {
namespace {

using namespace std::string_view_literals;

// Marker codes, T.81 table B.1.
constexpr int SOF0 = 0xC0, DHT = 0xC4, JPG = 0xC8, DAC = 0xCC, RST0 = 0xD0, SOI = 0xD8, EOI = 0xD9, SOS = 0xDA,
              DQT = 0xDB, DNL = 0xDC, DRI = 0xDD, DHP = 0xDE, EXP = 0xDF, APP0 = 0xE0, TEM = 0x01;

/// A progressive file has about ten scans; thousands are an attack on the decoder's time.
constexpr int most_scans = 100;

constexpr bool is_restart(int code) {
    return (code & 0xF8) == RST0;
}

/// Whether an 0xFF followed by `next` is more than stuffing.
constexpr bool stops(std::uint8_t next) {
    return next != 0;
}

/// The index of the first 0xFF in `data` that is followed by a byte other than 0; data.size() - 1 if there is none.
/// The inner loop has no branch, so that the compiler makes SIMD of it: photos have an 0xFF every 200 bytes or so, and
/// memchr would spend its time starting up.
std::size_t find_marker(std::span<const std::uint8_t> data) {
    constexpr std::size_t block = 1024;
    const std::size_t last = data.size() - 1;
    std::size_t i = 0;
    for (; i + block <= last; i += block) {
        std::uint8_t any = 0;
        const std::uint8_t* p = data.data() + i;
        for (std::size_t k = 0; k < block; ++k)
            any = static_cast<std::uint8_t>(any | ((p[k] == 0xFF) & (p[k + 1] != 0)));
        if (any) break;
    }
    while (i < last && !(data[i] == 0xFF && stops(data[i + 1]))) ++i;
    return i;
}

class Scanner {
public:
    Scanner(const InputFile& file, std::size_t window, bool whole)
        : file_{file}, window_{file, window}, whole_{whole} {}

    JpegLayout run() {
        const auto start = window_.at(0, 3);
        if (file_.size() < 4) return fail(JpegFault::cut_short);
        if (start.size() < 3 || start[0] != 0xFF || start[1] != SOI || start[2] != 0xFF)
            return fail(JpegFault::not_jpeg);
        out_.next = 2;
        while (out_.fault == JpegFault::none && !done_) step();
        return std::move(out_);
    }

private:
    JpegLayout fail(JpegFault fault) {
        out_.fault = fault;
        return out_;
    }

    /// Reads one marker and its segment; after SOS, the entropy-coded data too.
    void step() {
        auto at = window_.at(out_.next, 4);
        // libjpeg passes over stray bytes and 0xFF fill before a marker, so cameras get away with writing them.
        std::size_t skip = 0;
        while (skip + 1 < at.size() && (at[skip] != 0xFF || at[skip + 1] == 0xFF || at[skip + 1] == 0)) ++skip;
        if (skip) {
            out_.next += skip;
            at = window_.at(out_.next, 4);
        }
        if (at.size() < 2) return void(fail(JpegFault::cut_short));
        if (skip && at[0] == 0xFF && (at[1] == 0xFF || at[1] == 0)) return;
        const int code = at[1];
        if (code == EOI) return end_of_image();
        if (code == TEM || is_restart(code)) return void(out_.next += 2);
        if (code == SOI) return void(fail(JpegFault::garbled));
        if (at.size() < 4) return void(fail(JpegFault::cut_short));
        const std::size_t length = big_endian_16(&at[2]);
        if (length < 2) return void(fail(JpegFault::garbled));
        const Range segment{out_.next, 2 + length};
        const auto body = window_.at(segment.offset, segment.length);
        if (body.size() < segment.length) return void(fail(JpegFault::cut_short));
        if (whole_ && code < APP0) hasher_.add(body.first(segment.length));
        take(code, segment, body.subspan(4, length - 2));
    }

    void take(int code, const Range& segment, std::span<const std::uint8_t> body) {
        if (code == SOS) {
            if (out_.components == 0) return void(fail(JpegFault::no_picture));
            if (++out_.scans > most_scans) return void(fail(JpegFault::too_many_scans));
            if (!whole_) return void(done_ = true);
            keep(segment);
            out_.next = segment.end();
            return skip_entropy_coded();
        }
        out_.next = segment.end();
        if (code >= SOF0 && code <= 0xCF && code != DHT && code != JPG && code != DAC)
            return frame(code, segment, body);
        if (code == DHT || code == DQT) return keep(segment);
        if (code == DRI) {
            if (body.size() >= 2 && out_.scans == 0)
                out_.restart_interval = static_cast<int>(big_endian_16(body.data()));
            return keep(segment);
        }
        if (code == DAC || code == JPG) return void(fail(JpegFault::arithmetic));
        if (code == DNL) return void(fail(JpegFault::no_height));
        if (code == DHP || code == EXP) return void(fail(JpegFault::hierarchical));
        if (code >= APP0 && code <= APP0 + 15) return application(code - APP0, segment, body);
        if (code < 0xF0) fail(JpegFault::garbled);  // comments, JPGn and the like carry nothing we want
    }

    void frame(int code, const Range& segment, std::span<const std::uint8_t> body) {
        if (out_.components) return void(fail(JpegFault::garbled));
        if (code == 0xC3) return void(fail(JpegFault::lossless));
        if (code >= 0xC5 && code <= 0xC7) return void(fail(JpegFault::hierarchical));
        if (code >= 0xC9) return void(fail(JpegFault::arithmetic));
        if (body.size() < 6 || body.size() < 6u + 3u * body[5]) return void(fail(JpegFault::garbled));
        out_.progressive = code == 0xC2;
        out_.bits = body[0];
        out_.height = static_cast<int>(big_endian_16(&body[1]));
        out_.width = static_cast<int>(big_endian_16(&body[3]));
        const int components = body[5];
        if (out_.bits != 8) return void(fail(JpegFault::deep));
        if (out_.width == 0) return void(fail(JpegFault::garbled));
        if (out_.height == 0) return void(fail(JpegFault::no_height));
        if (components != 1 && components != 3 && components != 4) return void(fail(JpegFault::components));
        for (int i = 0; i < components; ++i) {
            out_.ids[i] = body[6 + 3 * i];
            out_.across[i] = body[7 + 3 * i] >> 4;
            out_.down[i] = body[7 + 3 * i] & 15;
            if (out_.across[i] < 1 || out_.across[i] > 4 || out_.down[i] < 1 || out_.down[i] > 4)
                return void(fail(JpegFault::garbled));
        }
        out_.components = components;
        keep(segment);
    }

    void application(int number, const Range& segment, std::span<const std::uint8_t> body) {
        const auto starts = [&](std::string_view text) {
            return body.size() >= text.size() && std::memcmp(body.data(), text.data(), text.size()) == 0;
        };
        if (number == 0 && starts("JFIF\0"sv) && body.size() >= 14 && !out_.jfif) {
            out_.jfif = true;
            out_.jfif_thumbnail = body.size() > 14;
            out_.jfif_segment = segment;
        } else if (number == 1 && starts("Exif\0\0"sv) && !out_.exif) {
            out_.exif = Range{segment.offset + 10, segment.length - 10};
        } else if (number == 2 && starts("ICC_PROFILE\0"sv) && body.size() > 14) {
            out_.icc.push_back({body[12], body[13], {segment.offset + 18, segment.length - 18}});
        } else if (number == 14 && starts("Adobe"sv) && body.size() >= 12) {
            out_.adobe = body[11];
            out_.adobe_segment = segment;
        }
    }

    /// From the byte behind a scan's header to the next marker that is not a restart.
    void skip_entropy_coded() {
        const std::uint64_t start = out_.next;
        std::uint64_t at = start;
        for (;;) {
            const auto data = window_.at(at, 2);
            if (data.size() < 2) return void(fail(JpegFault::cut_short));
            const std::size_t i = find_marker(data);
            hasher_.add(data.first(i));
            at += i;
            if (i + 1 >= data.size()) continue;
            const int code = data[i + 1];
            if (is_restart(code))
                ++out_.restarts, at += 2;
            else if (code == 0xFF)
                ++at;  // fill
            else
                break;
        }
        keep({start, at - start});
        out_.next = at;
    }

    void end_of_image() {
        if (!whole_ || out_.scans == 0) return void(fail(JpegFault::no_picture));
        keep({out_.next, 2});
        out_.end = out_.next + 2;
        out_.kept_hash = hasher_.short_hash();
        done_ = true;
    }

    /// Notes a range to keep, as part of the last one where they meet.
    void keep(const Range& range) {
        if (!whole_) return;
        hasher_.add(range.length);
        if (!out_.kept.empty() && out_.kept.back().end() == range.offset)
            out_.kept.back().length += range.length;
        else
            out_.kept.push_back(range);
    }

    const InputFile& file_;
    Window window_;
    const bool whole_;
    bool done_ = false;
    Hasher hasher_;
    JpegLayout out_;
};

}  // namespace

bool JpegLayout::is_rgb() const {
    if (components != 3 || jfif) return false;
    if (adobe) return *adobe == 0;
    return ids[0] == 'R' && ids[1] == 'G' && ids[2] == 'B';
}

JpegLayout read_jpeg_head(const InputFile& file) {
    return Scanner{file, 66'000, false}.run();
}

JpegLayout read_jpeg_body(const InputFile& file) {
    return Scanner{file, 256 * 1024, true}.run();
}

void report(JpegFault fault, const std::filesystem::path& file, SourcePosition where, Diagnostics& found) {
    const std::string photo = "photo " + quoted(file);
    const char* again = "copy it again from the camera or the sender";
    const char* resave = "open it in a picture editor and save it as an ordinary 8-bit JPEG";
    switch (fault) {
        case JpegFault::none:
            return;
        case JpegFault::not_jpeg:
            return found.error(where, "photo-unknown-kind", photo + " is no JPEG", again);
        case JpegFault::cut_short:
            return found.error(where, "photo-cut-short",
                               photo + " ends before its picture does: the file was cut short", again);
        case JpegFault::no_picture:
            return found.error(where, "photo-damaged", photo + " is a JPEG without a picture in it", again);
        case JpegFault::garbled:
            return found.error(where, "photo-damaged", photo + " is a damaged JPEG: its segments make no sense", again);
        case JpegFault::lossless:
            return found.error(where, "photo-jpeg-kind", photo + " is a lossless JPEG, which PDF cannot hold", resave);
        case JpegFault::arithmetic:
            return found.error(where, "photo-jpeg-kind",
                               photo + " is a JPEG with arithmetic coding, which PDF cannot hold", resave);
        case JpegFault::hierarchical:
            return found.error(where, "photo-jpeg-kind", photo + " is a hierarchical JPEG, which PDF cannot hold",
                               resave);
        case JpegFault::deep:
            return found.error(where, "photo-jpeg-kind",
                               photo + " is a JPEG with more than 8 bits a channel, which PDF cannot hold", resave);
        case JpegFault::no_height:
            return found.error(where, "photo-jpeg-kind", photo + " is a JPEG that does not say its height", resave);
        case JpegFault::components:
            return found.error(where, "photo-jpeg-kind",
                               photo + " is a JPEG whose channels are neither grey, RGB nor CMYK", resave);
        case JpegFault::too_many_scans:
            return found.error(where, "photo-damaged",
                               photo + " is a JPEG in more than 100 scans; no camera writes that", resave);
    }
}

}  // namespace brochure::image
