#include "yaml/known_trees.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>

#include "catch.hpp"

using namespace brochure;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, removed at the end.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("brochure-trees-" + std::to_string(::getpid()));
    fs::path file = path / "below" / "some.trees";
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
    std::string bytes() const {
        std::ifstream in{file, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    void put(const std::string& bytes) const { std::ofstream{file, std::ios::binary} << bytes; }
};

constexpr const char* city =
    "city:\n  name: &name \"Colima\"\n  again: *name\n  facts: [{label: Élévation, value: 490 m}, ~, '']\n"
    "  text: |-\n    One.\n\n    Two.\n  more: >\n    folded\n    text\n";
constexpr const char* other = "city: {name: Norman}\n";

std::string told(const yaml::Node& node) {
    std::string all = std::to_string(static_cast<int>(node.kind)) + "@" + std::to_string(node.where.file.index) + ":" +
                      std::to_string(node.where.line) + ":" + std::to_string(node.where.column) +
                      (node.quoted ? "q" : "") + (node.block ? "b" : "") + "'" + node.scalar + "'(";
    for (const auto& item : node.items) all += told(item) + ",";
    for (const auto& [key, value] : node.entries)
        all += key.value + "@" + std::to_string(key.where.line) + ":" + std::to_string(key.where.column) + "=" +
               told(value) + ",";
    return all + ")";
}

/// The tree of a text as a second run parses it, `before` it other files; whether it was known.
struct Second {
    std::string tree;
    bool known = false;
};
Second read(const Folder& folder, const std::string& text, const std::string& maker = "one", int before = 0,
            const yaml::Limits& limits = {}) {
    SourceFiles files;
    for (int i = 0; i < before; ++i) files.add("before.yaml", "x");
    const auto file = files.add("given.yaml", text);
    Diagnostics found;
    yaml::KnownTrees known{folder.file, maker};
    Second second;
    second.known = known.find(file, text, limits).has_value();
    if (const auto tree = yaml::parse(file, files, found, limits, &known)) second.tree = told(*tree);
    known.keep();
    return second;
}

std::string parsed(const std::string& text, int before = 0) {
    SourceFiles files;
    for (int i = 0; i < before; ++i) files.add("before.yaml", "x");
    Diagnostics found;
    return told(*yaml::parse(files.add("given.yaml", text), files, found));
}

}  // namespace

TEST_CASE("a text that was parsed before gives the same tree, its places in its file of now") {
    const Folder folder;
    CHECK(!read(folder, city).known);
    const auto second = read(folder, city, "one", 3);
    CHECK(second.known);
    CHECK(second.tree == parsed(city, 3));
    CHECK(second.tree != parsed(city, 0));
}

TEST_CASE("another text, other limits and another maker are not known") {
    const Folder folder;
    read(folder, city);
    CHECK(!read(folder, city + std::string{"\n"}).known);
    CHECK(read(folder, city + std::string{"\n"}).known);
    read(folder, city);
    yaml::Limits limits;
    limits.depth = 20;
    CHECK(!read(folder, city, "one", 0, limits).known);
    read(folder, city);
    CHECK(!read(folder, city, "two").known);
    CHECK(read(folder, city, "two").known);
}

TEST_CASE("a text with a finding is parsed each time, so that it is told each time") {
    const Folder folder;
    for (int i = 0; i < 2; ++i) {
        SourceFiles files;
        Diagnostics found;
        yaml::KnownTrees known{folder.file, "one"};
        yaml::parse(files.add("given.yaml", "swatch: #1A1A1A\n"), files, found, {}, &known);
        known.keep();
        CHECK(found.count(Severity::warning) == 1);
    }
}

TEST_CASE("texts that are gone are forgotten when others come, and those that stay are kept") {
    const Folder folder;
    SourceFiles files;
    Diagnostics found;
    const auto first = files.add("a.yaml", city), second = files.add("b.yaml", other),
               third = files.add("c.yaml", "x: 1\n");
    const auto run = [&](std::initializer_list<FileId> list) {
        yaml::KnownTrees known{folder.file, "one"};
        for (const auto file : list) yaml::parse(file, files, found, {}, &known);
        known.keep();
    };
    run({first, second});
    run({first, third});
    yaml::KnownTrees known{folder.file, "one"};
    CHECK(known.find(first, files.text(first), {}));
    CHECK(!known.find(second, files.text(second), {}));
    CHECK(known.find(third, files.text(third), {}));
}

TEST_CASE("a file cut short or damaged anywhere is none, and is written anew") {
    const Folder folder;
    read(folder, city);
    const std::string whole = folder.bytes(), tree = parsed(city);
    REQUIRE(whole.size() > 100);
    for (std::size_t i = 0; i < whole.size(); i += 7) {
        std::string muddled = whole;
        muddled[i] = static_cast<char>(muddled[i] ^ 0x10);
        for (const auto& bytes : {whole.substr(0, i), muddled, whole + "x"}) {
            folder.put(bytes);
            const auto again = read(folder, city);
            CHECK(!again.known);
            CHECK(again.tree == tree);
            CHECK(folder.bytes() == whole);
        }
    }
}

TEST_CASE("two runs at once leave one whole file, that of the last") {
    const Folder folder;
    SourceFiles files;
    Diagnostics found;
    const auto first = files.add("a.yaml", city), second = files.add("b.yaml", other);
    yaml::KnownTrees one{folder.file, "one"}, two{folder.file, "one"};
    yaml::parse(first, files, found, {}, &one);
    yaml::parse(second, files, found, {}, &two);
    one.keep();
    two.keep();
    CHECK(read(folder, other).known);
    CHECK(std::distance(fs::directory_iterator{folder.file.parent_path()}, {}) == 1);  // and no drafts
}

TEST_CASE("without a file, and where none can be written, everything is parsed") {
    SourceFiles files;
    Diagnostics found;
    const auto file = files.add("a.yaml", city);
    for (const char* path : {"", "/proc/none/some.trees"}) {
        yaml::KnownTrees known{path, "one"};
        CHECK(yaml::parse(file, files, found, {}, &known));
        known.keep();
        CHECK(!yaml::KnownTrees{path, "one"}.find(file, files.text(file), {}));
    }
    CHECK(found.all().empty());
}
