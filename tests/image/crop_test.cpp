#include "catch.hpp"
#include "image/image.hpp"

using namespace brochure;
using namespace brochure::literals;
using image::crop_to;

namespace {

image::Photo photo_of(int width, int height) {
    image::Photo photo;
    photo.width = width;
    photo.height = height;
    return photo;
}

}  // namespace

TEST_CASE("a crop has the frame's aspect ratio and loses no more than it must") {
    const auto crop = crop_to(photo_of(3000, 2000), {100_pt, 100_pt}, {0.5, 0.5}, {}, {});
    CHECK(crop.region.width == Approx(2.0 / 3));
    CHECK(crop.region.height == Approx(1));
    CHECK(crop.region.left == Approx(1.0 / 6));
    CHECK(crop.loss == Approx(1.0 / 3));
    CHECK(crop.keeps_protected);
    const auto wide = crop_to(photo_of(3000, 2000), {300_pt, 100_pt}, {0.5, 0.5}, {}, {});
    CHECK(wide.region.height == Approx(0.5));
    CHECK(wide.loss == Approx(0.5));
}

TEST_CASE("the focal point lies as near the frame's centre as the edges allow") {
    const auto photo = photo_of(3000, 2000);
    CHECK(crop_to(photo, {100_pt, 100_pt}, {0.4, 0.5}, {}, {}).region.left == Approx(0.4 - 1.0 / 3));
    CHECK(crop_to(photo, {100_pt, 100_pt}, {0.1, 0.5}, {}, {}).region.left == Approx(0));
    CHECK(crop_to(photo, {100_pt, 100_pt}, {0.95, 0.5}, {}, {}).region.left == Approx(1.0 / 3));
    CHECK(crop_to(photo, {300_pt, 100_pt}, {0.5, 0.42}, {}, {}).region.top == Approx(0.17));
}

TEST_CASE("a crop moves just so far that the protected box stays whole") {
    const auto photo = photo_of(3000, 2000);
    const Region right{0.7, 0.1, 0.25, 0.5};
    const auto moved = crop_to(photo, {100_pt, 100_pt}, {0.3, 0.5}, right, {});
    CHECK(moved.region.left == Approx(0.95 - 2.0 / 3));
    CHECK(moved.keeps_protected);
    const Region left{0.02, 0.1, 0.2, 0.5};
    CHECK(crop_to(photo, {100_pt, 100_pt}, {0.7, 0.5}, left, {}).region.left == Approx(0.02));
}

TEST_CASE("a protected box that cannot stay whole fills the crop, and that is said") {
    const Region most{0.05, 0.1, 0.9, 0.5};
    const auto crop = crop_to(photo_of(3000, 2000), {100_pt, 100_pt}, {0.9, 0.5}, most, {});
    CHECK_FALSE(crop.keeps_protected);
    CHECK(crop.region.left >= 0.05 - 1e-9);
    CHECK(crop.region.left + crop.region.width <= 0.95 + 1e-9);
}

TEST_CASE("a crop shows people whole or not at all, moving no further than it must") {
    const auto photo = photo_of(1000, 1000);
    const auto top = [&](double focus, const std::vector<Region>& people, std::optional<Region> protect = {}) {
        return crop_to(photo, {100_pt, 50_pt}, {0.5, focus}, protect, {}, {}, people).region.top;
    };
    const Region walker{0.4, 0.7, 0.05, 0.1}, child{0.6, 0.78, 0.05, 0.06};
    CHECK(top(0.3, {walker}) == Approx(0.05));          // not in it: stays
    CHECK(top(0.48, {walker}) == Approx(0.2));          // 0.73 would cut it: up to its head
    CHECK(top(0.54, {walker}) == Approx(0.3));          // down to its feet
    CHECK(top(0.54, {walker, child}) == Approx(0.34));  // and the child's
    // The protected part comes first; then as much of the walker as can be is shown.
    CHECK(top(0.48, {walker}, Region{0.4, 0.3, 0.1, 0.42}) == Approx(0.3));
    CHECK(top(0.48, {walker}, Region{0.4, 0.25, 0.1, 0.48}) == Approx(0.25));
}

TEST_CASE("what stands whole is looked at in what the knife leaves") {
    const image::Trimmed foot{{}, {}, {}, 5_pt};
    const Region walker{0.4, 0.7, 0.05, 0.1};
    CHECK(crop_to(photo_of(1000, 1000), {100_pt, 50_pt}, {0.5, 0.54}, {}, {}, foot, {walker}).region.top ==
          Approx(0.25));
}

TEST_CASE("the protected box stays whole in what the knife leaves, not in the bleed") {
    const auto photo = photo_of(1000, 1000);
    const Region tower{0.4, 0.2, 0.2, 0.2};
    const image::Trimmed top{{}, 10_pt, {}, {}}, all{10_pt, 10_pt, 10_pt, 10_pt};
    CHECK(crop_to(photo, {100_pt, 50_pt}, {0.5, 0.9}, tower, {}).region.top == Approx(0.2));
    const auto spared = crop_to(photo, {100_pt, 50_pt}, {0.5, 0.9}, tower, {}, top);
    CHECK(spared.region.top == Approx(0.1));  // 10 of 50 pt are a tenth of the photo here
    CHECK(spared.keeps_protected);
    const Region wide{0.05, 0.2, 0.9, 0.2};
    CHECK(crop_to(photo, {100_pt, 50_pt}, {0.5, 0.5}, wide, {}).keeps_protected);
    CHECK_FALSE(crop_to(photo, {100_pt, 50_pt}, {0.5, 0.5}, Region{0.4, 0.2, 0.2, 0.35}, {}, all).keeps_protected);
    // Of a photo that is shown whole, the bleed is lost in any case.
    CHECK(crop_to(photo, {100_pt, 100_pt}, {0.5, 0.5}, Region{0, 0, 1, 1}, {}, all).keeps_protected);
}

TEST_CASE("nothing outside the usable part shows, and loss is counted from that part") {
    const Region usable{0.2, 0.1, 0.6, 0.9};  // 1800 x 1800 of 3000 x 2000
    const auto square = crop_to(photo_of(3000, 2000), {100_pt, 100_pt}, {0, 0}, {}, usable);
    CHECK(square.loss == Approx(0).margin(1e-9));
    CHECK(square.region.left == Approx(0.2));
    const auto half = crop_to(photo_of(3000, 2000), {100_pt, 200_pt}, {0, 0}, {}, usable);
    CHECK(half.loss == Approx(0.5));
    CHECK(half.region.left == Approx(0.2));
    CHECK(half.region.width == Approx(0.3));
}

TEST_CASE("nonsense asked of a crop gives the whole photo") {
    CHECK(crop_to(photo_of(300, 200), {0_pt, 10_pt}, {0.5, 0.5}, {}, {}).region == Region{});
    CHECK(crop_to(photo_of(300, 200), {30_pt, 20_pt}, {9, -9}, {}, Region{2, 2, 1, 1}).region == Region{});
}

TEST_CASE("a crop lies in the photo and in its usable part whatever is asked") {
    const auto photo = photo_of(4000, 3000);
    for (int i = 0; i < 2000; ++i) {
        const auto pick = [&](int k) { return ((i * 7919 + k * 104729) % 1000) / 1000.0; };
        const Region usable{pick(1) * 0.5, pick(2) * 0.5, 0.1 + pick(3) * 0.4, 0.1 + pick(4) * 0.4};
        const Region protect{pick(5), pick(6), pick(7), pick(8)};
        const Size frame{Length::from_pt(10 + 500 * pick(9)), Length::from_pt(10 + 500 * pick(10))};
        const auto crop = crop_to(photo, frame, {pick(11) * 2 - 0.5, pick(12) * 2 - 0.5}, protect, usable);
        const Region& r = crop.region;
        CHECK(r.left >= usable.left - 1e-9);
        CHECK(r.top >= usable.top - 1e-9);
        CHECK(r.left + r.width <= usable.left + usable.width + 1e-9);
        CHECK(r.top + r.height <= usable.top + usable.height + 1e-9);
        CHECK(r.width * 4000 / (r.height * 3000) == Approx(frame.width / frame.height));
        CHECK(crop.loss == Approx(1 - r.width * r.height / (usable.width * usable.height)).margin(1e-9));
    }
}

TEST_CASE("effective ppi is that of the worse direction") {
    const auto photo = photo_of(3000, 2000);
    CHECK(image::effective_ppi(photo, {}, {720_pt, 480_pt}) == Approx(300));
    CHECK(image::effective_ppi(photo, {}, {1440_pt, 480_pt}) == Approx(150));
    CHECK(image::effective_ppi(photo, {0, 0, 0.5, 1}, {720_pt, 480_pt}) == Approx(150));
}
