// _testinternalcapi: the few figures of the interpreter's inside that CPython's own tests ask for.
//
// CPython's module also tests its C functions one by one; of those only what minipy does in the same way is
// here.
//
// CPython: Modules/_testinternalcapi.c
#include "memory/allocator.h"
#include "modules/support.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/exception_layouts.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/text_argument.h"
#include "objects/thread_state.h"
#include "vm/import.h"

namespace minipy {
namespace {

/// Of the configuration only what decides whether tests run: code objects always have columns.
NewRef testinternalcapi_get_config(Object*, Object* const*) {
    Ref<Dict> config = new_dict();
    Ref<Object> debug_ranges = new_int(1);
    TRY(dict_set(config.get(), str_from_utf8("code_debug_ranges").get(), debug_ranges.get()));
    return config;
}

NewRef testinternalcapi_get_recursion_depth(Object*, Object* const*) {
    return new_int(current_thread->recursion_depth);
}

// --- Text of the locale, which is UTF-8 here whatever it says

/// The error handlers that the codec of the locale knows: ValueError for others.
Result<std::string> locale_errors(Object* value_or_null) {
    const char* errors = value_or_null ? TRY(c_string_argument(value_or_null, "EncodeLocaleEx")) : "strict";
    for (const char* known : {"strict", "surrogateescape", "surrogatepass"})
        if (std::string_view(errors) == known) return std::string(errors);
    return raise(value_error_type, "unsupported error handler");
}

NewRef testinternalcapi_encode_locale(Object*, Object* const* arguments) {
    Str* text = TRY(str_argument(arguments[0], "EncodeLocaleEx", "argument 1"));
    const std::string errors = TRY(locale_errors(arguments[2]));
    Ref<Bytes> octets = encode_utf8(text, errors);
    if (octets || !pending_matches(unicode_encode_error_type)) return octets;
    const Size place = static_cast<UnicodeErrorObject*>(pending_exception())->start;
    clear_exception();
    return raise(runtime_error_type, fmt::format("encode error: pos={}, reason=encoding error", place));
}

NewRef testinternalcapi_decode_locale(Object*, Object* const* arguments) {
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    const std::string errors = TRY(locale_errors(arguments[2]));
    Ref<Str> text = decode_utf8(octets.view(), errors);
    if (text || !pending_matches(unicode_decode_error_type)) return text;
    const Size place = static_cast<UnicodeErrorObject*>(pending_exception())->start;
    clear_exception();
    return raise(runtime_error_type, fmt::format("decode error: pos={}, reason=decoding error", place));
}

NewRef testinternalcapi_normalize_path(Object*, Object* const* arguments) {
    Ref<Object> posix = TRY(import_module("posix"));
    return call_method(posix.get(), name<"_path_normpath">, {arguments[0]});
}

constexpr NativeDef testinternalcapi_functions[] = {
    {"EncodeLocaleEx", testinternalcapi_encode_locale, "-($module, text, current_locale=0, errors=<absent>, /)",
     nullptr},
    {"DecodeLocaleEx", testinternalcapi_decode_locale, "-($module, text, current_locale=0, errors=<absent>, /)",
     nullptr},
    {"normalize_path", testinternalcapi_normalize_path, "-($module, path, /)", nullptr},
    {"get_config", testinternalcapi_get_config, "-($module)", "Settings that tests depend on."},
    {"get_recursion_depth", testinternalcapi_get_recursion_depth, "-($module)", "How deep calls are nested."},
};

const ModuleSpec testinternalcapi_spec = {"_testinternalcapi", "Figures for CPython's own tests.",
                                          testinternalcapi_functions};

}  // namespace

Ref<Module> make_testinternalcapi_module() {
    Ref<Module> module = new_native_module(testinternalcapi_spec);
    Ref<Object> head_size = new_int(sizeof(GcHead));
    TRY(module_set(module.get(), "SIZEOF_PYGC_HEAD", head_size.get()));
    return module;
}

}  // namespace minipy
