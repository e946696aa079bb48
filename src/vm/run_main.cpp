// Uncaught exceptions.
//
// Invariant: nothing is pending after any of these functions; an error in a hook is printed together with the
// exception that the hook was given.
//
// CPython: Python/pythonrun.c, Modules/main.c
#include "vm/run_main.h"

#include <fmt/format.h>

#include <csignal>
#include <unistd.h>

#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/exception_layouts.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "vm/eval.h"
#include "vm/import.h"
#include "vm/traceback.h"
#include "vm/traceback_text.h"

namespace minipy {
namespace {

constexpr int interrupt_exit_code = 128 + SIGINT;

/// `file.flush()`, errors dropped.
void flush(Object* file_or_null) noexcept {
    if (!file_or_null || is_none(file_or_null)) return;
    Ref<Object> flushed = call_method(file_or_null, name<"flush">);
    if (!flushed) clear_exception();
}

/// The code that SystemExit stands for; a message is printed and counts as 1. handle_system_exit.
int exit_code(Object* exception) {
    Ref<Object> code;
    if (!find_attribute(exception, name<"code">, code)) clear_exception();
    if (!code || is_none(code.get())) return 0;
    if (is_int(code.get())) {
        const Int* number = as_int(code.get());
        return number->is_small() ? static_cast<int>(number->small) : -1;
    }
    flush(sys_attribute(name<"stdout">));
    Object* file = sys_attribute(name<"stderr">);
    if (Ref<Str> text = to_str(code.get()))
        write_error_text(fmt::format("{}\n", str_utf8(text.get())), file);
    else
        clear_exception();
    return 1;
}

Object* traceback_of(Object* exception) noexcept {
    Object* traceback = static_cast<BaseException*>(exception)->traceback;
    return traceback ? traceback : &none;
}

void remember_last(Object* exception) noexcept {
    for (const auto& [attribute, value] :
         {std::pair{name<"last_type">, static_cast<Object*>(exception->type)},
          std::pair{name<"last_value">, exception}, std::pair{name<"last_traceback">, traceback_of(exception)}})
        if (!set_sys_attribute(attribute, value)) clear_exception();
}

/// Calls `sys.excepthook`; false with the hook's own exception pending if it fails.
bool call_hook(Object* hook, Object* exception) {
    Ref<Object> keep = share(hook);
    Ref<Object> result = call(hook, {exception->type, exception, traceback_of(exception)});
    return static_cast<bool>(result);
}

ExitStatus finish(Ref<Object> exception) {
    if (is_instance_of(exception.get(), system_exit_type) && !keep_running_after_exit)
        return {exit_code(exception.get()), false};
    const bool interrupted = is_instance_of(exception.get(), keyboard_interrupt_type);
    const ExitStatus status = {interrupted ? interrupt_exit_code : 1, interrupted};
    remember_last(exception.get());
    Object* file = sys_attribute(name<"stderr">);
    Object* hook = sys_attribute(name<"excepthook">);
    if (!audit("sys.excepthook", hook, exception->type, exception, traceback_of(exception.get()))) {
        if (pending_matches(runtime_error_type)) {  // a hook does not want it to be shown
            clear_exception();
            return status;
        }
        write_unraisable(nullptr, "Exception ignored in audit hook");
    }
    if (!hook) {
        write_error_text("sys.excepthook is missing\n", file);
        display_exception(exception.get(), file);
        return status;
    }
    if (call_hook(hook, exception.get())) return status;
    Ref<Object> second = take_exception();
    if (is_instance_of(second.get(), system_exit_type)) return {exit_code(second.get()), false};
    write_error_text("Error in sys.excepthook:\n", file);
    display_exception(second.get(), file);
    write_error_text("\nOriginal exception was:\n", file);
    display_exception(exception.get(), file);
    return status;
}

}  // namespace

bool keep_running_after_exit = false;

ExitStatus finish_uncaught() {
    Ref<Object> exception = take_exception();
    return exception ? finish(std::move(exception)) : ExitStatus{};
}

void print_uncaught() noexcept { (void)finish_uncaught(); }

int leave_process(ExitStatus status) {
    if (status.interrupted) {  // nothing else will run
        flush(sys_attribute(name<"stdout">));
        flush(sys_attribute(name<"stderr">));
    }
    std::fflush(stdout);
    std::fflush(stderr);
    if (!status.interrupted) return status.code;
    std::signal(SIGINT, SIG_DFL);
    ::kill(::getpid(), SIGINT);
    return interrupt_exit_code;
}

ExitStatus run_as_main(Object* code, Dict* globals) {
    Ref<Object> result = evaluate_code(static_cast<Code*>(code), globals, globals);
    return result ? ExitStatus{} : finish_uncaught();
}

}  // namespace minipy
