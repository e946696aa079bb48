// The descriptors of built-in types.
//
// CPython: Objects/descrobject.c
#include "objects/descriptor.h"

#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/cell.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

Descriptor* as_descriptor(Object* object) noexcept { return static_cast<Descriptor*>(object); }
MethodDescriptor* as_method(Object* object) noexcept { return static_cast<MethodDescriptor*>(object); }
GetSetDescriptor* as_getset(Object* object) noexcept { return static_cast<GetSetDescriptor*>(object); }
MemberDescriptor* as_member(Object* object) noexcept { return static_cast<MemberDescriptor*>(object); }
WrapperDescriptor* as_wrapper(Object* object) noexcept { return static_cast<WrapperDescriptor*>(object); }

void descriptor_dealloc(Object* self) noexcept {
    untrack(self);
    Descriptor* descriptor = as_descriptor(self);
    decref(descriptor->owner);
    decref(descriptor->name);
    xdecref(descriptor->qualified_name);
    free_object(self);
}

int descriptor_traverse(Object* self, Visit visit, void* context) {
    return visit(as_descriptor(self)->owner, context);
}

template <class D>
D* new_descriptor(Type& kind, Type* owner, Str* name) {
    auto* descriptor = new (allocate_collected(sizeof(D))) D{};
    descriptor->refcount = 1;
    descriptor->type = &kind;
    descriptor->owner = owner;
    descriptor->name = name;
    incref(owner);
    incref(name);
    track(descriptor);
    return descriptor;
}

NewRef describe(Object* self, const char* what) {
    const Descriptor* descriptor = as_descriptor(self);
    return str_from_utf8(
        fmt::format("<{} '{}' of '{}' objects>", what, str_utf8(descriptor->name), descriptor->owner->name));
}

NewRef method_repr(Object* self) { return describe(self, "method"); }
NewRef getset_repr(Object* self) { return describe(self, "attribute"); }
NewRef member_repr(Object* self) { return describe(self, "member"); }
NewRef wrapper_repr(Object* self) { return describe(self, "slot wrapper"); }

/// The instance must be one of the descriptor's owner. descr_check.
Status check_instance(Object* self, Object* instance) {
    const Descriptor* descriptor = as_descriptor(self);
    if (is_instance_of(instance, *descriptor->owner)) return done;
    return raise(type_error_type,
                 fmt::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                             str_utf8(descriptor->name), descriptor->owner->name, instance->type->name));
}

Failure raise_needs_argument(const Descriptor* descriptor) {
    return raise(type_error_type, fmt::format("descriptor '{}' of '{}' object needs an argument",
                                              str_utf8(descriptor->name), descriptor->owner->name));
}

/// Splits `self` off a call of an unbound method.
Status check_call(Object* callable, Object* const* arguments, Size positional) {
    const Descriptor* descriptor = as_descriptor(callable);
    if (positional < 1)
        return raise(type_error_type, fmt::format("unbound method {}.{}() needs an argument",
                                                  short_name(descriptor->owner), str_utf8(descriptor->name)));
    return check_instance(callable, arguments[0]);
}

// --- method_descriptor, classmethod_descriptor

NewRef method_call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const MethodDescriptor* method = as_method(callable);
    TRY(check_call(callable, arguments, positional));
    return call_native(*method->signature, arguments[0], method->owner, arguments + 1, positional - 1,
                       keyword_names);
}

NewRef method_get(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null) return new_ref(self);
    TRY(check_instance(self, instance_or_null));
    return new_builtin_function(as_method(self)->signature, instance_or_null, nullptr, as_method(self)->owner);
}

NewRef class_method_get(Object* self, Object* instance_or_null, Object* owner_or_null) {
    const MethodDescriptor* method = as_method(self);
    Object* owner = owner_or_null ? owner_or_null : instance_or_null ? instance_or_null->type : nullptr;
    if (!owner)
        return raise(type_error_type,
                     fmt::format("descriptor '{}' for type '{}' needs either an object or a type",
                                 str_utf8(method->name), method->owner->name));
    if (!is_instance_of(owner, type_type))
        return raise(type_error_type,
                     fmt::format("descriptor '{}' for type '{}' needs a type, not a '{}' as arg 2",
                                 str_utf8(method->name), method->owner->name, owner->type->name));
    if (!is_subtype(static_cast<Type*>(owner), method->owner))
        return raise(type_error_type,
                     fmt::format("descriptor '{}' requires a subtype of '{}' but received '{}'",
                                 str_utf8(method->name), method->owner->name, static_cast<Type*>(owner)->name));
    return new_builtin_function(method->signature, owner, nullptr, method->owner);
}

NewRef class_method_call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (positional < 1) return raise_needs_argument(as_descriptor(callable));
    Ref<Object> bound = TRY(class_method_get(callable, nullptr, arguments[0]));
    return call(bound.get(), arguments + 1, positional - 1, keyword_names);
}

// --- getset_descriptor

NewRef getset_get(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null) return new_ref(self);
    const GetSetDescriptor* descriptor = as_getset(self);
    TRY(check_instance(self, instance_or_null));
    if (descriptor->definition->get) return descriptor->definition->get(instance_or_null);
    return raise(attribute_error_type, fmt::format("attribute '{}' of '{}' objects is not readable",
                                                   str_utf8(descriptor->name), descriptor->owner->name));
}

Status getset_set(Object* self, Object* instance, Object* value_or_null) {
    const GetSetDescriptor* descriptor = as_getset(self);
    TRY(check_instance(self, instance));
    if (descriptor->definition->set) return descriptor->definition->set(instance, value_or_null);
    return raise(attribute_error_type, fmt::format("attribute '{}' of '{}' objects is not writable",
                                                   str_utf8(descriptor->name), descriptor->owner->name));
}

// --- member_descriptor

template <class T>
T& field(Object* instance, std::size_t offset) noexcept {
    return *reinterpret_cast<T*>(reinterpret_cast<char*>(instance) + offset);
}

NewRef member_get(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null) return new_ref(self);
    TRY(check_instance(self, instance_or_null));
    if (const GetSetDef* computed = as_member(self)->computed) return computed->get(instance_or_null);
    const MemberDef& member = as_member(self)->definition;
    switch (member.kind) {
        case MemberKind::Int: return new_int(field<int>(instance_or_null, member.offset));
        case MemberKind::Size: return new_int(field<Size>(instance_or_null, member.offset));
        case MemberKind::Bool: return new_bool(field<bool>(instance_or_null, member.offset));
        case MemberKind::Double: return new_float(field<double>(instance_or_null, member.offset));
        case MemberKind::Object:
        case MemberKind::ObjectOrError: break;
    }
    if (Object* value = field<Object*>(instance_or_null, member.offset)) return new_ref(value);
    if (member.kind == MemberKind::Object) return new_none();
    return raise_attribute_error(instance_or_null, as_member(self)->name,
                                 fmt::format("'{}' object has no attribute '{}'", instance_or_null->type->name,
                                             str_utf8(as_member(self)->name)));
}

Status member_set(Object* self, Object* instance, Object* value_or_null) {
    TRY(check_instance(self, instance));
    const GetSetDef* computed = as_member(self)->computed;
    if (computed && computed->set) return computed->set(instance, value_or_null);
    const MemberDef& member = as_member(self)->definition;
    if (member.read_only) return raise(attribute_error_type, "readonly attribute");
    switch (member.kind) {
        case MemberKind::Bool:
            if (!value_or_null) return raise(type_error_type, "can't delete numeric/char attribute");
            if (!is_bool(value_or_null)) return raise(type_error_type, "attribute value type must be bool");
            field<bool>(instance, member.offset) = TRY(truth(value_or_null));
            return done;
        case MemberKind::Int:
        case MemberKind::Size: {
            if (!value_or_null) return raise(type_error_type, "can't delete numeric/char attribute");
            const Size number = TRY(index_size(value_or_null, &overflow_error_type));
            if (member.kind == MemberKind::Size)
                field<Size>(instance, member.offset) = number;
            else
                field<int>(instance, member.offset) = static_cast<int>(number);
            return done;
        }
        case MemberKind::Double:  // only read so far
        case MemberKind::Object:
        case MemberKind::ObjectOrError: break;
    }
    Object*& place = field<Object*>(instance, member.offset);
    if (!value_or_null && !place && member.kind == MemberKind::ObjectOrError)
        return raise(attribute_error_type, str_utf8(as_member(self)->name));
    xincref(value_or_null);
    Ref<Object> old = Ref<Object>::steal(std::exchange(place, value_or_null));
    return done;
}

// --- wrapper_descriptor and method-wrapper

/// Only wrappers whose text takes `**kwargs` are given keywords.
Status check_wrapper_keywords(const WrapperDescriptor* wrapper, Tuple* keyword_names) {
    if (!keyword_names || !keyword_names->size) return done;
    const char* signature = wrapper->definition->signature;
    if (signature && std::strstr(signature, "**")) return done;
    return raise(type_error_type,
                 fmt::format("wrapper {}() takes no keyword arguments", str_utf8(wrapper->name)));
}

NewRef wrapper_call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const WrapperDescriptor* wrapper = as_wrapper(callable);
    if (positional < 1) return raise_needs_argument(wrapper);
    if (!is_instance_of(arguments[0], *wrapper->owner))
        return raise(type_error_type,
                     fmt::format("descriptor '{}' requires a '{}' object but received a '{}'",
                                 str_utf8(wrapper->name), wrapper->owner->name, arguments[0]->type->name));
    RecursionGuard guard(" while calling a Python object");  // slots may come round to their own wrapper
    if (!guard.entered()) return failed;
    TRY(check_wrapper_keywords(wrapper, keyword_names));
    return wrapper->definition->wrapper(arguments[0], arguments + 1, positional - 1, keyword_names,
                                        wrapper->wrapped);
}

/// A wrapper bound to an instance: `(1).__add__`.
struct MethodWrapper : Object {
    WrapperDescriptor* wrapper;
    Object* self;
};

MethodWrapper* as_bound(Object* object) noexcept { return static_cast<MethodWrapper*>(object); }

NewRef wrapper_get(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null) return new_ref(self);
    TRY(check_instance(self, instance_or_null));
    auto* bound = new (allocate_collected(sizeof(MethodWrapper)))
        MethodWrapper{{1, &method_wrapper_type}, as_wrapper(self), instance_or_null};
    incref(self);
    incref(instance_or_null);
    track(bound);
    return NewRef(bound);
}

void method_wrapper_dealloc(Object* self) noexcept {
    untrack(self);
    decref(as_bound(self)->wrapper);
    decref(as_bound(self)->self);
    free_object(self);
}

int method_wrapper_traverse(Object* self, Visit visit, void* context) {
    if (int result = visit(as_bound(self)->wrapper, context)) return result;
    return visit(as_bound(self)->self, context);
}

NewRef method_wrapper_call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const MethodWrapper* bound = as_bound(callable);
    RecursionGuard guard(" while calling a Python object");
    if (!guard.entered()) return failed;
    TRY(check_wrapper_keywords(bound->wrapper, keyword_names));
    return bound->wrapper->definition->wrapper(bound->self, arguments, positional, keyword_names,
                                               bound->wrapper->wrapped);
}

NewRef method_wrapper_repr(Object* self) {
    const MethodWrapper* bound = as_bound(self);
    return str_from_utf8(fmt::format("<method-wrapper '{}' of {} object at {}>", str_utf8(bound->wrapper->name),
                                     bound->self->type->name, static_cast<void*>(bound->self)));
}

NewRef method_wrapper_compare(Object* left, Object* right, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || right->type != &method_wrapper_type)
        return new_ref(&not_implemented);
    const bool equal =
        as_bound(left)->wrapper == as_bound(right)->wrapper && as_bound(left)->self == as_bound(right)->self;
    return new_bool(equal == (op == CompareOp::Eq));
}

Result<Hash> method_wrapper_hash(Object* self) {
    const auto bits = reinterpret_cast<std::uintptr_t>(as_bound(self)->self) >> 4 ^
                      reinterpret_cast<std::uintptr_t>(as_bound(self)->wrapper) >> 4;
    return static_cast<Hash>(bits);
}

// --- attributes they share

NewRef descriptor_qualname(Object* self) {
    Descriptor* descriptor = as_descriptor(self);
    if (!descriptor->qualified_name) {
        Ref<Object> owner = TRY(get_attribute(descriptor->owner, name<"__qualname__">));
        const std::string_view owner_name = str_utf8(static_cast<Str*>(owner.get()));
        descriptor->qualified_name =
            str_from_utf8(fmt::format("{}.{}", owner_name, str_utf8(descriptor->name))).release();
    }
    return new_ref(descriptor->qualified_name);
}

NewRef doc_or_none(const char* doc) {
    if (!doc) return new_none();
    return str_from_utf8(doc);
}

NewRef method_doc(Object* self) { return doc_or_none(as_method(self)->signature->definition->doc); }
NewRef method_signature(Object* self) { return text_signature(*as_method(self)->signature); }
NewRef getset_doc(Object* self) { return doc_or_none(as_getset(self)->definition->doc); }
NewRef member_doc(Object* self) { return doc_or_none(as_member(self)->definition.doc); }
NewRef wrapper_doc(Object* self) { return doc_or_none(as_wrapper(self)->definition->doc); }
NewRef wrapper_signature(Object* self) { return doc_or_none(as_wrapper(self)->definition->signature); }

NewRef bound_name(Object* self) { return new_ref(as_bound(self)->wrapper->name); }
NewRef bound_qualname(Object* self) { return descriptor_qualname(as_bound(self)->wrapper); }
NewRef bound_owner(Object* self) { return new_ref(as_bound(self)->wrapper->owner); }
NewRef bound_doc(Object* self) { return wrapper_doc(as_bound(self)->wrapper); }
NewRef bound_signature(Object* self) { return wrapper_signature(as_bound(self)->wrapper); }

constexpr GetSetDef method_getset[] = {{"__doc__", method_doc, nullptr, nullptr},
                                       {"__qualname__", descriptor_qualname, nullptr, nullptr},
                                       {"__text_signature__", method_signature, nullptr, nullptr}};
constexpr GetSetDef getset_getset[] = {{"__doc__", getset_doc, nullptr, nullptr},
                                       {"__qualname__", descriptor_qualname, nullptr, nullptr}};
constexpr GetSetDef member_getset[] = {{"__doc__", member_doc, nullptr, nullptr},
                                       {"__qualname__", descriptor_qualname, nullptr, nullptr}};
constexpr GetSetDef wrapper_getset[] = {{"__doc__", wrapper_doc, nullptr, nullptr},
                                        {"__qualname__", descriptor_qualname, nullptr, nullptr},
                                        {"__text_signature__", wrapper_signature, nullptr, nullptr}};
constexpr GetSetDef bound_getset[] = {{"__doc__", bound_doc, nullptr, nullptr},
                                      {"__name__", bound_name, nullptr, nullptr},
                                      {"__objclass__", bound_owner, nullptr, nullptr},
                                      {"__qualname__", bound_qualname, nullptr, nullptr},
                                      {"__text_signature__", bound_signature, nullptr, nullptr}};

constexpr MemberDef descriptor_members[] = {
    {"__objclass__", MemberKind::Object, offsetof(Descriptor, owner), true, nullptr},
    {"__name__", MemberKind::Object, offsetof(Descriptor, name), true, nullptr},
};
constexpr MemberDef bound_members[] = {
    {"__self__", MemberKind::Object, offsetof(MethodWrapper, self), true, nullptr},
};

/// Pickled as `getattr(owner, name)`.
NewRef reduce_to_attribute(Object* owner, Str* attribute) {
    Ref<Object> getter = TRY(builtin("getattr"));
    Ref<Tuple> arguments = tuple_of(owner, attribute);
    return tuple_of(getter.get(), arguments.get());
}
NewRef descriptor_reduce(Object* self, Object* const*) {
    return reduce_to_attribute(as_descriptor(self)->owner, as_descriptor(self)->name);
}
NewRef bound_reduce(Object* self, Object* const*) {
    return reduce_to_attribute(as_bound(self)->self, as_bound(self)->wrapper->name);
}
constexpr NativeDef descriptor_methods[] = {{"__reduce__", descriptor_reduce, "-($self, /)", nullptr}};
constexpr NativeDef bound_methods[] = {{"__reduce__", bound_reduce, "-($self, /)", nullptr}};

constexpr unsigned descriptor_flags = type_flag::collected | type_flag::disallow_new;

const TypeSpec method_spec = {.name = "method_descriptor",
                              .basic_size = sizeof(MethodDescriptor),
                              .flags = descriptor_flags | type_flag::method_descriptor,
                              .slots = {.dealloc = descriptor_dealloc,
                                        .traverse = descriptor_traverse,
                                        .repr = method_repr,
                                        .vectorcall = method_call,
                                        .descriptor_get = method_get},
                              .methods = descriptor_methods,
                              .getset = method_getset,
                              .members = descriptor_members};
const TypeSpec class_method_spec = {.name = "classmethod_descriptor",
                                    .basic_size = sizeof(MethodDescriptor),
                                    .flags = descriptor_flags,
                                    .slots = {.dealloc = descriptor_dealloc,
                                              .traverse = descriptor_traverse,
                                              .repr = method_repr,
                                              .vectorcall = class_method_call,
                                              .descriptor_get = class_method_get},
                                    .getset = method_getset,
                                    .members = descriptor_members};
const TypeSpec getset_spec = {.name = "getset_descriptor",
                              .basic_size = sizeof(GetSetDescriptor),
                              .flags = descriptor_flags,
                              .slots = {.dealloc = descriptor_dealloc,
                                        .traverse = descriptor_traverse,
                                        .repr = getset_repr,
                                        .descriptor_get = getset_get,
                                        .descriptor_set = getset_set},
                              .getset = getset_getset,
                              .members = descriptor_members};
const TypeSpec member_spec = {.name = "member_descriptor",
                              .basic_size = sizeof(MemberDescriptor),
                              .flags = descriptor_flags,
                              .slots = {.dealloc = descriptor_dealloc,
                                        .traverse = descriptor_traverse,
                                        .repr = member_repr,
                                        .descriptor_get = member_get,
                                        .descriptor_set = member_set},
                              .methods = descriptor_methods,
                              .getset = member_getset,
                              .members = descriptor_members};
const TypeSpec wrapper_spec = {.name = "wrapper_descriptor",
                               .basic_size = sizeof(WrapperDescriptor),
                               .flags = descriptor_flags | type_flag::method_descriptor,
                               .slots = {.dealloc = descriptor_dealloc,
                                         .traverse = descriptor_traverse,
                                         .repr = wrapper_repr,
                                         .vectorcall = wrapper_call,
                                         .descriptor_get = wrapper_get},
                               .methods = descriptor_methods,
                               .getset = wrapper_getset,
                               .members = descriptor_members};
const TypeSpec method_wrapper_spec = {.name = "method-wrapper",
                                      .basic_size = sizeof(MethodWrapper),
                                      .flags = descriptor_flags,
                                      .slots = {.dealloc = method_wrapper_dealloc,
                                                .traverse = method_wrapper_traverse,
                                                .repr = method_wrapper_repr,
                                                .hash = method_wrapper_hash,
                                                .compare = method_wrapper_compare,
                                                .vectorcall = method_wrapper_call},
                                      .methods = bound_methods,
                                      .getset = bound_getset,
                                      .members = bound_members};

}  // namespace

Type method_descriptor_type(method_spec);
Type class_method_descriptor_type(class_method_spec);
Type getset_descriptor_type(getset_spec);
Type member_descriptor_type(member_spec);
Type wrapper_descriptor_type(wrapper_spec);
Type method_wrapper_type(method_wrapper_spec);

Ref<Object> new_method_descriptor(Type* owner, const NativeDef& definition) {
    const NativeSignature* signature = new_signature(definition);
    if (signature->binding == NativeBinding::Static) {
        Ref<Object> function = new_builtin_function(signature, nullptr, nullptr, owner);
        return new_static_method(function.get());
    }
    Type& kind = signature->binding == NativeBinding::ClassMethod ? class_method_descriptor_type
                                                                  : method_descriptor_type;
    auto* method = new_descriptor<MethodDescriptor>(kind, owner, intern(definition.name).get());
    method->signature = signature;
    return Ref<Object>::steal(method);
}

Ref<Object> new_getset_descriptor(Type* owner, const GetSetDef& definition) {
    auto* descriptor =
        new_descriptor<GetSetDescriptor>(getset_descriptor_type, owner, intern(definition.name).get());
    descriptor->definition = &definition;
    return Ref<Object>::steal(descriptor);
}

Ref<Object> new_member_descriptor(Type* owner, const MemberDef& definition, Str* name) {
    auto* descriptor = new_descriptor<MemberDescriptor>(member_descriptor_type, owner, name);
    descriptor->definition = definition;
    return Ref<Object>::steal(descriptor);
}

Ref<Object> new_computed_member(Type* owner, const GetSetDef& definition) {
    const MemberDef shown = {definition.name, MemberKind::Object, 0, true, definition.doc};
    Ref<Object> made = new_member_descriptor(owner, shown, intern(definition.name).get());
    as_member(made.get())->computed = &definition;
    return made;
}

Ref<Object> new_wrapper_descriptor(Type* owner, const SlotDefinition& definition, void* wrapped) {
    auto* descriptor =
        new_descriptor<WrapperDescriptor>(wrapper_descriptor_type, owner, definition.interned_name);
    descriptor->definition = &definition;
    descriptor->wrapped = wrapped;
    return Ref<Object>::steal(descriptor);
}

}  // namespace minipy
