// Code objects for the inspection commands: see code_input.h.
//
// CPython: Python/pythonrun.c (run_pyc_file, pyrun_file)
#include "cli/code_input.h"

#include <fmt/core.h>

#include "cli/input.h"
#include "cli/warning_filters.h"
#include "compiler/pyc.h"
#include "objects/errors.h"
#include "objects/protocol.h"

namespace minipy {
Ref<Code> compile_bytes(std::string bytes, const std::string& filename, const CompileOptions& options) {
    const Source source = decode_source(std::move(bytes), filename);
    const WarningHandler warnings = warning_handler(source);
    ast::Arena arena;
    ast::Mod* module = parse(source, ParseMode::Exec, arena, {.warnings = &warnings});
    CompileOptions with_warnings = options;
    with_warnings.warnings = &warnings;
    return compile(module, source, arena, with_warnings);
}

int report_exception() {
    std::fflush(stdout);
    Ref<Object> exception = take_exception();
    const char* type = exception ? short_name(exception->type) : "SystemError";
    Ref<Str> text = exception ? to_str(exception.get()) : nullptr;
    if (!text) clear_exception();
    fmt::print(stderr, "{}: {}\n", type, text ? str_utf8(text.get()) : "");
    return 1;
}

int with_code(std::string_view path, const CompileOptions& options, const std::function<int(Code*)>& command) {
    std::optional<std::string> bytes = read_input(path);
    if (!bytes) return 2;
    const std::string filename = path == "-" ? "<stdin>" : std::string(path);
    if (looks_like_pyc(*bytes) || path.ends_with(".pyc")) {
        Ref<Code> code = load_pyc(*bytes, filename);
        return code ? command(code.get()) : report_exception();
    }
    try {
        Ref<Code> code = compile_bytes(std::move(*bytes), filename, options);
        return command(code.get());
    } catch (const SourceError& error) {
        std::fflush(stdout);
        fmt::print(stderr, "{}", format_source_error(error, filename));
        return 1;
    }
}

}  // namespace minipy
