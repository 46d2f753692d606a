#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "catch.hpp"
#include "sandbox.hpp"

using namespace std::chrono_literals;

namespace {

/// `brochure watch` in the background; what it says goes to a file.
class Watching {
public:
    explicit Watching(const Sandbox& box) : box_{box} {
        child_ = fork();
        if (child_ == 0) {
            const std::string log = (box.root / "watch.log").string();
            if (!std::freopen(log.c_str(), "w", stdout) || dup2(1, 2) < 0 || chdir(box.project.c_str()) != 0) _exit(99);
            setenv("XDG_CACHE_HOME", (box.root / "cache").c_str(), 1);
            execl(BROCHURE, BROCHURE, "watch", nullptr);
            _exit(99);
        }
    }
    ~Watching() {
        if (child_ > 0) end();
    }
    std::string said() const {
        std::ifstream in{box_.root / "watch.log"};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    /// Waits until `part` has been said after the first `from` bytes; false after a minute.
    bool says(const std::string& part, std::size_t from = 0) const {
        for (int i = 0; i < 12000; ++i) {
            if (const std::string text = said(); text.size() > from && text.find(part, from) != std::string::npos)
                return true;
            std::this_thread::sleep_for(5ms);
        }
        return false;
    }
    int end() {
        kill(child_, SIGINT);
        int waited = 0;
        waitpid(child_, &waited, 0);
        child_ = -1;
        return WIFEXITED(waited) ? WEXITSTATUS(waited) : 128 + WTERMSIG(waited);
    }

private:
    const Sandbox& box_;
    pid_t child_ = -1;
};

}  // namespace

TEST_CASE("watch builds, rebuilds only what an edit touches, says so, and ends clean on Ctrl-C") {
    const Sandbox box;
    Watching watching{box};
    REQUIRE(watching.says("Ctrl-C ends"));
    const auto before = std::filesystem::last_write_time(box.project / "out/handout-seika-screen.pdf");
    const std::size_t told = watching.said().size();
    box.replace("content/cities/colima.yaml", "a grand building", "a very grand building");
    REQUIRE(watching.says("files made", told));
    const std::string news = watching.said().substr(told);
    CHECK(has(news, "content/cities/colima.yaml changed"));
    CHECK(has(news, "out/handout-colima-screen.pdf"));
    CHECK(has(news, "out/brochure-screen.pdf"));
    CHECK_FALSE(has(news, "handout-seika"));
    CHECK(std::filesystem::last_write_time(box.project / "out/handout-seika-screen.pdf") == before);
    CHECK(has(box.run("pdftotext out/handout-colima-screen.pdf - | tr '\\n' ' '").out, "very grand"));
    CHECK(watching.end() == 0);
}

TEST_CASE("watch makes an office file anew when the copier changes, and a ticket when only it does") {
    const Sandbox box;
    box.take_along();
    box.replace("content/publications.yaml", "brochure:\n    title", "brochure:\n    copies: 250\n    title");
    Watching watching{box};
    REQUIRE(watching.says("Ctrl-C ends"));
    REQUIRE(std::filesystem::exists(box.project / "out" / "brochure-ticket.pdf"));
    const std::string screen = box.read("out/leaflet-screen.pdf"), print = box.read("out/brochure-print.pdf"),
                      ticket = box.read("out/brochure-ticket.pdf"), office = box.read("out/brochure-office.pdf");
    std::size_t before = watching.said().size();
    box.replace("content/printers/office.yaml", "caliper: ", "caliper: 0.3mm #");
    REQUIRE(watching.says("content/printers/office.yaml changed", before));
    REQUIRE(watching.says("files made", before));
    const std::string made = watching.said().substr(before);
    INFO(made);
    CHECK(has(made, "out/brochure-office.pdf"));
    CHECK_FALSE(has(made, "out/brochure-screen.pdf"));
    CHECK_FALSE(has(made, "out/brochure-print.pdf"));
    CHECK(box.read("out/brochure-office.pdf") != office);

    before = watching.said().size();
    box.replace("content/publications.yaml", "copies: 250", "copies: 900");
    REQUIRE(watching.says("content/publications.yaml changed", before));
    REQUIRE(watching.says(" made", before));
    const std::string again = watching.said().substr(before);
    INFO(again);
    CHECK(has(again, "out/brochure-print.pdf"));
    CHECK_FALSE(has(again, "out/brochure-office.pdf"));
    CHECK(box.read("out/brochure-ticket.pdf") != ticket);
    CHECK(box.read("out/brochure-print.pdf") == print);
    CHECK(box.read("out/leaflet-screen.pdf") == screen);
    CHECK(watching.end() == 0);
}

TEST_CASE("watch survives a file saved by halves, keeps the last good files and goes on") {
    const Sandbox box;
    Watching watching{box};
    REQUIRE(watching.says("Ctrl-C ends"));
    const std::string whole = box.read("content/cities/seika.yaml");
    const std::string pdf = box.read("out/handout-seika-screen.pdf");
    std::size_t told = watching.said().size();
    box.write("content/cities/seika.yaml", whole.substr(0, whole.find("text:") - 30) + "\n  photo: [");
    REQUIRE(watching.says("error", told));
    CHECK(box.read("out/handout-seika-screen.pdf") == pdf);
    told = watching.said().size();
    box.write("content/cities/seika.yaml", whole);
    REQUIRE(watching.says("warning", told));  // the summary of a build that went well
    CHECK(box.read("out/handout-seika-screen.pdf") == pdf);
    CHECK(watching.end() == 0);
}

TEST_CASE("watch sees a picture that is changed, a city that is added, and one that is taken away") {
    const Sandbox box;
    Watching watching{box};
    REQUIRE(watching.says("Ctrl-C ends"));
    std::size_t told = watching.said().size();
    std::filesystem::copy_file(box.project / "images/arezzo.jpg", box.project / "images/seika.jpg",
                               std::filesystem::copy_options::overwrite_existing);
    REQUIRE(watching.says("files made", told));
    CHECK(has(watching.said().substr(told), "handout-seika-print.pdf"));
    CHECK_FALSE(has(watching.said().substr(told), "handout-arezzo"));
    told = watching.said().size();
    box.write("content/cities/extra.yaml", box.read("content/cities/seika.yaml"));
    REQUIRE(watching.says("files made", told));
    CHECK(has(watching.said().substr(told), "handout-extra-screen.pdf"));
    told = watching.said().size();
    std::filesystem::remove(box.project / "content/cities/extra.yaml");
    CHECK(watching.says("out/handout-extra-screen.pdf is of content that is gone", told));
    CHECK(watching.end() == 0);
}
