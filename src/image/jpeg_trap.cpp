#include "image/jpeg_trap.hpp"

#include <algorithm>
#include <cstddef>
#include <new>

namespace brochure::image {
namespace {

JpegTrap& trap_of(j_common_ptr info) {
    return *reinterpret_cast<JpegTrap*>(info->err);
}
JpegSource& source_of(j_decompress_ptr info) {
    return *reinterpret_cast<JpegSource*>(info->src);
}
JpegSink& sink_of(j_compress_ptr info) {
    return *reinterpret_cast<JpegSink*>(info->dest);
}

[[noreturn]] void leave(j_common_ptr info) {
    JpegTrap& trap = trap_of(info);
    trap.manager.format_message(info, trap.message);
    trap.out_of_memory = trap.manager.msg_code == JERR_OUT_OF_MEMORY || trap.manager.msg_code == JERR_NO_BACKING_STORE;
    std::longjmp(trap.jump, 1);
}

/// Whether what a decoder left before a marker is more than the padding of cameras: it lost its place. libjpeg has read
/// up to the marker, and as much of what it passed over as the buffer still holds is looked at.
bool has_lost_its_place(j_common_ptr info) {
    constexpr std::ptrdiff_t least = 4;  // bytes that are no padding
    const auto decoder = reinterpret_cast<j_decompress_ptr>(info);
    if (!info->is_decompressor || decoder->input_scan_number == 0) return false;  // stray bytes among the headers
    const JpegSource& source = source_of(decoder);
    const std::uint8_t* const end = source.manager.next_input_byte;
    const std::uint8_t* const start = source.buffer.data();
    if (end < start || end > start + source.buffer.size()) return false;
    const auto passed = std::min<std::ptrdiff_t>(trap_of(info).manager.msg_parm.i[0], end - start);
    return std::count_if(end - passed, end, [](std::uint8_t byte) {
               return byte != 0 && byte != 0xFF && byte != '\r' && byte != '\n';
           }) >= least;
}

/// Warnings about padding and odd headers are for others; these mean that pixels are wrong or missing.
void note(j_common_ptr info, int level) {
    if (level >= 0) return;
    const int code = trap_of(info).manager.msg_code;
    if (code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_JPEG_EOF || code == JWRN_MUST_RESYNC ||
        (code == JWRN_EXTRANEOUS_DATA && has_lost_its_place(info)))
        trap_of(info).damaged = true;
}

void say_nothing(j_common_ptr) {}
void nothing(j_decompress_ptr) {}

boolean fill(j_decompress_ptr info) {
    static const std::uint8_t end_of_image[2] = {0xFF, JPEG_EOI};
    JpegSource& source = source_of(info);
    const std::size_t n = source.file->read(source.next, source.buffer);
    source.next += n;
    source.manager.next_input_byte = n ? source.buffer.data() : end_of_image;
    source.manager.bytes_in_buffer = n ? n : 2;
    source.cut_short = source.cut_short || n == 0;
    return TRUE;
}

void skip(j_decompress_ptr info, long count) {
    JpegSource& source = source_of(info);
    if (count <= 0) return;
    const auto n = static_cast<std::size_t>(count);
    if (n <= source.manager.bytes_in_buffer) {
        source.manager.next_input_byte += n;
        source.manager.bytes_in_buffer -= n;
    } else {
        source.next += n - source.manager.bytes_in_buffer;
        source.manager.bytes_in_buffer = 0;
    }
}

boolean grow(j_compress_ptr info);

void begin(j_compress_ptr info) {
    sink_of(info).bytes.clear();
    grow(info);
}

boolean grow(j_compress_ptr info) {
    auto& bytes = sink_of(info).bytes;
    const std::size_t used = bytes.size();
    try {
        bytes.resize(used == 0 ? 256 * 1024 : 2 * used);
    } catch (const std::bad_alloc&) { ERREXIT1(info, JERR_OUT_OF_MEMORY, 0); }
    info->dest->next_output_byte = bytes.data() + used;
    info->dest->free_in_buffer = bytes.size() - used;
    return TRUE;
}

void finish(j_compress_ptr info) {
    auto& bytes = sink_of(info).bytes;
    bytes.resize(bytes.size() - info->dest->free_in_buffer);
}

}  // namespace

jpeg_error_mgr* JpegTrap::install() {
    jpeg_std_error(&manager);
    manager.error_exit = leave;
    manager.emit_message = note;
    manager.output_message = say_nothing;
    return &manager;
}

JpegSource::JpegSource(const InputFile& from) : file{&from}, buffer(64 * 1024) {
    manager.init_source = nothing;
    manager.fill_input_buffer = fill;
    manager.skip_input_data = skip;
    manager.resync_to_restart = jpeg_resync_to_restart;
    manager.term_source = nothing;
}

JpegSink::JpegSink() {
    manager.init_destination = begin;
    manager.empty_output_buffer = grow;
    manager.term_destination = finish;
}

}  // namespace brochure::image
