#include <algorithm>
#include <charconv>
#include <set>

#include "design/check.hpp"
#include "design/tables.hpp"
#include "yaml/position.hpp"

namespace brochure::design {

using yaml::Kind;
using yaml::Node;

namespace {

/// What names mean in one master: those of the page, of the formats, its elastic value, the frames so far.
class Scope {
public:
    Scope(const Checking& checking, int columns) : checking_{checking}, columns_{columns} {
        if (const Node* formats = checking.root.find("formats"))
            for (const auto& format : formats->entries)
                if (const Node* values = format.value.find("values"))
                    for (const auto& value : values->entries) values_.insert(value.key.value);
    }

    bool knows_value(std::string_view name) const { return values_.contains(name); }
    /// A name that every page has, whatever the design says.
    bool is_reserved(std::string_view name) const {
        static constexpr std::string_view words[] = {"W", "H", "B", "L", "min", "max", "up", "down", "mm", "in", "pt"};
        return std::find(std::begin(words), std::end(words), name) != std::end(words) || column(name) > 0;
    }
    bool is_known(std::string_view name, bool spread) const {
        if (name == "W" || name == "H" || name == "B" || name == "L") return true;
        if (values_.contains(name) || (!elastic_.empty() && name == elastic_)) return true;
        if (const int n = column(name); n > 0) return n <= columns_ && (spread || name[0] == 'c' || name[0] == 'e');
        const auto dot = name.find('.');
        return dot != std::string_view::npos && declared(name.substr(0, dot)) &&
               std::find(std::begin(parts), std::end(parts), name.substr(dot)) != std::end(parts);
    }
    void begin(std::string_view elastic) {
        elastic_ = elastic;
        frames_.clear();
        later_.clear();
    }
    void declare(std::string_view frame) { frames_.insert(frame); }
    void expect(std::string_view frame) { later_.insert(frame); }
    bool declared(std::string_view frame) const { return frames_.contains(frame); }
    std::string_view elastic() const { return elastic_; }

    /// Reports a name that is not known, and why.
    void report(const Node& scalar, std::string_view name, std::size_t offset, bool spread) const {
        const auto where = yaml::position_in(scalar, offset, checking_.files);
        const auto dot = name.find('.');
        const std::string_view head = name.substr(0, dot);
        const std::string quoted = "'" + std::string{name} + "'";
        if (dot != std::string_view::npos && declared(head))
            return error(where, quoted + " is not known: a frame has .top, .last, .bottom and .lines", {});
        if (later_.contains(head) && !declared(head))
            return error(where, quoted + " belongs to a frame that stands below or is this one",
                         "frames are set in the order of the file: move it up");
        if (const int n = column(name); n > 0 && n <= columns_ && !spread)
            return error(where, quoted + " is a column of the facing page, and this master is a single page", {});
        if (const int n = column(name); n > columns_)
            return error(where, quoted + ": no format has more than " + std::to_string(columns_) + " columns", {});
        if (dot == std::string_view::npos && declared(head))
            return error(where, quoted + " is a frame, not a number",
                         "write " + std::string{name} + ".last, .top, .bottom or .lines");
        if (std::string hint = sum_hint(name, spread); !hint.empty())
            return error(where, quoted + " is not known", std::move(hint));
        std::string meant = meant_instead_of(name);
        if (meant.empty()) meant = "write points, or a sum with names of the page (W, H, B, L, c1, e1), as L - 24";
        error(where, quoted + " is not known", std::move(meant));
    }

private:
    void error(SourcePosition where, std::string text, std::string hint) const {
        checking_.found.error(where, "unknown-name", std::move(text), std::move(hint));
    }
    /// `L-g` is one name; where its parts are known, a sum was meant.
    std::string sum_hint(std::string_view name, bool spread) const {
        const auto hyphen = name.find('-');
        if (hyphen == std::string_view::npos) return {};
        const auto left = name.substr(0, hyphen), right = name.substr(hyphen + 1);
        if (!is_known(left, spread) || !is_known(right, spread)) return {};
        return "between two names a minus wants spaces: " + std::string{left} + " - " + std::string{right};
    }
    std::string meant_instead_of(std::string_view name) const {
        constexpr std::size_t most = 100;  // of a master written by hand
        if (values_.size() > most || frames_.size() > most) return {};
        std::vector<std::string> list{"W", "H", "B", "L"};
        list.insert(list.end(), values_.begin(), values_.end());
        if (!elastic_.empty()) list.emplace_back(elastic_);
        for (const auto frame : frames_)
            for (const auto part : parts) list.push_back(std::string{frame} + std::string{part});
        return did_you_mean(name, {list.begin(), list.end()});
    }
    /// 3 for "c3", "e3", "r3", "s3"; else 0.
    static int column(std::string_view name) {
        if (name.size() < 2 || name.size() > 5 || std::string_view{"cers"}.find(name[0]) == std::string_view::npos)
            return 0;
        int number = 0;
        const auto [end, fault] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
        return fault == std::errc{} && end == name.data() + name.size() && number > 0 ? number : 0;
    }

    static constexpr std::string_view parts[] = {".top", ".last", ".bottom", ".lines"};
    const Checking& checking_;
    int columns_;
    std::set<std::string_view> values_, frames_, later_;
    std::string_view elastic_;
};

/// The most columns of any format; as many as there could be when a format could not be read.
int most_columns(const Checking& checking) {
    const Node* formats = checking.root.find("formats");
    if (formats == nullptr || formats->entries.size() != checking.design.formats.size()) return 99;
    int most = 0;
    for (const auto& [name, format] : checking.design.formats) most = std::max(most, format.columns);
    return most;
}

void check_sum(const Checking& checking, const Scope& scope, const Node* node, bool spread) {
    if (node == nullptr || node->kind != Kind::scalar) return;
    Expression::Fault fault;
    const auto sum = Expression::parse(node->scalar, fault);
    if (!sum) {
        checking.found.error(yaml::position_in(*node, fault.offset, checking.files), "expression", fault.text,
                             "numbers, names, + - * /, parentheses, min, max, up and down");
        return;
    }
    for (std::size_t i = 0; i < sum->names().size(); ++i)
        if (!scope.is_known(sum->names()[i], spread))
            scope.report(*node, sum->names()[i], sum->name_offsets()[i], spread);
}

/// A place that no page of any format has: a number alone, beyond the tallest or twice the widest with its bleed.
void check_reach(const Checking& checking, const Node& frame, std::string_view key) {
    const Node* node = frame.find(key);
    const bool across = key == "left" || key == "right";
    const bool down = key == "top" || key == "y" || key == "bottom" || key == "baseline";
    if (node == nullptr || node->kind != Kind::scalar || !(across || down) || checking.design.formats.empty()) return;
    Expression::Fault fault;
    const auto sum = Expression::parse(node->scalar, fault);
    if (!sum || !sum->names().empty()) return;
    const auto place = sum->evaluate([](std::string_view) { return std::optional<double>{}; });
    double most = 0;
    for (const auto& [name, format] : checking.design.formats)
        most = std::max(most, (across ? format.trim.width * 2.0 : format.trim.height).pt() + format.bleed.pt());
    if (place && *place > most)
        checking.found.error(node->where, "off-the-page",
                             "no format has a page so " + std::string{across ? "wide" : "high"} + ": '" +
                                 std::string{key} + "' is off all of them");
}

/// A name that sums can use: what Expression takes as one name without a full stop.
bool is_name(std::string_view text) {
    Expression::Fault fault;
    const auto sum = Expression::parse(text, fault);
    return sum && sum->names().size() == 1 && sum->names()[0] == text && text.find('.') == std::string_view::npos;
}

void check_name(const Checking& checking, const Scope& scope, std::string_view name, SourcePosition where) {
    if (!is_name(name))
        checking.found.error(where, "bad-name", "'" + std::string{name} + "' cannot be a name in sums",
                             "letters, digits and underscores, beginning with a letter; a hyphen only between letters");
    else if (scope.is_reserved(name))
        checking.found.error(where, "bad-name", "'" + std::string{name} + "' is the name of something else in sums",
                             "choose another name");
}

void check_columns(const Checking& checking, const Node& frame, int most) {
    const Node* node = frame.find("columns");
    if (node == nullptr) return;
    Diagnostics none;  // what is wrong with its form was reported when it was read
    Columns columns;
    if (ColumnsReader{}.read(*node, columns, {"columns", {}, none}) && columns.last > most)
        checking.found.error(node->where, "unknown-column",
                             "no format has more than " + std::to_string(most) + " columns");
}

void check_id(const Checking& checking, Scope& scope, const Node& id) {
    check_name(checking, scope, id.scalar, id.where);
    if (scope.declared(id.scalar))
        checking.found.error(id.where, "duplicate-id", "two frames of this master have the id '" + id.scalar + "'");
    else if (!scope.elastic().empty() && id.scalar == scope.elastic())
        checking.found.error(id.where, "duplicate-id", "'" + id.scalar + "' is the master's elastic value");
    scope.declare(id.scalar);
}

void check_elastic(const Checking& checking, Scope& scope, const Node& elastic, bool spread) {
    for (const auto key : {"from", "to"}) check_sum(checking, scope, elastic.find(key), spread);
    const Node* name = elastic.find("name");
    if (name == nullptr || name->kind != Kind::scalar) return;
    check_name(checking, scope, name->scalar, name->where);
    if (scope.knows_value(name->scalar))
        checking.found.error(name->where, "duplicate-id", "'" + name->scalar + "' is already a value of a format");
    scope.begin(name->scalar);
}

void check_master(const Checking& checking, Scope& scope, const Node& master, int most) {
    const Node* side = master.find("spread");
    const bool spread = side != nullptr && (side->scalar == "yes" || side->scalar == "true");
    scope.begin({});
    if (const Node* elastic = master.find("elastic")) check_elastic(checking, scope, *elastic, spread);
    const Node* frames = master.find("frames");
    if (frames == nullptr) return;
    for (const Node& frame : frames->items)
        if (const Node* id = frame.find("id")) scope.expect(id->scalar);
    for (const Node& frame : frames->items) {
        for (const auto key : expression_keys()) check_sum(checking, scope, frame.find(key), spread);
        for (const auto key : expression_keys()) check_reach(checking, frame, key);
        check_columns(checking, frame, most);
        if (const Node* id = frame.find("id"); id != nullptr && id->kind == Kind::scalar)
            check_id(checking, scope, *id);
    }
}

}  // namespace

void check_expressions(const Checking& checking) {
    const int most = most_columns(checking);
    Scope scope{checking, most};
    if (const Node* formats = checking.root.find("formats"))
        for (const auto& format : formats->entries)
            if (const Node* values = format.value.find("values"))
                for (const auto& value : values->entries) check_name(checking, scope, value.key.value, value.key.where);
    if (const Node* masters = checking.root.find("masters"))
        for (const auto& master : masters->entries) check_master(checking, scope, master.value, most);
}

}  // namespace brochure::design
