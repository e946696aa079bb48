// The module `array`: sequences of numbers of one C type, side by side in memory.
//
// What a type code means is a row of `item_kinds` (items.cpp): how an item is read, written and compared. The
// type itself is in array.cpp (life, slots), methods.cpp (methods) and pickling.cpp. Invariants: `items` has
// room for `capacity` items of `kind->size` octets; while `exports` is not zero somebody looks at the memory,
// and the size must not change.
//
// CPython: Modules/arraymodule.c
#pragma once

#include <span>
#include <string_view>

#include "objects/module.h"
#include "objects/type.h"

namespace minipy {

struct List;

/// How items look in a pickle: sizes, signs and byte orders that a machine may have.
struct MachineFormat {
    enum class Class { Integer, Float, Text } kind;
    int size;
    bool is_signed;
    bool big_endian;
};

struct ItemKind {
    char code;
    const char* format;  // as the buffer protocol has it
    Size size;
    int machine_format;  // number of the MachineFormat
    Ref<Object> (*get)(const char* item);
    Status (*set)(char* item, Object* value);
    /// -1, 0, 1; 2 for NaNs, which have no order.
    int (*compare)(const char* left, const char* right);
    bool is_integer, is_signed;
};

std::span<const ItemKind> item_kinds() noexcept;
/// Null if there is none with that code.
const ItemKind* find_item_kind(char32_t code) noexcept;

struct Array : VarObject {
    char* items;
    Size capacity;
    const ItemKind* kind;
    Object* weak_references;
    Size exports;

    char* at(Size index) const noexcept { return items + index * kind->size; }
    Ref<Object> get(Size index) const { return kind->get(at(index)); }
    std::string_view octets() const noexcept { return {items, static_cast<std::size_t>(size * kind->size)}; }
};

extern Type array_type, array_iterator_type;

inline bool is_array(const Object* object) noexcept { return is_instance_of(object, array_type); }
inline Array* as_array(Object* object) noexcept { return static_cast<Array*>(object); }

/// An array of `size` items, not initialised.
Ref<Array> new_array(Type* type, const ItemKind* kind, Size size);
/// Changes the size; BufferError while there are exports, MemoryError. array_resize.
Status array_resize(Array* array, Size size);
Status array_append_item(Array* array, Object* value);
Status array_insert_item(Array* array, Size index, Object* value);
/// Appends the octets as items. ValueError "bytes length not a multiple of item size".
Status array_append_octets(Array* array, std::string_view octets);
/// Appends characters to an array of these.
Status array_append_text(Array* array, const Str* text);
/// Appends the items of an array of the same kind, or of any iterable of values.
Status array_extend_by(Array* array, Object* iterable);
Ref<List> array_to_list(const Array* array);
Ref<Str> array_to_text(const Array* array);
/// Takes out the items from `low` up to before `high`.
Status array_delete_range(Array* array, Size low, Size high);
/// `array(typecode, initial)` without subclass hooks.
NewRef make_array(Type* type, const ItemKind* kind, Object* initial_or_null);

extern const std::span<const NativeDef> array_methods;

NewRef array_reduce_ex(Object* self, Object* const* arguments);
NewRef array_reconstructor(Object* module, Object* const* arguments);

Ref<Module> make_array_module();

}  // namespace minipy
