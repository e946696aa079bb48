// Running the program that the command line names, and the prompt behind it.
//
// A file is code or bytecode; a directory or a zip file is run by `runpy`, as is a module. Before, `sys.path`
// gets the program's place in front: the file's directory, the archive, or the current directory.
//
// CPython: Modules/main.c (pymain_run_python), Python/pythonrun.c (_PyRun_SimpleFile)
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>

#include "compiler/pyc.h"
#include "modules/interactive.h"
#include "modules/startup.h"
#include "modules/sys/sys.h"
#include "modules/system_text.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "vm/compile_source.h"
#include "vm/import.h"

namespace minipy {
namespace {

namespace fs = std::filesystem;
using Kind = ProgramSource::Kind;

std::optional<std::string> read_stream(std::FILE* stream) {
    std::string text;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, stream)) text.append(buffer, count);
    if (std::ferror(stream)) return std::nullopt;
    return text;
}

/// `ProgramSource::compiled` of the program under way.
void (*show_code)(Code* code) = nullptr;

ExitStatus run_code(Code* code) {
    if (show_code) show_code(code);
    return run_as_main(code, main_namespace());
}

/// Compiles and runs text in `__main__`.
ExitStatus run_text(std::string text, const std::string& filename, bool from_file) {
    SourceRequest request;
    request.from_file = from_file;
    request.options.optimize = run_options().optimize;
    Ref<Code> code = compile_text(std::move(text), filename, request);
    return code ? run_code(code.get()) : finish_uncaught();
}

// --- files

bool has_pyc_magic(const std::string& content) noexcept {
    return content.size() >= sizeof(pyc_magic) &&
           std::memcmp(content.data(), &pyc_magic, sizeof(pyc_magic)) == 0;
}

ExitStatus run_pyc(const std::string& content) {
    if (!has_pyc_magic(content)) {
        (void)raise(runtime_error_type, "Bad magic number in .pyc file");
        return finish_uncaught();
    }
    Ref<Code> code = load_pyc(content, "__main__");
    return code ? run_code(code.get()) : finish_uncaught();
}

/// `__file__`, `__cached__` and the loader of `__main__` while a file runs.
Status describe_main(const std::string& path, const char* loader_name) {
    Dict* space = main_namespace();
    Ref<Object> file = system_text(path);
    TRY(dict_set(space, name<"__file__">, file.get()));
    TRY(dict_set(space, name<"__cached__">, &none));
    if (!loader_name) return done;
    Ref<Object> external = TRY(import_module("_frozen_importlib_external"));
    Ref<Object> type = TRY(get_attribute(external.get(), intern(loader_name).get()));
    Ref<Object> loader = TRY(call(type.get(), {name<"__main__">, file.get()}));
    return dict_set(space, name<"__loader__">, loader.get());
}

/// What `describe_main` set and a prompt behind the program is not to see. The program may have taken its own
/// module out of `sys.modules`.
void forget_file(Dict* space) {
    for (Str* attribute : {name<"__file__">, name<"__cached__">})
        if (dict_get(space, attribute) && !dict_delete(space, attribute)) clear_exception();
}

/// With -x: without its first line, whose end stays so that lines keep their numbers.
std::string without_first_line(std::string text) {
    if (run_options().skip_first_line) text.erase(0, std::min(text.find('\n'), text.size()));
    return text;
}

ExitStatus report_unreadable(const std::string& path, int error) {
    const Ref<Object> shown = system_text(path);
    fmt::print(stderr, "{}: can't open file {}: [Errno {}] {}\n", run_options().program,
               repr_for_message(shown.get()), error, std::strerror(error));
    return {2, false};
}

ExitStatus run_file(const std::string& given) {
    std::error_code error;
    const std::string path = fs::absolute(given, error).string();
    if (!audit("cpython.run_file", system_text(path))) return finish_uncaught();
    std::FILE* stream = std::fopen(path.c_str(), "rb");
    if (!stream) return report_unreadable(path, errno);
    std::optional<std::string> text = read_stream(stream);
    const int read_error = errno;
    std::fclose(stream);
    if (!text) return report_unreadable(path, read_error);
    const bool compiled = path.ends_with(".pyc") || has_pyc_magic(*text);
    if (!describe_main(path, compiled ? "SourcelessFileLoader" : "SourceFileLoader")) return finish_uncaught();
    Ref<Dict> space = share(main_namespace());
    const ExitStatus status =
        compiled ? run_pyc(*text) : run_text(without_first_line(std::move(*text)), path, true);
    forget_file(space.get());
    return status;
}

// --- directories and zip files

/// Whether the file ends in the directory of a zip archive; importing `zipimport` to ask would cost more.
bool has_zip_end(const std::string& path, std::size_t size) {
    constexpr std::size_t longest_end = 22 + 65535;  // with the longest comment
    constexpr std::string_view mark = "PK\5\6";
    std::FILE* stream = std::fopen(path.c_str(), "rb");
    if (!stream) return false;
    const std::size_t length = std::min(size, longest_end);
    std::string tail(length, '\0');
    const bool read = std::fseek(stream, -static_cast<long>(length), SEEK_END) == 0 &&
                      std::fread(tail.data(), 1, length, stream) == length;
    std::fclose(stream);
    return read && tail.find(mark) != tail.npos;
}

/// Whether the path is one that modules can be imported from.
bool is_archive(const std::string& path) {
    struct stat status;
    if (::stat(path.c_str(), &status) < 0) return false;
    if (S_ISDIR(status.st_mode)) return true;
    return S_ISREG(status.st_mode) && has_zip_end(path, static_cast<std::size_t>(status.st_size));
}

// --- the place in front of sys.path

/// The directory of the file that a script's links lead to.
std::string script_directory(const std::string& script) {
    char real[PATH_MAX];
    const std::string path = ::realpath(script.c_str(), real) ? real : script;
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? "" : path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string first_path(const ProgramSource& source) {
    if (source.kind == Kind::File) return script_directory(source.target);
    if (source.kind != Kind::Module) return "";
    std::error_code error;
    return fs::current_path(error).string();
}

Status put_first_on_path(const std::string& directory) {
    Object* path = sys_attribute(name<"path">);
    if (!path || !is_list(path)) return done;
    return list_insert(static_cast<List*>(path), 0, system_text(directory).get());
}

// --- modules, commands, standard input

ExitStatus run_module(const std::string& module_name, bool change_argv) {
    if (!audit("cpython.run_module", system_text(module_name))) return finish_uncaught();
    Ref<Object> runpy = import_module("runpy");
    Ref<Object> function, result;
    if (runpy) function = get_attribute(runpy.get(), name<"_run_module_as_main">);
    Ref<Object> flag = new_bool(change_argv);
    if (function) result = call(function.get(), {system_text(module_name).get(), flag.get()});
    return result ? ExitStatus{} : finish_uncaught();
}

ExitStatus run_command(const std::string& source) {
    Ref<Object> text = system_text(source + "\n");
    if (!audit("cpython.run_command", text)) return finish_uncaught();
    Ref<Object> utf8 = encode_utf8(static_cast<Str*>(text.get()));
    if (!utf8) {
        fmt::print(stderr, "Unable to decode the command from the command line:\n");
        return finish_uncaught();
    }
    return run_text(source + "\n", "<string>", false);
}

ExitStatus run_standard_input() {
    struct stat status;
    if (::fstat(STDIN_FILENO, &status) == 0 && S_ISDIR(status.st_mode)) {
        fmt::print(stderr, "{}: <stdin> is a directory, cannot continue\n", run_options().program);
        return {1, false};
    }
    if (!audit("cpython.run_stdin")) return finish_uncaught();
    std::optional<std::string> text = read_stream(stdin);
    if (!text) text.emplace();
    if (!describe_main("<stdin>", nullptr)) return finish_uncaught();
    Ref<Dict> space = share(main_namespace());
    const ExitStatus result = run_text(without_first_line(std::move(*text)), "<stdin>", true);
    forget_file(space.get());
    return result;
}

void print_greeting() {
    const RunOptions& options = run_options();
    if (options.quiet) return;
    fmt::print(stderr, "Python {} on linux\n", version_text());
    if (!options.no_site)
        fmt::print(stderr, "Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n");
}

ExitStatus run_source(const ProgramSource& source) {
    switch (source.kind) {
        case Kind::File: return run_file(source.target);
        case Kind::Command: return run_command(source.target);
        case Kind::Module: return run_module(source.target, true);
        case Kind::StandardInput: break;
    }
    if (!standard_input_is_interactive()) return run_standard_input();
    print_greeting();
    return run_interactive_session();
}

/// A prompt behind the program: -i, or PYTHONINSPECT, which the program may have set itself.
bool wants_prompt(const ProgramSource& source) {
    if (source.kind == Kind::StandardInput && standard_input_is_interactive()) return false;
    if (!run_options().inspect && !python_variable("PYTHONINSPECT")) return false;
    return standard_input_is_interactive();
}

}  // namespace

Dict* main_namespace() noexcept {
    Object* module = dict_get(imported_modules(), name<"__main__">);
    return module && is_module(module) ? static_cast<Module*>(module)->dict : nullptr;
}

ExitStatus run_main_program(const ProgramSource& source) {
    std::error_code error;
    const std::string path = fs::absolute(source.target, error).string();
    const bool archive = source.kind == Kind::File && is_archive(path);
    if (archive ? !put_first_on_path(path) : !run_options().safe_path && !put_first_on_path(first_path(source)))
        return finish_uncaught();
    keep_running_after_exit = run_options().inspect;
    show_code = source.compiled;
    ExitStatus status = archive ? run_module("__main__", false) : run_source(source);
    if (!wants_prompt(source)) return status;
    keep_running_after_exit = false;
    run_interactive_hook();
    return run_interactive();
}

}  // namespace minipy
