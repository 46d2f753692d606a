#pragma once
#include <string>
#include <vector>

#include "content/content.hpp"
#include "design/design.hpp"
#include "layout/fields.hpp"

namespace brochure::layout {

/// The photos with a credit that a publication shows, and those whose credit it prints. Borrowed.
class Credits {
public:
    /// The pictures of one section's master and the captions beside them.
    void look(const Fields& fields, const design::Master& master);
    void take(const Credits& other);
    /// A note that names the photos whose credit is printed nowhere in the publication `name`.
    void tell(const std::string& name, Diagnostics& found) const;

private:
    std::vector<const content::Photo*> shown_, printed_;
};

}  // namespace brochure::layout
