// measure RUNS COMMAND...: runs the command that often after one run that does not count, and prints the median and the
// least wall-clock time and the median processor time (all threads, user and system) in milliseconds, and the greatest
// resident memory in megabytes (10^6): "41.2 39.8 52.0 31.4". RUNS 0: one run, and that one counts.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

static double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const int runs = std::max(0, std::atoi(argv[1]));
    std::vector<double> times, processor;
    double memory = 0;
    for (int i = 0; i <= runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const pid_t child = fork();
        if (child == 0) {
            const int nowhere = open("/dev/null", O_WRONLY);
            dup2(nowhere, STDOUT_FILENO);
            dup2(nowhere, STDERR_FILENO);
            execv(argv[2], argv + 2);
            _exit(127);
        }
        int status = 0;
        rusage used{};
        wait4(child, &status, 0, &used);
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            std::fprintf(stderr, "measure: %s ended with status %d\n", argv[2], WEXITSTATUS(status));
            return 1;
        }
        if (i > 0 || runs == 0) {
            times.push_back(taken.count());
            processor.push_back(milliseconds(used.ru_utime) + milliseconds(used.ru_stime));
            memory = std::max(memory, static_cast<double>(used.ru_maxrss) * 1024 / 1e6);
        }
    }
    std::sort(times.begin(), times.end());
    std::sort(processor.begin(), processor.end());
    std::printf("%.1f %.1f %.1f %.1f\n", times[times.size() / 2], times.front(), processor[processor.size() / 2],
                memory);
}
