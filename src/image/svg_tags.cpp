#include <algorithm>
#include <charconv>
#include <map>

#include "image/svg_scan.hpp"

namespace brochure::image {
namespace {

constexpr std::size_t longest_entity = 200;      // namespaces and the like
constexpr std::size_t most_replacements = 5000;  // together they make no more than a megabyte
constexpr int deepest = 200;                     // tags in tags

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

SvgFault broken(const std::string& how) {
    return {"svg-damaged", "is no well-formed SVG: " + how, "save it again from the program that made it"};
}

// What "#x66" stands for, when it is ASCII: words of the language must not hide behind numbers.
std::optional<char> ascii_character(std::string_view number) {
    const bool hex = number.starts_with('x');
    if (hex) number.remove_prefix(1);
    int value = 0;
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), value, hex ? 16 : 10);
    if (fault != std::errc{} || end != number.data() + number.size() || value <= 0 || value > 126) return std::nullopt;
    return static_cast<char>(value);
}

std::string_view local(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Reader {
public:
    Reader(std::string_view file, SvgListener& listener) : rest_{file}, listener_{listener} {}

    std::optional<SvgFault> run() {
        while (!rest_.empty()) {
            const auto tag = std::min(rest_.find('<'), rest_.size());
            if (auto fault = words(rest_.substr(0, tag))) return fault;
            rest_.remove_prefix(tag);
            if (rest_.empty()) break;
            if (auto fault = markup()) return fault;
        }
        if (!open_.empty()) return broken("it ends inside <" + std::string{open_.back()} + ">");
        return std::nullopt;
    }

private:
    std::optional<SvgFault> words(std::string_view text) {
        if (open_.empty() || text.empty()) return std::nullopt;
        if (text.find('&') == std::string_view::npos) return listener_.text(text);
        const auto whole = replaced(text);
        return whole ? listener_.text(*whole) : std::optional{too_many()};
    }

    std::optional<SvgFault> markup() {
        if (rest_.starts_with("<!--")) return skip_to("-->");
        if (rest_.starts_with("<![CDATA[")) {
            const auto end = rest_.find("]]>");
            if (end == std::string_view::npos) return broken("a CDATA section does not end");
            if (auto fault = listener_.text(rest_.substr(9, end - 9))) return fault;
            return skip_to("]]>");
        }
        if (rest_.starts_with("<?xml-stylesheet"))
            return SvgFault{"svg-external", "takes its style from another file", "save the style inside the drawing"};
        if (rest_.starts_with("<?")) return skip_to("?>");
        if (rest_.starts_with("<!")) return declarations();
        return rest_.starts_with("</") ? end_tag() : start_tag();
    }

    std::optional<SvgFault> skip_to(std::string_view end) {
        const auto at = rest_.find(end);
        if (at == std::string_view::npos) return broken("'" + std::string{end} + "' is missing");
        rest_.remove_prefix(at + end.size());
        return std::nullopt;
    }

    // A document type declaration, in which drawing programs define short names for namespaces.
    std::optional<SvgFault> declarations() {
        int brackets = 0;
        std::size_t at = 0;
        for (char quote = 0; at < rest_.size(); ++at) {
            const char c = rest_[at];
            if (quote) {
                if (c == quote) quote = 0;
                continue;
            }
            if (c == '"' || c == '\'') quote = c;
            if (c == '[') ++brackets;
            if (c == ']') --brackets;
            if (c == '>' && brackets <= 0) break;
            if (c != '<' || at == 0) continue;
            const auto here = rest_.substr(at);
            if (here.starts_with("<!--")) {
                const auto end = here.find("-->");
                if (end == std::string_view::npos) return broken("a comment does not end");
                at += end + 2;
            } else if (here.starts_with("<!ENTITY")) {
                if (auto fault = entity(here.substr(8))) return fault;
            } else {
                return SvgFault{"svg-declarations", "declares what its elements are", "save it again as a plain SVG"};
            }
        }
        if (at == rest_.size()) return broken("its <!DOCTYPE does not end");
        rest_.remove_prefix(at + 1);
        return std::nullopt;
    }

    std::optional<SvgFault> entity(std::string_view text) {
        const SvgFault strange{"svg-declarations", "defines entities that could hold anything",
                               "save it again as a plain SVG"};
        const auto name_at = text.find_first_not_of(" \t\r\n");
        if (name_at == std::string_view::npos || text[name_at] == '%') return strange;
        text.remove_prefix(name_at);
        const auto name = text.substr(0, std::min(text.find_first_of(" \t\r\n>"), text.size()));
        text.remove_prefix(name.size());
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        if (text.empty() || (text[0] != '"' && text[0] != '\''))
            return SvgFault{"svg-external", "takes parts from another file", "save it again as a plain SVG"};
        const auto end = text.find(text[0], 1);
        if (end == std::string_view::npos) return broken("an entity does not end");
        const auto value = text.substr(1, end - 1);
        if (value.size() > longest_entity || value.find_first_of("<&%") != std::string_view::npos) return strange;
        entities_[std::string{name}] = value;
        return std::nullopt;
    }

    std::optional<SvgFault> end_tag() {
        const auto end = rest_.find('>');
        if (end == std::string_view::npos) return broken("a tag does not end");
        auto name = rest_.substr(2, end - 2);
        while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
        rest_.remove_prefix(end + 1);
        if (open_.empty() || open_.back() != name)
            return broken("</" + std::string{name.substr(0, 40)} + "> closes nothing");
        open_.pop_back();
        return listener_.close();
    }

    std::optional<SvgFault> start_tag() {
        std::size_t at = 1;
        const auto skip_space = [&] {
            while (at < rest_.size() && is_space(rest_[at])) ++at;
        };
        const auto word = [&] {
            const auto from = at;
            while (at < rest_.size() && !is_space(rest_[at]) &&
                   std::string_view{"=/><\"'"}.find(rest_[at]) == std::string_view::npos)
                ++at;
            return rest_.substr(from, at - from);
        };
        const auto name = word();
        if (name.empty()) return broken("a '<' begins no tag");
        SvgTag tag;
        tag.name = local(name);
        for (skip_space(); at < rest_.size() && rest_[at] != '>' && rest_[at] != '/'; skip_space()) {
            const auto key = word();
            skip_space();
            if (key.empty() || at >= rest_.size() || rest_[at] != '=') return broken("an attribute has no value");
            ++at;
            skip_space();
            if (at >= rest_.size() || (rest_[at] != '"' && rest_[at] != '\''))
                return broken("a value has no quotation marks");
            const auto end = rest_.find(rest_[at], at + 1);
            if (end == std::string_view::npos) return broken("a value does not end");
            auto value = replaced(rest_.substr(at + 1, end - at - 1));
            if (!value) return too_many();
            tag.attributes.emplace_back(local(key), std::move(*value));
            at = end + 1;
        }
        tag.empty = at < rest_.size() && rest_[at] == '/';
        at += tag.empty;
        if (at >= rest_.size() || rest_[at] != '>')
            return broken("<" + std::string{name.substr(0, 40)} + "> does not end");
        rest_.remove_prefix(at + 1);
        if (auto fault = listener_.open(tag)) return fault;
        if (tag.empty) return listener_.close();
        open_.push_back(name);
        if (static_cast<int>(open_.size()) > deepest)
            return SvgFault{"svg-too-complex", "has elements " + std::to_string(deepest) + " deep in each other",
                            "save it simpler, or as PNG"};
        return std::nullopt;
    }

    // With entities put in, those of XML itself left as they are; empty when there are too many of them.
    std::optional<std::string> replaced(std::string_view value) {
        std::string out;
        for (std::size_t at = 0; at < value.size();) {
            const auto end = value[at] == '&' ? value.find(';', at) : std::string_view::npos;
            if (end != std::string_view::npos && value.substr(at, 2) == "&#") {
                if (const auto c = ascii_character(value.substr(at + 2, end - at - 2))) {
                    out += *c;
                    at = end + 1;
                    continue;
                }
            }
            const auto known = end == std::string_view::npos
                                   ? entities_.end()
                                   : entities_.find(std::string{value.substr(at + 1, end - at - 1)});
            if (known == entities_.end()) {
                out += value[at++];
                continue;
            }
            if (++replacements_ > most_replacements) return std::nullopt;
            out += known->second;
            at = end + 1;
        }
        return out;
    }
    SvgFault too_many() const {
        return {"svg-too-complex", "uses its entities too often", "save it again as a plain SVG"};
    }

    std::string_view rest_;
    SvgListener& listener_;
    std::vector<std::string_view> open_;
    std::map<std::string, std::string_view> entities_;
    std::size_t replacements_ = 0;
};

}  // namespace

std::optional<SvgFault> read_svg_tags(std::string_view file, SvgListener& listener) {
    return Reader{file, listener}.run();
}

}  // namespace brochure::image
