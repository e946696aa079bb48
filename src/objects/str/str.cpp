// The type str: its slots and the operations on whole strings behind them.
//
// Results share the operand where nothing changes (`s + ''`, `s * 1`, `s[:]`) if it is a str and not of a
// subclass, as CPython's do.
//
// CPython: Objects/unicodeobject.c
#include <fmt/format.h>

#include "memory/allocator.h"
#include "objects/errors.h"
#include "objects/singletons.h"
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

namespace {

void str_dealloc(Object* self) noexcept {
    auto* string = static_cast<Str*>(self);
    if (string->interned) forget_interned(string);
    if (!string->ascii) {
        Utf8Cache* cache = utf8_cache(string);
        if (cache->text) release(cache->text, static_cast<std::size_t>(cache->size) + 1);
    }
    release(string, str_bytes(string->size, string->kind, string->ascii));
}

NewRef str_repr_slot(Object* self) { return str_repr(static_cast<Str*>(self)); }
NewRef str_str(Object* self) { return str_exact(static_cast<Str*>(self)); }
Result<Hash> str_hash_slot(Object* self) { return str_hash(static_cast<Str*>(self)); }
Result<Size> str_length(Object* self) { return static_cast<Str*>(self)->size; }

NewRef str_item(Object* self, Size index) {
    auto* string = static_cast<Str*>(self);
    if (index < 0 || index >= string->size) return raise(index_error_type, "string index out of range");
    return str_from_character(string->at(index));
}

Result<bool> str_contains(Object* self, Object* item) {
    if (!is_str(item)) {
        return raise(type_error_type,
                     fmt::format("'in <string>' requires string as left operand, not {}", item->type->name));
    }
    auto* string = static_cast<Str*>(self);
    return str_find(string, static_cast<Str*>(item), 0, string->size) >= 0;
}

NewRef str_concat_slot(Object* left, Object* right) {
    if (!is_str(right)) {
        return raise(type_error_type,
                     fmt::format("can only concatenate str (not \"{}\") to str", right->type->name));
    }
    return str_concat(static_cast<Str*>(left), static_cast<Str*>(right));
}

NewRef str_repeat_slot(Object* self, Size count) { return str_repeat(static_cast<Str*>(self), count); }

constexpr char str_doc[] =
    "str(object='') -> str\n"
    "str(bytes_or_buffer[, encoding[, errors]]) -> str\n"
    "\n"
    "The text of an object as its __str__ gives it, or the text that bytes stand for in an encoding.";

const TypeSpec str_spec = {
    .name = "str",
    .basic_size = sizeof(Str),
    .flags = type_flag::base_type | type_flag::str_subclass | type_flag::match_self,
    .doc = str_doc,
    .slots =
        {
            .dealloc = str_dealloc,
            .repr = str_repr_slot,
            .str = str_str,
            .hash = str_hash_slot,
            .compare = str_compare_slot,
            .length = str_length,
            .contains = str_contains,
            .concat = str_concat_slot,
            .repeat = str_repeat_slot,
            .item = str_item,
        },
};

}  // namespace

Type str_type(str_spec);

}  // namespace minipy
