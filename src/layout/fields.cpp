#include "layout/fields.hpp"

#include <algorithm>
#include <utility>

#include "layout/facts.hpp"
#include "layout/map_fields.hpp"
#include "layout/sentences.hpp"

namespace brochure::layout {
namespace {

constexpr std::size_t names_on_cover = 8;  // DESIGN 7.1: with more partners, their number

class Binder {
public:
    Binder(const Sources& sources, Fields& fields) : sources_{sources}, fields_{fields}, lang_{sources.job.lang} {}

    void text(const std::string& source, const content::Text& value) {
        if (const auto* version = value.find(lang_); version && !version->value.empty())
            fields_.set(source, Words{&version->value, version->lang.empty() ? lang_ : version->lang});
    }
    void made(const std::string& source, std::string value, SourcePosition where = {}) {
        if (!value.empty()) fields_.set(source, fields_.make(std::move(value), lang_, where));
    }
    void photo(const std::string& source, const content::Photo& value) {
        const auto found = sources_.photos.find(value.file.value);
        if (found == sources_.photos.end()) return;
        fields_.set(source, PhotoField{&value, &found->second, plain_in(value.alt, lang_), lang_});
        const std::string caption = plain_in(value.caption, lang_);
        const std::string whole = with_credit(caption, value);
        made(source + ".caption", whole, value.caption.where);
        if (whole.empty()) return;
        // A caption on the facing page says where its picture is (DESIGN 9).
        for (const std::string side : {"left", "right"}) {
            content::RichText text = *fields_.make(whole, lang_, value.caption.where).text;
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
    std::string with_credit(const std::string& caption, const content::Photo& photo) const {
        if (!photo.credit) return caption;
        const bool drawn = photo.kind == content::Photo::Kind::illustration;
        const std::string credit =
            word(drawn ? "illustration-credit" : "photograph-credit", {{"credit", photo.credit->value}});
        if (caption.empty()) return credit;
        const bool closed = caption.back() == '.' || caption.back() == '!' || caption.back() == '?';
        return caption + (closed ? " " : ". ") + credit;
    }

    const Sources& sources_;
    Fields& fields_;
    std::string lang_;
};

// Lines of an address; what is not given leaves none. Telephone numbers, e-mail and web addresses are links.
class Lines {
public:
    Lines& add(const std::string& words, SourcePosition where, const std::string& link = {}) {
        if (words.empty()) return *this;
        if (!spans_.empty()) spans_.back().text += std::exchange(beside_, false) ? "\u2003" : "\n";
        auto& span = spans_.emplace_back();
        span.text = words;
        span.link = link;
        span.where = where;
        return *this;
    }
    Lines& add(const std::optional<Located<std::string>>& line, const std::string& scheme) {
        if (!line) return *this;
        const bool whole = line->value.find("://") != std::string::npos;
        return add(line->value, line->where, whole ? line->value : scheme + without_spaces(line->value));
    }
    /// What comes next stands on the same line.
    Lines& beside() {
        beside_ = !spans_.empty();
        return *this;
    }
    bool empty() const { return spans_.empty(); }
    content::RichText text(SourcePosition where) const {
        content::RichText text;
        text.where = where;
        text.blocks.emplace_back().spans = spans_;
        return text;
    }

private:
    static std::string without_spaces(std::string words) {
        std::erase(words, ' ');
        return words;
    }
    std::vector<content::Span> spans_;
    bool beside_ = false;
};

// A web address as it is read: everybody knows that https:// stands before it.
Located<std::string> shown(const Located<std::string>& web) {
    const std::string scheme = "https://";
    std::string words = web.value.rfind(scheme, 0) == 0 ? web.value.substr(scheme.size()) : web.value;
    if (words.find('/') + 1 == words.size()) words.pop_back();  // of a bare host
    return {std::move(words), web.where};
}

void bind_contacts(Binder& binder, Fields& fields, const content::Contacts& contacts, const std::string& lang) {
    const auto keep = [&](const std::string& source, const Lines& lines, SourcePosition where) {
        if (!lines.empty()) fields.set(source, fields.keep(lines.text(where), lang));
    };
    Lines all, near, web, reach, direct;
    reach.add(plain_in(contacts.address, lang), contacts.address.where);
    reach.add(contacts.phone, "tel:").add(contacts.email, "mailto:");
    direct.add(contacts.phone, "tel:").add(contacts.email, "mailto:");
    all.add(plain_in(contacts.name, lang), contacts.where).add(plain_in(contacts.address, lang), contacts.where);
    all.add(contacts.phone, "tel:").add(contacts.email, "mailto:").add(contacts.web, "https://");
    if (contacts.web) web.add(shown(*contacts.web), "https://");
    if (contacts.web)
        near.add(contacts.web, "https://");
    else if (contacts.email)
        near.add(contacts.email, "mailto:");
    else
        near.add(contacts.phone, "tel:");
    keep("contacts", all, contacts.where);
    keep("contacts.short", near, contacts.where);
    keep("contacts.web", web, contacts.web ? contacts.web->where : contacts.where);
    keep("contacts.reach", reach, contacts.where);
    keep("contacts.direct", direct, contacts.where);
    binder.text("contacts.name", contacts.name);
}

// What can be said of a person or an office, a cell each; a column that nobody has is left out.
class Rows {
public:
    explicit Rows(Fields& fields, std::string lang) : fields_{fields}, lang_{std::move(lang)} {}
    void add(const std::vector<Lines>& cells, SourcePosition where) {
        auto& row = rows_.emplace_back();
        for (const auto& cell : cells)
            row.push_back(cell.empty() ? Words{nullptr, lang_} : fields_.keep(cell.text(where), lang_));
    }
    TableField table() && {
        for (std::size_t column = rows_.empty() ? 0 : rows_.front().size(); column-- > 0;)
            if (std::all_of(rows_.begin(), rows_.end(), [&](const auto& row) { return !row[column].text; }))
                for (auto& row : rows_) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
        return {std::move(rows_)};
    }

private:
    Fields& fields_;
    std::string lang_;
    std::vector<std::vector<Words>> rows_;
};

std::string on_one_line(std::string words) {
    for (std::size_t at = 0; (at = words.find('\n', at)) != std::string::npos; at += 2) words.replace(at, 1, ", ");
    return words;
}

// The committee; without one the organisation itself. With one, the organisation's own stand elsewhere.
void bind_contact_rows(Binder& binder, const content::Organisation& organisation, Fields& fields,
                       const std::string& lang) {
    Rows rows{fields, lang};
    if (!organisation.committee.empty()) {
        for (const auto& person : organisation.committee)
            rows.add({Lines{}.add(plain_in(person.role, lang), person.role.where),
                      Lines{}.add(person.name.value, person.name.where), Lines{}.add(person.phone, "tel:"),
                      Lines{}.add(person.email, "mailto:")},
                     person.where);
        if (const auto* reach = fields.find_as<Words>("contacts.reach")) fields.set("contacts.aside", *reach);
    } else if (const auto& contacts = organisation.contacts) {
        const auto add = [&](const std::string& key, const Lines& value) {
            if (!value.empty()) rows.add({Lines{}.add(binder.word(key), contacts->where), value}, contacts->where);
        };
        add("office", Lines{}.add(plain_in(contacts->name, lang), contacts->name.where));
        add("address", Lines{}.add(on_one_line(plain_in(contacts->address, lang)), contacts->address.where));
        add("phone", Lines{}.add(contacts->phone, "tel:"));
        add("email", Lines{}.add(contacts->email, "mailto:"));
        if (contacts->web) add("web", Lines{}.add(shown(*contacts->web), "https://"));
    }
    auto table = std::move(rows).table();
    if (!table.rows.empty()) fields.set("contacts.rows", std::move(table));
}

void bind_committee(Fields& fields, const std::vector<content::Person>& committee, const std::string& lang) {
    Lines people;
    for (const auto& person : committee) {
        const std::string role = plain_in(person.role, lang);
        people.add(person.name.value + (role.empty() ? "" : ", " + role), person.where);
        if (&person == &committee.front()) {
            // Where one person stands for all there are two lines.
            Lines first = people;
            first.add(person.phone, "tel:");
            if (person.phone) first.beside();
            fields.set("committee.first", fields.keep(first.add(person.email, "mailto:").text(person.where), lang));
        }
        people.add(person.phone, "tel:").add(person.email, "mailto:");
    }
    if (!people.empty()) fields.set("committee", fields.keep(people.text(committee.front().where), lang));
}

void bind_organisation(Binder& binder, const Sources& sources, Fields& fields, int all_first, int first_sentences) {
    const auto& organisation = sources.content.organisation;
    const auto& lang = sources.job.lang;
    binder.text("organisation", organisation.name);
    if (organisation.cover) binder.photo("cover", *organisation.cover);
    if (organisation.contacts) bind_contacts(binder, fields, *organisation.contacts, lang);
    bind_committee(fields, organisation.committee, lang);
    bind_contact_rows(binder, organisation, fields, lang);
    binder.text("meetings", organisation.meetings);
    if (organisation.mission) {
        binder.text("mission.label", organisation.mission->label);
        binder.text("mission.text", organisation.mission->text);
        if (const auto* words = fields.find_as<Words>("mission.text"))
            binder.divided("mission.", *words, all_first, first_sentences);
    }
    // A small place for what the organisation is; the mission, where nothing else says it.
    if (const auto& about = organisation.about ? organisation.about : organisation.mission) {
        binder.text("about.title", about->title.empty() ? about->label : about->title);
        binder.text("about.text", about->text);
        binder.text("about.text.short", about->shorter);
    }
    FiguresField figures;
    for (const auto& figure : organisation.figures) {
        FiguresField::Figure entry;
        entry.number = fields.make(figure.number.value, lang, figure.number.where);
        if (const auto* v = figure.before.find(lang)) entry.before = Words{&v->value, lang};
        if (const auto* v = figure.after.find(lang)) entry.after = Words{&v->value, lang};
        figures.figures.push_back(std::move(entry));
    }
    if (!figures.figures.empty()) fields.set("figures", std::move(figures));
    const std::string home = plain_in(organisation.home.city, lang), region = plain_in(organisation.home.region, lang);
    binder.made("home", home, organisation.home.city.where);
    binder.made("home-line", region.empty() ? home : home + ", " + region, organisation.home.city.where);
}

void bind_cities(Binder& binder, const Sources& sources, Fields& fields) {
    const auto& cities = sources.content.cities;
    if (cities.empty()) return;
    const auto& lang = sources.job.lang;
    binder.text("cities.title", sources.content.organisation.cities_title);
    std::string names;
    for (const auto& city : cities) names += (names.empty() ? "" : ", ") + plain_in(city.name, lang);
    if (cities.size() > names_on_cover)
        names = label(sources.content, "partner-cities", lang, {{"count", std::to_string(cities.size())}});
    binder.made("partners", names, cities.front().name.where);
    TableField table;
    for (const auto& city : cities) {
        std::vector<Words> row;
        const auto add = [&](std::string text, SourcePosition where) {
            row.push_back(fields.make(std::move(text), lang, where));
        };
        add(plain_in(city.name, lang), city.name.where);
        add(country_of(city, lang), city.country.where);
        if (const auto distance = distance_of(sources, city)) add(joined(*distance), city.coordinates->where);
        table.rows.push_back(std::move(row));
    }
    fields.set("cities", std::move(table));
}

void bind_involve(Binder& binder, const content::Involve& involve, const std::string& lang, Fields& fields) {
    binder.made("label", binder.word("involve"));
    binder.text("label", involve.label);
    binder.text("title", involve.title);
    binder.made("continued", plain_in(involve.title, lang) + " " + binder.word("continued"));
    TableField table;
    for (const auto& item : involve.items) {
        auto& row = table.rows.emplace_back();
        for (const auto* text : {&item.label, &item.value})
            if (const auto* version = text->find(lang); version && !version->value.empty())
                row.push_back({&version->value, lang});
    }
    std::erase_if(table.rows, [](const auto& row) { return row.empty(); });
    if (!table.rows.empty()) fields.set("involve", std::move(table));
}

void bind_city(Binder& binder, const Sources& sources, Fields& fields, const content::City& city, int all_first,
               int first_sentences) {
    binder.text("name", city.name);
    binder.made("country", country_of(city, sources.job.lang), city.country.where);
    if (city.photo) binder.photo("photo", *city.photo);
    binder.text("text", city.text);
    binder.text("lead", city.lead);
    if (const auto* words = fields.find_as<Words>("text")) {
        if (fields.find("lead"))
            fields.set("body", *words);
        else
            binder.divided("", *words, all_first, first_sentences);
    }
    if (auto facts = facts_of(sources, city, fields); !facts.facts.empty()) fields.set("facts", std::move(facts));
}

}  // namespace

const Field* Fields::find(std::string_view source) const {
    const auto found = values_.find(source);
    return found == values_.end() ? nullptr : &found->second;
}

std::vector<std::string> Fields::names() const {
    std::vector<std::string> all;
    for (const auto& [name, value] : values_) all.push_back(name);
    return all;
}

Words Fields::make(std::string text, std::string lang, SourcePosition where) {
    content::RichText rich;
    rich.where = where;
    content::Span span;
    span.text = std::move(text);
    span.where = where;
    span.lang = lang;
    rich.blocks.emplace_back().spans.push_back(std::move(span));
    return keep(std::move(rich), std::move(lang));
}

Words Fields::keep(content::RichText text, std::string lang) {
    made_.push_back(std::move(text));
    return Words{&made_.back(), std::move(lang)};
}

std::string plain_in(const content::Text& text, const std::string& lang) {
    const auto* version = text.find(lang);
    return version ? content::plain(version->value) : std::string{};
}

std::string label(const content::Content& content, std::string_view key, const std::string& lang,
                  const std::map<std::string, std::string>& values) {
    const auto found = content.labels.find(std::string{key});
    std::string text = found == content.labels.end() ? std::string{key} : plain_in(found->second, lang);
    for (const auto& [name, value] : values)
        for (std::size_t at = 0; (at = text.find("{" + name + "}", at)) != std::string::npos; at += value.size())
            text.replace(at, name.size() + 2, value);
    return text;
}

Fields bind(const Sources& sources, const Subject& subject, int all_first, int first_sentences) {
    Fields fields;
    Binder binder{sources, fields};
    const auto& organisation = sources.content.organisation;
    for (const auto key : {"contact", "committee", "meetings", "mission", "about", "goals", "cities", "contents", "qr",
                           "involve", "contacts", "before-call"})
        binder.made("label." + std::string{key}, binder.word(key));
    if (subject.kind == "city") {
        bind_city(binder, sources, fields, *subject.city, all_first, first_sentences);
        bind_arc(sources, *subject.city, fields);
        return fields;
    }
    bind_organisation(binder, sources, fields, all_first, first_sentences);
    if (subject.city) {
        bind_city(binder, sources, fields, *subject.city, all_first, first_sentences);
        bind_arc(sources, *subject.city, fields);
    } else {
        bind_arcs(sources, fields);
    }
    if (subject.kind == "cover" || subject.kind == "contents" || subject.kind == "handout-back")
        bind_cities(binder, sources, fields);
    if (subject.kind == "cover") {
        binder.text("title", organisation.cover_title);
        if (!fields.find("title")) binder.text("title", organisation.name);
    } else if (subject.kind == "mission" && organisation.mission) {
        binder.made("label", binder.word("mission"));
        binder.text("label", organisation.mission->label);
        binder.text("text", organisation.mission->text);
        if (const auto* words = fields.find_as<Words>("text")) binder.divided("", *words, 0, 400);
    } else if ((subject.kind == "about" || subject.kind == "handout-back") && organisation.about) {
        binder.made("label", binder.word("about"));
        binder.text("label", organisation.about->label);
        binder.text("title", organisation.about->title);
        binder.text("text", organisation.about->text);
    } else if (subject.kind == "entries") {
        binder.made("title", binder.word("contents"));
    } else if (subject.kind == "contents") {
        binder.made("label", binder.word("cities"));
        binder.text("title", organisation.cities_title);
    } else if (subject.kind == "involve" && organisation.involve) {
        bind_involve(binder, *organisation.involve, sources.job.lang, fields);
    } else if (subject.kind == "goals" && organisation.goals) {
        binder.made("label", binder.word("goals"));
        binder.text("label", organisation.goals->label);
        binder.text("title", organisation.goals->title);
        ListField list;
        for (const auto& item : organisation.goals->items)
            if (const auto* v = item.find(sources.job.lang)) list.items.push_back({&v->value, sources.job.lang});
        if (!list.items.empty()) fields.set("goals", std::move(list));
        binder.made("continued",
                    plain_in(organisation.goals->title, sources.job.lang) + " " + binder.word("continued"));
    }
    return fields;
}

}  // namespace brochure::layout
