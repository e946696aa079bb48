// The module `_multibytecodec`: readers and writers of streams of octets.
//
// Invariant: a reader hands out at least one character unless the stream has ended, however few octets it was
// asked to read.
//
// CPython: Modules/cjkcodecs/multibytecodec.c (mbstreamreader_iread, mbstreamwriter_iwrite)
#include "modules/multibyte/coders.h"
#include "modules/multibyte/run.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy::multibyte {
namespace {

DecoderObject* as_reader(Object* self) noexcept { return static_cast<DecoderObject*>(self); }
EncoderObject* as_writer(Object* self) noexcept { return static_cast<EncoderObject*>(self); }

Status ignore_arguments(Object*, Tuple*, Dict*) { return done; }

// --- Readers

NewRef reader_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    return new_coder(type, "StreamReader", true, arguments, keywords_or_null);
}

/// What the stream's method gives: octets.
Ref<Bytes> read_octets(Object* stream, Str* method, Size size) {
    Ref<Object> given =
        size < 0 ? TRY(call_method(stream, method)) : TRY(call_method(stream, method, {new_int(size).get()}));
    if (is_bytes(given.get())) return Ref<Bytes>::steal(static_cast<Bytes*>(given.release()));
    return raise(type_error_type,
                 fmt::format("stream function returned a non-bytes object ({:.100})", given->type->name));
}

/// Reads once, after what is left of the last time; says whether the reader is to stop.
Result<bool> read_part(DecoderObject* self, Str* method, Size size, Str* errors, StrBuilder& text) {
    Ref<Object> stream = share(self->stream);
    Ref<Bytes> read = TRY(read_octets(stream.get(), method, size));
    std::string octets(self->pending_octets());
    octets += read->view();
    self->pending_size = 0;
    Decoding decoding(*self->codec, self->state, errors, text);
    TRY(decoding.feed(octets, false));
    if (read->size == 0 || size < 0) TRY(decoding.refuse_rest());
    TRY(keep_pending(self, decoding.rest()));
    return size < 0 || text.size() != 0 || octets.empty();
}

NewRef read_text(DecoderObject* self, Str* method, Size size) {
    if (size == 0) return empty_str();
    return guard_memory([&]() -> NewRef {
        StrBuilder text;
        Ref<Str> errors = share(self->errors);
        // A few octets may be too little for a character: then one by one until there is one.
        while (!TRY(read_part(self, method, size, errors.get(), text))) size = 1;
        return text.finish();
    });
}

Result<Size> size_argument(Object* value) {
    if (is_none(value)) return Size{-1};
    if (!is_int(value)) return raise(type_error_type, "arg 1 must be an integer");
    return argument_size(value);
}

NewRef reader_read(Object* self, Object* const* arguments) {
    return read_text(as_reader(self), name<"read">, TRY(size_argument(arguments[0])));
}

NewRef reader_readline(Object* self, Object* const* arguments) {
    return read_text(as_reader(self), name<"readline">, TRY(size_argument(arguments[0])));
}

NewRef reader_readlines(Object* self, Object* const* arguments) {
    const Size size = TRY(size_argument(arguments[0]));
    Ref<Object> text = TRY(read_text(as_reader(self), name<"read">, size));
    Ref<Object> keep_ends = new_bool(true);
    return call_method(text.get(), name<"splitlines">, {keep_ends.get()});
}

constexpr NativeDef reader_methods[] = {
    {"read", reader_read, "($self, sizeobj=None, /)", "Text of the stream, made from about so many octets."},
    {"readline", reader_readline, "($self, sizeobj=None, /)", "The next line of the stream."},
    {"readlines", reader_readlines, "($self, sizehintobj=None, /)", "The lines of the stream."},
    {"reset", decoder_reset, "($self, /)", "Forgets what waits; the next octets begin a text."},
};
constexpr MemberDef coder_members[] = {
    {"stream", MemberKind::Object, offsetof(Coder, stream), true, nullptr},
};

const TypeSpec stream_reader_spec = {
    .name = "_multibytecodec.MultibyteStreamReader",
    .basic_size = sizeof(DecoderObject),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .slots = {.new_ = reader_new,
              .init = ignore_arguments,
              .dealloc = DecoderLife::dealloc,
              .traverse = DecoderLife::traverse,
              .clear = DecoderLife::clear},
    .methods = reader_methods,
    .getset = coder_getset,
    .members = coder_members,
};

// --- Writers

NewRef writer_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    return new_coder(type, "StreamWriter", true, arguments, keywords_or_null);
}

Status write_octets(EncoderObject* self, Bytes* octets) {
    Ref<Object> stream = share(self->stream);
    Ref<Object> written = TRY(call_method(stream.get(), name<"write">, {octets}));
    return done;
}

Status write_text(EncoderObject* self, Object* text) {
    Ref<Bytes> octets = TRY(encode_part(self, text, false));
    return write_octets(self, octets.get());
}

NewRef writer_write(Object* self, Object* const* arguments) {
    TRY(write_text(as_writer(self), arguments[0]));
    return new_none();
}

NewRef writer_writelines(Object* self, Object* const* arguments) {
    if (!is_sequence(arguments[0])) return raise(type_error_type, "arg must be a sequence object");
    for (Size i = 0; i < TRY(length(arguments[0])); ++i) {  // the length may change within the loop
        Ref<Object> line = TRY(get_item(arguments[0], new_int(i).get()));
        TRY(write_text(as_writer(self), line.get()));
    }
    return new_none();
}

/// Writes what waits for more text. Without that the state is left as it is, as in CPython.
NewRef writer_reset(Object* self, Object* const*) {
    EncoderObject* writer = as_writer(self);
    Ref<Str> pending = Ref<Str>::steal(std::exchange(writer->pending, nullptr));
    if (!pending) return new_none();
    Ref<Str> errors = share(writer->errors);
    Ref<Bytes> octets = TRY(encode(*writer->codec, writer->state, pending.get(), errors.get(), {}));
    if (octets->size > 0) TRY(write_octets(writer, octets.get()));
    return new_none();
}

constexpr NativeDef writer_methods[] = {
    {"write", writer_write, "($self, strobj, /)", "Writes a text to the stream."},
    {"writelines", writer_writelines, "($self, lines, /)", "Writes each text of a sequence to the stream."},
    {"reset", writer_reset, "($self, /)", "Writes what has been kept back."},
};

const TypeSpec stream_writer_spec = {
    .name = "_multibytecodec.MultibyteStreamWriter",
    .basic_size = sizeof(EncoderObject),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .slots = {.new_ = writer_new,
              .init = ignore_arguments,
              .dealloc = EncoderLife::dealloc,
              .traverse = EncoderLife::traverse,
              .clear = EncoderLife::clear},
    .methods = writer_methods,
    .getset = coder_getset,
    .members = coder_members,
};

}  // namespace

Type stream_reader_type(stream_reader_spec);
Type stream_writer_type(stream_writer_spec);

}  // namespace minipy::multibyte
