#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/report.hpp"
#include "yaml/position.hpp"

using namespace brochure;

namespace {

void visit(const yaml::Node& node, const SourceFiles& files) {
    for (std::size_t i = 0; i <= node.scalar.size(); i += 1 + node.scalar.size() / 8) yaml::position_in(node, i, files);
    for (const auto& item : node.items) visit(item, files);
    for (const auto& [key, value] : node.entries) visit(value, files);
}

}  // namespace

/// Any bytes give a tree or at least one error, and every finding can be shown in every form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    SourceFiles files;
    const auto file = files.add("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
    Diagnostics found;
    yaml::Limits limits;
    limits.nodes = 20'000;
    const auto node = yaml::parse(file, files, found, limits);
    if ((!node && !found.has_errors()) || found.has_failures()) std::abort();
    if (node) visit(*node, files);
    report_text(found, files);
    report_json(found, files);
    report_sarif(found, files, "0");
    return 0;
}
