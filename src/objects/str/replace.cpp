// Replacing parts and single characters of strings.
//
// CPython: Objects/unicodeobject.c (replace, _PyUnicode_TranslateCharmap, unicode_maketrans_impl)
#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <utility>

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str/slots.h"
#include "objects/str_builder.h"
#include "objects/str_storage.h"
#include "objects/text_argument.h"
#include "objects/text_search.h"

namespace minipy {
namespace {

/// `inserted` before each character and at the end, at most `count` times.
Ref<Str> interleave(const Str* string, const Str* inserted, Size count) {
    StrBuilder builder;
    for (Size i = 0; i <= string->size; ++i) {
        if (count-- > 0) builder.append(inserted);
        if (i < string->size) builder.append(string->at(i));
    }
    return builder.finish();
}

/// Replaces in ASCII text by ASCII text, the first occurrence being at `found`: finds all, then allocates once.
Ref<Str> replace_ascii(const Str* string, const Str* old, const Str* replacement, Size found, Size count) {
    boost::container::small_vector<Size, 64> places;
    const std::uint8_t* text = string->data1();
    for (Size at = found, step = 0; step >= 0 && count > 0; --count) {
        places.push_back(at);
        at += old->size;
        step = find_in(text + at, string->size - at, old->data1(), old->size);
        at += step;
    }
    Size size;
    const auto times = static_cast<Size>(places.size());
    if (__builtin_mul_overflow(times, replacement->size - old->size, &size) ||
        __builtin_add_overflow(size, string->size, &size))
        return raise(overflow_error_type, "replace string is too long");
    if (size == 0) return empty_str();
    Ref<Str> made = TRY(new_ascii_str(size));
    auto* to = static_cast<std::uint8_t*>(made->data());
    Size start = 0;
    for (Size place : places) {
        to = std::copy(text + start, text + place, to);
        to = std::copy_n(replacement->data1(), replacement->size, to);
        start = place + old->size;
    }
    std::copy(text + start, text + string->size, to);
    return size == 1 ? str_from_character(made->data1()[0]) : std::move(made);
}

/// What a translation table has for a character; empty without an exception if it has nothing.
Ref<Object> find_mapped(Object* table, char32_t c) {
    Ref<Int> key = new_int(c);
    if (is_exactly(table, dict_type)) {
        Object* found = TRY(dict_get(static_cast<Dict*>(table), key.get()));
        return found ? share(found) : Ref<Object>();
    }
    Ref<Object> mapped = get_item(table, key.get());
    if (!mapped && pending_matches(lookup_error_type)) clear_exception();
    return mapped;
}

/// Appends what a translation table has for one character: nothing, a character, a text, or itself.
Status append_translated(StrBuilder& builder, Object* table, char32_t c) {
    Ref<Object> mapped = find_mapped(table, c);
    if (!mapped) {
        if (pending_exception()) return failed;
        builder.append(c);
        return done;
    }
    if (is_none(mapped.get())) return done;
    if (is_str(mapped.get())) {
        builder.append(as_str(mapped.get()));
        return done;
    }
    if (!is_int(mapped.get())) {
        return raise(type_error_type, "character mapping must return integer, None or str");
    }
    const Int* number = as_int(mapped.get());
    if (!number->is_small() || number->small < 0 || number->small > 0x10FFFF) {
        return raise(value_error_type, "character mapping must be in range(0x110000)");
    }
    builder.append(static_cast<char32_t>(number->small));
    return done;
}

Status set_character(Dict* table, char32_t key, Object* value) {
    Ref<Int> number = new_int(key);
    return dict_set(table, number.get(), value);
}

/// Copies a mapping's items; keys that are strings of one character become their code points.
Status copy_table(Dict* table, Object* source) {
    if (!is_dict(source)) {
        return raise(type_error_type, "if you give only one argument to maketrans it must be a dict");
    }
    Size position = 0;
    Object *key, *value;
    while (dict_next(static_cast<Dict*>(source), position, key, value)) {
        if (is_str(key)) {
            if (as_str(key)->size != 1) {
                return raise(value_error_type, "string keys in translate table must be of length 1");
            }
            TRY(set_character(table, as_str(key)->at(0), value));
        } else if (is_int(key)) {
            TRY(dict_set(table, key, value));
        } else {
            return raise(type_error_type, "keys in translate table must be strings or integers");
        }
    }
    return done;
}

}  // namespace

NewRef str_replace(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "replace", "argument 1"));
    TRY(str_argument(arguments[1], "replace", "argument 2"));
    Size count = TRY(argument_size(arguments[2]));
    if (count < 0) count = PTRDIFF_MAX;
    Str *string = as_str(self), *old = as_str(arguments[0]), *replacement = as_str(arguments[1]);
    if (old->size == 0 && count > 0) {
        if (string->size == 0 && replacement->size == 0) return str_exact(string);
        return interleave(string, replacement, count);
    }
    Size found = count == 0 ? -1 : str_find(string, old, 0, string->size);
    if (found < 0 || str_equal(old, replacement)) return str_exact(string);
    if (string->ascii && replacement->ascii) return replace_ascii(string, old, replacement, found, count);
    StrBuilder builder;
    Size start = 0;
    for (; found >= 0 && count > 0; --count) {
        builder.append(string, start, found);
        builder.append(replacement);
        start = found + old->size;
        found = count > 1 ? str_find(string, old, start, string->size) : -1;
    }
    builder.append(string, start, string->size);
    return builder.finish();
}

NewRef str_translate(Object* self, Object* const* arguments) {
    const Str* string = as_str(self);
    StrBuilder builder;
    for (Size i = 0; i < string->size; ++i) TRY(append_translated(builder, arguments[0], string->at(i)));
    return builder.finish();
}

NewRef str_maketrans(Object*, Object* const* arguments) {
    Ref<Dict> table = TRY(new_dict());
    Object *x = arguments[0], *y = arguments[1], *z = arguments[2];
    if (!y) {
        TRY(copy_table(table.get(), x));
        return table;
    }
    if (!is_str(y)) {
        return raise_bad_argument("maketrans", "argument 2", "str", y);
    }
    if (!is_str(x)) {
        return raise(type_error_type,
                     "first maketrans argument must be a string if there is a second argument");
    }
    if (as_str(x)->size != as_str(y)->size) {
        return raise(value_error_type, "the first two maketrans arguments must have equal length");
    }
    for (Size i = 0; i < as_str(x)->size; ++i) {
        Ref<Int> value = new_int(as_str(y)->at(i));
        TRY(set_character(table.get(), as_str(x)->at(i), value.get()));
    }
    if (z) {
        TRY(str_argument(z, "maketrans", "argument 3"));
        for (Size i = 0; i < as_str(z)->size; ++i) TRY(set_character(table.get(), as_str(z)->at(i), &none));
    }
    return table;
}

}  // namespace minipy
