#include "text/fonts_installed.hpp"

#include <algorithm>
#include <memory>

#include <dlfcn.h>
#include <fontconfig/fontconfig.h>

namespace brochure::text {
namespace {

template <class F>
F* symbol(void* library, const char* name) {
    return reinterpret_cast<F*>(dlsym(library, name));
}

}  // namespace

InstalledFonts::~InstalledFonts() {
    if (config_ != nullptr)
        if (auto* destroy = symbol<decltype(FcConfigDestroy)>(library_, "FcConfigDestroy"))
            destroy(static_cast<FcConfig*>(config_));
    // The library stays: fontconfig keeps state of its own that must outlive its unloading.
}

void InstalledFonts::start() {
    tried_ = true;
    library_ = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    if (library_ == nullptr) return;
    if (auto* load = symbol<decltype(FcInitLoadConfigAndFonts)>(library_, "FcInitLoadConfigAndFonts")) config_ = load();
}

std::vector<std::filesystem::path> InstalledFonts::files_of(const std::string& family) {
    std::vector<std::filesystem::path> files;
    if (!tried_) start();
    if (config_ == nullptr) return files;
    auto* pattern_create = symbol<decltype(FcPatternCreate)>(library_, "FcPatternCreate");
    auto* pattern_destroy = symbol<decltype(FcPatternDestroy)>(library_, "FcPatternDestroy");
    auto* add_string = symbol<decltype(FcPatternAddString)>(library_, "FcPatternAddString");
    auto* add_bool = symbol<decltype(FcPatternAddBool)>(library_, "FcPatternAddBool");
    auto* get_string = symbol<decltype(FcPatternGetString)>(library_, "FcPatternGetString");
    auto* objects_create = symbol<decltype(FcObjectSetCreate)>(library_, "FcObjectSetCreate");
    auto* objects_add = symbol<decltype(FcObjectSetAdd)>(library_, "FcObjectSetAdd");
    auto* objects_destroy = symbol<decltype(FcObjectSetDestroy)>(library_, "FcObjectSetDestroy");
    auto* list = symbol<decltype(FcFontList)>(library_, "FcFontList");
    auto* fonts_destroy = symbol<decltype(FcFontSetDestroy)>(library_, "FcFontSetDestroy");
    if (!pattern_create || !pattern_destroy || !add_string || !add_bool || !get_string || !objects_create ||
        !objects_add || !objects_destroy || !list || !fonts_destroy)
        return files;

    const std::unique_ptr<FcPattern, decltype(pattern_destroy)> pattern{pattern_create(), pattern_destroy};
    const std::unique_ptr<FcObjectSet, decltype(objects_destroy)> objects{objects_create(), objects_destroy};
    if (!pattern || !objects) return files;
    add_string(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    add_bool(pattern.get(), FC_SCALABLE, FcTrue);
    objects_add(objects.get(), FC_FILE);
    const std::unique_ptr<FcFontSet, decltype(fonts_destroy)> found{
        list(static_cast<FcConfig*>(config_), pattern.get(), objects.get()), fonts_destroy};
    for (int i = 0; found && i < found->nfont; ++i) {
        FcChar8* file = nullptr;
        if (get_string(found->fonts[i], FC_FILE, 0, &file) == FcResultMatch)
            files.emplace_back(reinterpret_cast<const char*>(file));
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

std::vector<std::filesystem::path> InstalledFonts::folders() const {
    std::vector<std::filesystem::path> all;
    if (config_ == nullptr) return all;
    auto* next = symbol<decltype(FcStrListNext)>(library_, "FcStrListNext");
    auto* end = symbol<decltype(FcStrListDone)>(library_, "FcStrListDone");
    for (const char* name : {"FcConfigGetConfigDirs", "FcConfigGetFontDirs"}) {
        auto* folders = symbol<decltype(FcConfigGetFontDirs)>(library_, name);
        if (!folders || !next || !end) return {};
        FcStrList* const list = folders(static_cast<FcConfig*>(config_));
        while (const FcChar8* folder = list ? next(list) : nullptr)
            all.emplace_back(reinterpret_cast<const char*>(folder));
        if (list) end(list);
    }
    return all;
}

}  // namespace brochure::text
