// _md5, _sha1, _sha256, _sha512, _sha3: one kind of object for all, told apart by a row of `algorithms`.
//
// CPython: Modules/md5module.c, Modules/sha1module.c, Modules/sha256module.c, Modules/sha512module.c,
// Modules/_sha3/sha3module.c
#include <openssl/err.h>

#include "modules/hash/hash.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/bytes.h"
#include "objects/bytes/octets.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {

Status hash_data_argument(Object* value, HeldBuffer& view) {
    if (is_str(value)) return raise(type_error_type, "Strings must be encoded before hashing");
    if (!has_octets(value)) return raise(type_error_type, "object supporting the buffer API required");
    return get_buffer(value, view, buffer_flag::simple);
}

Failure raise_openssl_error(const char* otherwise) {
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    if (code == 0) return raise(value_error_type, otherwise);
    const char *library = ERR_lib_error_string(code), *reason = ERR_reason_error_string(code);
    if (!reason) reason = "no reason supplied";
    return raise(value_error_type, library ? fmt::format("[{}] {}", library, reason) : reason);
}

Result<EVP_MD_CTX*> start_digest(const EVP_MD* algorithm) {
    DigestContext context(EVP_MD_CTX_new());
    if (!context) return raise(memory_error_type);
    if (!EVP_DigestInit_ex(context.get(), algorithm, nullptr)) return raise_openssl_error();
    return context.release();
}

Status update_digest(EVP_MD_CTX* context, std::string_view data) {
    if (!EVP_DigestUpdate(context, data.data(), data.size())) return raise_openssl_error();
    return done;
}

Result<EVP_MD_CTX*> copy_digest(const EVP_MD_CTX* context) {
    DigestContext copy(EVP_MD_CTX_new());
    if (!copy) return raise(memory_error_type);
    if (!EVP_MD_CTX_copy_ex(copy.get(), context)) return raise_openssl_error();
    return copy.release();
}

Result<std::string> finish_digest(const EVP_MD_CTX* context, Size length) {
    DigestContext copy(TRY(copy_digest(context)));
    std::string digest(static_cast<std::size_t>(length >= 0 ? length : EVP_MD_CTX_get_size(context)), '\0');
    auto* out = reinterpret_cast<unsigned char*>(digest.data());
    if (length == 0) return digest;
    const int ok = length >= 0 ? EVP_DigestFinalXOF(copy.get(), out, digest.size())
                               : EVP_DigestFinal_ex(copy.get(), out, nullptr);
    if (!ok) return raise_openssl_error();
    return digest;
}

NewRef hex_digits(std::string_view octets) { return str_from_utf8(*hex_text(octets, nullptr, nullptr)); }

namespace {

struct Algorithm {
    const char* name;
    const EVP_MD* (*openssl)();
    int digest_size;  // 0: of free length
    int block_size;
    char suffix;  // of SHA-3: the bits behind the data
    Type* type;
};

struct Digest : Object {
    EVP_MD_CTX* context;
    const Algorithm* algorithm;
};

Digest* as_digest(Object* self) noexcept { return static_cast<Digest*>(self); }

void digest_dealloc(Object* self) noexcept {
    EVP_MD_CTX_free(as_digest(self)->context);
    free_object(self);
}

NewRef new_digest(const Algorithm& algorithm, Object* data_or_null) {
    HeldBuffer data;
    if (data_or_null) TRY(hash_data_argument(data_or_null, data));
    DigestContext context(TRY(start_digest(algorithm.openssl())));
    if (data_or_null) TRY(update_digest(context.get(), data.view()));
    auto* made = static_cast<Digest*>(allocate_instance(algorithm.type));
    made->context = context.release();
    made->algorithm = &algorithm;
    return NewRef(made);
}

NewRef digest_update(Object* self, Object* const* arguments) {
    HeldBuffer data;
    TRY(hash_data_argument(arguments[0], data));
    TRY(update_digest(as_digest(self)->context, data.view()));
    return new_none();
}

NewRef digest_copy(Object* self, Object* const*) {
    EVP_MD_CTX* context = TRY(copy_digest(as_digest(self)->context));
    auto* made = static_cast<Digest*>(allocate_instance(self->type));
    made->context = context;
    made->algorithm = as_digest(self)->algorithm;
    return NewRef(made);
}

NewRef digest_digest(Object* self, Object* const*) {
    return new_bytes(TRY(finish_digest(as_digest(self)->context)));
}
NewRef digest_hexdigest(Object* self, Object* const*) {
    return hex_digits(TRY(finish_digest(as_digest(self)->context)));
}

/// How many octets a function of free length is to give.
Result<Size> length_argument(Object* value) {
    if (!is_int(value)) return raise(type_error_type, "an integer is required");
    if (as_int(value)->is_negative()) return raise(value_error_type, "value must be positive");
    if (!as_int(value)->is_small())
        return raise(overflow_error_type, "Python int too large to convert to C unsigned long");
    if (as_int(value)->small >= 1 << 29) return raise(value_error_type, "length is too large");
    return as_int(value)->small;
}

NewRef shake_digest(Object* self, Object* const* arguments) {
    return new_bytes(TRY(finish_digest(as_digest(self)->context, TRY(length_argument(arguments[0])))));
}
NewRef shake_hexdigest(Object* self, Object* const* arguments) {
    return hex_digits(TRY(finish_digest(as_digest(self)->context, TRY(length_argument(arguments[0])))));
}

NewRef digest_name_attribute(Object* self) { return str_from_utf8(as_digest(self)->algorithm->name); }
NewRef digest_size(Object* self) { return new_int(as_digest(self)->algorithm->digest_size); }
NewRef digest_block_size(Object* self) { return new_int(as_digest(self)->algorithm->block_size); }
NewRef digest_rate_bits(Object* self) { return new_int(as_digest(self)->algorithm->block_size * 8); }
NewRef digest_capacity_bits(Object* self) { return new_int(1600 - as_digest(self)->algorithm->block_size * 8); }
NewRef digest_suffix(Object* self) { return new_bytes({&as_digest(self)->algorithm->suffix, 1}); }

#define COMMON_METHODS(data)                                                       \
    {"copy", digest_copy, "($self, /)", "A copy of the hash object."}, {           \
        "update", digest_update, "($self, " data ", /)", "Goes on with more data." \
    }
#define FIXED_METHODS                                                                                        \
    {"digest", digest_digest, "($self, /)", "The digest of the data so far, as bytes."}, {                   \
        "hexdigest", digest_hexdigest, "($self, /)", "The digest of the data so far, as hexadecimal digits." \
    }
constexpr NativeDef fixed_methods[] = {COMMON_METHODS("obj"), FIXED_METHODS};
constexpr NativeDef sha3_methods[] = {COMMON_METHODS("data"), FIXED_METHODS};
constexpr NativeDef shake_methods[] = {
    COMMON_METHODS("data"),
    {"digest", shake_digest, "($self, length, /)", "So many octets of the digest of the data so far."},
    {"hexdigest", shake_hexdigest, "($self, length, /)", "The same as hexadecimal digits."},
};
#undef COMMON_METHODS
#undef FIXED_METHODS

constexpr GetSetDef fixed_getset[] = {
    {"block_size", digest_block_size, nullptr, nullptr},
    {"name", digest_name_attribute, nullptr, nullptr},
    {"digest_size", digest_size, nullptr, nullptr},
};
constexpr GetSetDef sha3_getset[] = {
    {"block_size", digest_block_size, nullptr, nullptr},
    {"name", digest_name_attribute, nullptr, nullptr},
    {"digest_size", digest_size, nullptr, nullptr},
    {"_capacity_bits", digest_capacity_bits, nullptr, nullptr},
    {"_rate_bits", digest_rate_bits, nullptr, nullptr},
    {"_suffix", digest_suffix, nullptr, nullptr},
};

constexpr TypeSpec fixed_spec(const char* name) {
    return {.name = name,
            .basic_size = sizeof(Digest),
            .flags = type_flag::disallow_new,
            .slots = {.dealloc = digest_dealloc},
            .methods = fixed_methods,
            .getset = fixed_getset};
}

NewRef sha3_new(Type* type, Tuple* arguments, Dict* keywords_or_null);

TypeSpec sha3_spec(const char* name, std::span<const NativeDef> methods) {
    return {.name = name,
            .basic_size = sizeof(Digest),
            .doc = "(data=b'', /, *, usedforsecurity=True)\n\nA new SHA-3 hash object.",
            .slots = {.new_ = sha3_new, .dealloc = digest_dealloc},
            .methods = methods,
            .getset = sha3_getset};
}

const TypeSpec md5_spec = fixed_spec("_md5.md5"), sha1_spec = fixed_spec("_sha1.sha1"),
               sha224_spec = fixed_spec("_sha256.sha224"), sha256_spec = fixed_spec("_sha256.sha256"),
               sha384_spec = fixed_spec("_sha512.sha384"), sha512_spec = fixed_spec("_sha512.sha512"),
               sha3_224_spec = sha3_spec("_sha3.sha3_224", sha3_methods),
               sha3_256_spec = sha3_spec("_sha3.sha3_256", sha3_methods),
               sha3_384_spec = sha3_spec("_sha3.sha3_384", sha3_methods),
               sha3_512_spec = sha3_spec("_sha3.sha3_512", sha3_methods),
               shake_128_spec = sha3_spec("_sha3.shake_128", shake_methods),
               shake_256_spec = sha3_spec("_sha3.shake_256", shake_methods);
Type md5_type(md5_spec), sha1_type(sha1_spec), sha224_type(sha224_spec), sha256_type(sha256_spec),
    sha384_type(sha384_spec), sha512_type(sha512_spec), sha3_224_type(sha3_224_spec),
    sha3_256_type(sha3_256_spec), sha3_384_type(sha3_384_spec), sha3_512_type(sha3_512_spec),
    shake_128_type(shake_128_spec), shake_256_type(shake_256_spec);

const Algorithm algorithms[] = {
    {"md5", EVP_md5, 16, 64, 0, &md5_type},
    {"sha1", EVP_sha1, 20, 64, 0, &sha1_type},
    {"sha224", EVP_sha224, 28, 64, 0, &sha224_type},
    {"sha256", EVP_sha256, 32, 64, 0, &sha256_type},
    {"sha384", EVP_sha384, 48, 128, 0, &sha384_type},
    {"sha512", EVP_sha512, 64, 128, 0, &sha512_type},
    {"sha3_224", EVP_sha3_224, 28, 144, 6, &sha3_224_type},
    {"sha3_256", EVP_sha3_256, 32, 136, 6, &sha3_256_type},
    {"sha3_384", EVP_sha3_384, 48, 104, 6, &sha3_384_type},
    {"sha3_512", EVP_sha3_512, 64, 72, 6, &sha3_512_type},
    {"shake_128", EVP_shake128, 0, 168, 0x1F, &shake_128_type},
    {"shake_256", EVP_shake256, 0, 136, 0x1F, &shake_256_type},
};

const Algorithm* algorithm_of(const Type* type) noexcept {
    for (const Algorithm& algorithm : algorithms)
        if (algorithm.type == type) return &algorithm;
    return nullptr;
}

NewRef sha3_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"", "usedforsecurity"};
    Object* bound[2];
    if (arguments->size > 1)
        return raise(type_error_type,
                     fmt::format("sha3_224() takes at most 1 positional argument ({} given)", arguments->size));
    TRY(bind_arguments(short_name(type), names, arguments, keywords_or_null, bound));
    return new_digest(*algorithm_of(type), bound[0]);
}

/// The constructor functions of the older modules.
template <int index>
NewRef make_digest(Object*, Object* const* arguments) {
    return new_digest(algorithms[index], arguments[0]);
}

constexpr const char* signature = "($module, /, string=b'', *, usedforsecurity=True)";
constexpr const char* doc = "A new hash object, of the data if some is given.";
constexpr NativeDef md5_functions[] = {{"md5", make_digest<0>, signature, doc}};
constexpr NativeDef sha1_functions[] = {{"sha1", make_digest<1>, signature, doc}};
constexpr NativeDef sha256_functions[] = {{"sha256", make_digest<3>, signature, doc},
                                          {"sha224", make_digest<2>, signature, doc}};
constexpr NativeDef sha512_functions[] = {{"sha512", make_digest<5>, signature, doc},
                                          {"sha384", make_digest<4>, signature, doc}};

/// Shows a type under the name that the module has for it.
Status add(Module* module, const char* shown, Type& type) {
    ready_type(type);
    return module_set(module, shown, &type);
}

Status md5_fill(Module* module) { return add(module, "MD5Type", md5_type); }
Status sha1_fill(Module* module) { return add(module, "SHA1Type", sha1_type); }
Status sha256_fill(Module* module) {
    TRY(add(module, "SHA224Type", sha224_type));
    return add(module, "SHA256Type", sha256_type);
}
Status sha512_fill(Module* module) {
    ready_type(sha384_type);
    // CPython adds both types under this name, so that the second one stays.
    return add(module, "SHA384Type", sha512_type);
}
Status sha3_fill(Module* module) {
    for (Type* type :
         {&sha3_224_type, &sha3_256_type, &sha3_384_type, &sha3_512_type, &shake_128_type, &shake_256_type})
        TRY(module_add_type(module, *type));
    TRY(module_set(module, "keccakopt", new_int(0).get()));
    return module_set(module, "implementation", str_from_utf8("OpenSSL").get());
}

const ModuleSpec md5_module_spec = {"_md5", nullptr, md5_functions, md5_fill};
const ModuleSpec sha1_module_spec = {"_sha1", nullptr, sha1_functions, sha1_fill};
const ModuleSpec sha256_module_spec = {"_sha256", nullptr, sha256_functions, sha256_fill};
const ModuleSpec sha512_module_spec = {"_sha512", nullptr, sha512_functions, sha512_fill};
const ModuleSpec sha3_module_spec = {"_sha3", nullptr, {}, sha3_fill};

}  // namespace

Ref<Module> make_md5_module() { return new_native_module(md5_module_spec); }
Ref<Module> make_sha1_module() { return new_native_module(sha1_module_spec); }
Ref<Module> make_sha256_module() { return new_native_module(sha256_module_spec); }
Ref<Module> make_sha512_module() { return new_native_module(sha512_module_spec); }
Ref<Module> make_sha3_module() { return new_native_module(sha3_module_spec); }

}  // namespace minipy
