#include "content/check.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "content/readers.hpp"
#include "content/section_words.hpp"
#include "content/translations.hpp"
#include "content/visit_check.hpp"

namespace brochure::content {

namespace {

std::string small(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool ends_like_a_file(const std::string& text) {
    const auto dot = text.rfind('.');
    if (dot == std::string::npos) return false;
    const auto ending = small(text.substr(dot + 1));
    for (const char* each : {"jpg", "jpeg", "png", "gif", "heic", "avif", "webp", "tif", "tiff", "bmp", "svg"})
        if (ending == each) return true;
    return false;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// As cameras and telephones call their files: IMG_1234, DSC01234, 20270514_101500.
bool is_number_of_camera(const std::string& text) {
    int digits = 0;
    for (const char c : text) {
        const char s = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!is_digit(c) && !(s >= 'a' && s <= 'z') && c != '_' && c != '-' && c != '.') return false;
        digits += is_digit(c);
    }
    return digits >= 3;
}

// "colima" of images/cities/colima.jpg.
bool is_name_of(const std::string& text, const std::string& file) {
    const std::string name = file.substr(file.rfind('/') + 1);
    return small(text) == small(name.substr(0, name.rfind('.')));
}

// Signs alone, which are read aloud as "dot" or not at all.
bool has_no_words(const std::string& text) {
    const auto letters = icu::UnicodeString::fromUTF8(text);
    for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1))
        if (const UChar32 c = letters.char32At(i); !u_ispunct(c) && !u_isUWhiteSpace(c)) return false;
    return true;
}

// Spaces, soft hyphens, joiners and marks of direction: nobody sees them, and nothing is read aloud.
bool shows_nothing(const std::string& text) {
    const auto letters = icu::UnicodeString::fromUTF8(text);
    for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const UChar32 c = letters.char32At(i);
        if (!u_isUWhiteSpace(c) && !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !u_iscntrl(c) &&
            u_charType(c) != U_FORMAT_CHAR)
            return false;
    }
    return true;
}

// Without capitals, and without signs and spaces at its ends: texts that are read aloud alike.
std::string as_heard(const std::string& text) {
    auto letters = icu::UnicodeString::fromUTF8(text);
    letters.foldCase();
    const auto is_silent = [&](int32_t at) {
        const UChar32 c = letters.char32At(at);
        return u_ispunct(c) || u_isUWhiteSpace(c);
    };
    while (!letters.isEmpty() && is_silent(letters.length() - 1)) letters.truncate(letters.length() - 1);
    int32_t begin = 0;
    while (begin < letters.length() && is_silent(begin)) ++begin;
    std::string heard;
    letters.tempSubString(begin).toUTF8String(heard);
    return heard;
}

// What stands there until somebody writes the text, or says no more than that there is a picture.
bool says_nothing(const std::string& text) {
    constexpr std::array<std::string_view, 24> words{
        "image",        "an image", "photo",       "a photo", "photograph", "picture", "a picture", "pic",
        "illustration", "todo",     "to do",       "tbd",     "tba",        "xxx",     "n/a",       "alt",
        "alt text",     "untitled", "placeholder", "test",    "foto",       "imagen",  "bild",      "immagine"};
    const std::string heard = as_heard(text);
    return std::find(words.begin(), words.end(), heard) != words.end();
}

class PhotoCheck {
public:
    /// `cities_together`: some document shows more than one of them.
    PhotoCheck(bool cities_together, Diagnostics& found) : cities_together_{cities_together}, found_{found} {}
    /// Whose photos come next; null: the organisation's.
    void turn_to(const City* city) { city_ = city; }
    /// A logo has no credit, and may be called what its file is called: "SCI" of sci.svg.
    void check_logo(const Photo& photo) { check_words(photo, true); }
    void check(const Photo& photo) {
        check_words(photo, false);
        check_credit(photo);
    }
    /// So may a person: "Maria" of maria.jpg.
    void check_portrait(const Photo& photo) {
        check_words(photo, true);
        check_credit(photo);
    }

private:
    void check_credit(const Photo& photo) {
        if (!photo.credit)
            found_.warning(photo.file.where, "missing-credit", "'" + photo.file.value + "' names nobody who made it",
                           "credit: the photographer's name");
    }
    void check_consent(const Photo& photo) {
        if (photo.minors && !photo.consent)
            found_.error(photo.where, "minor-consent", "a picture of people under age wants consent",
                         "consent: yes, once parents or guardians have agreed in writing");
    }
    void check_words(const Photo& photo, bool named) {
        check_consent(photo);
        if (photo.decorative) return check_decorative(photo);
        for (const auto& version : photo.alt.versions) check_alt(photo, version.value, named);
        if (photo.alt.empty()) tell_missing(photo.where);
    }
    void tell_missing(SourcePosition where) {
        found_.error(where, "missing-alt", "the picture has no alternative text",
                     "alt: what a reader who cannot see the picture should know of it; or, if that is nothing, "
                     "decorative: yes");
    }
    void check_decorative(const Photo& photo) {
        if (!photo.alt.empty())
            found_.error(photo.alt.where, "decorative-alt",
                         "a picture that is decorative is not read aloud, and has no alternative text",
                         "leave out 'alt', or 'decorative'");
    }
    void check_alt(const Photo& photo, const RichText& alt, bool named) {
        constexpr std::size_t longest = 250;
        const auto text = plain(alt);
        if (shows_nothing(text)) return tell_missing(alt.where);
        const auto size = characters(text);
        if (size > longest)
            found_.warning(alt.where, "long-alt", "the alternative text has " + std::to_string(size) + " characters",
                           "screen readers read it in one breath: " + std::to_string(longest) + " at most");
        constexpr const char* hint = "say what is seen, for a reader who cannot see the picture";
        if (has_no_words(text))
            found_.warning(alt.where, "file-name-alt", "the alternative text has no words", hint);
        else if (ends_like_a_file(text) || is_number_of_camera(text) || (!named && is_name_of(text, photo.file.value)))
            found_.warning(alt.where, "file-name-alt", "the alternative text is the name of a file", hint);
        else if (says_nothing(text))
            found_.warning(alt.where, "file-name-alt",
                           "the alternative text says nothing of the picture: '" + text + "'", hint);
        auto& others = seen_[as_heard(text)];
        const auto other = std::find_if(others.begin(), others.end(), [&](const Seen& each) {
            return each.photo->file.value != photo.file.value && stand_together(each.city, city_);
        });
        if (other != others.end())
            found_.warning(alt.where, "duplicate-alt",
                           "'" + other->photo->file.value + "' has the same alternative text",
                           "say what sets the two pictures apart");
        else
            others.push_back({&photo, city_});
    }
    bool stand_together(const City* one, const City* other) const {
        return cities_together_ || !one || !other || one == other;
    }

    struct Seen {
        const Photo* photo;
        const City* city;
    };
    bool cities_together_;
    Diagnostics& found_;
    const City* city_ = nullptr;
    std::unordered_map<std::string, std::vector<Seen>> seen_;
};

void check_slugs(const std::vector<City>& cities, const SourceFiles& files, Diagnostics& found) {
    std::unordered_map<std::string, const City*> seen;
    for (const auto& city : cities) {
        const SourcePosition file{city.where.file, 1, 1};
        if (!is_slug(city.slug))
            found.error(file, "slug", "'" + city.slug + "' cannot name a city",
                        "name the file with letters of ASCII, digits and hyphens, for example sao-paulo.yaml");
        if (const auto [other, fresh] = seen.emplace(small(city.slug), &city); !fresh)
            found.error(file, "duplicate-slug",
                        files.path(other->second->where.file) + " has the name '" + other->second->slug + "' too",
                        "capitals, folders and .yml do not make a difference: give one of them another name");
    }
}

void check_source(const std::optional<Located<Coordinates>>& coordinates,
                  const std::optional<Located<std::string>>& source, const char* record, Diagnostics& found) {
    if (coordinates && !source)
        found.note(coordinates->where, "still-to-fill-in", std::string("still to fill in: ") + record + ".source",
                   "where the coordinates are from");
}

std::vector<std::string_view> slugs(const Content& content) {
    std::vector<std::string_view> list;
    for (const auto& city : content.cities) list.push_back(city.slug);
    return list;
}

void check_order(const Content& content, const std::vector<Located<std::string>>& order, Diagnostics& found) {
    const auto list = slugs(content);
    const std::set<std::string_view> known(list.begin(), list.end());
    std::set<std::string_view> named;
    for (const auto& city : order) {
        if (!known.contains(city.value))
            found.error(city.where, "dangling-reference", "there is no city '" + city.value + "'",
                        hint_of(city.value, list, "the name is that of a file in content/cities/, without .yaml"));
        else if (!named.insert(city.value).second)
            found.error(city.where, "duplicate-reference", "the city '" + city.value + "' stands here twice",
                        "leave one of them out");
    }
}

void check_layouts(const Publication& publication, const std::vector<std::string_view>& cities, Diagnostics& found) {
    for (const auto& [city, layout] : publication.layouts)
        if (std::find(cities.begin(), cities.end(), city.value) == cities.end())
            found.error(city.where, "dangling-reference", "there is no city '" + city.value + "'",
                        hint_of(city.value, cities, "the name is that of a file in content/cities/, without .yaml"));
}

void check_languages(const Publication& publication, Diagnostics& found) {
    const auto check_partner = [&](const Located<std::string>& lang) {
        if (lang.value == partner_language && !publication.for_each)
            found.error(lang.where, "no-partner", "there is no one city whose language 'partner' could be",
                        "name a language, or make the publication for each city: for-each: city");
    };
    std::set<std::string_view> known;
    for (const auto& lang : publication.languages) {
        check_partner(lang);
        if (!known.insert(lang.value).second)
            found.error(lang.where, "duplicate-reference", "the language '" + lang.value + "' stands here twice",
                        "leave one of them out");
    }
    if (publication.other_lang) check_partner(*publication.other_lang);
}

void check_publication(const Publication& publication, const std::vector<std::string_view>& known, Diagnostics& found) {
    for (const auto& section : publication.sections) {
        if (std::find(known.begin(), known.end(), section.value) != known.end()) continue;
        found.error(section.where, "dangling-reference", "there is no section and no city '" + section.value + "'",
                    hint_of(section.value, known,
                            "sections are cover, mission, about, contents, cities, goals, back; cities are files in "
                            "content/cities/"));
    }
    std::set<std::string_view> sections;
    for (const auto& section : publication.sections)
        if (!sections.insert(section.value).second)
            found.warning(section.where, "duplicate-reference",
                          "the section '" + section.value + "' stands here twice, and is printed twice",
                          "leave one of them out");
    check_languages(publication, found);
    std::set<std::string_view> editions;
    for (const auto& edition : publication.editions)
        if (!editions.insert(edition.value).second)
            found.error(edition.where, "duplicate-reference", "the edition '" + edition.value + "' stands here twice",
                        "leave one of them out");
    if (publication.binding == "saddle-stitch" && publication.pages && publication.pages->value % 4 != 0)
        found.error(publication.pages->where, "page-count",
                    "a folded and stapled booklet cannot have " + std::to_string(publication.pages->value) + " pages",
                    "a sheet has four: 8, 12, 16 …");
}

void check_publications(const Content& content, Diagnostics& found) {
    const auto cities = slugs(content);
    auto known = cities;
    known.insert(known.begin(), section_words.begin(), section_words.end());
    std::set<std::string> names;
    for (const auto& publication : content.publications) {
        check_publication(publication, known, found);
        check_layouts(publication, cities, found);
        if (!is_slug(publication.name.value))
            found.error(publication.name.where, "slug", "'" + publication.name.value + "' cannot name a publication",
                        "it becomes a file's name: letters of ASCII, digits and hyphens");
        else if (!names.insert(small(publication.name.value)).second)
            found.error(publication.name.where, "duplicate-slug",
                        "another publication has the name '" + publication.name.value + "' too",
                        "capitals do not make a difference: give one of them another name");
    }
}

}  // namespace

std::string hint_of(std::string_view word, const std::vector<std::string_view>& known, const char* otherwise) {
    const auto meant = yaml::nearest(word, known);
    return meant.empty() ? otherwise : "did you mean '" + std::string(meant) + "'?";
}

void check(const Content& content, const std::vector<Located<std::string>>& order, const SourceFiles& files,
           Diagnostics& found) {
    const auto& publications = content.publications;
    PhotoCheck photos(publications.empty() || std::any_of(publications.begin(), publications.end(),
                                                          [](const auto& each) { return !each.for_each; }),
                      found);
    if (content.organisation.cover) photos.check(*content.organisation.cover);
    if (content.organisation.logo) photos.check_logo(*content.organisation.logo);
    check_source(content.organisation.home.coordinates, content.organisation.home.source, "home", found);
    for (const auto& city : content.cities) {
        photos.turn_to(&city);
        if (city.photo) photos.check(*city.photo);
        if (city.logo) photos.check_logo(*city.logo);
        check_source(city.coordinates, city.source, "city", found);
    }
    photos.turn_to(nullptr);
    for (const auto& visit : content.visits) {
        if (visit.photo) photos.check(*visit.photo);
        if (visit.welcome && visit.welcome->portrait) photos.check_portrait(*visit.welcome->portrait);
        if (visit.welcome && visit.welcome->signature) photos.check_logo(*visit.welcome->signature);
        for (const auto& person : visit.people)
            if (person.photo) photos.check_portrait(*person.photo);
    }
    check_slugs(content.cities, files, found);
    check_order(content, order, found);
    check_publications(content, found);
    check_unreviewed(content, found);
    check_visits(content, files, found);
}

}  // namespace brochure::content
