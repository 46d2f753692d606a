#include "content/visit_view.hpp"

#include <random>
#include <set>

#include "content/visit_fields.hpp"
#include "content/visit_walk.hpp"
#include "project.hpp"

using namespace brochure;
using namespace brochure::content;

namespace {

struct Marker {
    std::string text;
    Level level;
};

/// Writes visits at random in which every value that can be told from others is one of a kind, and keeps what level
/// each is of.
class Author {
public:
    explicit Author(unsigned seed) : random_{seed} {}
    std::vector<Marker> markers;

    std::string visit() {
        out_ =
            "visit:\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  host: home\n  guest: lyon\n  languages: [en, ja]\n"
            "  unreviewed: [ja]\n  design: visit\n  paper: a4\n  editions: [screen]\n  documents: [programme]\n  "
            "title: " +
            word(Level::anybody) + "\n  subtitle: " + word(Level::anybody) + "\n  notice: " + word(Level::anybody) +
            "\n  calendar: https://" + word(Level::anybody) + ".example\n  photo: " + photo(Level::anybody) + "\n";
        list("people", 5, [&] { person(); });
        out_ += "  places:\n    venue: {name: " + word(Level::anybody) + ", address: " + word(Level::anybody) +
                ", note: " + word(Level::anybody) + ", phone: \"" + phone(Level::anybody) +
                "\", coordinates: [1, 2]}\n    home: {level: host, name: " + word(Level::host) +
                ", address: " + word(Level::host) + ", phone: \"" + phone(Level::host) + "\"}\n";
        list("itinerary", 6, [&] { item(); });
        list("lodging", 3, [&] { lodging(); });
        list("flights", 2, [&] { flight(); });
        letter();
        list("emergency", 2, [&] {
            const auto l = record_level(Level::delegation);
            text("label", l);
            out_ += "      phone: \"" + phone(l) + "\"\n";
            text("note", l);
        });
        for (const char* each : {"gifts", "protocol"})
            list(each, 2, [&] {
                const auto l = record_level(Level::staff);
                text("title", l);
                text("text", l);
            });
        list("phrases", 1, [&] {
            out_ += "      text: " + word(Level::anybody) + "\n      reading: " + word(Level::anybody) + "\n";
        });
        list("facts", 1, [&] {
            out_ += "      label: " + word(Level::anybody) + "\n      value: " + word(Level::anybody) +
                    "\n      source: " + word(Level::anybody) + "\n";
        });
        list("hosting", 2, [&] { hosting(); });
        return out_;
    }

private:
    struct Somebody {
        std::string name;
        Level level;
    };
    std::mt19937 random_;
    int count_ = 0;
    std::string out_;
    std::vector<Somebody> people_;

    Level any() { return static_cast<Level>(random_() % 4); }
    template <class F>
    void list(const std::string& name, unsigned most, F entry) {
        out_ += "  " + name + ":\n";
        for (auto n = 1 + random_() % most; n > 0; --n) {
            out_ += "    -\n";
            entry();
        }
    }
    std::string word(Level level) {
        const auto text = "m" + std::to_string(++count_) + "m";
        markers.push_back({text, level});
        return text;
    }
    std::string phone(Level level) {
        const auto text = "+1 555 " + std::to_string(100000 + ++count_);
        markers.push_back({text, level});
        return text;
    }
    std::string photo(Level level) {
        return "{file: " + word(level) + ".jpg, alt: " + word(level) + ", credit: " + word(level) + "}";
    }
    Level record_level(Level usual) {
        if (random_() % 2 == 0) return usual;
        const Level level = any();
        out_ += "      level: " + std::string(name_of(level)) + "\n";
        return level;
    }
    void text(const std::string& key, Level level) { out_ += "      " + key + ": " + word(level) + "\n"; }
    // A value of its own level in a record of another: the narrower counts.
    template <class F>
    void apart(const std::string& key, Level record, Level usual, F value) {
        if (random_() % 2 == 0) {
            out_ += "      " + key + ": \"" + value(std::max(record, usual)) + "\"\n";
            return;
        }
        const Level level = any();
        out_ += "      " + key + ": {value: \"" + value(std::max(record, level)) +
                "\", level: " + std::string(name_of(level)) + "}\n";
    }
    void person() {
        const auto l = record_level(Level::delegation);
        const auto family = word(l), given = word(l);
        out_ += "      family: " + family + "\n      given: " + given + "\n";
        people_.push_back({given + " " + family, l});
        for (const char* each : {"reading", "title", "role"}) text(each, l);
        out_ +=
            "      side: guest\n      group: Blue\n      minor: no\n      consent: no\n      photo: " + photo(l) + "\n";
        const auto a_word = [&](Level level) { return word(level); };
        apart("phone", l, Level::host, [&](Level level) { return phone(level); });
        apart("email", l, Level::host, [&](Level level) { return word(level) + "@example.org"; });
        for (const char* each : {"address", "diet"}) apart(each, l, Level::host, a_word);
        for (const char* each : {"health", "note"}) apart(each, l, Level::staff, a_word);
        apart("born", l, Level::staff, [&](Level level) {
            const auto day = iso(Date{std::chrono::days{++count_ - 20000}});
            markers.push_back({day, level});
            return day;
        });
        if (random_() % 2 == 0) { out_ += "      id: p" + std::to_string(++count_) + "\n"; }
    }
    const Somebody& somebody() { return people_[random_() % people_.size()]; }
    // Either place, or words: what is seen of it is as narrow as the narrower of place and record.
    void place(Level level, bool with_spot = false) {
        const auto which = random_() % 3;
        const auto seen = which == 1 ? std::max(level, Level::host) : level;
        out_ += which == 0   ? "      place: venue\n"
                : which == 1 ? "      place: home\n"
                             : "      place: {en: " + word(level) + "}\n";
        if (random_() % 2 == 0) out_ += "      address: " + word(seen) + "\n";
        if (with_spot) text("spot", seen);
    }
    void item() {
        const auto l = record_level(Level::delegation);
        out_ +=
            "      date: 2027-05-18\n      start: 9:00\n      end: 10:00\n      zone: Asia/Tokyo\n      status: "
            "planned\n"
            "      group: Blue\n";
        for (const char* each : {"title", "transport", "dress", "meal", "note"}) text(each, l);
        apart("staff-note", l, Level::staff, [&](Level level) { return word(level); });
        place(l, true);
        const auto& called = somebody();
        out_ += "      contact: " + called.name + "\n";
    }
    void lodging() {
        const auto l = record_level(Level::delegation);
        out_ += "      from: 2027-05-17\n      nights: 2\n      group: Blue\n      phone: \"" + phone(l) + "\"\n";
        text("note", l);
        place(l);
    }
    std::string stop(Level level, const char* time) {
        return "{airport: KIX, city: " + word(level) + ", time: 2027-05-17 " + time + ", zone: Asia/Tokyo}";
    }
    void flight() {
        const auto l = record_level(Level::delegation);
        text("title", l);
        apart("booking", l, Level::staff, [&](Level level) { return word(level); });
        out_ += "      group: Blue\n      legs: [{number: " + word(l) + ", from: " + stop(l, "10:00") +
                ", to: " + stop(l, "12:00") + ", note: " + word(l) + "}]\n";
    }
    void letter() {
        out_ += "  welcome:\n";
        const auto l = record_level(Level::delegation);
        for (const char* each : {"title", "text", "signer", "office"}) text(each, l);
        out_ +=
            "      portrait: " + photo(l) + "\n      signature: {file: " + word(l) + ".svg, alt: " + word(l) + "}\n";
    }
    void hosting() {
        const auto l = record_level(Level::host);
        const auto &guest = somebody(), &host = somebody();
        out_ += "      guests: [" + guest.name + "]\n      host: " + host.name + "\n      time: 2027-05-17 18:00\n";
        const auto all = std::max({l, guest.level, host.level});  // who sees neither sees no pairing
        text("pickup", all);
        text("note", all);
    }
};

/// Everything that a page could print of a visit, in one string.
std::string everything_of(const Visit& visit) {
    std::string out;
    const auto add = [&](const auto& each) { out += each + "\n"; };
    const auto add_if = [&](const auto& each) {
        if (each) out += each->value + "\n";
    };
    const auto add_photo = [&](const std::optional<Photo>& photo) {
        if (!photo) return;
        add(photo->file.value);
        add_if(photo->credit);
    };
    for_each_text(visit, [&](const Text& text, Level, TextKind) {
        for (const auto& version : text.versions) add(plain(version.value));
    });
    add_if(visit.calendar);
    add_photo(visit.photo);
    if (visit.welcome) {
        add_photo(visit.welcome->portrait);
        add_photo(visit.welcome->signature);
    }
    for (const auto& each : visit.people) {
        add_if(each.id);
        add_if(each.phone);
        add_if(each.email);
        add_if(each.born);
        add_photo(each.photo);
    }
    for (const auto& [key, place] : visit.places) add_if(place.phone);
    for (const auto& each : visit.itinerary) add_if(each.contact);
    for (const auto& each : visit.lodging) add_if(each.phone);
    for (const auto& each : visit.flights) {
        add_if(each.booking);
        for (const auto& leg : each.legs) add_if(leg.number);
    }
    for (const auto& each : visit.emergency) add(each.phone.value);
    for (const auto& each : visit.hosting) {
        add(each.host.value);
        for (const auto& guest : each.guests) add(guest.value);
    }
    for (const auto& each : visit.facts) add_if(each.source);
    return out;
}

void keys_of(const yaml::Type& type, std::set<std::string>& keys) {
    for (const auto& each : type.of) keys_of(each, keys);
    for (const auto& field : type.fields) {
        keys.insert(field.key);
        keys_of(field.type, keys);
    }
}

struct Read {
    SourceFiles files;
    Diagnostics found;
    std::vector<Visit> visits;
    explicit Read(const std::string& text) {
        Project project;
        project.file("content/organisation.yaml", small_organisation)
            .file("content/publications.yaml", small_publications)
            .file("content/cities/lyon.yaml", "city: {name: Lyon, country: FR}\n")
            .file("content/visits/x.yaml", text);
        visits = content::read(project.folder(), files, 1, found).visits;
    }
};

}  // namespace

TEST_CASE("no audience sees what is not for it, and the staff see all") {
    std::string written;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Author author(seed);
        const auto text = author.visit();
        written += text;
        const Read read(text);
        REQUIRE(read.visits.size() == 1);
        for (const Level level : {Level::anybody, Level::delegation, Level::host, Level::staff}) {
            const auto seen = everything_of(visit_for(read.visits[0], level));
            for (const auto& marker : author.markers) {
                INFO(text << "\nfor " << name_of(level) << ": " << marker.text << " is for " << name_of(marker.level));
                const bool is_seen = seen.find(marker.text) != std::string::npos;
                if (marker.level > level) REQUIRE_FALSE(is_seen);
                if (level == Level::staff) REQUIRE(is_seen);
            }
        }
    }
    // The author above leaves out no field, so that a new one cannot slip through.
    SourceFiles files;
    const Fields shared(files);
    const VisitFields fields(shared, files);
    std::set<std::string> keys;
    for (const auto& each : yaml::describe(fields.visit_file)) {
        keys.insert(each.key);
        keys_of(each.type, keys);
    }
    for (const char* of_photo :
         {"kind", "caption", "licence", "focus", "protect", "whole", "usable", "duration", "decorative", "minors"})
        keys.erase(of_photo);
    for (const auto& key : keys) {
        INFO(key);
        CHECK(written.find(key + ":") != std::string::npos);
    }
}

TEST_CASE("without a word from the author private fields are private") {
    const Read read(
        "visit:\n  title: T\n  dates: {from: 2027-05-17, to: 2027-05-17}\n  host: home\n  guest: lyon\n  languages: "
        "[en]\n"
        "  people:\n"
        "    - {family: Open, level: public, phone: \"+1 555 0001\", email: a@example.org, address: Street, diet: "
        "fish,\n"
        "       health: asthma, born: 1990-01-02, note: quiet}\n"
        "    - {family: Guest}\n"
        "    - {family: Child, level: public, minor: yes}\n");
    const Visit open = visit_for(read.visits.at(0), Level::anybody);
    REQUIRE(open.people.size() == 1);
    CHECK(everything_of(open) == "T\nOpen\n");
    const Visit hosts = visit_for(read.visits.at(0), Level::host);
    CHECK(hosts.people.size() == 3);
    CHECK(hosts.people[0].phone);
    CHECK(hosts.people[0].diet);
    CHECK(hosts.people[0].address);
    CHECK_FALSE(hosts.people[0].health);
    CHECK_FALSE(hosts.people[0].born);
    const Visit guests = visit_for(read.visits.at(0), Level::delegation);
    CHECK(guests.people.size() == 3);
    CHECK_FALSE(guests.people[0].phone);
    CHECK_FALSE(guests.people[0].diet);
}

TEST_CASE("a reference to somebody who is not shown is not shown, even where a namesake is left") {
    const Read read(
        "visit:\n  title: T\n  dates: {from: 2027-05-17, to: 2027-05-17}\n  host: home\n  guest: lyon\n  languages: "
        "[en]\n"
        "  people:\n    - {family: Doe, given: Jane, level: staff}\n    - {family: Doe, given: Jane, id: other, level: "
        "public}\n"
        "  itinerary: [{date: 2027-05-17, title: Walk, contact: Jane Doe, level: public}]\n");
    CHECK(visit_for(read.visits.at(0), Level::staff).itinerary.at(0).contact);
    CHECK_FALSE(visit_for(read.visits.at(0), Level::anybody).itinerary.at(0).contact);
}
