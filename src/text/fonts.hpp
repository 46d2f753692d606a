#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/length.hpp"
#include "design/font_manifest.hpp"

struct hb_face_t;
struct hb_font_t;

/// text: styled text + measure -> lines of glyph runs. Fonts and their fallback, itemising by script and direction,
/// shaping, hyphenation, line breaking. It knows nothing of frames and pages.
namespace brochure::text {

/// A loaded font face, valid for the `Fonts` it came from. Ids are handed out in no fixed order: never sort by them.
struct FaceId {
    int index = -1;
    auto operator<=>(const FaceId&) const = default;
};

/// What a writer needs to embed a face. Metrics are in font units; `units_per_em` of them make an em.
struct FaceInfo {
    std::filesystem::path file;
    unsigned collection_index = 0;
    std::string postscript_name, family;  // of the font's `name` table
    int weight = 400;
    bool italic = false, fixed_pitch = false, serif = false;
    bool cff = false;        // CFF outlines, else TrueType
    bool cid_keyed = false;  // a CID-keyed CFF
    unsigned units_per_em = 1000;
    int ascender = 0, descender = 0, cap_height = 0, x_height = 0, italic_angle = 0;
    int bbox[4] = {0, 0, 0, 0};
    bool may_embed = true;      // OS/2 fsType
    hb_face_t* face = nullptr;  // borrowed; already instanced when it came from a variable font
};

/// Finds, loads and owns fonts. Lookups are safe from several threads; loading is serialised inside.
class Fonts {
public:
    struct Places {
        std::filesystem::path project;  // the project's `fonts/`, searched first
        std::filesystem::path cache;    // folder where found places are kept between runs; empty: none
        std::string environment = {};   // what tells fontconfig where to look, besides its files
    };
    Fonts(design::FontManifest manifest, Places places);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// Whether the face for this family name of the manifest and weight can be had; else an error that names the
    /// family, where the manifest says so, and the Debian package that has it.
    bool check(const std::string& family, int weight, bool italic, Diagnostics& found);
    /// What the author should know of the fonts whatever is set with them: files of the project's folder that are no
    /// fonts are errors; a family whose first font is not there, so that a later one is taken, is a warning.
    void check_own(Diagnostics& found);
    const FaceInfo& info(FaceId face) const;
    /// Loads a face and the hyphenation of a language ahead of need (some 5 ms), from a thread of its own while content
    /// is read. Changes no result; what is not there is said by those who need it.
    void warm_up(const std::string& family, int weight, const std::string& lang);
    /// The files and folders of the machine that the answers so far depend on, hyphenation included; one that is not
    /// there is named too. Empty when a font was sought in vain, and nobody knows where it might come to lie.
    std::optional<std::vector<std::filesystem::path>> sources() const;

    struct Implementation;
    Implementation& implementation() const { return *implementation_; }  // for the other files of this room

private:
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace brochure::text
