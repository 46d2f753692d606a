#include "fixtures.hpp"

#include <stdlib.h>

#include <cstdio>

#include <jpeglib.h>
#include <lcms2.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>

#include "catch.hpp"

namespace fixtures {
namespace {

using namespace brochure;

Blob big_endian(std::uint64_t v, int bytes) {
    Blob b;
    for (int i = bytes - 1; i >= 0; --i) b.push_back(static_cast<std::uint8_t>(v >> (8 * i)));
    return b;
}

Blob chunk(const std::string& name, const Blob& body) {
    const Blob named = text(name) + body;
    return big_endian(body.size(), 4) + named + big_endian(crc32(0, named.data(), static_cast<uInt>(named.size())), 4);
}

Blob inflated(const Blob& bytes) {
    Blob out(64);
    for (;;) {
        uLongf n = out.size();
        const int r = uncompress(out.data(), &n, bytes.data(), bytes.size());
        if (r == Z_OK) return out.resize(n), out;
        REQUIRE(r == Z_BUF_ERROR);
        out.resize(out.size() * 2);
    }
}

Canvas unfiltered(const Blob& rows, int width, int height, int channels) {
    Canvas canvas{width, height, channels, {}};
    const std::size_t row = std::size_t(width) * channels, step = channels;
    REQUIRE(rows.size() == (row + 1) * height);
    canvas.pixels.resize(row * height);
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* in = &rows[(row + 1) * y];
        std::uint8_t* out = &canvas.pixels[row * y];
        for (std::size_t i = 0; i < row; ++i) {
            const int a = i >= step ? out[i - step] : 0, b = y ? *(out + i - row) : 0,
                      c = y && i >= step ? *(out + i - row - step) : 0;
            const int p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
            const int guess[] = {0, a, b, (a + b) / 2, pa <= pb && pa <= pc ? a : pb <= pc ? b : c};
            REQUIRE(in[0] < 5);
            out[i] = static_cast<std::uint8_t>(in[i + 1] + guess[in[0]]);
        }
    }
    return canvas;
}

}  // namespace

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "photos.XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    path_ = name;
}
Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}
std::filesystem::path Folder::put(const std::string& name, const Blob& bytes) const {
    std::ofstream out{path_ / name, std::ios::binary};
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path_ / name;
}

Blob slurp(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}
Blob text(std::string_view s) {
    return {s.begin(), s.end()};
}
Blob operator+(Blob a, const Blob& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}
bool contains(const Blob& hay, std::string_view needle) {
    return count(hay, needle) > 0;
}
int count(const Blob& hay, std::string_view needle) {
    int n = 0;
    for (auto at = hay.begin(); (at = std::search(at, hay.end(), needle.begin(), needle.end())) != hay.end(); ++at) ++n;
    return n;
}

Pixel Canvas::at(int x, int y) const {
    Pixel p{};
    for (int c = 0; c < channels; ++c) p[c] = pixels[(std::size_t(y) * width + x) * channels + c];
    return p;
}

Canvas paint(int width, int height, int channels, const std::function<Pixel(int, int)>& colour) {
    Canvas canvas{width, height, channels, {}};
    canvas.pixels.reserve(std::size_t(width) * height * channels);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const Pixel p = colour(x, y);
            for (int c = 0; c < channels; ++c)
                canvas.pixels.push_back(static_cast<std::uint8_t>(std::clamp(p[c], 0, 255)));
        }
    return canvas;
}

Canvas quarters(int width, int height) {
    return paint(width, height, 3, [&](int x, int y) {
        const bool right = x >= width / 2, bottom = y >= height / 2;
        return bottom ? (right ? Pixel{255, 255, 255} : Pixel{0, 0, 255})
                      : (right ? Pixel{0, 255, 0} : Pixel{255, 0, 0});
    });
}

Canvas scenery(int width, int height, int channels) {
    std::uint32_t seed = 7;
    return paint(width, height, channels, [&](int x, int y) {
        Pixel p{};
        for (int c = 0; c < 4; ++c) {
            seed = seed * 1664525u + 1013904223u;
            p[c] = static_cast<int>(128 + 60 * std::sin(x / 19.0 + c) + 50 * std::sin(y / 13.0 - c) + (seed >> 29));
        }
        return p;
    });
}

Blob jpeg(const Canvas& canvas, const JpegOptions& options) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &out, &size);
    info.image_width = static_cast<JDIMENSION>(canvas.width);
    info.image_height = static_cast<JDIMENSION>(canvas.height);
    info.input_components = canvas.channels;
    info.in_color_space = canvas.channels == 1 ? JCS_GRAYSCALE : canvas.channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&info);
    if (options.ycck) jpeg_set_colorspace(&info, JCS_YCCK);
    if (options.rgb) {
        jpeg_set_colorspace(&info, JCS_RGB);
        info.write_Adobe_marker = FALSE;
    }
    jpeg_set_quality(&info, options.quality, TRUE);
    if (canvas.channels == 3 && !options.subsampled)
        info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
    if (options.progressive) jpeg_simple_progression(&info);
    info.restart_in_rows = options.restart_rows;
    if (!options.jfif) info.write_JFIF_header = FALSE;
    jpeg_start_compress(&info, TRUE);
    for (const Segment& s : options.segments)
        jpeg_write_marker(&info, s.code, s.body.data(), static_cast<unsigned>(s.body.size()));
    for (int y = 0; y < canvas.height; ++y) {
        JSAMPROW row = const_cast<JSAMPROW>(&canvas.pixels[std::size_t(y) * canvas.width * canvas.channels]);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    Blob bytes(out, out + size);
    std::free(out);
    return bytes;
}

std::vector<Segment> segments_of(const Blob& bytes, std::size_t* data) {
    std::vector<Segment> found;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        REQUIRE(bytes[at] == 0xFF);
        const std::size_t length = std::size_t(bytes[at + 2]) << 8 | bytes[at + 3];
        found.push_back({bytes[at + 1], Blob(bytes.begin() + at + 4, bytes.begin() + at + 2 + length)});
        at += 2 + length;
        if (found.back().code == 0xDA) {
            if (data) *data = at;
            break;
        }
    }
    return found;
}

Segment exif(int orientation, std::string_view secret, bool big) {
    // A TIFF header and one IFD of two entries: orientation, and an ASCII string that nobody else is to read.
    const auto number = [&](std::uint64_t v, int n) {
        Blob b = big_endian(v, n);
        if (!big) std::reverse(b.begin(), b.end());
        return b;
    };
    const auto n = static_cast<std::uint64_t>(std::max<std::size_t>(secret.size() + 1, 5));
    Blob body = text({"Exif\0\0", 6}) + text(big ? "MM" : "II") + number(42, 2) + number(8, 4) + number(2, 2);
    body = body + number(0x010E, 2) + number(2, 2) + number(n, 4) + number(38, 4);
    body = body + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(static_cast<std::uint64_t>(orientation), 2) +
           number(0, 2);
    body = body + number(0, 4) + text(secret);
    body.resize(6 + 38 + n);
    return {0xE1, body};
}

std::vector<Segment> icc_segments(const Blob& profile, std::size_t size) {
    std::vector<Segment> all;
    const std::size_t n = (profile.size() + size - 1) / size;
    for (std::size_t i = 0; i < n; ++i) {
        const Blob part(profile.begin() + i * size, profile.begin() + std::min(profile.size(), (i + 1) * size));
        all.push_back({0xE2, text({"ICC_PROFILE\0", 12}) +
                                 Blob{static_cast<std::uint8_t>(i + 1), static_cast<std::uint8_t>(n)} + part});
    }
    return all;
}

namespace {

struct Close {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
    void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
    void operator()(cmsPipeline* pipeline) const { cmsPipelineFree(pipeline); }
};
using Profile = std::unique_ptr<void, Close>;

// Each ink takes a third of the light, black all of it; no ink has a hue.
Profile cmyk_profile() {
    Profile profile{cmsCreateProfilePlaceholder(nullptr)};
    cmsSetProfileVersion(profile.get(), 4.2);
    cmsSetDeviceClass(profile.get(), cmsSigOutputClass);
    cmsSetColorSpace(profile.get(), cmsSigCmykData);
    cmsSetPCS(profile.get(), cmsSigLabData);
    cmsStage* const table = cmsStageAllocCLut16bit(nullptr, 2, 4, 3, nullptr);
    const auto mix = [](const cmsUInt16Number* ink, cmsUInt16Number* lab, void*) -> cmsInt32Number {
        const double left = (1 - (ink[0] + ink[1] + ink[2]) / 65535.0 / 3) * (1 - ink[3] / 65535.0);
        lab[0] = static_cast<cmsUInt16Number>(65535 * left), lab[1] = lab[2] = 0x8080;
        return 1;
    };
    cmsStageSampleCLut16bit(table, mix, nullptr, 0);
    const std::unique_ptr<cmsPipeline, Close> pipeline{cmsPipelineAlloc(nullptr, 4, 3)};
    for (cmsStage* stage :
         {cmsStageAllocToneCurves(nullptr, 4, nullptr), table, cmsStageAllocToneCurves(nullptr, 3, nullptr)})
        cmsPipelineInsertStage(pipeline.get(), cmsAT_END, stage);
    cmsWriteTag(profile.get(), cmsSigAToB0Tag, pipeline.get());
    return profile;
}

}  // namespace

Blob icc_profile(std::string_view space, double gamma) {
    const std::unique_ptr<cmsToneCurve, Close> curve{cmsBuildGamma(nullptr, gamma)};
    cmsToneCurve* const curves[] = {curve.get(), curve.get(), curve.get()};
    const cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    const Profile made = space == "CMYK"   ? cmyk_profile()
                         : space == "GRAY" ? Profile{cmsCreateGrayProfile(cmsD50_xyY(), curve.get())}
                                           : Profile{cmsCreateRGBProfile(&white, &primaries, curves)};
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(made.get(), nullptr, &size);
    Blob bytes(size);
    REQUIRE(cmsSaveProfileToMem(made.get(), bytes.data(), &size));
    return bytes;
}

Blob hollow_profile(std::string_view space) {
    Blob profile = icc_profile(space);
    profile.resize(132);
    const Blob size = big_endian(profile.size(), 4);
    std::copy(size.begin(), size.end(), profile.begin());
    std::fill(profile.begin() + 128, profile.end(), std::uint8_t{0});
    return profile;
}

Blob deflated(const Blob& bytes) {
    uLongf n = compressBound(bytes.size());
    Blob out(n);
    compress(out.data(), &n, bytes.data(), bytes.size());
    out.resize(n);
    return out;
}

Blob png(const Canvas& canvas, const PngOptions& options) {
    const int channels = options.palette ? 1 : canvas.channels;
    const int types[] = {0, 0, 4, 2, 6};
    const int type = options.palette ? 3 : types[channels];
    Blob rows;
    const auto pass = [&](int x0, int dx, int y0, int dy) {
        for (int y = y0; y < canvas.height && x0 < canvas.width; y += dy) {
            rows.push_back(0);
            int filled = 0, byte = 0;
            for (int x = x0; x < canvas.width; x += dx)
                for (int c = 0; c < channels; ++c) {
                    const int v = canvas.at(x, y)[c];
                    if (options.bits == 16)
                        rows = rows + Blob{static_cast<std::uint8_t>(v), static_cast<std::uint8_t>(v)};
                    else if (options.bits == 8)
                        rows.push_back(static_cast<std::uint8_t>(v));
                    else {  // the canvas holds 0 to 2^bits - 1
                        byte = byte << options.bits | v;
                        if ((filled += options.bits) == 8)
                            rows.push_back(static_cast<std::uint8_t>(byte)), filled = byte = 0;
                    }
                }
            if (filled) rows.push_back(static_cast<std::uint8_t>(byte << (8 - filled)));
        }
    };
    if (options.interlaced) {
        const int x0[] = {0, 4, 0, 2, 0, 1, 0}, dx[] = {8, 8, 4, 4, 2, 2, 1}, y0[] = {0, 0, 4, 0, 2, 0, 1},
                  dy[] = {8, 8, 8, 4, 4, 2, 2};
        for (int p = 0; p < 7; ++p) pass(x0[p], dx[p], y0[p], dy[p]);
    } else {
        pass(0, 1, 0, 1);
    }
    Blob out = Blob{0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    out = out + chunk("IHDR", big_endian(canvas.width, 4) + big_endian(canvas.height, 4) +
                                  Blob{static_cast<std::uint8_t>(options.bits), static_cast<std::uint8_t>(type), 0, 0,
                                       options.interlaced});
    for (const auto& [name, body] : options.chunks) out = out + chunk(name, body);
    const Blob data = deflated(rows);
    for (int i = 0; i < options.idats; ++i)
        out = out + chunk("IDAT", Blob(data.begin() + data.size() * i / options.idats,
                                       data.begin() + data.size() * (i + 1) / options.idats));
    return out + chunk("IEND", {});
}

Blob bytes_of(const image::Raster& raster) {
    Blob all;
    for (const auto& piece : raster.data)
        if (const auto* bytes = std::get_if<image::Bytes>(&piece))
            all = all + **bytes;
        else {
            const auto& range = std::get<image::FileRange>(piece);
            const Blob file = slurp(range.file);
            REQUIRE(range.offset + range.length <= file.size());
            all.insert(all.end(), file.begin() + range.offset, file.begin() + range.offset + range.length);
        }
    CHECK(all.size() == raster.length);
    return all;
}

Canvas decoded_jpeg(const Blob& bytes) {
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, bytes.data(), bytes.size());
    jpeg_read_header(&info, TRUE);
    info.out_color_space = info.num_components == 1 ? JCS_GRAYSCALE : info.num_components == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(&info);
    Canvas canvas{
        static_cast<int>(info.output_width), static_cast<int>(info.output_height), info.output_components, {}};
    canvas.pixels.resize(std::size_t(canvas.width) * canvas.height * canvas.channels);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = &canvas.pixels[std::size_t(info.output_scanline) * canvas.width * canvas.channels];
        jpeg_read_scanlines(&info, &row, 1);
    }
    CHECK(info.err->num_warnings == 0);
    jpeg_destroy_decompress(&info);
    return canvas;
}

Canvas decoded(const image::Raster& raster) {
    const Blob bytes = bytes_of(raster);
    const int channels = raster.colour == image::Colour::grey ? 1 : raster.colour == image::Colour::rgb ? 3 : 4;
    Canvas canvas = raster.filter == image::Raster::Filter::dct
                        ? decoded_jpeg(bytes)
                        : unfiltered(inflated(bytes), raster.width, raster.height, channels);
    CHECK(canvas.width == raster.width);
    CHECK(canvas.height == raster.height);
    CHECK(canvas.channels == channels);
    return canvas;
}

bool is_near(const Pixel& a, const Pixel& b, int tolerance) {
    for (int c = 0; c < 4; ++c)
        if (std::abs(a[c] - b[c]) > tolerance) return false;
    return true;
}

image::Photo probed(const std::filesystem::path& file) {
    Diagnostics found;
    const auto photo = image::probe(file, {}, found);
    for (const auto& d : found.all()) UNSCOPED_INFO(d.text);
    REQUIRE(photo);
    CHECK(found.all().empty());
    return *photo;
}

image::Order order(const std::filesystem::path& file, double ppi, Region crop) {
    image::Order o;
    o.photo = probed(file);
    o.crop = crop;
    o.placed = {Length::from_in(crop.width * o.photo.width / ppi), Length::from_in(crop.height * o.photo.height / ppi)};
    return o;
}

image::Raster prepared(const image::Order& o) {
    Diagnostics found;
    auto raster = image::prepare(o, image::Cache{{}}, found);
    for (const auto& d : found.all()) UNSCOPED_INFO(d.text);
    REQUIRE(raster);
    CHECK(found.all().empty());
    CHECK(raster->shows.left <= o.crop.left + 1e-6);
    CHECK(raster->shows.top <= o.crop.top + 1e-6);
    CHECK(raster->shows.left + raster->shows.width >= o.crop.left + o.crop.width - 1e-6);
    CHECK(raster->shows.top + raster->shows.height >= o.crop.top + o.crop.height - 1e-6);
    return *raster;
}

std::string rule_for(const std::filesystem::path& file, double ppi, Region crop) {
    Diagnostics found;
    const SourcePosition where{{3}, 7, 5};
    if (const auto photo = image::probe(file, where, found)) {
        image::Order o;
        o.photo = *photo;
        o.crop = crop;
        o.placed = {Length::from_in(crop.width * photo->width / ppi),
                    Length::from_in(crop.height * photo->height / ppi)};
        const auto raster = image::prepare(o, image::Cache{{}}, found);
        CHECK(raster.has_value() == !found.has_errors());
    }
    for (const auto& d : found.all()) {
        CHECK(d.where == where);
        CHECK(d.text.find(file.filename().string()) != std::string::npos);
        CHECK_FALSE(d.hint.empty());
    }
    return found.all().empty() ? "" : found.all()[0].rule;
}

}  // namespace fixtures
