// date, and what isocalendar() gives.
//
// CPython: Modules/_datetimemodule.c (PyDateTime_Date, PyDateTime_IsoCalendarDate)
#include "modules/datetime/datetime.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/construct.h"
#include "objects/index.h"
#include "objects/names.h"
#include "objects/string_hash.h"
#include "objects/text_argument.h"
#include "vm/import.h"

namespace minipy::datetime {
namespace {

// --- construction

NewRef checked_date(Type* type, Day day) {
    TRY(check_day(day));
    return new_date(day, type);
}

/// The four bytes of a pickle. Empty if the argument is something else.
NewRef date_from_state(Type* type, Object* value) {
    Ref<Object> state = TRY(pickled_state(value, 4, "date"));
    if (!state) return nullptr;
    const unsigned char* octets = state_octets(state.get());
    if (octets[2] < 1 || octets[2] > 12) return nullptr;
    return new_date({octets[0] * 256 + octets[1], octets[2], octets[3]}, type);
}

NewRef date_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size == 1 && !has_keywords(keywords_or_null)) {
        NewRef unpickled = date_from_state(type, (*arguments)[0]);
        if (unpickled || pending_exception()) return unpickled;
    }
    static constexpr const char* names[] = {"year", "month", "day"};
    Object* bound[3];
    TRY(bind_constructor(names, 0, 3, arguments, keywords_or_null, bound));
    return checked_date(type, TRY(day_arguments(bound)));
}

NewRef date_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (positional != 3 || keyword_names)
        return construct_generally(callable, arguments, positional, keyword_names);
    return checked_date(static_cast<Type*>(callable),
                        {TRY(field_argument(arguments[0])), TRY(field_argument(arguments[1])),
                         TRY(field_argument(arguments[2]))});
}

NewRef date_fromtimestamp(Object* cls, Object* const* arguments) {
    const tm time = TRY(local_time(TRY(seconds_argument(arguments[0]))));
    return make_date(cls, day_of(time));
}

NewRef date_today(Object* cls, Object* const*) {
    Ref<Object> module = TRY(import_module("time"));
    Ref<Object> now = TRY(call_method(module.get(), name<"time">));
    return call_method(cls, name<"fromtimestamp">, {now.get()});
}

NewRef date_fromordinal(Object* cls, Object* const* arguments) {
    const int ordinal = TRY(field_argument(arguments[0]));
    if (ordinal < 1) return raise(value_error_type, "ordinal must be >= 1");
    return make_date(cls, day_of_ordinal(ordinal));
}

NewRef date_fromisoformat(Object* cls, Object* const* arguments) {
    return make_date(cls, TRY(parse_iso_date(arguments[0])));
}

/// A number that does not fit is as wrong as one that is out of range.
Result<int> iso_component(Object* value) {
    Result<int> number = field_argument(value);
    if (number || !pending_matches(overflow_error_type)) return number;
    clear_exception();
    return raise(value_error_type, "ISO calendar component out of range");
}

NewRef date_fromisocalendar(Object* cls, Object* const* arguments) {
    const int year = TRY(iso_component(arguments[0])), week = TRY(iso_component(arguments[1]));
    const int weekday = TRY(iso_component(arguments[2]));
    Day day{};
    const std::optional<IsoError> error = day_of_iso(year, week, weekday, day);
    if (!error) return make_date(cls, day);
    switch (*error) {
        case IsoError::Year: return raise(value_error_type, fmt::format("Year is out of range: {}", year));
        case IsoError::Week: return raise(value_error_type, fmt::format("Invalid week: {}", week));
        case IsoError::Weekday: break;
    }
    return raise(value_error_type, fmt::format("Invalid day: {} (range is [1, 7])", weekday));
}

// --- text

NewRef date_isoformat(Object* object, Object* const*) {
    const Date* self = as_date(object);
    return str_from_utf8(fmt::format("{:04}-{:02}-{:02}", self->year, self->month, self->day));
}

NewRef date_repr(Object* object) {
    const Date* self = as_date(object);
    return str_from_utf8(fmt::format("{}({}, {}, {})", class_text(object), self->year, self->month, self->day));
}

NewRef date_str(Object* self) { return call_method(self, name<"isoformat">); }

NewRef date_ctime(Object* self, Object* const*) {
    return str_from_utf8(c_time_text(as_date(self)->day_of(), {}));
}

NewRef date_strftime(Object* self, Object* const* arguments) {
    Str* format = TRY(str_argument(arguments[0], "strftime", "argument 1"));
    Ref<Object> time_tuple = TRY(call_method(self, name<"timetuple">));
    if (!is_datetime(self)) return strftime(format, time_tuple.get(), nullptr, self, 0);
    const DateTime* moment = as_datetime(self);
    return strftime(format, time_tuple.get(), moment->tzinfo, self, moment->clock.microsecond);
}

// --- arithmetic

NewRef plus_days(Object* self, const Delta* delta, int sign) {
    return make_date(self->type, TRY(day_plus(as_date(self)->day_of(), std::int64_t{sign} * delta->days)));
}

NewRef date_add(Object* left, Object* right) {
    if (is_datetime(left) || is_datetime(right)) return new_ref(&not_implemented);
    if (is_date(left) && is_delta(right)) return plus_days(left, as_delta(right), 1);
    if (is_delta(left) && is_date(right)) return plus_days(right, as_delta(left), 1);
    return new_ref(&not_implemented);
}

NewRef date_subtract(Object* left, Object* right) {
    if (is_datetime(left) || is_datetime(right) || !is_date(left)) return new_ref(&not_implemented);
    if (is_delta(right)) return plus_days(left, as_delta(right), -1);
    if (!is_date(right)) return new_ref(&not_implemented);
    const int days = ordinal_of(as_date(left)->day_of()) - ordinal_of(as_date(right)->day_of());
    return NewRef(new_delta(days, 0, 0).release());
}

NewRef date_compare(Object* left, Object* right, CompareOp op) {
    if (!is_date(right)) return new_ref(&not_implemented);
    return new_bool(holds(op, compare_days(as_date(left)->day_of(), as_date(right)->day_of())));
}

std::string state_of(const Date* self) {
    const unsigned char octets[] = {static_cast<unsigned char>(self->year / 256),
                                    static_cast<unsigned char>(self->year % 256), self->month, self->day};
    return {reinterpret_cast<const char*>(octets), std::size(octets)};
}

Result<Hash> date_hash(Object* object) {
    Date* self = as_date(object);
    if (self->hash == -1) self->hash = hash_octets(state_of(self));
    return self->hash;
}

// --- methods

NewRef date_timetuple(Object* self, Object* const*) { return new_time_tuple(as_date(self)->day_of(), {}, -1); }
NewRef date_toordinal(Object* self, Object* const*) { return new_int(ordinal_of(as_date(self)->day_of())); }
NewRef date_weekday(Object* self, Object* const*) { return new_int(weekday_of(as_date(self)->day_of())); }
NewRef date_isoweekday(Object* self, Object* const*) {
    return new_int(weekday_of(as_date(self)->day_of()) + 1);
}

NewRef date_replace(Object* object, Object* const* arguments) {
    const Date* self = as_date(object);
    return checked_date(object->type, {TRY(field_argument(arguments[0], self->year)),
                                       TRY(field_argument(arguments[1], self->month)),
                                       TRY(field_argument(arguments[2], self->day))});
}

NewRef date_reduce(Object* self, Object* const*) {
    Ref<Tuple> arguments = pack({new_bytes(state_of(as_date(self))).get()});
    return pack({self->type, arguments.get()});
}

NewRef date_isocalendar(Object* object, Object* const*) {
    const Day day = as_date(object)->day_of();
    const int ordinal = ordinal_of(day);
    int year = day.year, monday = first_iso_monday(year);
    if (ordinal < monday)
        monday = first_iso_monday(--year);
    else if (const int next = first_iso_monday(year + 1); ordinal >= next)
        monday = next, ++year;
    auto* made = static_cast<Tuple*>(allocate_instance(&iso_date_type, 3));
    made->items()[0] = new_int(year).release();
    made->items()[1] = new_int((ordinal - monday) / 7 + 1).release();
    made->items()[2] = new_int((ordinal - monday) % 7 + 1).release();
    return NewRef(made);
}

NewRef date_get_year(Object* self) { return new_int(as_date(self)->year); }
NewRef date_get_month(Object* self) { return new_int(as_date(self)->month); }
NewRef date_get_day(Object* self) { return new_int(as_date(self)->day); }

constexpr NativeDef date_methods[] = {
    {"fromtimestamp", date_fromtimestamp, "($type, timestamp, /)",
     "The local date of a POSIX timestamp, which is a number of seconds since 1970."},
    {"fromordinal", date_fromordinal, "-($type, ordinal, /)",
     "int -> date with that proleptic Gregorian ordinal."},
    {"fromisoformat", date_fromisoformat, "-($type, date_string, /)",
     "str -> date, from most forms of ISO 8601."},
    {"fromisocalendar", date_fromisocalendar, "-($type, /, year, week, day)",
     "int, int, int -> date from ISO year, week and weekday; the inverse of isocalendar()."},
    {"today", date_today, "-($type, /)", "The current date of the local clock."},
    {"ctime", date_ctime, "-($self, /)", "Text in the manner of ctime()."},
    {"strftime", date_strftime, "-($self, /, format)", "format -> text in the manner of strftime()."},
    {"__format__", format_method, "-($self, format_spec, /)", "Formats self with strftime."},
    {"timetuple", date_timetuple, "-($self, /)", "Time tuple, as of time.localtime()."},
    {"isocalendar", date_isocalendar, "-($self, /)", "Named tuple of ISO year, week number and weekday."},
    {"isoformat", date_isoformat, "-($self, /)", "Text in ISO 8601, YYYY-MM-DD."},
    {"isoweekday", date_isoweekday, "-($self, /)", "Day of the week, Monday 1 ... Sunday 7."},
    {"toordinal", date_toordinal, "-($self, /)",
     "Proleptic Gregorian ordinal; the first of January of year 1 is 1."},
    {"weekday", date_weekday, "-($self, /)", "Day of the week, Monday 0 ... Sunday 6."},
    {"replace", date_replace, "-($self, /, year=<absent>, month=<absent>, day=<absent>)",
     "A date with other numbers in the places named."},
    {"__reduce__", date_reduce, "-($self, /)", "__reduce__() -> (cls, state)"},
};
constexpr GetSetDef date_getset[] = {
    {"year", date_get_year, nullptr, nullptr},
    {"month", date_get_month, nullptr, nullptr},
    {"day", date_get_day, nullptr, nullptr},
};

const TypeSpec date_spec = {
    .name = "datetime.date",
    .basic_size = sizeof(Date),
    .flags = type_flag::base_type,
    .doc = "date(year, month, day) --> date object",
    .slots = {.new_ = date_new,
              .repr = date_repr,
              .str = date_str,
              .hash = date_hash,
              .compare = date_compare,
              .get_attribute = generic_get_attribute,
              .construct = date_construct,
              .add = date_add,
              .subtract = date_subtract},
    .methods = date_methods,
    .getset = date_getset,
};

// --- IsoCalendarDate: a tuple with three names

NewRef iso_date_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"year", "week", "weekday"};
    Object* bound[3];
    TRY(bind_arguments("IsoCalendarDate", names, arguments, keywords_or_null, bound, 3));
    int numbers[3];
    for (int i = 0; i < 3; ++i) numbers[i] = TRY(field_argument(bound[i]));
    auto* made = static_cast<Tuple*>(allocate_instance(type, 3));
    for (int i = 0; i < 3; ++i) made->items()[i] = new_int(numbers[i]).release();
    return NewRef(made);
}

template <Size index>
NewRef iso_date_get(Object* self) {
    return new_ref((*static_cast<Tuple*>(self))[index]);
}

NewRef iso_date_repr(Object* self) {
    const auto number = [&](Size index) { return as_int((*static_cast<Tuple*>(self))[index])->small; };
    return str_from_utf8(fmt::format("{:.200}(year={}, week={}, weekday={})", class_text(self), number(0),
                                     number(1), number(2)));
}

NewRef iso_date_reduce(Object* self, Object* const*) {
    Ref<Tuple> plain = new_tuple(static_cast<Tuple*>(self)->span());
    Ref<Tuple> arguments = pack({plain.get()});
    return pack({&tuple_type, arguments.get()});
}

constexpr NativeDef iso_date_methods[] = {
    {"__reduce__", iso_date_reduce, "-($self, /)", "__reduce__() -> (tuple, items)"},
};
constexpr GetSetDef iso_date_getset[] = {
    {"year", iso_date_get<0>, nullptr, nullptr},
    {"week", iso_date_get<1>, nullptr, nullptr},
    {"weekday", iso_date_get<2>, nullptr, nullptr},
};

const TypeSpec iso_date_spec = {
    .name = "datetime.IsoCalendarDate",
    .basic_size = sizeof(Tuple),
    .item_size = sizeof(Object*),
    .flags = type_flag::collected,
    .base = &tuple_type,
    .doc = "The result of date.isocalendar(): year, week and weekday, by index and by name.",
    .slots = {.new_ = iso_date_new, .repr = iso_date_repr},
    .methods = iso_date_methods,
    .getset = iso_date_getset,
};

}  // namespace

Type date_type(date_spec);
Type iso_date_type(iso_date_spec);

Ref<Object> new_date(Day day, Type* type) {
    auto* made = static_cast<Date*>(allocate_instance(type));
    made->hash = -1;
    made->year = static_cast<std::uint16_t>(day.year);
    made->month = static_cast<std::uint8_t>(day.month);
    made->day = static_cast<std::uint8_t>(day.day);
    return Ref<Object>::steal(made);
}

NewRef make_date(Object* cls, Day day) {
    if (cls == &date_type) return checked_date(&date_type, day);
    if (cls == &datetime_type) return checked_datetime(&datetime_type, day, {}, 0, nullptr);
    return call(cls, {new_int(day.year).get(), new_int(day.month).get(), new_int(day.day).get()});
}

Result<Day> day_plus(Day day, std::int64_t days) {
    const std::int64_t ordinal = ordinal_of(day) + days;
    if (ordinal < 1 || ordinal > ordinal_of({max_year, 12, 31}))
        return raise(overflow_error_type, "date value out of range");
    return day_of_ordinal(static_cast<int>(ordinal));
}

Failure raise_incomparable(Object* left, Object* right) {
    return raise(type_error_type, fmt::format("can't compare {} to {}", left->type->name, right->type->name));
}

Status add_date_constants() {
    TRY(type_set(date_type, "min", new_date({min_year, 1, 1}).get()));
    TRY(type_set(date_type, "max", new_date({max_year, 12, 31}).get()));
    return type_set(date_type, "resolution", new_delta(1, 0, 0).get());
}

}  // namespace minipy::datetime
