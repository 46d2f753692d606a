#pragma once
#include <optional>
#include <string_view>

#include "image/file.hpp"
#include "image/heif.hpp"
#include "image/plan.hpp"

/// SVG drawings through librsvg, which is loaded only when the first one is met.
///
/// They are drawn as pixels, at 600 to the inch of the place they are printed in, transparent where nothing is drawn.
/// Paths would be finer still, but no public way leads from librsvg to them: it draws on cairo surfaces, of which only
/// those that write whole files (PDF, PS, SVG, script) keep paths. A PDF inside a PDF would bring cairo's RGB into the
/// print edition, past swatches and tags, and libharu cannot take one in; reading paths ourselves would be a second
/// SVG renderer. At 600 ppi a logo of the size of a coin is finer than the eye or a press resolves.
namespace brochure::image {

/// Whether the head of a file looks like an SVG: only then is it read further.
bool looks_like_svg(std::string_view head);

/// Sets width and height, the longer one `svg_pixels`, in the drawing's proportions. Errors: too large a file, damaged,
/// anything that svg_fault() finds.
bool probe_svg(const InputFile& file, Photo& photo, Diagnostics& found);

/// Draws the part `plan.crop` of the drawing at plan.width x plan.height, RGBA. Errors as above.
std::optional<Bitmap> draw_svg(const InputFile& file, const Photo& photo, const Plan& plan, Diagnostics& found);

/// Version of the library that draws, since another one may draw otherwise; 0 when there is none.
std::uint32_t svg_library_version();

}  // namespace brochure::image
