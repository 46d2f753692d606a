#pragma once
#include <cstdint>

#include <hb.h>

namespace brochure::text {

/// A table of a font file, read with bounds: what lies beyond its end reads as zero.
class Table {
public:
    Table(hb_face_t* face, hb_tag_t tag) : Table{hb_face_reference_table(face, tag)} {}
    explicit Table(hb_blob_t* blob) : blob_{blob} {
        data_ = reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob_, &size_));
    }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    ~Table() { hb_blob_destroy(blob_); }

    unsigned size() const { return size_; }
    bool has(unsigned offset, unsigned count) const { return count <= size_ && offset <= size_ - count; }
    unsigned u8(unsigned offset) const { return has(offset, 1) ? data_[offset] : 0U; }
    unsigned u16(unsigned offset) const { return u8(offset) << 8 | u8(offset + 1); }
    std::uint32_t u32(unsigned offset) const { return u16(offset) << 16 | u16(offset + 2); }
    int i16(unsigned offset) const { return static_cast<std::int16_t>(u16(offset)); }

private:
    hb_blob_t* blob_;
    const unsigned char* data_ = nullptr;
    unsigned size_ = 0;
};

}  // namespace brochure::text
