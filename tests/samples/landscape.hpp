#pragma once
#include <filesystem>

/// Draws hills under a low sun as a JPEG of `width` by `height` pixels: something to crop, with a horizon, a subject
/// off the middle and nobody's rights. Throws std::runtime_error when the file cannot be written.
void draw_landscape(const std::filesystem::path& file, int width, int height);
