// _posixsubprocess: a new process that runs another program.
//
// Everything that needs memory or Python objects is prepared in the parent; the child makes system calls alone,
// so that it may share the parent's memory (vfork) until the program starts. What goes wrong there is written
// to a pipe as "OSError:<errno in hex>:<where>". Invariant: the child never returns into the interpreter.
//
// CPython: Modules/_posixsubprocess.c
#include <dirent.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include "memory/collector.h"
#include "modules/buffer_argument.h"
#include "modules/io/file_io.h"
#include "modules/os_error.h"
#include "modules/posix/posix.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// Strings for exec: owned copies and the array of pointers to them.
class StringArray {
  public:
    void add(std::string_view text) { texts_.emplace_back(text); }
    char* const* pointers() {
        pointers_.clear();
        for (std::string& text : texts_) pointers_.push_back(text.data());
        pointers_.push_back(nullptr);
        return pointers_.data();
    }

  private:
    std::vector<std::string> texts_;
    std::vector<char*> pointers_;
};

/// All that the child needs to know. -1 stands for "none" in files and ids.
struct ChildPlan {
    char* const* programs;  // to try one after the other
    char* const* arguments;
    char* const* environment;  // null: the parent's
    const char* directory;     // null: stay
    bool close_files, restore_signals, new_session;
    const std::vector<int>* kept_files;  // ascending
    int stdin_read, stdin_write, stdout_read, stdout_write, stderr_read, stderr_write;
    int error_read, error_write;
    pid_t group;
    const std::vector<gid_t>* groups;  // null: unchanged
    gid_t group_id;
    uid_t user_id;
    bool set_group_id, set_user_id;
    int umask;
    Object* preexec;          // or None
    const sigset_t* signals;  // the mask to restore; null: not changed
};

// --- the child: system calls alone

enum class Stage { Preparing, Executing };

void set_inheritable(int file) noexcept {
    const int flags = ::fcntl(file, F_GETFD);
    if (flags >= 0) ::fcntl(file, F_SETFD, flags & ~FD_CLOEXEC);
}

/// Makes `file` the descriptor `wanted`, open in the new program.
bool move_file(int file, int wanted) noexcept {
    if (file == wanted) {
        set_inheritable(file);
        return true;
    }
    return file == -1 || ::dup2(file, wanted) == wanted;
}

void close_range_of_files(int first, int last) noexcept {
    if (first > last) return;
    if (::syscall(SYS_close_range, static_cast<unsigned>(first), static_cast<unsigned>(last), 0) == 0) return;
    const long most = ::sysconf(_SC_OPEN_MAX);
    for (int file = first; file <= last && file < most; ++file) ::close(file);
}

/// Closes all but the standard files and those to be kept.
void close_other_files(const std::vector<int>& kept) noexcept {
    int first = 3;
    for (const int file : kept) {
        if (file < first) continue;
        close_range_of_files(first, file - 1);
        first = file + 1;
    }
    close_range_of_files(first, INT_MAX);
}

bool connect_standard_files(const ChildPlan& plan) noexcept {
    for (const int file : {plan.stdin_write, plan.stdout_read, plan.stderr_read, plan.error_read})
        if (file != -1) ::close(file);
    int out = plan.stdout_write, error = plan.stderr_write;
    // A file that has the number of a standard one would be lost when that is set.
    if (out == 0 && (out = ::dup(out)) < 0) return false;
    while (error == 0 || error == 1)
        if ((error = ::dup(error)) < 0) return false;
    return move_file(plan.stdin_read, 0) && move_file(out, 1) && move_file(error, 2);
}

void restore_signals(const ChildPlan& plan) noexcept {
    if (plan.restore_signals)
        for (const int number : {SIGPIPE, SIGXFSZ}) ::signal(number, SIG_DFL);
    if (plan.signals) ::sigprocmask(SIG_SETMASK, plan.signals, nullptr);
}

bool change_identity(const ChildPlan& plan) noexcept {
    if (plan.new_session) ::setsid();
    if (plan.group >= 0 && ::setpgid(0, plan.group) < 0) return false;
    if (plan.groups && ::syscall(SYS_setgroups, plan.groups->size(), plan.groups->data()) < 0) return false;
    if (plan.set_group_id && ::syscall(SYS_setregid, plan.group_id, plan.group_id) < 0) return false;
    return !plan.set_user_id || ::syscall(SYS_setreuid, plan.user_id, plan.user_id) >= 0;
}

/// Everything before the program is started; false with `errno` set.
bool prepare_child(const ChildPlan& plan) noexcept {
    for (const int file : *plan.kept_files)
        if (file != plan.error_write) set_inheritable(file);
    if (!connect_standard_files(plan)) return false;
    if (plan.directory && ::chdir(plan.directory) < 0) return false;
    if (plan.umask >= 0) ::umask(static_cast<mode_t>(plan.umask));
    restore_signals(plan);
    return change_identity(plan);
}

/// Tries the programs; returns if none can be run, with `errno` of the first that exists.
void execute(const ChildPlan& plan) noexcept {
    int saved = 0;
    for (char* const* program = plan.programs; *program; ++program) {
        if (plan.environment)
            ::execve(*program, plan.arguments, plan.environment);
        else
            ::execv(*program, plan.arguments);
        if (errno != ENOENT && errno != ENOTDIR && saved == 0) saved = errno;
    }
    if (saved) errno = saved;
}

void write_all(int file, std::string_view text) noexcept {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

[[noreturn]] void report_and_exit(const ChildPlan& plan, int error, Stage stage) noexcept {
    char digits[2 * sizeof(error)];
    char* first = digits + sizeof(digits);
    for (unsigned rest = static_cast<unsigned>(error); rest; rest /= 16)
        *--first = "0123456789abcdef"[rest % 16];
    write_all(plan.error_write, "OSError:");
    write_all(plan.error_write, {first, static_cast<std::size_t>(digits + sizeof(digits) - first)});
    write_all(plan.error_write, stage == Stage::Preparing ? ":noexec" : ":");
    ::_exit(255);
}

[[noreturn]] void run_child(const ChildPlan& plan) {
    if (!prepare_child(plan)) report_and_exit(plan, errno, Stage::Preparing);
    if (!is_none(plan.preexec)) {
        Ref<Object> result = call(plan.preexec, {});
        if (!result) {
            write_all(plan.error_write, "SubprocessError:0:Exception occurred in preexec_fn.");
            ::_exit(255);
        }
    }
    if (plan.close_files) close_other_files(*plan.kept_files);
    execute(plan);
    report_and_exit(plan, errno, Stage::Executing);
}

// --- the parent

/// The child shares the parent's memory until it starts the program; no signal may run a handler in it.
pid_t start_sharing_memory(ChildPlan& plan) {
    sigset_t all, before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, &before);
    plan.signals = &before;
    const pid_t process = ::vfork();
    if (process == 0) run_child(plan);
    const int error = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return process;
}

Status add_bytes(StringArray& array, Object* sequence) {
    Ref<Tuple> items = TRY(sequence_to_tuple(sequence));
    for (Object* item : items->span()) {
        if (!is_bytes(item))
            return raise(type_error_type, fmt::format("expected bytes, {} found", item->type->name));
        const std::string_view text = static_cast<Bytes*>(item)->view();
        if (text.find('\0') != std::string_view::npos) return raise(value_error_type, "embedded null byte");
        array.add(text);
    }
    return done;
}

Status add_arguments(StringArray& array, Object* sequence) {
    Ref<Tuple> items = sequence_to_tuple(sequence);
    if (!items) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return raise(type_error_type, "argv must be a tuple");
    }
    for (Object* item : items->span()) {
        Ref<Object> text = TRY(path_octets(item));
        array.add(static_cast<Bytes*>(text.get())->view());
    }
    return done;
}

Failure bad_kept_files() { return raise(value_error_type, "bad value(s) in fds_to_keep"); }

/// Ascending numbers of files. _sanity_check_python_fd_sequence.
Result<std::vector<int>> kept_files_argument(Object* value) {
    if (!is_tuple(value)) return raise_bad_argument("fork_exec", "argument 4", "tuple", value);
    std::vector<int> files;
    for (Object* item : static_cast<Tuple*>(value)->span()) {
        if (!is_int(item) || !as_int(item)->is_small()) return bad_kept_files();
        const std::int64_t file = as_int(item)->small;
        if (file < 0 || file > INT_MAX || (!files.empty() && file <= files.back())) return bad_kept_files();
        files.push_back(static_cast<int>(file));
    }
    return files;
}

Result<std::vector<gid_t>> groups_argument(Object* value) {
    if (!is_list(value)) return raise(type_error_type, "setgroups argument must be a list");
    Ref<Tuple> items = TRY(sequence_to_tuple(value));
    if (items->size > 65536) return raise(value_error_type, "too many groups");
    std::vector<gid_t> groups;
    for (Object* item : items->span()) {
        if (!is_int(item)) return raise(type_error_type, "groups must be integers");
        Result<gid_t> group = id_argument(item, "gid");
        if (!group) {
            if (!pending_matches(overflow_error_type)) return failed;
            clear_exception();
            return raise(value_error_type, "invalid group id");
        }
        groups.push_back(*group);
    }
    return groups;
}

/// The ints among the arguments, and the flags.
Status read_numbers(ChildPlan& plan, Object* const* arguments) {
    int* const files[] = {&plan.stdin_read,  &plan.stdin_write,  &plan.stdout_read, &plan.stdout_write,
                          &plan.stderr_read, &plan.stderr_write, &plan.error_read,  &plan.error_write};
    for (int i = 0; i < 8; ++i) *files[i] = TRY(argument_int(arguments[6 + i]));
    plan.close_files = TRY(truth(arguments[2]));
    plan.restore_signals = TRY(truth(arguments[14]));
    plan.new_session = TRY(truth(arguments[15]));
    plan.group = TRY(argument_int(arguments[16]));
    plan.umask = TRY(argument_int(arguments[20]));
    plan.set_group_id = !is_none(arguments[17]);
    if (plan.set_group_id) plan.group_id = TRY(id_argument(arguments[17], "gid"));
    plan.set_user_id = !is_none(arguments[19]);
    if (plan.set_user_id) plan.user_id = TRY(id_argument(arguments[19], "uid"));
    return done;
}

/// No collection while Python code runs in the child.
class CollectorPause {
  public:
    CollectorPause() noexcept : was_enabled_(std::exchange(collector.enabled, false)) {}
    ~CollectorPause() { collector.enabled = was_enabled_; }

  private:
    bool was_enabled_;
};

/// The child has a copy of the parent's memory and may run Python code.
pid_t start_with_copy(const ChildPlan& plan) {
    CollectorPause pause;
    const pid_t process = is_none(plan.preexec) ? ::fork() : fork_process();
    if (process == 0) run_child(plan);
    return process;
}

NewRef posixsubprocess_fork_exec(Object*, Object* const* arguments) {
    ChildPlan plan{};
    const std::vector<int> kept_files = TRY(kept_files_argument(arguments[3]));
    TRY(read_numbers(plan, arguments));
    if (plan.close_files && plan.error_write < 3) return raise(value_error_type, "errpipe_write must be >= 3");
    StringArray programs, program_arguments, environment;
    TRY(add_bytes(programs, arguments[1]));
    if (!is_none(arguments[0])) TRY(add_arguments(program_arguments, arguments[0]));
    if (!is_none(arguments[5])) TRY(add_bytes(environment, arguments[5]));
    Ref<Object> directory;
    if (!is_none(arguments[4])) directory = TRY(path_octets(arguments[4]));
    std::vector<gid_t> groups;
    if (!is_none(arguments[18])) groups = TRY(groups_argument(arguments[18]));
    const bool may_share = TRY(truth(arguments[22]));

    plan.programs = programs.pointers();
    plan.arguments = is_none(arguments[0]) ? nullptr : program_arguments.pointers();
    plan.environment = is_none(arguments[5]) ? nullptr : environment.pointers();
    plan.directory = directory ? static_cast<Bytes*>(directory.get())->data() : nullptr;
    plan.kept_files = &kept_files;
    plan.groups = is_none(arguments[18]) ? nullptr : &groups;
    plan.preexec = arguments[21];

    const bool changes_ids = plan.set_user_id || plan.set_group_id || plan.groups;
    const bool shares = may_share && is_none(plan.preexec) && !changes_ids;
    const pid_t process = shares ? start_sharing_memory(plan) : start_with_copy(plan);
    if (process < 0) return raise_errno();
    return new_int(process);
}

constexpr NativeDef posixsubprocess_functions[] = {
    {"fork_exec", posixsubprocess_fork_exec,
     "-($module, args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, "
     "errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, "
     "extra_groups, uid, umask, preexec_fn, allow_vfork, /)",
     "Starts a program in a new process, whose id it gives. What fails in the child is written to "
     "errpipe_write."},
};

const ModuleSpec posixsubprocess_spec = {"_posixsubprocess", "Starting processes for the module subprocess.",
                                         posixsubprocess_functions};

}  // namespace

Ref<Module> make_posixsubprocess_module() { return new_native_module(posixsubprocess_spec); }

}  // namespace minipy
