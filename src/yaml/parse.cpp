#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

#include "yaml/explain.hpp"
#include "yaml/known_trees.hpp"
#include "yaml/node.hpp"
#include "yaml/scan.hpp"
#include "yaml/tree_builder.hpp"

namespace brochure::yaml {

namespace {

// Lets yaml-cpp read the text where it lies.
class MemoryBuffer final : public std::streambuf {
public:
    explicit MemoryBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // streambuf wants char*, and only reads
        setg(begin, begin, begin + text.size());
    }
};

// What yaml-cpp would misread in silence, or read far too long: true when the file is not to be parsed.
bool refuse(CleanText& source, Diagnostics& found) {
    constexpr std::size_t most_brackets = 1000;
    if (const auto at = directive(source.text())) {
        found.error(source.position(*at), "syntax",
                    "a line that starts with '%' is a directive, and this one is not known",
                    "a text that starts with '%' goes into quotation marks");
        return true;
    }
    if (const auto at = opening_run(source.text(), most_brackets)) {
        found.error(source.position(*at), "too-deep",
                    "more than " + std::to_string(most_brackets) + " brackets are opened one after the other",
                    "close them, or put the text into quotation marks");
        return true;
    }
    return false;
}

void report(const YAML::Exception& fault, CleanText& source, std::size_t last, Diagnostics& found) {
    const auto offset = fault.mark.pos >= 0 ? static_cast<std::size_t>(fault.mark.pos) : source.text().size();
    auto told = explain(source.text(), fault.msg, offset, last);
    found.error(source.position(told.offset), std::move(told.rule), std::move(told.text), std::move(told.hint));
}

std::optional<Node> parse_anew(FileId file, const SourceFiles& files, Diagnostics& found, const Limits& limits) {
    CleanText source;
    if (!source.prepare(file, files, limits, found) || refuse(source, found)) return std::nullopt;
    TreeBuilder builder{source, limits, found};
    try {
        MemoryBuffer buffer{source.text()};
        std::istream stream{&buffer};
        YAML::Parser parser{stream};
        while (parser.HandleNextDocument(builder)) {}
        Node root = builder.take();
        if (root.kind == Kind::null) root.where = {file, 1, 1};
        return root;
    } catch (const YAML::Exception& fault) {
        report(fault, source, builder.last_scalar(), found);
    } catch (const Stop&) {
        // reported where it was thrown
    } catch (const std::exception& fault) {
        found.failure("yaml", files.path(file) + ": cannot be parsed: " + fault.what());
    }
    return std::nullopt;
}

}  // namespace

std::optional<Node> parse(FileId file, const SourceFiles& files, Diagnostics& found, const Limits& limits,
                          KnownTrees* known) {
    if (!known) return parse_anew(file, files, found, limits);
    if (auto tree = known->find(file, files.text(file), limits)) return tree;
    const auto before = found.all().size();
    auto tree = parse_anew(file, files, found, limits);
    if (tree && found.all().size() == before) known->note(files.text(file), limits, *tree);
    return tree;
}

}  // namespace brochure::yaml
