// Operations on whole strings: parts, sums and multiples.
//
// Results share the operand where nothing changes (`s + ''`, `s * 1`, `s[:]`) if it is a str and not of a
// subclass, as CPython's do.
//
// CPython: Objects/unicodeobject.c
#include <cstdlib>
#include <cstring>
#include <utility>

#include "memory/allocator.h"
#include "objects/errors.h"
#include "objects/str/slots.h"
#include "objects/str_data.h"
#include "objects/str_storage.h"

namespace minipy {

Ref<Str> str_exact(Str* string) {
    if (is_exactly(string, str_type)) return share(string);
    return with_data(string, [&](const auto* data) { return str_from_characters(data, string->size); });
}

Ref<Str> str_substring(Str* string, Size start, Size end) {
    if (start == 0 && end == string->size) return str_exact(string);
    if (string->ascii && end - start > 1) {
        Ref<Str> made = TRY(new_ascii_str(end - start));
        std::memcpy(made->data(), string->data1() + start, static_cast<std::size_t>(end - start));
        return made;
    }
    if (string->kind == 1 && end - start == 1) return str_from_character(string->data1()[start]);
    return with_data(string, [&](const auto* data) { return str_from_characters(data + start, end - start); });
}

Ref<Str> str_concat(Str* left, Str* right) {
    if (left->size == 0) return str_exact(right);
    if (right->size == 0) return str_exact(left);
    if (left->ascii && right->ascii && right->size < small_str_size) {
        Ref<Str> made = TRY(new_ascii_str(left->size + right->size));
        char* to = static_cast<char*>(made->data());
        std::memcpy(to, left->data(), static_cast<std::size_t>(left->size));
        std::memcpy(to + left->size, right->data(), static_cast<std::size_t>(right->size));
        return made;
    }
    Ref<Str> made = TRY(new_str(left->size + right->size, std::max(bound_of(left), bound_of(right))));
    copy_into(made.get(), 0, left, 0, left->size);
    copy_into(made.get(), left->size, right, 0, right->size);
    return made;
}

namespace {

/// Whether the string may be changed: nobody else has it, it stands in no table, and its hash (which a dict may
/// rely on) is not shared either.
bool can_grow(const Str* left, const Str* right) noexcept {
    const bool fits = left->ascii ? right->ascii : left->kind >= right->kind;
    constexpr Size longest = Size{1} << 28;  // beyond that, copying is guarded against lack of memory
    return left->refcount == 1 && !left->interned && is_exactly(left, str_type) && fits && left->size &&
           left->size < longest && right->size < longest;
}

}  // namespace

Ref<Str> str_append(Ref<Str> left, Str* right) {
    if (right->size == 0 && is_exactly(left.get(), str_type)) return left;
    if (!can_grow(left.get(), right)) return str_concat(left.get(), right);
    const Size old_size = left->size, size = old_size + right->size;
    const unsigned kind = left->kind;
    const bool ascii = left->ascii;
    if (!ascii) {
        Utf8Cache* cache = utf8_cache(left.get());
        release(std::exchange(cache->text, nullptr), static_cast<std::size_t>(cache->size) + 1);
    }
    auto* grown = static_cast<Str*>(
        reallocate(left.get(), str_bytes(old_size, kind, ascii), str_bytes(size, kind, ascii)));
    (void)left.release();
    grown->size = size;
    grown->hash = -1;
    std::memset(static_cast<char*>(grown->data()) + size * static_cast<Size>(kind), 0, kind);
    if (!ascii) *utf8_cache(grown) = {};
    copy_into(grown, old_size, right, 0, right->size);
    return Ref<Str>::steal(grown);
}

void repeat_memory(void* memory, std::size_t unit, std::size_t total) noexcept {
    auto* to = static_cast<char*>(memory);
    for (std::size_t filled = unit; filled < total;) {
        std::size_t chunk = std::min(filled, total - filled);
        std::memcpy(to + filled, to, chunk);
        filled += chunk;
    }
}

Ref<Str> str_repeat(Str* string, Size count) {
    if (count < 1 || string->size == 0) return empty_str();
    if (count == 1) return str_exact(string);
    Size size;
    if (__builtin_mul_overflow(string->size, count, &size)) {
        return raise(overflow_error_type, "repeated string is too long");
    }
    Ref<Str> made = TRY(new_str(size, bound_of(string)));
    const std::size_t unit = static_cast<std::size_t>(string->size) * string->kind;
    std::memcpy(made->data(), string->data(), unit);
    repeat_memory(made->data(), unit, unit * static_cast<std::size_t>(count));
    return made;
}

}  // namespace minipy
