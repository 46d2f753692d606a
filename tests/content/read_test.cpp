#include <sys/stat.h>

#include "content/project_files.hpp"
#include "project.hpp"

using namespace brochure;

namespace {

std::string city(const std::string& name) {
    return "city: {name: " + name + ", country: FR}\n";
}

struct Outcome {
    content::Content content;
    std::string faults;
    std::vector<std::string> slugs;
};

Outcome read(const Project& project, int cores = 1) {
    Outcome outcome;
    SourceFiles files;
    Diagnostics found;
    outcome.content = content::read(project.folder(), files, cores, found);
    outcome.faults = told(found, files);
    for (const auto& each : outcome.content.cities) outcome.slugs.push_back(each.slug);
    return outcome;
}

Project& basics(Project& project) {
    return project.file("content/organisation.yaml", small_organisation)
        .file("content/publications.yaml", small_publications);
}

using Slugs = std::vector<std::string>;

}  // namespace

TEST_CASE("the sample project is read without a fault") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 2, found);
    CHECK(told(found, files).empty());
    Slugs slugs;
    for (const auto& each : content.cities) slugs.push_back(each.slug);
    CHECK(slugs == Slugs{"clermont-ferrand", "colima", "seika", "arezzo"});
    CHECK(content.cities[2].native.value().value == "精華町");
    CHECK(content.cities[0].photo.value().kind == content::Photo::Kind::illustration);
    CHECK(plain(content.organisation.cover_title.find("en")->value) == "Sister\nCities");
    CHECK(content.publications.at(0).sections.size() == 8);
    CHECK(content.publications.at(3).for_each.value().value == "city");
    CHECK(content.organisation.home.coordinates.value().value.longitude == -97.4395);
    CHECK(content.cities[0].nearby.size() == 9);
    CHECK(content.cities[0].nearby[0].coordinates.value.latitude == 48.8534);
}

TEST_CASE("what the sample does not know yet is listed as still to fill in") {
    SourceFiles files;
    Diagnostics found;
    content::read(PROJECT_DIR, files, 1, found);
    std::string notes;
    for (const auto& each : found.sorted(files))
        if (each.severity == Severity::note && each.rule != "unreviewed-translation") {
            CHECK(each.rule == "still-to-fill-in");
            notes += each.text + "\n";
        }
    for (const char* field :
         {"contacts.address", "contacts.phone", "contacts.email", "contacts.web", "committee", "meetings"})
        CHECK(notes.find(std::string("still to fill in: ") + field + "\n") != std::string::npos);
}

TEST_CASE("when and where people meet is told line by line") {
    Project project;
    project
        .file("content/organisation.yaml",
              small_organisation + std::string{"meetings: |-\n  First Tuesday, 6 pm\n  City Hall\n"})
        .file("content/publications.yaml", small_publications);
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(project.folder(), files, 1, found);
    CHECK(content::plain(content.organisation.meetings.versions.front().value) == "First Tuesday, 6 pm\nCity Hall");
}

TEST_CASE("an alternative text that only names the file is warned of, but a logo or a person may have that name") {
    const auto told_of = [](const std::string& alt, const char* field) {
        Project project;
        project.file("content/organisation.yaml", small_organisation)
            .file("content/publications.yaml", small_publications)
            .file("content/cities/colima.yaml", "city:\n  name: Colima\n  country: MX\n  " + std::string{field} +
                                                    ": {file: towns/colima.jpg, alt: \"" + alt + "\"" +
                                                    (std::string{field} == "photo" ? ", credit: C}\n" : "}\n"));
        SourceFiles files;
        Diagnostics found;
        content::read(project.folder(), files, 1, found);
        std::vector<std::string> told;
        for (const auto& each : found.all())
            if (each.rule == "file-name-alt") told.push_back(each.text);
        return told;
    };
    const std::vector<std::string> a_file{"the alternative text is the name of a file"};
    for (const char* bad : {"colima", "Colima", "colima.JPG", "IMG_1234", "DSC01234", "20270514-101500"}) {
        INFO(bad);
        CHECK(told_of(bad, "photo") == a_file);
    }
    for (const char* bad : {".", "…"})
        CHECK(told_of(bad, "photo") == std::vector<std::string>{"the alternative text has no words"});
    for (const char* good : {"Colima at dusk", "The hall of 1887", "Volcano", "都庁"}) {
        INFO(good);
        CHECK(told_of(good, "photo").empty());
    }
    CHECK(told_of("Colima", "logo").empty());
    CHECK(told_of("IMG_1234", "logo") == a_file);
}

TEST_CASE("every picture of the sample is there, and begins its alternative text with what it is") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 1, found);
    std::vector<content::Photo> photos{content.organisation.cover.value()};
    for (const auto& each : content.cities) photos.push_back(each.photo.value());
    for (const auto& photo : photos) {
        CHECK(std::filesystem::is_regular_file(std::filesystem::path(PROJECT_DIR) / "images" / photo.file.value));
        CHECK(plain(photo.alt.versions.at(0).value).rfind("Illustration: ", 0) == 0);
        CHECK(photo.credit);
        CHECK(photo.protect);
    }
}

TEST_CASE("what the sample adds to the source text says where it comes from") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 1, found);
    const auto& home = content.organisation.home;
    CHECK(plain(home.city.versions.at(0).value) == "Norman");
    CHECK(home.source);
    CHECK(content.cities.size() == 4);
    for (const auto& city : content.cities) {
        INFO(city.slug);
        CHECK(city.coordinates);
        CHECK(city.zone);
        CHECK(city.source);
        CHECK(city.photo.value().kind == content::Photo::Kind::illustration);
        CHECK(city.photo.value().focus != std::array<double, 2>{0.5, 0.5});
        CHECK_FALSE(city.photo.value().caption.versions.empty());
    }
}

TEST_CASE("a project without a publication is told that nothing is made") {
    Project project;
    basics(project)
        .file("content/publications.yaml", "publications: {}\n")
        .file("content/cities/nice.yaml", city("Nice"));
    CHECK(read(project).faults ==
          "content/publications.yaml:1:1: warning: no publication stands here: nothing is made (copy that of the "
          "sample project and change it)\n");
}

TEST_CASE("cities come in the order of organisation.yaml, then by the name of their files") {
    Project project;
    basics(project).file("content/organisation.yaml",
                         std::string(small_organisation) + "cities: {order: [nice, lyon]}\n");
    for (const char* name : {"lyon", "arles", "nice", "brest"})
        project.file("content/cities/" + std::string(name) + ".yaml", city(name));
    const auto outcome = read(project);
    CHECK(outcome.faults.empty());
    CHECK(outcome.slugs == Slugs{"nice", "lyon", "arles", "brest"});
}

TEST_CASE("hundreds of cities read on several threads are the same, faults included, as read on one") {
    Project project;
    basics(project);
    for (int i = 0; i < 200; ++i)
        project.file("content/cities/c" + std::to_string(i) + ".yaml",
                     "city:\n  name: C" + std::to_string(i) + "\n  country: " + (i % 7 == 0 ? "XX" : "FR") +
                         "\n  text: some *text*\n");
    const auto one = read(project, 1), many = read(project, 8);
    CHECK(one.slugs.size() == 200);
    CHECK(one.slugs == many.slugs);
    CHECK(one.faults == many.faults);
    CHECK(std::count(one.faults.begin(), one.faults.end(), '\n') == 29);
}

TEST_CASE("designs, printers, hidden files and other kinds of file are not content") {
    Project project;
    basics(project);
    for (const char* path :
         {"content/designs/a.yaml", "content/printers/b.yaml", "content/visits/c.txt", "content/.git/d.yaml",
          "content/cities/.#lyon.yaml", "content/cities/lyon.yaml~", "content/cities/notes.txt"})
        project.file(path, "{{{");
    project.file("content/cities/lyon.yml", city("Lyon"));
    const auto outcome = read(project);
    CHECK(outcome.faults.empty());
    CHECK(outcome.slugs == Slugs{"lyon"});
}

TEST_CASE("a file whose name says nothing is told of") {
    Project project;
    basics(project).file("content/colima.yaml", city("Colima"));
    CHECK(read(project).faults.find("content/colima.yaml:1:1: warning: this file is not read") == 0);
}

TEST_CASE("two files for one city are an error, whatever their capitals, folders and endings") {
    Project project;
    basics(project).file("content/cities/lyon.yaml", city("Lyon")).file("content/cities/france/Lyon.yml", city("Lyon"));
    CHECK(read(project).faults.find("error: content/cities/france/Lyon.yml has the name 'Lyon' too") !=
          std::string::npos);
}

TEST_CASE("a file that cannot name a city is an error") {
    Project project;
    basics(project).file("content/cities/são paulo.yaml", city("São Paulo"));
    CHECK(read(project).faults.find("error: 'são paulo' cannot name a city") != std::string::npos);
}

TEST_CASE("an empty folder, a missing file and a missing folder say what to do") {
    Project project;
    CHECK(read(project).faults ==
          "error: there is no content/organisation.yaml (copy the one of the sample project and change it)\n"
          "error: there is no content/publications.yaml (copy the one of the sample project and change it)\n");
    std::filesystem::remove_all(project.folder() / "content");
    CHECK(read(project).faults ==
          "error: there is no folder content/ here (copy the one of the sample project and change it)\n");
}

TEST_CASE("a pipe in place of a file is refused without waiting for it") {
    Project project;
    basics(project);
    REQUIRE(::mkfifo((project.folder() / "content/cities/pipe.yaml").c_str(), 0600) == 0);
    SourceFiles files;
    Diagnostics found;
    content::read(project.folder(), files, 1, found);
    CHECK(found.has_failures());
    CHECK(told(found, files).find("content/cities/pipe.yaml cannot be read") != std::string::npos);
}

TEST_CASE("a folder in place of a file is told") {
    Project project;
    basics(project);
    std::filesystem::create_directories(project.folder() / "content/cities/lyon.yaml");
    SourceFiles files;
    Diagnostics found;
    content::read(project.folder(), files, 1, found);
    CHECK(found.has_failures());
    CHECK(told(found, files).find("content/cities/lyon.yaml cannot be read: it is a directory") != std::string::npos);
}

TEST_CASE("an empty city file is an error at its first line") {
    Project project;
    basics(project).file("content/cities/lyon.yaml", "# nothing yet\n");
    CHECK(read(project).faults.find("content/cities/lyon.yaml:") == 0);
}

TEST_CASE("in a file too large to look places up in, a fault in a text still names its line") {
    Project project;
    std::string text = "city:\n  name: Lyon\n  country: FR\n  text: |-\n";
    for (int i = 0; i < 3000; ++i) text += "    Some thirty characters of text.\n";
    basics(project).file("content/cities/lyon.yaml", text + "    A <b> here.\n");
    CHECK(read(project).faults ==
          "content/cities/lyon.yaml:3005:1: error: HTML is not set (write '\\<' for the character itself)\n");
}
