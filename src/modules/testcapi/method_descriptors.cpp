// Callable objects that bind like functions: the flag `method_descriptor` and how `vectorcall` and `call` are
// inherited.
//
// Called, such an object says whether it is called by its own slot. A type that fills `call` anew loses the
// `vectorcall` of its base, and one that fills `descriptor_get` anew is no method descriptor.
//
// CPython: Modules/_testcapi/vectorcall.c (MethodDescriptorBase and its relatives)
#include "modules/support.h"
#include "modules/testcapi/testcapi.h"
#include "objects/int.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

struct MethodDescriptor : Object {
    bool by_base;  // what a call answers
};

NewRef base_new(Type* type, Tuple*, Dict*) {
    auto* made = static_cast<MethodDescriptor*>(allocate_instance(type));
    made->by_base = true;
    return NewRef(made);
}

NewRef second_new(Type* type, Tuple*, Dict*) {
    auto* made = static_cast<MethodDescriptor*>(allocate_instance(type));
    made->by_base = false;
    return NewRef(made);
}

NewRef descriptor_call(Object* self, Object* const*, Size, Tuple*) {
    return new_bool(static_cast<MethodDescriptor*>(self)->by_base);
}

NewRef descriptor_bind(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null) return new_ref(self);
    return bind_method(self, instance_or_null);
}

NewRef nop_get(Object* self, Object*, Object*) { return new_ref(self); }

/// Gives the tuple of arguments back: no second one is made on the way here.
NewRef nop_call(Object*, Tuple* arguments, Dict*) { return new_ref(arguments); }

const TypeSpec base_spec = {
    .name = "MethodDescriptorBase",
    .basic_size = sizeof(MethodDescriptor),
    .flags = type_flag::base_type | type_flag::method_descriptor,
    .slots = {.new_ = base_new, .vectorcall = descriptor_call, .descriptor_get = descriptor_bind}};
Type base_type(base_spec);

const TypeSpec derived_spec = {.name = "MethodDescriptorDerived",
                               .basic_size = sizeof(MethodDescriptor),
                               .flags = type_flag::base_type | type_flag::method_descriptor,
                               .base = &base_type};
const TypeSpec nop_get_spec = {.name = "MethodDescriptorNopGet",
                               .basic_size = sizeof(MethodDescriptor),
                               .flags = type_flag::base_type,
                               .base = &base_type,
                               .slots = {.call = nop_call, .descriptor_get = nop_get}};
const TypeSpec second_spec = {.name = "MethodDescriptor2",
                              .basic_size = sizeof(MethodDescriptor),
                              .flags = type_flag::base_type | type_flag::method_descriptor,
                              .base = &base_type,
                              .slots = {.new_ = second_new, .vectorcall = descriptor_call}};
Type derived_type(derived_spec), nop_get_type(nop_get_spec), second_type(second_spec);

}  // namespace

Status add_testcapi_method_descriptors(Module* module) {
    for (Type* type : {&base_type, &derived_type, &nop_get_type, &second_type})
        TRY(module_add_type(module, *type));
    return done;
}

}  // namespace minipy
