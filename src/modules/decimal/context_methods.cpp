// The methods of decimal.Context: the operations with the context in front.
//
// CPython: Modules/_decimal/_decimal.c (context_methods)
#include "modules/decimal/decimal.h"

namespace minipy::decimal {
namespace {

template <UnaryOperation* operation>
NewRef unary_method(Object* self, Object* const* arguments) {
    return run<operation>(as_context(self), arguments[0]);
}

template <BinaryOperation* operation>
NewRef binary_method(Object* self, Object* const* arguments) {
    return run<operation>(as_context(self), arguments[0], arguments[1]);
}

/// A method that makes an object from the argument's number.
template <NewRef make(const View&, Context*)>
NewRef view_method(Object* self, Object* const* arguments) {
    Operand number;
    TRY(take_operands({{&number, arguments[0]}}));
    return make(number, as_context(self));
}

template <NewRef make(const View&, const View&)>
NewRef view_pair_method(Object*, Object* const* arguments) {
    Operand a, b;
    TRY(take_operands({{&a, arguments[0]}, {&b, arguments[1]}}));
    return make(a, b);
}

NewRef test_finite(const View& number, Context*) { return new_bool(!number.is_special()); }
NewRef test_infinite(const View& number, Context*) { return new_bool(number.is_infinite()); }
NewRef test_nan(const View& number, Context*) { return new_bool(number.is_nan()); }
NewRef test_quiet_nan(const View& number, Context*) { return new_bool(number.kind == Kind::QuietNan); }
NewRef test_signaling_nan(const View& number, Context*) { return new_bool(number.kind == Kind::SignalingNan); }
NewRef test_signed(const View& number, Context*) { return new_bool(number.negative); }
NewRef test_zero(const View& number, Context*) { return new_bool(number.is_zero()); }
NewRef test_normal(const View& number, Context* context) {
    return new_bool(is_normal(number, context->settings));
}
NewRef test_subnormal(const View& number, Context* context) {
    return new_bool(is_subnormal(number, context->settings));
}
NewRef make_class_text(const View& number, Context* context) {
    return str_from_latin1(class_of(number, context->settings));
}
NewRef make_scientific(const View& number, Context* context) { return decimal_text(number, context); }
NewRef make_engineering(const View& number, Context* context) {
    return decimal_text(number, context, Notation::Engineering);
}
NewRef make_absolute(const View& number, Context*) { return new_decimal(number.magnitude()); }
NewRef make_negated(const View& number, Context*) { return new_decimal(number.with_sign(!number.negative)); }
NewRef apply_context(const View& number, Context* context) {
    return computed(context, [&](Conditions& conditions) {
        return finalized(Number(number), context->settings, conditions);
    });
}

NewRef make_total_order(const View& left, const View& right) {
    return new_decimal(integer_number(compare_total(left, right)));
}
NewRef make_total_order_of_magnitudes(const View& left, const View& right) {
    return make_total_order(left.magnitude(), right.magnitude());
}
NewRef make_signed(const View& left, const View& right) { return new_decimal(left.with_sign(right.negative)); }
NewRef test_quantum(const View& left, const View& right) { return new_bool(same_quantum(left, right)); }

NewRef context_divmod(Object* self, Object* const* arguments) {
    Operand a, b;
    TRY(take_operands({{&a, arguments[0]}, {&b, arguments[1]}}));
    return run_divmod(as_context(self), a, b);
}

NewRef context_power(Object* self, Object* const* arguments) {
    Operand a, b, c;
    TRY(take_operands({{&a, arguments[0]}, {&b, arguments[1]}}));
    if (is_none(arguments[2])) return run_power(as_context(self), a, b, nullptr);
    TRY(take_operands({{&c, arguments[2]}}));
    return run_power(as_context(self), a, b, &c);
}

NewRef context_fma(Object* self, Object* const* arguments) {
    Operand a, b, c;
    TRY(take_operands({{&a, arguments[0]}, {&b, arguments[1]}, {&c, arguments[2]}}));
    const Settings& settings = as_context(self)->settings;
    return computed(as_context(self),
                    [&](Conditions& conditions) { return fused_multiply_add(a, b, c, settings, conditions); });
}

NewRef context_radix(Object*, Object* const*) { return new_decimal(small_number(10)); }
NewRef context_etiny(Object* self, Object* const*) { return new_int(as_context(self)->settings.etiny()); }
NewRef context_etop(Object* self, Object* const*) { return new_int(as_context(self)->settings.etop()); }

Status require_decimal(Object* object) {
    if (is_decimal(object)) return done;
    return raise(type_error_type, "argument must be a Decimal");
}

NewRef context_is_canonical(Object*, Object* const* arguments) {
    TRY(require_decimal(arguments[0]));
    return new_bool(true);
}

NewRef context_canonical(Object*, Object* const* arguments) {
    TRY(require_decimal(arguments[0]));
    return new_ref(arguments[0]);
}

NewRef context_copy_decimal(Object*, Object* const* arguments) {
    if (is_decimal(arguments[0])) return new_ref(arguments[0]);
    Operand number;
    TRY(take_operands({{&number, arguments[0]}}));
    return new_decimal(number.view());
}

NewRef context_create_decimal(Object* self, Object* const* arguments) {
    return create_decimal(arguments[0], as_context(self));
}

NewRef context_create_decimal_from_float(Object* self, Object* const* arguments) {
    Ref<Object> exact = TRY(decimal_from_float(&decimal_type, arguments[0]));
    return apply_context(view_of(exact.get()), as_context(self));
}

NewRef context_clear_flags(Object* self, Object* const*) {
    as_context(self)->flags->conditions = 0;
    return new_none();
}

NewRef context_clear_traps(Object* self, Object* const*) {
    as_context(self)->traps->conditions = 0;
    return new_none();
}

constexpr const char* unary = "($self, x, /)";
constexpr const char* binary = "!($self, x, y, /)";
constexpr const char* nothing = "($self, /)";

constexpr NativeDef methods[] = {
    {"abs", unary_method<absolute>, unary, "The absolute value."},
    {"exp", unary_method<exponential>, unary, "e ** x."},
    {"ln", unary_method<natural_logarithm>, unary, "The logarithm to the base e."},
    {"log10", unary_method<decimal_logarithm>, unary, "The logarithm to the base 10."},
    {"minus", unary_method<minus>, unary, "-x."},
    {"next_minus", unary_method<next_minus>, unary, "The greatest number below x."},
    {"next_plus", unary_method<next_plus>, unary, "The smallest number above x."},
    {"normalize", unary_method<normalize>, unary, "x without trailing zeros."},
    {"plus", unary_method<plus>, unary, "+x, rounded to the context."},
    {"to_integral", unary_method<to_integral>, unary, "The same as to_integral_value()."},
    {"to_integral_exact", unary_method<to_integral_exact>, unary, "Rounded to a whole number, with signals."},
    {"to_integral_value", unary_method<to_integral>, unary, "Rounded to a whole number."},
    {"sqrt", unary_method<square_root>, unary, "The square root."},
    {"add", binary_method<add>, binary, "x + y."},
    {"compare", binary_method<compare>, binary, "-1, 0, 1 or NaN."},
    {"compare_signal", binary_method<compare_signal>, binary, "Like compare(), but every NaN signals."},
    {"divide", binary_method<divide>, binary, "x / y."},
    {"divide_int", binary_method<divide_whole>, binary, "The whole part of x / y."},
    {"divmod", context_divmod, binary, "The whole part of x / y and the remainder."},
    {"max", binary_method<maximum>, binary, "The greater one."},
    {"max_mag", binary_method<maximum_magnitude>, binary, "The one of greater absolute value."},
    {"min", binary_method<minimum>, binary, "The smaller one."},
    {"min_mag", binary_method<minimum_magnitude>, binary, "The one of smaller absolute value."},
    {"multiply", binary_method<multiply>, binary, "x * y."},
    {"next_toward", binary_method<next_toward>, binary, "The neighbour of x in the direction of y."},
    {"quantize", binary_method<quantize>, binary, "x rounded to the exponent of y."},
    {"remainder", binary_method<remainder>, binary, "x % y."},
    {"remainder_near", binary_method<remainder_near>, binary, "x - n * y with n nearest to x / y."},
    {"subtract", binary_method<subtract>, binary, "x - y."},
    {"power", context_power, "!($self, /, a, b, modulo=None)", "a ** b, or that modulo a third number."},
    {"fma", context_fma, "!($self, x, y, z, /)", "x * y + z, rounded once."},
    {"Etiny", context_etiny, nothing, "The smallest exponent that a result can have."},
    {"Etop", context_etop, nothing, "The greatest exponent that a number of full length can have."},
    {"radix", context_radix, nothing, "Decimal(10)."},
    {"is_canonical", context_is_canonical, unary, "Always True."},
    {"is_finite", view_method<test_finite>, unary, "Neither infinite nor NaN."},
    {"is_infinite", view_method<test_infinite>, unary, "Whether x is an infinity."},
    {"is_nan", view_method<test_nan>, unary, "Whether x is a NaN."},
    {"is_normal", view_method<test_normal>, unary, "Finite, not zero and not subnormal."},
    {"is_qnan", view_method<test_quiet_nan>, unary, "Whether x is a quiet NaN."},
    {"is_signed", view_method<test_signed>, unary, "Whether the sign of x is minus."},
    {"is_snan", view_method<test_signaling_nan>, unary, "Whether x is a signaling NaN."},
    {"is_subnormal", view_method<test_subnormal>, unary, "Whether x is below 10 ** Emin."},
    {"is_zero", view_method<test_zero>, unary, "Whether x is a zero."},
    {"_apply", view_method<apply_context>, "-($self, x, /)", nullptr},
    {"copy_abs", view_method<make_absolute>, unary, "The absolute value, not rounded."},
    {"copy_decimal", context_copy_decimal, unary, "x as a Decimal."},
    {"copy_negate", view_method<make_negated>, unary, "x negated, not rounded."},
    {"logb", unary_method<exponent_of>, unary, "The adjusted exponent."},
    {"logical_invert", unary_method<logical_invert>, unary, "Each digit 0 or 1 inverted."},
    {"number_class", view_method<make_class_text>, unary, "The class of x, such as '+Normal'."},
    {"to_sci_string", view_method<make_scientific>, unary, "As text in scientific notation."},
    {"to_eng_string", view_method<make_engineering>, unary, "As text in engineering notation."},
    {"compare_total", view_pair_method<make_total_order>, binary, "By the total order."},
    {"compare_total_mag", view_pair_method<make_total_order_of_magnitudes>, binary,
     "By the total order, signs not looked at."},
    {"copy_sign", view_pair_method<make_signed>, binary, "x with the sign of y."},
    {"logical_and", binary_method<logical_and>, binary, "Digit by digit."},
    {"logical_or", binary_method<logical_or>, binary, "Digit by digit."},
    {"logical_xor", binary_method<logical_xor>, binary, "Digit by digit."},
    {"rotate", binary_method<rotate>, binary, "The digits of x rotated by y."},
    {"same_quantum", view_pair_method<test_quantum>, binary, "Whether the exponents are the same."},
    {"scaleb", binary_method<scale>, binary, "x with y added to the exponent."},
    {"shift", binary_method<shift>, binary, "The digits of x shifted by y."},
    {"clear_flags", context_clear_flags, nothing, "Sets all flags to False."},
    {"clear_traps", context_clear_traps, nothing, "Sets all traps to False."},
    {"__copy__", context_copy, "-($self)", nullptr},
    {"__reduce__", context_reduce, "-($self)", nullptr},
    {"copy", context_copy, nothing, "A copy with the same flags and traps."},
    {"canonical", context_canonical, unary, "x itself."},
    {"create_decimal", context_create_decimal, "!($self, num=\"0\", /)", "A Decimal rounded to the context."},
    {"create_decimal_from_float", context_create_decimal_from_float, "($self, f, /)",
     "The value of a float rounded to the context."},
};

}  // namespace

const std::span<const NativeDef> context_methods = methods;

}  // namespace minipy::decimal
