#include <algorithm>
#include <cmath>
#include <cstdio>

#include "page/page.hpp"

namespace brochure::page {
namespace {

/// Three decimals, whatever the locale; "-0.000" is written "0.000".
std::string fixed(double v) {
    const long long thousandths = std::llround(v * 1000);
    const long long whole = std::llabs(thousandths) / 1000, rest = std::llabs(thousandths) % 1000;
    std::string out;
    if (thousandths < 0) out += '-';
    out.append(std::to_string(whole)) += '.';
    const std::string digits = std::to_string(rest);
    out.append(3 - digits.size(), '0');
    return out += digits;
}
std::string fixed(Length v) {
    return fixed(v.pt());
}

/// Without the zeros that say nothing: 22, 9.25.
std::string shortest(double v) {
    std::string text = fixed(v);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

std::string point(Point p) {
    return fixed(p.x) + "," + fixed(p.y);
}
std::string place(const Rect& r) {
    return "x=" + fixed(r.left) + " y=" + fixed(r.top) + " w=" + fixed(r.width) + " h=" + fixed(r.height);
}
std::string corners(const Rect& r) {
    return point({r.left, r.top}) + "+" + fixed(r.width) + "x" + fixed(r.height);
}

/// Writes the lines; holds what they refer to.
class Dump {
public:
    Dump(const Publication& publication, const std::function<std::string(text::FaceId)>& name_of)
        : publication_{publication}, name_of_{name_of}, words_(publication.structure.size()) {}

    std::string all() {
        out_ = "publication " + in_quotes(publication_.name) + " title=" + in_quotes(publication_.title) +
               " author=" + in_quotes(publication_.author) + " lang=" + publication_.lang +
               (publication_.date ? " date=" + *publication_.date : "") + (publication_.facing_pages ? " facing" : "") +
               "\n";
        for (std::size_t i = 0; i < publication_.pages.size(); ++i) page(i);
        for (std::size_t i = 0; i < publication_.pictures.size(); ++i) picture(i);
        for (const OutlineEntry& entry : publication_.outline)
            out_ += "outline " + std::string(static_cast<std::size_t>(entry.level) * 2 - 2, ' ') +
                    in_quotes(entry.title) + " page=" + std::to_string(entry.page + 1) + " y=" + fixed(entry.y) + "\n";
        if (!publication_.structure.empty()) element(0, 0);
        return std::move(out_);
    }

private:
    void page(std::size_t number) {
        const Page& page = publication_.pages[number];
        out_ += "page " + std::to_string(number + 1) + " " + in_quotes(page.label) +
                (page.recto ? " recto " : " verso ") + fixed(page.trim.width) + "x" + fixed(page.trim.height) +
                " bleed=" + fixed(page.bleed);
        for (const Length fold : page.folds) out_ += " fold=" + fixed(fold);
        out_ += '\n';
        for (const Item& item : page.items) {
            out_ += "  ";
            std::visit([this](const auto& it) { write(it); }, item);
            out_ += '\n';
        }
    }

    std::string role(ElementId id) const {
        if (id == artifact) return "artifact";
        const auto index = static_cast<std::size_t>(id.index);
        if (index >= publication_.structure.size()) return "no-such-element";
        return std::string(structure_type(publication_.structure[index].role));
    }

    void write(const PlacedRun& it) {
        const text::GlyphRun& run = it.run;
        out_ += "run x=" + fixed(it.origin.x) + " y=" + fixed(it.origin.y) + " " + name_of_(run.face) + " " +
                shortest(run.size.pt()) + " " + run.swatch + " " + in_quotes(run.text) + " " + role(it.element);
        if (run.has_actual_text) out_ += " actual=" + in_quotes(run.actual_text);
        if (!run.lang.empty() && run.lang != publication_.lang) out_ += " lang=" + run.lang;
        if (run.rtl) out_ += " rtl";
        if (it.element != artifact && static_cast<std::size_t>(it.element.index) < words_.size())
            words_[static_cast<std::size_t>(it.element.index)] += run.has_actual_text ? run.actual_text : run.text;
    }

    void write(const PlacedPicture& it) {
        out_ += "picture " + std::to_string(it.picture) + " " + place(it.frame);
        if (it.clip != it.frame) out_.append(" clip=").append(corners(it.clip));
        out_.append(" ").append(role(it.element));
    }

    void write(const Path& it) {
        out_ += "path";
        if (!it.fill.empty()) out_ += " fill=" + it.fill + (it.even_odd ? " even-odd" : "");
        if (it.stroke)
            out_ +=
                " stroke=" + it.stroke->swatch + "," + fixed(it.stroke->weight) + (it.stroke->round ? ",round" : "");
        if (it.clip) out_ += " clip=" + corners(*it.clip);
        if (it.segments.size() > most_segments)
            outline_of(it);
        else
            for (const PathSegment& segment : it.segments) write(segment);
        out_ += " " + role(it.element);
    }

    void write(const PathSegment& s) {
        using Kind = PathSegment::Kind;
        if (s.kind == Kind::move) out_ += " m " + point(s.a);
        if (s.kind == Kind::line) out_ += " l " + point(s.a);
        if (s.kind == Kind::curve) out_ += " c " + point(s.a) + " " + point(s.b) + " " + point(s.c);
        if (s.kind == Kind::close) out_ += " z";
    }

    /// Coasts have thousands of segments: how many, and the box they fill, say enough.
    void outline_of(const Path& it) {
        Point low = it.segments.front().a, high = low;
        for (const PathSegment& s : it.segments) {
            if (s.kind == PathSegment::Kind::close) continue;
            const Point end = s.kind == PathSegment::Kind::curve ? s.c : s.a;
            low = {std::min(low.x, end.x), std::min(low.y, end.y)};
            high = {std::max(high.x, end.x), std::max(high.y, end.y)};
        }
        out_ += " " + std::to_string(it.segments.size()) + " segments in " +
                corners({low.x, low.y, high.x - low.x, high.y - low.y});
    }

    void write(const LinkArea& it) {
        out_ += "link " + place(it.rect) + " " + role(it.element);
        if (it.element != artifact && static_cast<std::size_t>(it.element.index) < publication_.structure.size())
            out_ += " " + in_quotes(publication_.structure[static_cast<std::size_t>(it.element.index)].url);
    }

    void picture(std::size_t number) {
        const Picture& it = publication_.pictures[number];
        out_ += "photo " + std::to_string(number) + " " + in_quotes(it.photo.file.filename().string()) + " " +
                std::to_string(it.photo.width) + "x" + std::to_string(it.photo.height) +
                " crop=" + fixed(it.crop.left) + "," + fixed(it.crop.top) + "+" + fixed(it.crop.width) + "x" +
                fixed(it.crop.height) + " placed=" + fixed(it.placed.width) + "x" + fixed(it.placed.height) + "\n";
    }

    void element(std::size_t index, std::size_t depth) {
        const Element& it = publication_.structure[index];
        out_ += std::string(depth * 2, ' ') + std::string(structure_type(it.role));
        if (!words_[index].empty()) out_ += " " + in_quotes(words_[index]);
        if (!it.lang.empty()) out_ += " lang=" + it.lang;
        if (!it.title.empty()) out_ += " title=" + in_quotes(it.title);
        if (!it.alt.empty()) out_ += " alt=" + in_quotes(it.alt);
        if (!it.url.empty()) out_ += " url=" + in_quotes(it.url);
        if (!it.scope.empty()) out_ += " scope=" + it.scope;
        if (!it.numbering.empty()) out_ += " numbering=" + it.numbering;
        if (it.column_span != 1) out_ += " columns=" + std::to_string(it.column_span);
        if (it.row_span != 1) out_ += " rows=" + std::to_string(it.row_span);
        if (it.box) out_ += " box=" + corners(*it.box);
        out_ += '\n';
        for (const ElementId child : it.children)
            if (static_cast<std::size_t>(child.index) < publication_.structure.size() && depth < deepest)
                element(static_cast<std::size_t>(child.index), depth + 1);
    }

    static constexpr std::size_t most_segments = 40;
    static constexpr std::size_t deepest = 100;  // a tree that is none must still end

    const Publication& publication_;
    const std::function<std::string(text::FaceId)>& name_of_;
    std::vector<std::string> words_;  // of each element
    std::string out_;
};

}  // namespace

std::string dump(const Publication& publication, const std::function<std::string(text::FaceId)>& name_of) {
    return Dump{publication, name_of}.all();
}

}  // namespace brochure::page
