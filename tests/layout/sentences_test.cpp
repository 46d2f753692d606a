#include "layout/sentences.hpp"

#include "catch.hpp"
#include "content/rich_text.hpp"

using namespace brochure;

namespace {

content::RichText paragraph(std::string words) {
    content::RichText text;
    text.blocks.emplace_back().spans.emplace_back().text = std::move(words);
    return text;
}

}  // namespace

TEST_CASE("whole first sentences are taken as long as they fit") {
    const std::string text = "One two three. Four five. Six.";
    CHECK(layout::first_sentences(text, 13) == 0);
    CHECK(text.substr(0, layout::first_sentences(text, 14)) == "One two three. ");
    CHECK(text.substr(0, layout::first_sentences(text, 29)) == "One two three. Four five. ");
    CHECK(layout::first_sentences(text, 30) == text.size());
}

TEST_CASE("initials and abbreviations do not end a sentence") {
    for (const std::string text : {"Founded by Dwight D. Eisenhower here. Next.", "In the U.S. cities grow. Next.",
                                   "St. Ives lies west. Next.", "Mr. Smith came. Next."}) {
        const auto end = layout::first_sentences(text, text.size() - std::string{" Next."}.size());
        CHECK(text.substr(end) == "Next.");
    }
}

TEST_CASE("the limit counts characters, not bytes") {
    const std::string text = "\u00C9\u00E9\u00E8\u00EA. Next one.";
    CHECK(layout::first_sentences(text, 5) == text.size() - std::string{"Next one."}.size());
}

TEST_CASE("a Japanese sentence ends at its full stop") {
    const std::string text = "\u7CBE\u83EF\u753A\u3067\u3059\u3002\u6B21\u3002";
    CHECK(text.substr(layout::first_sentences(text, 12)) == "\u6B21\u3002");
}

TEST_CASE("characters as wide as a square count twice") {
    const std::string text = "\u7CBE\u83EF\u753A\u3067\u3059\u3002\u6B21\u3002";
    CHECK(layout::first_sentences(text, 11) == 0);
}

TEST_CASE("a short text is all lead, a long one is divided and loses nothing") {
    const auto [all, none] = layout::divide(paragraph("Short. Text."), 240, 170);
    CHECK(content::plain(all) == "Short. Text.");
    CHECK(none.empty());

    const std::string words = "A first sentence. " + std::string(300, 'x') + ".";
    const auto [lead, body] = layout::divide(paragraph(words), 240, 170);
    CHECK(content::plain(lead) == "A first sentence.");
    CHECK(content::plain(lead) + " " + content::plain(body) == words);
}

TEST_CASE("what is divided still knows what was written before it, so that its characters can be found") {
    const std::string words = "A first sentence. A second one. " + std::string(300, 'x') + ".";
    auto [lead, body] = layout::divide(paragraph(words), 240, 20);
    CHECK(lead.blocks[0].spans[0].before.empty());
    CHECK(body.blocks[0].spans[0].before == "A first sentence. ");
    const auto divided_again = layout::divide(body, 10, 20).second;
    CHECK(divided_again.blocks[0].spans[0].before == "A first sentence. A second one. ");
}

TEST_CASE("a text whose first sentence is too long has no lead") {
    const std::string words = std::string(200, 'x') + ". " + std::string(100, 'y') + ".";
    const auto [lead, body] = layout::divide(paragraph(words), 240, 170);
    CHECK(lead.empty());
    CHECK(content::plain(body) == words);
}

TEST_CASE("dividing keeps emphasis and links") {
    content::RichText text;
    auto& block = text.blocks.emplace_back();
    block.spans.push_back({"Plain ", false, false, "", "", {}});
    block.spans.push_back({"strong. And more", false, true, "", "", {}});
    block.spans.push_back({std::string(300, 'z'), false, false, "https://example.org", "", {}});
    const auto [lead, body] = layout::divide(text, 240, 170);
    REQUIRE(lead.blocks.size() == 1);
    CHECK(lead.blocks[0].spans.back().strong);
    CHECK(lead.blocks[0].spans.back().text == "strong.");
    REQUIRE(body.blocks.size() == 1);
    CHECK(body.blocks[0].spans.front().strong);
    CHECK(body.blocks[0].spans.back().link == "https://example.org");
}

TEST_CASE("only a text of one paragraph is all lead; what follows the lead begins with a letter") {
    auto list = paragraph("Short.");
    list.blocks.push_back(paragraph("An item.").blocks[0]);
    list.blocks[1].kind = content::BlockKind::bullet;
    const auto [lead, body] = layout::divide(list, 240, 170);
    CHECK(content::plain(lead) == "Short.");
    CHECK(content::plain(body) == "An item.");
    const auto mixed = layout::divide(paragraph("\u753A\u3067\u3059\u3002 It lies near the coast."), 10, 8);
    CHECK(content::plain(mixed.second) == "It lies near the coast.");
}

TEST_CASE("leading sentences are whole, over paragraphs too, and a heading is not left at the end") {
    auto text = paragraph("Founded by Dwight D. Eisenhower. It grew.");
    content::Block heading;
    heading.kind = content::BlockKind::heading;
    heading.spans.emplace_back().text = "What it does";
    text.blocks.push_back(heading);
    text.blocks.push_back(paragraph("It links cities. It travels.").blocks.front());
    CHECK(layout::sentence_count(text) == 5);
    CHECK(layout::leading_sentences(text, 0).blocks.empty());
    CHECK(content::plain(layout::leading_sentences(text, 1)) == "Founded by Dwight D. Eisenhower.");
    CHECK(content::plain(layout::leading_sentences(text, 2)) == "Founded by Dwight D. Eisenhower. It grew.");
    CHECK(content::plain(layout::leading_sentences(text, 3)) == "Founded by Dwight D. Eisenhower. It grew.");
    const auto four = layout::leading_sentences(text, 4);
    REQUIRE(four.blocks.size() == 3);
    CHECK(four.blocks.back().spans.front().text == "It links cities.");
    CHECK(content::plain(layout::leading_sentences(text, 9)) == content::plain(text));
}
