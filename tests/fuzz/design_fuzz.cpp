#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "design/design.hpp"
#include "design/font_manifest.hpp"

using namespace brochure;

namespace {

double names(std::string_view name) {
    return static_cast<double>(name.size());
}

void evaluate(const design::Expression& expression) {
    expression.evaluate([](std::string_view name) -> std::optional<double> { return names(name); });
}

}  // namespace

/// Any bytes give a design or faults with places inside the file, and its sums have values or none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    SourceFiles files;
    const auto file = files.add("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
    Diagnostics found;
    const auto design = design::read(file, files, found);
    design::read_fonts(file, files, found);
    for (const auto& fault : found.all())
        if (fault.where.line < 1 || fault.where.column < 1 || fault.text.empty()) std::abort();
    for (const auto& [name, master] : design.masters)
        for (const auto& frame : master.frames)
            for (const auto* sum : {&frame.left, &frame.right, &frame.top, &frame.bottom, &frame.baseline})
                evaluate(*sum);
    // A file without a line end may itself be a sum.
    design::Expression::Fault fault{};
    const auto sum = design::Expression::parse(files.text(file), fault);
    if (sum)
        evaluate(*sum);
    else if (fault.offset > size || fault.text.empty())
        std::abort();
    return 0;
}
