// Prepared statements, and the cache that saves preparing the same text again.
//
// CPython: Modules/_sqlite/statement.c; the cache is functools.lru_cache there
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstring>

#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/instance.h"

namespace minipy::sqlite {
namespace {

/// The text without blanks and comments in front.
std::string_view without_lead(std::string_view sql) noexcept {
    for (;;) {
        const std::size_t first = sql.find_first_not_of(" \t\f\n\r");
        if (first == sql.npos) return {};
        sql.remove_prefix(first);
        std::size_t end;
        if (sql.starts_with("--"))
            end = sql.find('\n');
        else if (sql.starts_with("/*"))
            end = sql.find("*/", 2);
        else
            return sql;
        if (end == sql.npos) return {};
        sql.remove_prefix(end + (sql[0] == '-' ? 1 : 2));
    }
}

bool starts_with_word(std::string_view sql, std::string_view word) noexcept {
    return sql.size() >= word.size() && std::ranges::equal(sql.substr(0, word.size()), word, {}, [](char c) {
               return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
           });
}

bool changes_data(std::string_view sql) noexcept {
    const std::string_view first = without_lead(sql);
    return starts_with_word(first, "insert") || starts_with_word(first, "update") ||
           starts_with_word(first, "delete") || starts_with_word(first, "replace");
}

void statement_dealloc(Object* self) noexcept {
    if (sqlite3_stmt* handle = static_cast<Statement*>(self)->handle)
        in_library([handle] { return sqlite3_finalize(handle); });
    free_object(self);
}

Ref<Statement> new_statement(sqlite3_stmt* handle, std::string_view sql) {
    auto made = Ref<Statement>::steal(static_cast<Statement*>(allocate_instance(&statement_type)));
    made->handle = handle;
    made->is_dml = changes_data(sql);
    return made;
}

/// Makes the entry the newest, and drops the oldest one if there are too many.
Status remember(StatementCache& cache, Str* sql, Statement* statement) {
    Dict* statements = cache.statements;
    TRY(dict_set(statements, sql, statement));
    replace_field(cache.newest_sql, share(sql));
    replace_field(cache.newest, share(statement));
    if (statements->used <= cache.capacity) return done;
    Size position = 0;
    Object *oldest = nullptr, *value = nullptr;
    if (!dict_next(statements, position, oldest, value)) return done;
    Ref<Object> keep = share(oldest);
    return dict_delete(statements, oldest);
}

}  // namespace

const TypeSpec statement_spec = {
    .name = "sqlite3.Statement",
    .basic_size = sizeof(Statement),
    .flags = type_flag::immutable | type_flag::disallow_new,
    .slots = {.dealloc = statement_dealloc},
};
Type statement_type(statement_spec);

Ref<Statement> prepare(sqlite3* database, Str* sql) {
    const std::string_view text = TRY(strict_utf8(sql));
    if (text.size() > static_cast<std::size_t>(sqlite3_limit(database, SQLITE_LIMIT_SQL_LENGTH, -1)))
        return raise(ErrorClass::DataError, "query string is too large");
    if (text.find('\0') != text.npos)
        return raise(ErrorClass::ProgrammingError, "the query contains a null character");
    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int code = in_library([&] {
        return sqlite3_prepare_v2(database, text.data(), static_cast<int>(text.size()) + 1, &handle, &rest);
    });
    if (code != SQLITE_OK) return raise_error(database);
    Ref<Statement> made = new_statement(handle, text);
    if (!without_lead(rest).empty())
        return raise(ErrorClass::ProgrammingError, "You can only execute one statement at a time.");
    return made;
}

Ref<Statement> cached_statement(Connection* connection, sqlite3* database, Str* sql) {
    if (connection->database.get() != database)
        return prepare(database, sql);  // closed or opened anew meanwhile
    StatementCache& cache = connection->cache;
    if (cache.newest && (cache.newest_sql == sql || str_equal(cache.newest_sql, sql)))
        return share(cache.newest);
    Ref<Str> text = str_exact(sql);
    Ref<Dict> statements = Ref<Dict>::share(cache.statements);
    const bool caches = statements && cache.capacity > 0;
    Ref<Statement> found;
    if (Object* value = caches ? TRY(dict_pop(statements.get(), text.get())) : nullptr)
        found = Ref<Statement>::steal(static_cast<Statement*>(value));
    if (!found) found = TRY(prepare(database, text.get()));
    if (caches && cache.statements == statements.get() && connection->database.get() == database)
        TRY(remember(cache, text.get(), found.get()));
    return found;
}

void clear_cache(StatementCache& cache) noexcept {
    replace_field(cache.newest, Ref<Statement>());
    replace_field(cache.newest_sql, Ref<Str>());
    replace_field(cache.statements, Ref<Dict>());
}

int step(Statement* statement) {
    sqlite3_stmt* handle = statement->handle;
    if (!handle) return SQLITE_DONE;  // nothing but a comment
    statement->is_stepping = true;
    const int code = in_library([handle] { return sqlite3_step(handle); });
    statement->is_stepping = false;
    return code;
}

void reset(Statement* statement) noexcept {
    sqlite3_stmt* handle = statement->handle;
    if (handle && !statement->is_stepping) in_library([handle] { return sqlite3_reset(handle); });
}

Status execute_text(sqlite3* database, const char* sql) {
    const int code = in_library([&] {
        sqlite3_stmt* statement = nullptr;
        const int prepared = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
        if (prepared != SQLITE_OK) return prepared;
        sqlite3_step(statement);
        return sqlite3_finalize(statement);
    });
    TRY(raise_comparison_error());
    return code == SQLITE_OK ? done : Status(raise_error(database));
}

}  // namespace minipy::sqlite
