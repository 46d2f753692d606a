#include "design/check.hpp"

#include <algorithm>
#include <set>

#include "design/tables.hpp"

namespace brochure::design {

using yaml::Kind;
using yaml::Node;

std::vector<std::string_view> names_in(const Node& root, std::string_view key) {
    std::vector<std::string_view> names;
    if (const Node* map = root.find(key))
        for (const auto& entry : map->entries) names.push_back(entry.key.value);
    return names;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
    constexpr std::size_t most = 500;  // a list that nobody wrote by hand; comparing with all of it takes long
    if (known.size() > most) return {};
    const auto meant = yaml::nearest(word, known);
    return meant.empty() ? std::string{} : "did you mean '" + std::string{meant} + "'?";
}

namespace {

/// The names that one part of the file declares, for looking up the names that another part uses.
class Names {
public:
    Names(const Checking& checking, std::string_view thing, std::vector<std::string_view> known)
        : checking_{checking}, thing_{thing}, known_{std::move(known)}, set_(known_.begin(), known_.end()) {}
    /// `part`: the key under which they stand, which every design has. Where it is missing, that alone is told.
    Names(const Checking& checking, std::string_view thing, std::string_view part)
        : Names{checking, thing, names_in(checking.root, part)} {
        part_is_missing_ = checking.root.find(part) == nullptr;
    }

    bool has(std::string_view name) const { return set_.contains(name); }

    /// Reports every scalar of `node`, which is one or a list of them, that is not among the names.
    void check(const Node* node) const {
        if (node == nullptr || part_is_missing_) return;
        for (const Node& item : node->items) check(&item);
        if (node->kind != Kind::scalar || has(node->scalar)) return;
        checking_.found.error(node->where, "unknown-" + std::string{thing_},
                              "there is no " + std::string{thing_} + " '" + node->scalar + "'",
                              did_you_mean(node->scalar, known_));
    }

private:
    const Checking& checking_;
    std::string_view thing_;
    bool part_is_missing_ = false;
    std::vector<std::string_view> known_;
    std::set<std::string_view> set_;
};

const Node* value_of_kind(const Node& frame, FrameKind kind) {
    return frame.find(name_of(kind));
}

bool yes(const Node& master, std::string_view key) {
    const Node* node = master.find(key);
    return node != nullptr && (node->scalar == "yes" || node->scalar == "true");
}

/// Two spellings of one key.
void check_said_once(const Node& frame, std::string_view one, std::string_view other, Diagnostics& found) {
    const Node* first = frame.find(one);
    const Node* second = frame.find(other);
    if (first == nullptr || second == nullptr) return;
    found.error(std::max(first->where, second->where), "said-twice",
                "'" + std::string{one} + "' and '" + std::string{other} + "' say the same thing",
                "leave one of them out");
}

/// A frame of words or a rule must say where it stands; pictures and panels may take a whole page.
void check_place(const Node& frame, FrameKind kind, Diagnostics& found) {
    const auto wants = [&](std::initializer_list<std::string_view> keys, std::string_view words) {
        if (frame.find("below") != nullptr ||
            std::any_of(keys.begin(), keys.end(), [&](auto key) { return frame.find(key) != nullptr; }))
            return;
        found.error(frame.where, "no-place",
                    "this " + std::string{name_of(kind)} + " frame does not say where it stands",
                    "give it " + std::string{words});
    };
    switch (kind) {
        case FrameKind::text:
            wants({"baseline", "bottom"}, "'baseline', or 'bottom' for its last line");
            break;
        case FrameKind::flow:
        case FrameKind::list:
            wants({"top", "baseline"}, "'top'");
            break;
        case FrameKind::rule:
            wants({"y", "top"}, "'y'");
            break;
        default:
            break;
    }
}

void check_frame(const Node& master, const Node& frame, FrameKind kind, const Names& styles, const Names& swatches,
                 const Names& palettes, Diagnostics& found) {
    palettes.check(frame.find("palette"));
    styles.check(frame.find("style"));
    styles.check(frame.find("styles"));
    if (kind == FrameKind::panel || kind == FrameKind::rule) swatches.check(value_of_kind(frame, kind));
    check_said_once(frame, "on", "page", found);
    check_said_once(frame, "style", "styles", found);
    check_said_once(frame, "top", "y", found);
    check_place(frame, kind, found);
    for (const auto key : {"on", "page"})
        if (const Node* on = frame.find(key); on != nullptr && on->scalar != "first" && !yes(master, "spread"))
            found.error(on->where, "not-a-spread", "this master is a single page: there is no second one",
                        "write 'spread: yes' in the master, or leave '" + std::string{key} + "' out");
}

/// `continues` names a flow of the same master, and the chain comes to an end.
void check_threads(const Checking& checking, const Node& frames) {
    std::vector<std::string_view> flows;
    for (const Node& frame : frames.items)
        if (const Node* id = frame.find("id"); id != nullptr && kind_of(frame) == FrameKind::flow)
            flows.push_back(id->scalar);
    const Names known{checking, "flow", flows};
    std::map<std::string_view, const Node*> next;
    for (const Node& frame : frames.items) {
        const Node* target = frame.find("continues");
        if (target == nullptr || kind_of(frame) != FrameKind::flow) continue;
        known.check(target);
        const Node* id = frame.find("id");
        if (id != nullptr) next.insert_or_assign(id->scalar, target);
    }
    std::set<std::string_view> done;
    for (const auto& [start, first] : next) {
        std::set<std::string_view> path;
        for (auto at = next.find(start); at != next.end() && !done.contains(at->first);
             at = next.find(at->second->scalar)) {
            path.insert(at->first);
            if (!path.contains(at->second->scalar)) continue;
            checking.found.error(at->second->where, "thread-circle", "this thread comes back to a frame it has been in",
                                 "the last frame of a thread has no 'continues'");
            break;
        }
        done.merge(path);
    }
}

/// The side of the sheet on which each panel of any format lies, by its name.
std::map<std::string_view, std::string_view> sides_of_panels(const Node& root) {
    std::map<std::string_view, std::string_view> sides;
    const Node* formats = root.find("formats");
    if (formats == nullptr) return sides;
    for (const auto& format : formats->entries) {
        const Node* panels = format.value.find("panels");
        if (panels == nullptr) continue;
        for (const auto& side : panels->entries)
            for (const Node& panel : side.value.items)
                if (const Node* name = panel.find("name")) sides.emplace(name->scalar, side.key.value);
    }
    return sides;
}

/// Panels that frames stand in are those of some format, and all of one side of the sheet.
void check_panels(const Checking& checking, const Node& frames) {
    const auto sides = sides_of_panels(checking.root);
    std::vector<std::string_view> panels;
    for (const auto& [panel, side] : sides) panels.push_back(panel);
    const Names known{checking, "panel", panels};
    std::string_view first;
    for (const Node& frame : frames.items) {
        const Node* in = frame.find("in");
        known.check(in);
        const auto side = in == nullptr ? sides.end() : sides.find(in->scalar);
        if (side == sides.end()) continue;
        if (first.empty()) first = side->second;
        if (side->second != first)
            checking.found.error(in->where, "contradiction",
                                 "the panel '" + in->scalar + "' is on the " + std::string{side->second} +
                                     ", those of the frames above on the " + std::string{first},
                                 "a master is one side of the sheet: make another for this panel");
    }
}

/// A master has frames, of its own or those of its parts, which have no parts themselves.
void check_parts(const Checking& checking, const Node& master) {
    const Node* with = master.find("with");
    if (with == nullptr && master.find("frames") == nullptr && master.kind == Kind::map)
        checking.found.error(master.where, "missing-key", "'frames' is missing from 'master'",
                             "frames: [{text: name, columns: 1-6, baseline: 60, style: label}]");
    if (with == nullptr) return;
    const Names masters{checking, "master", names_in(checking.root, "masters")};
    masters.check(with);
    const auto look = [&](const Node& name) {
        const auto part = checking.design.masters.find(name.scalar);
        if (part != checking.design.masters.end() && !part->second.with.empty())
            checking.found.error(name.where, "parts-of-parts", "'" + name.scalar + "' is itself made of parts",
                                 "name its parts here");
    };
    if (with->kind == Kind::scalar) look(*with);
    for (const Node& name : with->items) look(name);
}

/// A section has masters, or stands for other sections that have.
void check_section(const Checking& checking, const Located<std::string>& name, const Node& section,
                   const Names& masters) {
    for (const auto key : {"variants", "otherwise", "continues"}) masters.check(section.find(key));
    const Node* parts = section.find("made-of");
    if (parts == nullptr) {
        if (section.kind == Kind::map && section.find("variants") == nullptr)
            checking.found.error(section.where, "missing-key", "'variants' is missing from 'section'",
                                 "variants: [city-plate, city-page], or `made-of:` with sections that have them");
        return;
    }
    if (const Node* variants = section.find("variants"))
        checking.found.error(std::max(variants->where, parts->where), "contradiction",
                             "'" + name.value + "' is made of other sections and has masters of its own",
                             "leave one of the two out");
    auto known = names_in(checking.root, "sections");
    known.push_back("cities");
    const Names sections{checking, "section", known};
    sections.check(parts);
    for (const Node& part : parts->items)
        if (const auto found = checking.design.sections.find(part.scalar);
            found != checking.design.sections.end() && !found->second.made_of.empty())
            checking.found.error(part.where, "parts-of-parts", "'" + part.scalar + "' is itself made of sections",
                                 "name its sections here");
}

/// The formats that `large-print:` speaks of are the design's own; of which design the others are, is for the project
/// to say.
void check_large_print(const Checking& checking) {
    const Node* large = checking.root.find("large-print");
    const Node* formats = large == nullptr ? nullptr : large->find("formats");
    if (formats == nullptr) return;
    const auto known = names_in(checking.root, "formats");
    for (const auto& entry : formats->entries)
        if (std::find(known.begin(), known.end(), entry.key.value) == known.end())
            checking.found.error(entry.key.where, "unknown-format",
                                 "this design has no format '" + entry.key.value + "'",
                                 did_you_mean(entry.key.value, known));
}

void check_master(const Checking& checking, const Node& master, const Names& styles, const Names& swatches,
                  const Names& palettes) {
    const bool recto = yes(master, "recto"), verso = yes(master, "verso"), spread = yes(master, "spread");
    if (recto && verso)
        checking.found.error(master.find("verso")->where, "contradiction", "a page is a recto or a verso, not both",
                             "leave both out for a page that may stand on either side");
    else if (spread && (recto || verso))
        checking.found.error(master.find(recto ? "recto" : "verso")->where, "contradiction",
                             "a spread has a verso and a recto", "leave this key out");
    if (yes(master, "mirror") && !spread)
        checking.found.error(master.find("mirror")->where, "contradiction", "only a spread can be mirrored",
                             "a single page follows its side by itself: use 'outer-4' and 'inner-2'");
    const Node* frames = master.find("frames");
    check_parts(checking, master);
    if (frames == nullptr) return;
    for (const Node& frame : frames->items)
        if (const auto kind = kind_of(frame))
            check_frame(master, frame, *kind, styles, swatches, palettes, checking.found);
    check_threads(checking, *frames);
    check_panels(checking, *frames);
}

}  // namespace

void check_references(const Checking& checking) {
    const Node& root = checking.root;
    const Names swatches{checking, "swatch", "swatches"};
    const Names styles{checking, "style", "styles"};
    const Names palettes{checking, "palette", names_in(root, "palettes")};
    const Names masters{checking, "master", "masters"};
    if (const Node* all = root.find("styles"))
        for (const auto& style : all->entries) swatches.check(style.value.find("swatch"));
    if (const Node* all = root.find("palettes"))
        for (const auto& palette : all->entries)
            for (const auto& colour : palette.value.entries) swatches.check(&colour.value);
    if (root.find("styles") != nullptr && !swatches.has("ink"))
        if (const Node* all = root.find("swatches"); all != nullptr && all->kind == Kind::map)
            checking.found.error(all->where, "unknown-swatch",
                                 "there is no swatch 'ink', in which text is set by default",
                                 "ink: {srgb: \"#1A1A1A\", cmyk: [0, 0, 0, 100], overprint: yes}");
    if (const Node* all = root.find("masters"))
        for (const auto& master : all->entries) {
            check_master(checking, master.value, styles, swatches, palettes);
            for (const auto key : {"apart", "beside", "leads", "same-as"}) masters.check(master.value.find(key));
        }
    if (const Node* all = root.find("sections"))
        for (const auto& section : all->entries) check_section(checking, section.key, section.value, masters);
    if (const Node* all = root.find("masters"))
        for (const auto& master : all->entries)
            if (const Node* next = master.value.find("continues"); next != nullptr && next->scalar != "none")
                masters.check(next);
    for (const auto key : {"fill", "fill-end"}) masters.check(root.find(key));
    check_large_print(checking);
}

}  // namespace brochure::design
