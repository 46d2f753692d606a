#include "layout/sentences.hpp"

#include <algorithm>
#include <string>

#include "base/report.hpp"

namespace brochure::layout {
namespace {

// Characters as wide as a square, of Chinese, Japanese and Korean, count twice: they fill as much as two letters.
std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(display_width(text));
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

// "D.", "U.S.", "St.", "Mr.": one or two letters, or letters with dots between, before the full stop.
bool is_abbreviation(std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    const auto word = text.substr(begin, stop - begin);
    if (word.find('.') != std::string_view::npos) return true;
    return word.size() <= 1 || (word.size() <= 2 && is_upper(word[0])) || word == "Mrs" || word == "Hon";
}

// A sentence ends at a mark followed by a space, or at an ideographic full stop.
std::size_t end_of_sentence(std::string_view text, std::size_t from) {
    static constexpr std::string_view ideographic = "\u3002";
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text.substr(i, ideographic.size()) == ideographic) return i + ideographic.size();
        if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
        if (text[i] == '.' && is_abbreviation(text, i)) continue;
        std::size_t after = i + 1;
        for (const std::string_view close : {"\"", ")", "\u201D", "\u00BB"})
            if (text.substr(after, close.size()) == close) after += close.size();
        if (after == text.size()) return after;
        if (text[after] == ' ') return after + 1;
    }
    return text.size();
}

// The part of a block from `from` to `to`, bytes of its plain text.
content::Block part_of(const content::Block& block, std::size_t from, std::size_t to) {
    content::Block part = block;
    part.spans.clear();
    std::size_t at = 0;
    for (const auto& span : block.spans) {
        const std::size_t begin = std::max(at, from), end = std::min(at + span.text.size(), to);
        if (begin < end) {
            part.spans.push_back(span);
            part.spans.back().text = span.text.substr(begin - at, end - begin);
            part.spans.back().before += span.text.substr(0, begin - at);
        }
        at += span.text.size();
    }
    return part;
}

}  // namespace

std::size_t first_sentences(std::string_view text, std::size_t limit) {
    std::size_t taken = 0;
    while (taken < text.size()) {
        const std::size_t end = end_of_sentence(text, taken);
        auto sentences = text.substr(0, end);
        while (!sentences.empty() && sentences.back() == ' ') sentences.remove_suffix(1);
        if (characters(sentences) > limit) break;
        taken = end;
    }
    return taken;
}

std::pair<content::RichText, content::RichText> divide(const content::RichText& text, int all_first,
                                                       int first_sentences_limit) {
    content::RichText lead, body;
    lead.where = body.where = text.where;
    const std::string all = content::plain(text);
    const bool one_paragraph = text.blocks.size() == 1 && text.blocks[0].kind == content::BlockKind::paragraph;
    if (one_paragraph && characters(all) <= static_cast<std::size_t>(all_first)) {
        lead.blocks = text.blocks;
        return {lead, body};
    }
    body.blocks = text.blocks;
    if (text.blocks.empty() || text.blocks[0].kind != content::BlockKind::paragraph) return {lead, body};
    std::string first;
    for (const auto& span : text.blocks[0].spans) first += span.text;
    std::size_t cut = first_sentences(first, static_cast<std::size_t>(first_sentences_limit));
    if (cut == 0) return {lead, body};
    while (cut < first.size() && first[cut] == ' ') ++cut;
    lead.blocks.push_back(part_of(text.blocks[0], 0, cut));
    auto& last = lead.blocks[0].spans.back().text;
    while (!last.empty() && last.back() == ' ') last.pop_back();
    if (cut < first.size())
        body.blocks[0] = part_of(text.blocks[0], cut, first.size());
    else
        body.blocks.erase(body.blocks.begin());
    return {lead, body};
}

namespace {

// Where the sentences of a block end, bytes of its plain text.
std::vector<std::size_t> ends_of(const content::Block& block) {
    std::string words;
    for (const auto& span : block.spans) words += span.text;
    if (block.kind != content::BlockKind::paragraph) return {words.size()};
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < words.size();) ends.push_back(at = end_of_sentence(words, at));
    return ends;
}

void trim_end(content::Block& block) {
    if (block.spans.empty()) return;
    auto& last = block.spans.back().text;
    while (!last.empty() && last.back() == ' ') last.pop_back();
}

}  // namespace

std::size_t sentence_count(const content::RichText& text) {
    std::size_t count = 0;
    for (const auto& block : text.blocks) count += ends_of(block).size();
    return count;
}

std::vector<std::string> sentences_of(const content::RichText& text) {
    std::vector<std::string> all;
    for (const auto& block : text.blocks) {
        std::size_t from = 0;
        for (const std::size_t end : ends_of(block)) {
            auto part = part_of(block, from, end);
            trim_end(part);
            auto& words = all.emplace_back();
            for (const auto& span : part.spans) words += span.text;
            from = end;
        }
    }
    return all;
}

content::RichText leading_sentences(const content::RichText& text, std::size_t count) {
    content::RichText part;
    part.where = text.where;
    for (const auto& block : text.blocks) {
        if (count == 0) break;
        const auto ends = ends_of(block);
        const std::size_t taken = std::min(count, ends.size());
        count -= taken;
        if (taken == 0) continue;
        part.blocks.push_back(taken == ends.size() ? block : part_of(block, 0, ends[taken - 1]));
        trim_end(part.blocks.back());
    }
    // A heading has nothing to stand above at the end.
    while (!part.blocks.empty() && part.blocks.back().kind == content::BlockKind::heading) part.blocks.pop_back();
    return part;
}

}  // namespace brochure::layout
