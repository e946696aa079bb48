// Signals: see signals.h.
//
// CPython: Modules/signalmodule.c (trip_signal, _PyErr_CheckSignalsTstate)
#include "vm/signals.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/thread_state.h"
#include "vm/frame.h"
#include "vm/import.h"
#include "vm/traceback_text.h"

namespace minipy {
namespace {

std::array<std::atomic<bool>, signal_count> signal_pending{};
std::atomic<bool> any_pending{false};
std::atomic<int> wakeup_error{0};  // why the byte of a signal could not be written, or 0
std::array<Object*, signal_count> handlers{};  // owned; null: None

bool is_callable_handler(Object* handler) noexcept { return !is_none(handler) && !is_int(handler); }

/// Tells of a byte that could not be written. report_wakeup_write_error.
void report_wakeup_error(int number) {
    Ref<Object> code = new_int(number);
    Ref<Object> text = str_from_utf8(std::strerror(number));
    Ref<Object> error = call(&os_error_type, {code.get(), text.get()});
    if (error) (void)raise_object(std::move(error));
    write_error_text("Exception ignored when trying to write to the signal wakeup fd:\n",
                     sys_attribute(name<"stderr">));
    write_unraisable(nullptr);
}

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

SignalWakeup signal_wakeup;

void note_signal(int number) noexcept {
    const int saved = errno;
    signal_pending[static_cast<std::size_t>(number)].store(true, std::memory_order_relaxed);
    any_pending.store(true);
    main_thread->breaker.store(true);
    if (signal_wakeup.file >= 0) {
        const auto byte = static_cast<unsigned char>(number);
        const bool written = ::write(signal_wakeup.file, &byte, 1) == 1;
        if (!written && (signal_wakeup.tells_full || (errno != EAGAIN && errno != EWOULDBLOCK)))
            wakeup_error.store(errno, std::memory_order_relaxed);
    }
    errno = saved;
}

Status run_signal_handlers() {
    if (current_thread != main_thread || !any_pending.exchange(false)) return done;
    if (const int error = wakeup_error.exchange(0)) report_wakeup_error(error);
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
