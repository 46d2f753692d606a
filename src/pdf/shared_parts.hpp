#pragma once
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "pdf/font.hpp"

namespace brochure::pdf {

using FontList = std::shared_ptr<const std::vector<Font>>;
using Packed = std::shared_ptr<const std::string>;  // deflated

/// What files that are written in one run have in common: subsets of the fonts of a publication that has several
/// editions, and the profile of a press. The first file to need a part makes it, the others wait. Safe to share between
/// threads. Parts are told apart by address, and what they are made of must outlive this.
class SharedParts {
public:
    FontList fonts(const page::Publication& publication, const std::function<FontList()>& make);
    Packed profile(const image::Bytes& profile);

private:
    template <class Part>
    using Known = std::map<const void*, std::shared_future<Part>>;
    template <class Part>
    Part part(Known<Part>& known, const void* of, const std::function<Part()>& make);

    std::mutex door_;
    Known<FontList> fonts_;
    Known<Packed> profiles_;
};

/// An ICC profile as the data of a stream with the filter FlateDecode.
Packed packed(const image::Bytes& profile);

}  // namespace brochure::pdf
