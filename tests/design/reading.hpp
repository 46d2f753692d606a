#pragma once
#include <fstream>
#include <sstream>
#include <string>

#include "design/design.hpp"

/// Reading a design in a test, from a file of tests/design/data or from text.
namespace reading {

struct Read {
    brochure::SourceFiles files;
    brochure::Diagnostics found;
    brochure::design::Design design;

    /// Every fault as "line:column: text", a line each.
    std::string faults() const {
        std::string all;
        for (const auto& fault : found.sorted(files))
            all +=
                std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + ": " + fault.text + "\n";
        return all;
    }
};

inline std::string contents(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

inline Read text(std::string yaml, const std::string& path = "content/designs/test.yaml") {
    Read read;
    const auto file = read.files.add(path, std::move(yaml));
    read.design = brochure::design::read(file, read.files, read.found);
    return read;
}

inline Read data(const std::string& name) {
    return text(contents(std::string{TEST_DATA} + "/data/" + name));
}

/// A small design without faults, for tests of one more thing: the frames of its only master, a spread, are given.
inline std::string with_frames(const std::string& frames) {
    return "swatches: {ink: {srgb: \"#000000\", cmyk: [0, 0, 0, 100]}}\n"
           "styles: {body: {}, label: {size: 7}}\n"
           "formats: {a5: {trim: [148mm, 210mm], margins: {inner: 42, outer: 36, top: 48, bottom: 48},"
           " columns: {count: 6}, values: {rise: 24}}}\n"
           "sections: {city: {variants: [page]}}\n"
           "masters:\n"
           "  page:\n"
           "    spread: yes\n"
           "    frames:\n" +
           frames;
}

}  // namespace reading
