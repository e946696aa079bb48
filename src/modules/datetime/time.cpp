// time: a time of day, with a time zone or without.
//
// CPython: Modules/_datetimemodule.c (PyDateTime_Time)
#include "modules/datetime/datetime.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/names.h"
#include "objects/string_hash.h"
#include "objects/text_argument.h"

namespace minipy::datetime {
namespace {

// --- construction

NewRef checked_time(Type* type, const Clock& clock, int fold, Object* tzinfo_or_null) {
    TRY(check_clock(clock, fold));
    TRY(check_tzinfo(tzinfo_or_null));
    return new_time(clock, fold, tzinfo_or_null, type);
}

/// The six bytes of a pickle and the zone. Empty if the arguments are something else.
NewRef time_from_state(Type* type, Tuple* arguments) {
    Ref<Object> state = TRY(pickled_state((*arguments)[0], 6, "time"));
    if (!state) return nullptr;
    const unsigned char* octets = state_octets(state.get());
    if ((octets[0] & 0x7f) >= 24) return nullptr;
    Object* tzinfo = arguments->size == 2 ? (*arguments)[1] : nullptr;
    if (!check_tzinfo(tzinfo)) {
        clear_exception();
        return raise(type_error_type, "bad tzinfo state arg");
    }
    const Clock clock{octets[0] & 0x7f, octets[1], octets[2], (octets[3] << 16) | (octets[4] << 8) | octets[5]};
    return new_time(clock, octets[0] >> 7, tzinfo, type);
}

NewRef time_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if ((arguments->size == 1 || arguments->size == 2) && !has_keywords(keywords_or_null)) {
        NewRef unpickled = time_from_state(type, arguments);
        if (unpickled || pending_exception()) return unpickled;
    }
    static constexpr const char* names[] = {"hour", "minute", "second", "microsecond", "tzinfo", "fold"};
    Object* bound[6];
    TRY(bind_constructor(names, 1, 0, arguments, keywords_or_null, bound));
    const Clock clock{TRY(field_argument(bound[0])), TRY(field_argument(bound[1])),
                      TRY(field_argument(bound[2])), TRY(field_argument(bound[3]))};
    return checked_time(type, clock, TRY(field_argument(bound[5])), bound[4]);
}

NewRef make_time(Object* cls, const Clock& clock, Object* tzinfo_or_null) {
    if (cls == &time_type) return checked_time(&time_type, clock, 0, tzinfo_or_null);
    return call(cls, {new_int(clock.hour).get(), new_int(clock.minute).get(), new_int(clock.second).get(),
                      new_int(clock.microsecond).get(), none_if_null(tzinfo_or_null)});
}

NewRef time_fromisoformat(Object* cls, Object* const* arguments) {
    const IsoClock time = TRY(parse_iso_time(arguments[0]));
    Ref<Object> zone = TRY(zone_of(time));
    return make_time(cls, time.clock, zone.get());
}

void time_dealloc(Object* self) noexcept {
    xdecref(as_time(self)->tzinfo);
    free_object(self);
}

// --- text

NewRef time_repr(Object* object) {
    const Time* self = as_time(object);
    const Clock& clock = self->clock;
    std::string text = fmt::format("{}({}, {}", class_text(object), clock.hour, clock.minute);
    if (clock.second || clock.microsecond) text += fmt::format(", {}", clock.second);
    if (clock.microsecond) text += fmt::format(", {}", clock.microsecond);
    if (self->tzinfo) {
        Ref<Str> zone = TRY(repr(self->tzinfo));
        text += fmt::format(", tzinfo={}", str_utf8(zone.get()));
    }
    if (self->fold) text += ", fold=1";
    return str_from_utf8(text + ")");
}

NewRef time_str(Object* self) { return call_method(self, name<"isoformat">); }

NewRef time_isoformat(Object* object, Object* const* arguments) {
    const Time* self = as_time(object);
    std::string_view timespec = "auto";
    if (arguments[0]) timespec = str_utf8(TRY(str_argument(arguments[0], "isoformat", "argument 1")));
    std::string text = TRY(clock_text(self->clock, timespec));
    Ref<Delta> offset = TRY(call_utcoffset(self->tzinfo, &none));
    return str_from_utf8(text + offset_text(offset.get(), ":"));
}

NewRef time_strftime(Object* object, Object* const* arguments) {
    const Time* self = as_time(object);
    Str* format = TRY(str_argument(arguments[0], "strftime", "argument 1"));
    Ref<Object> time_tuple = TRY(new_time_tuple({1900, 1, 1}, self->clock, -1));
    return strftime(format, time_tuple.get(), self->tzinfo, &none, self->clock.microsecond);
}

// --- comparing

/// The clock less its offset, in microseconds; may lie outside a day.
Wide utc_us(const Time* self, const Delta* offset) noexcept {
    return self->clock.seconds() * us_per_second + self->clock.microsecond - us_of(offset);
}

NewRef time_compare(Object* left, Object* right, CompareOp op) {
    if (!is_time(right)) return new_ref(&not_implemented);
    const Time *a = as_time(left), *b = as_time(right);
    if (a->tzinfo == b->tzinfo) return new_bool(holds(op, compare_clocks(a->clock, b->clock)));
    Ref<Delta> a_offset = TRY(call_utcoffset(a->tzinfo, &none)),
               b_offset = TRY(call_utcoffset(b->tzinfo, &none));
    if (!a_offset && !b_offset) return new_bool(holds(op, compare_clocks(a->clock, b->clock)));
    if (a_offset && b_offset) {
        const Wide difference = utc_us(a, a_offset.get()) - utc_us(b, b_offset.get());
        return new_bool(holds(op, (difference > 0) - (difference < 0)));
    }
    if (op == CompareOp::Eq || op == CompareOp::Ne) return new_bool(op == CompareOp::Ne);
    return raise(type_error_type, "can't compare offset-naive and offset-aware times");
}

std::string state_of(const Time* self, bool with_fold) {
    const Clock& clock = self->clock;
    const unsigned char octets[] = {
        static_cast<unsigned char>(clock.hour | (with_fold && self->fold ? 0x80 : 0)),
        static_cast<unsigned char>(clock.minute),
        static_cast<unsigned char>(clock.second),
        static_cast<unsigned char>(clock.microsecond >> 16),
        static_cast<unsigned char>(clock.microsecond >> 8),
        static_cast<unsigned char>(clock.microsecond)};
    return {reinterpret_cast<const char*>(octets), std::size(octets)};
}

/// Equal times have equal hashes whatever their zones. `fold` counts for nothing: the zone does not see it.
Result<Hash> time_hash(Object* object) {
    Time* self = as_time(object);
    if (self->hash != -1) return self->hash;
    Ref<Delta> offset = TRY(call_utcoffset(self->tzinfo, &none));
    if (!offset)
        self->hash = hash_octets(state_of(self, false));
    else
        self->hash = TRY(hash(TRY(delta_from_us(utc_us(self, offset.get()))).get()));
    return self->hash;
}

// --- methods

NewRef time_utcoffset(Object* self, Object* const*) {
    return delta_or_none(TRY(call_utcoffset(as_time(self)->tzinfo, &none)));
}
NewRef time_dst(Object* self, Object* const*) {
    return delta_or_none(TRY(call_dst(as_time(self)->tzinfo, &none)));
}
NewRef time_tzname(Object* self, Object* const*) {
    Ref<Str> zone = TRY(call_tzname(as_time(self)->tzinfo, &none));
    return new_ref(none_if_null(zone.get()));
}

NewRef time_replace(Object* object, Object* const* arguments) {
    const Time* self = as_time(object);
    const Clock& old = self->clock;
    const Clock clock{
        TRY(field_argument(arguments[0], old.hour)), TRY(field_argument(arguments[1], old.minute)),
        TRY(field_argument(arguments[2], old.second)), TRY(field_argument(arguments[3], old.microsecond))};
    const int fold = TRY(field_argument(arguments[5], self->fold));
    return checked_time(object->type, clock, fold, arguments[4] ? arguments[4] : self->tzinfo);
}

NewRef reduce(Object* object, int protocol) {
    const Time* self = as_time(object);
    Ref<Bytes> state = new_bytes(state_of(self, protocol > 3));
    Ref<Tuple> arguments = self->tzinfo ? pack({state.get(), self->tzinfo}) : pack({state.get()});
    return pack({object->type, arguments.get()});
}

NewRef time_reduce_ex(Object* self, Object* const* arguments) {
    return reduce(self, TRY(field_argument(arguments[0])));
}
NewRef time_reduce(Object* self, Object* const*) { return reduce(self, 2); }

NewRef time_get_hour(Object* self) { return new_int(as_time(self)->clock.hour); }
NewRef time_get_minute(Object* self) { return new_int(as_time(self)->clock.minute); }
NewRef time_get_second(Object* self) { return new_int(as_time(self)->clock.second); }
NewRef time_get_microsecond(Object* self) { return new_int(as_time(self)->clock.microsecond); }
NewRef time_get_tzinfo(Object* self) { return new_ref(none_if_null(as_time(self)->tzinfo)); }
NewRef time_get_fold(Object* self) { return new_int(as_time(self)->fold); }

constexpr NativeDef time_methods[] = {
    {"isoformat", time_isoformat, "-($self, /, timespec=<absent>)",
     "Text in ISO 8601, [HH[:MM[:SS[.mmm[uuu]]]]] and the offset; `timespec` says how much of it."},
    {"strftime", time_strftime, "-($self, /, format)", "format -> text in the manner of strftime()."},
    {"__format__", format_method, "-($self, format_spec, /)", "Formats self with strftime."},
    {"utcoffset", time_utcoffset, "-($self, /)", "self.tzinfo.utcoffset(None)"},
    {"tzname", time_tzname, "-($self, /)", "self.tzinfo.tzname(None)"},
    {"dst", time_dst, "-($self, /)", "self.tzinfo.dst(None)"},
    {"replace", time_replace,
     "-($self, /, hour=<absent>, minute=<absent>, second=<absent>, microsecond=<absent>, tzinfo=<absent>, *, "
     "fold=<absent>)",
     "A time with other values in the places named."},
    {"fromisoformat", time_fromisoformat, "-($type, time_string, /)",
     "str -> time, from most forms of ISO 8601."},
    {"__reduce_ex__", time_reduce_ex, "-($self, proto, /)", "__reduce_ex__(proto) -> (cls, state)"},
    {"__reduce__", time_reduce, "-($self, /)", "__reduce__() -> (cls, state)"},
};
constexpr GetSetDef time_getset[] = {
    {"hour", time_get_hour, nullptr, nullptr},     {"minute", time_get_minute, nullptr, nullptr},
    {"second", time_get_second, nullptr, nullptr}, {"microsecond", time_get_microsecond, nullptr, nullptr},
    {"tzinfo", time_get_tzinfo, nullptr, nullptr}, {"fold", time_get_fold, nullptr, nullptr},
};

const TypeSpec time_spec = {
    .name = "datetime.time",
    .basic_size = sizeof(Time),
    .flags = type_flag::base_type,
    .doc =
        "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\n"
        "tzinfo may be None or of a class derived from tzinfo; all others are ints and 0 if left out.",
    .slots = {.new_ = time_new,
              .dealloc = time_dealloc,
              .repr = time_repr,
              .str = time_str,
              .hash = time_hash,
              .compare = time_compare,
              .get_attribute = generic_get_attribute},
    .methods = time_methods,
    .getset = time_getset,
};

}  // namespace

Type time_type(time_spec);

Ref<Object> new_time(const Clock& clock, bool fold, Object* tzinfo_or_null, Type* type) {
    auto* made = static_cast<Time*>(allocate_instance(type));
    made->hash = -1;
    made->clock = clock;
    made->fold = fold;
    if (tzinfo_or_null && !is_none(tzinfo_or_null)) made->tzinfo = share(tzinfo_or_null).release();
    return Ref<Object>::steal(made);
}

Status add_time_constants() {
    TRY(type_set(time_type, "min", new_time({}, false, nullptr).get()));
    TRY(type_set(time_type, "max", new_time({23, 59, 59, 999999}, false, nullptr).get()));
    return type_set(time_type, "resolution", new_delta(0, 0, 1).get());
}

}  // namespace minipy::datetime
