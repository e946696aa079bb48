// Natives of each calling convention, bound in each way, and functions that call in each way.
//
// Every `meth_*` gives back what it was called with: self (None for a static one), the positional arguments,
// and the keywords if its convention has any. The signature texts are what CPython's METH_ flags are.
//
// CPython: Modules/_testcapimodule.c (meth_varargs ... meth_fastcall_keywords), Modules/_testcapi/vectorcall.c
#include <vector>

#include "modules/support.h"
#include "modules/testcapi/testcapi.h"
#include "objects/call.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

// --- what is called

Object* self_or_none(Object* self_or_null) noexcept { return self_or_null ? self_or_null : &none; }

NewRef convention_positional(Object* self, Object* const* arguments) {
    return pack({self_or_none(self), arguments[0]});
}

NewRef convention_keywords(Object* self, Object* const* arguments) {
    Object* keywords = arguments[1] ? arguments[1] : &none;
    return pack({self_or_none(self), arguments[0], keywords});
}

NewRef convention_none(Object* self, Object* const*) { return new_ref(self_or_none(self)); }

NewRef convention_one(Object* self, Object* const* arguments) {
    return pack({self_or_none(self), arguments[0]});
}

constexpr NativeDef instance_methods[] = {
    {"meth_varargs", convention_positional, "-($self, *args)", nullptr},
    {"meth_varargs_keywords", convention_keywords, "-($self, *args, **kwargs)", nullptr},
    {"meth_o", convention_one, "-($self, object, /)", nullptr},
    {"meth_noargs", convention_none, "-($self)", nullptr},
    {"meth_fastcall", convention_positional, "-($self, *args)", nullptr},
    {"meth_fastcall_keywords", convention_keywords, "-($self, *args, **kwargs)", nullptr},
};
constexpr NativeDef class_methods[] = {
    {"meth_varargs", convention_positional, "-($type, *args)", nullptr},
    {"meth_varargs_keywords", convention_keywords, "-($type, *args, **kwargs)", nullptr},
    {"meth_o", convention_one, "-($type, object, /)", nullptr},
    {"meth_noargs", convention_none, "-($type)", nullptr},
    {"meth_fastcall", convention_positional, "-($type, *args)", nullptr},
    {"meth_fastcall_keywords", convention_keywords, "-($type, *args, **kwargs)", nullptr},
};
constexpr NativeDef static_methods[] = {
    {"meth_varargs", convention_positional, "-(*args)", nullptr},
    {"meth_varargs_keywords", convention_keywords, "-(*args, **kwargs)", nullptr},
    {"meth_o", convention_one, "-(object, /)", nullptr},
    {"meth_noargs", convention_none, "-()", nullptr},
    {"meth_fastcall", convention_positional, "-(*args)", nullptr},
    {"meth_fastcall_keywords", convention_keywords, "-(*args, **kwargs)", nullptr},
};

NewRef plain_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

const TypeSpec instance_spec = {.name = "MethInstance",
                                .basic_size = sizeof(Object),
                                .doc = "Methods of every calling convention.",
                                .slots = {.new_ = plain_new},
                                .methods = instance_methods};
const TypeSpec class_spec = {.name = "MethClass",
                             .basic_size = sizeof(Object),
                             .doc = "Class methods of every calling convention.",
                             .slots = {.new_ = plain_new},
                             .methods = class_methods};
const TypeSpec static_spec = {.name = "MethStatic",
                              .basic_size = sizeof(Object),
                              .doc = "Static methods of every calling convention.",
                              .slots = {.new_ = plain_new},
                              .methods = static_methods};
Type instance_type(instance_spec), class_type(class_spec), static_type(static_spec);

// --- who calls

Result<std::span<Object* const>> positional_arguments(Object* given) {
    if (is_none(given)) return std::span<Object* const>();
    if (is_tuple(given)) return static_cast<Tuple*>(given)->span();
    return raise(type_error_type, "args must be None or a tuple");
}

NewRef testcapi_fastcall(Object*, Object* const* arguments) {
    const auto values = TRY(positional_arguments(arguments[1]));
    return call(arguments[0], values.data(), static_cast<Size>(values.size()));
}

NewRef testcapi_fastcalldict(Object*, Object* const* arguments) {
    const auto values = TRY(positional_arguments(arguments[1]));
    Object* keywords = arguments[2];
    if (!is_none(keywords) && !is_dict(keywords))
        return raise(type_error_type, "kwnames must be None or a dict");
    Ref<Tuple> positional = new_tuple(values);
    return call_with_dict(arguments[0], positional.get(),
                          is_none(keywords) ? nullptr : static_cast<Dict*>(keywords));
}

NewRef testcapi_vectorcall(Object*, Object* const* arguments) {
    const auto values = TRY(positional_arguments(arguments[1]));
    const auto count = static_cast<Size>(values.size());
    if (is_none(arguments[2])) return call(arguments[0], values.data(), count);
    if (!is_tuple(arguments[2])) return raise(type_error_type, "kwnames must be None or a tuple");
    auto* names = static_cast<Tuple*>(arguments[2]);
    if (count < names->size) return raise(value_error_type, "kwnames longer than args");
    return call(arguments[0], values.data(), count - names->size, names->size ? names : nullptr);
}

/// Calls by the vectorcall slot itself; a class made at run time is not said to have one.
NewRef testcapi_vectorcall_call(Object*, Object* const* arguments) {
    Object* callable = arguments[0];
    if (!is_tuple(arguments[1])) return raise(type_error_type, "args must be a tuple");
    if (arguments[2] && !is_dict(arguments[2])) return raise(type_error_type, "kwargs must be a dict");
    const VectorcallSlot slot = callable->type->slots.vectorcall;
    if (!slot || callable->type->has(type_flag::heap))
        return raise(type_error_type,
                     fmt::format("'{}' object does not support vectorcall", callable->type->name));
    const auto positional = static_cast<Tuple*>(arguments[1])->span();
    std::vector<Object*> values(positional.begin(), positional.end()), names;
    Object *key, *value;
    for (Size at = 0; arguments[2] && dict_next(static_cast<Dict*>(arguments[2]), at, key, value);) {
        if (!is_str(key)) return raise(type_error_type, "keywords must be strings");
        names.push_back(key);
        values.push_back(value);
    }
    Ref<Tuple> keyword_names = new_tuple(names);
    return slot(callable, values.data(), positional.size(), names.empty() ? nullptr : keyword_names.get());
}

constexpr NativeDef functions[] = {
    {"meth_varargs", convention_positional, "-($module, *args)", nullptr},
    {"meth_varargs_keywords", convention_keywords, "-($module, *args, **kwargs)", nullptr},
    {"meth_o", convention_one, "-($module, object, /)", nullptr},
    {"meth_noargs", convention_none, "-($module)", nullptr},
    {"meth_fastcall", convention_positional, "-($module, *args)", nullptr},
    {"meth_fastcall_keywords", convention_keywords, "-($module, *args, **kwargs)", nullptr},
    {"pyobject_fastcall", testcapi_fastcall, "-($module, func, args, /)", nullptr},
    {"pyobject_fastcalldict", testcapi_fastcalldict, "-($module, func, args, kwargs, /)", nullptr},
    {"pyobject_vectorcall", testcapi_vectorcall, "-($module, func, args, kwnames, /)", nullptr},
    {"pyvectorcall_call", testcapi_vectorcall_call, "-($module, func, args, kwargs=<absent>, /)", nullptr},
};

}  // namespace

std::span<const NativeDef> testcapi_convention_functions() noexcept { return functions; }

Status add_testcapi_conventions(Module* module) {
    for (Type* type : {&instance_type, &class_type, &static_type}) TRY(module_add_type(module, *type));
    return done;
}

}  // namespace minipy
