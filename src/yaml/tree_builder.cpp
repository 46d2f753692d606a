#include "yaml/tree_builder.hpp"

#include <algorithm>
#include <numeric>

#include "yaml/explain.hpp"

namespace brochure::yaml {

namespace {

struct Weight {
    std::size_t nodes = 0, bytes = 0;
};

void weigh(const Node& node, Weight& sum) {
    ++sum.nodes;
    sum.bytes += node.scalar.size();
    for (const Node& item : node.items) weigh(item, sum);
    for (const auto& [key, value] : node.entries) {
        sum.bytes += key.value.size();
        weigh(value, sum);
    }
}

// Indices of the entries in the order of their keys, equal keys in the order written.
std::vector<std::size_t> by_key(const Node& map) {
    std::vector<std::size_t> order(map.entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return map.entries[a].key.value < map.entries[b].key.value; });
    return order;
}

void drop_duplicates(Node& node) {
    for (Node& item : node.items) drop_duplicates(item);
    for (auto& [key, value] : node.entries) drop_duplicates(value);
    if (node.entries.size() < 2) return;
    const auto order = by_key(node);
    std::vector<bool> again(node.entries.size(), false);
    for (std::size_t i = 1; i < order.size(); ++i)
        again[order[i]] = node.entries[order[i]].key.value == node.entries[order[i - 1]].key.value;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < node.entries.size(); ++i) {
        if (again[i]) continue;
        if (kept != i) node.entries[kept] = std::move(node.entries[i]);
        ++kept;
    }
    node.entries.resize(kept);
}

constexpr std::string_view yaml_tag = "tag:yaml.org,2002:";

}  // namespace

void TreeBuilder::stop(SourcePosition where, std::string rule, std::string text, std::string hint) {
    found_.error(where, std::move(rule), std::move(text), std::move(hint));
    throw Stop{};
}

Node TreeBuilder::take() {
    const std::string_view text = source_.text();
    const char first = last_scalar_ < text.size() ? text[last_scalar_] : '\n';
    if ((first == '"' || first == '\'') && !end_of_quoted(text, last_scalar_))
        stop(source_.position(last_scalar_), "syntax", "a quotation mark is never closed",
             "add it at the end of the text");
    if (has_duplicates_) drop_duplicates(root_);
    return std::move(root_);
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
    if (!has_root_) return;
    const auto offset = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (!source_.text().substr(offset).starts_with("---"))
        stop(source_.position(offset), "syntax", "this does not belong to the value before it",
             "nothing may follow a closing quotation mark or bracket; every line is 'key: value'");
    stop(source_.position(offset), "second-document", "a second YAML document starts here",
         "remove the line '---', or put what follows into a file of its own");
}

// yaml-cpp marks a node at its properties ("&anchor !tag value"): the value comes after them, perhaps lines later.
std::size_t TreeBuilder::value_offset(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) const {
    const std::string_view text = source_.text();
    auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (anchor == 0 && (tag.empty() || tag == "?" || tag == "!") && (at >= text.size() || text[at] != '!')) return at;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '&' || c == '!')
            at = std::min(text.find_first_of(" \t\n", at), text.size());
        else if (c == '#')
            at = std::min(text.find('\n', at), text.size());
        else if (c == ' ' || c == '\t' || c == '\n')
            ++at;
        else
            break;
    }
    return at;
}

// The first '!' among the properties that stand from `mark` to `value`, outside comments and the names of anchors.
std::size_t TreeBuilder::tag_offset(const YAML::Mark& mark, std::size_t value) const {
    const std::string_view text = source_.text().substr(0, value);
    for (auto at = static_cast<std::size_t>(std::max(mark.pos, 0)); at < text.size(); ++at) {
        if (text[at] == '!') return at;
        if (text[at] == '&') at = std::min(text.find_first_of(" \t\n", at), text.size());
        if (at < text.size() && text[at] == '#') at = std::min(text.find('\n', at), text.size());
    }
    return value;
}

void TreeBuilder::check_tag(const std::string& tag, std::string_view own, const YAML::Mark& mark, std::size_t value) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    const bool standard = tag.starts_with(yaml_tag);
    if (standard && std::string_view(tag).substr(yaml_tag.size()) == own) return;
    found_.error(source_.position(tag_offset(mark, value)), "unknown-tag",
                 "the tag '" + (standard ? "!!" + tag.substr(yaml_tag.size()) : tag) + "' means nothing here",
                 "remove it; a text that starts with '!' goes into quotation marks");
}

void TreeBuilder::count(std::size_t nodes, SourcePosition where) {
    nodes_ += nodes;
    if (nodes_ > limits_.nodes)
        stop(where, "too-many-values", "the file has more than " + std::to_string(limits_.nodes) + " values",
             "aliases (*name) count as often as they are used");
}

void TreeBuilder::add_key(SourcePosition where, const std::string& text) {
    Open& map = open_.back();
    map.node->entries.push_back({{text, where}, {}});
    map.expects_key = false;
}

void TreeBuilder::remember(YAML::anchor_t anchor) {
    if (anchor == 0) return;
    std::vector<std::size_t> way;
    way.reserve(open_.size());
    for (const Open& each : open_)
        way.push_back((each.node->kind == Kind::map ? each.node->entries.size() : each.node->items.size()) - 1);
    if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
    anchors_[anchor] = std::move(way);
}

Node& TreeBuilder::add_value(YAML::anchor_t anchor) {
    Node* slot = &root_;
    if (!open_.empty()) {
        Open& parent = open_.back();
        slot = parent.node->kind == Kind::map ? &parent.node->entries.back().value : &parent.node->items.emplace_back();
        parent.expects_key = parent.node->kind == Kind::map;
    }
    has_root_ = true;
    remember(anchor);
    return *slot;
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const std::string_view text = source_.text();
    std::size_t offset = value_offset(mark, anchor, {});
    // An empty list item bears the mark of whatever comes next: go back to its dash.
    if (!open_.empty() && open_.back().node->kind == Kind::sequence && text.substr(offset, 1).find_first_of("~nN") != 0)
        if (const auto dash = text.substr(0, offset).find_last_not_of(" \t\n"); dash != std::string_view::npos)
            offset = dash;
    SourcePosition where = source_.position(offset);
    if (key_is_next())
        stop(where, "bad-key", "a key is missing before the colon", "a key called null goes into quotation marks");
    // The mark of an absent value is that of whatever comes next: its key says better where it should stand.
    if (!open_.empty() && open_.back().node->kind == Kind::map) {
        const SourcePosition key = open_.back().node->entries.back().key.where;
        if (where.line != key.line) where = key;
        warn_of_comment();
    }
    count(1, where);
    add_value(anchor).where = where;
}

// `swatch: #1A1A1A` is a key without a value: the comment was meant to be one if no space follows its '#'.
void TreeBuilder::warn_of_comment() {
    const std::string_view text = source_.text();
    const auto end = std::min(text.find('\n', last_scalar_), text.size());
    const auto sign = text.substr(0, end).find(": #", last_scalar_);
    if (sign == std::string_view::npos || sign + 3 >= end || text[sign + 3] == ' ' || text[sign + 3] == '#') return;
    found_.warning(source_.position(sign + 2), "comment-as-value",
                   "what follows '#' is a comment, so that '" +
                       open_.back().node->entries.back().key.value.substr(0, 60) + "' has no value",
                   "put the value into quotation marks, or a space after '#'");
}

const Node* TreeBuilder::anchored(YAML::anchor_t anchor) const {
    const Node* node = &root_;
    for (const std::size_t step : anchors_[anchor])
        node = node->kind == Kind::map ? &node->entries[step].value : &node->items[step];
    return node;
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const SourcePosition where = source_.position(static_cast<std::size_t>(std::max(mark.pos, 0)));
    if (key_is_next()) stop(where, "bad-key", "a key cannot be an alias (*name)", "write the key itself");
    if (anchor >= anchors_.size() || !has_root_)
        stop(where, "syntax", "this alias names nothing that stands before it");
    const Node* source = anchored(anchor);
    if (std::any_of(open_.begin(), open_.end(), [&](const Open& each) { return each.node == source; }))
        stop(where, "syntax", "this alias stands inside the value it names", "a value cannot contain itself");
    Weight weight;
    weigh(*source, weight);
    count(weight.nodes, where);
    copied_bytes_ += weight.bytes;
    if (copied_bytes_ > limits_.bytes)
        stop(where, "too-many-values",
             "aliases (*name) repeat more than " + std::to_string(limits_.bytes) + " bytes of text");
    Node& slot = add_value(0);
    slot = *anchored(anchor);  // again: adding may have moved it
    slot.where = where;
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
    const std::size_t offset = value_offset(mark, anchor, tag);
    const SourcePosition where = source_.position(offset);
    const char first = offset < source_.text().size() ? source_.text()[offset] : '\n';
    last_scalar_ = offset;
    check_tag(tag, "str", mark, offset);
    if (value.size() > limits_.scalar_bytes)
        stop(where, "text-too-long",
             "this text has " + std::to_string(value.size()) + " bytes, more than the " +
                 std::to_string(limits_.scalar_bytes) + " allowed");
    if (first == '"')  // only there it can be written, as \x07
        if (const auto control = control_character_in(value); !control.empty())
            found_.error(where, "control-character", "this text has the control character " + control,
                         "remove it: it cannot be printed");
    if (key_is_next()) {
        if (value == "<<" && first == '<')
            found_.error(where, "bad-key", "merging maps with '<<' is not part of YAML 1.2", "write the keys out");
        if (anchor != 0) stop(where, "bad-key", "a key cannot have an anchor (&name)");
        return add_key(where, value);
    }
    count(1, where);
    Node& node = add_value(anchor);
    node.kind = Kind::scalar;
    node.where = where;
    node.scalar = value;
    const bool plain = tag == "?";
    node.quoted = !plain && first != '|' && first != '>';
    node.block = !plain && (first == '|' || first == '>');
}

// yaml-cpp takes a bracket that is never closed for the start of a key.
void TreeBuilder::stop_at_key(Kind kind, std::size_t offset, SourcePosition where) {
    const std::string_view text = source_.text();
    if (offset < text.size() && (text[offset] == '[' || text[offset] == '{')) {
        const auto brackets = brackets_from(text, offset);
        if (open_.size() + brackets.depth > static_cast<std::size_t>(limits_.depth)) stop_too_deep(where);
        if (!brackets.closed)
            stop(where, "syntax", std::string("a '") + text[offset] + "' is never closed",
                 std::string("add '") + (text[offset] == '[' ? ']' : '}') + "', or put the text into quotation marks");
    }
    stop(where, "bad-key", std::string("a key must be one text, not ") + (kind == Kind::map ? "a map" : "a list"),
         "a text that starts with '{' or '[' goes into quotation marks");
}

void TreeBuilder::stop_too_deep(SourcePosition where) {
    stop(where, "too-deep", "values are nested more than " + std::to_string(limits_.depth) + " deep",
         "use fewer levels of lists and maps");
}

void TreeBuilder::open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    const std::size_t offset = value_offset(mark, anchor, tag);
    const SourcePosition where = source_.position(offset);
    if (key_is_next()) stop_at_key(kind, offset, where);
    if (open_.size() >= static_cast<std::size_t>(limits_.depth)) stop_too_deep(where);
    check_tag(tag, kind == Kind::map ? "map" : "seq", mark, offset);
    count(1, where);
    Node& node = add_value(anchor);
    node.kind = kind;
    node.where = where;
    open_.push_back({&node, kind == Kind::map});
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value) {
    open(Kind::sequence, mark, tag, anchor);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
    open(Kind::map, mark, tag, anchor);
}

void TreeBuilder::OnMapEnd() {
    report_duplicates(*open_.back().node);
    open_.pop_back();
}

void TreeBuilder::report_duplicates(const Node& map) {
    const auto& entries = map.entries;
    const auto report = [&](std::size_t first, std::size_t second) {
        has_duplicates_ = true;
        found_.error(entries[second].key.where, "duplicate-key",
                     "'" + entries[second].key.value.substr(0, 60) + "' is written twice, first in line " +
                         std::to_string(entries[first].key.where.line),
                     "keep one of the two");
    };
    // Most maps are small, and comparing each pair is then faster than sorting.
    if (entries.size() <= 16) {
        for (std::size_t i = 1; i < entries.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (entries[i].key.value == entries[j].key.value) {
                    report(j, i);
                    break;
                }
        return;
    }
    const auto order = by_key(map);
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (entries[order[i]].key.value == entries[order[first]].key.value)
            report(order[first], order[i]);
        else
            first = i;
    }
}

}  // namespace brochure::yaml
