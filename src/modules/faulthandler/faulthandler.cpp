// faulthandler: shows where the program is when it crashes, when a signal comes, or when time is up.
//
// Signal handlers and the watchdog's thread only read fixed tables and write to a file (dump.h). Invariant: a
// table's entry is complete before its signal's handler is installed, and outlives it.
//
// CPython: Modules/faulthandler.c
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <climits>
#include <cstdlib>
#include <string>

#include "modules/blocking.h"
#include "modules/faulthandler/dump.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "vm/import.h"
#include "vm/threads.h"

namespace minipy {
namespace fault {
namespace {

/// Where to write to; the object keeps the file open.
struct Output {
    int file = STDERR_FILENO;
    bool all_threads = true;
    Object* keep = nullptr;

    void write() const noexcept {
        const ThreadState* here = thread_here();
        all_threads ? dump_threads(file, here) : dump_thread(file, here);
    }
};

/// The file that an argument means: standard error if there is none, a descriptor, or what has `fileno()`.
Result<int> output_argument(Object* file_or_null, Ref<Object>& keep) {
    Ref<Object> file = share(file_or_null);
    if (!file || is_none(file.get())) {
        file = share(sys_attribute(name<"stderr">));
        if (!file) return raise(runtime_error_type, "unable to get sys.stderr");
        if (is_none(file.get())) return raise(runtime_error_type, "sys.stderr is None");
    } else if (is_int(file.get())) {
        const int number = TRY(argument_int(file.get()));
        if (number < 0) return raise(value_error_type, "file is not a valid file descripter");
        return number;
    }
    Ref<Object> number = TRY(call_method(file.get(), name<"fileno">));
    if (!is_int(number.get()) || !as_int(number.get())->is_small() || as_int(number.get())->small < 0 ||
        as_int(number.get())->small > INT_MAX)
        return raise(runtime_error_type, "file.fileno() is not a valid file descriptor");
    if (!Ref<Object>(call_method(file.get(), name<"flush">))) clear_exception();
    keep = file;
    return static_cast<int>(as_int(number.get())->small);
}

/// A flag is a C int, and looked at before the file.
Result<bool> flag_argument(Object* value_or_null, bool fallback = false) {
    if (!value_or_null) return fallback;
    return TRY(parsed_int_argument(value_or_null)) != 0;
}

/// Fills in the output from the argument `file`.
Status set_output(Output& output, Object* file_or_null, bool all) {
    Ref<Object> keep;
    const int file = TRY(output_argument(file_or_null, keep));
    replace_field(output.keep, std::move(keep));
    output.file = file;
    output.all_threads = all;
    return done;
}

/// A stack of its own for handlers: the usual one may be what has run out.
void use_signal_stack() noexcept {
    static stack_t stack{};
    if (stack.ss_sp) return;
    stack.ss_size = static_cast<std::size_t>(SIGSTKSZ) * 4;
    stack.ss_sp = std::malloc(stack.ss_size);
    if (stack.ss_sp) ::sigaltstack(&stack, nullptr);
}

// --- crashes

struct FatalSignal {
    int number;
    const char* what;
    bool installed = false;
    struct sigaction previous {};
};

FatalSignal fatal_signals[] = {
    {SIGBUS, "Bus error"}, {SIGILL, "Illegal instruction"}, {SIGFPE, "Floating point exception"},
    {SIGABRT, "Aborted"},  {SIGSEGV, "Segmentation fault"},  // last: an error in installing the others is shown
                                                             // as one
};
Output fatal_output;
bool fatal_enabled = false;

void restore(FatalSignal& signal) noexcept {
    if (std::exchange(signal.installed, false)) ::sigaction(signal.number, &signal.previous, nullptr);
}

void on_fatal_signal(int number) {
    const int saved_errno = errno;
    FatalSignal* signal = fatal_signals;
    while (signal->number != number) ++signal;
    restore(*signal);
    write_text(fatal_output.file, "Fatal Python error: ");
    write_text(fatal_output.file, signal->what);
    write_text(fatal_output.file, "\n\n");
    fatal_output.write();
    errno = saved_errno;
    ::raise(number);  // finds the previous handler
}

NewRef faulthandler_enable(Object*, Object* const* arguments) {
    const bool all_threads = TRY(flag_argument(arguments[1], true));
    TRY(set_output(fatal_output, arguments[0], all_threads));
    use_signal_stack();
    fatal_enabled = true;
    for (FatalSignal& signal : fatal_signals) {
        if (signal.installed) continue;
        struct sigaction action {};
        action.sa_handler = on_fatal_signal;
        action.sa_flags = SA_NODEFER | SA_ONSTACK;
        if (::sigaction(signal.number, &action, &signal.previous) != 0) return raise_errno();
        signal.installed = true;
    }
    return new_none();
}

NewRef faulthandler_disable(Object*, Object* const*) {
    const bool was_enabled = std::exchange(fatal_enabled, false);
    for (FatalSignal& signal : fatal_signals) restore(signal);
    replace_field(fatal_output.keep, Ref<Object>());
    return new_bool(was_enabled);
}

NewRef faulthandler_is_enabled(Object*, Object* const*) { return new_bool(fatal_enabled); }

NewRef faulthandler_dump_traceback(Object*, Object* const* arguments) {
    const bool all_threads = TRY(flag_argument(arguments[1], true));
    Output output;
    const Status ready = set_output(output, arguments[0], all_threads);
    Ref<Object> keep = Ref<Object>::steal(output.keep);
    if (!ready) return failed;
    output.write();
    return new_none();
}

// --- signals of the program's choice

struct UserSignal {
    bool installed = false;
    bool chain = false;
    Output output;
    struct sigaction previous {};
};

UserSignal user_signals[NSIG];

void on_user_signal(int number);

bool install(int number, UserSignal& signal, struct sigaction* previous) noexcept {
    struct sigaction action {};
    action.sa_handler = on_user_signal;
    action.sa_flags = SA_RESTART | SA_ONSTACK | (signal.chain ? SA_NODEFER : 0);
    return ::sigaction(number, &action, previous) == 0;
}

void on_user_signal(int number) {
    UserSignal& signal = user_signals[number];
    if (!signal.installed) return;
    const int saved_errno = errno;
    signal.output.write();
    if (signal.chain) {
        ::sigaction(number, &signal.previous, nullptr);
        errno = saved_errno;
        ::raise(number);
        install(number, signal, nullptr);
    }
    errno = saved_errno;
}

/// A signal that crashes are not known by.
Result<int> checked_user_signal(int number) {
    for (const FatalSignal& signal : fatal_signals)
        if (signal.number == number)
            return raise(runtime_error_type,
                         fmt::format("signal {} cannot be registered, use enable() instead", number));
    if (number < 1 || number >= NSIG) return raise(value_error_type, "signal number out of range");
    return number;
}

NewRef faulthandler_register(Object*, Object* const* arguments) {
    const int given = TRY(parsed_int_argument(arguments[0]));
    const bool all_threads = TRY(flag_argument(arguments[2], true));
    const bool chain = TRY(flag_argument(arguments[3]));
    const int number = TRY(checked_user_signal(given));
    UserSignal& signal = user_signals[number];
    TRY(set_output(signal.output, arguments[1], all_threads));
    signal.chain = chain;
    use_signal_stack();
    struct sigaction previous;
    if (!install(number, signal, &previous)) return raise_errno();
    if (!signal.installed) signal.previous = previous;
    signal.installed = true;
    return new_none();
}

NewRef faulthandler_unregister(Object*, Object* const* arguments) {
    const int number = TRY(checked_user_signal(TRY(parsed_int_argument(arguments[0]))));
    UserSignal& signal = user_signals[number];
    if (!std::exchange(signal.installed, false)) return new_bool(false);
    ::sigaction(number, &signal.previous, nullptr);
    replace_field(signal.output.keep, Ref<Object>());
    return new_bool(true);
}

// --- the watchdog

/// A thread that writes the stacks of all others when a time is over.
struct Watchdog {
    pthread_t thread{};
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t wake;
    bool running = false, cancelled = false;
    pid_t process = 0;  // a fork leaves the thread behind
    Output output;
    std::int64_t nanoseconds = 0;
    bool repeats = false, exits = false;
    char heading[64] = "";
};
Watchdog watchdog;

/// Waits for the time or for the end; false for the end.
bool wait_for_timeout() noexcept {
    const timespec until = Deadline(watchdog.nanoseconds).time();
    ::pthread_mutex_lock(&watchdog.mutex);
    int result = 0;
    while (!watchdog.cancelled && result == 0)
        result = ::pthread_cond_timedwait(&watchdog.wake, &watchdog.mutex, &until);
    const bool timed_out = !watchdog.cancelled;
    ::pthread_mutex_unlock(&watchdog.mutex);
    return timed_out;
}

void* run_watchdog(void*) {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
    do {
        if (!wait_for_timeout()) break;
        write_text(watchdog.output.file, watchdog.heading);
        {
            const StatesKept kept;
            dump_threads(watchdog.output.file, nullptr);
        }
        if (watchdog.exits) ::_exit(1);
    } while (watchdog.repeats);
    return nullptr;
}

void stop_watchdog() {
    if (std::exchange(watchdog.running, false) && watchdog.process == ::getpid()) {
        ::pthread_mutex_lock(&watchdog.mutex);
        watchdog.cancelled = true;
        ::pthread_cond_signal(&watchdog.wake);
        ::pthread_mutex_unlock(&watchdog.mutex);
        ::pthread_join(watchdog.thread, nullptr);
    }
    replace_field(watchdog.output.keep, Ref<Object>());
}

/// "Timeout (0:00:01.500000)!".
void set_heading(std::int64_t nanoseconds) {
    const std::int64_t microseconds = nanoseconds / 1000, seconds = microseconds / 1'000'000;
    const std::int64_t rest = microseconds % 1'000'000;
    std::string text = fmt::format("Timeout ({}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (rest) text += fmt::format(".{:06}", rest);
    text += ")!\n";
    text.copy(watchdog.heading, sizeof watchdog.heading - 1);
    watchdog.heading[std::min(text.size(), sizeof watchdog.heading - 1)] = '\0';
}

bool start_watchdog() {
    pthread_condattr_t attributes;
    ::pthread_condattr_init(&attributes);
    ::pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    ::pthread_cond_init(&watchdog.wake, &attributes);
    ::pthread_condattr_destroy(&attributes);
    watchdog.mutex = PTHREAD_MUTEX_INITIALIZER;
    watchdog.cancelled = false;
    watchdog.process = ::getpid();
    watchdog.running = ::pthread_create(&watchdog.thread, nullptr, run_watchdog, nullptr) == 0;
    return watchdog.running;
}

NewRef faulthandler_dump_traceback_later(Object*, Object* const* arguments) {
    const bool repeats = TRY(flag_argument(arguments[1]));
    const bool exits = TRY(flag_argument(arguments[3]));
    const std::int64_t nanoseconds = TRY(nanoseconds_argument(arguments[0]));
    if (nanoseconds <= 0) return raise(value_error_type, "timeout must be greater than 0");
    stop_watchdog();
    TRY(set_output(watchdog.output, arguments[2], true));
    watchdog.nanoseconds = nanoseconds;
    watchdog.repeats = repeats;
    watchdog.exits = exits;
    set_heading(nanoseconds);
    if (!start_watchdog()) return raise(runtime_error_type, "unable to start watchdog thread");
    return new_none();
}

NewRef faulthandler_cancel_dump_traceback_later(Object*, Object* const*) {
    stop_watchdog();
    return new_none();
}

// --- faults on purpose, for tests of the above

/// No file with the memory of the process is to be left by them.
void forbid_core_file() noexcept {
    rlimit limit;
    if (::getrlimit(RLIMIT_CORE, &limit) != 0) return;
    limit.rlim_cur = 0;
    ::setrlimit(RLIMIT_CORE, &limit);
}

NewRef faulthandler_read_null(Object*, Object* const*) {
    forbid_core_file();
    volatile int* nowhere = nullptr;
    return new_int(*nowhere);
}

NewRef faulthandler_sigsegv(Object*, Object* const* arguments) {
    forbid_core_file();
    if (arguments[0] && TRY(truth(arguments[0])))
        blocking([] { return ::raise(SIGSEGV); });
    else
        ::raise(SIGSEGV);
    return new_none();
}

NewRef faulthandler_sigabrt(Object*, Object* const*) {
    forbid_core_file();
    std::abort();
}

NewRef faulthandler_sigfpe(Object*, Object* const*) {
    forbid_core_file();
    ::raise(SIGFPE);
    return new_none();
}

/// Calls itself with a page of memory each time, until the limit or the end of the stack.
[[gnu::noinline]] std::size_t use_up_stack(std::size_t calls, std::size_t most_calls) noexcept {
    volatile char page[4096];
    page[0] = static_cast<char>(calls);
    if (calls == most_calls) return calls;
    const std::size_t reached = use_up_stack(calls + 1, most_calls);
    return page[0] == static_cast<char>(calls) ? reached : calls;
}

NewRef faulthandler_stack_overflow(Object*, Object* const*) {
    constexpr std::size_t most_calls = 25'600;  // 100 MiB
    forbid_core_file();
    const std::size_t calls = use_up_stack(0, most_calls);
    return raise(runtime_error_type, fmt::format("unable to raise a stack overflow (allocated {} bytes on the "
                                                 "stack, {} recursive calls)",
                                                 calls * 4096, calls));
}

void* fail_in_thread(void*) { fatal_error("faulthandler_fatal_error_thread", "in new thread"); }

/// A thread that Python knows nothing of ends the process.
NewRef faulthandler_fatal_error_c_thread(Object*, Object* const*) {
    forbid_core_file();
    pthread_t thread;
    if (::pthread_create(&thread, nullptr, fail_in_thread, nullptr) != 0)
        return raise(runtime_error_type, "unable to start the thread");
    blocking([thread] { return ::pthread_join(thread, nullptr); });
    return new_none();
}

constexpr NativeDef faulthandler_functions[] = {
    {"enable", faulthandler_enable, "-($module, /, file=<absent>, all_threads=True)",
     "enable(file=sys.stderr, all_threads=True): from now on a crash shows the stacks"},
    {"disable", faulthandler_disable, "-($module)", "disable(): crashes say nothing again"},
    {"is_enabled", faulthandler_is_enabled, "-($module)",
     "is_enabled()->bool: whether crashes show the stacks"},
    {"dump_traceback", faulthandler_dump_traceback, "-($module, /, file=<absent>, all_threads=True)",
     "dump_traceback(file=sys.stderr, all_threads=True): writes the stack of this thread, or of all threads"},
    {"dump_traceback_later", faulthandler_dump_traceback_later,
     "-($module, /, timeout, repeat=False, file=<absent>, exit=False)",
     "dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False):\nwrites the stacks of all "
     "threads after "
     "timeout seconds, or each time they are over; ends the process then if told to"},
    {"cancel_dump_traceback_later", faulthandler_cancel_dump_traceback_later, "-($module)",
     "cancel_dump_traceback_later():\ncalls dump_traceback_later() off"},
    {"register", faulthandler_register, "-($module, /, signum, file=<absent>, all_threads=True, chain=False)",
     "register(signum, file=sys.stderr, all_threads=True, chain=False): the signal shows the stacks, and goes "
     "on to "
     "its previous handler if `chain` is true"},
    {"unregister", faulthandler_unregister, "-($module, signum, /)",
     "unregister(signum): the signal is handled as before register()"},
    {"_read_null", faulthandler_read_null, "-($module)", "_read_null(): reads from a null pointer"},
    {"_fatal_error_c_thread", faulthandler_fatal_error_c_thread, "-($module)",
     "fatal_error_c_thread(): an error in a new thread ends the process"},
    {"_stack_overflow", faulthandler_stack_overflow, "-($module)", "_stack_overflow(): calls without end"},
    {"_sigsegv", faulthandler_sigsegv, "-($module, release_gil=False, /)",
     "_sigsegv(release_gil=False): raises SIGSEGV"},
    {"_sigabrt", faulthandler_sigabrt, "-($module)", "_sigabrt(): raises SIGABRT"},
    {"_sigfpe", faulthandler_sigfpe, "-($module)", "_sigfpe(): raises SIGFPE"},
};

const ModuleSpec faulthandler_spec = {"faulthandler", "Shows where a program is when it crashes.",
                                      faulthandler_functions};

}  // namespace
}  // namespace fault

Ref<Module> make_faulthandler_module() { return new_native_module(fault::faulthandler_spec); }

}  // namespace minipy
