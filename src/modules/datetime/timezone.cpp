// timezone: a fixed offset from UTC, with a name or without.
//
// CPython: Modules/_datetimemodule.c (PyDateTime_TimeZone)
#include "modules/datetime/datetime.h"
#include "objects/arguments.h"
#include "objects/text_argument.h"

namespace minipy::datetime {
namespace {

Object* utc_timezone = nullptr;

Timezone* as_timezone(Object* self) noexcept { return static_cast<Timezone*>(self); }

Ref<Object> create(Delta* offset, Str* name_or_null) {
    auto* made = static_cast<Timezone*>(allocate_instance(&timezone_type));
    made->offset = share(offset).release();
    made->name = share(name_or_null).release();
    return Ref<Object>::steal(made);
}

NewRef timezone_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"offset", "name"};
    Object* bound[2];
    TRY(bind_arguments("timezone", names, arguments, keywords_or_null, bound, 1));
    if (!is_delta(bound[0])) return raise_bad_argument("timezone() argument 1", "datetime.timedelta", bound[0]);
    if (bound[1] && !is_str(bound[1])) return raise_bad_argument("timezone() argument 2", "str", bound[1]);
    return new_timezone(as_delta(bound[0]), static_cast<Str*>(bound[1]));
}

void timezone_dealloc(Object* self) noexcept {
    decref(as_timezone(self)->offset);
    xdecref(as_timezone(self)->name);
    free_object(self);
}

Status check_moment(Object* moment, const char* method) {
    if (is_none(moment) || is_datetime(moment)) return done;
    return raise(type_error_type,
                 fmt::format("{}(dt) argument must be a datetime instance or None, not {:.200}", method,
                             moment->type->name));
}

NewRef timezone_str(Object* object) {
    const Timezone* self = as_timezone(object);
    if (self->name) return new_ref(self->name);
    if (object == utc_timezone || us_of(self->offset) == 0) return str_from_utf8("UTC");
    return str_from_utf8("UTC" + offset_text(self->offset, ":"));
}

NewRef timezone_repr(Object* object) {
    const Timezone* self = as_timezone(object);
    if (object == utc_timezone) return str_from_utf8("datetime.timezone.utc");
    Ref<Str> offset = TRY(repr(self->offset));
    if (!self->name) return str_from_utf8(fmt::format("{}({})", class_text(object), str_utf8(offset.get())));
    Ref<Str> shown_name = TRY(repr(self->name));
    return str_from_utf8(
        fmt::format("{}({}, {})", class_text(object), str_utf8(offset.get()), str_utf8(shown_name.get())));
}

Result<Hash> timezone_hash(Object* self) { return hash(as_timezone(self)->offset); }

NewRef timezone_compare(Object* left, Object* right, CompareOp op) {
    const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (!equality || !is_instance_of(right, timezone_type)) return new_ref(&not_implemented);
    return new_bool(holds(op, compare_deltas(as_timezone(left)->offset, as_timezone(right)->offset)));
}

NewRef timezone_tzname(Object* self, Object* const* arguments) {
    TRY(check_moment(arguments[0], "tzname"));
    return timezone_str(self);
}

NewRef timezone_utcoffset(Object* self, Object* const* arguments) {
    TRY(check_moment(arguments[0], "utcoffset"));
    return new_ref(as_timezone(self)->offset);
}

NewRef timezone_dst(Object*, Object* const* arguments) {
    TRY(check_moment(arguments[0], "dst"));
    return new_none();
}

NewRef timezone_fromutc(Object* self, Object* const* arguments) {
    if (!is_datetime(arguments[0])) return raise(type_error_type, "fromutc: argument must be a datetime");
    DateTime* moment = as_datetime(arguments[0]);
    if (moment->tzinfo != self) return raise(value_error_type, "fromutc: dt.tzinfo is not self");
    return add_to_datetime(moment, as_timezone(self)->offset, 1);
}

NewRef timezone_getinitargs(Object* object, Object* const*) {
    const Timezone* self = as_timezone(object);
    return self->name ? pack({self->offset, self->name}) : pack({self->offset});
}

constexpr NativeDef timezone_methods[] = {
    {"tzname", timezone_tzname, "-($self, dt, /)", "The name given, or UTC(+|-)HH:MM; `dt` does not matter."},
    {"utcoffset", timezone_utcoffset, "-($self, dt, /)", "The fixed offset."},
    {"dst", timezone_dst, "-($self, dt, /)", "None."},
    {"fromutc", timezone_fromutc, "-($self, dt, /)", "datetime in UTC -> datetime in local time."},
    {"__getinitargs__", timezone_getinitargs, "-($self, /)", "The arguments, for pickle."},
};

const TypeSpec timezone_spec = {
    .name = "datetime.timezone",
    .basic_size = sizeof(Timezone),
    .base = &tzinfo_type,
    .doc = "Fixed offset from UTC implementation of tzinfo.",
    .slots = {.new_ = timezone_new,
              .dealloc = timezone_dealloc,
              .repr = timezone_repr,
              .str = timezone_str,
              .hash = timezone_hash,
              .compare = timezone_compare},
    .methods = timezone_methods,
};

}  // namespace

Type timezone_type(timezone_spec);

Object* utc() noexcept { return utc_timezone; }

Ref<Object> new_timezone(Delta* offset, Str* name_or_null) {
    const Wide us = us_of(offset);
    if (!name_or_null && us == 0) return share(utc_timezone);
    if (us <= -us_per_day || us >= us_per_day) {
        Ref<Str> shown = TRY(repr(offset));
        return raise(value_error_type,
                     fmt::format("offset must be a timedelta strictly between -timedelta(hours=24)"
                                 " and timedelta(hours=24), not {}.",
                                 str_utf8(shown.get())));
    }
    return create(offset, name_or_null);
}

Status add_timezone_constants() {
    if (!utc_timezone) utc_timezone = create(new_delta(0, 0, 0).get(), nullptr).release();
    constexpr std::int64_t limit = seconds_per_day - 60;
    TRY(type_set(timezone_type, "utc", utc_timezone));
    TRY(type_set(timezone_type, "min", create(new_delta(0, -limit, 0).get(), nullptr).get()));
    return type_set(timezone_type, "max", create(new_delta(0, limit, 0).get(), nullptr).get());
}

}  // namespace minipy::datetime
