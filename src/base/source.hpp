#pragma once
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brochure {

/// Names a file in `SourceFiles`. The default names no file: the fault belongs to the run, not to a line.
struct FileId {
    int index = -1;
    auto operator<=>(const FileId&) const = default;
};

/// A place in a source file; line and column count from 1, columns in code points, as editors do.
struct SourcePosition {
    FileId file;
    int line = 1, column = 1;
    auto operator<=>(const SourcePosition&) const = default;
};

/// A value and where its author wrote it.
template <class T>
struct Located {
    T value{};
    SourcePosition where;
};

/// The texts that were read, kept so that a report can show the line it speaks of.
/// Add all files from one thread first; afterwards reading is safe from any number of threads.
class SourceFiles {
public:
    /// `path`: as it is shown to the author, relative to the project.
    FileId add(std::string path, std::string text);
    const std::string& path(FileId file) const;
    const std::string& text(FileId file) const;
    /// The line without its end (LF, CRLF or CR) and without a byte-order mark, at most `limit` bytes of it; empty when
    /// there is none. `line` counts from 1.
    std::string_view line(FileId file, int line, std::size_t limit = 400) const;
    /// The file added under `path`, if any.
    std::optional<FileId> find(std::string_view path) const;
    std::size_t size() const { return files_.size(); }

private:
    struct File {
        std::string path, text;
    };
    std::deque<File> files_;
};

}  // namespace brochure
