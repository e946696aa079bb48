// The module `_stat`: the bits of a file's mode, and the mode as `ls -l` shows it.
//
// CPython: Modules/_stat.c
#include <fmt/format.h>
#include <sys/stat.h>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/str.h"

namespace minipy {
namespace {

struct Constant {
    const char* name;
    int value;
};

constexpr Constant constants[] = {
    {"S_IFDIR", S_IFDIR}, {"S_IFCHR", S_IFCHR}, {"S_IFBLK", S_IFBLK}, {"S_IFREG", S_IFREG},
    {"S_IFIFO", S_IFIFO}, {"S_IFLNK", S_IFLNK}, {"S_IFSOCK", S_IFSOCK}, {"S_IFDOOR", 0},
    {"S_IFPORT", 0}, {"S_IFWHT", 0}, {"S_ISUID", S_ISUID}, {"S_ISGID", S_ISGID}, {"S_ISVTX", S_ISVTX},
    {"S_ENFMT", S_ISGID}, {"S_IREAD", S_IRUSR}, {"S_IWRITE", S_IWUSR}, {"S_IEXEC", S_IXUSR},
    {"S_IRWXU", S_IRWXU}, {"S_IRUSR", S_IRUSR}, {"S_IWUSR", S_IWUSR}, {"S_IXUSR", S_IXUSR},
    {"S_IRWXG", S_IRWXG}, {"S_IRGRP", S_IRGRP}, {"S_IWGRP", S_IWGRP}, {"S_IXGRP", S_IXGRP},
    {"S_IRWXO", S_IRWXO}, {"S_IROTH", S_IROTH}, {"S_IWOTH", S_IWOTH}, {"S_IXOTH", S_IXOTH},
    {"UF_NODUMP", 0x1}, {"UF_IMMUTABLE", 0x2}, {"UF_APPEND", 0x4}, {"UF_OPAQUE", 0x8}, {"UF_NOUNLINK", 0x10},
    {"UF_COMPRESSED", 0x20}, {"UF_HIDDEN", 0x8000}, {"SF_ARCHIVED", 0x10000}, {"SF_IMMUTABLE", 0x20000},
    {"SF_APPEND", 0x40000}, {"SF_NOUNLINK", 0x100000}, {"SF_SNAPSHOT", 0x200000},
    {"ST_MODE", 0}, {"ST_INO", 1}, {"ST_DEV", 2}, {"ST_NLINK", 3}, {"ST_UID", 4}, {"ST_GID", 5}, {"ST_SIZE", 6},
    {"ST_ATIME", 7}, {"ST_MTIME", 8}, {"ST_CTIME", 9},
};

Result<mode_t> mode_argument(Object* argument) {
    if (!is_int(argument)) return raise(type_error_type, "an integer is required");
    const Int* number = as_int(argument);
    if (number->is_negative())
        return raise(overflow_error_type, "can't convert negative value to unsigned int");
    if (!number->is_small())
        return raise(overflow_error_type, "Python int too large to convert to C unsigned long");
    if (number->small > 0xFFFFFFFF) return raise(overflow_error_type, "mode out of range");
    return static_cast<mode_t>(number->small);
}

template <mode_t format>
NewRef stat_has_format(Object*, Object* const* arguments) {
    return new_bool((TRY(mode_argument(arguments[0])) & S_IFMT) == format);
}

/// Kinds of files that other systems have.
NewRef stat_never(Object*, Object* const* arguments) {
    TRY(mode_argument(arguments[0]));
    return new_bool(false);
}

NewRef stat_permissions(Object*, Object* const* arguments) {
    return new_int(TRY(mode_argument(arguments[0])) & 07777);
}
NewRef stat_format(Object*, Object* const* arguments) {
    return new_int(TRY(mode_argument(arguments[0])) & S_IFMT);
}

char format_letter(mode_t mode) noexcept {
    switch (mode & S_IFMT) {
        case S_IFREG: return '-';
        case S_IFDIR: return 'd';
        case S_IFLNK: return 'l';
        case S_IFBLK: return 'b';
        case S_IFCHR: return 'c';
        case S_IFIFO: return 'p';
        case S_IFSOCK: return 's';
        default: return '?';
    }
}

/// "-rwxr-xr-x"
NewRef stat_filemode(Object*, Object* const* arguments) {
    const mode_t mode = TRY(mode_argument(arguments[0]));
    std::string text(1, format_letter(mode));
    for (int bit = 8; bit >= 0; --bit) text += (mode >> bit) & 1 ? "xwr"[bit % 3] : '-';
    const auto mark = [&](mode_t special, std::size_t place, char letter) {
        if (mode & special) text[place] = text[place] == 'x' ? letter : static_cast<char>(letter - 'a' + 'A');
    };
    mark(S_ISUID, 3, 's');
    mark(S_ISGID, 6, 's');
    mark(S_ISVTX, 9, 't');
    return str_from_utf8(text);
}

constexpr NativeDef functions[] = {
    {"S_ISDIR", stat_has_format<S_IFDIR>, "-($module, mode, /)", "Whether it is the mode of a directory."},
    {"S_ISCHR", stat_has_format<S_IFCHR>, "-($module, mode, /)",
     "Whether it is the mode of a character device."},
    {"S_ISBLK", stat_has_format<S_IFBLK>, "-($module, mode, /)", "Whether it is the mode of a block device."},
    {"S_ISREG", stat_has_format<S_IFREG>, "-($module, mode, /)", "Whether it is the mode of a regular file."},
    {"S_ISFIFO", stat_has_format<S_IFIFO>, "-($module, mode, /)", "Whether it is the mode of a named pipe."},
    {"S_ISLNK", stat_has_format<S_IFLNK>, "-($module, mode, /)", "Whether it is the mode of a symbolic link."},
    {"S_ISSOCK", stat_has_format<S_IFSOCK>, "-($module, mode, /)", "Whether it is the mode of a socket."},
    {"S_ISDOOR", stat_never, "-($module, mode, /)", "Whether it is the mode of a door."},
    {"S_ISPORT", stat_never, "-($module, mode, /)", "Whether it is the mode of an event port."},
    {"S_ISWHT", stat_never, "-($module, mode, /)", "Whether it is the mode of a whiteout."},
    {"S_IMODE", stat_permissions, "-($module, mode, /)", "The part of the mode that chmod() sets."},
    {"S_IFMT", stat_format, "-($module, mode, /)", "The part of the mode that tells the kind of file."},
    {"filemode", stat_filemode, "-($module, mode, /)", "The mode as ls -l shows it."},
};

Status fill(Module* module) {
    for (const Constant& constant : constants)
        TRY(module_set(module, constant.name, new_int(constant.value).get()));
    return done;
}

const ModuleSpec spec = {"_stat", "The bits of a file's mode.", functions, fill};

}  // namespace

Ref<Module> make_stat_module() { return new_native_module(spec); }

}  // namespace minipy
