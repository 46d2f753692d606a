#include "text/fonts_find.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <system_error>

#include "text/workbench.hpp"

namespace brochure::text {
namespace {

/// Family names are compared as fontconfig does: case and spaces aside.
bool same_family(std::string_view a, std::string_view b) {
    const auto next = [](std::string_view s, std::size_t& i) {
        while (i < s.size() && s[i] == ' ') ++i;
        return i < s.size() ? std::tolower(static_cast<unsigned char>(s[i++])) : -1;
    };
    for (std::size_t i = 0, j = 0;;) {
        const int x = next(a, i), y = next(b, j);
        if (x != y) return false;
        if (x == -1) return true;
    }
}

/// How far a face's weight is from the wanted one: CSS Fonts 4, 5.2, step 4. Smaller is nearer.
int weight_distance(int wanted, int has) {
    if (has == wanted) return 0;
    if (wanted >= 400 && wanted <= 500) {
        if (has > wanted && has <= 500) return has - wanted;
        if (has < wanted) return 1000 + wanted - has;
        return 3000 + has - wanted;
    }
    if (wanted < 400) return has < wanted ? wanted - has : 2000 + has - wanted;
    return has > wanted ? has - wanted : 2000 + wanted - has;
}

std::string described(const std::string& name, int weight, bool italic) {
    return name + " " + std::to_string(weight) + (italic ? " italic" : "");
}

bool is_font_name(std::string extension) {
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const char* known : {".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".pfb", ".pfa", ".dfont"})
        if (extension == known) return true;
    return false;
}

}  // namespace

const FaceListing* nearest_face(const std::vector<FaceListing>& faces, const std::string& family, int weight,
                                bool italic) {
    const FaceListing* best = nullptr;
    std::tuple<int, int, bool> least{std::numeric_limits<int>::max(), 0, false};
    for (const FaceListing& face : faces) {
        if (face.italic != italic) continue;
        if (std::none_of(face.families.begin(), face.families.end(),
                         [&](const std::string& name) { return same_family(name, family); }))
            continue;
        const int near = std::clamp(weight, face.weight_min, face.weight_max);
        const std::tuple<int, int, bool> cost{std::abs(face.width - 5), weight_distance(weight, near), face.variable};
        if (cost < least) {
            least = cost;
            best = &face;
        }
    }
    return best;
}

Fonts::Implementation::Implementation(design::FontManifest manifest_, Places places_)
    : manifest{std::move(manifest_)}, places{std::move(places_)}, found_{places.cache, places.environment} {}

Fonts::Implementation::~Implementation() = default;

const design::FontFamily* Fonts::Implementation::family(const std::string& name) const {
    const auto at = manifest.families.find(name);
    return at == manifest.families.end() ? nullptr : &at->second;
}

std::string Fonts::Implementation::package_of(const std::string& font_name) const {
    // A name that ends in * stands for all that begin so; the longest that fits counts.
    std::string package;
    std::size_t fits = 0;
    for (const auto& [name, candidate] : manifest.packages) {
        if (name == font_name) return candidate;
        const std::string_view stem{name.data(), name.empty() ? 0 : name.size() - 1};
        if (!name.empty() && name.back() == '*' && font_name.compare(0, stem.size(), stem) == 0 && name.size() > fits) {
            fits = name.size();
            package = candidate;
        }
    }
    return package;
}

void Fonts::Implementation::scan_project() {
    if (scanned_) return;
    scanned_ = true;
    std::error_code fault;
    std::vector<std::filesystem::path> files;
    std::filesystem::recursive_directory_iterator at{places.project, fault}, end;
    for (; !fault && at != end; at.increment(fault))
        if (is_font_name(at->path().extension().string()) && !at->path().filename().string().starts_with('.'))
            files.push_back(at->path());    // "._Brand.ttf" is a note of macOS and no font
    std::sort(files.begin(), files.end());  // the order of the folder must not show
    for (const auto& file : files) {
        FontFault wrong;
        for (FaceListing& face : list_faces(file, wrong)) project_.push_back(std::move(face));
        if (wrong) project_faults_.push_back(std::move(wrong));
    }
}

std::vector<FontFault> Fonts::Implementation::project_faults() {
    const std::unique_lock lock{guard};
    scan_project();
    return project_faults_;
}

FaceAnswer Fonts::Implementation::open(const std::filesystem::path& file, unsigned index, int weight) {
    FaceAnswer answer;
    answer.installed = true;
    auto& face = open_[{file.string(), index, weight}];
    if (!face) {
        face = load_face(file, index, weight, answer.fault);
        if (face) {
            face->id.index = static_cast<int>(loaded.size());
            loaded.push_back(face.get());
        }
    }
    answer.face = face.get();
    return answer;
}

FaceId Fonts::Implementation::open_again(const FaceFile& file) {
    const std::unique_lock lock{guard};
    const auto& [path, index, weight] = file;
    const Face* face = open(path, index, weight).face;
    return face != nullptr ? face->id : FaceId{};
}

Fonts::Implementation::FaceFile Fonts::Implementation::file_of(FaceId id) const {
    const std::shared_lock lock{guard};
    for (const auto& [file, face] : open_)
        if (face && face->id == id) return file;
    return {};
}

FaceAnswer Fonts::Implementation::look_up(const FaceKey& key) {
    const auto& [name, weight, italic] = key;
    // A static face answers to many weights and is loaded once; only a variable one differs by weight.
    const auto open_listing = [&, weight = weight](const FaceListing& face) {
        return open(face.file, face.index, face.variable ? std::clamp(weight, face.weight_min, face.weight_max) : 0);
    };
    scan_project();
    if (const FaceListing* own = nearest_face(project_, name, weight, italic)) return open_listing(*own);
    FontFault ignored;
    const auto listings = [&](const std::filesystem::path& file) { return list_faces(file, ignored); };
    if (const auto place = found_.find(key))
        if (const auto faces = listings(place->file); place->index < faces.size())
            return open_listing(faces[place->index]);
    std::vector<FaceListing> faces;
    for (const auto& file : installed.files_of(name))
        for (FaceListing& face : listings(file)) faces.push_back(std::move(face));
    if (const FaceListing* best = nearest_face(faces, name, weight, italic)) {
        FaceAnswer answer = open_listing(*best);
        if (answer.face != nullptr) found_.note(key, {best->file, best->index}, installed.folders());
        return answer;
    }
    FaceAnswer none;
    none.installed =
        !faces.empty() || std::any_of(project_.begin(), project_.end(), [&, &family = name](const FaceListing& face) {
            return std::any_of(face.families.begin(), face.families.end(),
                               [&](const std::string& other) { return same_family(other, family); });
        });
    const std::string package = package_of(name);
    if (none.installed)
        none.fault = {"font-missing",
                      "the font " + described(name, weight, italic) + " is not there: the family has no " +
                          (italic ? std::string{"italic"} : std::string{"upright"}) + " face",
                      "add its file to fonts/, or choose another style; nothing is slanted by machine"};
    else
        none.fault = {"font-missing", "the font " + name + " is not there",
                      package.empty() ? "put its files into fonts/, or install it"
                                      : "apt-get install " + package + ", or put its files into fonts/"};
    if (installed.unavailable())
        none.fault.hint += " (installed fonts cannot be searched: apt-get install libfontconfig1)";
    return none;
}

FaceAnswer Fonts::Implementation::by_name(const std::string& name, int weight, bool italic) {
    const FaceKey key{name, weight, italic};
    {
        const std::shared_lock lock{guard};
        if (const auto at = answers_.find(key); at != answers_.end()) return at->second;
    }
    const std::unique_lock lock{guard};
    if (const auto at = answers_.find(key); at != answers_.end()) return at->second;
    return answers_.emplace(key, look_up(key)).first->second;
}

FaceAnswer Fonts::Implementation::by_family(const design::FontFamily& family, int weight, bool italic) {
    FaceAnswer first;
    for (const std::string& name : family.names) {
        FaceAnswer answer = by_name(name, weight, italic);
        if (answer.face != nullptr || answer.installed) return answer;
        if (!first.fault) first = std::move(answer);
    }
    if (!first.fault)
        first.fault = {"font-family", "the font family \"" + family.name + "\" names no font", "give it `names:`"};
    return first;
}

std::vector<std::string> Fonts::Implementation::stand_ins(const design::FontFamily& family, std::string_view lang,
                                                          std::string_view script) const {
    std::vector<std::string> names;
    const auto add = [&](const std::string& key) {
        const auto at = family.fallback.find(key);
        if (at == family.fallback.end()) return;
        for (const std::string& name : at->second)
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    // zh-Hant-TW, then zh-Hant, then zh
    for (std::string tag{lang}; !tag.empty(); tag.resize(tag.rfind('-') == std::string::npos ? 0 : tag.rfind('-')))
        add(tag);
    add(std::string{script});
    // Japanese and Korean mix scripts that a manifest may name as one, or only by language.
    if (script == "Hira" || script == "Kana")
        for (const char* key : {"Jpan", "ja"}) add(key);
    if (script == "Hang")
        for (const char* key : {"Kore", "ko"}) add(key);
    if (script == "Hani")
        for (const char* key : {"Hans", "zh", "zh-CN", "Jpan", "ja"}) add(key);
    if (script == "Bopo")
        for (const char* key : {"Hant", "zh-TW", "zh"}) add(key);
    add("");
    for (const auto& [key, list] : family.fallback) add(key);  // rather another chain's font than an error
    return names;
}

std::optional<std::vector<std::filesystem::path>> Fonts::Implementation::sources() const {
    const std::shared_lock lock{guard};
    // A folder changes with what comes to lie in it, and the project's is searched with all below it.
    std::vector<std::filesystem::path> all{places.project};
    std::error_code fault;
    for (std::filesystem::recursive_directory_iterator at{places.project, fault}, end; !fault && at != end;
         at.increment(fault))
        all.push_back(at->path());
    for (const auto& [key, face] : open_) {
        const std::filesystem::path file = std::get<0>(key);
        all.push_back(file);
        all.push_back(file.parent_path());
    }
    const bool in_vain =
        std::any_of(answers_.begin(), answers_.end(), [](const auto& answer) { return answer.second.face == nullptr; });
    const auto searched = installed.started() ? installed.folders() : found_.folders();
    if (in_vain && searched.empty()) return std::nullopt;
    all.insert(all.end(), searched.begin(), searched.end());
    for (auto& path : hyphenator.sources()) all.push_back(std::move(path));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::unique_ptr<Workbench> Fonts::Implementation::borrow_bench() {
    const std::lock_guard lock{bench_guard_};
    if (benches_.empty()) return std::make_unique<Workbench>();
    auto bench = std::move(benches_.back());
    benches_.pop_back();
    return bench;
}

void Fonts::Implementation::give_back(std::unique_ptr<Workbench> bench) {
    const std::lock_guard lock{bench_guard_};
    benches_.push_back(std::move(bench));
}

}  // namespace brochure::text
