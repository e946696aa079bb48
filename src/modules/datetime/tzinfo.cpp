// tzinfo, the base of all time zones, and the calls of its methods with their results checked.
//
// CPython: Modules/_datetimemodule.c (PyDateTime_TZInfo, call_tzinfo_method)
#include "modules/datetime/datetime.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/names.h"

namespace minipy::datetime {
namespace {

bool is_less_than_a_day(const Delta* offset) noexcept {
    const Wide us = us_of(offset);
    return -us_per_day < us && us < us_per_day;
}

Result<Ref<Delta>> call_for_delta(Object* tzinfo_or_null, Str* method, Object* argument) {
    if (!tzinfo_or_null) return Ref<Delta>();
    Ref<Object> result = TRY(call_method(tzinfo_or_null, method, {argument}));
    if (is_none(result.get())) return Ref<Delta>();
    if (!is_delta(result.get()))
        return raise(type_error_type, fmt::format("tzinfo.{}() must return None or timedelta, not '{:.200}'",
                                                  str_utf8(method), result->type->name));
    if (!is_less_than_a_day(as_delta(result.get())))
        return raise(value_error_type,
                     "offset must be a timedelta strictly between -timedelta(hours=24) "
                     "and timedelta(hours=24).");
    return Ref<Delta>::steal(as_delta(result.release()));
}

NewRef tzinfo_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

Failure raise_abstract(const char* method) {
    return raise(not_implemented_error_type, fmt::format("a tzinfo subclass must implement {}()", method));
}

NewRef tzinfo_tzname(Object*, Object* const*) { return raise_abstract("tzname"); }
NewRef tzinfo_utcoffset(Object*, Object* const*) { return raise_abstract("utcoffset"); }
NewRef tzinfo_dst(Object*, Object* const*) { return raise_abstract("dst"); }

/// Adds the standard offset and then the daylight saving time that holds there.
NewRef tzinfo_fromutc(Object* self, Object* const* arguments) {
    Object* moment = arguments[0];
    if (!is_datetime(moment)) return raise(type_error_type, "fromutc: argument must be a datetime");
    if (as_datetime(moment)->tzinfo != self) return raise(value_error_type, "fromutc: dt.tzinfo is not self");
    Ref<Delta> offset = TRY(offset_of(as_datetime(moment)));
    if (!offset) return raise(value_error_type, "fromutc: non-None utcoffset() result required");
    Ref<Delta> dst = TRY(call_dst(self, moment));
    if (!dst) return raise(value_error_type, "fromutc: non-None dst() result required");
    Ref<Delta> standard = TRY(delta_from_us(us_of(offset.get()) - us_of(dst.get())));
    Ref<Object> result = TRY(add_to_datetime(as_datetime(moment), standard.get(), 1));
    dst = TRY(call_dst(self, result.get()));
    if (!dst) return raise(value_error_type, "fromutc: tz.dst() gave inconsistent results; cannot convert");
    if (us_of(dst.get())) return add_to_datetime(as_datetime(result.get()), dst.get(), 1);
    return result;
}

NewRef tzinfo_reduce(Object* self, Object* const*) {
    Ref<Object> method;
    TRY(find_attribute(self, name<"__getinitargs__">, method));
    Ref<Object> arguments = method ? Ref<Object>(call(method.get(), {})) : Ref<Object>(new_tuple({}));
    if (!arguments) return failed;
    Ref<Object> state = TRY(call_method(self, name<"__getstate__">));
    return pack({self->type, arguments.get(), state.get()});
}

constexpr NativeDef tzinfo_methods[] = {
    {"tzname", tzinfo_tzname, "-($self, dt, /)", "datetime -> name of the time zone."},
    {"utcoffset", tzinfo_utcoffset, "-($self, dt, /)", "datetime -> offset from UTC, positive to the east."},
    {"dst", tzinfo_dst, "-($self, dt, /)", "datetime -> the part of it that is daylight saving time."},
    {"fromutc", tzinfo_fromutc, "-($self, dt, /)", "datetime in UTC -> datetime in local time."},
    {"__reduce__", tzinfo_reduce, "-($self, /)", "-> (cls, state)"},
};

const TypeSpec tzinfo_spec = {
    .name = "datetime.tzinfo",
    .basic_size = sizeof(TzInfo),
    .flags = type_flag::base_type,
    .doc = "Abstract base class for time zone information.",
    .slots = {.new_ = tzinfo_new, .get_attribute = generic_get_attribute},
    .methods = tzinfo_methods,
};

}  // namespace

Type tzinfo_type(tzinfo_spec);

Result<Ref<Delta>> call_utcoffset(Object* tzinfo_or_null, Object* argument) {
    // A timezone's offset is the same for every argument.
    if (tzinfo_or_null && is_exactly(tzinfo_or_null, timezone_type))
        return share(static_cast<Timezone*>(tzinfo_or_null)->offset);
    return call_for_delta(tzinfo_or_null, name<"utcoffset">, argument);
}

Result<Ref<Delta>> call_dst(Object* tzinfo_or_null, Object* argument) {
    return call_for_delta(tzinfo_or_null, name<"dst">, argument);
}

Result<Ref<Str>> call_tzname(Object* tzinfo_or_null, Object* argument) {
    if (!tzinfo_or_null) return Ref<Str>();
    Ref<Object> result = TRY(call_method(tzinfo_or_null, name<"tzname">, {argument}));
    if (is_none(result.get())) return Ref<Str>();
    if (!is_str(result.get()))
        return raise(type_error_type,
                     fmt::format("tzinfo.tzname() must return None or a string, not '{}'", result->type->name));
    return Ref<Str>::steal(static_cast<Str*>(result.release()));
}

}  // namespace minipy::datetime
