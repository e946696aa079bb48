// Which loop runs in a thread.
//
// Invariant: a loop counts as running only in the process that set it; the child of a fork has none.
//
// CPython: Modules/_asynciomodule.c (get_running_loop, _RunningLoopHolder)
#include <unistd.h>

#include "modules/asyncio/asyncio.h"
#include "objects/call.h"
#include "vm/threads.h"

namespace minipy::asyncio {
namespace {

struct Running {
    Object* loop;  // owned; null or None: no loop runs
    pid_t process;
};

thread_local Running running{};

/// The state of a thread that a fork has lost is not the running one's.
void forget_running_loop(ThreadState& thread) noexcept {
    if (&thread == current_thread) xdecref(std::exchange(running.loop, nullptr));
}

}  // namespace

Ref<Object> running_loop() noexcept {
    if (!running.loop || is_none(running.loop) || running.process != getpid()) return nullptr;
    return share(running.loop);
}

void set_running_loop(Object* loop) noexcept {
    running.process = getpid();
    replace_field(running.loop, share(loop));
}

Ref<Object> event_loop() {
    if (Ref<Object> loop = running_loop()) return loop;
    Ref<Object> policy = TRY(call(library().get_event_loop_policy, {}));
    return invoke(policy.get(), name<"get_event_loop">);
}

void watch_thread_ends() {
    static const bool once = (at_thread_end(forget_running_loop), true);
    (void)once;
}

}  // namespace minipy::asyncio
