// The module `posix`: directories and what is in them.
//
// A DirEntry knows the type of its file as the directory tells it, so that `is_dir()` needs no system call; it
// asks the system once for what it does not know, and remembers the answer.
//
// CPython: Modules/posixmodule.c (os_scandir_impl, DirEntry_*)
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <climits>
#include <cstdlib>
#include <string>

#include "memory/allocator.h"
#include "modules/posix/posix.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/union_type.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

DIR* open_directory(const PathArgument& path) {
    if (!path.is_file()) return ::opendir(path.text());
    const int copy = ::fcntl(path.file(), F_DUPFD_CLOEXEC, 0);  // closedir() closes what it was given
    DIR* directory = copy < 0 ? nullptr : ::fdopendir(copy);
    if (!directory && copy >= 0) ::close(copy);
    return directory;
}

/// The next entry but "." and ".."; null at the end, or with `errno` set.
dirent* next_entry(DIR* directory) noexcept {
    for (;;) {
        errno = 0;
        dirent* entry = ::readdir(directory);
        if (!entry) return nullptr;
        const std::string_view label = entry->d_name;
        if (label != "." && label != "..") return entry;
    }
}

NewRef posix_listdir(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "listdir", "path", PathKind::PathFileOrNone));
    TRY(audit("os.listdir", path.object()));
    DIR* directory = open_directory(path);
    if (!directory) return raise_errno(path.object());
    Ref<List> names = new_list();
    while (const dirent* entry = next_entry(directory)) {
        Ref<Object> label = system_text(entry->d_name, path.given_as_bytes());
        if (label && list_append(names.get(), label.get())) continue;
        ::closedir(directory);
        return failed;
    }
    const int error = errno;
    if (path.is_file()) ::rewinddir(directory);
    ::closedir(directory);
    if (error) return raise_os_error(error, path.object());
    return names;
}

// --- DirEntry

struct DirEntry : Object {
    Object* label;         // `name`: str or bytes
    Object* path;
    Object* status;        // stat() when it has been asked for, or null
    Object* link_status;   // lstat() likewise
    int directory;         // the open file that scandir() was given, or AT_FDCWD
    unsigned char type;    // DT_*
    ino_t inode;
};

DirEntry* as_entry(Object* object) noexcept { return static_cast<DirEntry*>(object); }

void entry_dealloc(Object* self) noexcept {
    DirEntry* entry = as_entry(self);
    for (Object* field : {entry->label, entry->path, entry->status, entry->link_status}) xdecref(field);
    free_object(self);
}

NewRef entry_stat_of(DirEntry* entry, bool follow) {
    const bool is_link = entry->type == DT_LNK || entry->type == DT_UNKNOWN;
    Object*& known = follow && is_link ? entry->status : entry->link_status;
    if (!known) {
        Object* target = entry->directory == AT_FDCWD ? entry->path : entry->label;
        PathArgument path;
        TRY(path.acquire(target, "stat"));
        Ref<Object> status = TRY(stat_at(entry->directory, path.text(), follow && is_link, entry->path));
        known = status.release();
    }
    return new_ref(known);
}

NewRef entry_stat(Object* self, Object* const* arguments) {
    return entry_stat_of(as_entry(self), TRY(truth(arguments[0])));
}

/// Whether the file is of the kind; a file that is gone is of none.
Result<bool> entry_has_type(DirEntry* entry, bool follow, unsigned char type, mode_t mode) {
    const bool is_link = entry->type == DT_LNK;
    if (entry->type != DT_UNKNOWN && !(is_link && follow)) return entry->type == type;
    Ref<Object> status = entry_stat_of(entry, follow);
    if (!status) {
        if (!pending_matches(file_not_found_error_type)) return failed;
        clear_exception();
        return false;
    }
    Ref<Object> field = TRY(get_attribute(status.get(), name<"st_mode">));
    return (static_cast<mode_t>(TRY(argument_size(field.get()))) & S_IFMT) == mode;
}

NewRef entry_is_dir(Object* self, Object* const* arguments) {
    return new_bool(TRY(entry_has_type(as_entry(self), TRY(truth(arguments[0])), DT_DIR, S_IFDIR)));
}
NewRef entry_is_file(Object* self, Object* const* arguments) {
    return new_bool(TRY(entry_has_type(as_entry(self), TRY(truth(arguments[0])), DT_REG, S_IFREG)));
}
NewRef entry_is_symlink(Object* self, Object* const*) {
    return new_bool(TRY(entry_has_type(as_entry(self), false, DT_LNK, S_IFLNK)));
}
NewRef entry_inode(Object* self, Object* const*) { return new_int_unsigned(as_entry(self)->inode); }
NewRef entry_fspath(Object* self, Object* const*) { return new_ref(as_entry(self)->path); }

NewRef entry_repr(Object* self) {
    return str_from_utf8(fmt::format("<DirEntry {}>", str_utf8(TRY(repr(as_entry(self)->label)).get())));
}

constexpr NativeDef entry_methods[] = {
    {"is_dir", entry_is_dir, "($self, /, *, follow_symlinks=True)", "Whether it is a directory."},
    {"is_file", entry_is_file, "($self, /, *, follow_symlinks=True)", "Whether it is a regular file."},
    {"is_symlink", entry_is_symlink, "($self, /)", "Whether it is a symbolic link."},
    {"stat", entry_stat, "($self, /, *, follow_symlinks=True)", "What the file is; asked for once."},
    {"inode", entry_inode, "($self, /)", "The inode's number."},
    {"__fspath__", entry_fspath, "($self, /)", "The path."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr MemberDef entry_members[] = {
    {"name", MemberKind::ObjectOrError, offsetof(DirEntry, label), true, "The name in its directory."},
    {"path", MemberKind::ObjectOrError, offsetof(DirEntry, path), true, "The directory's path and the name."},
};

const TypeSpec entry_spec = {
    .name = "posix.DirEntry",
    .basic_size = sizeof(DirEntry),
    .flags = type_flag::disallow_new,
    .doc = "What scandir() gives for each file.",
    .slots = {.dealloc = entry_dealloc, .repr = entry_repr},
    .methods = entry_methods,
    .members = entry_members,
};
Type entry_type(entry_spec);

// --- scandir

struct ScandirIterator : Object {
    DIR* directory;     // null once it is closed
    Object* path;       // what scandir() was given, or null
    int file;           // likewise, or AT_FDCWD
    bool as_bytes;
};

ScandirIterator* as_scan(Object* object) noexcept { return static_cast<ScandirIterator*>(object); }

void scan_close(ScandirIterator* scan) noexcept {
    DIR* directory = std::exchange(scan->directory, nullptr);
    if (!directory) return;
    if (scan->file != AT_FDCWD) ::rewinddir(directory);
    ::closedir(directory);
}

/// The iterator was not exhausted and not closed: a ResourceWarning.
void scan_finalize(Object* self) noexcept {
    if (!as_scan(self)->directory) return;
    Ref<Object> pending = take_exception();
    if (!warn(resource_warning_type, fmt::format("unclosed scandir iterator {}", repr_for_message(self))))
        write_unraisable(self);
    if (pending) (void)raise_object(std::move(pending));
}

void scan_dealloc(Object* self) noexcept {
    ++self->refcount;
    scan_finalize(self);
    if (--self->refcount) return;
    scan_close(as_scan(self));
    xdecref(as_scan(self)->path);
    free_object(self);
}

Ref<Object> joined_path(const ScandirIterator* scan, std::string_view label) {
    if (scan->file != AT_FDCWD) return system_text(label, scan->as_bytes);
    std::string path = ".";
    if (scan->path) {
        PathArgument given;
        TRY(given.acquire(scan->path, "scandir"));
        path = given.text();
    }
    if (!path.empty() && path.back() != '/') path += '/';
    return system_text(path.append(label), scan->as_bytes);
}

NewRef make_entry(ScandirIterator* scan, const dirent* found) {
    Ref<Object> label = TRY(system_text(found->d_name, scan->as_bytes));
    Ref<Object> path = TRY(joined_path(scan, found->d_name));
    Object* entry = allocate_instance(&entry_type);
    as_entry(entry)->label = label.release();
    as_entry(entry)->path = path.release();
    as_entry(entry)->directory = scan->file;
    as_entry(entry)->type = found->d_type;
    as_entry(entry)->inode = found->d_ino;
    return NewRef(entry);
}

NewRef scan_next(Object* self) {
    ScandirIterator* scan = as_scan(self);
    if (!scan->directory) return nullptr;
    if (const dirent* entry = next_entry(scan->directory)) return make_entry(scan, entry);
    const int error = errno;
    scan_close(scan);
    if (error) return raise_os_error(error, scan->path);
    return nullptr;
}

NewRef scan_self(Object* self) { return new_ref(self); }
NewRef scan_enter(Object* self, Object* const*) { return new_ref(self); }
NewRef scan_close_method(Object* self, Object* const*) {
    scan_close(as_scan(self));
    return new_none();
}

constexpr NativeDef scan_methods[] = {
    {"__enter__", scan_enter, "-($self, /)", nullptr},
    {"__exit__", scan_close_method, "-($self, /, *args)", nullptr},
    {"close", scan_close_method, "-($self, /)", nullptr},
};

const TypeSpec scan_spec = {
    .name = "posix.ScandirIterator",
    .basic_size = sizeof(ScandirIterator),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = scan_dealloc, .finalize = scan_finalize, .iter = scan_self, .next = scan_next},
    .methods = scan_methods,
};
Type scan_type(scan_spec);

NewRef posix_scandir(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "scandir", "path", PathKind::PathFileOrNone));
    TRY(audit("os.scandir", path.object()));
    DIR* directory = open_directory(path);
    if (!directory) return raise_errno(path.object());
    Object* scan = allocate_instance(&scan_type);
    as_scan(scan)->directory = directory;
    as_scan(scan)->path = share(path.object()).release();
    as_scan(scan)->file = path.is_file() ? path.file() : AT_FDCWD;
    as_scan(scan)->as_bytes = path.given_as_bytes();
    return NewRef(scan);
}

// --- making and changing

NewRef posix_mkdir(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "mkdir"));
    const auto mode = static_cast<mode_t>(TRY(argument_int(arguments[1])));
    const int directory = TRY(directory_argument(arguments[2]));
    TRY(audit("os.mkdir", path.object(), mode, audited_directory(directory)));
    return none_or_error(::mkdirat(directory, path.text(), mode), path.object());
}

NewRef posix_rmdir(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "rmdir"));
    const int directory = TRY(directory_argument(arguments[1]));
    TRY(audit("os.rmdir", path.object(), audited_directory(directory)));
    return none_or_error(::unlinkat(directory, path.text(), AT_REMOVEDIR), path.object());
}

NewRef posix_chdir(Object*, Object* const* arguments) {
    PathArgument path;
    TRY(path.acquire(arguments[0], "chdir", "path", PathKind::PathOrFile));
    TRY(audit("os.chdir", path.object()));
    return none_or_error(path.is_file() ? ::fchdir(path.file()) : ::chdir(path.text()), path.object());
}

NewRef posix_fchdir(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    TRY(audit("os.chdir", file));
    return none_or_error(::fchdir(file));
}

NewRef current_directory(bool as_bytes) {
    char* path = ::getcwd(nullptr, 0);
    if (!path) return raise_errno();
    const std::string text = path;
    std::free(path);
    return system_text(text, as_bytes);
}

NewRef posix_getcwd(Object*, Object* const*) { return current_directory(false); }
NewRef posix_getcwdb(Object*, Object* const*) { return current_directory(true); }

constexpr NativeDef functions[] = {
    {"listdir", posix_listdir, "($module, /, path=None)", "The names in a directory."},
    {"scandir", posix_scandir, "($module, /, path=None)", "An iterator over the entries of a directory."},
    {"mkdir", posix_mkdir, "($module, /, path, mode=511, *, dir_fd=None)", "Makes a directory."},
    {"rmdir", posix_rmdir, "($module, /, path, *, dir_fd=None)", "Removes an empty directory."},
    {"chdir", posix_chdir, "($module, /, path)", "Changes the current directory."},
    {"fchdir", posix_fchdir, "($module, /, fd)", "Changes the current directory to an open one."},
    {"getcwd", posix_getcwd, "($module, /)", "The current directory."},
    {"getcwdb", posix_getcwdb, "($module, /)", "The current directory as bytes."},
};

}  // namespace

std::span<const NativeDef> posix_directory_functions() noexcept { return functions; }

Status add_posix_directories(Module* module) {
    ready_type(entry_type);
    ready_type(scan_type);
    return module_set(module, "DirEntry", &entry_type);
}

}  // namespace minipy
