// Attribute access on any object.
//
// CPython: Objects/object.c
#include "objects/attribute.h"

#include <fmt/format.h>

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/str.h"

namespace minipy {
namespace {

Failure no_attribute(Object* object, Str* name) {
    return raise_attribute_error(
        object, name, fmt::format("'{}' object has no attribute '{}'", object->type->name, str_utf8(name)));
}

/// Without object and name: a failed assignment gets no suggestions.
Failure no_attribute_to_set(Object* object, Str* name) {
    return raise(attribute_error_type,
                 fmt::format("'{}' object has no attribute '{}'", object->type->name, str_utf8(name)));
}

Failure name_must_be_str(const Object* name) {
    return raise(type_error_type, fmt::format("attribute name must be string, not '{}'", name->type->name));
}

/// The instance's own attribute, borrowed, or null without an exception.
Result<Object*> own_attribute(Object* object, Str* name) {
    if (object->type->has(type_flag::inline_attributes) && !managed_head(object)->dict)
        return inline_get(object, name);
    Dict** place = dict_pointer(object);
    if (!place || !*place) return static_cast<Object*>(nullptr);
    Ref<Dict> dict = share(*place);  // a key's __eq__ may replace the instance's dict
    return dict_get(dict.get(), static_cast<Object*>(name));
}

/// The shared body of get and find: empty without an exception when nothing was found.
NewRef look_up(Object* object, Str* name, bool& missing) {
    missing = false;
    Type* type = object->type;
    Ref<Object> on_type = Ref<Object>::share(type_lookup(type, name));
    DescriptorGetSlot getter = nullptr;
    if (on_type) {
        getter = on_type->type->slots.descriptor_get;
        if (getter && on_type->type->slots.descriptor_set) return getter(on_type.get(), object, type);
    }
    if (Object* own = TRY(own_attribute(object, name))) return new_ref(own);
    if (getter) return getter(on_type.get(), object, type);
    if (on_type) return on_type;
    missing = true;
    return nullptr;
}

Failure cannot_set(Object* object, Str* name, Object* on_type) {
    if (on_type)
        return raise(attribute_error_type, fmt::format("'{}' object attribute '{}' is read-only",
                                                       object->type->name, str_utf8(name)));
    return no_attribute_to_set(object, name);
}

Status set_in_dict(Object* object, Dict* dict, Str* name, Object* value_or_null) {
    Ref<Dict> keep = share(dict);
    if (value_or_null) return dict_set(dict, name, value_or_null);
    if (Status deleted = dict_delete(dict, name); deleted || !pending_matches(key_error_type)) return deleted;
    clear_exception();
    return no_attribute_to_set(object, name);
}

}  // namespace

NewRef generic_get_attribute(Object* object, Object* name) {
    if (!is_str(name)) return name_must_be_str(name);
    bool missing;
    NewRef found = look_up(object, static_cast<Str*>(name), missing);
    if (missing) return no_attribute(object, static_cast<Str*>(name));
    return found;
}

Status generic_set_attribute(Object* object, Object* name_object, Object* value_or_null) {
    if (!is_str(name_object)) return name_must_be_str(name_object);
    Str* name = static_cast<Str*>(name_object);
    Ref<Object> on_type = Ref<Object>::share(type_lookup(object->type, name));
    if (on_type)
        if (DescriptorSetSlot setter = on_type->type->slots.descriptor_set)
            return setter(on_type.get(), object, value_or_null);
    if (object->type->has(type_flag::inline_attributes) && !managed_head(object)->dict) {
        bool existed = true;
        if (inline_set(object, name, value_or_null, existed)) return done;
        if (!value_or_null && !existed) return no_attribute_to_set(object, name);
    }
    if (!dict_pointer(object)) return cannot_set(object, name, on_type.get());
    Ref<Dict> dict = TRY(instance_dict(object));
    return set_in_dict(object, dict.get(), name, value_or_null);
}

NewRef get_attribute(Object* object, Str* name) {
    GetAttributeSlot slot = object->type->slots.get_attribute;
    NewRef found = slot ? slot(object, name) : generic_get_attribute(object, name);
    if (!found) [[unlikely]] complete_attribute_error(object, name);
    return found;
}

Status find_attribute(Object* object, Str* name, Ref<Object>& found) {
    GetAttributeSlot slot = object->type->slots.get_attribute;
    if (!slot || slot == generic_get_attribute) {
        bool missing;
        found = look_up(object, name, missing);
        if (missing) return done;
    } else {
        found = slot(object, name);
    }
    if (found) return done;
    if (!pending_matches(attribute_error_type)) return failed;
    clear_exception();
    return done;
}

Status set_attribute(Object* object, Str* name, Object* value_or_null) {
    if (SetAttributeSlot slot = object->type->slots.set_attribute) return slot(object, name, value_or_null);
    const char* verb = value_or_null ? "assign to" : "del";
    const char* what = object->type->slots.get_attribute ? "only read-only attributes" : "no attributes";
    return raise(type_error_type,
                 fmt::format("'{}' object has {} ({} .{})", object->type->name, what, verb, str_utf8(name)));
}

NewRef lookup_special(Object* object, Str* name) {
    Object* found = type_lookup(object->type, name);
    if (!found) return nullptr;
    if (DescriptorGetSlot getter = found->type->slots.descriptor_get) {
        Ref<Object> keep = share(found);
        return getter(found, object, object->type);
    }
    return new_ref(found);
}

Dict** dict_pointer(Object* object) noexcept {
    const Type* type = object->type;
    if (type->has(type_flag::managed_dict)) return &managed_head(object)->dict;
    if (type->dict_offset) return reinterpret_cast<Dict**>(reinterpret_cast<char*>(object) + type->dict_offset);
    return nullptr;
}

}  // namespace minipy
