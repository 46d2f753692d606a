#pragma once
#include <map>
#include <string>

/// A visit that asks for the most: 80 people, 12 days of nine items, three languages, names of 60 letters and no photo.
/// Every text differs from the others of its kind, as people's do, so that nothing is set once and shown eighty times.
namespace torture {

inline constexpr int people = 80, days = 12, items_a_day = 9;

/// Sixty letters, the person's number among them.
inline std::string family(int person) {
    static const char* const parts[] = {"Wolfeschlegel", "Featherstone", "Vlasopoulos", "Konstantin", "Montgomery"};
    std::string name = "Person" + std::to_string(100 + person);
    for (int i = person; name.size() < 60; ++i) name += (i % 2 ? "-" : "") + std::string{parts[i % 5]};
    name.resize(60);
    if (name.back() == '-') name.back() = 'a';
    return name;
}

/// What an item is called, which no other is.
inline std::string event(int day, int item) {
    static const char* const said[] = {"Visit to the water works",
                                       "Lesson of calligraphy with the third form of the high school and its teachers",
                                       "Lunch",
                                       "Round table on small shops, their rents and the future of the old market hall",
                                       "Rehearsal",
                                       "Walk",
                                       "Reception by the mayor and the council",
                                       "Concert",
                                       "Time for yourselves"};
    return std::string{said[item % 9]} + ", no. " + std::to_string(day + 1) + "/" + std::to_string(item + 1);
}

inline std::string visit_yaml() {
    std::string y =
        "visit:\n  title: {en: Delegation programme, ja: 訪問団プログラム, fr: Programme de la délégation}\n"
        "  subtitle: {en: \"Seika and Norman, sister cities\", ja: 姉妹都市交流, fr: Villes jumelées}\n"
        "  dates: {from: 2027-05-17, to: 2027-05-28}\n  host: home\n  guest: seika\n  languages: [en, ja, fr]\n"
        "  welcome:\n    signer: Jane Doe\n    office: {en: Mayor, ja: 市長, fr: Maire}\n    text:\n      en: >-\n"
        "        We are glad that you are here, all eighty of you, for twelve days.\n      ja: >-\n"
        "        八十名の皆さまのご来訪を心より歓迎いたします。\n      fr: >-\n"
        "        Nous sommes heureux de vous accueillir, tous les quatre-vingts, pendant douze jours.\n  people:\n";
    for (int i = 0; i < people; ++i) {
        const std::string n = std::to_string(i);
        y +=
            "    - {id: p" + n + ", family: {en: " + family(i) + ", ja: ヴォルフェシュレーゲル" + n +
            "}, given: {en: Maria, ja: マリア}, role: {en: Member " + n + " of the council, ja: 議員" + n +
            ", fr: Membre " + n + " du conseil}" + (i % 2 ? ", side: host" : "") +
            (i % 4 == 1 ? ", phone: {value: \"+1 405 555 0" + std::to_string(100 + i) + "\", level: delegation}" : "") +
            "}\n";
    }
    y += "  places:\n";
    for (int i = 0; i < 20; ++i) {
        const std::string n = std::to_string(i);
        y += "    place-" + n + ": {name: {en: House no. " + n + ", ja: 会館" + n + ", fr: Maison nº " + n +
             "}, address: {en: " + n + " Main Street}}\n";
    }
    y += "  itinerary:\n";
    for (int d = 0; d < days; ++d)
        for (int i = 0; i < items_a_day; ++i) {
            const std::string n = std::to_string(d * items_a_day + i);
            y += "    - {date: 2027-05-" + std::to_string(17 + d) + ", start: " + std::to_string(8 + i) +
                 ":15, duration: 30 min, title: {en: \"" + event(d, i) + "\", ja: 行事" + n +
                 "、見学と意見交換, fr: \"Visite nº " + n + " : échange de vues avec les écoles\"}, place: place-" +
                 std::to_string((d + i) % 20) + ", spot: {en: hall " + n + ", ja: 第" + n + "室, fr: salle " + n +
                 "}, contact: p" + std::to_string((d * 7 + i * 2 + 1) % people) + "}\n";
        }
    y += "  lodging: [{from: 2027-05-17, nights: 11, place: place-3, phone: \"+1 405 555 0999\"}]\n  emergency:\n"
         "    - {label: {en: Police, ja: 警察, fr: Police}, phone: \"911\", level: public}\n"
         "    - {label: {en: Coordinator, ja: 担当者, fr: Responsable}, phone: \"+1 405 555 0998\"}\n  phrases:\n";
    for (int i = 0; i < 24; ++i) {
        const std::string n = std::to_string(i);
        y += "    - {text: {en: \"Where is house " + n + "?\", ja: 会館" + n +
             "はどこですか。, fr: \"Où est la maison " + n + " ?\"}, reading: {en: ka-ee-kan wah doh-koh dess kah}}\n";
    }
    y += "  facts:\n";
    for (int i = 0; i < 24; ++i) {
        const std::string n = std::to_string(i);
        y += "    - {label: {en: Fact " + n + ", ja: 項目" + n + ", fr: Fait " + n + "}, value: {en: It is so in " + n +
             " of our houses and they all say so, ja: そうです" + n + ", fr: C’est ainsi " + n + "}, source: s}\n";
    }
    return y;
}

/// The whole project by path.
inline std::map<std::string, std::string> project() {
    return {{"content/organisation.yaml",
             "organisation: {name: Sister Cities, home: {city: Norman, region: Oklahoma, country: US, coordinates: "
             "[35.2226, -97.4395], zone: America/Chicago, source: s}}\n"},
            {"content/cities/seika.yaml",
             "city:\n  name: Seika\n  native: 精華町\n  country: JP\n  coordinates: [34.7604, 135.7859]\n  zone: "
             "Asia/Tokyo\n  source: s\n  text: T.\n"},
            {"content/publications.yaml",
             "publications: {brochure: {title: T, design: municipal, format: half-letter, lang: en-US, sections: "
             "[cover]}}\n"},
            {"content/visits/torture.yaml", visit_yaml()}};
}

}  // namespace torture
