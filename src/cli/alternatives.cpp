#include "cli/alternatives.hpp"

#include <algorithm>
#include <set>

#include "content/visit_walk.hpp"

namespace brochure::cli {
namespace {

/// Where the pictures of these files, and their alternative texts, are written.
class Places {
public:
    explicit Places(const page::Publication& publication) {
        for (const page::Picture& picture : publication.pictures) {
            shown_.insert(picture.photo.file.filename().string());
            places_.push_back(picture.photo.where);
        }
    }
    void add(const content::Photo& photo) {
        if (!shown_.contains(std::filesystem::path{photo.file.value}.filename().string())) return;
        for (const auto& version : photo.alt.versions) places_.push_back(version.value.where);
    }
    void add(const std::optional<content::Photo>& photo) {
        if (photo) add(*photo);
    }
    bool hold(const SourcePosition& where) const {
        return std::find(places_.begin(), places_.end(), where) != places_.end();
    }

private:
    std::set<std::string> shown_;
    std::vector<SourcePosition> places_;
};

bool is_about_pictures(const std::string& rule) {
    return rule == "long-alt" || rule == "file-name-alt" || rule == "duplicate-alt" || rule == "photo-profile";
}

}  // namespace

Diagnostics about_pictures(const content::Content& content, const page::Publication& publication,
                           const Diagnostics& found) {
    Places places{publication};
    places.add(content.organisation.cover);
    places.add(content.organisation.logo);
    for (const auto& city : content.cities) {
        places.add(city.photo);
        places.add(city.logo);
    }
    for (const auto& visit : content.visits)
        for (const content::Photo* photo : content::pictures_of(visit)) places.add(*photo);
    Diagnostics told;
    for (const Diagnostic& each : found.all())
        if (is_about_pictures(each.rule) && places.hold(each.where)) told.add(each);
    return told;
}

Diagnostics about_swatches(const design::Design& design, const Diagnostics& found) {
    Diagnostics told;
    for (const Diagnostic& each : found.all())
        if ((each.rule == "total-ink" || each.rule == "overprint-ignored") && each.where.file == design.file)
            told.add(each);
    return told;
}

}  // namespace brochure::cli
