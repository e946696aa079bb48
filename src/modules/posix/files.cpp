// The module `posix`: open files, links, names.
//
// A call that a signal interrupts is made again after the signal's handler has run (PEP 475).
//
// CPython: Modules/posixmodule.c
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "modules/posix/posix.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "vm/gil.h"
#include "vm/signals.h"

namespace minipy {
namespace {

NewRef posix_open(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "open"));
    const int flags = TRY(argument_int(arguments[1])) | O_CLOEXEC;
    const int mode = TRY(argument_int(arguments[2]));
    const int directory = TRY(directory_argument(arguments[3]));
    TRY(audit("open", path.object(), nullptr, flags));
    return new_int(TRY(retried([&] { return ::openat(directory, path.text(), flags, mode); }, path.object())));
}

NewRef posix_close(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const int result = without_gil([=] { return ::close(file); });
    if (result < 0 && errno == EINTR) return new_none();  // it is closed all the same
    return none_or_error(result);
}

NewRef posix_closerange(Object*, Object* const* arguments) {
    const int low = TRY(argument_int(arguments[0])), high = TRY(argument_int(arguments[1]));
    for (int file = std::max(low, 0); file < high; ++file) ::close(file);
    return new_none();
}

/// A bytes object filled by `read(data, size)`, cut to what was read.
template <class Read>
NewRef read_bytes(Size size, Read read) {
    if (size < 0) return raise_os_error(EINVAL);
    if (size == 0) return new_bytes({});
    std::string buffer(static_cast<std::size_t>(std::min(size, Size{0x7ffff000})), '\0');
    const Size got = TRY(retried([&] { return read(buffer.data(), buffer.size()); }));
    return new_bytes({buffer.data(), static_cast<std::size_t>(got)});
}

NewRef posix_read(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    return read_bytes(TRY(argument_size(arguments[1])),
                      [=](char* data, std::size_t size) { return ::read(file, data, size); });
}

NewRef posix_pread(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const Size offset = TRY(argument_size(arguments[2]));
    return read_bytes(TRY(argument_size(arguments[1])),
                      [=](char* data, std::size_t size) { return ::pread(file, data, size, offset); });
}

NewRef posix_write(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    OctetsView octets;
    TRY(octets.acquire(arguments[1]));
    const std::string_view data = octets.view();
    return new_int(TRY(retried([&] { return ::write(file, data.data(), data.size()); })));
}

NewRef posix_pwrite(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    OctetsView octets;
    TRY(octets.acquire(arguments[1]));
    const Size offset = TRY(argument_size(arguments[2]));
    const std::string_view data = octets.view();
    return new_int(TRY(retried([&] { return ::pwrite(file, data.data(), data.size(), offset); })));
}

NewRef posix_lseek(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const Size position = TRY(argument_size(arguments[1]));
    const off_t result = ::lseek(file, position, TRY(argument_int(arguments[2])));
    if (result < 0) return raise_errno();
    return new_int(result);
}

NewRef posix_isatty(Object*, Object* const* arguments) {
    return new_bool(::isatty(TRY(argument_int(arguments[0]))) == 1);
}

NewRef posix_ttyname(Object*, Object* const* arguments) {
    char text[256];
    if (const int error = ::ttyname_r(TRY(argument_int(arguments[0])), text, sizeof(text)))
        return raise_os_error(error);
    return system_text(text);
}

NewRef posix_dup(Object*, Object* const* arguments) {
    const int copy = ::fcntl(TRY(argument_int(arguments[0])), F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return raise_errno();
    return new_int(copy);
}

NewRef posix_dup2(Object*, Object* const* arguments) {
    const int from = TRY(argument_int(arguments[0])), to = TRY(argument_int(arguments[1]));
    const bool inheritable = TRY(truth(arguments[2]));
    const int result = inheritable || from == to ? ::dup2(from, to) : ::dup3(from, to, O_CLOEXEC);
    if (result < 0) return raise_errno();
    return new_int(result);
}

NewRef make_pipe(int flags) {
    int ends[2];
    if (::pipe2(ends, flags) < 0) return raise_errno();
    Ref<Int> reader = new_int(ends[0]), writer = new_int(ends[1]);
    Object* pair[] = {reader.get(), writer.get()};
    return new_tuple(pair);
}

NewRef posix_pipe(Object*, Object* const*) { return make_pipe(O_CLOEXEC); }
NewRef posix_pipe2(Object*, Object* const* arguments) { return make_pipe(TRY(argument_int(arguments[0]))); }

NewRef posix_fsync(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    return none_or_error(without_gil([=] { return ::fsync(file); }));
}
NewRef posix_fdatasync(Object*, Object* const* arguments) {
    return none_or_error(::fdatasync(TRY(argument_int(arguments[0]))));
}

NewRef posix_ftruncate(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const Size length = TRY(argument_size(arguments[1]));
    TRY(audit("os.truncate", file, length));
    return none_or_error(::ftruncate(file, length));
}

NewRef posix_truncate(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "truncate", "path", PathKind::PathOrFile));
    const Size length = TRY(argument_size(arguments[1]));
    TRY(audit("os.truncate", path.object(), length));
    return none_or_error(path.is_file() ? ::ftruncate(path.file(), length) : ::truncate(path.text(), length),
                         path.object());
}

NewRef posix_get_inheritable(Object*, Object* const* arguments) {
    const int flags = ::fcntl(TRY(argument_int(arguments[0])), F_GETFD);
    if (flags < 0) return raise_errno();
    return new_bool(!(flags & FD_CLOEXEC));
}

NewRef posix_set_inheritable(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const bool inheritable = TRY(argument_int(arguments[1])) != 0;
    return none_or_error(::fcntl(file, F_SETFD, inheritable ? 0 : FD_CLOEXEC));
}

NewRef posix_get_blocking(Object*, Object* const* arguments) {
    const int flags = ::fcntl(TRY(argument_int(arguments[0])), F_GETFL);
    if (flags < 0) return raise_errno();
    return new_bool(!(flags & O_NONBLOCK));
}

NewRef posix_set_blocking(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const bool blocking = TRY(argument_int(arguments[1])) != 0;
    const int flags = ::fcntl(file, F_GETFL);
    if (flags < 0) return raise_errno();
    return none_or_error(::fcntl(file, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
}

/// The encoding of a terminal, None for all else.
NewRef posix_device_encoding(Object*, Object* const* arguments) {
    if (!::isatty(TRY(argument_int(arguments[0])))) return new_none();
    return str_from_utf8("utf-8");
}

// --- names

/// Calls that take two paths with a directory each: rename, link.
template <class Call>
NewRef with_two_paths(Object* const* arguments, const char* function, const char* event, Call call) {
    PathArgument from, to;
    TRY(from.acquire(arguments[0], function, "src"));
    TRY(to.acquire(arguments[1], function, "dst"));
    const int from_directory = TRY(directory_argument(arguments[2]));
    const int to_directory = TRY(directory_argument(arguments[3]));
    TRY(audit(event, from.object(), to.object(), audited_directory(from_directory),
              audited_directory(to_directory)));
    if (call(from_directory, from.text(), to_directory, to.text()) < 0)
        return raise_os_error(errno, from.object(), to.object());
    return new_none();
}

NewRef posix_rename(Object*, Object* const* arguments) {
    return with_two_paths(arguments, "rename", "os.rename", ::renameat);
}
NewRef posix_replace(Object*, Object* const* arguments) {
    return with_two_paths(arguments, "replace", "os.rename", ::renameat);
}

NewRef posix_link(Object*, Object* const* arguments) {
    const int flags = TRY(truth(arguments[4])) ? AT_SYMLINK_FOLLOW : 0;
    return with_two_paths(arguments, "link", "os.link",
                          [=](int from_directory, const char* from, int to_directory, const char* to) {
                              return ::linkat(from_directory, from, to_directory, to, flags);
                          });
}

NewRef posix_symlink(Object*, Object* const* arguments) {
    PathArgument from, to;
    TRY(from.acquire(arguments[0], "symlink", "src"));
    TRY(to.acquire(arguments[1], "symlink", "dst"));
    const int directory = TRY(directory_argument(arguments[3]));
    TRY(audit("os.symlink", from.object(), to.object(), audited_directory(directory)));
    if (::symlinkat(from.text(), directory, to.text()) < 0)
        return raise_os_error(errno, from.object(), to.object());
    return new_none();
}

NewRef posix_readlink(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "readlink"));
    const int directory = TRY(directory_argument(arguments[1]));
    char target[PATH_MAX + 1];
    const ssize_t size = ::readlinkat(directory, path.text(), target, sizeof(target));
    if (size < 0) return raise_errno(path.object());
    return system_text({target, static_cast<std::size_t>(size)}, path.given_as_bytes());
}

NewRef unlink_path(Object* const* arguments, const char* function) {
    PathArgument path;
    TRY(path.acquire(arguments[0], function));
    const int directory = TRY(directory_argument(arguments[1]));
    TRY(audit("os.remove", path.object(), audited_directory(directory)));
    return none_or_error(::unlinkat(directory, path.text(), 0), path.object());
}

NewRef posix_unlink(Object*, Object* const* arguments) { return unlink_path(arguments, "unlink"); }
NewRef posix_remove(Object*, Object* const* arguments) { return unlink_path(arguments, "remove"); }

NewRef posix_fspath(Object*, Object* const* arguments) { return fspath(arguments[0]); }

/// The root of a path: exactly two slashes stay two, more are one.
std::size_t root_size(std::string_view path) noexcept {
    const std::size_t slashes = std::min(path.find_first_not_of('/'), path.size());
    return slashes == 2 ? 2 : slashes ? 1 : 0;
}

/// Without empty parts and ".", and with "name/.." taken out. _Py_normpath.
std::string normal_path(std::string_view path) {
    const std::size_t root = root_size(path);
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string_view part = path.substr(start, end - start);
        start = end + 1;
        if (part.empty() || part == ".") continue;
        const bool climbs = part == ".." && !parts.empty() && parts.back() != "..";
        if (climbs)
            parts.pop_back();
        else if (part != ".." || !root)
            parts.push_back(part);
    }
    std::string result(root, '/');
    for (std::size_t i = 0; i < parts.size(); ++i) result.append(i ? "/" : "").append(parts[i]);
    return result;
}

NewRef posix_path_normpath(Object*, Object* const* arguments) {
    if (!is_str(arguments[0]))
        return raise(type_error_type, fmt::format("expected 'str', not '{}'", arguments[0]->type->name));
    return str_from_utf8(normal_path(str_utf8(static_cast<Str*>(arguments[0]))));
}

constexpr NativeDef functions[] = {
    {"open", posix_open, "($module, /, path, flags, mode=511, *, dir_fd=None)",
     "Opens a file; its descriptor."},
    {"close", posix_close, "($module, /, fd)", "Closes a descriptor."},
    {"closerange", posix_closerange, "($module, fd_low, fd_high, /)", "Closes the descriptors of a range."},
    {"read", posix_read, "($module, fd, length, /)", "Reads at most so many bytes."},
    {"pread", posix_pread, "($module, fd, length, offset, /)", "Reads at a position."},
    {"write", posix_write, "($module, fd, data, /)", "Writes bytes; how many were written."},
    {"pwrite", posix_pwrite, "($module, fd, buffer, offset, /)", "Writes at a position."},
    {"lseek", posix_lseek, "($module, fd, position, how, /)", "Moves the position of a file."},
    {"isatty", posix_isatty, "($module, fd, /)", "Whether the descriptor is a terminal."},
    {"ttyname", posix_ttyname, "($module, fd, /)", "The name of the terminal."},
    {"dup", posix_dup, "($module, fd, /)", "A second descriptor of the file."},
    {"dup2", posix_dup2, "($module, /, fd, fd2, inheritable=True)", "Makes fd2 a descriptor of the file."},
    {"pipe", posix_pipe, "($module, /)", "A pipe: its reading and its writing end."},
    {"pipe2", posix_pipe2, "($module, flags, /)", "A pipe with flags."},
    {"fsync", posix_fsync, "($module, /, fd)", "Waits until the file is on the disk."},
    {"fdatasync", posix_fdatasync, "($module, /, fd)", "Waits until the file's content is on the disk."},
    {"ftruncate", posix_ftruncate, "($module, fd, length, /)", "Cuts an open file."},
    {"truncate", posix_truncate, "($module, /, path, length)", "Cuts a file."},
    {"get_inheritable", posix_get_inheritable, "($module, fd, /)", "Whether programs started get the file."},
    {"set_inheritable", posix_set_inheritable, "($module, fd, inheritable, /)",
     "Says whether programs started get the file."},
    {"get_blocking", posix_get_blocking, "($module, fd, /)", "Whether reading waits."},
    {"set_blocking", posix_set_blocking, "($module, fd, blocking, /)", "Says whether reading waits."},
    {"device_encoding", posix_device_encoding, "($module, /, fd)", "The encoding of a terminal, or None."},
    {"rename", posix_rename, "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Renames a file."},
    {"replace", posix_replace, "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
     "Renames a file, replacing another."},
    {"link", posix_link, "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
     "Gives a file a second name."},
    {"symlink", posix_symlink, "($module, /, src, dst, target_is_directory=False, *, dir_fd=None)",
     "Makes a symbolic link dst that points to src."},
    {"readlink", posix_readlink, "($module, /, path, *, dir_fd=None)", "Where a symbolic link points."},
    {"unlink", posix_unlink, "($module, /, path, *, dir_fd=None)", "Removes a file."},
    {"remove", posix_remove, "($module, /, path, *, dir_fd=None)", "Removes a file."},
    {"fspath", posix_fspath, "($module, /, path)", "The path as str or bytes."},
    {"_path_normpath", posix_path_normpath, "($module, /, path)",
     "The path without '.', '..' and double slashes."},
};

}  // namespace

std::span<const NativeDef> posix_file_functions() noexcept { return functions; }

}  // namespace minipy
