#pragma once
#include <optional>

#include "image/file.hpp"
#include "image/hash.hpp"
#include "image/image.hpp"

/// The files of a `Cache`. Every one is written under a passing name and renamed, carries its length and a checksum,
/// and is a miss when either is wrong. A folder that cannot be written is no fault: there is just nothing in it.
namespace brochure::image {

/// What was kept for a key: a raster, or that the photo goes in as it is.
struct Stored {
    bool as_it_is = false;
    Raster raster;  // its bytes are ranges of the cache file
};

std::optional<Stored> load(const Cache& cache, const Hash128& key);

/// Writes it. Gives the raster back with its bytes in the cache file, or as it was when that cannot be written.
Raster store(const Cache& cache, const Hash128& key, Stored made);

/// XXH3 of all the file's bytes; remembered by the file's stamp, so that an unchanged photo is not read again. Empty
/// when it cannot be read.
std::optional<Hash128> content_hash(const InputFile& file, const Cache& cache);

}  // namespace brochure::image
