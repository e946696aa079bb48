// The type str: its slots, its methods, and making one with `str(...)`.
//
// An exact string takes the memory it needs (str_storage.h). An instance of a subclass has room for four
// bytes a character, so that the layout follows from type and size as it does for every class's instances.
//
// CPython: Objects/unicodeobject.c
#include <fmt/format.h>

#include "memory/collector.h"
#include "objects/arguments.h"
#include "objects/buffer.h"
#include "objects/codecs.h"
#include "objects/construct.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/str/slots.h"
#include "objects/str_builder.h"
#include "objects/str_storage.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"

namespace minipy {

namespace {

void str_dealloc(Object* self) noexcept {
    auto* string = static_cast<Str*>(self);
    if (string->interned) forget_interned(string);
    if (!string->ascii) {
        Utf8Cache* cache = utf8_cache(string);
        if (cache->text) release(cache->text, static_cast<std::size_t>(cache->size) + 1);
    }
    if (is_exactly(self, str_type)) {
        release(string, str_bytes(string->size, string->kind, string->ascii));
        return;
    }
    if (self->type->has(type_flag::collected)) untrack(self);
    free_object(self);
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

/// `string[slice]`.
Ref<Str> str_slice(Str* string, const Slice* slice) {
    if (const Stretch part = plain_slice(slice, string->size); part.count >= 0)
        return str_substring(string, part.start, part.start + part.count);
    const SliceRange range = TRY(slice_range(slice, string->size));
    if (range.count == 0) return empty_str();
    if (range.step == 1) return str_substring(string, range.start, range.start + range.count);
    StrBuilder builder;
    for (Size i = 0; i < range.count; ++i) builder.append(string->at(range.start + i * range.step));
    return builder.finish();
}

NewRef str_get_item(Object* self, Object* key) {
    auto* string = static_cast<Str*>(self);
    if (has_index(key)) {
        Size index = TRY(index_size(key));
        if (index < 0) index += string->size;
        return str_item(self, index);
    }
    if (is_exactly(key, slice_type)) return str_slice(string, static_cast<Slice*>(key));
    return raise(type_error_type, fmt::format("string indices must be integers, not '{}'", key->type->name));
}

/// An instance of a subclass with the characters of a string.
Ref<Object> copy_for_subclass(Type* type, const Str* source) {
    auto* copy = static_cast<Str*>(allocate_instance(type, source->size));
    copy->hash = -1;
    copy->kind = source->kind;
    copy->ascii = source->ascii;
    std::memcpy(copy->data(), source->data(), static_cast<std::size_t>(source->size) * source->kind);
    return Ref<Object>::steal(copy);
}

/// The text of `encoding` or `errors`, `fallback` if it was left out.
Result<std::string> text_argument(Object* object_or_null, const char* which, const char* fallback) {
    if (!object_or_null) return std::string(fallback);
    TRY(str_argument(object_or_null, "str", which));
    return std::string(str_utf8(as_str(object_or_null)));
}

Ref<Str> decode_object(Object* object, Object* encoding_or_null, Object* errors_or_null) {
    const std::string encoding = TRY(text_argument(encoding_or_null, "argument 'encoding'", "utf-8"));
    const std::string errors = TRY(text_argument(errors_or_null, "argument 'errors'", "strict"));
    TRY(check_codec_names(static_cast<Str*>(encoding_or_null), static_cast<Str*>(errors_or_null)));
    if (is_str(object)) return raise(type_error_type, "decoding str is not supported");
    if (!has_octets(object)) {
        return raise(type_error_type,
                     fmt::format("decoding to str: need a bytes-like object, {} found", object->type->name));
    }
    OctetsView octets;
    TRY(octets.acquire(object));
    if (octets.view().empty()) return empty_str();
    return decode_octets(octets.view(), encoding, errors);
}

NewRef str_new(Type* type, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"object", "encoding", "errors"};
    Object* bound[3];
    TRY(bind_arguments("str", names, arguments, keywords, bound));
    Ref<Str> text = !bound[0]              ? empty_str()
                    : bound[1] || bound[2] ? decode_object(bound[0], bound[1], bound[2])
                                           : to_str(bound[0]);
    if (!text || type == &str_type) return text;
    return copy_for_subclass(type, text.get());
}

/// `str(object)` without tuple and dict.
NewRef str_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (is_one_argument(positional, keyword_names)) return to_str(arguments[0]);
    return construct_generally(callable, arguments, positional, keyword_names);
}

NewRef str_encode(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "encode", "argument 'encoding'"));
    TRY(str_argument(arguments[1], "encode", "argument 'errors'"));
    if (is_strict_utf8(as_str(arguments[0]), as_str(arguments[1]))) return encode_utf8(as_str(self));
    TRY(check_codec_names(as_str(arguments[0]), as_str(arguments[1])));
    return encode_str(as_str(self), std::string(str_utf8(as_str(arguments[0]))),
                      std::string(str_utf8(as_str(arguments[1]))));
}

NewRef str_getnewargs(Object* self, Object* const*) {
    Ref<Str> copy = TRY(with_data(
        as_str(self), [&](const auto* data) { return str_from_characters(data, as_str(self)->size); }));
    Object* items[] = {copy.get()};
    return new_tuple(items);
}

/// What CPython's layout takes: that is what documents and programs count on.
NewRef str_sizeof(Object* self, Object* const*) {
    const Str* string = as_str(self);
    return new_int(string->ascii ? 49 + string->size : 72 + (string->size + 1) * string->kind);
}

const NativeDef str_methods[] = {
    {"encode", str_encode, "($self, /, encoding='utf-8', errors='strict')",
     "Octets that stand for the text in an encoding."},
    {"replace", str_replace, "($self, old, new, count=-1, /)",
     "A copy with `old` replaced by `new`, at most `count` times."},
    {"split", str_split, "($self, /, sep=None, maxsplit=-1)",
     "A list of the parts between separators (runs of whitespace if sep is None)."},
    {"rsplit", str_rsplit, "($self, /, sep=None, maxsplit=-1)",
     "Like split, but counting splits from the right."},
    {"join", str_join, "($self, iterable, /)", "The strings of the iterable with this one between them."},
    {"capitalize", str_capitalize, "($self, /)",
     "The first character in title case, the others in lower case."},
    {"casefold", str_casefold, "($self, /)", "A form for comparison without regard to case."},
    {"title", str_title, "($self, /)", "Each word with a capital and otherwise small letters."},
    {"center", str_center, "($self, width, fillchar=' ', /)", "Filled on both sides up to the width."},
    {"count", str_count_method, "-%($self, sub, start=None, end=None, /)",
     "S.count(sub[, start[, end]]) -> int\n\nHow often sub occurs without overlaps."},
    {"expandtabs", str_expandtabs, "($self, /, tabsize=8)",
     "Tabs replaced by spaces up to the next column that is a multiple of tabsize."},
    {"find", str_find_method, "-%($self, sub, start=None, end=None, /)",
     "S.find(sub[, start[, end]]) -> int\n\nThe lowest index at which sub is found, or -1."},
    {"partition", str_partition, "($self, sep, /)", "(before, sep, after) around the first separator."},
    {"index", str_index, "-%($self, sub, start=None, end=None, /)",
     "S.index(sub[, start[, end]]) -> int\n\nLike find, but raises ValueError if there is none."},
    {"ljust", str_ljust, "($self, width, fillchar=' ', /)", "Filled on the right up to the width."},
    {"lower", str_lower, "($self, /)", "All characters in lower case."},
    {"lstrip", str_lstrip, "($self, chars=None, /)", "Without the leading whitespace, or characters of chars."},
    {"rfind", str_rfind, "-%($self, sub, start=None, end=None, /)",
     "S.rfind(sub[, start[, end]]) -> int\n\nThe highest index at which sub is found, or -1."},
    {"rindex", str_rindex, "-%($self, sub, start=None, end=None, /)",
     "S.rindex(sub[, start[, end]]) -> int\n\nLike rfind, but raises ValueError if there is none."},
    {"rjust", str_rjust, "($self, width, fillchar=' ', /)", "Filled on the left up to the width."},
    {"rstrip", str_rstrip, "($self, chars=None, /)",
     "Without the trailing whitespace, or characters of chars."},
    {"rpartition", str_rpartition, "($self, sep, /)", "(before, sep, after) around the last separator."},
    {"splitlines", str_splitlines, "($self, /, keepends=False)",
     "A list of the lines, with their ends if keepends is true."},
    {"strip", str_strip, "($self, chars=None, /)",
     "Without the whitespace, or characters of chars, at both ends."},
    {"swapcase", str_swapcase, "($self, /)", "Small letters made capital and the other way round."},
    {"translate", str_translate, "($self, table, /)",
     "Each character replaced by what the table has for its code point."},
    {"upper", str_upper, "($self, /)", "All characters in upper case."},
    {"startswith", str_startswith, "-%($self, prefix, start=None, end=None, /)",
     "S.startswith(prefix[, start[, end]]) -> bool\n\nWhether it begins with the prefix, or one of a tuple of "
     "them."},
    {"endswith", str_endswith, "-%($self, suffix, start=None, end=None, /)",
     "S.endswith(suffix[, start[, end]]) -> bool\n\nWhether it ends with the suffix, or one of a tuple of "
     "them."},
    {"removeprefix", str_removeprefix, "($self, prefix, /)", "Without the prefix, if it is there."},
    {"removesuffix", str_removesuffix, "($self, suffix, /)", "Without the suffix, if it is there."},
    {"isascii", str_isascii, "($self, /)", "Whether all characters are below U+0080."},
    {"islower", str_islower, "($self, /)", "Whether all cased characters are small and there is one."},
    {"isupper", str_isupper, "($self, /)", "Whether all cased characters are capital and there is one."},
    {"istitle", str_istitle, "($self, /)", "Whether each word begins with its only capital."},
    {"isspace", str_isspace, "($self, /)", "Whether all characters are whitespace and there is one."},
    {"isdecimal", str_isdecimal, "($self, /)", "Whether all characters are decimal digits and there is one."},
    {"isdigit", str_isdigit, "($self, /)", "Whether all characters are digits and there is one."},
    {"isnumeric", str_isnumeric, "($self, /)", "Whether all characters are numeric and there is one."},
    {"isalpha", str_isalpha, "($self, /)", "Whether all characters are letters and there is one."},
    {"isalnum", str_isalnum, "($self, /)", "Whether all characters are letters or numeric and there is one."},
    {"isidentifier", str_isidentifier, "($self, /)",
     "Whether it is an identifier (keyword.iskeyword tells keywords)."},
    {"isprintable", str_isprintable, "($self, /)", "Whether repr() shows all characters as they are."},
    {"zfill", str_zfill, "($self, width, /)", "Filled with zeros behind the sign up to the width."},
    {"format", str_format, "-($self, /, *args, **kwargs)",
     "S.format(*args, **kwargs) -> str\n\nThe template with its fields in braces replaced."},
    {"format_map", str_format_map, "-($self, mapping, /)",
     "S.format_map(mapping) -> str\n\nLike format, with the names looked up in the mapping."},
    {"__format__", str_format_dunder, "($self, format_spec, /)", "The text as the specification asks for it."},
    {"maketrans", str_maketrans, "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
     "A table for translate, from a dict or from strings of equal length."},
    {"__sizeof__", str_sizeof, "($self, /)", "Bytes that the object takes in memory."},
    {"__getnewargs__", str_getnewargs, "-($self, /)", nullptr},
};

constexpr char str_doc[] =
    "str(object='') -> str\n"
    "str(bytes_or_buffer[, encoding[, errors]]) -> str\n"
    "\n"
    "The text of an object as its __str__ gives it, or the text that bytes stand for in an encoding.";

const TypeSpec str_spec = {
    .name = "str",
    .basic_size = 80,  // room for head, terminating character and cache: see copy_for_subclass
    .item_size = 4,
    .flags = type_flag::base_type | type_flag::str_subclass | type_flag::match_self,
    .doc = str_doc,
    .slots =
        {
            .new_ = str_new,
            .dealloc = str_dealloc,
            .repr = str_repr_slot,
            .str = str_str,
            .hash = str_hash_slot,
            .compare = str_compare_slot,
            .construct = str_construct,
            .iter = str_iter,
            .remainder = str_remainder_slot,
            .length = str_length,
            .get_item = str_get_item,
            .contains = str_contains,
            .concat = str_concat_slot,
            .repeat = str_repeat_slot,
            .item = str_item,
        },
    .methods = str_methods,
};

}  // namespace

Type str_type(str_spec);

}  // namespace minipy
