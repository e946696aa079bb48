// The eval loop: fetching, dispatch, and the unwinding of exceptions.
//
// Each pass fetches one word, notes in the frame where it stands, and runs the opcode's function (ops_*.h). In
// a release build dispatch jumps through a table from the end of each opcode; in a debug build it is a plain
// switch. Python calls and returns only change the registers, so one C++ call of this loop runs many frames: it
// ends when its entry frame does.
//
// The loop exists twice, made from one template: `Plain` runs, `Observed` also reports (observer.h). Whoever
// begins or stops to watch makes the running form leave with `LoopEnd::Changed`, its registers in the frame.
//
// CPython: Python/ceval.c (_PyEval_EvalFrameDefault)
#include "vm/eval.h"

#include <optional>
#include <type_traits>

#include "objects/call.h"
#include "objects/exception_table.h"
#include "objects/thread_state.h"
#include "vm/observer.h"
#include "vm/ops_calls.h"
#include "vm/ops_containers.h"
#include "vm/ops_control.h"
#include "vm/ops_exceptions.h"
#include "vm/ops_generators.h"
#include "vm/ops_match.h"
#include "vm/ops_names.h"
#include "vm/ops_observed.h"
#include "vm/ops_operators.h"
#include "vm/ops_stack.h"
#include "vm/quick_attributes.h"
#include "vm/quick_calls.h"
#include "vm/quick_loops.h"
#include "vm/quick_names.h"
#include "vm/quick_operators.h"
#include "vm/quick_stack.h"
#include "vm/traceback.h"

namespace minipy {
namespace {

/// Drops the values above `depth`.
void unwind_stack(Frame* frame, Object**& sp, int depth) noexcept {
    Object** const target = frame->stack_base() + depth;
    while (sp > target) xdecref(*--sp);
}

/// Where to go on after an exception: null if the frame does not handle it.
struct Handler {
    CodeWord* ip;
    Object** sp;
};

/// Looks for a handler of the pending exception around the instruction before `next`. If there is one, the
/// stack is cut to its depth, the exception (and, if wanted, the place it comes from) pushed; else the stack is
/// emptied. The place it comes from is that of `frame->ip`, which RERAISE sets back to where the exception was
/// raised first.
Handler find_handler(ThreadState& thread, Frame* frame, const CodeWord* next, Object** sp) {
    const int position = static_cast<int>(next - code_words(frame->code)) - 1;
    const std::optional<ExceptionTableEntry> handler =
        find_exception_handler(frame->code->exception_table->view(), position);
    if (!handler) {
        unwind_stack(frame, sp, 0);
        return {nullptr, sp};
    }
    unwind_stack(frame, sp, handler->depth);
    if (handler->push_last_i) push(sp, new_int(frame->instruction_index()).release());
    push(sp, std::exchange(thread.pending_exception, nullptr));
    return {code_words(frame->code) + handler->target, sp};
}

/// An AttributeError that leaves the getter of a property run by LOAD_ATTR_PROPERTY gets the object and the
/// name that were asked for, as it would from `get_attribute`.
void complete_property_error(Frame* frame) noexcept {
    const Frame* caller = frame->previous;
    if (static_cast<Opcode>(caller->ip->opcode) != Opcode::LOAD_ATTR_PROPERTY) return;
    Object* owner = frame->fast_locals()[0];
    if (owner) complete_attribute_error(owner, code_name(caller, caller->ip->argument));
}

/// Ends a frame by exception; the caller's, or null if the loop's entry frame has ended.
Frame* leave_by_exception(ThreadState& thread, Frame* frame, Object** sp) noexcept {
    Frame* caller = frame->previous;
    const bool entry = frame->entry;
    const bool resumed = !entry && frame->owner == FrameOwner::Generator;
    frame->stack = sp;
    thread.frame = caller;
    --thread.recursion_depth;
    if (!entry) complete_property_error(frame);
    if (resumed) unlink_resumed(thread, frame);
    pop_frame(thread, frame);
    if (resumed) fail_resumed(frame);
    return entry ? nullptr : caller;
}

enum class LoopStart { Call, Throw, Change };
enum class LoopEnd { Returned, Raised, Changed };

/// The opcode, as a value that depends on the observer: what is not run need not be callable.
template <class Observer, Opcode opcode>
inline constexpr Opcode seen_by = opcode;

/// Runs the opcode, in the observer's own way if it has one.
#define RUN(name)                                                                                  \
    if constexpr (Observer::reports &&                                                             \
                  !std::is_null_pointer_v<decltype(observed_op<seen_by<Observer, Opcode::name>>)>) \
        flow = observed_op<seen_by<Observer, Opcode::name>>(ip, sp, frame, argument, thread);      \
    else                                                                                           \
        flow = op_##name(ip, sp, frame, argument, thread)

/// Runs a specialised opcode, which the observed form of the loop never meets: it runs the base of each.
#define RUN_SPECIALIZED(name)                                                                            \
    if constexpr (Observer::reports)                                                                     \
        __builtin_unreachable();                                                                         \
    else                                                                                                 \
        flow = op_##name(ip, sp, frame, argument, thread)

/// Runs the thread's topmost frame, and all Python functions it calls.
template <class Observer>
LoopEnd run_loop(ThreadState& thread, LoopStart start) {
    Frame* frame = thread.frame;
    CodeWord* ip = frame->resume_at;
    Object** sp = frame->stack;
    unsigned argument = 0;
    unsigned opcode;
    Flow flow;
    Handler handler;

    if (start == LoopStart::Throw) {
        if (Observer::reports && !observe_throw(thread, frame)) goto leave_frame;
        goto error;
    }
    if (start == LoopStart::Call && (thread.recursion_depth > thread.recursion_limit || stack_is_low())) {
        raise_recursion_error("");
        goto unwind;
    }

next_instruction:
    if constexpr (Observer::reports) {
        if (!thread.observed) goto change;
        const Step step = observe_instruction(thread, frame, ip, sp);
        if (step != Step::Go) {
            frame->ip = ip++;
            if (step == Step::Error) goto error;
            goto leave_frame;
        }
        ip = frame->ip;
        sp = frame->stack;
    }
    frame->ip = ip;
    opcode =
        Observer::reports ? static_cast<unsigned>(base_opcode(static_cast<Opcode>(ip->opcode))) : ip->opcode;
    argument = ip->argument;
    ++ip;
#ifdef MINIPY_DEBUG
dispatch:
    switch (static_cast<Opcode>(opcode)) {
#define OPCODE(name, number, kind, effect, caches, meaning) \
    case Opcode::name:                                      \
        RUN(name);                                          \
        break;
#include "objects/opcodes.def"
#define SPECIALIZED(name, number, base, meaning) \
    case Opcode::name:                           \
        RUN_SPECIALIZED(name);                   \
        break;
#include "objects/opcodes.def"
        default: __builtin_unreachable();
    }
    if (flow == Flow::Next) goto next_instruction;
#else
    // Addresses of labels are known to this function alone, so it fills the table when it first runs.
    static const void* targets[256];
    if (!targets[static_cast<int>(Opcode::NOP)]) [[unlikely]] {
#define OPCODE(name, number, kind, effect, caches, meaning) targets[number] = &&do_##name;
#include "objects/opcodes.def"
#define SPECIALIZED(name, number, base, meaning) targets[number] = &&do_##name;
#include "objects/opcodes.def"
    }
#define DISPATCH()                                              \
    do {                                                        \
        if constexpr (Observer::reports) goto next_instruction; \
        frame->ip = ip;                                         \
        opcode = ip->opcode;                                    \
        argument = ip->argument;                                \
        ++ip;                                                   \
        goto* targets[opcode];                                  \
    } while (0)
    goto* targets[opcode];
#define OPCODE(name, number, kind, effect, caches, meaning) \
    do_##name : RUN(name);                                  \
    if (flow == Flow::Next) [[likely]]                      \
        DISPATCH();                                         \
    goto leave;
#include "objects/opcodes.def"
#define SPECIALIZED(name, number, base, meaning) \
    do_##name : RUN_SPECIALIZED(name);           \
    if (flow == Flow::Next) [[likely]]           \
        DISPATCH();                              \
    goto leave;
#include "objects/opcodes.def"
leave:
#endif
    if (flow == Flow::Again || flow == Flow::General) {
        opcode = ip[-1].opcode;
        if (flow == Flow::General) opcode = static_cast<unsigned>(base_opcode(static_cast<Opcode>(opcode)));
#ifdef MINIPY_DEBUG
        goto dispatch;
#else
        goto* targets[opcode];
#endif
    }
    if (flow == Flow::Extend) {
        opcode = Observer::reports ? static_cast<unsigned>(base_opcode(static_cast<Opcode>(ip->opcode)))
                                   : ip->opcode;
        argument = argument << 8 | ip->argument;
        ++ip;
#ifdef MINIPY_DEBUG
        goto dispatch;
#else
        goto* targets[opcode];
#endif
    }
    if (flow == Flow::Exit) return LoopEnd::Returned;
    if (flow == Flow::Unwind) goto unwind;
    if (flow == Flow::Watch) {
        if constexpr (Observer::reports) goto next_instruction;
        goto change;
    }

error:
    add_traceback(thread, frame);
    if (observable && thread.observed) observe_raise(thread, frame);
unwind:
    for (;;) {
        handler = find_handler(thread, frame, ip, sp);
        sp = handler.sp;
        if (handler.ip) {
            ip = handler.ip;
            break;
        }
        if (observable && thread.observed) observe_unwind(thread, frame, ip);
    leave_frame:
        frame = leave_by_exception(thread, frame, sp);
        if (!frame) return LoopEnd::Raised;
        ip = frame->resume_at;
        sp = frame->stack;
        add_traceback(thread, frame);
        if (observable && thread.observed) observe_raise(thread, frame);
    }
    if ((observable && thread.observed) == Observer::reports) goto next_instruction;
change:
    frame->resume_at = ip;
    frame->stack = sp;
    return LoopEnd::Changed;
}

}  // namespace

NewRef run_frame(ThreadState& thread, Frame* frame, bool throwing) {
    frame->entry = true;
    frame->previous = thread.frame;
    thread.frame = frame;
    ++thread.recursion_depth;
    LoopStart start = throwing ? LoopStart::Throw : LoopStart::Call;
    for (;;) {
        LoopEnd end;
        if constexpr (observable)
            end = thread.observed ? run_loop<Observed>(thread, start) : run_loop<Plain>(thread, start);
        else
            end = run_loop<Plain>(thread, start);
        if (end == LoopEnd::Returned) return NewRef(std::exchange(thread.result, nullptr));
        if (end == LoopEnd::Raised) return failed;
        start = LoopStart::Change;
    }
}

}  // namespace minipy
