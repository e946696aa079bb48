// Equality and hash of constants.
//
// CPython: Objects/codeobject.c (_PyCode_ConstantKey)
#include "objects/constant.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

#include "objects/bytes.h"
#include "objects/code.h"
#include "objects/complex.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/set.h"

namespace minipy {
namespace {

/// The number's bits where zeros must be told apart; all NaNs fall apart by identity before.
bool same_double(double left, double right) noexcept {
    return left == right && std::signbit(left) == std::signbit(right);
}

bool tuples_equal(const Tuple* left, const Tuple* right) {
    return std::ranges::equal(left->span(), right->span(), constant_equal);
}

bool frozensets_equal(const Set* left, const Set* right) {
    return left->used == right->used && std::ranges::all_of(left->slots(), [right](const SetEntry& wanted) {
        return !wanted.key || std::ranges::any_of(right->slots(), [&wanted](const SetEntry& entry) {
            return entry.key && entry.hash == wanted.hash && constant_equal(entry.key, wanted.key);
        });
    });
}

/// For types whose `==` is as strict as a constant's must be.
bool equal_by_value(Object* left, Object* right) {
    const Result<bool> equal = compare_truth(left, right, CompareOp::Eq);
    if (!equal) clear_exception();
    return equal && *equal;
}

/// The high bits come down at the end: tables take the low ones, and constants count upwards.
std::size_t combine(std::size_t seed, std::size_t hash) noexcept {
    const std::size_t product = (std::rotl(seed, 5) ^ hash) * 0x9E3779B97F4A7C15u;
    return product ^ product >> 32;
}

std::size_t hash_by_value(Object* constant) {
    const Result<Hash> value = hash(constant);
    if (value) return static_cast<std::size_t>(*value);
    clear_exception();
    return std::hash<Object*>{}(constant);
}

}  // namespace

bool constant_equal(Object* left, Object* right) {
    if (left == right) return true;
    if (left->type != right->type) return false;
    if (left->type == &str_type) return str_equal(static_cast<Str*>(left), static_cast<Str*>(right));
    if (left->type == &tuple_type) return tuples_equal(static_cast<Tuple*>(left), static_cast<Tuple*>(right));
    if (left->type == &float_type)
        return same_double(static_cast<Float*>(left)->value, static_cast<Float*>(right)->value);
    if (left->type == &complex_type) {
        const auto *a = static_cast<Complex*>(left), *b = static_cast<Complex*>(right);
        return same_double(a->real, b->real) && same_double(a->imaginary, b->imaginary);
    }
    if (left->type == &frozenset_type)
        return frozensets_equal(static_cast<Set*>(left), static_cast<Set*>(right));
    if (left->type == &code_type) return code_equal(static_cast<Code*>(left), static_cast<Code*>(right));
    return equal_by_value(left, right);
}

std::size_t constant_hash(Object* constant) {
    const std::size_t type = std::hash<Type*>{}(constant->type);
    if (constant->type == &tuple_type) {
        std::size_t result = type;
        for (Object* item : static_cast<Tuple*>(constant)->span())
            result = combine(result, constant_hash(item));
        return result;
    }
    if (constant->type == &code_type) {
        const auto* code = static_cast<Code*>(constant);
        const std::size_t place = combine(static_cast<std::size_t>(code->first_line),
                                          static_cast<std::size_t>(bytes_hash(code->line_table.get())));
        return combine(constant_hash(code->name.get()), place);
    }
    return combine(type, hash_by_value(constant));
}

}  // namespace minipy
