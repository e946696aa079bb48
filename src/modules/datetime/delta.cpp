// timedelta: days, seconds and microseconds, of which only the days may be negative.
//
// Arithmetic goes by microseconds in 128 bits; where a factor or divisor does not fit a word, by Python's ints.
//
// CPython: Modules/_datetimemodule.c (PyDateTime_Delta)
#include <cmath>

#include "modules/datetime/datetime.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/construct.h"
#include "objects/float.h"
#include "objects/names.h"

namespace minipy::datetime {
namespace {

// --- microseconds as Python's ints

Ref<Int> int_of(Wide value) {
    if (INT64_MIN <= value && value <= INT64_MAX) return new_int(static_cast<std::int64_t>(value));
    const unsigned __int128 magnitude = value < 0 ? -static_cast<unsigned __int128>(value) : value;
    Ref<Int> number = int_from_digits(fmt::format("{}", magnitude), 10);
    if (value > 0) return number;
    Ref<Object> negated = negative(number.get());
    return Ref<Int>::steal(static_cast<Int*>(negated.release()));
}

Failure raise_too_large() { return raise(overflow_error_type, "Python int too large to convert to C int"); }

/// What fits a timedelta fits well within 100 bits.
Result<Wide> wide_of(const Int* number) {
    if (number->is_small()) return static_cast<Wide>(number->small);
    const bool negative = number->limb_count < 0;
    const std::intptr_t limbs = negative ? -number->limb_count : number->limb_count;
    const std::uint64_t* digits = number->limbs;
    if (limbs > 2 || (limbs == 2 && digits[1] >> 36)) return raise_too_large();
    Wide value = digits[0];
    if (limbs == 2) value |= static_cast<Wide>(digits[1]) << 64;
    return negative ? -value : value;
}

NewRef delta_from_int(Object* us, Type* type = &delta_type) {
    return NewRef(TRY(delta_from_us(TRY(wide_of(as_int(us))), type)).release());
}

/// The quotient of two ints rounded to the nearest, half to even; the divisor is positive.
NewRef divide_nearest(Object* dividend, Object* divisor) {
    Ref<Object> pair = TRY(divide_and_remainder(dividend, divisor));
    Object* quotient = (*static_cast<Tuple*>(pair.get()))[0];
    Object* remainder = (*static_cast<Tuple*>(pair.get()))[1];
    Ref<Object> twice = TRY(binary_operation(BinaryOp::Multiply, remainder, &shared_int(2)));
    const int order = int_compare(as_int(twice.get()), as_int(divisor));
    Ref<Object> odd = TRY(binary_operation(BinaryOp::And, quotient, &shared_int(1)));
    const bool up = order > 0 || (order == 0 && !as_int(odd.get())->is_zero());
    return up ? binary_operation(BinaryOp::Add, quotient, &shared_int(1)) : new_ref(quotient);
}

/// The same with a divisor of either sign.
NewRef divide_nearest_signed(Ref<Object> dividend, Ref<Object> divisor) {
    if (as_int(divisor.get())->is_zero())
        return raise(zero_division_error_type, "integer division or modulo by zero");
    if (as_int(divisor.get())->is_negative()) {
        dividend = TRY(negative(dividend.get()));
        divisor = TRY(negative(divisor.get()));
    }
    return divide_nearest(dividend.get(), divisor.get());
}

// --- construction

struct Unit {
    const char* name;
    std::int64_t us;
};
constexpr Unit units[] = {{"days", 86400000000},  {"seconds", 1000000},  {"microseconds", 1},
                          {"milliseconds", 1000}, {"minutes", 60000000}, {"hours", 3600000000},
                          {"weeks", 604800000000}};
constexpr std::size_t unit_count = std::size(units);

/// The sum of the arguments: a whole number of microseconds and the parts of floats that are left.
struct Sum {
    Ref<Object> whole = new_int(0);
    double rest = 0;

    Status add_int(Object* count, std::int64_t factor) {
        Ref<Object> product = TRY(binary_operation(BinaryOp::Multiply, count, new_int(factor).get()));
        whole = TRY(binary_operation(BinaryOp::Add, whole.get(), product.get()));
        return done;
    }
    Status add_double(double count, std::int64_t factor) {
        double integral;
        const double fraction = std::modf(count, &integral);
        if (std::isnan(count)) return raise(value_error_type, "cannot convert float NaN to integer");
        if (std::isinf(count)) return raise(overflow_error_type, "cannot convert float infinity to integer");
        TRY(add_int(int_from_whole(integral).get(), factor));
        if (fraction == 0) return done;
        const double left = std::modf(static_cast<double>(factor) * fraction, &integral);
        rest += left;
        return add_int(int_from_whole(integral).get(), 1);
    }
    Status round() {
        if (rest == 0) return done;
        double nearest = std::round(rest);
        if (std::fabs(nearest - rest) == 0.5) {
            // Halfway: the sum is to be even.
            Ref<Object> last = TRY(binary_operation(BinaryOp::And, whole.get(), &shared_int(1)));
            const double odd = as_int(last.get())->is_zero() ? 0 : 1;
            nearest = 2 * std::round((rest + odd) * 0.5) - odd;
        }
        return add_int(int_from_whole(nearest).get(), 1);
    }
};

NewRef sum_generally(Type* type, Object* const* values) {
    Sum sum;
    // CPython's order, the smallest unit first: it matters for the rounding of floats.
    for (const int which : {2, 3, 1, 4, 5, 0, 6}) {
        Object* value = values[which];
        if (!value) continue;
        if (is_int(value)) {
            TRY(sum.add_int(value, units[which].us));
        } else if (is_float(value)) {
            TRY(sum.add_double(float_value(value), units[which].us));
        } else {
            return raise(type_error_type, fmt::format("unsupported type for timedelta {} component: {}",
                                                      units[which].name, value->type->name));
        }
    }
    TRY(sum.round());
    return delta_from_int(sum.whole.get(), type);
}

NewRef delta_from_units(Type* type, Object* const* values) {
    Wide us = 0;
    for (std::size_t i = 0; i < unit_count; ++i) {
        if (!values[i]) continue;
        if (!is_int(values[i]) || !as_int(values[i])->is_small()) return sum_generally(type, values);
        us += static_cast<Wide>(as_int(values[i])->small) * units[i].us;
    }
    return NewRef(TRY(delta_from_us(us, type)).release());
}

NewRef delta_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"days",    "seconds", "microseconds", "milliseconds",
                                            "minutes", "hours",   "weeks"};
    Object* values[unit_count];
    TRY(bind_arguments("__new__", names, arguments, keywords_or_null, values));
    return delta_from_units(type, values);
}

/// The place of the unit of that name, or `unit_count`.
std::size_t unit_named(const Str* text) noexcept {
    std::size_t unit = 0;
    while (unit < unit_count && !str_equal(text, units[unit].name)) ++unit;
    return unit;
}

/// Puts the arguments in the units' places; false if they do not fit.
bool bind_units(Object* const* arguments, Size positional, Tuple* keyword_names, Object** values) noexcept {
    if (positional > static_cast<Size>(unit_count)) return false;
    std::copy_n(arguments, positional, values);
    const Size named = keyword_names ? keyword_names->size : 0;
    for (Size i = 0; i < named; ++i) {
        const std::size_t unit = unit_named(static_cast<Str*>((*keyword_names)[i]));
        if (unit == unit_count || values[unit]) return false;
        values[unit] = arguments[positional + i];
    }
    return true;
}

/// `timedelta(hours=1)` without tuple and dict.
NewRef delta_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Object* values[unit_count] = {};
    if (!bind_units(arguments, positional, keyword_names, values))
        return construct_generally(callable, arguments, positional, keyword_names);
    return delta_from_units(static_cast<Type*>(callable), values);
}

// --- arithmetic; foreign operands give NotImplemented

NewRef delta_add(Object* left, Object* right) {
    if (!is_delta(left) || !is_delta(right)) return new_ref(&not_implemented);
    return NewRef(TRY(delta_from_us(us_of(as_delta(left)) + us_of(as_delta(right)))).release());
}

NewRef delta_subtract(Object* left, Object* right) {
    if (!is_delta(left) || !is_delta(right)) return new_ref(&not_implemented);
    return NewRef(TRY(delta_from_us(us_of(as_delta(left)) - us_of(as_delta(right)))).release());
}

/// `delta * f` and `delta / f`: the float's exact ratio decides.
NewRef scale(const Delta* delta, Object* factor, bool divide) {
    Ref<Object> pair = TRY(call_method(factor, name<"as_integer_ratio">));
    if (!is_tuple(pair.get()))
        return raise(type_error_type, fmt::format("unexpected return type from as_integer_ratio(): "
                                                  "expected tuple, not '{:.200}'",
                                                  pair->type->name));
    auto* ratio = static_cast<Tuple*>(pair.get());
    if (ratio->size != 2 || !is_int((*ratio)[0]) || !is_int((*ratio)[1]))
        return raise(value_error_type, "as_integer_ratio() must return a 2-tuple");
    Object *multiplier = (*ratio)[divide ? 1 : 0], *divisor = (*ratio)[divide ? 0 : 1];
    Ref<Object> product = TRY(binary_operation(BinaryOp::Multiply, int_of(us_of(delta)).get(), multiplier));
    Ref<Object> us = TRY(divide_nearest_signed(std::move(product), share(divisor)));
    return delta_from_int(us.get());
}

NewRef multiply_by_int(const Delta* delta, Object* factor) {
    const Wide us = us_of(delta);
    Wide product;
    if (as_int(factor)->is_small() &&
        !__builtin_mul_overflow(us, static_cast<Wide>(as_int(factor)->small), &product))
        return NewRef(TRY(delta_from_us(product)).release());
    Ref<Object> whole = TRY(binary_operation(BinaryOp::Multiply, int_of(us).get(), factor));
    return delta_from_int(whole.get());
}

NewRef delta_multiply(Object* left, Object* right) {
    const bool own_left = is_delta(left);
    Object *self = own_left ? left : right, *factor = own_left ? right : left;
    if (is_int(factor)) return multiply_by_int(as_delta(self), factor);
    if (is_float(factor)) return scale(as_delta(self), factor, false);
    return new_ref(&not_implemented);
}

NewRef delta_floor_divide(Object* left, Object* right) {
    if (!is_delta(left)) return new_ref(&not_implemented);
    Ref<Int> dividend = int_of(us_of(as_delta(left)));
    if (is_delta(right)) return int_floor_divide(dividend.get(), int_of(us_of(as_delta(right))).get());
    if (!is_int(right)) return new_ref(&not_implemented);
    Ref<Object> us = TRY(int_floor_divide(dividend.get(), as_int(right)));
    return delta_from_int(us.get());
}

NewRef delta_true_divide(Object* left, Object* right) {
    if (!is_delta(left)) return new_ref(&not_implemented);
    Ref<Object> dividend = int_of(us_of(as_delta(left)));
    if (is_delta(right))
        return binary_operation(BinaryOp::TrueDivide, dividend.get(), int_of(us_of(as_delta(right))).get());
    if (is_float(right)) return scale(as_delta(left), right, true);
    if (!is_int(right)) return new_ref(&not_implemented);
    Ref<Object> us = TRY(divide_nearest_signed(std::move(dividend), share(right)));
    return delta_from_int(us.get());
}

NewRef delta_remainder(Object* left, Object* right) {
    if (!is_delta(left) || !is_delta(right)) return new_ref(&not_implemented);
    Ref<Object> us =
        TRY(int_remainder(int_of(us_of(as_delta(left))).get(), int_of(us_of(as_delta(right))).get()));
    return delta_from_int(us.get());
}

NewRef delta_divmod(Object* left, Object* right) {
    if (!is_delta(left) || !is_delta(right)) return new_ref(&not_implemented);
    Ref<Object> quotient = TRY(delta_floor_divide(left, right));
    Ref<Object> remainder = TRY(delta_remainder(left, right));
    return pack({quotient.get(), remainder.get()});
}

NewRef delta_negative(Object* self) { return NewRef(TRY(delta_from_us(-us_of(as_delta(self)))).release()); }
NewRef delta_positive(Object* self) { return NewRef(TRY(delta_from_us(us_of(as_delta(self)))).release()); }
NewRef delta_absolute(Object* self) {
    return as_delta(self)->days < 0 ? delta_negative(self) : delta_positive(self);
}
Result<bool> delta_truth(Object* self) { return us_of(as_delta(self)) != 0; }

NewRef delta_compare(Object* left, Object* right, CompareOp op) {
    if (!is_delta(right)) return new_ref(&not_implemented);
    return new_bool(holds(op, compare_deltas(as_delta(left), as_delta(right))));
}

Ref<Tuple> delta_state(const Delta* self) {
    return pack({new_int(self->days).get(), new_int(self->seconds).get(), new_int(self->microseconds).get()});
}

Result<Hash> delta_hash(Object* self) {
    if (as_delta(self)->hash == -1) as_delta(self)->hash = TRY(hash(delta_state(as_delta(self)).get()));
    return as_delta(self)->hash;
}

// --- text

NewRef delta_repr(Object* object) {
    const Delta* self = as_delta(object);
    std::string parts;
    const auto add = [&](const char* unit, int count) {
        if (count) parts += fmt::format("{}{}={}", parts.empty() ? "" : ", ", unit, count);
    };
    add("days", self->days);
    add("seconds", self->seconds);
    add("microseconds", self->microseconds);
    return str_from_utf8(fmt::format("{}({})", class_text(object), parts.empty() ? "0" : parts));
}

NewRef delta_str(Object* object) {
    const Delta* self = as_delta(object);
    std::string text;
    if (self->days)
        text = fmt::format("{} day{}, ", self->days, self->days == 1 || self->days == -1 ? "" : "s");
    const int minutes = self->seconds / 60;
    text += fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, self->seconds % 60);
    if (self->microseconds) text += fmt::format(".{:06}", self->microseconds);
    return str_from_utf8(text);
}

// --- methods

NewRef delta_total_seconds(Object* self, Object* const*) { return new_float(total_seconds(as_delta(self))); }

NewRef delta_reduce(Object* self, Object* const*) {
    return pack({self->type, delta_state(as_delta(self)).get()});
}

constexpr NativeDef delta_methods[] = {
    {"total_seconds", delta_total_seconds, "-($self, /)", "All of it in seconds."},
    {"__reduce__", delta_reduce, "-($self, /)", "__reduce__() -> (cls, state)"},
};
constexpr MemberDef delta_members[] = {
    {"days", MemberKind::Int, offsetof(Delta, days), true, "Number of days."},
    {"seconds", MemberKind::Int, offsetof(Delta, seconds), true, "Seconds of the last day, less than 86400."},
    {"microseconds", MemberKind::Int, offsetof(Delta, microseconds), true,
     "Microseconds of the last second, less than 1000000."},
};

const TypeSpec delta_spec = {
    .name = "datetime.timedelta",
    .basic_size = sizeof(Delta),
    .flags = type_flag::base_type,
    .doc =
        "Difference between two datetime values.\n\n"
        "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\n"
        "Every argument may be an int or a float, of either sign.",
    .slots = {.new_ = delta_new,
              .repr = delta_repr,
              .str = delta_str,
              .hash = delta_hash,
              .compare = delta_compare,
              .get_attribute = generic_get_attribute,
              .construct = delta_construct,
              .add = delta_add,
              .subtract = delta_subtract,
              .multiply = delta_multiply,
              .remainder = delta_remainder,
              .divmod = delta_divmod,
              .negative = delta_negative,
              .positive = delta_positive,
              .absolute = delta_absolute,
              .truth = delta_truth,
              .floor_divide = delta_floor_divide,
              .true_divide = delta_true_divide},
    .methods = delta_methods,
    .members = delta_members,
};

}  // namespace

Type delta_type(delta_spec);

Wide us_of(const Delta* delta) noexcept {
    return (delta->days * seconds_per_day + delta->seconds) * us_per_second + delta->microseconds;
}

double total_seconds(const Delta* delta) noexcept {
    // Exact below 2**53 microseconds, and one correct division.
    const Wide us = us_of(delta);
    if (-(Wide{1} << 53) <= us && us <= (Wide{1} << 53)) return static_cast<double>(us) / 1e6;
    Result<double> quotient = int_true_divide(int_of(us).get(), new_int(1000000).get());
    return *quotient;
}

Ref<Delta> delta_from_us(Wide us, Type* type) {
    Wide days = us / us_per_day, rest = us % us_per_day;
    if (rest < 0) --days, rest += us_per_day;
    if (days < INT32_MIN || days > INT32_MAX) return raise_too_large();
    if (days < -max_delta_days || days > max_delta_days)
        return raise(overflow_error_type,
                     fmt::format("days={}; must have magnitude <= {}", static_cast<int>(days), max_delta_days));
    auto* made = static_cast<Delta*>(allocate_instance(type));
    made->hash = -1;
    made->days = static_cast<int>(days);
    const auto left = static_cast<std::int64_t>(rest);
    made->seconds = static_cast<int>(left / 1000000);
    made->microseconds = static_cast<int>(left % 1000000);
    return Ref<Delta>::steal(made);
}

Ref<Delta> new_delta(std::int64_t days, std::int64_t seconds, std::int64_t microseconds, Type* type) {
    return delta_from_us(days * us_per_day + seconds * us_per_second + microseconds, type);
}

Status add_delta_constants() {
    TRY(type_set(delta_type, "resolution", new_delta(0, 0, 1).get()));
    TRY(type_set(delta_type, "min", new_delta(-max_delta_days, 0, 0).get()));
    return type_set(delta_type, "max", new_delta(max_delta_days, seconds_per_day - 1, 999999).get());
}

}  // namespace minipy::datetime
