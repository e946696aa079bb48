// Text of dates and times: offsets, clocks, strftime.
//
// CPython: Modules/_datetimemodule.c (format_utcoffset, wrap_strftime)
#include "modules/datetime/datetime.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/names.h"
#include "objects/text_argument.h"
#include "vm/import.h"

namespace minipy::datetime {
namespace {

constexpr const char* day_names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr const char* month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// The zone's name with its percent signs doubled: it is to come through strftime unchanged.
Result<std::string> name_replacement(Object* tzinfo_or_null, Object* argument) {
    Ref<Str> zone = TRY(call_tzname(tzinfo_or_null, argument));
    if (!zone) return std::string();
    Ref<Object> doubled = TRY(call_method(zone.get(), name<"replace">, {name<"%">, name<"%%">}));
    if (!is_str(doubled.get())) return raise(type_error_type, "tzname.replace() did not return a string");
    Ref<Bytes> encoded = TRY(encode_utf8(static_cast<Str*>(doubled.get())));
    return std::string(encoded->view());
}

/// The format with %z, %Z and %f replaced; all else is left to time.strftime.
Result<std::string> with_replacements(std::string_view format, Object* tzinfo_or_null, Object* argument,
                                      int microsecond) {
    std::string result;
    for (std::size_t i = 0; i < format.size(); ++i) {
        result += format[i];
        if (format[i] != '%' || i + 1 == format.size()) continue;
        const char code = format[++i];
        if (code == 'z') {
            Ref<Delta> offset = TRY(call_utcoffset(tzinfo_or_null, argument));
            result.pop_back();
            result += offset_text(offset.get(), "");
        } else if (code == 'Z') {
            result.pop_back();
            result += TRY(name_replacement(tzinfo_or_null, argument));
        } else if (code == 'f') {
            result.pop_back();
            result += fmt::format("{:06}", microsecond);
        } else {
            result += code;
        }
    }
    return result;
}

}  // namespace

std::string offset_text(const Delta* offset_or_null, const char* separator) {
    if (!offset_or_null) return {};
    Wide us = us_of(offset_or_null);
    const char sign = us < 0 ? '-' : '+';
    if (us < 0) us = -us;
    const auto seconds = static_cast<int>(us / us_per_second), rest = static_cast<int>(us % us_per_second);
    std::string text = fmt::format("{}{:02}{}{:02}", sign, seconds / 3600, separator, seconds / 60 % 60);
    if (seconds % 60 || rest) text += fmt::format("{}{:02}", separator, seconds % 60);
    if (rest) text += fmt::format(".{:06}", rest);
    return text;
}

Result<std::string> clock_text(const Clock& clock, std::string_view timespec) {
    if (timespec == "auto") timespec = clock.microsecond ? "microseconds" : "seconds";
    if (timespec == "hours") return fmt::format("{:02}", clock.hour);
    if (timespec == "minutes") return fmt::format("{:02}:{:02}", clock.hour, clock.minute);
    const std::string seconds = fmt::format("{:02}:{:02}:{:02}", clock.hour, clock.minute, clock.second);
    if (timespec == "seconds") return seconds;
    if (timespec == "milliseconds") return seconds + fmt::format(".{:03}", clock.microsecond / 1000);
    if (timespec == "microseconds") return seconds + fmt::format(".{:06}", clock.microsecond);
    return raise(value_error_type, "Unknown timespec value");
}

NewRef strftime(Object* format, Object* time_tuple, Object* tzinfo_or_null, Object* argument, int microsecond) {
    Ref<Bytes> encoded = TRY(encode_utf8(static_cast<Str*>(format)));
    const std::string text = TRY(with_replacements(encoded->view(), tzinfo_or_null, argument, microsecond));
    Ref<Object> module = TRY(import_module("time"));
    return call_method(module.get(), name<"strftime">, {str_from_utf8(text).get(), time_tuple});
}

NewRef new_time_tuple(Day day, const Clock& clock, int dst) {
    const int numbers[] = {
        day.year,     day.month,    day.day,         clock.hour,
        clock.minute, clock.second, weekday_of(day), days_before_month(day.year, day.month) + day.day,
        dst};
    Ref<Tuple> items = new_tuple_uninitialized(std::size(numbers));
    for (std::size_t i = 0; i < std::size(numbers); ++i) items->items()[i] = new_int(numbers[i]).release();
    Ref<Object> module = TRY(import_module("time"));
    return call_method(module.get(), name<"struct_time">, {items.get()});
}

std::string c_time_text(Day day, const Clock& clock) {
    return fmt::format("{} {} {:2} {:02}:{:02}:{:02} {:04}", day_names[weekday_of(day)],
                       month_names[day.month - 1], day.day, clock.hour, clock.minute, clock.second, day.year);
}

const char* class_text(Object* self) noexcept { return self->type->name; }

NewRef format_method(Object* self, Object* const* arguments) {
    Str* format = TRY(str_argument(arguments[0], "__format__", "argument 1"));
    if (format->size == 0) return to_str(self);
    return call_method(self, name<"strftime">, {format});
}

}  // namespace minipy::datetime
