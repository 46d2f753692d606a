#include "layout/qr_code.hpp"

#include <qrencode.h>

#include <array>
#include <memory>

namespace brochure::layout {
namespace {

struct Free {
    void operator()(QRcode* code) const noexcept { QRcode_free(code); }
};

// Rightwards, down, leftwards, up: a step of an edge, and the module to its right.
struct Step {
    int dx, dy, right_x, right_y;
};
constexpr std::array<Step, 4> steps{{{1, 0, 0, 0}, {0, 1, -1, 0}, {-1, 0, -1, -1}, {0, -1, 0, -1}}};

bool is_edge(const QrCode& code, int x, int y, std::size_t way) {
    const Step& step = steps[way];
    const int right_x = x + step.right_x, right_y = y + step.right_y;
    return code.at(right_x, right_y) && !code.at(right_x + step.dy, right_y - step.dx);
}

}  // namespace

std::optional<QrCode> qr_code(const std::string& words) {
    const std::unique_ptr<QRcode, Free> made{QRcode_encodeData(
        static_cast<int>(words.size()), reinterpret_cast<const unsigned char*>(words.data()), 0, QR_ECLEVEL_M)};
    if (!made) return std::nullopt;
    QrCode code;
    code.side = made->width;
    for (int i = 0; i < code.side * code.side; ++i) code.dark.push_back((made->data[i] & 1) != 0);
    return code;
}

std::vector<std::vector<std::pair<int, int>>> outlines(const QrCode& code) {
    std::vector<std::vector<std::pair<int, int>>> all;
    const auto wide = static_cast<std::size_t>(code.side + 1);
    std::vector<bool> walked(wide * wide);  // edges rightwards, by where they begin
    const auto index = [&](int x, int y) { return static_cast<std::size_t>(y) * wide + static_cast<std::size_t>(x); };
    for (int y = 0; y <= code.side; ++y)
        for (int x = 0; x < code.side; ++x) {
            if (walked[index(x, y)] || !is_edge(code, x, y, 0)) continue;
            auto& line = all.emplace_back();
            int at_x = x, at_y = y;
            std::size_t way = 0;
            do {
                if (way == 0) walked[index(at_x, at_y)] = true;
                const int next_x = at_x + steps[way].dx, next_y = at_y + steps[way].dy;
                // Turn to the right where possible: modules that touch at a corner only stay two shapes.
                std::size_t turn = (way + 1) % 4;
                while (!is_edge(code, next_x, next_y, turn)) turn = (turn + 3) % 4;
                if (turn != way) line.emplace_back(next_x, next_y);
                at_x = next_x;
                at_y = next_y;
                way = turn;
            } while (at_x != x || at_y != y || way != 0);
        }
    return all;
}

}  // namespace brochure::layout
