// Arithmetic of floats and mixed floats and ints.
//
// Invariant: comparing an int with a float compares the two exact values, never a rounded one; `//` and `%`
// agree with each other and with int's (the remainder has the divisor's sign).
//
// CPython: Objects/floatobject.c
#include <cmath>
#include <utility>

#include "objects/complex.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/float_slots.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

/// Reads a float or int. If it is neither or too large, `refusal` is what the slot returns.
bool read_operand(const Object* operand, double& value, NewRef& refusal) {
    if (is_float(operand)) {
        value = float_value(operand);
        return true;
    }
    if (!is_int(operand)) {
        refusal = new_ref(&not_implemented);
        return false;
    }
    Result<double> converted = int_to_double(as_int(operand));
    if (converted) value = *converted;
    return static_cast<bool>(converted);
}

/// The frame of every binary slot: both operands as doubles, or the refusal.
template <class Operation>
NewRef on_doubles(Object* left, Object* right, Operation operation) {
    double a, b;
    NewRef refusal = nullptr;
    if (!read_operand(left, a, refusal) || !read_operand(right, b, refusal)) return refusal;
    return operation(a, b);
}

struct DoubleDivision {
    double quotient, remainder;
};

/// Python's divmod. The quotient is not computed as floor(left / right), which may be one off.
DoubleDivision divide_rounding_down(double left, double right) noexcept {
    double remainder = std::fmod(left, right);
    double quotient = (left - remainder) / right;
    if (remainder == 0) {
        remainder = std::copysign(0.0, right);
    } else if ((right < 0) != (remainder < 0)) {
        remainder += right;
        quotient -= 1.0;
    }
    if (quotient == 0) return {std::copysign(0.0, left / right), remainder};
    const double whole = std::floor(quotient);
    return {quotient - whole > 0.5 ? whole + 1.0 : whole, remainder};
}

int order_of(double left, double right) noexcept { return (left > right) - (left < right); }

/// The order of a double that is not nan and an int.
int compare_exactly(double left, const Int* right) {
    constexpr double word_limit = 0x1p63;
    if (std::isinf(left)) return left > 0 ? 1 : -1;
    if (!right->is_small()) {
        if (-word_limit <= left && left < word_limit) return right->is_negative() ? 1 : -1;
        return int_compare(int_from_whole(left).get(), right);
    }
    if (left >= word_limit) return 1;
    if (left < -word_limit) return -1;
    const double whole = std::trunc(left);
    const auto word = static_cast<std::int64_t>(whole);
    if (word != right->small) return word < right->small ? -1 : 1;
    return order_of(left, whole);
}

}  // namespace

Failure raise_out_of_range() {
    Ref<Object> exception = new_exception(overflow_error_type, "");
    Ref<Object> number = new_int(34), text = str_from_latin1("Numerical result out of range");
    Object* const items[] = {number.get(), text.get()};
    auto* fields = static_cast<BaseException*>(exception.get());
    Ref<Tuple> previous = Ref<Tuple>::steal(std::exchange(fields->args, new_tuple(items).release()));
    return raise_object(std::move(exception));
}

NewRef double_power(double left, double right) {
    const bool finite = std::isfinite(left) && std::isfinite(right);
    if (left == 0 && right < 0 && finite)
        return raise(zero_division_error_type, "0.0 cannot be raised to a negative power");
    if (left < 0 && finite && right != std::floor(right)) return complex_power(left, 0, right, 0);
    const double result = std::pow(left, right);
    if (finite && std::isinf(result)) return raise_out_of_range();
    return new_float(result);
}

NewRef float_compare(Object* left, Object* right, CompareOp op) {
    const double a = float_value(left);
    if (is_float(right)) {
        const double b = float_value(right);
        if (std::isnan(a) || std::isnan(b)) return new_bool(op == CompareOp::Ne);
        return new_bool(holds(op, order_of(a, b)));
    }
    if (!is_int(right)) return new_ref(&not_implemented);
    if (std::isnan(a)) return new_bool(op == CompareOp::Ne);
    return new_bool(holds(op, compare_exactly(a, as_int(right))));
}

NewRef float_add(Object* left, Object* right) {
    return on_doubles(left, right, [](double a, double b) -> NewRef { return new_float(a + b); });
}

NewRef float_subtract(Object* left, Object* right) {
    return on_doubles(left, right, [](double a, double b) -> NewRef { return new_float(a - b); });
}

NewRef float_multiply(Object* left, Object* right) {
    return on_doubles(left, right, [](double a, double b) -> NewRef { return new_float(a * b); });
}

NewRef float_true_divide(Object* left, Object* right) {
    return on_doubles(left, right, [](double a, double b) -> NewRef {
        if (b == 0) return raise(zero_division_error_type, "float division by zero");
        return new_float(a / b);
    });
}

NewRef float_floor_divide(Object* left, Object* right) {
    return on_doubles(left, right, [](double a, double b) -> NewRef {
        if (b == 0) return raise(zero_division_error_type, "float floor division by zero");
        return new_float(divide_rounding_down(a, b).quotient);
    });
}

NewRef float_remainder(Object* left, Object* right) {
    return on_doubles(left, right, [](double a, double b) -> NewRef {
        if (b == 0) return raise(zero_division_error_type, "float modulo");
        return new_float(divide_rounding_down(a, b).remainder);
    });
}

NewRef float_divmod(Object* left, Object* right) {
    return on_doubles(left, right, [](double a, double b) -> NewRef {
        if (b == 0) return raise(zero_division_error_type, "float divmod()");
        const DoubleDivision division = divide_rounding_down(a, b);
        Ref<Object> quotient = new_float(division.quotient), remainder = new_float(division.remainder);
        Object* const pair[] = {quotient.get(), remainder.get()};
        return new_tuple(pair);
    });
}

NewRef float_power(Object* base, Object* exponent, Object* modulus) {
    if (!is_none(modulus))
        return raise(type_error_type, "pow() 3rd argument not allowed unless all arguments are integers");
    return on_doubles(base, exponent, double_power);
}

NewRef float_negative(Object* self) { return new_float(-float_value(self)); }

NewRef float_absolute(Object* self) { return new_float(std::fabs(float_value(self))); }

NewRef float_to_int(Object* self) {
    const double value = float_value(self);
    if (std::isnan(value)) return raise(value_error_type, "cannot convert float NaN to integer");
    if (std::isinf(value)) return raise(overflow_error_type, "cannot convert float infinity to integer");
    return int_from_whole(value);
}

NewRef float_exact(Object* self) {
    if (is_exactly(self, float_type)) return new_ref(self);
    return new_float(float_value(self));
}

}  // namespace minipy
