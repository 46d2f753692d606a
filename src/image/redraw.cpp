#include "image/redraw.hpp"

#include <algorithm>
#include <cmath>

#include "image/flate.hpp"
#include "image/grey.hpp"
#include "image/icc.hpp"
#include "image/jpeg_read.hpp"
#include "image/jpeg_write.hpp"
#include "image/press.hpp"
#include "image/resample.hpp"

namespace brochure::image {
namespace {

Colour colour_of(int channels) {
    return channels <= 2 ? Colour::grey : channels == 3 ? Colour::rgb : Colour::cmyk;
}

/// Takes rows as stored and encodes them as seen: at once, or after turning the whole.
class TurningWriter {
public:
    /// `width`, `height`: as stored.
    TurningWriter(int width, int height, int channels, int orientation, int quality)
        : width_{width}, height_{height}, channels_{channels}, orientation_{orientation} {
        const bool sideways = is_sideways(orientation);
        good_ = writer_.start(sideways ? height : width, sideways ? width : height, channels, quality);
        if (orientation != 1) held_.reserve(std::size_t(width) * height * channels);
    }
    void write(const std::uint8_t* row) {
        if (orientation_ == 1)
            good_ = good_ && writer_.write(row);
        else
            held_.insert(held_.end(), row, row + std::size_t(width_) * channels_);
    }
    std::vector<std::uint8_t> finish() {
        if (orientation_ != 1 && held_.size() == std::size_t(width_) * height_ * channels_) {
            held_ = turned(held_, width_, height_, channels_, orientation_);
            const bool sideways = is_sideways(orientation_);
            const std::size_t row = std::size_t(sideways ? height_ : width_) * channels_;
            for (int y = 0; y < (sideways ? width_ : height_); ++y) good_ = good_ && writer_.write(&held_[row * y]);
        }
        return good_ ? writer_.finish() : std::vector<std::uint8_t>{};
    }

private:
    int width_, height_, channels_, orientation_;
    JpegWriter writer_;
    bool good_ = false;
    std::vector<std::uint8_t> held_;
};

void fail(const Order& order, Diagnostics& found) {
    found.error(order.photo.where, "photo-encoding", "photo " + quoted(order.photo.file) + " cannot be encoded again",
                "save it smaller, or as an ordinary JPEG");
}

void warn_if_reduced(const Order& order, const Plan& plan, Diagnostics& found) {
    if (!plan.reduced) return;
    found.warning(order.photo.where, "photo-reduced",
                  "photo " + quoted(order.photo.file) + " is reduced to " + std::to_string(plan.width) + " x " +
                      std::to_string(plan.height) + " pixels, because turning all of it takes too much memory",
                  "turn it in a picture editor, or give the design a max-ppi");
}

/// Every plate has its own ringing, so ink is compressed less than light.
int quality_of(const Order& order) {
    return order.press ? std::max(order.quality, 92) : order.quality;
}

/// Splits rows with alpha into colour and mask, turns the colour into ink where the order says so, encodes each.
class MaskedWriter {
public:
    /// `ink`: null for light.
    MaskedWriter(int width, int height, int channels, bool lossy, const Order& order, const PressRows* ink)
        : width_{width},
          height_{height},
          colours_{channels % 2 ? channels : channels - 1},
          has_alpha_{channels % 2 == 0},
          written_{ink ? ink->channels() : colours_},
          lossy_{lossy},
          ink_{ink},
          colour_row_(std::size_t(width) * colours_),
          ink_row_(std::size_t(width) * 4),
          mask_row_(std::size_t(width)),
          flate_{width, written_},
          mask_{width, 1} {
        good_ = !lossy || jpeg_.start(width, height, written_, quality_of(order));
    }
    void write(const std::uint8_t* row) {
        const std::uint8_t* colours = row;
        if (has_alpha_) {
            for (int x = 0; x < width_; ++x) {
                for (int c = 0; c < colours_; ++c) colour_row_[std::size_t(x) * colours_ + c] = *row++;
                clear_ = clear_ || *row != 255;
                mask_row_[std::size_t(x)] = *row++;
            }
            colours = colour_row_.data();
            mask_.write(mask_row_.data());
        }
        if (ink_) {
            ink_->convert(colours, ink_row_.data(), width_);
            colours = ink_row_.data();
            gauge_.look(colours, width_, written_);
        }
        if (lossy_)
            good_ = good_ && jpeg_.write(colours);
        else
            flate_.write(colours);
    }
    std::optional<Raster> finish() {
        auto bytes = !good_ ? std::vector<std::uint8_t>{} : lossy_ ? jpeg_.finish() : flate_.finish();
        if (bytes.empty()) return std::nullopt;
        Raster raster = in_memory(lossy_ ? Raster::Filter::dct : Raster::Filter::flate, std::move(bytes), width_,
                                  height_, written_);
        raster.ink = gauge_.per_cent();
        if (has_alpha_ && clear_)
            raster.soft_mask =
                std::make_shared<const Raster>(in_memory(Raster::Filter::flate, mask_.finish(), width_, height_, 1));
        return raster;
    }

private:
    int width_, height_, colours_;
    bool has_alpha_;
    int written_;  // channels
    bool lossy_, good_ = false, clear_ = false;
    const PressRows* ink_;
    InkGauge gauge_;
    std::vector<std::uint8_t> colour_row_, ink_row_, mask_row_;
    FlateWriter flate_, mask_;
    JpegWriter jpeg_;
};

}  // namespace

int eighths_for(int crop, int wanted) {
    for (const int n : {1, 2, 4})
        if (std::int64_t{crop} * n >= std::int64_t{wanted} * 8) return n;
    return 8;
}

Raster in_memory(Raster::Filter filter, std::vector<std::uint8_t> bytes, int width, int height, int channels) {
    Raster raster;
    raster.filter = filter;
    raster.width = width;
    raster.height = height;
    raster.colour = colour_of(channels);
    raster.predictor_png = filter == Raster::Filter::flate;
    raster.length = bytes.size();
    raster.data.push_back(std::make_shared<const std::vector<std::uint8_t>>(std::move(bytes)));
    return raster;
}

std::optional<Raster> redraw_jpeg(const InputFile& file, const JpegLayout& layout, const Order& order, const Plan& plan,
                                  Diagnostics& found) {
    const Photo& photo = order.photo;
    const PixelRect crop = as_stored(plan.crop, photo.width, photo.height, photo.orientation);
    const bool sideways = is_sideways(photo.orientation);
    const int out_width = sideways ? plan.height : plan.width, out_height = sideways ? plan.width : plan.height;
    const int eighths = std::max(eighths_for(crop.width(), out_width), eighths_for(crop.height(), out_height));

    const double scale = eighths / 8.0;
    const auto reduced = [&](int full) { return static_cast<int>((std::int64_t{full} * eighths + 7) / 8); };
    const PixelRect part{crop.left * eighths / 8, crop.top * eighths / 8, reduced(crop.right), reduced(crop.bottom)};
    JpegReader reader{file};
    if (!reader.start(eighths, part)) return report_jpeg(reader.trap(), photo.file, photo.where, found), std::nullopt;

    const int channels = reader.channels();
    Bytes profile = jpeg_profile(file, layout, colour_of(channels), photo, found);
    const bool inverted = photo.adobe_inverted && !becomes_grey(order);
    std::optional<GreyRows> grey;
    if (order.grey && channels > 1) grey.emplace(channels, profile, photo.adobe_inverted);
    if (grey) profile = nullptr;
    const int seen = grey ? 1 : channels;
    std::optional<PressRows> ink;
    if (order.press) ink.emplace(*order.press, seen, profile, inverted, false, order.matches);
    const int written = ink ? ink->channels() : seen;
    TurningWriter writer{out_width, out_height, written, photo.orientation, quality_of(order)};
    InkGauge gauge;
    std::vector<std::uint8_t> ink_row(ink ? std::size_t(out_width) * written : 0);
    std::vector<std::uint8_t> grey_row(grey ? std::size_t(out_width) : 0);
    Resampler resampler{reader.width(),
                        channels,
                        make_kernel(crop.left * scale - reader.left(), crop.right * scale - reader.left(), out_width),
                        make_kernel(crop.top * scale - part.top, crop.bottom * scale - part.top, out_height),
                        layout.components == 4 ? Blend::values : Blend::light,
                        [&](const std::uint8_t* row) {
                            if (grey) {
                                grey->convert(row, grey_row.data(), out_width);
                                row = grey_row.data();
                            }
                            if (!ink) return writer.write(row);
                            ink->convert(row, ink_row.data(), out_width);
                            gauge.look(ink_row.data(), out_width, written);
                            writer.write(ink_row.data());
                        }};
    std::vector<std::uint8_t> row(std::size_t(reader.width()) * channels);
    for (int y = part.top; y < part.bottom; ++y) {
        if (!reader.read(row.data())) return report_jpeg(reader.trap(), photo.file, photo.where, found), std::nullopt;
        resampler.push(row.data());
    }
    if (!reader.finish() || !reader.is_whole())
        return report_jpeg(reader.trap(), photo.file, photo.where, found), std::nullopt;
    auto bytes = writer.finish();
    if (bytes.empty()) return fail(order, found), std::nullopt;
    warn_if_reduced(order, plan, found);
    Raster raster = in_memory(Raster::Filter::dct, std::move(bytes), plan.width, plan.height, written);
    if (!ink) {
        raster.inverted = inverted;
        raster.icc = std::move(profile);
    }
    raster.ink = gauge.per_cent();
    raster.shows = region_of(plan.crop, photo);
    return raster;
}

std::optional<Raster> redraw_bitmap(const Bitmap& bitmap, const Order& order, const Plan& plan, bool lossy,
                                    Diagnostics& found) {
    const Photo& photo = order.photo;
    const PixelRect crop = as_stored(plan.crop, photo.width, photo.height, photo.orientation);
    const bool sideways = is_sideways(photo.orientation), turns = photo.orientation != 1;
    const int out_width = sideways ? plan.height : plan.width, out_height = sideways ? plan.width : plan.height;
    const int channels = bitmap.channels;
    const bool has_alpha = channels % 2 == 0;
    const Colour colour = colour_of(channels > 2 ? 3 : 1);
    Bytes profile = checked_profile(bitmap.profile, colour, photo, found);
    std::optional<GreyRows> grey;
    if (order.grey && colour != Colour::grey) grey.emplace(3, profile, false);
    if (grey) profile = nullptr;
    const int seen = grey ? (has_alpha ? 2 : 1) : channels;
    std::optional<PressRows> ink;
    if (order.press)
        ink.emplace(*order.press, seen <= 2 ? 1 : 3, profile, false, photo.format == Format::svg, order.matches);
    MaskedWriter writer{plan.width, plan.height, seen, lossy, order, ink ? &*ink : nullptr};
    std::vector<std::uint8_t> grey_row(grey ? std::size_t(plan.width) * 2 : 0);
    const auto write = [&](const std::uint8_t* row) {
        if (!grey) return writer.write(row);
        if (has_alpha)
            grey->convert_with_alpha(row, grey_row.data(), plan.width);
        else
            grey->convert(row, grey_row.data(), plan.width);
        writer.write(grey_row.data());
    };
    std::vector<std::uint8_t> held;
    const std::size_t out_row = std::size_t(out_width) * channels;
    Resampler resampler{bitmap.width,
                        channels,
                        make_kernel(crop.left, crop.right, out_width),
                        make_kernel(0, crop.height(), out_height),
                        has_alpha ? Blend::light_with_alpha : Blend::light,
                        [&](const std::uint8_t* row) {
                            if (turns)
                                held.insert(held.end(), row, row + out_row);
                            else
                                write(row);
                        }};
    for (int y = crop.top; y < crop.bottom; ++y) resampler.push(bitmap.pixels.get() + y * bitmap.stride);
    if (turns) {
        held = turned(held, out_width, out_height, channels, photo.orientation);
        for (int y = 0; y < plan.height; ++y) write(&held[std::size_t(y) * plan.width * channels]);
    }
    auto raster = writer.finish();
    if (!raster) return fail(order, found), std::nullopt;
    warn_if_reduced(order, plan, found);
    if (!ink) raster->icc = std::move(profile);
    raster->shows = region_of(plan.crop, photo);
    return raster;
}

}  // namespace brochure::image
