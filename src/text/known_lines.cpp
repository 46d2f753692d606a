#include "text/known_lines.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>

#include "base/pack.hpp"
#include "text/fonts_find.hpp"
#include "text/packed_lines.hpp"

namespace brochure::text {
namespace {

namespace fs = std::filesystem;

// The file: entries, index, and at its end the index's length and hash and the magic.
constexpr std::string_view magic = "brochure lines 2";
constexpr std::size_t tail = 3 * sizeof(std::uint64_t) + magic.size();
constexpr std::size_t portion = 1 << 20;
constexpr std::uint64_t most_idle = 8;
/// File systems tell times that coarsely (FAT).
constexpr std::chrono::nanoseconds blind_time = std::chrono::seconds{2};

std::chrono::nanoseconds since_1970(const struct timespec& time) {
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

// What the system says of a file or folder without reading it; `youngest`: its later time of change.
std::string state_of(const fs::path& path, std::chrono::nanoseconds& youngest) {
    struct stat state {};
    if (::stat(path.c_str(), &state) != 0) return {};
    youngest = std::max(since_1970(state.st_mtim), since_1970(state.st_ctim));
    std::string all;
    for (const auto number :
         {static_cast<std::uint64_t>(state.st_dev), static_cast<std::uint64_t>(state.st_ino),
          static_cast<std::uint64_t>(state.st_size), static_cast<std::uint64_t>(since_1970(state.st_mtim).count()),
          static_cast<std::uint64_t>(since_1970(state.st_ctim).count())})
        pack_whole(number, all);
    return all;
}

bool read_at(int file, std::uint64_t offset, std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto got = ::pread(file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

std::uint64_t checksum_of(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace

KnownLines::Hash KnownLines::hash_of(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

KnownLines::KnownLines(Fonts& fonts, fs::path file, std::string_view maker, std::chrono::nanoseconds started)
    : fonts_{fonts}, path_{std::move(file)}, maker_{hash_of(maker)}, started_{started} {
    fonts_.implementation().known_lines = this;
    open();
}

KnownLines::~KnownLines() {
    fonts_.implementation().known_lines = nullptr;
    if (file_ >= 0) ::close(file_);
}

void KnownLines::open() {
    if (file_ >= 0) ::close(file_);
    entries_.clear();
    faces_.clear();
    before_.clear();
    file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat state {};
    if (file_ >= 0 && ::fstat(file_, &state) == 0 && S_ISREG(state.st_mode) &&
        static_cast<std::size_t>(state.st_size) > tail) {
        const auto size = static_cast<std::uint64_t>(state.st_size);
        std::string end(tail, '\0'), index;
        read_at(file_, size - tail, end);
        Unpacker from{end};
        const auto length = from.whole(), high = from.whole(), low = from.whole();
        if (end.ends_with(magic) && length <= size - tail) {
            index.resize(length);
            if (read_at(file_, size - tail - length, index) && hash_of(index) == Hash{high, low}) read_index(index);
        }
    }
    used_ = std::vector<std::atomic_bool>(entries_.size());
    opened_.assign(faces_.size(), {});
}

void KnownLines::read_index(std::string_view index) {
    Unpacker from{index};
    const auto high = from.whole(), low = from.whole();
    if (maker_ != Hash{high, low}) return;
    for (auto count = from.count(); count > 0; --count) {
        Source source{std::string{from.text()}, std::string{from.text()}};
        std::chrono::nanoseconds ignored{};
        if (state_of(source.path, ignored) != source.state) return before_.clear();
        before_.push_back(std::move(source));
    }
    for (auto count = from.count(); count > 0; --count) {
        std::string file{from.text()};
        const auto face = static_cast<unsigned>(from.number());
        faces_.emplace_back(std::move(file), face, static_cast<int>(from.number()));
    }
    entries_.resize(from.count(27));
    for (Entry& entry : entries_) {
        entry.question.first = from.whole();
        entry.question.second = from.whole();
        entry.checksum = from.whole();
        entry.offset = from.number();
        entry.size = from.number();
        entry.idle = from.number();
    }
}

bool KnownLines::read(const Entry& entry, std::string& bytes) const {
    bytes.resize(entry.size);
    return read_at(file_, entry.offset, bytes) && checksum_of(bytes) == entry.checksum;
}

FaceId KnownLines::face(std::uint64_t number) {
    const std::lock_guard lock{mutex_};
    if (number >= faces_.size()) return {};
    if (opened_[number] == FaceId{}) opened_[number] = fonts_.implementation().open_again(faces_[number]);
    return opened_[number];
}

std::uint64_t KnownLines::number_of(FaceId face) {
    const std::lock_guard lock{mutex_};
    const auto known = std::find(opened_.begin(), opened_.end(), face);
    if (known != opened_.end()) return static_cast<std::uint64_t>(known - opened_.begin());
    const FaceFile file = fonts_.implementation().file_of(face);
    const auto listed = static_cast<std::size_t>(std::find(faces_.begin(), faces_.end(), file) - faces_.begin());
    if (listed == faces_.size()) {
        faces_.push_back(file);
        opened_.push_back(face);
    }
    opened_[listed] = face;
    return listed;
}

std::optional<std::vector<Line>> KnownLines::find(std::span<const Span> spans, Length size, const Measure& measure,
                                                  Diagnostics& found) {
    if (entries_.empty()) return std::nullopt;
    const Hash question = hash_of(packed_question(spans, size, measure));
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), question,
                                     [](const Entry& entry, const Hash& wanted) { return entry.question < wanted; });
    if (at == entries_.end() || at->question != question) return std::nullopt;
    thread_local std::string bytes;
    if (!read(*at, bytes)) return std::nullopt;
    used_[static_cast<std::size_t>(at - entries_.begin())].store(true, std::memory_order_relaxed);
    return unpacked(
        bytes, spans, [this](std::uint64_t number) { return face(number); }, found);
}

void KnownLines::note(std::span<const Span> spans, Length size, const Measure& measure, const std::vector<Line>& lines,
                      const Diagnostics& found) {
    const auto bytes = packed(lines, found, spans, [this](FaceId id) { return number_of(id); });
    if (!bytes) return;
    const Hash question = hash_of(packed_question(spans, size, measure));
    const std::lock_guard lock{mutex_};
    append(question, *bytes, 0);
}

// Straight into the file that is to be: a large project's lines would fill the memory.
void KnownLines::append(const Hash& question, std::string_view bytes, std::uint64_t idle) {
    if (!draft_) {
        std::error_code ignored;
        fs::create_directories(path_.parent_path(), ignored);
        remove_abandoned(path_.parent_path());
        draft_ = std::make_unique<AtomicFile>(path_);
        if (draft_->descriptor() >= 0) ::fchmod(draft_->descriptor(), S_IRUSR | S_IWUSR);  // the words are private
    }
    const Entry entry{question, written_, bytes.size(), checksum_of(bytes), idle};
    if (!noted_.emplace(question, entry).second) return;
    unwritten_ += bytes;
    written_ += bytes.size();
    if (unwritten_.size() < portion) return;
    draft_->write(unwritten_);
    unwritten_.clear();
}

std::optional<std::vector<KnownLines::Source>> KnownLines::sources() const {
    const auto files = fonts_.sources();
    if (!files) return std::nullopt;
    std::vector<Source> all = before_;
    for (const auto& file : *files) {
        std::error_code ignored;
        std::string path = fs::absolute(file, ignored).lexically_normal().string();
        std::chrono::nanoseconds youngest{};
        std::string state = state_of(path, youngest);
        if (youngest >= started_ - blind_time) return std::nullopt;
        const auto same = std::find_if(all.begin(), all.end(), [&](const Source& one) { return one.path == path; });
        if (same == all.end())
            all.push_back({std::move(path), std::move(state)});
        else if (same->state != state)
            return std::nullopt;
    }
    return all;
}

bool KnownLines::copy_old() {
    std::string bytes;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const std::uint64_t idle = used_[i] ? 0 : entries_[i].idle + 1;
        if (idle > most_idle) continue;
        if (!read(entries_[i], bytes)) continue;
        append(entries_[i].question, bytes, idle);
    }
    return true;
}

std::string KnownLines::packed_index(const std::vector<Source>& sources) const {
    std::string index;
    pack_whole(maker_.first, index);
    pack_whole(maker_.second, index);
    pack(std::uint64_t{sources.size()}, index);
    for (const Source& source : sources)
        for (const auto* each : {&source.path, &source.state}) pack(std::string_view{*each}, index);
    pack(std::uint64_t{faces_.size()}, index);
    for (const auto& [file, face, weight] : faces_) {
        pack(std::string_view{file}, index);
        pack(std::uint64_t{face}, index);
        pack(static_cast<std::uint64_t>(weight), index);
    }
    pack(std::uint64_t{noted_.size()}, index);
    for (const auto& [question, entry] : noted_) {
        for (const auto each : {question.first, question.second, entry.checksum}) pack_whole(each, index);
        for (const auto each : {entry.offset, entry.size, entry.idle}) pack(each, index);
    }
    return index;
}

void KnownLines::keep() {
    const std::lock_guard lock{mutex_};
    const auto found = std::count(used_.begin(), used_.end(), true);
    // A handful are sooner set again than all the others are copied.
    const bool worth_it = noted_.size() * 50 > static_cast<std::size_t>(found);
    const auto depends = worth_it && !noted_.empty() ? sources() : std::nullopt;
    if (depends && copy_old()) {
        std::string end = packed_index(*depends);
        const Hash hash = hash_of(end);
        pack_whole(end.size(), end);
        pack_whole(hash.first, end);
        pack_whole(hash.second, end);
        end += magic;
        if (draft_->write(unwritten_) && draft_->write(end) && draft_->commit_unsynced()) open();
    }
    draft_.reset();
    unwritten_.clear();
    written_ = 0;
    noted_.clear();
}

KnownLines* known_lines(const Fonts& fonts) {
    return fonts.implementation().known_lines;
}

}  // namespace brochure::text
