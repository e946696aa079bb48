// BufferedRWPair: a reader and a writer of two raw streams, seen as one stream (a pipe, a socket).
//
// CPython: Modules/_io/bufferedio.c (bufferedrwpair)
#include <fmt/format.h>

#include "memory/allocator.h"
#include "modules/io/io.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

struct BufferedPair : Stream {
    Object* reader;
    Object* writer;
};

BufferedPair* as_pair(Object* object) noexcept { return static_cast<BufferedPair*>(object); }

NewRef pair_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

Status pair_init(Object* self, Tuple* arguments, Dict* keywords) {
    if (keywords && keywords->used)
        return raise(type_error_type, "BufferedRWPair() takes no keyword arguments");
    if (arguments->size < 2 || arguments->size > 3)
        return raise(type_error_type, fmt::format("BufferedRWPair expected at {} arguments, got {}",
                                                  arguments->size < 2 ? "least 2" : "most 3", arguments->size));
    Object *reader = (*arguments)[0], *writer = (*arguments)[1];
    Ref<Object> size = new_int(default_buffer_size);
    if (arguments->size == 3) size = new_int(TRY(argument_size((*arguments)[2])));
    TRY(check_ability(reader, name<"readable">, "File or stream is not readable."));
    TRY(check_ability(writer, name<"writable">, "File or stream is not writable."));
    Ref<Object> buffered_reader = TRY(call(&buffered_reader_type, {reader, size.get()}));
    Ref<Object> buffered_writer = TRY(call(&buffered_writer_type, {writer, size.get()}));
    xdecref(std::exchange(as_pair(self)->reader, buffered_reader.release()));
    xdecref(std::exchange(as_pair(self)->writer, buffered_writer.release()));
    return done;
}

void pair_clear(Object* self) {
    stream_clear(self);
    xdecref(std::exchange(as_pair(self)->reader, nullptr));
    xdecref(std::exchange(as_pair(self)->writer, nullptr));
}

void pair_dealloc(Object* self) noexcept {
    if (!begin_stream_dealloc(self)) return;
    pair_clear(self);
    end_stream_dealloc(self);
}

int pair_traverse(Object* self, Visit visit, void* context) {
    for (Object* half : {as_pair(self)->reader, as_pair(self)->writer})
        if (half)
            if (int result = visit(half, context)) return result;
    return stream_traverse(self, visit, context);
}

/// Calls a half's method with the arguments as they came.
NewRef forward(Object* half, Str* method, Object* arguments) {
    if (!half) return raise(value_error_type, "I/O operation on uninitialized object");
    Ref<Object> bound = TRY(get_attribute(half, method));
    auto* tuple = static_cast<Tuple*>(arguments);
    return call(bound.get(), tuple->items(), tuple->size);
}

template <NameText method>
NewRef of_reader(Object* self, Object* const* arguments) {
    return forward(as_pair(self)->reader, name<method>, arguments[0]);
}

template <NameText method>
NewRef of_writer(Object* self, Object* const* arguments) {
    return forward(as_pair(self)->writer, name<method>, arguments[0]);
}

NewRef pair_close(Object* self, Object* const* arguments) {
    Ref<Object> written = forward(as_pair(self)->writer, name<"close">, arguments[0]);
    Ref<Object> write_error = written ? Ref<Object>() : take_exception();
    Ref<Object> result = forward(as_pair(self)->reader, name<"close">, arguments[0]);
    if (!write_error) return result;
    chain_exceptions(std::move(write_error));
    return failed;
}

NewRef pair_isatty(Object* self, Object* const* arguments) {
    Ref<Object> answer = TRY(forward(as_pair(self)->writer, name<"isatty">, arguments[0]));
    if (TRY(truth(answer.get()))) return answer;
    return forward(as_pair(self)->reader, name<"isatty">, arguments[0]);
}

NewRef pair_get_closed(Object* self) {
    if (!as_pair(self)->writer)
        return raise(runtime_error_type, "the BufferedRWPair object is being garbage-collected");
    return get_attribute(as_pair(self)->writer, name<"closed">);
}

constexpr NativeDef pair_methods[] = {
    {"read", of_reader<"read">, "-($self, *args)", nullptr},
    {"peek", of_reader<"peek">, "-($self, *args)", nullptr},
    {"read1", of_reader<"read1">, "-($self, *args)", nullptr},
    {"readinto", of_reader<"readinto">, "-($self, *args)", nullptr},
    {"readinto1", of_reader<"readinto1">, "-($self, *args)", nullptr},
    {"write", of_writer<"write">, "-($self, *args)", nullptr},
    {"flush", of_writer<"flush">, "-($self, *args)", nullptr},
    {"readable", of_reader<"readable">, "-($self, *args)", nullptr},
    {"writable", of_writer<"writable">, "-($self, *args)", nullptr},
    {"close", pair_close, "-($self, *args)", nullptr},
    {"isatty", pair_isatty, "-($self, *args)", nullptr},
};

constexpr GetSetDef pair_getset[] = {
    {"closed", pair_get_closed, nullptr, nullptr},
};

const TypeSpec pair_spec = {
    .name = "_io.BufferedRWPair",
    .basic_size = sizeof(BufferedPair),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &buffered_io_base_type,
    .doc = "A buffered reader and a buffered writer as one stream.",
    .slots = {.new_ = pair_new,
              .init = pair_init,
              .dealloc = pair_dealloc,
              .traverse = pair_traverse,
              .clear = pair_clear},
    .methods = pair_methods,
    .getset = pair_getset,
    .signature = "(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)",
};

}  // namespace

Type buffered_pair_type(pair_spec);

}  // namespace minipy
