// The descriptors of built-in types: methods, slot wrappers, computed attributes and members; what the rows
// of a TypeSpec's tables become in the type's dictionary.
//
// CPython: Include/descrobject.h, Objects/descrobject.c
#pragma once

#include "objects/native.h"
#include "objects/type.h"

namespace minipy {

struct Descriptor : Object {
    Type* owner;
    Str* name;
    Str* qualified_name;  // made on demand, or null
};

/// method_descriptor and classmethod_descriptor.
struct MethodDescriptor : Descriptor {
    const NativeSignature* signature;
};

/// getset_descriptor.
struct GetSetDescriptor : Descriptor {
    const GetSetDef* definition;
};

/// member_descriptor; `__slots__` make them too.
struct MemberDescriptor : Descriptor {
    MemberDef definition;
    const GetSetDef* computed;  // not null: no field of the object but a computed value (see type_origin.h)
};

struct SlotDefinition;

/// wrapper_descriptor: a slot seen as a method.
struct WrapperDescriptor : Descriptor {
    const SlotDefinition* definition;
    void* wrapped;  // the slot's function
};

extern Type method_descriptor_type, class_method_descriptor_type, getset_descriptor_type,
    member_descriptor_type, wrapper_descriptor_type, method_wrapper_type;

Ref<Object> new_method_descriptor(Type* owner, const NativeDef& definition);
Ref<Object> new_getset_descriptor(Type* owner, const GetSetDef& definition);
Ref<Object> new_member_descriptor(Type* owner, const MemberDef& definition, Str* name);
/// A computed attribute that is shown as a member.
Ref<Object> new_computed_member(Type* owner, const GetSetDef& definition);
Ref<Object> new_wrapper_descriptor(Type* owner, const SlotDefinition& definition, void* wrapped);

}  // namespace minipy
