// Exception objects: creation, text, life and death.
//
// CPython: Objects/exceptions.c
#include "objects/exceptions.h"

#include <new>
#include <utility>

#include "memory/allocator.h"
#include "objects/instance.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

void clear_field(Object*& field) noexcept { xdecref(std::exchange(field, nullptr)); }

void exception_clear(Object* self) {
    auto* exception = static_cast<BaseException*>(self);
    clear_field(exception->dict);
    clear_field(exception->notes);
    clear_field(exception->traceback);
    clear_field(exception->context);
    clear_field(exception->cause);
    if (exception->args) decref(std::exchange(exception->args, nullptr));
}

void exception_dealloc(Object* self) noexcept {
    untrack(self);
    exception_clear(self);
    free_object(self);
}

int exception_traverse(Object* self, Visit visit, void* context) {
    auto* exception = static_cast<BaseException*>(self);
    for (Object* field : {exception->dict, static_cast<Object*>(exception->args), exception->notes,
                          exception->traceback, exception->context, exception->cause})
        if (field)
            if (int result = visit(field, context)) return result;
    return 0;
}

NewRef exception_str(Object* self) {
    const Tuple* args = static_cast<BaseException*>(self)->args;
    if (args->size == 0) return str_from_utf8("");
    if (args->size == 1) return to_str((*args)[0]);
    return repr(static_cast<BaseException*>(self)->args);
}

constexpr Slots exception_slots = {
    .dealloc = exception_dealloc,
    .traverse = exception_traverse,
    .clear = exception_clear,
    .str = exception_str,
};

constexpr unsigned exception_flags =
    type_flag::base_type | type_flag::collected | type_flag::exception_subclass;

const TypeSpec base_exception_spec = {.name = "BaseException",
                                      .basic_size = sizeof(BaseException),
                                      .flags = exception_flags,
                                      .slots = exception_slots};

#define EXCEPTION(cpp_name, python_name, base_name, layout)             \
    const TypeSpec cpp_name##_spec = {.name = python_name,              \
                                      .basic_size = sizeof(BaseException), \
                                      .flags = exception_flags,         \
                                      .base = &base_name##_type,        \
                                      .slots = exception_slots};
#include "objects/exceptions.def"

}  // namespace

Type base_exception_type(base_exception_spec);
#define EXCEPTION(cpp_name, python_name, base_name, layout) Type cpp_name##_type(cpp_name##_spec);
#include "objects/exceptions.def"

namespace {

Ref<Object> exception_with_arguments(Type& type, Ref<Tuple> args) {
    auto* exception = new (allocate_collected(type.basic_size)) BaseException{};
    exception->refcount = 1;
    exception->type = &type;
    exception->args = args.release();
    track(exception);
    return Ref<Object>::steal(exception);
}

Ref<Object> exception_with(Type& type, Object* argument) {
    return exception_with_arguments(type, new_tuple({&argument, 1}));
}

}  // namespace

Ref<Object> new_exception(Type& type, std::string_view message) {
    Ref<Str> text = str_from_utf8(message);
    return exception_with(type, text.get());
}

Ref<Object> new_exception_without_arguments(Type& type) { return exception_with_arguments(type, new_tuple({})); }

Failure raise_from_cause(Type& type, std::string_view message) {
    Ref<Object> cause = take_exception();
    Ref<Object> raised = new_exception(type, message);
    auto* exception = static_cast<BaseException*>(raised.get());
    exception->suppress_context = true;
    exception->context = share(cause.get()).release();
    exception->cause = cause.release();
    return raise_object(std::move(raised));
}

Failure raise_key_error(Object* key) { return raise_object(exception_with(key_error_type, key)); }

}  // namespace minipy
