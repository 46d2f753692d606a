#pragma once
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include <cstdint>
#include <vector>

#include "image/file.hpp"

/// libjpeg's callbacks: where errors land, bytes come from and bytes go. libjpeg leaves by longjmp, so a function that
/// calls it does `if (setjmp(trap.jump)) return false;` first and has no local with a destructor.
namespace brochure::image {

struct JpegTrap {
    jpeg_error_mgr manager{};  // first: libjpeg's pointer to it is cast back
    std::jmp_buf jump{};
    char message[JMSG_LENGTH_MAX] = "";
    bool damaged = false;  // entropy-coded data that makes no sense or stops early
    bool out_of_memory = false;

    jpeg_error_mgr* install();
};

/// Streams a file into libjpeg through a buffer of 64 KB. A file that ends too soon gets an EOI and sets `cut_short`.
struct JpegSource {
    jpeg_source_mgr manager{};
    const InputFile* file = nullptr;
    std::uint64_t next = 0;
    bool cut_short = false;
    std::vector<std::uint8_t> buffer;

    explicit JpegSource(const InputFile& from);
};

/// Gathers libjpeg's output.
struct JpegSink {
    jpeg_destination_mgr manager{};
    std::vector<std::uint8_t> bytes;

    JpegSink();
};

}  // namespace brochure::image
