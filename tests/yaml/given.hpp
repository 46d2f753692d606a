#pragma once
#include <optional>
#include <string>

#include "yaml/node.hpp"

/// A text parsed as a file called "given.yaml", with what was found.
struct Given {
    brochure::SourceFiles files;
    brochure::Diagnostics found;
    std::optional<brochure::yaml::Node> node;

    explicit Given(std::string text, const brochure::yaml::Limits& limits = {}) {
        const auto file = files.add("given.yaml", std::move(text));
        node = brochure::yaml::parse(file, files, found, limits);
    }
    /// "line:column rule: text" of every finding, each on its line.
    std::string told() const {
        std::string out;
        for (const auto& each : found.sorted(files))
            out += std::to_string(each.where.line) + ":" + std::to_string(each.where.column) + " " + each.rule + ": " +
                   each.text + "\n";
        return out;
    }
};
