// UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError: which part of what could not be converted.
//
// The parts come as (encoding, object, start, end, reason); translation has no encoding. Invariant: nothing
// holds between `object`, `start` and `end`, which programs may set: the text checks what it looks at.
//
// CPython: Objects/exceptions.c (PyUnicodeErrorObject)
#include <fmt/format.h>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/codecs/error_handler.h"
#include "objects/exceptions_internal.h"
#include "objects/index.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

UnicodeErrorObject* as_unicode_error(Object* object) noexcept { return as_layout<UnicodeErrorObject>(object); }

Status check_str(Object* argument, int position) {
    if (is_str(argument)) return done;
    return raise_bad_argument(fmt::format("argument {}", position), "str", argument);
}

/// Reads `object, start, end, reason` from the arguments, the first of which is number `first`.
Status store_parts(Object* self, Tuple* arguments, Size first, bool text_object) {
    if (arguments->size != first + 4)
        return raise(type_error_type,
                     fmt::format("function takes exactly {} arguments ({} given)", first + 4, arguments->size));
    auto* error = as_unicode_error(self);
    if (first) TRY(check_str((*arguments)[0], 1));
    Object* object = (*arguments)[first];
    if (text_object) TRY(check_str(object, static_cast<int>(first) + 1));
    const Size start = TRY(argument_size((*arguments)[first + 1]));
    const Size end = TRY(argument_size((*arguments)[first + 2]));
    TRY(check_str((*arguments)[first + 3], static_cast<int>(first) + 4));
    Ref<Object> kept = share(object);
    if (!text_object && !is_bytes(object)) {
        OctetsView octets;
        TRY(octets.acquire(object));
        kept = TRY(new_bytes(octets.view()));
    }
    set_field(error->encoding, first ? (*arguments)[0] : nullptr);
    set_field(error->object, kept.get());
    error->start = start;
    error->end = end;
    set_field(error->reason, (*arguments)[first + 3]);
    return done;
}

Status decode_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, keywords_or_null));
    return store_parts(self, arguments, 1, false);
}

Status encode_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, keywords_or_null));
    return store_parts(self, arguments, 1, true);
}

Status translate_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, keywords_or_null));
    return store_parts(self, arguments, 0, true);
}

// --- text

/// Whether exactly one unit is concerned, and it is there.
bool concerns_one(const UnicodeErrorObject* error, Size size) noexcept {
    return error->start >= 0 && error->start < size && error->end == error->start + 1;
}

Ref<Str> text_or_none(Object* field) { return to_str(field ? field : &none); }

NewRef decode_error_str(Object* self) {
    auto* error = as_unicode_error(self);
    if (!error->object || !is_bytes(error->object)) return str_from_utf8("");
    Ref<Str> reason = TRY(text_or_none(error->reason)), encoding = TRY(text_or_none(error->encoding));
    const auto* octets = static_cast<Bytes*>(error->object);
    const std::string what =
        concerns_one(error, octets->size)
            ? fmt::format("byte 0x{:02x} in position {}",
                          static_cast<unsigned char>(octets->data()[error->start]), error->start)
            : fmt::format("bytes in position {}-{}", error->start, error->end - 1);
    return str_from_utf8(
        fmt::format("'{}' codec can't decode {}: {}", str_utf8(encoding.get()), what, str_utf8(reason.get())));
}

/// "character '\xe9' in position 3" or "characters in position 3-5".
std::string concerned_characters(const UnicodeErrorObject* error) {
    const auto* text = static_cast<Str*>(error->object);
    if (concerns_one(error, text->size))
        return fmt::format("character '{}' in position {}", backslash_escape(text->at(error->start)),
                           error->start);
    return fmt::format("characters in position {}-{}", error->start, error->end - 1);
}

NewRef encode_error_str(Object* self) {
    auto* error = as_unicode_error(self);
    if (!error->object || !is_str(error->object)) return str_from_utf8("");
    Ref<Str> reason = TRY(text_or_none(error->reason)), encoding = TRY(text_or_none(error->encoding));
    return str_from_utf8(fmt::format("'{}' codec can't encode {}: {}", str_utf8(encoding.get()),
                                     concerned_characters(error), str_utf8(reason.get())));
}

NewRef translate_error_str(Object* self) {
    auto* error = as_unicode_error(self);
    if (!error->object || !is_str(error->object)) return str_from_utf8("");
    Ref<Str> reason = TRY(text_or_none(error->reason));
    return str_from_utf8(
        fmt::format("can't translate {}: {}", concerned_characters(error), str_utf8(reason.get())));
}

using UnicodeErrorLife = OwnFields<UnicodeErrorObject, &UnicodeErrorObject::encoding,
                                   &UnicodeErrorObject::object, &UnicodeErrorObject::reason>;

constexpr MemberDef unicode_error_members[] = {
    {"encoding", MemberKind::Object, offsetof(UnicodeErrorObject, encoding), false, "The codec's name."},
    {"object", MemberKind::Object, offsetof(UnicodeErrorObject, object), false, "What was to be converted."},
    {"start", MemberKind::Size, offsetof(UnicodeErrorObject, start), false, "Where the part starts."},
    {"end", MemberKind::Size, offsetof(UnicodeErrorObject, end), false, "Where the part ends."},
    {"reason", MemberKind::Object, offsetof(UnicodeErrorObject, reason), false, "Why it cannot be."},
};

constexpr TypeSpec unicode_error_spec_for(const char* name, const char* doc, InitSlot init, UnarySlot str) {
    return {.name = name,
            .basic_size = sizeof(UnicodeErrorObject),
            .flags = exception_flags,
            .base = &unicode_error_type,
            .doc = doc,
            .slots = {.new_ = base_exception_new,
                      .init = init,
                      .dealloc = exception_dealloc,
                      .traverse = UnicodeErrorLife::traverse,
                      .clear = UnicodeErrorLife::clear,
                      .str = str},
            .members = unicode_error_members};
}

const TypeSpec decode_error_spec = unicode_error_spec_for("UnicodeDecodeError", "Octets that are no text.",
                                                          decode_error_init, decode_error_str);
const TypeSpec encode_error_spec = unicode_error_spec_for(
    "UnicodeEncodeError", "Characters that an encoding does not have.", encode_error_init, encode_error_str);
const TypeSpec translate_error_spec =
    unicode_error_spec_for("UnicodeTranslateError", "Characters that cannot be translated.",
                           translate_error_init, translate_error_str);

}  // namespace

Type unicode_decode_error_type(decode_error_spec);
Type unicode_encode_error_type(encode_error_spec);
Type unicode_translate_error_type(translate_error_spec);

}  // namespace minipy
