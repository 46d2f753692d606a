#include "pdf/writer.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <utility>

#include "base/parallel.hpp"
#include "pdf/content.hpp"
#include "pdf/metadata.hpp"
#include "pdf/navigation.hpp"
#include "pdf/operators.hpp"
#include "pdf/output.hpp"
#include "pdf/picture.hpp"
#include "pdf/print.hpp"
#include "pdf/shared_parts.hpp"
#include "pdf/structure.hpp"
#include "pdf/trees.hpp"

namespace brochure::pdf {
namespace {

// A publication on its way to a file: each step fills what the next one reads.
class Writer {
public:
    Writer(const prepress::Sheets& sheets, const std::vector<image::Raster>& rasters, const Faces& faces,
           const Target& target, Diagnostics& found)
        : sheets_{sheets},
          publication_{*sheets.publication},
          rasters_{rasters},
          faces_{faces},
          target_{target},
          found_{found},
          document_{target.print                                 ? version_of(*target.print)
                    : sheets.edition == prepress::Edition::print ? 16
                                                                 : 17} {}

    std::optional<Written> write(const std::filesystem::path& file) {
        if (!make_fonts()) return std::nullopt;
        look_up();
        paint_sheets();
        add_pages();
        add_catalogue();
        return save(file);
    }

private:
    bool make_fonts() {
        std::vector<const page::PlacedRun*> marks;
        for (const prepress::Sheet& sheet : sheets_.sheets)
            for (const page::Item& item : sheet.marks)
                if (const auto* placed = std::get_if<page::PlacedRun>(&item)) marks.push_back(placed);
        // What stands in a slug line belongs to this file alone.
        const bool shared = target_.shared && marks.empty();
        fonts_ = shared ? target_.shared->fonts(publication_, [&] { return subset_faces({}); }) : subset_faces(marks);
        if (!fonts_) {
            found_.failure("font-cannot-be-embedded", "cannot make a subset of a font of '" + publication_.name + "'");
            return false;
        }
        for (std::size_t i = 0; i < fonts_->size(); ++i) {
            const auto face = static_cast<std::size_t>((*fonts_)[i].use.face.index);
            if (resources_.font_of_face.size() <= face) resources_.font_of_face.resize(face + 1, -1);
            resources_.font_of_face[face] = static_cast<int>(i);
        }
        resources_.fonts = *fonts_;
        return true;
    }

    // Null when HarfBuzz cannot.
    FontList subset_faces(const std::vector<const page::PlacedRun*>& marks) const {
        std::vector<FaceUse> uses = gather(publication_, faces_, target_.cores, marks);
        std::vector<std::optional<Font>> made(uses.size());
        parallel_for(uses.size(), target_.cores,
                     [&](std::size_t i) { made[i] = make_font(std::move(uses[i]), faces_(uses[i].face)); });
        auto fonts = std::make_shared<std::vector<Font>>();
        for (auto& font : made) {
            if (!font) return nullptr;
            fonts->push_back(std::move(*font));
        }
        return fonts;
    }

    void look_up() {
        assert(rasters_.size() >= publication_.pictures.size());
        resources_.publication = &publication_;
        resources_.edition = sheets_.edition;
        resources_.rasters = &rasters_;
        resources_.language = languages(publication_);
        for (const Swatch& swatch : publication_.swatches)
            resources_.inks.emplace(swatch.name, ink_of(swatch, sheets_.edition));
        resources_.inks.emplace(prepress::registration, Ink{"/All cs 1 scn\n", "/All CS 1 SCN\n", false});
        std::map<std::uint64_t, std::size_t> by_identity;
        for (std::size_t i = 0; i < rasters_.size(); ++i)
            resources_.distinct.push_back(by_identity.emplace(rasters_[i].identity, i).first->second);
    }

    void paint_sheets() {
        contents_.resize(sheets_.sheets.size());
        parallel_for(contents_.size(), target_.cores,
                     [&](std::size_t i) { contents_[i] = paint(sheets_.sheets[i], resources_); });
    }

    // Fonts and graphics states are the same for all pages, so one dictionary of each will do.
    void add_resources() {
        std::string fonts;
        for (std::size_t i = 0; i < resources_.fonts.size(); ++i) {
            put(fonts += "/F", static_cast<std::int64_t>(i));
            put(fonts += ' ', embed(resources_.fonts[i], document_));
        }
        put(shared_ += "/Font ", document_.add(fonts));
        if (sheets_.edition != prepress::Edition::print) return;
        std::string states;
        for (int i = 0; i < 4; ++i) {
            put(states += "/G", i);
            states += "<</Type/ExtGState/OPM 1/op ";
            states += i & 1 ? "true/OP " : "false/OP ";
            states += i & 2 ? "true>>" : "false>>";
        }
        put(shared_ += "/ExtGState ", document_.add(states));
        if (std::any_of(sheets_.sheets.begin(), sheets_.sheets.end(), [](const auto& it) { return !it.marks.empty(); }))
            shared_ += registration_space;
    }

    void add_pages() {
        add_resources();
        PictureWriter writer{sheets_.edition, document_};
        for (const Content& content : contents_)
            for (const std::size_t picture : content.pictures)
                if (!pictures_[picture]) pictures_[picture] = writer.add(rasters_[picture]);
        for (std::size_t i = 0; i < contents_.size(); ++i) pages_.push_back(document_.reserve());
        const std::vector<Ref> parents = page_tree(pages_, document_);
        for (std::size_t i = 0; i < contents_.size(); ++i) add_page(i, parents[i]);
    }

    void add_page(std::size_t i, Ref parent) {
        const prepress::Sheet& sheet = sheets_.sheets[i];
        std::string out = "/Type/Page/Parent ";
        put(out, parent);
        put_real(out += "/MediaBox[0 0 ", sheet.media.width.pt());
        put_real(out += ' ', sheet.media.height.pt());
        out += "]";
        if (sheets_.edition == prepress::Edition::print) {
            box(out += "/TrimBox", sheet.trim, sheet.media.height);
            box(out += "/BleedBox", sheet.bleed, sheet.media.height);
        }
        out += "/Resources<<" + shared_;
        if (!contents_[i].pictures.empty()) {
            out += "/XObject<<";
            for (const std::size_t picture : contents_[i].pictures) {
                put(out += "/I", static_cast<std::int64_t>(picture));
                put(out += ' ', pictures_[picture]);
            }
            out += ">>";
        }
        out += ">>/Contents ";
        put(out, document_.add("/Filter/FlateDecode", {std::move(contents_[i].stream)}));
        add_links(i, out);
        put(out += "/Tabs/S/StructParents ", static_cast<std::int64_t>(i));
        document_.define(pages_[i], out);
    }

    static void box(std::string& out, const Rect& rect, Length height) {
        const Door door{height, {}};
        put_real(out += '[', door.x(rect.left));
        put_real(out += ' ', door.y(rect.bottom()));
        put_real(out += ' ', door.x(rect.right()));
        put_real(out += ' ', door.y(rect.top));
        out += ']';
    }

    void add_links(std::size_t sheet, std::string& out) {
        if (contents_[sheet].links.empty()) return;
        out += "/Annots[";
        for (const Link& link : contents_[sheet].links) {
            const page::Element& element = publication_.structure[static_cast<std::size_t>(link.element.index)];
            const std::string& words = !element.alt.empty()     ? element.alt
                                       : !element.title.empty() ? element.title
                                                                : element.url;
            const std::string action = link_action(sheets_, pages_, element.url);
            if (action.empty()) continue;
            const int key = static_cast<int>(contents_.size() + links_.size());
            links_.push_back({document_.add(link_annotation(link.rect, action, words, key)), link.element, sheet, key});
            put(out, links_.back().annotation);
            out += ' ';
        }
        if (out.back() == ' ') out.pop_back();  // none at all, where every page they lead to is on no sheet
        out += ']';
    }

    void add_catalogue() {
        std::string out = add_structure(sheets_, contents_, pages_, links_, document_);
        out += add_outline(sheets_, pages_, document_);
        out += add_labels(sheets_, document_);
        const std::string intent = add_output_intent(sheets_.edition, target_, document_);
        out += intent;
        if (!publication_.lang.empty()) put_text(out += "/Lang", publication_.lang);
        out += viewer_preferences(sheets_);
        if (publication_.facing_pages && sheets_.edition == prepress::Edition::screen)
            out += "/PageLayout/TwoPageRight";
        id_ = document_.identity();
        Target target = target_;
        target.claims.pdf_a = target.claims.pdf_a && !intent.empty();  // else nobody could tell what its colours are
        out += add_metadata(publication_, target, document_);
        document_.catalog(out);
    }

    std::optional<Written> save(const std::filesystem::path& file) {
        Output output{file};
        if (document_.write(output, id_) && output.commit()) return Written{sheets_.sheets.size(), output.size()};
        if (!output.problem().empty())
            found_.failure("cannot-write", output.problem());
        else
            found_.failure("cannot-write", "cannot write " + file.string() + ": libharu gave up (error " +
                                               std::to_string(document_.error() ? document_.error()->code : 0) + ")");
        return std::nullopt;
    }

    const prepress::Sheets& sheets_;
    const page::Publication& publication_;
    const std::vector<image::Raster>& rasters_;
    const Faces& faces_;
    const Target& target_;
    Diagnostics& found_;
    HaruDocument document_;

    FontList fonts_;
    Resources resources_;
    std::vector<Content> contents_;
    std::string shared_, id_;
    std::map<std::size_t, Ref> pictures_;
    std::vector<Ref> pages_;
    std::vector<PlacedLink> links_;
};

}  // namespace

std::optional<Written> write_document(const prepress::Sheets& sheets, const std::vector<image::Raster>& rasters,
                                      const Faces& faces, const Target& target, const std::filesystem::path& file,
                                      Diagnostics& found) {
    return Writer{sheets, rasters, faces, target, found}.write(file);
}

}  // namespace brochure::pdf
