#pragma once
#include "text/shape.hpp"
#include "text/shape_words.hpp"

namespace brochure::text {

/// What one thread works with while it prepares or breaks a paragraph; memory that is kept for the next one.
struct Workbench {
    Shaper shaper;
    ShapedWords words;
    BreakScratch scratch;
};

/// A workbench lent by `Fonts`, and given back at the end of the scope.
class BorrowedBench {
public:
    explicit BorrowedBench(Fonts::Implementation& fonts) : fonts_{fonts}, bench_{fonts.borrow_bench()} {}
    ~BorrowedBench() { fonts_.give_back(std::move(bench_)); }
    BorrowedBench(const BorrowedBench&) = delete;
    BorrowedBench& operator=(const BorrowedBench&) = delete;
    Workbench* operator->() const { return bench_.get(); }
    Workbench& operator*() const { return *bench_; }

private:
    Fonts::Implementation& fonts_;
    std::unique_ptr<Workbench> bench_;
};

}  // namespace brochure::text
