// Calls of known callables: Python functions whose frame is filled in line, natives called without a binder.
//
// CALL's cache: counter, version of the function or class (2 units), fewest arguments. A function's version is
// taken away when its code or defaults change, so it vouches for the parameters; a class's version vouches for
// its `__init__` and `__new__`. PRECALL's cache is the counter: its forms look at the callable each time.
// A form of PRECALL that makes the whole call steps over the CALL behind it.
// Gains: no vectorcall through C++ for Python functions and classes; natives get the value stack itself as
// their arguments.
//
// CPython: Python/ceval.c (CALL_PY_EXACT_ARGS, PRECALL_NO_KW_LEN and their relatives)
#pragma once

#include "objects/descriptor.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "vm/ops_calls.h"
#include "vm/specialize.h"

namespace minipy {

namespace call_cache {
inline constexpr int version = 1, fewest = 3;
}

/// Natives that have forms of their own; null until a call site met builtins. Owned.
struct WellKnownCallables {
    Object *len, *isinstance, *list_append;
};
extern WellKnownCallables well_known;

inline bool takes_exactly(const Function* function, int count) noexcept {
    return function->code->exact_arguments == count;
}

/// A call site's part of the stack: [method or NULL, callable or self, arguments ...].
struct CallSite {
    Object** base;  // the first of the two
    int total;      // arguments, `self` included

    CallSite(Object** sp, unsigned argument) noexcept : base(sp - argument - 2) {
        total = static_cast<int>(argument) + (*base != nullptr);
    }
    Object* callable() const noexcept { return base[0] ? base[0] : base[1]; }
    Object** arguments() const noexcept { return base[0] ? base + 1 : base + 2; }
};

// --- CALL

OP(CALL_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    const CallSite site(sp, argument);
    specialize_call(ip - 1, site.callable(), site.total, thread.keyword_names);
    return Flow::Again;
}

/// The function at the call site if it is still the one that the cache knows, else null.
inline Function* known_function(const CallSite& site, const CodeWord* cache) noexcept {
    Object* callable = site.callable();
    if (!is_function(callable)) return nullptr;
    auto* function = static_cast<Function*>(callable);
    return function->version == read_cache<std::uint32_t>(cache + call_cache::version) ? function : nullptr;
}

/// The frame takes over the site's references, the callable's included.
inline void move_arguments(Frame* callee, const CallSite& site) noexcept {
    Object** from = site.arguments();
    Object** locals = callee->fast_locals();
    for (int i = 0; i < site.total; ++i) locals[i] = from[i];
}

OP(CALL_PY_EXACT_ARGS) {
    const CallSite site(sp, argument);
    Function* function = known_function(site, ip);
    if (!function || !takes_exactly(function, site.total)) [[unlikely]]
        return miss(ip);
    Frame* callee = push_frame(thread, function, site.total);
    move_arguments(callee, site);
    ip += cache_entries(Opcode::CALL);
    sp = site.base;
    return enter_frame(ip, sp, frame, thread, callee);
}

OP(CALL_PY_WITH_DEFAULTS) {
    const CallSite site(sp, argument);
    Function* function = known_function(site, ip);
    if (!function) [[unlikely]]
        return miss(ip);
    const int most = function->code->exact_arguments;
    if (site.total > most || site.total < read_cache<std::uint16_t>(ip + call_cache::fewest)) [[unlikely]]
        return miss(ip);
    Frame* callee = push_frame(thread, function, most);
    move_arguments(callee, site);
    Object* const* defaults = function->defaults->items() + function->defaults->size - most;
    for (int i = site.total; i < most; ++i) incref(callee->fast_locals()[i] = defaults[i]);
    ip += cache_entries(Opcode::CALL);
    sp = site.base;
    return enter_frame(ip, sp, frame, thread, callee);
}

// A class made by Python code whose instances come from `object` and whose `__init__` is a Python function. The
// new instance waits on the caller's stack, where it is the call's result once `__init__` has returned.
OP(CALL_PY_CLASS) {
    const CallSite site(sp, argument);
    if (site.base[0] || site.base[1]->type != &type_type) [[unlikely]]
        return miss(ip);
    auto* type = static_cast<Type*>(site.base[1]);
    if (type->version != read_cache<std::uint32_t>(ip + call_cache::version) || type->has(type_flag::abstract))
        [[unlikely]]
        return miss(ip);
    auto* function = static_cast<Function*>(type_lookup(type, name<"__init__">));
    if (!takes_exactly(function, site.total + 1)) [[unlikely]]
        return miss(ip);
    Object* instance = allocate_instance(type);
    incref(function);
    Frame* callee = push_frame(thread, function, site.total + 1);
    callee->role = FrameRole::Construct;
    Object** locals = callee->fast_locals();
    incref(locals[0] = instance);
    for (int i = 0; i < site.total; ++i) locals[i + 1] = site.base[2 + i];
    site.base[0] = instance;
    decref(type);
    ip += cache_entries(Opcode::CALL);
    sp = site.base + 1;
    return enter_frame(ip, sp, frame, thread, callee);
}

// --- PRECALL

OP(PRECALL_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    const CallSite site(sp, argument);
    specialize_precall(ip - 1, site.callable(), site.base[0] != nullptr, site.total, thread.keyword_names);
    return Flow::Again;
}

/// Nothing is left to prepare: goes on with the CALL behind, at once if it is of the commonest form.
MINIPY_OP Flow go_on_with_call(CodeWord*& ip, Object**& sp, Frame*& frame, unsigned argument,
                               ThreadState& thread) {
    ip += cache_entries(Opcode::PRECALL);
    if (static_cast<Opcode>(ip->opcode) != Opcode::CALL_PY_EXACT_ARGS) return Flow::Next;
    frame->ip = ip++;
    return op_CALL_PY_EXACT_ARGS(ip, sp, frame, argument, thread);
}

// A function, a class: anything but a bound method, which CALL would not see into.
OP(PRECALL_PYFUNC) {
    Object** base = sp - argument - 2;
    if (!base[0] && is_exactly(base[1], method_type)) [[unlikely]]
        return miss(ip);
    return go_on_with_call(ip, sp, frame, argument, thread);
}

// [NULL, bound method, arguments ...] -> [function, self, arguments ...]
OP(PRECALL_BOUND_METHOD) {
    Object** base = sp - argument - 2;
    if (base[0] || !is_exactly(base[1], method_type)) [[unlikely]]
        return miss(ip);
    auto* method = static_cast<Method*>(base[1]);
    incref(base[0] = method->function);
    incref(base[1] = method->self);
    decref(method);
    return go_on_with_call(ip, sp, frame, argument, thread);
}

/// Steps over the CALL that belongs to the PRECALL whose cache `ip` points to.
inline void skip_call(CodeWord*& ip) noexcept {
    ip += cache_entries(Opcode::PRECALL) + 1 + cache_entries(Opcode::CALL);
}

/// Replaces the call site by the result. Everything from `base` up is dropped.
MINIPY_OP Flow finish_call(CodeWord*& ip, Object**& sp, Object** base, NewRef result, ThreadState& thread) {
    while (sp > base + 1) decref(*--sp);
    --sp;
    xdecref(*sp);
    if (!result) [[unlikely]]
        return Flow::Error;
    push(sp, result.object);
    skip_call(ip);
    return check_breaker(thread);
}

/// [NULL, native function, arguments ...]: the function if its parameters are positional and all given.
inline BuiltinFunction* simple_function(Object** base, unsigned argument) noexcept {
    if (base[0] || base[1]->type != &builtin_function_type) return nullptr;
    auto* function = static_cast<BuiltinFunction*>(base[1]);
    const NativeSignature* signature = function->signature;
    const bool fits = signature->simple && signature->positional == static_cast<int>(argument);
    return fits ? function : nullptr;
}

OP(PRECALL_NO_KW_BUILTIN_O) {
    Object** base = sp - argument - 2;
    BuiltinFunction* function = simple_function(base, argument);
    if (!function) [[unlikely]]
        return miss(ip);
    NewRef result = function->signature->definition->function(function->self, base + 2);
    return finish_call(ip, sp, base, result, thread);
}

OP(PRECALL_NO_KW_BUILTIN_FAST) { return op_PRECALL_NO_KW_BUILTIN_O(ip, sp, frame, argument, thread); }

// Any native function without keywords at the call site.
OP(PRECALL_BUILTIN_FAST_WITH_KEYWORDS) {
    Object** base = sp - argument - 2;
    if (base[0] || base[1]->type != &builtin_function_type) [[unlikely]]
        return miss(ip);
    auto* function = static_cast<BuiltinFunction*>(base[1]);
    NewRef result =
        call_native(*function->signature, function->self, function->owner, base + 2, argument, nullptr);
    return finish_call(ip, sp, base, result, thread);
}

/// [method, self, arguments ...]: the native method if it is one of self's type.
inline MethodDescriptor* native_method(Object** base) noexcept {
    if (!base[0] || base[0]->type != &method_descriptor_type) return nullptr;
    auto* method = static_cast<MethodDescriptor*>(base[0]);
    return base[1]->type == method->owner || is_subtype(base[1]->type, method->owner) ? method : nullptr;
}

/// The same if its parameters are positional and all given.
inline MethodDescriptor* simple_method(Object** base, unsigned argument) noexcept {
    MethodDescriptor* method = native_method(base);
    if (!method) return nullptr;
    const bool fits = method->signature->simple && method->signature->positional == static_cast<int>(argument);
    return fits ? method : nullptr;
}

OP(PRECALL_NO_KW_METHOD_DESCRIPTOR_O) {
    Object** base = sp - argument - 2;
    MethodDescriptor* method = simple_method(base, argument);
    if (!method) [[unlikely]]
        return miss(ip);
    NewRef result = method->signature->definition->function(base[1], base + 2);
    return finish_call(ip, sp, base, result, thread);
}

OP(PRECALL_NO_KW_METHOD_DESCRIPTOR_NOARGS) {
    return op_PRECALL_NO_KW_METHOD_DESCRIPTOR_O(ip, sp, frame, argument, thread);
}
OP(PRECALL_NO_KW_METHOD_DESCRIPTOR_FAST) {
    return op_PRECALL_NO_KW_METHOD_DESCRIPTOR_O(ip, sp, frame, argument, thread);
}

OP(PRECALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS) {
    Object** base = sp - argument - 2;
    MethodDescriptor* method = native_method(base);
    if (!method) [[unlikely]]
        return miss(ip);
    NewRef result = call_native(*method->signature, base[1], method->owner, base + 2, argument, nullptr);
    return finish_call(ip, sp, base, result, thread);
}

// [list.append, list, item]: the item moves into the list
OP(PRECALL_NO_KW_LIST_APPEND) {
    Object** base = sp - 3;
    if (base[0] != well_known.list_append || !is_exactly(base[1], list_type)) [[unlikely]]
        return miss(ip);
    const Status appended = list_append_steal(static_cast<List*>(base[1]), base[2]);
    decref(base[1]);
    decref(base[0]);
    sp = base;
    if (!appended) return Flow::Error;
    push(sp, new_none().object);
    skip_call(ip);
    return Flow::Next;
}

OP(PRECALL_NO_KW_LEN) {
    Object** base = sp - 3;
    if (base[0] || base[1] != well_known.len) [[unlikely]]
        return miss(ip);
    const Result<Size> size = length(base[2]);
    return finish_call(ip, sp, base, size ? NewRef(new_int(*size)) : NewRef(failed), thread);
}

OP(PRECALL_NO_KW_ISINSTANCE) {
    Object** base = sp - 4;
    if (base[0] || base[1] != well_known.isinstance) [[unlikely]]
        return miss(ip);
    // The type itself, which needs no hooks, is the usual answer.
    const Result<bool> is = base[3] == base[2]->type ? Result<bool>(true) : is_instance(base[2], base[3]);
    return finish_call(ip, sp, base, is ? new_bool(*is) : NewRef(failed), thread);
}

OP(PRECALL_NO_KW_TYPE_1) {
    Object** base = sp - 3;
    if (base[0] || base[1] != &type_type) [[unlikely]]
        return miss(ip);
    return finish_call(ip, sp, base, new_ref(base[2]->type), thread);
}

OP(PRECALL_NO_KW_STR_1) {
    Object** base = sp - 3;
    if (base[0] || base[1] != &str_type) [[unlikely]]
        return miss(ip);
    return finish_call(ip, sp, base, Ref<Object>(to_str(base[2])), thread);
}

OP(PRECALL_NO_KW_TUPLE_1) {
    Object** base = sp - 3;
    if (base[0] || base[1] != &tuple_type) [[unlikely]]
        return miss(ip);
    return finish_call(ip, sp, base, Ref<Object>(sequence_to_tuple(base[2])), thread);
}

// A built-in class that can be called without tuple and dict.
OP(PRECALL_BUILTIN_CLASS) {
    Object** base = sp - argument - 2;
    if (base[0] || base[1]->type != &type_type) [[unlikely]]
        return miss(ip);
    const VectorcallSlot construct = static_cast<Type*>(base[1])->slots.construct;
    if (!construct) [[unlikely]]
        return miss(ip);
    return finish_call(ip, sp, base, construct(base[1], base + 2, argument, nullptr), thread);
}

}  // namespace minipy
