// Calling objects, and the guard of nested C++ calls.
//
// CPython: Objects/call.c
#include "objects/call.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <boost/container/small_vector.hpp>
#include <cstdint>

#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/str.h"
#include "objects/thread_state.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

using Arguments = boost::container::small_vector<Object*, 8>;

Failure not_callable(const Object* object) {
    return raise(type_error_type, fmt::format("'{}' object is not callable", object->type->name));
}

/// For callees with only a `call` slot: tuple and dict made from the array.
NewRef call_through_tuple(Object* callable, CallSlot slot, Object* const* arguments, Size positional,
                          Tuple* keyword_names) {
    Ref<Tuple> tuple = new_tuple({arguments, static_cast<std::size_t>(positional)});
    Ref<Dict> keywords;
    if (keyword_names && keyword_names->size) {
        keywords = new_dict(keyword_names->size);
        for (Size i = 0; i < keyword_names->size; ++i)
            TRY(dict_set(keywords.get(), (*keyword_names)[i], arguments[positional + i]));
    }
    RecursionGuard guard(" while calling a Python object");
    if (!guard.entered()) return failed;
    return slot(callable, tuple.get(), keywords.get());
}

}  // namespace

NewRef call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const Slots& slots = callable->type->slots;
    if (slots.vectorcall) return slots.vectorcall(callable, arguments, positional, keyword_names);
    if (slots.call) return call_through_tuple(callable, slots.call, arguments, positional, keyword_names);
    return not_callable(callable);
}

NewRef call_with_dict(Object* callable, Tuple* arguments, Dict* keywords_or_null) {
    const Slots& slots = callable->type->slots;
    if (!slots.vectorcall) {
        if (!slots.call) return not_callable(callable);
        RecursionGuard guard(" while calling a Python object");
        if (!guard.entered()) return failed;
        return slots.call(callable, arguments, keywords_or_null);
    }
    if (!keywords_or_null || keywords_or_null->used == 0)
        return slots.vectorcall(callable, arguments->items(), arguments->size, nullptr);

    Arguments values(arguments->items(), arguments->items() + arguments->size);
    Ref<Tuple> names = new_tuple_uninitialized(keywords_or_null->used);
    Size position = 0, count = 0;
    Object *key, *value;
    while (dict_next(keywords_or_null, position, key, value)) {
        if (!is_str(key)) return raise(type_error_type, "keywords must be strings");
        incref(key);
        names->items()[count++] = key;
        values.push_back(value);
    }
    for (Object* item : values) incref(item);
    NewRef result = slots.vectorcall(callable, values.data(), arguments->size, names.get());
    for (Object* item : values) decref(item);
    return result;
}

NewRef call_method(Object* object, Str* name, std::initializer_list<Object*> arguments) {
    Ref<Object> method = TRY(get_attribute(object, name));
    return call(method.get(), arguments);
}

bool is_callable(const Object* object) noexcept {
    return object->type->slots.vectorcall || object->type->slots.call;
}

namespace {

constexpr std::uintptr_t stack_reserve = 256 * 1024;

/// The lowest address that this thread's C++ stack may reach, a reserve kept back for handling the error.
std::uintptr_t stack_limit() noexcept {
    thread_local const std::uintptr_t limit = [] {
        rlimit size{};
        std::uintptr_t bytes = 8u << 20;
        if (getrlimit(RLIMIT_STACK, &size) == 0 && size.rlim_cur != RLIM_INFINITY) bytes = size.rlim_cur;
        const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
        return here - bytes + 2 * stack_reserve;
    }();
    return limit;
}

}  // namespace

RecursionGuard::RecursionGuard(const char* where) noexcept : entered_(true) {
    ThreadState* thread = current_thread;
    ++thread->recursion_depth;
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    if (thread->recursion_depth <= thread->recursion_limit && here > stack_limit()) [[likely]]
        return;
    entered_ = false;
    raise(recursion_error_type, fmt::format("maximum recursion depth exceeded{}", where));
}

RecursionGuard::~RecursionGuard() { --current_thread->recursion_depth; }

}  // namespace minipy
