#pragma once
#include <string>

#include "base/geometry.hpp"
#include "pdf/syntax.hpp"

/// Pairs of content operators as scopes: what a guard opens, its destructor closes. Marked content has marks.hpp.
namespace brochure::pdf {

/// `q` and `Q`.
class SavedState {
public:
    explicit SavedState(std::string& out) : out_{out} { out_ += "q\n"; }
    ~SavedState() { out_ += "Q\n"; }
    SavedState(const SavedState&) = delete;
    SavedState& operator=(const SavedState&) = delete;

private:
    std::string& out_;
};

/// `BT` and `ET`.
class TextObject {
public:
    explicit TextObject(std::string& out) : out_{out} { out_ += "BT\n"; }
    ~TextObject() { out_ += "ET\n"; }
    TextObject(const TextObject&) = delete;
    TextObject& operator=(const TextObject&) = delete;

private:
    std::string& out_;
};

/// Turns the sheet over: from its top left corner and y downwards to PDF's bottom left corner and y upwards.
class Door {
public:
    Door(Length sheet_height, Point origin) : left_{origin.x.pt()}, top_{sheet_height.pt() - origin.y.pt()} {}
    double x(Length v) const { return left_ + v.pt(); }
    double y(Length v) const { return top_ - v.pt(); }
    /// "x y w h re"
    void rectangle(std::string& out, const Rect& r) const {
        put_real(out, x(r.left));
        put_real(out += ' ', y(r.bottom()));
        put_real(out += ' ', r.width.pt());
        put_real(out += ' ', r.height.pt());
        out += " re\n";
    }

private:
    double left_, top_;
};

}  // namespace brochure::pdf
