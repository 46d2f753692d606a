#pragma once
// Debian 12 has Catch2 2.13, Debian 13 has 3.x; tests include this and work with both.
#ifdef BROCHURE_CATCH3
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
