// _typing: the function that typing.NewType and others call for every value.
//
// CPython: Modules/_typingmodule.c
#include "modules/support.h"

namespace minipy {
namespace {

NewRef typing_idfunc(Object*, Object* const* arguments) { return new_ref(arguments[0]); }

constexpr NativeDef typing_functions[] = {{"_idfunc", typing_idfunc, "($module, x, /)", "x itself."}};

const ModuleSpec typing_spec = {"_typing", "Accelerators of typing.", typing_functions};

}  // namespace

Ref<Module> make_typing_module() { return new_native_module(typing_spec); }

}  // namespace minipy
