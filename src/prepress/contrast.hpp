#pragma once
#include <functional>
#include <memory>

#include "base/diagnostics.hpp"
#include "image/light.hpp"
#include "page/page.hpp"

namespace brochure::prepress {

/// What a look at the pages needs of other rooms.
struct Eyes {
    std::function<int(text::FaceId)> weight_of;                                        // of its letters, 400: regular
    std::function<std::shared_ptr<const image::Light>(const image::Photo&)> light_of;  // null: nobody knows
    std::function<double(const Swatch&)> printed = {};  // a swatch's luminance in a printer's inks; empty: on a screen
};

/// The text that is hardest to read, by what it needs. `contrast` 0: there is no text.
struct LowestContrast {
    double contrast = 0, needed = 0;
    int page = 0;  // from 1
    Rect place;
};

/// The contrast of every text with what is really behind it: paper, panels, shapes, the pixels of a photo. Less than
/// 4.5:1, for large letters (18 pt, bold ones 14 pt) less than 3:1, is an error with the rule "low-contrast" where the
/// text was written, one for each text and page. A twentieth of what is behind a text may be worse: stars in a night
/// sky. Swatches are as the screen shows them, or as they are `printed`: then the finding says so, and is a warning
/// down to two thirds of what is needed, for no design knows all presses. Through a drawing or a photo with transparent
/// parts shows what lies below it; thin lines are not looked at. `light_of` is asked only for photos that have text on
/// them. Source: WCAG 2.2, 1.4.3 and its definitions of contrast ratio and of large scale.
LowestContrast check_contrast(const page::Publication& publication, const Eyes& eyes, Diagnostics& found);

}  // namespace brochure::prepress
