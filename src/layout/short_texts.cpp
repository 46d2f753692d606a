#include <algorithm>
#include <iterator>

#include "layout/sentences.hpp"
#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

// How a sentence begins: its first words, some thirty characters, in quotation marks.
std::string beginning(const std::string& sentence) {
    constexpr std::size_t most = 30;
    std::size_t end = 0, space = 0, characters = 0;
    for (; end < sentence.size() && characters < most; ++characters) {
        if (characters > 0 && sentence[end] == ' ') space = end;
        for (++end; end < sentence.size() && (sentence[end] & 0xC0) == 0x80;) ++end;
    }
    if (end == sentence.size()) return "\"" + sentence + "\"";
    return "\"" + sentence.substr(0, space > 0 && sentence[end] != ' ' ? space : end) + "\u2026\"";
}

// "2 of its 3 sentences are left out: "As the premier…", "SCI motivates…"".
std::string are_left_out(const std::vector<std::string>& left, std::size_t all) {
    std::string told = std::to_string(left.size()) + " of its " + std::to_string(all) + " sentences " +
                       (left.size() == 1 ? "is" : "are") + " left out";
    for (std::size_t i = 0; i < left.size(); ++i) told += (i == 0 ? ": " : ", ") + beginning(left[i]);
    return told;
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
    std::vector<std::string> left;
    std::copy_if(sentences.begin(), sentences.end(), std::back_inserter(left),
                 [&](const auto& sentence) { return std::find(kept.begin(), kept.end(), sentence) == kept.end(); });
    if (!left.empty())
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
                name_of_text(frame.source) + "; the first that is left out begins " +
                beginning(sentences_of(*words->text).at(count)),
            shorter ? "shorten it by whole sentences" : "write a shorter text of whole sentences under `short:`");
    return pieces_with(count);
}

}  // namespace brochure::layout
