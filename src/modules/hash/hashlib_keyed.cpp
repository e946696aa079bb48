// _hashlib: HMAC, and keys derived from passwords.
//
// CPython: Modules/_hashopenssl.c
#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <climits>

#include "modules/hash/hash.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

struct FreeMac {
    void operator()(EVP_MAC_CTX* context) const noexcept { EVP_MAC_CTX_free(context); }
};
using MacContext = std::unique_ptr<EVP_MAC_CTX, FreeMac>;

struct Hmac : Object {
    EVP_MAC_CTX* context;
    const EVP_MD* algorithm;
};

Hmac* as_hmac(Object* self) noexcept { return static_cast<Hmac*>(self); }

const unsigned char* octets(std::string_view text) noexcept {
    return reinterpret_cast<const unsigned char*>(text.data() ? text.data() : "");
}

Result<EVP_MAC_CTX*> start_mac(const EVP_MD* algorithm, std::string_view key) {
    static EVP_MAC* const hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    MacContext context(EVP_MAC_CTX_new(hmac));
    if (!context) return raise_openssl_error();
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, const_cast<char*>(EVP_MD_get0_name(algorithm)),
                                         0),
        OSSL_PARAM_construct_end()};
    if (!EVP_MAC_init(context.get(), octets(key), key.size(), parameters)) return raise_openssl_error();
    return context.release();
}

Status update_mac(EVP_MAC_CTX* context, std::string_view data) {
    if (!EVP_MAC_update(context, octets(data), data.size())) return raise_openssl_error();
    return done;
}

/// The code of what has been read so far.
Result<std::string> finish_mac(const EVP_MAC_CTX* context) {
    MacContext copy(EVP_MAC_CTX_dup(context));
    if (!copy) return raise_openssl_error();
    std::string code(EVP_MAX_MD_SIZE, '\0');
    std::size_t size;
    if (!EVP_MAC_final(copy.get(), reinterpret_cast<unsigned char*>(code.data()), &size, code.size()))
        return raise_openssl_error();
    code.resize(size);
    return code;
}

void hmac_dealloc(Object* self) noexcept {
    EVP_MAC_CTX_free(as_hmac(self)->context);
    free_object(self);
}

NewRef new_hmac(EVP_MAC_CTX* context, const EVP_MD* algorithm) {
    auto* made = static_cast<Hmac*>(allocate_instance(&hmac_type));
    made->context = context;
    made->algorithm = algorithm;
    return NewRef(made);
}

NewRef hmac_repr(Object* self) {
    return str_from_utf8(
        fmt::format("<{} HMAC object @ {}>", digest_name(as_hmac(self)->algorithm), static_cast<void*>(self)));
}

NewRef hmac_update(Object* self, Object* const* arguments) {
    HeldBuffer data;
    TRY(hash_data_argument(arguments[0], data));
    TRY(update_mac(as_hmac(self)->context, data.view()));
    return new_none();
}

NewRef hmac_copy(Object* self, Object* const*) {
    EVP_MAC_CTX* copy = EVP_MAC_CTX_dup(as_hmac(self)->context);
    if (!copy) return raise_openssl_error();
    return new_hmac(copy, as_hmac(self)->algorithm);
}

NewRef hmac_digest(Object* self, Object* const*) { return new_bytes(TRY(finish_mac(as_hmac(self)->context))); }
NewRef hmac_hexdigest(Object* self, Object* const*) {
    return hex_digits(TRY(finish_mac(as_hmac(self)->context)));
}
NewRef hmac_digest_size(Object* self) { return new_int(EVP_MD_get_size(as_hmac(self)->algorithm)); }
NewRef hmac_block_size(Object* self) { return new_int(EVP_MD_get_block_size(as_hmac(self)->algorithm)); }
NewRef hmac_name(Object* self) { return str_from_utf8("hmac-" + digest_name(as_hmac(self)->algorithm)); }

constexpr NativeDef hmac_methods[] = {
    {"update", hmac_update, "($self, /, msg)", "Goes on with more of the message."},
    {"digest", hmac_digest, "($self, /)", "The code of the message so far, as bytes."},
    {"hexdigest", hmac_hexdigest, "($self, /)", "The code of the message so far, as hexadecimal digits."},
    {"copy", hmac_copy, "($self, /)", "A copy of the HMAC object."},
};
constexpr GetSetDef hmac_getset[] = {
    {"digest_size", hmac_digest_size, nullptr, nullptr},
    {"block_size", hmac_block_size, nullptr, nullptr},
    {"name", hmac_name, nullptr, nullptr},
};

constexpr TypeSpec hmac_spec = {
    .name = "_hashlib.HMAC",
    .basic_size = sizeof(Hmac),
    .flags = type_flag::disallow_new,
    .doc = "A running computation of a keyed hash: update(), digest(), hexdigest(), copy().",
    .slots = {.dealloc = hmac_dealloc, .repr = hmac_repr},
    .methods = hmac_methods,
    .getset = hmac_getset,
};

/// A cost factor of scrypt.
Result<std::uint64_t> factor_argument(Object* value_or_none, const char* name) {
    if (!value_or_none || is_none(value_or_none))
        return raise(type_error_type, fmt::format("{} is required and must be an unsigned int", name));
    if (!is_int(value_or_none))
        return raise_bad_argument(fmt::format("scrypt() argument '{}'", name), "int", value_or_none);
    const IntParts parts(as_int(value_or_none));
    if (parts.negative() || parts.size() > 1)
        return raise(type_error_type, fmt::format("{} is required and must be an unsigned int", name));
    return parts.is_zero() ? 0 : parts.limbs()[0];
}

Result<int> key_length(Object* value_or_none, const EVP_MD* algorithm) {
    if (!value_or_none || is_none(value_or_none)) return EVP_MD_get_size(algorithm);
    const Size length = TRY(argument_size(value_or_none));
    if (length < 1) return raise(value_error_type, "key length must be greater than 0.");
    if (length > INT_MAX) return raise(overflow_error_type, "key length is too great.");
    return static_cast<int>(length);
}

}  // namespace

Type hmac_type(hmac_spec);

NewRef hashlib_hmac_new(Object*, Object* const* arguments) {
    HeldBuffer key, message;
    TRY(get_buffer(arguments[0], key, buffer_flag::simple));
    if (key.size > INT_MAX) return raise(overflow_error_type, "key is too long.");
    if (is_none(arguments[2])) return raise(type_error_type, "Missing required parameter 'digestmod'.");
    const EVP_MD* algorithm = TRY(digest_argument(arguments[2]));
    MacContext context(TRY(start_mac(algorithm, key.view())));
    if (arguments[1] && !is_none(arguments[1])) {
        TRY(hash_data_argument(arguments[1], message));
        TRY(update_mac(context.get(), message.view()));
    }
    return new_hmac(context.release(), algorithm);
}

NewRef hashlib_hmac_digest(Object*, Object* const* arguments) {
    HeldBuffer key, message;
    TRY(get_buffer(arguments[0], key, buffer_flag::simple));
    TRY(get_buffer(arguments[1], message, buffer_flag::simple));
    const EVP_MD* algorithm = TRY(digest_argument(arguments[2]));
    if (key.size > INT_MAX) return raise(overflow_error_type, "key is too long.");
    if (message.size > INT_MAX) return raise(overflow_error_type, "msg is too long.");
    MacContext context(TRY(start_mac(algorithm, key.view())));
    TRY(update_mac(context.get(), message.view()));
    return new_bytes(TRY(finish_mac(context.get())));
}

NewRef hashlib_pbkdf2_hmac(Object*, Object* const* arguments) {
    const char* hash_name = TRY(c_string_argument(arguments[0], "pbkdf2_hmac", "argument 'hash_name'"));
    HeldBuffer password, salt;
    TRY(get_buffer(arguments[1], password, buffer_flag::simple));
    TRY(get_buffer(arguments[2], salt, buffer_flag::simple));
    const Size iterations = TRY(argument_size(arguments[3]));
    const EVP_MD* algorithm = TRY(find_digest(hash_name));
    if (iterations < 1) return raise(value_error_type, "iteration value must be greater than 0.");
    if (iterations > INT_MAX) return raise(overflow_error_type, "iteration value is too great.");
    const int length = TRY(key_length(arguments[4], algorithm));
    Ref<Bytes> key = TRY(new_bytes_uninitialized(length));
    const int ok =
        PKCS5_PBKDF2_HMAC(password.view().data(), static_cast<int>(password.size), octets(salt.view()),
                          static_cast<int>(salt.size), static_cast<int>(iterations), algorithm, length,
                          reinterpret_cast<unsigned char*>(key->data()));
    if (!ok) return raise_openssl_error();
    return key;
}

NewRef hashlib_scrypt(Object*, Object* const* arguments) {
    HeldBuffer password, salt;
    TRY(get_buffer(arguments[0], password, buffer_flag::simple));
    if (is_none(arguments[1])) return raise(type_error_type, "salt is required");
    TRY(get_buffer(arguments[1], salt, buffer_flag::simple));
    const std::uint64_t n = TRY(factor_argument(arguments[2], "n"));
    if (n < 2 || n & (n - 1)) return raise(value_error_type, "n must be a power of 2.");
    const std::uint64_t r = TRY(factor_argument(arguments[3], "r")),
                        p = TRY(factor_argument(arguments[4], "p"));
    const Size memory = TRY(argument_size(arguments[5])), length = TRY(argument_size(arguments[6]));
    if (memory < 0 || memory > INT_MAX)
        return raise(value_error_type, fmt::format("maxmem must be positive and smaller than {}", INT_MAX));
    if (length < 1 || length > INT_MAX)
        return raise(value_error_type,
                     fmt::format("dklen must be greater than 0 and smaller than {}", INT_MAX));
    const auto most = static_cast<std::uint64_t>(memory);
    if (!EVP_PBE_scrypt(nullptr, 0, nullptr, 0, n, r, p, most, nullptr, 0))
        return raise_openssl_error("Invalid parameter combination for n, r, p, maxmem.");
    Ref<Bytes> key = TRY(new_bytes_uninitialized(length));
    if (!EVP_PBE_scrypt(password.view().data(), password.view().size(), octets(salt.view()), salt.view().size(),
                        n, r, p, most, reinterpret_cast<unsigned char*>(key->data()),
                        static_cast<std::size_t>(length)))
        return raise_openssl_error();
    return key;
}

}  // namespace minipy
