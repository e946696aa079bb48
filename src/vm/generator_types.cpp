// The types generator, coroutine and coroutine_wrapper: life, attributes, tables.
//
// A generator that dies while it waits is closed, so that its `finally` blocks run (PEP 342); a coroutine that
// was never started warns instead. Invariant: while the generator runs, its locals and stack are not traversed,
// since the top of the stack is in a machine register then.
//
// CPython: Objects/genobject.c
#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/vm_hooks.h"
#include "objects/weak_reference.h"
#include "vm/generator_internal.h"
#include "vm/import.h"

namespace minipy {
namespace {

/// The warning of the module `warnings`, which may be gone or broken when a program ends.
Status warn_through_module(Object* coroutine) {
    Ref<Object> warnings = TRY(import_module("warnings"));
    Ref<Object> result = TRY(call_method(warnings.get(), name<"_warn_unawaited_coroutine">, {coroutine}));
    return done;
}

/// RuntimeWarning "coroutine 'x' was never awaited". _PyErr_WarnUnawaitedCoroutine.
Status warn_never_awaited(Object* coroutine) {
    if (warn_through_module(coroutine)) return done;
    if (pending_matches(runtime_warning_type)) return failed;
    if (pending_matches(attribute_error_type) || pending_matches(import_error_type))
        clear_exception();
    else
        write_unraisable(coroutine);
    return warn(runtime_warning_type, fmt::format("coroutine '{}' was never awaited",
                                                  str_utf8(as_generator(coroutine)->qualified_name)));
}

/// Calls the finalizer hook of an async generator that is not closed; the event loop closes it. False if there
/// is none to call.
bool call_async_finalizer(Generator* generator) {
    if (!is_async_generator(generator) || !generator->origin_or_finalizer || generator->closed) return false;
    Ref<Object> finalizer = share(generator->origin_or_finalizer);
    Ref<Object> result = call(finalizer.get(), {generator});
    if (!result) write_unraisable(generator);
    return true;
}

}  // namespace

void generator_finalize(Object* self) noexcept {
    Generator* generator = as_generator(self);
    if (generator->state == GeneratorState::Finished) return;
    Ref<Object> pending = take_exception();
    if (!call_async_finalizer(generator)) {
        const bool never_awaited =
            generator->code->flags & code_flag::coroutine && generator->state == GeneratorState::Created;
        const Status ended = never_awaited ? warn_never_awaited(self) : generator_close(generator);
        if (!ended) write_unraisable(self);
    }
    if (pending) {
        clear_exception();
        current_thread->pending_exception = pending.release();
    }
}

void generator_dealloc(Object* self) noexcept {
    Generator* generator = as_generator(self);
    if (generator->state != GeneratorState::Finished) {
        // The finalizer sees it tracked, as it may bring the generator back to life.
        if (generator->weakrefs) clear_weak_references(self);
        if (!run_finalizer(self)) return;
    }
    untrack(self);
    if (generator->weakrefs) clear_weak_references(self);
    if (generator->state != GeneratorState::Finished) finish_generator_frame(&generator->frame);
    xdecref(generator->origin_or_finalizer);
    xdecref(generator->handled.exception);
    decref(generator->name);
    decref(generator->qualified_name);
    Code* code = generator->code;
    release_collected(generator, generator_bytes(code));
    decref(code);
}

int generator_traverse(Object* self, Visit visit, void* context) {
    Generator* generator = as_generator(self);
    int result = 0;
    const auto look = [&](Object* object) {
        if (object && !result) result = visit(object, context);
    };
    look(generator->handled.exception);
    look(generator->origin_or_finalizer);
    if (generator->state == GeneratorState::Finished) return result;
    Frame& frame = generator->frame;
    look(frame.object);
    look(frame.locals);
    look(frame.function);
    if (!frame.function) {
        look(frame.globals);
        look(frame.builtins);
    }
    look(frame.code);
    if (generator->state == GeneratorState::Running) return result;
    for (Object** slot = frame.fast_locals(); slot < frame.stack; ++slot) look(*slot);
    return result;
}

NewRef generator_sizeof(Object* self, Object* const*) {
    return new_int(static_cast<std::int64_t>(generator_bytes(as_generator(self)->code)));
}

// --- attributes

namespace {

Status set_text(Str*& field, const char* attribute, Object* value_or_null) {
    if (!value_or_null || !is_str(value_or_null))
        return raise(type_error_type, fmt::format("{} must be set to a string object", attribute));
    incref(value_or_null);
    Ref<Str> old = Ref<Str>::steal(std::exchange(field, static_cast<Str*>(value_or_null)));
    return done;
}

}  // namespace

NewRef generator_get_name(Object* self) { return new_ref(as_generator(self)->name); }
Status generator_set_name(Object* self, Object* value_or_null) {
    return set_text(as_generator(self)->name, "__name__", value_or_null);
}
NewRef generator_get_qualname(Object* self) { return new_ref(as_generator(self)->qualified_name); }
Status generator_set_qualname(Object* self, Object* value_or_null) {
    return set_text(as_generator(self)->qualified_name, "__qualname__", value_or_null);
}

/// The event of an attribute "gi_..." of a generator, "cr_..." of a coroutine or "ag_...".
static Status audit_reading(Object* self, std::string_view attribute) {
    if (!audit_wanted) return done;
    const char* prefix = is_coroutine(self) ? "cr_" : is_generator(self) ? "gi_" : "ag_";
    return audit("object.__getattr__", self, fmt::format("{}{}", prefix, attribute));
}

NewRef generator_get_code(Object* self) {
    TRY(audit_reading(self, "code"));
    return new_ref(as_generator(self)->code);
}

NewRef generator_get_frame(Object* self) {
    TRY(audit_reading(self, "frame"));
    Generator* generator = as_generator(self);
    if (generator->state == GeneratorState::Finished) return new_none();
    return new_ref(frame_object(&generator->frame));
}

NewRef generator_get_running(Object* self) {
    return new_bool(as_generator(self)->state == GeneratorState::Running);
}
NewRef generator_get_suspended(Object* self) {
    return new_bool(as_generator(self)->state == GeneratorState::Suspended);
}
NewRef generator_get_target(Object* self) {
    Object* target = yield_from_target(as_generator(self));
    return new_ref(target ? target : &none);
}

namespace {

NewRef self_iter(Object* self) { return new_ref(self); }

NewRef named_repr(Object* self, const char* kind) {
    return str_from_utf8(fmt::format("<{} object {} at {}>", kind, str_utf8(as_generator(self)->qualified_name),
                                     static_cast<void*>(self)));
}

// --- generator

NewRef generator_repr(Object* self) { return named_repr(self, "generator"); }

constexpr NativeDef generator_methods[] = {
    {"send", generator_send_method, "-($self, arg, /)",
     "send(arg): goes on with `arg` as the value of the yield; the next value yielded, or StopIteration."},
    {"throw", generator_throw_method, "-($self, typ, val=<absent>, tb=<absent>, /)",
     "throw(exception): raises the exception at the yield; the next value yielded, or StopIteration."},
    {"close", generator_close_method, "-($self)", "close(): raises GeneratorExit at the yield."},
    {"__sizeof__", generator_sizeof, "-($self)", "Size of the generator in memory, in bytes."},
};
constexpr GetSetDef generator_getset[] = {
    {"__name__", generator_get_name, generator_set_name, "name of the generator"},
    {"__qualname__", generator_get_qualname, generator_set_qualname,
     "The function's name with the scopes around it."},
    {"gi_yieldfrom", generator_get_target, nullptr, "what the generator delegates to, or None"},
    {"gi_running", generator_get_running, nullptr, nullptr},
    {"gi_code", generator_get_code, nullptr, nullptr},
    {"gi_frame", generator_get_frame, nullptr, nullptr},
    {"gi_suspended", generator_get_suspended, nullptr, nullptr},
};

const TypeSpec generator_spec = {
    .name = "generator",
    .basic_size = sizeof(Generator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = generator_dealloc,
              .finalize = generator_finalize,
              .traverse = generator_traverse,
              .repr = generator_repr,
              .iter = self_iter,
              .next = generator_next,
              .send = generator_send},
    .methods = generator_methods,
    .getset = generator_getset,
    .weakrefs_offset = offsetof(Generator, weakrefs),
};

// --- coroutine

NewRef coroutine_repr(Object* self) { return named_repr(self, "coroutine"); }

/// What `__await__` of a coroutine gives: an iterator that passes everything on to the coroutine.
struct CoroutineWrapper : Object {
    Object* coroutine;
};

Object*& coroutine_in(Object* wrapper) noexcept { return static_cast<CoroutineWrapper*>(wrapper)->coroutine; }

NewRef coroutine_await(Object* self) {
    auto* wrapper =
        new (allocate_collected(sizeof(CoroutineWrapper))) CoroutineWrapper{{1, &coroutine_wrapper_type}, self};
    incref(self);
    track(wrapper);
    return NewRef(wrapper);
}

constexpr NativeDef coroutine_methods[] = {
    {"send", generator_send_method, "-($self, arg, /)",
     "send(arg): puts `arg` into coroutine as what it waits for; what it waits for next, or StopIteration."},
    {"throw", generator_throw_method, "-($self, typ, val=<absent>, tb=<absent>, /)",
     "throw(exception): raises the exception in coroutine, where it waits."},
    {"close", generator_close_method, "-($self)",
     "close(): raises GeneratorExit inside coroutine, where it waits."},
    {"__sizeof__", generator_sizeof, "-($self)", "Size of the coroutine in memory, in bytes."},
};
constexpr MemberDef coroutine_members[] = {
    {"cr_origin", MemberKind::Object, offsetof(Generator, origin_or_finalizer), true, nullptr},
};
constexpr GetSetDef coroutine_getset[] = {
    {"__name__", generator_get_name, generator_set_name, "name of the coroutine"},
    {"__qualname__", generator_get_qualname, generator_set_qualname,
     "name of the coroutine with the scopes around it"},
    {"cr_await", generator_get_target, nullptr, "what the coroutine awaits, or None"},
    {"cr_running", generator_get_running, nullptr, nullptr},
    {"cr_code", generator_get_code, nullptr, nullptr},
    {"cr_frame", generator_get_frame, nullptr, nullptr},
    {"cr_suspended", generator_get_suspended, nullptr, nullptr},
};

const TypeSpec coroutine_spec = {
    .name = "coroutine",
    .basic_size = sizeof(Generator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = generator_dealloc,
              .finalize = generator_finalize,
              .traverse = generator_traverse,
              .repr = coroutine_repr,
              .await = coroutine_await,
              .send = generator_send},
    .methods = coroutine_methods,
    .getset = coroutine_getset,
    .members = coroutine_members,
    .weakrefs_offset = offsetof(Generator, weakrefs),
};

// --- coroutine_wrapper

void wrapper_dealloc(Object* self) noexcept {
    untrack(self);
    decref(coroutine_in(self));
    free_object(self);
}

int wrapper_traverse(Object* self, Visit visit, void* context) { return visit(coroutine_in(self), context); }
NewRef wrapper_next(Object* self) { return generator_next(coroutine_in(self)); }
NewRef wrapper_send(Object* self, Object* const* arguments) {
    return generator_send_method(coroutine_in(self), arguments);
}
NewRef wrapper_throw(Object* self, Object* const* arguments) {
    return generator_throw_method(coroutine_in(self), arguments);
}
NewRef wrapper_close(Object* self, Object* const* arguments) {
    return generator_close_method(coroutine_in(self), arguments);
}

constexpr NativeDef wrapper_methods[] = {
    {"send", wrapper_send, "-($self, arg, /)", "send(arg): the same as that of the coroutine."},
    {"throw", wrapper_throw, "-($self, typ, val=<absent>, tb=<absent>, /)",
     "throw(exception): the same as that of the coroutine."},
    {"close", wrapper_close, "-($self)", "close(): the same as that of the coroutine."},
};

const TypeSpec wrapper_spec = {
    .name = "coroutine_wrapper",
    .basic_size = sizeof(CoroutineWrapper),
    .flags = type_flag::collected | type_flag::disallow_new,
    .doc = "An iterator that runs a coroutine.",
    .slots = {.dealloc = wrapper_dealloc,
              .traverse = wrapper_traverse,
              .iter = self_iter,
              .next = wrapper_next},
    .methods = wrapper_methods,
};

}  // namespace

Type generator_type(generator_spec);
Type coroutine_type(coroutine_spec);
Type coroutine_wrapper_type(wrapper_spec);

}  // namespace minipy
