#include "content/visit_documents.hpp"

#include <algorithm>
#include <array>

#include "content/visit_view.hpp"

namespace brochure::content {

namespace {

// In how many files a document comes.
enum class Made { once, for_each_language, for_each_pair, for_hosts };
// `format`: a small one that is cut out of the visit's paper; empty: the paper. `binding`: what hands do with it.
// `large`: to be read, so that there is a large-print edition of it; a badge is to be worn.
struct Kind {
    std::string_view document;
    Made made;
    std::string_view format = {}, binding = "none";
    bool large = true;
};
constexpr std::array kinds{Kind{"programme", Made::for_each_pair},
                           Kind{"welcome", Made::for_each_language},
                           Kind{"participants", Made::for_each_pair},
                           Kind{"facts", Made::for_each_language},
                           Kind{"phrases", Made::for_each_language},
                           Kind{"emergency", Made::for_each_pair, "card", "card"},
                           Kind{"contacts", Made::for_each_language, "card", "card"},
                           Kind{"badges", Made::once, "badge", "cut", false},
                           Kind{"tents", Made::once, "tent", "tent", false},
                           Kind{"certificate", Made::for_each_pair, "", "cut", false},
                           Kind{"briefing", Made::for_hosts}};

// The small formats of a design have one measure for each paper: "badge" and "badge-a4".
Located<std::string> format_of(const Visit& visit, const Kind& kind) {
    if (kind.format.empty()) return visit.paper;
    return {std::string{kind.format} + (visit.paper.value == "letter" ? "" : "-" + visit.paper.value),
            visit.paper.where};
}

// What holds private notes is made for those alone who ask for it by name.
bool is_wanted(const Visit& visit, std::string_view document) {
    if (visit.documents.empty()) return audience_of(document) != Level::staff;
    return std::any_of(visit.documents.begin(), visit.documents.end(),
                       [&](const auto& each) { return each.value == document; });
}

bool has_private_notes(const Visit& visit) {
    const auto any = [](const auto& records, const auto& is_so) {
        return std::any_of(records.begin(), records.end(), is_so);
    };
    const auto is_private = [](const auto& each) { return each.level > Level::delegation; };
    return !visit.gifts.empty() || !visit.protocol.empty() || !visit.hosting.empty() ||
           any(visit.people,
               [&](const auto& each) {
                   return is_private(each) || each.diet || each.health || each.note || each.address || each.email;
               }) ||
           any(visit.itinerary, [&](const auto& each) { return is_private(each) || each.staff_note; }) ||
           any(visit.flights, [&](const auto& each) { return is_private(each) || each.booking; }) ||
           any(visit.lodging, is_private) || any(visit.emergency, is_private);
}

// What the reader's viewer shows: the visit's own title for its programme, else what it is and of which visit.
Text title_of(const Visit& visit, std::string_view document, const std::map<std::string, Text>& labels) {
    Text title = visit.title;
    const auto label = labels.find("visit-" + std::string{document});
    for (auto& version : title.versions) {
        auto& spans = version.value.blocks.empty() ? version.value.blocks.emplace_back().spans
                                                   : version.value.blocks.front().spans;
        const auto* subtitle = visit.subtitle.find(version.lang);
        std::string words = plain(version.value);
        if (document != "programme" && label != labels.end())
            if (const auto* own = label->second.find(version.lang)) words = plain(own->value);
        const std::string lang = version.lang.substr(0, version.lang.find('-'));
        if (subtitle) words += (lang == "ja" || lang == "zh" ? "\uFF1A" : ": ") + plain(subtitle->value);
        Span span;
        span.text = words;
        span.lang = version.lang;
        span.where = version.value.where;
        spans.assign(1, span);
        version.value.blocks.resize(1);
    }
    return title;
}

Publication document_of(const Visit& visit, const Kind& kind, const std::string& lang, const std::string& second,
                        const std::map<std::string, Text>& labels) {
    Publication made;
    const bool names_language = visit.languages.size() > 1 && kind.made != Made::once && kind.made != Made::for_hosts;
    made.visit = visit.slug;
    made.document = kind.document;
    made.group = "visit-" + visit.slug;
    made.name = {made.group + "-" + std::string{kind.document} + (names_language ? "-" + lang : "") +
                     (second.empty() || !names_language ? "" : "+" + second),
                 visit.where};
    made.design = visit.design;
    made.format = format_of(visit, kind);
    made.binding = kind.binding;
    made.sheet = visit.paper.value;
    made.lang = lang;
    made.second_lang = second;
    made.untagged = visit.languages.front().value;
    made.editions = visit.editions;
    if (made.editions.empty()) made.editions = {{"screen", visit.where}, {"office", visit.where}};
    if (!kind.large) std::erase_if(made.editions, [](const auto& each) { return each.value == "large-print"; });
    made.sections = {{std::string{kind.document}, visit.where}};
    made.title = title_of(visit, kind.document, labels);
    made.date = visit.date ? Located<std::string>{iso(visit.date->value), visit.date->where}
                           : Located<std::string>{iso(visit.dates.from.value), visit.dates.where};
    made.where = visit.where;
    return made;
}

}  // namespace

Level audience_of(std::string_view document) {
    return document == "briefing" ? Level::staff : Level::delegation;
}

bool is_for_everybody(std::string_view document) {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const Kind& kind) { return kind.document == document && kind.made == Made::once; });
}

bool has_document(const Visit& visit, std::string_view document) {
    if (document == "briefing") return has_private_notes(visit);
    if (document == "programme") return !visit.itinerary.empty();
    if (document == "welcome") return visit.welcome.has_value() && !visit.welcome->text.empty();
    if (document == "facts") return !visit.facts.empty() || !visit.lodging.empty() || !visit.flights.empty();
    if (document == "phrases") return !visit.phrases.empty() && visit.languages.size() > 1;
    if (document == "emergency") return !visit.emergency.empty();
    if (document == "contacts")
        return std::any_of(visit.people.begin(), visit.people.end(), [](const auto& person) { return person.phone; });
    if (document == "certificate")
        return std::any_of(visit.people.begin(), visit.people.end(),
                           [](const auto& person) { return person.side == Visit::Side::guest; });
    return !visit.people.empty();
}

std::vector<Publication> documents_of(const Visit& all, const std::map<std::string, Text>& labels) {
    std::vector<Publication> made;
    if (all.languages.empty()) return made;
    const Visit handed_out = visit_for(all, Level::delegation);
    const auto& languages = all.languages;
    const std::string& first = languages.front().value;
    for (const auto& kind : kinds) {
        const Visit& visit = audience_of(kind.document) == Level::staff ? all : handed_out;
        if (!is_wanted(visit, kind.document) || !has_document(visit, kind.document)) continue;
        if (kind.made == Made::for_hosts)
            made.push_back(document_of(visit, kind, first, "", labels));
        else if (kind.made == Made::once || languages.size() == 1)
            made.push_back(document_of(visit, kind, first, languages.size() > 1 ? languages[1].value : "", labels));
        else if (kind.made == Made::for_each_language)
            for (const auto& lang : languages) made.push_back(document_of(visit, kind, lang.value, "", labels));
        else
            for (std::size_t i = 1; i < languages.size(); ++i)
                made.push_back(document_of(visit, kind, first, languages[i].value, labels));
    }
    return made;
}

}  // namespace brochure::content
