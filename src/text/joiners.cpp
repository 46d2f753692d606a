#include "text/joiners.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace brochure::text {
namespace {

constexpr std::size_t longest = 5;                        // bytes
constexpr double firm_penalty = 120, loose_penalty = 30;  // six ems of rag, and one and a half

struct List {
    std::string_view language;
    std::string_view firm, loose;  // words between spaces
};

constexpr std::array<List, 10> lists{{
    {"en", " and or but nor ", " a an as at by for from in of on the to with "},
    {"fr", " et ou ", " a à au aux avec dans de des du en la le les lès par pour sous sur un une "},
    {"de", " und oder ",
     " am an auf aus bei das dem den der des die ein eine für im in mit nach ob von vor zu zum zur "},
    {"es", " e o u y ", " a al con de del el en la las los para por un una "},
    {"it", " e ed o ", " a al alla con da dal dalla del della di il in la le lo nel per su sul tra un una "},
    {"pt", " e ou ", " a ao com da das de do dos em na no o para por um uma "},
    {"nl", " en of ", " aan de den der een het in met op te van voor "},
    {"ca", " i o ", " a amb de del dels el els en la les per "},
    {"pl", " i ", " na nad od pod przy w z za "},
    {"sv", " och ", " av en ett i om på vid "},
}};
// Words of the lists that are others elsewhere.
constexpr std::string_view ambiguous = " a am an as con den die do i no o om on per te to u ";

bool holds(std::string_view words, const std::string& word) {
    return words.find(" " + word + " ") != std::string_view::npos;
}

double penalty_in(const List& list, const std::string& word) {
    return holds(list.firm, word) ? firm_penalty : holds(list.loose, word) ? loose_penalty : 0;
}

}  // namespace

double joiner_penalty(std::string_view text, std::size_t end, std::string_view language, bool in_name) {
    std::size_t begin = end;
    while (begin > 0 && end - begin <= longest && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    const std::string_view word = text.substr(begin, end - begin);
    if (word.empty() || word.size() > longest) return 0;
    if (word == "&") return firm_penalty;
    std::string small{word};
    if (small[0] >= 'A' && small[0] <= 'Z') small[0] = static_cast<char>(small[0] - 'A' + 'a');
    double most = 0;
    for (const List& list : lists) {
        const bool own = language.substr(0, language.find('-')) == list.language;
        if (own || (in_name && !holds(ambiguous, small))) most = std::max(most, penalty_in(list, small));
    }
    return in_name && most > 0 ? firm_penalty : most;
}

}  // namespace brochure::text
