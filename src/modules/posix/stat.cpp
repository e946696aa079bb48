// The module `posix`: what files are, who may do what with them, and when they were used.
//
// CPython: Modules/posixmodule.c (_pystat_fromstructstat, os_utime_impl)
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cmath>
#include <iterator>

#include "modules/posix/posix.h"
#include "objects/audit.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"

namespace minipy {
namespace {

constexpr const char* stat_fields[] = {
    "st_mode",    "st_ino",    "st_dev",   "st_nlink", "st_uid",   "st_gid",      "st_size",     "",
    "",           "",          "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns",
    "st_blksize", "st_blocks", "st_rdev"};
const StructSequenceSpec stat_spec = {"os.stat_result", "What stat() tells of a file.", stat_fields, 10};
StructSequenceType stat_type(stat_spec);

constexpr const char* statvfs_fields[] = {"f_bsize", "f_frsize", "f_blocks", "f_bfree",   "f_bavail", "f_files",
                                          "f_ffree", "f_favail", "f_flag",   "f_namemax", "f_fsid"};
const StructSequenceSpec statvfs_spec = {"os.statvfs_result", "What statvfs() tells of a file system.",
                                         statvfs_fields, 10};
StructSequenceType statvfs_type(statvfs_spec);

constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;

Ref<Object> number(std::int64_t value) { return Ref<Object>(new_int(value)); }
Ref<Object> count(std::uint64_t value) { return Ref<Object>(new_int_unsigned(value)); }
Ref<Object> seconds(const timespec& time) {
    return Ref<Object>(new_float(static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec)));
}
Ref<Object> nanoseconds(const timespec& time) {
    return number(time.tv_sec * nanoseconds_per_second + time.tv_nsec);
}

NewRef stat_result(const struct stat& status) {
    Ref<Object> fields[] = {
        number(status.st_mode),        count(status.st_ino),          count(status.st_dev),
        count(status.st_nlink),        number(status.st_uid),         number(status.st_gid),
        number(status.st_size),        number(status.st_atim.tv_sec), number(status.st_mtim.tv_sec),
        number(status.st_ctim.tv_sec), seconds(status.st_atim),       seconds(status.st_mtim),
        seconds(status.st_ctim),       nanoseconds(status.st_atim),   nanoseconds(status.st_mtim),
        nanoseconds(status.st_ctim),   number(status.st_blksize),     number(status.st_blocks),
        count(status.st_rdev)};
    return new_struct_sequence(stat_type, fields);
}

NewRef stat_file(int file) {
    struct stat status;
    if (::fstat(file, &status) < 0) return raise_errno();
    return stat_result(status);
}

NewRef posix_stat(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "stat", "path", PathKind::PathOrFile));
    const int directory = TRY(directory_argument(arguments[1]));
    const bool follow = TRY(truth(arguments[2]));
    if (path.is_file()) {
        if (directory != AT_FDCWD)
            return raise(value_error_type, "stat: can't specify dir_fd without matching path");
        if (!follow) return raise(value_error_type, "stat: cannot use fd and follow_symlinks together");
        struct stat status;
        if (::fstat(path.file(), &status) < 0) return raise_errno(path.object());
        return stat_result(status);
    }
    return stat_at(directory, path.text(), follow, path.object());
}

NewRef posix_lstat(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "lstat"));
    return stat_at(TRY(directory_argument(arguments[1])), path.text(), false, path.object());
}

NewRef posix_fstat(Object*, Object* const* arguments) { return stat_file(TRY(argument_int(arguments[0]))); }

NewRef posix_statvfs(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "statvfs", "path", PathKind::PathOrFile));
    struct statvfs status;
    const int result = path.is_file() ? ::fstatvfs(path.file(), &status) : ::statvfs(path.text(), &status);
    if (result < 0) return raise_errno(path.object());
    Ref<Object> fields[] = {count(status.f_bsize),   count(status.f_frsize), count(status.f_blocks),
                            count(status.f_bfree),   count(status.f_bavail), count(status.f_files),
                            count(status.f_ffree),   count(status.f_favail), count(status.f_flag),
                            count(status.f_namemax), count(status.f_fsid)};
    return new_struct_sequence(statvfs_type, fields);
}

NewRef posix_access(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "access"));
    const int mode = TRY(argument_int(arguments[1]));
    const int directory = TRY(directory_argument(arguments[2]));
    int flags = TRY(truth(arguments[3])) ? AT_EACCESS : 0;
    if (!TRY(truth(arguments[4]))) flags |= AT_SYMLINK_NOFOLLOW;
    return new_bool(::faccessat(directory, path.text(), mode, flags) == 0);
}

NewRef posix_chmod(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "chmod", "path", PathKind::PathOrFile));
    const auto mode = static_cast<mode_t>(TRY(argument_int(arguments[1])));
    const int directory = TRY(directory_argument(arguments[2]));
    const int flags = TRY(truth(arguments[3])) ? 0 : AT_SYMLINK_NOFOLLOW;
    TRY(audit("os.chmod", path.object(), mode, audited_directory(directory)));
    const int result =
        path.is_file() ? ::fchmod(path.file(), mode) : ::fchmodat(directory, path.text(), mode, flags);
    if (result < 0 && flags && errno == EOPNOTSUPP) {
        if (directory != AT_FDCWD)
            return raise(value_error_type, "chmod: cannot use dir_fd and follow_symlinks together");
        return raise(not_implemented_error_type, "chmod: follow_symlinks unavailable on this platform");
    }
    return none_or_error(result, path.object());
}

NewRef posix_fchmod(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const auto mode = static_cast<mode_t>(TRY(argument_int(arguments[1])));
    TRY(audit("os.chmod", file, mode, -1));
    return none_or_error(::fchmod(file, mode));
}

// --- times

/// Whole seconds and nanoseconds of an int or float number of seconds, rounded down.
Result<timespec> time_from_seconds(Object* value) {
    if (is_float(value)) {
        const double all = float_value(value), whole = std::floor(all);
        if (std::isnan(all)) return raise(value_error_type, "Invalid value NaN (not a number)");
        if (std::fabs(all) > 9.2e18)
            return raise(overflow_error_type, "timestamp out of range for platform time_t");
        return timespec{static_cast<time_t>(whole), static_cast<long>((all - whole) * 1e9)};
    }
    return timespec{TRY(argument_size(value)), 0};
}

Result<timespec> time_from_nanoseconds(Object* value) {
    const Size all = TRY(argument_size(value));
    const Size rest = ((all % nanoseconds_per_second) + nanoseconds_per_second) % nanoseconds_per_second;
    return timespec{(all - rest) / nanoseconds_per_second, rest};
}

Status parse_times(Object* times, Object* ns, timespec (&result)[2]) {
    const bool has_times = times && !is_none(times);
    if (has_times && ns)
        return raise(value_error_type, "utime: you may specify either 'times' or 'ns' but not both");
    Object* pair = has_times ? times : ns;
    if (!pair) {
        result[0] = result[1] = {0, UTIME_NOW};
        return done;
    }
    if (!is_tuple(pair) || static_cast<Tuple*>(pair)->size != 2)
        return raise(type_error_type, has_times ? "utime: 'times' must be either a tuple of two ints or None"
                                                : "utime: 'ns' must be a tuple of two ints");
    for (Size i = 0; i < 2; ++i) {
        Object* item = (*static_cast<Tuple*>(pair))[i];
        result[i] = TRY(has_times ? time_from_seconds(item) : time_from_nanoseconds(item));
    }
    return done;
}

NewRef posix_utime(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "utime", "path", PathKind::PathOrFile));
    timespec times[2];
    TRY(parse_times(arguments[1], arguments[2], times));
    const int directory = TRY(directory_argument(arguments[3]));
    const int flags = TRY(truth(arguments[4])) ? 0 : AT_SYMLINK_NOFOLLOW;
    TRY(audit("os.utime", path.object(), arguments[1], arguments[2], audited_directory(directory)));
    const int result =
        path.is_file() ? ::futimens(path.file(), times) : ::utimensat(directory, path.text(), times, flags);
    return none_or_error(result);
}

NewRef posix_umask(Object*, Object* const* arguments) {
    return new_int(::umask(static_cast<mode_t>(TRY(argument_int(arguments[0])))));
}

Result<dev_t> device_argument(Object* value) {
    const Size number = TRY(argument_size(value));
    if (number < 0) return raise(overflow_error_type, "can't convert negative int to unsigned");
    return static_cast<dev_t>(number);
}

NewRef posix_major(Object*, Object* const* arguments) {
    return new_int(gnu_dev_major(TRY(device_argument(arguments[0]))));
}
NewRef posix_minor(Object*, Object* const* arguments) {
    return new_int(gnu_dev_minor(TRY(device_argument(arguments[0]))));
}

constexpr NativeDef functions[] = {
    {"stat", posix_stat, "($module, /, path, *, dir_fd=None, follow_symlinks=True)", "What a file is."},
    {"lstat", posix_lstat, "($module, /, path, *, dir_fd=None)", "stat() that does not follow a link."},
    {"fstat", posix_fstat, "($module, /, fd)", "stat() of an open file."},
    {"statvfs", posix_statvfs, "($module, /, path)", "What the file system of a path is."},
    {"fstatvfs", posix_statvfs, "($module, fd, /)", "What the file system of an open file is."},
    {"access", posix_access,
     "($module, /, path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
     "Whether the user may read, write or execute the file."},
    {"chmod", posix_chmod, "($module, /, path, mode, *, dir_fd=None, follow_symlinks=True)",
     "Changes the rights to a file."},
    {"fchmod", posix_fchmod, "($module, /, fd, mode)", "Changes the rights to an open file."},
    {"utime", posix_utime,
     "($module, /, path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)",
     "Sets when a file was last used and changed."},
    {"umask", posix_umask, "($module, mask, /)", "Sets the rights that new files do not get; the old mask."},
    {"major", posix_major, "($module, device, /)", "The major number of a device."},
    {"minor", posix_minor, "($module, device, /)", "The minor number of a device."},
};

}  // namespace

NewRef stat_at(int directory, const char* path, bool follow, Object* filename) {
    struct stat status;
    if (::fstatat(directory, path, &status, follow ? 0 : AT_SYMLINK_NOFOLLOW) < 0) return raise_errno(filename);
    return stat_result(status);
}

std::span<const NativeDef> posix_stat_functions() noexcept { return functions; }

Status add_posix_stat(Module* module) {
    TRY(stat_type.prepare());
    TRY(statvfs_type.prepare());
    TRY(module_set(module, "stat_result", &stat_type));
    return module_set(module, "statvfs_result", &statvfs_type);
}

}  // namespace minipy
