#include "pdf/picture.hpp"

#include "pdf/compress.hpp"
#include "pdf/metadata.hpp"

namespace brochure::pdf {
namespace {
int channels_of(image::Colour colour) {
    return colour == image::Colour::grey ? 1 : colour == image::Colour::rgb ? 3 : 4;
}
}  // namespace

Ref PictureWriter::profile(std::string_view bytes, int channels) {
    if (const auto known = profiles_.find(bytes); known != profiles_.end()) return known->second;
    std::string entries = "/Filter/FlateDecode/N ";
    put(entries, channels);
    const Ref ref = document_.add(entries, {deflated(bytes)});
    profiles_.emplace(std::string{bytes}, ref);
    return ref;
}

std::string PictureWriter::colour_space(const image::Raster& raster) {
    const auto by_profile = [&](Ref ref) {
        std::string out = "[/ICCBased ";
        put(out, ref);
        return out + "]";
    };
    const int channels = channels_of(raster.colour);
    if (raster.icc) {
        const void* data = raster.icc->data();
        return by_profile(profile({static_cast<const char*>(data), raster.icc->size()}, channels));
    }
    if (channels == 1) return "/DeviceGray";
    if (channels == 4) return "/DeviceCMYK";
    // On the screen the output intent says that DeviceRGB is sRGB; a press must be told.
    if (edition_ != prepress::Edition::print) return "/DeviceRGB";
    return by_profile(profile(srgb_profile(), 3));
}

Ref PictureWriter::add(const image::Raster& raster) {
    std::string out = "/Type/XObject/Subtype/Image/Width ";
    put(out, raster.width);
    put(out += "/Height ", raster.height);
    put(out += "/BitsPerComponent ", raster.bits);
    if (raster.bits == 1)
        out += "/ImageMask true";
    else
        out += "/ColorSpace" + colour_space(raster);
    out += raster.filter == image::Raster::Filter::dct ? "/Filter/DCTDecode" : "/Filter/FlateDecode";
    if (raster.predictor_png && raster.filter == image::Raster::Filter::flate) {
        put(out += "/DecodeParms<</Predictor 15/Colors ", channels_of(raster.colour));
        put(out += "/BitsPerComponent ", raster.bits);
        put(out += "/Columns ", raster.width);
        out += ">>";
    }
    if (raster.inverted) {
        out += "/Decode[";
        for (int i = 0; i < channels_of(raster.colour); ++i) out += i ? " 1 0" : "1 0";
        out += "]";
    }
    if (raster.soft_mask) put(out += raster.soft_mask->bits == 1 ? "/Mask " : "/SMask ", add(*raster.soft_mask));
    return document_.add(out, {{}, &raster.data, raster.length, raster.identity});
}

}  // namespace brochure::pdf
