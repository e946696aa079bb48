// Hashes: the modules _md5, _sha1, _sha256, _sha512 and _sha3 (digests.cpp), _blake2 (blake2.cpp) and _hashlib
// (hashlib.cpp, hashlib_keyed.cpp).
//
// The algorithms are OpenSSL's, but for BLAKE2 with keys, salts and trees, which is libb2's. An object owns a
// running computation; taking the digest finishes a copy of it.
//
// CPython: Modules/md5module.c, Modules/sha*module.c, Modules/_sha3/, Modules/_blake2/, Modules/_hashopenssl.c
#pragma once

#include <openssl/evp.h>

#include <memory>
#include <string>

#include "modules/buffer_argument.h"
#include "objects/module.h"

namespace minipy {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeContext>;

/// Data to be hashed. TypeError "Strings must be encoded before hashing". GET_BUFFER_VIEW_OR_ERROUT.
Status hash_data_argument(Object* value, HeldBuffer& view);

/// ValueError with OpenSSL's last error as "[library] reason"; the given text if it has none. _setException.
Failure raise_openssl_error(const char* otherwise = "no reason supplied");

/// A running computation. MemoryError, ValueError.
Result<EVP_MD_CTX*> start_digest(const EVP_MD* algorithm);
Status update_digest(EVP_MD_CTX* context, std::string_view data);
Result<EVP_MD_CTX*> copy_digest(const EVP_MD_CTX* context);
/// The digest of what has been hashed so far; `length` is looked at for functions of free length alone.
Result<std::string> finish_digest(const EVP_MD_CTX* context, Size length = -1);

/// Octets as lower-case hexadecimal digits.
NewRef hex_digits(std::string_view octets);

// _hashlib's functions with keys (hashlib_keyed.cpp).
extern Type hmac_type;
NewRef hashlib_hmac_new(Object* module, Object* const* arguments);
NewRef hashlib_hmac_digest(Object* module, Object* const* arguments);
NewRef hashlib_pbkdf2_hmac(Object* module, Object* const* arguments);
NewRef hashlib_scrypt(Object* module, Object* const* arguments);

/// The algorithm of that name (CPython's or OpenSSL's); ValueError.
Result<const EVP_MD*> find_digest(std::string_view name);
/// CPython's name of the algorithm.
std::string digest_name(const EVP_MD* algorithm);
/// The algorithm that a name or a constructor of _hashlib stands for. UnsupportedDigestmodError.
Result<const EVP_MD*> digest_argument(Object* name_or_constructor);

}  // namespace minipy
