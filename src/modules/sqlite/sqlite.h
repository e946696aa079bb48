// _sqlite3: connections, cursors, rows and blobs over the library sqlite3.
//
// The handle of a database is shared: whoever works with it holds a `Use`, so that closing a connection from
// one of its own callbacks, or from another thread, takes effect when the last work is finished. A `Use` also
// keeps other threads off the connection. Invariant: no function of the library that may take the mutex of a
// database is called without a `Use` of its connection, but for `interrupt` and the end of objects.
//
// CPython: Modules/_sqlite/
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "modules/callback_gil.h"
#include "objects/errors.h"
#include "objects/str.h"
#include "objects/type.h"

namespace minipy::sqlite {

extern Type connection_type, cursor_type, row_type, statement_type, blob_type, prepare_protocol_type;

using Database = std::shared_ptr<sqlite3>;
using BlobHandle = std::shared_ptr<sqlite3_blob>;

/// A prepared statement. It outlives the connection's closing if a cursor still has it.
struct Statement : Object {
    sqlite3_stmt* handle;
    bool is_dml;       // INSERT, UPDATE, DELETE or REPLACE
    bool is_stepping;  // the library is at work on it: only callbacks of that step can see this
    bool is_taken;     // a cursor binds values to it or runs it
};

#define SQLITE_EXCEPTIONS(X)                                                                                 \
    X(Warning)                                                                                               \
    X(Error)                                                                                                 \
    X(InterfaceError)                                                                                        \
    X(DatabaseError) X(DataError) X(OperationalError) X(IntegrityError) X(InternalError) X(ProgrammingError) \
        X(NotSupportedError)
enum class ErrorClass {
#define X(name) name,
    SQLITE_EXCEPTIONS(X)
#undef X
        Count
};

struct Blob;

/// The statements used last, the newest at the end of the dict.
struct StatementCache {
    Dict* statements;  // SQL text -> Statement; null before the connection is open
    Size capacity;
    Str* newest_sql;
    Statement* newest;  // both owned, or null
};

struct Connection : Object {
    Database database;            // empty: closed; a new object's zeros are an empty one
    const char* isolation_level;  // an entry of isolation_levels, null: none
    Type* errors[static_cast<std::size_t>(ErrorClass::Count)];  // for its attributes; the types are never freed
    OperationLock lock;
    StatementCache cache;
    Object* row_factory;   // or null
    Object* text_factory;  // or null
    Object* trace_callback;
    Object* progress_callback;
    Object* authorizer_callback;
    Blob* blobs;  // the open ones
    unsigned long thread;
    int detect_types;
    bool initialized;
    bool check_same_thread;
};

struct Cursor : Object {
    Connection* connection;  // null before __init__
    Object* description;
    Object* row_converters;  // a list with a converter or None for each column, or null
    Object* last_row_id;
    Object* row_factory;
    Statement* statement;  // under way, or null
    Object* weakrefs;
    Size row_count;
    int array_size;
    bool closed, locked, initialized;
};

struct Row : Object {
    Tuple* data;
    Object* description;
};

struct Blob : Object {
    Connection* connection;
    BlobHandle handle;  // empty: closed
    Blob* next;         // of the connection's open blobs
    Object* weakrefs;
    int size, offset;
};

inline Connection* as_connection(Object* self) noexcept { return static_cast<Connection*>(self); }
inline Cursor* as_cursor(Object* self) noexcept { return static_cast<Cursor*>(self); }

/// Work with an open connection on the thread that it belongs to: `begin` is called once and raises
/// ProgrammingError if that is not so.
class Use {
  public:
    explicit Use(Connection* connection) noexcept : connection_(share(connection)) {}
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    Status begin(bool checks_thread = true);
    sqlite3* database() const noexcept { return database_.get(); }
    Connection* connection() const noexcept { return connection_.get(); }
    /// Whether this thread is in another one: a callback, most likely.
    bool is_nested() const noexcept { return !entered_; }

    /// Lets other threads in while code of the program runs that the library has not called.
    class Pause {
      public:
        explicit Pause(Use& use) noexcept : use_(use) {
            if (use_.entered_) use_.connection_->lock.leave();
        }
        ~Pause() {
            if (use_.entered_) (void)use_.connection_->lock.enter();
        }
        Pause(const Pause&) = delete;
        Pause& operator=(const Pause&) = delete;

      private:
        Use& use_;
    };

  private:
    Ref<Connection> connection_;
    Database database_;
    bool entered_ = false;
};

Status check_thread(const Connection* connection);
Status check_connection(const Connection* connection);

// --- errors

Type& error_type(ErrorClass which);
inline Failure raise(ErrorClass which, std::string_view message) {
    return minipy::raise(error_type(which), message);
}
using minipy::raise;

/// Raises what the last function on the database has failed with.
Failure raise_error(sqlite3* database);

/// Whether what callbacks raise is shown. enable_callback_tracebacks().
extern bool shows_callback_errors;

// --- values

/// Binds the values of a sequence or mapping to the statement's parameters.
Status bind_parameters(Statement* statement, Object* parameters);
/// Makes the value the result of a function in SQL.
Status set_result(sqlite3_context* context, Object* value);
/// The arguments of a function in SQL.
Ref<Tuple> function_arguments(int count, sqlite3_value** values);

/// What an object is to be stored as; `alternative` (or null) if nobody knows. ProgrammingError "can't adapt".
Ref<Object> adapt(Object* object, Object* protocol, Object* alternative);
/// Adapters by (type, protocol) and converters by name in upper case.
Dict* adapters();
Dict* converters();
/// From now on ints, floats, strings and bytearrays are adapted as well.
extern bool base_types_are_adapted;

// --- statements

/// PARSE_DECLTYPES, PARSE_COLNAMES.
inline constexpr int by_declared_type = 1, by_column_name = 2;

Ref<Statement> prepare(sqlite3* database, Str* sql);
/// A statement from the connection's cache, prepared now if there is none.
Ref<Statement> cached_statement(Connection* connection, sqlite3* database, Str* sql);
void clear_cache(StatementCache& cache) noexcept;
int step(Statement* statement);
/// Raises what a collation has raised within the library, which knows no errors of comparisons. Called after
/// each piece of work in which it may compare texts.
Status raise_comparison_error();
void reset(Statement* statement) noexcept;
/// Runs a statement that gives no rows.
Status execute_text(sqlite3* database, const char* sql);

// --- parts of the connection

extern const char* const isolation_levels[];
NewRef new_cursor(Connection* connection, Object* factory);
NewRef connection_commit(Object* self, Object* const* arguments);
NewRef connection_rollback(Object* self, Object* const* arguments);

/// Takes the callbacks off that the library could still call.
void remove_callbacks(sqlite3* database) noexcept;

/// Closes all of the connection's blobs.
void close_blobs(Connection* connection) noexcept;
NewRef open_blob(Connection* connection, Object* const* arguments);

// Methods of Connection that stand in callbacks.cpp and transfer.cpp; their rows are in connection.cpp.
NewRef connection_create_function(Object* self, Object* const* arguments);
NewRef connection_create_aggregate(Object* self, Object* const* arguments);
NewRef connection_create_window_function(Object* self, Object* const* arguments);
NewRef connection_create_collation(Object* self, Object* const* arguments);
NewRef connection_set_authorizer(Object* self, Object* const* arguments);
NewRef connection_set_progress_handler(Object* self, Object* const* arguments);
NewRef connection_set_trace_callback(Object* self, Object* const* arguments);
NewRef connection_backup(Object* self, Object* const* arguments);
NewRef connection_iterdump(Object* self, Object* const* arguments);
NewRef connection_serialize(Object* self, Object* const* arguments);
NewRef connection_deserialize(Object* self, Object* const* arguments);
NewRef connection_blobopen(Object* self, Object* const* arguments);
NewRef connection_setlimit(Object* self, Object* const* arguments);
NewRef connection_getlimit(Object* self, Object* const* arguments);
NewRef connection_enable_load_extension(Object* self, Object* const* arguments);
NewRef connection_load_extension(Object* self, Object* const* arguments);

}  // namespace minipy::sqlite
