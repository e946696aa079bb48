// complex: objects, text, arithmetic.
//
// Invariant: a complex equals an int or float exactly if its imaginary part is zero and the real one is
// equal to it; there is no order.
//
// CPython: Objects/complexobject.c
#include "objects/complex.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "memory/allocator.h"
#include "objects/complex_slots.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/float_slots.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/number_hash.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

/// The value of a complex, apart from any object.
struct Pair {
    double real, imaginary;
    bool is_zero() const noexcept { return real == 0 && imaginary == 0; }
};

Pair operator+(Pair left, Pair right) noexcept {
    return {left.real + right.real, left.imaginary + right.imaginary};
}

Pair operator-(Pair left, Pair right) noexcept {
    return {left.real - right.real, left.imaginary - right.imaginary};
}

Pair operator*(Pair left, Pair right) noexcept {
    return {left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real};
}

/// Smith's way: dividing by the larger part of the divisor first keeps the intermediate values in range.
Pair operator/(Pair left, Pair right) noexcept {
    const double real_size = std::fabs(right.real), imaginary_size = std::fabs(right.imaginary);
    if (real_size >= imaginary_size) {
        const double ratio = right.imaginary / right.real;
        const double divisor = right.real + right.imaginary * ratio;
        return {(left.real + left.imaginary * ratio) / divisor, (left.imaginary - left.real * ratio) / divisor};
    }
    if (imaginary_size >= real_size) {
        const double ratio = right.real / right.imaginary;
        const double divisor = right.real * ratio + right.imaginary;
        return {(left.real * ratio + left.imaginary) / divisor, (left.imaginary * ratio - left.real) / divisor};
    }
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();  // one of the parts is nan
    return {nan, nan};
}

Failure raise_zero_to_power() { return raise(zero_division_error_type, "0.0 to a negative or complex power"); }

/// By repeated squaring: exact where the polar form would round.
Result<Pair> power_by_squaring(Pair base, int exponent) {
    Pair result{1, 0};
    for (int rest = std::abs(exponent); rest; rest >>= 1, base = base * base)
        if (rest & 1) result = result * base;
    if (exponent > 0) return result;
    if (result.is_zero()) return raise_zero_to_power();
    return Pair{1, 0} / result;
}

Result<Pair> power_by_polar_form(Pair base, Pair exponent) {
    if (exponent.is_zero()) return Pair{1, 0};
    if (base.is_zero()) {
        if (exponent.imaginary != 0 || exponent.real < 0) return raise_zero_to_power();
        return Pair{0, 0};
    }
    const double size = std::hypot(base.real, base.imaginary);
    const double angle = std::atan2(base.imaginary, base.real);
    double length = std::pow(size, exponent.real);
    double phase = angle * exponent.real;
    if (exponent.imaginary != 0) {
        length /= std::exp(angle * exponent.imaginary);
        phase += exponent.imaginary * std::log(size);
    }
    // The sine of infinity is a domain error, which CPython takes for that of a zero base.
    if (std::isinf(phase)) return raise_zero_to_power();
    return Pair{length * std::cos(phase), length * std::sin(phase)};
}

NewRef new_complex(Pair value) { return minipy::new_complex(value.real, value.imaginary); }

Pair value_of(const Object* object) noexcept {
    const Complex* value = static_cast<const Complex*>(object);
    return {value->real, value->imaginary};
}

/// Reads a complex, float or int. If it is neither or too large, `refusal` is what the slot returns.
bool read_operand(const Object* operand, Pair& value, NewRef& refusal) {
    if (is_complex(operand)) {
        value = value_of(operand);
        return true;
    }
    if (is_float(operand)) {
        value = {float_value(operand), 0};
        return true;
    }
    if (!is_int(operand)) {
        refusal = new_ref(&not_implemented);
        return false;
    }
    Result<double> converted = int_to_double(as_int(operand));
    if (converted) value = {*converted, 0};
    return static_cast<bool>(converted);
}

/// The frame of every binary slot: both operands as pairs, or the refusal.
template <class Operation>
NewRef on_pairs(Object* left, Object* right, Operation operation) {
    Pair a, b;
    NewRef refusal = nullptr;
    if (!read_operand(left, a, refusal) || !read_operand(right, b, refusal)) return refusal;
    return operation(a, b);
}

void complex_dealloc(Object* self) noexcept { free_object(self); }

NewRef complex_repr(Object* self) {
    const Pair value = value_of(self);
    const std::string imaginary = double_repr(value.imaginary, false) + "j";
    if (value.real == 0 && !std::signbit(value.real)) return str_from_latin1(imaginary);
    const char* plus = imaginary[0] == '-' ? "" : "+";
    return str_from_latin1(fmt::format("({}{}{})", double_repr(value.real, false), plus, imaginary));
}

Result<Hash> complex_hash(Object* self) {
    const Pair value = value_of(self);
    const auto hash = static_cast<std::uint64_t>(double_hash(self, value.real)) +
                      hash_of_imaginary_unit * static_cast<std::uint64_t>(double_hash(self, value.imaginary));
    return hash == static_cast<std::uint64_t>(-1) ? -2 : static_cast<Hash>(hash);
}

Result<bool> complex_truth(Object* self) { return !value_of(self).is_zero(); }

NewRef complex_compare(Object* left, Object* right, CompareOp op) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return new_ref(&not_implemented);
    const Pair a = value_of(left);
    bool equal;
    if (is_complex(right)) {
        const Pair b = value_of(right);
        equal = a.real == b.real && a.imaginary == b.imaginary;
    } else if (is_float(right)) {
        equal = a.imaginary == 0 && a.real == float_value(right);
    } else if (is_int(right)) {
        if (a.imaginary == 0) {
            Ref<Float> real = new_float(a.real);
            return float_compare(real.get(), right, op);
        }
        equal = false;
    } else {
        return new_ref(&not_implemented);
    }
    return new_bool(equal == (op == CompareOp::Eq));
}

NewRef complex_add(Object* left, Object* right) {
    return on_pairs(left, right, [](Pair a, Pair b) { return new_complex(a + b); });
}

NewRef complex_subtract(Object* left, Object* right) {
    return on_pairs(left, right, [](Pair a, Pair b) { return new_complex(a - b); });
}

NewRef complex_multiply(Object* left, Object* right) {
    return on_pairs(left, right, [](Pair a, Pair b) { return new_complex(a * b); });
}

NewRef complex_true_divide(Object* left, Object* right) {
    return on_pairs(left, right, [](Pair a, Pair b) -> NewRef {
        if (b.is_zero()) return raise(zero_division_error_type, "complex division by zero");
        return new_complex(a / b);
    });
}

NewRef complex_power_slot(Object* base, Object* exponent, Object* modulus) {
    return on_pairs(base, exponent, [modulus](Pair a, Pair b) -> NewRef {
        if (!is_none(modulus)) return raise(value_error_type, "complex modulo");
        return complex_power(a.real, a.imaginary, b.real, b.imaginary);
    });
}

NewRef complex_negative(Object* self) {
    const Pair value = value_of(self);
    return new_complex({-value.real, -value.imaginary});
}

NewRef complex_absolute(Object* self) {
    const Pair value = value_of(self);
    const double size = std::hypot(value.real, value.imaginary);
    if (std::isinf(size) && std::isfinite(value.real) && std::isfinite(value.imaginary))
        return raise(overflow_error_type, "absolute value too large");
    return new_float(size);
}

const TypeSpec complex_spec = {
    .name = "complex",
    .basic_size = sizeof(Complex),
    .flags = type_flag::base_type,
    .doc =
        "complex(real=0, imag=0)\n\n"
        "The complex number real + imag*1j; a text in place of real is read as a whole number.",
    .slots = {.new_ = complex_new,
              .dealloc = complex_dealloc,
              .repr = complex_repr,
              .hash = complex_hash,
              .compare = complex_compare,
              .add = complex_add,
              .subtract = complex_subtract,
              .multiply = complex_multiply,
              .power = complex_power_slot,
              .negative = complex_negative,
              .positive = complex_exact,
              .absolute = complex_absolute,
              .truth = complex_truth,
              .true_divide = complex_true_divide},
    .methods = complex_methods,
    .members = complex_members,
    .signature = "(real=0, imag=0)",
};

}  // namespace

Type complex_type(complex_spec);

bool is_complex(const Object* object) noexcept {
    for (const Type* type = object->type; type; type = type->base)
        if (type == &complex_type) return true;
    return false;
}

Ref<Complex> new_complex(double real, double imaginary) {
    Complex* made = static_cast<Complex*>(allocate(sizeof(Complex)));
    made->refcount = 1;
    made->type = &complex_type;
    made->real = real;
    made->imaginary = imaginary;
    return Ref<Complex>::steal(made);
}

NewRef complex_exact(Object* self) {
    return is_exactly(self, complex_type) ? new_ref(self) : new_complex(value_of(self));
}

NewRef complex_power(double base_real, double base_imaginary, double exponent_real, double exponent_imaginary) {
    const bool whole = exponent_imaginary == 0 && exponent_real == std::floor(exponent_real) &&
                       std::fabs(exponent_real) <= 100;
    const Pair base{base_real, base_imaginary};
    const Pair power = TRY(whole ? power_by_squaring(base, static_cast<int>(exponent_real))
                                 : power_by_polar_form(base, {exponent_real, exponent_imaginary}));
    if (std::isinf(power.real) || std::isinf(power.imaginary))
        return raise(overflow_error_type, "complex exponentiation");
    return new_complex(power);
}

}  // namespace minipy
