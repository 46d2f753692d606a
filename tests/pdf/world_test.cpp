// What the world can do to a file while it is being written, and what must not get into it.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>

#include "fixture.hpp"

using namespace brochure;
using namespace fixture;
using page::Role;

namespace {

void say_something(Book& book, int pages) {
    for (int i = 0; i < pages; ++i) {
        book.page();
        book.say(book.add(Role::p), 42, 60,
                 book.fonts.shape(book.fonts.serif, "Five flowers, page " + std::to_string(i)));
        book.say(book.add(Role::p), 42, 80,
                 book.fonts.shape(book.fonts.cff, "姉妹都市 " + std::to_string(i), 10, "ja"));
    }
}

bool alone(const Folder& folder, const std::string& name) {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        if (entry.path().filename() != name) return false;
    return true;
}

image::Raster raster_from(const std::filesystem::path& file, std::uint64_t length) {
    image::Raster raster;
    raster.width = 10;
    raster.height = 10;
    raster.data = {image::FileRange{file, 0, length}};
    raster.length = length;
    raster.identity = 1;
    return raster;
}

void place_picture(Book& book) {
    page::Picture picture;
    picture.placed = {Length::from_pt(100), Length::from_pt(100)};
    book.publication.pictures.push_back(picture);
    const Rect frame{{}, {}, Length::from_pt(100), Length::from_pt(100)};
    book.publication.pages.back().items.push_back(page::PlacedPicture{0, frame, frame, book.add(Role::figure)});
}

}  // namespace

TEST_CASE("the same publication gives the same bytes, whatever the cores, the locale, the time zone and the folder") {
    Library fonts;
    Book book{fonts};
    say_something(book, 150);
    Folder folder, other;
    Diagnostics found;
    REQUIRE(write(book, folder / "a.pdf", found, prepress::Edition::screen, 1));
    const std::string first = read(folder / "a.pdf");
    const char* before = std::setlocale(LC_ALL, nullptr);
    const std::string saved = before ? before : "C";
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"})
        if (std::setlocale(LC_ALL, name)) break;
    ::setenv("TZ", "Pacific/Kiritimati", 1);
    ::tzset();
    REQUIRE(write(book, other / "another-name.pdf", found, prepress::Edition::screen, 8));
    ::unsetenv("TZ");
    ::tzset();
    std::setlocale(LC_ALL, saved.c_str());
    CHECK((read(other / "another-name.pdf") == first));
}

TEST_CASE("fonts may be loaded in any order: the numbers of faces never show in the file") {
    Library fonts;
    Book book{fonts};
    say_something(book, 3);
    Folder folder;
    Diagnostics found;
    REQUIRE(write(book, folder / "a.pdf", found));
    for (page::Page& page : book.publication.pages)
        for (page::Item& item : page.items) std::get<page::PlacedRun>(item).run.face.index += 7;
    const auto sheets = prepress::single_pages(book.publication, prepress::Edition::screen);
    const pdf::Faces faces = [&](text::FaceId face) -> const text::FaceInfo& {
        return fonts.faces()({face.index - 7});
    };
    REQUIRE(pdf::write_document(sheets, {}, faces, {"brochure test", 2}, folder / "b.pdf", found));
    CHECK((read(folder / "a.pdf") == read(folder / "b.pdf")));
}

TEST_CASE("a folder that is not there is the world's fault, and the report names the file") {
    Library fonts;
    Book book{fonts};
    say_something(book, 1);
    Folder folder;
    Diagnostics found;
    CHECK(!write(book, folder / "missing/a.pdf", found));
    REQUIRE(found.has_failures());
    CHECK(found.all()[0].text.find("missing/a.pdf") != std::string::npos);
}

TEST_CASE("a read-only folder leaves the old file as it was") {
    Library fonts;
    Book book{fonts};
    say_something(book, 1);
    Folder folder;
    std::ofstream{folder / "a.pdf"} << "old";
    using std::filesystem::perms;
    std::filesystem::permissions(folder.path(),
                                 perms::owner_read | perms::owner_exec | perms::others_read | perms::others_exec);
    const ::pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(2);  // root could write to it all the same
        Diagnostics found;
        const bool wrote = write(book, folder / "a.pdf", found, prepress::Edition::screen, 1).has_value();
        ::_exit(!wrote && found.has_failures() && found.all()[0].text.find("a.pdf") != std::string::npos ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(read(folder / "a.pdf") == "old");
}

TEST_CASE("a full disk leaves the old file as it was, and nothing beside it") {
    Library fonts;
    Book book{fonts};
    say_something(book, 300);
    Folder folder;
    std::ofstream{folder / "a.pdf"} << "old";
    // A limit on the size of files stands in for the disk; the child has it to itself.
    const ::pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const ::rlimit small{20000, 20000};
        ::setrlimit(RLIMIT_FSIZE, &small);
        Diagnostics found;
        const bool wrote = write(book, folder / "a.pdf", found, prepress::Edition::screen, 1).has_value();
        const bool named = found.has_failures() && found.all()[0].text.find("a.pdf") != std::string::npos;
        ::_exit(!wrote && named && found.all().size() == 1 ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(read(folder / "a.pdf") == "old");
    CHECK(alone(folder, "a.pdf"));
}

TEST_CASE("killed at any moment, the final name holds the old file or the whole new one") {
    Library fonts;
    Book book{fonts};
    say_something(book, 400);
    Folder folder;
    Diagnostics found;
    REQUIRE(write(book, folder / "new.pdf", found, prepress::Edition::screen, 1));
    const std::string whole = read(folder / "new.pdf");
    for (int wait = 0; wait < 40; wait += 2) {
        std::ofstream{folder / "a.pdf"} << "old";
        const ::pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (;;) {
                Diagnostics ignored;
                write(book, folder / "a.pdf", ignored, prepress::Edition::screen, 1);
            }
        }
        ::usleep(static_cast<unsigned>(wait) * 1000);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const std::string now = read(folder / "a.pdf");
        CHECK((now == "old" || now == whole));
    }
}

TEST_CASE("a photo that has become shorter, or is gone, is named and no file appears") {
    Library fonts;
    Book book{fonts};
    say_something(book, 1);
    place_picture(book);
    Folder folder;
    const auto photo = folder / "photo.jpg";
    if (GENERATE(true, false)) std::ofstream{photo} << "short";
    Diagnostics found;
    CHECK(!write(book, folder / "a.pdf", found, prepress::Edition::screen, 1, {raster_from(photo, 1000)}));
    REQUIRE(found.has_failures());
    CHECK(found.all().size() == 1);
    CHECK(found.all()[0].text.find("photo.jpg") != std::string::npos);
    CHECK(!std::filesystem::exists(folder / "a.pdf"));
}

TEST_CASE("photos are copied from their files and never held") {
    Library fonts;
    Book book{fonts};
    say_something(book, 1);
    place_picture(book);
    Folder folder;
    const auto photo = folder / "photo.jpg";
    constexpr std::uint64_t size = 300u << 20;
    std::ofstream{photo}.put(' ');
    std::filesystem::resize_file(photo, size);  // holes cost no disk
    const ::pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::rusage before{}, after{};
        ::getrusage(RUSAGE_SELF, &before);
        Diagnostics found;
        const bool wrote =
            write(book, folder / "a.pdf", found, prepress::Edition::screen, 1, {raster_from(photo, size)}).has_value();
        ::getrusage(RUSAGE_SELF, &after);
        ::_exit(wrote && after.ru_maxrss - before.ru_maxrss < 40000 ? 0 : 1);  // KB
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
    CHECK(std::filesystem::file_size(folder / "a.pdf") > size);
}

TEST_CASE("a picture's pieces follow each other byte for byte, from wherever in their file they come") {
    Library fonts;
    Book book{fonts};
    say_something(book, 1);
    place_picture(book);
    Folder folder;
    std::string bytes(3u << 20, '\0');
    std::uint32_t noise = 1;
    for (char& c : bytes) c = static_cast<char>((noise = noise * 1664525u + 1013904223u) >> 24);
    const auto photo = folder / "photo.jpg";
    std::ofstream{photo, std::ios::binary} << bytes;
    image::Raster raster = raster_from(photo, 0);
    const auto head =
        std::make_shared<const std::vector<std::uint8_t>>(std::initializer_list<std::uint8_t>{'h', 'e', 'a', 'd'});
    raster.data = {head, image::FileRange{photo, 1'000'003, 2'000'000}, image::FileRange{photo, 17, 100}};
    raster.length = 2'000'104;
    Diagnostics found;
    const auto written = write(book, folder / "a.pdf", found, prepress::Edition::screen, 1, {raster});
    REQUIRE(written);
    const std::string file = read(folder / "a.pdf");
    CHECK(file.size() == written->bytes);
    const std::string stream = "head" + bytes.substr(1'000'003, 2'000'000) + bytes.substr(17, 100) + "\nendstream";
    CHECK((file.find(stream) != std::string::npos));
}
