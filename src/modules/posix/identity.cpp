// The module `posix`: users, groups, sessions.
//
// CPython: Modules/posixmodule.c
#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <unistd.h>

#include <climits>
#include <vector>

#include "modules/posix/posix.h"
#include "modules/support.h"
#include "objects/audit.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {

Result<unsigned> id_argument(Object* value, const char* what) {
    if (!has_index(value))
        return raise(type_error_type, fmt::format("{} should be integer, not {}", what, value->type->name));
    Ref<Int> number = TRY(to_index(value));
    const bool small = number->is_small();
    if (small && number->small >= -1 && number->small <= UINT_MAX) return static_cast<unsigned>(number->small);
    const bool below = number->is_negative();
    return raise(overflow_error_type, fmt::format("{} is {} than {}", what, below ? "less" : "greater",
                                                  below ? "minimum" : "maximum"));
}

namespace {

/// `function(id)`, `function(id, id)` ...: setuid, setreuid, setresuid and those of groups.
template <auto function, bool user, int count>
NewRef set_ids(Object*, Object* const* arguments) {
    unsigned ids[3] = {};
    for (int i = 0; i < count; ++i) ids[i] = TRY(id_argument(arguments[i], user ? "uid" : "gid"));
    if constexpr (count == 1) return none_or_error(function(ids[0]));
    if constexpr (count == 2) return none_or_error(function(ids[0], ids[1]));
    if constexpr (count == 3) return none_or_error(function(ids[0], ids[1], ids[2]));
}

template <auto function>
NewRef three_ids(Object*, Object* const*) {
    unsigned ids[3];
    if (function(&ids[0], &ids[1], &ids[2]) < 0) return raise_errno();
    Ref<Int> real = new_int(ids[0]), effective = new_int(ids[1]), saved = new_int(ids[2]);
    return pack({real.get(), effective.get(), saved.get()});
}

NewRef posix_setgroups(Object*, Object* const* arguments) {
    if (!is_sequence(arguments[0])) return raise(type_error_type, "setgroups argument must be a sequence");
    Ref<Tuple> items = TRY(sequence_to_tuple(arguments[0]));
    std::vector<gid_t> groups;
    for (Object* item : items->span()) {
        if (!is_int(item)) return raise(type_error_type, "groups must be integers");
        groups.push_back(TRY(id_argument(item, "gid")));
    }
    return none_or_error(::setgroups(groups.size(), groups.data()));
}

NewRef posix_getgrouplist(Object*, Object* const* arguments) {
    const char* user = TRY(c_string_argument(arguments[0], "getgrouplist", "argument 1"));
    const gid_t base = TRY(id_argument(arguments[1], "gid"));
    std::vector<gid_t> groups(64);
    int count = static_cast<int>(groups.size());
    while (::getgrouplist(user, base, groups.data(), &count) < 0) {
        groups.resize(groups.size() * 2);
        count = static_cast<int>(groups.size());
    }
    Ref<List> list = new_list();
    for (int i = 0; i < count; ++i)
        TRY(list_append(list.get(), new_int(groups[static_cast<std::size_t>(i)]).get()));
    return list;
}

NewRef posix_initgroups(Object*, Object* const* arguments) {
    PathArgument user;
    TRY(user.acquire(arguments[0], "initgroups", "username"));
    return none_or_error(::initgroups(user.text(), TRY(id_argument(arguments[1], "gid"))));
}

NewRef posix_getlogin(Object*, Object* const*) {
    errno = 0;
    const char* user = ::getlogin();
    if (user) return system_text(user);
    if (errno) return raise_errno();
    return raise(os_error_type, "unable to determine login name");
}

NewRef posix_getsid(Object*, Object* const* arguments) {
    const pid_t session = ::getsid(TRY(argument_int(arguments[0])));
    if (session < 0) return raise_errno();
    return new_int(session);
}

NewRef posix_setsid(Object*, Object* const*) { return none_or_error(::setsid()); }
NewRef posix_setpgrp(Object*, Object* const*) { return none_or_error(::setpgrp()); }
NewRef posix_setpgid(Object*, Object* const* arguments) {
    const pid_t process = TRY(argument_int(arguments[0]));
    return none_or_error(::setpgid(process, TRY(argument_int(arguments[1]))));
}

// --- owners of files

NewRef posix_chown(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "chown", "path", PathKind::PathOrFile));
    const uid_t user = TRY(id_argument(arguments[1], "uid"));
    const gid_t group = TRY(id_argument(arguments[2], "gid"));
    const int directory = TRY(directory_argument(arguments[3]));
    const int flags = TRY(truth(arguments[4])) ? 0 : AT_SYMLINK_NOFOLLOW;
    if (path.is_file() && directory != AT_FDCWD)
        return raise(value_error_type, "chown: can't specify dir_fd without matching path");
    if (path.is_file() && flags)
        return raise(value_error_type, "chown: cannot use fd and follow_symlinks together");
    TRY(audit("os.chown", path.object(), user, group, audited_directory(directory)));
    const int result = path.is_file() ? ::fchown(path.file(), user, group)
                                      : ::fchownat(directory, path.text(), user, group, flags);
    return none_or_error(result, path.object());
}

NewRef posix_fchown(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const uid_t user = TRY(id_argument(arguments[1], "uid"));
    const gid_t group = TRY(id_argument(arguments[2], "gid"));
    TRY(audit("os.chown", file, user, group, -1));
    return none_or_error(::fchown(file, user, group));
}

NewRef posix_lchown(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "lchown"));
    const uid_t user = TRY(id_argument(arguments[1], "uid"));
    const gid_t group = TRY(id_argument(arguments[2], "gid"));
    TRY(audit("os.chown", path.object(), user, group, -1));
    return none_or_error(::lchown(path.text(), user, group), path.object());
}

constexpr NativeDef functions[] = {
    {"setuid", set_ids<::setuid, true, 1>, "($module, uid, /)", "Sets the user."},
    {"seteuid", set_ids<::seteuid, true, 1>, "($module, euid, /)", "Sets the effective user."},
    {"setreuid", set_ids<::setreuid, true, 2>, "($module, ruid, euid, /)", "Sets real and effective user."},
    {"setresuid", set_ids<::setresuid, true, 3>, "($module, ruid, euid, suid, /)",
     "Sets real, effective and saved user."},
    {"setgid", set_ids<::setgid, false, 1>, "($module, gid, /)", "Sets the group."},
    {"setegid", set_ids<::setegid, false, 1>, "($module, egid, /)", "Sets the effective group."},
    {"setregid", set_ids<::setregid, false, 2>, "($module, rgid, egid, /)", "Sets real and effective group."},
    {"setresgid", set_ids<::setresgid, false, 3>, "($module, rgid, egid, sgid, /)",
     "Sets real, effective and saved group."},
    {"getresuid", three_ids<::getresuid>, "($module, /)", "Real, effective and saved user."},
    {"getresgid", three_ids<::getresgid>, "($module, /)", "Real, effective and saved group."},
    {"setgroups", posix_setgroups, "($module, groups, /)", "Sets the further groups of this process."},
    {"getgrouplist", posix_getgrouplist, "($module, user, group, /)", "The groups of a user."},
    {"initgroups", posix_initgroups, "($module, username, gid, /)", "Takes the groups of a user."},
    {"getlogin", posix_getlogin, "($module, /)", "Who has logged in on the terminal."},
    {"getsid", posix_getsid, "($module, pid, /)", "The session of a process."},
    {"setsid", posix_setsid, "($module, /)", "Begins a session."},
    {"setpgrp", posix_setpgrp, "($module, /)", "Makes this process the leader of a process group."},
    {"setpgid", posix_setpgid, "($module, pid, pgrp, /)", "Puts a process into a process group."},
    {"chown", posix_chown, "($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
     "Changes the owner of a file."},
    {"fchown", posix_fchown, "($module, /, fd, uid, gid)", "Changes the owner of an open file."},
    {"lchown", posix_lchown, "($module, /, path, uid, gid)", "Changes the owner of a link itself."},
};

}  // namespace

std::span<const NativeDef> posix_identity_functions() noexcept { return functions; }

}  // namespace minipy
