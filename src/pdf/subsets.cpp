#include "pdf/subsets.hpp"

namespace brochure::pdf {

FontList Subsets::of(const page::Publication& publication, const std::function<FontList()>& make) {
    std::promise<FontList> promise;
    std::shared_future<FontList> future;
    {
        const std::lock_guard lock{door_};
        if (const auto at = known_.find(&publication); at != known_.end())
            future = at->second;
        else
            known_.emplace(&publication, promise.get_future().share());
    }
    if (future.valid()) return future.get();
    // Whoever waits is told of a failure too.
    try {
        FontList made = make();
        promise.set_value(made);
        return made;
    } catch (...) {
        promise.set_exception(std::current_exception());
        throw;
    }
}

}  // namespace brochure::pdf
