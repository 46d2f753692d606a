#pragma once
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/length.hpp"
#include "design/design.hpp"
#include "design/expression.hpp"
#include "yaml/reader.hpp"

/// Readers for what only a design file holds: lengths, sums, colours, columns, resolutions, one word or several.
namespace brochure::design {

/// A length: points, or with `mm`, `in`, `pt`; a sum without names will do. Both ends of the range, in points,
/// included. Into Length, or into double, in points.
struct LengthReader {
    double least, most;
    bool read(const yaml::Node& node, Length& value, const yaml::Asked& asked) const;
    bool read(const yaml::Node& node, double& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};
// The largest is the PDF page limit: 200 in (ISO 32000-1, Annex C.2).
inline LengthReader length(double least = 0, double most = 14400) {
    return {least, most};
}

/// Two lengths greater than zero: [width, height].
struct SizeReader {
    bool read(const yaml::Node& node, Size& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// A sum for a position. What does not parse is left empty without a word: check.cpp reads every sum again, with the
/// text of the file at hand, and names the very character.
struct ExpressionReader {
    bool read(const yaml::Node& node, Expression& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// One text or a list of texts, at least one. Into std::vector<std::string>.
struct OneOrMoreReader {
    bool read(const yaml::Node& node, std::vector<std::string>& values, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// "#RRGGBB".
struct ColourReader {
    bool read(const yaml::Node& node, std::array<std::uint8_t, 3>& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// "3", "3-6", "outer-4" or "inner-2".
struct ColumnsReader {
    bool read(const yaml::Node& node, Columns& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// OpenType features: "tnum" on, "-liga" off.
struct FeatureReader {
    bool read(const yaml::Node& node, Feature& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// `none` (as 0) or pixels per inch. Into double.
struct ResolutionReader {
    bool read(const yaml::Node& node, double& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

}  // namespace brochure::design
