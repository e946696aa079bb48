// The module `posix`: terminals, and special files.
//
// CPython: Modules/posixmodule.c
#include <fcntl.h>
#include <pty.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#include <utmp.h>

#include <cstdio>

#include "modules/posix/posix.h"
#include "modules/support.h"
#include "objects/audit.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

NewRef posix_openpty(Object*, Object* const*) {
    int master, slave;
    if (::openpty(&master, &slave, nullptr, nullptr, nullptr) < 0) return raise_errno();
    for (const int file : {master, slave})
        if (::fcntl(file, F_SETFD, FD_CLOEXEC) < 0) return raise_errno();
    Ref<Int> first = new_int(master), second = new_int(slave);
    return pack({first.get(), second.get()});
}

NewRef posix_forkpty(Object*, Object* const*) {
    TRY(audit("os.forkpty"));
    int master = -1;
    run_hooks_before_fork();
    const pid_t process = ::forkpty(&master, nullptr, nullptr, nullptr);
    const int error = errno;
    run_hooks_after_fork(process == 0);
    if (process < 0) return raise_os_error(error);
    Ref<Int> first = new_int(process), second = new_int(master);
    return pack({first.get(), second.get()});
}

NewRef posix_login_tty(Object*, Object* const* arguments) {
    return none_or_error(::login_tty(TRY(argument_int(arguments[0]))));
}

NewRef posix_ctermid(Object*, Object* const*) {
    char path[L_ctermid];
    return system_text(::ctermid(path));
}

NewRef posix_tcgetpgrp(Object*, Object* const* arguments) {
    const pid_t group = ::tcgetpgrp(TRY(argument_int(arguments[0])));
    if (group < 0) return raise_errno();
    return new_int(group);
}

NewRef posix_tcsetpgrp(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    return none_or_error(::tcsetpgrp(file, TRY(argument_int(arguments[1]))));
}

// --- special files

NewRef posix_mkfifo(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "mkfifo"));
    const auto mode = static_cast<mode_t>(TRY(argument_int(arguments[1])));
    const int directory = TRY(directory_argument(arguments[2]));
    TRY(retried([&] { return ::mkfifoat(directory, path.text(), mode); }));
    return new_none();
}

NewRef posix_mknod(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "mknod"));
    const auto mode = static_cast<mode_t>(TRY(argument_int(arguments[1])));
    const auto device = static_cast<dev_t>(TRY(argument_size(arguments[2])));
    const int directory = TRY(directory_argument(arguments[3]));
    TRY(retried([&] { return ::mknodat(directory, path.text(), mode, device); }));
    return new_none();
}

NewRef posix_makedev(Object*, Object* const* arguments) {
    const auto major = static_cast<unsigned>(TRY(argument_int(arguments[0])));
    return new_int_unsigned(gnu_dev_makedev(major, static_cast<unsigned>(TRY(argument_int(arguments[1])))));
}

NewRef posix_chroot(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "chroot"));
    return none_or_error(::chroot(path.text()), path.object());
}

constexpr NativeDef functions[] = {
    {"openpty", posix_openpty, "($module, /)", "Opens a terminal that a program plays: (master, slave)."},
    {"forkpty", posix_forkpty, "($module, /)", "Forks, the child on a new terminal: (pid, master)."},
    {"login_tty", posix_login_tty, "($module, fd, /)", "Makes the terminal that of a new session."},
    {"ctermid", posix_ctermid, "($module, /)", "The name of the process's terminal."},
    {"tcgetpgrp", posix_tcgetpgrp, "($module, fd, /)", "The foreground process group of a terminal."},
    {"tcsetpgrp", posix_tcsetpgrp, "($module, fd, pgid, /)", "Sets the foreground process group."},
    {"mkfifo", posix_mkfifo, "($module, /, path, mode=438, *, dir_fd=None)", "Makes a named pipe."},
    {"mknod", posix_mknod, "($module, /, path, mode=384, device=0, *, dir_fd=None)", "Makes a special file."},
    {"makedev", posix_makedev, "($module, major, minor, /)", "The device with these two numbers."},
    {"chroot", posix_chroot, "($module, /, path)", "Changes the root directory."},
};

}  // namespace

std::span<const NativeDef> posix_terminal_functions() noexcept { return functions; }

}  // namespace minipy
