// Forms for names in namespaces and attributes of objects: which guard makes which short cut right.
//
// CPython: Python/specialize.c (_Py_Specialize_LoadAttr and its relatives)
#include <optional>

#include "objects/attribute.h"
#include "objects/descriptor.h"
#include "objects/dict_keys.h"
#include "objects/instance.h"
#include "objects/module.h"
#include "objects/property.h"
#include "vm/quick_attributes.h"
#include "vm/quick_names.h"
#include "vm/specialize.h"

namespace minipy {
namespace {

constexpr Size largest_index = no_slot - 1;

/// The position of the name in a table of strings, if it fits a cache unit and has a value.
std::optional<std::uint16_t> position_of(DictKeys* keys, Str* name) noexcept {
    if (keys->kind != KeysKind::Strings) return std::nullopt;
    const Size index = find_string_index(keys, name, str_hash(name));
    if (index < 0 || index > largest_index || !keys->string_entries()[index].value) return std::nullopt;
    return static_cast<std::uint16_t>(index);
}

/// The slot of the name in the shared keys of a class with inline attributes; `no_slot` if it has none.
std::uint16_t shared_slot_of(const Type* type, Str* name) noexcept {
    const Size slot = find_string_index(type->shared_keys, name, str_hash(name));
    return slot < 0 ? no_slot : static_cast<std::uint16_t>(slot);
}

bool has_inline_values(Object* object) noexcept {
    return object->type->has(type_flag::inline_attributes) && !managed_head(object)->dict;
}

/// The offset of a `__slots__` member, if the descriptor is one of this type; both must fit the cache.
std::optional<std::uint16_t> member_offset(const Type* type, Object* on_type) noexcept {
    if (!is_exactly(on_type, member_descriptor_type)) return std::nullopt;
    const auto* member = static_cast<MemberDescriptor*>(on_type);
    if (member->computed || member->definition.kind != MemberKind::ObjectOrError ||
        member->definition.read_only ||
        member->definition.offset >= no_slot || !is_subtype(type, member->owner))
        return std::nullopt;
    return static_cast<std::uint16_t>(member->definition.offset);
}

/// Whether the descriptor is object's `__class__`, which reads the type in the head of every object.
bool is_dunder_class(Object* on_type) noexcept {
    return on_type == dict_get(object_type.dict, name<"__class__">);
}

void write_attribute_cache(CodeWord* instruction, Opcode form, std::uint32_t version,
                           std::uint16_t index) noexcept {
    specialize_as(instruction, form);
    write_cache<std::uint32_t>(instruction + 1 + attribute_cache::version, version);
    write_cache<std::uint16_t>(instruction + 1 + attribute_cache::index, index);
}

void write_method_cache(CodeWord* instruction, Opcode form, std::uint32_t version, Object* method,
                        std::uint16_t slot, std::uint32_t keys_version = 0) noexcept {
    specialize_as(instruction, form);
    CodeWord* cache = instruction + 1;
    write_cache<std::uint32_t>(cache + method_cache::version, version);
    write_cache<std::uint16_t>(cache + method_cache::slot, slot);
    write_cache<std::uint32_t>(cache + method_cache::keys_version, keys_version);
    write_cache<Object*>(cache + method_cache::method, method);
}

/// module.name: found in the module's dict, and nothing on the type of modules comes before it.
struct ModuleEntry {
    std::uint32_t keys_version;
    std::uint16_t index;
};
std::optional<ModuleEntry> module_entry(Object* owner, Str* name) noexcept {
    DictKeys* keys = static_cast<Module*>(owner)->dict->keys;
    const auto index = position_of(keys, name);
    if (!index || type_lookup(&module_type, name)) return std::nullopt;
    const std::uint32_t version = dict_keys_version(keys);
    if (!version) return std::nullopt;
    return ModuleEntry{version, *index};
}

/// What `Class.name` gives, if it is what the class's dicts hold: no attribute of the metaclass, no binding.
Object* plain_class_attribute(Type* type, Str* name) noexcept {
    if (type->type != &type_type || type_lookup(&type_type, name)) return nullptr;
    Object* found = type_lookup(type, name);
    if (!found) return nullptr;
    // Functions and native methods give themselves when they are read from a class.
    const bool itself = is_function(found) || is_exactly(found, method_descriptor_type);
    return itself || !found->type->slots.descriptor_get ? found : nullptr;
}

bool reads_generically(const Type* type) noexcept {
    return !type->slots.get_attribute || type->slots.get_attribute == generic_get_attribute;
}

constexpr const char* no_type_version =
    "the type has no version (it changes too often, or versions are used up)";
constexpr const char* own_lookup = "the type has a __getattribute__ or __getattr__ of its own";
constexpr const char* of_metaclass = "what is read is a class, and its metaclass is not type itself";
constexpr const char* odd_member = "the descriptor on the type is no property and no plain slot";
constexpr const char* no_class_value =
    "no plain value of the class itself: the metaclass has the name, or a descriptor computes it";
constexpr const char* no_module_entry = "the module's dict lacks the name, or is no plain table of names";
constexpr const char* not_in_dict = "the instance's dict lacks the name, or is no plain table of names";
constexpr const char* no_keys_version = "the dict's table of keys has no version left";
constexpr const char* no_dict = "instances have no dict of a known kind";

/// LOAD_ATTR of an instance; null, or why there is no form.
const char* specialize_load_from_instance(CodeWord* instruction, Object* owner, Str* name) {
    Type* type = owner->type;
    const unsigned version = type_version(type);
    if (!version) return no_type_version;
    if (!reads_generically(type)) return is_instance_of(owner, type_type) ? of_metaclass : own_lookup;
    Object* on_type = type_lookup(type, name);
    if (on_type && is_exactly(on_type, property_type)) {
        Object* getter = static_cast<Property*>(on_type)->getter;
        if (!getter || !is_function(getter) || !takes_exactly(static_cast<Function*>(getter), 1))
            return "the property's getter is no Python function of one argument";
        write_attribute_cache(instruction, Opcode::LOAD_ATTR_PROPERTY, version, 0);
        return nullptr;
    }
    if (on_type && on_type->type->slots.descriptor_set) {
        const auto offset = is_dunder_class(on_type) ? offsetof(Object, type) : member_offset(type, on_type);
        if (!offset) return odd_member;
        write_attribute_cache(instruction, Opcode::LOAD_ATTR_SLOT, version, *offset);
        return nullptr;
    }
    if (has_inline_values(owner)) {
        const std::uint16_t slot = shared_slot_of(type, name);
        if (slot != no_slot && inline_value(owner, slot)) {
            write_attribute_cache(instruction, Opcode::LOAD_ATTR_INSTANCE_VALUE, version, slot);
            return nullptr;
        }
        if (!on_type) return "neither the instance nor its type has the name";
        if (on_type->type->slots.descriptor_get) return "a descriptor on the type computes the value";
        write_attribute_cache(instruction, Opcode::LOAD_ATTR_CLASS_VALUE, version, slot);
        return nullptr;
    }
    if (!type->has(type_flag::managed_head) || !managed_head(owner)->dict) return no_dict;
    const auto hint = position_of(managed_head(owner)->dict->keys, name);
    if (!hint) return not_in_dict;
    write_attribute_cache(instruction, Opcode::LOAD_ATTR_WITH_HINT, version, *hint);
    return nullptr;
}

/// LOAD_METHOD of an instance: an unbound method of its type that nothing on the instance hides. Null, or why
/// there is no form.
const char* specialize_method_of_instance(CodeWord* instruction, Object* owner, Str* name) {
    Type* type = owner->type;
    const unsigned version = type_version(type);
    if (!version) return no_type_version;
    if (!reads_generically(type)) return own_lookup;
    Object* method = type_lookup(type, name);
    if (!method) return "the type lacks the name: what is called is an attribute of the instance";
    if (!method->type->has(type_flag::method_descriptor))
        return "what the type has under the name is no method";
    if (has_inline_values(owner)) {
        const std::uint16_t slot = shared_slot_of(type, name);
        if (!hides_nothing(owner, slot)) return "an attribute of the instance hides the method";
        write_method_cache(instruction, Opcode::LOAD_METHOD_WITH_VALUES, version, method, slot);
        return nullptr;
    }
    Dict** place = dict_pointer(owner);
    if (!place) {
        write_method_cache(instruction, Opcode::LOAD_METHOD_NO_DICT, version, method, no_slot);
        return nullptr;
    }
    std::uint32_t keys_version = UINT32_MAX;  // no dict yet: none that comes will match
    if (Dict* dict = *place) {
        if (dict->keys->kind != KeysKind::Strings) return "the instance's dict has keys that are no names";
        if (find_string_index(dict->keys, name, str_hash(name)) >= 0)
            return "an attribute of the instance hides the method";
        keys_version = dict_keys_version(dict->keys);
        if (!keys_version) return no_keys_version;
    }
    write_method_cache(instruction, Opcode::LOAD_METHOD_WITH_DICT, version, method, no_slot, keys_version);
    return nullptr;
}

}  // namespace

void specialize_load_global(CodeWord* instruction, Dict* globals, Dict* builtins, Str* name) {
    if (!is_exactly(globals, dict_type) || !is_exactly(builtins, dict_type) || !is_exactly(name, str_type) ||
        globals->keys->kind != KeysKind::Strings)
        return postpone(instruction, "the globals or builtins are no plain dict of names", globals, builtins);
    CodeWord* cache = instruction + 1;
    const std::uint32_t globals_version = dict_keys_version(globals->keys);
    if (!globals_version) return postpone(instruction, no_keys_version);
    if (const auto index = position_of(globals->keys, name)) {
        specialize_as(instruction, Opcode::LOAD_GLOBAL_MODULE);
        write_cache<std::uint16_t>(cache + global_cache::index, *index);
        write_cache<std::uint32_t>(cache + global_cache::globals_version, globals_version);
        return;
    }
    const auto index = position_of(builtins->keys, name);
    if (!index || find_string_index(globals->keys, name, str_hash(name)) >= 0)
        return postpone(instruction, "the name is in neither namespace, or too far back in a large one");
    const std::uint32_t builtins_version = dict_keys_version(builtins->keys);
    if (!builtins_version || builtins_version > UINT16_MAX) return postpone(instruction, no_keys_version);
    specialize_as(instruction, Opcode::LOAD_GLOBAL_BUILTIN);
    write_cache<std::uint16_t>(cache + global_cache::index, *index);
    write_cache<std::uint32_t>(cache + global_cache::globals_version, globals_version);
    write_cache<std::uint16_t>(cache + global_cache::builtins_version,
                               static_cast<std::uint16_t>(builtins_version));
}

void specialize_load_attribute(CodeWord* instruction, Object* owner, Str* name) {
    if (is_exactly(owner, module_type)) {
        const auto entry = module_entry(owner, name);
        if (!entry) return postpone(instruction, no_module_entry);
        return write_attribute_cache(instruction, Opcode::LOAD_ATTR_MODULE, entry->keys_version, entry->index);
    }
    if (owner->type == &type_type) {
        auto* type = static_cast<Type*>(owner);
        const unsigned version = plain_class_attribute(type, name) ? type_version(type) : 0;
        if (!version) return postpone(instruction, no_class_value);
        return write_attribute_cache(instruction, Opcode::LOAD_ATTR_CLASS, version, 0);
    }
    if (const char* reason = specialize_load_from_instance(instruction, owner, name))
        postpone(instruction, reason, owner);
}

void specialize_store_attribute(CodeWord* instruction, Object* owner, Str* name) {
    Type* type = owner->type;
    const unsigned version = type_version(type);
    if (!version) return postpone(instruction, no_type_version, owner);
    if (type->slots.set_attribute != generic_set_attribute)
        return postpone(instruction,
                        is_instance_of(owner, type_type) ? "no form for attributes of a class"
                                                         : "the type has a __setattr__ of its own",
                        owner);
    Object* on_type = type_lookup(type, name);
    if (on_type && on_type->type->slots.descriptor_set) {
        const auto offset = member_offset(type, on_type);
        if (!offset) return postpone(instruction, odd_member, owner);
        return write_attribute_cache(instruction, Opcode::STORE_ATTR_SLOT, version, *offset);
    }
    if (has_inline_values(owner)) {
        const std::uint16_t slot = shared_slot_of(type, name);
        if (slot >= inline_values(owner)->capacity)
            return postpone(instruction, "the instance has no room in line for the name", owner);
        return write_attribute_cache(instruction, Opcode::STORE_ATTR_INSTANCE_VALUE, version, slot);
    }
    if (!type->has(type_flag::managed_head) || !managed_head(owner)->dict)
        return postpone(instruction, no_dict, owner);
    const auto hint = position_of(managed_head(owner)->dict->keys, name);
    if (!hint) return postpone(instruction, not_in_dict, owner);
    write_attribute_cache(instruction, Opcode::STORE_ATTR_WITH_HINT, version, *hint);
}

void specialize_load_method(CodeWord* instruction, Object* owner, Str* name) {
    if (is_exactly(owner, module_type)) {
        const auto entry = module_entry(owner, name);
        if (!entry) return postpone(instruction, no_module_entry);
        return write_method_cache(instruction, Opcode::LOAD_METHOD_MODULE, 0, nullptr, entry->index,
                                  entry->keys_version);
    }
    if (owner->type == &type_type) {
        auto* type = static_cast<Type*>(owner);
        Object* found = plain_class_attribute(type, name);
        const unsigned version = found ? type_version(type) : 0;
        if (!version) return postpone(instruction, no_class_value);
        return write_method_cache(instruction, Opcode::LOAD_METHOD_CLASS, version, found, no_slot);
    }
    if (const char* reason = specialize_method_of_instance(instruction, owner, name))
        postpone(instruction, reason, owner);
}

}  // namespace minipy
