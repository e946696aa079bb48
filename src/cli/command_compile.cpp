// `minipy --compile FILE`: writes the file's code object as a .pyc that CPython 3.11 runs.
//
// Without -o the output goes where the import system looks for it: __pycache__/NAME.cpython-311.pyc. With
// --batch the names come from standard input, one "SOURCE<tab>OUTPUT" a line. Invariant: the output appears
// under its name only when it is complete; a run that fails or is interrupted leaves the old file.
//
// CPython: Lib/py_compile.py, Lib/importlib/_bootstrap_external.py (cache_from_source, _write_atomic)
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/code_input.h"
#include "cli/command.h"
#include "cli/input.h"
#include "compiler/pyc.h"

namespace minipy {
namespace {

struct CompileRequest {
    int optimize = 0;
    PycCheck check = PycCheck::Timestamp;
    bool batch = false;
    std::string file, output;
};

bool parse_arguments(Arguments arguments, CompileRequest& request) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        if (word == "-O" || word == "-OO")
            request.optimize = static_cast<int>(word.size()) - 1;
        else if (word == "--checked-hash")
            request.check = PycCheck::CheckedHash;
        else if (word == "--unchecked-hash")
            request.check = PycCheck::UncheckedHash;
        else if (word == "--batch")
            request.batch = true;
        else if (word == "-o" && i + 1 < arguments.size())
            request.output = arguments[++i];
        else if (request.file.empty() && (word == "-" || !word.starts_with('-')))
            request.file = word;
        else
            return false;
    }
    return request.batch == request.file.empty();
}

/// Where importlib looks for the compiled file. importlib.util.cache_from_source.
std::string cache_name(const std::string& source, int optimize) {
    const std::filesystem::path path(source);
    const std::string level = optimize ? fmt::format(".opt-{}", optimize) : "";
    const std::string name = fmt::format("{}.cpython-311{}.pyc", path.stem().string(), level);
    return path.parent_path() / "__pycache__" / name;
}

int report_system_error(const char* action, const std::string& name) {
    fmt::print(stderr, "minipy: can't {} '{}': [Errno {}] {}\n", action, name, errno, std::strerror(errno));
    return 1;
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// The next line of standard input, without its end. False at the end.
bool read_line(std::string& line) {
    line.clear();
    int character;
    while ((character = std::getchar()) != EOF && character != '\n') line += static_cast<char>(character);
    return character != EOF || !line.empty();
}

/// Writes beside the output and renames: readers see the old file or the new one.
int write_atomically(const std::string& name, std::string_view bytes) {
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::path(name).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    std::string temporary = name + ".XXXXXX";
    const int file = ::mkstemp(temporary.data());
    if (file < 0) return report_system_error("create", temporary);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const bool written = ::fchmod(file, 0666 & ~mask) == 0 && write_all(file, bytes);
    const bool closed = ::close(file) == 0;
    if (written && closed && ::rename(temporary.c_str(), name.c_str()) == 0) return 0;
    const int code = report_system_error("write", name);
    ::unlink(temporary.c_str());
    return code;
}

int compile_file(const std::string& source_name, const std::string& output, const CompileRequest& request) {
    std::optional<std::string> source = read_input(source_name);
    if (!source) return 2;
    struct stat status {};
    ::stat(source_name.c_str(), &status);
    try {
        Ref<Code> code = compile_bytes(*source, source_name, {.optimize = request.optimize});
        Result<std::string> bytes = pyc_bytes(code.get(), request.check, *source, status.st_mtime);
        return bytes ? write_atomically(output, *bytes) : report_exception();
    } catch (const SourceError& error) {
        fmt::print(stderr, "{}", format_source_error(error, source_name));
        return 1;
    }
}

int compile_batch(const CompileRequest& request) {
    int result = 0;
    for (std::string line; read_line(line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) return bad_usage;
        result = std::max(result, compile_file(line.substr(0, tab), line.substr(tab + 1), request));
    }
    return result;
}

}  // namespace

int command_compile(Arguments arguments) {
    CompileRequest request;
    if (!parse_arguments(arguments, request)) return bad_usage;
    if (request.batch) return compile_batch(request);
    if (request.file == "-" && request.output.empty()) return bad_usage;
    if (request.output.empty()) request.output = cache_name(request.file, request.optimize);
    return compile_file(request.file, request.output, request);
}

}  // namespace minipy
