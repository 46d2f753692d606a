#include "design/check.hpp"
#include "design/tables.hpp"

namespace brochure::design {

using yaml::boolean;
using yaml::integer;
using yaml::list;
using yaml::number;
using yaml::text;

const yaml::Table<Hyphenation>& hyphenation_table() {
    static const auto table =
        yaml::Table<Hyphenation>("hyphenation", "When words may be divided. `off`, `on`, or a map, which means on.")
            .optional("below-measure", &Hyphenation::below_measure, length(0, 1e9),
                      "Only where the column is narrower than this.", "160")
            .optional("always", &Hyphenation::always, list(text()), "Languages divided in columns of every width.",
                      "[de, nl, fi, hu]")
            .optional("before", &Hyphenation::before, integer(1, 20), "Fewest letters before the hyphen.", "4")
            .optional("after", &Hyphenation::after, integer(1, 20), "Fewest letters after it.", "3")
            .optional("ladder", &Hyphenation::ladder, integer(0, 10), "Most hyphens in successive lines; 0: no limit.",
                      "1")
            .optional("capitalised", &Hyphenation::capitalised, boolean(),
                      "Words with a capital letter too. German ones always are.", "no")
            .short_form(
                [] {
                    return yaml::choice_type({"off", "on"});
                },
                [](const yaml::Node& node, Hyphenation& value, Diagnostics& found) {
                    const auto word = yaml::read_word(node, {"off", "on"}, {"hyphenation", "off", found});
                    if (word) value.on = *word == 1;
                    return word.has_value();
                });
    return table;
}

namespace {

/// A map switches hyphenation on; the base's values stay where it says nothing.
struct HyphenationReader {
    bool read(const yaml::Node& node, Hyphenation& value, const yaml::Asked& asked) const {
        value.on = true;
        return yaml::read_record(node, hyphenation_table(), value, asked);
    }
    yaml::Type type() const { return yaml::type_of(hyphenation_table()); }
};

}  // namespace

const yaml::Table<Style>& style_table() {
    static const auto joiners =
        yaml::choice<Joiners>({{"no", Joiners::free}, {"yes", Joiners::titles}, {"names", Joiners::names}});
    static const auto settings = yaml::choice<Setting>({{"ragged", Setting::ragged},
                                                        {"justified", Setting::justified},
                                                        {"right", Setting::right},
                                                        {"centred", Setting::centred}});
    static const auto table =
        yaml::Table<Style>("style", "A paragraph style. What it does not say is as in the style it is based on.")
            .optional("based-on", &Style::based_on, text(), "The style that gives all values not written here.", "body")
            .optional("family", &Style::family, text(), "A family of fonts/fonts.yaml.", "text")
            .optional("weight", &Style::weight, integer(1, 1000), "400 is regular, 500 medium, 600 semibold, 700 bold.",
                      "600")
            .optional("italic", &Style::italic, boolean(), "A true italic; one is never made by slanting.", "yes")
            .optional("size", &Style::size, length(1, 1000), "Type size.", "9.25")
            .optional("leading", &Style::leading, length(1, 2000), "From baseline to baseline.", "12")
            .optional("tracking", &Style::tracking, number(-500, 2000), "Added between letters, in 1/1000 em.", "70")
            .optional("features", &Style::features, list(FeatureReader{}),
                      "OpenType features switched on, or off with a hyphen before.", "[tnum, case, -liga]")
            .optional("capitals", &Style::capitals, boolean(), "Set in capitals, by the rules of the language.", "yes")
            .optional("swatch", &Style::swatch, text(), "Colour of the text.", "ink")
            .optional("setting", &Style::setting, settings, "How lines fill the column.", "ragged")
            .optional("hyphenation", &Style::hyphenation, HyphenationReader{}, "When words may be divided.",
                      "{below-measure: 160, before: 4, after: 3, ladder: 1}")
            .optional("hang", &Style::hang, boolean(),
                      "Punctuation hangs outside the left edge, and the right when justified.", "yes")
            .optional("optical-shift", &Style::optical_shift, number(-1, 1),
                      "How far lines move left, in em, so that round letters meet the edge.", "0.027")
            .optional("last-line-words", &Style::last_line_words, integer(1, 20),
                      "Fewest words in a last line, where the paragraph has another way.", "2")
            .optional("last-line-em", &Style::last_line_em, number(0, 100), "Least width of a last line, in em.", "2.5")
            .optional("keep-joiners", &Style::keep_joiners, joiners,
                      "No line ends on a short word that leads to the next, \"and\" or \"of\", where the paragraph has "
                      "another way; `names`: nor on one of another language, \"de la\", as places keep their own.",
                      "names")
            .optional("word-space-min", &Style::word_space_min, number(0.1, 1),
                      "Narrowest space of a justified line, as a part of the font's.", "0.8")
            .optional("word-space-max", &Style::word_space_max, number(1, 10), "Widest space of a justified line.",
                      "1.33")
            .optional("letter-space-max", &Style::letter_space_max, number(0, 200),
                      "What justified lines may add between letters, in 1/1000 em.", "10")
            .optional("indent", &Style::indent, length(-1000), "First line of every paragraph but a flow's first.",
                      "12")
            .optional("space-before", &Style::space_before, length(),
                      "Least space beyond the leading above the first line.", "12")
            .optional("space-between", &Style::space_between, length(),
                      "Space beyond the leading between two paragraphs of this style.", "6")
            .optional("snap", &Style::snap, length(0.1),
                      "First baselines stand on multiples of this from the trim's top.", "12")
            .optional("orphans", &Style::orphans, integer(1, 20),
                      "Fewest lines of a paragraph left at a column's foot.", "2")
            .optional("widows", &Style::widows, integer(1, 20), "Fewest lines taken over to the next column.", "2")
            .optional("keep-with-next", &Style::keep_with_next, integer(0, 20),
                      "Lines of the next paragraph that must share the column.", "3")
            .optional("sizes", &Style::sizes, list(length(1, 1000), 1),
                      "Sizes tried from the first: the first that fits on one line is taken.", "[54, 48, 40, 32, 26]")
            .optional("leadings", &Style::leadings, list(length(1, 2000), 1), "One leading for each of `sizes`.",
                      "[60, 54, 48]")
            .optional("two-line-leading", &Style::two_line_leading, length(),
                      "Leading when even the smallest size needs two lines.", "36");
    return table;
}

namespace {

/// Reads styles depth first along `based-on`, so that every base is finished before what builds on it.
class StyleReading {
public:
    StyleReading(const yaml::Node& node, std::map<std::string, Style>& styles, Diagnostics& found)
        : node_{node}, styles_{styles}, found_{found}, states_(node.entries.size()) {
        for (std::size_t i = 0; i < node.entries.size(); ++i) index_.emplace(node.entries[i].key.value, i);
    }

    bool read_all() {
        for (std::size_t i = 0; i < node_.entries.size(); ++i) read(i, 0);
        return good_;
    }

private:
    enum class State { unread, reading, read };

    void read(std::size_t index, int depth) {
        if (states_[index] != State::unread) return;
        const auto& [key, value] = node_.entries[index];
        states_[index] = State::reading;
        Style style = base_of(value, depth);
        style.name = key.value;
        good_ =
            yaml::read_record(value, style_table(), style, {key.value, "{size: 9.25, leading: 12}", found_}) && good_;
        good_ = consistent(style, value) && good_;
        style.where = key.where;
        styles_.insert_or_assign(key.value, std::move(style));
        states_[index] = State::read;
    }

    /// The finished base of the style that `value` describes, or a plain style after reporting why there is none.
    Style base_of(const yaml::Node& value, int depth) {
        constexpr int deepest = 32;
        const yaml::Node* base = value.find("based-on");
        if (base == nullptr || base->kind != yaml::Kind::scalar) return {};
        const std::string& name = base->scalar;
        const auto at = index_.find(name);
        if (at == index_.end()) {
            error(base->where, "unknown-style", "there is no style '" + name + "' to be based on",
                  did_you_mean(name, names()));
        } else if (states_[at->second] == State::reading) {
            error(base->where, "style-circle", "'" + name + "' is based on itself, directly or by way of others",
                  "one of the styles of the circle must stand on its own");
        } else if (depth == deepest) {
            error(base->where, "style-depth",
                  "more than " + std::to_string(deepest) + " styles are based on each other",
                  "base this one on a style nearer to the root");
        } else {
            read(at->second, depth + 1);
            return styles_.at(name);
        }
        return {};
    }

    std::vector<std::string_view> names() const {
        std::vector<std::string_view> all;
        for (const auto& entry : node_.entries) all.push_back(entry.key.value);
        return all;
    }

    bool consistent(const Style& style, const yaml::Node& value) {
        const yaml::Node* leadings = value.find("leadings");
        const yaml::Node* sizes = value.find("sizes");
        if (!style.leadings.empty() && style.leadings.size() != style.sizes.size() && (leadings || sizes)) {
            error((leadings ? leadings : sizes)->where, "leadings-for-sizes",
                  "there must be as many leadings as sizes: " + std::to_string(style.sizes.size()) + ", not " +
                      std::to_string(style.leadings.size()),
                  "write one leading for each size, or leave 'leadings' out");
            return false;
        }
        for (std::size_t i = 1; sizes != nullptr && i < style.sizes.size(); ++i)
            if (style.sizes[i] >= style.sizes[i - 1]) {
                error(i < sizes->items.size() ? sizes->items[i].where : sizes->where, "sizes-fall",
                      "the sizes do not fall", "write the largest first: it is tried first");
                return false;
            }
        return true;
    }

    void error(SourcePosition where, std::string rule, std::string text, std::string hint) {
        found_.error(where, std::move(rule), std::move(text), std::move(hint));
        good_ = false;
    }

    const yaml::Node& node_;
    std::map<std::string, Style>& styles_;
    Diagnostics& found_;
    std::vector<State> states_;
    std::map<std::string_view, std::size_t> index_;
    bool good_ = true;
};

}  // namespace

bool read_styles(const yaml::Node& node, std::map<std::string, Style>& styles, Diagnostics& found) {
    if (!yaml::is_map(node, {"styles", "{body: {size: 9.25, leading: 12}}", found})) return false;
    return StyleReading{node, styles, found}.read_all();
}

}  // namespace brochure::design
