// The origins of built-in types: looked up in the sorted list, then shown in the type's dictionary.
//
// CPython: Objects/typeobject.c (PyType_FromModuleAndSpec)
#include "objects/type_origin.h"

#include <algorithm>
#include <string_view>

#include "objects/attribute.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/names.h"
#include "objects/slot_table.h"

namespace minipy {
namespace {

struct Entry {
    std::string_view name;
    TypeOrigin origin;
};

constexpr Entry entries[] = {
#define MODULE_TYPE(name) {name, {.for_module = true, .shows_access = false}},
#define ACCESS_TYPE(name) {name, {.for_module = true}},
#define OPEN_TYPE(name) {name, {.for_module = true, .open = true, .shows_access = false}},
#define BARE_TYPE(name) {name, {.shows_access = false}},
#define MEMBER(type, attribute)
#define BASE_HAS(type, attribute)
#include "objects/type_origin.def"
#undef MODULE_TYPE
#undef ACCESS_TYPE
#undef OPEN_TYPE
#undef BARE_TYPE
#undef MEMBER
#undef BASE_HAS
};
static_assert(std::ranges::is_sorted(entries, {}, &Entry::name));

enum class Shown { AsMember, ByBase };

struct NamedAttribute {
    std::string_view type, attribute;
    Shown shown;
};

constexpr NamedAttribute named_attributes[] = {
#define MODULE_TYPE(name)
#define ACCESS_TYPE(name)
#define OPEN_TYPE(name)
#define BARE_TYPE(name)
#define MEMBER(type, attribute) {type, attribute, Shown::AsMember},
#define BASE_HAS(type, attribute) {type, attribute, Shown::ByBase},
#include "objects/type_origin.def"
#undef MODULE_TYPE
#undef ACCESS_TYPE
#undef OPEN_TYPE
#undef BARE_TYPE
#undef MEMBER
#undef BASE_HAS
};
static_assert(std::ranges::is_sorted(named_attributes, {}, &NamedAttribute::type));

void add_module(Type* type) {
    const std::string_view full = type->name;
    const std::size_t dot = full.rfind('.');
    Ref<Str> module = intern(dot == full.npos ? "builtins" : full.substr(0, dot));
    (void)dict_set(type->dict, name<"__module__">, module.get());
}

void add_attribute_access(Type* type) {
    for (const SlotDefinition& definition : slot_definitions()) {
        if (definition.offset != offsetof(Slots, get_attribute) || !definition.wrapper) continue;
        Ref<Object> wrapper =
            new_wrapper_descriptor(type, definition, reinterpret_cast<void*>(generic_get_attribute));
        (void)dict_set(type->dict, definition.interned_name, wrapper.get());
        return;
    }
}

}  // namespace

TypeOrigin type_origin(const Type& type) noexcept {
    const Entry* found = std::ranges::lower_bound(entries, std::string_view(type.name), {}, &Entry::name);
    return found != std::end(entries) && found->name == type.name ? found->origin : TypeOrigin{};
}

void show_origin(Type* type) {
    const TypeOrigin origin = type_origin(*type);
    if (origin.for_module) add_module(type);
    if (origin.open) type->flags &= ~type_flag::immutable;
    if (origin.shows_access && type->base == &object_type && !type->spec->slots.get_attribute)
        add_attribute_access(type);
}

void show_fields(Type* type) {
    const std::string_view wanted = type->name;
    const auto* each = std::ranges::lower_bound(named_attributes, wanted, {}, &NamedAttribute::type);
    for (; each != std::end(named_attributes) && each->type == wanted; ++each) {
        Ref<Str> attribute = intern(each->attribute);
        Object* found = dict_get(type->dict, attribute.get());
        if (!found) continue;
        if (each->shown == Shown::ByBase) {
            (void)dict_delete(type->dict, attribute.get());
        } else if (is_exactly(found, getset_descriptor_type)) {
            Ref<Object> member = new_computed_member(type, *static_cast<GetSetDescriptor*>(found)->definition);
            (void)dict_set(type->dict, attribute.get(), member.get());
        }
    }
}

}  // namespace minipy
