#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// What a command said and how it ended. `status`: the exit status, 128 + the signal's number when it was killed.
struct Run {
    int status = -1;
    std::string out, err;
};

/// The cache of finished pictures: the one that all sandboxes of this run fill together, or an empty one.
/// Drawing the sample's pictures is nearly all of a build's work, and few tests are about that.
enum class Cache { shared, own };

/// A folder of its own with a copy of the sample project, removed at the end.
class Sandbox {
public:
    explicit Sandbox(Cache cache = Cache::shared);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    const std::filesystem::path root, project;
    /// Variables that `run` and `brochure` add to the environment.
    std::map<std::string, std::string> variables;

    /// The finished program, run in the project's folder.
    Run brochure(const std::vector<std::string>& arguments) const;
    /// A shell command, run in the project's folder.
    Run run(const std::string& command) const;
    /// Writes a file of the project.
    void write(const std::string& path, const std::string& text) const;
    std::string read(const std::string& path) const;
    /// Replaces the first `from` in a file of the project, which must hold it.
    void replace(const std::string& path, const std::string& from, const std::string& to) const;
    /// The same for every `from`.
    void replace_all(const std::string& path, const std::string& from, const std::string& to) const;
    /// Copies the designs and printers that ship into the project, to be edited there.
    void take_along() const;
    /// Names of the files in out/, sorted; those beside the editions (preflight, ticket, dummy, calendar) left out.
    std::vector<std::string> made() const;
};

/// The words of a PDF file in the order of its structure tree, a line for each piece; artifacts are not in it.
std::string structure_text(const Sandbox& box, const std::string& file);

std::string shell_word(const std::string& word);
bool has(const std::string& text, const std::string& part);
/// Whether a program is installed; if not, says so on a line that `run-tests` repeats: "not run: ...".
bool have_program(const std::string& program, const std::string& what_is_not_run);
