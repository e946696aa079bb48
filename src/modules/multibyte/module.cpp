// The modules `_multibytecodec` and `_codecs_cn`, `_codecs_hk`, `_codecs_iso2022`, `_codecs_jp`, `_codecs_kr`,
// `_codecs_tw`, which find codecs by name.
//
// CPython hands a codec from the one module to the other in a capsule; there are none here, so `__create_codec`
// refuses whatever it is given.
//
// CPython: Modules/cjkcodecs/multibytecodec.c, cjkcodecs.h (getcodec)
#include "modules/multibyte/coders.h"
#include "objects/native.h"
#include "objects/str.h"

namespace minipy {
namespace {

using namespace multibyte;

NewRef create_codec(Object*, Object* const*) { return raise(value_error_type, "argument type invalid"); }

constexpr NativeDef multibyte_functions[] = {
    {"__create_codec", create_codec, "($module, arg, /)", "Makes a codec from its description."},
};

Status multibyte_fill(Module* module) {
    ready_type(codec_type);
    for (Type* type :
         {&incremental_encoder_type, &incremental_decoder_type, &stream_reader_type, &stream_writer_type})
        TRY(module_add_type(module, *type));
    return done;
}

constexpr ModuleSpec multibyte_spec = {"_multibytecodec", nullptr, multibyte_functions, multibyte_fill};

NewRef get_codec(Object* self, Object* const* arguments) {
    if (!is_str(arguments[0])) return raise(type_error_type, "encoding name must be a string.");
    MultibyteCodec* codec = find_multibyte_codec(static_cast<Module*>(self)->native_name,
                                                 str_utf8(static_cast<Str*>(arguments[0])));
    if (!codec) return raise(lookup_error_type, "no such codec is supported.");
    ready_type(codec_type);
    return new_codec_object(*codec);
}

constexpr NativeDef family_functions[] = {
    {"getcodec", get_codec, "-($module, encoding, /)", "The codec of that name."},
};

Ref<Module> make_family(const char* name) { return new_native_module({name, nullptr, family_functions}); }

}  // namespace

Ref<Module> make_multibytecodec_module() { return new_native_module(multibyte_spec); }
Ref<Module> make_codecs_cn_module() { return make_family("_codecs_cn"); }
Ref<Module> make_codecs_hk_module() { return make_family("_codecs_hk"); }
Ref<Module> make_codecs_iso2022_module() { return make_family("_codecs_iso2022"); }
Ref<Module> make_codecs_jp_module() { return make_family("_codecs_jp"); }
Ref<Module> make_codecs_kr_module() { return make_family("_codecs_kr"); }
Ref<Module> make_codecs_tw_module() { return make_family("_codecs_tw"); }

}  // namespace minipy
