// jpeg_floor OUT WIDTH FILE...: decodes each JPEG with libjpeg-turbo at the least DCT scale that is not narrower than
// WIDTH and encodes what comes, on all cores. No resampling to the very size, no colour management: the floor.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

#include <jpeglib.h>

namespace {

unsigned char* encoded(const char* file, unsigned width, unsigned long& size) {
    std::FILE* in = std::fopen(file, "rb");
    if (!in) std::exit(3);
    jpeg_error_mgr errors;
    jpeg_decompress_struct source;
    source.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&source);
    jpeg_stdio_src(&source, in);
    jpeg_read_header(&source, TRUE);
    for (unsigned scale = 1; scale <= 8; ++scale) {
        source.scale_num = scale;
        source.scale_denom = 8;
        jpeg_calc_output_dimensions(&source);
        if (source.output_width >= width) break;
    }
    jpeg_start_decompress(&source);

    jpeg_compress_struct target;
    target.err = &errors;
    jpeg_create_compress(&target);
    unsigned char* bytes = nullptr;
    size = 0;
    jpeg_mem_dest(&target, &bytes, &size);
    target.image_width = source.output_width;
    target.image_height = source.output_height;
    target.input_components = source.output_components;
    target.in_color_space = source.out_color_space;
    jpeg_set_defaults(&target);
    jpeg_set_quality(&target, 88, TRUE);
    jpeg_start_compress(&target, TRUE);
    std::vector<JSAMPLE> row(static_cast<std::size_t>(source.output_width) * 4);
    JSAMPROW rows[] = {row.data()};
    while (source.output_scanline < source.output_height) {
        jpeg_read_scanlines(&source, rows, 1);
        jpeg_write_scanlines(&target, rows, 1);
    }
    jpeg_finish_compress(&target);
    jpeg_destroy_compress(&target);
    jpeg_finish_decompress(&source);
    jpeg_destroy_decompress(&source);
    std::fclose(in);
    return bytes;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    const auto width = static_cast<unsigned>(std::atoi(argv[2]));
    struct Result {
        unsigned char* bytes = nullptr;
        unsigned long size = 0;
    };
    std::vector<Result> results(static_cast<std::size_t>(argc - 3));
    std::atomic<std::size_t> next{0};
    {
        std::vector<std::jthread> threads;
        for (unsigned core = 0; core < std::thread::hardware_concurrency(); ++core)
            threads.emplace_back([&] {
                for (std::size_t i = next++; i < results.size(); i = next++)
                    results[i].bytes = encoded(argv[i + 3], width, results[i].size);
            });
    }
    std::FILE* out = std::fopen(argv[1], "wb");
    if (!out) return 3;
    for (const auto& result : results) {
        std::fwrite(result.bytes, 1, result.size, out);
        std::free(result.bytes);
    }
    return std::fclose(out);
}
