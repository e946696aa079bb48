// Instances: their memory and their inline attributes.
//
// Memory follows from the type alone: [fields, if a str] [ManagedHead] [GcHead] object [items] [DictValues].
// Invariant: `free_object` computes the same layout as `allocate_instance`, so neither the type's layout
// flags nor the item count may change while instances live; `DictValues::capacity` is the instance's own.
//
// CPython: Objects/typeobject.c (PyType_GenericAlloc), Objects/dictobject.c
#include "objects/instance.h"

#include <cstdlib>
#include <cstring>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/dict_keys.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/slot_fields.h"
#include "objects/str.h"

namespace minipy {
namespace {

constexpr int max_inline_attributes = 30;

std::size_t values_bytes(std::size_t capacity) noexcept {
    return (sizeof(DictValues) + capacity * (sizeof(Object*) + 1) + 7) / 8 * 8;
}

std::size_t fixed_bytes(const Type* type, Size items) noexcept {
    return type->basic_size - front_field_bytes(type) + static_cast<std::size_t>(items) * type->item_size;
}

Size item_count(const Object* object) noexcept {
    if (!object->type->item_size) return 0;
    const Size size = static_cast<const VarObject*>(object)->size;
    return size < 0 ? -size : size;  // an int's size carries the sign
}

/// The slot of the name in the class's shared keys, added if there is room; negative if there is none.
Size shared_slot(Type* type, Str* name, bool add) {
    DictKeys* keys = type->shared_keys;
    const Hash hash = str_hash(name);
    const Size slot = find_string_index(keys, name, hash);
    if (slot >= 0 || !add || keys->entry_count >= max_inline_attributes || !is_exactly(name, str_type))
        return slot;
    incref(name);
    append_entry(keys, name, hash, nullptr);
    keys->version = 0;
    // The type's version vouches for which attributes of the class its instances cannot hide.
    if (type_lookup(type, name)) type_modified(type);
    return keys->entry_count - 1;
}

void forget_order(DictValues* values, Size slot) noexcept {
    std::uint8_t* order = values->order();
    int position = 0;
    while (order[position] != slot) ++position;
    --values->order_count;
    std::memmove(order + position, order + position + 1,
                 static_cast<std::size_t>(values->order_count - position));
}

}  // namespace

Object* allocate_instance(Type* type, Size items) {
    const bool inlined = type->has(type_flag::inline_attributes), collected = type->has(type_flag::collected);
    if (collected) note_collected_allocation();
    const std::size_t head = head_bytes(type), fixed = fixed_bytes(type, items);
    const std::size_t total = head + fixed + (inlined ? values_bytes(type->inline_capacity) : 0);
    char* memory = static_cast<char*>(allocate(total));
    std::memset(memory, 0, total);
    auto* object = reinterpret_cast<Object*>(memory + head);
    object->refcount = 1;
    object->type = type;
    if (type->item_size) static_cast<VarObject*>(object)->size = items;
    if (inlined) inline_values(object)->capacity = type->inline_capacity;
    if (type->has(type_flag::heap)) incref(type);
    if (collected) track(object);
    return object;
}

void free_object(Object* object) noexcept { free_object(object, item_count(object)); }

void free_object(Object* object, Size items) noexcept {
    Type* type = object->type;
    if (type->has(type_flag::collected)) note_collected_release();
    const std::size_t head = head_bytes(type);
    std::size_t total = head + fixed_bytes(type, items);
    if (type->has(type_flag::inline_attributes)) total += values_bytes(inline_values(object)->capacity);
    release(reinterpret_cast<char*>(object) - head, total);
    if (type->has(type_flag::heap)) decref(type);
}

Object* inline_get(Object* object, Str* name) noexcept {
    const Size slot = shared_slot(object->type, name, false);
    DictValues* values = inline_values(object);
    return slot >= 0 && slot < values->capacity ? values->slots()[slot] : nullptr;
}

bool inline_set(Object* object, Str* name, Object* value_or_null, bool& existed) {
    Type* type = object->type;
    DictValues* values = inline_values(object);
    const Size slot = shared_slot(type, name, value_or_null != nullptr);
    existed = slot >= 0 && slot < values->capacity && values->slots()[slot];
    if (!value_or_null) {
        if (!existed) return false;
        forget_order(values, slot);
        decref(std::exchange(values->slots()[slot], nullptr));
        return true;
    }
    if (slot < 0) return false;
    if (slot >= values->capacity) {
        // Instances made from now on have room for it.
        if (slot >= type->inline_capacity) type->inline_capacity = static_cast<unsigned char>(slot + 1);
        return false;
    }
    incref(value_or_null);
    Object* old = std::exchange(values->slots()[slot], value_or_null);
    if (old)
        decref(old);
    else
        values->order()[values->order_count++] = static_cast<std::uint8_t>(slot);
    return true;
}

Dict* materialize_dict(Object* object) {
    ManagedHead* head = managed_head(object);
    if (head->dict) return head->dict;
    if (!object->type->has(type_flag::inline_attributes)) return head->dict = new_dict().release();
    DictValues* values = inline_values(object);
    const StringEntry* names = object->type->shared_keys->string_entries();
    Ref<Dict> dict = new_dict(values->order_count);
    for (int i = 0; i < values->order_count; ++i) {
        const std::uint8_t slot = values->order()[i];
        Ref<Object> value = Ref<Object>::steal(std::exchange(values->slots()[slot], nullptr));
        (void)dict_set(dict.get(), names[slot].key, value.get());  // an exact string: cannot fail
    }
    values->order_count = 0;
    return head->dict = dict.release();
}

Ref<Dict> instance_dict(Object* object) {
    if (object->type->has(type_flag::managed_dict)) return share(materialize_dict(object));
    Dict** place = dict_pointer(object);
    if (!place) return raise(attribute_error_type, "This object has no __dict__");
    if (!*place) *place = new_dict().release();
    return share(*place);
}

}  // namespace minipy
