// Connection: opening and closing, transactions, and the cursors it makes.
//
// CPython: Modules/_sqlite/connection.c
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <climits>
#include <cmath>

#include "modules/io/file_io.h"
#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "objects/thread_state.h"

namespace minipy::sqlite {

const char* const isolation_levels[] = {"", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"};

Status check_thread(const Connection* connection) {
    if (!connection->check_same_thread || connection->thread == current_thread->identity) return done;
    return raise(
        ErrorClass::ProgrammingError,
        fmt::format("SQLite objects created in a thread can only be used in that same thread. The object "
                    "was created in thread id {} and this is thread id {}.",
                    connection->thread, current_thread->identity));
}

Status check_connection(const Connection* connection) {
    if (!connection->initialized)
        return raise(ErrorClass::ProgrammingError, "Base Connection.__init__ not called.");
    if (!connection->database)
        return raise(ErrorClass::ProgrammingError, "Cannot operate on a closed database.");
    return done;
}

Status Use::begin(bool checks_thread) {
    Connection* connection = connection_.get();
    if (!connection) return raise(ErrorClass::ProgrammingError, "Base Cursor.__init__ not called.");
    if (checks_thread) TRY(check_thread(connection));
    entered_ = connection->lock.enter();
    TRY(check_connection(connection));
    database_ = connection->database;
    return done;
}

Use::~Use() {
    database_.reset();  // the last one closes it, before another thread can open the connection anew
    if (entered_) connection_->lock.leave();
}

namespace {

void close_handle(sqlite3* database) {
    in_library([database] { return sqlite3_close_v2(database); });
}

using Life =
    OwnedFields<Connection, &Connection::row_factory, &Connection::text_factory, &Connection::trace_callback,
                &Connection::progress_callback, &Connection::authorizer_callback>;

/// Lets go of the database. What works with it now keeps it open until it has finished.
void close(Connection* connection) noexcept {
    close_blobs(connection);
    clear_cache(connection->cache);
    if (connection->database) remove_callbacks(connection->database.get());
    Database dropped = std::move(connection->database);
    connection->database.reset();
    replace_field(connection->trace_callback, Ref<Object>());
    replace_field(connection->progress_callback, Ref<Object>());
    replace_field(connection->authorizer_callback, Ref<Object>());
}

// --- opening

/// An entry of `isolation_levels`, null for None.
Result<const char*> isolation_level_argument(Object* value) {
    if (is_none(value)) return static_cast<const char*>(nullptr);
    if (!is_str(value)) return raise(type_error_type, "isolation_level must be str or None");
    const std::string_view wanted = TRY(strict_utf8(static_cast<Str*>(value)));
    if (wanted.find('\0') != wanted.npos) return raise(value_error_type, "embedded null character");
    const auto upper = [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); };
    for (const char* level : isolation_levels)
        if (std::ranges::equal(std::string_view(level), wanted, {}, {}, upper)) return level;
    return raise(value_error_type,
                 "isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
}

struct Settings {
    Ref<Object> path;
    double timeout = 5.0;
    int detect_types = 0;
    const char* isolation_level = isolation_levels[0];
    bool check_same_thread = true;
    int cached_statements = 128;
    bool uri = false;
};

Status take_settings(Settings& settings, Tuple* arguments, Dict* keywords_or_null) {
    constexpr const char* names[] = {"database",          "timeout", "detect_types",      "isolation_level",
                                     "check_same_thread", "factory", "cached_statements", "uri"};
    Object* given[std::size(names)] = {};
    TRY(bind_arguments("Connection", names, arguments, keywords_or_null, given, 1));
    TRY(audit("sqlite3.connect", given[0]));
    settings.path = TRY(path_octets(given[0]));
    if (given[1]) settings.timeout = TRY(argument_double(given[1]));
    if (given[2]) settings.detect_types = TRY(argument_int(given[2]));
    if (given[3]) settings.isolation_level = TRY(isolation_level_argument(given[3]));
    if (given[4]) settings.check_same_thread = TRY(argument_int(given[4])) != 0;
    if (given[6]) settings.cached_statements = TRY(argument_int(given[6]));
    if (given[7]) settings.uri = TRY(truth(given[7]));
    return done;
}

/// Milliseconds of a time-out, as far as they can be counted.
int busy_milliseconds(double seconds) noexcept {
    const double milliseconds = seconds * 1000.0;
    if (std::isnan(milliseconds)) return 0;
    return static_cast<int>(std::clamp<double>(milliseconds, INT_MIN, INT_MAX));
}

Result<Database> open(const Settings& settings) {
    const char* path = static_cast<Bytes*>(settings.path.get())->data();
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | (settings.uri ? SQLITE_OPEN_URI : 0);
    sqlite3* handle = nullptr;
    const int code = in_library([&] { return sqlite3_open_v2(path, &handle, flags, nullptr); });
    if (!handle) return raise(memory_error_type);
    Database database(handle, close_handle);
    if (code != SQLITE_OK) return raise_error(handle);
    sqlite3_busy_timeout(handle, busy_milliseconds(settings.timeout));
    return database;
}

Status connection_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    Settings settings;
    TRY(take_settings(settings, arguments, keywords_or_null));
    Connection* connection = as_connection(self);
    if (connection->initialized) {
        Use use(connection);
        TRY(check_thread(connection));
        if (!use.begin()) clear_exception();  // it may be closed
        connection->initialized = false;
        close(connection);
    }
    Database database = TRY(open(settings));
    close(connection);  // what another thread has opened meanwhile
    connection->database = std::move(database);
    replace_field(connection->cache.statements, new_dict());
    connection->cache.capacity = settings.cached_statements;
    replace_field(connection->row_factory, Ref<Object>(new_none()));
    replace_field(connection->text_factory, share<Object>(&str_type));
    for (std::size_t i = 0; i < std::size(connection->errors); ++i)
        connection->errors[i] = &error_type(static_cast<ErrorClass>(i));
    connection->isolation_level = settings.isolation_level;
    connection->detect_types = settings.detect_types;
    connection->check_same_thread = settings.check_same_thread;
    connection->thread = current_thread->identity;
    connection->initialized = true;
    return audit("sqlite3.connect/handle", self);
}

int connection_traverse(Object* self, Visit visit, void* context) {
    if (Dict* statements = as_connection(self)->cache.statements)
        if (const int result = visit(statements, context)) return result;
    return Life::traverse(self, visit, context);
}

void connection_dealloc(Object* self) noexcept {
    untrack(self);
    close(as_connection(self));
    Life::clear(self);
    std::destroy_at(&as_connection(self)->database);
    free_object(self);
}

NewRef connection_close(Object* self, Object* const*) {
    Connection* connection = as_connection(self);
    TRY(check_thread(connection));
    if (connection->initialized && !connection->database) return new_none();
    Use use(connection);
    TRY(use.begin());
    close(connection);
    return new_none();
}

// --- statements

NewRef make_cursor(Connection* connection, Object* factory) {
    TRY(check_thread(connection));
    TRY(check_connection(connection));
    return new_cursor(connection, factory);
}

NewRef connection_cursor(Object* self, Object* const* arguments) {
    return make_cursor(as_connection(self), arguments[0] ? arguments[0] : static_cast<Object*>(&cursor_type));
}

/// The method of that name of a new cursor.
template <NameText method, bool has_second>
NewRef connection_shortcut(Object* self, Object* const* arguments) {
    Ref<Object> cursor = TRY(make_cursor(as_connection(self), &cursor_type));
    if constexpr (has_second) {
        if (arguments[1]) return call_method(cursor.get(), name<method>, {arguments[0], arguments[1]});
    }
    return call_method(cursor.get(), name<method>, {arguments[0]});
}

/// A statement object, which has no use of its own.
NewRef connection_call(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    Connection* connection = as_connection(self);
    Use use(connection);
    TRY(use.begin());
    TRY(no_keywords("sqlite3.Connection", keywords_or_null));
    if (arguments->size != 1)
        return raise(type_error_type,
                     fmt::format("function takes exactly 1 argument ({} given)", arguments->size));
    if (!is_str((*arguments)[0])) return raise_bad_argument("argument 1", "str", (*arguments)[0]);
    return Ref<Object>(prepare(use.database(), static_cast<Str*>((*arguments)[0])));
}

// --- transactions

NewRef end_transaction(Object* self, const char* sql) {
    Use use(as_connection(self));
    TRY(use.begin());
    if (!sqlite3_get_autocommit(use.database())) TRY(execute_text(use.database(), sql));
    return new_none();
}

NewRef connection_enter(Object* self, Object* const*) {
    TRY(check_connection(as_connection(self)));
    return new_ref(self);
}

NewRef connection_exit(Object* self, Object* const* arguments) {
    const bool commits = is_none(arguments[0]) && is_none(arguments[1]) && is_none(arguments[2]);
    Ref<Object> result = commits ? connection_commit(self, nullptr) : connection_rollback(self, nullptr);
    if (result) return new_bool(false);
    if (!commits) return failed;
    // It would stay locked.
    Ref<Object> error = take_exception();
    if (Ref<Object> undone = connection_rollback(self, nullptr)) return restore_exception(std::move(error));
    Ref<Object> second = take_exception();
    set_exception_context(second.get(), std::move(error));
    return restore_exception(std::move(second));
}

NewRef connection_interrupt(Object* self, Object* const*) {
    TRY(check_connection(as_connection(self)));
    const Database database = as_connection(self)->database;  // without a Use: another thread is in one
    sqlite3_interrupt(database.get());
    return new_none();
}

// --- attributes

NewRef connection_get_isolation_level(Object* self) {
    TRY(check_connection(as_connection(self)));
    const char* level = as_connection(self)->isolation_level;
    if (!level) return new_none();
    return str_from_utf8(level);
}

Status connection_set_isolation_level(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(attribute_error_type, "cannot delete attribute");
    const char* level = TRY(isolation_level_argument(value_or_null));
    as_connection(self)->isolation_level = level;
    if (!level) TRY(connection_commit(self, nullptr));
    return done;
}

NewRef connection_get_total_changes(Object* self) {
    TRY(check_connection(as_connection(self)));
    return new_int(sqlite3_total_changes(as_connection(self)->database.get()));
}

NewRef connection_get_in_transaction(Object* self) {
    TRY(check_connection(as_connection(self)));
    return new_bool(!sqlite3_get_autocommit(as_connection(self)->database.get()));
}

constexpr GetSetDef connection_getset[] = {
    {"isolation_level", connection_get_isolation_level, connection_set_isolation_level, nullptr},
    {"total_changes", connection_get_total_changes, nullptr, nullptr},
    {"in_transaction", connection_get_in_transaction, nullptr, nullptr},
};

constexpr MemberDef connection_members[] = {
    {"row_factory", MemberKind::Object, offsetof(Connection, row_factory), false, nullptr},
    {"text_factory", MemberKind::Object, offsetof(Connection, text_factory), false, nullptr},
#define X(name)                                                                                       \
    {#name, MemberKind::Object,                                                                       \
     offsetof(Connection, errors) + static_cast<std::size_t>(ErrorClass::name) * sizeof(Type*), true, \
     nullptr},
    SQLITE_EXCEPTIONS(X)
#undef X
};

constexpr NativeDef connection_methods[] = {
    {"cursor", connection_cursor, "($self, /, factory=<unrepresentable>)", "A new cursor."},
    {"close", connection_close, "($self, /)", "Closes the connection; what is not committed is lost."},
    {"commit", connection_commit, "($self, /)", "Commits the transaction, if there is one."},
    {"rollback", connection_rollback, "($self, /)", "Takes the transaction back, if there is one."},
    {"execute", connection_shortcut<"execute", true>, "($self, sql, parameters=<unrepresentable>, /)",
     "Executes a statement by a new cursor."},
    {"executemany", connection_shortcut<"executemany", true>, "($self, sql, parameters, /)",
     "Executes a statement for each set of parameters by a new cursor."},
    {"executescript", connection_shortcut<"executescript", false>, "($self, sql_script, /)",
     "Executes all statements of a text by a new cursor."},
    {"interrupt", connection_interrupt, "($self, /)", "Has the statements under way end with an error."},
    {"__enter__", connection_enter, "($self, /)", "The connection itself."},
    {"__exit__", connection_exit, "($self, type, value, traceback, /)",
     "Commits; takes the transaction back after an exception."},
    {"create_function", connection_create_function, "($self, /, name, narg, func, *, deterministic=False)",
     "Makes a function known to SQL."},
    {"create_aggregate", connection_create_aggregate, "($self, /, name, n_arg, aggregate_class)",
     "Makes an aggregate known to SQL: a class with step() and finalize()."},
    {"create_window_function", connection_create_window_function,
     "($self, name, num_params, aggregate_class, /)",
     "Makes a window function known to SQL: an aggregate that has value() and inverse(), too."},
    {"create_collation", connection_create_collation, "($self, name, callback, /)",
     "Makes an order of strings known to SQL: callback(left, right) gives a number below, equal to or above "
     "0."},
    {"set_authorizer", connection_set_authorizer, "($self, /, authorizer_callback)",
     "Sets who is asked for leave when a statement is prepared."},
    {"set_progress_handler", connection_set_progress_handler, "($self, /, progress_handler, n)",
     "Sets what is called every n instructions; a true result ends the statement."},
    {"set_trace_callback", connection_set_trace_callback, "($self, /, trace_callback)",
     "Sets what is told each statement that runs."},
    {"backup", connection_backup,
     "($self, /, target, *, pages=-1, progress=None, name='main',\n       sleep=0.25)",
     "Copies the database into that of another connection."},
    {"iterdump", connection_iterdump, "($self, /)",
     "An iterator over the statements that make the database anew."},
    {"serialize", connection_serialize, "($self, /, *, name='main')", "The database as octets."},
    {"deserialize", connection_deserialize, "($self, data, /, *, name='main')",
     "Makes the database one that lies in memory: what serialize() gave."},
    {"blobopen", connection_blobopen, "($self, table, column, row, /, *, readonly=False, name='main')",
     "Opens one value as a blob."},
    {"setlimit", connection_setlimit, "($self, category, limit, /)", "Sets a limit; gives what it was."},
    {"getlimit", connection_getlimit, "($self, category, /)", "A limit of the connection."},
    {"enable_load_extension", connection_enable_load_extension, "($self, enable, /)",
     "Says whether extensions may be loaded."},
    {"load_extension", connection_load_extension, "($self, name, /)", "Loads an extension of the library."},
};

}  // namespace

NewRef connection_commit(Object* self, Object* const*) { return end_transaction(self, "COMMIT"); }
NewRef connection_rollback(Object* self, Object* const*) { return end_transaction(self, "ROLLBACK"); }

const TypeSpec connection_spec = {
    .name = "sqlite3.Connection",
    .basic_size = sizeof(Connection),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .doc = "A connection to a database.",
    .slots = {.init = connection_init,
              .dealloc = connection_dealloc,
              .traverse = connection_traverse,
              .clear = Life::clear,
              .call = connection_call},
    .methods = connection_methods,
    .getset = connection_getset,
    .members = connection_members,
};
Type connection_type(connection_spec);

}  // namespace minipy::sqlite
