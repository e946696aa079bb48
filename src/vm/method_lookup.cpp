// `object.name` looked up for an immediate call.
//
// CPython: Objects/object.c (_PyObject_GetMethod)
#include "vm/method_lookup.h"

#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/str.h"
#include "objects/super.h"
#include "objects/tuple.h"

namespace minipy {

namespace {

/// The plain method that `super().name` would bind, borrowed; null if it takes the general way.
Object* plain_super_method(const Super* super, Str* name) noexcept {
    if (!super->self_type || super->self == super->self_type || str_equal(name, "__class__")) return nullptr;
    const Tuple* mro = super->self_type->mro;
    Size position = 0;
    while (position < mro->size && (*mro)[position] != super->start) ++position;
    for (++position; position < mro->size; ++position)
        if (Object* found = dict_get(static_cast<Type*>((*mro)[position])->dict, name))
            return found->type->has(type_flag::method_descriptor) ? found : nullptr;
    return nullptr;
}

}  // namespace

MethodLookup look_up_method(Ref<Object>& receiver, Str* name) {
    Object* object = receiver.get();
    if (is_exactly(object, super_type)) {
        auto* super = static_cast<Super*>(object);
        if (Object* method = plain_super_method(super, name)) {
            Ref<Object> found = share(method);
            receiver = share(super->self);
            return {std::move(found), true};
        }
    }
    Type* type = object->type;
    if (type->slots.get_attribute && type->slots.get_attribute != generic_get_attribute)
        return {get_attribute(object, name)};
    Object* on_type = type_lookup(type, name);
    // Anything but a plain method, or an instance that may hide it, takes the general way.
    if (!on_type || !on_type->type->has(type_flag::method_descriptor)) return {get_attribute(object, name)};
    Ref<Object> method = share(on_type);
    if (type->has(type_flag::inline_attributes) && !managed_head(object)->dict) {
        if (Object* own = inline_get(object, name)) return {share(own)};
    } else if (Dict** place = dict_pointer(object); place && *place) {
        Ref<Dict> dict = share(*place);
        Result<Object*> own = dict_get(dict.get(), static_cast<Object*>(name));
        if (!own) return {};
        if (*own) return {share(*own)};
    }
    return {std::move(method), true};
}

}  // namespace minipy
