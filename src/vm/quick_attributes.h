// Attributes by position: LOAD_ATTR, STORE_ATTR and LOAD_METHOD for types that have not changed.
//
// A type's version vouches for everything on its MRO: it is lost whenever an attribute of the type or of a base
// changes, or when an instance gets an attribute that hides one of the class (instance.cpp). So equality with
// the version in the cache says which descriptor the name would find on the type, and whether instances may
// hide it. What the version does not vouch for, the instance itself, is checked: inline values are the truth
// only while no `__dict__` has been made.
// Cache of LOAD_ATTR and STORE_ATTR: counter, version (2 units), position. Of LOAD_METHOD: counter, version
// (2), slot of the shared keys that may hide the method, version of a dict's keys (2), the method (4, borrowed:
// the type's dict owns it as long as the version holds).
//
// CPython: Python/ceval.c (LOAD_ATTR_INSTANCE_VALUE and its relatives)
#pragma once

#include "objects/dict_keys.h"
#include "objects/instance.h"
#include "objects/module.h"
#include "objects/property.h"
#include "vm/name_errors.h"
#include "vm/ops_operators.h"
#include "vm/quick_calls.h"
#include "vm/specialize.h"

namespace minipy {

namespace attribute_cache {
inline constexpr int version = 1, index = 3;
}
namespace method_cache {
inline constexpr int version = 1, slot = 3, keys_version = 4, method = 6;
}
/// In place of a slot: the name is not among the shared keys.
inline constexpr std::uint16_t no_slot = 0xFFFF;

inline bool has_version(const Type* type, const CodeWord* cache) noexcept {
    return type->version == read_cache<std::uint32_t>(cache + attribute_cache::version);
}
inline std::uint16_t cached_index(const CodeWord* cache) noexcept {
    return read_cache<std::uint16_t>(cache + attribute_cache::index);
}

/// The inline value in the slot, or null: unset, beyond this instance's room, or a `__dict__` has been made
/// (which takes the values with it).
inline Object* inline_value(Object* object, unsigned slot) noexcept {
    DictValues* values = inline_values(object);
    return slot < values->capacity ? values->slots()[slot] : nullptr;
}
/// Whether nothing on the instance hides a class's attribute, whose name has that slot in the shared keys.
inline bool hides_nothing(Object* object, unsigned slot) noexcept {
    return !managed_head(object)->dict && (slot == no_slot || !inline_value(object, slot));
}

/// [o] -> [value]
MINIPY_OP Flow replace_owner(CodeWord*& ip, Object** sp, Object* owner, Object* value) {
    incref(value);
    sp[-1] = value;
    decref(owner);
    ip += cache_entries(Opcode::LOAD_ATTR);
    return Flow::Next;
}

OP(LOAD_ATTR_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_load_attribute(ip - 1, sp[-1], code_name(frame, argument));
    return Flow::Again;
}

OP(LOAD_ATTR_INSTANCE_VALUE) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip)) [[unlikely]]
        return miss(ip);
    Object* value = inline_value(owner, cached_index(ip));
    if (!value) [[unlikely]]
        return miss(ip);
    return replace_owner(ip, sp, owner, value);
}

OP(LOAD_ATTR_SLOT) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip)) [[unlikely]]
        return miss(ip);
    Object* value = *reinterpret_cast<Object**>(reinterpret_cast<char*>(owner) + cached_index(ip));
    if (!value) [[unlikely]]
        return miss(ip);
    return replace_owner(ip, sp, owner, value);
}

/// The entry of a dict at the remembered position if it is that of the name, else null.
inline StringEntry* hinted_entry(Dict* dict, unsigned hint, const Str* name) noexcept {
    DictKeys* keys = dict->keys;
    if (keys->kind != KeysKind::Strings || hint >= static_cast<unsigned>(keys->entry_count)) return nullptr;
    StringEntry* entry = keys->string_entries() + hint;
    return entry->key == name && entry->value ? entry : nullptr;
}

OP(LOAD_ATTR_WITH_HINT) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip)) [[unlikely]]
        return miss(ip);
    Dict* dict = managed_head(owner)->dict;
    StringEntry* entry = dict ? hinted_entry(dict, cached_index(ip), code_name(frame, argument)) : nullptr;
    if (!entry) [[unlikely]]
        return miss(ip);
    return replace_owner(ip, sp, owner, entry->value);
}

// The version is that of the module dict's keys.
OP(LOAD_ATTR_MODULE) {
    Object* owner = sp[-1];
    if (!is_exactly(owner, module_type)) [[unlikely]]
        return miss(ip);
    DictKeys* keys = static_cast<Module*>(owner)->dict->keys;
    if (keys->version != read_cache<std::uint32_t>(ip + attribute_cache::version)) [[unlikely]]
        return miss(ip);
    return replace_owner(ip, sp, owner, keys->string_entries()[cached_index(ip)].value);
}

// Class.name: the version is the class's own; the look-up ends in the cache of `type_lookup`.
OP(LOAD_ATTR_CLASS) {
    Object* owner = sp[-1];
    if (owner->type != &type_type || !has_version(static_cast<Type*>(owner), ip)) [[unlikely]]
        return miss(ip);
    return replace_owner(ip, sp, owner, type_lookup(static_cast<Type*>(owner), code_name(frame, argument)));
}

// instance.name where the class has a value that is no descriptor.
OP(LOAD_ATTR_CLASS_VALUE) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip) || !hides_nothing(owner, cached_index(ip))) [[unlikely]]
        return miss(ip);
    return replace_owner(ip, sp, owner, type_lookup(owner->type, code_name(frame, argument)));
}

// A property is a data descriptor: the instance cannot hide it. Its getter may be replaced only by `__init__`,
// so the function is read from the property each time and checked as in a call.
OP(LOAD_ATTR_PROPERTY) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip)) [[unlikely]]
        return miss(ip);
    auto* property = static_cast<Property*>(type_lookup(owner->type, code_name(frame, argument)));
    Object* getter = property->getter;
    if (!getter || !is_function(getter) || !takes_exactly(static_cast<Function*>(getter), 1)) [[unlikely]]
        return miss(ip);
    ip += cache_entries(Opcode::LOAD_ATTR);
    --sp;  // the frame takes the owner over
    incref(getter);
    Frame* callee = push_frame(thread, static_cast<Function*>(getter), 1);
    callee->fast_locals()[0] = owner;
    return enter_frame(ip, sp, frame, thread, callee);
}

OP(STORE_ATTR_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_store_attribute(ip - 1, sp[-1], code_name(frame, argument));
    return Flow::Again;
}

// [value, o] -> []
OP(STORE_ATTR_INSTANCE_VALUE) {
    Object* owner = sp[-1];
    const unsigned slot = cached_index(ip);
    if (!has_version(owner->type, ip) || managed_head(owner)->dict) [[unlikely]]
        return miss(ip);
    DictValues* values = inline_values(owner);
    if (slot >= values->capacity) [[unlikely]]
        return miss(ip);
    sp -= 2;
    Object* old = std::exchange(values->slots()[slot], sp[0]);
    if (old)
        decref(old);
    else
        values->order()[values->order_count++] = static_cast<std::uint8_t>(slot);
    decref(owner);
    ip += cache_entries(Opcode::STORE_ATTR);
    return Flow::Next;
}

// --- an attribute of a local variable: `self.x`
//
// The two instructions in one step, if the second has taken one of the commonest forms and its guard holds;
// else a plain LOAD_FAST. Gain: a dispatch, and the owner need not be owned in between.

OP(LOAD_FAST__LOAD_ATTR) {
    Object* owner = frame->fast_locals()[argument];
    if (!owner) [[unlikely]]
        return raise_unbound_local(frame, static_cast<int>(argument)), Flow::Error;
    CodeWord* cache = ip + 1;
    Object* value = nullptr;
    if (has_version(owner->type, cache)) {
        if (static_cast<Opcode>(ip->opcode) == Opcode::LOAD_ATTR_INSTANCE_VALUE)
            value = inline_value(owner, cached_index(cache));
        else if (static_cast<Opcode>(ip->opcode) == Opcode::LOAD_ATTR_SLOT)
            value = *reinterpret_cast<Object**>(reinterpret_cast<char*>(owner) + cached_index(cache));
    }
    if (!value) [[unlikely]] {
        push_shared(sp, owner);
        return Flow::Next;
    }
    push_shared(sp, value);
    ip = cache + cache_entries(Opcode::LOAD_ATTR);
    return Flow::Next;
}

// [value] -> []
OP(LOAD_FAST__STORE_ATTR) {
    Object* owner = frame->fast_locals()[argument];
    if (!owner) [[unlikely]]
        return raise_unbound_local(frame, static_cast<int>(argument)), Flow::Error;
    CodeWord* cache = ip + 1;
    if (static_cast<Opcode>(ip->opcode) == Opcode::STORE_ATTR_INSTANCE_VALUE &&
        has_version(owner->type, cache) && !managed_head(owner)->dict) {
        DictValues* values = inline_values(owner);
        const unsigned slot = cached_index(cache);
        Object* old = slot < values->capacity ? values->slots()[slot] : nullptr;
        if (old) [[likely]] {  // a first value is rarer, and its order must be noted
            frame->ip = ip;
            values->slots()[slot] = *--sp;
            ip = cache + cache_entries(Opcode::STORE_ATTR);
            decref(old);
            return Flow::Next;
        }
    }
    push_shared(sp, owner);
    return Flow::Next;
}

OP(STORE_ATTR_SLOT) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip)) [[unlikely]]
        return miss(ip);
    auto* place = reinterpret_cast<Object**>(reinterpret_cast<char*>(owner) + cached_index(ip));
    sp -= 2;
    xdecref(std::exchange(*place, sp[0]));
    decref(owner);
    ip += cache_entries(Opcode::STORE_ATTR);
    return Flow::Next;
}

OP(STORE_ATTR_WITH_HINT) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip)) [[unlikely]]
        return miss(ip);
    Dict* dict = managed_head(owner)->dict;
    // A dict that the collector does not look at yet must be told of the value: the general way does that.
    StringEntry* entry =
        dict && is_tracked(dict) ? hinted_entry(dict, cached_index(ip), code_name(frame, argument)) : nullptr;
    if (!entry) [[unlikely]]
        return miss(ip);
    sp -= 2;
    decref(std::exchange(entry->value, sp[0]));
    decref(owner);
    ip += cache_entries(Opcode::STORE_ATTR);
    return Flow::Next;
}

// --- LOAD_METHOD

OP(LOAD_METHOD_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_load_method(ip - 1, sp[-1], code_name(frame, argument));
    return Flow::Again;
}

inline Object* cached_method(const CodeWord* cache) noexcept {
    return read_cache<Object*>(cache + method_cache::method);
}

/// [o] -> [method, o]
MINIPY_OP Flow push_method(CodeWord*& ip, Object**& sp) {
    Object* method = cached_method(ip);
    incref(method);
    sp[0] = sp[-1];
    sp[-1] = method;
    ++sp;
    ip += cache_entries(Opcode::LOAD_METHOD);
    return Flow::Next;
}

/// [o] -> [NULL, callable]
MINIPY_OP Flow push_callable(CodeWord*& ip, Object**& sp, Object* callable) {
    Object* owner = sp[-1];
    incref(callable);
    sp[-1] = nullptr;
    *sp++ = callable;
    decref(owner);
    ip += cache_entries(Opcode::LOAD_METHOD);
    return Flow::Next;
}

OP(LOAD_METHOD_WITH_VALUES) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip) ||
        !hides_nothing(owner, read_cache<std::uint16_t>(ip + method_cache::slot))) [[unlikely]]
        return miss(ip);
    return push_method(ip, sp);
}

OP(LOAD_METHOD_NO_DICT) {
    if (!has_version(sp[-1]->type, ip)) [[unlikely]]
        return miss(ip);
    return push_method(ip, sp);
}

OP(LOAD_METHOD_WITH_DICT) {
    Object* owner = sp[-1];
    if (!has_version(owner->type, ip)) [[unlikely]]
        return miss(ip);
    Dict* dict = *dict_pointer(owner);
    // Without a dict the attributes may lie in line, and hide the method there.
    const bool is_bare =
        dict ? dict->keys->version == read_cache<std::uint32_t>(ip + method_cache::keys_version)
             : !owner->type->has(type_flag::inline_attributes);
    if (!is_bare) [[unlikely]]
        return miss(ip);
    return push_method(ip, sp);
}

OP(LOAD_METHOD_CLASS) {
    Object* owner = sp[-1];
    if (owner->type != &type_type || !has_version(static_cast<Type*>(owner), ip)) [[unlikely]]
        return miss(ip);
    return push_callable(ip, sp, cached_method(ip));
}

OP(LOAD_METHOD_MODULE) {
    Object* owner = sp[-1];
    if (!is_exactly(owner, module_type)) [[unlikely]]
        return miss(ip);
    DictKeys* keys = static_cast<Module*>(owner)->dict->keys;
    if (keys->version != read_cache<std::uint32_t>(ip + method_cache::keys_version)) [[unlikely]]
        return miss(ip);
    const auto index = read_cache<std::uint16_t>(ip + method_cache::slot);
    return push_callable(ip, sp, keys->string_entries()[index].value);
}

}  // namespace minipy
