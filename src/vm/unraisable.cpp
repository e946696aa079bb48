// Unraisable exceptions: handed to `sys.unraisablehook`, or printed if there is none.
//
// CPython: Python/errors.c
#include "vm/unraisable.h"

#include <fmt/format.h>

#include "objects/audit.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/thread_state.h"
#include "vm/import.h"
#include "vm/traceback.h"
#include "vm/traceback_text.h"

namespace minipy {
namespace {

constexpr const char* argument_names[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};
constexpr StructSequenceSpec arguments_spec = {.name = "UnraisableHookArgs",
                                               .doc = "What sys.unraisablehook() is told.",
                                               .fields = argument_names,
                                               .visible = 5};

/// Prints where it happened, then the exception. write_unraisable_exc_file.
void display(Object* exception, Object* message, Object* where) noexcept {
    Ref<Object> file = Ref<Object>::share(sys_attribute(name<"stderr">));
    if (!file || is_none(file.get())) return;
    const bool has_message = is_str(message);
    std::string text = has_message ? std::string(str_utf8(static_cast<Str*>(message))) : "Exception ignored in";
    if (!is_none(where)) {
        Ref<Str> shown = repr(where);
        if (!shown) clear_exception();
        text += fmt::format(": {}\n", shown ? str_utf8(shown.get()) : "<object repr() failed>");
    } else {
        text = has_message ? text + ":\n" : "";
    }
    if (is_exception(exception)) text += unraisable_text(exception);
    write_error_text(text, file.get());
}

Ref<Object> hook_arguments(Object* exception, Object* message, Object* where) {
    static const bool prepared = static_cast<bool>(unraisable_arguments_type.prepare());
    if (!prepared) return failed;
    Object* traceback = static_cast<BaseException*>(exception)->traceback;
    Ref<Object> values[] = {share<Object>(exception->type), share(exception),
                            share(traceback ? traceback : &none), share(message), share(where)};
    return new_struct_sequence(unraisable_arguments_type, values);
}

}  // namespace

StructSequenceType unraisable_arguments_type(arguments_spec);

Status default_unraisable_hook(Object* arguments) {
    if (!is_exactly(arguments, unraisable_arguments_type))
        return raise(type_error_type, "sys.unraisablehook argument type must be UnraisableHookArgs");
    const auto& fields = *static_cast<Tuple*>(arguments);
    display(fields[1], fields[3], fields[4]);
    return done;
}

void write_unraisable(Object* where, const char* message_or_null) noexcept {
    Object* pending = pending_exception();
    if (!pending) return;
    ThreadState& thread = *current_thread;
    if (!static_cast<BaseException*>(pending)->traceback && thread.frame) add_traceback(thread, thread.frame);
    Ref<Object> exception = take_exception();
    Ref<Object> place = share(where ? where : &none);
    Ref<Object> hook = Ref<Object>::share(sys_attribute(name<"unraisablehook">));
    Ref<Object> given = share<Object>(&none);
    if (message_or_null) given = str_from_utf8(message_or_null);
    Ref<Object> arguments;
    if (hook && !is_none(hook.get())) arguments = hook_arguments(exception.get(), given.get(), place.get());
    if (!arguments) {
        clear_exception();
        return display(exception.get(), given.get(), place.get());
    }
    if (!audit("sys.unraisablehook", hook, arguments)) {
        Ref<Object> refusal = take_exception();
        Ref<Str> blame = str_from_utf8("Exception ignored in audit hook");
        return display(refusal.get(), blame.get(), &none);
    }
    Ref<Object> result = call(hook.get(), {arguments.get()});
    if (result) return;
    Ref<Object> second = take_exception();
    Ref<Str> blame = str_from_utf8("Exception ignored in sys.unraisablehook");
    display(second.get(), blame.get(), hook.get());
}

}  // namespace minipy
