// _hashlib: OpenSSL's digests under one interface.
//
// Algorithms go by CPython's names ("sha3_256"), which differ from OpenSSL's ("SHA3-256"). A constructor of
// this module stands for its algorithm where a name is expected.
//
// CPython: Modules/_hashopenssl.c
#include <openssl/err.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "modules/hash/hash.h"
#include "modules/operator/operator.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/mapping_proxy.h"
#include "objects/memory_guard.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

struct DigestName {
    const char* python;
    const char* openssl;
};
constexpr DigestName names[] = {
    {"md5", "MD5"},
    {"sha1", "SHA1"},
    {"sha224", "SHA224"},
    {"sha256", "SHA256"},
    {"sha384", "SHA384"},
    {"sha512", "SHA512"},
    {"sha3_224", "SHA3-224"},
    {"sha3_256", "SHA3-256"},
    {"sha3_384", "SHA3-384"},
    {"sha3_512", "SHA3-512"},
    {"shake_128", "SHAKE128"},
    {"shake_256", "SHAKE256"},
    {"blake2b", "BLAKE2b512"},
    {"blake2s", "BLAKE2s256"},
    {"sha512_224", "SHA512-224"},
    {"sha512_256", "SHA512-256"},
};

Type& unsupported_error() {
    static Type* const type = new_exception_class("_hashlib.UnsupportedDigestmodError", value_error_type);
    return *type;
}

struct OpensslHash : Object {
    EVP_MD_CTX* context;
};

extern Type hash_type, xof_type;

OpensslHash* as_hash(Object* self) noexcept { return static_cast<OpensslHash*>(self); }
const EVP_MD* algorithm_of(Object* self) noexcept { return EVP_MD_CTX_get0_md(as_hash(self)->context); }

void hash_dealloc(Object* self) noexcept {
    EVP_MD_CTX_free(as_hash(self)->context);
    free_object(self);
}

NewRef new_hash(const EVP_MD* algorithm, Object* data_or_null) {
    HeldBuffer data;
    if (data_or_null) TRY(hash_data_argument(data_or_null, data));
    DigestContext context(TRY(start_digest(algorithm)));
    if (data_or_null) TRY(update_digest(context.get(), data.view()));
    const bool free_length = EVP_MD_get_flags(algorithm) & EVP_MD_FLAG_XOF;
    auto* made = static_cast<OpensslHash*>(allocate_instance(free_length ? &xof_type : &hash_type));
    made->context = context.release();
    return NewRef(made);
}

NewRef hash_repr(Object* self) {
    return str_from_utf8(fmt::format("<{} {} object @ {}>", digest_name(algorithm_of(self)), self->type->name,
                                     static_cast<void*>(self)));
}

NewRef hash_update(Object* self, Object* const* arguments) {
    HeldBuffer data;
    TRY(hash_data_argument(arguments[0], data));
    TRY(update_digest(as_hash(self)->context, data.view()));
    return new_none();
}

NewRef hash_copy(Object* self, Object* const*) {
    EVP_MD_CTX* context = TRY(copy_digest(as_hash(self)->context));
    auto* made = static_cast<OpensslHash*>(allocate_instance(self->type));
    made->context = context;
    return NewRef(made);
}

NewRef hash_digest(Object* self, Object* const*) {
    return new_bytes(TRY(finish_digest(as_hash(self)->context)));
}
NewRef hash_hexdigest(Object* self, Object* const*) {
    return hex_digits(TRY(finish_digest(as_hash(self)->context)));
}

Result<std::string> xof_output(Object* self, Object* length) {
    const Size size = TRY(argument_size(length));
    if (size < 0) return raise(system_error_type, "Negative size passed to PyBytes_FromStringAndSize");
    return guard_memory([&]() -> Result<std::string> { return finish_digest(as_hash(self)->context, size); });
}

NewRef xof_digest(Object* self, Object* const* arguments) {
    return new_bytes(TRY(xof_output(self, arguments[0])));
}
NewRef xof_hexdigest(Object* self, Object* const* arguments) {
    return hex_digits(TRY(xof_output(self, arguments[0])));
}

NewRef hash_digest_size(Object* self) { return new_int(EVP_MD_get_size(algorithm_of(self))); }
NewRef hash_block_size(Object* self) { return new_int(EVP_MD_get_block_size(algorithm_of(self))); }
NewRef hash_name(Object* self) { return str_from_utf8(digest_name(algorithm_of(self))); }
NewRef xof_digest_size(Object*) { return new_int(0); }

constexpr NativeDef hash_methods[] = {
    {"update", hash_update, "($self, obj, /)", "Goes on with more data."},
    {"digest", hash_digest, "($self, /)", "The digest of the data so far, as bytes."},
    {"hexdigest", hash_hexdigest, "($self, /)", "The digest of the data so far, as hexadecimal digits."},
    {"copy", hash_copy, "($self, /)", "A copy of the hash object."},
};
constexpr GetSetDef hash_getset[] = {
    {"digest_size", hash_digest_size, nullptr, nullptr},
    {"block_size", hash_block_size, nullptr, nullptr},
    {"name", hash_name, nullptr, "algorithm name."},
};
constexpr NativeDef xof_methods[] = {
    {"digest", xof_digest, "($self, /, length)", "So many octets of the digest of the data so far."},
    {"hexdigest", xof_hexdigest, "($self, /, length)", "The same as hexadecimal digits."},
};
constexpr GetSetDef xof_getset[] = {{"digest_size", xof_digest_size, nullptr, nullptr}};

constexpr TypeSpec hash_spec = {
    .name = "_hashlib.HASH",
    .basic_size = sizeof(OpensslHash),
    .flags = type_flag::base_type | type_flag::disallow_new,
    .doc = "A hash by one of OpenSSL's algorithms.",
    .slots = {.dealloc = hash_dealloc, .repr = hash_repr},
    .methods = hash_methods,
    .getset = hash_getset,
    .signature = "(name, string=b'')",
};
constexpr TypeSpec xof_spec = {
    .name = "_hashlib.HASHXOF",
    .basic_size = sizeof(OpensslHash),
    .flags = type_flag::base_type | type_flag::disallow_new,
    .base = &hash_type,
    .doc = "A hash whose digest has any length.",
    .slots = {.dealloc = hash_dealloc},
    .methods = xof_methods,
    .getset = xof_getset,
    .signature = "(name, string=b'')",
};
Type hash_type(hash_spec), xof_type(xof_spec);

// --- functions

NewRef hashlib_new(Object*, Object* const* arguments) {
    if (!is_str(arguments[0])) return raise(type_error_type, "name must be a string");
    return new_hash(TRY(find_digest(str_utf8(static_cast<Str*>(arguments[0])))), arguments[1]);
}

template <int index>
NewRef hashlib_constructor(Object*, Object* const* arguments) {
    return new_hash(TRY(find_digest(names[index].python)), arguments[0]);
}

NewRef hashlib_get_fips_mode(Object*, Object* const*) {
    return new_int(EVP_default_properties_is_fips_enabled(nullptr));
}

constexpr const char* signature = "($module, /, string=b'', *, usedforsecurity=True)";
constexpr const char* doc = "A hash object of the algorithm; of the data if some is given.";

constexpr NativeDef hashlib_functions[] = {
    {"new", hashlib_new, "($module, /, name, string=b'', *, usedforsecurity=True)",
     "A hash object of the named algorithm; of the data if some is given."},
    {"openssl_md5", hashlib_constructor<0>, signature, doc},
    {"openssl_sha1", hashlib_constructor<1>, signature, doc},
    {"openssl_sha224", hashlib_constructor<2>, signature, doc},
    {"openssl_sha256", hashlib_constructor<3>, signature, doc},
    {"openssl_sha384", hashlib_constructor<4>, signature, doc},
    {"openssl_sha512", hashlib_constructor<5>, signature, doc},
    {"openssl_sha3_224", hashlib_constructor<6>, signature, doc},
    {"openssl_sha3_256", hashlib_constructor<7>, signature, doc},
    {"openssl_sha3_384", hashlib_constructor<8>, signature, doc},
    {"openssl_sha3_512", hashlib_constructor<9>, signature, doc},
    {"openssl_shake_128", hashlib_constructor<10>, signature, doc},
    {"openssl_shake_256", hashlib_constructor<11>, signature, doc},
    {"pbkdf2_hmac", hashlib_pbkdf2_hmac,
     "($module, /, hash_name, password, salt, iterations,\n            dklen=None)",
     "A key from a password (PKCS #5)."},
    {"scrypt", hashlib_scrypt,
     "($module, /, password, *, salt=None, n=None, r=None, p=None,\n       maxmem=0, dklen=64)",
     "A key from a password (RFC 7914)."},
    {"get_fips_mode", hashlib_get_fips_mode, "($module, /)", "Whether OpenSSL is in FIPS mode."},
    {"compare_digest", operator_compare_digest, "($module, a, b, /)",
     "a == b in a time that does not depend on their content"},
    {"hmac_digest", hashlib_hmac_digest, "($module, /, key, msg, digest)", "The HMAC of a message."},
    {"hmac_new", hashlib_hmac_new, "($module, /, key, msg=b'', digestmod=None)", "A new HMAC object."},
};
constexpr int first_constructor = 1, constructor_count = 12;

/// Index in `names` of the algorithm that a constructor of this module makes, or -1.
int constructor_index(const Object* object) noexcept {
    if (!is_exactly(object, builtin_function_type)) return -1;
    const NativeFunction function =
        static_cast<const BuiltinFunction*>(object)->signature->definition->function;
    for (int i = 0; i < constructor_count; ++i)
        if (hashlib_functions[first_constructor + i].function == function) return i;
    return -1;
}

Ref<Object> available_names() {
    std::vector<std::string> found;
    EVP_MD_do_all_provided(
        nullptr,
        [](EVP_MD* algorithm, void* context) {
            static_cast<std::vector<std::string>*>(context)->push_back(digest_name(algorithm));
        },
        &found);
    Ref<List> list = new_list();
    for (const std::string& text : found)
        if (text.find("null") == std::string::npos && text.find("NULL") == std::string::npos &&
            text.find("KECCAK") == std::string::npos)
            TRY(list_append_steal(list.get(), str_from_utf8(text).release()));
    return call(&frozenset_type, {list.get()});
}

Status hashlib_fill(Module* module) {
    TRY(module_add_type(module, hash_type));
    TRY(module_add_type(module, xof_type));
    TRY(module_add_type(module, hmac_type));
    TRY(module_set(module, "UnsupportedDigestmodError", &unsupported_error()));
    Ref<Object> available = TRY(available_names());
    TRY(module_set(module, "openssl_md_meth_names", available.get()));
    Ref<Dict> constructors = new_dict();
    for (int i = 0; i < constructor_count; ++i) {
        Ref<Str> function_name = intern(hashlib_functions[first_constructor + i].name);
        Object* function = dict_get(module->dict, function_name.get());
        TRY(dict_set(constructors.get(), function, str_from_utf8(names[i].python).get()));
    }
    return module_set(module, "_constructors", Ref<Object>(new_mapping_proxy(constructors.get())).get());
}

const ModuleSpec hashlib_spec = {"_hashlib", "OpenSSL's hashes for the module hashlib.", hashlib_functions,
                                 hashlib_fill};

}  // namespace

Result<const EVP_MD*> find_digest(std::string_view name) {
    // One that was not fetched is looked up again by each hash that is begun. All live as long as the process.
    static std::map<std::string, const EVP_MD*, std::less<>> fetched;
    if (const auto known = fetched.find(name); known != fetched.end()) return known->second;
    std::string wanted(name);
    for (const DigestName& row : names)
        if (name == row.python) wanted = row.openssl;
    const EVP_MD* algorithm = EVP_MD_fetch(nullptr, wanted.c_str(), nullptr);
    if (algorithm) fetched.emplace(name, algorithm);
    if (!algorithm && (algorithm = EVP_get_digestbyname(wanted.c_str()))) ERR_clear_error();
    if (!algorithm) return raise_openssl_error(("unsupported hash type " + wanted).c_str());
    return algorithm;
}

std::string digest_name(const EVP_MD* algorithm) {
    for (const DigestName& row : names)
        if (EVP_MD_is_a(algorithm, row.openssl)) return row.python;
    std::string text = EVP_MD_get0_name(algorithm);
    const int id = EVP_MD_get_type(algorithm);
    if (id != NID_undef) text = OBJ_nid2ln(id);
    return text;
}

Result<const EVP_MD*> digest_argument(Object* value) {
    if (is_str(value)) return find_digest(str_utf8(static_cast<Str*>(value)));
    const int index = constructor_index(value);
    if (index >= 0) return find_digest(names[index].python);
    return raise(unsupported_error(), fmt::format("Unsupported digestmod {}", repr_for_message(value)));
}

Ref<Module> make_hashlib_module() { return new_native_module(hashlib_spec); }

}  // namespace minipy
