#pragma once
#include <compare>

namespace brochure {

/// A length on paper, kept in points: 1 pt = 1/72 in (ISO 32000-1, 8.3.2.3) and 1 in = 25.4 mm, both exact.
class Length {
public:
    constexpr Length() = default;
    static constexpr Length from_pt(double v) { return Length{v}; }
    static constexpr Length from_mm(double v) { return Length{v * 72.0 / 25.4}; }
    static constexpr Length from_in(double v) { return Length{v * 72.0}; }
    constexpr double pt() const { return pt_; }
    constexpr double mm() const { return pt_ * 25.4 / 72.0; }
    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length& operator+=(Length b) {
        pt_ += b.pt_;
        return *this;
    }
    constexpr Length& operator-=(Length b) {
        pt_ -= b.pt_;
        return *this;
    }
    friend constexpr Length operator+(Length a, Length b) { return Length{a.pt_ + b.pt_}; }
    friend constexpr Length operator-(Length a, Length b) { return Length{a.pt_ - b.pt_}; }
    friend constexpr Length operator-(Length a) { return Length{-a.pt_}; }
    friend constexpr Length operator*(Length a, double k) { return Length{a.pt_ * k}; }
    friend constexpr Length operator*(double k, Length a) { return Length{a.pt_ * k}; }
    friend constexpr Length operator/(Length a, double k) { return Length{a.pt_ / k}; }
    friend constexpr double operator/(Length a, Length b) { return a.pt_ / b.pt_; }  // a ratio has no unit

private:
    explicit constexpr Length(double pt) : pt_{pt} {}
    double pt_ = 0;
};

inline namespace literals {
constexpr Length operator""_pt(long double v) {
    return Length::from_pt(static_cast<double>(v));
}
constexpr Length operator""_pt(unsigned long long v) {
    return Length::from_pt(static_cast<double>(v));
}
constexpr Length operator""_mm(long double v) {
    return Length::from_mm(static_cast<double>(v));
}
constexpr Length operator""_mm(unsigned long long v) {
    return Length::from_mm(static_cast<double>(v));
}
constexpr Length operator""_in(long double v) {
    return Length::from_in(static_cast<double>(v));
}
constexpr Length operator""_in(unsigned long long v) {
    return Length::from_in(static_cast<double>(v));
}
}  // namespace literals

/// Whether `used` goes into `room`, forgiving a thousandth of a point: sums of doubles are never compared bare.
constexpr bool fits(Length used, Length room) {
    return used.pt() <= room.pt() + 0.001;
}

}  // namespace brochure
