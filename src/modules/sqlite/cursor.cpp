// Cursor: executes statements and gives their rows.
//
// A statement that gives rows is stepped one row ahead of what has been fetched, as in CPython, so that the end
// is known early. Invariant: while a cursor is `locked`, code of the program runs on its behalf (parameters,
// converters, callbacks) and every other use of the cursor is refused.
//
// CPython: Modules/_sqlite/cursor.c
#include <fmt/format.h>

#include <climits>
#include <cstring>

#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "objects/weak_reference.h"

namespace minipy::sqlite {
namespace {

/// Marks a cursor as busy with code of the program.
class CursorLock {
  public:
    explicit CursorLock(Cursor* cursor) noexcept : cursor_(share(cursor)) { cursor->locked = true; }
    ~CursorLock() { cursor_->locked = false; }
    CursorLock(const CursorLock&) = delete;
    CursorLock& operator=(const CursorLock&) = delete;

  private:
    Ref<Cursor> cursor_;
};

Status check_not_locked(const Cursor* cursor) {
    if (!cursor->locked) return done;
    return raise(ErrorClass::ProgrammingError, "Recursive use of cursors not allowed.");
}

Failure raise_uninitialized() {
    return raise(ErrorClass::ProgrammingError, "Base Cursor.__init__ not called.");
}

/// Whether the cursor can be used; its connection is looked at when a `Use` begins.
Status check_cursor(const Cursor* cursor) {
    if (!cursor->initialized) return raise_uninitialized();
    if (cursor->closed) return raise(ErrorClass::ProgrammingError, "Cannot operate on a closed cursor.");
    return check_not_locked(cursor);
}

/// Ends the cursor's statement.
void drop_statement(Cursor* cursor) noexcept {
    Ref<Statement> statement = Ref<Statement>::steal(std::exchange(cursor->statement, nullptr));
    if (statement) reset(statement.get());
}

Status cursor_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(self->type, keywords_or_null));
    TRY(check_count("Cursor", arguments->size, 1, 1));
    Object* given = (*arguments)[0];
    if (!is_instance_of(given, connection_type))
        return raise_bad_argument("Cursor", "argument 1", "sqlite3.Connection", given);
    Cursor* cursor = as_cursor(self);
    TRY(check_not_locked(cursor));
    drop_statement(cursor);
    replace_field(cursor->connection, share(as_connection(given)));
    replace_field(cursor->row_converters, Ref<Object>());
    replace_field(cursor->description, Ref<Object>(new_none()));
    replace_field(cursor->last_row_id, Ref<Object>(new_none()));
    replace_field(cursor->row_factory, Ref<Object>(new_none()));
    cursor->array_size = 1;
    cursor->closed = false;
    cursor->row_count = -1;
    TRY(check_thread(cursor->connection));
    cursor->initialized = true;
    return done;
}

// --- what the columns of a result are

/// The converter of that name, or null.
Result<Object*> find_converter(std::string_view type_name) {
    Ref<Object> text = TRY(decode_utf8(type_name));
    Ref<Object> upper = TRY(call_method(text.get(), name<"upper">));
    return dict_get(converters(), upper.get());
}

/// The converter for the type in brackets in a column's name: "day [date]".
Result<Object*> converter_by_name(std::string_view column) {
    const std::size_t open = column.find('[');
    const std::size_t close = open == column.npos ? open : column.find(']', open);
    if (close == column.npos) return static_cast<Object*>(nullptr);
    const std::size_t last_open = column.rfind('[', close);
    return find_converter(column.substr(last_open + 1, close - last_open - 1));
}

/// The converter for the first word of a declared type: "number(10)".
Result<Object*> converter_by_type(std::string_view declared) {
    return find_converter(declared.substr(0, declared.find_first_of(" (")));
}

Result<Object*> column_converter(sqlite3_stmt* statement, int column, int detect_types) {
    Object* found = nullptr;
    if (detect_types & by_column_name) {
        const char* name = sqlite3_column_name(statement, column);
        if (!name) return raise(memory_error_type);
        found = TRY(converter_by_name(name));
    }
    if (!found && detect_types & by_declared_type)
        if (const char* declared = sqlite3_column_decltype(statement, column))
            found = TRY(converter_by_type(declared));
    return found;
}

Status find_row_converters(Cursor* cursor, sqlite3_stmt* statement) {
    const int detect_types = cursor->connection->detect_types;
    if (!detect_types) return done;
    Ref<List> list = new_list();
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        Object* converter = TRY(column_converter(statement, i, detect_types));
        TRY(list_append(list.get(), converter ? converter : &none));
    }
    replace_field(cursor->row_converters, Ref<Object>(std::move(list)));
    return done;
}

/// The name as `description` shows it: without the type in brackets if that is looked at.
Ref<Str> shown_name(std::string_view column, int detect_types) {
    if (detect_types & by_column_name) {
        if (const std::size_t bracket = column.find('['); bracket != column.npos) {
            column = column.substr(0, bracket);
            if (column.ends_with(' ')) column.remove_suffix(1);
        }
    }
    return decode_utf8(column);  // a database file may hold anything
}

Status describe_columns(Cursor* cursor, sqlite3_stmt* statement) {
    const int count = sqlite3_column_count(statement);
    if (!count || !is_none(cursor->description)) return done;
    Ref<List> columns = new_list();
    for (int i = 0; i < count; ++i) {
        const char* name = sqlite3_column_name(statement, i);
        if (!name) return raise(memory_error_type);
        Ref<Str> shown = TRY(shown_name(name, cursor->connection->detect_types));
        Ref<Tuple> column = pack({shown.get(), &none, &none, &none, &none, &none, &none});
        TRY(list_append(columns.get(), column.get()));
    }
    replace_field(cursor->description, Ref<Object>(TRY(list_to_tuple(columns.get()))));
    return done;
}

// --- rows

/// Octets of a column. Asking for them comes before asking how many there are.
Result<std::string_view> column_octets(sqlite3_stmt* statement, int column, bool as_text) {
    const void* octets = as_text ? static_cast<const void*>(sqlite3_column_text(statement, column))
                                 : sqlite3_column_blob(statement, column);
    if (!octets && sqlite3_errcode(sqlite3_db_handle(statement)) == SQLITE_NOMEM)
        return raise(memory_error_type);
    const int size = sqlite3_column_bytes(statement, column);
    return std::string_view(static_cast<const char*>(octets), octets ? static_cast<std::size_t>(size) : 0);
}

/// A text that is no UTF-8, told in a message of at most 198 octets.
Failure raise_undecodable(sqlite3_stmt* statement, int column, std::string_view text) {
    constexpr std::size_t longest = 198;
    const char* name = sqlite3_column_name(statement, column);
    std::string message = fmt::format("Could not decode to UTF-8 column '{}' with text '{}'", name ? name : "",
                                      std::string(text).c_str());
    message.resize(std::min(message.size(), longest));
    Ref<Str> shown = TRY(decode_ascii(message, "replace"));
    return raise(ErrorClass::OperationalError, str_utf8(shown.get()));
}

Ref<Object> column_text(const Connection* connection, sqlite3_stmt* statement, int column) {
    const std::string_view text = TRY(column_octets(statement, column, true));
    Object* factory = connection->text_factory;
    if (factory == &str_type) {
        Ref<Str> decoded = decode_utf8(text);
        if (decoded || !pending_matches(unicode_decode_error_type)) return decoded;
        clear_exception();
        return raise_undecodable(statement, column, text);
    }
    if (factory == &bytes_type) return new_bytes(text);
    if (factory == &bytearray_type) return new_bytearray(text);
    Ref<Object> keep = factory ? share(factory) : Ref<Object>(new_none());
    Ref<Bytes> octets = new_bytes(text);
    return call(keep.get(), {octets.get()});
}

Ref<Object> converted_column(Object* converter, sqlite3_stmt* statement, int column) {
    const std::string_view view = TRY(column_octets(statement, column, false));
    if (!view.data()) return new_none();  // also for a blob without octets
    Ref<Object> keep = share(converter);
    Ref<Bytes> octets = new_bytes(view);
    return call(keep.get(), {octets.get()});
}

Ref<Object> column_value(const Connection* connection, sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_NULL: return new_none();
        case SQLITE_INTEGER: return new_int(sqlite3_column_int64(statement, column));
        case SQLITE_FLOAT: return new_float(sqlite3_column_double(statement, column));
        case SQLITE_TEXT: return column_text(connection, statement, column);
        default: return new_bytes(TRY(column_octets(statement, column, false)));
    }
}

/// The converter of the column, or null.
Object* row_converter(const Cursor* cursor, int column) noexcept {
    if (!cursor->connection->detect_types || !cursor->row_converters) return nullptr;
    auto* list = static_cast<List*>(cursor->row_converters);
    Object* converter = column < list->size ? list->items[column] : nullptr;
    return converter && !is_none(converter) ? converter : nullptr;
}

/// The row that the statement stands at.
Ref<Tuple> current_row(Cursor* cursor, sqlite3_stmt* statement) {
    const int count = sqlite3_data_count(statement);
    Ref<Tuple> row = TRY(new_tuple_uninitialized(count));
    for (int i = 0; i < count; ++i) row->items()[i] = share(&none).release();
    for (int i = 0; i < count; ++i) {
        Object* converter = row_converter(cursor, i);
        Ref<Object> value = TRY(converter ? converted_column(converter, statement, i)
                                          : column_value(cursor->connection, statement, i));
        replace_field(row->items()[i], std::move(value));
    }
    return row;
}

/// The row that the statement stands at, and a step to the next one.
Ref<Tuple> take_row(Cursor* cursor, Use& use, Statement* statement) {
    CursorLock lock(cursor);
    Ref<Tuple> row = TRY(current_row(cursor, statement->handle));
    const int code = step(statement);
    const Status compared = raise_comparison_error();
    if (code == SQLITE_ROW && compared) return row;
    if (compared && code != SQLITE_DONE)
        (void)raise_error(use.database());
    else if (statement->is_dml)
        cursor->row_count = sqlite3_changes(use.database());
    drop_statement(cursor);
    return compared && code == SQLITE_DONE ? row : Ref<Tuple>();
}

/// The next row; empty without an exception at the end.
NewRef cursor_next(Object* self) {
    Cursor* cursor = as_cursor(self);
    TRY(check_cursor(cursor));
    Use use(cursor->connection);
    TRY(use.begin());
    if (!cursor->statement) return nullptr;
    Ref<Statement> statement = share(cursor->statement);
    if (sqlite3_data_count(statement->handle) == 0) {
        drop_statement(cursor);
        return nullptr;
    }
    Ref<Object> row = TRY(take_row(cursor, use, statement.get()));
    if (!cursor->row_factory || is_none(cursor->row_factory)) return row;
    Ref<Object> factory = share(cursor->row_factory);
    return call(factory.get(), {self, row.get()});
}

// --- executing

/// Where the parameters of a statement's runs come from: one set, or an iterator over several.
struct Parameters {
    Ref<Object> only;
    Ref<Object> iterator;

    /// The next set; empty without an exception when there are no more.
    Ref<Object> take(Use& use) {
        if (!iterator) return std::move(only);
        const Use::Pause pause(use);
        return next(iterator.get());
    }
};

/// Runs the statement with one set of parameters.
Status run_once(Cursor* cursor, Use& use, Statement* statement, Object* parameters) {
    TRY(bind_parameters(statement, parameters));
    const int code = step(statement);
    TRY(raise_comparison_error());
    if (code != SQLITE_DONE && code != SQLITE_ROW) return raise_error(use.database());
    if (!find_row_converters(cursor, statement->handle))
        return raise_from_cause(error_type(ErrorClass::OperationalError), "Error while building row_cast_map");
    TRY(describe_columns(cursor, statement->handle));
    if (code != SQLITE_DONE) return done;
    if (statement->is_dml) cursor->row_count += sqlite3_changes(use.database());
    reset(statement);
    return done;
}

Status begin_if_needed(Use& use, const Statement* statement) {
    const char* level = use.connection()->isolation_level;
    if (!level || !statement->is_dml || !sqlite3_get_autocommit(use.database())) return done;
    return execute_text(use.database(), fmt::format("BEGIN {}", level).c_str());
}

/// The statement for the text, one that nobody is stepping.
Ref<Statement> idle_statement(Use& use, Str* sql, bool many) {
    Ref<Statement> statement = TRY(cached_statement(use.connection(), use.database(), sql));
    if (many && sqlite3_stmt_readonly(statement->handle))
        return raise(ErrorClass::ProgrammingError, "executemany() can only execute DML statements.");
    if (!statement->is_taken && !statement->is_stepping && !sqlite3_stmt_busy(statement->handle))
        return statement;
    return prepare(use.database(), sql);
}

/// Keeps other cursors from using the statement: adapters, and what makes the parameters, may run anything.
class Taken {
  public:
    explicit Taken(Statement* statement) noexcept : statement_(statement) { statement->is_taken = true; }
    ~Taken() { statement_->is_taken = false; }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;

  private:
    Statement* statement_;
};

Status run_all(Cursor* cursor, Use& use, Str* sql, Parameters& parameters, bool many) {
    replace_field(cursor->description, Ref<Object>(new_none()));
    drop_statement(cursor);
    Ref<Statement> statement = TRY(idle_statement(use, sql, many));
    const Taken taken(statement.get());
    replace_field(cursor->statement, statement);
    reset(statement.get());
    cursor->row_count = statement->is_dml ? 0 : -1;
    TRY(begin_if_needed(use, statement.get()));
    while (Ref<Object> set = parameters.take(use)) TRY(run_once(cursor, use, statement.get(), set.get()));
    if (pending_exception()) return failed;
    if (!many)
        replace_field(cursor->last_row_id, Ref<Object>(new_int(sqlite3_last_insert_rowid(use.database()))));
    return done;
}

NewRef run(Object* self, Object* sql, const char* function, Object* given, bool many) {
    Cursor* cursor = as_cursor(self);
    Str* text = TRY(str_argument(sql, function, "argument 1"));
    TRY(check_cursor(cursor));
    Use use(cursor->connection);
    TRY(use.begin());
    CursorLock lock(cursor);
    Parameters parameters;
    if (many)
        parameters.iterator = TRY(iterate(given));
    else
        parameters.only = share(given);
    if (run_all(cursor, use, text, parameters, many)) {
        if (cursor->statement && !sqlite3_stmt_busy(cursor->statement->handle)) drop_statement(cursor);
        return new_ref(self);
    }
    drop_statement(cursor);
    cursor->row_count = -1;
    return failed;
}

NewRef cursor_execute(Object* self, Object* const* arguments) {
    return run(self, arguments[0], "execute", arguments[1], false);
}

NewRef cursor_executemany(Object* self, Object* const* arguments) {
    return run(self, arguments[0], "executemany", arguments[1], true);
}

/// Runs the first statement of the text; what is left, or null with the library's code for an error.
const char* run_first(sqlite3* database, const char* sql, int size, int& code) {
    const char* rest = nullptr;
    LibraryCall without_gil;
    sqlite3_stmt* statement = nullptr;
    code = sqlite3_prepare_v2(database, sql, size, &statement, &rest);
    if (code != SQLITE_OK) return nullptr;
    do {
        code = sqlite3_step(statement);
    } while (code == SQLITE_ROW);
    code = sqlite3_finalize(statement);
    return code == SQLITE_OK ? rest : nullptr;
}

NewRef cursor_executescript(Object* self, Object* const* arguments) {
    Cursor* cursor = as_cursor(self);
    const char* sql = TRY(c_string_argument(arguments[0], "executescript"));
    TRY(check_cursor(cursor));
    Use use(cursor->connection);
    TRY(use.begin());
    const char* const end = sql + std::strlen(sql);
    if (end - sql > sqlite3_limit(use.database(), SQLITE_LIMIT_SQL_LENGTH, -1))
        return raise(ErrorClass::DataError, "query string is too large");
    if (!sqlite3_get_autocommit(use.database())) TRY(execute_text(use.database(), "COMMIT"));
    do {
        int code = SQLITE_OK;
        sql = run_first(use.database(), sql, static_cast<int>(end - sql) + 1, code);
        TRY(raise_comparison_error());
        if (!sql) return raise_error(use.database());
    } while (*sql);
    return new_ref(self);
}

// --- fetching

NewRef cursor_fetchone(Object* self, Object* const*) {
    Ref<Object> row = cursor_next(self);
    if (row) return row;
    if (pending_exception()) return failed;
    return new_none();
}

/// At most `limit` rows, all of them if it is not positive.
NewRef fetch(Object* self, int limit) {
    Ref<List> rows = new_list();
    while (Ref<Object> row = cursor_next(self)) {
        TRY(list_append(rows.get(), row.get()));
        if (rows->size == limit) break;
    }
    if (pending_exception()) return failed;
    return rows;
}

NewRef cursor_fetchmany(Object* self, Object* const* arguments) {
    return fetch(self, arguments[0] ? TRY(argument_int(arguments[0])) : as_cursor(self)->array_size);
}

NewRef cursor_fetchall(Object* self, Object* const*) { return fetch(self, 0); }

NewRef cursor_close(Object* self, Object* const*) {
    Cursor* cursor = as_cursor(self);
    TRY(check_not_locked(cursor));
    if (!cursor->connection) return raise_uninitialized();
    Use use(cursor->connection);
    TRY(use.begin());
    drop_statement(cursor);
    cursor->closed = true;
    return new_none();
}

NewRef cursor_set_sizes(Object*, Object* const*) { return new_none(); }

// --- the type

NewRef cursor_iter(Object* self) { return new_ref(self); }

using Life = OwnedFields<Cursor, &Cursor::connection, &Cursor::description, &Cursor::row_converters,
                         &Cursor::last_row_id, &Cursor::row_factory>;

void cursor_clear(Object* self) {
    drop_statement(as_cursor(self));
    Life::clear(self);
}

void cursor_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    cursor_clear(self);
    free_object(self);
}

constexpr NativeDef cursor_methods[] = {
    {"execute", cursor_execute, "($self, sql, parameters=(), /)", "Executes a statement."},
    {"executemany", cursor_executemany, "($self, sql, seq_of_parameters, /)",
     "Executes a statement once for each set of parameters."},
    {"executescript", cursor_executescript, "($self, sql_script, /)", "Executes all statements of a text."},
    {"fetchone", cursor_fetchone, "($self, /)", "The next row, or None."},
    {"fetchmany", cursor_fetchmany, "($self, /, size=<absent: 1>)",
     "The next rows, at most size (arraysize if not given)."},
    {"fetchall", cursor_fetchall, "($self, /)", "All rows that are left."},
    {"close", cursor_close, "($self, /)", "Ends the use of the cursor."},
    {"setinputsizes", cursor_set_sizes, "($self, sizes, /)", "Does nothing; the DB-API asks for it."},
    {"setoutputsize", cursor_set_sizes, "($self, size, column=None, /)",
     "Does nothing; the DB-API asks for it."},
};

constexpr MemberDef cursor_members[] = {
    {"connection", MemberKind::Object, offsetof(Cursor, connection), true, nullptr},
    {"description", MemberKind::Object, offsetof(Cursor, description), true, nullptr},
    {"arraysize", MemberKind::Int, offsetof(Cursor, array_size), false, nullptr},
    {"lastrowid", MemberKind::Object, offsetof(Cursor, last_row_id), true, nullptr},
    {"rowcount", MemberKind::Size, offsetof(Cursor, row_count), true, nullptr},
    {"row_factory", MemberKind::Object, offsetof(Cursor, row_factory), false, nullptr},
};

}  // namespace

const TypeSpec cursor_spec = {
    .name = "sqlite3.Cursor",
    .basic_size = sizeof(Cursor),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .doc = "Executes statements on a connection and gives their rows.",
    .slots = {.init = cursor_init,
              .dealloc = cursor_dealloc,
              .traverse = Life::traverse,
              .clear = cursor_clear,
              .iter = cursor_iter,
              .next = cursor_next},
    .methods = cursor_methods,
    .members = cursor_members,
    .weakrefs_offset = offsetof(Cursor, weakrefs),
};
Type cursor_type(cursor_spec);

NewRef new_cursor(Connection* connection, Object* factory) {
    Ref<Object> keep = share(factory);
    Ref<Object> made = TRY(call(factory, {connection}));
    if (!is_instance_of(made.get(), cursor_type))
        return raise(type_error_type, fmt::format("factory must return a cursor, not {}", made->type->name));
    Object* row_factory = connection->row_factory;
    if (row_factory && !is_none(row_factory))
        replace_field(as_cursor(made.get())->row_factory, share(row_factory));
    return made;
}

}  // namespace minipy::sqlite
