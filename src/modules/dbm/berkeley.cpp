// The module `_dbm`: files of the old Unix interface ndbm, as the Berkeley DB library imitates it.
//
// Invariant: what the library points to is valid until its next call, so it is copied at once. `size` is the
// number of entries, or -1 while nobody has counted them.
//
// CPython: Modules/_dbmmodule.c
#include <fcntl.h>

#include "modules/buffer_argument.h"
#include "modules/dbm/dbm.h"
#include "objects/bytes.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"

// The last of the headers: its imitation of ndbm defines words such as `delete` as macros.
#define DB_DBM_HSEARCH 1
#include <db.h>

namespace minipy {
namespace {

constexpr const char* value_error = "dbm mappings have bytes or string elements only";
constexpr const char* key_error = "dbm mappings have bytes or string keys only";

struct DbmObject : Object {
    DBM* file;  // null: closed
    Size size;
    int flags;
};

Type* error_class = nullptr;

DbmObject* as_dbm(Object* self) noexcept { return static_cast<DbmObject*>(self); }

/// The file; error "DBM object has already been closed".
Result<DBM*> open_file(Object* self) {
    if (as_dbm(self)->file) return as_dbm(self)->file;
    return raise(*error_class, "DBM object has already been closed");
}

/// Raises the text as the module's error if the library's last call has failed.
Status check(DBM* file, const char* text) {
    if (!dbm_error(file)) return done;
    dbm_clearerr(file);
    return raise(*error_class, text);
}

datum fetch_entry(DBM* file, std::string_view key) { return dbm_fetch(file, dbm::as_datum<datum>(key)); }

Status store_entry(Object* self, std::string_view key, std::string_view value, int how) {
    DBM* file = as_dbm(self)->file;
    as_dbm(self)->size = -1;
    if (dbm_store(file, dbm::as_datum<datum>(key), dbm::as_datum<datum>(value), how) < 0) {
        dbm_clearerr(file);
        return raise(*error_class, "cannot add item to database");
    }
    return check(file, "");
}

Result<Size> dbm_object_length(Object* self) {
    DBM* file = TRY(open_file(self));
    if (as_dbm(self)->size >= 0) return as_dbm(self)->size;
    Size count = 0;
    for (datum key = dbm_firstkey(file); key.dptr; key = dbm_nextkey(file)) ++count;
    return as_dbm(self)->size = count;
}

NewRef dbm_object_get_item(Object* self, Object* key) {
    const std::string_view octets = TRY(dbm::octets_argument(key));
    DBM* file = TRY(open_file(self));
    const datum found = fetch_entry(file, octets);
    if (!found.dptr) return raise_key_error(key);
    TRY(check(file, ""));
    return new_bytes(dbm::as_view(found));
}

Status delete_entry(Object* self, Object* key, std::string_view octets) {
    DBM* file = as_dbm(self)->file;
    if (dbm_delete(file, dbm::as_datum<datum>(octets)) < 0) {
        dbm_clearerr(file);
        if (as_dbm(self)->flags & O_RDWR) return raise_key_error(key);
        return raise(*error_class, "cannot delete item from database");
    }
    as_dbm(self)->size = -1;
    return check(file, "");
}

Status dbm_object_set_item(Object* self, Object* key, Object* value_or_null) {
    const std::string_view octets = TRY(dbm::octets_of(key, key_error));
    TRY(open_file(self));
    if (!value_or_null) return delete_entry(self, key, octets);
    return store_entry(self, octets, TRY(dbm::octets_of(value_or_null, value_error)), DBM_REPLACE);
}

Result<bool> dbm_object_contains(Object* self, Object* key) {
    DBM* file = TRY(open_file(self));
    const std::string_view octets =
        TRY(dbm::octets_of(key, fmt::format("dbm key must be bytes or string, not {:.100}", key->type->name)));
    return fetch_entry(file, octets).dptr != nullptr;
}

NewRef dbm_object_close(Object* self, Object* const*) {
    if (as_dbm(self)->file) dbm_close(std::exchange(as_dbm(self)->file, nullptr));
    return new_none();
}

void dbm_object_dealloc(Object* self) noexcept {
    untrack(self);
    if (as_dbm(self)->file) dbm_close(as_dbm(self)->file);
    free_object(self);
}

NewRef dbm_object_keys(Object* self, Object* const*) {
    DBM* file = TRY(open_file(self));
    Ref<List> keys = new_list();
    for (datum key = dbm_firstkey(file); key.dptr; key = dbm_nextkey(file))
        TRY(list_append(keys.get(), new_bytes(dbm::as_view(key)).get()));
    return keys;
}

NewRef dbm_object_get(Object* self, Object* const* arguments) {
    const std::string_view key = TRY(dbm::octets_argument(arguments[0], "get() argument 1"));
    DBM* file = TRY(open_file(self));
    const datum found = fetch_entry(file, key);
    if (found.dptr) return new_bytes(dbm::as_view(found));
    return new_ref(arguments[1]);
}

NewRef dbm_object_setdefault(Object* self, Object* const* arguments) {
    const std::string_view key = TRY(dbm::octets_argument(arguments[0], "setdefault() argument 1"));
    DBM* file = TRY(open_file(self));
    const datum found = fetch_entry(file, key);
    if (found.dptr) return new_bytes(dbm::as_view(found));
    Ref<Object> value = arguments[1] ? share(arguments[1]) : Ref<Object>(new_bytes(""));
    TRY(store_entry(self, key, TRY(dbm::octets_of(value.get(), value_error)), DBM_INSERT));
    return value;
}

NewRef dbm_object_enter(Object* self, Object* const*) { return new_ref(self); }
NewRef dbm_object_exit(Object* self, Object* const*) { return dbm_object_close(self, nullptr); }

constexpr NativeDef dbm_object_methods[] = {
    {"close", dbm_object_close, "($self, /)", "Closes the file."},
    {"keys", dbm_object_keys, "($self, /)", "All keys, as a list."},
    {"get", dbm_object_get, "($self, key, default=None, /)", "The value of the key, or the default."},
    {"setdefault", dbm_object_setdefault, "($self, key, default=b'', /)",
     "The value of the key; the default becomes it where there is none."},
    {"__enter__", dbm_object_enter, "-($self)", "The object itself."},
    {"__exit__", dbm_object_exit, "-($self, *args)", "Closes the file."},
};

const TypeSpec dbm_object_spec = {
    .name = "_dbm.dbm",
    .basic_size = sizeof(DbmObject),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = dbm_object_dealloc,
              .traverse = dbm::owns_nothing,
              .length = dbm_object_length,
              .get_item = dbm_object_get_item,
              .set_item = dbm_object_set_item,
              .contains = dbm_object_contains},
    .methods = dbm_object_methods,
};
Type dbm_object_type(dbm_object_spec);

/// The flags of open(2) for a letter of ours; -1 for no such letter.
int system_flags(std::string_view flags) noexcept {
    if (flags == "r") return O_RDONLY;
    if (flags == "w") return O_RDWR;
    if (flags == "rw" || flags == "c") return O_RDWR | O_CREAT;
    if (flags == "n") return O_RDWR | O_CREAT | O_TRUNC;
    return -1;
}

NewRef dbm_open_function(Object*, Object* const* arguments) {
    const dbm::OpenArguments given = TRY(dbm::open_arguments(arguments));
    const int flags = system_flags(given.flags);
    if (flags < 0) return raise(*error_class, "arg 2 to open should be 'r', 'w', 'c', or 'n'");
    Ref<Bytes> filename = TRY(dbm::filename_argument(arguments[0]));
    errno = 0;
    DBM* file = dbm_open(filename->data(), flags, given.mode);
    if (!file) return dbm::raise_errno_with(error_class, errno, dbm::filename_text(filename.get()).get());
    DbmObject* made = as_dbm(allocate_instance(&dbm_object_type));
    made->file = file;
    made->size = -1;
    made->flags = flags;
    return NewRef(made);
}

constexpr NativeDef dbm_functions[] = {
    {"open", dbm_open_function, "($module, filename, flags='r', mode=0o666, /)",
     "Opens the file FILENAME.db: to read, write, create if need be, or make anew (r, w, c, n)."},
};

Status dbm_fill(Module* module) {
    ready_type(dbm_object_type);
    if (!error_class) error_class = new_exception_class("_dbm.error", os_error_type);
    TRY(module_set(module, "library", str_from_utf8("Berkeley DB").get()));
    return module_set(module, "error", error_class);
}

const ModuleSpec dbm_spec = {"_dbm", nullptr, dbm_functions, dbm_fill};

}  // namespace

Ref<Module> make_dbm_module() { return new_native_module(dbm_spec); }

}  // namespace minipy
