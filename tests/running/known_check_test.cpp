#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <thread>

#include "catch.hpp"
#include "sandbox.hpp"

// A second `check` of an unchanged project is answered from what the first one said. That it is can be seen from the
// entry in the cache, which every other check writes anew: its inode stays.
namespace {

/// Files that changed less than two seconds before a check are not trusted.
void let_settle() {
    std::this_thread::sleep_for(std::chrono::milliseconds(2200));
}

std::string entry_of(const Sandbox& box) {
    return box.run("find \"$XDG_CACHE_HOME/brochure/checks\" -name '*.check' -printf '%i %p\\n' 2>/dev/null").out;
}

/// What was said and how it ended, but for the time it took.
std::string said(const Run& run) {
    std::string all = std::to_string(run.status) + "\n" + run.err + run.out;
    if (const auto seconds = all.find("\"seconds\": "); seconds != all.npos)
        all.erase(seconds, all.find('\n', seconds) - seconds);
    if (const auto last = all.rfind(", "); all.ends_with(" s\n")) all.erase(last);
    return all;
}

}  // namespace

TEST_CASE("a second check of an unchanged project tells the same from the cache, in every format") {
    const Sandbox box{Cache::own};
    // A warning beside the notes: a file that nothing reads.
    box.write("content/nonsense.yaml", "nothing: here\n");
    // And one that is a measure.
    box.replace("content/publications.yaml", "pages: 12", "pages: 8");
    box.run("touch -d 'now + 1 hour' images/cover.jpg");
    CHECK(said(box.brochure({"check"})) == said(box.brochure({"check", "--no-cache"})));
    CHECK(entry_of(box).empty());  // a photo is too young to be trusted
    box.run("touch -d 'now - 1 hour' images/cover.jpg");
    let_settle();
    std::map<std::string, std::string> first;
    for (const char* format : {"text", "json", "sarif"}) {
        first[format] = said(box.brochure({"check", "--no-cache", "--format", format}));
        CHECK(has(first[format], "this file is not read"));
        CHECK(has(first[format], "still to fill in"));
    }
    CHECK(entry_of(box).empty());  // nor does --no-cache leave anything
    CHECK(said(box.brochure({"check"})) == first["text"]);
    const std::string entry = entry_of(box);
    CHECK(!entry.empty());
    for (const auto& [format, text] : first) {
        INFO(format);
        CHECK(said(box.brochure({"check", "--format", format})) == text);
        CHECK(entry_of(box) == entry);
    }
}

TEST_CASE("a check from another folder is known too, and names places as they are found from there") {
    const Sandbox box{Cache::own};
    box.write("content/nonsense.yaml", "nothing: here\n");
    let_settle();
    const std::string check = "cd / && " + shell_word(BROCHURE) + " check " + shell_word(box.project.string());
    const std::string first = said(box.run(check));
    CHECK(has(first, box.project.string() + "/content/nonsense.yaml:1:1: warning"));
    const std::string entry = entry_of(box);
    CHECK(!entry.empty());
    CHECK(said(box.run(check)) == first);
    CHECK(entry_of(box) == entry);
}

TEST_CASE("a known check does not hide a change of anything that it depends on") {
    struct Change {
        const char* what;
        std::function<void(const Sandbox&)> make;
        const char* finding;
    };
    const std::vector<Change> changes{
        {"a content file",
         [](const Sandbox& b) { b.replace("content/cities/colima.yaml", "country: MX", "contry: MX"); }, "'contry'"},
        {"a new content file", [](const Sandbox& b) { b.write("content/cities/new.yaml", "city: {nme: Nowhere}\n"); },
         "'nme'"},
        {"a content file less",
         [](const Sandbox& b) { std::filesystem::remove(b.project / "content/cities/seika.yaml"); }, "no city 'seika'"},
        {"labels", [](const Sandbox& b) { b.write("content/labels.yaml", "labels: {misson: x}\n"); }, "misson"},
        {"the design", [](const Sandbox& b) { b.replace("content/designs/municipal.yaml", "masters:", "mastres:"); },
         "'mastres'"},
        {"the font manifest", [](const Sandbox& b) { b.replace("fonts/fonts.yaml", "families:", "famlies:"); },
         "'famlies'"},
        {"a photo", [](const Sandbox& b) { b.write("images/colima.jpg", "no photo"); }, "photo 'colima.jpg' is not"},
        {"a photo less", [](const Sandbox& b) { std::filesystem::remove(b.project / "images/arezzo.jpg"); },
         "no photo 'arezzo.jpg'"},
    };
    std::list<Sandbox> boxes;
    for (std::size_t i = 0; i < changes.size(); ++i) boxes.emplace_back();
    let_settle();
    auto box = boxes.begin();
    for (const Change& change : changes) {
        INFO(change.what);
        const std::string before = said(box->brochure({"check"}));
        CHECK(said(box->brochure({"check"})) == before);
        CHECK(!has(before, change.finding));
        change.make(*box);
        const std::string after = said(box->brochure({"check"}));
        CHECK(has(after, change.finding));
        CHECK(after == said(box->brochure({"check", "--no-cache"})));
        ++box;
    }
}

TEST_CASE("what is not in the texts and photos makes a known check be done anew too") {
    Sandbox box{Cache::own};
    let_settle();
    box.brochure({"check"});
    const std::string known = entry_of(box);
    REQUIRE(!known.empty());
    box.brochure({"check"});
    CHECK(entry_of(box) == known);

    box.write("fonts/README", "a font may come to lie here");
    let_settle();
    box.brochure({"check"});
    CHECK(entry_of(box) != known);

    // Two answers stand beside each other, as their questions differ.
    box.variables["SOURCE_DATE_EPOCH"] = "1800000000";
    box.brochure({"check"});
    const std::string both = entry_of(box);
    CHECK(std::count(both.begin(), both.end(), '\n') == 2);
}

TEST_CASE("an entry that is cut short or muddled is no answer, and is written again") {
    const Sandbox box{Cache::own};
    let_settle();
    const std::string first = said(box.brochure({"check"}));
    const std::string known = entry_of(box);
    REQUIRE(!known.empty());
    for (const char* damage :
         {"truncate -s 0", "truncate -s 7", "truncate -s -1", "truncate -s 300", "sed -i 's/still to/STILL TO/'"}) {
        INFO(damage);
        const std::string before = entry_of(box);
        CHECK(box.run("find \"$XDG_CACHE_HOME/brochure/checks\" -name '*.check' -exec " + std::string{damage} + " {} +")
                  .status == 0);
        const std::string damaged = entry_of(box);
        CHECK(said(box.brochure({"check"})) == first);
        CHECK(entry_of(box) != damaged);
    }
}

TEST_CASE("several checks at once tell the same and leave one whole entry") {
    const Sandbox box{Cache::own};
    let_settle();
    const std::string first = said(box.brochure({"check", "--no-cache"}));
    const std::string four =
        "for i in 1 2 3 4; do " + shell_word(BROCHURE) +
        " check >out-$i 2>&1 & done; wait; for i in 1 2 3 4; do grep -c 'still to fill in' out-$i; "
        "done | sort -u | wc -l";
    CHECK(box.run(four).out == "1\n");
    const std::string entry = entry_of(box);
    CHECK(std::count(entry.begin(), entry.end(), '\n') == 1);
    CHECK(said(box.brochure({"check"})) == first);
    CHECK(entry_of(box) == entry);
}
