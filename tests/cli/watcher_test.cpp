#include "cli/watcher.hpp"

#include <unistd.h>

#include <fstream>
#include <thread>

#include "catch.hpp"

using namespace brochure::cli;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

struct Folder {
    Folder() : path{fs::temp_directory_path() / ("watcher-test-" + std::to_string(getpid()))} {
        fs::remove_all(path);
        fs::create_directories(path / "content/cities");
    }
    ~Folder() { fs::remove_all(path); }
    void save(const std::string& name, const std::string& text = "x") const { std::ofstream{path / name} << text; }
    fs::path path;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a saved file is told, and only those in the folders that count") {
    const Folder folder;
    Watcher watcher{folder.path, {"content", "images"}};
    REQUIRE(watcher.works());
    folder.save("README.md");
    folder.save("content/organisation.yaml");
    folder.save("content/cities/colima.yaml");
    CHECK(watcher.wait(20ms) == Names{"content/cities/colima.yaml", "content/organisation.yaml"});
}

TEST_CASE("a file saved in several steps is one change, whatever the editor leaves beside it") {
    const Folder folder;
    folder.save("content/a.yaml");
    Watcher watcher{folder.path, {"content"}};
    folder.save("content/4913");
    folder.save("content/.a.yaml.swp");
    folder.save("content/a.yaml~");
    folder.save("content/a.yaml.tmp");
    folder.save("content/sedk4ZxQ2", "half");  // `sed -i` writes beside the file and renames
    fs::rename(folder.path / "content/sedk4ZxQ2", folder.path / "content/a.yaml");
    folder.save("content/a.yaml", "half");
    fs::rename(folder.path / "content/a.yaml.tmp", folder.path / "content/a.yaml");
    CHECK(watcher.wait(20ms) == Names{"content/a.yaml"});
}

TEST_CASE("a file that is removed, made and removed again is told of once") {
    const Folder folder;
    folder.save("content/a.yaml");
    Watcher watcher{folder.path, {"content"}};
    for (int i = 0; i < 2; ++i) {
        fs::remove(folder.path / "content/a.yaml");
        folder.save("content/a.yaml", "half");
    }
    fs::remove(folder.path / "content/a.yaml");
    CHECK(watcher.wait(20ms) == Names{"content/a.yaml"});
}

TEST_CASE("a removed file and a folder made later are seen") {
    const Folder folder;
    folder.save("content/cities/old.yaml");
    Watcher watcher{folder.path, {"content", "images"}};
    fs::remove(folder.path / "content/cities/old.yaml");
    CHECK(watcher.wait(20ms) == Names{"content/cities/old.yaml"});
    fs::create_directories(folder.path / "images/2026");
    folder.save("images/2026/a.jpg");
    CHECK(watcher.wait(50ms) == Names{"images/2026/a.jpg"});
    folder.save("images/2026/b.jpg");
    CHECK(watcher.wait(20ms) == Names{"images/2026/b.jpg"});
}

TEST_CASE("a change that comes while waiting ends the wait") {
    const Folder folder;
    Watcher watcher{folder.path, {"content"}};
    std::jthread writer{[&] {
        std::this_thread::sleep_for(100ms);
        folder.save("content/late.yaml");
    }};
    CHECK(watcher.wait(20ms) == Names{"content/late.yaml"});
}
