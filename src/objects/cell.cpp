// cell, staticmethod, classmethod.
//
// CPython: Objects/cellobject.c, Objects/funcobject.c
#include "objects/cell.h"

#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

Cell* as_cell(Object* object) noexcept { return static_cast<Cell*>(object); }
CallableWrapper* as_wrapper(Object* object) noexcept { return static_cast<CallableWrapper*>(object); }

// --- cell

void cell_clear(Object* self) { xdecref(std::exchange(as_cell(self)->content, nullptr)); }

void cell_dealloc(Object* self) noexcept {
    untrack(self);
    cell_clear(self);
    free_collected(as_cell(self), cell_type);
}

int cell_traverse(Object* self, Visit visit, void* context) {
    Object* content = as_cell(self)->content;
    return content ? visit(content, context) : 0;
}

NewRef cell_repr(Object* self) {
    const Object* content = as_cell(self)->content;
    if (!content) return str_from_utf8(fmt::format("<cell at {}: empty>", static_cast<void*>(self)));
    return str_from_utf8(fmt::format("<cell at {}: {} object at {}>", static_cast<void*>(self),
                                     content->type->name, static_cast<const void*>(content)));
}

/// Cells compare by content; an empty one is less than any other.
NewRef cell_compare(Object* left, Object* right, CompareOp op) {
    if (left->type != &cell_type || right->type != &cell_type) return new_ref(&not_implemented);
    Object *a = as_cell(left)->content, *b = as_cell(right)->content;
    if (a && b) return compare(a, b, op);
    Ref<Int> a_filled = new_int(a != nullptr), b_filled = new_int(b != nullptr);
    return compare(a_filled.get(), b_filled.get(), op);
}

NewRef cell_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "cell() takes no keyword arguments");
    if (arguments->size > 1)
        return raise(type_error_type, fmt::format("cell expected at most 1 argument, got {}", arguments->size));
    return new_cell(arguments->size ? (*arguments)[0] : nullptr);
}

NewRef get_contents(Object* self) {
    if (Object* content = as_cell(self)->content) return new_ref(content);
    return raise(value_error_type, "Cell is empty");
}

Status set_contents(Object* self, Object* value_or_null) {
    xincref(value_or_null);
    Ref<Object> old = Ref<Object>::steal(std::exchange(as_cell(self)->content, value_or_null));
    return done;
}

constexpr GetSetDef cell_getset[] = {{"cell_contents", get_contents, set_contents, nullptr}};

const TypeSpec cell_spec = {
    .name = "cell",
    .basic_size = sizeof(Cell),
    .flags = type_flag::collected,
    .doc = "A variable shared between nested functions.",
    .slots = {.new_ = cell_new,
              .dealloc = cell_dealloc,
              .traverse = cell_traverse,
              .clear = cell_clear,
              .repr = cell_repr,
              .compare = cell_compare},
    .getset = cell_getset,
    .signature = "([contents])",
};

// --- staticmethod, classmethod

void wrapper_clear(Object* self) {
    xdecref(std::exchange(as_wrapper(self)->callable, nullptr));
    Ref<Dict> dict = Ref<Dict>::steal(std::exchange(as_wrapper(self)->dict, nullptr));
}

void wrapper_dealloc(Object* self) noexcept {
    untrack(self);
    wrapper_clear(self);
    free_object(self);
}

int wrapper_traverse(Object* self, Visit visit, void* context) {
    if (Object* callable = as_wrapper(self)->callable)
        if (int result = visit(callable, context)) return result;
    Dict* dict = as_wrapper(self)->dict;
    return dict ? visit(dict, context) : 0;
}

NewRef wrapper_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

/// Takes over name, doc and annotations of what is wrapped, as functools.wraps does. functools_wraps.
Status copy_names(CallableWrapper* wrapper, Object* callable) {
    Ref<Object> keep = share(callable);  // its attributes may be computed, by a call of __init__ for example
    for (Str* attribute : {name<"__module__">, name<"__name__">, name<"__qualname__">, name<"__doc__">,
                           name<"__annotations__">}) {
        Ref<Object> value;
        TRY(find_attribute(callable, attribute, value));
        if (!value) continue;
        Ref<Dict> dict = TRY(instance_dict(wrapper));
        TRY(dict_set(dict.get(), attribute, value.get()));
    }
    return done;
}

Status wrap(Object* self, Object* callable) {
    incref(callable);
    Ref<Object> old = Ref<Object>::steal(std::exchange(as_wrapper(self)->callable, callable));
    return copy_names(as_wrapper(self), callable);
}

Status wrapper_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, fmt::format("{}() takes no keyword arguments", short_name(self->type)));
    if (arguments->size != 1)
        return raise(type_error_type,
                     fmt::format("{} expected 1 argument, got {}", short_name(self->type), arguments->size));
    return wrap(self, (*arguments)[0]);
}

NewRef wrapper_repr(Object* self) {
    Ref<Object> callable = Ref<Object>::share(as_wrapper(self)->callable);
    if (!callable) return str_from_utf8(fmt::format("<{}(<NULL>)>", short_name(self->type)));
    Ref<Str> inner = TRY(repr(callable.get()));
    return str_from_utf8(fmt::format("<{}({})>", short_name(self->type), str_utf8(inner.get())));
}

Failure uninitialized(const char* what) {
    return raise(runtime_error_type, fmt::format("uninitialized {} object", what));
}

NewRef static_method_get(Object* self, Object*, Object*) {
    Object* callable = as_wrapper(self)->callable;
    return callable ? new_ref(callable) : NewRef(uninitialized("staticmethod"));
}

NewRef static_method_call(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Ref<Object> callable = Ref<Object>::share(as_wrapper(self)->callable);
    if (!callable) return uninitialized("staticmethod");
    RecursionGuard guard(" while calling a Python object");  // it may wrap itself
    if (!guard.entered()) return failed;
    return call(callable.get(), arguments, positional, keyword_names);
}

NewRef class_method_get(Object* self, Object* instance_or_null, Object* owner_or_null) {
    Object* callable = as_wrapper(self)->callable;
    if (!callable) return uninitialized("classmethod");
    Object* owner = owner_or_null ? owner_or_null : instance_or_null->type;
    if (DescriptorGetSlot getter = callable->type->slots.descriptor_get) {
        RecursionGuard guard(" while binding a class method");  // it may wrap itself
        if (!guard.entered()) return failed;
        return getter(callable, owner, owner);
    }
    return bind_method(callable, owner);
}

NewRef is_abstract(Object* self) {
    RecursionGuard guard(" while looking for an abstract method");
    if (!guard.entered()) return failed;
    Ref<Object> flag;
    if (Ref<Object> callable = Ref<Object>::share(as_wrapper(self)->callable))
        TRY(find_attribute(callable.get(), name<"__isabstractmethod__">, flag));
    return new_bool(flag && TRY(truth(flag.get())));
}


constexpr MemberDef wrapper_members[] = {
    {"__func__", MemberKind::Object, offsetof(CallableWrapper, callable), true, nullptr},
    {"__wrapped__", MemberKind::Object, offsetof(CallableWrapper, callable), true, nullptr},
};
constexpr GetSetDef wrapper_getset[] = {
    {"__isabstractmethod__", is_abstract, nullptr, nullptr},
    {"__dict__", get_dict_attribute, set_dict_attribute, nullptr},
};

const TypeSpec static_method_spec = {
    .name = "staticmethod",
    .basic_size = sizeof(CallableWrapper),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "staticmethod(function) -> a method that gets neither instance nor class",
    .slots = {.new_ = wrapper_new,
              .init = wrapper_init,
              .dealloc = wrapper_dealloc,
              .traverse = wrapper_traverse,
              .clear = wrapper_clear,
              .repr = wrapper_repr,
              .vectorcall = static_method_call,
              .descriptor_get = static_method_get},
    .getset = wrapper_getset,
    .members = wrapper_members,
    .dict_offset = offsetof(CallableWrapper, dict),
};

const TypeSpec class_method_spec = {
    .name = "classmethod",
    .basic_size = sizeof(CallableWrapper),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "classmethod(function) -> a method that gets the class as its first argument",
    .slots = {.new_ = wrapper_new,
              .init = wrapper_init,
              .dealloc = wrapper_dealloc,
              .traverse = wrapper_traverse,
              .clear = wrapper_clear,
              .repr = wrapper_repr,
              .descriptor_get = class_method_get},
    .getset = wrapper_getset,
    .members = wrapper_members,
    .dict_offset = offsetof(CallableWrapper, dict),
};

Ref<Object> new_wrapper(Type& type, Object* callable) {
    Ref<Object> wrapper = Ref<Object>::steal(allocate_instance(&type));
    TRY(wrap(wrapper.get(), callable));
    return wrapper;
}

}  // namespace

Type cell_type(cell_spec);
Type static_method_type(static_method_spec);
Type class_method_type(class_method_spec);

Ref<Cell> new_cell(Object* content_or_null) {
    auto* cell = new (allocate_collected(sizeof(Cell))) Cell{{1, &cell_type}, content_or_null};
    xincref(content_or_null);
    track(cell);
    return Ref<Cell>::steal(cell);
}

Ref<Object> new_static_method(Object* callable) { return new_wrapper(static_method_type, callable); }
Ref<Object> new_class_method(Object* callable) { return new_wrapper(class_method_type, callable); }

}  // namespace minipy
