// The native function's object: naming, binding, calling, showing.
//
// CPython: Objects/methodobject.c
#include "objects/native.h"

#include <fmt/format.h>

#include <cstring>
#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

BuiltinFunction* as_function(Object* object) noexcept { return static_cast<BuiltinFunction*>(object); }

void function_dealloc(Object* self) noexcept {
    BuiltinFunction* function = as_function(self);
    untrack(self);
    clear_weak_references(self);
    xdecref(function->self);
    xdecref(function->module_name);
    release_collected(self, sizeof(BuiltinFunction));
}

int function_traverse(Object* self, Visit visit, void* context) {
    BuiltinFunction* function = as_function(self);
    if (function->self)
        if (int result = visit(function->self, context)) return result;
    return function->module_name ? visit(function->module_name, context) : 0;
}

void function_clear(Object* self) {
    Object* bound = std::exchange(as_function(self)->self, nullptr);
    xdecref(bound);
}

NewRef function_call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const BuiltinFunction* function = as_function(callable);
    // A bound method's errors name the class of the instance, not the one that has the method.
    const Type* owner = function->owner && function->self ? function->self->type : function->owner;
    return call_native(*function->signature, function->self, owner, arguments, positional, keyword_names);
}

/// What the function looks bound to: a static method's native gets no self, but shows and pickles itself as one
/// of its class.
Object* bound_to(const BuiltinFunction* function) noexcept {
    const bool is_static = function->signature->binding == NativeBinding::Static && function->owner;
    return is_static ? function->owner : function->self;
}

bool is_bound_method(const BuiltinFunction* function) noexcept {
    Object* bound = bound_to(function);
    return bound && !is_instance_of(bound, module_type);
}

NewRef function_repr(Object* self) {
    const BuiltinFunction* function = as_function(self);
    const char* name = function->signature->definition->name;
    if (!is_bound_method(function)) return str_from_utf8(fmt::format("<built-in function {}>", name));
    Object* bound = bound_to(function);
    return str_from_utf8(fmt::format("<built-in method {} of {} object at {}>", name, bound->type->name,
                                     static_cast<void*>(bound)));
}

NewRef function_compare(Object* left, Object* right, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_exactly(right, builtin_function_type))
        return new_ref(&not_implemented);
    const BuiltinFunction *a = as_function(left), *b = as_function(right);
    const bool equal =
        bound_to(a) == bound_to(b) && a->signature->definition->function == b->signature->definition->function;
    return new_ref(reinterpret_cast<Object*>((op == CompareOp::Eq) == equal ? &true_object : &false_object));
}

Result<Hash> function_hash(Object* self) {
    const BuiltinFunction* function = as_function(self);
    const auto bits = reinterpret_cast<std::uintptr_t>(bound_to(function)) >> 4 ^
                      reinterpret_cast<std::uintptr_t>(function->signature->definition) >> 4;
    return static_cast<Hash>(bits);
}

NewRef function_name(Object* self) { return intern(as_function(self)->signature->definition->name); }

NewRef function_qualname(Object* self) {
    const BuiltinFunction* function = as_function(self);
    const char* name = function->signature->definition->name;
    if (!is_bound_method(function)) return intern(name);
    Object* bound = bound_to(function);
    const Type* owner = is_instance_of(bound, type_type) ? static_cast<Type*>(bound) : bound->type;
    return str_from_utf8(fmt::format("{}.{}", short_name(owner), name));
}

NewRef function_module(Object* self) {
    Object* module = as_function(self)->module_name;
    return new_ref(module ? module : &none);
}

NewRef function_self(Object* self) {
    const BuiltinFunction* function = as_function(self);
    return new_ref(function->self ? function->self : &none);
}

NewRef function_doc(Object* self) {
    const char* doc = as_function(self)->signature->definition->doc;
    if (!doc) return new_none();
    return str_from_utf8(doc);
}

NewRef function_text_signature(Object* self) { return text_signature(*as_function(self)->signature); }

/// A function of a module is pickled by its name, a bound method as `getattr(self, name)`.
NewRef function_reduce(Object* self, Object* const*) {
    BuiltinFunction* function = as_function(self);
    const char* name = function->signature->definition->name;
    if (!is_bound_method(function)) return intern(name);
    Ref<Object> getter = TRY(builtin("getattr"));
    Ref<Str> text = intern(name);
    Ref<Tuple> arguments = tuple_of(bound_to(function), text.get());
    return tuple_of(getter.get(), arguments.get());
}

constexpr NativeDef function_methods[] = {{"__reduce__", function_reduce, "-($self, /)", nullptr}};
constexpr GetSetDef function_getset[] = {
    {"__doc__", function_doc, nullptr, nullptr},
    {"__module__", function_module, nullptr, nullptr},
    {"__name__", function_name, nullptr, nullptr},
    {"__qualname__", function_qualname, nullptr, nullptr},
    {"__self__", function_self, nullptr, nullptr},
    {"__text_signature__", function_text_signature, nullptr, nullptr},
};

const TypeSpec function_spec = {
    .name = "builtin_function_or_method",
    .basic_size = sizeof(BuiltinFunction),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = function_dealloc,
              .traverse = function_traverse,
              .clear = function_clear,
              .repr = function_repr,
              .hash = function_hash,
              .compare = function_compare,
              .vectorcall = function_call},
    .methods = function_methods,
    .getset = function_getset,
    .weakrefs_offset = offsetof(BuiltinFunction, weakrefs),
};

}  // namespace

Type builtin_function_type(function_spec);

Ref<Object> new_builtin_function(const NativeSignature* signature, Object* self, Object* module_name,
                                 Type* owner) {
    auto* function = new (allocate_collected(sizeof(BuiltinFunction)))
        BuiltinFunction{{1, &builtin_function_type}, signature, self, module_name, owner, nullptr};
    xincref(self);
    xincref(module_name);
    track(function);
    return Ref<Object>::steal(function);
}

NewRef text_signature(const NativeSignature& signature) {
    const char* text = signature.definition->signature;
    if (!text || *text == '-') return new_none();
    constexpr std::string_view marker = "<absent: ";
    std::string shown = *text == '+' || *text == '!' ? text + 1 : text;
    for (std::size_t start; (start = shown.find(marker)) != shown.npos;) {
        shown.erase(shown.find('>', start), 1);
        shown.erase(start, marker.size());
    }
    return str_from_utf8(shown);
}

}  // namespace minipy
