// LZMACompressor and LZMADecompressor.
//
// CPython: Modules/_lzmamodule.c (Compressor_init, compress, Decompressor_init, decompress_buf)
#include <memory>

#include "modules/buffer_argument.h"
#include "modules/compression/lzma.h"
#include "modules/compression/pump.h"
#include "objects/arguments.h"
#include "objects/index.h"
#include "objects/memory_guard.h"
#include "objects/singletons.h"

namespace minipy::lzma {
namespace {

/// Formats of what a stream is wrapped in. FORMAT_AUTO is for reading only.
enum Format : int { format_auto, format_xz, format_alone, format_raw };

Failure raise_format(int format) {
    return raise(value_error_type, fmt::format("Invalid container format: {}", format));
}

bool is_given(const Object* value_or_null) noexcept { return value_or_null && !is_none(value_or_null); }

/// The argument `filters`. Read before the stream is locked: the sequence and its dicts may run any code.
struct Filters {
    bool given = false;
    FilterChain chain;

    Status read(Object* value_or_null) {
        given = is_given(value_or_null);
        return given ? chain.read(value_or_null) : done;
    }
    const lzma_filter* get() const noexcept { return chain.filters(); }
};

// --- LZMACompressor

struct Compressor : CompressorObject<lzma_stream> {};

Compressor* as_compressor(Object* self) noexcept { return static_cast<Compressor*>(self); }

NewRef compressor_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

void compressor_dealloc(Object* self) noexcept {
    lzma_end(&as_compressor(self)->stream);
    free_object(self);
}

Status begin_xz(lzma_stream& stream, int check, std::uint32_t preset, const Filters& filters) {
    const auto wanted = static_cast<lzma_check>(check == -1 ? LZMA_CHECK_CRC64 : check);
    return check_code(filters.given ? lzma_stream_encoder(&stream, filters.get(), wanted)
                                    : lzma_easy_encoder(&stream, preset, wanted));
}

Status begin_alone(lzma_stream& stream, std::uint32_t preset, const Filters& filters) {
    if (!filters.given) {
        lzma_options_lzma options;
        if (lzma_lzma_preset(&options, preset))
            return raise(error_class(), fmt::format("Invalid compression preset: {}", preset));
        return check_code(lzma_alone_encoder(&stream, &options));
    }
    const lzma_filter* chain = filters.get();
    if (chain[0].id != LZMA_FILTER_LZMA1 || chain[1].id != LZMA_VLI_UNKNOWN)
        return raise(value_error_type, "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
    return check_code(lzma_alone_encoder(&stream, static_cast<const lzma_options_lzma*>(chain[0].options)));
}

Status begin_raw(lzma_stream& stream, const Filters& filters,
                 lzma_ret (*begin)(lzma_stream*, const lzma_filter*)) {
    if (!filters.given) return raise(value_error_type, "Must specify filters for FORMAT_RAW");
    return check_code(begin(&stream, filters.get()));
}

Status compressor_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"format", "check", "preset", "filters"};
    Object* bound[4];
    TRY(bind_arguments("LZMACompressor", names, arguments, keywords_or_null, bound));
    const int format = bound[0] ? TRY(argument_int(bound[0])) : format_xz;
    const int check = bound[1] ? TRY(argument_int(bound[1])) : -1;
    if (is_given(bound[2]) && is_given(bound[3]))
        return raise(value_error_type, "Cannot specify both preset and filter chain");
    std::uint32_t preset = LZMA_PRESET_DEFAULT;
    if (is_given(bound[2])) preset = static_cast<std::uint32_t>(TRY(unsigned_number(bound[2], true)));
    if (format != format_xz && check != -1 && check != LZMA_CHECK_NONE)
        return raise(value_error_type, "Integrity checks are only supported by FORMAT_XZ");
    if (format < format_xz || format > format_raw) return raise_format(format);
    Filters filters;
    TRY(filters.read(bound[3]));
    Compressor* compressor = as_compressor(self);
    StreamLock lock(compressor->lock);
    lzma_end(&compressor->stream);
    compressor->flushed = false;
    switch (format) {
        case format_xz: return begin_xz(compressor->stream, check, preset, filters);
        case format_alone: return begin_alone(compressor->stream, preset, filters);
        default: return begin_raw(compressor->stream, filters, lzma_raw_encoder);
    }
}

NewRef compress(Compressor* self, std::string_view input, lzma_action action) {
    return guard_memory([&]() -> NewRef {
        Transfer transfer{input};
        lzma_ret code = LZMA_OK;
        const auto step = [&](lzma_stream& stream) {
            code = lzma_code(&stream, action);
            if (code == LZMA_BUF_ERROR && stream.avail_in == 0 && stream.avail_out > 0) code = LZMA_OK;
            return code == LZMA_STREAM_END ? Progress::Ended
                   : code == LZMA_OK       ? Progress::Going
                                           : Progress::Failed;
        };
        (void)without_gil([&] { return transfer.run(self->stream, step); });
        TRY(check_code(code));
        return new_bytes(transfer.output);
    });
}

const TypeSpec compressor_spec = {
    .name = "_lzma.LZMACompressor",
    .basic_size = sizeof(Compressor),
    .flags = type_flag::immutable,
    .doc =
        "LZMACompressor(format=FORMAT_XZ, check=-1, preset=None, filters=None)\n\nCompresses data step by "
        "step. "
        "The preset is a level of 0 to 9, with PRESET_EXTREME if wanted; filters are a list of dicts, and take "
        "the "
        "place of the preset.",
    .slots = {.new_ = compressor_new, .init = compressor_init, .dealloc = compressor_dealloc},
    .methods = compressor_methods<Compressor, LZMA_RUN, LZMA_FINISH>,
};

// --- LZMADecompressor

struct Decompressor : DecompressorObject {
    lzma_stream stream;
    int check;
};

Decompressor* as_decompressor(Object* self) noexcept { return static_cast<Decompressor*>(self); }

NewRef decompressor_new(Type* type, Tuple*, Dict*) {
    Ref<Object> made = Ref<Object>::steal(allocate_instance(type));
    std::construct_at(&as_decompressor(made.get())->pending);
    as_decompressor(made.get())->unused_data = new_bytes({}).release();
    return made;
}

void decompressor_dealloc(Object* self) noexcept {
    lzma_end(&as_decompressor(self)->stream);
    xdecref(as_decompressor(self)->unused_data);
    std::destroy_at(&as_decompressor(self)->pending);
    free_object(self);
}

/// Begins to read the format; `check` says by which sum the stream is checked as far as that is known.
Status begin_reading(Decompressor* self, int format, std::uint64_t memory, const Filters& filters) {
    constexpr std::uint32_t tell_check = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK;
    self->check = format == format_alone || format == format_raw ? int{LZMA_CHECK_NONE} : LZMA_CHECK_ID_MAX + 1;
    switch (format) {
        case format_auto: return check_code(lzma_auto_decoder(&self->stream, memory, tell_check));
        case format_xz: return check_code(lzma_stream_decoder(&self->stream, memory, tell_check));
        case format_alone: return check_code(lzma_alone_decoder(&self->stream, memory));
        case format_raw: return begin_raw(self->stream, filters, lzma_raw_decoder);
        default: return raise_format(format);
    }
}

Status decompressor_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"format", "memlimit", "filters"};
    Object* bound[3];
    TRY(bind_arguments("LZMADecompressor", names, arguments, keywords_or_null, bound));
    const int format = bound[0] ? TRY(argument_int(bound[0])) : format_auto;
    std::uint64_t memory = UINT64_MAX;
    if (is_given(bound[1])) {
        if (format == format_raw) return raise(value_error_type, "Cannot specify memory limit with FORMAT_RAW");
        memory = TRY(unsigned_number(bound[1]));
    }
    if (format != format_raw && is_given(bound[2]))
        return raise(value_error_type, "Cannot specify filters except with FORMAT_RAW");
    Filters filters;
    TRY(filters.read(bound[2]));
    Decompressor* decompressor = as_decompressor(self);
    StreamLock lock(decompressor->lock);
    lzma_end(&decompressor->stream);
    begin_anew(decompressor);
    return begin_reading(decompressor, format, memory, filters);
}

Status check_readable(const Decompressor* self) {
    if (self->eof) return raise(eof_error_type, "Already at end of stream");
    return done;
}

NewRef decompress(Decompressor* self, std::string_view data, Size limit) {
    return guard_memory([&]() -> NewRef {
        Transfer transfer{waiting_input(self, data), limit};
        lzma_ret code = LZMA_OK;
        const auto step = [&](lzma_stream& stream) {
            code = lzma_code(&stream, LZMA_RUN);
            if (code == LZMA_BUF_ERROR && stream.avail_in == 0 && stream.avail_out > 0) code = LZMA_OK;
            if (code == LZMA_GET_CHECK || code == LZMA_NO_CHECK) {
                self->check = lzma_get_check(&stream);
                code = LZMA_OK;
            }
            return code == LZMA_STREAM_END ? Progress::Ended
                   : code == LZMA_OK       ? Progress::Going
                                           : Progress::Failed;
        };
        if (without_gil([&] { return transfer.run(self->stream, step); }) == Progress::Failed)
            drop_pending(self);
        TRY(check_code(code));
        self->eof = code == LZMA_STREAM_END;
        keep_rest(self, transfer.input, !transfer.is_full);
        return new_bytes(transfer.output);
    });
}

constexpr MemberDef decompressor_members[] = {
    {"check", MemberKind::Int, offsetof(Decompressor, check), true,
     "By which sum the stream is checked; CHECK_UNKNOWN until its head has been read."},
    eof_member,
    needs_input_member,
    unused_data_member,
};

const TypeSpec decompressor_spec = {
    .name = "_lzma.LZMADecompressor",
    .basic_size = sizeof(Decompressor),
    .flags = type_flag::immutable,
    .doc =
        "Decompresses one stream step by step. memlimit: how much memory it may take; filters: for FORMAT_RAW "
        "alone, which does not name its own.",
    .slots = {.new_ = decompressor_new, .init = decompressor_init, .dealloc = decompressor_dealloc},
    .methods = decompressor_methods<Decompressor>,
    .members = decompressor_members,
    .signature = "(format=FORMAT_AUTO, memlimit=None, filters=None)",
};

}  // namespace

Type compressor_type(compressor_spec), decompressor_type(decompressor_spec);

}  // namespace minipy::lzma
