#include "layout/fields.hpp"

#include <algorithm>
#include <utility>

#include "layout/contact_fields.hpp"
#include "layout/directory_fields.hpp"
#include "layout/euphony.hpp"
#include "layout/facts.hpp"
#include "layout/map_fields.hpp"
#include "layout/partner_fields.hpp"
#include "layout/phrases.hpp"
#include "layout/sentences.hpp"
#include "layout/visit_binding.hpp"
#include "layout/whole_names.hpp"

namespace brochure::layout {
namespace {

std::size_t count_lines(const content::RichText& text) {
    const std::string plain = content::plain(text);
    return 1 + static_cast<std::size_t>(std::count(plain.begin(), plain.end(), '\n'));
}

// Lines in a row, a semicolon between those that end on no stop of their own.
content::RichText joined(const content::RichText& text, const std::string& lang) {
    content::RichText row = text;
    row.blocks.resize(1);
    auto& spans = row.blocks.front().spans;
    for (std::size_t i = 1; i < text.blocks.size(); ++i) {
        if (!spans.empty()) spans.back().text += '\n';
        spans.insert(spans.end(), text.blocks[i].spans.begin(), text.blocks[i].spans.end());
    }
    const bool close = is_written_close(lang);
    for (auto& span : spans) {
        std::string words;
        for (const char c : span.text) {
            const bool stops =
                !words.empty() && std::string_view{".,;:!?"}.find(words.back()) != std::string_view::npos;
            words += c != '\n' ? std::string{c} : stops ? " " : close ? "\uFF1B" : "; ";
        }
        span.text = words;
    }
    return row;
}

class Binder {
public:
    Binder(const Sources& sources, Fields& fields) : sources_{sources}, fields_{fields}, lang_{sources.job.lang} {}

    void text(const std::string& source, const content::Text& value,
              content::TextKind kind = content::TextKind::words) {
        if (auto words = words_in(value, sources_, kind); words.text) fields_.set(source, std::move(words));
    }
    void name(const std::string& source, const content::Text& value) { text(source, value, content::TextKind::name); }
    // The same for a place of so many lines: those the author ended, where they are more, become one paragraph.
    void in_lines(const std::string& source, const content::Text& value, std::size_t most) {
        const auto words = words_in(value, sources_, content::TextKind::words);
        if (!words.text) return;
        const bool fits = count_lines(*words.text) <= most;
        fields_.set(source, fits ? words : fields_.keep(joined(*words.text, words.lang), words.lang));
    }
    // One that is there for the reader, or else the whole text.
    void shorter(const std::string& source, const content::Text& value, const content::Text& whole) {
        const auto& untagged = content::untagged_language(*sources_.job.publication);
        const auto is_theirs = [&](const content::Text& one) {
            return !one.empty() && content::is_in(one, content::TextKind::words, lang_, untagged);
        };
        if (is_theirs(value) || !is_theirs(whole)) text(source, value);
    }
    void made_word(const std::string& source, std::string_view key) {
        if (auto words = word(key); !words.empty())
            fields_.set(source, fields_.make(std::move(words), label_language(sources_.content, key, lang_),
                                             sources_.job.publication->where));
    }
    void made(const std::string& source, std::string value, SourcePosition where = {}) {
        if (!value.empty()) fields_.set(source, fields_.make(std::move(value), lang_, where));
    }
    // `of`: the city that it shows, whose names stay together in its caption.
    void photo(const std::string& source, const content::Photo& value, const content::City* of = nullptr) {
        const auto found = sources_.photos.find(value.file.value);
        if (found == sources_.photos.end()) return;
        const auto alt = words_in(value.alt, sources_);
        fields_.set(source, PhotoField{&value, &found->second, plain_in(value.alt, lang_), alt.lang});
        std::string caption = plain_in(value.caption, lang_);
        if (of) caption = with_whole_names(std::move(caption), *of, sources_.content.organisation);
        const std::string whole = with_credit(caption, value);
        if (whole.empty()) return;
        const auto printed =
            captioned(whole, caption.size(), words_in(value.caption, sources_).lang, value.caption.where);
        fields_.set(source + ".caption", printed);
        // A caption on the facing page says where its picture is (DESIGN 9).
        for (const std::string side : {"left", "right"}) {
            content::RichText text = *printed.text;
            content::Span direction;
            direction.text = word(side) + "\u2002";
            direction.strong = true;
            direction.where = value.caption.where;
            text.blocks.front().spans.insert(text.blocks.front().spans.begin(), std::move(direction));
            fields_.set(source + ".caption." + side, fields_.keep(std::move(text), lang_));
        }
    }
    void divided(const std::string& prefix, const Words& words, int all_first, int first_sentences) {
        auto [lead, body] = divide(*words.text, all_first, first_sentences);
        if (!lead.empty()) fields_.set(prefix + "lead", fields_.keep(std::move(lead), words.lang));
        if (!body.empty()) fields_.set(prefix + "body", fields_.keep(std::move(body), words.lang));
    }
    std::string word(std::string_view key, const std::map<std::string, std::string>& values = {}) const {
        return label(sources_.content, key, lang_, values);
    }

private:
    // Caption and credit; the caption's own language, where it is another one.
    Words captioned(const std::string& whole, std::size_t caption, const std::string& lang, SourcePosition where) {
        auto text = *fields_.make(whole, lang_, where).text;
        if (caption > 0 && content::primary_subtag(lang) != content::primary_subtag(lang_)) {
            auto& spans = text.blocks.front().spans;
            spans.push_back(spans.front());
            spans.front().text.resize(caption);
            spans.front().lang = lang;
            spans.back().text.erase(0, caption);
        }
        return fields_.keep(std::move(text), lang_);
    }
    std::string with_credit(const std::string& caption, const content::Photo& photo) const {
        if (!photo.credit) return caption;
        const bool drawn = photo.kind == content::Photo::Kind::illustration;
        std::string credit =
            word(drawn ? "illustration-credit" : "photograph-credit", {{"credit", photo.credit->value}});
        if (caption.empty()) return credit;
        if (is_written_close(lang_)) return caption + "\u3000" + credit;
        const bool closed = caption.back() == '.' || caption.back() == '!' || caption.back() == '?';
        return caption + (closed ? " " : ". ") + credit;
    }

    const Sources& sources_;
    Fields& fields_;
    std::string lang_;
};

// The caption in the second language of a document, where somebody wrote it in that.
void bind_second_caption(const content::Text& caption, const std::string& lang, Fields& fields) {
    const auto* version = lang.empty() ? nullptr : caption.find(lang);
    if (version && content::primary_subtag(version->lang) == content::primary_subtag(lang))
        fields.set("photo.caption.2", Words{&version->value, lang});
}

void bind_organisation(Binder& binder, const Sources& sources, Fields& fields, int all_first, int first_sentences) {
    const auto& organisation = sources.content.organisation;
    const auto& lang = sources.job.lang;
    binder.name("organisation", organisation.name);
    if (organisation.logo) binder.photo("organisation.logo", *organisation.logo);
    if (organisation.cover) binder.photo("cover", *organisation.cover);
    bind_contacts(sources, fields);
    binder.text("meetings", organisation.meetings);
    binder.in_lines("meetings.short", organisation.meetings, 2);
    if (organisation.mission) {
        binder.text("mission.label", organisation.mission->label);
        binder.text("mission.text", organisation.mission->text);
        binder.shorter("mission.text.short", organisation.mission->shorter, organisation.mission->text);
        if (const auto* words = fields.find_as<Words>("mission.text"))
            binder.divided("mission.", *words, all_first, first_sentences);
    }
    // A small place for what the organisation is; the mission, where nothing else says it.
    if (const auto& about = organisation.about ? organisation.about : organisation.mission) {
        binder.made_word("about.label", organisation.about ? "about" : "mission");
        if (!about->title.empty()) binder.text("about.label", about->label);
        binder.text("about.title", about->title.empty() ? about->label : about->title);
        binder.text("about.text", about->text);
        binder.shorter("about.text.short", about->shorter, about->text);
    }
    FiguresField figures;
    for (const auto& figure : organisation.figures) {
        FiguresField::Figure entry;
        entry.number = words_in(figure.number, sources);
        if (!entry.number.text) continue;
        if (auto words = words_in(figure.before, sources); words.text) entry.before = std::move(words);
        if (auto words = words_in(figure.after, sources); words.text) entry.after = std::move(words);
        figures.figures.push_back(std::move(entry));
    }
    if (!figures.figures.empty()) fields.set("figures", std::move(figures));
    const std::string home = plain_in(organisation.home.city, lang), region = plain_in(organisation.home.region, lang);
    binder.made("home", home, organisation.home.city.where);
    // Latin names keep their own order and their comma in the middle of Chinese and Japanese.
    const auto is_latin = [](const std::string& name) { return static_cast<unsigned char>(name.front()) < 0xE0; };
    const bool close =
        is_written_close(lang) && !home.empty() && !region.empty() && !is_latin(home) && !is_latin(region);
    const std::string line = region.empty() ? home
                             : close        ? region + home
                                            : home + (is_written_close(lang) ? ", " : comma_in(lang)) + region;
    binder.made("home-line", line, organisation.home.city.where);
}

void bind_involve(Binder& binder, const content::Involve& involve, const Sources& sources, Fields& fields) {
    binder.made_word("involve.label", "involve");
    binder.text("involve.label", involve.label);
    binder.text("involve.title", involve.title);
    TableField table;
    for (const auto& item : involve.items) {
        auto& row = table.rows.emplace_back();
        if (auto words = words_in(item.label, sources); words.text) row.push_back(std::move(words));
        if (auto words = words_in(item.value, sources, content::TextKind::name); words.text)
            row.push_back(std::move(words));
    }
    std::erase_if(table.rows, [](const auto& row) { return row.empty(); });
    if (!table.rows.empty()) fields.set("involve", std::move(table));
}

void bind_goals(Binder& binder, const content::Goals& goals, const Sources& sources, Fields& fields) {
    binder.made_word("goals.label", "goals");
    binder.text("goals.label", goals.label);
    binder.text("goals.title", goals.title);
    ListField list;
    for (const auto& item : goals.items)
        if (auto words = words_in(item, sources); words.text) list.items.push_back(std::move(words));
    if (!list.items.empty()) fields.set("goals", std::move(list));
}

// Where a section is about one of its parts, that part's words are its own.
void bind_own(Binder& binder, Fields& fields, const std::string& part) {
    for (const std::string name : {"label", "title"})
        if (const auto* words = fields.find_as<Words>(part + "." + name)) fields.set(name, *words);
    const auto* title = fields.find_as<Words>(part + ".title");
    binder.made("continued", (title ? content::plain(*title->text) : "") + " " + binder.word("continued"));
}

void bind_city(Binder& binder, const Sources& sources, Fields& fields, const content::City& city, int all_first,
               int first_sentences) {
    binder.name("name", city.name);
    binder.made("country", country_of(city, sources.job.lang), city.country.where);
    if (city.photo) binder.photo("photo", *city.photo, &city);
    if (city.logo) binder.photo("city.logo", *city.logo);
    binder.text("text", city.text);
    binder.shorter("text.short", city.shorter, city.text);
    binder.text("lead", city.lead);
    if (const auto* words = fields.find_as<Words>("text")) {
        if (fields.find("lead"))
            fields.set("body", *words);
        else
            binder.divided("", *words, all_first, first_sentences);
    }
    bind_phrases(sources, city, fields);
    if (auto facts = facts_of(sources, city, fields); !facts.facts.empty()) fields.set("facts", std::move(facts));
}

}  // namespace

Fields bind_city(const Sources& sources, const content::City& city, int all_first, int first_sentences) {
    Fields fields;
    Binder binder{sources, fields};
    bind_city(binder, sources, fields, city, all_first, first_sentences);
    bind_arc(sources, city, fields);
    return fields;
}

Fields bind_person(const Sources& sources, const Subject& subject, const Fields& shared) {
    Fields fields;
    fields.borrow(shared);
    if (sources.visit && subject.person) {
        bind_visit_person(sources, *subject.person, fields);
        if (subject.person->photo) Binder{sources, fields}.photo("person.photo", *subject.person->photo);
    }
    return fields;
}

Fields bind(const Sources& sources, const Subject& subject, int all_first, int first_sentences) {
    Fields fields = subject.city ? bind_city(sources, *subject.city, all_first, first_sentences) : Fields{};
    Binder binder{sources, fields};
    const auto& organisation = sources.content.organisation;
    for (const auto key : {"contact", "committee", "meetings", "mission", "about", "goals", "cities", "contents", "qr",
                           "involve", "contacts", "before-call", "directory", "notes"})
        binder.made_word("label." + std::string{key}, key);
    if (sources.content.cities.size() == 1) binder.made_word("label.cities", "one-city");
    for (const auto& section : sources.job.publication->sections) fields.set("sections." + section.value, Present{});
    if (subject.kind == "city") return fields;
    if (sources.visit) {
        bind_visit(sources, subject, fields);
        if (const auto* picture = picture_of(sources.content, *sources.visit)) {
            binder.photo("photo", *picture);
            bind_second_caption(picture->caption, sources.job.publication->second_lang, fields);
        }
        if (const auto& letter = sources.visit->welcome) {
            if (letter->portrait) binder.photo("welcome.portrait", *letter->portrait);
            if (letter->signature) binder.photo("welcome.signature", *letter->signature);
        }
        bind_organisation(binder, sources, fields, all_first, first_sentences);
        return fields;
    }
    bind_organisation(binder, sources, fields, all_first, first_sentences);
    if (subject.partners) bind_cities(sources, subject, fields);
    if (!subject.city && subject.kind != "directory") bind_arcs(sources, subject, fields);
    if (subject.each_city) bind_each_city(sources, fields, all_first, first_sentences);
    binder.text("cover.title", organisation.cover_title);
    if (!fields.find("cover.title")) binder.text("cover.title", organisation.name);
    if (organisation.involve) bind_involve(binder, *organisation.involve, sources, fields);
    if (organisation.goals) bind_goals(binder, *organisation.goals, sources, fields);
    if (subject.kind == "cover") {
        bind_own(binder, fields, "cover");
    } else if (subject.kind == "mission" && organisation.mission) {
        binder.made_word("label", "mission");
        binder.text("label", organisation.mission->label);
        binder.text("text", organisation.mission->text);
        if (const auto* words = fields.find_as<Words>("text")) binder.divided("", *words, 0, 400);
    } else if ((subject.kind == "about" || subject.kind == "handout-back") && organisation.about) {
        binder.made_word("label", "about");
        binder.text("label", organisation.about->label);
        binder.text("title", organisation.about->title);
        binder.text("text", organisation.about->text);
    } else if (subject.kind == "entries") {
        binder.made_word("title", "contents");
    } else if (subject.kind == "contents") {
        binder.made_word("label", sources.content.cities.size() == 1 ? "one-city" : "cities");
        binder.text("title", organisation.cities_title);
        bind_many(sources, fields);
    } else if (subject.kind == "directory") {
        binder.made_word("label", "directory");
        bind_directory(sources, fields);
    } else if (subject.kind == "involve" || subject.kind == "goals") {
        bind_own(binder, fields, subject.kind);
    }
    return fields;
}

}  // namespace brochure::layout
