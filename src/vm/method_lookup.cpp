// `object.name` looked up for an immediate call.
//
// CPython: Objects/object.c (_PyObject_GetMethod)
#include "vm/method_lookup.h"

#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"

namespace minipy {

MethodLookup look_up_method(Object* object, Str* name) {
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
