#include <array>
#include <charconv>
#include <cmath>

#include "cli/budget.hpp"
#include "cli/composed.hpp"
#include "cli/interrupt.hpp"
#include "cli/press_line.hpp"
#include "cli/sources.hpp"
#include "image/hash.hpp"
#include "image/press.hpp"

namespace brochure::cli {
namespace {

std::string number(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

/// Names an order by everything that its raster depends on. A file whose stamp changes is another file.
std::string key_of(const image::Order& order) {
    std::string key = order.photo.file.string() + '\n';
    for (const auto number : stamp_of(order.photo.file)) key.append(std::to_string(number)).append(" ");
    for (const double value :
         {order.crop.left, order.crop.top, order.crop.width, order.crop.height, order.placed.width.pt(),
          order.placed.height.pt(), order.max_ppi, static_cast<double>(order.quality)})
        key.append(" ").append(number(value));
    if (order.grey) key.append(" grey");
    if (order.press) key.append(" ").append(image::name_of(order.press->identity()));
    for (const auto& match : order.matches) {
        key.append(" m");
        for (const int part : match.srgb) key.append(" ").append(std::to_string(part));
        for (const int part : match.ink) key.append(" ").append(std::to_string(part));
    }
    return key;
}

std::array<std::uint8_t, 4> in_bytes(const std::array<double, 4>& per_cent) {
    std::array<std::uint8_t, 4> ink;
    for (std::size_t i = 0; i < 4; ++i) ink[i] = static_cast<std::uint8_t>(std::lround(per_cent[i] * 2.55));
    return ink;
}

/// One for each picture of the publication, as the edition wants it.
std::vector<image::Order> orders_of(const page::Publication& publication, const PlannedJob& job,
                                    prepress::Edition edition, const ReadyPrinter* printer) {
    const double ppi = printer ? job.design->max_ppi.value_or(printer->printer.ppi) : most_ppi(job, edition);
    const auto press = printer ? printer->press : nullptr;
    const auto beside = press ? prepress::grounds_beside(publication) : std::vector<prepress::Grounds>{};
    // Inks are weighed and kept within the limit also where other photos stay as they are. What is in the inks of the
    // output intent is DeviceCMYK in a file for PDF/X-4, and has no profile of its own.
    const auto inks = printer ? printer->inks : nullptr;
    std::vector<image::Order> orders;
    orders.reserve(publication.pictures.size());
    for (std::size_t i = 0; i < publication.pictures.size(); ++i) {
        const auto& picture = publication.pictures[i];
        image::Order order{picture.photo, picture.crop, picture.placed, ppi};
        order.press = picture.photo.colour == image::Colour::cmyk ? inks : press;
        order.grey = picture.grey;
        if (press)
            for (const Swatch* swatch : beside[i]) order.matches.push_back({swatch->srgb, in_bytes(swatch->cmyk)});
        orders.push_back(std::move(order));
    }
    return orders;
}

}  // namespace

void PressLine::prepare_rasters(std::vector<Composed>& composed, const Extent& extent, Outcome& outcome) {
    // Publications and editions share pictures: each order is carried out once.
    std::vector<image::Order> orders;
    std::vector<std::string> keys;
    std::map<std::string, std::optional<image::Raster>> needed;
    for (auto& one : composed) {
        if (!one.publication) continue;
        for (const auto& output : one.job.outputs) {
            auto& mine = one.orders.emplace_back();
            // What is wrong with a photo's pixels shows at any size: `check` looks at the one that is made fastest.
            const auto edition = extent.write ? output.edition : prepress::Edition::screen;
            const ReadyPrinter* printer = extent.write ? printer_of(one.job, output) : nullptr;
            if (extent.write && !printer && output.edition == prepress::Edition::print) continue;  // an error says why
            for (auto& order : orders_of(*one.publication, one.job, edition, printer)) {
                if (order.photo.bytes == 0) continue;  // a stand-in
                std::string key = key_of(order);
                if (const auto [place, fresh] = needed.try_emplace(key); fresh) {
                    if (const auto known = rasters_.find(key); known != rasters_.end()) {
                        place->second = known->second;
                    } else {
                        orders.push_back(std::move(order));
                        keys.push_back(key);
                    }
                }
                mine.push_back(std::move(key));
            }
        }
    }
    progress_.begin("preparing pictures", orders.size());
    const image::Cache cache{cache_};
    constexpr std::size_t portion = 64;  // between two portions an interrupt is heard
    for (std::size_t i = 0; i < orders.size() && !interrupted(); i += portion) {
        const std::size_t count = std::min(portion, orders.size() - i);
        const std::vector<image::Order> some(orders.begin() + static_cast<std::ptrdiff_t>(i),
                                             orders.begin() + static_cast<std::ptrdiff_t>(i + count));
        auto made = image::prepare_all(some, cache, cores_, outcome.found);
        for (std::size_t k = 0; k < count; ++k) {
            needed[keys[i + k]] = std::move(made[k]);
            progress_.step();
        }
    }
    rasters_ = std::move(needed);
}

}  // namespace brochure::cli
