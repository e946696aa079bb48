// datetime: methods of a moment.
//
// CPython: Modules/_datetimemodule.c (datetime_isoformat, datetime_astimezone, datetime_timestamp ...)
#include "modules/datetime/datetime.h"
#include "modules/system_text.h"
#include "objects/call.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/names.h"
#include "objects/text_argument.h"

namespace minipy::datetime {
namespace {

// --- parts

NewRef datetime_date(Object* self, Object* const*) { return new_date(as_date(self)->day_of()); }

NewRef datetime_time(Object* self, Object* const*) {
    return new_time(as_datetime(self)->clock, as_datetime(self)->fold, nullptr);
}

NewRef datetime_timetz(Object* self, Object* const*) {
    return new_time(as_datetime(self)->clock, as_datetime(self)->fold, as_datetime(self)->tzinfo);
}

NewRef datetime_replace(Object* object, Object* const* arguments) {
    const DateTime* self = as_datetime(object);
    const Day day{TRY(field_argument(arguments[0], self->year)), TRY(field_argument(arguments[1], self->month)),
                  TRY(field_argument(arguments[2], self->day))};
    const Clock& old = self->clock;
    const Clock clock{
        TRY(field_argument(arguments[3], old.hour)), TRY(field_argument(arguments[4], old.minute)),
        TRY(field_argument(arguments[5], old.second)), TRY(field_argument(arguments[6], old.microsecond))};
    const int fold = TRY(field_argument(arguments[8], self->fold));
    return checked_datetime(object->type, day, clock, fold, arguments[7] ? arguments[7] : self->tzinfo);
}

// --- text

NewRef datetime_isoformat(Object* object, Object* const* arguments) {
    DateTime* self = as_datetime(object);
    std::string separator = "T";
    if (arguments[0]) {
        if (!is_str(arguments[0]) || static_cast<Str*>(arguments[0])->size != 1)
            return raise_bad_argument("isoformat", "argument 1", "a unicode character", arguments[0]);
        separator = str_utf8(static_cast<Str*>(arguments[0]));
    }
    std::string_view timespec = "auto";
    if (arguments[1]) timespec = str_utf8(TRY(str_argument(arguments[1], "isoformat", "argument 2")));
    const std::string clock = TRY(clock_text(self->clock, timespec));
    Ref<Delta> offset = TRY(offset_of(self));
    return str_from_utf8(fmt::format("{:04}-{:02}-{:02}{}{}{}", self->year, self->month, self->day, separator,
                                     clock, offset_text(offset.get(), ":")));
}

NewRef datetime_ctime(Object* self, Object* const*) {
    return str_from_utf8(c_time_text(as_date(self)->day_of(), as_datetime(self)->clock));
}

// --- zones

NewRef datetime_utcoffset(Object* self, Object* const*) {
    return delta_or_none(TRY(offset_of(as_datetime(self))));
}
NewRef datetime_dst(Object* self, Object* const*) {
    return delta_or_none(TRY(call_dst(as_datetime(self)->tzinfo, self)));
}
NewRef datetime_tzname(Object* self, Object* const*) {
    Ref<Str> zone = TRY(call_tzname(as_datetime(self)->tzinfo, self));
    return new_ref(none_if_null(zone.get()));
}

NewRef datetime_timetuple(Object* object, Object* const*) {
    const DateTime* self = as_datetime(object);
    Ref<Delta> dst = TRY(call_dst(self->tzinfo, object));
    return new_time_tuple(self->day_of(), self->clock, !dst ? -1 : us_of(dst.get()) != 0);
}

NewRef datetime_utctimetuple(Object* object, Object* const*) {
    DateTime* self = as_datetime(object);
    Ref<Delta> offset = TRY(offset_of(self));
    if (!offset) return new_time_tuple(self->day_of(), self->clock, 0);
    Ref<Object> plain = new_datetime(self->day_of(), self->clock, false, nullptr);
    Ref<Object> moment = TRY(add_to_datetime(as_datetime(plain.get()), offset.get(), -1));
    return new_time_tuple(as_date(moment.get())->day_of(), as_datetime(moment.get())->clock, 0);
}

/// Microseconds since 1970 of a moment with an offset.
Wide us_since_epoch(const DateTime* moment, const Delta* offset) noexcept {
    return us_since_year_1(moment) - us_of(offset) - epoch_seconds * us_per_second;
}

NewRef datetime_timestamp(Object* object, Object* const*) {
    DateTime* self = as_datetime(object);
    if (!self->tzinfo) {
        const std::int64_t seconds = TRY(moment_of_local(self->day_of(), self->clock, self->fold));
        return new_float(static_cast<double>(seconds) + self->clock.microsecond / 1e6);
    }
    Ref<Delta> offset = TRY(offset_of(self));
    if (!offset) return raise(type_error_type, "can't subtract offset-naive and offset-aware datetimes");
    Ref<Delta> since = TRY(delta_from_us(us_since_epoch(self, offset.get())));
    return new_float(total_seconds(since.get()));
}

/// The zone of the process as it is at a moment.
Ref<Object> local_zone_at(std::int64_t seconds) {
    const tm time = TRY(local_time(seconds));
    Ref<Delta> offset = TRY(new_delta(0, time.tm_gmtoff, 0));
    Ref<Object> zone = system_text(time.tm_zone);
    return new_timezone(offset.get(), static_cast<Str*>(zone.get()));
}

/// A moment without an offset counts as one of the local clock. Its offset; empty only on failure.
Ref<Delta> known_offset(DateTime* self) {
    Ref<Delta> offset = TRY(offset_of(self));
    if (offset) return offset;
    Ref<Object> zone = TRY(local_zone_at(TRY(moment_of_local(self->day_of(), self->clock, self->fold))));
    return share(static_cast<Timezone*>(zone.get())->offset);
}

NewRef datetime_astimezone(Object* object, Object* const* arguments) {
    DateTime* self = as_datetime(object);
    TRY(check_tzinfo(arguments[0]));
    Object* wanted = null_if_none(arguments[0]);
    if (wanted && self->tzinfo == wanted) return new_ref(self);
    Ref<Delta> offset = TRY(known_offset(self));
    Ref<Object> in_utc = TRY(add_to_datetime(self, offset.get(), -1));
    if (!is_datetime(in_utc.get())) return in_utc;
    const DateTime* moment = as_datetime(in_utc.get());
    Ref<Object> zone = share(wanted);
    if (!zone) {
        Wide seconds = (us_since_year_1(moment) - moment->clock.microsecond) / us_per_second - epoch_seconds;
        zone = TRY(local_zone_at(static_cast<std::int64_t>(seconds)));
    }
    Ref<Object> there = new_datetime(moment->day_of(), moment->clock, moment->fold, zone.get(), moment->type);
    return call_method(zone.get(), name<"fromutc">, {there.get()});
}

// --- pickling

NewRef reduce(Object* object, int protocol) {
    const DateTime* self = as_datetime(object);
    const std::array<unsigned char, 10> octets = datetime_state(self, protocol > 3);
    Ref<Bytes> state = new_bytes({reinterpret_cast<const char*>(octets.data()), octets.size()});
    Ref<Tuple> arguments = self->tzinfo ? pack({state.get(), self->tzinfo}) : pack({state.get()});
    return pack({object->type, arguments.get()});
}

NewRef datetime_reduce_ex(Object* self, Object* const* arguments) {
    return reduce(self, TRY(field_argument(arguments[0])));
}
NewRef datetime_reduce(Object* self, Object* const*) { return reduce(self, 2); }

}  // namespace

std::array<unsigned char, 10> datetime_state(const DateTime* self, bool with_fold) noexcept {
    const Clock& clock = self->clock;
    const auto octet = [](int value) { return static_cast<unsigned char>(value); };
    return {octet(self->year >> 8),
            octet(self->year),
            octet(self->month | (with_fold && self->fold ? 0x80 : 0)),
            self->day,
            octet(clock.hour),
            octet(clock.minute),
            octet(clock.second),
            octet(clock.microsecond >> 16),
            octet(clock.microsecond >> 8),
            octet(clock.microsecond)};
}

constexpr NativeDef methods[] = {
    {"now", datetime_now, "($type, /, tz=None)", "The current time: of the local clock, or in the zone `tz`."},
    {"utcnow", datetime_utcnow, "-($type, /)", "The current time in UTC, without a zone."},
    {"fromtimestamp", datetime_fromtimestamp, "-($type, /, timestamp, tz=None)",
     "timestamp[, tz] -> the time at a POSIX timestamp: of the local clock, or in the zone."},
    {"utcfromtimestamp", datetime_utcfromtimestamp, "-($type, timestamp, /)",
     "The time in UTC at a POSIX timestamp, without a zone."},
    {"strptime", datetime_strptime, "-($type, *args)",
     "string, format -> the time that is written so (as in time.strptime())."},
    {"combine", datetime_combine, "-($type, /, date, time, tzinfo=<absent>)",
     "date, time -> datetime with the numbers of both."},
    {"fromisoformat", datetime_fromisoformat, "-($type, date_string, /)",
     "str -> datetime, from most forms of ISO 8601."},
    {"date", datetime_date, "-($self, /)", "The date alone."},
    {"time", datetime_time, "-($self, /)", "The time alone, without a zone."},
    {"timetz", datetime_timetz, "-($self, /)", "The time alone, with its zone."},
    {"ctime", datetime_ctime, "-($self, /)", "Text in the manner of ctime()."},
    {"timetuple", datetime_timetuple, "-($self, /)", "Time tuple, as of time.localtime()."},
    {"timestamp", datetime_timestamp, "-($self, /)", "POSIX timestamp as a float."},
    {"utctimetuple", datetime_utctimetuple, "-($self, /)", "Time tuple in UTC, as of time.gmtime()."},
    {"isoformat", datetime_isoformat, "-($self, /, sep=<absent>, timespec=<absent>)",
     "[sep] -> text in ISO 8601, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]] and the offset; `timespec` says how much "
     "of "
     "it."},
    {"utcoffset", datetime_utcoffset, "-($self, /)", "self.tzinfo.utcoffset(self)"},
    {"tzname", datetime_tzname, "-($self, /)", "self.tzinfo.tzname(self)"},
    {"dst", datetime_dst, "-($self, /)", "self.tzinfo.dst(self)"},
    {"replace", datetime_replace,
     "-($self, /, year=<absent>, month=<absent>, day=<absent>, hour=<absent>, minute=<absent>, "
     "second=<absent>, "
     "microsecond=<absent>, tzinfo=<absent>, *, fold=<absent>)",
     "A datetime with other values in the places named."},
    {"astimezone", datetime_astimezone, "-($self, /, tz=None)", "tz -> the same moment in another zone."},
    {"__reduce_ex__", datetime_reduce_ex, "-($self, proto, /)", "__reduce_ex__(proto) -> (cls, state)"},
    {"__reduce__", datetime_reduce, "-($self, /)", "__reduce__() -> (cls, state)"},
};

const std::span<const NativeDef> datetime_methods = methods;

}  // namespace minipy::datetime
