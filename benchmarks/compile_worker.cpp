// The minipy side of compile_throughput.py: compiles files that it holds in memory, on demand.
//
// usage: compile_worker < NAMES        names of source files, one a line, an empty line behind the last
//
// For each further line it compiles every file once, as compile(bytes, name, "exec") does, drops the code
// objects, and answers with the seconds of processor time. At the end of input it prints its peak memory (KiB).
#include <fmt/core.h>
#include <sys/resource.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "compiler/compile.h"
#include "vm/runtime.h"

namespace {

using namespace minipy;

struct File {
    std::string name, bytes;
};

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::vector<File> read_files() {
    std::vector<File> files;
    for (std::string name; std::getline(std::cin, name) && !name.empty();) {
        std::ifstream file(name, std::ios::binary);
        files.push_back({name, {std::istreambuf_iterator<char>(file), {}}});
    }
    return files;
}

void compile_file(const File& file) {
    const Source source = decode_source(file.bytes, file.name);
    const WarningHandler warnings = [](const SourceWarning&) { return false; };
    ast::Arena arena;
    ast::Mod* module = parse(source, ParseMode::Exec, arena, {.warnings = &warnings});
    const Ref<Code> code = compile(module, source, arena, {.warnings = &warnings});
}

}  // namespace

int main() {
    minipy::initialize_types();
    const std::vector<File> files = read_files();
    for (std::string line; std::getline(std::cin, line);) {
        const double start = processor_seconds();
        for (const File& file : files) compile_file(file);
        fmt::print("{}\n", processor_seconds() - start);
        std::fflush(stdout);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{}\n", usage.ru_maxrss);
}
