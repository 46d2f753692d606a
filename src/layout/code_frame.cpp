#include <array>
#include <cstdio>

#include "layout/qr_code.hpp"
#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

// DESIGN 6: modules of 0.8 mm are read by every telephone, those under 0.4 mm by hardly any.
constexpr Length good_module = Length::from_mm(0.8), least_module = Length::from_mm(0.4);

std::string millimetres(Length length) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.2f mm", length.pt() * 25.4 / 72);
    return text.data();
}

// What a telephone opens: the link of the words, or the words themselves.
std::string address_of(const content::RichText& text) {
    for (const auto& block : text.blocks)
        for (const auto& span : block.spans)
            if (!span.link.empty()) return span.link;
    return content::plain(text);
}

SourcePosition where_of(const content::RichText& text) {
    for (const auto& block : text.blocks)
        for (const auto& span : block.spans) return span.where;
    return text.where;
}

void judge(Length module, Rect square, int page, SourcePosition where, Diagnostics& found) {
    const std::string hint = "shorten the address: fewer characters make larger modules";
    const std::string size = "the modules of the QR code for this address are " + millimetres(module) + " wide";
    const auto measured = [&](Length limit) { return Measured{page + 1, square, module.mm(), limit.mm(), "mm"}; };
    if (module < least_module)
        found.error(where, "qr-module", size + "; under 0.40 mm no telephone reads them", hint, measured(least_module));
    else if (module < good_module)
        found.warning(where, "qr-module", size + "; 0.80 mm and more are read at once", hint, measured(good_module));
}

page::Path modules_path(const QrCode& code, Point corner, Length module, const std::string& fill, page::ElementId tag) {
    page::Path path;
    path.fill = fill;
    path.element = tag;
    for (const auto& line : outlines(code)) {
        auto kind = page::PathSegment::Kind::move;
        for (const auto& [x, y] : line) {
            path.segments.push_back({kind, {corner.x + module * x, corner.y + module * y}, {}, {}});
            kind = page::PathSegment::Kind::line;
        }
        path.segments.push_back({page::PathSegment::Kind::close, {}, {}, {}});
    }
    return path;
}

}  // namespace

// A square as wide as its columns, from `top` down; the white quiet zone is part of it.
void Setter::qr(const design::Frame& frame, const Words& words) {
    const Room room = on_paper(room_of(frame));
    const Length side = room.width(), top = scope_.value_or(frame.top, room.page, Length{});
    remember(frame, top, top + side, 1);
    if (!draw_) return;
    const auto where = where_of(*words.text);
    const std::string address = address_of(*words.text);
    const auto code = qr_code(address);
    if (!code) {
        draft_.found.error(where, "qr-address", "no QR code holds an address as long as this", "shorten the address");
        return;
    }
    const Length module = side / (code->side + 2.0 * quiet_zone);
    judge(module, {room.left, top, side, side}, room.page, where, draft_.found);
    const auto* alt = setting_.fields.find_as<Words>("label.qr");
    const auto tag =
        figure((alt ? content::plain(*alt->text) : "QR") + ": " + address, alt ? alt->lang : words.lang, where);
    const Length quiet = option(frame, "meets", "zone") == "code" ? module * static_cast<double>(quiet_zone) : Length{};
    const Rect square{setting_.right_to_left ? room.left + quiet : room.left - quiet, top - quiet, side, side};
    draft_.elements.back().box = square;
    draft_.elements.back().code = page::Code{module, module * static_cast<double>(quiet_zone)};
    const auto& colours = palette(frame);
    draw_path(page::rectangle(square, colours.ground, tag), room.page, Layer::ground);
    draw_path(modules_path(*code, {square.left + module * quiet_zone, square.top + module * quiet_zone}, module,
                           colours.modules, tag),
              room.page, Layer::ground);
}

}  // namespace brochure::layout
