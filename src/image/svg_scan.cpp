#include "image/svg_scan.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "image/limits.hpp"

namespace brochure::image {
namespace {

std::string in_small_letters(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string without_comments(std::string_view css) {
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        const auto begin = std::min(css.find("/*", at), css.size());
        out += css.substr(at, begin - at);
        const auto end = css.find("*/", begin);
        at = end == std::string_view::npos ? css.size() : end + 2;
    }
    return out;
}

SvgFault external(std::string_view where) {
    return {"svg-external", "refers to something outside the file ('" + std::string{where.substr(0, 60)} + "')",
            "save it with everything inside, as a plain SVG"};
}

SvgFault unsupported(const std::string& what, const std::string& hint) {
    return {"svg-unsupported", what, hint};
}

/// What one property of an element means for the work it makes.
struct Meaning {
    bool layer = false;  // the element, with all in it, is drawn on a sheet of its own first
    std::vector<std::string> uses;
    std::optional<SvgFault> fault;
};

// "url(#a)" and the like: what is used, or that it lies outside.
void look_for_urls(std::string_view value, Meaning& meaning) {
    const std::string small = in_small_letters(value);
    for (std::size_t at = 0; (at = small.find("url(", at)) != std::string::npos;) {
        at += 4;
        auto inside = value.substr(at, std::min(value.find(')', at), value.size()) - at);
        inside = trimmed(inside);
        if (!inside.empty() && (inside[0] == '"' || inside[0] == '\'')) inside = inside.substr(1, inside.size() - 2);
        if (inside.starts_with('#'))
            meaning.uses.emplace_back(inside.substr(1));
        else
            meaning.fault = external(inside);
    }
}

Meaning meaning_of(std::string_view written, std::string_view written_value) {
    Meaning meaning;
    const std::string property = in_small_letters(trimmed(written));
    auto value = trimmed(written_value);
    if (value.ends_with("!important")) value = trimmed(value.substr(0, value.size() - 10));
    look_for_urls(value, meaning);
    if (value == "none") return meaning;
    if (property == "filter")
        meaning.fault =
            unsupported("uses a filter (a shadow, a blur or the like)", "save it without effects, or as PNG");
    if (property.starts_with("marker"))
        meaning.fault = unsupported("uses markers", "turn them into paths, or save it as PNG");
    if (property == "stroke-dasharray")  // cairo takes every dash for itself, millions of them on a long line
        meaning.fault = unsupported("uses dashed lines", "turn the dashes into paths, or save it as PNG");
    constexpr std::array<std::string_view, 3> usual{"1", "1.0", "100%"};
    meaning.layer = property == "mask" || property == "clip-path" ||
                    (property == "opacity" && std::find(usual.begin(), usual.end(), value) == usual.end()) ||
                    (property == "mix-blend-mode" && value != "normal") || (property == "isolation" && value != "auto");
    return meaning;
}

/// All properties of a style attribute, or of a rule of a style sheet.
Meaning meaning_of_declarations(std::string_view css) {
    Meaning all;
    while (!css.empty()) {
        const auto end = std::min(css.find(';'), css.size());
        const auto one = css.substr(0, end);
        css.remove_prefix(std::min(end + 1, css.size()));
        const auto colon = one.find(':');
        if (colon == std::string_view::npos) continue;
        Meaning meaning = meaning_of(one.substr(0, colon), one.substr(colon + 1));
        all.layer = all.layer || meaning.layer;
        if (meaning.fault && !all.fault) all.fault = std::move(meaning.fault);
        all.uses.insert(all.uses.end(), meaning.uses.begin(), meaning.uses.end());
    }
    return all;
}

/// The drawing as a graph: what stands inside an element and what it uses are both drawn with it.
class Weighing : public SvgListener {
public:
    std::optional<SvgFault> open(const SvgTag& tag) override {
        if (elements_.empty() && tag.name != "svg")
            return SvgFault{"svg-damaged", "is no SVG: it begins with <" + std::string{tag.name.substr(0, 40)} + ">",
                            "save it as SVG or PNG"};
        if (auto fault = refused(tag.name)) return fault;
        if (elements_.size() == most_svg_elements) return too_complex();
        const int me = static_cast<int>(elements_.size());
        if (!open_.empty()) elements_[static_cast<std::size_t>(open_.back())].parts.push_back(me);
        elements_.emplace_back();
        open_.push_back(me);
        in_style_ = tag.name == "style";
        for (const auto& [key, value] : tag.attributes)
            if (auto fault = attribute(tag, key, value)) return fault;
        return std::nullopt;
    }
    std::optional<SvgFault> close() override {
        open_.pop_back();
        in_style_ = false;
        return std::nullopt;
    }
    std::optional<SvgFault> text(std::string_view words) override {
        if (in_style_) sheet_ += words;
        return std::nullopt;
    }

    std::optional<SvgFault> weigh() {
        if (elements_.empty()) return SvgFault{"svg-damaged", "holds no drawing", "save it as SVG or PNG"};
        if (auto fault = read_sheet()) return fault;
        for (auto& element : elements_) {
            for (const auto& name : element.classes) {
                const auto rule = rules_.find(name);
                if (rule == rules_.end()) continue;
                element.layer = element.layer || rule->second.layer;
                element.uses.insert(element.uses.end(), rule->second.uses.begin(), rule->second.uses.end());
            }
            element.layer = element.layer || all_.layer;
        }
        return weigh(0, 0);
    }

private:
    struct Element {
        std::vector<int> parts;
        std::vector<std::string> uses, classes;
        bool layer = false;
        enum class State { fresh, begun, weighed } state = State::fresh;
        double elements = 1, layers = 0;
        int depth = 0;  // layers in layers
    };

    static std::optional<SvgFault> refused(std::string_view name) {
        if (name == "text" || name == "tspan")
            return unsupported("holds text, which looks different wherever other fonts are installed",
                               "turn it into paths (Inkscape: Path > Object to Path)");
        if (name == "image") return unsupported("holds a picture", "save the whole as PNG");
        if (name == "include") return external("include");
        return std::nullopt;
    }

    std::optional<SvgFault> attribute(const SvgTag& tag, const std::string& key, const std::string& value) {
        Element& element = elements_.back();
        if (key == "id") ids_.emplace(value, static_cast<int>(elements_.size()) - 1);
        if (key == "class") {
            std::string_view rest = value;
            while (!(rest = trimmed(rest)).empty()) {
                const auto end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
                element.classes.emplace_back(rest.substr(0, end));
                rest.remove_prefix(end);
            }
        }
        if (key == "href" && tag.name != "a") {
            const auto target = trimmed(value);
            if (!target.starts_with('#')) return external(target);
            element.uses.emplace_back(target.substr(1));
        }
        if (key == "style" && value.find('\\') != std::string::npos) return escaped();
        Meaning meaning = key == "style" ? meaning_of_declarations(without_comments(value)) : meaning_of(key, value);
        element.layer = element.layer || meaning.layer;
        element.uses.insert(element.uses.end(), meaning.uses.begin(), meaning.uses.end());
        return meaning.fault;
    }

    // A rule counts for the elements of the classes it names, whatever else it asks for; without a class for all.
    std::optional<SvgFault> read_sheet() {
        if (sheet_.find('\\') != std::string::npos) return escaped();
        if (in_small_letters(sheet_).find("@import") != std::string::npos) return external("@import");
        const std::string css = without_comments(sheet_);
        std::string_view rest = css;
        while (!rest.empty()) {
            const auto brace = std::min(rest.find('{'), rest.size());
            const auto end = std::min(rest.find('}', brace), rest.size());
            auto selector = rest.substr(0, brace);
            Meaning meaning =
                brace < end ? meaning_of_declarations(rest.substr(brace + 1, end - brace - 1)) : Meaning{};
            if (meaning.fault) return meaning.fault;
            bool any = false;
            for (std::size_t at = 0; (at = selector.find('.', at)) != std::string_view::npos;) {
                ++at;
                const auto stop = std::min(selector.find_first_of(" \t\r\n,.:#>+~[*", at), selector.size());
                Meaning& rule = rules_[std::string{selector.substr(at, stop - at)}];
                rule.layer = rule.layer || meaning.layer;
                rule.uses.insert(rule.uses.end(), meaning.uses.begin(), meaning.uses.end());
                any = true;
            }
            if (!any) all_.layer = all_.layer || meaning.layer;
            if (!any && !meaning.uses.empty())
                elements_[0].uses.insert(elements_[0].uses.end(), meaning.uses.begin(), meaning.uses.end());
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return std::nullopt;
    }

    std::optional<SvgFault> weigh(int index, int below) {
        Element& element = elements_[static_cast<std::size_t>(index)];
        if (element.state == Element::State::weighed) return std::nullopt;
        if (element.state == Element::State::begun)
            return SvgFault{"svg-endless", "has an element that is drawn inside itself", "save it again, or as PNG"};
        if (below > most_svg_depth) return too_complex();
        element.state = Element::State::begun;
        if (element.layer) element.layers = 1;
        const auto add = [&](int other) -> std::optional<SvgFault> {
            if (auto fault = weigh(other, below + 1)) return fault;
            const Element& part = elements_[static_cast<std::size_t>(other)];
            element.elements += part.elements;
            element.layers += part.layers;
            element.depth = std::max(element.depth, part.depth);
            return std::nullopt;
        };
        for (const int part : element.parts)
            if (auto fault = add(part)) return fault;
        for (const auto& name : element.uses)
            if (const auto target = ids_.find(name); target != ids_.end())
                if (auto fault = add(target->second)) return fault;
        element.depth += element.layer;
        element.state = Element::State::weighed;
        if (element.elements > most_svg_elements || element.layers > most_svg_layers ||
            element.depth > most_svg_layers_deep)
            return too_complex();
        return std::nullopt;
    }

    static SvgFault too_complex() {
        return {"svg-too-complex", "is far more intricate than a logo", "save it simpler, or as PNG"};
    }
    static SvgFault escaped() {
        return unsupported("writes its style with backslashes", "save it again as a plain SVG");
    }

    std::vector<Element> elements_;
    std::vector<int> open_;
    std::unordered_map<std::string, int> ids_;
    std::string sheet_;
    std::unordered_map<std::string, Meaning> rules_;  // of the style sheet, by class
    Meaning all_;                                     // of its rules without a class
    bool in_style_ = false;
};

}  // namespace

std::optional<SvgFault> svg_fault(std::string_view file) {
    Weighing weighing;
    if (auto fault = read_svg_tags(file, weighing)) return fault;
    return weighing.weigh();
}

}  // namespace brochure::image
