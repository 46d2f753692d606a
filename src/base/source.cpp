#include "base/source.hpp"

#include <cassert>

namespace brochure {

FileId SourceFiles::add(std::string path, std::string text) {
    files_.push_back({std::move(path), std::move(text)});
    return FileId{static_cast<int>(files_.size()) - 1};
}

const std::string& SourceFiles::path(FileId file) const {
    assert(file.index >= 0 && static_cast<std::size_t>(file.index) < files_.size());
    return files_[static_cast<std::size_t>(file.index)].path;
}

const std::string& SourceFiles::text(FileId file) const {
    assert(file.index >= 0 && static_cast<std::size_t>(file.index) < files_.size());
    return files_[static_cast<std::size_t>(file.index)].text;
}

std::string_view SourceFiles::line(FileId file, int line, std::size_t limit) const {
    if (file.index < 0) return {};
    std::string_view rest = text(file);
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    for (int n = 1; n < line; ++n) {
        const auto end = rest.find_first_of("\r\n");  // CR alone ends a line too (YAML 1.2.2, 5.4)
        if (end == std::string_view::npos) return {};
        rest.remove_prefix(end + (rest.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    return rest.substr(0, rest.find_first_of("\r\n")).substr(0, limit);
}

std::optional<FileId> SourceFiles::find(std::string_view path) const {
    for (std::size_t i = 0; i < files_.size(); ++i)
        if (files_[i].path == path) return FileId{static_cast<int>(i)};
    return std::nullopt;
}

}  // namespace brochure
