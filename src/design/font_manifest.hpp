#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace brochure::yaml {
class KnownTrees;
}

namespace brochure::design {

/// A family of the project: names to look for, first the project's own files, then installed fonts, and what stands in
/// for characters it lacks, by language and script: key "ja", "zh-TW", "Arab", "Hebr" ... or "" for any.
struct FontFamily {
    std::string name;                                          // "text", "data"
    std::vector<std::string> names;                            // "Vollkorn", ...
    std::map<std::string, std::vector<std::string>> fallback;  // script or language -> family names, in order
    double fallback_scale_cjk = 1.0;                           // CJK glyphs are set at this part of the size
    SourcePosition where;
};
struct FontManifest {
    std::map<std::string, FontFamily> families;
    std::map<std::string, std::string> packages;  // font name -> Debian package, for every font named above
                                                  // of which the file knows one
};

/// Reads `fonts/fonts.yaml` (or the embedded one), reporting every fault. A name of `packages:` that ends in `*` stands
/// for all fonts that begin so, the longest such name first; in the result each font has an entry of its own.
FontManifest read_fonts(FileId file, const SourceFiles& files, Diagnostics& found, yaml::KnownTrees* known = nullptr);

}  // namespace brochure::design
