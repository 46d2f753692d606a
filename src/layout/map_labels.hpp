#pragma once
#include <cstddef>

namespace brochure::layout {

/// From so many places on a map shows dots without the ways there; a directory numbers them no more.
constexpr std::size_t dots_from = 100;

}  // namespace brochure::layout
