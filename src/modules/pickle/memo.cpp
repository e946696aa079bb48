// The memo of a pickler, the hooks of its subclasses, and the proxies through which programs see memos.
//
// The memo is a hash table with open addressing from an object's address to its number: objects count as the
// same only if they are one.
//
// CPython: Modules/_pickle.c (PyMemoTable, PicklerMemoProxy, UnpicklerMemoProxy)
#include "modules/pickle/pickle.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/vm_hooks.h"
#include "vm/function.h"

namespace minipy::pickle {

// --- MemoTable

std::size_t MemoTable::slot_of(const Object* object) const noexcept {
    const std::size_t mask = entries_.size() - 1;
    std::size_t slot = (reinterpret_cast<std::uintptr_t>(object) >> 4) * 0x9E3779B97F4A7C15u >> 20 & mask;
    while (entries_[slot].object && entries_[slot].object != object) slot = (slot + 1) & mask;
    return slot;
}

Size MemoTable::find(const Object* object) const noexcept {
    if (entries_.empty()) return -1;
    const Entry& entry = entries_[slot_of(object)];
    return entry.object ? entry.number : -1;
}

void MemoTable::grow() {
    std::vector<Entry> old(std::max<std::size_t>(32, entries_.size() * 2), Entry{nullptr, 0});
    old.swap(entries_);
    for (const Entry& entry : old)
        if (entry.object) entries_[slot_of(entry.object)] = entry;
}

void MemoTable::add(Object* object, Size number) {
    if (static_cast<std::size_t>(used_) * 3 >= entries_.size() * 2) grow();
    Entry& entry = entries_[slot_of(object)];
    if (!entry.object) {
        incref(object);
        ++used_;
    }
    entry = {object, number};
}

void MemoTable::clear() noexcept {
    std::vector<Entry> old;
    old.swap(entries_);
    used_ = 0;
    for (const Entry& entry : old) xdecref(entry.object);
}

// --- Hook

Status Hook::find(Object* self, Str* attribute) {
    Ref<Object> found;
    TRY(find_attribute(self, attribute, found));
    drop();
    if (!found) return done;
    if (is_exactly(found.get(), method_type) && static_cast<Method*>(found.get())->self == self) {
        bound = true;
        function = share(static_cast<Method*>(found.get())->function).release();
    } else {
        function = found.release();
    }
    return done;
}

NewRef Hook::call(Object* self, Object* argument) const {
    Ref<Object> keep = share(function);
    if (bound) return minipy::call(keep.get(), {self, argument});
    return minipy::call(keep.get(), {argument});
}

NewRef Hook::value(Object* self) const {
    if (bound) return new_method(function, self);
    return new_ref(function);
}

void Hook::set(Object* callable) noexcept {
    bound = false;
    replace_field(function, share(callable));
}

void Hook::drop() noexcept {
    bound = false;
    replace_field(function, Ref<Object>());
}

// --- proxies

namespace {

struct MemoProxy : Object {
    Object* owner;
};

Object* owner_of(Object* self) noexcept { return static_cast<MemoProxy*>(self)->owner; }

using ProxyLife = OwnedFields<MemoProxy, &MemoProxy::owner>;

/// {id: (number, object)}.
Ref<Dict> pickler_memo_dict(Pickler* pickler) {
    Ref<Dict> copy = new_dict();
    // What a collection on the way finalizes may clear the memo.
    for (std::size_t i = 0; i < pickler->memo.entries().size(); ++i) {
        const MemoTable::Entry entry = pickler->memo.entries()[i];
        if (!entry.object) continue;
        Ref<Object> object = share(entry.object);
        Ref<Object> value = pack({new_int(entry.number).get(), object.get()});
        TRY(dict_set(copy.get(), new_int(reinterpret_cast<Size>(object.get())).get(), value.get()));
    }
    return copy;
}

/// {number: object}.
Ref<Dict> unpickler_memo_dict(Unpickler* unpickler) {
    Ref<Dict> copy = new_dict();
    for (std::size_t i = 0; i < unpickler->memo.size(); ++i)
        if (Ref<Object> object = share(unpickler->memo[i]))
            TRY(dict_set(copy.get(), new_int(static_cast<Size>(i)).get(), object.get()));
    return copy;
}

template <bool pickling>
Ref<Dict> memo_dict(Object* proxy) {
    if constexpr (pickling) return pickler_memo_dict(as_pickler(owner_of(proxy)));
    return unpickler_memo_dict(as_unpickler(owner_of(proxy)));
}

template <bool pickling>
NewRef proxy_clear(Object* self, Object* const*) {
    if constexpr (pickling)
        as_pickler(owner_of(self))->memo.clear();
    else
        clear_unpickler_memo(as_unpickler(owner_of(self)));
    return new_none();
}

template <bool pickling>
NewRef proxy_copy(Object* self, Object* const*) {
    return memo_dict<pickling>(self);
}

template <bool pickling>
NewRef proxy_reduce(Object* self, Object* const*) {
    Ref<Dict> contents = TRY(memo_dict<pickling>(self));
    return pack({&dict_type, pack({contents.get()}).get()});
}

template <bool pickling>
constexpr NativeDef proxy_methods[] = {
    {"clear", proxy_clear<pickling>, "($self, /)", "Forgets all objects."},
    {"copy", proxy_copy<pickling>, "($self, /)", "The memo as a dict."},
    {"__reduce__", proxy_reduce<pickling>, "($self, /)", "What pickle needs to make the memo again: a dict."},
};

constexpr TypeSpec proxy_spec(const char* name, std::span<const NativeDef> methods) {
    return {
        .name = name,
        .basic_size = sizeof(MemoProxy),
        .flags = type_flag::base_type | type_flag::collected | type_flag::disallow_new | type_flag::immutable,
        .slots = {.dealloc = ProxyLife::dealloc,
                  .traverse = ProxyLife::traverse,
                  .clear = ProxyLife::clear,
                  .hash = hash_not_implemented,
                  .set_attribute = generic_set_attribute},
        .methods = methods};
}

const TypeSpec pickler_memo_spec = proxy_spec("_pickle.PicklerMemoProxy", proxy_methods<true>);
const TypeSpec unpickler_memo_spec = proxy_spec("_pickle.UnpicklerMemoProxy", proxy_methods<false>);

Ref<Object> new_proxy(Type& type, Object* owner) {
    auto* made = static_cast<MemoProxy*>(allocate_instance(&type));
    made->owner = share(owner).release();
    return Ref<Object>::steal(made);
}

/// A number that a program gives an object.
Result<Size> memo_number(Object* value, const char* message) {
    if (!is_int(value)) return raise(type_error_type, message);
    return argument_size(value);
}

Status set_pickler_memo(Pickler* pickler, Object* value) {
    Ref<Dict> contents;
    if (value->type == &pickler_memo_type)
        contents = TRY(memo_dict<true>(value));
    else if (is_dict(value))
        contents = TRY(dict_copy(static_cast<Dict*>(value)));
    else
        return raise(type_error_type,
                     fmt::format("'memo' attribute must be a PicklerMemoProxy object or dict, not {}",
                                 value->type->name));
    // All of them before the memo that is there goes: it stays if one is bad.
    std::vector<MemoTable::Entry> entries;
    Size position = 0;
    Object *key, *item;
    while (dict_next(contents.get(), position, key, item)) {
        if (!is_tuple(item) || static_cast<Tuple*>(item)->size != 2)
            return raise(type_error_type, "'memo' values must be 2-item tuples");
        Tuple* pair = static_cast<Tuple*>(item);
        entries.push_back({(*pair)[1], TRY(memo_number((*pair)[0], "an integer is required"))});
    }
    pickler->memo.clear();
    for (const MemoTable::Entry& entry : entries) pickler->memo.add(entry.object, entry.number);
    return done;
}

Status set_unpickler_memo(Unpickler* unpickler, Object* value) {
    Ref<Dict> contents;
    if (value->type == &unpickler_memo_type)
        contents = TRY(memo_dict<false>(value));
    else if (is_dict(value))
        contents = TRY(dict_copy(static_cast<Dict*>(value)));
    else
        return raise(type_error_type,
                     fmt::format("'memo' attribute must be an UnpicklerMemoProxy object or dict, not {}",
                                 value->type->name));
    std::vector<MemoTable::Entry> entries;
    Size position = 0;
    Object *key, *item;
    while (dict_next(contents.get(), position, key, item)) {
        const Size number = TRY(memo_number(key, "memo key must be integers"));
        if (number < 0) return raise(value_error_type, "memo key must be positive integers.");
        entries.push_back({item, number});
    }
    clear_unpickler_memo(unpickler);
    for (const MemoTable::Entry& entry : entries) TRY(remember(unpickler, entry.number, entry.object));
    return done;
}

}  // namespace

NewRef get_pickler_memo(Object* self) { return new_proxy(pickler_memo_type, self); }
NewRef get_unpickler_memo(Object* self) { return new_proxy(unpickler_memo_type, self); }

Status set_pickler_memo(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "attribute deletion is not supported");
    return set_pickler_memo(as_pickler(self), value_or_null);
}

Status set_unpickler_memo(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "attribute deletion is not supported");
    return set_unpickler_memo(as_unpickler(self), value_or_null);
}

Type pickler_memo_type(pickler_memo_spec), unpickler_memo_type(unpickler_memo_spec);

}  // namespace minipy::pickle
