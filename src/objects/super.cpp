// super: attribute look-up that starts behind a class in an object's MRO.
//
// CPython: Objects/typeobject.c (superobject)
#include "objects/super.h"

#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/construct.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

Super* as_super(Object* object) noexcept { return static_cast<Super*>(object); }

void super_clear(Object* self) {
    Super* super = as_super(self);
    Ref<Object> start = Ref<Object>::steal(std::exchange(super->start, nullptr));
    Ref<Object> object = Ref<Object>::steal(std::exchange(super->self, nullptr));
    Ref<Object> type = Ref<Object>::steal(std::exchange(super->self_type, nullptr));
}

void super_dealloc(Object* self) noexcept {
    untrack(self);
    super_clear(self);
    free_object(self);
}

int super_traverse(Object* self, Visit visit, void* context) {
    Super* super = as_super(self);
    for (Object* field :
         {static_cast<Object*>(super->start), super->self, static_cast<Object*>(super->self_type)})
        if (field)
            if (int result = visit(field, context)) return result;
    return 0;
}

/// The type whose MRO is walked for the object: the object itself if it is a class below `start`, else its
/// type, else what its `__class__` says. supercheck.
Ref<Type> check_object(Type* start, Object* object) {
    if (is_instance_of(object, type_type) && is_subtype(static_cast<Type*>(object), start))
        return share(static_cast<Type*>(object));
    if (is_subtype(object->type, start)) return share(object->type);
    Ref<Object> claimed;
    TRY(find_attribute(object, name<"__class__">, claimed));
    if (claimed && is_instance_of(claimed.get(), type_type) && claimed.get() != object->type &&
        is_subtype(static_cast<Type*>(claimed.get()), start))
        return Ref<Type>::steal(static_cast<Type*>(claimed.release()));
    return raise(type_error_type, "super(type, obj): obj must be an instance or subtype of type");
}

void bind(Super* super, Type* start, Object* object_or_null, Ref<Type> self_type) {
    incref(start);
    xincref(object_or_null);
    Ref<Object> old_start = Ref<Object>::steal(std::exchange(super->start, start));
    Ref<Object> old_self = Ref<Object>::steal(std::exchange(super->self, object_or_null));
    Ref<Object> old_type = Ref<Object>::steal(std::exchange(super->self_type, self_type.release()));
}

NewRef super_repr(Object* self) {
    const Super* super = as_super(self);
    const char* start = super->start ? super->start->name : "NULL";
    if (!super->self_type) return str_from_utf8(fmt::format("<super: <class '{}'>, NULL>", start));
    return str_from_utf8(fmt::format("<super: <class '{}'>, <{} object>>", start, super->self_type->name));
}

NewRef super_get_attribute(Object* self, Object* attribute) {
    Super* super = as_super(self);
    auto* wanted = static_cast<Str*>(attribute);
    if (super->self_type && !str_equal(wanted, name<"__class__">)) {
        // Held, since a descriptor on the way may call __init__ again.
        Ref<Type> start = share(super->start), self_type = share(super->self_type);
        Ref<Object> object = Ref<Object>::share(super->self);
        Ref<Object> found = super_lookup(start.get(), object.get(), self_type.get(), wanted);
        if (found || pending_exception()) return found;
    }
    return generic_get_attribute(self, attribute);
}

NewRef super_descriptor_get(Object* self, Object* instance_or_null, Object*) {
    Super* super = as_super(self);
    if (!instance_or_null || is_none(instance_or_null) || super->self) return new_ref(self);
    if (!super->start) return raise(runtime_error_type, "uninitialized super object");
    // A subclass makes one of its own, and says itself how.
    if (!is_exactly(self, super_type)) return call(self->type, {super->start, instance_or_null});
    return new_super(super->start, instance_or_null);
}

Status super_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "super() takes no keyword arguments");
    if (arguments->size > 2)
        return raise(type_error_type,
                     fmt::format("super() expected at most 2 arguments, got {}", arguments->size));
    Ref<Object> start, object;
    if (arguments->size == 0) {
        TRY(super_arguments_from_frame(start, object));
        if (is_none(object.get())) object = nullptr;
    } else {
        start = share((*arguments)[0]);
        if (!is_instance_of(start.get(), type_type))
            return raise(type_error_type,
                         fmt::format("super() argument 1 must be a type, not {}", start->type->name));
        if (arguments->size == 2 && !is_none((*arguments)[1])) object = share((*arguments)[1]);
    }
    Type* type = static_cast<Type*>(start.get());
    Ref<Type> self_type;
    if (object) self_type = TRY(check_object(type, object.get()));
    bind(as_super(self), type, object.get(), std::move(self_type));
    return done;
}

NewRef super_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

/// `super()` without tuple and dict.
NewRef super_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (positional || keyword_names) return construct_generally(callable, arguments, positional, keyword_names);
    Ref<Object> start, object;
    TRY(super_arguments_from_frame(start, object));
    if (!object || is_none(object.get())) return construct_generally(callable, arguments, 0, nullptr);
    return new_super(static_cast<Type*>(start.get()), object.get());
}

constexpr MemberDef super_members[] = {
    {"__thisclass__", MemberKind::Object, offsetof(Super, start), true,
     "The class behind which the search begins."},
    {"__self__", MemberKind::Object, offsetof(Super, self), true,
     "The object whose attributes are looked up, or None."},
    {"__self_class__", MemberKind::Object, offsetof(Super, self_type), true,
     "The class whose MRO is searched, or None."},
};

const TypeSpec super_spec = {
    .name = "super",
    .basic_size = sizeof(Super),
    .flags = type_flag::base_type | type_flag::collected,
    .doc =
        "super() -> same as super(__class__, <first argument>)\n"
        "super(type) -> unbound super object\n"
        "super(type, obj) -> bound super object; requires isinstance(obj, type)\n"
        "super(type, type2) -> bound super object; requires issubclass(type2, type)",
    .slots = {.new_ = super_new,
              .init = super_init,
              .dealloc = super_dealloc,
              .traverse = super_traverse,
              .clear = super_clear,
              .repr = super_repr,
              .get_attribute = super_get_attribute,
              .construct = super_construct,
              .descriptor_get = super_descriptor_get},
    .members = super_members,
};

}  // namespace

Type super_type(super_spec);

Ref<Object> new_super(Type* start, Object* object) {
    Ref<Type> self_type = TRY(check_object(start, object));
    auto* super = static_cast<Super*>(allocate_instance(&super_type));
    bind(super, start, object, std::move(self_type));
    return Ref<Object>::steal(super);
}

NewRef super_lookup(Type* start, Object* self, Type* self_type, Str* wanted) {
    const Tuple* mro = self_type->mro;
    if (!mro) return nullptr;
    Size position = 0;
    while (position < mro->size && (*mro)[position] != start) ++position;
    for (++position; position < mro->size; ++position) {
        Object* found = dict_get(static_cast<Type*>((*mro)[position])->dict, wanted);
        if (!found) continue;
        DescriptorGetSlot getter = found->type->slots.descriptor_get;
        if (!getter) return new_ref(found);
        Ref<Object> keep = share(found);
        // A class as `self` means that class methods and plain functions are looked up on the class.
        return getter(found, self == self_type ? nullptr : self, self_type);
    }
    return nullptr;
}

}  // namespace minipy
