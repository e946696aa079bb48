// The module _lzma: errors, constants, and filters as they stand in a file.
//
// CPython: Modules/_lzmamodule.c
#include <cstdlib>

#include "modules/buffer_argument.h"
#include "modules/compression/lzma.h"
#include "modules/constants.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/index.h"

namespace minipy {
namespace lzma {

Type& error_class() {
    static Type* const type =
        new_exception_class("_lzma.LZMAError", exception_type, "What the library liblzma complains of.");
    return *type;
}

Status check_code(lzma_ret code) {
    switch (code) {
        case LZMA_OK:
        case LZMA_GET_CHECK:
        case LZMA_NO_CHECK:
        case LZMA_STREAM_END: return done;
        case LZMA_UNSUPPORTED_CHECK: return raise(error_class(), "Unsupported integrity check");
        case LZMA_MEM_ERROR: return raise(memory_error_type);
        case LZMA_MEMLIMIT_ERROR: return raise(error_class(), "Memory usage limit exceeded");
        case LZMA_FORMAT_ERROR: return raise(error_class(), "Input format not supported by decoder");
        case LZMA_OPTIONS_ERROR: return raise(error_class(), "Invalid or unsupported options");
        case LZMA_DATA_ERROR: return raise(error_class(), "Corrupt input data");
        case LZMA_BUF_ERROR: return raise(error_class(), "Insufficient buffer space");
        case LZMA_PROG_ERROR: return raise(error_class(), "Internal error");
        default:
            return raise(error_class(),
                         fmt::format("Unrecognized error from liblzma: {}", static_cast<int>(code)));
    }
}

namespace {

NewRef lzma_is_check_supported(Object*, Object* const* arguments) {
    const int check = TRY(argument_int(arguments[0]));
    return new_bool(lzma_check_is_supported(static_cast<lzma_check>(check)));
}

NewRef lzma_encode_filter_properties(Object*, Object* const* arguments) {
    FilterChain chain;
    TRY(chain.read_one(arguments[0]));
    std::uint32_t size;
    TRY(check_code(lzma_properties_size(&size, chain.filters())));
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    TRY(check_code(lzma_properties_encode(chain.filters(), reinterpret_cast<std::uint8_t*>(octets->data()))));
    return octets;
}

NewRef lzma_decode_filter_properties(Object*, Object* const* arguments) {
    lzma_filter filter{TRY(unsigned_number(arguments[0])), nullptr};
    HeldBuffer octets;
    TRY(get_buffer(arguments[1], octets, buffer_flag::simple));
    TRY(check_code(lzma_properties_decode(&filter, nullptr, reinterpret_cast<const std::uint8_t*>(octets.data),
                                          static_cast<std::size_t>(octets.size))));
    Ref<Dict> described = describe_filter(filter);
    std::free(filter.options);
    return described;
}

constexpr NativeDef lzma_functions[] = {
    {"is_check_supported", lzma_is_check_supported, "($module, check_id, /)",
     "Whether the library knows the integrity check."},
    {"_encode_filter_properties", lzma_encode_filter_properties, "($module, filter, /)",
     "The options of a filter (a dict) as octets, as they stand in a file."},
    {"_decode_filter_properties", lzma_decode_filter_properties, "($module, filter_id, encoded_props, /)",
     "The dict of a filter whose options are encoded so."},
};

constexpr IntConstant constants[] = {
    {"FORMAT_AUTO", 0},
    {"FORMAT_XZ", 1},
    {"FORMAT_ALONE", 2},
    {"FORMAT_RAW", 3},
    {"CHECK_NONE", LZMA_CHECK_NONE},
    {"CHECK_CRC32", LZMA_CHECK_CRC32},
    {"CHECK_CRC64", LZMA_CHECK_CRC64},
    {"CHECK_SHA256", LZMA_CHECK_SHA256},
    {"CHECK_ID_MAX", LZMA_CHECK_ID_MAX},
    {"CHECK_UNKNOWN", LZMA_CHECK_ID_MAX + 1},
    {"FILTER_LZMA1", static_cast<std::int64_t>(LZMA_FILTER_LZMA1)},
    {"FILTER_LZMA2", static_cast<std::int64_t>(LZMA_FILTER_LZMA2)},
    {"FILTER_DELTA", static_cast<std::int64_t>(LZMA_FILTER_DELTA)},
    {"FILTER_X86", static_cast<std::int64_t>(LZMA_FILTER_X86)},
    {"FILTER_IA64", static_cast<std::int64_t>(LZMA_FILTER_IA64)},
    {"FILTER_ARM", static_cast<std::int64_t>(LZMA_FILTER_ARM)},
    {"FILTER_ARMTHUMB", static_cast<std::int64_t>(LZMA_FILTER_ARMTHUMB)},
    {"FILTER_SPARC", static_cast<std::int64_t>(LZMA_FILTER_SPARC)},
    {"FILTER_POWERPC", static_cast<std::int64_t>(LZMA_FILTER_POWERPC)},
    {"MF_HC3", LZMA_MF_HC3},
    {"MF_HC4", LZMA_MF_HC4},
    {"MF_BT2", LZMA_MF_BT2},
    {"MF_BT3", LZMA_MF_BT3},
    {"MF_BT4", LZMA_MF_BT4},
    {"MODE_FAST", LZMA_MODE_FAST},
    {"MODE_NORMAL", LZMA_MODE_NORMAL},
    {"PRESET_DEFAULT", LZMA_PRESET_DEFAULT},
    {"PRESET_EXTREME", LZMA_PRESET_EXTREME},
};

Status lzma_fill(Module* module) {
    TRY(module_set_constants(module, constants));
    TRY(module_set(module, "LZMAError", &error_class()));
    TRY(module_add_type(module, compressor_type));
    return module_add_type(module, decompressor_type);
}

const ModuleSpec lzma_spec = {"_lzma", nullptr, lzma_functions, lzma_fill};

}  // namespace
}  // namespace lzma

Ref<Module> make_lzma_module() { return new_native_module(lzma::lzma_spec); }

}  // namespace minipy
