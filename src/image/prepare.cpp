#include "image/prepare.hpp"

#include <jpeglib.h>
#include <lcms2.h>
#include <zlib.h>

#include <cmath>
#include <new>

#include "image/grey.hpp"
#include "image/icc.hpp"
#include "image/jpeg_cut.hpp"
#include "image/jpeg_read.hpp"
#include "image/pass_through.hpp"
#include "image/png.hpp"
#include "image/press.hpp"
#include "image/redraw.hpp"
#include "image/stb.hpp"
#include "image/svg.hpp"

namespace brochure::image {
namespace {

/// Raised whenever the same order would make other pixels.
constexpr std::uint32_t recipe = 3;

/// Everything a raster depends on. Library versions too, since other versions may make other bytes.
Hash128 key_of(const Hash128& content, const Order& order, const Plan& plan) {
    Hasher hasher;
    for (const std::uint64_t part : content) hasher.add(part);
    hasher.add(recipe);
    hasher.add(std::uint32_t{LIBJPEG_TURBO_VERSION_NUMBER});
    for (const char* c = zlibVersion(); *c; ++c) hasher.add(*c);
    for (const int v :
         {static_cast<int>(order.photo.format), order.photo.orientation, static_cast<int>(plan.way), plan.crop.left,
          plan.crop.top, plan.crop.right, plan.crop.bottom, plan.width, plan.height, order.quality})
        hasher.add(v);
    if (becomes_grey(order)) hasher.add(std::uint32_t{LCMS_VERSION});
    if (order.photo.format == Format::svg) hasher.add(svg_library_version());
    if (order.press)
        for (const std::uint64_t part : order.press->identity()) hasher.add(part);
    for (const InkMatch& match : order.press ? order.matches : std::vector<InkMatch>{}) {
        hasher.add(match.srgb);
        hasher.add(match.ink);
    }
    return hasher.hash();
}

/// One order on its way.
class Job {
public:
    Job(const Order& order, const Plan& plan, FileFacts& facts, const Cache& cache, MemoryBudget& budget,
        Diagnostics& found)
        : order_{order},
          photo_{order.photo},
          plan_{plan},
          facts_{facts},
          cache_{cache},
          budget_{budget},
          found_{found} {}

    std::optional<Raster> run() {
        file_ = InputFile::open(photo_.file, photo_.where, found_);
        if (!file_) return std::nullopt;
        const auto content = facts_.content(*file_, cache_);
        if (!content) return unreadable(), std::nullopt;
        const Hash128 key = key_of(*content, order_, plan_);
        if (auto stored = load(cache_, key)) {
            if (!stored->as_it_is) return std::move(stored->raster);
            return original();
        }
        Diagnostics said;
        std::optional<Stored> made = make(said);
        // Warnings are not stored, so what caused one is made, and warned of, again next time.
        const bool silent = said.all().empty();
        found_.take(std::move(said));
        if (!made) return std::nullopt;
        if (!made->as_it_is) made->raster.identity = key[1];
        if (!silent) return std::move(made->raster);
        return store(cache_, key, std::move(*made));
    }

private:
    /// Far too small for what it claims to be: it is decoded before it is believed.
    bool is_suspicious() const {
        return std::uint64_t(photo_.width) * std::uint64_t(photo_.height) >
               photo_.bytes * suspicious_jpeg_pixels_per_byte;
    }

    void unreadable() {
        found_.error(photo_.where, "photo-unreadable", "photo " + quoted(photo_.file) + " cannot be read to its end",
                     "copy it again");
    }

    void too_large(Diagnostics& found, const char* hint) {
        found.error(photo_.where, "photo-too-large",
                    "photo " + quoted(photo_.file) + " has " + std::to_string(photo_.width) + " x " +
                        std::to_string(photo_.height) + " pixels, too many to decode in the memory allowed",
                    hint);
    }

    /// The JPEG's layout if it can be used and still is the photo that was probed.
    const JpegLayout* jpeg(Diagnostics& found) {
        const JpegLayout& layout = facts_.layout(*file_);
        if (layout.fault != JpegFault::none) return report(layout.fault, photo_.file, photo_.where, found), nullptr;
        const bool sideways = is_sideways(photo_.orientation);
        if (layout.width == (sideways ? photo_.height : photo_.width) &&
            layout.height == (sideways ? photo_.width : photo_.height))
            return &layout;
        found.error(photo_.where, "photo-changed", "photo " + quoted(photo_.file) + " changed while it was used",
                    "build again");
        return nullptr;
    }

    /// The photo as it is: a JPEG's segments, or a PNG's data.
    std::optional<Raster> original() {
        if (photo_.format == Format::png) return png_as_it_is(read_png(*file_, false), found_);
        const JpegLayout* layout = jpeg(found_);
        if (!layout) return std::nullopt;
        return pass_through(*file_, *layout, photo_, found_);
    }

    std::optional<Stored> make(Diagnostics& found) {
        try {
            if (photo_.format == Format::jpeg) return from_jpeg(found);
            if (photo_.format == Format::png) return from_png(found);
            if (photo_.format == Format::svg) return from_svg(found);
            return from_other(found);
        } catch (const std::bad_alloc&) {
            too_large(found, "save it smaller");
            return std::nullopt;
        }
    }

    std::optional<Stored> from_jpeg(Diagnostics& found) {
        const JpegLayout* layout = jpeg(found);
        if (!layout) return std::nullopt;
        if (plan_.way == Plan::Way::keep) return kept(*layout, found);
        if (plan_.way == Plan::Way::cut && can_cut(*layout)) return cut(*layout, found);

        const std::uint64_t held =
            photo_.orientation == 1 ? 0 : std::uint64_t(plan_.width) * std::uint64_t(plan_.height) * 8;
        const std::uint64_t needs =
            held + (layout->scans > 1 || layout->progressive ? coefficient_bytes(*layout) : 0) + (8 << 20);
        if (needs > most_working_bytes)
            return too_large(found, "save it smaller, or as a JPEG that is not progressive"), std::nullopt;
        const Reservation room{budget_, needs};
        auto raster = redraw_jpeg(*file_, *layout, order_, plan_, found);
        if (!raster) return std::nullopt;
        if (order_.press || becomes_grey(order_))
            return Stored{false, std::move(*raster)};  // the original is in other colours
        return smaller(std::move(*raster), *layout, found);
    }

    /// The original, decoded once to see that it is whole; the verdict is stored. What is too large for that is
    /// believed, unless it is far too small a file for what it claims.
    std::optional<Stored> kept(const JpegLayout& layout, Diagnostics& found) {
        const std::uint64_t needs =
            (layout.progressive || layout.scans > 1 ? coefficient_bytes(layout) : 0) + (1 << 20);
        if (needs <= most_working_bytes || is_suspicious()) {
            const Reservation room{budget_, needs};
            if (!is_jpeg_sound(*file_, photo_.file, photo_.where, found)) return std::nullopt;
        }
        return Stored{true, pass_through(*file_, layout, photo_, found)};
    }

    /// The redrawn picture, or the original where that may be shown and takes fewer bytes.
    Stored smaller(Raster redrawn, const JpegLayout& layout, Diagnostics& found) {
        if (photo_.orientation == 1 && layout.end <= redrawn.length) {
            if (!plan_.hides) {
                Diagnostics again;  // the profile has been warned of
                return {true, pass_through(*file_, layout, photo_, again)};
            }
            if (can_cut(layout))
                if (auto other = cut(layout, found); other && other->raster.length <= redrawn.length)
                    return std::move(*other);
        }
        return {false, std::move(redrawn)};
    }

    /// Whether a cut at block borders hides enough, and fits into memory.
    bool can_cut(const JpegLayout& layout) const {
        const PixelRect shows = cut_rect(layout, plan_.crop);
        const double wanted = order_.crop.width * photo_.width * order_.crop.height * photo_.height;
        const double kept = wanted / (double(shows.width()) * shows.height());
        return kept >= 0.9 && coefficient_bytes(layout) + photo_.bytes <= most_working_bytes;
    }

    std::optional<Stored> cut(const JpegLayout& layout, Diagnostics& found) {
        const Reservation room{budget_, coefficient_bytes(layout) + photo_.bytes};
        auto part = cut_jpeg(*file_, layout, plan_.crop, photo_.file, photo_.where, found);
        if (!part) return std::nullopt;
        Raster raster = in_memory(Raster::Filter::dct, std::move(part->bytes), part->shows.width(),
                                  part->shows.height(), layout.components);
        raster.inverted = photo_.adobe_inverted;
        raster.icc = jpeg_profile(*file_, layout, raster.colour, photo_, found);
        raster.shows = region_of(part->shows, photo_);
        return Stored{false, std::move(raster)};
    }

    /// A PNG's deflated rows are what PDF's FlateDecode with predictors wants, if they are plain 8-bit grey or RGB.
    static bool can_keep(const PngLayout& png) {
        return !png.interlaced && png.bits == 8 && (png.colour_type == 0 || png.colour_type == 2) && !png.has_alpha();
    }

    Raster png_as_it_is(const PngLayout& png, Diagnostics& found) {
        Raster raster;
        raster.filter = Raster::Filter::flate;
        raster.predictor_png = true;
        raster.width = png.width;
        raster.height = png.height;
        raster.colour = png.is_grey() ? Colour::grey : Colour::rgb;
        for (const Range& range : png.data) {
            raster.data.push_back(FileRange{photo_.file, range.offset, range.length});
            raster.length += range.length;
        }
        raster.icc = checked_profile(png_profile(*file_, png), raster.colour, photo_, found);
        if (const auto content = facts_.content(*file_, cache_)) raster.identity = (*content)[1];
        return raster;
    }

    std::optional<Stored> from_png(Diagnostics& found) {
        const PngLayout png = read_png(*file_, false);
        const bool cut = png.fault == PngFault::cut_short;
        if (png.fault != PngFault::none || !is_png_data_whole(*file_, png)) {
            found.error(photo_.where, cut ? "photo-cut-short" : "photo-damaged",
                        "photo " + quoted(photo_.file) +
                            (cut ? " ends before its picture does: the file was cut short"
                                 : " is a damaged PNG: its pixels cannot be read"),
                        "copy it again from the camera or the sender");
            return std::nullopt;
        }
        const std::uint64_t pixels = std::uint64_t(photo_.width) * std::uint64_t(photo_.height);
        if (plan_.way == Plan::Way::keep && can_keep(png)) return Stored{true, png_as_it_is(png, found)};
        // stb_image holds the file, the inflated rows and the pixels, and interlaced passes besides.
        const std::uint64_t needs =
            2 * photo_.bytes + png.inflated() * 5 / 2 + pixels * (png.has_palette() ? 4 : 0) + held();
        if (needs > most_working_bytes) return too_large(found, "save it smaller, or as JPEG"), std::nullopt;
        const Reservation room{budget_, needs};
        auto bitmap = decode_stb(*file_, photo_, found);
        if (!bitmap) return std::nullopt;
        bitmap->profile = png_profile(*file_, png);
        return drawn(*bitmap, false, found);
    }

    std::optional<Stored> from_other(Diagnostics& found) {
        const std::uint64_t pixels = std::uint64_t(photo_.width) * std::uint64_t(photo_.height);
        const bool heif = photo_.format != Format::other;
        // HEIF: planes and interleaved pixels, twice as deep above 8 bits. Others: GIF and HDR need the most.
        const std::uint64_t needs = pixels * (heif ? (photo_.bits > 8 ? 12 : 6) : 16) + photo_.bytes + held();
        if (needs > most_working_bytes) return too_large(found, "save it smaller, or as JPEG"), std::nullopt;
        const Reservation room{budget_, needs};
        const auto bitmap = heif ? decode_heif(photo_, found) : decode_stb(*file_, photo_, found);
        if (!bitmap) return std::nullopt;
        return drawn(*bitmap, heif, found);
    }

    std::optional<Stored> from_svg(Diagnostics& found) {
        const std::uint64_t layers = 3 * most_svg_layers_deep + 4;
        const Reservation room{budget_, std::min(std::uint64_t(plan_.width) * std::uint64_t(plan_.height) * 4 * layers,
                                                 most_working_bytes)};
        const auto bitmap = draw_svg(*file_, photo_, plan_, found);
        if (!bitmap) return std::nullopt;
        Plan whole = plan_;  // what is drawn is the crop already, at its size
        whole.crop = {0, 0, bitmap->width, bitmap->height};
        auto raster = redraw_bitmap(*bitmap, order_, whole, false, found);
        if (!raster) return std::nullopt;
        raster->shows = region_of(plan_.crop, photo_);
        return Stored{false, std::move(*raster)};
    }

    std::optional<Stored> drawn(const Bitmap& bitmap, bool lossy, Diagnostics& found) {
        auto raster = redraw_bitmap(bitmap, order_, plan_, lossy, found);
        if (!raster) return std::nullopt;
        return Stored{false, std::move(*raster)};
    }

    /// Of a picture that is turned after resampling.
    std::uint64_t held() const {
        return photo_.orientation == 1 ? 0 : std::uint64_t(plan_.width) * std::uint64_t(plan_.height) * 8;
    }

    struct Reservation {
        Reservation(MemoryBudget& from, std::uint64_t count) : budget{from}, bytes{count} { budget.take(bytes); }
        Reservation(const Reservation&) = delete;
        ~Reservation() { budget.give_back(bytes); }
        MemoryBudget& budget;
        std::uint64_t bytes;
    };

    const Order& order_;
    const Photo& photo_;
    const Plan& plan_;
    FileFacts& facts_;
    const Cache& cache_;
    MemoryBudget& budget_;
    Diagnostics& found_;
    std::optional<InputFile> file_;
};

}  // namespace

std::optional<Raster> carry_out(const Order& order, const Plan& plan, FileFacts& facts, const Cache& cache,
                                MemoryBudget& budget, Diagnostics& found) {
    return Job{order, plan, facts, cache, budget, found}.run();
}

std::optional<Raster> prepare(const Order& order, const Cache& cache, Diagnostics& found) {
    FileFacts facts;
    MemoryBudget budget;
    return carry_out(order, plan_of(order), facts, cache, budget, found);
}

}  // namespace brochure::image
