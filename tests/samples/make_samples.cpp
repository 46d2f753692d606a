// make_samples FOLDER: every sample project, to be built and looked at.
#include <cstdio>
#include <exception>

#include "projects.hpp"

int main(int count, char** words) try {
    if (count != 2) {
        std::fputs("Usage: make_samples FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path root{words[1]};
    for (const auto& name : sample_names()) make_sample(name, root / name);
    for (const std::size_t partners : {1U, 9U, 20U, 41U, 2000U})
        make_partners(partners, root / ("partners-" + std::to_string(partners)));
} catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 3;
}
