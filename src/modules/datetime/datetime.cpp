// datetime: construction, comparing, arithmetic, the type.
//
// Two moments are compared by their own clocks if they share a zone or an offset, else by UTC. A moment that
// its zone has twice or never (its offset depends on `fold`) equals no moment of another zone: PEP 495.
//
// CPython: Modules/_datetimemodule.c (PyDateTime_DateTime)
#include "modules/datetime/datetime.h"

#include <array>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/construct.h"
#include "objects/names.h"
#include "objects/string_hash.h"

namespace minipy::datetime {
namespace {

// --- construction

/// The ten bytes of a pickle and the zone. Empty if the arguments are something else.
NewRef datetime_from_state(Type* type, Tuple* arguments) {
    Ref<Object> state = TRY(pickled_state((*arguments)[0], 10, "datetime"));
    if (!state) return nullptr;
    const unsigned char* octets = state_octets(state.get());
    const int month = octets[2] & 0x7f;
    if (month < 1 || month > 12) return nullptr;
    Object* tzinfo = arguments->size == 2 ? (*arguments)[1] : nullptr;
    if (!check_tzinfo(tzinfo)) {
        clear_exception();
        return raise(type_error_type, "bad tzinfo state arg");
    }
    const Clock clock{octets[4], octets[5], octets[6], (octets[7] << 16) | (octets[8] << 8) | octets[9]};
    const Day day{octets[0] * 256 + octets[1], month, octets[3]};
    return new_datetime(day, clock, octets[2] >> 7, tzinfo, type);
}

/// From the numbers, the zone and `fold`, each null if it was left out.
NewRef datetime_from_arguments(Type* type, Object* const* bound) {
    const Day day = TRY(day_arguments(bound));
    const Clock clock{TRY(field_argument(bound[3])), TRY(field_argument(bound[4])),
                      TRY(field_argument(bound[5])), TRY(field_argument(bound[6]))};
    return checked_datetime(type, day, clock, TRY(field_argument(bound[8])), bound[7]);
}

NewRef datetime_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if ((arguments->size == 1 || arguments->size == 2) && !has_keywords(keywords_or_null)) {
        NewRef unpickled = datetime_from_state(type, arguments);
        if (unpickled || pending_exception()) return unpickled;
    }
    static constexpr const char* names[] = {"year",   "month",       "day",    "hour", "minute",
                                            "second", "microsecond", "tzinfo", "fold"};
    Object* bound[9];
    TRY(bind_constructor(names, 1, 3, arguments, keywords_or_null, bound));
    return datetime_from_arguments(type, bound);
}

/// By position alone, without tuple and dict.
NewRef datetime_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (positional < 3 || positional > 8 || keyword_names)
        return construct_generally(callable, arguments, positional, keyword_names);
    Object* bound[9] = {};
    std::copy_n(arguments, positional, bound);
    return datetime_from_arguments(static_cast<Type*>(callable), bound);
}

void datetime_dealloc(Object* self) noexcept {
    xdecref(as_datetime(self)->tzinfo);
    free_object(self);
}

// --- text

NewRef datetime_repr(Object* object) {
    const DateTime* self = as_datetime(object);
    const Clock& clock = self->clock;
    std::string text = fmt::format("{}({}, {}, {}, {}, {}", class_text(object), self->year, self->month,
                                   self->day, clock.hour, clock.minute);
    if (clock.second || clock.microsecond) text += fmt::format(", {}", clock.second);
    if (clock.microsecond) text += fmt::format(", {}", clock.microsecond);
    if (self->fold) text += ", fold=1";
    if (self->tzinfo) {
        Ref<Str> zone = TRY(repr(self->tzinfo));
        text += fmt::format(", tzinfo={}", str_utf8(zone.get()));
    }
    return str_from_utf8(text + ")");
}

NewRef datetime_str(Object* self) { return call_method(self, name<"isoformat">, {str_from_utf8(" ").get()}); }

// --- comparing

int compare_clocks_of(const DateTime* left, const DateTime* right) noexcept {
    const int days = compare_days(left->day_of(), right->day_of());
    return days ? days : compare_clocks(left->clock, right->clock);
}

/// Whether the offset would be another one with the other `fold`.
Result<bool> depends_on_fold(DateTime* moment, const Delta* offset_or_null) {
    Ref<Object> flipped = new_datetime(moment->day_of(), moment->clock, !moment->fold, moment->tzinfo);
    Ref<Delta> other = TRY(offset_of(as_datetime(flipped.get())));
    if (!other || !offset_or_null) return other.get() != offset_or_null;
    return compare_deltas(other.get(), offset_or_null) != 0;
}

Result<bool> either_depends_on_fold(DateTime* left, const Delta* left_offset, DateTime* right,
                                    const Delta* right_offset) {
    return TRY(depends_on_fold(left, left_offset)) || TRY(depends_on_fold(right, right_offset));
}

NewRef compare_across_zones(DateTime* left, DateTime* right, CompareOp op) {
    const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    Ref<Delta> left_offset = TRY(offset_of(left)), right_offset = TRY(offset_of(right));
    if (!left_offset != !right_offset) {
        if (equality) return new_bool(op == CompareOp::Ne);
        return raise(type_error_type, "can't compare offset-naive and offset-aware datetimes");
    }
    int order;
    if (!left_offset || compare_deltas(left_offset.get(), right_offset.get()) == 0) {
        order = compare_clocks_of(left, right);
    } else {
        const Wide difference = us_since_year_1(left) - us_of(left_offset.get()) -
                                (us_since_year_1(right) - us_of(right_offset.get()));
        order = (difference > 0) - (difference < 0);
    }
    if (equality && order == 0 &&
        TRY(either_depends_on_fold(left, left_offset.get(), right, right_offset.get())))
        order = 1;
    return new_bool(holds(op, order));
}

NewRef datetime_compare(Object* left, Object* right, CompareOp op) {
    if (!is_datetime(right)) {
        if (!is_date(right)) return new_ref(&not_implemented);
        // Not to be compared as the dates that both are.
        if (op == CompareOp::Eq || op == CompareOp::Ne) return new_bool(op == CompareOp::Ne);
        return raise_incomparable(left, right);
    }
    DateTime *a = as_datetime(left), *b = as_datetime(right);
    if (a->tzinfo == b->tzinfo) return new_bool(holds(op, compare_clocks_of(a, b)));
    return compare_across_zones(a, b, op);
}

/// Equal moments have equal hashes whatever their zones, with `fold` taken for 0.
Result<Hash> datetime_hash(Object* object) {
    DateTime* self = as_datetime(object);
    if (self->hash != -1) return self->hash;
    Ref<Object> unfolded = share(object);
    if (self->fold) unfolded = new_datetime(self->day_of(), self->clock, false, self->tzinfo);
    Ref<Delta> offset = TRY(offset_of(as_datetime(unfolded.get())));
    if (!offset) {
        const std::array<unsigned char, 10> state = datetime_state(self, false);
        return self->hash = hash_octets(state.data(), state.size());
    }
    Ref<Delta> since = TRY(delta_from_us(us_since_year_1(self) - us_of(offset.get())));
    return self->hash = TRY(hash(since.get()));
}

// --- arithmetic

NewRef datetime_add(Object* left, Object* right) {
    if (is_datetime(left) && is_delta(right)) return add_to_datetime(as_datetime(left), as_delta(right), 1);
    if (is_delta(left) && is_datetime(right)) return add_to_datetime(as_datetime(right), as_delta(left), 1);
    return new_ref(&not_implemented);
}

NewRef datetime_subtract(Object* left, Object* right) {
    if (!is_datetime(left)) return new_ref(&not_implemented);
    if (is_delta(right)) return add_to_datetime(as_datetime(left), as_delta(right), -1);
    if (!is_datetime(right)) return new_ref(&not_implemented);
    DateTime *a = as_datetime(left), *b = as_datetime(right);
    Wide us = us_since_year_1(a) - us_since_year_1(b);
    if (a->tzinfo != b->tzinfo) {
        Ref<Delta> a_offset = TRY(offset_of(a)), b_offset = TRY(offset_of(b));
        if (!a_offset != !b_offset)
            return raise(type_error_type, "can't subtract offset-naive and offset-aware datetimes");
        if (a_offset) us -= us_of(a_offset.get()) - us_of(b_offset.get());
    }
    return NewRef(TRY(delta_from_us(us)).release());
}

NewRef datetime_get_hour(Object* self) { return new_int(as_datetime(self)->clock.hour); }
NewRef datetime_get_minute(Object* self) { return new_int(as_datetime(self)->clock.minute); }
NewRef datetime_get_second(Object* self) { return new_int(as_datetime(self)->clock.second); }
NewRef datetime_get_microsecond(Object* self) { return new_int(as_datetime(self)->clock.microsecond); }
NewRef datetime_get_tzinfo(Object* self) { return new_ref(none_if_null(as_datetime(self)->tzinfo)); }
NewRef datetime_get_fold(Object* self) { return new_int(as_datetime(self)->fold); }

constexpr GetSetDef datetime_getset[] = {
    {"hour", datetime_get_hour, nullptr, nullptr},
    {"minute", datetime_get_minute, nullptr, nullptr},
    {"second", datetime_get_second, nullptr, nullptr},
    {"microsecond", datetime_get_microsecond, nullptr, nullptr},
    {"tzinfo", datetime_get_tzinfo, nullptr, nullptr},
    {"fold", datetime_get_fold, nullptr, nullptr},
};

const TypeSpec datetime_spec = {
    .name = "datetime.datetime",
    .basic_size = sizeof(DateTime),
    .flags = type_flag::base_type,
    .base = &date_type,
    .doc =
        "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n"
        "The year, month and day must be given. tzinfo may be None or of a class derived from tzinfo; all "
        "others "
        "are ints.",
    .slots = {.new_ = datetime_new,
              .dealloc = datetime_dealloc,
              .repr = datetime_repr,
              .str = datetime_str,
              .hash = datetime_hash,
              .compare = datetime_compare,
              .get_attribute = generic_get_attribute,
              .construct = datetime_construct,
              .add = datetime_add,
              .subtract = datetime_subtract},
    .methods = datetime_methods,
    .getset = datetime_getset,
};

}  // namespace

Type datetime_type(datetime_spec);

Ref<Object> new_datetime(Day day, const Clock& clock, bool fold, Object* tzinfo_or_null, Type* type) {
    auto* made = static_cast<DateTime*>(allocate_instance(type));
    made->hash = -1;
    made->year = static_cast<std::uint16_t>(day.year);
    made->month = static_cast<std::uint8_t>(day.month);
    made->day = static_cast<std::uint8_t>(day.day);
    made->clock = clock;
    made->fold = fold;
    if (tzinfo_or_null && !is_none(tzinfo_or_null)) made->tzinfo = share(tzinfo_or_null).release();
    return Ref<Object>::steal(made);
}

NewRef checked_datetime(Type* type, Day day, const Clock& clock, int fold, Object* tzinfo_or_null) {
    TRY(check_day(day));
    TRY(check_clock(clock, fold));
    TRY(check_tzinfo(tzinfo_or_null));
    return new_datetime(day, clock, fold, tzinfo_or_null, type);
}

NewRef make_datetime(Object* cls, Day day, const Clock& clock, bool fold, Object* tzinfo_or_null) {
    if (cls == &datetime_type) return checked_datetime(&datetime_type, day, clock, fold, tzinfo_or_null);
    return call(cls, {new_int(day.year).get(), new_int(day.month).get(), new_int(day.day).get(),
                      new_int(clock.hour).get(), new_int(clock.minute).get(), new_int(clock.second).get(),
                      new_int(clock.microsecond).get(), none_if_null(tzinfo_or_null)});
}

NewRef add_to_datetime(DateTime* moment, const Delta* delta, int sign) {
    std::int64_t days = 0;
    std::int64_t seconds = moment->clock.seconds() + std::int64_t{sign} * delta->seconds;
    int us = moment->clock.microsecond + sign * delta->microseconds;
    carry(seconds, us, 1000000);
    carry(days, seconds, seconds_per_day);
    const Day day = TRY(day_plus(moment->day_of(), days + std::int64_t{sign} * delta->days));
    const auto left = static_cast<int>(seconds);
    return make_datetime(moment->type, day, {left / 3600, left / 60 % 60, left % 60, us}, false,
                         moment->tzinfo);
}

Result<Ref<Delta>> offset_of(DateTime* moment) { return call_utcoffset(moment->tzinfo, moment); }

Status add_datetime_constants() {
    TRY(type_set(datetime_type, "min", new_datetime({min_year, 1, 1}, {}, false, nullptr).get()));
    TRY(type_set(datetime_type, "max",
                 new_datetime({max_year, 12, 31}, {23, 59, 59, 999999}, false, nullptr).get()));
    return type_set(datetime_type, "resolution", new_delta(0, 0, 1).get());
}

}  // namespace minipy::datetime
