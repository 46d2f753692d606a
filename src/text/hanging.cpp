#include "text/prepare_items.hpp"
#include "text/wide_marks.hpp"

namespace brochure::text {

double hang_at_start(std::uint32_t code, bool cjk) {
    switch (code) {
        case 0x2018:
        case 0x201C:
        case 0x201A:
        case 0x201E:
        case 0x00AB:
        case 0x2039:
        case '"':
        case '\'':
            return cjk ? 0.5 : 1;
        case 0x2013:
        case 0x2014:
        case 0x2022:
        case 0x00B7:
        case 0x2023:
        case 0x25AA:
            return cjk ? 0 : 1;
        default:
            return wide_mark(code) == WideMark::opening ? 0.5 : 0;
    }
}

double hang_at_end(std::uint32_t code, bool cjk) {
    switch (code) {
        case '.':
        case ',':
        case '-':
        case 0x2010:
        case 0x2019:
        case 0x201D:
        case 0x2018:
        case 0x201C:
            return cjk ? 0.5 : 0.7;
        case ';':
        case ':':
        case 0x2013:
        case 0x00BB:
        case 0x203A:
            return 0.3;
        default:
            return wide_mark(code) == WideMark::closing ? 0.5 : 0;
    }
}

}  // namespace brochure::text
