// The module `_codecs`: search functions, and what they have found.
//
// The first look-up imports `encodings`, whose search function finds the codecs of the standard library.
//
// CPython: Python/codecs.c (_PyCodec_Lookup)
#include <fmt/format.h>

#include "modules/codecs/codecs.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "vm/import.h"

namespace minipy {
namespace {

// Alive for the whole process.
List* search_path = nullptr;
Dict* found_codecs = nullptr;

void make_registry() {
    if (search_path) return;
    search_path = new_list().release();
    found_codecs = new_dict().release();
}

Ref<Object> search(Str* key, std::string_view encoding) {
    for (Size i = 0; i < search_path->size; ++i) {
        Ref<Object> function = share(search_path->items[i]);
        Ref<Object> found = TRY(call(function.get(), {key}));
        if (is_none(found.get())) continue;
        if (!is_tuple(found.get()) || static_cast<Tuple*>(found.get())->size != 4)
            return raise(type_error_type, "codec search functions must return 4-tuples");
        TRY(dict_set(found_codecs, key, found.get()));
        return found;
    }
    return raise(lookup_error_type, fmt::format("unknown encoding: {}", encoding));
}

/// The codec: a tuple of encoder, decoder, stream reader and stream writer.
Ref<Object> lookup(std::string_view encoding) {
    make_registry();
    if (search_path->size == 0) TRY(import_module("encodings"));
    Ref<Str> key = intern(normalize_encoding(encoding));
    if (Object* known = dict_get(found_codecs, key.get())) return share(known);
    return search(key.get(), encoding);
}

enum CodecPart { Encoder = 0, Decoder = 1 };

/// Whether another exception of the type with a text of its own can stand for this one: it has neither fields
/// nor making of its own, no attributes, and at most a text as argument.
bool can_be_made_anew(Object* pending) noexcept {
    const Type *type = pending->type, *built_in = built_in_base(pending->type);
    if (built_in->slots.new_ != base_exception_type.slots.new_ || type->slots.new_ != built_in->slots.new_ ||
        type->slots.init != base_exception_type.slots.init ||
        type->basic_size != base_exception_type.basic_size)
        return false;
    const auto* exception = static_cast<BaseException*>(pending);
    Ref<Dict> dict = instance_dict(pending);
    if (!dict || dict->used > 0) return false;
    return exception->args->size == 0 ||
           (exception->args->size == 1 && is_exactly((*exception->args)[0], str_type));
}

/// Says in the text of the pending exception which codec it comes from. wrap_codec_error,
/// _PyErr_TrySetFromCause.
Failure fail_in_codec(CodecPart part, std::string_view encoding) {
    Ref<Object> pending = take_exception();
    const bool anew = can_be_made_anew(pending.get());
    clear_exception();
    Ref<Str> text = anew ? to_str(pending.get()) : Ref<Str>();
    clear_exception();
    Type& type = *pending->type;
    const std::string name = type.name;
    (void)restore_exception(std::move(pending));
    if (!text) return failed;
    return raise_from_cause(
        type, fmt::format("{} with '{}' codec failed ({}: {})", part == Encoder ? "encoding" : "decoding",
                          encoding, name, str_utf8(text.get())));
}

/// Calls the encoder or decoder: the first item of the pair that it returns.
Ref<Object> run_codec(CodecPart part, Object* subject, std::string_view encoding, Object* errors_or_null) {
    Ref<Object> codec = TRY(lookup(encoding));
    Object* function = (*static_cast<Tuple*>(codec.get()))[part];
    Object* arguments[] = {subject, errors_or_null};
    Ref<Object> pair = call(function, arguments, errors_or_null ? 2 : 1);
    if (!pair) return fail_in_codec(part, encoding);
    if (is_tuple(pair.get()) && static_cast<Tuple*>(pair.get())->size == 2)
        return share((*static_cast<Tuple*>(pair.get()))[0]);
    return raise(type_error_type, part == Encoder ? "encoder must return a tuple (object, integer)"
                                                  : "decoder must return a tuple (object,integer)");
}

/// str.encode and bytes.decode do not go by codecs that turn text into text or octets into octets.
/// _PyCodec_LookupTextEncoding.
Status check_text_encoding(const std::string& encoding, const char* alternative) {
    Ref<Object> codec = TRY(lookup(encoding)), flag;
    if (is_exactly(codec.get(), tuple_type)) return done;
    TRY(find_attribute(codec.get(), name<"_is_text_encoding">, flag));
    if (!flag || TRY(truth(flag.get()))) return done;
    return raise(
        lookup_error_type,
        fmt::format("'{}' is not a text encoding; use {} to handle arbitrary codecs", encoding, alternative));
}

Ref<Object> encode_by_registry(Str* string, const std::string& encoding, const std::string& errors) {
    TRY(check_text_encoding(encoding, "codecs.encode()"));
    return run_codec(Encoder, string, encoding, str_from_utf8(errors).get());
}

Ref<Object> decode_by_registry(std::string_view octets, const std::string& encoding,
                               const std::string& errors) {
    TRY(check_text_encoding(encoding, "codecs.decode()"));
    Ref<Bytes> bytes = TRY(new_bytes(octets));
    return run_codec(Decoder, bytes.get(), encoding, str_from_utf8(errors).get());
}

NewRef run_with_arguments(CodecPart part, const char* function, Object* const* arguments) {
    const char* encoding = TRY(c_string_argument(arguments[1], function, "argument 'encoding'"));
    TRY(c_string_argument(arguments[2], function, "argument 'errors'"));
    return run_codec(part, arguments[0], encoding, arguments[2]);
}

}  // namespace

void connect_codec_registry() noexcept {
    codec_hooks.encode = encode_by_registry;
    codec_hooks.decode = decode_by_registry;
    codec_hooks.find_error_handler = find_error_handler;
}

NewRef codecs_register(Object*, Object* const* arguments) {
    make_registry();
    if (!is_callable(arguments[0])) return raise(type_error_type, "argument must be callable");
    TRY(list_append(search_path, arguments[0]));
    return new_none();
}

NewRef codecs_unregister(Object*, Object* const* arguments) {
    make_registry();
    Ref<List> kept = new_list();
    for (Object* function : search_path->span())
        if (function != arguments[0]) TRY(list_append(kept.get(), function));
    if (kept->size != search_path->size) dict_clear(found_codecs);
    Ref<List> old = Ref<List>::steal(std::exchange(search_path, kept.release()));
    return new_none();
}

NewRef codecs_lookup(Object*, Object* const* arguments) {
    return lookup(TRY(c_string_argument(arguments[0], "lookup")));
}

NewRef codecs_encode(Object*, Object* const* arguments) {
    return run_with_arguments(Encoder, "encode", arguments);
}
NewRef codecs_decode(Object*, Object* const* arguments) {
    return run_with_arguments(Decoder, "decode", arguments);
}

}  // namespace minipy
