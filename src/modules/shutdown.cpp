// How a program run ends.
//
// Threads are waited for, `atexit` functions run, the streams are flushed. Then the modules are taken apart so
// that every object gets its `__del__`: first they leave `sys.modules` and what nobody else holds dies; then
// the collector frees what is in cycles; then the namespaces of modules that are still alive are emptied, the
// last imported first; `sys` and `builtins` last of all. Memory is left to the system.
//
// CPython: Python/pylifecycle.c (Py_FinalizeEx, finalize_modules), Objects/moduleobject.c (_PyModule_ClearDict)
#include <cstdio>
#include <vector>

#include "memory/collector.h"
#include "modules/atexit.h"
#include "modules/gc.h"
#include "modules/io/std_streams.h"
#include "modules/startup.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/vm_hooks.h"
#include "objects/weak_reference.h"
#include "vm/gil.h"
#include "vm/import.h"
#include "vm/runtime.h"

namespace minipy {
namespace {

/// Waits for the threads that are not daemons. wait_for_thread_shutdown.
void wait_for_threads() noexcept {
    Object* threading = dict_get(imported_modules(), name<"threading">);
    if (!threading || is_none(threading)) return;
    Ref<Object> keep = share(threading);
    Ref<Object> result = call_method(threading, name<"_shutdown">);
    if (!result) write_unraisable(threading);
}

/// Sets a key that is there or not, whatever becomes of the old value.
void set_or_ignore(Dict* dict, Object* key, Object* value) noexcept {
    if (!dict_set(dict, key, value)) clear_exception();
}

/// What the interpreter keeps in `sys` for itself, and the standard streams as they were at the start.
/// finalize_modules_delete_special.
void reset_special_names(Dict* sys) noexcept {
    set_or_ignore(builtins_dict(), name<"_">, &none);
    for (Str* attribute : {name<"path">, name<"argv">, name<"ps1">, name<"ps2">, name<"last_type">,
                           name<"last_value">, name<"last_traceback">, name<"path_hooks">,
                           name<"path_importer_cache">, name<"meta_path">, name<"__interactivehook__">})
        set_or_ignore(sys, attribute, &none);
    for (const auto& [attribute, original] :
         {std::pair{name<"stdin">, name<"__stdin__">}, std::pair{name<"stdout">, name<"__stdout__">},
          std::pair{name<"stderr">, name<"__stderr__">}}) {
        Object* stream = dict_get(sys, original);
        set_or_ignore(sys, attribute, stream ? stream : &none);
    }
}

/// Takes the modules out of `sys.modules`; weak references to them, in the order of their import.
std::vector<Ref<Object>> remove_modules(Dict* modules) {
    std::vector<Ref<Object>> references;
    Size position = 0;
    Object *key, *module;
    while (dict_next(modules, position, key, module)) {
        if (is_module(module)) references.push_back(new_weak_reference(module, nullptr));
        Ref<Object> kept_key = share(key);
        set_or_ignore(modules, key, &none);
    }
    dict_clear(modules);
    return references;
}

/// Sets all names to None, those that begin with one underscore first; `__builtins__` stays. The dict itself
/// must not change while it is walked: None takes the place of each value. _PyModule_ClearDict.
void clear_namespace(Dict* space) noexcept {
    const auto is_private = [](std::string_view key) {
        return key.size() > 1 && key[0] == '_' && key[1] != '_';
    };
    for (const bool private_names : {true, false}) {
        Size position = 0;
        Object *key, *value;
        while (dict_next(space, position, key, value)) {
            if (is_none(value) || !is_str(key)) continue;
            const std::string_view text = str_utf8(static_cast<Str*>(key));
            if (private_names ? !is_private(text) : text == "__builtins__") continue;
            Ref<Object> kept_key = share(key);
            set_or_ignore(space, key, &none);
        }
    }
}

/// What programs have put into `builtins` goes, what they have taken out comes back.
void restore_builtins(Dict* original) noexcept {
    dict_clear(builtins_dict());
    if (!dict_update(builtins_dict(), original)) clear_exception();
}

void take_modules_apart(Module* sys) {
    Dict* modules = imported_modules();
    reset_special_names(sys->dict);
    const std::vector<Ref<Object>> references = remove_modules(modules);
    if (Dict* original = original_builtins()) restore_builtins(original);
    (void)collect(generation_count - 1);
    report_garbage_at_exit();
    for (auto reference = references.rbegin(); reference != references.rend(); ++reference) {
        Ref<Object> module = Ref<Object>::share(static_cast<WeakReference*>(reference->get())->referent);
        if (!module || module.get() == sys || module.get() == builtins_module()) continue;
        clear_namespace(static_cast<Module*>(module.get())->dict);
    }
    clear_namespace(sys->dict);
    clear_namespace(builtins_dict());
    (void)collect(generation_count - 1);
}

}  // namespace

int finalize_runtime(ExitStatus status) {
    wait_for_threads();
    run_exit_functions();
    if (!flush_standard_streams() && !status.interrupted) status.code = 120;
    begin_finalizing();
    // What garbage there is dies as long as its finalizers still find all modules.
    (void)collect(generation_count - 1);
    if (Module* sys = sys_module()) {
        // What finalizers print is written at the very end, even if other objects keep the stream.
        Ref<Object> out = Ref<Object>::share(dict_get(sys->dict, name<"__stdout__">));
        take_modules_apart(sys);
        if (out && !is_none(out.get()) && !Ref<Object>(call_method(out.get(), name<"flush">)))
            clear_exception();
    }
    return leave_process(status);
}

}  // namespace minipy
