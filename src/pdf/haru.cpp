#include "pdf/haru.hpp"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
// The state of a streaming hash is kept by value.
#define XXH_STATIC_LINKING_ONLY
#include <xxhash.h>

#include <charconv>
#include <new>

#include "pdf/haru_memory.hpp"
#include "pdf/output.hpp"

namespace brochure::pdf {
namespace {

// An object of ours: its entries, and what follows them when it is a stream. A dictionary's `attr` points to it.
struct Body {
    const char* entries = nullptr;
    std::size_t size = 0;
    std::unique_ptr<Payload> payload;
};

// Keeps the entries' bytes in place, so that views of them stay good, and without an allocation for each object.
class Arena {
public:
    std::string_view keep(std::string_view bytes) {
        if (used_ + bytes.size() > size_) {
            size_ = std::max<std::size_t>(bytes.size(), 1 << 18);
            used_ = 0;
            blocks_.push_back(std::make_unique_for_overwrite<char[]>(size_));
        }
        char* at = blocks_.back().get() + used_;
        bytes.copy(at, bytes.size());
        used_ += bytes.size();
        return {at, bytes.size()};
    }

private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0, size_ = 0;
};

// What a dictionary writes is known before it is written, but only the second of libharu's two callbacks comes after
// ">>", and it is not given the stream; so the stream is kept here while the document is being written.
struct Writing {
    Output* output = nullptr;
    HPDF_Stream stream = nullptr;
};

const HPDF_BYTE* bytes_of(std::string_view text) {
    return static_cast<const HPDF_BYTE*>(static_cast<const void*>(text.data()));
}
HPDF_STATUS write_text(HPDF_Stream stream, std::string_view text) {
    return HPDF_Stream_Write(stream, bytes_of(text), static_cast<HPDF_UINT>(text.size()));
}

}  // namespace

struct HaruDocument::Implementation {
    struct Object : Body {
        Writing* writing = nullptr;
    };

    XXH3_state_t hash;               // first, for it wants to lie on 64 bytes
    std::optional<HaruError> error;  // before the document: it outlives every callback
    Writing writing;
    Arena arena;
    std::vector<std::unique_ptr<Object[]>> blocks;  // objects never move: libharu points to them
    std::size_t used = 0;
    std::vector<HPDF_Dict> by_number;
    int version = 17;
    HaruMemory memory;
    HPDF_Doc doc = nullptr;  // goes with the memory, piece by piece it would take as long as to write it

    static constexpr std::size_t block_size = 1024;

    // Called from C, and C++ must not throw through C frames: take note, no more.
    static void on_error(HPDF_STATUS code, HPDF_STATUS detail, void* self) noexcept {
        auto& first = static_cast<Implementation*>(self)->error;
        if (!first) first = HaruError{code, detail};
    }

    static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) noexcept {
        const auto* object = static_cast<const Object*>(dict->attr);
        if (const HPDF_STATUS status = write_text(stream, {object->entries, object->size})) return status;
        return object->payload ? write_length(stream, *object->payload) : HPDF_OK;
    }
    static HPDF_STATUS write_length(HPDF_Stream stream, const Payload& payload) noexcept {
        char line[40] = "/Length ";
        char* end = std::to_chars(line + 8, line + 38, payload.held.size() + payload.pieces_length).ptr;
        *end++ = '\n';
        return write_text(stream, {line, static_cast<std::size_t>(end - line)});
    }

    static HPDF_STATUS write_payload(HPDF_Dict dict) noexcept {
        const auto* object = static_cast<const Object*>(dict->attr);
        if (!object->payload) return HPDF_OK;
        HPDF_Stream stream = object->writing->stream;
        HPDF_STATUS status = write_text(stream, "\nstream\n");
        if (!status) status = write_text(stream, object->payload->held);
        if (!status && object->payload->pieces) status = write_pieces(*object);
        if (!status) status = write_text(stream, "\nendstream");
        return status;
    }
    static HPDF_STATUS write_pieces(const Object& object) noexcept {
        HPDF_Stream stream = object.writing->stream;
        for (const image::Piece& piece : *object.payload->pieces) {
            if (const auto* held = std::get_if<image::Bytes>(&piece)) {
                const void* data = (*held)->data();
                if (const HPDF_STATUS status = HPDF_Stream_Write(stream, static_cast<const HPDF_BYTE*>(data),
                                                                 static_cast<HPDF_UINT>((*held)->size())))
                    return status;
            } else {
                // Past libharu's writer, which is told how far the file has grown: offsets are taken from there.
                const auto& range = std::get<image::FileRange>(piece);
                if (!object.writing->output->copy(range)) return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
                stream->size += static_cast<HPDF_UINT>(range.length);
            }
        }
        return HPDF_OK;
    }

    static HPDF_STATUS write_through(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) noexcept {
        const void* data = bytes;
        auto* output = static_cast<Output*>(stream->attr);
        // libharu counts in 32 bits.
        const bool good = output->size() < 0xFFFF0000u - size && output->write({static_cast<const char*>(data), size});
        return good ? HPDF_OK : HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
    }

    Object* next_object() {
        if (used == blocks.size() * block_size) blocks.push_back(std::make_unique<Object[]>(block_size));
        Object* object = &blocks[used / block_size][used % block_size];
        ++used;
        return object;
    }
    void attach(HPDF_Dict dict) {
        Object* object = next_object();
        object->writing = &writing;
        dict->attr = object;
        dict->write_fn = &write_entries;
        dict->after_write_fn = &write_payload;
    }
    void define(HPDF_Dict dict, std::string_view entries) {
        auto* object = static_cast<Object*>(dict->attr);
        const std::string_view kept = arena.keep(entries);
        object->entries = kept.data();
        object->size = kept.size();
        XXH3_128bits_update(&hash, entries.data(), entries.size());
    }
};

HaruDocument::HaruDocument(int version) : implementation_{std::make_unique<Implementation>()} {
    auto& own = *implementation_;
    own.version = version;
    XXH3_128bits_reset(&own.hash);
    // Without libharu's memory pool, which hands out objects at addresses that are multiples of 4.
    const HaruMemory::Use use{own.memory};
    own.doc = HPDF_NewEx(&Implementation::on_error, &HaruMemory::take, &HaruMemory::give_back, 0, &own);
    if (!own.doc) throw std::bad_alloc{};
    HPDF_Doc doc = own.doc;
    // libharu grows the table of objects by this many; its own 1,024 copies it too often.
    doc->xref->entries->items_per_block = 1 << 15;
    for (const char* key : {"Kids", "Count"}) HPDF_Dict_RemoveElement(doc->root_pages, key);
    doc->root_pages->before_write_fn = nullptr;  // it would count pages that libharu has not heard of
    own.attach(doc->root_pages);
    own.attach(doc->catalog);
}

HaruDocument::~HaruDocument() = default;

Ref HaruDocument::reserve() {
    auto& own = *implementation_;
    const HaruMemory::Use use{own.memory};
    HPDF_Doc doc = own.doc;
    HPDF_Dict dict = own.error ? nullptr : HPDF_Dict_New(doc->mmgr);
    if (!dict || HPDF_Xref_Add(doc->xref, dict) != HPDF_OK) return {};
    own.attach(dict);
    const unsigned number = dict->header.obj_id & 0x00FFFFFF;
    if (own.by_number.size() <= number) own.by_number.resize(number + 1);
    own.by_number[number] = dict;
    return {number};
}

void HaruDocument::define(Ref ref, std::string_view entries) {
    auto& own = *implementation_;
    if (ref == page_tree()) return own.define(own.doc->root_pages, entries);
    if (ref) own.define(own.by_number[ref.number], entries);
}

void HaruDocument::define(Ref ref, std::string_view entries, Payload payload) {
    auto& own = *implementation_;
    if (!ref) return;
    define(ref, entries);
    XXH3_128bits_update(&own.hash, payload.held.data(), payload.held.size());
    XXH3_128bits_update(&own.hash, &payload.pieces_identity, sizeof payload.pieces_identity);
    static_cast<Implementation::Object*>(own.by_number[ref.number]->attr)->payload =
        std::make_unique<Payload>(std::move(payload));
}

Ref HaruDocument::add(std::string_view entries) {
    const Ref ref = reserve();
    define(ref, entries);
    return ref;
}
Ref HaruDocument::add(std::string_view entries, Payload payload) {
    const Ref ref = reserve();
    define(ref, entries, std::move(payload));
    return ref;
}

Ref HaruDocument::page_tree() const {
    return {implementation_->doc->root_pages->header.obj_id & 0x00FFFFFF};
}
void HaruDocument::catalog(std::string_view entries) {
    implementation_->define(implementation_->doc->catalog, entries);
}

void HaruDocument::info(std::string_view entries) {
    auto& own = *implementation_;
    const HaruMemory::Use use{own.memory};
    HPDF_Doc doc = own.doc;
    HPDF_Dict_RemoveElement(doc->info, "Producer");  // libharu's own; ours comes with the entries
    own.attach(doc->info);
    own.define(doc->info, entries);
}

std::string HaruDocument::identity() const {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(&implementation_->hash));
    return {static_cast<const char*>(static_cast<const void*>(bytes.digest)), sizeof bytes.digest};
}

bool HaruDocument::write(Output& output, std::string_view id) {
    auto& own = *implementation_;
    const HaruMemory::Use use{own.memory};
    HPDF_Doc doc = own.doc;
    if (own.error || !output.problem().empty()) return false;
    HPDF_Stream stream = HPDF_CallbackWriter_New(doc->mmgr, &Implementation::write_through, &output);
    if (!stream) return false;
    own.writing = {&output, stream};

    HPDF_Array ids = HPDF_Array_New(doc->mmgr);
    std::string copy{id};
    for (int i = 0; i < 2; ++i) {
        void* data = copy.data();
        HPDF_Array_Add(ids,
                       HPDF_Binary_New(doc->mmgr, static_cast<HPDF_BYTE*>(data), static_cast<HPDF_UINT>(copy.size())));
    }
    HPDF_Dict_Add(doc->trailer, "Root", doc->catalog);
    HPDF_Dict_Add(doc->trailer, "Info", doc->info);
    HPDF_Dict_Add(doc->trailer, "ID", ids);
    // Four bytes above 127 tell transports that the file is binary (7.5.2).
    std::string head = "%PDF-1.7\n%\xB5\xB6\xE2\xE3\n";
    head[7] = static_cast<char>('0' + own.version % 10);
    write_text(stream, head);
    HPDF_Xref_WriteToStream(doc->xref, stream, nullptr);
    HPDF_Stream_Free(stream);
    own.writing = {};
    return !own.error && output.problem().empty();
}

const std::optional<HaruError>& HaruDocument::error() const {
    return implementation_->error;
}

}  // namespace brochure::pdf
