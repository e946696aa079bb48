// The module `sys`: the functions that are there to be replaced by programs, and the hooks that they set.
//
// CPython: Python/sysmodule.c (sys_displayhook, sys_breakpointhook, sys_set_asyncgen_hooks)
#include <fmt/format.h>

#include <cstdlib>

#include "modules/startup.h"
#include "modules/sys/sys.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/exceptions.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/struct_sequence.h"
#include "objects/thread_state.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "vm/import.h"
#include "vm/traceback_text.h"
#include "vm/unraisable.h"

namespace minipy {
namespace {

/// Writes the text, with escapes for what the stream cannot encode. sys_displayhook_unencodable.
Status write_with_escapes(Object* stream, Str* shown) {
    Ref<Object> encoding = TRY(get_attribute(stream, name<"encoding">));
    Ref<Object> encoded =
        TRY(call_method(shown, name<"encode">, {encoding.get(), name<"backslashreplace">}));
    Ref<Object> buffer;
    TRY(find_attribute(stream, name<"buffer">, buffer));
    if (buffer) {
        TRY(call_method(buffer.get(), name<"write">, {encoded.get()}));
        return done;
    }
    Ref<Object> decoded = TRY(call_method(encoded.get(), name<"decode">, {encoding.get(), name<"strict">}));
    TRY(call_method(stream, name<"write">, {decoded.get()}));
    return done;
}

Status write_repr(Object* stream, Object* value) {
    Ref<Str> shown = TRY(repr(value));
    Ref<Object> written = call_method(stream, name<"write">, {shown.get()});
    if (!written) {
        if (!pending_matches(unicode_encode_error_type)) return failed;
        clear_exception();
        TRY(write_with_escapes(stream, shown.get()));
    }
    TRY(call_method(stream, name<"write">, {name<"\n">}));
    return done;
}

}  // namespace

NewRef sys_displayhook(Object*, Object* const* arguments) {
    Object* value = arguments[0];
    if (!dict_get(imported_modules(), name<"builtins">))
        return raise(runtime_error_type, "lost builtins module");
    if (is_none(value)) return new_none();
    TRY(dict_set(builtins_dict(), name<"_">, &none));
    Ref<Object> stream = Ref<Object>::share(sys_attribute(name<"stdout">));
    if (!stream || is_none(stream.get())) return raise(runtime_error_type, "lost sys.stdout");
    TRY(write_repr(stream.get(), value));
    TRY(dict_set(builtins_dict(), name<"_">, value));
    return new_none();
}

/// Shows the exception on `sys.stderr`, with the traceback given unless it has one of its own.
NewRef sys_excepthook(Object*, Object* const* arguments) {
    display_given(arguments[1], arguments[2], sys_attribute(name<"stderr">));
    return new_none();
}

NewRef sys_unraisablehook(Object*, Object* const* arguments) {
    TRY(default_unraisable_hook(arguments[0]));
    return new_none();
}

namespace {

/// "module.function" of PYTHONBREAKPOINT; the warning about a bad value leaves the call without effect.
Failure warn_bad_breakpoint(std::string_view wanted) {
    clear_exception();
    (void)warn(runtime_warning_type, fmt::format("Ignoring unimportable $PYTHONBREAKPOINT: \"{}\"", wanted), 0);
    return failed;
}

Ref<Object> breakpoint_function(std::string_view wanted) {
    const std::size_t dot = wanted.rfind('.');
    const std::string_view function = dot == std::string_view::npos ? wanted : wanted.substr(dot + 1);
    if (dot == 0) return warn_bad_breakpoint(wanted);
    Ref<Object> module = import_module(dot == std::string_view::npos ? "builtins" : wanted.substr(0, dot));
    if (!module) {
        if (pending_matches(import_error_type)) return warn_bad_breakpoint(wanted);
        return failed;
    }
    Ref<Object> found = get_attribute(module.get(), intern(function).get());
    if (!found && pending_matches(attribute_error_type)) return warn_bad_breakpoint(wanted);
    return found;
}

}  // namespace

NewRef sys_breakpointhook(Object*, Object* const* arguments) {
    const char* variable = run_options().ignore_environment ? nullptr : std::getenv("PYTHONBREAKPOINT");
    const std::string_view wanted = variable && *variable ? variable : "pdb.set_trace";
    if (wanted == "0") return new_none();
    Ref<Object> function = breakpoint_function(wanted);
    if (!function) return pending_exception() ? NewRef(failed) : new_none();
    return call_unpacked(function.get(), arguments[0], arguments[1]);
}

// --- asynchronous generators

namespace {

constexpr const char* hook_fields[] = {"firstiter", "finalizer"};
const StructSequenceSpec hooks_spec = {"sys.asyncgen_hooks", "The hooks of asynchronous generators.",
                                       hook_fields, std::size(hook_fields), false};
StructSequenceType hooks_type(hooks_spec);

Status check_hook(Object* hook_or_null, const char* which) {
    if (!hook_or_null || is_none(hook_or_null) || is_callable(hook_or_null)) return done;
    return raise(type_error_type,
                 fmt::format("callable {} expected, got {}", which, hook_or_null->type->name));
}

void replace_hook(Object*& place, Object* hook_or_null) {
    if (!hook_or_null) return;
    Ref<Object> old = Ref<Object>::steal(place);
    place = is_none(hook_or_null) ? nullptr : share(hook_or_null).release();
}

}  // namespace

NewRef sys_get_asyncgen_hooks(Object*, Object* const*) {
    TRY(hooks_type.prepare());
    const auto shown = [](Object* hook) { return share(hook ? hook : &none); };
    Ref<Object> hooks[] = {shown(current_thread->async_first_iteration),
                           shown(current_thread->async_finalizer)};
    return new_struct_sequence(hooks_type, hooks);
}

NewRef sys_set_asyncgen_hooks(Object*, Object* const* arguments) {
    TRY(check_hook(arguments[1], "finalizer"));
    TRY(check_hook(arguments[0], "firstiter"));
    if (arguments[1]) TRY(audit("sys.set_asyncgen_hook_finalizer"));
    replace_hook(current_thread->async_finalizer, arguments[1]);
    if (arguments[0]) TRY(audit("sys.set_asyncgen_hook_firstiter"));
    replace_hook(current_thread->async_first_iteration, arguments[0]);
    return new_none();
}

}  // namespace minipy
