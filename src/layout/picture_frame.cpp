#include <algorithm>
#include <cmath>

#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

// Pixels per inch below which a photo is warned about, and below which it may not stand (DESIGN 9).
struct Limits {
    double warn, refuse;
};
constexpr Limits press{250, 150}, screen{96, 72};

std::string whole(double value) {
    return std::to_string(std::lround(value));
}

// Rounded so that what is said holds: a photo of 249.7 ppi has not got 250, and 2,187.1 pixels are too few for 2,187.2.
std::string rounded_down(double value) {
    return std::to_string(static_cast<long>(std::floor(value + 1e-6)));
}
std::string rounded_up(double value) {
    return std::to_string(static_cast<long>(std::ceil(value - 1e-6)));
}

std::string inches(double inches) {
    const auto tenths = static_cast<long>(std::floor(inches * 10 + 1e-6));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// R50: the pixels that the frame needs, and the largest size in this shape that the photo can carry.
std::string advice(double ppi, const Rect& frame, double wanted) {
    const double width = frame.width.pt() / 72, height = frame.height.pt() / 72, share = ppi / wanted;
    return "at this size it needs " + rounded_up(width * wanted) + " x " + rounded_up(height * wanted) +
           " pixels; this photo carries at most " + inches(width * share) + " x " + inches(height * share) + " in";
}

double limit_of(const design::Master& master, const std::string& name, double otherwise) {
    const auto found = master.range.find(name);
    return found == master.range.end() ? otherwise : found->second;
}

// The largest rectangle of the photo's own shape inside `frame`, at its top left corner.
Rect fitted(const Rect& frame, const PhotoField& photo) {
    const auto usable = photo.photo->usable.value_or(Region{});
    const double aspect = photo.probe->width * usable.width / (photo.probe->height * usable.height);
    const bool wide = aspect > frame.width / frame.height;
    return {frame.left, frame.top, wide ? frame.width : frame.height * aspect,
            wide ? frame.width / aspect : frame.height};
}

// How far `rect`, in the coordinates of `pages` pages side by side, reaches beyond their trim.
image::Trimmed beyond_trim(const Rect& rect, Size trim, double pages) {
    const auto over = [](Length length) { return std::max(length, Length{}); };
    return {over(-rect.left), over(-rect.top), over(rect.left + rect.width - trim.width * pages),
            over(rect.top + rect.height - trim.height)};
}

}  // namespace

void Setter::judge_pixels(const PhotoField& photo, const Region& crop, const Rect& rect, int page, Judged judged) {
    const double ppi = image::effective_ppi(*photo.probe, crop, {rect.width, rect.height});
    const auto& limits = setting_.screen_only ? screen : press;
    const auto& where = photo.photo->where;
    const auto measured = [&](double limit) { return Measured{page + 1, rect, ppi, limit, "ppi"}; };
    const std::string name = judged == Judged::logo ? "the logo" : "the photo";
    if (ppi < limits.refuse && judged == Judged::logo) {
        draft_.found.error(where, "low-resolution",
                           name + " prints at " + rounded_down(ppi) + " ppi, less than " + whole(limits.refuse),
                           advice(ppi, rect, limits.refuse) + "; an SVG would be sharp at any size",
                           measured(limits.refuse));
    } else if (ppi < limits.refuse) {
        // A drawing has no pixels that more could be had of.
        draft_.faults.push_back(photo.probe->format == image::Format::svg
                                    ? "an SVG is taken for a logo and is too coarse here: a photo is a JPEG, PNG, HEIC "
                                      "or AVIF"
                                    : "the photo has only " + rounded_down(ppi) + " ppi, less than " +
                                          whole(limits.refuse) + ": " + advice(ppi, rect, limits.refuse));
        draft_.few_ppi = ppi;
        draft_.costs.emplace_back("resolution", 20);
    } else if (ppi < limits.warn) {
        draft_.costs.emplace_back("resolution", 2 * (limits.warn - ppi) / limits.warn);
        if (judged != Judged::furniture)
            draft_.found.warning(
                where, "low-resolution",
                name + " prints at " + rounded_down(ppi) + " ppi; " + whole(limits.warn) + " or more looks sharp",
                advice(ppi, rect, limits.warn), measured(limits.warn));
    }
}

void Setter::picture(const design::Frame& frame, const PhotoField& photo) {
    const bool fit = option(frame, "fitting", "fill") == "fit";
    const Rect area = area_of(frame);
    Rect rect = fit ? fitted(area, photo) : area;
    if (fit && setting_.right_to_left) rect.left = area.right() - rect.width;
    const Room room = room_of(frame);
    const auto& where = photo.photo->where;
    const double pages = frame.on == design::On::both ? static_cast<double>(draft_.pages.size()) : 1;
    const auto crop =
        image::crop_to(*photo.probe, {rect.width, rect.height}, photo.photo->focus, photo.photo->protect,
                       photo.photo->usable, beyond_trim(rect, setting_.format.trim, pages), photo.photo->whole);
    const bool furniture = frame.role == "artifact";
    const std::size_t faults = draft_.faults.size();
    if (!furniture) {
        draft_.costs.emplace_back("crop loss", 10 * crop.loss);
        if (!setting_.forced && crop.loss > limit_of(setting_.master, "crop-loss-max", 1))
            draft_.faults.push_back("the crop would lose " + whole(crop.loss * 100) + " % of the photo");
        if (!crop.keeps_protected) draft_.faults.push_back("the crop would cut the protected part of the photo");
        const auto usable = photo.photo->usable.value_or(Region{});
        const double aspect = photo.probe->width * usable.width / (photo.probe->height * usable.height);
        if (!setting_.forced && (aspect < limit_of(setting_.master, "aspect-min", 0) ||
                                 aspect > limit_of(setting_.master, "aspect-max", 1e9)))
            draft_.faults.push_back("the photo's shape does not suit the variant");
    }
    remember(frame, rect.top, rect.bottom(), 1);
    shown_.push_back({frame.source, rect, crop.region});
    judge_pixels(photo, crop.region, rect, room.page, furniture ? Judged::furniture : Judged::photo);
    if (draft_.faults.size() > faults &&
        std::find(frame.when.begin(), frame.when.end(), frame.source) != frame.when.end())
        draft_.unusable.push_back({frame.source, draft_.faults.back(), where});
    if (!draw_) return;

    page::ElementId tag;
    if (!furniture && !photo.photo->decorative) {
        tag = add_element(draft_, page::Role::figure, {0}, where);
        auto& element = draft_.elements.back();
        element.alt = photo.alt;
        element.lang = photo.lang;
    }
    std::size_t picture = draft_.pictures.size();
    draft_.pictures.push_back({*photo.probe, crop.region, {rect.width, rect.height}});
    const auto& format = setting_.format;
    const std::size_t first = static_cast<std::size_t>(room.page);
    const std::size_t last = frame.on == design::On::both ? draft_.pages.size() - 1 : first;
    for (std::size_t i = frame.on == design::On::both ? 0 : first; i <= last; ++i) {
        const Length shift = frame.on == design::On::both ? format.trim.width * static_cast<double>(i) : Length{};
        const Rect moved{rect.left - shift, rect.top, rect.width, rect.height};
        const Length left = std::max(moved.left, -format.bleed),
                     right = std::min(moved.right(), format.trim.width + format.bleed);
        const Length top = std::max(moved.top, -format.bleed),
                     bottom = std::min(moved.bottom(), format.trim.height + format.bleed);
        if (right <= left || bottom <= top) continue;
        const Rect clip{left, top, right - left, bottom - top};
        if (tag.index >= 0 && !draft_.elements[static_cast<std::size_t>(tag.index)].box)
            draft_.elements[static_cast<std::size_t>(tag.index)].box = clip;
        draft_.pages[i].ground.push_back(page::PlacedPicture{picture, moved, clip, tag});
        if (i == last || !photo.probe->alpha) continue;
        picture = draft_.pictures.size();  // what shines through lies on something else on every page
        draft_.pictures.push_back({*photo.probe, crop.region, {rect.width, rect.height}});
    }
}

}  // namespace brochure::layout
