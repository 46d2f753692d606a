#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/image.hpp"
#include "pdf/syntax.hpp"

/// The only header between this room and libharu, and haru.cpp the only file that includes it.
namespace brochure::pdf {

class Output;

/// Bytes of a stream object, in this order: `held`, then the pieces.
struct Payload {
    std::string held;
    const std::vector<image::Piece>* pieces = nullptr;  // borrowed until the document is written
    std::uint64_t pieces_length = 0;
    std::uint64_t pieces_identity = 0;  // stands for the bytes in the document's identity
};

/// What went wrong: a code of libharu, or words of ours.
struct HaruError {
    unsigned long code = 0, detail = 0;
};

/// A libharu document: its objects are numbered, kept and written by libharu. Entries of a dictionary are given as PDF
/// syntax, since libharu spends 136 bytes on each key and a tagged page has a thousand of them.
///
/// Neither copied nor moved, because libharu keeps `this` for its error callback. libharu's errors are sticky; the
/// first code is the cause and the one that `error()` keeps.
class HaruDocument {
public:
    /// `version`: 14 to 17, of the header line "%PDF-1.7".
    explicit HaruDocument(int version);
    ~HaruDocument();
    HaruDocument(const HaruDocument&) = delete;
    HaruDocument& operator=(const HaruDocument&) = delete;

    /// Takes the next object number; the object is empty until it is defined.
    Ref reserve();
    /// Gives a reserved object its entries: "/Type /Page /Parent 3 0 R".
    void define(Ref ref, std::string_view entries);
    /// Makes a reserved object a stream; `/Length` is added.
    void define(Ref ref, std::string_view entries, Payload payload);
    Ref add(std::string_view entries);
    Ref add(std::string_view entries, Payload payload);

    Ref page_tree() const;                   // the root of the page tree, to be defined
    void catalog(std::string_view entries);  // more entries of the catalog
    void info(std::string_view entries);     // all entries of the document information dictionary

    /// 16 bytes that depend on all that was defined so far and on nothing else.
    std::string identity() const;

    /// Writes all objects, the cross-reference table and the trailer with `/ID [<id> <id>]`. False when libharu or the
    /// output failed; each then says why.
    bool write(Output& output, std::string_view id);
    const std::optional<HaruError>& error() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace brochure::pdf
