#include "text/fonts_cache.hpp"

#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace brochure::text {
namespace {

constexpr std::string_view heading = "brochure fonts 2";

std::optional<struct stat> state_of(const std::filesystem::path& path) {
    struct stat state {};
    if (stat(path.c_str(), &state) != 0) return std::nullopt;
    return state;
}

std::int64_t time_of(const struct stat& state) {
    return std::int64_t{state.st_mtim.tv_sec} * 1'000'000'000 + state.st_mtim.tv_nsec;
}

std::int64_t time_at(const std::filesystem::path& path) {
    const auto state = state_of(path);
    return state ? time_of(*state) : 0;
}

std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        fields.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return fields;
}

template <class T>
bool read_number(std::string_view text, T& value) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

bool is_plain(std::string_view text) {
    return text.find_first_of("\t\n\r") == std::string_view::npos;
}

}  // namespace

FoundFonts::FoundFonts(const std::filesystem::path& folder, std::string environment)
    : environment_{std::move(environment)} {
    if (folder.empty()) return;
    path_ = folder / "fonts";
    read();
}

void FoundFonts::read() {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path_, ignored)) return;  // a pipe would be waited for
    std::ifstream in{path_, std::ios::binary};
    std::string line;
    if (!std::getline(in, line) || line != heading) return;
    if (!std::getline(in, line) || line != environment_) return;
    while (std::getline(in, line)) {
        const auto f = fields_of(line);
        if (std::int64_t time = 0; f.size() == 2 && read_number(f[1], time)) {
            if (time_at(f[0]) != time) return entries_.clear(), folders_.clear();
            folders_.emplace(f[0], time);
            continue;
        }
        int weight = 0, italic = 0;
        Entry entry;
        if (f.size() != 7 || !read_number(f[1], weight) || !read_number(f[2], italic) || f[3].empty() ||
            !read_number(f[4], entry.place.index) || !read_number(f[5], entry.size) ||
            !read_number(f[6], entry.file_time))
            continue;  // a line cut short: that face is asked for again
        entry.place.file = std::string{f[3]};
        entries_.insert_or_assign(FaceKey{std::string{f[0]}, weight, italic != 0}, std::move(entry));
    }
}

std::optional<FoundFonts::Place> FoundFonts::find(const FaceKey& key) const {
    const auto at = entries_.find(key);
    if (at == entries_.end()) return std::nullopt;
    const Entry& entry = at->second;
    const auto file = state_of(entry.place.file);
    if (!file || static_cast<std::uintmax_t>(file->st_size) != entry.size || time_of(*file) != entry.file_time)
        return std::nullopt;
    return entry.place;
}

std::vector<std::filesystem::path> FoundFonts::folders() const {
    std::vector<std::filesystem::path> all;
    for (const auto& [path, time] : folders_) all.emplace_back(path);
    return all;
}

void FoundFonts::note(const FaceKey& key, Place place, const std::vector<std::filesystem::path>& searched) {
    const auto file = state_of(place.file);
    if (path_.empty() || !file || !is_plain(place.file.string()) || !is_plain(std::get<0>(key))) return;
    for (const auto& folder : searched) {
        if (!is_plain(folder.string())) return;
        folders_.emplace(folder.string(), time_at(folder));
    }
    Entry entry{std::move(place), static_cast<std::uintmax_t>(file->st_size), time_of(*file)};
    entries_.insert_or_assign(key, std::move(entry));
    write();
}

void FoundFonts::write() const {
    std::error_code ignored;
    std::filesystem::create_directories(path_.parent_path(), ignored);
    // Two runs at once each write a file of their own; the one renamed last stays.
    std::filesystem::path draft = path_;
    draft += "." + std::to_string(getpid());
    {
        std::ofstream out{draft, std::ios::binary | std::ios::trunc};
        out << heading << '\n' << environment_ << '\n';
        for (const auto& [path, time] : folders_) out << path << '\t' << time << '\n';
        for (const auto& [key, entry] : entries_)
            out << std::get<0>(key) << '\t' << std::get<1>(key) << '\t' << (std::get<2>(key) ? 1 : 0) << '\t'
                << entry.place.file.string() << '\t' << entry.place.index << '\t' << entry.size << '\t'
                << entry.file_time << '\n';
        out.flush();
        if (!out) {
            std::filesystem::remove(draft, ignored);
            return;
        }
    }
    std::filesystem::rename(draft, path_, ignored);
    if (ignored) std::filesystem::remove(draft, ignored);
}

}  // namespace brochure::text
