// _bz2: compression by the library bzip2, step by step.
//
// CPython: Modules/_bz2module.c
#include <bzlib.h>

#include <memory>

#include "modules/buffer_argument.h"
#include "modules/compression/pump.h"
#include "objects/arguments.h"
#include "objects/index.h"
#include "objects/memory_guard.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

Failure raise_bz2_error(int error) {
    switch (error) {
        case BZ_PARAM_ERROR:
            return raise(value_error_type, "Internal error - invalid parameters passed to libbzip2");
        case BZ_MEM_ERROR: return raise(memory_error_type);
        case BZ_DATA_ERROR:
        case BZ_DATA_ERROR_MAGIC: return raise(os_error_type, "Invalid data stream");
        case BZ_IO_ERROR: return raise(os_error_type, "Unknown I/O error");
        case BZ_UNEXPECTED_EOF:
            return raise(eof_error_type, "Compressed file ended before the logical end-of-stream was detected");
        case BZ_SEQUENCE_ERROR:
            return raise(runtime_error_type, "Internal error - Invalid sequence of commands sent to libbzip2");
        default: return raise(os_error_type, fmt::format("Unrecognized error from libbzip2: {}", error));
    }
}

// --- BZ2Compressor

struct Compressor : CompressorObject<bz_stream> {};

Compressor* as_compressor(Object* self) noexcept { return static_cast<Compressor*>(self); }

NewRef compressor_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

Status compressor_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(self->type, keywords_or_null));
    Object* level_given = TRY(only_argument("BZ2Compressor", arguments, nullptr));
    const int level = level_given ? TRY(argument_int(level_given)) : 9;
    if (level < 1 || level > 9) return raise(value_error_type, "compresslevel must be between 1 and 9");
    StreamLock lock(as_compressor(self)->lock);
    bz_stream& stream = as_compressor(self)->stream;
    BZ2_bzCompressEnd(&stream);  // of an earlier call
    stream = {};
    as_compressor(self)->flushed = false;
    const int error = BZ2_bzCompressInit(&stream, level, 0, 0);
    return error == BZ_OK ? done : Status(raise_bz2_error(error));
}

void compressor_dealloc(Object* self) noexcept {
    BZ2_bzCompressEnd(&as_compressor(self)->stream);
    free_object(self);
}

/// Feeds the input with BZ_RUN, or asks for the rest of the output with BZ_FINISH.
NewRef compress(Compressor* self, std::string_view input, int action) {
    return guard_memory([&]() -> NewRef {
        Transfer transfer{input};
        int code = BZ_OK;
        const auto step = [&](bz_stream& stream) {
            if (action == BZ_RUN && stream.avail_in == 0) return Progress::Going;
            code = BZ2_bzCompress(&stream, action);
            return code == BZ_STREAM_END ? Progress::Ended : code < 0 ? Progress::Failed : Progress::Going;
        };
        if (without_gil([&] { return transfer.run(self->stream, step); }) == Progress::Failed)
            return raise_bz2_error(code);
        return new_bytes(transfer.output);
    });
}

const TypeSpec compressor_spec = {
    .name = "_bz2.BZ2Compressor",
    .basic_size = sizeof(Compressor),
    .flags = type_flag::immutable,
    .doc = "Compresses data step by step; the level goes from 1 (least memory) to 9 (smallest result).",
    .slots = {.new_ = compressor_new, .init = compressor_init, .dealloc = compressor_dealloc},
    .methods = compressor_methods<Compressor, BZ_RUN, BZ_FINISH>,
    .signature = "(compresslevel=9, /)",
};

Type compressor_type(compressor_spec);

// --- BZ2Decompressor

struct Decompressor : DecompressorObject {
    bz_stream stream;
    bool failed;
};

Decompressor* as_decompressor(Object* self) noexcept { return static_cast<Decompressor*>(self); }

NewRef decompressor_new(Type* type, Tuple*, Dict*) {
    Ref<Object> made = Ref<Object>::steal(allocate_instance(type));
    Decompressor* self = as_decompressor(made.get());
    std::construct_at(&self->pending);
    self->needs_input = true;
    self->unused_data = new_bytes({}).release();
    return made;
}

Status decompressor_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size) return raise(type_error_type, "BZ2Decompressor() takes no positional arguments");
    TRY(no_keywords(self->type, keywords_or_null));
    Decompressor* made = as_decompressor(self);
    StreamLock lock(made->lock);
    BZ2_bzDecompressEnd(&made->stream);  // of an earlier call
    made->stream = {};
    made->failed = false;
    begin_anew(made);
    const int error = BZ2_bzDecompressInit(&made->stream, 0, 0);
    return error == BZ_OK ? done : Status(raise_bz2_error(error));
}

void decompressor_dealloc(Object* self) noexcept {
    BZ2_bzDecompressEnd(&as_decompressor(self)->stream);
    xdecref(as_decompressor(self)->unused_data);
    std::destroy_at(&as_decompressor(self)->pending);
    free_object(self);
}

Status check_readable(const Decompressor* self) {
    if (self->failed) return raise(value_error_type, "Decompressor is unusable after a previous error");
    if (self->eof) return raise(eof_error_type, "End of stream already reached");
    return done;
}

NewRef decompress(Decompressor* self, std::string_view data, Size limit) {
    return guard_memory([&]() -> NewRef {
        Transfer transfer{waiting_input(self, data), limit};
        int code = BZ_OK;
        const auto step = [&](bz_stream& stream) {
            code = BZ2_bzDecompress(&stream);
            return code == BZ_STREAM_END ? Progress::Ended : code != BZ_OK ? Progress::Failed : Progress::Going;
        };
        if (without_gil([&] { return transfer.run(self->stream, step); }) == Progress::Failed) {
            drop_pending(self);
            self->needs_input = false;
            self->failed = true;  // libbz2 must not go on with such a stream
            return raise_bz2_error(code);
        }
        self->eof = code == BZ_STREAM_END;
        keep_rest(self, transfer.input, true);
        return new_bytes(transfer.output);
    });
}

constexpr MemberDef decompressor_members[] = {eof_member, unused_data_member, needs_input_member};

const TypeSpec decompressor_spec = {
    .name = "_bz2.BZ2Decompressor",
    .basic_size = sizeof(Decompressor),
    .flags = type_flag::immutable,
    .doc = "Decompresses one stream step by step.",
    .slots = {.new_ = decompressor_new, .init = decompressor_init, .dealloc = decompressor_dealloc},
    .methods = decompressor_methods<Decompressor>,
    .members = decompressor_members,
    .signature = "()",
};

Type decompressor_type(decompressor_spec);

Status bz2_fill(Module* module) {
    TRY(module_add_type(module, compressor_type));
    return module_add_type(module, decompressor_type);
}

const ModuleSpec bz2_spec = {"_bz2", nullptr, {}, bz2_fill};

}  // namespace

Ref<Module> make_bz2_module() { return new_native_module(bz2_spec); }

}  // namespace minipy
