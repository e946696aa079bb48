// The module _pickle: dump, dumps, load, loads.
//
// CPython: Modules/_pickle.c
#include "modules/buffer_argument.h"
#include "modules/pickle/output.h"
#include "modules/pickle/pickle.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/memory_guard.h"
#include "objects/singletons.h"
#include "vm/import.h"

namespace minipy {
namespace pickle {

Tables tables;

Status load_tables() {
    struct Source {
        Dict*& place;
        const char* module;
        const char* attribute;
    };
    const Source sources[] = {
        {tables.dispatch, "copyreg", "dispatch_table"},
        {tables.extension_codes, "copyreg", "_extension_registry"},
        {tables.extensions, "copyreg", "_inverted_registry"},
        {tables.extension_cache, "copyreg", "_extension_cache"},
        {tables.names_from_2, "_compat_pickle", "NAME_MAPPING"},
        {tables.modules_from_2, "_compat_pickle", "IMPORT_MAPPING"},
        {tables.names_to_2, "_compat_pickle", "REVERSE_NAME_MAPPING"},
        {tables.modules_to_2, "_compat_pickle", "REVERSE_IMPORT_MAPPING"},
    };
    for (const Source& source : sources) {
        Ref<Object> module = TRY(import_module(source.module));
        Ref<Object> table = TRY(get_attribute(module.get(), intern(source.attribute).get()));
        if (!is_exactly(table.get(), dict_type))
            return raise(runtime_error_type, fmt::format("{}.{} should be a dict, not {}", source.module,
                                                         source.attribute, table->type->name));
        replace_field(source.place, Ref<Dict>::steal(static_cast<Dict*>(table.release())));
    }
    return done;
}

Type& pickle_error() {
    static Type* const type =
        new_exception_class("_pickle.PickleError", exception_type, "What goes wrong with pickles.");
    return *type;
}

Type& pickling_error() {
    static Type* const type =
        new_exception_class("_pickle.PicklingError", pickle_error(), "An object cannot be pickled.");
    return *type;
}

Type& unpickling_error() {
    static Type* const type =
        new_exception_class("_pickle.UnpicklingError", pickle_error(), "A stream cannot be read.");
    return *type;
}

namespace {

NewRef pickle_dump(Object*, Object* const* arguments) {
    Ref<Pickler> pickler = new_pickler(&pickler_type);
    TRY(set_options(pickler.get(), arguments[1], arguments[2], arguments[3], arguments[4]));
    TRY(guard_memory([&] { return dump(pickler.get(), arguments[0]); }));
    TRY(flush(pickler.get()));
    return new_none();
}

NewRef pickle_dumps(Object*, Object* const* arguments) {
    Ref<Pickler> pickler = new_pickler(&pickler_type);
    TRY(set_options(pickler.get(), nullptr, arguments[1], arguments[2], arguments[3]));
    TRY(guard_memory([&] { return dump(pickler.get(), arguments[0]); }));
    return new_bytes(pickler->output);
}

NewRef pickle_load(Object*, Object* const* arguments) {
    Ref<Unpickler> unpickler = new_unpickler(&unpickler_type);
    TRY(set_file(unpickler.get(), arguments[0]));
    TRY(set_options(unpickler.get(), "load", arguments[1], arguments[2], arguments[3], arguments[4]));
    return guard_memory([&] { return load(unpickler.get()); });
}

NewRef pickle_loads(Object*, Object* const* arguments) {
    Ref<Unpickler> unpickler = new_unpickler(&unpickler_type);
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    unpickler->input = data.view();
    TRY(set_options(unpickler.get(), "loads", arguments[1], arguments[2], arguments[3], arguments[4]));
    return guard_memory([&] { return load(unpickler.get()); });
}

constexpr NativeDef pickle_functions[] = {
    {"dump", pickle_dump,
     "($module, /, obj, file, protocol=None, *, fix_imports=True,\n     buffer_callback=None)",
     "Writes a pickle of the object to the open file."},
    {"dumps", pickle_dumps,
     "($module, /, obj, protocol=None, *, fix_imports=True,\n      buffer_callback=None)",
     "A pickle of the object as bytes."},
    {"load", pickle_load,
     "($module, /, file, *, fix_imports=True, encoding='ASCII',\n     errors='strict', buffers=())",
     "Reads a pickle from the open file and gives its object. What it says is done: never load one that you do "
     "not "
     "trust."},
    {"loads", pickle_loads,
     "($module, data, /, *, fix_imports=True, encoding='ASCII',\n      errors='strict', buffers=())",
     "The object that the pickle in the octets describes. What it says is done: never load one that you do not "
     "trust."},
};

Status pickle_fill(Module* module) {
    ready_type(pickler_memo_type);
    ready_type(unpickler_memo_type);
    TRY(load_tables());
    TRY(module_set(module, "PickleError", &pickle_error()));
    TRY(module_set(module, "PicklingError", &pickling_error()));
    TRY(module_set(module, "UnpicklingError", &unpickling_error()));
    TRY(module_add_type(module, pickle_buffer_type));
    TRY(module_add_type(module, pickler_type));
    return module_add_type(module, unpickler_type);
}

const ModuleSpec pickle_spec = {"_pickle", "Pickling in C++: objects as streams of octets, and back.",
                                pickle_functions, pickle_fill};

}  // namespace
}  // namespace pickle

Ref<Module> make_pickle_module() { return new_native_module(pickle::pickle_spec); }

}  // namespace minipy
