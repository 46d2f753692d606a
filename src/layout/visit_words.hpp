#pragma once
#include <array>
#include <string>
#include <vector>

#include "layout/fields.hpp"

namespace brochure::layout {

/// The words of a visit's documents in their one or two languages. A source in the second language ends on ".2".
class VisitWords {
public:
    VisitWords(const Sources& sources, Fields& fields);

    const content::Visit& visit() const { return *sources_.visit; }
    const Sources& sources() const { return sources_; }
    Fields& fields() { return fields_; }
    /// The document's languages; the second is empty in a document of one.
    const std::array<std::string, 2>& langs() const { return langs_; }
    bool has(std::size_t which) const { return !langs_[which].empty(); }

    void set(const std::string& source, std::size_t which, Words words) {
        fields_.set(which == 0 ? source : source + ".2", std::move(words));
    }
    /// In the first language what there is; in the second nothing that would only repeat the first.
    Words in(const content::Text& text, std::size_t which) const;
    std::string plain(const content::Text& text, std::size_t which) const;
    void both(const std::string& source, const content::Text& text);
    Words made(const std::string& text, std::size_t which, SourcePosition where);
    /// The program's own word in that language.
    std::string word(const std::string& key, std::size_t which,
                     const std::map<std::string, std::string>& values = {}) const {
        return label(sources_.content, key, langs_[which], values);
    }
    Words made_word(const std::string& key, std::size_t which) { return made(word(key, which), which, {}); }
    void labels(const std::string& source, const std::string& key);
    /// Between the parts of a line: Chinese and Japanese leave a space as wide as a character.
    std::string joined(const std::vector<std::string>& parts, std::size_t which, const std::string& between) const;
    Words name_of(const content::Visit::Person& person, std::size_t which);
    /// The person's title and name; in Korean the title follows.
    Words titled(const content::Visit::Person& person, std::size_t which);
    /// The same without a title that the role beside it says too.
    Words titled_beside_role(const content::Visit::Person& person, std::size_t which);
    /// The name of the city where it takes place (`host`) or whose people come, in its own script for its own readers.
    std::string city(bool host, std::size_t which) const;

private:
    const Sources& sources_;
    Fields& fields_;
    std::array<std::string, 2> langs_;
};

/// "ja" of "ja-JP".
std::string primary_language(const std::string& lang);

/// What only single documents show: participants, phrases, telephone numbers, facts, certificates.
void bind_visit_papers(VisitWords& words, const Subject& subject);
/// What the hosts' team must know and guests need not: rows of who stays with whom, meals, gifts, protocol, notes.
void bind_visit_briefing(VisitWords& words);
/// The city that somebody comes from.
void bind_city_of(VisitWords& words, const content::Visit::Person& person);

}  // namespace brochure::layout
