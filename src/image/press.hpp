#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "image/hash.hpp"
#include "image/image.hpp"

/// Photos in a printer's inks: converted by Little CMS into the ICC profile of the press, and kept within the ink that
/// the paper takes.
namespace brochure::image {

/// A press and its paper. Made once for a run; safe to share between threads.
class Press {
public:
    enum class Intent { perceptual, relative_bpc };
    /// `profile`: an ICC profile of a printer with CMYK inks. `ink_limit`: of all four together, per cent. Null when
    /// why_no_press() has something against it.
    static std::shared_ptr<const Press> make(std::vector<std::uint8_t> profile, Intent intent, double ink_limit);
    ~Press();
    Press(const Press&) = delete;

    /// The same for presses that convert alike.
    const Hash128& identity() const { return identity_; }
    const Bytes& profile() const { return profile_; }
    /// What the profile calls itself: "FOGRA39L Coated". ASCII; may be empty.
    std::string description() const;
    /// How much light an area of these inks (cyan, magenta, yellow, black; per cent) sends back, of what the paper
    /// does: 0 to 1.
    double luminance_of(const std::array<double, 4>& inks) const;
    /// Of the profile, as its header has it: 2.1, 4.2 (ICC.1:2010, 7.2.4).
    double version() const;

private:
    friend class PressRows;
    using Transform = std::shared_ptr<void>;
    Press() = default;
    /// From the profile (empty: sRGB), made when it is first wanted, which takes a while. Null when it cannot be.
    Transform transform(const std::vector<std::uint8_t>& from, int channels) const;
    Transform made(void* from, int channels, unsigned flags) const;
    /// How much black ink looks like each grey of sRGB, 0 to 255, between the paper and black ink alone.
    void weigh_black();

    Bytes profile_;
    Intent intent_ = Intent::relative_bpc;
    int most_ = 765;  // ink in 255ths
    Hash128 identity_{};
    std::shared_ptr<void> handle_;
    std::array<std::uint8_t, 256> black_{};
    mutable std::mutex mutex_;
    mutable std::map<Hash128, Transform> transforms_;
    mutable Transform to_light_;
    mutable std::map<std::array<double, 4>, double> luminances_;
};

/// What keeps a profile from describing a press, to follow "the ICC profile x "; empty when nothing does. It is of CMYK
/// inks, of a version that PDF/X takes (2 or 4), and has the tables both ways: from colours to inks, and from inks to
/// what is seen, without which nobody can tell how light a swatch prints.
std::string why_no_press(const std::vector<std::uint8_t>& profile);

/// Turns rows of one picture into ink.
class PressRows {
public:
    /// `channels`: 1 grey, 3 RGB, 4 CMYK. `profile`: the picture's own; null: sRGB, or the press's inks, as with its
    /// profile. `inverted`: CMYK is stored as paper that shows. `drawn`: neutral greys are line work and become black
    /// ink. `matches`: colours of RGB pictures that have an ink of their own.
    PressRows(const Press& press, int channels, const Bytes& profile, bool inverted, bool drawn,
              const std::vector<InkMatch>& matches = {});
    /// Grey stays one channel (of paper that shows, as DeviceGray has it), for the black plate; all else becomes CMYK.
    int channels() const { return from_ == 1 ? 1 : 4; }
    void convert(const std::uint8_t* row, std::uint8_t* to, int width) const;

private:
    /// What a match adds to the ink of its colour.
    struct Shift {
        std::array<std::uint8_t, 3> rgb{};  // in the picture's numbers
        std::array<int, 4> by{};
    };
    void match(const std::uint8_t* row, std::uint8_t* to, int width) const;

    const Press& press_;
    std::vector<Shift> shifts_;
    int from_;
    bool inverted_, drawn_;
    Press::Transform transform_;
};

/// How much ink the heaviest pixel of a picture has.
class InkGauge {
public:
    /// `channels`: 4, or 1 as `PressRows` makes it.
    void look(const std::uint8_t* row, int width, int channels);
    double per_cent() const { return most_ / 2.55; }

private:
    int most_ = 0;
};

/// Takes as much of cyan, magenta and yellow off that the four add up to `most` and no more; black, which carries the
/// drawing, stays.
void limit_ink(std::uint8_t* cmyk, int width, int most);

}  // namespace brochure::image
