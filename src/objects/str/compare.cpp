// Equality, order and hash of strings.
//
// Equal strings have equal kinds, so equality compares memory; order looks at code points, which memory
// order gives directly only where both strings are one byte wide.
//
// CPython: Objects/unicodeobject.c (unicode_eq, unicode_compare, unicode_hash)
#include "objects/singletons.h"
#include "objects/int.h"
#include "objects/str/slots.h"
#include "objects/str_data.h"
#include "objects/string_hash.h"

namespace minipy {

bool str_equal(const Str* left, const Str* right) noexcept {
    if (left == right) return true;
    return left->size == right->size && left->kind == right->kind &&
           std::memcmp(left->data(), right->data(), static_cast<std::size_t>(left->size) * left->kind) == 0;
}

bool str_equal(const Str* left, std::string_view ascii) noexcept {
    return left->ascii && left->view1() == ascii;
}

int str_compare(const Str* left, const Str* right) noexcept {
    if (left == right) return 0;
    const Size common = std::min(left->size, right->size);
    if (left->kind == 1 && right->kind == 1) {
        int order = std::memcmp(left->data(), right->data(), static_cast<std::size_t>(common));
        if (order) return order < 0 ? -1 : 1;
    } else {
        for (Size i = 0; i < common; ++i) {
            char32_t a = left->at(i), b = right->at(i);
            if (a != b) return a < b ? -1 : 1;
        }
    }
    return left->size == right->size ? 0 : left->size < right->size ? -1 : 1;
}

Hash str_hash(Str* string) noexcept {
    if (string->hash == -1) {
        string->hash = hash_octets(string->data(), static_cast<std::size_t>(string->size) * string->kind);
    }
    return string->hash;
}

NewRef str_compare_slot(Object* left, Object* right, CompareOp op) {
    if (!is_str(left) || !is_str(right)) return new_ref(&not_implemented);
    auto *a = static_cast<Str*>(left), *b = static_cast<Str*>(right);
    if (op == CompareOp::Eq) return new_bool(str_equal(a, b));
    if (op == CompareOp::Ne) return new_bool(!str_equal(a, b));
    return new_bool(holds(op, str_compare(a, b)));
}

}  // namespace minipy
