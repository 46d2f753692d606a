#include "prepress/check_codes.hpp"

#include <algorithm>
#include <string>

#include "image/light.hpp"
#include "page/codes.hpp"
#include "prepress/ground.hpp"

namespace brochure::prepress {
namespace {

// What lies on each other by less than this is set side by side.
constexpr Length touch = Length::from_pt(0.5);

Rect ink_of(const page::PlacedRun& it) {
    const Length size = it.run.size;
    return {it.origin.x, it.origin.y - size * 0.7, it.run.glyphs.empty() ? Length{} : it.run.advance, size * 0.9};
}
Rect ink_of(const page::PlacedPicture& it) {
    return it.clip;
}
Rect ink_of(const page::Path& it) {
    if (it.fill.empty() && !it.stroke) return {};
    return box_of(it);
}
Rect ink_of(const page::LinkArea&) {
    return {};
}

Rect inset(const Rect& rect) {
    return {rect.left + touch, rect.top + touch, rect.width - touch * 2.0, rect.height - touch * 2.0};
}

bool lies_on(const Rect& ink, const Rect& square) {
    return ink.width.pt() + ink.height.pt() > 0 && overlap(ink, square);
}

// A code's items are its ground and then its modules.
class Inverted {
public:
    explicit Inverted(const page::Publication& publication) : publication_{publication} {}
    bool is(const page::Element* code, const page::Item& item) {
        const auto* path = std::get_if<page::Path>(&item);
        if (!path || path->fill.empty()) return false;
        const auto light = light_of(path->fill);
        const bool ground = code_ != code;
        if (ground) code_ = code, ground_ = light;
        return !ground && light > ground_;
    }

private:
    double light_of(const std::string& name) const {
        const auto at = std::find_if(publication_.swatches.begin(), publication_.swatches.end(),
                                     [&](const Swatch& each) { return each.name == name; });
        return at == publication_.swatches.end() ? 0 : image::luminance(at->srgb);
    }
    const page::Publication& publication_;
    const page::Element* code_ = nullptr;
    double ground_ = 0;
};

void check_page(const page::Publication& publication, std::size_t number, Diagnostics& found) {
    const page::Page& page = publication.pages[number];
    const page::Element* code = nullptr;  // painted last, with what comes after it
    std::vector<const page::Element*> codes;
    Inverted inverted{publication};
    for (const page::Item& item : page.items) {
        if (const page::Element* mine = page::code_of(publication, item)) {
            code = mine;
            if (codes.empty() || codes.back() != mine) codes.push_back(mine);
            if (inverted.is(mine, item))
                found.warning(mine->where, "qr-inverted",
                              "the QR code on page " + std::to_string(number + 1) + " of " + publication.name +
                                  " is light on a dark ground, which not every telephone reads",
                              "give the design's palette `modules` a darker swatch than its `ground`",
                              Measured{static_cast<int>(number) + 1, mine->box, {}, {}, {}});
            continue;
        }
        if (!code) continue;
        const Rect ink = std::visit([](const auto& it) { return ink_of(it); }, item);
        const auto hit = std::find_if(codes.begin(), codes.end(),
                                      [&](const page::Element* each) { return lies_on(ink, inset(*each->box)); });
        if (hit == codes.end()) continue;
        found.error((*hit)->where, "qr-zone",
                    "something lies on the QR code on page " + std::to_string(number + 1) + " of " + publication.name +
                        " or on the white around it",
                    "keep four modules around it free: move the frame, or shorten what runs into it",
                    Measured{static_cast<int>(number) + 1, ink, {}, {}, {}});
        codes.erase(hit);
    }
}

}  // namespace

void check_codes(const page::Publication& publication, Diagnostics& found) {
    const bool any = std::any_of(publication.structure.begin(), publication.structure.end(),
                                 [](const page::Element& element) { return element.code.has_value(); });
    if (!any) return;
    for (std::size_t i = 0; i < publication.pages.size(); ++i) check_page(publication, i, found);
}

}  // namespace brochure::prepress
