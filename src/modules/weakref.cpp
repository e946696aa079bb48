// The module `_weakref`: what CPython's weakref.py is built on.
//
// CPython: Modules/_weakref.c
#include "objects/weak_reference.h"

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

NewRef weakref_getweakrefcount(Object*, Object* const* arguments) {
    std::int64_t count = 0;
    if (WeakReference** list = weak_reference_list(arguments[0]))
        for (WeakReference* reference = *list; reference; reference = reference->next) ++count;
    return new_int(count);
}

NewRef weakref_getweakrefs(Object*, Object* const* arguments) {
    Ref<List> references = new_list();
    if (WeakReference** list = weak_reference_list(arguments[0]))
        for (WeakReference* reference = *list; reference; reference = reference->next)
            TRY(list_append(references.get(), reference));
    return references;
}

NewRef weakref_proxy(Object*, Object* const* arguments) {
    return new_weak_proxy(arguments[0], is_none(arguments[1]) ? nullptr : arguments[1]);
}

/// Removes the key if the reference that is its value is dead: one step that no other code can come between.
NewRef weakref_remove_dead(Object*, Object* const* arguments) {
    if (!is_dict(arguments[0]))
        return raise_bad_argument("_remove_dead_weakref", "argument 1", "dict", arguments[0]);
    auto* dict = static_cast<Dict*>(arguments[0]);
    Object* value = TRY(dict_get(dict, arguments[1]));
    if (!value) return new_none();
    if (!is_weak_reference(value)) return raise(type_error_type, "not a weakref");
    if (!live_referent(value)) TRY(dict_delete(dict, arguments[1]));
    return new_none();
}

constexpr NativeDef functions[] = {
    {"getweakrefcount", weakref_getweakrefcount, "($module, object, /)",
     "The number of weak references to the object."},
    {"_remove_dead_weakref", weakref_remove_dead, "($module, dct, key, /)",
     "Removes the key from the dict if its value is a dead weak reference."},
    {"getweakrefs", weakref_getweakrefs, "($module, object, /)",
     "A list of the weak references to the object."},
    {"proxy", weakref_proxy, "($module, object, callback=None, /)",
     "A proxy for the object that does not keep it alive; `callback` is called when the object dies."},
};

Status fill(Module* module) {
    TRY(module_set(module, "ref", &weak_reference_type));
    TRY(module_set(module, "ReferenceType", &weak_reference_type));
    TRY(module_set(module, "ProxyType", &weak_proxy_type));
    return module_set(module, "CallableProxyType", &weak_callable_proxy_type);
}

const ModuleSpec spec = {"_weakref", "Weak references.", functions, fill};

}  // namespace

Ref<Module> make_weakref_module() { return new_native_module(spec); }

}  // namespace minipy
