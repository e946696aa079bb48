// Exceptions of the module, and what a failed call of the library raises.
//
// CPython: Modules/_sqlite/util.c, Modules/_sqlite/module.c (add_error_constants)
#include <algorithm>
#include <array>
#include <iterator>

#include "modules/buffer_argument.h"
#include "modules/sqlite/sqlite.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/int.h"

namespace minipy::sqlite {

bool shows_callback_errors = false;

namespace {

struct ErrorRow {
    const char* name;
    ErrorClass base;  // Count: Exception
};

constexpr ErrorRow error_rows[] = {
    {"sqlite3.Warning", ErrorClass::Count},
    {"sqlite3.Error", ErrorClass::Count},
    {"sqlite3.InterfaceError", ErrorClass::Error},
    {"sqlite3.DatabaseError", ErrorClass::Error},
    {"sqlite3.DataError", ErrorClass::DatabaseError},
    {"sqlite3.OperationalError", ErrorClass::DatabaseError},
    {"sqlite3.IntegrityError", ErrorClass::DatabaseError},
    {"sqlite3.InternalError", ErrorClass::DatabaseError},
    {"sqlite3.ProgrammingError", ErrorClass::DatabaseError},
    {"sqlite3.NotSupportedError", ErrorClass::DatabaseError},
};
static_assert(std::size(error_rows) == static_cast<std::size_t>(ErrorClass::Count));

/// The class of an error, by the code without its details.
ErrorClass class_of(int code) noexcept {
    switch (code) {
        case SQLITE_INTERNAL:
        case SQLITE_NOTFOUND: return ErrorClass::InternalError;
        case SQLITE_ERROR:
        case SQLITE_PERM:
        case SQLITE_ABORT:
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_READONLY:
        case SQLITE_INTERRUPT:
        case SQLITE_IOERR:
        case SQLITE_FULL:
        case SQLITE_CANTOPEN:
        case SQLITE_PROTOCOL:
        case SQLITE_EMPTY:
        case SQLITE_SCHEMA: return ErrorClass::OperationalError;
        case SQLITE_TOOBIG: return ErrorClass::DataError;
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH: return ErrorClass::IntegrityError;
        case SQLITE_MISUSE:
        case SQLITE_RANGE: return ErrorClass::InterfaceError;
        default: return ErrorClass::DatabaseError;
    }
}

struct CodeName {
    int code;
    const char* name;
};

constexpr CodeName code_names[] = {
#define ERROR_CODE(name) {SQLITE_##name, "SQLITE_" #name},
#include "modules/sqlite/error_codes.def"
};

const char* name_of(int code) noexcept {
    const auto* found = std::ranges::find(code_names, code, &CodeName::code);
    return found == std::end(code_names) ? "unknown" : found->name;
}

}  // namespace

Type& error_type(ErrorClass which) {
    static std::array<Type*, std::size(error_rows)> made{};
    const std::size_t index = static_cast<std::size_t>(which);
    if (!made[index]) {
        const ErrorRow& row = error_rows[index];
        Type& base = row.base == ErrorClass::Count ? exception_type : error_type(row.base);
        made[index] = new_exception_class(row.name, base);
    }
    return *made[index];
}

Failure raise_error(sqlite3* database) {
    const int code = sqlite3_errcode(database);
    if (code == SQLITE_NOMEM) return raise(memory_error_type);
    const int extended = sqlite3_extended_errcode(database);
    Ref<Str> message = TRY(decode_utf8(sqlite3_errmsg(database)));
    Ref<Object> error = TRY(call(&error_type(class_of(code & 0xFF)), {message.get()}));
    TRY(set_attribute(error.get(), intern("sqlite_errorcode").get(), new_int(extended).get()));
    TRY(set_attribute(error.get(), intern("sqlite_errorname").get(), str_from_utf8(name_of(extended)).get()));
    return raise_object(std::move(error));
}

}  // namespace minipy::sqlite
