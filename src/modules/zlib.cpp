// zlib: compression by deflate, at once and step by step.
//
// `pump` feeds input and collects output until the stream wants no more, without the GIL. Invariant: what a
// decompressor has not looked at is in `unconsumed_tail` (behind max_length) or, behind the end of the stream,
// in `unused_data`.
//
// CPython: Modules/zlibmodule.c
#include <zlib.h>

#include <algorithm>
#include <climits>
#include <string>

#include "modules/buffer_argument.h"
#include "modules/compression/pump.h"
#include "modules/constants.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

Type& zlib_error() {
    static Type* const type = new_exception_class("zlib.error", exception_type);
    return *type;
}

/// "Error -3 while decompressing data: incorrect header check".
Failure raise_zlib_error(const z_stream& stream, int error, const char* what) {
    const char* reason = error == Z_VERSION_ERROR ? "library version mismatch" : stream.msg;
    if (!reason && error == Z_BUF_ERROR) reason = "incomplete or truncated stream";
    if (!reason && error == Z_STREAM_ERROR) reason = "inconsistent stream state";
    if (!reason && error == Z_DATA_ERROR) reason = "invalid input data";
    return raise(zlib_error(), reason ? fmt::format("Error {} {}: {}", error, what, reason)
                                      : fmt::format("Error {} {}", error, what));
}

constexpr Size usual_room = 16 * 1024;  // DEF_BUF_SIZE

/// The room that a program asks for, as far as zlib can count it.
std::size_t room_of(Size size) noexcept {
    return std::min<std::size_t>(static_cast<std::size_t>(size), UINT_MAX);
}

/// Feeds all input of the transfer; the last result of zlib. Stops early at the limit, at the end and at
/// errors.
int pump(z_stream& stream, Transfer& transfer, int (*function)(z_stream* stream, int flush), int flush) {
    int result = Z_OK;
    const auto step = [&](z_stream& stepped) {
        // What is too long for one piece goes on with the next.
        result = function(&stepped, transfer.input.size() > UINT_MAX ? Z_NO_FLUSH : flush);
        // Told to finish, zlib calls a lack of room a buffer error.
        return result == Z_STREAM_END                    ? Progress::Ended
               : result == Z_OK || result == Z_BUF_ERROR ? Progress::Going
                                                         : Progress::Failed;
    };
    (void)without_gil([&] { return transfer.run(stream, step); });
    return result;
}

/// A stream that ends with its scope.
class ScopedStream {
  public:
    explicit ScopedStream(int (*end)(z_stream*)) noexcept : end_(end) {}
    ~ScopedStream() {
        if (started) end_(&stream);
    }
    ScopedStream(const ScopedStream&) = delete;
    ScopedStream& operator=(const ScopedStream&) = delete;

    z_stream stream{};
    bool started = false;

  private:
    int (*end_)(z_stream*);
};

NewRef zlib_compress(Object*, Object* const* arguments) {
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    const int level = arguments[1] ? TRY(argument_int(arguments[1])) : Z_DEFAULT_COMPRESSION;
    const int window = arguments[2] ? TRY(argument_int(arguments[2])) : MAX_WBITS;
    ScopedStream scoped(deflateEnd);
    const int error = deflateInit2(&scoped.stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    if (error == Z_MEM_ERROR) return raise(memory_error_type, "Out of memory while compressing data");
    if (error == Z_STREAM_ERROR) return raise(zlib_error(), "Bad compression level");
    if (error != Z_OK) return raise_zlib_error(scoped.stream, error, "while compressing data");
    scoped.started = true;
    return guard_memory([&]() -> NewRef {
        Transfer transfer{data.view(), PTRDIFF_MAX, usual_room};
        const int result = pump(scoped.stream, transfer, deflate, Z_FINISH);
        if (result != Z_STREAM_END) return raise_zlib_error(scoped.stream, result, "while compressing data");
        return new_bytes(transfer.output);
    });
}

NewRef zlib_decompress(Object*, Object* const* arguments) {
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    const int window = arguments[1] ? TRY(argument_int(arguments[1])) : MAX_WBITS;
    const Size size = arguments[2] ? TRY(argument_size(arguments[2])) : usual_room;
    if (size < 0) return raise(value_error_type, "bufsize must be non-negative");
    ScopedStream scoped(inflateEnd);
    const int error = inflateInit2(&scoped.stream, window);
    if (error == Z_MEM_ERROR) return raise(memory_error_type, "Out of memory while decompressing data");
    if (error != Z_OK) return raise_zlib_error(scoped.stream, error, "while preparing to decompress data");
    scoped.started = true;
    return guard_memory([&]() -> NewRef {
        Transfer transfer{data.view(), PTRDIFF_MAX, room_of(std::max<Size>(size, 1))};
        const int result = pump(scoped.stream, transfer, inflate, Z_SYNC_FLUSH);
        if (result == Z_STREAM_END) return new_bytes(transfer.output);
        const bool truncated = result == Z_OK || result == Z_BUF_ERROR;
        return raise_zlib_error(scoped.stream, truncated ? Z_BUF_ERROR : result, "while decompressing data");
    });
}

// --- objects

struct ZlibObject : Object {
    z_stream stream;
    OperationLock lock;
    bool started;
    bool eof;
    Object* unused_data;
    Object* unconsumed_tail;
    Object* dictionary;  // bytes-like or null
};

extern Type compress_type, decompress_type;

ZlibObject* as_zlib(Object* self) noexcept { return static_cast<ZlibObject*>(self); }

void zlib_object_dealloc(Object* self) noexcept {
    ZlibObject* object = as_zlib(self);
    if (object->started)
        self->type == &compress_type ? deflateEnd(&object->stream) : inflateEnd(&object->stream);
    xdecref(object->unused_data);
    xdecref(object->unconsumed_tail);
    xdecref(object->dictionary);
    free_object(self);
}

Ref<ZlibObject> new_zlib_object(Type* type) {
    auto* made = static_cast<ZlibObject*>(allocate_instance(type));
    made->unused_data = new_bytes({}).release();
    made->unconsumed_tail = new_bytes({}).release();
    return Ref<ZlibObject>::steal(made);
}

NewRef zlib_compressobj(Object*, Object* const* arguments) {
    static constexpr int defaults[] = {Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS, 8, Z_DEFAULT_STRATEGY};
    int options[5];
    for (int i = 0; i < 5; ++i) options[i] = arguments[i] ? TRY(argument_int(arguments[i])) : defaults[i];
    HeldBuffer dictionary;
    const bool has_dictionary = arguments[5] && !is_none(arguments[5]);
    if (has_dictionary) TRY(get_buffer(arguments[5], dictionary, buffer_flag::simple));
    if (dictionary.size > UINT_MAX)
        return raise(overflow_error_type, "zdict length does not fit in an unsigned int");
    Ref<ZlibObject> made = new_zlib_object(&compress_type);
    const int error = deflateInit2(&made->stream, options[0], options[1], options[2], options[3], options[4]);
    if (error == Z_MEM_ERROR) return raise(memory_error_type, "Can't allocate memory for compression object");
    if (error == Z_STREAM_ERROR) return raise(value_error_type, "Invalid initialization option");
    if (error != Z_OK) return raise_zlib_error(made->stream, error, "while creating compression object");
    made->started = true;
    if (has_dictionary && deflateSetDictionary(&made->stream, reinterpret_cast<Bytef*>(dictionary.data),
                                               static_cast<uInt>(dictionary.size)) != Z_OK)
        return raise(value_error_type, "Invalid dictionary");
    return made;
}

/// Gives the stream its dictionary.
Status set_dictionary(ZlibObject* object) {
    HeldBuffer dictionary;
    TRY(get_buffer(object->dictionary, dictionary, buffer_flag::simple));
    if (dictionary.size > UINT_MAX)
        return raise(overflow_error_type, "zdict length does not fit in an unsigned int");
    const int error = inflateSetDictionary(&object->stream, reinterpret_cast<Bytef*>(dictionary.data),
                                           static_cast<uInt>(dictionary.size));
    if (error != Z_OK) return raise_zlib_error(object->stream, error, "while setting zdict");
    return done;
}

NewRef zlib_decompressobj(Object*, Object* const* arguments) {
    const int window = arguments[0] ? TRY(argument_int(arguments[0])) : MAX_WBITS;
    if (arguments[1] && !has_octets(arguments[1]))
        return raise(type_error_type, "zdict argument must support the buffer protocol");
    Ref<ZlibObject> made = new_zlib_object(&decompress_type);
    if (arguments[1]) made->dictionary = share(arguments[1]).release();
    const int error = inflateInit2(&made->stream, window);
    if (error == Z_MEM_ERROR) return raise(memory_error_type, "Can't allocate memory for decompression object");
    if (error == Z_STREAM_ERROR) return raise(value_error_type, "Invalid initialization option");
    if (error != Z_OK) return raise_zlib_error(made->stream, error, "while creating decompression object");
    made->started = true;
    if (made->dictionary && window < 0) TRY(set_dictionary(made.get()));  // a raw stream does not ask for it
    return made;
}

NewRef compress_compress(Object* self, Object* const* arguments) {
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    StreamLock lock(as_zlib(self)->lock);
    return guard_memory([&]() -> NewRef {
        z_stream& stream = as_zlib(self)->stream;
        Transfer transfer{data.view(), PTRDIFF_MAX, usual_room};
        const int result = pump(stream, transfer, deflate, Z_NO_FLUSH);
        if (result == Z_STREAM_ERROR) return raise_zlib_error(stream, result, "while compressing data");
        return new_bytes(transfer.output);
    });
}

NewRef compress_flush(Object* self, Object* const* arguments) {
    ZlibObject* object = as_zlib(self);
    const int mode = arguments[0] ? TRY(argument_int(arguments[0])) : Z_FINISH;
    if (mode == Z_NO_FLUSH) return new_bytes({});
    StreamLock lock(object->lock);
    return guard_memory([&]() -> NewRef {
        Transfer transfer{{}, PTRDIFF_MAX, usual_room};
        const int result = pump(object->stream, transfer, deflate, mode);
        if (result == Z_STREAM_ERROR) return raise_zlib_error(object->stream, result, "while flushing");
        if (result == Z_STREAM_END && mode == Z_FINISH) {
            const int error = deflateEnd(&object->stream);
            object->started = false;
            if (error != Z_OK) return raise_zlib_error(object->stream, error, "while finishing compression");
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            return raise_zlib_error(object->stream, result, "while flushing");
        }
        return new_bytes(transfer.output);
    });
}

/// Copies the stream and what belongs to it.
NewRef copy_object(Object* self, int (*copy)(z_stream* to, z_stream* from)) {
    ZlibObject* object = as_zlib(self);
    StreamLock lock(object->lock);
    Ref<ZlibObject> made = new_zlib_object(self->type);
    const int error = copy(&made->stream, &object->stream);
    if (error == Z_STREAM_ERROR) return raise(value_error_type, "Inconsistent stream state");
    if (error == Z_MEM_ERROR) return raise(memory_error_type, "Can't allocate memory for compression object");
    if (error != Z_OK) return raise_zlib_error(object->stream, error, "while copying compression object");
    made->started = true;
    made->eof = object->eof;
    replace_field(made->unused_data, share(object->unused_data));
    replace_field(made->unconsumed_tail, share(object->unconsumed_tail));
    if (object->dictionary) made->dictionary = share(object->dictionary).release();
    return made;
}

NewRef compress_copy(Object* self, Object* const*) { return copy_object(self, deflateCopy); }
NewRef decompress_copy(Object* self, Object* const*) { return copy_object(self, inflateCopy); }

/// Keeps what the transfer has left over.
Status keep_rest(ZlibObject* object, const Transfer& transfer, int result) {
    const std::string_view tail = transfer.input;
    if (result == Z_STREAM_END) {
        const std::string_view unused = static_cast<Bytes*>(object->unused_data)->view();
        replace_field(object->unused_data, Ref<Object>(new_bytes(std::string(unused) + std::string(tail))));
    }
    const bool was_limited = static_cast<Bytes*>(object->unconsumed_tail)->size > 0;
    if ((result != Z_STREAM_END && !tail.empty()) || was_limited)
        replace_field(object->unconsumed_tail, Ref<Object>(new_bytes(tail)));
    return done;
}

/// Runs the decompressor; gives it its dictionary when it asks for one.
Result<int> inflate_all(ZlibObject* object, Transfer& transfer, int flush) {
    int result = pump(object->stream, transfer, inflate, flush);
    while (result == Z_NEED_DICT && object->dictionary) {
        TRY(set_dictionary(object));
        result = pump(object->stream, transfer, inflate, flush);
    }
    return result;
}

NewRef decompress_decompress(Object* self, Object* const* arguments) {
    ZlibObject* object = as_zlib(self);
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    const Size limit = arguments[1] ? TRY(argument_size(arguments[1])) : 0;
    if (limit < 0) return raise(value_error_type, "max_length must be non-negative");
    StreamLock lock(object->lock);
    return guard_memory([&]() -> NewRef {
        Transfer transfer{data.view(), limit ? limit : PTRDIFF_MAX, usual_room};
        const int result = TRY(inflate_all(object, transfer, Z_SYNC_FLUSH));
        TRY(keep_rest(object, transfer, result));
        if (result == Z_STREAM_END)
            object->eof = true;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            return raise_zlib_error(object->stream, result, "while decompressing data");
        return new_bytes(transfer.output);
    });
}

NewRef decompress_flush(Object* self, Object* const* arguments) {
    ZlibObject* object = as_zlib(self);
    const Size length = arguments[0] ? TRY(argument_size(arguments[0])) : usual_room;
    if (length <= 0) return raise(value_error_type, "length must be greater than zero");
    StreamLock lock(object->lock);
    return guard_memory([&]() -> NewRef {
        const Ref<Object> tail = share(object->unconsumed_tail);
        Transfer transfer{static_cast<Bytes*>(tail.get())->view(), PTRDIFF_MAX, room_of(length)};
        const int result = TRY(inflate_all(object, transfer, Z_FINISH));
        TRY(keep_rest(object, transfer, result));
        if (result == Z_STREAM_END) {
            object->eof = true;
            const int error = inflateEnd(&object->stream);
            object->started = false;
            if (error != Z_OK) return raise_zlib_error(object->stream, error, "while finishing decompression");
        }
        return new_bytes(transfer.output);
    });
}

constexpr NativeDef compress_methods[] = {
    {"compress", compress_compress, "($self, data, /)",
     "Compresses more data; gives what is ready of the result."},
    {"flush", compress_flush, "($self, mode=zlib.Z_FINISH, /)", "Gives the rest of the result."},
    {"copy", compress_copy, "($self, /)", "A copy of the compressor."},
    {"__copy__", compress_copy, "($self, /)", nullptr},
    {"__deepcopy__", compress_copy, "($self, memo, /)", nullptr},
};
constexpr NativeDef decompress_methods[] = {
    {"decompress", decompress_decompress, "($self, data, /, max_length=0)",
     "Decompresses more data; at most max_length octets unless that is 0, the rest waits in unconsumed_tail."},
    {"flush", decompress_flush, "($self, length=zlib.DEF_BUF_SIZE, /)", "Gives the rest of the result."},
    {"copy", decompress_copy, "($self, /)", "A copy of the decompressor."},
    {"__copy__", decompress_copy, "($self, /)", nullptr},
    {"__deepcopy__", decompress_copy, "($self, memo, /)", nullptr},
};
constexpr MemberDef decompress_members[] = {
    {"unused_data", MemberKind::Object, offsetof(ZlibObject, unused_data), true, nullptr},
    {"unconsumed_tail", MemberKind::Object, offsetof(ZlibObject, unconsumed_tail), true, nullptr},
    {"eof", MemberKind::Bool, offsetof(ZlibObject, eof), true, nullptr},
};

constexpr TypeSpec compress_spec = {
    .name = "zlib.Compress",
    .basic_size = sizeof(ZlibObject),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = zlib_object_dealloc},
    .methods = compress_methods,
};
constexpr TypeSpec decompress_spec = {
    .name = "zlib.Decompress",
    .basic_size = sizeof(ZlibObject),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = zlib_object_dealloc},
    .methods = decompress_methods,
    .members = decompress_members,
};
Type compress_type(compress_spec), decompress_type(decompress_spec);

template <uLong (*function)(uLong start, const Bytef* data, z_size_t size), unsigned start>
NewRef zlib_checksum(Object*, Object* const* arguments) {
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    const uLong from = arguments[1] ? TRY(wrapped_argument(arguments[1])) : start;
    const auto* octets = reinterpret_cast<const Bytef*>(data.data ? data.data : "");
    const auto sum = [&] { return function(from, octets, static_cast<z_size_t>(data.size)); };
    constexpr Size worth_it = 5 * 1024;  // less is done before the GIL could be handed over
    return new_int(static_cast<std::int64_t>((data.size > worth_it ? without_gil(sum) : sum()) & 0xFFFFFFFF));
}

constexpr IntConstant constants[] = {
#define CONSTANT(name) {#name, name},
    CONSTANT(MAX_WBITS) CONSTANT(Z_BEST_SPEED) CONSTANT(Z_BEST_COMPRESSION) CONSTANT(Z_DEFAULT_COMPRESSION)
        CONSTANT(Z_FILTERED) CONSTANT(Z_HUFFMAN_ONLY) CONSTANT(Z_RLE) CONSTANT(Z_FIXED)
            CONSTANT(Z_DEFAULT_STRATEGY) CONSTANT(Z_FINISH) CONSTANT(Z_NO_FLUSH) CONSTANT(Z_PARTIAL_FLUSH)
                CONSTANT(Z_SYNC_FLUSH) CONSTANT(Z_FULL_FLUSH) CONSTANT(Z_BLOCK) CONSTANT(Z_TREES)
                    CONSTANT(Z_NO_COMPRESSION)
#undef CONSTANT
                        {"DEFLATED", Z_DEFLATED},
    {"DEF_MEM_LEVEL", 8},
    {"DEF_BUF_SIZE", usual_room},
};

constexpr NativeDef zlib_functions[] = {
    {"adler32", zlib_checksum<adler32_z, 1>, "($module, data, value=1, /)",
     "The Adler-32 checksum, going on from value."},
    {"compress", zlib_compress, "($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)",
     "The data, compressed."},
    {"compressobj", zlib_compressobj,
     "($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED,\n            wbits=MAX_WBITS, "
     "memLevel=DEF_MEM_LEVEL,\n            strategy=Z_DEFAULT_STRATEGY, zdict=None)",
     "An object that compresses step by step."},
    {"crc32", zlib_checksum<crc32_z, 0>, "($module, data, value=0, /)",
     "The CRC-32 checksum, going on from value."},
    {"decompress", zlib_decompress, "($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)",
     "What was compressed to the data."},
    {"decompressobj", zlib_decompressobj, "($module, /, wbits=MAX_WBITS, zdict=b'')",
     "An object that decompresses step by step."},
};

Status zlib_fill(Module* module) {
    ready_type(compress_type);
    ready_type(decompress_type);
    TRY(module_set(module, "error", &zlib_error()));
    TRY(module_set_constants(module, constants));
    TRY(module_set(module, "ZLIB_VERSION", str_from_utf8(ZLIB_VERSION).get()));
    TRY(module_set(module, "ZLIB_RUNTIME_VERSION", str_from_utf8(zlibVersion()).get()));
    return module_set(module, "__version__", str_from_utf8("1.0").get());
}

const ModuleSpec zlib_spec = {"zlib", "Compression by the library zlib.", zlib_functions, zlib_fill};

}  // namespace

Ref<Module> make_zlib_module() { return new_native_module(zlib_spec); }

}  // namespace minipy
