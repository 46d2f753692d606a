#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;
using image::Colour;
using image::Format;

TEST_CASE("the kind of a photo is found by its content, not by its name") {
    const Folder folder;
    CHECK(probed(folder.put("a.png", jpeg(scenery(40, 30)))).format == Format::jpeg);
    CHECK(probed(folder.put("b.jpg", png(scenery(40, 30)))).format == Format::png);
    CHECK(probed(folder.put("noname", text("P6 2 1 255\nabcdef"))).format == Format::other);
}

TEST_CASE("probing tells size, colour and coding of a JPEG") {
    const Folder folder;
    const auto plain = probed(folder.put("a.jpg", jpeg(scenery(41, 30))));
    CHECK(plain.width == 41);
    CHECK(plain.height == 30);
    CHECK(plain.colour == Colour::rgb);
    CHECK_FALSE(plain.progressive);
    CHECK(plain.bytes == std::filesystem::file_size(plain.file));
    CHECK(probed(folder.put("b.jpg", jpeg(scenery(41, 30), {.progressive = true}))).progressive);
    CHECK(probed(folder.put("c.jpg", jpeg(scenery(41, 30, 1)))).colour == Colour::grey);
    const auto cmyk = probed(folder.put("d.jpg", jpeg(scenery(41, 30, 4))));
    CHECK(cmyk.colour == Colour::cmyk);
    CHECK(cmyk.adobe_inverted);
}

TEST_CASE("probing finds the size behind long segments") {
    const Folder folder;
    JpegOptions options;
    for (int i = 0; i < 6; ++i) options.segments.push_back({0xE0 + 5, Blob(65000, 0xAA)});
    CHECK(probed(folder.put("a.jpg", jpeg(scenery(41, 30), options))).width == 41);
}

TEST_CASE("what is not a file is told as what it is, and nothing is waited for") {
    const Folder folder;
    CHECK(rule_for(folder.path()) == "photo-not-a-file");
    const auto pipe = folder.path() / "pipe.jpg";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(rule_for(pipe) == "photo-not-a-file");
    Diagnostics found;
    CHECK_FALSE(image::probe(pipe, {}, found));
    CHECK(found.all().at(0).text.find("pipe") != std::string::npos);
    CHECK(rule_for("/dev/null") == "photo-not-a-file");
    CHECK(rule_for("/dev/zero") == "photo-not-a-file");

    const auto socket_path = folder.path() / "s.jpg";
    const int s = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket_path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(bind(s, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    CHECK(rule_for(socket_path) == "photo-not-a-file");
    close(s);
}

TEST_CASE("a missing, an empty and a looping photo have their own words") {
    const Folder folder;
    CHECK(rule_for(folder.path() / "nothing.jpg") == "photo-missing");
    CHECK(rule_for(folder.put("empty.jpg", {})) == "photo-empty");
    const auto loop = folder.path() / "loop.jpg";
    std::filesystem::create_symlink(loop, loop);
    CHECK(rule_for(loop) == "photo-unreadable");
}

TEST_CASE("videos are called videos") {
    const Folder folder;
    const Blob mp4 = Blob{0, 0, 0, 24} + text("ftypisom") + Blob{0, 0, 2, 0} + text("isommp41") + Blob(500, 1);
    CHECK(rule_for(folder.put("a.jpg", mp4)) == "photo-is-video");
    CHECK(rule_for(folder.put("b.jpg", Blob{0, 0, 0, 20} + text("ftypqt  ") + Blob(500, 0))) == "photo-is-video");
    CHECK(rule_for(folder.put("c.jpg", Blob{0x1A, 0x45, 0xDF, 0xA3} + Blob(500, 0))) == "photo-is-video");
    CHECK(rule_for(folder.put("d.jpg", text("RIFF1234AVI LIST") + Blob(500, 0))) == "photo-is-video");
}

TEST_CASE("other files are named where they can be") {
    const Folder folder;
    const auto words = [&](const Blob& bytes) {
        Diagnostics found;
        CHECK_FALSE(image::probe(folder.put("x.jpg", bytes), {}, found));
        REQUIRE(found.all().size() == 1);
        CHECK(found.all()[0].rule == "photo-unknown-kind");
        return found.all()[0].text;
    };
    CHECK(words(text("RIFF1234WEBPVP8 ") + Blob(50)).find("WebP") != std::string::npos);
    CHECK(words(text({"II*\0", 4}) + Blob(50)).find("TIFF") != std::string::npos);
    CHECK(words(text("%PDF-1.7")).find("PDF") != std::string::npos);
    CHECK(words(text("Dear Sir or Madam, enclosed is a photo")).find("not a picture") != std::string::npos);
    CHECK(words(Blob(5000, 0)).find("not a picture") != std::string::npos);
}

TEST_CASE("a photo cut anywhere is an error with a name, from its first byte to its last") {
    const Folder folder;
    const Canvas canvas = scenery(120, 90);
    const std::pair<const char*, Blob> photos[] = {
        {"a.jpg", jpeg(canvas)}, {"p.jpg", jpeg(canvas, {.progressive = true})}, {"a.png", png(canvas, {.idats = 3})}};
    for (const auto& [name, whole] : photos) {
        CHECK(rule_for(folder.put(name, whole)).empty());
        for (std::size_t n = 1; n < whole.size(); n += n < 700 || n + 40 > whole.size() ? 1 : 97) {
            INFO(name << " cut to " << n << " of " << whole.size());
            const auto rule = rule_for(folder.put(name, Blob(whole.begin(), whole.begin() + n)), n % 2 ? 200 : 900);
            CHECK((rule == "photo-cut-short" || rule == "photo-unknown-kind"));
            if (n > 8) CHECK(rule == "photo-cut-short");
        }
    }
}

TEST_CASE("formats without checks of their own are refused when cut, not filled with black") {
    const Folder folder;
    const Blob ppm = text("P6 40 30 255\n") + scenery(40, 30).pixels;
    CHECK(rule_for(folder.put("a.ppm", ppm)).empty());
    CHECK(rule_for(folder.put("b.ppm", Blob(ppm.begin(), ppm.end() - 500))) == "photo-cut-short");
    Blob tga(18);
    tga[2] = 2, tga[12] = 40, tga[14] = 30, tga[16] = 24;
    CHECK(rule_for(folder.put("a.tga", tga + scenery(40, 30).pixels)).empty());
    CHECK(rule_for(folder.put("b.tga", tga + Blob(1000, 7))) == "photo-cut-short");
}

TEST_CASE("a file that claims more than its bytes can hold is refused before memory is taken") {
    const Folder folder;
    Blob lying = jpeg(scenery(600, 400));
    std::size_t sof = 2;
    while (!(lying[sof] == 0xFF && lying[sof + 1] == 0xC0)) ++sof;
    const auto claim = [&](int width, int height) {
        Blob copy = lying;
        copy[sof + 5] = static_cast<std::uint8_t>(height >> 8), copy[sof + 6] = static_cast<std::uint8_t>(height);
        copy[sof + 7] = static_cast<std::uint8_t>(width >> 8), copy[sof + 8] = static_cast<std::uint8_t>(width);
        return copy;
    };
    CHECK(rule_for(folder.put("a.jpg", claim(30000, 30000))) == "photo-too-large");
    CHECK(rule_for(folder.put("b.jpg", claim(17000, 17000))) == "photo-lies");
    CHECK(rule_for(folder.put("c.jpg", claim(6000, 4000))) == "photo-damaged");  // believable until it is decoded
    CHECK(rule_for(folder.put("d.jpg", claim(600, 0))) == "photo-jpeg-kind");
    CHECK(rule_for(folder.put("e.jpg", claim(0, 400))) == "photo-damaged");

    Blob tall = png(scenery(60, 40));
    tall[21] = 4;  // 262,184 rows
    CHECK(rule_for(folder.put("a.png", tall)) == "photo-lies");
    tall[20] = 0x7F;
    CHECK(rule_for(folder.put("b.png", tall)) == "photo-too-large");
    CHECK(rule_for(folder.put("a.ppm", text("P6 16000 16000 255\nabc"))) == "photo-lies");
}

TEST_CASE("a PNG whose data inflate to more than it says is refused") {
    const Folder folder;
    Canvas large = paint(1200, 1200, 1, [](int, int) { return Pixel{}; });
    Blob bomb = png(large);
    bomb[18] = bomb[22] = 0, bomb[19] = bomb[23] = 8;  // 8 x 8
    CHECK(rule_for(folder.put("a.png", bomb)) == "photo-damaged");
}

TEST_CASE("JPEGs that PDF cannot hold are refused by name") {
    const Folder folder;
    const Blob good = jpeg(scenery(64, 48));
    std::size_t sof = 2;
    while (!(good[sof] == 0xFF && good[sof + 1] == 0xC0)) ++sof;
    const auto words = [&](int code, int bits) {
        Blob copy = good;
        copy[sof + 1] = static_cast<std::uint8_t>(code);
        copy[sof + 4] = static_cast<std::uint8_t>(bits);
        Diagnostics found;
        CHECK_FALSE(image::probe(folder.put("x.jpg", copy), {}, found));
        REQUIRE(found.all().size() == 1);
        CHECK(found.all()[0].rule == "photo-jpeg-kind");
        return found.all()[0].text;
    };
    CHECK(words(0xC1, 12).find("8 bits") != std::string::npos);
    CHECK(words(0xC3, 8).find("lossless") != std::string::npos);
    CHECK(words(0xC9, 8).find("arithmetic") != std::string::npos);
    CHECK(words(0xC5, 8).find("hierarchical") != std::string::npos);
}
