// Calling objects, and the guard of nested C++ calls.
//
// CPython: Objects/call.c
#include "objects/call.h"

#include <fmt/format.h>

#include <boost/container/small_vector.hpp>
#include <cstdint>

#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/thread_state.h"
#include "objects/tuple.h"
#include "objects/unpacked_arguments.h"

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
    Ref<Dict> keywords = TRY(keywords_as_dict(arguments + positional, keyword_names));
    RecursionGuard guard(" while calling a Python object");
    if (!guard.entered()) return failed;
    return slot(callable, tuple.get(), keywords.get());
}

}  // namespace

NewRef call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    // Callables may wrap one another without end, and the calls of most do not count as nested ones.
    if (stack_is_low()) [[unlikely]]
        return raise_recursion_error(" while calling a Python object");
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
    if (stack_is_low()) [[unlikely]]
        return raise_recursion_error(" while calling a Python object");
    if (!keywords_or_null || keywords_or_null->used == 0)
        return slots.vectorcall(callable, arguments->items(), arguments->size, nullptr);

    UnpackedArguments unpacked;
    TRY(unpacked.add(arguments, keywords_or_null));
    for (Object* item : unpacked.values) incref(item);
    NewRef result =
        slots.vectorcall(callable, unpacked.values.data(), unpacked.positional, unpacked.names.get());
    for (Object* item : unpacked.values) decref(item);
    return result;
}

NewRef call_with_first(Object* callable, Object* first, Object* const* arguments, Size positional,
                       Tuple* keyword_names) {
    const Size total = positional + (keyword_names ? keyword_names->size : 0);
    Arguments all;
    all.reserve(static_cast<std::size_t>(total) + 1);
    all.push_back(first);
    all.insert(all.end(), arguments, arguments + total);
    return call(callable, all.data(), positional + 1, keyword_names);
}

Result<Ref<Dict>> keywords_as_dict(Object* const* values, Tuple* keyword_names) {
    if (!keyword_names || !keyword_names->size) return Ref<Dict>();
    Ref<Dict> dict = new_dict(keyword_names->size);
    for (Size i = 0; i < keyword_names->size; ++i) TRY(dict_set(dict.get(), (*keyword_names)[i], values[i]));
    return dict;
}

NewRef call_unpacked(Object* callable, Object* arguments, Object* keywords_or_null) {
    if (!is_tuple(arguments) && !arguments->type->slots.iter && !is_sequence(arguments))
        return raise(type_error_type, fmt::format("{} argument after * must be an iterable, not {}",
                                                  callable_text(callable), arguments->type->name));
    Ref<Tuple> tuple = TRY(sequence_to_tuple(arguments));
    return call_with_dict(callable, tuple.get(), static_cast<Dict*>(keywords_or_null));
}

std::string callable_text(Object* callable) {
    Ref<Object> qualified, module;
    if (!find_attribute(callable, name<"__qualname__">, qualified)) clear_exception();
    if (!qualified || !is_str(qualified.get())) {
        Ref<Str> text = to_str(callable);
        if (text) return std::string(str_utf8(text.get()));
        clear_exception();
        return callable->type->name;
    }
    if (!find_attribute(callable, name<"__module__">, module)) clear_exception();
    const std::string text = fmt::format("{}()", str_utf8(static_cast<Str*>(qualified.get())));
    if (!module || !is_str(module.get()) || str_equal(static_cast<Str*>(module.get()), "builtins")) return text;
    return fmt::format("{}.{}", str_utf8(static_cast<Str*>(module.get())), text);
}

NewRef call_method(Object* object, Str* name, std::initializer_list<Object*> arguments) {
    Ref<Object> method = TRY(get_attribute(object, name));
    return call(method.get(), arguments);
}

bool is_callable(const Object* object) noexcept {
    return object->type->slots.vectorcall || object->type->slots.call;
}

RecursionGuard::RecursionGuard(const char* where) noexcept : entered_(true) {
    ThreadState* thread = current_thread;
    ++thread->recursion_depth;
    if (thread->recursion_depth <= thread->recursion_limit && !stack_is_low()) [[likely]]
        return;
    entered_ = false;
    (void)raise_recursion_error(where);
}

Failure raise_recursion_error(const char* where) {
    return raise(recursion_error_type, fmt::format("maximum recursion depth exceeded{}", where));
}

RecursionGuard::~RecursionGuard() { --current_thread->recursion_depth; }

}  // namespace minipy
