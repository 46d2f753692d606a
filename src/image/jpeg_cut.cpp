#include "image/jpeg_cut.hpp"

#include <algorithm>
#include <cstring>

#include "image/jpeg_read.hpp"
#include "image/limits.hpp"

namespace brochure::image {
namespace {

/// Both ends of a transcoding, destroyed together.
struct Transcoder {
    explicit Transcoder(const InputFile& file) : source{file} {
        in.err = trap.install();
        out.err = &trap.manager;
        if (setjmp(trap.jump)) return;
        jpeg_create_decompress(&in);
        jpeg_create_compress(&out);
        in.src = &source.manager;
        in.mem->max_memory_to_use = static_cast<long>(most_working_bytes);
        out.dest = &sink.manager;
    }
    Transcoder(const Transcoder&) = delete;
    ~Transcoder() {
        jpeg_destroy_compress(&out);
        jpeg_destroy_decompress(&in);
    }
    bool run(const PixelRect& shows);

    jpeg_decompress_struct in{};
    jpeg_compress_struct out{};
    JpegTrap trap;
    JpegSource source;
    JpegSink sink;

private:
    void shift(jvirt_barray_ptr* coefficients, const PixelRect& shows);
};

/// Moves each component's blocks up and to the left, within its array: a row never lands below where it came from.
void Transcoder::shift(jvirt_barray_ptr* coefficients, const PixelRect& shows) {
    const int mcu_column = shows.left / (8 * in.max_h_samp_factor), mcu_row = shows.top / (8 * in.max_v_samp_factor);
    const auto up = [](int a, int b) { return (a + b - 1) / b; };
    for (int c = 0; c < in.num_components; ++c) {
        const jpeg_component_info& component = in.comp_info[c];
        const int skip_columns = mcu_column * component.h_samp_factor, skip_rows = mcu_row * component.v_samp_factor;
        const int rows = up(shows.height(), 8 * in.max_v_samp_factor) * component.v_samp_factor;
        const int columns = std::min(up(shows.width(), 8 * in.max_h_samp_factor) * component.h_samp_factor,
                                     static_cast<int>(component.width_in_blocks) - skip_columns);
        // Arrays are padded to whole MCUs downwards, so `rows` past the picture are there too.
        for (int r = 0; r < rows; ++r) {
            const auto common = reinterpret_cast<j_common_ptr>(&in);
            JBLOCKROW from = *in.mem->access_virt_barray(common, coefficients[c], JDIMENSION(skip_rows + r), 1, TRUE);
            JBLOCKROW to = *in.mem->access_virt_barray(common, coefficients[c], JDIMENSION(r), 1, TRUE);
            std::memmove(to, from + skip_columns, sizeof(JBLOCK) * std::size_t(columns));
        }
    }
}

bool Transcoder::run(const PixelRect& shows) {
    if (setjmp(trap.jump)) return false;
    jpeg_read_header(&in, TRUE);
    jvirt_barray_ptr* const coefficients = jpeg_read_coefficients(&in);
    if (!coefficients) return false;
    shift(coefficients, shows);
    jpeg_copy_critical_parameters(&in, &out);
    out.image_width = static_cast<JDIMENSION>(shows.width());
    out.image_height = static_cast<JDIMENSION>(shows.height());
    out.optimize_coding = TRUE;  // a camera's own tables are gone; the standard ones would waste a tenth
    jpeg_write_coefficients(&out, coefficients);
    jpeg_finish_compress(&out);
    return true;
}

}  // namespace

PixelRect cut_rect(const JpegLayout& layout, const PixelRect& wanted) {
    const int across = 8 * *std::max_element(layout.across.begin(), layout.across.end());
    const int down = 8 * *std::max_element(layout.down.begin(), layout.down.end());
    return {wanted.left / across * across, wanted.top / down * down, wanted.right, wanted.bottom};
}

std::optional<JpegCut> cut_jpeg(const InputFile& file, const JpegLayout& layout, const PixelRect& wanted,
                                const std::filesystem::path& name, SourcePosition where, Diagnostics& found) {
    JpegCut cut;
    cut.shows = cut_rect(layout, wanted);
    Transcoder transcoder{file};
    if (!transcoder.run(cut.shows) || transcoder.trap.damaged || transcoder.source.cut_short) {
        report_jpeg(transcoder.trap, name, where, found);
        return std::nullopt;
    }
    cut.bytes = std::move(transcoder.sink.bytes);
    cut.bytes.shrink_to_fit();
    return cut;
}

}  // namespace brochure::image
