// Python functions that the library calls: functions and aggregates in SQL, collations, and the observers of a
// connection.
//
// The library calls with or without the GIL, on the thread that is in it. Invariant: a callback returns without
// a pending exception; what went wrong is the library's error, and shown if `enable_callback_tracebacks` says
// so.
//
// CPython: Modules/_sqlite/connection.c (func_callback ... trace_callback)
#include <fmt/format.h>

#include <climits>
#include <cstring>

#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy::sqlite {
namespace {

/// Ends the pending exception of a callback.
void show_or_drop(Object* callable) noexcept {
    if (shows_callback_errors)
        write_unraisable(callable);
    else
        clear_exception();
}

/// The pending exception becomes the error of a function in SQL.
void fail(sqlite3_context* context, const char* message) noexcept {
    if (pending_matches(memory_error_type))
        sqlite3_result_error_nomem(context);
    else if (pending_matches(overflow_error_type))
        sqlite3_result_error_toobig(context);
    else
        sqlite3_result_error(context, message, -1);
    show_or_drop(static_cast<Object*>(sqlite3_user_data(context)));
}

/// The library lets go of a callable.
void on_destroy(void* callable) {
    CallbackGil gil;
    Ref<Object> dropped = Ref<Object>::steal(static_cast<Object*>(callable));
}

// --- functions

Status run_function(sqlite3_context* context, int count, sqlite3_value** values) {
    Ref<Tuple> arguments = TRY(function_arguments(count, values));
    Ref<Object> function = share(static_cast<Object*>(sqlite3_user_data(context)));
    Ref<Object> result = TRY(call_with_dict(function.get(), arguments.get(), nullptr));
    return set_result(context, result.get());
}

void on_function(sqlite3_context* context, int count, sqlite3_value** values) {
    CallbackGil gil;
    if (!run_function(context, count, values)) fail(context, "user-defined function raised exception");
}

// --- aggregates: an instance of a class lives in the library's memory from the first step to the end

/// The instance, or null before it is made.
Object** aggregate_instance(sqlite3_context* context, bool make) {
    return static_cast<Object**>(sqlite3_aggregate_context(context, make ? sizeof(Object*) : 0));
}

/// Calls a method of an aggregate's instance: `found` says whether it has that method.
Ref<Object> call_aggregate(Object* instance, Str* method, Tuple* arguments, bool& found) {
    found = false;
    Ref<Object> keep = share(instance);
    Ref<Object> function = TRY(get_attribute(instance, method));
    found = true;
    return call_with_dict(function.get(), arguments, nullptr);
}

void fail_method(sqlite3_context* context, const char* method, bool found) noexcept {
    const bool is_missing = !found && pending_matches(attribute_error_type);
    fail(context, fmt::format("user-defined aggregate's '{}' method {}", method,
                              is_missing ? "not defined" : "raised error")
                      .c_str());
}

/// A step forwards or, for a window, backwards.
void step_aggregate(sqlite3_context* context, Object* instance, const char* method, int count,
                    sqlite3_value** values) {
    bool found = true;
    Ref<Tuple> arguments = function_arguments(count, values);
    Ref<Object> result;
    if (arguments) result = call_aggregate(instance, intern(method).get(), arguments.get(), found);
    if (!result) fail_method(context, method, found);
}

void on_step(sqlite3_context* context, int count, sqlite3_value** values) {
    CallbackGil gil;
    Object** instance = aggregate_instance(context, true);
    if (!instance) return sqlite3_result_error_nomem(context);
    if (!*instance) {
        Ref<Object> type = share(static_cast<Object*>(sqlite3_user_data(context)));
        Ref<Object> made = call(type.get(), {});
        if (!made) return fail_method(context, "__init__", true);
        *instance = made.release();
    }
    step_aggregate(context, *instance, "step", count, values);
}

void on_inverse(sqlite3_context* context, int count, sqlite3_value** values) {
    CallbackGil gil;
    Object** instance = aggregate_instance(context, true);
    if (instance && *instance) step_aggregate(context, *instance, "inverse", count, values);
}

/// The result of `finalize` or `value`.
void give_aggregate(sqlite3_context* context, Object* instance, const char* method) {
    bool found = false;
    Ref<Tuple> none_given = new_tuple({});
    Ref<Object> result = call_aggregate(instance, intern(method).get(), none_given.get(), found);
    if (!result || !set_result(context, result.get())) fail_method(context, method, found);
}

void on_finalize(sqlite3_context* context) {
    CallbackGil gil;
    Object** place = aggregate_instance(context, false);
    if (!place || !*place) return;  // there were no rows, or the first step has failed
    Ref<Object> instance = Ref<Object>::steal(std::exchange(*place, nullptr));
    give_aggregate(context, instance.get(), "finalize");
}

void on_value(sqlite3_context* context) {
    CallbackGil gil;
    Object** instance = aggregate_instance(context, true);
    if (instance && *instance) give_aggregate(context, *instance, "value");
}

/// A callable as the library's user data, owned by it; null for None.
void* user_data(Object* callable) { return is_none(callable) ? nullptr : share(callable).release(); }

// --- collations and observers

/// The sign of what a comparison has answered; 0 for what is no number.
int sign_of(Object* answer) noexcept {
    if (!is_int(answer)) return 0;
    const Int* number = as_int(answer);
    return number->is_zero() ? 0 : number->is_negative() ? -1 : 1;
}

/// What the last comparison has raised, owned. For each thread: several may be in the library at once.
thread_local Object* comparison_error = nullptr;

int on_compare(void* callable, int left_size, const void* left, int right_size, const void* right) {
    CallbackGil gil;
    if (comparison_error) return 0;
    const auto text = [](const void* data, int size) {
        return decode_utf8({static_cast<const char*>(data), static_cast<std::size_t>(size)});
    };
    Ref<Object> function = share(static_cast<Object*>(callable));
    Ref<Str> first = text(left, left_size), second;
    if (first) second = text(right, right_size);
    Ref<Object> answer;
    if (second) answer = call(function.get(), {first.get(), second.get()});
    if (answer) return sign_of(answer.get());
    comparison_error = take_exception().release();
    return 0;
}

Ref<Object> text_or_none(const char* text) {
    if (!text) return new_none();
    return decode_utf8(text);
}

Result<int> ask_authorizer(Object* function, int action, const char* const (&texts)[4]) {
    Ref<Object> items[5] = {new_int(action)};
    Object* arguments[5] = {items[0].get()};
    for (int i = 0; i < 4; ++i) {
        items[i + 1] = TRY(text_or_none(texts[i]));
        arguments[i + 1] = items[i + 1].get();
    }
    Ref<Object> answer = TRY(call(function, arguments, 5));
    return is_int(answer.get()) ? argument_int(answer.get()) : SQLITE_DENY;
}

int on_authorize(void* callable, int action, const char* first, const char* second, const char* database,
                 const char* trigger) {
    CallbackGil gil;
    Ref<Object> function = share(static_cast<Object*>(callable));
    const Result<int> answer = ask_authorizer(function.get(), action, {first, second, database, trigger});
    if (answer) return *answer;
    show_or_drop(function.get());
    return SQLITE_DENY;
}

int on_progress(void* callable) {
    CallbackGil gil;
    Ref<Object> function = share(static_cast<Object*>(callable));
    Ref<Object> answer = call(function.get(), {});
    const Result<bool> stops = answer ? truth(answer.get()) : Result<bool>(failed);
    if (stops) return *stops;
    show_or_drop(function.get());
    return 1;
}

/// The statement's text with its parameters filled in; as it was written if that would be too long.
Ref<Object> traced_text(Object* function, sqlite3_stmt* statement, const char* written) {
    if (char* expanded = sqlite3_expanded_sql(statement)) {
        Ref<Object> text = decode_utf8(expanded);
        sqlite3_free(expanded);
        return text;
    }
    if (sqlite3_errcode(sqlite3_db_handle(statement)) == SQLITE_NOMEM) return raise(memory_error_type);
    (void)raise(ErrorClass::DataError, "Expanded SQL string exceeds the maximum string length");
    show_or_drop(function);
    return decode_utf8(written);
}

int on_trace(unsigned event, void* callable, void* statement, void* written) {
    if (event != SQLITE_TRACE_STMT) return 0;
    CallbackGil gil;
    Ref<Object> function = share(static_cast<Object*>(callable));
    Ref<Object> text =
        traced_text(function.get(), static_cast<sqlite3_stmt*>(statement), static_cast<const char*>(written));
    Ref<Object> result;
    if (text) result = call(function.get(), {text.get()});
    if (!result) show_or_drop(function.get());
    return 0;
}

/// Keeps the new observer, which the library only borrows, and lets go of the old one.
void keep(Object*& place, Object* callable) {
    replace_field(place, is_none(callable) ? Ref<Object>() : share(callable));
}

}  // namespace

Status raise_comparison_error() {
    if (!comparison_error) return done;
    return restore_exception(Ref<Object>::steal(std::exchange(comparison_error, nullptr)));
}

NewRef connection_create_function(Object* self, Object* const* arguments) {
    const char* function_name = TRY(c_string_argument(arguments[0], "create_function", "argument 'name'"));
    const int count = TRY(argument_int(arguments[1]));
    const int flags = SQLITE_UTF8 | (TRY(truth(arguments[3])) ? SQLITE_DETERMINISTIC : 0);
    Use use(as_connection(self));
    TRY(use.begin());
    const int code = in_library([&, data = share(arguments[2]).release()] {
        return sqlite3_create_function_v2(use.database(), function_name, count, flags, data, on_function,
                                          nullptr, nullptr, on_destroy);
    });
    if (code != SQLITE_OK) return raise(ErrorClass::OperationalError, "Error creating function");
    return new_none();
}

NewRef connection_create_aggregate(Object* self, Object* const* arguments) {
    const char* function_name = TRY(c_string_argument(arguments[0], "create_aggregate", "argument 'name'"));
    const int count = TRY(argument_int(arguments[1]));
    Use use(as_connection(self));
    TRY(use.begin());
    const int code = in_library([&, data = share(arguments[2]).release()] {
        return sqlite3_create_function_v2(use.database(), function_name, count, SQLITE_UTF8, data, nullptr,
                                          on_step, on_finalize, on_destroy);
    });
    if (code != SQLITE_OK) return raise(ErrorClass::OperationalError, "Error creating aggregate");
    return new_none();
}

NewRef connection_create_window_function(Object* self, Object* const* arguments) {
    const char* function_name = TRY(c_string_argument(arguments[0], "create_window_function", "argument 1"));
    const int count = TRY(argument_int(arguments[1]));
    Use use(as_connection(self));
    TRY(use.begin());
    const bool removes = is_none(arguments[2]);
    const int code = in_library([&, data = user_data(arguments[2])] {
        if (removes)
            return sqlite3_create_window_function(use.database(), function_name, count, SQLITE_UTF8, nullptr,
                                                  nullptr, nullptr, nullptr, nullptr, nullptr);
        return sqlite3_create_window_function(use.database(), function_name, count, SQLITE_UTF8, data, on_step,
                                              on_finalize, on_value, on_inverse, on_destroy);
    });
    if (code == SQLITE_OK) return new_none();
    return raise(ErrorClass::ProgrammingError, sqlite3_errstr(code));
}

NewRef connection_create_collation(Object* self, Object* const* arguments) {
    const char* collation = TRY(c_string_argument(arguments[0], "create_collation", "argument 1"));
    Use use(as_connection(self));
    TRY(use.begin());
    const bool removes = is_none(arguments[1]);
    if (!removes && !is_callable(arguments[1])) return raise(type_error_type, "parameter must be callable");
    void* data = user_data(arguments[1]);
    const int code = in_library([&] {
        return sqlite3_create_collation_v2(use.database(), collation, SQLITE_UTF8, data,
                                           removes ? nullptr : on_compare, removes ? nullptr : on_destroy);
    });
    if (code == SQLITE_OK) return new_none();
    if (data) on_destroy(data);  // alone among its kind the library does not do it
    return raise_error(use.database());
}

NewRef connection_set_authorizer(Object* self, Object* const* arguments) {
    Use use(as_connection(self));
    TRY(use.begin());
    Ref<Object> callable = share(arguments[0]);
    const bool removes = is_none(callable.get());
    const int code = in_library([&] {
        return sqlite3_set_authorizer(use.database(), removes ? nullptr : on_authorize, callable.get());
    });
    if (code != SQLITE_OK) return raise(ErrorClass::OperationalError, "Error setting authorizer callback");
    keep(as_connection(self)->authorizer_callback, callable.get());
    return new_none();
}

NewRef connection_set_progress_handler(Object* self, Object* const* arguments) {
    const int instructions = TRY(argument_int(arguments[1]));
    Use use(as_connection(self));
    TRY(use.begin());
    Ref<Object> callable = share(arguments[0]);
    const bool removes = is_none(callable.get());
    {
        LibraryCall without_gil;
        sqlite3_progress_handler(use.database(), removes ? 0 : instructions, removes ? nullptr : on_progress,
                                 callable.get());
    }
    keep(as_connection(self)->progress_callback, callable.get());
    return new_none();
}

NewRef connection_set_trace_callback(Object* self, Object* const* arguments) {
    Use use(as_connection(self));
    TRY(use.begin());
    Ref<Object> callable = share(arguments[0]);
    const bool removes = is_none(callable.get());
    in_library([&] {
        return sqlite3_trace_v2(use.database(), removes ? 0 : SQLITE_TRACE_STMT, removes ? nullptr : on_trace,
                                callable.get());
    });
    keep(as_connection(self)->trace_callback, callable.get());
    return new_none();
}

void remove_callbacks(sqlite3* database) noexcept {
    LibraryCall without_gil;
    sqlite3_trace_v2(database, SQLITE_TRACE_STMT, nullptr, nullptr);
    sqlite3_progress_handler(database, 0, nullptr, nullptr);
    sqlite3_set_authorizer(database, nullptr, nullptr);
}

}  // namespace minipy::sqlite
