// What the C API of dates and times gives, asked of minipy's own: made of numbers, taken apart, told apart.
//
// CPython has two ways to each of these (a macro and a table of functions in the capsule `datetime_CAPI`) and a
// flag to choose between them. Here there is one way, the functions that `_datetime` itself uses, and the flag
// changes nothing.
//
// CPython: Modules/_testcapimodule.c, Modules/_testcapi/datetime.c, Include/datetime.h
#include "modules/datetime/datetime.h"
#include "modules/function_tables.h"
#include "modules/testcapi/testcapi.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/names.h"
#include "vm/import.h"

namespace minipy {
namespace {

using namespace datetime;

/// In CPython it fetches the capsule; here the types are there from the start.
NewRef testcapi_load_datetime(Object*, Object* const*) { return new_none(); }

/// Whether the object is one of the type; with `exact` not of one derived from it.
template <Type& type>
NewRef testcapi_check(Object*, Object* const* arguments) {
    const bool exact = TRY(truth(arguments[1]));
    return new_bool(exact ? arguments[0]->type == &type : is_instance_of(arguments[0], type));
}

// --- taken apart

Ref<Object> numbers(std::initializer_list<int> values, Object* last_or_null = nullptr) {
    std::vector<Ref<Object>> owned;
    std::vector<Object*> items;
    for (const int value : values) items.push_back(owned.emplace_back(new_int(value)).get());
    if (last_or_null) items.push_back(last_or_null);
    return new_tuple(items);
}

Failure not_a(const Type& type) { return raise(type_error_type, fmt::format("a {} is wanted", type.name)); }

NewRef testcapi_date_get(Object*, Object* const* arguments) {
    if (!is_date(arguments[0])) return not_a(date_type);
    const Day day = as_date(arguments[0])->day_of();
    return numbers({day.year, day.month, day.day});
}

NewRef clock_get(const Clock& clock, Object* tzinfo_or_null) {
    return numbers({clock.hour, clock.minute, clock.second, clock.microsecond}, none_if_null(tzinfo_or_null));
}

NewRef testcapi_datetime_get(Object*, Object* const* arguments) {
    if (!is_datetime(arguments[0])) return not_a(datetime_type);
    return clock_get(as_datetime(arguments[0])->clock, as_datetime(arguments[0])->tzinfo);
}

NewRef testcapi_time_get(Object*, Object* const* arguments) {
    if (!is_time(arguments[0])) return not_a(time_type);
    return clock_get(as_time(arguments[0])->clock, as_time(arguments[0])->tzinfo);
}

NewRef testcapi_delta_get(Object*, Object* const* arguments) {
    if (!is_delta(arguments[0])) return not_a(delta_type);
    const Delta* delta = as_delta(arguments[0]);
    return numbers({delta->days, delta->seconds, delta->microseconds});
}

// --- made of numbers

Result<Day> day_of_arguments(Object* const* arguments) {
    const int year = TRY(argument_int(arguments[0])), month = TRY(argument_int(arguments[1])),
              day = TRY(argument_int(arguments[2]));
    return Day{year, month, day};
}

Result<Clock> clock_of_arguments(Object* const* arguments) {
    const int hour = TRY(argument_int(arguments[0])), minute = TRY(argument_int(arguments[1])),
              second = TRY(argument_int(arguments[2])), microsecond = TRY(argument_int(arguments[3]));
    return Clock{hour, minute, second, microsecond};
}

Result<int> fold_argument(Object* value_or_null) {
    if (!value_or_null) return 0;
    return argument_int(value_or_null);
}

NewRef testcapi_make_date(Object*, Object* const* arguments) {
    const Day day = TRY(day_of_arguments(arguments + 1));
    TRY(check_day(day));
    return new_date(day);
}

NewRef testcapi_make_datetime(Object*, Object* const* arguments) {
    const Day day = TRY(day_of_arguments(arguments + 1));
    const Clock clock = TRY(clock_of_arguments(arguments + 4));
    return checked_datetime(&datetime_type, day, clock, TRY(fold_argument(arguments[8])), nullptr);
}

NewRef testcapi_make_time(Object*, Object* const* arguments) {
    const Clock clock = TRY(clock_of_arguments(arguments + 1));
    const int fold = TRY(fold_argument(arguments[5]));
    TRY(check_clock(clock, fold));
    return new_time(clock, fold, nullptr);
}

NewRef testcapi_make_delta(Object*, Object* const* arguments) {
    const int days = TRY(argument_int(arguments[1])), seconds = TRY(argument_int(arguments[2])),
              microseconds = TRY(argument_int(arguments[3]));
    Ref<Delta> delta = TRY(new_delta(days, seconds, microseconds));
    return NewRef(delta.release());
}

NewRef testcapi_date_of_timestamp(Object*, Object* const* arguments) {
    return call_method(&date_type, name<"fromtimestamp">, {arguments[0]});
}

NewRef testcapi_datetime_of_timestamp(Object*, Object* const* arguments) {
    if (!TRY(truth(arguments[2]))) return call_method(&datetime_type, name<"fromtimestamp">, {arguments[0]});
    return call_method(&datetime_type, name<"fromtimestamp">, {arguments[0], arguments[1]});
}

// --- time zones

/// Two called EST and one without a name, all five hours behind UTC.
NewRef testcapi_make_timezones(Object*, Object* const*) {
    Ref<Delta> offset = TRY(new_delta(0, -5 * 3600, 0));
    Ref<Str> name = str_from_utf8("EST");
    Ref<Object> first = TRY(new_timezone(offset.get(), name.get()));
    Ref<Object> second = TRY(new_timezone(offset.get(), name.get()));
    Ref<Object> nameless = TRY(new_timezone(offset.get(), nullptr));
    return pack({first.get(), second.get(), nameless.get()});
}

/// No offset: twice without a name, which is utc itself, and with an empty one, which is not.
NewRef testcapi_zero_timezones(Object*, Object* const*) {
    Ref<Delta> offset = TRY(new_delta(0, 0, 0));
    Ref<Str> name = str_from_utf8("");
    Ref<Object> first = TRY(new_timezone(offset.get(), nullptr));
    Ref<Object> second = TRY(new_timezone(offset.get(), nullptr));
    Ref<Object> named = TRY(new_timezone(offset.get(), name.get()));
    return pack({first.get(), second.get(), named.get()});
}

NewRef testcapi_utc(Object*, Object* const*) { return new_ref(utc()); }

constexpr NativeDef functions[] = {
    {"test_datetime_capi", testcapi_load_datetime, "-($module)", nullptr},
    {"datetime_check_date", testcapi_check<date_type>, "-($module, obj, exact=False, /)", nullptr},
    {"datetime_check_time", testcapi_check<time_type>, "-($module, obj, exact=False, /)", nullptr},
    {"datetime_check_datetime", testcapi_check<datetime_type>, "-($module, obj, exact=False, /)", nullptr},
    {"datetime_check_delta", testcapi_check<delta_type>, "-($module, obj, exact=False, /)", nullptr},
    {"datetime_check_tzinfo", testcapi_check<tzinfo_type>, "-($module, obj, exact=False, /)", nullptr},
    {"PyDateTime_GET", testcapi_date_get, "-($module, obj, /)", nullptr},
    {"PyDateTime_DATE_GET", testcapi_datetime_get, "-($module, obj, /)", nullptr},
    {"PyDateTime_TIME_GET", testcapi_time_get, "-($module, obj, /)", nullptr},
    {"PyDateTime_DELTA_GET", testcapi_delta_get, "-($module, obj, /)", nullptr},
    {"get_date_fromdate", testcapi_make_date, "-($module, macro, year, month, day, /)", nullptr},
    {"get_datetime_fromdateandtime", testcapi_make_datetime,
     "-($module, macro, year, month, day, hour, minute, second, microsecond, fold=<absent>, /)", nullptr},
    {"get_datetime_fromdateandtimeandfold", testcapi_make_datetime,
     "-($module, macro, year, month, day, hour, minute, second, microsecond, fold, /)", nullptr},
    {"get_time_fromtime", testcapi_make_time,
     "-($module, macro, hour, minute, second, microsecond, fold=<absent>, /)", nullptr},
    {"get_time_fromtimeandfold", testcapi_make_time,
     "-($module, macro, hour, minute, second, microsecond, fold, /)", nullptr},
    {"get_delta_fromdsu", testcapi_make_delta, "-($module, macro, days, seconds, microseconds, /)", nullptr},
    {"get_date_fromtimestamp", testcapi_date_of_timestamp, "-($module, timestamp, macro=False, /)", nullptr},
    {"get_datetime_fromtimestamp", testcapi_datetime_of_timestamp,
     "-($module, timestamp, tzinfo, usetz, macro=False, /)", nullptr},
    {"make_timezones_capi", testcapi_make_timezones, "-($module)", nullptr},
    {"get_timezones_offset_zero", testcapi_zero_timezones, "-($module)", nullptr},
    {"get_timezone_utc_capi", testcapi_utc, "-($module, macro=False, /)", nullptr},
};

}  // namespace

Status add_testcapi_datetime(Module* module) {
    // The types are not usable before their own module has been made.
    Ref<Object> imported = TRY(import_module("_datetime"));
    return module_add_functions(module, functions);
}

}  // namespace minipy
