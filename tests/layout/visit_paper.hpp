#pragma once
#include "composing.hpp"

/// The documents that a delegation is handed, made from a few lines of a visit.
namespace composing {

/// How a visit of Seika to Norman begins.
inline const std::string visit_head =
    "visit:\n  title: {en: Programme, ja: 予定}\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  host: home\n"
    "  guest: seika\n  languages: [en, ja]\n";

/// A document of the visit in `lang`. `paper`: a line of YAML that says which it is printed on.
inline Made paper(const std::string& document, const std::string& visit, const std::string& lang = "en",
                  const std::string& paper = "", const std::string& begins = visit_head,
                  const std::string& design = "visit") {
    const std::string seika =
        "city:\n  name: Seika\n  country: JP\n  coordinates: [34.76, 135.79]\n  zone: Asia/Tokyo\n  source: s\n"
        "  text: T.\n";
    return compose({.files = {{"content/organisation.yaml", at_home},
                              {"content/cities/seika.yaml", seika},
                              {"content/publications.yaml", publication("[cover]")},
                              {"content/visits/v.yaml", begins + "  documents: [" + document + "]\n" + paper + visit}},
                    .design = design,
                    .lang = lang,
                    .document = document});
}

/// `count` of them, guests and hosts by turns, numbered.
inline std::string people(int count, const std::string& family, const std::string& given) {
    std::string all = "  people:\n";
    for (int i = 0; i < count; ++i)
        all += "    - {id: p" + std::to_string(i) + ", family: {en: " + family + std::to_string(i) + ", ja: 山田" +
               std::to_string(i) + "}, given: {en: " + given + ", ja: 花子}, role: {en: Member, ja: 団員}" +
               (i % 2 ? ", side: host" : "") + "}\n";
    return all;
}

inline std::string all_words(const Made& made) {
    std::string all;
    for (std::size_t i = 0; i < made.publication->pages.size(); ++i) all += made.words(i) + "\n";
    return all;
}

inline std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
    return count;
}

/// Every row of every table has the same cells as the others of it, and there is one H1.
inline void check_tags(const Made& made, std::size_t titles = 1) {
    const auto& tree = made.publication->structure;
    std::size_t found = 0;
    for (const auto& element : tree) {
        found += element.role == brochure::page::Role::h1 ? 1U : 0U;
        if (element.role != brochure::page::Role::table) continue;
        std::size_t cells = 0;
        for (const auto child : element.children) {
            const auto& row = tree.at(static_cast<std::size_t>(child.index));
            CHECK(row.role == brochure::page::Role::row);
            if (cells == 0) cells = row.children.size();
            CHECK(row.children.size() == cells);
        }
        CHECK(cells > 0);
    }
    CHECK(found == titles);
}

}  // namespace composing
