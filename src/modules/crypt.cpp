// The module `_crypt`: one-way hashes of passwords, as the system's libcrypt makes them.
//
// The state of a call lies on the heap: it is 32 KB, and libcrypt wants it zeroed.
//
// CPython: Modules/_cryptmodule.c
#include <crypt.h>

#include <memory>

#include "modules/os_error.h"
#include "modules/support.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

NewRef crypt_crypt(Object*, Object* const* arguments) {
    const char* word = TRY(c_string_argument(arguments[0], "crypt", "argument 1"));
    const char* salt = TRY(c_string_argument(arguments[1], "crypt", "argument 2"));
    const auto state = std::make_unique<crypt_data>();
    // Not crypt_r(): the address sanitizer replaces that and finds no other in a statically linked program.
    ::crypt_rn(word, salt, state.get(), sizeof *state);
    if (!state->output[0]) return raise_errno();
    return str_from_utf8(state->output);
}

constexpr NativeDef crypt_functions[] = {
    {"crypt", crypt_crypt, "($module, word, salt, /)",
     "The hash of the word. The salt also says which method is used."},
};

const ModuleSpec crypt_spec = {"_crypt", nullptr, crypt_functions};

}  // namespace

Ref<Module> make_crypt_module() { return new_native_module(crypt_spec); }

}  // namespace minipy
