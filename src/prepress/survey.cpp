#include "prepress/survey.hpp"

#include <algorithm>
#include <set>

namespace brochure::prepress {
namespace {

class Surveyor {
public:
    Surveyor(const page::Publication& publication, const text::InkAbove& above_of)
        : publication_{publication}, above_of_{above_of} {
        seen_.pictures.assign(publication.pictures.size(), {});
        page_of_.assign(publication.structure.size(), 0);
    }

    Survey look_at_all() {
        for (const page::Page& page : publication_.pages) {
            page_ = &page;
            ++number_;
            for (const page::Item& item : page.items) {
                std::visit([this](const auto& it) { look(it); }, item);
                const page::ElementId id = std::visit([](const auto& it) { return it.element; }, item);
                if (id.index >= 0 && page_of_[static_cast<std::size_t>(id.index)] == 0)
                    page_of_[static_cast<std::size_t>(id.index)] = number_;
            }
        }
        look_at_structure();
        return std::move(seen_);
    }

private:
    void look(const page::PlacedRun& it) {
        const text::GlyphRun& run = it.run;
        if (run.glyphs.empty()) return;
        use(run.swatch);
        if (run.face != last_face_ && faces_.insert(run.face).second) seen_.faces.push_back(run.face);
        last_face_ = run.face;
        take(seen_.type, run.size);
        const Length left = it.origin.x, right = it.origin.x + run.advance;
        take(seen_.edge, std::min({left, page_->trim.width - right, page_->trim.height - it.origin.y}));
        // Letters reach up two ems at most.
        if (const Length least = it.origin.y - run.size * 2.0; least < seen_.edge->value)
            take(seen_.edge, it.origin.y - Length::from_pt(above_of_(run)));
        for (const Length fold : page_->folds) take(seen_.fold, std::max(left - fold, fold - right));
    }
    void look(const page::PlacedPicture& it) {
        if (Stand& first = seen_.pictures[it.picture]; first.page == 0) first = {number_, it.clip};
    }
    void look(const page::Path& it) {
        if (!it.fill.empty()) use(it.fill);
        if (!it.stroke) return;
        use(it.stroke->swatch);
        take(seen_.line, it.stroke->weight);
    }
    void look(const page::LinkArea&) {}

    void use(const std::string& swatch) {
        if (swatch == last_swatch_) return;
        seen_.swatches.try_emplace(swatch, number_);
        last_swatch_ = swatch;
    }
    void take(std::optional<Least>& least, Length value) const {
        if (!least || value < least->value) least = Least{value, number_};
    }

    void look_at_structure() {
        for (std::size_t i = publication_.structure.size(); i-- > 1;) {
            const page::Element& element = publication_.structure[i];
            if (page_of_[i] == 0) continue;
            ++seen_.elements;
            if (const int parent = element.parent.index; parent >= 0) {
                int& page = page_of_[static_cast<std::size_t>(parent)];
                page = page == 0 ? page_of_[i] : std::min(page, page_of_[i]);
            }
            if (element.role != page::Role::figure) continue;
            ++(element.alt.empty() ? seen_.figures_without_alt : seen_.figures);
            if (element.code && element.box) look_at_code({page_of_[i], *element.box, *element.code});
        }
        std::reverse(seen_.codes.begin(), seen_.codes.end());
    }

    // It keeps clear of edges and folds as text does, with the white around it.
    void look_at_code(const PlacedCode& code) {
        seen_.codes.push_back(code);
        number_ = code.page;
        const page::Page& page = publication_.pages[static_cast<std::size_t>(code.page) - 1];
        const Rect& square = code.square;
        take(seen_.edge,
             std::min({square.left, square.top, page.trim.width - square.right(), page.trim.height - square.bottom()}));
        for (const Length fold : page.folds) take(seen_.fold, std::max(square.left - fold, fold - square.right()));
    }

    const page::Publication& publication_;
    const text::InkAbove& above_of_;
    Survey seen_;
    const page::Page* page_ = nullptr;
    int number_ = 0;
    std::vector<int> page_of_;  // of elements: the first page with something in it; 0: none
    std::set<text::FaceId> faces_;
    text::FaceId last_face_;
    std::string last_swatch_;
};

}  // namespace

Survey survey(const page::Publication& publication, const text::InkAbove& above_of) {
    return Surveyor{publication, above_of}.look_at_all();
}

}  // namespace brochure::prepress
