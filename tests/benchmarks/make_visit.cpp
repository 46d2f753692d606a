// make_visit FOLDER: the project of the visit that asks for the most (tests/layout/torture_visit.hpp).
#include <filesystem>
#include <fstream>

#include "../layout/torture_visit.hpp"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    for (const auto& [path, text] : torture::project()) {
        const std::filesystem::path file = std::filesystem::path{argv[1]} / path;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file} << text;
    }
}
