#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string_view>

#include "cli/cli.hpp"
#include "cli/version.hpp"
#include "yaml/reader.hpp"

namespace brochure::cli {
namespace {

constexpr const char* footer = R"(Examples:
  brochure build                          everything the project in this folder publishes, into out/
  brochure build --publication handout --city colima
  brochure build --edition print --out to-the-printer
  brochure check                          what is wrong or still missing, without writing anything
  brochure watch                          build again whenever a file is saved; Ctrl-C ends it

A project is a folder with content/ (YAML files), images/ (photos) and, if you like, fonts/.

Exit status:
  0  done, perhaps with warnings
  1  the content has errors: they are listed with file, line and column
  2  wrong usage: an option, a publication, a city, an edition or a language that is not known
  3  the world failed: a full disk, a folder that cannot be written)";

const std::map<std::string, Options::Format> formats{
    {"text", Options::Format::text}, {"json", Options::Format::json}, {"sarif", Options::Format::sarif}};

CLI::Option* add_format(CLI::App& command, Options& options) {
    const auto choose = [&options](const std::string& word) {
        const auto known = formats.find(word);
        if (known == formats.end())
            throw CLI::ValidationError("--format", "there is no format '" + word + "' (known: text, json, sarif)");
        options.format = known->second;
    };
    return command.add_option_function<std::string>("--format", choose, "how faults are listed: text, json or sarif")
        ->type_name("FORMAT")
        ->default_str("text");
}

void add_project(CLI::App& command, Options& options) {
    command.add_option("project", options.project, "the project's folder")->type_name("PROJECT")->default_str(".");
}

void add_list(CLI::App& command, const char* name, std::vector<std::string>& list, const char* type, const char* help) {
    command.add_option(name, list, help)->type_name(type)->allow_extra_args(false);
}

/// `--edition print --edition print` asks for one file, not for two of one name.
void keep_first_of_each(std::vector<std::string>& list) {
    std::vector<std::string> kept;
    for (auto& word : list)
        if (std::find(kept.begin(), kept.end(), word) == kept.end()) kept.push_back(std::move(word));
    list = std::move(kept);
}

void add_cache(CLI::App& command, Options& options) {
    command.add_flag_callback(
        "--no-cache", [&options] { options.cache = false; },
        "neither read nor write the cache of pictures, texts, lines and checks");
}

/// The options that choose what is made: shared by build and watch.
void add_choice(CLI::App& command, Options& options) {
    add_list(command, "--publication", options.publications, "NAME", "only this publication; may be repeated");
    add_list(command, "--edition", options.editions, "EDITION",
             "only this edition: screen, print, office or large-print; may be repeated");
    add_list(command, "--city", options.cities, "SLUG",
             "only this city of the publications made for each city; may be repeated");
    add_list(command, "--lang", options.langs, "TAG", "in this language, for example fr; may be repeated");
    command.add_option("--printer", options.printer, "print for this printer: a file of content/printers/")
        ->type_name("NAME");
    command.add_flag("--marks", options.marks, "print crop, fold and registration marks and a slug line");
    command.add_option("--out", options.out, "where the PDF files go; else PROJECT/out")->type_name("DIR");
    command.add_option("--jobs", options.jobs, "how many cores to use; else all")
        ->type_name("N")
        ->check(CLI::Range(1, 1024).description(""));
    add_cache(command, options);
    command.add_flag("--explain", options.explain, "say for each section which layouts were weighed, and why one won");
}

/// What is wrong with the first word, which names the command; empty when nothing is.
std::string command_fault(int argc, const char* const* argv) {
    constexpr std::array<std::string_view, 3> known{"build", "check", "watch"};
    if (argc < 2) return "say what is to be done: build, check or watch";
    const std::string_view word = argv[1];
    if (word.starts_with('-') || std::find(known.begin(), known.end(), word) != known.end()) return {};
    const auto meant = yaml::nearest(word, {known.begin(), known.end()});
    return "there is no command '" + std::string{word} + "'" +
           (meant.empty() ? std::string{} : "; did you mean '" + std::string{meant} + "'?") +
           " (known: build, check, watch)";
}

Answer misuse(const std::string& fault) {
    return {"", "brochure: " + fault + "\nRun with --help for more information.\n", wrong_usage};
}

}  // namespace

std::variant<Options, Answer> parse(int argc, const char* const* argv) {
    if (const auto fault = command_fault(argc, argv); !fault.empty()) return misuse(fault);
    Options options;
    CLI::App app{"Typesets YAML and photos into brochures: PDF files for the screen and for the printer.", "brochure"};
    app.footer(footer);
    app.set_version_flag("--version", std::string{"brochure "} + version);
    app.require_subcommand(1);

    auto* build = app.add_subcommand("build", "make the PDF files");
    add_project(*build, options);
    add_choice(*build, options);
    add_format(*build, options);
    auto* check = app.add_subcommand("check", "list everything `build` would complain about; write nothing");
    add_project(*check, options);
    add_cache(*check, options);
    add_format(*check, options);
    auto* watch = app.add_subcommand("watch", "build, then build again what each saved file touches");
    add_project(*watch, options);
    add_choice(*watch, options);
    for (auto* command : {build, check, watch})
        command->footer("See `brochure --help` for examples and exit statuses.");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& stop) {
        std::ostringstream out, err;
        const int status = app.exit(stop, out, err);
        return Answer{out.str(), err.str(), status == 0 ? done : wrong_usage};
    }
    if (options.out && options.out->empty()) return misuse("--out wants the name of a folder");
    for (auto* list : {&options.publications, &options.editions, &options.cities, &options.langs})
        keep_first_of_each(*list);
    if (check->parsed()) options.command = Options::Command::check;
    if (watch->parsed()) options.command = Options::Command::watch;
    return options;
}

}  // namespace brochure::cli
