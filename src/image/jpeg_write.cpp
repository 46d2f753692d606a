#include "image/jpeg_write.hpp"

#include <algorithm>

namespace brochure::image {

JpegWriter::JpegWriter() {
    info_.err = trap_.install();
    if (setjmp(trap_.jump)) return;
    jpeg_create_compress(&info_);
    info_.dest = &sink_.manager;
}

JpegWriter::~JpegWriter() {
    jpeg_destroy_compress(&info_);
}

bool JpegWriter::start(int width, int height, int channels, int quality) {
    if (setjmp(trap_.jump)) return false;
    info_.image_width = static_cast<JDIMENSION>(width);
    info_.image_height = static_cast<JDIMENSION>(height);
    info_.input_components = channels;
    info_.in_color_space = channels == 1 ? JCS_GRAYSCALE : channels == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&info_);
    if (channels == 4) {
        jpeg_set_colorspace(&info_, JCS_YCCK);  // with Adobe's marker
        for (int i = 0; i < 4; ++i) info_.comp_info[i].h_samp_factor = info_.comp_info[i].v_samp_factor = 1;
    }
    jpeg_set_quality(&info_, std::clamp(quality, 1, 100), TRUE);
    if (channels == 3 && quality > 90) info_.comp_info[0].h_samp_factor = info_.comp_info[0].v_samp_factor = 1;
    jpeg_start_compress(&info_, TRUE);
    return true;
}

bool JpegWriter::write(const std::uint8_t* row) {
    if (setjmp(trap_.jump)) return false;
    JSAMPROW rows[1] = {const_cast<JSAMPROW>(row)};  // libjpeg only reads it
    return jpeg_write_scanlines(&info_, rows, 1) == 1;
}

bool JpegWriter::close() {
    if (setjmp(trap_.jump)) return false;
    jpeg_finish_compress(&info_);
    return true;
}

std::vector<std::uint8_t> JpegWriter::finish() {
    if (!close()) return {};
    sink_.bytes.shrink_to_fit();
    return std::move(sink_.bytes);
}

}  // namespace brochure::image
