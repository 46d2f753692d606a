#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/length.hpp"
#include "design/check.hpp"

namespace brochure::design {
namespace {

// What a sum is worth on the pages of a format, in points; nothing where it depends on a column or on another frame.
std::optional<double> worth(const Expression& sum, const Format& format) {
    if (sum.empty()) return std::nullopt;
    return sum.evaluate([&](std::string_view name) -> std::optional<double> {
        if (name == "W") return format.trim.width.pt();
        if (name == "H") return format.trim.height.pt();
        if (name == "B") return format.bleed.pt();
        if (name == "L") return format.last_line.pt();
        const auto value = format.values.find(std::string{name});
        return value == format.values.end() ? std::nullopt : std::optional{value->second};
    });
}

std::optional<Expression> sum_in(const yaml::Node* node) {
    if (node == nullptr || node->kind != yaml::Kind::scalar) return std::nullopt;
    Expression::Fault fault;
    return Expression::parse(node->scalar, fault);
}

// The formats of which something is so, and of how many it is known.
struct Formats {
    std::vector<std::string> so;
    std::size_t known = 0;

    void add(const std::string& name, bool is_so) {
        ++known;
        if (is_so) so.push_back(name);
    }
    bool all() const { return !so.empty() && so.size() == known; }
    std::string names() const {
        std::string text;
        for (const auto& name : so) text += (text.empty() ? "'" : ", '") + name + "'";
        return text;
    }
};

// A globe of no size, rows upon one another: wrong wherever the frame stands.
void check_above_zero(const Checking& checking, const yaml::Node& frame, std::string_view key) {
    const yaml::Node* node = frame.find(key);
    const auto sum = sum_in(node);
    if (!sum) return;
    Formats none;
    for (const auto& [name, format] : checking.design.formats)
        if (const auto value = worth(*sum, format)) none.add(name, *value <= 0);
    if (none.all())
        checking.found.error(
            node->where, "not-above-zero", "'" + std::string{key} + "' is not more than nothing",
            "write points above zero, or a sum that gives them: " + std::string{key == "diameter" ? "98" : "36"});
}

// What is said of a value without room is said of the design: a city's photo or text could not mend it. A master that
// no format can use has a fault; one that some formats can use may be meant for these.
void check_elastic(const Checking& checking, const yaml::Node& elastic) {
    const auto from = sum_in(elastic.find("from")), to = sum_in(elastic.find("to"));
    if (!from || !to) return;
    Formats turned;
    for (const auto& [name, format] : checking.design.formats) {
        const auto least = worth(*from, format), most = worth(*to, format);
        if (least && most) turned.add(name, *least > *most);
    }
    if (turned.so.empty()) return;
    const std::string text =
        "'from' is more than 'to' in the format" + std::string{turned.so.size() > 1 ? "s " : " "} + turned.names();
    const std::string hint = "the value grows from 'from' to 'to': the first is the least, the second the greatest";
    const auto where = elastic.find("from")->where;
    if (turned.all())
        checking.found.error(where, "turned-round", text, hint);
    else
        checking.found.warning(where, "turned-round", text, hint + "; no page of that format can be laid out so");
}

}  // namespace

void check_measures(const Checking& checking) {
    const auto* masters = checking.root.find("masters");
    if (!masters) return;
    for (const auto& master : masters->entries) {
        if (const auto* elastic = master.value.find("elastic")) check_elastic(checking, *elastic);
        const auto* frames = master.value.find("frames");
        if (!frames) continue;
        for (const auto& frame : frames->items)
            for (const std::string_view key : {"diameter", "pitch"}) check_above_zero(checking, frame, key);
    }
}

}  // namespace brochure::design
