// copy_floor OUT FILE...: only copies the files into one. With SYNC=1 in the environment it also waits for the disk, as
// a program must that promises whole files.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <vector>

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const int out = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (out < 0) return 3;
    std::vector<char> buffer(1 << 20);
    for (int i = 2; i < argc; ++i) {
        const int in = open(argv[i], O_RDONLY);
        if (in < 0) return 3;
        for (ssize_t length; (length = read(in, buffer.data(), buffer.size())) > 0;)
            if (write(out, buffer.data(), static_cast<std::size_t>(length)) != length) return 3;
        close(in);
    }
    if (std::getenv("SYNC")) fsync(out);
    return close(out);
}
