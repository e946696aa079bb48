// The life of instances of classes made by Python code: finalizer, death, traversal; `__dict__`, `__weakref__`.
//
// An instance's parts belong to several classes of its MRO: each class made by Python code contributes its
// slots, the most derived one the attributes, and the built-in base has its own `dealloc`. Invariant: the
// built-in base's function runs last, exactly once, on an object that is no longer tracked.
//
// CPython: Objects/typeobject.c (subtype_dealloc, subtype_traverse, subtype_clear)
#include <fmt/format.h>

#include <utility>

#include "objects/attribute.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/legacy_finalizer.h"
#include "objects/mapping_proxy.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/slot_fields.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

/// Calls `action(place)` for every `__slots__` field of the object.
template <class Action>
void for_each_slot_field(Object* self, Action action) {
    for (Type* type = self->type; type->has(type_flag::heap); type = type->base) {
        const std::size_t start = type->base->basic_size;
        for (std::size_t offset = start; offset < type->basic_size; offset += sizeof(Object*))
            action(
                *reinterpret_cast<Object**>(reinterpret_cast<char*>(self) + slot_field_offset(type, offset)));
    }
}

}  // namespace

void clear_attributes(Object* self) {
    if (self->type->has(type_flag::inline_attributes)) {
        DictValues* values = inline_values(self);
        values->order_count = 0;
        for (int i = 0; i < values->capacity; ++i) xdecref(std::exchange(values->slots()[i], nullptr));
        values->order_count = 0;  // a finalizer may have set attributes meanwhile
    }
    if (Dict** place = dict_pointer(self))
        if (Dict* dict = std::exchange(*place, nullptr)) decref(dict);
}

int traverse_attributes(Object* self, Visit visit, void* context) {
    int result = 0;
    const Type* type = self->type;
    if (type->has(type_flag::inline_attributes)) {
        DictValues* values = inline_values(self);
        for (int i = 0; i < values->order_count && !result; ++i)
            if (Object* value = values->slots()[values->order()[i]]) result = visit(value, context);
    }
    if (!result && type->has(type_flag::managed_head))
        if (Dict* dict = managed_head(self)->dict) result = visit(dict, context);
    return result;
}

NewRef get_dict_attribute(Object* self) {
    if (is_instance_of(self, type_type)) return new_mapping_proxy(static_cast<Type*>(self)->dict);
    return instance_dict(self);
}

namespace {

Status replace_dict(Object* self, Ref<Dict> next) {
    Dict** place = dict_pointer(self);
    if (!place) return raise(attribute_error_type, "This object has no __dict__");
    Ref<Dict> current = instance_dict(self);  // inline values must not shine through
    decref(std::exchange(*place, next.release()));
    return done;
}

Status check_dict(Object* value) {
    if (is_dict(value)) return done;
    return raise(type_error_type,
                 fmt::format("__dict__ must be set to a dictionary, not a '{}'", value->type->name));
}

/// Assignment where a class made by Python code has the attribute. A built-in base with a `__dict__` of its own
/// decides what is allowed: those of types and modules, for example, cannot be replaced. subtype_setdict.
Status set_class_instance_dict(Object* self, Object* value_or_null) {
    Type* base = built_in_base(self->type);
    Object* descriptor = type_lookup(base, name<"__dict__">);
    if (descriptor && descriptor->type->slots.descriptor_set)
        return descriptor->type->slots.descriptor_set(descriptor, self, value_or_null);
    if (!value_or_null) return replace_dict(self, new_dict());
    TRY(check_dict(value_or_null));
    return replace_dict(self, share(static_cast<Dict*>(value_or_null)));
}

}  // namespace

Status set_dict_attribute(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "cannot delete __dict__");
    TRY(check_dict(value_or_null));
    return replace_dict(self, share(static_cast<Dict*>(value_or_null)));
}

namespace {

NewRef get_weakrefs(Object* self) {
    WeakReference** list = weak_reference_list(self);
    return new_ref(list && *list ? static_cast<Object*>(*list) : &none);
}

constexpr GetSetDef dict_definition = {"__dict__", get_dict_attribute, set_class_instance_dict,
                                       "The object's own attributes."};
constexpr GetSetDef weakref_definition = {"__weakref__", get_weakrefs, nullptr,
                                          "The first weak reference to the object, if there is one."};

}  // namespace

bool run_finalizer(Object* self) noexcept {
    DeallocSlot finalizer = self->type->slots.finalize;
    if (!finalizer) return true;
    if (self->type->has(type_flag::collected) && is_finalized(self)) return true;
    self->refcount = 1;
    if (self->type->has(type_flag::collected)) mark_finalized(self);
    finalizer(self);
    return --self->refcount == 0;
}

void instance_dealloc(Object* self) noexcept {
    Type* type = self->type;
    const bool collected = type->has(type_flag::collected);
    if (type->slots.finalize && !run_finalizer(self)) return;
    if (collected) untrack(self);
    if (type->has(type_flag::managed_head) || type->weakrefs_offset) clear_weak_references(self);
    if (legacy_finalizers_exist && collected && !run_legacy_finalizer(self)) return;
    for_each_slot_field(self, [](Object*& place) { xdecref(std::exchange(place, nullptr)); });
    clear_attributes(self);
    Type* base = built_in_base(type);
    if (base == &object_type)
        free_object(self);
    else
        base->slots.dealloc(self);
}

int instance_traverse(Object* self, Visit visit, void* context) {
    Type* type = self->type;
    int result = 0;
    const auto look = [&](Object* object) {
        if (object && !result) result = visit(object, context);
    };
    for_each_slot_field(self, [&](Object*& place) { look(place); });
    if (!result) result = traverse_attributes(self, visit, context);
    look(type);
    Type* base = built_in_base(type);
    if (!result && base->slots.traverse) result = base->slots.traverse(self, visit, context);
    return result;
}

void instance_clear(Object* self) {
    for_each_slot_field(self, [](Object*& place) { xdecref(std::exchange(place, nullptr)); });
    clear_attributes(self);
    Type* base = built_in_base(self->type);
    if (base->slots.clear) base->slots.clear(self);
}

Status add_instance_descriptors(Type* type, bool dict, bool weakrefs) {
    if (dict) {
        Ref<Object> descriptor = new_getset_descriptor(type, dict_definition);
        TRY(dict_set_default(type->dict, name<"__dict__">, descriptor.get()));
    }
    if (weakrefs) {
        Ref<Object> descriptor = new_getset_descriptor(type, weakref_definition);
        TRY(dict_set_default(type->dict, name<"__weakref__">, descriptor.get()));
    }
    return done;
}

}  // namespace minipy
