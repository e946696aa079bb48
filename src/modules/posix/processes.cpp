// The module `posix`: this process, others, the system.
//
// CPython: Modules/posixmodule.c
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "modules/posix/posix.h"
#include "modules/posix/words.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "vm/gil.h"
#include "vm/import_lock.h"
#include "vm/signals.h"
#include "vm/threads.h"

extern char** environ;

namespace minipy {
namespace {

constexpr const char* uname_fields[] = {"sysname", "nodename", "release", "version", "machine"};
const StructSequenceSpec uname_spec = {"posix.uname_result", "What uname() tells of the system.", uname_fields,
                                       5};
StructSequenceType uname_type(uname_spec);

constexpr const char* times_fields[] = {"user", "system", "children_user", "children_system", "elapsed"};
const StructSequenceSpec times_spec = {"posix.times_result", "What times() tells of used time.", times_fields,
                                       5};
StructSequenceType times_type(times_spec);

constexpr const char* terminal_size_fields[] = {"columns", "lines"};
const StructSequenceSpec terminal_size_spec = {"os.terminal_size", "Columns and lines of a terminal.",
                                               terminal_size_fields, 2};
StructSequenceType terminal_size_type(terminal_size_spec);

// --- who this is

template <auto function>
NewRef identity(Object*, Object* const*) {
    return new_int(static_cast<std::int64_t>(function()));
}

NewRef posix_getpgid(Object*, Object* const* arguments) {
    const pid_t group = ::getpgid(TRY(argument_int(arguments[0])));
    if (group < 0) return raise_errno();
    return new_int(group);
}

NewRef posix_getgroups(Object*, Object* const*) {
    std::vector<gid_t> groups(static_cast<std::size_t>(std::max(::getgroups(0, nullptr), 0)));
    const int count = ::getgroups(static_cast<int>(groups.size()), groups.data());
    if (count < 0) return raise_errno();
    Ref<List> list = new_list();
    for (int i = 0; i < count; ++i)
        TRY(list_append(list.get(), new_int(groups[static_cast<std::size_t>(i)]).get()));
    return list;
}

NewRef posix_uname(Object*, Object* const*) {
    utsname info;
    if (::uname(&info) < 0) return raise_errno();
    Ref<Object> fields[] = {system_text(info.sysname), system_text(info.nodename), system_text(info.release),
                            system_text(info.version), system_text(info.machine)};
    return new_struct_sequence(uname_type, fields);
}

NewRef posix_times(Object*, Object* const*) {
    tms used;
    const clock_t elapsed = ::times(&used);
    const double ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    const auto seconds = [=](clock_t value) {
        return Ref<Object>(new_float(static_cast<double>(value) / ticks));
    };
    Ref<Object> fields[] = {seconds(used.tms_utime), seconds(used.tms_stime), seconds(used.tms_cutime),
                            seconds(used.tms_cstime), seconds(elapsed)};
    return new_struct_sequence(times_type, fields);
}

NewRef posix_cpu_count(Object*, Object* const*) {
    const long count = ::sysconf(_SC_NPROCESSORS_ONLN);
    if (count < 1) return new_none();
    return new_int(count);
}

NewRef posix_getloadavg(Object*, Object* const*) {
    double loads[3];
    if (::getloadavg(loads, 3) != 3) return raise(os_error_type, "Load averages are unobtainable");
    Ref<Float> one = new_float(loads[0]), five = new_float(loads[1]), fifteen = new_float(loads[2]);
    Object* items[] = {one.get(), five.get(), fifteen.get()};
    return new_tuple(items);
}

NewRef posix_get_terminal_size(Object*, Object* const* arguments) {
    const int file = arguments[0] ? TRY(argument_int(arguments[0])) : STDOUT_FILENO;
    winsize size;
    if (::ioctl(file, TIOCGWINSZ, &size) < 0) return raise_errno();
    Ref<Object> fields[] = {Ref<Object>(new_int(size.ws_col)), Ref<Object>(new_int(size.ws_row))};
    return new_struct_sequence(terminal_size_type, fields);
}

NewRef posix_strerror(Object*, Object* const* arguments) {
    return str_from_utf8(std::strerror(TRY(argument_int(arguments[0]))));
}

NewRef random_octets(Size size, unsigned flags) {
    if (size < 0) return raise(value_error_type, "negative argument not allowed");
    Ref<Bytes> bytes = TRY(new_bytes_uninitialized(size));
    Size done_so_far = 0;
    while (done_so_far < size) {
        const ssize_t got =
            ::getrandom(bytes->data() + done_so_far, static_cast<std::size_t>(size - done_so_far), flags);
        if (got >= 0)
            done_so_far += got;
        else if (errno != EINTR)
            return raise_errno();
        else
            TRY(run_signal_handlers());
    }
    return bytes;
}

NewRef posix_urandom(Object*, Object* const* arguments) {
    const Size size = TRY(argument_size(arguments[0]));
    return size == 0 ? NewRef(new_bytes({})) : random_octets(size, 0);
}
NewRef posix_getrandom(Object*, Object* const* arguments) {
    const Size size = TRY(argument_size(arguments[0]));
    if (size == 0) return new_bytes({});
    return random_octets(size, static_cast<unsigned>(TRY(argument_int(arguments[1]))));
}

// --- environment

Ref<Dict> make_environment() {
    Ref<Dict> variables = new_dict();
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string_view text = *entry;
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos) continue;
        Ref<Bytes> value = new_bytes(text.substr(equals + 1));
        TRY(dict_set_default(variables.get(), new_bytes(text.substr(0, equals)).get(), value.get()));
    }
    return variables;
}

NewRef posix_putenv(Object*, Object* const* arguments) {
    PathArgument label, value;
    TRY(label.acquire(arguments[0], "putenv", "name"));
    TRY(value.acquire(arguments[1], "putenv", "value"));
    if (std::strchr(label.text(), '=')) return raise(value_error_type, "illegal environment variable name");
    TRY(audit("os.putenv", AuditOctets{label.text()}, AuditOctets{value.text()}));
    return none_or_error(::setenv(label.text(), value.text(), 1));
}

NewRef posix_unsetenv(Object*, Object* const* arguments) {
    PathArgument label;
    TRY(label.acquire(arguments[0], "unsetenv", "name"));
    TRY(audit("os.unsetenv", AuditOctets{label.text()}));
    return none_or_error(::unsetenv(label.text()));
}

// --- other processes

NewRef posix_kill(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0])), number = TRY(argument_int(arguments[1]));
    TRY(audit("os.kill", process, number));
    TRY(none_or_error(::kill(process, number)));
    TRY(run_signal_handlers());  // one sent to itself is handled at once
    return new_none();
}

NewRef posix_killpg(Object*, Object* const* arguments) {
    const int group = TRY(argument_int(arguments[0])), number = TRY(argument_int(arguments[1]));
    TRY(audit("os.killpg", group, number));
    return none_or_error(::killpg(group, number));
}

NewRef posix_exit(Object*, Object* const* arguments) { ::_exit(TRY(argument_int(arguments[0]))); }

NewRef posix_abort(Object*, Object* const*) { std::abort(); }

NewRef posix_system(Object*, Object* const* arguments) {
    PathArgument command;
    TRY(command.acquire(arguments[0], "system", "command"));
    TRY(audit("os.system", AuditOctets{command.text()}));
    return new_int(without_gil([&] { return std::system(command.text()); }));
}

std::vector<Ref<Object>> fork_before, fork_in_parent, fork_in_child;

/// What `register_at_fork` was given; an error in it is shown and does not stop the fork.
void run_fork_hooks(const std::vector<Ref<Object>>& hooks, bool backwards) {
    for (std::size_t i = 0; i < hooks.size(); ++i) {
        Ref<Object> hook = hooks[backwards ? hooks.size() - 1 - i : i];
        Ref<Object> result = call(hook.get(), {});
        if (!result) write_unraisable(hook.get());
    }
}

NewRef posix_fork(Object*, Object* const*) {
    TRY(audit("os.fork"));
    const pid_t process = fork_process();
    if (process < 0) return raise_errno();
    return new_int(process);
}

NewRef posix_register_at_fork(Object*, Object* const* arguments) {
    std::vector<Ref<Object>>* const lists[] = {&fork_before, &fork_in_child, &fork_in_parent};
    if (!arguments[0] && !arguments[1] && !arguments[2])
        return raise(type_error_type, "At least one argument is required.");
    for (int i = 0; i < 3; ++i)
        if (arguments[i] && !is_callable(arguments[i]))
            return raise(type_error_type, fmt::format("'{}' must be callable, not {}",
                                                      i == 0   ? "before"
                                                      : i == 1 ? "after_in_child"
                                                               : "after_in_parent",
                                                      arguments[i]->type->name));
    for (int i = 0; i < 3; ++i)
        if (arguments[i]) lists[i]->push_back(share(arguments[i]));
    return new_none();
}

Status collect_arguments(Object* given, const char* function, WordArray& words) {
    if (!is_list(given) && !is_tuple(given))
        return raise(type_error_type, fmt::format("{}() arg 2 must be a tuple or list", function));
    Ref<Tuple> items = TRY(sequence_to_tuple(given));
    if (items->size == 0) return raise(value_error_type, fmt::format("{}() arg 2 must not be empty", function));
    for (Object* item : items->span()) TRY(words.add(item, function));
    if (words.empty())
        return raise(value_error_type, fmt::format("{}() arg 2 first element cannot be empty", function));
    return done;
}

}  // namespace

Status collect_environment(Object* mapping, WordArray& words) {
    Ref<Object> items = TRY(call_method(mapping, name<"items">));
    Ref<Tuple> pairs = TRY(sequence_to_tuple(items.get()));
    for (Object* pair : pairs->span()) {
        if (!is_tuple(pair) || static_cast<Tuple*>(pair)->size != 2)
            return raise(type_error_type, "env.items() returned no pairs");
        PathArgument label, value;
        TRY(label.acquire((*static_cast<Tuple*>(pair))[0], "execve", "env"));
        TRY(value.acquire((*static_cast<Tuple*>(pair))[1], "execve", "env"));
        const std::string_view text = label.text();
        if (text.empty() || text.find('=', 1) != text.npos)
            return raise(value_error_type, "illegal environment variable name");
        words.add(fmt::format("{}={}", text, value.text()));
    }
    return done;
}

namespace {

NewRef posix_execv(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "execv"));
    WordArray words;
    TRY(collect_arguments(arguments[1], "execv", words));
    TRY(audit("os.exec", path.object(), arguments[1], nullptr));
    ::execv(path.text(), words.pointers());
    return raise_errno();
}

NewRef posix_execve(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "execve"));
    WordArray words, variables;
    TRY(collect_arguments(arguments[1], "execve", words));
    TRY(collect_environment(arguments[2], variables));
    TRY(audit("os.exec", path.object(), arguments[1], arguments[2]));
    ::execve(path.text(), words.pointers(), variables.pointers());
    return raise_errno(path.object());
}

NewRef posix_waitpid(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0])), options = TRY(argument_int(arguments[1]));
    for (;;) {
        int status = 0;
        const pid_t ended = without_gil([&] { return ::waitpid(process, &status, options); });
        if (ended >= 0) {
            Ref<Int> first = new_int(ended), second = new_int(status);
            Object* pair[] = {first.get(), second.get()};
            return new_tuple(pair);
        }
        if (errno != EINTR) return raise_errno();
        TRY(run_signal_handlers());
    }
}

NewRef posix_wait(Object* module, Object* const*) {
    Object* any[] = {&shared_int(-1), &shared_int(0)};
    return posix_waitpid(module, any);
}

NewRef posix_waitstatus_to_exitcode(Object*, Object* const* arguments) {
    const int status = TRY(argument_int(arguments[0]));
    if (WIFEXITED(status)) return new_int(WEXITSTATUS(status));
    if (WIFSIGNALED(status)) return new_int(-WTERMSIG(status));
    if (WIFSTOPPED(status))
        return raise(value_error_type,
                     fmt::format("process stopped by delivery of signal {}", WSTOPSIG(status)));
    return raise(value_error_type, fmt::format("invalid wait status: {}", status));
}

/// The macros that take a wait status apart.
template <auto part>
NewRef wait_part(Object*, Object* const* arguments) {
    return part(TRY(argument_int(arguments[0])));
}

constexpr auto exit_status = [](int status) { return NewRef(new_int(WEXITSTATUS(status))); };
constexpr auto term_signal = [](int status) { return NewRef(new_int(WTERMSIG(status))); };
constexpr auto stop_signal = [](int status) { return NewRef(new_int(WSTOPSIG(status))); };
constexpr auto has_exited = [](int status) { return new_bool(WIFEXITED(status)); };
constexpr auto is_signaled = [](int status) { return new_bool(WIFSIGNALED(status)); };
constexpr auto is_stopped = [](int status) { return new_bool(WIFSTOPPED(status)); };
constexpr auto is_continued = [](int status) { return new_bool(WIFCONTINUED(status)); };
constexpr auto has_core = [](int status) { return new_bool(WCOREDUMP(status)); };

constexpr NativeDef functions[] = {
    {"getpid", identity<::getpid>, "($module, /)", "The number of this process."},
    {"getppid", identity<::getppid>, "($module, /)", "The number of the parent process."},
    {"getuid", identity<::getuid>, "($module, /)", "The number of the user."},
    {"geteuid", identity<::geteuid>, "($module, /)", "The number of the effective user."},
    {"getgid", identity<::getgid>, "($module, /)", "The number of the group."},
    {"getegid", identity<::getegid>, "($module, /)", "The number of the effective group."},
    {"getpgrp", identity<::getpgrp>, "($module, /)", "The number of the process group."},
    {"getpgid", posix_getpgid, "($module, /, pid)", "The process group of a process."},
    {"getgroups", posix_getgroups, "($module, /)", "The groups of this process."},
    {"uname", posix_uname, "($module, /)", "What system this is."},
    {"times", posix_times, "($module, /)", "The time that this process has used."},
    {"cpu_count", posix_cpu_count, "($module, /)", "The number of processors."},
    {"getloadavg", posix_getloadavg, "($module, /)", "The load over 1, 5 and 15 minutes."},
    {"get_terminal_size", posix_get_terminal_size, "($module, fd=<unrepresentable>, /)",
     "Columns and lines of the terminal."},
    {"strerror", posix_strerror, "($module, code, /)", "The text of an error number."},
    {"urandom", posix_urandom, "($module, size, /)", "Random bytes for cryptography."},
    {"getrandom", posix_getrandom, "($module, /, size, flags=0)", "Random bytes."},
    {"putenv", posix_putenv, "($module, name, value, /)", "Sets an environment variable."},
    {"unsetenv", posix_unsetenv, "($module, name, /)", "Deletes an environment variable."},
    {"kill", posix_kill, "($module, pid, signal, /)", "Sends a signal to a process."},
    {"killpg", posix_killpg, "($module, pgid, signal, /)", "Sends a signal to a process group."},
    {"_exit", posix_exit, "($module, /, status)", "Ends the process at once."},
    {"abort", posix_abort, "($module, /)", "Ends the process with a core dump."},
    {"system", posix_system, "($module, /, command)", "Runs a command in a shell; its wait status."},
    {"fork", posix_fork, "($module, /)", "Makes a second process; 0 in the new one."},
    {"register_at_fork", posix_register_at_fork,
     "($module, /, *, before=<unrepresentable>, after_in_child=<unrepresentable>, "
     "after_in_parent=<unrepresentable>)",
     "Adds functions to be called when forking."},
    {"execv", posix_execv, "($module, path, argv, /)", "Replaces the process by a program."},
    {"execve", posix_execve, "($module, /, path, argv, env)", "Replaces the process by a program."},
    {"waitpid", posix_waitpid, "($module, pid, options, /)", "Waits for a process: (pid, status)."},
    {"wait", posix_wait, "($module, /)", "Waits for any child process: (pid, status)."},
    {"waitstatus_to_exitcode", posix_waitstatus_to_exitcode, "($module, /, status)",
     "The exit code, negative for a signal."},
    {"WEXITSTATUS", wait_part<exit_status>, "($module, /, status)", "The exit code in a wait status."},
    {"WTERMSIG", wait_part<term_signal>, "($module, /, status)", "The signal that ended the process."},
    {"WSTOPSIG", wait_part<stop_signal>, "($module, /, status)", "The signal that stopped the process."},
    {"WIFEXITED", wait_part<has_exited>, "($module, /, status)", "Whether the process has exited."},
    {"WIFSIGNALED", wait_part<is_signaled>, "($module, /, status)", "Whether a signal ended the process."},
    {"WIFSTOPPED", wait_part<is_stopped>, "($module, /, status)", "Whether the process is stopped."},
    {"WIFCONTINUED", wait_part<is_continued>, "($module, /, status)", "Whether the process was continued."},
    {"WCOREDUMP", wait_part<has_core>, "($module, status, /)", "Whether the process left a core dump."},
};

}  // namespace

void run_hooks_before_fork() {
    run_fork_hooks(fork_before, true);
    acquire_import_lock();
}

void run_hooks_after_fork(bool in_child) {
    if (in_child) forget_other_threads();
    release_import_lock();
    run_fork_hooks(in_child ? fork_in_child : fork_in_parent, false);
}

pid_t fork_process() {
    run_hooks_before_fork();
    const pid_t process = ::fork();
    const int error = errno;
    run_hooks_after_fork(process == 0);
    errno = error;
    return process;
}

std::span<const NativeDef> posix_process_functions() noexcept { return functions; }

Status add_posix_processes(Module* module) {
    for (StructSequenceType* type : {&uname_type, &times_type, &terminal_size_type}) TRY(type->prepare());
    TRY(module_set(module, "uname_result", &uname_type));
    TRY(module_set(module, "times_result", &times_type));
    TRY(module_set(module, "terminal_size", &terminal_size_type));
    return module_set(module, "environ", make_environment().get());
}

}  // namespace minipy
