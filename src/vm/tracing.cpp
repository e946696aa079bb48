// Trace and profile functions: see tracing.h.
//
// CPython: Python/ceval.c, Python/sysmodule.c
#include "vm/tracing.h"

#include <fmt/format.h>

#include <utility>

#include "memory/allocator.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/descriptor.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/line_table.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/stop_iteration.h"
#include "objects/tuple.h"
#include "vm/observer.h"
#include "vm/traceback.h"

namespace minipy {

// --- switching on and off

namespace {

void drop_function(ThreadState& thread, Object* ThreadState::*field) noexcept {
    Object* old = std::exchange(thread.*field, nullptr);
    update_observed(thread);
    xdecref(old);
}

/// The old function goes before the new one comes: what runs at its end is refused a function of its own.
Status replace_function(ThreadState& thread, Object* ThreadState::*field, const char* kind, bool& installing,
                        Object* function_or_null) {
    if (std::exchange(installing, true)) {
        installing = false;
        return raise(runtime_error_type,
                     fmt::format("Cannot install a {} function while another {} function is "
                                 "being installed",
                                 kind, kind));
    }
    Ref<Object> function = share(function_or_null);
    drop_function(thread, field);
    Ref<Object> meanwhile = Ref<Object>::steal(std::exchange(thread.*field, function.release()));
    installing = false;
    update_observed(thread);
    return done;
}

/// A listener with its object, in the place of a profile function.
struct NativeProfiler : Object {
    Object* self;
    ProfileListener listener;
};

void native_profiler_dealloc(Object* object) noexcept {
    xdecref(static_cast<NativeProfiler*>(object)->self);
    free_object(object);
}

const TypeSpec native_profiler_spec = {
    .name = "native_profiler",
    .basic_size = sizeof(NativeProfiler),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = native_profiler_dealloc},
};
Type native_profiler_type(native_profiler_spec);

/// The profile function as a listener, or null.
NativeProfiler* as_native_profiler(Object* function_or_null) noexcept {
    const bool is_native = function_or_null && is_exactly(function_or_null, native_profiler_type);
    return is_native ? static_cast<NativeProfiler*>(function_or_null) : nullptr;
}

}  // namespace

Status set_trace_function(ThreadState& thread, Object* function_or_null) {
    TRY(audit("sys.settrace"));
    static bool installing = false;
    return replace_function(thread, &ThreadState::trace_function, "trace", installing, function_or_null);
}

Status set_profile_function(ThreadState& thread, Object* function_or_null) {
    TRY(audit("sys.setprofile"));
    static bool installing = false;
    return replace_function(thread, &ThreadState::profile_function, "profile", installing, function_or_null);
}

Status set_native_profile_function(ThreadState& thread, Object* self, ProfileListener listener) {
    ready_type(native_profiler_type);
    auto made =
        Ref<NativeProfiler>::steal(static_cast<NativeProfiler*>(allocate_instance(&native_profiler_type)));
    made->self = share(self).release();
    made->listener = listener;
    return set_profile_function(thread, made.get());
}

Object* profile_object(const ThreadState& thread) noexcept {
    const NativeProfiler* native = as_native_profiler(thread.profile_function);
    return native ? native->self : thread.profile_function;
}

NewRef call_traced(Object* function, Tuple* arguments) {
    ThreadState& thread = *current_thread;
    // As in CPython, events begin again only when the function calls sys.settrace.
    const int nesting = std::exchange(thread.tracing, 0);
    NewRef result = call_with_dict(function, arguments, nullptr);
    thread.tracing = nesting;
    update_observed(thread);
    return result;
}

// --- lines

const CodeWord* first_traceable(const Code* code) noexcept {
    const CodeWord* word = code_words(code);
    const CodeWord* const end = word + code->code->size / 2;
    while (word < end && base_opcode(static_cast<Opcode>(word->opcode)) != Opcode::RESUME) ++word;
    return word;
}

namespace {

void prepare_lines(Code* code) {
    const int units = static_cast<int>(code->code->size / 2);
    int* lines = static_cast<int*>(allocate(static_cast<std::size_t>(units) * sizeof(int)));
    LineTableReader reader(code->line_table->view(), code->first_line);
    int unit = 0;
    for (LineTableEntry entry; unit < units && reader.next(entry);)
        for (; unit < entry.end && unit < units; ++unit) lines[unit] = entry.range.line;
    for (; unit < units; ++unit) lines[unit] = -1;
    code->lines = lines;
}

}  // namespace

int line_of_unit(Code* code, int unit) {
    if (!code->lines) prepare_lines(code);
    return code->lines[unit];
}

namespace {

int line_of(Code* code, const CodeWord* word) {
    return line_of_unit(code, static_cast<int>(word - code_words(code)));
}

// --- calling the functions

using Field = Object* ThreadState::*;

/// Calls `function(frame, event, argument)` with the frame's locals as a dict that it may change.
/// call_trampoline.
Ref<Object> call_listener(ThreadState& thread, Object* function, Frame* frame, Str* event, Object* argument) {
    Ref<Object> locals = TRY(frame_locals(frame));
    Ref<Object> keep = share(function);
    Ref<Object> object = share<Object>(frame_object(frame));
    Ref<Object> result = call(function, {object.get(), event, argument});
    locals_to_fast(frame);
    if (!result) add_traceback(thread, frame);
    return result;
}

/// The frame's own function answers for itself with the next one; an error ends all tracing.
bool call_trace_function(ThreadState& thread, Frame* frame, Str* event, Object* argument) {
    FrameObject* object = frame_object(frame);
    Object* function = event == name<"call"> ? thread.trace_function : object->trace;
    if (!function) return true;
    Ref<Object> keep = share<Object>(object);
    Ref<Object> result = call_listener(thread, function, frame, event, argument);
    if (result && is_none(result.get())) return true;
    if (!result) drop_function(thread, &ThreadState::trace_function);
    Ref<Object> old = Ref<Object>::steal(std::exchange(object->trace, result.release()));
    return thread.pending_exception == nullptr;
}

bool call_profile_function(ThreadState& thread, Frame* frame, Str* event, Object* argument) {
    if (NativeProfiler* native = as_native_profiler(thread.profile_function)) {
        Ref<NativeProfiler> keep = share(native);
        native->listener(native->self, frame, event, argument);
        return true;
    }
    Ref<Object> result = call_listener(thread, thread.profile_function, frame, event, argument);
    if (!result) drop_function(thread, &ThreadState::profile_function);
    return static_cast<bool>(result);
}

/// Tells one of the two of an event, with events switched off meanwhile. Nothing is pending before. call_trace.
bool tell(ThreadState& thread, Field field, Frame* frame, Str* event, Object* argument) {
    if (thread.tracing || !(thread.*field)) return true;
    FrameObject* object = frame_object(frame);
    Str* outer = std::exchange(thread.traced_event, event);
    Tuple* keyword_names = std::exchange(thread.keyword_names, nullptr);  // a call may be about to begin
    ++thread.tracing;
    update_observed(thread);
    object->line = line_of(frame->code, frame->ip);
    const bool told = field == &ThreadState::trace_function
                          ? call_trace_function(thread, frame, event, argument)
                          : call_profile_function(thread, frame, event, argument);
    object->line = 0;
    --thread.tracing;
    update_observed(thread);
    thread.keyword_names = keyword_names;
    thread.traced_event = outer;
    return told;
}

/// The same while an exception may be pending: it is kept, unless the function raises another.
/// call_trace_protected.
bool tell_protected(ThreadState& thread, Field field, Frame* frame, Str* event, Object* argument) {
    Ref<Object> pending = take_exception();
    if (!tell(thread, field, frame, event, argument)) return false;
    if (pending) (void)restore_exception(std::move(pending));
    return true;
}

/// Both of them, the trace function first.
bool tell_both(ThreadState& thread, Frame* frame, Str* event, Object* argument) {
    return tell_protected(thread, &ThreadState::trace_function, frame, event, argument) &&
           tell_protected(thread, &ThreadState::profile_function, frame, event, argument);
}

}  // namespace

// --- events

bool trace_call(ThreadState& thread, Frame* frame) { return tell_both(thread, frame, name<"call">, &none); }

bool trace_line(ThreadState& thread, Frame* frame, const CodeWord* before) {
    if (!thread.trace_function) return true;
    Code* code = frame->code;
    const CodeWord* here = frame->ip;
    const int line_before = before <= first_traceable(code) ? -1 : line_of(code, before);
    const int line = line_of(code, here);
    FrameObject* object = frame_object(frame);
    if (line != -1 && object->trace_lines) {
        // A jump back begins the line again, but for the loop of `yield from`.
        const bool again = here < before && base_opcode(static_cast<Opcode>(here->opcode)) != Opcode::SEND;
        const bool due = line != line_before || again;
        if (due && !tell(thread, &ThreadState::trace_function, frame, name<"line">, &none)) return false;
    }
    return !object->trace_opcodes || tell(thread, &ThreadState::trace_function, frame, name<"opcode">, &none);
}

bool trace_return(ThreadState& thread, Frame* frame, Object* value_or_null) {
    Ref<Object> value = share(value_or_null ? value_or_null : &none);
    return tell_both(thread, frame, name<"return">, value.get());
}

void trace_exception(ThreadState& thread, Frame* frame) {
    if (thread.tracing || !thread.trace_function) return;
    Ref<Object> exception = take_exception();
    Object* traceback = static_cast<BaseException*>(exception.get())->traceback;
    Object* parts[] = {exception->type, exception.get(), traceback ? traceback : &none};
    Ref<Tuple> argument = new_tuple(parts);
    if (tell(thread, &ThreadState::trace_function, frame, name<"exception">, argument.get()))
        (void)restore_exception(std::move(exception));
}

bool trace_native(ThreadState& thread, Frame* frame, Str* event, Object* function) {
    return tell_protected(thread, &ThreadState::profile_function, frame, event, function);
}

// --- instructions that report more than their beginning

Ref<Object> profiled_native(Object* callable, Object* first_argument_or_null) {
    if (is_exactly(callable, builtin_function_type)) return share(callable);
    if (!is_exactly(callable, method_descriptor_type) || !first_argument_or_null) return nullptr;
    Ref<Object> bound =
        callable->type->slots.descriptor_get(callable, first_argument_or_null, first_argument_or_null->type);
    if (!bound) clear_exception();  // the call itself will complain of its first argument
    return bound;
}

SendStatus send_traced(ThreadState& thread, Frame* frame, Object* iterator, Object* value, Object** result) {
    const auto next = iterator->type->slots.next;
    Ref<Object> sent = is_none(value) && next ? Ref<Object>(next(iterator))
                                              : Ref<Object>(call_method(iterator, name<"send">, {value}));
    *result = sent.release();
    if (*result) return SendStatus::Next;
    if (pending_matches(stop_iteration_type)) trace_exception(thread, frame);
    Ref<Object> returned;
    if (!take_stop_iteration_value(returned)) return SendStatus::Error;
    *result = returned.release();
    return SendStatus::Return;
}

}  // namespace minipy
