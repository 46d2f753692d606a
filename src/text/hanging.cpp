#include "text/prepare_items.hpp"

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
        // Full-width brackets have their ink in the right half.
        case 0x3008:
        case 0x300A:
        case 0x300C:
        case 0x300E:
        case 0x3010:
        case 0x3014:
        case 0x3016:
        case 0xFF08:
        case 0xFF3B:
        case 0xFF5B:
            return 0.5;
        default:
            return 0;
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
        case 0x3001:
        case 0x3002:
        case 0xFF0C:
        case 0xFF0E:
        case 0x300D:
        case 0x300F:
        case 0xFF09:
            return 0.5;
        default:
            return 0;
    }
}

}  // namespace brochure::text
