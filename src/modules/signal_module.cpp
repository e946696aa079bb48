// The module `_signal`: handlers of signals. How they come to run is in vm/signals.cpp.
//
// CPython: Modules/signalmodule.c
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstring>

#include "modules/os_error.h"
#include "modules/signal_set.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/struct_sequence.h"
#include "objects/thread_state.h"
#include "objects/tuple.h"
#include "vm/gil.h"
#include "vm/signals.h"

namespace minipy {
namespace {

constexpr int default_action = 0, ignore_action = 1;  // SIG_DFL, SIG_IGN as Python shows them

struct Constant {
    const char* name;
    int value;
};

constexpr Constant constants[] = {
    {"NSIG", NSIG},
    {"SIG_DFL", default_action},
    {"SIG_IGN", ignore_action},
    {"SIG_BLOCK", SIG_BLOCK},
    {"SIG_UNBLOCK", SIG_UNBLOCK},
    {"SIG_SETMASK", SIG_SETMASK},
    {"ITIMER_REAL", ITIMER_REAL},
    {"ITIMER_VIRTUAL", ITIMER_VIRTUAL},
    {"ITIMER_PROF", ITIMER_PROF},
    {"SIGHUP", SIGHUP},
    {"SIGINT", SIGINT},
    {"SIGQUIT", SIGQUIT},
    {"SIGILL", SIGILL},
    {"SIGTRAP", SIGTRAP},
    {"SIGIOT", SIGIOT},
    {"SIGABRT", SIGABRT},
    {"SIGFPE", SIGFPE},
    {"SIGKILL", SIGKILL},
    {"SIGBUS", SIGBUS},
    {"SIGSEGV", SIGSEGV},
    {"SIGSYS", SIGSYS},
    {"SIGPIPE", SIGPIPE},
    {"SIGALRM", SIGALRM},
    {"SIGTERM", SIGTERM},
    {"SIGUSR1", SIGUSR1},
    {"SIGUSR2", SIGUSR2},
    {"SIGCLD", SIGCHLD},
    {"SIGCHLD", SIGCHLD},
    {"SIGPWR", SIGPWR},
    {"SIGIO", SIGIO},
    {"SIGURG", SIGURG},
    {"SIGWINCH", SIGWINCH},
    {"SIGPOLL", SIGPOLL},
    {"SIGSTOP", SIGSTOP},
    {"SIGTSTP", SIGTSTP},
    {"SIGCONT", SIGCONT},
    {"SIGTTIN", SIGTTIN},
    {"SIGTTOU", SIGTTOU},
    {"SIGVTALRM", SIGVTALRM},
    {"SIGPROF", SIGPROF},
    {"SIGXCPU", SIGXCPU},
    {"SIGXFSZ", SIGXFSZ},
    {"SIGSTKFLT", SIGSTKFLT},
};

constexpr const char* information_fields[] = {"si_signo", "si_code",   "si_errno", "si_pid",
                                              "si_uid",   "si_status", "si_band"};
constexpr StructSequenceSpec information_spec = {
    .name = "signal.struct_siginfo",
    .doc = "struct_siginfo: What a signal that was waited for tells.",
    .fields = information_fields,
    .visible = 7};
StructSequenceType information_type(information_spec);

Type* timer_error = nullptr;  // signal.itimer_error

Result<int> signal_argument(Object* argument) {
    const int number = TRY(argument_int(argument));
    if (number < 1 || number >= signal_count) return raise(value_error_type, "signal number out of range");
    return number;
}

NewRef signal_default_int_handler(Object*, Object* const*) {
    return raise_object(new_exception_without_arguments(keyboard_interrupt_type));
}

/// What the C handler becomes for a Python handler; TypeError for what can be none.
Result<sighandler_t> c_handler(Object* handler) {
    if (is_callable(handler)) return note_signal;
    if (is_int(handler) && as_int(handler)->is_small()) {
        if (as_int(handler)->small == default_action) return SIG_DFL;
        if (as_int(handler)->small == ignore_action) return SIG_IGN;
    }
    return raise(type_error_type,
                 "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
}

Status install(int number, sighandler_t handler) {
    struct sigaction action {};
    action.sa_handler = handler;
    if (::sigaction(number, &action, nullptr) < 0) return raise_errno();
    return done;
}

Status on_main_thread(const char* function) {
    if (current_thread == main_thread) return done;
    return raise(value_error_type,
                 fmt::format("{} only works in main thread of the main interpreter", function));
}

NewRef signal_signal(Object*, Object* const* arguments) {
    const int number = TRY(argument_int(arguments[0]));
    const sighandler_t handler = TRY(c_handler(arguments[1]));
    TRY(on_main_thread("signal"));
    if (number < 1 || number >= signal_count) return raise(value_error_type, "signal number out of range");
    TRY(run_signal_handlers());
    TRY(install(number, handler));
    Ref<Object> old = share(signal_handler(number));
    set_signal_handler(number, arguments[1]);
    return old;
}

NewRef signal_getsignal(Object*, Object* const* arguments) {
    return new_ref(signal_handler(TRY(signal_argument(arguments[0]))));
}

NewRef signal_raise_signal(Object*, Object* const* arguments) {
    if (::raise(TRY(argument_int(arguments[0]))) != 0) return raise_errno();
    TRY(run_signal_handlers());
    return new_none();
}

NewRef signal_strsignal(Object*, Object* const* arguments) {
    const int number = TRY(signal_argument(arguments[0]));
    const char* text = ::strsignal(number);
    if (!text || std::strstr(text, "Unknown signal")) return new_none();
    return str_from_utf8(text);
}

NewRef signal_alarm(Object*, Object* const* arguments) {
    return new_int(::alarm(static_cast<unsigned>(TRY(argument_int(arguments[0])))));
}

NewRef signal_pause(Object*, Object* const*) {
    without_gil([] { return ::pause(); });
    TRY(run_signal_handlers());
    return new_none();
}

NewRef signal_siginterrupt(Object*, Object* const* arguments) {
    const int number = TRY(signal_argument(arguments[0]));
    struct sigaction action;
    if (::sigaction(number, nullptr, &action) < 0) return raise_errno();
    if (TRY(argument_int(arguments[1])))
        action.sa_flags &= ~SA_RESTART;
    else
        action.sa_flags |= SA_RESTART;
    if (::sigaction(number, &action, nullptr) < 0) return raise_errno();
    return new_none();
}

NewRef signal_set_wakeup_fd(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const bool tells_full = TRY(truth(arguments[1]));
    TRY(on_main_thread("set_wakeup_fd"));
    if (file != -1) {
        const int flags = ::fcntl(file, F_GETFL);
        if (flags < 0) return raise_errno();
        if (!(flags & O_NONBLOCK))
            return raise(value_error_type, fmt::format("the fd {} must be in non-blocking mode", file));
    }
    return new_int(std::exchange(signal_wakeup, {file, tells_full}).file);
}

// --- timers

Ref<Object> timer_pair(const itimerval& timer) {
    const auto seconds = [](const timeval& time) {
        return new_float(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6);
    };
    Ref<Float> left = seconds(timer.it_value), interval = seconds(timer.it_interval);
    Object* pair[] = {left.get(), interval.get()};
    return new_tuple(pair);
}

Result<timeval> timer_argument(Object* argument) {
    double seconds;
    if (is_float(argument))
        seconds = float_value(argument);
    else
        seconds = static_cast<double>(TRY(argument_size(argument)));
    const double whole = std::floor(seconds);
    return timeval{static_cast<time_t>(whole), static_cast<suseconds_t>(std::ceil((seconds - whole) * 1e6))};
}

Failure raise_timer_error() {
    Ref<Int> number = new_int(errno);
    Ref<Str> text = str_from_utf8(std::strerror(errno));
    Ref<Object> error = call(timer_error, {number.get(), text.get()});
    return error ? raise_object(std::move(error)) : failed;
}

NewRef signal_setitimer(Object*, Object* const* arguments) {
    const int which = TRY(argument_int(arguments[0]));
    itimerval timer{}, old{};
    timer.it_value = TRY(timer_argument(arguments[1]));
    timer.it_interval = TRY(timer_argument(arguments[2]));
    if (::setitimer(static_cast<__itimer_which>(which), &timer, &old) < 0) return raise_timer_error();
    return timer_pair(old);
}

NewRef signal_getitimer(Object*, Object* const* arguments) {
    itimerval timer{};
    if (::getitimer(static_cast<__itimer_which>(TRY(argument_int(arguments[0]))), &timer) < 0)
        return raise_timer_error();
    return timer_pair(timer);
}

// --- sets of signals

Ref<Object> set_of(const sigset_t& signals) {
    Ref<Set> numbers = new_set();
    for (int number = 1; number < signal_count; ++number)
        if (sigismember(&signals, number) == 1) TRY(set_add(numbers.get(), new_int(number).get()));
    return numbers;
}

}  // namespace

Status parse_signal_set(Object* iterable, sigset_t& signals) {
    sigemptyset(&signals);
    Ref<Tuple> items = TRY(sequence_to_tuple(iterable));
    for (Object* item : items->span()) {
        Ref<Int> index = TRY(to_index(item));
        const std::int64_t number = index->is_small() ? index->small : -1;
        if (number < 1 || number >= signal_count)
            return raise(value_error_type,
                         fmt::format("signal number {} out of range [1; {}]", number, signal_count - 1));
        sigaddset(&signals, static_cast<int>(number));
    }
    return done;
}

namespace {

NewRef signal_valid_signals(Object*, Object* const*) {
    sigset_t signals;
    sigfillset(&signals);
    return set_of(signals);
}

NewRef signal_pthread_sigmask(Object*, Object* const* arguments) {
    sigset_t signals, old;
    const int how = TRY(argument_int(arguments[0]));
    TRY(parse_signal_set(arguments[1], signals));
    if (const int error = ::pthread_sigmask(how, &signals, &old)) return raise_os_error(error);
    TRY(run_signal_handlers());
    return set_of(old);
}

NewRef signal_sigpending(Object*, Object* const*) {
    sigset_t signals;
    if (::sigpending(&signals) < 0) return raise_errno();
    return set_of(signals);
}

NewRef signal_sigwait(Object*, Object* const* arguments) {
    sigset_t signals;
    TRY(parse_signal_set(arguments[0], signals));
    int number;
    if (const int error = without_gil([&] { return ::sigwait(&signals, &number); }))
        return raise_os_error(error);
    return new_int(number);
}

/// What a signal that was waited for tells.
NewRef signal_information(const siginfo_t& information) {
    Ref<Object> fields[] = {
        new_int(information.si_signo), new_int(information.si_code), new_int(information.si_errno),
        new_int(information.si_pid),   new_int(information.si_uid),  new_int(information.si_status),
        new_int(information.si_band),
    };
    return new_struct_sequence(information_type, fields);
}

NewRef signal_sigwaitinfo(Object*, Object* const* arguments) {
    sigset_t signals;
    TRY(parse_signal_set(arguments[0], signals));
    for (;;) {
        siginfo_t information{};
        if (without_gil([&] { return ::sigwaitinfo(&signals, &information); }) >= 0)
            return signal_information(information);
        if (errno != EINTR) return raise_errno();
        TRY(run_signal_handlers());
    }
}

NewRef signal_sigtimedwait(Object*, Object* const* arguments) {
    sigset_t signals;
    TRY(parse_signal_set(arguments[0], signals));
    const timeval given = TRY(timer_argument(arguments[1]));
    if (given.tv_sec < 0) return raise(value_error_type, "timeout must be non-negative");
    using Clock = std::chrono::steady_clock;
    const Clock::time_point deadline =
        Clock::now() + std::chrono::seconds(given.tv_sec) + std::chrono::microseconds(given.tv_usec);
    for (;;) {
        const auto left = std::max(deadline - Clock::now(), Clock::duration::zero());
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
        const timespec timeout{seconds.count(), std::chrono::nanoseconds(left - seconds).count()};
        siginfo_t information{};
        if (without_gil([&] { return ::sigtimedwait(&signals, &information, &timeout); }) >= 0)
            return signal_information(information);
        if (errno == EAGAIN) return new_none();
        if (errno != EINTR) return raise_errno();
        TRY(run_signal_handlers());
    }
}

NewRef signal_pidfd_send_signal(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0])), number = TRY(argument_int(arguments[1]));
    const int flags = TRY(argument_int(arguments[3]));
    if (!is_none(arguments[2])) return raise(type_error_type, "siginfo must be None");
    if (::syscall(SYS_pidfd_send_signal, process, number, nullptr, flags) < 0) return raise_errno();
    return new_none();
}

NewRef signal_pthread_kill(Object*, Object* const* arguments) {
    const Size thread = TRY(argument_size(arguments[0]));
    const int number = TRY(argument_int(arguments[1]));
    TRY(audit("signal.pthread_kill", thread, number));
    const int error = ::pthread_kill(static_cast<pthread_t>(thread), number);
    if (error) return raise_os_error(error);
    TRY(run_signal_handlers());
    return new_none();
}

constexpr NativeDef functions[] = {
    {"sigwaitinfo", signal_sigwaitinfo, "($module, sigset, /)", "Waits for one of the signals; what it tells."},
    {"sigtimedwait", signal_sigtimedwait, "($module, sigset, timeout, /)",
     "The same for a time; None when it is over."},
    {"pidfd_send_signal", signal_pidfd_send_signal, "($module, pidfd, signalnum, siginfo=None, flags=0, /)",
     "Sends a signal to the process that a file stands for."},
    {"default_int_handler", signal_default_int_handler, "($module, signalnum, frame, /)",
     "Raises KeyboardInterrupt."},
    {"signal", signal_signal, "($module, signalnum, handler, /)", "Sets the handler of a signal; the old one."},
    {"getsignal", signal_getsignal, "($module, signalnum, /)", "The handler of a signal."},
    {"raise_signal", signal_raise_signal, "($module, signalnum, /)", "Sends a signal to this process."},
    {"strsignal", signal_strsignal, "($module, signalnum, /)", "What the system calls the signal."},
    {"alarm", signal_alarm, "($module, seconds, /)", "Asks for SIGALRM after some seconds."},
    {"pause", signal_pause, "($module, /)", "Waits for a signal."},
    {"siginterrupt", signal_siginterrupt, "($module, signalnum, flag, /)",
     "Says whether the signal interrupts system calls."},
    {"set_wakeup_fd", signal_set_wakeup_fd, "-($module, fd, /, *, warn_on_full_buffer=True)",
     "Sets the file that hears of signals; the old one."},
    {"setitimer", signal_setitimer, "($module, which, seconds, interval=0.0, /)",
     "Sets a timer; its old values."},
    {"getitimer", signal_getitimer, "($module, which, /)", "The values of a timer."},
    {"valid_signals", signal_valid_signals, "($module, /)", "The numbers that are signals."},
    {"pthread_sigmask", signal_pthread_sigmask, "($module, how, mask, /)",
     "Blocks signals in this thread; those that were blocked."},
    {"sigpending", signal_sigpending, "($module, /)", "The signals that wait for being unblocked."},
    {"sigwait", signal_sigwait, "($module, sigset, /)", "Waits for one of the signals."},
    {"pthread_kill", signal_pthread_kill, "($module, thread_id, signalnum, /)", "Sends a signal to a thread."},
};

/// The handlers as the process has inherited them; SIGINT gets Python's own. What is written into a closed pipe
/// or beyond a file's limit is to be an OSError, not the end of the process.
Status note_inherited_handlers(Module* module) {
    TRY(install(SIGPIPE, SIG_IGN));
    TRY(install(SIGXFSZ, SIG_IGN));
    for (int number = 1; number < signal_count; ++number) {
        struct sigaction action;
        if (::sigaction(number, nullptr, &action) < 0 || (action.sa_flags & SA_SIGINFO)) continue;
        if (action.sa_handler == SIG_DFL) set_signal_handler(number, &shared_int(default_action));
        if (action.sa_handler == SIG_IGN) set_signal_handler(number, &shared_int(ignore_action));
    }
    if (signal_handler(SIGINT) != &shared_int(default_action)) return done;
    set_signal_handler(SIGINT, dict_get(module->dict, name<"default_int_handler">));
    return install(SIGINT, note_signal);
}

Status fill(Module* module) {
    for (const Constant& constant : constants)
        TRY(module_set(module, constant.name, new_int(constant.value).get()));
    TRY(module_set(module, "SIGRTMIN", new_int(SIGRTMIN).get()));
    TRY(module_set(module, "SIGRTMAX", new_int(SIGRTMAX).get()));
    Object* base = &os_error_type;
    Ref<Tuple> bases = new_tuple({&base, 1});
    Ref<Dict> space = new_dict();
    TRY(dict_set(space.get(), name<"__module__">, name<"signal">));
    Ref<Object> error = TRY(call(&type_type, {name<"itimer_error">, bases.get(), space.get()}));
    TRY(information_type.prepare());
    TRY(module_set(module, "struct_siginfo", &information_type));
    TRY(module_set(module, "ItimerError", error.get()));
    timer_error = static_cast<Type*>(error.release());
    return note_inherited_handlers(module);
}

const ModuleSpec spec = {"_signal", "Handlers of signals. Use the module signal.", functions, fill};

}  // namespace

Ref<Module> make_signal_module() { return new_native_module(spec); }

}  // namespace minipy
