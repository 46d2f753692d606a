#pragma once
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "text/faces.hpp"
#include "text/fonts.hpp"
#include "text/fonts_cache.hpp"
#include "text/fonts_installed.hpp"
#include "text/hyphenation.hpp"
#include "text/opportunities.hpp"

namespace brochure::text {

class KnownLines;
struct Workbench;

/// Picks the face that CSS Fonts 4, 5.2 picks: of the nearest weight, in the asked posture, static before variable.
/// Null when the family has no face of that posture: nothing is slanted by machine.
const FaceListing* nearest_face(const std::vector<FaceListing>& faces, const std::string& family, int weight,
                                bool italic);

/// The answer to "this family name, weight and posture": a face, or why there is none.
struct FaceAnswer {
    const Face* face = nullptr;
    FontFault fault;
    bool installed = false;  // the family is there, whatever else is wrong
};

struct Fonts::Implementation {
    Implementation(design::FontManifest manifest_, Places places_);
    ~Implementation();

    /// One family name as the font files spell it, in the project's folder first, then installed. Safe from several
    /// threads.
    FaceAnswer by_name(const std::string& name, int weight, bool italic);
    /// The first of a manifest family's names that is there.
    FaceAnswer by_family(const design::FontFamily& family, int weight, bool italic);
    /// What stands in for characters that the family lacks, in the order to be tried, for one language and script.
    std::vector<std::string> stand_ins(const design::FontFamily& family, std::string_view lang,
                                       std::string_view script) const;
    const design::FontFamily* family(const std::string& name) const;
    std::string package_of(const std::string& font_name) const;
    /// Files of the project's folder that are no fonts. Safe from several threads.
    std::vector<FontFault> project_faults();

    /// See `Fonts`.
    std::optional<std::vector<std::filesystem::path>> sources() const;

    design::FontManifest manifest;
    Places places;
    Hyphenator hyphenator;
    LineBreakIterators iterators;

    /// A face by the file it was opened from, its index there and the weight it was pinned to, and the other way round.
    using FaceFile = std::tuple<std::string, unsigned, int>;
    FaceId open_again(const FaceFile& file);
    FaceFile file_of(FaceId face) const;
    KnownLines* known_lines = nullptr;

    /// Memory for one thread's work, lent and given back.
    std::unique_ptr<Workbench> borrow_bench();
    void give_back(std::unique_ptr<Workbench> bench);

    std::deque<Face*> loaded;  // by FaceId
    mutable std::shared_mutex guard;
    InstalledFonts installed;

private:
    FaceAnswer look_up(const FaceKey& key);
    FaceAnswer open(const std::filesystem::path& file, unsigned index, int weight);
    void scan_project();
    bool scanned_ = false;
    std::vector<FaceListing> project_;
    std::vector<FontFault> project_faults_;
    FoundFonts found_;
    std::map<FaceKey, FaceAnswer> answers_;
    std::map<FaceFile, std::unique_ptr<Face>> open_;
    std::mutex bench_guard_;
    std::vector<std::unique_ptr<Workbench>> benches_;
};

}  // namespace brochure::text
