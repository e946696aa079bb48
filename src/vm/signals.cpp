// Signals: see signals.h.
//
// CPython: Modules/signalmodule.c (trip_signal, _PyErr_CheckSignalsTstate)
#include "vm/signals.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <utility>

#include "objects/call.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/thread_state.h"
#include "vm/frame.h"

namespace minipy {
namespace {

std::array<std::atomic<bool>, signal_count> signal_pending{};
std::atomic<bool> any_pending{false};
std::array<Object*, signal_count> handlers{};  // owned; null: None

bool is_callable_handler(Object* handler) noexcept { return !is_none(handler) && !is_int(handler); }

/// Runs the handler of one signal with the number and the frame that was interrupted.
Status run_handler(int number) {
    Ref<Object> handler = share(signal_handler(number));
    if (!is_callable_handler(handler.get())) return done;
    Frame* frame = current_thread->frame;
    Ref<Object> interrupted = share<Object>(frame ? static_cast<Object*>(frame_object(frame)) : &none);
    Ref<Int> argument = new_int(number);
    TRY(call(handler.get(), {argument.get(), interrupted.get()}));
    return done;
}

}  // namespace

int signal_wakeup_file = -1;

void note_signal(int number) noexcept {
    const int saved = errno;
    signal_pending[static_cast<std::size_t>(number)].store(true, std::memory_order_relaxed);
    any_pending.store(true);
    main_thread->breaker.store(true);
    if (signal_wakeup_file >= 0) {
        const auto byte = static_cast<unsigned char>(number);
        // A full pipe has woken its reader already.
        [[maybe_unused]] const ssize_t written = ::write(signal_wakeup_file, &byte, 1);
    }
    errno = saved;
}

Status run_signal_handlers() {
    if (current_thread != main_thread || !any_pending.exchange(false)) return done;
    for (int number = 1; number < signal_count; ++number) {
        if (!signal_pending[static_cast<std::size_t>(number)].exchange(false)) continue;
        if (run_handler(number)) continue;
        any_pending.store(true);  // others may wait behind the one that raised
        main_thread->breaker.store(true);
        return failed;
    }
    return done;
}

Object* signal_handler(int number) noexcept {
    Object* handler = handlers[static_cast<std::size_t>(number)];
    return handler ? handler : &none;
}

void set_signal_handler(int number, Object* handler) {
    incref(handler);
    xdecref(std::exchange(handlers[static_cast<std::size_t>(number)], handler));
}

}  // namespace minipy
