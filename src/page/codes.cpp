#include "page/codes.hpp"

namespace brochure::page {

const Element* code_of(const Publication& publication, const Item& item) {
    const ElementId id = std::visit([](const auto& it) { return it.element; }, item);
    if (id.index < 0) return nullptr;
    const Element& element = publication.structure[static_cast<std::size_t>(id.index)];
    return element.code && element.box ? &element : nullptr;
}

}  // namespace brochure::page
