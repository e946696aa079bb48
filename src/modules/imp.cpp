// The module `_imp`: what importlib asks of the interpreter.
//
// There are no extension modules in shared libraries, so no suffix belongs to them.
//
// CPython: Python/import.c
#include <fmt/format.h>

#include <cstring>

#include "compiler/marshal.h"
#include "compiler/pyc.h"
#include "modules/run_options.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/code.h"
#include "objects/dict.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/string_hash.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "vm/import.h"
#include "vm/import_lock.h"

namespace minipy {
namespace {

int frozen_override = 0;

NewRef imp_lock_held(Object*, Object* const*) { return new_bool(is_import_lock_held()); }

NewRef imp_acquire_lock(Object*, Object* const*) {
    acquire_import_lock();
    return new_none();
}

NewRef imp_release_lock(Object*, Object* const*) {
    if (!release_import_lock()) return raise(runtime_error_type, "not holding the import lock");
    return new_none();
}

NewRef imp_extension_suffixes(Object*, Object* const*) { return new_list(); }

/// 1: built in; -1: built in, but cannot be made a second time; 0: not built in.
NewRef imp_is_builtin(Object*, Object* const* arguments) {
    Str* module_name = TRY(str_argument(arguments[0], "is_builtin"));
    const std::string_view text = str_utf8(module_name);
    if (!find_built_in(text)) return new_int(0);
    return new_int(text == "sys" || text == "builtins" ? -1 : 1);
}

NewRef imp_create_builtin(Object*, Object* const* arguments) {
    Ref<Object> module_name = TRY(get_attribute(arguments[0], name<"name">));
    if (!is_str(module_name.get()))
        return raise(type_error_type, fmt::format("name must be string, not {}", module_name->type->name));
    const std::string_view text = str_utf8(static_cast<Str*>(module_name.get()));
    const BuiltInModule* row = find_built_in(text);
    if (!row) return new_none();
    if (text == "sys" || text == "builtins") return import_built_in(text);
    return row->make();
}

NewRef imp_exec_builtin(Object*, Object* const*) { return new_int(0); }

// --- frozen modules

/// The frozen module that importing may use: all of them, unless -X frozen_modules=off or a test hides those
/// that importing itself does not need. use_frozen.
const FrozenModule* usable_frozen(std::string_view module_name) noexcept {
    const bool used = frozen_override ? frozen_override > 0 : run_options().frozen_modules;
    const bool needed = module_name.starts_with("_frozen_importlib") || module_name == "zipimport";
    return used || needed ? find_frozen(module_name) : nullptr;
}

NewRef imp_is_frozen(Object*, Object* const* arguments) {
    Str* module_name = TRY(str_argument(arguments[0], "is_frozen"));
    return new_bool(usable_frozen(str_utf8(module_name)) != nullptr);
}

Result<const FrozenModule*> frozen_argument(Object* argument, const char* function) {
    Str* module_name = TRY(str_argument(argument, function));
    if (const FrozenModule* found = usable_frozen(str_utf8(module_name))) return found;
    return raise_import_error(fmt::format("No such frozen object named {}", str_utf8(module_name)), module_name,
                              nullptr);
}

NewRef imp_is_frozen_package(Object*, Object* const* arguments) {
    return new_bool(TRY(frozen_argument(arguments[0], "is_frozen_package"))->is_package);
}

NewRef imp_init_frozen(Object*, Object* const* arguments) {
    Str* module_name = TRY(str_argument(arguments[0], "init_frozen"));
    if (!find_frozen(str_utf8(module_name))) return new_none();
    return import_frozen(str_utf8(module_name));
}

Ref<Object> code_from_data(Object* data, Str* module_name) {
    OctetsView octets;
    TRY(octets.acquire(data));
    Ref<Object> code = TRY(marshal_load(octets.view()));
    if (is_code(code.get())) return code;
    return raise(type_error_type, fmt::format("frozen object {} is not a code object", str_utf8(module_name)));
}

NewRef imp_get_frozen_object(Object*, Object* const* arguments) {
    Str* module_name = TRY(str_argument(arguments[0], "get_frozen_object", "argument 1"));
    if (arguments[1] && !is_none(arguments[1])) return code_from_data(arguments[1], module_name);
    return frozen_code(*TRY(frozen_argument(arguments[0], "get_frozen_object")));
}

NewRef imp_find_frozen(Object*, Object* const* arguments) {
    Str* module_name = TRY(str_argument(arguments[0], "find_frozen"));
    const bool with_data = TRY(truth(arguments[1]));
    const FrozenModule* found = usable_frozen(str_utf8(module_name));
    if (!found) return new_none();
    Ref<Object> data = with_data ? Ref<Object>(new_bytes(found->code)) : Ref<Object>(new_none());
    Ref<Object> original =
        found->original.empty() ? Ref<Object>(new_none()) : Ref<Object>(str_from_utf8(found->original));
    Ref<Object> package = new_bool(found->is_package);
    Object* items[] = {data.get(), package.get(), original.get()};
    return new_tuple(items);
}

NewRef imp_frozen_module_names(Object*, Object* const*) {
    Ref<List> names = new_list();
    for (const FrozenModule& module : frozen_modules())
        TRY(list_append(names.get(), intern(module.name).get()));
    return names;
}

NewRef imp_override_frozen(Object*, Object* const* arguments) {
    frozen_override = TRY(argument_int(arguments[0]));
    return new_none();
}

// --- .pyc files

/// Gives the code object, and all inside it that came from the same file, another file name.
void replace_filename(Code* code, const Ref<Str>& old_name, const Ref<Str>& new_name) {
    if (!str_equal(code->filename.get(), old_name.get())) return;
    code->filename = new_name;
    for (Object* constant : code->constants->span())
        if (is_code(constant)) replace_filename(static_cast<Code*>(constant), old_name, new_name);
}

NewRef imp_fix_co_filename(Object*, Object* const* arguments) {
    if (!is_code(arguments[0]))
        return raise_bad_argument("_fix_co_filename", "argument 1", "code", arguments[0]);
    Str* path = TRY(str_argument(arguments[1], "_fix_co_filename", "argument 2"));
    auto* code = static_cast<Code*>(arguments[0]);
    if (!str_equal(code->filename.get(), path)) {
        const Ref<Str> old_name = code->filename;
        replace_filename(code, old_name, share(path));
    }
    return new_none();
}

NewRef imp_source_hash(Object*, Object* const* arguments) {
    Ref<Int> key = TRY(to_index(arguments[0]));
    if (!key->is_small()) return raise(overflow_error_type, "Python int too large to convert to C long");
    OctetsView source;
    TRY(source.acquire(arguments[1]));
    const std::uint64_t hash = keyed_hash(static_cast<std::uint64_t>(key->small), source.view());
    char octets[sizeof(hash)];
    std::memcpy(octets, &hash, sizeof(hash));
    return new_bytes({octets, sizeof(octets)});
}

constexpr NativeDef functions[] = {
    {"extension_suffixes", imp_extension_suffixes, "($module, /)",
     "The suffixes of files with extension modules: none."},
    {"lock_held", imp_lock_held, "($module, /)", "Whether the import lock is held."},
    {"acquire_lock", imp_acquire_lock, "($module, /)", "Takes the import lock."},
    {"release_lock", imp_release_lock, "($module, /)", "Gives the import lock back."},
    {"find_frozen", imp_find_frozen, "($module, name, /, *, withdata=False)",
     "(data, is package, original name) of a frozen module, or None."},
    {"get_frozen_object", imp_get_frozen_object, "($module, name, data=None, /)",
     "The code object of a frozen module."},
    {"is_frozen_package", imp_is_frozen_package, "($module, name, /)",
     "Whether the frozen module is a package."},
    {"create_builtin", imp_create_builtin, "($module, spec, /)", "A built-in module from its spec."},
    {"init_frozen", imp_init_frozen, "($module, name, /)", "Imports a frozen module."},
    {"is_builtin", imp_is_builtin, "($module, name, /)",
     "1 for a built-in module, -1 for one that is made only once, 0 for others."},
    {"is_frozen", imp_is_frozen, "($module, name, /)", "Whether there is a frozen module of that name."},
    {"_frozen_module_names", imp_frozen_module_names, "($module, /)", "The names of the frozen modules."},
    {"_override_frozen_modules_for_tests", imp_override_frozen, "($module, override, /)",
     "Hides the frozen modules if the number is negative."},
    {"exec_builtin", imp_exec_builtin, "($module, mod, /)", "Fills a built-in module: it is full already."},
    {"_fix_co_filename", imp_fix_co_filename, "($module, code, path, /)",
     "Changes the file name of a code object and of those inside it."},
    {"source_hash", imp_source_hash, "($module, /, key, source)", "The hash that a .pyc notes of its source."},
};

Status fill(Module* module) {
    return module_set(module, "check_hash_based_pycs",
                      str_from_utf8(run_options().check_hash_based_pycs).get());
}

const ModuleSpec spec = {"_imp", "What importlib needs of the interpreter.", functions, fill};

}  // namespace

Ref<Module> make_imp_module() { return new_native_module(spec); }

}  // namespace minipy
