#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sandbox.hpp"

/// A page's ink as a press lays it on: Ghostscript's separations (tiffsep), at 72 dots per inch, a dot a point.
struct Plates {
    int width = 0, height = 0;
    std::vector<unsigned char> ink[4];  // cyan, magenta, yellow, black: 0 to 255, rows from the top
    /// Of one ink, per cent.
    double at(int plate, int x, int y) const;
    /// Of all four, per cent, the mean of the 3 x 3 dots around: a square millimetre.
    double total(int x, int y) const;
};

/// The plates of `pdf`'s pages, `first` to `last`, below the project's folder.
std::vector<Plates> plates_of(const Sandbox& box, const std::string& pdf, int first, int last);

/// A word of a page, in points from the top left corner of the media box.
struct Word {
    std::string text;
    double left = 0, top = 0, right = 0, bottom = 0;
};
std::vector<Word> words_of(const Sandbox& box, const std::string& pdf, int page);
