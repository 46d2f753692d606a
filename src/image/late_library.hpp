#pragma once
#include <dlfcn.h>

#include <cstring>

namespace brochure::image {

/// A shared library that is loaded when it is first needed and never unloaded: codecs leave threads and handlers
/// behind, and GLib's types stay registered.
class LateLibrary {
public:
    explicit LateLibrary(const char* name)
        : handle_{dlopen(name, RTLD_NOW | RTLD_LOCAL)}, complete_{handle_ != nullptr} {}

    /// Sets `function` to that of the library, or of one that it brings with it, which has that name.
    template <class Function>
    void find(Function& function, const char* name) {
        void* const symbol = data(name);
        static_assert(sizeof symbol == sizeof function);
        std::memcpy(&function, &symbol, sizeof symbol);  // POSIX: a void* from dlsym holds a function
        complete_ = complete_ && symbol;
    }
    /// A variable of that name; null if there is none.
    void* data(const char* name) const { return handle_ ? dlsym(handle_, name) : nullptr; }

    /// Whether it was there, and everything asked for in it.
    bool complete() const { return complete_; }

private:
    void* handle_;
    bool complete_;
};

}  // namespace brochure::image
