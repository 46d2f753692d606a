#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "cli/plan.hpp"
#include "cli/project.hpp"

using namespace brochure;
namespace fs = std::filesystem;

namespace {

struct Golden {
    fs::path file;
    std::string list;
};

std::string said(const Diagnostics& found, const SourceFiles& files) {
    std::ostringstream text;
    for (const auto& one : found.all()) {
        const std::string path = one.where.file.index >= 0 ? files.path(one.where.file) : "";
        text << "said " << path << ":" << one.where.line << ":" << one.where.column << ": " << one.text << "\n";
    }
    return text.str();
}

/// The display list of every publication of the project in `root`, then what was said of it.
std::vector<Golden> lists_of(const fs::path& root) {
    Diagnostics found;
    const auto project = cli::read_project(root, 1, found);
    cli::PhotoShelf shelf;
    const auto& photos = shelf.probe(*project, 1, image::Cache{{}}, found);
    text::Fonts fonts{project->manifest, {root / "fonts", {}}};
    const auto plan = cli::plan({}, *project, std::nullopt, found);
    CHECK(plan.fault.empty());
    std::vector<Golden> lists;
    for (const auto& job : plan.jobs) {
        // The large print of one publication shows every kind of page.
        if (job.large_print_of && job.job.publication != &project->content.publications.front()) continue;
        Diagnostics own;
        const auto publication = layout::compose(project->content, *job.design, job.job, photos, fonts, own);
        lists.push_back({root / "expected" / (job.name + ".txt"),
                         (publication ? page::dump(*publication, fonts) : "") + said(own, project->files)});
    }
    INFO(said(found, project->files));
    CHECK_FALSE(found.has_errors());
    return lists;
}

std::string contents(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The first line in which they differ, as a reader of a diff wants it.
std::string difference(const std::string& was, const std::string& is) {
    std::istringstream a{was}, b{is};
    std::string x, y;
    for (int line = 1;; ++line) {
        const bool more_a = static_cast<bool>(std::getline(a, x)), more_b = static_cast<bool>(std::getline(b, y));
        if (!more_a && !more_b) return "";
        if (!more_a || !more_b || x != y)
            return "line " + std::to_string(line) + "\n- " + (more_a ? x : "(end)") + "\n+ " + (more_b ? y : "(end)");
    }
}

void compare(const std::string& name) {
    const char* mode = std::getenv("GOLDEN");
    for (const auto& golden : lists_of(fs::path{TEST_DATA} / name)) {
        if (mode && std::string{mode} == "write") {
            fs::create_directories(golden.file.parent_path());
            std::ofstream{golden.file, std::ios::binary} << golden.list;
            continue;
        }
        INFO(golden.file.string() << " differs; if the change is meant: GOLDEN=write test_golden, and read the diff");
        CHECK(difference(contents(golden.file), golden.list) == "");
    }
}

}  // namespace

TEST_CASE("the pages of the sample are as they were") {
    compare("sample");
}
TEST_CASE("pages without a photo, and with nothing that may be absent, are as they were") {
    compare("no-photo");
}
TEST_CASE("pages whose text goes on are as they were") {
    compare("long-text");
}
TEST_CASE("the second design, in one ink and with justified columns, is as it was") {
    compare("gazette");
}
TEST_CASE("lists, links, quotations and four languages are set as they were") {
    compare("marks");
}
TEST_CASE("fields of work, contacts, the committee and the map of the surroundings are as they were") {
    compare("reach");
}
TEST_CASE("the directory of twenty partners and its globes are as they were") {
    compare("directory");
}
