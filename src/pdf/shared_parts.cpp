#include "pdf/shared_parts.hpp"

#include "pdf/compress.hpp"

namespace brochure::pdf {

template <class Part>
Part SharedParts::part(Known<Part>& known, const void* of, const std::function<Part()>& make) {
    std::promise<Part> promise;
    std::shared_future<Part> future;
    {
        const std::lock_guard lock{door_};
        if (const auto at = known.find(of); at != known.end())
            future = at->second;
        else
            known.emplace(of, promise.get_future().share());
    }
    if (future.valid()) return future.get();
    // Whoever waits is told of a failure too.
    try {
        Part made = make();
        promise.set_value(made);
        return made;
    } catch (...) {
        promise.set_exception(std::current_exception());
        throw;
    }
}

FontList SharedParts::fonts(const page::Publication& publication, const std::function<FontList()>& make) {
    return part(fonts_, &publication, make);
}

Packed SharedParts::profile(const image::Bytes& profile) {
    return part<Packed>(profiles_, profile.get(), [&] { return packed(profile); });
}

Packed packed(const image::Bytes& profile) {
    const void* data = profile->data();
    return std::make_shared<const std::string>(deflated({static_cast<const char*>(data), profile->size()}));
}

}  // namespace brochure::pdf
