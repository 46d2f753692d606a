#include "image/jpeg_read.hpp"

#include <algorithm>

#include "image/jpeg_scan.hpp"
#include "image/limits.hpp"

namespace brochure::image {
namespace {

/// Called by libjpeg once a row of blocks; stops a file of thousands of scans, as libjpeg-turbo's own djpeg does.
void limit_scans(j_common_ptr info) {
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > 100) ERREXIT(info, JERR_BAD_PROGRESSION);
}

}  // namespace

JpegReader::JpegReader(const InputFile& file) : source_{file} {
    info_.err = trap_.install();
    if (setjmp(trap_.jump)) return;
    jpeg_create_decompress(&info_);
    info_.src = &source_.manager;
    progress_.progress_monitor = limit_scans;
    info_.progress = &progress_;
    info_.mem->max_memory_to_use = static_cast<long>(most_working_bytes);
}

JpegReader::~JpegReader() {
    jpeg_destroy_decompress(&info_);
}

bool JpegReader::start(int eighths, const PixelRect& part) {
    if (setjmp(trap_.jump)) return false;
    jpeg_read_header(&info_, TRUE);
    info_.scale_num = static_cast<unsigned>(eighths);
    info_.scale_denom = 8;
    info_.out_color_space = info_.num_components == 1 ? JCS_GRAYSCALE : info_.num_components == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(&info_);
    if (part.right > static_cast<int>(info_.output_width) || part.bottom > static_cast<int>(info_.output_height))
        return false;
    bottom_ = part.bottom;
    if (part.width() < static_cast<int>(info_.output_width)) {
        JDIMENSION left = static_cast<JDIMENSION>(part.left), width = static_cast<JDIMENSION>(part.width());
        jpeg_crop_scanline(&info_, &left, &width);
        left_ = static_cast<int>(left);
    }
    if (part.top > 0) jpeg_skip_scanlines(&info_, static_cast<JDIMENSION>(part.top));
    return true;
}

bool JpegReader::read(std::uint8_t* row) {
    if (static_cast<int>(info_.output_scanline) >= bottom_) return false;
    if (setjmp(trap_.jump)) return false;
    JSAMPROW rows[1] = {row};
    return jpeg_read_scanlines(&info_, rows, 1) == 1;
}

bool JpegReader::finish() {
    std::vector<std::uint8_t> last(std::size_t(width()) * static_cast<std::size_t>(channels()));
    JSAMPROW rows[1] = {last.data()};
    return read_on(rows);
}

// Rows are skipped but for the last: a skip to the very end would not read the data.
bool JpegReader::read_on(JSAMPARRAY last) {
    if (setjmp(trap_.jump)) return false;
    const JDIMENSION left = info_.output_height - info_.output_scanline;
    if (left > 1) jpeg_skip_scanlines(&info_, left - 1);
    if (left > 0) jpeg_read_scanlines(&info_, last, 1);
    jpeg_finish_decompress(&info_);
    return true;
}

std::uint64_t coefficient_bytes(const JpegLayout& layout) {
    const auto up = [](int a, int b) { return static_cast<std::uint64_t>((a + b - 1) / b); };
    const int across = *std::max_element(layout.across.begin(), layout.across.end());
    const int down = *std::max_element(layout.down.begin(), layout.down.end());
    std::uint64_t blocks = 0;
    for (int i = 0; i < layout.components; ++i)
        blocks += up(layout.width, 8 * across) * layout.across[i] * up(layout.height, 8 * down) * layout.down[i];
    return blocks * 64 * sizeof(JCOEF);
}

void report_jpeg(const JpegTrap& trap, const std::filesystem::path& file, SourcePosition where, Diagnostics& found) {
    const std::string photo = "photo " + quoted(file);
    if (trap.out_of_memory)
        return found.error(where, "photo-too-large", photo + " takes too much memory to decode",
                           "save it smaller, or as a JPEG that is not progressive");
    found.error(where, "photo-damaged",
                photo + " is damaged: part of its picture is missing or broken" +
                    (trap.message[0] ? " (" + std::string{trap.message} + ")" : std::string{}),
                "copy it again from the camera or the sender");
}

bool is_jpeg_sound(const InputFile& file, const std::filesystem::path& name, SourcePosition where, Diagnostics& found) {
    const JpegLayout layout = read_jpeg_head(file);
    if (layout.fault != JpegFault::none) return report(layout.fault, name, where, found), false;
    JpegReader reader{file};
    const PixelRect whole{0, 0, (layout.width + 7) / 8, (layout.height + 7) / 8};
    std::vector<std::uint8_t> row(std::size_t(whole.right) * 4);
    bool good = reader.start(1, whole);
    for (int y = 0; good && y < whole.bottom; ++y) good = reader.read(row.data()) && reader.is_whole();
    good = good && reader.finish() && reader.is_whole();
    if (!good) report_jpeg(reader.trap(), name, where, found);
    return good;
}

}  // namespace brochure::image
