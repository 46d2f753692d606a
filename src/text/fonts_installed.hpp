#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace brochure::text {

/// Files of installed fonts by family name, asked of fontconfig. Its library is loaded, and its 8 ms of start-up spent,
/// only when the first question is asked. Not safe from several threads.
class InstalledFonts {
public:
    InstalledFonts() = default;
    ~InstalledFonts();
    InstalledFonts(const InstalledFonts&) = delete;
    InstalledFonts& operator=(const InstalledFonts&) = delete;

    /// Font files that hold faces of this family, in the order of their paths; empty when there is none.
    std::vector<std::filesystem::path> files_of(const std::string& family);
    /// The folders in which fonts are looked for, those in them too, there or not; empty when fontconfig has not been
    /// started.
    std::vector<std::filesystem::path> folders() const;
    /// Whether fontconfig could not be loaded.
    bool unavailable() const { return tried_ && config_ == nullptr; }
    /// Whether fontconfig has been started.
    bool started() const { return config_ != nullptr; }

private:
    void start();
    bool tried_ = false;
    void* library_ = nullptr;
    void* config_ = nullptr;
};

}  // namespace brochure::text
