#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/font.hpp"
#include "prepress/prepress.hpp"

namespace brochure::pdf {

/// What the pages of a document have in common, to be looked up while they are written. Safe to share between threads.
struct Ink {
    std::string fill, stroke;  // operators: "0 0 0 1 k", "0 0 0 1 K"
    bool overprint = false;
};
struct Resources {
    const page::Publication* publication = nullptr;
    prepress::Edition edition = prepress::Edition::screen;
    std::span<const Font> fonts;
    std::vector<int> font_of_face;                 // by FaceId::index; -1: not used
    std::map<std::string, Ink, std::less<>> inks;  // by swatch
    std::vector<std::string_view> language;        // of each structure element, inherited
    const std::vector<image::Raster>* rasters = nullptr;
    std::vector<std::size_t> distinct;  // by picture: the first picture with the same raster
};

/// A marked-content sequence of a sheet; its MCID is its place in the list.
struct Mark {
    page::ElementId element;
    std::size_t page = 0;
};

/// A clickable place, in PDF's coordinates: left, bottom, right, top.
struct Link {
    std::array<double, 4> rect;
    page::ElementId element;
};

/// A sheet's content stream and what the rest of the document must know of it.
struct Content {
    std::string stream;  // compressed
    std::vector<Mark> marks;
    std::vector<Link> links;
    std::vector<std::size_t> pictures;  // drawn as /I<n>, each once, sorted
};

/// Writes down what is painted on a sheet, in order. Every mark belongs to a structure element or is an artifact.
Content paint(const prepress::Sheet& sheet, const Resources& resources);

/// The operators of a swatch for an edition: sRGB for the screen, the CMYK build for print.
Ink ink_of(const Swatch& swatch, prepress::Edition edition);

}  // namespace brochure::pdf
