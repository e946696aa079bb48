// The methods of decimal.Decimal.
//
// CPython: Modules/_decimal/_decimal.c (dec_methods)
#include "modules/decimal/decimal.h"
#include "objects/call.h"
#include "objects/complex.h"
#include "objects/float.h"

namespace minipy::decimal {

Object* decimal_tuple_class = nullptr;

namespace {

template <UnaryOperation* operation>
NewRef unary_method(Object* self, Object* const* arguments) {
    return run<operation>(context_argument(arguments[0]), self);
}

template <BinaryOperation* operation>
NewRef binary_method(Object* self, Object* const* arguments) {
    return run<operation>(context_argument(arguments[1]), self, arguments[0]);
}

template <bool test(const View&)>
NewRef test_method(Object* self, Object* const*) {
    return new_bool(test(view_of(self)));
}

template <bool test(const View&, const Settings&) noexcept>
NewRef context_test_method(Object* self, Object* const* arguments) {
    const Context* context = context_argument(arguments[0]);
    if (!context) return failed;
    return new_bool(test(view_of(self), context->settings));
}

template <int order(const View&, const View&) noexcept>
NewRef order_method(Object* self, Object* const* arguments) {
    if (!context_argument(arguments[1])) return failed;
    Operand other;
    TRY(take_operands({{&other, arguments[0]}}));
    return new_decimal(integer_number(order(view_of(self), other)));
}

int compare_total_magnitude(const View& left, const View& right) noexcept {
    return compare_total(left.magnitude(), right.magnitude());
}

NewRef decimal_fma(Object* self, Object* const* arguments) {
    Context* context = context_argument(arguments[2]);
    if (!context) return failed;
    Operand other, third;
    TRY(take_operands({{&other, arguments[0]}, {&third, arguments[1]}}));
    return computed(context, [&](Conditions& conditions) {
        return fused_multiply_add(view_of(self), other, third, context->settings, conditions);
    });
}

/// The context's settings with another rounding, if one is given.
Result<Settings> settings_with_rounding(const Context* context, Object* rounding) {
    if (is_none(rounding)) return context->settings;
    return context->settings.with_rounding(TRY(rounding_argument(rounding)));
}

NewRef decimal_quantize(Object* self, Object* const* arguments) {
    Context* context = context_argument(arguments[2]);
    if (!context) return failed;
    const Settings settings = TRY(settings_with_rounding(context, arguments[1]));
    Operand pattern;
    TRY(take_operands({{&pattern, arguments[0]}}));
    return computed(context, [&](Conditions& conditions) {
        return quantize(view_of(self), pattern, settings, conditions);
    });
}

template <UnaryOperation* operation>
NewRef integral_method(Object* self, Object* const* arguments) {
    Context* context = context_argument(arguments[1]);
    if (!context) return failed;
    const Settings settings = TRY(settings_with_rounding(context, arguments[0]));
    return computed(context,
                    [&](Conditions& conditions) { return operation(view_of(self), settings, conditions); });
}

NewRef decimal_adjusted(Object* self, Object* const*) {
    const View number = view_of(self);
    return new_int(number.is_special() ? 0 : number.adjusted());
}

NewRef decimal_self(Object* self, Object* const*) { return new_ref(self); }
NewRef decimal_radix(Object*, Object* const*) { return new_decimal(small_number(10)); }
NewRef decimal_copy_abs(Object* self, Object* const*) { return new_decimal(view_of(self).magnitude()); }
NewRef decimal_copy_negate(Object* self, Object* const*) {
    const View number = view_of(self);
    return new_decimal(number.with_sign(!number.negative));
}

NewRef decimal_copy_sign(Object* self, Object* const* arguments) {
    if (!context_argument(arguments[1])) return failed;
    Operand other;
    TRY(take_operands({{&other, arguments[0]}}));
    return new_decimal(view_of(self).with_sign(other.view().negative));
}

NewRef decimal_same_quantum(Object* self, Object* const* arguments) {
    if (!context_argument(arguments[1])) return failed;
    Operand other;
    TRY(take_operands({{&other, arguments[0]}}));
    return new_bool(same_quantum(view_of(self), other));
}

NewRef decimal_number_class(Object* self, Object* const* arguments) {
    const Context* context = context_argument(arguments[0]);
    if (!context) return failed;
    return str_from_latin1(class_of(view_of(self), context->settings));
}

NewRef decimal_to_eng_string(Object* self, Object* const* arguments) {
    const Context* context = context_argument(arguments[0]);
    if (!context) return failed;
    return decimal_text(view_of(self), context, Notation::Engineering);
}

NewRef decimal_from_float_method(Object* cls, Object* const* arguments) {
    Ref<Object> made = TRY(decimal_from_float(&decimal_type, arguments[0]));
    if (cls == &decimal_type) return made;
    return call(cls, {made.get()});
}

Ref<Tuple> digit_tuple(const View& number) {
    if (number.is_infinite()) return tuple_of(new_int(0).get());
    if (number.is_nan() && number.coefficient.empty()) return new_tuple({});
    const std::string text = coefficient_text(number.coefficient);
    Ref<Tuple> digits = new_tuple_uninitialized(static_cast<Size>(text.size()));
    for (std::size_t i = 0; i < text.size(); ++i) digits->items()[i] = new_int(text[i] - '0').release();
    return digits;
}

NewRef decimal_as_tuple(Object* self, Object* const*) {
    const View number = view_of(self);
    static constexpr const char* special[] = {nullptr, "F", "n", "N"};
    Ref<Object> exponent = number.is_special() ? Ref<Object>(intern(special[static_cast<int>(number.kind)]))
                                               : Ref<Object>(new_int(number.exponent));
    Ref<Tuple> digits = TRY(digit_tuple(number));
    return call(decimal_tuple_class, {new_int(number.negative).get(), digits.get(), exponent.get()});
}

// --- special methods

NewRef decimal_reduce(Object* self, Object* const*) {
    const Context* context = current_context();
    if (!context) return failed;
    Ref<Str> text = TRY(decimal_text(view_of(self), context));
    return tuple_of<Object>(self->type, tuple_of(text.get()).get());
}

template <Rounding rounding>
NewRef decimal_rounded(Object* self, Object* const*) {
    Context* context = current_context();
    if (!context) return failed;
    return decimal_to_int(view_of(self), context, rounding);
}

NewRef decimal_round(Object* self, Object* const* arguments) {
    Object* places = arguments[0];
    if (!places) return decimal_rounded<Rounding::HalfEven>(self, nullptr);
    Context* context = current_context();
    if (!context) return failed;
    if (!is_int(places)) return raise(type_error_type, "optional arg must be an integer");
    if (!as_int(places)->is_small())
        return raise(overflow_error_type, "Python int too large to convert to C ssize_t");
    const std::int64_t count = as_int(places)->small;
    const Number pattern = small_number(1, count == INT64_MIN ? INT64_MAX : -count);
    return computed(context, [&](Conditions& conditions) {
        return quantize(view_of(self), pattern, context->settings, conditions);
    });
}

NewRef decimal_complex(Object* self, Object* const*) {
    Ref<Object> real = TRY(decimal_to_float(self));
    return new_complex(float_value(real.get()), 0.0);
}

NewRef decimal_sizeof(Object* self, Object* const*) {
    const auto* decimal = static_cast<Decimal*>(self);
    std::size_t size = self->type->basic_size;
    if (decimal->count > Decimal::inline_words) size += decimal->count * sizeof(Word);
    return new_int(static_cast<std::int64_t>(size));
}

bool is_any(const View&) { return true; }
bool is_finite(const View& number) { return !number.is_special(); }
bool is_infinite(const View& number) { return number.is_infinite(); }
bool is_nan(const View& number) { return number.is_nan(); }
bool is_quiet_nan(const View& number) { return number.kind == Kind::QuietNan; }
bool is_signaling_nan(const View& number) { return number.kind == Kind::SignalingNan; }
bool is_signed(const View& number) { return number.negative; }
bool is_zero(const View& number) { return number.is_zero(); }

constexpr const char* unary = "!($self, /, context=None)";
constexpr const char* binary = "!($self, /, other, context=None)";
constexpr const char* integral = "!($self, /, rounding=None, context=None)";
constexpr const char* nothing = "($self, /)";

constexpr NativeDef methods[] = {
    {"exp", unary_method<exponential>, unary, "e ** self, correctly rounded."},
    {"ln", unary_method<natural_logarithm>, unary, "The logarithm to the base e, correctly rounded."},
    {"log10", unary_method<decimal_logarithm>, unary, "The logarithm to the base 10, correctly rounded."},
    {"next_minus", unary_method<next_minus>, unary, "The greatest number of the context below this one."},
    {"next_plus", unary_method<next_plus>, unary, "The smallest number of the context above this one."},
    {"normalize", unary_method<normalize>, unary, "The number without trailing zeros."},
    {"to_integral", integral_method<to_integral>, integral, "The same as to_integral_value()."},
    {"to_integral_exact", integral_method<to_integral_exact>, integral,
     "Rounded to a whole number; Inexact and Rounded are signaled."},
    {"to_integral_value", integral_method<to_integral>, integral, "Rounded to a whole number, silently."},
    {"sqrt", unary_method<square_root>, unary, "The square root."},
    {"compare", binary_method<compare>, binary, "-1, 0, 1 or NaN as a Decimal."},
    {"compare_signal", binary_method<compare_signal>, binary, "Like compare(), but every NaN signals."},
    {"max", binary_method<maximum>, binary, "The greater one; a quiet NaN gives way to a number."},
    {"max_mag", binary_method<maximum_magnitude>, binary, "The one of greater absolute value."},
    {"min", binary_method<minimum>, binary, "The smaller one; a quiet NaN gives way to a number."},
    {"min_mag", binary_method<minimum_magnitude>, binary, "The one of smaller absolute value."},
    {"next_toward", binary_method<next_toward>, binary, "The neighbour in the direction of the other number."},
    {"quantize", decimal_quantize, "!($self, /, exp, rounding=None, context=None)",
     "Rounded to the exponent of another number."},
    {"remainder_near", binary_method<remainder_near>, binary,
     "self - n * other with the whole number n nearest to the quotient."},
    {"fma", decimal_fma, "!($self, /, other, third, context=None)", "self * other + third, rounded once."},
    {"is_canonical", test_method<is_any>, nothing, "Always True."},
    {"is_finite", test_method<is_finite>, nothing, "Neither infinite nor NaN."},
    {"is_infinite", test_method<is_infinite>, nothing, "Whether it is an infinity."},
    {"is_nan", test_method<is_nan>, nothing, "Whether it is a NaN of either kind."},
    {"is_qnan", test_method<is_quiet_nan>, nothing, "Whether it is a quiet NaN."},
    {"is_snan", test_method<is_signaling_nan>, nothing, "Whether it is a signaling NaN."},
    {"is_signed", test_method<is_signed>, nothing, "Whether the sign is minus, of zeros and NaNs as well."},
    {"is_zero", test_method<is_zero>, nothing, "Whether it is a zero."},
    {"is_normal", context_test_method<is_normal>, unary, "Finite, not zero and not subnormal."},
    {"is_subnormal", context_test_method<is_subnormal>, unary, "Whether the adjusted exponent is below Emin."},
    {"adjusted", decimal_adjusted, nothing, "The exponent of the first digit."},
    {"canonical", decimal_self, nothing, "The number itself."},
    {"conjugate", decimal_self, nothing, "The number itself."},
    {"radix", decimal_radix, nothing, "Decimal(10)."},
    {"copy_abs", decimal_copy_abs, nothing, "The absolute value, never rounded."},
    {"copy_negate", decimal_copy_negate, nothing, "The negated value, never rounded."},
    {"logb", unary_method<exponent_of>, unary, "The adjusted exponent as a Decimal."},
    {"logical_invert", unary_method<logical_invert>, unary, "Each digit 0 or 1 inverted."},
    {"number_class", decimal_number_class, unary, "The class of the number, such as '+Normal'."},
    {"to_eng_string", decimal_to_eng_string, unary, "As text with an exponent that is a multiple of three."},
    {"compare_total", order_method<compare_total>, binary, "By the total order of representations."},
    {"compare_total_mag", order_method<compare_total_magnitude>, binary,
     "By the total order, signs not looked at."},
    {"copy_sign", decimal_copy_sign, binary, "The number with the sign of the other one."},
    {"same_quantum", decimal_same_quantum, binary, "Whether the exponents are the same."},
    {"logical_and", binary_method<logical_and>, binary, "Digit by digit."},
    {"logical_or", binary_method<logical_or>, binary, "Digit by digit."},
    {"logical_xor", binary_method<logical_xor>, binary, "Digit by digit."},
    {"rotate", binary_method<rotate>, binary, "The digits rotated within the precision."},
    {"scaleb", binary_method<scale>, binary, "With the other number added to the exponent."},
    {"shift", binary_method<shift>, binary, "The digits shifted within the precision."},
    {"from_float", decimal_from_float_method, "($type, f, /)", "The exact value of a float or int."},
    {"as_tuple", decimal_as_tuple, nothing, "(sign, digits, exponent) as a named tuple."},
    {"as_integer_ratio", as_integer_ratio, nothing, "Numerator and denominator in lowest terms."},
    {"__copy__", decimal_self, "-($self)", nullptr},
    {"__deepcopy__", decimal_self, "-($self, memo, /)", nullptr},
    {"__format__", decimal_format, "-!($self, spec, override=<absent>, /)", nullptr},
    {"__reduce__", decimal_reduce, "-($self)", nullptr},
    {"__round__", decimal_round, "-!($self, places=<absent>, /)", nullptr},
    {"__ceil__", decimal_rounded<Rounding::Ceiling>, "-($self)", nullptr},
    {"__floor__", decimal_rounded<Rounding::Floor>, "-($self)", nullptr},
    {"__trunc__", decimal_rounded<Rounding::Down>, "-($self)", nullptr},
    {"__complex__", decimal_complex, "-($self)", nullptr},
    {"__sizeof__", decimal_sizeof, "-($self)", nullptr},
};

}  // namespace

const std::span<const NativeDef> decimal_methods = methods;

}  // namespace minipy::decimal
