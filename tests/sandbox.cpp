#include "sandbox.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <sstream>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace fs = std::filesystem;

namespace {

fs::path new_folder() {
    static std::atomic<int> count{0};
    const fs::path path =
        fs::temp_directory_path() / ("brochure-whole-" + std::to_string(getpid()) + "-" + std::to_string(count++));
    fs::remove_all(path);
    fs::create_directories(path);
    return path;
}

const fs::path& shared_cache() {
    struct Removed {
        fs::path path = new_folder();
        ~Removed() {
            std::error_code ignored;
            fs::remove_all(path, ignored);
        }
    };
    static const Removed cache;
    return cache.path;
}

std::string whole(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

bool is_beside(const std::string& name) {
    return name.ends_with("-preflight.json") || name.ends_with("-ticket.pdf") || name.ends_with("-dummy.pdf") ||
           name.ends_with(".ics");
}

int exit_status(int waited) {
    return WIFSIGNALED(waited) ? 128 + WTERMSIG(waited) : WEXITSTATUS(waited);
}

}  // namespace

// The quoted lines of what Poppler prints.
std::string structure_text(const Sandbox& box, const std::string& file) {
    std::istringstream in{box.run("pdfinfo -struct-text " + file).out};
    std::string text;
    for (std::string line; std::getline(in, line);) {
        const auto open = line.find_first_not_of(' ');
        if (open != std::string::npos && line[open] == '"' && line.back() == '"' && line.size() > open + 2)
            text += line.substr(open + 1, line.size() - open - 2) + '\n';
    }
    return text;
}

std::string shell_word(const std::string& word) {
    std::string result = "'";
    for (const char c : word) result += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return result + "'";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

bool have_program(const std::string& program, const std::string& what_is_not_run) {
    if (std::system(("command -v " + shell_word(program) + " >/dev/null 2>&1").c_str()) == 0) return true;
    std::cout << "not run: " << what_is_not_run << " (no " << program << " here)\n";
    return false;
}

Sandbox::Sandbox(Cache cache) : root{new_folder()}, project{root / "project"} {
    fs::create_directories(project);
    for (const char* folder : {"content", "images", "fonts"})
        if (fs::exists(fs::path{PROJECT_DIR} / folder))
            fs::copy(fs::path{PROJECT_DIR} / folder, project / folder, fs::copy_options::recursive);
    variables = {{"XDG_CACHE_HOME", (cache == Cache::own ? root / "cache" : shared_cache()).string()},
                 {"NO_COLOR", "1"}};
}

Sandbox::~Sandbox() {
    std::error_code ignored;
    fs::remove_all(root, ignored);
}

Run Sandbox::brochure(const std::vector<std::string>& arguments) const {
    std::string command = "exec " + shell_word(BROCHURE);
    for (const auto& argument : arguments) command += " " + shell_word(argument);
    return run(command);
}

Run Sandbox::run(const std::string& command) const {
    static std::atomic<int> count{0};
    const fs::path out = root / ("stdout-" + std::to_string(count)), err = root / ("stderr-" + std::to_string(count));
    ++count;
    // Commands of their own, not one list with `command`: a `&` in it would send the whole list to the background,
    // where
    // `$!` is a shell and not the program, and leave what follows in another folder.
    std::string line = "cd " + shell_word(project.string()) + " || exit 99; ";
    for (const auto& [name, value] : variables) line += "export " + name + "=" + shell_word(value) + "; ";
    // The redirection stands first, so that a command with its own (`> /dev/full`) has the last word.
    line = "exec >" + shell_word(out.string()) + " 2>" + shell_word(err.string()) + " </dev/null; " + line + command;
    const int waited = std::system(("exec bash -c " + shell_word(line)).c_str());
    return {exit_status(waited), whole(out), whole(err)};
}

void Sandbox::write(const std::string& path, const std::string& text) const {
    fs::create_directories((project / path).parent_path());
    std::ofstream{project / path, std::ios::binary} << text;
}

std::string Sandbox::read(const std::string& path) const {
    return whole(project / path);
}

void Sandbox::replace(const std::string& path, const std::string& from, const std::string& to) const {
    std::string text = read(path);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error{path + " does not hold: " + from};
    write(path, text.replace(at, from.size(), to));
}

void Sandbox::replace_all(const std::string& path, const std::string& from, const std::string& to) const {
    replace(path, from, to);
    std::string text = read(path);
    for (std::size_t at = text.find(to) + to.size(); (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    write(path, text);
}

void Sandbox::take_along() const {
    for (const char* folder : {"content/designs", "content/printers"}) {
        fs::create_directories(project / folder);
        fs::copy(fs::path{PROJECT_DIR} / folder, project / folder, fs::copy_options::overwrite_existing);
    }
}

std::vector<std::string> Sandbox::made() const {
    std::vector<std::string> names;
    if (fs::exists(project / "out"))
        for (const auto& entry : fs::directory_iterator{project / "out"})
            if (auto name = entry.path().filename().string(); !is_beside(name)) names.push_back(std::move(name));
    std::sort(names.begin(), names.end());
    return names;
}
