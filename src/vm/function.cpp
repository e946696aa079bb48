// function and method objects.
//
// CPython: Objects/funcobject.c, Objects/classobject.c
#include "vm/function.h"

#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/cell.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/thread_state.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "objects/weak_reference.h"
#include "vm/eval.h"
#include "vm/function_constructors.h"

namespace minipy {
namespace {

Function* as_function(Object* object) noexcept { return static_cast<Function*>(object); }
Method* as_method(Object* object) noexcept { return static_cast<Method*>(object); }

/// Swaps an owned field and drops the old object last.
template <class T>
void replace(T*& field, Object* value_or_null) noexcept {
    xincref(value_or_null);
    Ref<Object> old = Ref<Object>::steal(std::exchange(field, static_cast<T*>(value_or_null)));
}

/// In the order in which CPython's collector sees them, which gc.get_referents() shows.
template <class Action>
void for_each_field(Function* function, Action action) {
    action(reinterpret_cast<Object*&>(function->code));
    action(reinterpret_cast<Object*&>(function->globals));
    action(reinterpret_cast<Object*&>(function->builtins));
    action(function->module);
    action(reinterpret_cast<Object*&>(function->defaults));
    action(reinterpret_cast<Object*&>(function->keyword_defaults));
    action(function->doc);
    action(reinterpret_cast<Object*&>(function->name));
    action(reinterpret_cast<Object*&>(function->dict));
    action(reinterpret_cast<Object*&>(function->closure));
    action(function->annotations);
    action(reinterpret_cast<Object*&>(function->qualified_name));
}

void function_clear(Object* self) {
    Function* function = as_function(self);
    function->version = 0;
    // The code stays, and names are never null: a half-cleared function can be shown and called into an error.
    Ref<Str> nothing = empty_str();
    replace(function->name, nothing.get());
    replace(function->qualified_name, nothing.get());
    replace(function->defaults, nullptr);
    replace(function->keyword_defaults, nullptr);
    replace(function->closure, nullptr);
    replace(function->doc, nullptr);
    replace(function->module, nullptr);
    replace(function->dict, nullptr);
    replace(function->annotations, nullptr);
}

void function_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    for_each_field(as_function(self), [](Object*& field) { xdecref(std::exchange(field, nullptr)); });
    free_collected(as_function(self), function_type);
}

int function_traverse(Object* self, Visit visit, void* context) {
    int result = 0;
    for_each_field(as_function(self), [&](Object*& field) {
        if (field && !result) result = visit(field, context);
    });
    return result;
}

NewRef function_repr(Object* self) {
    return str_from_utf8(fmt::format("<function {} at {}>", str_utf8(as_function(self)->qualified_name),
                                     static_cast<void*>(self)));
}

NewRef function_get(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null || is_none(instance_or_null)) return new_ref(self);
    return new_method(self, instance_or_null);
}

NewRef get_code(Object* self) {
    TRY(audit("object.__getattr__", self, name<"__code__">));
    return new_ref(as_function(self)->code);
}

Status set_code(Object* self, Object* value_or_null) {
    Function* function = as_function(self);
    if (!value_or_null || !is_code(value_or_null))
        return raise(type_error_type, "__code__ must be set to a code object");
    TRY(audit("object.__setattr__", self, name<"__code__">, value_or_null));
    auto* code = static_cast<Code*>(value_or_null);
    const Size free = code_free_names(code)->size, cells = function->closure ? function->closure->size : 0;
    if (free != cells)
        return raise(value_error_type, fmt::format("{}() requires a code object with {} free vars, not {}",
                                                   str_utf8(function->name), cells, free));
    function->version = 0;
    replace(function->code, code);
    return done;
}

Status set_text(Str*& field, const char* attribute, Object* value_or_null) {
    if (!value_or_null || !is_str(value_or_null))
        return raise(type_error_type, fmt::format("{} must be set to a string object", attribute));
    replace(field, value_or_null);
    return done;
}

NewRef get_name(Object* self) { return new_ref(as_function(self)->name); }
Status set_name(Object* self, Object* value) { return set_text(as_function(self)->name, "__name__", value); }
NewRef get_qualname(Object* self) { return new_ref(as_function(self)->qualified_name); }
Status set_qualname(Object* self, Object* value) {
    return set_text(as_function(self)->qualified_name, "__qualname__", value);
}

/// The event of an attribute that is set, or deleted if there is no value.
Status audit_change(Object* self, Str* attribute, Object* value_or_null) {
    if (value_or_null) return audit("object.__setattr__", self, attribute, value_or_null);
    return audit("object.__delattr__", self, attribute);
}

NewRef value_or_none(Object* value_or_null) { return new_ref(value_or_null ? value_or_null : &none); }

NewRef get_defaults(Object* self) {
    TRY(audit("object.__getattr__", self, name<"__defaults__">));
    return value_or_none(as_function(self)->defaults);
}
Status set_defaults(Object* self, Object* value_or_null) {
    if (value_or_null && is_none(value_or_null)) value_or_null = nullptr;
    if (value_or_null && !is_tuple(value_or_null))
        return raise(type_error_type, "__defaults__ must be set to a tuple object");
    TRY(audit_change(self, name<"__defaults__">, value_or_null));
    as_function(self)->version = 0;
    replace(as_function(self)->defaults, value_or_null);
    return done;
}

NewRef get_keyword_defaults(Object* self) {
    TRY(audit("object.__getattr__", self, name<"__kwdefaults__">));
    return value_or_none(as_function(self)->keyword_defaults);
}
Status set_keyword_defaults(Object* self, Object* value_or_null) {
    if (value_or_null && is_none(value_or_null)) value_or_null = nullptr;
    if (value_or_null && !is_dict(value_or_null))
        return raise(type_error_type, "__kwdefaults__ must be set to a dict object");
    TRY(audit_change(self, name<"__kwdefaults__">, value_or_null));
    as_function(self)->version = 0;
    replace(as_function(self)->keyword_defaults, value_or_null);
    return done;
}

NewRef get_annotations(Object* self) {
    Function* function = as_function(self);
    if (!function->annotations) function->annotations = new_dict().release();
    if (is_tuple(function->annotations)) {
        // MAKE_FUNCTION left names and values side by side; most functions are never asked.
        auto* pairs = static_cast<Tuple*>(function->annotations);
        Ref<Dict> dict = new_dict(pairs->size / 2);
        for (Size i = 0; i + 1 < pairs->size; i += 2) TRY(dict_set(dict.get(), (*pairs)[i], (*pairs)[i + 1]));
        replace(function->annotations, dict.get());
    }
    return new_ref(function->annotations);
}

Status set_annotations(Object* self, Object* value_or_null) {
    if (value_or_null && is_none(value_or_null)) value_or_null = nullptr;
    if (value_or_null && !is_dict(value_or_null))
        return raise(type_error_type, "__annotations__ must be set to a dict object");
    replace(as_function(self)->annotations, value_or_null);
    return done;
}

constexpr GetSetDef function_getset[] = {
    {"__code__", get_code, set_code, nullptr},
    {"__defaults__", get_defaults, set_defaults, nullptr},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults, nullptr},
    {"__annotations__", get_annotations, set_annotations, nullptr},
    {"__dict__", get_dict_attribute, set_dict_attribute, nullptr},
    {"__name__", get_name, set_name, nullptr},
    {"__qualname__", get_qualname, set_qualname, nullptr},
};

constexpr MemberDef function_members[] = {
    {"__closure__", MemberKind::Object, offsetof(Function, closure), true, nullptr},
    {"__doc__", MemberKind::Object, offsetof(Function, doc), false, nullptr},
    {"__globals__", MemberKind::Object, offsetof(Function, globals), true, nullptr},
    {"__module__", MemberKind::Object, offsetof(Function, module), false, nullptr},
    {"__builtins__", MemberKind::Object, offsetof(Function, builtins), true, nullptr},
};

// --- method

void method_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    decref(as_method(self)->function);
    decref(as_method(self)->self);
    free_collected(as_method(self), method_type);
}

int method_traverse(Object* self, Visit visit, void* context) {
    if (int result = visit(as_method(self)->function, context)) return result;
    return visit(as_method(self)->self, context);
}

NewRef method_call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const Method* method = as_method(callable);
    return call_with_first(method->function, method->self, arguments, positional, keyword_names);
}

NewRef method_repr(Object* self) {
    const Method* method = as_method(self);
    Ref<Object> qualified;
    TRY(find_attribute(method->function, name<"__qualname__">, qualified));
    if (!qualified) TRY(find_attribute(method->function, name<"__name__">, qualified));
    const std::string_view text =
        qualified && is_str(qualified.get()) ? str_utf8(static_cast<Str*>(qualified.get())) : "?";
    Ref<Str> owner = TRY(repr(method->self));
    return str_from_utf8(fmt::format("<bound method {} of {}>", text, str_utf8(owner.get())));
}

NewRef method_compare(Object* left, Object* right, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || right->type != &method_type)
        return new_ref(&not_implemented);
    const Method *a = as_method(left), *b = as_method(right);
    const bool equal = a->self == b->self && TRY(compare_truth(a->function, b->function, CompareOp::Eq));
    return new_bool(equal == (op == CompareOp::Eq));
}

Result<Hash> method_hash(Object* self) {
    const auto owner = static_cast<Hash>(reinterpret_cast<std::uintptr_t>(as_method(self)->self) >> 4);
    const Hash mixed = owner ^ TRY(hash(as_method(self)->function));
    return mixed == -1 ? -2 : mixed;
}

/// Attributes of its own first, then those of the function.
NewRef method_get_attribute(Object* self, Object* attribute) {
    if (Object* own = type_lookup(self->type, static_cast<Str*>(attribute))) {
        if (DescriptorGetSlot getter = own->type->slots.descriptor_get) return getter(own, self, self->type);
        return new_ref(own);
    }
    if (stack_is_low()) return raise_recursion_error(" while getting an attribute");
    return get_attribute(as_method(self)->function, static_cast<Str*>(attribute));
}

NewRef method_doc(Object* self) { return get_attribute(as_method(self)->function, name<"__doc__">); }

constexpr NativeDef method_methods[] = {
    {"__reduce__", method_reduce, "($self, /)", "The recipe for pickling: getattr(instance, name)."},
};
constexpr GetSetDef method_getset[] = {{"__doc__", method_doc, nullptr, nullptr}};
constexpr MemberDef method_members[] = {
    {"__func__", MemberKind::Object, offsetof(Method, function), true,
     "What the call is passed on to."},
    {"__self__", MemberKind::Object, offsetof(Method, self), true, "The first argument of each call."},
};

const TypeSpec function_spec = {
    .name = "function",
    .basic_size = sizeof(Function),
    .flags = type_flag::collected | type_flag::method_descriptor,
    .doc = "A function made by def or lambda.",
    .slots = {.new_ = function_new,
              .dealloc = function_dealloc,
              .traverse = function_traverse,
              .clear = function_clear,
              .repr = function_repr,
              .vectorcall = function_vectorcall,
              .descriptor_get = function_get},
    .getset = function_getset,
    .members = function_members,
    .dict_offset = offsetof(Function, dict),
    .weakrefs_offset = offsetof(Function, weakrefs),
    .signature = "(code, globals, name=None, argdefs=None, closure=None)",
};

const TypeSpec method_spec = {
    .name = "method",
    .basic_size = sizeof(Method),
    .flags = type_flag::collected,
    .doc = "A function bound to an instance.",
    .slots = {.new_ = method_new,
              .dealloc = method_dealloc,
              .traverse = method_traverse,
              .repr = method_repr,
              .hash = method_hash,
              .compare = method_compare,
              .get_attribute = method_get_attribute,
              .set_attribute = generic_set_attribute,
              .vectorcall = method_call},
    .methods = method_methods,
    .getset = method_getset,
    .members = method_members,
    .weakrefs_offset = offsetof(Method, weakrefs),
    .signature = "(function, instance, /)",
};

unsigned next_function_version = 1;

}  // namespace

Type function_type(function_spec);
Type method_type(method_spec);

Ref<Function> new_function(Code* code, Dict* globals, Str* qualified_name_or_null) {
    Ref<Dict> builtins = TRY(builtins_of(globals));
    auto* function = new (allocate_collected(sizeof(Function))) Function{};
    function->refcount = 1;
    function->type = &function_type;
    replace(function->code, code);
    replace(function->globals, globals);
    function->builtins = builtins.release();
    replace(function->name, code->name.get());
    replace(function->qualified_name,
            qualified_name_or_null ? qualified_name_or_null : code->qualified_name.get());
    const Tuple* constants = code->constants.get();
    Object* first = constants->size ? (*constants)[0] : &none;
    replace(function->doc, is_str(first) ? first : &none);
    replace(function->module, dict_get(globals, name<"__name__">));
    track(function);
    return Ref<Function>::steal(function);
}

Ref<Object> new_method(Object* function, Object* self) {
    auto* method = new (allocate_collected(sizeof(Method))) Method{{1, &method_type}, function, self, nullptr};
    incref(function);
    incref(self);
    track(method);
    return Ref<Object>::steal(method);
}

unsigned function_version(Function* function) noexcept {
    if (!function->version && next_function_version) function->version = next_function_version++;
    return function->version;
}

Ref<Dict> builtins_of(Dict* globals) {
    Object* found = dict_get(globals, name<"__builtins__">);
    if (!found) {
        const Frame* caller = current_thread->frame;
        return share(caller && caller->builtins ? caller->builtins : builtins_dict());
    }
    if (is_module(found)) found = static_cast<Module*>(found)->dict;
    if (!is_dict(found)) return raise(type_error_type, "__builtins__ must be a dict or a module");
    return share(static_cast<Dict*>(found));
}

Ref<Object> bind_method(Object* callable, Object* self) { return new_method(callable, self); }

bool is_python_function(const Object* object) noexcept { return object->type == &function_type; }

}  // namespace minipy
