// Operations on whole strings: parts, sums and multiples.
//
// Results share the operand where nothing changes (`s + ''`, `s * 1`, `s[:]`) if it is a str and not of a
// subclass, as CPython's do.
//
// CPython: Objects/unicodeobject.c
#include "objects/errors.h"
#include "objects/str/slots.h"
#include "objects/str_data.h"

namespace minipy {

Ref<Str> str_exact(Str* string) {
    if (is_exactly(string, str_type)) return share(string);
    return with_data(string, [&](const auto* data) { return str_from_characters(data, string->size); });
}

Ref<Str> str_substring(Str* string, Size start, Size end) {
    if (start == 0 && end == string->size) return str_exact(string);
    return with_data(string, [&](const auto* data) -> Ref<Str> {
        if (string->ascii && end - start > 1) {
            Ref<Str> made = TRY(new_str(end - start, 0x7F));
            std::memcpy(made->data(), data + start, static_cast<std::size_t>(end - start));
            return made;
        }
        return str_from_characters(data + start, end - start);
    });
}

Ref<Str> str_concat(Str* left, Str* right) {
    if (left->size == 0) return str_exact(right);
    if (right->size == 0) return str_exact(left);
    Ref<Str> made = TRY(new_str(left->size + right->size, std::max(bound_of(left), bound_of(right))));
    copy_into(made.get(), 0, left, 0, left->size);
    copy_into(made.get(), left->size, right, 0, right->size);
    return made;
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
