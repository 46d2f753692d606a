#include "pdf/trees.hpp"

#include <algorithm>

namespace brochure::pdf {
namespace {

constexpr std::size_t fan = 32;

struct Node {
    std::string first, last;  // its limits, as PDF syntax
    Ref ref;
};

std::string kids_of(const std::vector<Node>& nodes, std::size_t begin, std::size_t end) {
    std::string out = "/Kids[";
    for (std::size_t i = begin; i < end; ++i) put(out, nodes[i].ref), out += ' ';
    out.back() = ']';
    return out;
}

// `leaf_key`: "/Nums" or "/Names". Keys and values alternate in `flat`.
std::string tree(const char* leaf_key, const std::vector<std::pair<std::string, const std::string*>>& entries,
                 HaruDocument& document) {
    const auto leaf = [&](std::size_t begin, std::size_t end) {
        std::string out = std::string(leaf_key) + "[";
        for (std::size_t i = begin; i < end; ++i) out += entries[i].first + " " + *entries[i].second + "\n";
        return out + "]";
    };
    if (entries.size() <= fan) return leaf(0, entries.size());
    const auto limits = [](const std::string& first, const std::string& last) {
        return "/Limits[" + first + " " + last + "]";
    };
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < entries.size(); i += fan) {
        const std::size_t end = std::min(i + fan, entries.size());
        const std::string &first = entries[i].first, &last = entries[end - 1].first;
        nodes.push_back({first, last, document.add(limits(first, last) + leaf(i, end))});
    }
    while (nodes.size() > fan) {
        std::vector<Node> above;
        for (std::size_t i = 0; i < nodes.size(); i += fan) {
            const std::size_t end = std::min(i + fan, nodes.size());
            const std::string &first = nodes[i].first, &last = nodes[end - 1].last;
            above.push_back({first, last, document.add(limits(first, last) + kids_of(nodes, i, end))});
        }
        nodes = std::move(above);
    }
    return kids_of(nodes, 0, nodes.size());
}

}  // namespace

std::string number_tree(const std::vector<std::pair<std::int64_t, std::string>>& entries, HaruDocument& document) {
    std::vector<std::pair<std::string, const std::string*>> list;
    list.reserve(entries.size());
    for (const auto& [key, value] : entries) list.emplace_back(std::to_string(key), &value);
    return tree("/Nums", list, document);
}

std::string name_tree(const std::vector<std::pair<std::string, std::string>>& entries, HaruDocument& document) {
    std::vector<std::pair<std::string, const std::string*>> list;
    list.reserve(entries.size());
    for (const auto& [key, value] : entries) {
        list.emplace_back(std::string{}, &value);
        put_bytes(list.back().first, key);
    }
    return tree("/Names", list, document);
}

std::vector<Ref> page_tree(const std::vector<Ref>& pages, HaruDocument& document) {
    struct Level {
        std::vector<Ref> refs;
        std::vector<std::size_t> leaves;  // pages below each
    };
    std::vector<Level> levels{{pages, std::vector<std::size_t>(pages.size(), 1)}};
    while (levels.back().refs.size() > fan) {
        const Level& below = levels.back();
        Level level;
        for (std::size_t i = 0; i < below.refs.size(); i += fan) {
            std::size_t leaves = 0;
            for (std::size_t k = i; k < std::min(i + fan, below.refs.size()); ++k) leaves += below.leaves[k];
            level.refs.push_back(document.reserve());
            level.leaves.push_back(leaves);
        }
        levels.push_back(std::move(level));
    }
    const auto node = [](const Level& kids, std::size_t begin, std::size_t end, std::size_t leaves) {
        std::string out = "/Kids[";
        for (std::size_t i = begin; i < end; ++i) put(out, kids.refs[i]), out += ' ';
        out += "]/Count ";
        put(out, static_cast<std::int64_t>(leaves));
        return out;
    };
    // libharu's root has its /Type already.
    document.define(document.page_tree(), node(levels.back(), 0, levels.back().refs.size(), pages.size()));
    for (std::size_t l = 1; l < levels.size(); ++l)
        for (std::size_t i = 0; i < levels[l].refs.size(); ++i) {
            std::string out = "/Type/Pages/Parent ";
            put(out, l + 1 < levels.size() ? levels[l + 1].refs[i / fan] : document.page_tree());
            const std::size_t begin = i * fan, end = std::min(begin + fan, levels[l - 1].refs.size());
            document.define(levels[l].refs[i], out + node(levels[l - 1], begin, end, levels[l].leaves[i]));
        }
    std::vector<Ref> parents(pages.size(), document.page_tree());
    if (levels.size() > 1)
        for (std::size_t i = 0; i < pages.size(); ++i) parents[i] = levels[1].refs[i / fan];
    return parents;
}

}  // namespace brochure::pdf
