// The prompt: see interactive.h.
//
// Lines are collected until they are a whole statement: the parser is asked whether the text could go on. A
// compound statement ends with an empty line, as it might go on with any other. An error in a statement drops
// the lines that were read for it, shows the traceback and prompts again.
//
// CPython: Python/pythonrun.c (PyRun_InteractiveOneObjectEx), Modules/main.c (pymain_run_startup)
#include "modules/interactive.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "modules/os_error.h"
#include "modules/system_text.h"
#include "modules/terminal_line.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/exceptions.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "parser/ast.h"
#include "vm/compile_source.h"
#include "vm/eval.h"
#include "vm/import.h"
#include "vm/source_lines.h"
#include "vm/traceback_text.h"

namespace minipy {
namespace {

constexpr const char* filename = "<stdin>";
constexpr int most_memory_errors = 16;

/// Nothing but blanks and comments: there is no statement to wait for.
bool is_empty_statement(std::string_view text) noexcept {
    const std::size_t first = text.find_first_not_of(" \t\f\r\n");
    return first == text.npos || text[first] == '#';
}

bool is_compound(const ast::Stmt* statement) noexcept {
    using Kind = ast::StmtKind;
    switch (statement->kind) {
        case Kind::FunctionDef:
        case Kind::AsyncFunctionDef:
        case Kind::ClassDef:
        case Kind::For:
        case Kind::AsyncFor:
        case Kind::While:
        case Kind::If:
        case Kind::With:
        case Kind::AsyncWith:
        case Kind::Match:
        case Kind::Try:
        case Kind::TryStar: return true;
        default: return false;
    }
}

/// Whether more lines could belong to the statement. An empty line ends it, whatever it lacks, but in brackets
/// and in texts of several lines.
bool wants_more(const std::string& text, std::string_view last_line) {
    const bool is_last = last_line == "\n";
    try {
        const Source source = source_from_text(text, filename);
        ast::Arena arena;
        ParseOptions options;
        options.incomplete_input_ok = !is_last;
        const ast::Mod* module = parse(source, ParseMode::Single, arena, options);
        const auto& body = static_cast<const ast::Interactive*>(module)->body;
        return !is_last && !body.empty() && is_compound(body[0]);
    } catch (const SourceError& error) {
        return error.message == "incomplete input" ||
               (is_last && (error.message.ends_with("was never closed") ||
                            error.message.starts_with("unterminated triple-quoted string literal")));
    }
}

/// `sys.ps1` or `sys.ps2` as text; empty if it has none.
std::string prompt_text(Str* which) {
    Object* prompt = sys_attribute(which);
    Ref<Str> text = prompt ? to_str(prompt) : Ref<Str>();
    if (!text) clear_exception();
    return text ? std::string(str_utf8(text.get())) : std::string();
}

void set_default_prompt(Str* which, const char* text) {
    if (sys_attribute(which)) return;
    if (!set_sys_attribute(which, str_from_utf8(text).get())) clear_exception();
}

void flush(Str* stream) {
    Object* file = sys_attribute(stream);
    if (!file || is_none(file)) return;
    Ref<Object> keep = share(file);
    if (Ref<Object> flushed = call_method(file, name<"flush">); !flushed) clear_exception();
}

enum class Reading { Statement, Nothing, End, Failed };

/// The lines of one statement. `Failed` with KeyboardInterrupt pending.
Reading read_statement(std::string& text) {
    text.clear();
    std::string prompt = prompt_text(name<"ps1">);
    for (;;) {
        const Result<std::string> read = read_terminal_line(prompt);
        if (!read) return Reading::Failed;
        const std::string& line = *read;
        if (line.empty()) {
            write_error_text("\n", sys_attribute(name<"stderr">));
            return text.empty() ? Reading::End : Reading::Statement;
        }
        text += line;
        if (!text.ends_with('\n')) text += '\n';  // the input has ended in the line
        if (text.size() == line.size() && is_empty_statement(text)) return Reading::Nothing;
        if (!wants_more(text, line)) return Reading::Statement;
        prompt = prompt_text(name<"ps2">);
    }
}

Status run_statement(std::string text, int& future_flags) {
    SourceRequest request;
    request.mode = ParseMode::Single;
    request.options.optimize = run_options().optimize;
    request.options.future_flags = future_flags;
    request.barry_as_flufl = (future_flags & code_flag::future_barry_as_bdfl) != 0;
    Ref<Code> code = TRY(compile_text(std::move(text), filename, request));
    future_flags |= code->flags & future_features;
    Dict* space = main_namespace();
    if (!space) return raise(runtime_error_type, "can't create __main__ module");
    TRY(Ref<Object>(evaluate_code(code.get(), space, space)));
    return done;
}

/// Shows the pending exception; true with `status` set if it is SystemExit and ends the session.
bool ends_session(ExitStatus& status) {
    Ref<Object> exception = share(pending_exception());
    const bool exits = is_instance_of(exception.get(), system_exit_type) && !keep_running_after_exit;
    const ExitStatus shown = finish_uncaught();
    if (exits) status = shown;
    return exits;
}

}  // namespace

bool standard_input_is_interactive() noexcept { return ::isatty(STDIN_FILENO) || run_options().interactive; }

ExitStatus run_interactive() {
    set_default_prompt(name<"ps1">, ">>> ");
    set_default_prompt(name<"ps2">, "... ");
    int future_flags = 0, memory_errors = 0;
    ExitStatus status;
    std::string text;
    for (;;) {
        const Reading reading = read_statement(text);
        if (reading == Reading::End) break;
        if (reading == Reading::Nothing) continue;
        if (reading == Reading::Statement && run_statement(std::move(text), future_flags)) {
            memory_errors = 0;
        } else {
            memory_errors = pending_matches(memory_error_type) ? memory_errors + 1 : 0;
            if (ends_session(status) || memory_errors > most_memory_errors) break;
        }
        flush(name<"stderr">);
        flush(name<"stdout">);
    }
    return status;
}

namespace {

/// The file PYTHONSTARTUP, run in `__main__`; a failure is shown and the session goes on.
void run_startup_file(const char* path) {
    if (!audit("cpython.run_startup", system_text(path))) return print_uncaught();
    std::optional<std::string> text = read_file(path);
    if (!text) {
        const int error = errno;
        fmt::print(stderr, "Could not open PYTHONSTARTUP\n");
        (void)raise_os_error(error, str_from_utf8(path).get());
        return print_uncaught();
    }
    SourceRequest request;
    request.from_file = true;
    request.options.optimize = run_options().optimize;
    Dict* space = main_namespace();
    if (!dict_set(space, name<"__file__">, str_from_utf8(path).get())) clear_exception();
    Ref<Code> code = compile_text(std::move(*text), path, request);
    Ref<Object> result;
    if (code) result = evaluate_code(code.get(), space, space);
    if (!result) print_uncaught();
    if (dict_get(space, name<"__file__">) && !dict_delete(space, name<"__file__">)) clear_exception();
}

}  // namespace

void run_interactive_hook() {
    Ref<Object> hook = Ref<Object>::share(sys_attribute(name<"__interactivehook__">));
    if (!hook) return;
    Ref<Object> result;
    if (audit("cpython.run_interactivehook", hook)) result = call(hook.get(), {});
    if (result) return;
    fmt::print(stderr, "Failed calling sys.__interactivehook__\n");
    print_uncaught();
}

ExitStatus run_interactive_session() {
    keep_running_after_exit = false;
    if (!run_options().isolated && !import_module("readline")) clear_exception();
    if (const char* path = python_variable("PYTHONSTARTUP")) run_startup_file(path);
    run_interactive_hook();
    if (!audit("cpython.run_stdin")) return finish_uncaught();
    return run_interactive();
}

}  // namespace minipy
