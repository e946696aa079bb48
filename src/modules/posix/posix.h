// The module `posix`, by file: paths and file descriptors (files.cpp), what they are (stat.cpp), directories
// (directories.cpp), processes (processes.cpp). What they share is here.
//
// CPython: Modules/posixmodule.c
#pragma once

#include <sys/types.h>

#include <span>
#include <string_view>

#include "modules/os_error.h"
#include "objects/module.h"
#include "objects/type.h"

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
    /// For error messages: what the caller gave, null for None.
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

/// os.fspath. PyOS_FSPath.
Ref<Object> fspath(Object* path);

/// A file name from the system as str (surrogates for what is no UTF-8) or bytes.
Ref<Object> system_text(std::string_view octets, bool as_bytes = false);

/// None, or OSError from `errno` if the system call's result is negative.
NewRef none_or_error(int result, Object* filename_or_null = nullptr);

/// fork() between the functions that `register_at_fork` was given.
pid_t fork_process();

/// Tables of functions and what else each file adds to the module.
std::span<const NativeDef> posix_file_functions() noexcept;
std::span<const NativeDef> posix_stat_functions() noexcept;
std::span<const NativeDef> posix_directory_functions() noexcept;
std::span<const NativeDef> posix_process_functions() noexcept;
Status add_posix_stat(Module* module);
Status add_posix_directories(Module* module);
Status add_posix_processes(Module* module);
Status add_posix_constants(Module* module);

/// A stat_result of the file. `follow` says whether a link is looked through.
NewRef stat_at(int directory, const char* path, bool follow, Object* filename);

}  // namespace minipy
