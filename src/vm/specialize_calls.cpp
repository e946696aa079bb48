// Forms for PRECALL and CALL, chosen by what is called and with how many arguments.
//
// CPython: Python/specialize.c (_Py_Specialize_Precall, _Py_Specialize_Call)
#include <cstring>
#include <new>

#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/names.h"
#include "objects/vm_hooks.h"
#include "vm/quick_calls.h"
#include "vm/specialize.h"

namespace minipy {

WellKnownCallables well_known{};

namespace {

/// The native function of module builtins under its name, or null if somebody has put another in its place.
Object* genuine_builtin(Str* function_name) noexcept {
    Object* found = dict_get(builtins_dict(), function_name);
    if (!found || !is_exactly(found, builtin_function_type)) return nullptr;
    const auto* function = static_cast<BuiltinFunction*>(found);
    const bool genuine = function->signature->binding == NativeBinding::ModuleFunction &&
                         str_equal(function_name, function->signature->definition->name);
    return genuine ? found : nullptr;
}

void find_well_known() noexcept {
    if (well_known.list_append) return;
    well_known.len = genuine_builtin(name<"len">);
    well_known.isinstance = genuine_builtin(name<"isinstance">);
    well_known.list_append = type_lookup(&list_type, name<"append">);
    xincref(well_known.len);
    xincref(well_known.isinstance);
    incref(well_known.list_append);
}

/// Whether all parameters are positional and required, and there are so many of them.
bool takes_exactly(const NativeSignature& signature, int count) noexcept {
    try {
        ensure_read(signature);
    } catch (const std::bad_alloc&) {
        return false;
    }
    return signature.simple && signature.positional == count;
}

/// The form for the native function with so many arguments at the call site.
Opcode form_for_function(const BuiltinFunction* function, int count) noexcept {
    if (function == well_known.len && count == 1) return Opcode::PRECALL_NO_KW_LEN;
    if (function == well_known.isinstance && count == 2) return Opcode::PRECALL_NO_KW_ISINSTANCE;
    if (!takes_exactly(*function->signature, count)) return Opcode::PRECALL_BUILTIN_FAST_WITH_KEYWORDS;
    return count == 1 ? Opcode::PRECALL_NO_KW_BUILTIN_O : Opcode::PRECALL_NO_KW_BUILTIN_FAST;
}

/// The same for a native method called on `self`, which `count` leaves out.
Opcode form_for_method(Object* method, int count) noexcept {
    if (method == well_known.list_append && count == 1) return Opcode::PRECALL_NO_KW_LIST_APPEND;
    if (!takes_exactly(*static_cast<MethodDescriptor*>(method)->signature, count))
        return Opcode::PRECALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS;
    return count == 0   ? Opcode::PRECALL_NO_KW_METHOD_DESCRIPTOR_NOARGS
           : count == 1 ? Opcode::PRECALL_NO_KW_METHOD_DESCRIPTOR_O
                        : Opcode::PRECALL_NO_KW_METHOD_DESCRIPTOR_FAST;
}

Opcode form_for_class(const Type* type, int count) noexcept {
    if (type == &type_type && count == 1) return Opcode::PRECALL_NO_KW_TYPE_1;
    if (type == &str_type && count == 1) return Opcode::PRECALL_NO_KW_STR_1;
    if (type == &tuple_type && count == 1) return Opcode::PRECALL_NO_KW_TUPLE_1;
    const bool direct = type->slots.construct && !type->has(type_flag::disallow_new);
    return direct ? Opcode::PRECALL_BUILTIN_CLASS : Opcode::PRECALL_PYFUNC;
}

Opcode precall_form(Object* callable, bool is_method, int total) noexcept {
    if (is_method)
        return is_exactly(callable, method_descriptor_type) ? form_for_method(callable, total - 1)
                                                            : Opcode::PRECALL_PYFUNC;
    if (is_exactly(callable, builtin_function_type))
        return form_for_function(static_cast<BuiltinFunction*>(callable), total);
    if (callable->type == &type_type) return form_for_class(static_cast<Type*>(callable), total);
    return Opcode::PRECALL_PYFUNC;
}

/// Whether instances of the class come from `object.__new__` alone and calling it runs nothing but `__init__`,
/// a Python function for exactly these arguments. `abstract` and `__new__` are vouched for by the version too.
bool is_plainly_constructed(Type* type, int total) {
    if (type->type != &type_type || !type->has(type_flag::heap) || type->has(type_flag::abstract) ||
        type->has(type_flag::disallow_new) || type->slots.new_ != object_type.slots.new_ ||
        type->slots.construct)
        return false;
    Object* init = type_lookup(type, name<"__init__">);
    return init && is_function(init) && takes_exactly(static_cast<Function*>(init), total + 1);
}

void specialize_class_call(CodeWord* instruction, Type* type, int total) {
    const unsigned version = is_plainly_constructed(type, total) ? type_version(type) : 0;
    if (!version)
        return postpone(instruction,
                        "the class is not made by object.__new__ and an __init__ in Python that fits");
    specialize_as(instruction, Opcode::CALL_PY_CLASS);
    write_cache<std::uint32_t>(instruction + 1 + call_cache::version, version);
}

}  // namespace

void specialize_precall(CodeWord* instruction, Object* callable, bool is_method, int total,
                        Tuple* keyword_names) {
    find_well_known();
    if (!is_method && is_exactly(callable, method_type))
        return specialize_as(instruction, Opcode::PRECALL_BOUND_METHOD);
    const CodeWord* next = instruction + 1 + cache_entries(Opcode::PRECALL);
    const bool whole_call = !keyword_names && base_opcode(static_cast<Opcode>(next->opcode)) == Opcode::CALL;
    specialize_as(instruction, whole_call ? precall_form(callable, is_method, total) : Opcode::PRECALL_PYFUNC);
}

void specialize_call(CodeWord* instruction, Object* callable, int total, Tuple* keyword_names) {
    if (keyword_names) return postpone(instruction, "no form for keyword arguments");
    if (is_exactly(callable, type_type))
        return specialize_class_call(instruction, static_cast<Type*>(callable), total);
    if (!is_function(callable))
        return postpone(instruction, "neither a Python function nor a class is called", callable);
    auto* function = static_cast<Function*>(callable);
    const int most = function->code->exact_arguments;
    const int fewest = most - static_cast<int>(function->defaults ? function->defaults->size : 0);
    const unsigned version = function_version(function);
    if (most < 0) return postpone(instruction, "the function has *args, **kwargs, or keyword-only parameters");
    if (total > most || total < fewest)
        return postpone(instruction, "more or fewer arguments than the function takes");
    if (!version) return postpone(instruction, "the function has no version left");
    specialize_as(instruction, total == most ? Opcode::CALL_PY_EXACT_ARGS : Opcode::CALL_PY_WITH_DEFAULTS);
    CodeWord* cache = instruction + 1;
    write_cache<std::uint32_t>(cache + call_cache::version, version);
    write_cache<std::uint16_t>(cache + call_cache::fewest, static_cast<std::uint16_t>(fewest < 0 ? 0 : fewest));
}

}  // namespace minipy
