#include <algorithm>
#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <tuple>

#include "image/prepare.hpp"

namespace brochure::image {
namespace {

/// Orders that come down to the same raster.
struct Task {
    const Order* order = nullptr;
    Plan plan;
    FileFacts* facts = nullptr;
    std::optional<Raster> raster;
    Diagnostics found;
};

}  // namespace

std::vector<std::optional<Raster>> prepare_all(const std::vector<Order>& orders, const Cache& cache, int cores,
                                               Diagnostics& found) {
    std::map<std::string, FileFacts> files;
    using Same =
        std::tuple<FileFacts*, const Press*, std::vector<InkMatch>, bool, int, int, int, int, int, int, int, int>;
    std::map<Same, std::size_t> known;
    std::vector<Task> tasks;
    std::vector<std::size_t> task_of;
    task_of.reserve(orders.size());
    for (const Order& order : orders) {
        const Plan plan = plan_of(order);
        FileFacts* const facts = &files[order.photo.file.native()];
        // A photo kept whole is the same raster whatever part of it a page shows.
        const bool whole = plan.way == Plan::Way::keep && order.photo.format == Format::jpeg;
        const PixelRect crop = whole ? PixelRect{} : plan.crop;
        const auto [at, is_new] = known.try_emplace(
            {facts, order.press.get(), order.matches, order.grey, static_cast<int>(plan.way), crop.left, crop.top,
             crop.right, crop.bottom, whole ? 0 : plan.width, whole ? 0 : plan.height, whole ? 0 : order.quality},
            tasks.size());
        if (is_new) tasks.push_back({&order, plan, facts, std::nullopt, {}});
        task_of.push_back(at->second);
    }

    MemoryBudget budget;
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i; (i = next++) < tasks.size();) {
            Task& task = tasks[i];
            task.raster = carry_out(*task.order, task.plan, *task.facts, cache, budget, task.found);
        }
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t threads = std::min<std::size_t>(tasks.size(), static_cast<std::size_t>(std::max(cores, 1)));
        for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
        work();
    }

    std::vector<std::optional<Raster>> rasters;
    rasters.reserve(orders.size());
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const Task& task = tasks[task_of[i]];
        rasters.push_back(task.raster);
        for (Diagnostic said : task.found.all()) {
            said.where = orders[i].photo.where;  // each order is told at its own place
            found.add(std::move(said));
        }
    }
    return rasters;
}

}  // namespace brochure::image
