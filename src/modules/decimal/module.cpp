// The module `_decimal`, which decimal.py shows as its own.
//
// CPython: Modules/_decimal/_decimal.c (PyInit__decimal)
#include "modules/constants.h"
#include "modules/decimal/decimal.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/names.h"
#include "vm/import.h"

namespace minipy {

namespace decimal {
namespace {

Ref<Object> imported(const char* module_name, Str* attribute) {
    Ref<Object> module = TRY(import_module(module_name));
    return get_attribute(module.get(), attribute);
}

Status add_decimal_tuple(Module* module) {
    Ref<Object> make = TRY(imported("collections", name<"namedtuple">));
    Ref<Str> type_name = intern("DecimalTuple"), fields = intern("sign digits exponent");
    Ref<Object> made = TRY(call(make.get(), {type_name.get(), fields.get()}));
    TRY(dict_set(static_cast<Type*>(made.get())->dict, name<"__module__">, intern("decimal").get()));
    decimal_tuple_class = made.release();
    return module_set(module, "DecimalTuple", decimal_tuple_class);
}

/// `numbers.Number.register(Decimal)`.
Status register_number() {
    Ref<Object> number = TRY(imported("numbers", name<"Number">));
    const Ref<Object> registered = TRY(call_method(number.get(), name<"register">, {&decimal_type}));
    return done;
}

constexpr IntConstant constants[] = {
    {"MAX_PREC", max_precision},
    {"MAX_EMAX", max_emax},
    {"MIN_EMIN", min_emin},
    {"MIN_ETINY", min_etiny},
};

Status fill_first(Module* module) {
    Ref<Str> module_name = intern("decimal");
    for (Type* type : {&decimal_type, &context_type}) {
        TRY(module_add_type(module, *type));
        TRY(dict_set(type->dict, name<"__module__">, module_name.get()));
    }
    ready_type(context_manager_type);
    TRY(register_number());
    TRY(add_decimal_tuple(module));
    TRY(add_signals(module));
    TRY(add_contexts(module));
    TRY(module_set(module, "HAVE_CONTEXTVAR", &true_object));
    TRY(module_set(module, "HAVE_THREADS", &true_object));
    TRY(module_set_constants(module, constants));
    TRY(module_set(module, "__version__", intern("1.70").get()));
    return module_set(module, "__libmpdec_version__", intern("2.5.1").get());
}

/// Classes and contexts exist once: a module that is made again shows those of the first.
Status fill(Module* module) {
    static Dict* first = nullptr;
    if (first) return dict_merge(module->dict, first, false);
    TRY(fill_first(module));
    first = dict_copy(module->dict).release();
    return done;
}

const ModuleSpec spec = {"decimal", "Decimal arithmetic by the specification of Mike Cowlishaw.",
                         context_functions, fill};

}  // namespace
}  // namespace decimal

Ref<Module> make_decimal_module() { return new_native_module(decimal::spec); }

}  // namespace minipy
