// The out-of-line side of raising and handling.
//
// CPython: Python/ceval.c
#include "vm/exception_handling.h"

#include <fmt/format.h>

#include <utility>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exception_group.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "vm/import.h"

namespace minipy {
namespace {

Ref<Object> call_exception_class(Type* type, Object* value_or_null) {
    if (!value_or_null || is_none(value_or_null)) return call(type, {});
    if (is_tuple(value_or_null)) return call_with_dict(type, static_cast<Tuple*>(value_or_null), nullptr);
    return call(type, {value_or_null});
}

Failure raise_no_exception(Type* type, const std::string& made) {
    return raise(type_error_type,
                 fmt::format("calling {} should have returned an instance of BaseException, not {}",
                             repr_for_message(type), made));
}

/// An exception from what a raise statement names: an instance as it is, a class called without arguments.
Ref<Object> instantiate(Object* exception, const char* refusal) {
    if (is_exception(exception)) return share(exception);
    if (!is_exception_class(exception)) return raise(type_error_type, refusal);
    Ref<Object> made = TRY(call(exception, {}));
    if (is_exception(made.get())) return made;
    return raise_no_exception(static_cast<Type*>(exception), repr_for_message(made->type));
}

}  // namespace

Ref<Object> make_exception(Type* type, Object* value_or_null) {
    if (value_or_null && is_exception(value_or_null) && is_subtype(value_or_null->type, type))
        return share(value_or_null);
    Ref<Object> made = TRY(call_exception_class(type, value_or_null));
    if (is_exception(made.get())) return made;
    return raise_no_exception(type, made->type->name);
}

bool raise_statement(ThreadState& thread, Object* exception_or_null, Object* cause_or_null) {
    if (!exception_or_null) {
        Object* handled = thread.handled->exception;
        for (HandledException* link = thread.handled; !handled && link; link = link->previous)
            handled = link->exception;
        if (!handled) return (void)raise(runtime_error_type, "No active exception to reraise"), false;
        restore_exception(thread, share(handled));
        return true;
    }
    Ref<Object> exception = instantiate(exception_or_null, "exceptions must derive from BaseException");
    if (!exception) return false;
    if (cause_or_null) {
        Ref<Object> cause;
        if (!is_none(cause_or_null)) {
            cause = instantiate(cause_or_null, "exception causes must derive from BaseException");
            if (!cause) return false;
        }
        auto* head = static_cast<BaseException*>(exception.get());
        head->suppress_context = true;
        Ref<Object> old = Ref<Object>::steal(std::exchange(head->cause, cause.release()));
    }
    (void)raise_object(std::move(exception));
    return false;
}

void restore_exception(ThreadState& thread, Ref<Object> exception) noexcept {
    Ref<Object> previous = Ref<Object>::steal(std::exchange(thread.pending_exception, exception.release()));
}

Result<bool> exception_matches(Object* exception, Object* type_or_tuple) {
    constexpr const char* refusal = "catching classes that do not inherit from BaseException is not allowed";
    if (is_tuple(type_or_tuple)) {
        for (Object* item : static_cast<Tuple*>(type_or_tuple)->span())
            if (!is_exception_class(item)) return raise(type_error_type, refusal);
        for (Object* item : static_cast<Tuple*>(type_or_tuple)->span())
            if (is_subtype(exception->type, static_cast<Type*>(item))) return true;
        return false;
    }
    if (!is_exception_class(type_or_tuple)) return raise(type_error_type, refusal);
    return is_subtype(exception->type, static_cast<Type*>(type_or_tuple));
}

int reraise_position(Object* saved) noexcept {
    return is_int(saved) ? static_cast<int>(static_cast<Int*>(saved)->small) : 0;
}

// --- with

namespace {

Status enter(Object* manager, Str* enter_name, Str* exit_name, const char* protocol, Ref<Object>& exit,
             Ref<Object>& entered) {
    Ref<Object> enter_method = lookup_special(manager, enter_name);
    if (!enter_method) {
        if (pending_exception()) return failed;
        return raise(type_error_type, fmt::format("'{}' object does not support the {} protocol",
                                                  manager->type->name, protocol));
    }
    exit = lookup_special(manager, exit_name);
    if (!exit) {
        if (pending_exception()) return failed;
        return raise(type_error_type,
                     fmt::format("'{}' object does not support the {} protocol (missed {} method)",
                                 manager->type->name, protocol, str_utf8(exit_name)));
    }
    entered = call(enter_method.get(), {});
    return entered ? Status(done) : Status(failed);
}

}  // namespace

Status enter_context(Object* manager, Ref<Object>& exit, Ref<Object>& entered) {
    return enter(manager, name<"__enter__">, name<"__exit__">, "context manager", exit, entered);
}

Status enter_async_context(Object* manager, Ref<Object>& exit, Ref<Object>& entered) {
    return enter(manager, name<"__aenter__">, name<"__aexit__">, "asynchronous context manager", exit, entered);
}

NewRef call_exit(Object* exit, Object* exception) {
    Object* traceback = static_cast<BaseException*>(exception)->traceback;
    return call(exit, {exception->type, exception, traceback ? traceback : &none});
}

Status display_value(Object* value) {
    Ref<Object> sys = TRY(import_module("sys"));
    Ref<Object> hook;
    TRY(find_attribute(sys.get(), name<"displayhook">, hook));
    if (!hook) return raise(runtime_error_type, "lost sys.displayhook");
    Ref<Object> result = TRY(call(hook.get(), {value}));
    return done;
}

// --- except*

Status match_group(Object* group, Object* type, Ref<Object>& match, Ref<Object>& rest) {
    if (is_none(group)) {
        match = new_none();
        rest = new_none();
        return done;
    }
    TRY(check_except_star_type(type));
    if (TRY(exception_matches(group, type))) {
        rest = new_none();
        match = share(group);
        if (!is_exception_group(group)) match = TRY(wrap_in_group(group));
        return done;
    }
    if (is_exception_group(group)) return split_group(group, type, match, rest);
    match = new_none();
    rest = share(group);
    return done;
}

NewRef exceptions_to_reraise(Object* original, Object* raised_list) {
    return merge_except_star(original, static_cast<List*>(raised_list));
}

}  // namespace minipy
