// Frozen modules and the start of importlib, which is one of them.
//
// importlib cannot be imported before it runs: its two halves are executed here, then get `sys` and `_imp`
// handed in and install their finders into `sys.meta_path`.
//
// CPython: Python/pylifecycle.c (init_importlib), Python/import.c (PyImport_ImportFrozenModuleObject)
#include <fmt/format.h>

#include "compiler/marshal.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/code.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/vm_hooks.h"
#include "vm/eval.h"
#include "vm/import.h"

namespace minipy {
namespace {

Module* bootstrap = nullptr;

/// `sys` is what C++ code looks into: it has to stay what it is whatever a program does to `sys.modules`.
Status install_external_importers() {
    TRY(call_method(bootstrap, name<"_install_external_importers">));
    Ref<Object> importer = find_frozen("zipimport") ? Ref<Object>(import_module("zipimport")) : nullptr;
    if (!importer) {
        clear_exception();  // zip files need zlib only when one is met; without the module there are none
        return done;
    }
    Object* hooks = sys_attribute(name<"path_hooks">);
    if (!hooks || !is_list(hooks)) return done;
    Ref<Object> hook = TRY(get_attribute(importer.get(), name<"zipimporter">));
    return list_insert(static_cast<List*>(hooks), 0, hook.get());
}

}  // namespace

Module* importlib_bootstrap() noexcept { return bootstrap; }

const FrozenModule* find_frozen(std::string_view wanted) noexcept {
    for (const FrozenModule& module : frozen_modules())
        if (module.name == wanted) return &module;
    return nullptr;
}

Ref<Object> frozen_code(const FrozenModule& module) {
    Ref<Object> code = TRY(marshal_load(module.code));
    if (is_code(code.get())) return code;
    return raise(type_error_type, fmt::format("frozen object '{}' is not a code object", module.name));
}

Ref<Module> import_frozen(std::string_view wanted) {
    const FrozenModule* frozen = find_frozen(wanted);
    if (!frozen) return raise(import_error_type, fmt::format("no frozen module named '{}'", wanted));
    Ref<Object> code = TRY(frozen_code(*frozen));
    Ref<Module> module = TRY(new_module(wanted));
    TRY(dict_set(module->dict, name<"__builtins__">, builtins_dict()));
    TRY(module_set(module.get(), "__origname__", intern(frozen->original).get()));
    TRY(dict_set(imported_modules(), intern(wanted).get(), module.get()));
    // importlib moves the original name into the module's spec.
    Ref<Object> original = frozen->original.empty() ? Ref<Object>(new_none())
                                                    : Ref<Object>(str_from_utf8(frozen->original));
    TRY(dict_set(module->dict, name<"__origname__">, original.get()));
    if (frozen->is_package) TRY(dict_set(module->dict, name<"__path__">, new_list().get()));
    TRY(evaluate_code(static_cast<Code*>(code.get()), module->dict, module->dict));
    return module;
}

Status install_importlib() {
    Ref<Module> module = TRY(import_frozen("_frozen_importlib"));
    bootstrap = module.release();
    Ref<Object> sys = TRY(import_built_in("sys"));
    Ref<Object> imp = TRY(import_built_in("_imp"));
    TRY(call_method(bootstrap, name<"_install">, {sys.get(), imp.get()}));
    return install_external_importers();
}

NewRef describe_module(Module* module) {
    if (bootstrap) return call_method(bootstrap, name<"_module_repr">, {module});
    Object* module_name = module->dict ? dict_get(module->dict, name<"__name__">) : nullptr;
    return str_from_utf8(fmt::format("<module {}>", module_name ? repr_for_message(module_name) : "'?'"));
}

}  // namespace minipy
