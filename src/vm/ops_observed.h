// The instructions that the reporting form of the eval loop runs in a way of its own: calls of natives, of
// which a profile function hears, and the delegation of `yield from`, whose end a trace function sees as an
// exception.
//
// `observed_op<Opcode::X>` is what runs instead of `op_X`; null for most.
//
// CPython: Python/ceval.c (trace_call_function, SEND)
#pragma once

#include <cstddef>

#include "objects/names.h"
#include "objects/opcode.h"
#include "vm/ops_calls.h"
#include "vm/ops_control.h"
#include "vm/ops_generators.h"
#include "vm/tracing.h"

namespace minipy {

template <Opcode>
inline constexpr std::nullptr_t observed_op = nullptr;

#define OBSERVE(name) \
    template <>       \
    inline constexpr auto observed_op<Opcode::name> = &op_observed_##name

// The step before it has looked up from work and reported the call.
OP(observed_RESUME) { return Flow::Next; }

/// Reports how the call of a native ended; `flow` is what the instruction gave.
inline Flow report_native_result(ThreadState& thread, Frame* frame, Object* native, Flow flow) {
    const bool failed = flow == Flow::Error;
    if (!thread.profile_function) return flow;
    if (!trace_native(thread, frame, failed ? name<"c_exception"> : name<"c_return">, native))
        return Flow::Error;
    return flow;
}

OP(observed_CALL) {
    if (!thread.profile_function) return op_CALL(ip, sp, frame, argument, thread);
    const int total = static_cast<int>(argument) + (peek(sp, static_cast<int>(argument) + 2) != nullptr);
    Ref<Object> native = profiled_native(peek(sp, total + 1), total ? peek(sp, total) : nullptr);
    if (!native) return op_CALL(ip, sp, frame, argument, thread);
    if (!trace_native(thread, frame, name<"c_call">, native.get())) {
        thread.keyword_names = nullptr;
        return Flow::Error;
    }
    return report_native_result(thread, frame, native.get(), op_CALL(ip, sp, frame, argument, thread));
}

OP(observed_CALL_FUNCTION_EX) {
    if (!thread.profile_function) return op_CALL_FUNCTION_EX(ip, sp, frame, argument, thread);
    const int keywords = argument & 1;
    Object* arguments = peek(sp, 1 + keywords);
    const bool has_first = is_tuple(arguments) && static_cast<Tuple*>(arguments)->size;
    Ref<Object> native =
        profiled_native(peek(sp, 2 + keywords), has_first ? (*static_cast<Tuple*>(arguments))[0] : nullptr);
    if (!native) return op_CALL_FUNCTION_EX(ip, sp, frame, argument, thread);
    if (!trace_native(thread, frame, name<"c_call">, native.get())) return Flow::Error;
    return report_native_result(thread, frame, native.get(),
                                op_CALL_FUNCTION_EX(ip, sp, frame, argument, thread));
}

OP(observed_SEND) {
    if (!thread.trace_function) return op_SEND(ip, sp, frame, argument, thread);
    Ref<Object> value = pop(sp);
    Object* result = nullptr;
    const SendStatus status = send_traced(thread, frame, peek(sp, 1), value.get(), &result);
    return push_sent(ip, sp, argument, status, result);
}

OBSERVE(RESUME);
OBSERVE(CALL);
OBSERVE(CALL_FUNCTION_EX);
OBSERVE(SEND);
#undef OBSERVE

}  // namespace minipy
