// The module _csv: the registry of dialects, the limit of fields, and the constants.
//
// CPython: Modules/_csv.c
#include "modules/csv/csv.h"

#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/support.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"

namespace minipy {
namespace csv {

Type& error_class() {
    static Type* const type = new_exception_class("_csv.Error", exception_type);
    return *type;
}

Dict* registered_dialects() {
    static Dict* const dialects = new_dict().release();
    return dialects;
}

Ref<Object> registered_dialect(Object* name) {
    Object* found = TRY(dict_get(registered_dialects(), name));
    if (!found) return raise(error_class(), "unknown dialect");
    return share(found);
}

namespace {

NewRef csv_get_dialect(Object*, Object* const* arguments) { return registered_dialect(arguments[0]); }

NewRef csv_list_dialects(Object*, Object* const*) { return dict_key_list(registered_dialects()); }

NewRef csv_register_dialect(Object*, Object* const* arguments) {
    auto* positional = static_cast<Tuple*>(arguments[0]);
    TRY(check_count("", positional->size, 1, 2));
    if (!is_str((*positional)[0])) return raise(type_error_type, "dialect name must be a string");
    Ref<Dialect> dialect =
        TRY(make_dialect(positional->size > 1 ? (*positional)[1] : nullptr, static_cast<Dict*>(arguments[1])));
    TRY(dict_set(registered_dialects(), (*positional)[0], dialect.get()));
    return new_none();
}

NewRef csv_unregister_dialect(Object*, Object* const* arguments) {
    Object* removed = TRY(dict_pop(registered_dialects(), arguments[0]));
    if (!removed) return raise(error_class(), "unknown dialect");
    decref(removed);
    return new_none();
}

NewRef csv_field_size_limit(Object*, Object* const* arguments) {
    const Size old = field_limit;
    if (arguments[0]) {
        if (arguments[0]->type != &int_type) return raise(type_error_type, "limit must be an integer");
        if (!as_int(arguments[0])->is_small())
            return raise(overflow_error_type, "Python int too large to convert to C long");
        field_limit = TRY(argument_size(arguments[0]));
    }
    return new_int(old);
}

constexpr IntConstant constants[] = {
    {"QUOTE_MINIMAL", quote_minimal},
    {"QUOTE_ALL", quote_all},
    {"QUOTE_NONNUMERIC", quote_nonnumeric},
    {"QUOTE_NONE", quote_none},
};

constexpr NativeDef csv_functions[] = {
    {"reader", csv_reader, "-($module, *args, **fmtparams)",
     "reader(iterable [, dialect='excel'] [, option=value]*)\n\nAn iterator that makes a list of strings of "
     "each row "
     "that the lines of the iterable hold."},
    {"writer", csv_writer, "-($module, *args, **fmtparams)",
     "writer(fileobj [, dialect='excel'] [, option=value]*)\n\nAn object that writes rows to fileobj, which "
     "needs a "
     "method `write`."},
    {"list_dialects", csv_list_dialects, "($module, /)", "The names of all registered dialects."},
    {"register_dialect", csv_register_dialect, "-($module, *args, **fmtparams)",
     "register_dialect(name[, dialect[, **fmtparams]])\n\nGives a dialect a name."},
    {"unregister_dialect", csv_unregister_dialect, "($module, /, name)", "Takes the name from its dialect."},
    {"get_dialect", csv_get_dialect, "($module, /, name)", "The dialect of that name."},
    {"field_size_limit", csv_field_size_limit, "($module, /, new_limit=<unrepresentable>)",
     "How many characters a field may have at most; sets a new limit if one is given, and returns the old."},
};

Status csv_fill(Module* module) {
    ready_type(dialect_type);
    ready_type(reader_type);
    ready_type(writer_type);
    TRY(module_set(module, "__version__", str_from_utf8("1.0").get()));
    TRY(module_set(module, "_dialects", registered_dialects()));
    TRY(module_set_constants(module, constants));
    TRY(module_set(module, "Error", &error_class()));
    TRY(module_set(module, "Dialect", &dialect_type));
    TRY(module_set(module, "Reader", &reader_type));
    return module_set(module, "Writer", &writer_type);
}

const ModuleSpec csv_spec = {"_csv", "Reading and writing of rows as text.", csv_functions, csv_fill};

}  // namespace
}  // namespace csv

Ref<Module> make_csv_module() { return new_native_module(csv::csv_spec); }

}  // namespace minipy
