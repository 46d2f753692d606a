#include "cli/cli.hpp"

int main(int argc, char** argv) {
    return brochure::cli::run(argc, argv);
}
