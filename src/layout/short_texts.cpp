#include <algorithm>

#include "layout/sentences.hpp"
#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

// The end of a text from the beginning of a word, some thirty characters.
std::string last_characters(const std::string& text) {
    const std::size_t at = text.size() > 30 ? text.find(' ', text.size() - 30) : std::string::npos;
    return at == std::string::npos ? text : text.substr(at + 1);
}

std::string are_left_out(std::size_t count, std::size_t all) {
    return std::to_string(count) + " of its " + std::to_string(all) + " sentences " + (count == 1 ? "is" : "are") +
           " left out";
}

}  // namespace

// "the text of Colima": a text as a note calls it.
std::string Setter::name_of_text(const std::string& source) const {
    const auto dot = source.rfind('.');
    const std::string owner = dot == std::string::npos ? "" : source.substr(0, dot);
    if (const auto* name = setting_.fields.find_as<Words>(owner.empty() ? "name" : owner + ".name"))
        return "the text of " + content::plain(*name->text);
    if (owner == "mission") return "the mission";
    return owner.empty() ? "this text" : "the text of " + owner;
}

// The author's short text is told of by what of the whole is not in it.
void Setter::tell_of_short(const design::Frame& frame, const content::RichText& whole,
                           const content::RichText& shorter) {
    const auto sentences = sentences_of(whole), kept = sentences_of(shorter);
    const auto left =
        static_cast<std::size_t>(std::count_if(sentences.begin(), sentences.end(), [&](const auto& sentence) {
            return std::find(kept.begin(), kept.end(), sentence) == kept.end();
        }));
    if (left > 0)
        draft_.found.note(shorter.where, "sentences-left-out",
                          "the layout '" + setting_.master.name + "' prints the short form of " +
                              name_of_text(frame.source) + ": " + are_left_out(left, sentences.size()));
}

std::vector<Piece> Setter::sentences_that_fit(const design::Frame& frame, const std::vector<Column>& columns) {
    const auto* words = setting_.fields.find_as<Words>(frame.source);
    const auto* shorter = setting_.fields.find_as<Words>(frame.source + ".short");
    if (shorter) {
        tell_of_short(frame, *words->text, *shorter->text);
        words = shorter;
    }
    const std::size_t all = sentence_count(*words->text);
    const auto pieces_with = [&](std::size_t count) {
        return flow_text({&setting_.workshop.sentences(*words->text, count), words->lang}, style(frame, 0));
    };
    std::size_t count = all;
    for (; count > 0; --count) {
        const auto pieces = pieces_with(count);
        if (!pieces.empty() && filled(frame, pieces, {}, columns).complete) break;
    }
    if (count == 0) return pieces_with(1);  // what is left over is that of the first sentence
    if (count < all)
        draft_.found.note(
            words->text->where, "sentences-left-out",
            "the layout '" + setting_.master.name + "' has room for " + std::to_string(count) + " of the " +
                std::to_string(all) + " sentences of " + (shorter ? "the short form of " : "") +
                name_of_text(frame.source) + "; the last printed ends \"\u2026" +
                last_characters(content::plain(setting_.workshop.sentences(*words->text, count))) + "\"",
            shorter ? "shorten it by whole sentences" : "write a shorter text of whole sentences under `short:`");
    return pieces_with(count);
}

}  // namespace brochure::layout
