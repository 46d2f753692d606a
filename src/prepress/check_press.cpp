#include <algorithm>
#include <cstdio>
#include <map>

#include "prepress/ground.hpp"
#include "prepress/overprint.hpp"
#include "prepress/prepress.hpp"
#include "prepress/survey.hpp"

namespace brochure::prepress {
namespace {

constexpr double hair = 0.05;  // points: measures of A sizes are written rounded
constexpr double drift = 2.8;  // points, a millimetre: as far as a knife strays from the trim

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

/// Where colour lies: what a fill or a picture covers.
struct Covered {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    void add(const Point& p) {
        left = std::min(left, p.x.pt()), right = std::max(right, p.x.pt());
        top = std::min(top, p.y.pt()), bottom = std::max(bottom, p.y.pt());
    }
    void cut(const Rect& clip) {
        left = std::max(left, clip.left.pt()), right = std::min(right, clip.right().pt());
        top = std::max(top, clip.top.pt()), bottom = std::min(bottom, clip.bottom().pt());
    }
    void grow(double across, double down) {
        left -= across, right += across;
        top -= down, bottom += down;
    }
    Rect rect() const {
        return {Length::from_pt(left), Length::from_pt(top), Length::from_pt(right - left),
                Length::from_pt(bottom - top)};
    }
};

class PressCheck {
public:
    PressCheck(const page::Publication& publication, const PressLimits& limits,
               const std::vector<image::Raster>* rasters, Diagnostics& found)
        : publication_{publication}, limits_{limits}, rasters_{rasters}, found_{found} {}

    void run() {
        for (const page::Page& page : publication_.pages) {
            page_ = &page;
            if (page.bleed < least_bleed_) least_bleed_ = page.bleed, short_page_ = number_of(page);
            for (item_ = 0; item_ < page.items.size(); ++item_)
                std::visit([this](const auto& it) { look(it); }, page.items[item_]);
        }
        tell();
        check_overprint(publication_, rasters_, limits_.ink, limits_.where, found_);
        if (rasters_) tell_photos();
    }

private:
    void look(const page::PlacedRun& it) {
        if (it.run.glyphs.empty()) return;
        const Rect place{it.origin.x, it.origin.y - it.run.size * 0.7, it.run.advance, it.run.size * 0.7};
        use(it.run.swatch, place);
        if (it.run.size.pt() + 1e-6 >= limits_.min_type.pt()) return;
        ++small_;
        if (small_ > 1 && it.run.size >= smallest_) return;
        smallest_ = it.run.size;
        small_where_ = it.run.where;
        small_place_ = place;
        small_page_ = number_of(*page_);
    }
    void look(const page::PlacedPicture& it) {
        Covered covered;
        covered.add({it.frame.left, it.frame.top});
        covered.add({it.frame.right(), it.frame.bottom()});
        covered.cut(it.clip);
        reach(covered, where_of(it.element, publication_.pictures[it.picture].photo.where), "the picture");
    }
    void look(const page::Path& it) {
        const bool nothing = prints_nothing(publication_, *page_, item_, false);
        if (!it.fill.empty()) {
            use(it.fill, box_of(it));
            Covered covered;
            bool straight = true;
            for (const auto& segment : it.segments) {
                straight = straight && segment.kind != page::PathSegment::Kind::curve;
                if (segment.kind != page::PathSegment::Kind::close) covered.add(segment.a);
            }
            if (it.clip) covered.cut(*it.clip);
            if (straight && it.segments.size() <= 5 && !nothing && !(limits_.bleed.pt() <= 0 && is_paper(it.fill)))
                reach(covered, where_of(it.element, limits_.where), "the ground '" + it.fill + "'");
        }
        if (!it.stroke) return;
        use(it.stroke->swatch, box_of(it));
        if (!nothing) reach_of_line(it);
        if (it.stroke->weight.pt() + 1e-6 >= limits_.min_line.pt()) return;
        ++thin_;
        if (thin_ > 1 && it.stroke->weight >= thinnest_) return;
        thinnest_ = it.stroke->weight;
        Covered covered;
        for (const auto& segment : it.segments)
            if (segment.kind != page::PathSegment::Kind::close) covered.add(segment.a);
        if (it.clip) covered.cut(*it.clip);
        thin_place_ = covered.rect();
        thin_page_ = number_of(*page_);
    }
    void look(const page::LinkArea&) {}

    // A straight line, or a rectangle of lines; curves of maps end where their frame does. A line's ends are square.
    void reach_of_line(const page::Path& it) {
        Covered covered;
        std::size_t corners = 0;
        for (const auto& segment : it.segments) {
            if (segment.kind == page::PathSegment::Kind::curve) return;
            if (segment.kind != page::PathSegment::Kind::close) covered.add(segment.a), ++corners;
        }
        if (corners < 2 || corners > 5) return;
        const double half = it.stroke->weight.pt() / 2;
        const bool level = corners == 2 && covered.bottom - covered.top < hair,
                   upright = corners == 2 && covered.right - covered.left < hair;
        covered.grow(level ? 0 : half, upright ? 0 : half);
        if (it.clip) covered.cut(*it.clip);
        reach(covered, where_of(it.element, limits_.where), "the line in '" + it.stroke->swatch + "'");
    }

    bool is_paper(const std::string& swatch) const {
        const auto at = std::find_if(publication_.swatches.begin(), publication_.swatches.end(),
                                     [&](const Swatch& each) { return each.name == swatch; });
        return at != publication_.swatches.end() &&
               std::all_of(at->cmyk.begin(), at->cmyk.end(), [](double ink) { return ink <= 0; });
    }

    SourcePosition where_of(page::ElementId element, SourcePosition otherwise) const {
        if (element.index < 0) return otherwise;
        const SourcePosition where = publication_.structure[static_cast<std::size_t>(element.index)].where;
        return where.file.index < 0 ? otherwise : where;
    }

    int number_of(const page::Page& page) const { return static_cast<int>(&page - publication_.pages.data()) + 1; }

    void use(const std::string& swatch, const Rect& place) {
        used_.try_emplace(swatch, Stand{number_of(*page_), place});
    }

    // An edge that lies on the trim, or past it but not as far as the bleed, shows paper when the knife drifts.
    void reach(const Covered& covered, SourcePosition where, const std::string& what) {
        const double bleed = std::min(limits_.bleed, page_->bleed).pt();
        const double width = page_->trim.width.pt(), height = page_->trim.height.pt();
        if (covered.right <= hair || covered.bottom <= hair || covered.left >= width - hair ||
            covered.top >= height - hair)
            return;
        const std::pair<const char*, double> past[] = {{"left", -covered.left},
                                                       {"right", covered.right - width},
                                                       {"upper", -covered.top},
                                                       {"lower", covered.bottom - height}};
        if (limits_.bleed.pt() <= 0 &&
            std::any_of(std::begin(past), std::end(past), [](const auto& each) { return each.second >= -hair; }))
            note_to_trim(covered.rect());
        for (const auto& [side, by] : past)
            if (by < -hair && by > -drift)
                found_.warning(where, "near-trim",
                               "page " + std::to_string(number_of(*page_)) + ": " + what + " ends " + number(-by) +
                                   " pt before the " + side +
                                   " trim: a sliver of paper shows, or none, as the knife "
                                   "falls",
                               "let the design's frame run to the bleed, or end it farther inside",
                               Measured{number_of(*page_), covered.rect(), by, std::max(bleed, 0.0), "pt"});
        if (bleed <= 0) return;
        for (const auto& [side, by] : past) {
            if (by < -hair || by >= bleed - hair) continue;
            const double runs = by > 0 ? by : 0;
            found_.error(where, "bleed-missing",
                         "page " + std::to_string(number_of(*page_)) + ": " + what + " touches the " + side +
                             " trim and runs " + number(runs) + " pt past it, not " + number(bleed),
                         "let the design's frame run to the bleed, or end inside the page",
                         Measured{number_of(*page_), covered.rect(), runs, bleed, "pt"});
        }
    }

    void note_to_trim(const Rect& place) {
        if (to_trim_.page == 0) to_trim_ = {number_of(*page_), place};
        if (pages_to_trim_.empty() || pages_to_trim_.back() != number_of(*page_))
            pages_to_trim_.push_back(number_of(*page_));
    }

    void tell() const {
        const std::string wants = "the printer '" + limits_.printer + "' ";
        if (to_trim_.page > 0)
            found_.warning(limits_.where, "no-bleed",
                           "colour runs to the trim on " + std::to_string(pages_to_trim_.size()) +
                               (pages_to_trim_.size() == 1 ? " page of '" : " pages of '") + publication_.name +
                               "', and " + wants + "has no bleed: a knife that drifts leaves a white edge",
                           "give the printer a 'bleed' (0.125in or 3mm), or choose another printer",
                           Measured{to_trim_.page, to_trim_.place, {}, {}, ""});
        tell_coarse();
        if (least_bleed_.pt() + hair < limits_.bleed.pt())
            found_.warning(limits_.where, "bleed-short",
                           wants + "wants " + number(limits_.bleed.pt()) + " pt of bleed; the pages of '" +
                               publication_.name + "' have less",
                           "choose another format or printer, or give the printer a 'bleed' of its own",
                           Measured{short_page_, {}, least_bleed_.pt(), limits_.bleed.pt(), "pt"});
        if (small_ > 0)
            found_.warning(small_where_.file.index < 0 ? limits_.where : small_where_, "small-type",
                           wants + "prints nothing smaller than " + number(limits_.min_type.pt()) + " pt well; " +
                               std::to_string(small_) + " pieces of text in '" + publication_.name + "' are, down to " +
                               number(smallest_.pt()) + " pt",
                           "set it larger in the design",
                           Measured{small_page_, small_place_, smallest_.pt(), limits_.min_type.pt(), "pt"});
        if (thin_ > 0)
            found_.warning(limits_.where, "hairline",
                           wants + "prints nothing thinner than " + number(limits_.min_line.pt()) + " pt well; " +
                               std::to_string(thin_) + " lines in '" + publication_.name + "' are, down to " +
                               number(thinnest_.pt()) + " pt",
                           "draw them thicker in the design",
                           Measured{thin_page_, thin_place_, thinnest_.pt(), limits_.min_line.pt(), "pt"});
        for (const Swatch& swatch : publication_.swatches) {
            const double ink = swatch.cmyk[0] + swatch.cmyk[1] + swatch.cmyk[2] + swatch.cmyk[3];
            if (!used_.contains(swatch.name) || ink <= limits_.ink + 1e-6) continue;
            found_.warning(limits_.where, "ink-limit",
                           wants + "takes " + number(limits_.ink) + " % of ink; the swatch '" + swatch.name +
                               "' lays " + number(ink) + " % on the paper",
                           "take less of the colours under the black",
                           Measured{used_.at(swatch.name).page, used_.at(swatch.name).place, ink, limits_.ink, "%"});
        }
    }

    // Where each picture stands first.
    std::vector<Stand> stands() const {
        std::vector<Stand> all(publication_.pictures.size());
        for (const page::Page& page : publication_.pages)
            for (const page::Item& item : page.items)
                if (const auto* it = std::get_if<page::PlacedPicture>(&item); it && all[it->picture].page == 0)
                    all[it->picture] = {number_of(page), it->clip};
        return all;
    }

    // Photos that had more pixels; those with too few of their own are told of when they are placed. Drawings have
    // none.
    void tell_coarse() const {
        if (limits_.ppi <= 0 || limits_.ppi >= limits_.least_ppi) return;
        const std::vector<Stand> places = stands();
        std::size_t count = 0;
        Stand first;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const page::Picture& picture = publication_.pictures[i];
            if (picture.photo.format == image::Format::svg ||
                image::effective_ppi(picture.photo, picture.crop, picture.placed) <= limits_.ppi)
                continue;
            if (count++ == 0) first = places[i];
        }
        if (count == 0) return;
        found_.warning(limits_.where, "low-resolution",
                       "the printer '" + limits_.printer + "' brings photos down to " + number(limits_.ppi) + " ppi, " +
                           std::to_string(count) + " of them in '" + publication_.name + "'; " +
                           number(limits_.least_ppi) + " or more looks sharp",
                       "give the printer 'ppi: 300'",
                       Measured{first.page, first.place, limits_.ppi, limits_.least_ppi, "ppi"});
    }

    // Conversion keeps photos within the limit, and what shines through is mixed of what is; this looks at what came of
    // it.
    void tell_photos() const {
        const std::vector<Stand> places = stands();
        for (std::size_t i = 0; i < std::min(places.size(), rasters_->size()); ++i) {
            const double ink = (*rasters_)[i].ink;
            if (ink <= limits_.ink + 1e-6) continue;
            found_.warning(publication_.pictures[i].photo.where, "ink-limit",
                           "the printer '" + limits_.printer + "' takes " + number(limits_.ink) +
                               " % of ink; a pixel of this photo lays " + number(ink) + " % on the paper",
                           "make its darkest parts lighter",
                           Measured{places[i].page, places[i].place, ink, limits_.ink, "%"});
        }
    }

    const page::Publication& publication_;
    const PressLimits& limits_;
    const std::vector<image::Raster>* rasters_;
    Diagnostics& found_;
    const page::Page* page_ = nullptr;
    std::size_t item_ = 0;                            // that is looked at, of the page
    std::map<std::string, Stand, std::less<>> used_;  // swatches, and where each stands first
    Length least_bleed_ = Length::from_pt(1e9);
    Stand to_trim_;  // the first colour that runs there, for printers without bleed; page 0: none
    std::vector<int> pages_to_trim_;
    int short_page_ = 0, small_page_ = 0, thin_page_ = 0;
    Rect small_place_, thin_place_;
    std::size_t small_ = 0, thin_ = 0;
    Length smallest_, thinnest_;
    SourcePosition small_where_;
};

}  // namespace

void check_press(const page::Publication& publication, const PressLimits& limits,
                 const std::vector<image::Raster>* rasters, Diagnostics& found) {
    PressCheck{publication, limits, rasters, found}.run();
}

}  // namespace brochure::prepress
