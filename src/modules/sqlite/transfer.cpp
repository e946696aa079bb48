// Connection: whole databases as copies, octets and text; limits and extensions.
//
// CPython: Modules/_sqlite/connection.c (pysqlite_connection_backup_impl, serialize_impl, deserialize_impl ...)
#include <fmt/format.h>

#include <cstring>

#include "modules/buffer_argument.h"
#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "vm/import.h"

namespace minipy::sqlite {
namespace {

struct BackupRequest {
    int pages;
    Object* progress;
    const char* source_name;
    double pause;  // seconds
};

/// A copy under way; whatever happens it is ended.
class Backup {
  public:
    Backup(sqlite3* target, sqlite3* source, const char* source_name)
        : handle_(in_library([&] { return sqlite3_backup_init(target, "main", source, source_name); })) {}
    ~Backup() { (void)finish(); }
    Backup(const Backup&) = delete;
    Backup& operator=(const Backup&) = delete;

    explicit operator bool() const noexcept { return handle_ != nullptr; }
    int step(int pages) {
        return in_library([&] { return sqlite3_backup_step(handle_, pages); });
    }
    int remaining() const noexcept { return sqlite3_backup_remaining(handle_); }
    int page_count() const noexcept { return sqlite3_backup_pagecount(handle_); }
    int finish() {
        sqlite3_backup* handle = std::exchange(handle_, nullptr);
        return handle ? in_library([handle] { return sqlite3_backup_finish(handle); }) : SQLITE_OK;
    }

  private:
    sqlite3_backup* handle_;
};

Status copy_pages(Backup& backup, const BackupRequest& request) {
    for (;;) {
        const int code = backup.step(request.pages);
        if (!is_none(request.progress)) {
            Ref<Int> status = new_int(code), left = new_int(backup.remaining()),
                     all = new_int(backup.page_count());
            TRY(call(request.progress, {status.get(), left.get(), all.get()}));
        }
        const bool is_blocked = code == SQLITE_BUSY || code == SQLITE_LOCKED;
        if (code != SQLITE_OK && !is_blocked) return done;
        if (is_blocked) in_library([&] { return sqlite3_sleep(static_cast<int>(request.pause * 1000.0)); });
    }
}

Status back_up(Use& source, Use& target, const BackupRequest& request) {
    Backup backup(target.database(), source.database(), request.source_name);
    if (!backup) return raise_error(target.database());
    TRY(copy_pages(backup, request));
    return backup.finish() == SQLITE_OK ? done : Status(raise_error(target.database()));
}

/// The limit's value before; -1 as `value` leaves it.
NewRef limit(Object* self, Object* category, int value) {
    const int which = TRY(argument_int(category));
    Use use(as_connection(self));
    TRY(use.begin());
    const int before = sqlite3_limit(use.database(), which, value);
    if (before == -1) return raise(ErrorClass::ProgrammingError, "'category' is out of bounds");
    return new_int(before);
}

/// Ends what reads the database: the library is to replace it, and would leave them with freed memory.
Status end_readers(Use& use) {
    if (use.is_nested()) return raise(ErrorClass::OperationalError, "database is locked");
    close_blobs(use.connection());
    LibraryCall without_gil;
    sqlite3_stmt* statement = nullptr;
    while ((statement = sqlite3_next_stmt(use.database(), statement)))
        if (sqlite3_stmt_busy(statement)) sqlite3_reset(statement);
    return done;
}

struct Free {
    void operator()(unsigned char* memory) const noexcept { sqlite3_free(memory); }
};
using LibraryMemory = std::unique_ptr<unsigned char, Free>;

}  // namespace

NewRef connection_backup(Object* self, Object* const* arguments) {
    Object* given = arguments[0];
    if (!is_instance_of(given, connection_type))
        return raise_bad_argument("backup", "argument 'target'", "sqlite3.Connection", given);
    BackupRequest request{TRY(argument_int(arguments[1])), arguments[2],
                          TRY(c_string_argument(arguments[3], "backup", "argument 'name'")),
                          TRY(argument_double(arguments[4]))};
    if (request.pages == 0) request.pages = -1;
    Use source(as_connection(self)), target(as_connection(given));
    TRY(source.begin());
    TRY(target.begin(false));
    if (given == self) return raise(value_error_type, "target cannot be the same connection instance");
    if (!is_none(request.progress) && !is_callable(request.progress))
        return raise(type_error_type, "progress argument must be a callable");
    TRY(back_up(source, target, request));
    return new_none();
}

NewRef connection_iterdump(Object* self, Object* const*) {
    TRY(check_connection(as_connection(self)));
    Ref<Object> module = TRY(import_module("sqlite3.dump"));
    Ref<Object> dump;
    TRY(find_attribute(module.get(), name<"_iterdump">, dump));
    if (!dump) return raise(ErrorClass::OperationalError, "Failed to obtain _iterdump() reference");
    return call(dump.get(), {self});
}

NewRef connection_serialize(Object* self, Object* const* arguments) {
    const char* database_name = TRY(c_string_argument(arguments[0], "serialize", "argument 'name'"));
    Use use(as_connection(self));
    TRY(use.begin());
    sqlite3_int64 size = 0;
    LibraryMemory copy;
    auto* octets = in_library(
        [&] { return sqlite3_serialize(use.database(), database_name, &size, SQLITE_SERIALIZE_NOCOPY); });
    if (!octets) {
        copy.reset(in_library([&] { return sqlite3_serialize(use.database(), database_name, &size, 0); }));
        octets = copy.get();
    }
    if (!octets)
        return raise(ErrorClass::OperationalError, fmt::format("unable to serialize '{}'", database_name));
    return new_bytes({reinterpret_cast<const char*>(octets), static_cast<std::size_t>(size)});
}

NewRef connection_deserialize(Object* self, Object* const* arguments) {
    HeldBuffer data;
    if (!is_str(arguments[0])) TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    const std::string_view octets =
        is_str(arguments[0]) ? TRY(strict_utf8(static_cast<Str*>(arguments[0]))) : data.view();
    const char* database_name = TRY(c_string_argument(arguments[1], "deserialize", "argument 'name'"));
    Use use(as_connection(self));
    TRY(use.begin());
    TRY(end_readers(use));
    LibraryMemory copy(static_cast<unsigned char*>(sqlite3_malloc64(octets.size())));
    if (!copy) return raise(memory_error_type);
    std::memcpy(copy.get(), octets.data(), octets.size());
    const auto size = static_cast<sqlite3_int64>(octets.size());
    // The library frees the memory, also when it fails.
    const int code = in_library([&, memory = copy.release()] {
        return sqlite3_deserialize(use.database(), database_name, memory, size, size,
                                   SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    });
    if (code != SQLITE_OK) return raise_error(use.database());
    return new_none();
}

NewRef connection_blobopen(Object* self, Object* const* arguments) {
    return open_blob(as_connection(self), arguments);
}

NewRef connection_setlimit(Object* self, Object* const* arguments) {
    return limit(self, arguments[0], TRY(argument_int(arguments[1])));
}

NewRef connection_getlimit(Object* self, Object* const* arguments) { return limit(self, arguments[0], -1); }

NewRef connection_enable_load_extension(Object* self, Object* const* arguments) {
    const bool enable = TRY(truth(arguments[0]));
    Use use(as_connection(self));
    TRY(use.begin());
    TRY(audit("sqlite3.enable_load_extension", self, enable ? &true_object : &false_object));
    if (sqlite3_enable_load_extension(use.database(), enable) != SQLITE_OK)
        return raise(ErrorClass::OperationalError, "Error enabling load extension");
    return new_none();
}

NewRef connection_load_extension(Object* self, Object* const* arguments) {
    const char* path = TRY(c_string_argument(arguments[0], "load_extension"));
    Use use(as_connection(self));
    TRY(use.begin());
    TRY(audit("sqlite3.load_extension", self, arguments[0]));
    char* message = nullptr;
    const int code =
        in_library([&] { return sqlite3_load_extension(use.database(), path, nullptr, &message); });
    if (code == SQLITE_OK) return new_none();
    const std::string text = message ? message : sqlite3_errmsg(use.database());
    sqlite3_free(message);
    return raise(ErrorClass::OperationalError, text);
}

}  // namespace minipy::sqlite
