#include "layout/contact_fields.hpp"

#include <algorithm>
#include <utility>

namespace brochure::layout {
namespace {

// An address as a link: with its scheme, unless it has one.
std::string link_of(std::string address, const std::string& scheme) {
    if (address.find("://") != std::string::npos) return address;
    std::erase(address, ' ');
    return scheme + address;
}

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
        return add(line->value, line->where, link_of(line->value, scheme));
    }
    /// What comes next stands on the same line.
    Lines& beside(bool so = true) {
        beside_ = so && !spans_.empty();
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

// Where there is one line for it an address longer than a third of a letter page is told by its host; the link, and the
// QR code elsewhere on the sheet, lead to the page itself.
std::string in_brief(const std::string& web) {
    constexpr std::size_t most = 36;  // characters of Data within 164 points
    const auto scheme = web.find("://");
    const auto host = scheme == std::string::npos ? 0 : scheme + 3;
    return web.size() > most ? web.substr(0, web.find_first_of("/?#", host)) : web;
}

void bind_lines(Fields& fields, const content::Contacts& contacts, const std::string& lang) {
    const auto keep = [&](const std::string& source, const Lines& lines, SourcePosition where) {
        if (!lines.empty()) fields.set(source, fields.keep(lines.text(where), lang));
    };
    Lines all, near, web, reach, direct, place, calls;
    reach.add(plain_in(contacts.address, lang), contacts.address.where);
    reach.add(contacts.phone, "tel:").add(contacts.email, "mailto:");
    direct.add(contacts.phone, "tel:").add(contacts.email, "mailto:");
    all.add(plain_in(contacts.name, lang), contacts.where).add(plain_in(contacts.address, lang), contacts.where);
    all.add(contacts.phone, "tel:").add(contacts.email, "mailto:");
    if (contacts.web) all.add(shown(*contacts.web), "https://");
    if (contacts.web) web.add(shown(*contacts.web), "https://");
    if (contacts.web)
        near.add(in_brief(shown(*contacts.web).value), contacts.web->where, link_of(contacts.web->value, "https://"));
    else if (contacts.email)
        near.add(contacts.email, "mailto:");
    else
        near.add(contacts.phone, "tel:");
    place.add(plain_in(contacts.name, lang), contacts.where).add(plain_in(contacts.address, lang), contacts.where);
    calls.add(contacts.phone, "tel:").add(contacts.email, "mailto:");
    if (contacts.web) calls.add(shown(*contacts.web), "https://");
    keep("contacts", all, contacts.where);
    keep("contacts.place", place, contacts.where);
    keep("contacts.calls", calls, contacts.where);
    keep("contacts.short", near, contacts.where);
    keep("contacts.web", web, contacts.web ? contacts.web->where : contacts.where);
    keep("contacts.reach", reach, contacts.where);
    keep("contacts.direct", direct, contacts.where);
    if (const auto* name = contacts.name.find(lang); name && !name->value.empty())
        fields.set("contacts.name", Words{&name->value, name->lang.empty() ? lang : name->lang});
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
void bind_rows(const Sources& sources, Fields& fields, const std::string& lang) {
    const auto& organisation = sources.content.organisation;
    Rows rows{fields, lang}, narrow{fields, lang};
    if (!organisation.committee.empty()) {
        for (const auto& person : organisation.committee) {
            narrow.add({Lines{}.add(plain_in(person.role, lang), person.role.where),
                        Lines{}
                            .add(person.name.value, person.name.where)
                            .add(person.phone, "tel:")
                            .beside(person.phone.has_value())
                            .add(person.email, "mailto:")},
                       person.where);
            rows.add({Lines{}.add(plain_in(person.role, lang), person.role.where),
                      Lines{}.add(person.name.value, person.name.where), Lines{}.add(person.phone, "tel:"),
                      Lines{}.add(person.email, "mailto:")},
                     person.where);
        }
        if (const auto* reach = fields.find_as<Words>("contacts.reach")) fields.set("contacts.aside", *reach);
    } else if (const auto& contacts = organisation.contacts) {
        const auto add = [&](const std::string& key, const Lines& value) {
            if (value.empty()) return;
            for (Rows* all : {&rows, &narrow})
                all->add({Lines{}.add(label(sources.content, key, lang), contacts->where), value}, contacts->where);
        };
        add("office", Lines{}.add(plain_in(contacts->name, lang), contacts->name.where));
        add("address", Lines{}.add(on_one_line(plain_in(contacts->address, lang)), contacts->address.where));
        add("phone", Lines{}.add(contacts->phone, "tel:"));
        add("email", Lines{}.add(contacts->email, "mailto:"));
        if (contacts->web) add("web", Lines{}.add(shown(*contacts->web), "https://"));
    }
    auto table = std::move(rows).table();
    if (table.rows.empty()) return;
    fields.set("contacts.rows", std::move(table));
    fields.set("contacts.rows.narrow", std::move(narrow).table());
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
            first.beside(person.phone.has_value());
            fields.set("committee.first", fields.keep(first.add(person.email, "mailto:").text(person.where), lang));
        }
        people.add(person.phone, "tel:").add(person.email, "mailto:");
    }
    if (!people.empty()) fields.set("committee", fields.keep(people.text(committee.front().where), lang));
}

}  // namespace

void bind_contacts(const Sources& sources, Fields& fields) {
    const auto& organisation = sources.content.organisation;
    const auto& lang = sources.job.lang;
    if (organisation.contacts) bind_lines(fields, *organisation.contacts, lang);
    bind_committee(fields, organisation.committee, lang);
    bind_rows(sources, fields, lang);
}

}  // namespace brochure::layout
