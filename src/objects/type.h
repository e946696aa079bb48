// Types and their slots: an object behaves as its type's slots say; there are no C++ virtual functions.
//
// A built-in type is described by a `TypeSpec` (a constant table at the end of the type's own file) and
// lives in a global `Type`. `ready_type` turns the description into a finished type: base, MRO, inherited
// slots, dictionary. Classes made by Python code are `Type` objects on the heap filled the same way.
// Invariant: after `ready_type` an empty slot means "does not support it"; inheritance is already done.
//
// CPython: Include/cpython/object.h, Objects/typeobject.c
#pragma once

#include <span>
#include <vector>

#include "memory/object.h"
#include "memory/ref.h"

namespace minipy {

struct Tuple;
struct Dict;
struct DictKeys;
struct Str;

enum class CompareOp : int { Lt, Le, Eq, Ne, Gt, Ge };

/// Whether the comparison holds between two operands of that order (negative: the left one is smaller).
constexpr bool holds(CompareOp op, int order) noexcept {
    switch (op) {
        case CompareOp::Lt: return order < 0;
        case CompareOp::Le: return order <= 0;
        case CompareOp::Eq: return order == 0;
        case CompareOp::Ne: return order != 0;
        case CompareOp::Gt: return order > 0;
        case CompareOp::Ge: return order >= 0;
    }
    return false;
}

using Hash = std::intptr_t;
using Size = std::intptr_t;

/// Visits one object that `self` owns; a non-zero result ends the traversal and is passed on. visitproc.
using Visit = int (*)(Object* visited, void* context);

using UnarySlot = NewRef (*)(Object* self);
using BinarySlot = NewRef (*)(Object* left, Object* right);
using TernarySlot = NewRef (*)(Object* base, Object* exponent, Object* modulus);
using InquirySlot = Result<bool> (*)(Object* self);
using LengthSlot = Result<Size> (*)(Object* self);
using IndexSlot = NewRef (*)(Object* self, Size index);
using SetIndexSlot = Status (*)(Object* self, Size index, Object* value_or_null);
using SetItemSlot = Status (*)(Object* self, Object* key, Object* value_or_null);
using ContainsSlot = Result<bool> (*)(Object* self, Object* item);
using HashSlot = Result<Hash> (*)(Object* self);
using CompareSlot = NewRef (*)(Object* left, Object* right, CompareOp op);
using GetAttributeSlot = NewRef (*)(Object* self, Object* name);
using SetAttributeSlot = Status (*)(Object* self, Object* name, Object* value_or_null);
using DescriptorGetSlot = NewRef (*)(Object* descriptor, Object* instance_or_null, Object* owner_or_null);
using DescriptorSetSlot = Status (*)(Object* descriptor, Object* instance, Object* value_or_null);
/// `arguments` holds `positional` values and then one for each name in `keyword_names` (may be null).
using VectorcallSlot = NewRef (*)(Object* callable, Object* const* arguments, Size positional,
                                  Tuple* keyword_names);
using CallSlot = NewRef (*)(Object* callable, Tuple* arguments, Dict* keywords_or_null);
using InitSlot = Status (*)(Object* self, Tuple* arguments, Dict* keywords_or_null);
using NewSlot = NewRef (*)(Type* type, Tuple* arguments, Dict* keywords_or_null);
using DeallocSlot = void (*)(Object* self) noexcept;
using TraverseSlot = int (*)(Object* self, Visit visit, void* context);
using ClearSlot = void (*)(Object* self);
/// am_send: hands the value back through `result`.
enum class SendStatus { Error, Return, Next };
using SendSlot = SendStatus (*)(Object* self, Object* value, Object** result);
struct BufferView;
using GetBufferSlot = Status (*)(Object* exporter, BufferView* view, int flags);
using ReleaseBufferSlot = void (*)(Object* exporter, BufferView* view);

/// Everything that a type can do. A `dealloc` drops what the object owns and ends with `free_object`
/// (instance.h), so that it serves subclasses too. Names are those of the dunder methods that fill them.
struct Slots {
    // life
    NewSlot new_ = nullptr;
    InitSlot init = nullptr;
    DeallocSlot dealloc = nullptr;
    DeallocSlot finalize = nullptr;  // tp_finalize (__del__)
    TraverseSlot traverse = nullptr;
    ClearSlot clear = nullptr;

    // every object
    UnarySlot repr = nullptr;
    UnarySlot str = nullptr;
    HashSlot hash = nullptr;
    CompareSlot compare = nullptr;  // tp_richcompare
    GetAttributeSlot get_attribute = nullptr;
    SetAttributeSlot set_attribute = nullptr;
    CallSlot call = nullptr;
    VectorcallSlot vectorcall = nullptr;
    VectorcallSlot construct = nullptr;  // calls the type itself without tuple and dict; not inherited

    // iteration, generators, coroutines
    UnarySlot iter = nullptr;
    UnarySlot next = nullptr;  // null without a pending exception: exhausted
    UnarySlot await = nullptr;
    UnarySlot aiter = nullptr;
    UnarySlot anext = nullptr;
    SendSlot send = nullptr;

    // descriptors
    DescriptorGetSlot descriptor_get = nullptr;
    DescriptorSetSlot descriptor_set = nullptr;

    // numbers
    BinarySlot add = nullptr, subtract = nullptr, multiply = nullptr, remainder = nullptr, divmod = nullptr;
    TernarySlot power = nullptr;
    UnarySlot negative = nullptr, positive = nullptr, absolute = nullptr;
    InquirySlot truth = nullptr;  // __bool__
    UnarySlot invert = nullptr;
    BinarySlot left_shift = nullptr, right_shift = nullptr, bit_and = nullptr, bit_xor = nullptr,
               bit_or = nullptr;
    UnarySlot to_int = nullptr, to_float = nullptr, index = nullptr;  // __int__ __float__ __index__
    BinarySlot floor_divide = nullptr, true_divide = nullptr, matrix_multiply = nullptr;
    BinarySlot inplace_add = nullptr, inplace_subtract = nullptr, inplace_multiply = nullptr,
               inplace_remainder = nullptr;
    TernarySlot inplace_power = nullptr;
    BinarySlot inplace_left_shift = nullptr, inplace_right_shift = nullptr, inplace_bit_and = nullptr,
               inplace_bit_xor = nullptr, inplace_bit_or = nullptr, inplace_floor_divide = nullptr,
               inplace_true_divide = nullptr, inplace_matrix_multiply = nullptr;

    // containers; the sequence slots take an index already made non-negative by the length
    LengthSlot length = nullptr;
    BinarySlot get_item = nullptr;  // mp_subscript
    SetItemSlot set_item = nullptr;
    ContainsSlot contains = nullptr;
    BinarySlot concat = nullptr;
    IndexSlot repeat = nullptr;
    IndexSlot item = nullptr;  // sq_item
    SetIndexSlot set_index_item = nullptr;
    BinarySlot inplace_concat = nullptr;
    IndexSlot inplace_repeat = nullptr;

    // buffer protocol
    GetBufferSlot get_buffer = nullptr;
    ReleaseBufferSlot release_buffer = nullptr;
};

/// A native function or method. `arguments[i]` is the value bound to parameter i of `signature` (null where
/// an optional one was left out and has no printable default; `*args` arrives as a tuple, `**kw` as a dict).
using NativeFunction = NewRef (*)(Object* self, Object* const* arguments);

/// One row of a method table: name, function, signature as in `__text_signature__` ("($self, index, /)";
/// "($type, ...)" makes a class method, "(...)" a static one), doc.
struct NativeDef {
    const char* name;
    NativeFunction function;
    const char* signature;
    const char* doc;
};

/// A computed attribute. PyGetSetDef.
struct GetSetDef {
    const char* name;
    NewRef (*get)(Object* self);
    Status (*set)(Object* self, Object* value_or_null);
    const char* doc;
};

enum class MemberKind {
    Object,
    ObjectOrError,
    Int,
    Size,
    Bool,
    Double
};  // null reads as None / AttributeError

/// A field of the struct shown as an attribute. PyMemberDef.
struct MemberDef {
    const char* name;
    MemberKind kind;
    std::size_t offset;
    bool read_only;
    const char* doc;
};

namespace type_flag {
inline constexpr unsigned base_type = 1u << 0;           // may be subclassed
inline constexpr unsigned collected = 1u << 1;           // instances carry a collector header
inline constexpr unsigned heap = 1u << 2;                // made at run time
inline constexpr unsigned ready = 1u << 3;               // `ready_type` is done
inline constexpr unsigned immutable = 1u << 4;           // attributes cannot be set
inline constexpr unsigned abstract = 1u << 5;            // has abstract methods
inline constexpr unsigned disallow_new = 1u << 6;        // "cannot create 'X' instances"
inline constexpr unsigned sequence_pattern = 1u << 7;    // matched by `case [...]`
inline constexpr unsigned mapping_pattern = 1u << 8;     // matched by `case {...}`
inline constexpr unsigned match_self = 1u << 9;          // `case int(x)` binds the subject
inline constexpr unsigned method_descriptor = 1u << 10;  // LOAD_METHOD may skip the bound method
inline constexpr unsigned managed_head = 1u << 11;       // instances have a ManagedHead (instance.h)
inline constexpr unsigned inline_attributes = 1u << 13;  // and values behind the object
inline constexpr unsigned has_finalizer = 1u << 12;      // a Python __del__
inline constexpr unsigned managed_dict = 1u << 14;       // the ManagedHead's dict is in use
inline constexpr unsigned managed_weakrefs = 1u << 15;   // and its list of weak references
// fast subclass tests
inline constexpr unsigned int_subclass = 1u << 16;
inline constexpr unsigned list_subclass = 1u << 17;
inline constexpr unsigned tuple_subclass = 1u << 18;
inline constexpr unsigned bytes_subclass = 1u << 19;
inline constexpr unsigned str_subclass = 1u << 20;
inline constexpr unsigned dict_subclass = 1u << 21;
inline constexpr unsigned exception_subclass = 1u << 22;
inline constexpr unsigned type_subclass = 1u << 23;
}  // namespace type_flag

/// The constant description of a built-in type, from which its `Type` is made.
struct TypeSpec {
    const char* name;
    std::size_t basic_size;
    std::size_t item_size = 0;
    unsigned flags = 0;
    Type* base = nullptr;  // null: object
    const char* doc = nullptr;
    Slots slots = {};
    std::span<const NativeDef> methods = {};
    std::span<const GetSetDef> getset = {};
    std::span<const MemberDef> members = {};
    std::size_t dict_offset = 0;
    std::size_t weakrefs_offset = 0;
    const char* signature = nullptr;  // `__text_signature__` of the type: "(iterable=(), /)"
};

/// PyTypeObject. Built-in types are globals (`extern Type int_type`), classes live on the heap.
struct Type : VarObject {
    explicit Type(const TypeSpec& spec) noexcept;

    const char* name;  // "int", "collections.OrderedDict": as CPython's tp_name
    std::size_t basic_size;
    std::size_t item_size;
    unsigned flags;
    unsigned version = 0;  // changes whenever an attribute of the type or of a base does; 0: none given yet
    const TypeSpec* spec;  // null for heap types
    Slots slots;
    Type* base = nullptr;
    Tuple* bases = nullptr;
    Tuple* mro = nullptr;
    Dict* dict = nullptr;
    std::size_t dict_offset = 0;      // of a `Dict*` in instances, 0: none there
    std::size_t weakrefs_offset = 0;  // of the head of the weak references list, 0: not weakly referable
    Object* weakrefs = nullptr;       // weak references to the type itself (WeakReference)
    std::vector<Type*>* subclasses = nullptr;  // direct ones, in order of creation; each leaves when it dies
    // heap types only
    Str* heap_name = nullptr;
    Str* qualified_name = nullptr;
    Tuple* slot_names = nullptr;        // __slots__, mangled
    DictKeys* shared_keys = nullptr;    // names of the instances' attributes -> slot
    unsigned char inline_capacity = 0;  // attribute slots that a new instance gets

    bool has(unsigned flag) const noexcept { return (flags & flag) != 0; }
};

/// Whether the type is `ancestor` or has it in its MRO. PyType_IsSubtype.
bool is_subtype(const Type* type, const Type* ancestor) noexcept;

inline bool is_instance_of(const Object* object, const Type& type) noexcept {
    return object->type == &type || is_subtype(object->type, &type);
}

/// Finishes a built-in type: base, MRO, inherited slots, dictionary of wrappers and methods. PyType_Ready.
void ready_type(Type& type);

/// The attribute as found along the MRO, borrowed, or null without an exception. The one look-up of this
/// kind; it goes through the version cache. _PyType_Lookup.
Object* type_lookup(Type* type, Str* name) noexcept;

/// Says that the type's attributes have changed: it and its subclasses lose their versions.
/// PyType_Modified.
void type_modified(Type* type) noexcept;

/// The direct subclasses in order of creation, kept alive while they are looked at. type.__subclasses__.
std::vector<Ref<Type>> live_subclasses(const Type* type);
void add_subclass(Type* base, Type* subclass);
void remove_subclass(Type* base, Type* subclass) noexcept;

/// C3 linearisation of a class over its bases, or what its metaclass's `mro()` gives. Raises TypeError.
/// mro_invoke.
Ref<Tuple> compute_mro(Type* type);

/// `type.__bases__ = value`: checks the layout, recomputes the MROs of the class and its subclasses.
/// type_set_bases.
Status set_bases(Object* self, Object* value_or_null);

/// The base that instances of a class with these bases extend; null with TypeError if their layouts conflict.
/// best_base.
Type* best_base(const Tuple* bases);

/// Whether instances have a `__dict__`, made or not.
inline bool has_dict(const Type* type) noexcept {
    return type->dict_offset || type->has(type_flag::managed_dict);
}

/// Whether CPython's instances vary in size, behind which it puts a dict at their end; of those that vary here,
/// its strings do not.
inline bool has_variable_size(const Type* type) noexcept {
    return type->item_size && !type->has(type_flag::str_subclass);
}

/// The base with the same fields but for dict and weak references: what decides layout conflicts. solid_base.
const Type* solid_base(const Type* type);

/// Whether instances of the two classes look the same in memory. compatible_for_assignment.
bool same_layout(const Type* old_type, const Type* new_type) noexcept;

/// The C3 linearisation alone: `type.mro`.
Ref<Tuple> c3_mro(Type* type);

/// Adds the descriptors `__dict__` and `__weakref__` to a class whose instances have them as of this class.
Status add_instance_descriptors(Type* type, bool dict, bool weakrefs);

/// The most derived among the metaclass and those of the bases; null with TypeError if there is none.
/// _PyType_CalculateMetaclass.
Type* calculate_metaclass(Type* metaclass, const Tuple* bases);

/// `type(name, bases, namespace, **keywords)`. type_new.
NewRef new_class(Type* metaclass, Tuple* arguments, Dict* keywords_or_null);

/// `__new__` of a built-in type as its method: checks the type argument, then runs the `new_` slot.
NewRef type_new_wrapper(Object* self, Object* const* arguments);

/// Gives the type a version if it has none; 0 when they have run out. assign_version_tag.
unsigned type_version(Type* type) noexcept;

extern Type type_type;
extern Type object_type;

/// Whether `object` is exactly of the type.
inline bool is_exactly(const Object* object, const Type& type) noexcept { return object->type == &type; }

/// The part of a type's name after the last dot: what messages show. _PyType_Name.
const char* short_name(const Type* type) noexcept;

}  // namespace minipy
