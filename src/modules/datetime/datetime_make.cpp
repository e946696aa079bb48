// datetime: the ways to make one, from clocks, timestamps, text and parts.
//
// CPython: Modules/_datetimemodule.c (datetime_now, datetime_fromtimestamp, datetime_combine ...)
#include <ctime>

#include "modules/datetime/datetime.h"
#include "objects/call.h"
#include "objects/names.h"
#include "objects/text_argument.h"
#include "vm/import.h"

namespace minipy::datetime {
namespace {

/// By the clock of UTC or of the process; only the latter knows of folds, and only if no zone is given.
NewRef from_time_point(Object* cls, const TimePoint& point, bool local, Object* tzinfo_or_null) {
    const tm time = TRY(local ? local_time(point.seconds) : utc_time(point.seconds));
    const Day day = day_of(time);
    const Clock clock = clock_of(time, point.microseconds);
    const bool fold = local && !tzinfo_or_null && TRY(local_fold(point.seconds, day, clock));
    return make_datetime(cls, day, clock, fold, tzinfo_or_null);
}

TimePoint current_time() noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    return {now.tv_sec, static_cast<int>(now.tv_nsec / 1000)};
}

/// In a zone by its `fromutc`, else by the clock of the process.
NewRef at_time_point(Object* cls, const TimePoint& point, Object* tzinfo_or_null) {
    Ref<Object> moment = TRY(from_time_point(cls, point, !tzinfo_or_null, tzinfo_or_null));
    if (!tzinfo_or_null) return moment;
    return call_method(tzinfo_or_null, name<"fromutc">, {moment.get()});
}

}  // namespace

NewRef datetime_now(Object* cls, Object* const* arguments) {
    TRY(check_tzinfo(arguments[0]));
    return at_time_point(cls, current_time(), null_if_none(arguments[0]));
}

NewRef datetime_utcnow(Object* cls, Object* const*) {
    return from_time_point(cls, current_time(), false, nullptr);
}

NewRef datetime_fromtimestamp(Object* cls, Object* const* arguments) {
    TRY(check_tzinfo(arguments[1]));
    return at_time_point(cls, TRY(time_point_argument(arguments[0])), null_if_none(arguments[1]));
}

NewRef datetime_utcfromtimestamp(Object* cls, Object* const* arguments) {
    return from_time_point(cls, TRY(time_point_argument(arguments[0])), false, nullptr);
}

NewRef datetime_strptime(Object* cls, Object* const* arguments) {
    auto* given = static_cast<Tuple*>(arguments[0]);
    if (given->size != 2)
        return raise(type_error_type,
                     fmt::format("strptime() takes exactly 2 arguments ({} given)", given->size));
    TRY(str_argument((*given)[0], "strptime", "argument 1"));
    TRY(str_argument((*given)[1], "strptime", "argument 2"));
    Ref<Object> module = TRY(import_module("_strptime"));
    return call_method(module.get(), name<"_strptime_datetime">, {cls, (*given)[0], (*given)[1]});
}

NewRef datetime_combine(Object* cls, Object* const* arguments) {
    if (!is_date(arguments[0]))
        return raise_bad_argument("combine() argument 1", "datetime.date", arguments[0]);
    if (!is_time(arguments[1]))
        return raise_bad_argument("combine() argument 2", "datetime.time", arguments[1]);
    const Time* time = as_time(arguments[1]);
    TRY(check_tzinfo(arguments[2]));
    Object* tzinfo = arguments[2] ? null_if_none(arguments[2]) : time->tzinfo;
    return make_datetime(cls, as_date(arguments[0])->day_of(), time->clock, time->fold, tzinfo);
}

NewRef datetime_fromisoformat(Object* cls, Object* const* arguments) {
    const IsoMoment moment = TRY(parse_iso_moment(arguments[0]));
    Ref<Object> zone = TRY(zone_of(moment.time));
    return make_datetime(cls, moment.day, moment.time.clock, false, zone.get());
}

}  // namespace minipy::datetime
