#pragma once
#include <ostream>
#include <string>
#include <vector>

/// For each rule of the preflight projects that break it and no other.

struct Edit {
    std::string file, from, to;
};

/// What the finding says in numbers; without a page it is about the whole publication.
struct Told {
    int page = 0;
    double measured = 0, limit = 0;
    const char* unit = "";
    double within = 0.001;
};

/// A rule, a project that breaks it, and how the finding is told.
struct Broken {
    std::string rule, severity, file;  // file: where it is told
    std::vector<Edit> edits;
    std::string publication, edition;
    Told told = {};
    std::string shell = {};  // run in the project's folder before
    friend std::ostream& operator<<(std::ostream& out, const Broken& it) { return out << it.rule; }
};

const std::vector<Broken>& of_paper();
const std::vector<Broken>& of_ink();
const std::vector<Broken>& of_reading();
