// Built-in types made from their descriptions.
//
// CPython: Objects/typeobject.c
#include "objects/type.h"

#include <cstring>

namespace minipy {

Type::Type(const TypeSpec& description) noexcept
    : VarObject{{1, &type_type}, 0},
      name(description.name),
      basic_size(description.basic_size),
      item_size(description.item_size),
      flags(description.flags),
      spec(&description),
      slots(description.slots),
      base(description.base) {
    if (!base && this != &object_type) base = &object_type;
}

const char* short_name(const Type* type) noexcept {
    const char* dot = std::strrchr(type->name, '.');
    return dot ? dot + 1 : type->name;
}

void destroy(Object* object) noexcept { object->type->slots.dealloc(object); }

namespace {
const TypeSpec type_spec = {.name = "type",
                            .basic_size = sizeof(Type),
                            .flags = type_flag::base_type | type_flag::collected | type_flag::type_subclass};
const TypeSpec object_spec = {.name = "object", .basic_size = sizeof(Object), .flags = type_flag::base_type};
}  // namespace

Type type_type(type_spec);
Type object_type(object_spec);

}  // namespace minipy
