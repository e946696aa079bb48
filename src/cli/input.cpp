// Reading files for the inspection commands: see input.h.
//
// CPython: Modules/main.c (pymain_run_file)
#include "cli/input.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace minipy {

std::optional<std::string> read_input(std::string_view path) {
    const std::string name(path);
    const bool is_stdin = path == "-";
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(is_stdin ? nullptr : std::fopen(name.c_str(), "rb"),
                                                           [](std::FILE* file) { return std::fclose(file); });
    std::FILE* file = is_stdin ? stdin : opened.get();
    std::string bytes;
    if (file) {
        char buffer[1 << 16];
        while (std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) bytes.append(buffer, count);
        if (!std::ferror(file)) return bytes;
    }
    fmt::print(stderr, "minipy: can't open file '{}': [Errno {}] {}\n", name, errno, std::strerror(errno));
    return std::nullopt;
}

int with_source(std::string_view path, const std::function<int(const Source&)>& command) {
    std::optional<std::string> bytes = read_input(path);
    if (!bytes) return 2;
    const std::string filename = path == "-" ? "<stdin>" : std::string(path);
    try {
        return command(decode_source(std::move(*bytes), filename));
    } catch (const SourceError& error) {
        std::fflush(stdout);
        fmt::print(stderr, "{}", format_source_error(error, filename));
        return 1;
    }
}

}  // namespace minipy
