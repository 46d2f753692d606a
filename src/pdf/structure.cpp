#include "pdf/structure.hpp"

#include <algorithm>
#include <cassert>

#include "pdf/operators.hpp"
#include "pdf/trees.hpp"

namespace brochure::pdf {

std::vector<std::string_view> languages(const page::Publication& publication) {
    std::vector<std::string_view> list;
    list.reserve(publication.structure.size());
    for (const page::Element& element : publication.structure) {
        const auto parent = static_cast<std::size_t>(element.parent.index);
        list.push_back(!element.lang.empty()  ? std::string_view{element.lang}
                       : parent < list.size() ? list[parent]
                                              : std::string_view{publication.lang});
    }
    return list;
}

namespace {

// Content of an element: a sequence of a sheet.
struct Part {
    std::size_t page = 0, sheet = 0;
    int mcid = 0;
};

class Structure {
public:
    Structure(const prepress::Sheets& sheets, const std::vector<Content>& contents, const std::vector<Ref>& pages,
              const std::vector<PlacedLink>& links, HaruDocument& document)
        : sheets_{sheets},
          elements_{sheets.publication->structure},
          contents_{contents},
          pages_{pages},
          links_{links},
          document_{document} {}

    std::string add() {
        gather_parts();
        gather_links();
        keep();
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (kept_[i]) refs_[i] = document_.reserve();
        root_ = document_.reserve();
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (kept_[i]) define(i);
        std::string out = "/Type/StructTreeRoot";
        if (!elements_.empty()) put(out += "/K ", refs_[0]);
        out += "/ParentTree ";
        put(out, document_.add(number_tree(parents(), document_)));
        put(out += "/ParentTreeNextKey ", static_cast<std::int64_t>(contents_.size() + links_.size()));
        if (!ids_.empty()) put(out += "/IDTree ", document_.add(name_tree(ids_, document_)));
        document_.define(root_, out);
        out = "/MarkInfo<</Marked true>>/StructTreeRoot ";
        put(out, root_);
        return out;
    }

private:
    static std::size_t at(page::ElementId id) { return static_cast<std::size_t>(id.index); }

    // Parts of an element are parts_[first_[i]] to parts_[first_[i + 1]], in the order of pages and their items.
    void gather_parts() {
        first_.assign(elements_.size() + 1, 0);
        for (const Content& content : contents_)
            for (const Mark& mark : content.marks) ++first_[at(mark.element) + 1];
        for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
        parts_.resize(first_.back());
        std::vector<std::size_t> next{first_.begin(), first_.end() - 1};
        for (std::size_t s = 0; s < contents_.size(); ++s)
            for (std::size_t m = 0; m < contents_[s].marks.size(); ++m) {
                const Mark& mark = contents_[s].marks[m];
                parts_[next[at(mark.element)]++] = {mark.page, s, static_cast<int>(m)};
            }
        for (std::size_t i = 0; i < elements_.size(); ++i)
            std::stable_sort(parts_.begin() + static_cast<std::ptrdiff_t>(first_[i]),
                             parts_.begin() + static_cast<std::ptrdiff_t>(first_[i + 1]),
                             [](const Part& a, const Part& b) { return a.page < b.page; });
    }

    void gather_links() {
        links_of_.resize(elements_.size());
        for (const PlacedLink& link : links_) links_of_[at(link.element)].push_back(&link);
    }

    // Children stand behind their parents in the list, so one walk backwards sees them first. An empty element would be
    // read aloud as one; an empty cell keeps its column.
    void keep() {
        kept_.assign(elements_.size(), false);
        refs_.resize(elements_.size());
        parents_.resize(elements_.size());
        for (std::size_t i = elements_.size(); i-- > 0;) {
            const page::Role role = elements_[i].role;
            bool keep = i == 0 || first_[i] < first_[i + 1] || !links_of_[i].empty() || role == page::Role::data_cell ||
                        role == page::Role::head_cell;
            for (const page::ElementId child : elements_[i].children) {
                assert(at(child) > i);
                keep = keep || kept_[at(child)];
            }
            kept_[i] = keep;
        }
    }

    void define(std::size_t i) {
        const page::Element& element = elements_[i];
        std::string out = "/S";
        put_name(out, page::structure_type(element.role));
        put(out += "/P ", i == 0 ? root_ : parents_[i] ? parents_[i] : refs_[at(element.parent)]);
        if (!element.lang.empty()) put_text(out += "/Lang", element.lang);
        if (!element.title.empty()) put_text(out += "/T", element.title);
        if (!element.alt.empty()) put_text(out += "/Alt", element.alt);
        if (element.role == page::Role::note) identify(i, out);
        attributes(element, i, out);
        kids(i, out);
        document_.define(refs_[i], out);
    }

    // PDF/UA-1, 7.9: a note has an ID of its own. Padded, so that the order of numbers is that of bytes.
    void identify(std::size_t i, std::string& out) {
        std::string number = std::to_string(i);
        number.insert(0, 8 - std::min<std::size_t>(number.size(), 8), '0');
        const std::string id = "note-" + number;
        put_bytes(out += "/ID", id);
        ids_.emplace_back(id, std::string{});
        put(ids_.back().second, refs_[i]);
    }

    void attributes(const page::Element& element, std::size_t i, std::string& out) {
        std::string list;
        if (element.role == page::Role::figure) {
            if (const auto box = box_of(element, i)) list += "<</O/Layout/Placement/Block/BBox[" + *box + "]>>";
        }
        if (!element.numbering.empty()) {
            put_name(list += "<</O/List/ListNumbering", element.numbering);
            list += ">>";
        }
        if (element.role == page::Role::head_cell || element.role == page::Role::data_cell) {
            std::string cell;
            if (!element.scope.empty()) put_name(cell += "/Scope", element.scope);
            if (element.column_span > 1) put(cell += "/ColSpan ", element.column_span);
            if (element.row_span > 1) put(cell += "/RowSpan ", element.row_span);
            if (!cell.empty()) list += "<</O/Table" + cell + ">>";
        }
        if (!list.empty()) out += "/A[" + list + "]";
    }

    // The figure's box on the sheet of its first content: as given, else what its pictures cover.
    std::optional<std::string> box_of(const page::Element& element, std::size_t i) const {
        if (first_[i] == first_[i + 1]) return std::nullopt;
        const Part& part = parts_[first_[i]];
        const prepress::Sheet& sheet = sheets_.sheets[part.sheet];
        const auto placed = std::find_if(sheet.pages.begin(), sheet.pages.end(),
                                         [&](const prepress::Placed& it) { return it.page == part.page; });
        std::optional<Rect> box = element.box;
        if (!box) {
            for (const page::Item& item : sheets_.publication->pages[part.page].items)
                if (const auto* picture = std::get_if<page::PlacedPicture>(&item))
                    if (at(picture->element) == i) box = picture->clip;
        }
        if (!box || placed == sheet.pages.end()) return std::nullopt;
        const Door door{sheet.media.height, placed->origin};
        std::string out;
        put_real(out, door.x(box->left));
        put_real(out += ' ', door.y(box->bottom()));
        put_real(out += ' ', door.x(box->right()));
        put_real(out += ' ', door.y(box->top));
        return out;
    }

    void kids(std::size_t i, std::string& out) {
        std::vector<std::string> list;
        const bool content = first_[i] < first_[i + 1];
        const std::size_t own_sheet = content ? parts_[first_[i]].sheet : 0;
        if (content) put(out += "/Pg ", pages_[own_sheet]);
        for (std::size_t p = first_[i]; p < first_[i + 1]; ++p) {
            list.emplace_back();
            if (parts_[p].sheet == own_sheet) {
                put(list.back(), parts_[p].mcid);
            } else {
                put(list.back() += "<</Type/MCR/Pg ", pages_[parts_[p].sheet]);
                put(list.back() += "/MCID ", parts_[p].mcid);
                list.back() += ">>";
            }
        }
        for (const PlacedLink* link : links_of_[i]) {
            list.emplace_back("<</Type/OBJR/Pg ");
            put(list.back(), pages_[link->sheet]);
            put(list.back() += "/Obj ", link->annotation);
            list.back() += ">>";
        }
        std::vector<std::size_t> children;
        for (const page::ElementId child : elements_[i].children)
            if (kept_[at(child)]) children.push_back(at(child));
        put_children(i, children, list);
        if (list.empty()) return;
        out += "/K";
        if (list.size() == 1 && list[0].front() != '<') {
            out += " " + list[0];
            return;
        }
        out += "[";
        for (const std::string& kid : list) out += kid + " ";
        out.back() = ']';
    }

    // Thousands of children are put into groups that mean nothing (14.8.4.2, NonStruct), since readers of PDF 1.7 may
    // stop at 8,191 items of an array (annex C).
    void put_children(std::size_t i, const std::vector<std::size_t>& children, std::vector<std::string>& list) {
        constexpr std::size_t most = 4096;
        const auto reference = [](Ref ref) {
            std::string text;
            put(text, ref);
            return text;
        };
        if (children.size() <= most) {
            for (const std::size_t child : children) list.push_back(reference(refs_[child]));
            return;
        }
        for (std::size_t begin = 0; begin < children.size(); begin += most) {
            const Ref group = document_.reserve();
            std::string out = "/S/NonStruct/P ";
            put(out, refs_[i]);
            out += "/K[";
            for (std::size_t k = begin; k < std::min(begin + most, children.size()); ++k) {
                put(out, refs_[children[k]]);
                out += ' ';
                parents_[children[k]] = group;  // children are defined later than their parent
            }
            out.back() = ']';
            document_.define(group, out);
            list.push_back(reference(group));
        }
    }

    std::vector<std::pair<std::int64_t, std::string>> parents() const {
        std::vector<std::pair<std::int64_t, std::string>> list;
        list.reserve(contents_.size() + links_.size());
        for (std::size_t s = 0; s < contents_.size(); ++s) {
            std::string out = "[";
            for (const Mark& mark : contents_[s].marks) put(out, refs_[at(mark.element)]), out += ' ';
            list.emplace_back(static_cast<std::int64_t>(s), out + "]");
        }
        for (const PlacedLink& link : links_) {
            list.emplace_back(link.key, std::string{});
            put(list.back().second, refs_[at(link.element)]);
        }
        return list;
    }

    const prepress::Sheets& sheets_;
    const std::vector<page::Element>& elements_;
    const std::vector<Content>& contents_;
    const std::vector<Ref>& pages_;
    const std::vector<PlacedLink>& links_;
    HaruDocument& document_;

    std::vector<std::size_t> first_;
    std::vector<Part> parts_;
    std::vector<std::vector<const PlacedLink*>> links_of_;
    std::vector<bool> kept_;
    std::vector<Ref> refs_, parents_;  // parents_: of those in a group
    std::vector<std::pair<std::string, std::string>> ids_;
    Ref root_;
};

}  // namespace

std::string add_structure(const prepress::Sheets& sheets, const std::vector<Content>& contents,
                          const std::vector<Ref>& pages, const std::vector<PlacedLink>& links, HaruDocument& document) {
    return Structure{sheets, contents, pages, links, document}.add();
}

}  // namespace brochure::pdf
