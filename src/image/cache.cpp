#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>

#include "image/store.hpp"

static_assert(std::endian::native == std::endian::little, "cache files are little-endian");

namespace brochure::image {
namespace {

constexpr std::uint64_t raster_magic = 0x3230'5453'4152'5242;  // "BRRAST02": the digits count the format's versions
constexpr std::uint64_t stamp_magic = 0x3130'504D'5453'5242;   // "BRSTMP01"
constexpr std::size_t prefix = 24;                             // magic, length of the file, checksum of the rest
constexpr std::size_t chunk = std::size_t{256} * 1024;
/// Timestamps come in ticks, of up to 2 s (FAT): a photo written this short before its stamp may change unnoticed.
constexpr std::int64_t blind_time = 2'000'000'000;

std::filesystem::path path_of(const Cache& cache, const Hash128& key, const char* extension) {
    const std::string name = name_of(key);
    return cache.folder() / name.substr(0, 2) / (name + extension);
}

/// A file that takes its name only when it is whole.
class NewFile {
public:
    explicit NewFile(std::filesystem::path path) : path_{std::move(path)} {
        std::error_code ignored;
        std::filesystem::create_directories(path_.parent_path(), ignored);
        passing_ = path_.string() + ".XXXXXX";
        fd_ = ::mkostemp(passing_.data(), O_CLOEXEC);
    }
    NewFile(const NewFile&) = delete;
    ~NewFile() {
        if (fd_ < 0) return;
        ::close(fd_);
        ::unlink(passing_.c_str());
    }
    bool is_open() const { return fd_ >= 0; }
    bool write(std::uint64_t at, std::span<const std::uint8_t> bytes) {
        while (fd_ >= 0 && !bytes.empty()) {
            const auto n = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(at));
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return false;
            at += static_cast<std::uint64_t>(n);
            bytes = bytes.subspan(static_cast<std::size_t>(n));
        }
        return fd_ >= 0;
    }
    bool publish() {
        if (fd_ < 0 || ::close(std::exchange(fd_, -1)) != 0 || ::rename(passing_.c_str(), path_.c_str()) != 0) {
            ::unlink(passing_.c_str());
            return false;
        }
        return true;
    }

private:
    std::filesystem::path path_;
    std::string passing_;
    int fd_ = -1;
};

/// Values one after another, as they lie in a cache file's header.
class Packer {
public:
    template <class T>
    void put(T value) {
        std::uint8_t raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        for (const std::uint8_t byte : raw) bytes.push_back(byte);
    }
    std::vector<std::uint8_t> bytes;
};

class Unpacker {
public:
    Unpacker(const InputFile& file, std::uint64_t at) : file_{file}, at_{at} {}
    template <class T>
    T get() {
        T value{};
        good_ = good_ && file_.read(at_, {reinterpret_cast<std::uint8_t*>(&value), sizeof value}) == sizeof value;
        at_ += sizeof value;
        return value;
    }
    Range take(std::uint64_t length) {
        const Range range{at_, length};
        good_ = good_ && length <= file_.size() && range.end() <= file_.size();
        at_ += good_ ? length : 0;
        return range;
    }
    bool good() const { return good_; }

private:
    const InputFile& file_;
    std::uint64_t at_;
    bool good_ = true;
};

std::vector<std::uint8_t> header_of(const Raster& r) {
    Packer p;
    p.put(static_cast<std::uint8_t>(r.filter));
    p.put(static_cast<std::uint8_t>(r.colour));
    p.put(static_cast<std::uint8_t>(r.inverted));
    p.put(static_cast<std::uint8_t>(r.predictor_png));
    p.put(std::int32_t{r.width});
    p.put(std::int32_t{r.height});
    p.put(std::int32_t{r.bits});
    for (const double v : {r.shows.left, r.shows.top, r.shows.width, r.shows.height, r.ink}) p.put(v);
    p.put(r.identity);
    p.put(std::uint64_t{r.icc ? r.icc->size() : 0});
    p.put(r.length);
    p.put(std::uint8_t{r.soft_mask != nullptr});
    return p.bytes;
}

/// Appends a raster and notes where its data went.
class Appender {
public:
    Appender(NewFile& file, std::filesystem::path path) : file_{file}, path_{std::move(path)} {}
    void add(std::span<const std::uint8_t> bytes) {
        hasher_.add(bytes);
        good_ = good_ && file_.write(at_, bytes);
        at_ += bytes.size();
    }
    Raster add(Raster raster) {
        add(header_of(raster));
        if (raster.icc) add(*raster.icc);
        const FileRange range{path_, at_, raster.length};
        for (const Piece& piece : raster.data) {
            const auto* bytes = std::get_if<Bytes>(&piece);
            if (bytes)
                add(**bytes);
            else
                good_ = false;  // only what is in memory is stored
        }
        raster.data = {range};
        if (raster.soft_mask) raster.soft_mask = std::make_shared<const Raster>(add(*raster.soft_mask));
        return raster;
    }
    bool finish() {
        Packer p;
        p.put(raster_magic);
        p.put(at_);
        p.put(hasher_.short_hash());
        return good_ && file_.write(0, p.bytes) && file_.publish();
    }

private:
    NewFile& file_;
    std::filesystem::path path_;
    std::uint64_t at_ = prefix;
    Hasher hasher_;
    bool good_ = true;
};

std::optional<std::uint64_t> checksum_of(const InputFile& file) {
    std::vector<std::uint8_t> buffer(std::min<std::uint64_t>(chunk, file.size()));
    Hasher hasher;
    for (std::uint64_t at = prefix; at < file.size();) {
        const std::size_t n = file.read(at, buffer);
        if (n == 0) return std::nullopt;
        hasher.add(std::span<const std::uint8_t>{buffer}.first(n));
        at += n;
    }
    return hasher.short_hash();
}

bool read_raster(Unpacker& from, const InputFile& file, const std::filesystem::path& path, Raster& r, int depth) {
    r.filter = static_cast<Raster::Filter>(from.get<std::uint8_t>());
    r.colour = static_cast<Colour>(from.get<std::uint8_t>());
    r.inverted = from.get<std::uint8_t>() != 0;
    r.predictor_png = from.get<std::uint8_t>() != 0;
    r.width = from.get<std::int32_t>();
    r.height = from.get<std::int32_t>();
    r.bits = from.get<std::int32_t>();
    for (double* v : {&r.shows.left, &r.shows.top, &r.shows.width, &r.shows.height, &r.ink}) *v = from.get<double>();
    r.identity = from.get<std::uint64_t>();
    const auto icc = from.get<std::uint64_t>();
    r.length = from.get<std::uint64_t>();
    const bool mask = from.get<std::uint8_t>() != 0;
    const Range icc_range = from.take(icc), data = from.take(r.length);
    if (!from.good() || depth > 1) return false;
    if (icc) r.icc = std::make_shared<const std::vector<std::uint8_t>>(file.bytes(icc_range));
    r.data = {FileRange{path, data.offset, data.length}};
    if (!mask) return true;
    Raster soft;
    if (!read_raster(from, file, path, soft, depth + 1)) return false;
    r.soft_mask = std::make_shared<const Raster>(std::move(soft));
    return true;
}

Hash128 hash_bytes(const InputFile& file) {
    std::vector<std::uint8_t> buffer(std::min<std::uint64_t>(chunk, file.size()));
    Hasher hasher;
    for (std::uint64_t at = 0; at < file.size();) {
        const std::size_t n = file.read(at, buffer);
        if (n == 0) return {};
        hasher.add(std::span<const std::uint8_t>{buffer}.first(n));
        at += n;
    }
    return hasher.hash();
}

}  // namespace

std::optional<Stored> load(const Cache& cache, const Hash128& key) {
    if (cache.folder().empty()) return std::nullopt;
    const auto path = path_of(cache, key, ".raster");
    const auto file = InputFile::open(path);
    if (!file || file->size() <= prefix) return std::nullopt;
    Unpacker from{*file, 0};
    const auto magic = from.get<std::uint64_t>(), length = from.get<std::uint64_t>(),
               checksum = from.get<std::uint64_t>();
    if (magic != raster_magic || length != file->size() || checksum_of(*file) != checksum) return std::nullopt;
    Stored stored;
    stored.as_it_is = from.get<std::uint8_t>() != 0;
    if (!read_raster(from, *file, path, stored.raster, 0)) return std::nullopt;
    return stored;
}

Raster store(const Cache& cache, const Hash128& key, Stored made) {
    if (cache.folder().empty()) return std::move(made.raster);
    const auto path = path_of(cache, key, ".raster");
    NewFile file{path};
    if (!file.is_open()) return std::move(made.raster);
    Appender appender{file, path};
    const std::uint8_t flag = made.as_it_is;
    appender.add(std::span{&flag, 1});
    Raster kept = appender.add(made.as_it_is ? Raster{} : made.raster);
    return appender.finish() && !made.as_it_is ? kept : std::move(made.raster);
}

std::optional<Hash128> content_hash(const InputFile& file, const Cache& cache) {
    const auto read_all = [&]() -> std::optional<Hash128> {
        const Hash128 hash = hash_bytes(file);
        return hash == Hash128{} ? std::nullopt : std::optional{hash};
    };
    if (cache.folder().empty()) return read_all();
    const Stamp& s = file.stamp();
    Hasher hasher;
    for (const std::uint64_t v : {s.device, s.inode, s.size}) hasher.add(v);
    for (const std::int64_t v : {s.modified, s.changed}) hasher.add(v);
    const auto path = path_of(cache, hasher.hash(), ".stamp");

    // magic, hash, and both once more as a checksum: a cut or muddled file does not repeat itself
    if (const auto known = InputFile::open(path); known && known->size() == 40) {
        Unpacker from{*known, 0};
        const auto magic = from.get<std::uint64_t>();
        const Hash128 hash{from.get<std::uint64_t>(), from.get<std::uint64_t>()},
            again{from.get<std::uint64_t>(), from.get<std::uint64_t>()};
        const bool settled =
            known->stamp().modified - s.changed > blind_time && known->stamp().modified - s.modified > blind_time;
        if (from.good() && magic == stamp_magic && hash == again && settled) return hash;
    }
    const auto hash = read_all();
    if (!hash) return hash;
    Packer p;
    p.put(stamp_magic);
    for (int i = 0; i < 2; ++i)
        for (const std::uint64_t part : *hash) p.put(part);
    NewFile out{path};
    if (out.write(0, p.bytes)) out.publish();
    return hash;
}

}  // namespace brochure::image
