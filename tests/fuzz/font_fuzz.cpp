#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

#include "text/faces.hpp"
#include "text/shape.hpp"

using namespace brochure::text;

/// Any bytes as a font file are refused by name, or give faces that can be measured and shaped with.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int memory = memfd_create("font", 0);  // a file without a disk: faces are opened by path
    if (memory < 0 || write(memory, data, size) != static_cast<ssize_t>(size)) std::abort();
    const std::string path = "/proc/self/fd/" + std::to_string(memory);
    FontFault fault;
    const auto faces = list_faces(path, fault);
    if (faces.empty() && !fault) std::abort();
    for (const FaceListing& listing : faces) {
        FontFault refused;
        const auto face = load_face(path, listing.index, 450, refused);
        if (!face && !refused) std::abort();
        if (!face) continue;
        const std::string text = "Office AV 12 \xE7\xB2\xBE\xD9\x85";
        const Piece piece{.begin = 0, .end = static_cast<std::uint32_t>(text.size()), .face = face.get(), .size = 10};
        std::vector<ShapedGlyph> glyphs;
        Shaper{}.shape(text, 0, piece.end, piece, Part{}, true, glyphs);
        for (const ShapedGlyph& glyph : glyphs)
            if (glyph.id == 0 || glyph.cluster >= text.size()) std::abort();
    }
    close(memory);
    return 0;
}
