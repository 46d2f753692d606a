#pragma once
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "pdf/font.hpp"

namespace brochure::pdf {

using FontList = std::shared_ptr<const std::vector<Font>>;

/// The subsets of publications that are written several times in a run, an edition each: the first to need them makes
/// them, the others wait. Safe to share between threads. Publications are told apart by address and must outlive it.
class Subsets {
public:
    FontList of(const page::Publication& publication, const std::function<FontList()>& make);

private:
    std::mutex door_;
    std::map<const page::Publication*, std::shared_future<FontList>> known_;
};

}  // namespace brochure::pdf
