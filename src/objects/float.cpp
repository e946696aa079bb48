// The float objects themselves: making and freeing, hash, comparison, and the type.
//
// Arithmetic is in float_arithmetic.cpp, text in float_text.cpp, methods in float_methods.cpp.
//
// CPython: Objects/floatobject.c
#include "objects/float.h"

#include <bit>
#include <cmath>

#include "objects/float_slots.h"
#include "objects/instance.h"
#include "objects/number_hash.h"
#include "objects/str.h"

namespace minipy {
namespace {

void float_dealloc(Object* self) noexcept {
    if (is_exactly(self, float_type)) return release(self, sizeof(Float));
    free_object(self);
}

NewRef float_repr(Object* self) { return str_from_latin1(double_repr(float_value(self))); }

Result<Hash> float_hash(Object* self) { return double_hash(self, float_value(self)); }

Result<bool> float_truth(Object* self) { return float_value(self) != 0; }

}  // namespace


Hash double_hash(const Object* owner, double value) noexcept {
    if (std::isinf(value)) return value > 0 ? hash_of_infinity : -hash_of_infinity;
    if (std::isnan(value)) return static_cast<Hash>(std::rotr(reinterpret_cast<std::uintptr_t>(owner), 4));
    int exponent;
    double fraction = std::frexp(std::fabs(value), &exponent);
    std::uint64_t mantissa = static_cast<std::uint64_t>(std::ldexp(fraction, 53));
    // mantissa * 2**shift mod 2**61 - 1: multiplying by a power of two rotates the 61 bits.
    int shift = (exponent - 53) % hash_bits;
    if (shift < 0) shift += hash_bits;
    std::uint64_t residue = ((mantissa << shift) & hash_modulus) | (mantissa >> (hash_bits - shift));
    return finish_hash(residue == hash_modulus ? 0 : residue, value < 0);
}

namespace {
const TypeSpec float_spec = {
    .name = "float",
    .basic_size = sizeof(Float),
    .flags = type_flag::base_type | type_flag::match_self,
    .doc = "float(x=0, /)\n\nThe floating point number that x, a number or a text, stands for.",
    .slots = {.new_ = float_new,
              .dealloc = float_dealloc,
              .repr = float_repr,
              .hash = float_hash,
              .compare = float_compare,
    .construct = float_construct,
              .add = float_add,
              .subtract = float_subtract,
              .multiply = float_multiply,
              .remainder = float_remainder,
              .divmod = float_divmod,
              .power = float_power,
              .negative = float_negative,
              .positive = float_exact,
              .absolute = float_absolute,
              .truth = float_truth,
              .to_int = float_to_int,
              .to_float = float_exact,
              .floor_divide = float_floor_divide,
              .true_divide = float_true_divide},
    .methods = float_methods,
    .getset = float_getset,
    .signature = "(x=0, /)",
};
}  // namespace

Type float_type(float_spec);

}  // namespace minipy
