#include "cli/alternatives.hpp"

#include <algorithm>
#include <set>

#include "content/visit_walk.hpp"

namespace brochure::cli {
namespace {

/// Where the alternative texts of pictures of these files are written.
class Places {
public:
    explicit Places(const page::Publication& publication) {
        for (const page::Picture& picture : publication.pictures) shown_.insert(picture.photo.file.filename().string());
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

bool is_about_alternatives(const std::string& rule) {
    return rule == "long-alt" || rule == "file-name-alt" || rule == "duplicate-alt";
}

}  // namespace

Diagnostics about_alternatives(const content::Content& content, const page::Publication& publication,
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
        if (is_about_alternatives(each.rule) && places.hold(each.where)) told.add(each);
    return told;
}

}  // namespace brochure::cli
