#include "content/markup.hpp"

#include <md4c.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/annotation.hpp"

namespace brochure::content {

namespace {

// Turns md4c's events into blocks and spans. md4c hands out pieces of the text itself, so that a piece's address is its
// place; entities, breaks and a few others have none, and take the place after the piece before them.
class Builder {
public:
    Builder(std::string_view text, Markup allowed, const Locate& locate, RichText& into, Diagnostics& found)
        : text_{text}, allowed_{allowed}, locate_{locate}, into_{into}, found_{found} {}

    bool good() const { return good_; }
    void enter(MD_BLOCKTYPE type, const void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter(MD_SPANTYPE type, const void* detail);
    void leave(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view piece);
    void refuse(std::size_t offset, const char* rule, std::string what, std::string hint);

private:
    struct List {
        bool numbered = false;
        int next = 0;
    };
    struct Item {
        bool marker = true;
        int number = 0;
    };

    void refuse_block(const char* what, std::string hint);
    std::size_t mark_from_here(std::string_view mark) const;
    void open_link(const MD_ATTRIBUTE& href);
    void close_link();
    void append(std::string_view characters);
    void add_entity(std::string_view written);
    void begin_block();
    Span& span();
    SourcePosition where(std::size_t offset);
    std::size_t offset_of(std::string_view piece);

    std::string_view text_;
    Markup allowed_;
    const Locate& locate_;
    RichText& into_;
    Diagnostics& found_;
    bool good_ = true;

    std::vector<List> lists_;
    std::vector<Item> items_;
    int heading_ = 0;
    bool block_open_ = false, span_open_ = false, soft_break_ = false;
    int emphasis_ = 0, strong_ = 0;
    std::string link_;
    bool link_refused_ = false, link_has_text_ = false;
    std::string link_fault_;
    std::size_t offset_ = 0, next_ = 0;  // of the piece at hand, and behind it
    const char* refused_ = nullptr;      // a block that is not set: reported at its first piece
    std::string refused_hint_;
    bool verbatim_ = false;  // inside code or HTML, which is refused as a whole
    int located_ = 0;
    SourcePosition last_where_;
};

constexpr int places_at_most = 500;  // a place costs a walk through the text: bounded for hostile ones

SourcePosition Builder::where(std::size_t offset) {
    if (located_ < places_at_most) {
        ++located_;
        last_where_ = locate_(offset);
    }
    return last_where_;
}

std::size_t Builder::offset_of(std::string_view piece) {
    const std::less<const char*> before;
    const char *const begin = text_.data(), *const end = begin + text_.size();
    if (piece.empty() || before(piece.data(), begin) || !before(piece.data(), end)) return next_;
    next_ = static_cast<std::size_t>(piece.data() - begin) + piece.size();
    return next_ - piece.size();
}

// Where the mark is that begins what md4c tells of, which is not before the end of the piece at hand.
std::size_t Builder::mark_from_here(std::string_view mark) const {
    const auto at = text_.find(mark, next_);
    return at == std::string_view::npos ? next_ : at;
}

void Builder::refuse(std::size_t offset, const char* rule, std::string what, std::string hint) {
    good_ = false;
    found_.error(where(offset), rule, std::move(what), std::move(hint));
}

void Builder::refuse_block(const char* what, std::string hint) {
    if (refused_ != nullptr) return;
    refused_ = what;
    refused_hint_ = std::move(hint);
}

void Builder::enter(MD_BLOCKTYPE type, const void* detail) {
    block_open_ = span_open_ = soft_break_ = false;
    switch (type) {
        case MD_BLOCK_UL:
            lists_.push_back({});
            break;
        case MD_BLOCK_OL:
            lists_.push_back({true, static_cast<int>(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start)});
            break;
        case MD_BLOCK_LI:
            items_.push_back({true, lists_.back().numbered ? lists_.back().next++ : 0});
            break;
        case MD_BLOCK_H:
            heading_ = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_QUOTE:
            refuse_block("a quotation ('>' at the beginning of a line) is not set",
                         "write '\\>' for the character itself");
            break;
        case MD_BLOCK_CODE:
            verbatim_ = true;
            refuse_block("code is not set", "take away the backticks, or the four spaces before the line");
            break;
        case MD_BLOCK_HTML:
            verbatim_ = true;
            refuse_block("HTML is not set", "write '\\<' for the character itself");
            break;
        case MD_BLOCK_TABLE:
            refuse_block("a table is not set", "write a list, or '\\|' for the character itself");
            break;
        case MD_BLOCK_HR: {
            // Three or more of one of these characters, alone on a line; no piece of text will follow.
            next_ = std::min(text_.find_first_of("-_*", next_), text_.size());
            refuse(next_, "markup", "a rule across the column is not set",
                   "the design draws the rules: leave the line out");
            next_ = std::min(text_.find('\n', next_), text_.size());
            break;
        }
        default:
            break;
    }
}

void Builder::leave(MD_BLOCKTYPE type) {
    block_open_ = span_open_ = soft_break_ = false;
    switch (type) {
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            lists_.pop_back();
            break;
        case MD_BLOCK_LI:
            items_.pop_back();
            break;
        case MD_BLOCK_H:
            heading_ = 0;
            break;
        case MD_BLOCK_QUOTE:
        case MD_BLOCK_CODE:
        case MD_BLOCK_HTML:
        case MD_BLOCK_TABLE:
            if (refused_ != nullptr) refuse(next_, "markup", refused_, std::move(refused_hint_));  // it was empty
            refused_ = nullptr;
            verbatim_ = false;
            break;
        default:
            break;
    }
}

void Builder::enter(MD_SPANTYPE type, const void* detail) {
    span_open_ = false;
    switch (type) {
        case MD_SPAN_EM:
            ++emphasis_;
            break;
        case MD_SPAN_STRONG:
            ++strong_;
            break;
        case MD_SPAN_A:
            open_link(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
            break;
        case MD_SPAN_IMG:
            refuse(mark_from_here("!["), "markup", "a picture inside a text is not set", "name it under 'photo:'");
            break;
        case MD_SPAN_CODE:
            refuse(mark_from_here("`"), "markup", "code is not set", "write '\\`' for the character itself");
            break;
        default:
            break;
    }
}

void Builder::leave(MD_SPANTYPE type) {
    span_open_ = false;
    if (type == MD_SPAN_EM)
        --emphasis_;
    else if (type == MD_SPAN_STRONG)
        --strong_;
    else if (type == MD_SPAN_A)
        close_link();
}

void Builder::open_link(const MD_ATTRIBUTE& href) {
    std::string written;
    for (std::size_t i = 0; href.size > 0 && href.substr_offsets[i] < href.size; ++i) {
        const std::string_view piece{href.text + href.substr_offsets[i],
                                     href.substr_offsets[i + 1] - href.substr_offsets[i]};
        const auto character = href.substr_types[i] == MD_TEXT_ENTITY ? entity(piece) : std::nullopt;
        written += character ? *character : std::string(piece);
    }
    link_fault_.clear();
    link_has_text_ = false;
    link_ = link_address(written, link_fault_).value_or("");
    link_refused_ = link_.empty();
    if (link_refused_) link_fault_ = "the link '" + written + "' " + link_fault_;
}

// The fault is told at the link's text, whose place is known.
void Builder::close_link() {
    if (link_refused_)
        refuse(offset_, "link", link_fault_, "for example [our page](https://example.org)");
    else if (!link_has_text_)
        refuse(next_, "link", "the link to '" + link_ + "' has no text", "for example [our page](https://example.org)");
    link_.clear();
    link_refused_ = false;
}

void Builder::begin_block() {
    auto& block = into_.blocks.emplace_back();
    block_open_ = true;
    if (heading_ > 0) {
        block.kind = BlockKind::heading;
        block.level = heading_;
    } else if (!items_.empty()) {
        block.kind = lists_.back().numbered ? BlockKind::numbered : BlockKind::bullet;
        block.level = static_cast<int>(lists_.size());
        block.number = items_.back().number;
        block.marker = std::exchange(items_.back().marker, false);
        if (block.marker && block.number >= 1000)
            found_.warning(
                where(offset_), "list-by-accident",
                "'" + std::to_string(block.number) + ".' at the beginning of a line makes this a numbered list",
                "write '" + std::to_string(block.number) + "\\.' for the number itself");
    }
}

Span& Builder::span() {
    if (!block_open_) begin_block();
    auto& spans = into_.blocks.back().spans;
    if (!span_open_ || spans.empty()) {
        auto& fresh = spans.emplace_back();
        fresh.emphasis = emphasis_ > 0;
        fresh.strong = strong_ > 0;
        fresh.link = link_;
        fresh.where = where(offset_);
        span_open_ = true;
    }
    return spans.back();
}

void Builder::append(std::string_view characters) {
    if (std::exchange(soft_break_, false)) {
        auto& before = into_.blocks.back().spans.back().text;  // not to the link that may begin here
        if (allowed_ == Markup::lines)
            before += '\n';
        else if (!joins_without_space(before, characters))
            before += ' ';
    }
    span().text += characters;
    link_has_text_ = true;
}

void Builder::add_entity(std::string_view written) {
    if (const auto character = entity(written)) {
        append(*character);
        return;
    }
    append(written);
    refuse(offset_, "entity", "'" + std::string(written) + "' stands for no character known here",
           "type the character itself, or '\\&' for an ampersand");
}

void Builder::text(MD_TEXTTYPE type, std::string_view piece) {
    if (type == MD_TEXT_BR) {
        if (block_open_) into_.blocks.back().spans.back().text += '\n';
        return;
    }
    if (type == MD_TEXT_SOFTBR) {
        soft_break_ = block_open_;
        return;
    }
    offset_ = offset_of(piece);
    if (refused_ != nullptr) {
        refuse(offset_, "markup", refused_, std::move(refused_hint_));
        refused_ = nullptr;
    }
    if (verbatim_) return;
    if (type == MD_TEXT_ENTITY)
        add_entity(piece);
    else if (type == MD_TEXT_NULLCHAR)
        append("\uFFFD");
    else
        append(piece);
    if (type == MD_TEXT_HTML) refuse(offset_, "markup", "HTML is not set", "write '\\<' for the character itself");
}

int on_enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
    static_cast<Builder*>(self)->enter(type, detail);
    return 0;
}
int on_leave_block(MD_BLOCKTYPE type, void*, void* self) {
    static_cast<Builder*>(self)->leave(type);
    return 0;
}
int on_enter_span(MD_SPANTYPE type, void* detail, void* self) {
    static_cast<Builder*>(self)->enter(type, detail);
    return 0;
}
int on_leave_span(MD_SPANTYPE type, void*, void* self) {
    static_cast<Builder*>(self)->leave(type);
    return 0;
}
int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    static_cast<Builder*>(self)->text(type, {text, size});
    return 0;
}

// "[name]: address" defines a link and leaves no text. No one here means that, and text must never vanish.
void refuse_definitions(std::string_view text, Builder& builder) {
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = text.substr(begin, end - begin);
        const auto first = line.find_first_not_of(" >-+*");
        if (first != std::string_view::npos && line[first] == '[' && line.find("]:", first) != std::string_view::npos)
            builder.refuse(begin + first, "markup", "a link definition is not set",
                           "write the address with its text, as [text](https://…), or '\\[' for the bracket itself");
        begin = end + 1;
    }
}

bool is_one_paragraph(const RichText& text) {
    return text.blocks.size() <= 1 && (text.blocks.empty() || text.blocks.front().kind == BlockKind::paragraph);
}

}  // namespace

bool read_markup(std::string_view text, Markup allowed, const Locate& locate, RichText& into, Diagnostics& found) {
    Builder builder(text, allowed, locate, into, found);
    if (!has_markup(text)) {
        read_plain(text, allowed, locate, into);
    } else {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_TABLES;
        parser.enter_block = on_enter_block;
        parser.leave_block = on_leave_block;
        parser.enter_span = on_enter_span;
        parser.leave_span = on_leave_span;
        parser.text = on_text;
        refuse_definitions(text, builder);
        if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &builder) != 0)
            found.failure("out-of-memory", "a text of " + std::to_string(text.size()) + " bytes could not be read");
    }
    for (auto& block : into.blocks)
        for (auto& span : block.spans) span.text = with_annotations(std::move(span.text));
    if (allowed == Markup::blocks || is_one_paragraph(into)) return builder.good();
    const auto& block = into.blocks[into.blocks.front().kind == BlockKind::paragraph && into.blocks.size() > 1 ? 1 : 0];
    const bool list = block.kind == BlockKind::bullet || block.kind == BlockKind::numbered;
    found.error(
        block.spans.empty() ? into.where : block.spans.front().where, "one-paragraph",
        std::string(list                               ? "a list"
                    : block.kind == BlockKind::heading ? "a heading"
                                                       : "a second paragraph") +
            " has no place here: this text is one paragraph",
        list ? "a backslash keeps a number or dash at the beginning of a line from making a list: 1956\\. or \\-" : "");
    return false;
}

}  // namespace brochure::content
