// A full disk, folders that cannot be written, a program killed in the middle, two at once.
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <thread>

#include "catch.hpp"
#include "sandbox.hpp"

namespace fs = std::filesystem;

namespace {

/// qpdf reads every stream, which takes seconds; a file with the bytes of one that was sound is sound.
bool sound(const Sandbox& box, const std::string& file) {
    static std::set<std::string> sound_before;
    const std::string bytes = box.read(file);
    if (sound_before.contains(bytes)) return true;
    if (box.run("qpdf --check " + shell_word(file)).status != 0) return false;
    sound_before.insert(bytes);
    return true;
}

/// Whether a small file system can be mounted here, for a disk that is full.
bool mounted_small(const Sandbox& box, const std::string& size) {
    fs::create_directories(box.project / "out");
    if (geteuid() == 0 && box.run("mount -t tmpfs -o size=" + size + " tmpfs out").status == 0) return true;
    std::cout << "not run: a full disk (mounting a small one is not allowed here)\n";
    return false;
}

}  // namespace

TEST_CASE("an --out that is a file is the world's failure and leaves the file alone") {
    const Sandbox box;
    box.write("out", "mine");
    const Run run = box.brochure({"build"});
    CHECK(run.status == 3);
    CHECK(has(run.err, "out"));
    CHECK(box.read("out") == "mine");
}

TEST_CASE("a folder that cannot be written is the world's failure and names the folder") {
    const Sandbox box;
    Run run;
    if (geteuid() == 0) {
        run = box.brochure({"build", "--out", "/proc/out"});  // not even for root
    } else {
        fs::create_directories(box.project / "out");
        chmod((box.project / "out").c_str(), 0555);
        run = box.brochure({"build"});
    }
    CHECK(run.status == 3);
    CHECK(has(run.err, "out"));
    CHECK(box.made().empty());
}

TEST_CASE("on a full disk the old file stays whole and no half of a new one is left") {
    const Sandbox box;
    if (!mounted_small(box, "64k")) return;
    box.write("out/brochure-screen.pdf", "old");
    const Run run = box.brochure({"build", "--publication", "brochure"});
    const auto made = box.made();
    const std::string old = box.read("out/brochure-screen.pdf");
    box.run("umount out");
    CHECK(run.status == 3);
    CHECK(has(run.err, "No space left"));
    CHECK(made == std::vector<std::string>{"brochure-screen.pdf"});
    CHECK(old == "old");
}

TEST_CASE("a cache that cannot be written slows the build down and no more") {
    Sandbox box;
    box.variables["XDG_CACHE_HOME"] = "/proc/cache";
    const Run run = box.brochure({"build", "--publication", "handout"});
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK(box.made().size() == 32);
}

TEST_CASE("killed at any moment, the program leaves whole files or none") {
    const Sandbox box{Cache::own};
    REQUIRE(box.brochure({"build", "--publication", "handout"}).status == 0);
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(box.brochure({"build", "--publication", "handout"}).status == 0);
    const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - start;
    int killed = 0;
    for (int i = 1; i <= 25; ++i) {
        const std::string pause = std::to_string(whole.count() * i / 25);
        killed +=
            box.run(shell_word(BROCHURE) + " build --publication handout & sleep " + pause + "; kill -9 $!; wait $!")
                .status == 137;
        if (i % 5 != 0) continue;
        for (const auto& name : box.made())
            if (name.ends_with(".pdf")) {
                INFO(name << " after " << pause << " s");
                CHECK(sound(box, "out/" + name));
            }
    }
    CHECK(killed > 5);
    REQUIRE(box.brochure({"build", "--publication", "handout"}).status == 0);
    for (const auto& name : box.made())
        if (name.ends_with(".pdf")) CHECK(sound(box, "out/" + name));
}

TEST_CASE("interrupted, the program ends as interrupted programs do and tidies up") {
    const Sandbox box;
    int interrupted = 0;
    for (const char* pause : {"0.005", "0.02", "0.05", "0.1"}) {
        const Run run =
            box.run(shell_word(BROCHURE) + " build --no-cache & sleep " + pause + "; kill -INT $!; wait $!");
        INFO(pause);
        // A background job of a script without job control starts with SIGINT ignored; our handler replaces that.
        CHECK((run.status == 130 || run.status == 0));  // 0: it was done before
        interrupted += run.status == 130;
        for (const auto& name : box.made()) {
            CHECK(name.ends_with(".pdf"));
            CHECK(sound(box, "out/" + name));
        }
    }
    CHECK(interrupted > 0);
}

TEST_CASE("two builds at once both succeed and leave whole files") {
    const Sandbox box{Cache::own};
    const std::string build = shell_word(BROCHURE) + " build";
    const Run run = box.run(build + " & first=$!; " + build + " & second=$!; wait $first && wait $second");
    INFO(run.err);
    CHECK(run.status == 0);
    for (const auto& name : box.made()) {
        CHECK(name.ends_with(".pdf"));
        CHECK(sound(box, "out/" + name));
    }
}

TEST_CASE("a picture whose end is missing is an error at its line, and the other publications are made") {
    const Sandbox box;
    fs::resize_file(box.project / "images/seika.jpg", fs::file_size(box.project / "images/seika.jpg") / 2);
    const Run run = box.brochure({"build"});
    CHECK(run.status == 1);
    CHECK(has(run.err, "content/cities/seika.yaml:"));
    CHECK(has(run.err, "seika.jpg"));
}
