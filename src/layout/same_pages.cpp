#include <algorithm>

#include "layout/layout.hpp"
#include "layout/subjects.hpp"

namespace brochure::layout {
namespace {

std::string value_of(const std::optional<Located<std::string>>& text) {
    return text ? text->value : std::string{};
}

bool say_the_same(const content::Text& one, const content::Text& other, const std::string& lang) {
    return plain_in(one, lang) == plain_in(other, lang);
}

// A map of many cities leaves their list to the section `directory`, where the publication has that.
bool lists_cities(const content::Publication& publication) {
    return std::any_of(publication.sections.begin(), publication.sections.end(),
                       [](const auto& section) { return section.value == "directory"; });
}

}  // namespace

bool come_to_the_same(const content::Content& content, const design::Design& design, const Job& one, const Job& other) {
    const auto &mine = *one.publication, &theirs = *other.publication;
    if (!one.format || !other.format || one.format->value != other.format->value) return false;
    if (one.second_lang != other.second_lang) return false;
    if (one.city != other.city || one.lang != other.lang || one.screen_only != other.screen_only) return false;
    if (value_of(mine.date) != value_of(theirs.date) || one.date != other.date) return false;
    if (!say_the_same(mine.title, theirs.title, one.lang) || lists_cities(mine) != lists_cities(theirs)) return false;
    if (mine.visit != theirs.visit || mine.second_lang != theirs.second_lang) return false;
    Diagnostics first, second;
    const Photos none;
    const auto subjects = subjects_of({content, one, none}, design, first),
               others = subjects_of({content, other, none}, design, second);
    return first.all().empty() && second.all().empty() &&
           std::equal(subjects.begin(), subjects.end(), others.begin(), others.end(),
                      [](const Subject& a, const Subject& b) { return a.kind == b.kind && a.city == b.city; });
}

}  // namespace brochure::layout
