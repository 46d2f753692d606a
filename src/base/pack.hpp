#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// Values one after another as bytes, for files that only this program reads again: those of its caches.
namespace brochure {

/// Seven bits a byte, the lowest first: small numbers take one byte.
void pack(std::uint64_t number, std::string& into);
/// After its length.
void pack(std::string_view text, std::string& into);
/// Bit for bit, in eight bytes.
void pack(double number, std::string& into);
/// A number that is not small, in eight bytes.
void pack_whole(std::uint64_t number, std::string& into);

/// Takes them back in the same order. After the first that is not there whole, `good` is false, and everything read is
/// zero or empty.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_{bytes} {}
    std::uint64_t number();
    std::string_view text();
    double real();
    std::uint64_t whole();
    /// How many things follow, of at least `least` bytes each: never more than could.
    std::size_t count(std::size_t least = 1);
    bool good() const { return good_; }
    bool at_end() const { return good_ && rest_.empty(); }

private:
    void fail();
    std::string_view rest_;
    bool good_ = true;
};

}  // namespace brochure
