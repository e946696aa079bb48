// Types: look-up along the MRO with its cache, versions, and built-in types made from their descriptions.
//
// The cache is one table for all types, indexed by the type's version and the name. Invariant: an entry is
// right as long as its version is the version of a type, since every change of a type or of its bases takes
// the version away (`type_modified`) and versions are never given twice.
//
// CPython: Objects/typeobject.c
#include "objects/type.h"

#include <cstring>

#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/tuple.h"
#include "objects/type_origin.h"

namespace minipy {
namespace {

constexpr unsigned cache_bits = 12;

struct CacheEntry {
    unsigned version;
    Str* name;      // owned
    Object* value;  // borrowed; null: not found
};
CacheEntry cache[1u << cache_bits];
unsigned next_version = 1;

CacheEntry& cache_entry(unsigned version, const Str* name) noexcept {
    const auto key = version ^ static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(name) >> 4);
    return cache[key & ((1u << cache_bits) - 1)];
}

Object* find_in_mro(const Type* type, Str* name) noexcept {
    const Hash hash = str_hash(name);
    (void)hash;
    if (!type->mro) return nullptr;
    for (Object* base : type->mro->span())
        if (Object* value = dict_get(static_cast<Type*>(base)->dict, name)) return value;
    return nullptr;
}

/// The chain base, base of base, ... as an MRO: built-in types have single inheritance.
Ref<Tuple> linear_mro(Type* type) {
    std::vector<Object*> chain;
    for (Type* step = type; step; step = step->base) chain.push_back(step);
    return new_tuple(chain);
}

/// Copies the slots that the base has and the type leaves empty. `compare` and `hash` go together: a type
/// that compares in its own way does not inherit a hash.
void inherit_slots(Type* type) {
    const Slots base = type->base->slots;
    Slots& own = type->slots;
    const bool own_comparison = own.compare || own.hash;
    const bool own_get = own.get_item || own.item, own_set = own.set_item || own.set_index_item;
    const bool own_call = own.call || own.vectorcall;
    constexpr std::size_t count = sizeof(Slots) / sizeof(void*);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t offset = i * sizeof(void*);
        if (own_comparison && (offset == offsetof(Slots, compare) || offset == offsetof(Slots, hash))) continue;
        if (own_get && (offset == offsetof(Slots, get_item) || offset == offsetof(Slots, item))) continue;
        if (own_set && (offset == offsetof(Slots, set_item) || offset == offsetof(Slots, set_index_item)))
            continue;
        if (offset == offsetof(Slots, construct)) continue;
        if (own_call && (offset == offsetof(Slots, call) || offset == offsetof(Slots, vectorcall))) continue;
        if (!slot_at(own, offset)) slot_at(own, offset) = slot_at(const_cast<Slots&>(base), offset);
    }
    if (own.compare && !own.hash) own.hash = hash_not_implemented;
}

constexpr unsigned inherited_flags =
    type_flag::collected | type_flag::int_subclass | type_flag::list_subclass | type_flag::tuple_subclass |
    type_flag::bytes_subclass | type_flag::str_subclass | type_flag::dict_subclass |
    type_flag::exception_subclass | type_flag::type_subclass | type_flag::sequence_pattern |
    type_flag::mapping_pattern | type_flag::match_self;

void add_table_rows(Type* type) {
    const TypeSpec& spec = *type->spec;
    for (const NativeDef& row : spec.methods) {
        Ref<Object> method = new_method_descriptor(type, row);
        (void)dict_set(type->dict, intern(row.name).get(), method.get());
    }
    for (const GetSetDef& row : spec.getset) {
        Ref<Object> descriptor = new_getset_descriptor(type, row);
        (void)dict_set(type->dict, intern(row.name).get(), descriptor.get());
    }
    for (const MemberDef& row : spec.members) {
        Ref<Str> row_name = intern(row.name);
        Ref<Object> descriptor = new_member_descriptor(type, row, row_name.get());
        (void)dict_set(type->dict, row_name.get(), descriptor.get());
    }
}

void add_doc(Type* type) {
    if (dict_get(type->dict, name<"__doc__">)) return;
    Ref<Object> doc = type->spec->doc ? Ref<Object>(str_from_utf8(type->spec->doc)) : Ref<Object>(new_none());
    (void)dict_set(type->dict, name<"__doc__">, doc.get());
}

/// `__new__` of a type with a `new_` slot of its own: a built-in function bound to the type.
void add_new(Type* type) {
    if (!type->spec->slots.new_) return;
    static constexpr NativeDef definition = {"__new__", type_new_wrapper, "($type, *args, **kwargs)",
                                             "Makes the object that a call of the class gives."};
    static const NativeSignature* const signature = new_signature(definition);
    Ref<Object> function = new_builtin_function(signature, type, nullptr, type);
    (void)dict_set(type->dict, name<"__new__">, function.get());
}

}  // namespace

Type::Type(const TypeSpec& description) noexcept
    : VarObject{{1, &type_type}, 0},
      name(description.name),
      basic_size(description.basic_size),
      item_size(description.item_size),
      flags(description.flags | type_flag::immutable),
      spec(&description),
      slots(description.slots),
      base(description.base),
      dict_offset(description.dict_offset),
      weakrefs_offset(description.weakrefs_offset) {
    if (!base && this != &object_type) base = &object_type;
}

const char* short_name(const Type* type) noexcept {
    if (type->has(type_flag::heap)) return type->name;
    const char* dot = std::strrchr(type->name, '.');
    return dot ? dot + 1 : type->name;
}

bool is_subtype(const Type* type, const Type* ancestor) noexcept {
    if (type->mro) {
        for (Object* base : type->mro->span())
            if (base == ancestor) return true;
        return false;
    }
    for (; type; type = type->base)
        if (type == ancestor) return true;
    return ancestor == &object_type;
}

Object* type_lookup(Type* type, Str* name) noexcept {
    if (!name->interned) return find_in_mro(type, name);
    if (type->version) {
        const CacheEntry& entry = cache_entry(type->version, name);
        if (entry.version == type->version && entry.name == name) return entry.value;
    }
    Object* value = find_in_mro(type, name);
    if (const unsigned version = type_version(type)) {
        CacheEntry& entry = cache_entry(version, name);
        Str* old = std::exchange(entry.name, name);
        incref(name);
        entry.version = version;
        entry.value = value;
        if (old) decref(old);
    }
    return value;
}

unsigned type_version(Type* type) noexcept {
    if (type->version || !type->has(type_flag::ready)) return type->version;
    if (next_version == 0) return 0;
    // A version vouches for the bases too, so they need one that a change would take away.
    if (type->mro)
        for (Object* base : type->mro->span())
            if (base != type && !type_version(static_cast<Type*>(base))) return 0;
    return type->version = next_version++;
}

void add_subclass(Type* base, Type* subclass) {
    if (!base->subclasses) base->subclasses = new std::vector<Type*>;
    base->subclasses->push_back(subclass);
}

void remove_subclass(Type* base, Type* subclass) noexcept {
    if (base->subclasses) std::erase(*base->subclasses, subclass);
}

std::vector<Ref<Type>> live_subclasses(const Type* type) {
    std::vector<Ref<Type>> alive;
    if (type->subclasses)
        for (Type* subclass : *type->subclasses)
            if (is_alive(subclass)) alive.push_back(share(subclass));
    return alive;
}

void type_modified(Type* type) noexcept {
    if (!type->version) return;  // then no subclass has one either
    type->version = 0;
    for (Ref<Type>& subclass : live_subclasses(type)) type_modified(subclass.get());
}

void ready_type(Type& type) {
    if (type.has(type_flag::ready)) return;
    if (type.base) ready_type(*type.base);
    type.dict = new_dict().release();
    if (type.base) {
        type.flags |= type.base->flags & inherited_flags;
        if (!type.dict_offset) type.dict_offset = type.base->dict_offset;
        if (!type.weakrefs_offset) type.weakrefs_offset = type.base->weakrefs_offset;
        Object* bases[] = {type.base};
        type.bases = new_tuple(bases).release();
    } else {
        type.bases = new_tuple({}).release();
    }
    type.mro = linear_mro(&type).release();
    // The wrappers show what the type fills itself; inheriting comes after.
    add_slot_wrappers(&type);
    show_origin(&type);
    add_table_rows(&type);
    add_new(&type);
    // Only types made at run time take over object's `__new__`: the others know themselves how to be made, or
    // are made by natives alone.
    if (!type.spec->slots.new_ && type.base == &object_type && !type_origin(type).for_module)
        type.flags |= type_flag::disallow_new;
    add_doc(&type);
    show_fields(&type);
    if (type.base) inherit_slots(&type);
    if (type.slots.hash == hash_not_implemented && type.spec->slots.compare && !type.spec->slots.hash)
        (void)dict_set(type.dict, minipy::name<"__hash__">, &none);
    type.flags |= type_flag::ready;
    if (type.base) add_subclass(type.base, &type);
}

}  // namespace minipy
