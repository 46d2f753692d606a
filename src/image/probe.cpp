#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "image/exif.hpp"
#include "image/heif.hpp"
#include "image/jpeg_scan.hpp"
#include "image/limits.hpp"
#include "image/png.hpp"
#include "image/stb.hpp"
#include "image/svg.hpp"
#include "image/turn.hpp"

namespace brochure::image {
namespace {

bool starts(std::span<const std::uint8_t> head, std::string_view with, std::size_t at = 0) {
    return head.size() >= at + with.size() && std::memcmp(head.data() + at, with.data(), with.size()) == 0;
}

using namespace std::string_view_literals;

/// HEIF, AVIF or neither, by the brands of an ISO file's first box (ISO/IEC 23008-12, 10.2; AVIF 1.1, 6).
std::optional<Format> iso_format(std::span<const std::uint8_t> head) {
    if (!starts(head, "ftyp"sv, 4)) return std::nullopt;
    const std::size_t end = std::min<std::size_t>(head.size(), big_endian_32(head.data()));
    bool heif = false;
    for (std::size_t at = 8; at + 4 <= end; at += 4) {
        if (at == 12) continue;  // the minor version
        for (const auto brand : {"avif"sv, "avis"sv})
            if (starts(head, brand, at)) return Format::avif;
        for (const auto brand : {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv, "mif1"sv, "msf1"sv})
            heif = heif || starts(head, brand, at);
    }
    return heif ? std::optional{Format::heif} : std::nullopt;
}

struct Kind {
    std::string_view magic;
    std::size_t at;
    std::string_view name;
    bool film;
};
constexpr Kind others[] = {{"ftyp"sv, 4, "a video (MP4 or QuickTime)", true},
                           {"moov"sv, 4, "a video (QuickTime)", true},
                           {"mdat"sv, 4, "a video (QuickTime)", true},
                           {"\x1A\x45\xDF\xA3"sv, 0, "a video (Matroska or WebM)", true},
                           {"AVI "sv, 8, "a video (AVI)", true},
                           {"\0\0\x01\xBA"sv, 0, "a video (MPEG)", true},
                           {"\0\0\x01\xB3"sv, 0, "a video (MPEG)", true},
                           {"FLV\x01"sv, 0, "a video (Flash)", true},
                           {"OggS"sv, 0, "a video or sound (Ogg)", true},
                           {"\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv, 0, "a video (Windows Media)", true},
                           {"WEBP"sv, 8, "a WebP picture", false},
                           {"II*\0"sv, 0, "a TIFF or camera raw file", false},
                           {"MM\0*"sv, 0, "a TIFF or camera raw file", false},
                           {"FUJIFILM"sv, 0, "a camera raw file", false},
                           {"%PDF"sv, 0, "a PDF", false},
                           {"\0\0\0\x0CJXL "sv, 0, "a JPEG XL picture", false},
                           {"\xFF\x0A"sv, 0, "a JPEG XL picture", false},
                           {"\0\0\0\x0CjP  "sv, 0, "a JPEG 2000 picture", false},
                           {"PK\x03\x04"sv, 0, "a ZIP archive or office document", false},
                           {"<?xml"sv, 0, "an XML file", false},
                           {"<!DOCTYPE"sv, 0, "a web page", false},
                           {"<html"sv, 0, "a web page", false}};

void report_unknown(const Photo& photo, std::span<const std::uint8_t> head, Diagnostics& found) {
    for (const Kind& kind : others)
        if (starts(head, kind.magic, kind.at))
            return found.error(photo.where, kind.film ? "photo-is-video" : "photo-unknown-kind",
                               "photo " + quoted(photo.file) + " is " + std::string{kind.name} +
                                   (kind.film ? ", not a photo" : ", which cannot be read"),
                               kind.film ? "take a still from it and save that as JPEG" : "save it as JPEG or PNG");
    found.error(photo.where, "photo-unknown-kind",
                "photo " + quoted(photo.file) + " is not a picture in any known format", "save it as JPEG or PNG");
}

bool is_believable(const Photo& photo, std::uint64_t least_bytes, Diagnostics& found) {
    const auto size = std::to_string(photo.width) + " x " + std::to_string(photo.height) + " pixels";
    if (std::uint64_t(photo.width) * std::uint64_t(photo.height) > most_pixels) {
        found.error(
            photo.where, "photo-too-large",
            "photo " + quoted(photo.file) + " claims " + size + ", more than the 300 million that can be printed",
            "save it smaller: 30 million pixels fill a poster");
        return false;
    }
    if (photo.bytes >= least_bytes) return true;
    found.error(photo.where, "photo-lies",
                "photo " + quoted(photo.file) + " claims " + size + ", but its " + std::to_string(photo.bytes) +
                    " bytes cannot hold them",
                "copy it again from the camera or the sender");
    return false;
}

bool probe_jpeg(const InputFile& file, Photo& photo, Diagnostics& found) {
    const JpegLayout layout = read_jpeg_head(file);
    if (layout.fault != JpegFault::none) return report(layout.fault, photo.file, photo.where, found), false;
    photo.format = Format::jpeg;
    photo.colour = layout.components == 1 ? Colour::grey : layout.components == 3 ? Colour::rgb : Colour::cmyk;
    photo.progressive = layout.progressive;
    photo.adobe_inverted = layout.components == 4 && layout.adobe.has_value();
    photo.orientation = layout.exif ? exif_orientation(file.bytes(*layout.exif)) : 1;
    photo.width = is_sideways(photo.orientation) ? layout.height : layout.width;
    photo.height = is_sideways(photo.orientation) ? layout.width : layout.height;
    return is_believable(photo, std::uint64_t(photo.width) * std::uint64_t(photo.height) / most_jpeg_pixels_per_byte,
                         found);
}

void report_png(PngFault fault, const Photo& photo, Diagnostics& found) {
    if (fault == PngFault::cut_short)
        return found.error(photo.where, "photo-cut-short",
                           "photo " + quoted(photo.file) + " ends before its picture does: the file was cut short",
                           "copy it again from the camera or the sender");
    found.error(photo.where, "photo-damaged", "photo " + quoted(photo.file) + " is a damaged PNG",
                "copy it again, or save it again as PNG");
}

bool probe_png(const InputFile& file, Photo& photo, Diagnostics& found) {
    const PngLayout layout = read_png(file, true);
    if (layout.fault != PngFault::none) return report_png(layout.fault, photo, found), false;
    photo.format = Format::png;
    photo.colour = layout.is_grey() ? Colour::grey : Colour::rgb;
    photo.bits = layout.bits;
    photo.alpha = layout.has_alpha();
    photo.orientation = layout.exif ? exif_orientation(file.bytes(*layout.exif)) : 1;
    photo.width = is_sideways(photo.orientation) ? layout.height : layout.width;
    photo.height = is_sideways(photo.orientation) ? layout.width : layout.height;
    return is_believable(photo, layout.inflated() / most_deflate_ratio, found);
}

/// Comments and declarations may stand before the tag that tells.
bool is_svg(const InputFile& file, std::span<const std::uint8_t> head) {
    if (std::find(head.begin(), head.end(), '<') == head.end()) return false;
    constexpr std::uint64_t far_enough = 64 << 10;
    const auto more = file.bytes({0, std::min(file.size(), far_enough)});
    return looks_like_svg({reinterpret_cast<const char*>(more.data()), more.size()});
}

bool probe_other(const InputFile& file, Photo& photo, std::span<const std::uint8_t> head, Diagnostics& found) {
    const auto info = stb_info(file);
    if (!info || info->width <= 0 || info->height <= 0) return report_unknown(photo, head, found), false;
    photo.format = Format::other;
    photo.width = info->width;
    photo.height = info->height;
    photo.colour = info->channels <= 2 ? Colour::grey : Colour::rgb;
    photo.alpha = info->channels % 2 == 0;
    return is_believable(photo, std::uint64_t(photo.width) * std::uint64_t(photo.height) / most_other_pixels_per_byte,
                         found);
}

}  // namespace

std::optional<Photo> probe(const std::filesystem::path& path, SourcePosition where, Diagnostics& found) {
    const auto file = InputFile::open(path, where, found);
    if (!file) return std::nullopt;
    Photo photo;
    photo.file = path;
    photo.bytes = file->size();
    photo.where = where;
    std::array<std::uint8_t, 64> room;
    const auto head = std::span<const std::uint8_t>{room}.first(file->read(0, room));
    bool good = false;
    if (starts(head, "\xFF\xD8"sv)) {
        good = probe_jpeg(*file, photo, found);
    } else if (starts(head, "\x89PNG"sv)) {
        good = probe_png(*file, photo, found);
    } else if (const auto format = iso_format(head)) {
        photo.format = *format;
        good = probe_heif(photo, found) && is_believable(photo, 0, found);
    } else if (is_svg(*file, head)) {
        good = probe_svg(*file, photo, found);
    } else if (std::any_of(std::begin(others), std::end(others),
                           [&](const Kind& k) { return starts(head, k.magic, k.at); })) {
        report_unknown(photo, head, found);  // stb_image would take some of these for TGA, which has no signature
    } else {
        good = probe_other(*file, photo, head, found);
    }
    return good ? std::optional{photo} : std::nullopt;
}

}  // namespace brochure::image
