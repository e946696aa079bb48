// fcntl: control of open files: fcntl(), ioctl() and locks.
//
// An argument is a number, or a block of memory that the system may change: a copy of it is passed and given
// back, but for ioctl of a writable buffer, which sees the changes itself.
//
// CPython: Modules/fcntlmodule.c
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstring>

#include "modules/blocking.h"
#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/support.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

constexpr std::size_t largest_block = 1024;

/// The octets of a str or bytes-like argument.
class BlockArgument {
  public:
    /// False if the argument is neither.
    Result<bool> acquire(Object* value) {
        if (is_str(value)) {
            octets_ = str_utf8(static_cast<Str*>(value));
            return true;
        }
        if (!has_octets(value)) return false;
        TRY(view_.acquire(value));
        octets_ = view_.view();
        return true;
    }
    std::string_view octets() const noexcept { return octets_; }

  private:
    OctetsView view_;
    std::string_view octets_;
};

/// Runs the call on a copy of the block, which it gives back as bytes.
template <class Call>
NewRef call_on_copy(std::string_view block, const char* too_long, Call call) {
    if (block.size() > largest_block) return raise(value_error_type, too_long);
    char copy[largest_block + 1];
    std::memcpy(copy, block.data(), block.size());
    copy[block.size()] = '\0';
    TRY(blocking_retried([&] { return call(copy); }));
    return new_bytes({copy, block.size()});
}

NewRef fcntl_fcntl(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0])), command = TRY(argument_int(arguments[1]));
    TRY(audit("fcntl.fcntl", file, command, arguments[2]));
    if (arguments[2]) {
        BlockArgument block;
        if (TRY(block.acquire(arguments[2])))
            return call_on_copy(block.octets(), "fcntl string arg too long",
                                [&](char* copy) { return ::fcntl(file, command, copy); });
    }
    const auto number = static_cast<int>(arguments[2] ? TRY(wrapped_argument(arguments[2])) : 0);
    return new_int(TRY(blocking_retried([&] { return ::fcntl(file, command, number); })));
}

/// ioctl on the buffer's own memory, as far as its size allows; the result is the call's.
NewRef ioctl_in_place(int file, unsigned request, BufferView& view) {
    const auto size = static_cast<std::size_t>(view.size);
    if (size > largest_block)
        return new_int(TRY(blocking_retried([&] { return ::ioctl(file, request, view.data); })));
    char copy[largest_block + 1];
    std::memcpy(copy, view.data, size);
    copy[size] = '\0';
    const int result = TRY(blocking_retried([&] { return ::ioctl(file, request, copy); }));
    std::memcpy(view.data, copy, size);
    return new_int(result);
}

NewRef fcntl_ioctl(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0]));
    const unsigned request = TRY(wrapped_argument(arguments[1]));
    const bool mutate = TRY(truth(arguments[3]));
    TRY(audit("fcntl.ioctl", file, request, arguments[2]));
    if (arguments[2]) {
        HeldBuffer view;
        if (!is_str(arguments[2]) && has_octets(arguments[2]) && mutate) {
            if (get_buffer(arguments[2], view, buffer_flag::writable))
                return ioctl_in_place(file, request, view);
            clear_exception();
        }
        BlockArgument block;
        if (TRY(block.acquire(arguments[2])))
            return call_on_copy(block.octets(), "ioctl string arg too long",
                                [&](char* copy) { return ::ioctl(file, request, copy); });
    }
    const auto number = static_cast<int>(arguments[2] ? TRY(wrapped_argument(arguments[2])) : 0);
    return new_int(TRY(blocking_retried([&] { return ::ioctl(file, request, number); })));
}

NewRef fcntl_flock(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0])), operation = TRY(argument_int(arguments[1]));
    TRY(audit("fcntl.flock", file, operation));
    TRY(blocking_retried([&] { return ::flock(file, operation); }));
    return new_none();
}

/// flock's operations in terms of record locks.
Result<short> lock_type(int operation) {
    if (operation == LOCK_UN) return static_cast<short>(F_UNLCK);
    if (operation & LOCK_SH) return static_cast<short>(F_RDLCK);
    if (operation & LOCK_EX) return static_cast<short>(F_WRLCK);
    return raise(value_error_type, "unrecognized lockf argument");
}

NewRef fcntl_lockf(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0])), operation = TRY(argument_int(arguments[1]));
    const int whence = arguments[4] ? TRY(argument_int(arguments[4])) : SEEK_SET;
    TRY(audit("fcntl.lockf", file, operation, arguments[2], arguments[3], whence));
    struct flock lock {};
    lock.l_type = TRY(lock_type(operation));
    if (arguments[3]) lock.l_start = TRY(argument_size(arguments[3]));
    if (arguments[2]) lock.l_len = TRY(argument_size(arguments[2]));
    lock.l_whence = static_cast<short>(whence);
    TRY(blocking_retried([&] { return ::fcntl(file, operation & LOCK_NB ? F_SETLK : F_SETLKW, &lock); }));
    return new_none();
}

constexpr IntConstant constants[] = {
#define CONSTANT(name) {#name, static_cast<std::int64_t>(static_cast<unsigned>(name))},
    CONSTANT(LOCK_SH) CONSTANT(LOCK_EX) CONSTANT(LOCK_NB) CONSTANT(LOCK_UN) CONSTANT(LOCK_MAND)
        CONSTANT(LOCK_READ) CONSTANT(LOCK_WRITE) CONSTANT(LOCK_RW) CONSTANT(F_DUPFD) CONSTANT(F_DUPFD_CLOEXEC)
            CONSTANT(F_GETFD) CONSTANT(F_SETFD) CONSTANT(F_GETFL) CONSTANT(F_SETFL) CONSTANT(F_GETLK) CONSTANT(
                F_SETLK) CONSTANT(F_SETLKW) CONSTANT(F_OFD_GETLK) CONSTANT(F_OFD_SETLK) CONSTANT(F_OFD_SETLKW)
                CONSTANT(F_GETOWN) CONSTANT(F_SETOWN) CONSTANT(F_GETSIG) CONSTANT(F_SETSIG) CONSTANT(F_RDLCK)
                    CONSTANT(F_WRLCK) CONSTANT(F_UNLCK) CONSTANT(F_GETLK64) CONSTANT(F_SETLK64)
                        CONSTANT(F_SETLKW64) CONSTANT(FASYNC) CONSTANT(F_SETLEASE) CONSTANT(F_GETLEASE)
                            CONSTANT(F_NOTIFY) CONSTANT(F_EXLCK) CONSTANT(F_SHLCK) CONSTANT(DN_ACCESS)
                                CONSTANT(DN_MODIFY) CONSTANT(DN_CREATE) CONSTANT(DN_DELETE) CONSTANT(DN_RENAME)
                                    CONSTANT(DN_ATTRIB) CONSTANT(DN_MULTISHOT) CONSTANT(FD_CLOEXEC)
                                        CONSTANT(F_SETPIPE_SZ) CONSTANT(F_GETPIPE_SZ) CONSTANT(F_ADD_SEALS)
                                            CONSTANT(F_GET_SEALS) CONSTANT(F_SEAL_SEAL) CONSTANT(F_SEAL_SHRINK)
                                                CONSTANT(F_SEAL_GROW) CONSTANT(F_SEAL_WRITE)
#undef CONSTANT
};

constexpr NativeDef fcntl_functions[] = {
    {"fcntl", fcntl_fcntl, "($module, fd, cmd, arg=<absent: 0>, /)", "Controls an open file."},
    {"ioctl", fcntl_ioctl, "($module, fd, request, arg=<absent: 0>, mutate_flag=True, /)",
     "Controls a device."},
    {"flock", fcntl_flock, "($module, fd, operation, /)", "Locks or unlocks a whole file."},
    {"lockf", fcntl_lockf, "($module, fd, cmd, len=<absent: 0>, start=<absent: 0>, whence=0, /)",
     "Locks or unlocks a part of a file."},
};

Status fcntl_fill(Module* module) { return module_set_constants(module, constants); }

const ModuleSpec fcntl_spec = {"fcntl", "Control of open files and devices.", fcntl_functions, fcntl_fill};

}  // namespace

Ref<Module> make_fcntl_module() { return new_native_module(fcntl_spec); }

}  // namespace minipy
