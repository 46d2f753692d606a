#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "text/paragraph.hpp"

namespace brochure::text {

/// Remembers between runs the lines of paragraphs, and what was said of words that had no room: most paragraphs of a
/// project are unchanged since the last build. An entry holds for the same spans, styles and measure, set by the same
/// program with the same fonts and hyphenation patterns (files and folders compared by size, times and inode). All of a
/// project's lie in one file, of which only what is asked for is read; one cut short or damaged counts as none. Two
/// runs at once each write a file of their own; the one renamed last stays. Safe with several threads.
class KnownLines {
public:
    /// Makes itself known to `fonts` for as long as it lives. `maker`: the program and the font manifest. `started`:
    /// when, since 1970, `fonts` was not yet asked for anything: files that are younger may have changed while they
    /// were read, and are not trusted.
    KnownLines(Fonts& fonts, std::filesystem::path file, std::string_view maker, std::chrono::nanoseconds started);
    ~KnownLines();
    KnownLines(const KnownLines&) = delete;
    KnownLines& operator=(const KnownLines&) = delete;

    /// What `prepare` and `break_lines` would give, and what `break_lines` would find.
    std::optional<std::vector<Line>> find(std::span<const Span> spans, Length size, const Measure& measure,
                                          Diagnostics& found);
    /// What they gave, `prepare` having found nothing.
    void note(std::span<const Span> spans, Length size, const Measure& measure, const std::vector<Line>& lines,
              const Diagnostics& found = {});
    /// Writes what was noted and what was there before, but for what eight writings did not ask for; not if nearly
    /// everything is there already. A file that cannot be written is no fault.
    void keep();

private:
    using Hash = std::pair<std::uint64_t, std::uint64_t>;
    using FaceFile = std::tuple<std::string, unsigned, int>;  // file, index, weight
    struct Entry {
        Hash question;
        std::uint64_t offset = 0, size = 0, checksum = 0;
        std::uint64_t idle = 0;  // how many writings ago it was asked for
    };
    struct Source {
        std::string path, state;
    };
    static Hash hash_of(std::string_view bytes);
    void open();
    void read_index(std::string_view index);
    bool read(const Entry& entry, std::string& bytes) const;
    FaceId face(std::uint64_t number);
    std::uint64_t number_of(FaceId face);
    std::optional<std::vector<Source>> sources() const;
    void append(const Hash& question, std::string_view bytes, std::uint64_t idle);
    bool copy_old();
    std::string packed_index(const std::vector<Source>& sources) const;

    Fonts& fonts_;
    std::filesystem::path path_;
    Hash maker_;
    std::chrono::nanoseconds started_;  // since 1970
    int file_ = -1;
    std::vector<Entry> entries_;          // of the file, by question
    std::vector<std::atomic_bool> used_;  // for each entry, whether it was found
    std::vector<Source> before_;          // what the file's entries depend on

    std::mutex mutex_;  // guards what follows
    std::vector<FaceFile> faces_;
    std::vector<FaceId> opened_;  // for each of them; -1: not yet
    std::unique_ptr<AtomicFile> draft_;
    std::string unwritten_;
    std::uint64_t written_ = 0;
    std::map<Hash, Entry> noted_;  // in the draft
};

/// Those that have made themselves known to the fonts; null: none.
KnownLines* known_lines(const Fonts& fonts);

}  // namespace brochure::text
