// The int objects themselves: the shared ones, making and freeing, hash, comparison, and the type.
//
// Arithmetic is in int_arithmetic.cpp (words and dispatch) and int_large.cpp (limbs), text in int_text.cpp,
// methods in int_methods.cpp.
// Invariant: equal numbers hash equally across int, float and complex: the hash is the value modulo the
// prime 2**61 - 1, and never -1.
//
// CPython: Objects/longobject.c
#include "objects/int.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <utility>

#include "objects/instance.h"
#include "objects/int_large.h"
#include "objects/int_slots.h"
#include "objects/number_hash.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

/// What CPython starts its shared ints with, so that `sys.getrefcount` shows the same order of magnitude.
constexpr std::intptr_t immortal_refcount = 999999999;

NewRef int_repr_slot(Object* self) { return int_repr(as_int(self)); }

Result<Hash> int_hash_slot(Object* self) { return int_hash(as_int(self)); }

Result<bool> int_truth(Object* self) { return !as_int(self)->is_zero(); }

NewRef int_compare_slot(Object* left, Object* right, CompareOp op) {
    if (!is_int(left) || !is_int(right)) return new_ref(&not_implemented);
    return new_bool(holds(op, int_compare(as_int(left), as_int(right))));
}

void int_dealloc(Object* self) noexcept {
    const Int* value = as_int(self);
    if (value->is_small() && is_exactly(self, int_type)) return release(self, sizeof(Int));
    free_object(self, std::max<Size>(std::abs(value->limb_count), 1));
}

}  // namespace

constinit std::array<Int, largest_shared_int - smallest_shared_int + 1> shared_ints = [] {
    std::array<Int, largest_shared_int - smallest_shared_int + 1> ints{};
    std::int64_t value = smallest_shared_int;
    for (Int& shared : ints) shared = Int{{immortal_refcount, &int_type}, 0, {value++}};
    return ints;
}();

Ref<Int> new_int_unsigned(std::uint64_t value) {
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return new_int(static_cast<std::int64_t>(value));
    return int_from_limbs(&value, 1, false);
}

int int_compare(const Int* left, const Int* right) noexcept {
    if (left->limb_count == 0 && right->limb_count == 0)
        return (left->small > right->small) - (left->small < right->small);
    // A large value is beyond every word, and the signed number of limbs orders those of unequal length.
    if (left->limb_count != right->limb_count) return left->limb_count < right->limb_count ? -1 : 1;
    bool negative = left->limb_count < 0;
    int order = mpn_cmp(left->limbs, right->limbs, std::abs(left->limb_count));
    return negative ? -order : order;
}

Hash int_hash(const Int* value) noexcept {
    constexpr auto modulus = static_cast<std::int64_t>(hash_modulus);
    if (value->is_small() && -modulus < value->small && value->small < modulus)
        return value->small == -1 ? -2 : value->small;
    IntParts parts(value);
    std::uint64_t residue = mpn_mod_1(parts.limbs(), parts.size(), hash_modulus);
    return finish_hash(residue, parts.negative());
}

constinit const Slots int_slots = {
    .new_ = int_new,
    .dealloc = int_dealloc,
    .repr = int_repr_slot,
    .hash = int_hash_slot,
    .compare = int_compare_slot,
    .construct = int_construct,
    .add = int_add_slot,
    .subtract = int_subtract_slot,
    .multiply = int_multiply_slot,
    .remainder = int_remainder_slot,
    .divmod = int_divmod_slot,
    .power = int_power_slot,
    .negative = int_negative_slot,
    .positive = int_exact,
    .absolute = int_absolute_slot,
    .truth = int_truth,
    .invert = int_invert_slot,
    .left_shift = int_left_shift_slot,
    .right_shift = int_right_shift_slot,
    .bit_and = int_and_slot,
    .bit_xor = int_xor_slot,
    .bit_or = int_or_slot,
    .to_int = int_exact,
    .to_float = int_float_slot,
    .index = int_exact,
    .floor_divide = int_floor_divide_slot,
    .true_divide = int_true_divide_slot,
};

namespace {
const TypeSpec int_spec = {
    .name = "int",
    .basic_size = offsetof(Int, limbs),
    .item_size = sizeof(std::uint64_t),
    .flags = type_flag::base_type | type_flag::int_subclass | type_flag::match_self,
    .doc =
        "int([x]) -> integer\n"
        "int(x, base=10) -> integer\n\n"
        "The whole number that x, a number or a text in the given base, stands for; 0 without arguments.\n"
        "A number that is not whole is cut towards zero. Base 0 reads the text as a literal of the\n"
        "language is read.\n\n"
        ">>> int('0x1f', 0)\n31",
    .slots = int_slots,
    .methods = int_methods,
    .getset = int_getset,
};
}  // namespace

Type int_type(int_spec);

}  // namespace minipy
