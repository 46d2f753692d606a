// R86: every publication of the sample holds when all of its words are 35 % longer, as a translation's may be.
#include <algorithm>
#include <cctype>

#include "catch.hpp"
#include "content/visit_documents.hpp"
#include "layout/choices.hpp"
#include "layout/layout.hpp"
#include "layout/sentences.hpp"

using namespace brochure;

namespace {

// Words of three letters and more have their first vowel repeated until the text is 35 % longer.
class Stretcher {
public:
    std::string operator()(const std::string& text) {
        std::string out, word;
        for (const char c : text + ' ') {
            if (std::isalpha(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80U)) {
                word += c;
                continue;
            }
            owed_ += 0.35 * static_cast<double>(word.size() + 1);
            out += longer(word);
            out += c;
            word.clear();
        }
        out.pop_back();
        return out;
    }

private:
    std::string longer(std::string word) {
        const auto vowel = word.find_first_of("aeiouy");
        if (word.size() < 3 || vowel == std::string::npos) return word;
        const auto more = static_cast<std::size_t>(std::min(owed_, 4.0));
        word.insert(vowel, more, word[vowel]);
        owed_ -= static_cast<double>(more);
        return word;
    }
    double owed_ = 0;
};

void stretch(content::Text& text) {
    Stretcher stretched;
    for (auto& version : text.versions)
        for (auto& block : version.value.blocks)
            for (auto& span : block.spans) span.text = stretched(span.text);
}

void stretch(content::Content& content) {
    auto& organisation = content.organisation;
    for (auto* section : {&organisation.about, &organisation.mission})
        if (*section)
            for (auto* text :
                 {&(*section)->label, &(*section)->title, &(*section)->lead, &(*section)->text, &(*section)->shorter})
                stretch(*text);
    stretch(organisation.goals->title);
    for (auto& item : organisation.goals->items) stretch(item);
    for (auto& figure : organisation.figures) {
        stretch(figure.before);
        stretch(figure.after);
    }
    for (auto& city : content.cities) {
        city.layout.reset();  // a layout that is named is kept, come what may, or is an error (DESIGN 7.5)
        stretch(city.lead);
        stretch(city.text);
        stretch(city.shorter);
        stretch(city.photo->caption);
    }
}

void stretch(content::Content& content, content::Visit& visit) {
    for (auto* text : {&visit.title, &visit.subtitle, &visit.notice}) stretch(*text);
    for (auto* text : {&visit.welcome->title, &visit.welcome->text, &visit.welcome->signer, &visit.welcome->office})
        stretch(*text);
    for (auto& person : visit.people)
        for (auto* text : {&person.family, &person.given, &person.role}) stretch(*text);
    for (auto& [key, place] : visit.places) stretch(place.name);
    for (auto& item : visit.itinerary) {
        for (auto* text : {&item.title, &item.spot, &item.address, &item.transport, &item.note}) stretch(*text);
        if (item.place) stretch(item.place->name);
    }
    for (auto& number : visit.emergency) stretch(number.label);
    for (auto& phrase : visit.phrases)
        for (auto* text : {&phrase.text, &phrase.reading}) stretch(*text);
    for (auto& fact : visit.facts)
        for (auto* text : {&fact.label, &fact.value}) stretch(*text);
    for (auto& [key, label] : content.labels)
        if (key.starts_with("visit-") && key != "visit-guest-name" && !key.ends_with("-day") &&
            !key.ends_with("-text") && key != "visit-day-before")
            stretch(label);
}

// `read`: only what is read aloud, without the folios between the parts of a text.
std::string all_words(const page::Publication& publication, bool read = false) {
    std::string all;
    for (const auto& page : publication.pages) {
        for (const auto& item : page.items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item);
                placed && (!read || placed->element.index >= 0))
                all += placed->run.has_actual_text ? placed->run.actual_text : placed->run.text;
        all += ' ';
    }
    return all;
}

// The words of `text` that are not among those of the pages; white space and soft hyphens do not count.
std::string lost(const content::Text& text, const std::string& pages) {
    const auto bare = [](std::string words) {
        for (auto at = words.find("\u00AD"); at != std::string::npos; at = words.find("\u00AD", at)) words.erase(at, 2);
        std::erase_if(words, [](unsigned char c) { return std::isspace(c) != 0 || (c & 0x80U) != 0 || c == '\''; });
        return words;
    };
    const std::string there = bare(pages);
    std::string missing;
    for (const auto& block : text.find("en-US")->value.blocks)
        for (const auto& span : block.spans) {
            const std::string words = bare(span.text);
            // A text may go on in another column or on another page: its parts are looked for.
            for (std::size_t at = 0; at + 20 <= words.size(); at += 20)
                if (there.find(words.substr(at, 20)) == std::string::npos) missing += words.substr(at, 20) + " ";
        }
    return missing;
}

content::Text first_sentence(content::Text text) {
    for (auto& version : text.versions) version.value = layout::leading_sentences(version.value, 1);
    return text;
}

}  // namespace

TEST_CASE("every publication of the sample holds with words 35 % longer, and none of them is lost") {
    SourceFiles files;
    Diagnostics found;
    auto content = content::read(PROJECT_DIR, files, 1, found);
    const auto read = [&](const char* name) { return files.add(name, std::string{design::embedded().at(name)}); };
    const auto design = design::read(read("content/designs/municipal.yaml"), files, found);
    const auto manifest = design::read_fonts(read("fonts/fonts.yaml"), files, found);
    REQUIRE_FALSE(found.has_errors());
    stretch(content);
    image::Photo square;
    square.width = square.height = 3000;
    image::Photo cover;
    cover.width = 3375;
    cover.height = 2625;
    layout::Photos photos{{"cover.jpg", cover}};
    for (const auto& city : content.cities) photos[city.photo->file.value] = square;
    text::Fonts fonts{manifest, {}};
    const auto large = design::read(read("content/designs/large-print.yaml"), files, found);
    REQUIRE_FALSE(found.has_errors());
    for (const auto& publication : content.publications) {
        if (!publication.visit.empty()) continue;  // in a design of its own
        layout::Job job;
        job.publication = &publication;
        job.lang = publication.lang;
        job.format = layout::large_print_format(publication, design);
        if (publication.for_each) job.city = &content.cities.front();
        Diagnostics said;
        const auto made = layout::compose(content, large, job, photos, fonts, said);
        INFO("large print of " << publication.name.value);
        CHECK_FALSE(said.has_errors());
        REQUIRE(made);
        const std::string pages = all_words(*made, true);
        if (!publication.for_each) CHECK(lost(content.organisation.mission->text, pages).empty());
        CHECK(lost(content.organisation.about->text, pages).empty());
        CHECK(lost(content.cities.front().text, pages).empty());
    }
    for (const auto& publication : content.publications) {
        if (!publication.visit.empty()) continue;  // in a design of its own
        layout::Job job;
        job.publication = &publication;
        job.lang = publication.lang;
        if (publication.for_each) job.city = &content.cities.front();
        Diagnostics said;
        const auto made = layout::compose(content, design, job, photos, fonts, said);
        INFO(publication.name.value);
        for (const auto& one : said.all()) {
            INFO(one.text);
            CHECK(one.severity != Severity::error);
        }
        REQUIRE(made);
        const std::string pages = all_words(*made);
        if (publication.for_each) {
            CHECK(lost(content.cities.front().text, pages).empty());
            // The back has room for some sentences of the organisation's text: what it leaves out is told (DESIGN 7.9).
            const bool told = std::any_of(said.all().begin(), said.all().end(),
                                          [](const auto& one) { return one.rule == "sentences-left-out"; });
            CHECK(lost(content.organisation.about->text, pages).empty() != told);
            CHECK(lost(first_sentence(content.organisation.about->text), pages).empty());
            continue;
        }
        if (publication.name.value == "leaflet") {
            // It has room for whole sentences, some of each text; what it leaves out is told (DESIGN 7.8).
            CHECK(lost(first_sentence(content.organisation.mission->text), pages).empty());
            CHECK(lost(first_sentence(content.organisation.about->text), pages).empty());
            for (const auto& city : content.cities) CHECK(lost(first_sentence(city.text), pages).empty());
            const auto told = std::count_if(said.all().begin(), said.all().end(),
                                            [](const auto& one) { return one.rule == "sentences-left-out"; });
            CHECK(told >= 5);
            continue;
        }
        CHECK(lost(content.organisation.mission->text, pages).empty());
        CHECK(lost(content.organisation.about->text, pages).empty());
        for (const auto& city : content.cities) CHECK(lost(city.text, pages).empty());
        for (const auto& goal : content.organisation.goals->items) CHECK(lost(goal, pages).empty());
    }
    // A handout without coordinates has the texts of the organisation in full.
    content.cities.front().coordinates.reset();
    layout::Job job;
    const auto handout = std::find_if(content.publications.begin(), content.publications.end(),
                                      [](const auto& one) { return one.for_each.has_value(); });
    REQUIRE(handout != content.publications.end());
    job.publication = &*handout;
    job.lang = job.publication->lang;
    job.city = &content.cities.front();
    Diagnostics said;
    const auto made = layout::compose(content, design, job, photos, fonts, said);
    REQUIRE(made);
    CHECK(lost(content.organisation.mission->text, all_words(*made)).empty());
    CHECK(lost(content.organisation.about->text, all_words(*made)).empty());
}

TEST_CASE("every document of the sample visit holds with words 35 % longer, on both papers and in large print") {
    const std::string paper = GENERATE("letter", "a4");
    const bool large_print = GENERATE(false, true);
    SourceFiles files;
    Diagnostics found;
    auto content = content::read(PROJECT_DIR, files, 1, found);
    const auto read = [&](const std::string& name) {
        return files.add(name, std::string{design::embedded().at(name)});
    };
    const auto design = design::read(read("content/designs/visit.yaml"), files, found);
    const auto large = design::read(read("content/designs/large-print.yaml"), files, found);
    const auto manifest = design::read_fonts(read("fonts/fonts.yaml"), files, found);
    REQUIRE_FALSE(found.has_errors());
    REQUIRE_FALSE(content.visits.empty());
    auto& visit = content.visits.front();
    visit.paper.value = paper;
    stretch(content, visit);
    image::Photo square;
    square.width = square.height = 3000;
    const layout::Photos photos{{"seika.jpg", square}};
    text::Fonts fonts{manifest, {}};
    std::size_t made_documents = 0;
    for (const auto& publication : content::documents_of(visit, content.labels)) {
        if (large_print && !large.sections.contains(publication.document)) continue;
        INFO(publication.name.value << " on " << paper << (large_print ? ", large print" : ""));
        layout::Job job;
        job.publication = &publication;
        job.lang = publication.lang;
        if (large_print) job.format = layout::large_print_format(publication, design);
        Diagnostics said;
        const auto made = layout::compose(content, large_print ? large : design, job, photos, fonts, said);
        for (const auto& one : said.all()) {
            INFO(one.text);
            CHECK(one.severity != Severity::error);
        }
        REQUIRE(made);
        ++made_documents;
        const std::string pages = all_words(*made, true);
        if (publication.document == "programme")
            for (const auto& item : visit.itinerary) CHECK(lost(item.title, pages).empty());
        if (publication.document == "welcome" && publication.lang == "en")
            CHECK(lost(visit.welcome->text, pages).empty());
        for (const auto& page : made->pages)
            for (const auto& item : page.items)
                if (const auto* run = std::get_if<page::PlacedRun>(&item)) {
                    INFO(run->run.text);
                    CHECK((run->origin.x + run->run.advance).pt() < page.trim.width.pt());
                    CHECK(run->origin.y.pt() < page.trim.height.pt());
                }
    }
    CHECK(made_documents >= (large_print ? 10U : 14U));
}
