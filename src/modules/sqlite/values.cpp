// Values between Python and SQL: parameters of statements, arguments and results of functions, adapters.
//
// CPython: Modules/_sqlite/statement.c (bind_param, bind_parameters), Modules/_sqlite/connection.c (set_result,
// build_py_params), Modules/_sqlite/microprotocols.c
#include <climits>
#include <cstring>

#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy::sqlite {

bool base_types_are_adapted = false;

Dict* adapters() {
    static Dict* const made = new_dict().release();
    return made;
}

Dict* converters() {
    static Dict* const made = new_dict().release();
    return made;
}

namespace {

Result<std::int64_t> sql_integer(Object* value) {
    const Int* number = as_int(value);
    if (number->is_small()) return number->small;
    return raise(overflow_error_type, "Python int too large to convert to SQLite INTEGER");
}

bool is_base_type(const Object* value) noexcept {
    return is_exactly(value, int_type) || is_exactly(value, float_type) || is_exactly(value, str_type) ||
           is_exactly(value, bytearray_type);
}

/// What a method such as `__conform__` makes of its argument; empty without an exception if there is no such
/// method or it cannot.
Result<Ref<Object>> ask(Object* owner, Str* method, Object* argument) {
    Ref<Object> function;
    TRY(find_attribute(owner, method, function));
    if (!function) return Ref<Object>();
    Ref<Object> answer = call(function.get(), {argument});
    if (answer) return is_none(answer.get()) ? Ref<Object>() : answer;
    if (!pending_matches(type_error_type)) return failed;
    clear_exception();
    return Ref<Object>();
}

/// The buffer's octets; what they may not be is "longer than INT_MAX bytes".
Status check_length(std::size_t size, const char* what) {
    if (size <= INT_MAX) return done;
    return raise(overflow_error_type, fmt::format("{} longer than INT_MAX bytes", what));
}

/// Binds one value; the library's code, or a failure with an exception pending.
Result<int> bind_value(sqlite3_stmt* statement, int position, Object* value) {
    if (is_none(value)) return sqlite3_bind_null(statement, position);
    if (is_int(value)) return sqlite3_bind_int64(statement, position, TRY(sql_integer(value)));
    if (is_float(value)) return sqlite3_bind_double(statement, position, float_value(value));
    if (is_str(value)) {
        const std::string_view text = TRY(strict_utf8(static_cast<Str*>(value)));
        TRY(check_length(text.size(), "string"));
        return sqlite3_bind_text(statement, position, text.data(), static_cast<int>(text.size()),
                                 SQLITE_TRANSIENT);
    }
    if (has_octets(value)) {
        OctetsView octets;
        TRY(octets.acquire(value));
        const std::string_view view = octets.view();
        TRY(check_length(view.size(), "BLOB"));
        return sqlite3_bind_blob(statement, position, view.data() ? view.data() : "",
                                 static_cast<int>(view.size()), SQLITE_TRANSIENT);
    }
    return raise(
        ErrorClass::ProgrammingError,
        fmt::format("Error binding parameter {}: type '{}' is not supported", position, value->type->name));
}

Status bind_adapted(Statement* statement, int position, Object* value) {
    Ref<Object> adapted = share(value);
    if (base_types_are_adapted || !is_base_type(value))
        adapted = TRY(adapt(value, &prepare_protocol_type, value));
    const int code = TRY(bind_value(statement->handle, position, adapted.get()));
    return code == SQLITE_OK ? done : Status(raise_error(sqlite3_db_handle(statement->handle)));
}

Status bind_sequence(Statement* statement, Object* parameters) {
    const int wanted = sqlite3_bind_parameter_count(statement->handle);
    const Size given = TRY(length(parameters));
    if (given != wanted)
        return raise(ErrorClass::ProgrammingError,
                     fmt::format("Incorrect number of bindings supplied. The current statement uses {}, and "
                                 "there are {} supplied.",
                                 wanted, given));
    for (int i = 0; i < wanted; ++i) {
        Ref<Object> value = TRY(get_item(parameters, new_int(i).get()));
        TRY(bind_adapted(statement, i + 1, value.get()));
    }
    return done;
}

/// The value that a mapping has for the parameter.
Ref<Object> named_value(Object* parameters, const char* parameter) {
    Ref<Str> key = str_from_utf8(parameter);
    Ref<Object> value;
    if (is_exactly(parameters, dict_type)) {
        value =
            Ref<Object>::share(TRY(dict_get(static_cast<Dict*>(parameters), static_cast<Object*>(key.get()))));
    } else {
        value = get_item(parameters, key.get());
        if (!value && !pending_matches(lookup_error_type)) return failed;
    }
    if (value) return value;
    clear_exception();
    return raise(ErrorClass::ProgrammingError,
                 fmt::format("You did not supply a value for binding parameter :{}.", parameter));
}

Status bind_mapping(Statement* statement, Object* parameters) {
    const int wanted = sqlite3_bind_parameter_count(statement->handle);
    for (int i = 1; i <= wanted; ++i) {
        const char* parameter = sqlite3_bind_parameter_name(statement->handle, i);
        if (!parameter)
            return raise(ErrorClass::ProgrammingError,
                         fmt::format("Binding {} has no name, but you supplied a dictionary (which has only "
                                     "names).",
                                     i));
        Ref<Object> value = TRY(named_value(parameters, parameter + 1));  // behind ':', '@' or '$'
        TRY(bind_adapted(statement, i, value.get()));
    }
    return done;
}

Ref<Object> function_argument(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
        case SQLITE_INTEGER: return new_int(sqlite3_value_int64(value));
        case SQLITE_FLOAT: return new_float(sqlite3_value_double(value));
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
            if (!text) return raise(memory_error_type);
            return decode_utf8({text, static_cast<std::size_t>(sqlite3_value_bytes(value))});
        }
        case SQLITE_BLOB: {
            const auto* octets = static_cast<const char*>(sqlite3_value_blob(value));
            const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
            if (!octets && size) return raise(memory_error_type);
            return new_bytes({octets, size});
        }
        default: return new_none();
    }
}

}  // namespace

Ref<Object> adapt(Object* object, Object* protocol, Object* alternative) {
    Ref<Tuple> key = pack({object->type, protocol});
    if (Object* adapter = TRY(dict_get(adapters(), static_cast<Object*>(key.get())))) {
        Ref<Object> keep = share(adapter);
        return call(keep.get(), {object});
    }
    if (Ref<Object> made = TRY(ask(protocol, name<"__adapt__">, object))) return made;
    if (Ref<Object> made = TRY(ask(object, name<"__conform__">, protocol))) return made;
    if (alternative) return share(alternative);
    return raise(ErrorClass::ProgrammingError, "can't adapt");
}

Status bind_parameters(Statement* statement, Object* parameters) {
    if (is_exactly(parameters, tuple_type) || is_exactly(parameters, list_type) ||
        (!is_dict(parameters) && is_sequence(parameters)))
        return bind_sequence(statement, parameters);
    if (parameters->type->slots.get_item) return bind_mapping(statement, parameters);
    return raise(ErrorClass::ProgrammingError, "parameters are of unsupported type");
}

Status set_result(sqlite3_context* context, Object* value) {
    if (is_none(value)) {
        sqlite3_result_null(context);
    } else if (is_int(value)) {
        sqlite3_result_int64(context, TRY(sql_integer(value)));
    } else if (is_float(value)) {
        sqlite3_result_double(context, float_value(value));
    } else if (is_str(value)) {
        const std::string_view text = TRY(strict_utf8(static_cast<Str*>(value)));
        TRY(check_length(text.size(), "string is"));
        sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    } else if (has_octets(value)) {
        OctetsView octets;
        TRY(octets.acquire(value));
        const std::string_view view = octets.view();
        TRY(check_length(view.size(), "BLOB"));
        sqlite3_result_blob(context, view.data() ? view.data() : "", static_cast<int>(view.size()),
                            SQLITE_TRANSIENT);
    } else {
        return raise(
            ErrorClass::ProgrammingError,
            fmt::format("User-defined functions cannot return '{}' values to SQLite", value->type->name));
    }
    return done;
}

Ref<Tuple> function_arguments(int count, sqlite3_value** values) {
    Ref<List> list = new_list();
    for (int i = 0; i < count; ++i) TRY(list_append(list.get(), TRY(function_argument(values[i])).get()));
    return list_to_tuple(list.get());
}

}  // namespace minipy::sqlite
