// The module `posix`, by file: paths and file descriptors (files.cpp), what they are (stat.cpp,
// attributes.cpp), moving data (transfers.cpp), directories (directories.cpp), terminals and special files
// (terminals.cpp), processes (processes.cpp, spawn.cpp, waiting.cpp), who they belong to (identity.cpp), how
// they are scheduled (scheduling.cpp), figures of the system (configuration.cpp). What they share is here.
//
// CPython: Modules/posixmodule.c
#pragma once

#include <fcntl.h>
#include <sched.h>
#include <sys/types.h>

#include <span>
#include <string_view>

#include "modules/os_error.h"
#include "modules/system_text.h"
#include "objects/module.h"
#include "objects/type.h"
#include "vm/gil.h"
#include "vm/signals.h"

namespace minipy {

/// What a path argument may be besides a path.
enum class PathKind { Path, PathOrFile, PathOrNone, PathFileOrNone };

/// A path given as str, bytes, PathLike, perhaps as an open file or None. path_t.
class PathArgument {
  public:
    /// TypeError "stat: path should be string, bytes, os.PathLike or integer, not list".
    Status acquire(Object* value, const char* function, const char* argument = "path",
                   PathKind kind = PathKind::Path);

    /// The path as the system wants it; "." for None.
    const char* text() const noexcept { return text_; }
    bool is_file() const noexcept { return file_ >= 0; }
    int file() const noexcept { return file_; }
    bool given_as_bytes() const noexcept { return as_bytes_; }
    /// For error messages: what the caller gave, its text if it is PathLike; null for None.
    Object* object() const noexcept { return object_.get(); }

  private:
    Ref<Object> object_;
    Ref<Object> bytes_;
    const char* text_ = ".";
    int file_ = -1;
    bool as_bytes_ = false;
};

/// A directory's file descriptor for the *at functions: None is the current directory.
Result<int> directory_argument(Object* value);
/// The same as audit events have it: -1 for the current one.
inline int audited_directory(int directory) noexcept { return directory == AT_FDCWD ? -1 : directory; }

/// A user or group number; -1 stands for "as it is". TypeError "uid should be integer, not str".
/// _Py_Uid_Converter.
Result<unsigned> id_argument(Object* value, const char* what);

/// os.fspath. PyOS_FSPath.
Ref<Object> fspath(Object* path);

/// None, or OSError from `errno` if the system call's result is negative.
NewRef none_or_error(int result, Object* filename_or_null = nullptr);

/// The result of a system call that is made again when a signal interrupts it; OSError if it fails.
template <class Call>
Result<Size> retried(Call call, Object* filename = nullptr) {
    for (;;) {
        const auto result = static_cast<Size>(without_gil(call));
        if (result >= 0) return result;
        if (errno != EINTR) return raise_errno(filename);
        TRY(run_signal_handlers());
    }
}

/// What `register_at_fork` was given, before and after a fork; the child's only thread is then the running one.
void run_hooks_before_fork();
void run_hooks_after_fork(bool in_child);

/// The priority in a `sched_param` object.
Result<sched_param> scheduling_parameter(Object* value);

/// fork() between the functions that `register_at_fork` was given.
pid_t fork_process();

/// Tables of functions and what else each file adds to the module.
std::span<const NativeDef> posix_file_functions() noexcept;
std::span<const NativeDef> posix_stat_functions() noexcept;
std::span<const NativeDef> posix_directory_functions() noexcept;
std::span<const NativeDef> posix_process_functions() noexcept;
std::span<const NativeDef> posix_waiting_functions() noexcept;
std::span<const NativeDef> posix_spawn_functions() noexcept;
std::span<const NativeDef> posix_identity_functions() noexcept;
std::span<const NativeDef> posix_scheduling_functions() noexcept;
std::span<const NativeDef> posix_configuration_functions() noexcept;
std::span<const NativeDef> posix_attribute_functions() noexcept;
std::span<const NativeDef> posix_transfer_functions() noexcept;
std::span<const NativeDef> posix_terminal_functions() noexcept;
Status add_posix_stat(Module* module);
Status add_posix_directories(Module* module);
Status add_posix_processes(Module* module);
Status add_posix_waiting(Module* module);
Status add_posix_spawn(Module* module);
Status add_posix_scheduling(Module* module);
Status add_posix_configuration(Module* module);
Status add_posix_constants(Module* module);

/// A stat_result of the file. `follow` says whether a link is looked through.
NewRef stat_at(int directory, const char* path, bool follow, Object* filename);

}  // namespace minipy
