// From the command line to the end of the program.
//
// CPython: Modules/main.c (Py_RunMain, pymain_run_python)
#include "cli/run_command.h"

#include <fmt/core.h>

#include "cli/option_parser.h"
#include "modules/startup.h"
#include "modules/sys/sys.h"

namespace minipy {
namespace {

int usage_error(std::string_view program, std::string_view message) {
    fmt::print(stderr,
               "{}\nusage: {} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
               "Try `minipy -h' for more information.\n",
               message, program);
    return 2;
}

ProgramSource source_of(const Invocation& invocation) {
    using Kind = Invocation::Kind;
    ProgramSource source{ProgramSource::Kind::StandardInput, invocation.target};
    if (invocation.kind == Kind::File) source.kind = ProgramSource::Kind::File;
    if (invocation.kind == Kind::Command) source.kind = ProgramSource::Kind::Command;
    if (invocation.kind == Kind::Module) source.kind = ProgramSource::Kind::Module;
    return source;
}

}  // namespace

int run_program(std::string_view program, std::span<const std::string_view> words, ProgramHooks hooks) {
    Invocation invocation;
    invocation.options.program = program;
    if (const std::string error = parse_options(words, invocation); !error.empty())
        return usage_error(program, error);
    if (!invocation.help.empty()) {
        print_run_help(invocation.help, program);
        return 0;
    }
    if (invocation.show_version) {
        fmt::print("Python {}\n", invocation.show_version > 1 ? version_text() : version_number);
        return 0;
    }
    if (invocation.bad_check_hash_word)
        return usage_error(program, "--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
    if (const std::string error = resolve_options(invocation); !error.empty()) {
        fmt::print(stderr, "{}", error);
        return 1;
    }
    invocation.options.orig_argv.emplace_back(program);
    for (std::string_view word : words) invocation.options.orig_argv.emplace_back(word);
    ProgramSource source = source_of(invocation);
    source.compiled = hooks.compiled;
    if (!initialize_runtime(std::move(invocation.options))) return 1;
    if (hooks.before) hooks.before();
    const ExitStatus status = run_main_program(source);
    if (hooks.after) hooks.after(status);
    return finalize_runtime(status);
}

}  // namespace minipy
