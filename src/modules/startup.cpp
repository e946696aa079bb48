// Start-up and end of a program run.
//
// The order matters: types, the name table `sys.modules`, builtins and sys, importlib (which needs both), the
// standard streams (which need codecs and io), `__main__`. A failure before the streams exist is reported on
// standard error by C means.
//
// CPython: Python/pylifecycle.c (Py_InitializeFromConfig), Modules/main.c, Python/pythonrun.c
#include "modules/startup.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "memory/collector.h"
#include "modules/atexit.h"
#include "modules/builtins/builtins.h"
#include "modules/codecs/codecs.h"
#include "modules/io/std_streams.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "vm/compile_source.h"
#include "vm/gil.h"
#include "vm/import.h"
#include "vm/run_main.h"
#include "vm/runtime.h"

namespace minipy {
namespace {

RunOptions options;

Status add_builtins() {
    Ref<Module> module = TRY(make_builtins_module());
    TRY(dict_set(imported_modules(), name<"builtins">, module.get()));
    set_builtins_module(std::move(module));
    return done;
}

Status add_main() {
    Ref<Module> module = TRY(new_module("__main__"));
    TRY(module_set(module.get(), "__annotations__", new_dict().get()));
    TRY(module_set(module.get(), "__builtins__", builtins_module()));
    return dict_set(imported_modules(), name<"__main__">, module.get());
}

Status start() {
    initialize_locale(-1, options.ignore_environment);
    begin_imports();
    TRY(add_builtins());
    Ref<Object> sys = TRY(import_built_in("sys"));
    Ref<Object> signals = TRY(import_built_in("_signal"));  // ^C is an exception from the start
    TRY(install_importlib());
    connect_codec_registry();
    TRY(make_standard_streams(options.unbuffered, options.ignore_environment));
    return add_main();
}

Dict* main_namespace() noexcept {
    Object* module = dict_get(imported_modules(), name<"__main__">);
    return module ? static_cast<Module*>(module)->dict : nullptr;
}

std::optional<std::string> read_stream(std::FILE* stream) {
    std::string text;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, stream)) text.append(buffer, count);
    if (std::ferror(stream)) return std::nullopt;
    return text;
}

/// Lets threads that are not daemons come to their end. wait_for_thread_shutdown.
void wait_for_threads() noexcept {
    Object* threading = dict_get(imported_modules(), name<"threading">);
    if (!threading) return;
    Ref<Object> waited = call_method(threading, name<"_shutdown">);
    if (!waited) write_unraisable(threading);
}

bool interrupted = false;  // the program ended by ^C, and the process is to end by the signal

int note_end(ExitStatus status) noexcept {
    interrupted = status.interrupted;
    return status.code;
}

/// The exit code for the exception pending.
int report_uncaught() { return note_end(finish_uncaught()); }

/// Compiles and runs text in `__main__`; the exit code.
int run_text(std::string text, const std::string& filename, bool from_file) {
    SourceRequest request;
    request.from_file = from_file;
    request.options.optimize = options.optimize;
    Ref<Code> code = compile_text(std::move(text), filename, request);
    if (!code) return report_uncaught();
    return note_end(run_as_main(code.get(), main_namespace()));
}

}  // namespace

const RunOptions& run_options() noexcept { return options; }

bool initialize_runtime(RunOptions given) {
    options = std::move(given);
    initialize_types();
    collector.stress = options.gc_stress;
    if (start()) return true;
    (void)report_uncaught();
    return false;
}

int finalize_runtime(int exit_code) {
    wait_for_threads();
    run_exit_functions();
    begin_finalizing();
    const bool flushed = flush_standard_streams();
    return leave_process({flushed || exit_code ? exit_code : 120, interrupted});
}

int run_command(const std::string& source) { return run_text(source, "<string>", false); }

int run_file(const std::string& given_path) {
    const std::string path = std::filesystem::absolute(given_path);
    std::FILE* stream = std::fopen(path.c_str(), "rb");
    if (!stream) {
        fmt::print(stderr, "minipy: can't open file '{}': [Errno {}] {}\n", path, errno, std::strerror(errno));
        return 2;
    }
    std::optional<std::string> text = read_stream(stream);
    std::fclose(stream);
    if (!text) {
        fmt::print(stderr, "minipy: can't read file '{}': {}\n", path, std::strerror(errno));
        return 2;
    }
    if (!dict_set(main_namespace(), name<"__file__">, str_from_utf8(path).get())) return report_uncaught();
    return run_text(std::move(*text), path, true);
}

int run_stdin() {
    std::optional<std::string> text = read_stream(stdin);
    return text ? run_text(std::move(*text), "<stdin>", true) : 1;
}

int run_module(const std::string& module_name) {
    Ref<Object> runpy = import_module("runpy");
    Ref<Object> function, result;
    if (runpy) function = get_attribute(runpy.get(), name<"_run_module_as_main">);
    if (function) result = call(function.get(), {str_from_utf8(module_name).get()});
    return result ? 0 : report_uncaught();
}

int run_interactive() {
    fmt::print(stderr, "minipy: the interactive prompt is not there yet; give a file, -c CODE or -m MODULE\n");
    return 2;
}

}  // namespace minipy
