#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "layout/fields.hpp"

namespace brochure::layout {

/// The words of a visit's documents in their one or two languages. A source in the second language ends on ".2". Every
/// part of a line says in which language it really is: that of the version that was found, and for what was written
/// without a language the visit's first.
class VisitWords {
public:
    VisitWords(const Sources& sources, Fields& fields);

    const content::Visit& visit() const { return *sources_.visit; }
    const Sources& sources() const { return sources_; }
    Fields& fields() { return fields_; }
    /// The document's languages; the second is empty in a document of one.
    const std::array<std::string, 2>& langs() const { return langs_; }
    bool has(std::size_t which) const { return !langs_[which].empty(); }
    /// Another language in the second's place: of the page of somebody who has a name in that.
    void choose_second(const std::string& lang) { langs_[1] = lang; }

    /// Nothing where there are no words.
    void set(const std::string& source, std::size_t which, Words words) {
        if (words.text) fields_.set(which == 0 ? source : source + ".2", std::move(words));
    }
    /// In the first language what there is; in the second nothing that would only repeat the first.
    Words in(const content::Text& text, std::size_t which) const;
    /// What there is also in the second: for a column that is read without the one beside it.
    Words as_it_is(const content::Text& text, std::size_t which) const;
    std::string plain(const content::Text& text, std::size_t which) const;
    void both(const std::string& source, const content::Text& text);
    /// What is in that language of the document.
    Words made(const std::string& text, std::size_t which, SourcePosition where);
    /// The program's own word in that language.
    std::string word(const std::string& key, std::size_t which,
                     const std::map<std::string, std::string>& values = {}) const {
        return label(sources_.content, key, langs_[which], values);
    }
    /// The groups that something is for, "Blue, Green", as they are called in every language; nothing for everybody.
    Words groups(const std::vector<Located<std::string>>& names);
    Words made_word(const std::string& key, std::size_t which);
    /// The program's words with others in the places of {name}, each in its language.
    Words filled(const std::string& key, std::size_t which, const std::map<std::string, Words>& values,
                 SourcePosition where);
    void labels(const std::string& source, const std::string& key);
    /// One line of several parts, without those that have no words. No words when there are none.
    Words row(const std::vector<Words>& parts, std::size_t which, const std::string& between, SourcePosition where);
    /// "People (continued)"
    Words continued(const Words& name, std::size_t which, SourcePosition where);
    /// Names a group of rows, and what goes on of it on another page, in every language.
    void name_group(RowsField::Group& group, const std::string& key);
    /// A row; between the parts Chinese and Japanese leave a space as wide as a character.
    Words joined(const std::vector<Words>& parts, std::size_t which, const std::string& between, SourcePosition where);
    /// In brackets behind other words; with marks as wide as a character in Chinese and Japanese.
    std::string bracketed(const std::string& text, std::size_t which) const;
    std::string colon(std::size_t which) const;
    std::string semicolon(std::size_t which) const;
    Words name_of(const content::Visit::Person& person, std::size_t which);
    /// The same in a column that is read without the one beside it: a name in another script is better than none.
    Words name_as_it_is(const content::Visit::Person& person, std::size_t which);
    /// The person's title and name; in Korean the title follows.
    Words titled(const content::Visit::Person& person, std::size_t which);
    /// The same without a title that the role beside it says too; nothing in the second language that would stand there
    /// twice.
    Words titled_beside_role(const content::Visit::Person& person, std::size_t which);
    Words titled_as_it_is(const content::Visit::Person& person, std::size_t which);
    /// The name of the city where it takes place (`host`) or whose people come, in its own script for its own readers.
    Words city(bool host, std::size_t which);

private:
    /// Words of another direction than the half's, standing in it as its own do.
    Words in_half(Words words, std::size_t which, SourcePosition where) const;
    Words version_of(const content::Text& text, std::size_t which) const;
    Words version_of_name(const content::Visit::Person& person, std::size_t which);
    /// A title in no language in particular, "Dr.", stands before the name in every language.
    Words title_of(const content::Visit::Person& person, std::size_t which) const;
    bool role_says_title(const content::Visit::Person& person, std::size_t which) const;
    Words with_title(Words name, const content::Visit::Person& person, std::size_t which);
    // Of a version that is read for `lang`.
    std::string language_of_version(const std::string& tag, const std::string& lang) const;

    const Sources& sources_;
    Fields& fields_;
    std::array<std::string, 2> langs_;
};

/// The place that a record calls by its key; null when it has words of its own, or none.
const content::Visit::Place* place_of(const content::Visit& visit,
                                      const std::optional<content::Visit::PlaceName>& called);
/// The telephone of a night's place, unless the night has its own; null: neither has.
const Located<std::string>* phone_of(const content::Visit& visit, const content::Visit::Lodging& night);
/// One more line in a cell, unless it has no words.
void add_line(RowsField::Cell& cell, Words words);

/// "ja" of "ja-JP".
std::string primary_language(const std::string& lang);

/// What only single documents show: participants, phrases, telephone numbers, facts, certificates.
void bind_visit_papers(VisitWords& words, const Subject& subject);
/// What guests should know: practical facts, what is computed of both cities, beds, flights.
void bind_visit_facts(VisitWords& words);
/// What the hosts' team must know and guests need not: rows of who stays with whom, meals, gifts, protocol, notes.
void bind_visit_briefing(VisitWords& words);
/// The city that somebody comes from.
void bind_city_of(VisitWords& words, const content::Visit::Person& person);

}  // namespace brochure::layout
