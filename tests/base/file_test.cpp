#include "base/file.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <vector>

#include "catch.hpp"

using namespace brochure;
namespace fs = std::filesystem;

namespace {

// A folder that goes away with the test.
class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "brochure-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ignored;
        fs::permissions(path_, fs::perms::owner_all, ignored);
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }
    const fs::path& path() const { return path_; }
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& entry : fs::directory_iterator(path_)) out.push_back(entry.path().filename().string());
        std::sort(out.begin(), out.end());
        return out;
    }

private:
    fs::path path_;
};

void put(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}
std::string got(const fs::path& path) {
    FileFault fault;
    return read_file(path, fault).value_or("fault: " + fault.reason);
}

}  // namespace

TEST_CASE("a file is read whole, whatever is in it") {
    const Folder folder;
    const auto text = GENERATE(std::string{}, std::string("a\0b\r\n\xff", 6), std::string(1'000'000, 'x'));
    put(folder / "a", text);
    CHECK(got(folder / "a") == text);
}

TEST_CASE("what is not a regular file is refused by name, and at once") {
    const Folder folder;
    REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
    CHECK(got(folder / "fifo") == "fault: it is a FIFO, not a file");
    CHECK(got(folder.path()) == "fault: it is a directory");
    CHECK(got("/dev/zero") == "fault: it is a device, not a file");
}

TEST_CASE("a file that is not there is told apart from one that cannot be read") {
    const Folder folder;
    FileFault fault;
    CHECK_FALSE(read_file(folder / "no", fault));
    CHECK(fault.missing);
    CHECK(fault.reason == "No such file or directory");
    CHECK_FALSE(read_file(folder.path(), fault));
    CHECK_FALSE(fault.missing);
}

TEST_CASE("a file over the limit is refused, one at the limit is not") {
    const Folder folder;
    put(folder / "a", "12345");
    FileFault fault;
    CHECK(read_file(folder / "a", fault, 5) == "12345");
    CHECK_FALSE(read_file(folder / "a", fault, 4));
    CHECK(fault.reason == "it is larger than 4 bytes");
}

TEST_CASE("a file that grows while it is read, or hides its size, is read to its end") {
    CHECK(got("/proc/self/status").find("VmPeak") != std::string::npos);
}

TEST_CASE("a file that cannot be read is the world's failure, and named") {
    const Folder folder;
    Diagnostics found;
    CHECK_FALSE(read_file(folder / "no", found));
    REQUIRE(found.has_failures());
    CHECK(found.all()[0].text == (folder / "no").string() + ": cannot be read: No such file or directory");
}

TEST_CASE("a file appears under its name when it is committed, and not before") {
    const Folder folder;
    put(folder / "a", "old");
    {
        AtomicFile file{folder / "a"};
        CHECK(file.write("new "));
        file.start_sync();
        CHECK(file.write("text"));
        CHECK(got(folder / "a") == "old");
        CHECK(folder.names().size() == 2);
        CHECK(file.commit());
    }
    CHECK(got(folder / "a") == "new text");
    CHECK(folder.names() == std::vector<std::string>{"a"});
}

TEST_CASE("without a commit the older file stays and nothing is left behind") {
    const Folder folder;
    put(folder / "a", "old");
    { AtomicFile(folder / "a").write("half"); }
    CHECK(got(folder / "a") == "old");
    CHECK(folder.names() == std::vector<std::string>{"a"});
}

TEST_CASE("two writers of one file do not disturb each other") {
    const Folder folder;
    AtomicFile one{folder / "a"}, other{folder / "a"};
    CHECK(one.write("one"));
    CHECK(other.write("other"));
    CHECK(one.commit());
    CHECK(got(folder / "a") == "one");
    CHECK(other.commit());
    CHECK(got(folder / "a") == "other");
    CHECK(folder.names() == std::vector<std::string>{"a"});
}

TEST_CASE("a file that is written has the permissions that the user's mask allows") {
    const Folder folder;
    const auto mask = ::umask(0027);
    Diagnostics found;
    CHECK(write_file(folder / "a", "x", found));
    ::umask(mask);
    CHECK((fs::status(folder / "a").permissions() & fs::perms::all) == fs::perms{0640});
}

TEST_CASE("a folder that is not there, or a directory in place of the file, is told with the file's name") {
    const Folder folder;
    Diagnostics found;
    CHECK_FALSE(write_file(folder / "no" / "a", "x", found));
    CHECK_FALSE(write_file(folder.path(), "x", found));
    REQUIRE(found.all().size() == 2);
    CHECK(found.has_failures());
    CHECK(found.all()[0].text == (folder / "no" / "a").string() + ": cannot be written: No such file or directory");
    CHECK(found.all()[1].text == folder.path().string() + ": cannot be written: Is a directory");
}

TEST_CASE("a folder without permission is told with the file's name") {
    const Folder folder;
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    Diagnostics found;
    const bool root = ::geteuid() == 0;  // root may write anywhere: become nobody for a moment
    if (root) REQUIRE(::seteuid(65534) == 0);
    const bool good = write_file(folder / "a", "x", found);
    if (root) REQUIRE(::seteuid(0) == 0);
    CHECK_FALSE(good);
    CHECK(found.all().at(0).text == (folder / "a").string() + ": cannot be written: Permission denied");
}

TEST_CASE("a write that fails is told, and nothing is left behind") {
    // A limit on the size of files stands in for a full disk: the write comes back short, and the next one fails.
    const Folder folder;
    put(folder / "a", "old");
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    rlimit small = before;
    small.rlim_cur = 4096;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    Diagnostics found;
    const bool good = write_file(folder / "a", std::string(10'000, 'x'), found);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK_FALSE(good);
    CHECK(found.all().at(0).text == (folder / "a").string() + ": cannot be written: File too large");
    CHECK(found.has_failures());
    CHECK(got(folder / "a") == "old");
    CHECK(folder.names() == std::vector<std::string>{"a"});
}

TEST_CASE("a full disk is told as such") {
    if (::access("/dev/full", W_OK) != 0) return;
    const Folder folder;
    AtomicFile file{folder / "a"};
    const int full = ::open("/dev/full", O_WRONLY);
    REQUIRE(::dup2(full, file.descriptor()) >= 0);
    ::close(full);
    CHECK_FALSE(file.write("x"));
    CHECK(file.fault() == (folder / "a").string() + ": cannot be written: No space left on device");
    CHECK_FALSE(file.write("y"));
    CHECK_FALSE(file.commit());
    Diagnostics found;
    CHECK_FALSE(file.report(found));
    CHECK(found.has_failures());
    CHECK(folder.names().empty());
}

TEST_CASE("a name of the greatest length can be written") {
    const Folder folder;
    Diagnostics found;
    CHECK(write_file(folder.path() / std::string(250, 'n'), "x", found));
    CHECK(found.all().empty());
}

TEST_CASE("what a killed writer left behind is removed, what a living one writes stays") {
    const Folder folder;
    AtomicFile living{folder / "a.pdf"};
    REQUIRE(living.write("half"));
    const auto at_work = folder.names().front();
    put(folder / ".b.pdf.4242-0.tmp", "left behind");
    put(folder / ".young.pdf.4242-0.tmp", "just made");
    put(folder / ".kept", "not ours");
    put(folder / "draft.tmp", "not ours");
    for (const auto& name : folder.names())
        if (!name.starts_with(".young"))
            fs::last_write_time(folder.path() / name, fs::file_time_type::clock::now() - std::chrono::minutes{5});
    remove_abandoned(folder.path());
    CHECK(folder.names() == std::vector<std::string>{at_work, ".kept", ".young.pdf.4242-0.tmp", "draft.tmp"});
    CHECK(living.commit());
}
