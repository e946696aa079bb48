// The module `_gdbm`: files of GNU dbm.
//
// Invariant: what the library hands out is allocated for the caller; `OwnedDatum` frees it.
//
// CPython: Modules/_gdbmmodule.c
#include <gdbm.h>

#include <cerrno>
#include <cstdlib>

#include "modules/buffer_argument.h"
#include "modules/dbm/dbm.h"
#include "objects/bytes.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

constexpr const char* index_error = "gdbm mappings have bytes or string indices only";

struct GdbmObject : Object {
    GDBM_FILE file;  // null: closed
};

/// A datum that the library has allocated; empty if it found nothing.
class OwnedDatum {
  public:
    explicit OwnedDatum(datum value) noexcept : value_(value) {}
    ~OwnedDatum() { std::free(value_.dptr); }
    OwnedDatum(const OwnedDatum&) = delete;
    OwnedDatum& operator=(const OwnedDatum&) = delete;

    explicit operator bool() const noexcept { return value_.dptr != nullptr; }
    std::string_view view() const noexcept { return dbm::as_view(value_); }
    NewRef bytes_or_none() const { return *this ? NewRef(new_bytes(view())) : new_none(); }

  private:
    datum value_;
};

Type* error_class = nullptr;

GdbmObject* as_gdbm(Object* self) noexcept { return static_cast<GdbmObject*>(self); }

/// The file; error "GDBM object has already been closed".
Result<GDBM_FILE> open_file(Object* self) {
    if (as_gdbm(self)->file) return as_gdbm(self)->file;
    return raise(*error_class, "GDBM object has already been closed");
}

/// The error in the library's words, or in the system's if that has complained.
Failure raise_gdbm() {
    if (errno) return dbm::raise_errno_with(error_class, errno);
    return raise(*error_class, gdbm_strerror(gdbm_errno));
}

Result<Size> gdbm_object_length(Object* self) {
    GDBM_FILE file = TRY(open_file(self));
    errno = 0;
    gdbm_count_t count;
    if (gdbm_count(file, &count) == -1) return raise_gdbm();
    return static_cast<Size>(count);
}

/// The value of the key, or KeyError. `what` as in `octets_argument`.
NewRef look_up(Object* self, Object* key, std::string_view what) {
    const std::string_view octets = TRY(dbm::octets_argument(key, what));
    GDBM_FILE file = TRY(open_file(self));
    const OwnedDatum found(gdbm_fetch(file, dbm::as_datum<datum>(octets)));
    if (!found) return raise_key_error(key);
    return new_bytes(found.view());
}

NewRef gdbm_object_get_item(Object* self, Object* key) { return look_up(self, key, "argument"); }

Status gdbm_object_set_item(Object* self, Object* key, Object* value_or_null) {
    const std::string_view octets = TRY(dbm::octets_of(key, index_error));
    GDBM_FILE file = TRY(open_file(self));
    const datum name = dbm::as_datum<datum>(octets);
    errno = 0;
    if (!value_or_null) {
        if (gdbm_delete(file, name) == 0) return done;
        if (gdbm_errno == GDBM_ITEM_NOT_FOUND) return raise_key_error(key);
        return raise(*error_class, gdbm_strerror(gdbm_errno));
    }
    const std::string_view value = TRY(dbm::octets_of(value_or_null, index_error));
    if (gdbm_store(file, name, dbm::as_datum<datum>(value), GDBM_REPLACE) < 0) return raise_gdbm();
    return done;
}

Result<bool> gdbm_object_contains(Object* self, Object* key) {
    GDBM_FILE file = TRY(open_file(self));
    const std::string_view octets =
        TRY(dbm::octets_of(key, fmt::format("gdbm key must be bytes or string, not {:.100}", key->type->name)));
    return gdbm_exists(file, dbm::as_datum<datum>(octets)) != 0;
}

NewRef gdbm_object_close(Object* self, Object* const*) {
    if (as_gdbm(self)->file) gdbm_close(std::exchange(as_gdbm(self)->file, nullptr));
    return new_none();
}

void gdbm_object_dealloc(Object* self) noexcept {
    untrack(self);
    if (as_gdbm(self)->file) gdbm_close(as_gdbm(self)->file);
    free_object(self);
}

NewRef gdbm_object_keys(Object* self, Object* const*) {
    GDBM_FILE file = TRY(open_file(self));
    Ref<List> keys = new_list();
    datum key = gdbm_firstkey(file);
    while (key.dptr) {
        const OwnedDatum current(key);
        TRY(list_append(keys.get(), new_bytes(current.view()).get()));
        key = gdbm_nextkey(file, key);
    }
    return keys;
}

NewRef gdbm_object_get(Object* self, Object* const* arguments) {
    Ref<Object> found = look_up(self, arguments[0], "argument");
    if (found || !pending_matches(key_error_type)) return found;
    clear_exception();
    return new_ref(arguments[1]);
}

NewRef gdbm_object_setdefault(Object* self, Object* const* arguments) {
    Ref<Object> found = look_up(self, arguments[0], "argument");
    if (found || !pending_matches(key_error_type)) return found;
    clear_exception();
    TRY(gdbm_object_set_item(self, arguments[0], arguments[1]));
    return gdbm_object_get_item(self, arguments[0]);
}

NewRef gdbm_object_firstkey(Object* self, Object* const*) {
    GDBM_FILE file = TRY(open_file(self));
    return OwnedDatum(gdbm_firstkey(file)).bytes_or_none();
}

NewRef gdbm_object_nextkey(Object* self, Object* const* arguments) {
    const std::string_view key = TRY(dbm::octets_argument(arguments[0], "nextkey() argument"));
    GDBM_FILE file = TRY(open_file(self));
    return OwnedDatum(gdbm_nextkey(file, dbm::as_datum<datum>(key))).bytes_or_none();
}

NewRef gdbm_object_reorganize(Object* self, Object* const*) {
    GDBM_FILE file = TRY(open_file(self));
    errno = 0;
    if (gdbm_reorganize(file) < 0) return raise_gdbm();
    return new_none();
}

NewRef gdbm_object_sync(Object* self, Object* const*) {
    gdbm_sync(TRY(open_file(self)));
    return new_none();
}

NewRef gdbm_object_enter(Object* self, Object* const*) { return new_ref(self); }
NewRef gdbm_object_exit(Object* self, Object* const*) { return gdbm_object_close(self, nullptr); }

constexpr NativeDef gdbm_object_methods[] = {
    {"close", gdbm_object_close, "($self, /)", "Closes the file."},
    {"keys", gdbm_object_keys, "($self, /)", "All keys, as a list."},
    {"firstkey", gdbm_object_firstkey, "($self, /)", "A key to start from, in the order of the file; or None."},
    {"nextkey", gdbm_object_nextkey, "($self, key, /)", "The key that follows in the file, or None."},
    {"reorganize", gdbm_object_reorganize, "($self, /)",
     "Writes the file anew, without the room that deleted entries have left."},
    {"sync", gdbm_object_sync, "($self, /)", "Writes out what a file opened for speed has kept back."},
    {"get", gdbm_object_get, "($self, key, default=None, /)", "The value of the key, or the default."},
    {"setdefault", gdbm_object_setdefault, "($self, key, default=None, /)",
     "The value of the key; the default becomes it where there is none."},
    {"__enter__", gdbm_object_enter, "-($self)", "The object itself."},
    {"__exit__", gdbm_object_exit, "-($self, *args)", "Closes the file."},
};

const TypeSpec gdbm_object_spec = {
    .name = "_gdbm.gdbm",
    .basic_size = sizeof(GdbmObject),
    .flags = type_flag::collected | type_flag::disallow_new,
    .doc = "An open file of GNU dbm, which maps bytes to bytes.",
    .slots = {.dealloc = gdbm_object_dealloc,
              .traverse = dbm::owns_nothing,
              .length = gdbm_object_length,
              .get_item = gdbm_object_get_item,
              .set_item = gdbm_object_set_item,
              .contains = gdbm_object_contains},
    .methods = gdbm_object_methods,
};
Type gdbm_object_type(gdbm_object_spec);

/// The library's mode for letters such as "cf": how to open, then fast, synchronized or unlocked.
Result<int> open_mode(std::string_view flags) {
    int mode;
    switch (flags.empty() ? '\0' : flags.front()) {
        case 'r': mode = GDBM_READER; break;
        case 'w': mode = GDBM_WRITER; break;
        case 'c': mode = GDBM_WRCREAT; break;
        case 'n': mode = GDBM_NEWDB; break;
        default: return raise(*error_class, "First flag must be one of 'r', 'w', 'c' or 'n'");
    }
    for (const char letter : flags.substr(1)) {
        switch (letter) {
            case 'f': mode |= GDBM_FAST; break;
            case 's': mode |= GDBM_SYNC; break;
            case 'u': mode |= GDBM_NOLOCK; break;
            default: return raise(*error_class, fmt::format("Flag '{}' is not supported.", letter));
        }
    }
    return mode;
}

NewRef gdbm_open_function(Object*, Object* const* arguments) {
    const dbm::OpenArguments given = TRY(dbm::open_arguments(arguments));
    const int mode = TRY(open_mode(given.flags));
    Ref<Bytes> filename = TRY(dbm::filename_argument(arguments[0]));
    errno = 0;
    GDBM_FILE file = gdbm_open(filename->data(), 0, mode, given.mode, nullptr);
    if (!file && errno)
        return dbm::raise_errno_with(error_class, errno, dbm::filename_text(filename.get()).get());
    if (!file) return raise_gdbm();
    GdbmObject* made = as_gdbm(allocate_instance(&gdbm_object_type));
    made->file = file;
    return NewRef(made);
}

constexpr NativeDef gdbm_functions[] = {
    {"open", gdbm_open_function, "($module, filename, flags='r', mode=0o666, /)",
     "Opens a file: r, w, c or n to read, write, create if need be or make anew; then f (fast), s, u (no "
     "lock)."},
};

Status gdbm_fill(Module* module) {
    ready_type(gdbm_object_type);
    if (!error_class) error_class = new_exception_class("_gdbm.error", os_error_type);
    TRY(module_set(module, "error", error_class));
    TRY(module_set(module, "open_flags", str_from_utf8("rwcnfsu").get()));
    Ref<Tuple> version = pack({new_int(GDBM_VERSION_MAJOR).get(), new_int(GDBM_VERSION_MINOR).get(),
                               new_int(GDBM_VERSION_PATCH).get()});
    return module_set(module, "_GDBM_VERSION", version.get());
}

const ModuleSpec gdbm_spec = {"_gdbm", "Files of GNU dbm.", gdbm_functions, gdbm_fill};

}  // namespace

Ref<Module> make_gdbm_module() { return new_native_module(gdbm_spec); }

}  // namespace minipy
