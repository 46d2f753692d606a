#pragma once
#include "page/page.hpp"

namespace brochure::page {

/// The QR code that an item is a part of, with its box; null: of none.
const Element* code_of(const Publication& publication, const Item& item);

}  // namespace brochure::page
