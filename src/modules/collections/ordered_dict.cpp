// OrderedDict: the list of nodes, and the methods.
//
// Hashing and comparing keys may run code that changes the dict. So a node is looked for only after the last
// comparison, by the identity of its key, and the dict's own entry goes before the node does.
//
// CPython: Objects/odictobject.c
#include "modules/collections/ordered_dict.h"

#include <utility>

#include "memory/allocator.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict_keys.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/plain_keys.h"
#include "objects/repr_guard.h"
#include "objects/singletons.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

// --- the list

void link_last(OrderedDict* self, OrderedNode* node) noexcept {
    node->previous = self->last;
    node->next = nullptr;
    (self->last ? self->last->next : self->first) = node;
    self->last = node;
}

void link_first(OrderedDict* self, OrderedNode* node) noexcept {
    node->previous = nullptr;
    node->next = self->first;
    (self->first ? self->first->previous : self->last) = node;
    self->first = node;
}

void unlink(OrderedDict* self, OrderedNode* node) noexcept {
    (node->previous ? node->previous->next : self->first) = node->next;
    (node->next ? node->next->previous : self->last) = node->previous;
}

/// Takes the node off the list and frees it; hands over its key.
Ref<Object> remove_node(OrderedDict* self, OrderedNode* node) noexcept {
    unlink(self, node);
    if (0 <= node->index && node->index < self->capacity && self->nodes[node->index] == node)
        self->nodes[node->index] = nullptr;
    --self->node_count;
    ++self->version;
    Ref<Object> key = Ref<Object>::steal(node->key);
    release(node, sizeof(OrderedNode));
    return key;
}

void release_nodes(OrderedDict* self) noexcept {
    if (self->nodes) release(self->nodes, static_cast<std::size_t>(self->capacity) * sizeof(OrderedNode*));
    self->nodes = nullptr;
    self->capacity = 0;
    self->table = nullptr;
}

void clear_nodes(OrderedDict* self) noexcept {
    OrderedNode* node = std::exchange(self->first, nullptr);
    self->last = nullptr;
    self->node_count = 0;
    ++self->clears;
    release_nodes(self);
    while (node) {
        OrderedNode* next = node->next;
        Ref<Object> key = Ref<Object>::steal(node->key);
        release(node, sizeof(OrderedNode));
        node = next;
    }
}

// --- from entries to nodes

/// Where the dict keeps the very object as a key, or -1. Runs no code.
Size entry_of_object(DictKeys* keys, Object* key, Hash hash) noexcept {
    for (Probe probe(keys, hash);; probe.advance()) {
        const Size index = dict_index(keys, probe.position);
        if (index == index_empty) return -1;
        if (index >= 0 && dict_entry_key(keys, index) == key) return index;
    }
}

/// Makes `nodes` fit the dict's table.
void renew_nodes(OrderedDict* self) {
    release_nodes(self);
    self->capacity = self->keys->usable + self->keys->entry_count;
    const std::size_t bytes = static_cast<std::size_t>(self->capacity) * sizeof(OrderedNode*);
    self->nodes = static_cast<OrderedNode**>(allocate(bytes));
    std::fill_n(self->nodes, self->capacity, nullptr);
    self->table = self->keys;
    for (OrderedNode* node = self->first; node; node = node->next) {
        node->index = entry_of_object(self->keys, node->key, node->hash);
        if (node->index >= 0) self->nodes[node->index] = node;
    }
}

/// Whether the node's place in `nodes` is that of the dict's entry, as it always is unless the table is new.
bool is_in_place(const OrderedDict* self, const OrderedNode* node) noexcept {
    return self->table == self->keys && 0 <= node->index && node->index < self->keys->entry_count &&
           dict_entry_key(self->keys, node->index) == node->key;
}

/// The node of the dict's entry, or null if the key came into the dict behind our back.
OrderedNode* node_of_entry(OrderedDict* self, Size index) {
    if (self->table == self->keys && index < self->capacity)
        if (OrderedNode* node = self->nodes[index]; node && is_in_place(self, node)) return node;
    renew_nodes(self);
    return self->nodes[index];
}

/// The node of a key, or null.
Result<OrderedNode*> find_node(OrderedDict* self, Object* key) {
    const Size index = TRY(dict_find_entry(self, key, TRY(key_hash(key))));
    return index < 0 ? nullptr : node_of_entry(self, index);
}

void add_node(OrderedDict* self, Size index, Hash hash) {
    if (self->table != self->keys || index >= self->capacity) renew_nodes(self);
    auto* node = static_cast<OrderedNode*>(allocate(sizeof(OrderedNode)));
    node->key = share(dict_entry_key(self->keys, index)).release();
    node->hash = hash;
    node->index = index;
    self->nodes[index] = node;
    link_last(self, node);
    ++self->node_count;
    ++self->version;
}

// --- what keeps both in step

Status ordered_store(OrderedDict* self, Object* key, Object* value, Hash hash) {
    const Size used_before = self->used;
    TRY(dict_set_with_hash(self, key, value, hash));
    const Size newest = self->keys->entry_count - 1;
    if (self->used == used_before + 1 && newest >= 0 && dict_entry_key(self->keys, newest) == key) {
        add_node(self, newest, hash);
        return done;
    }
    if (self->node_count == self->used) return done;
    // Somebody has used dict's own methods; the key may be without a node.
    const Size index = TRY(dict_find_entry(self, key, hash));
    if (index >= 0 && !node_of_entry(self, index)) add_node(self, index, hash);
    return done;
}

/// Removes the entry with its node and hands over the value.
Ref<Object> take_entry(OrderedDict* self, Size index, Hash hash) {
    OrderedNode* node = node_of_entry(self, index);
    Ref<Object> key;
    if (node) key = remove_node(self, node);
    return Ref<Object>::steal(dict_remove_entry(self, hash, index));
}

/// Removes the key and hands over its value; empty without an exception if it is missing.
Result<Ref<Object>> take(OrderedDict* self, Object* key) {
    const Hash hash = TRY(key_hash(key));
    const Size index = TRY(dict_find_entry(self, key, hash));
    return index < 0 ? Ref<Object>() : take_entry(self, index, hash);
}

Status ordered_set_item(Object* self, Object* key, Object* value_or_null) {
    if (value_or_null) return ordered_store(as_ordered(self), key, value_or_null, TRY(key_hash(key)));
    Ref<Object> value = TRY(take(as_ordered(self), key));
    return value ? Status(done) : raise_key_error(key);
}

// --- update, in the way of MutableMapping: through the subclass's own __setitem__

Status add_pair(Object* self, Object* pair) {
    Ref<Object> iterator = TRY(iterate(pair)), items[2];
    for (int i = 0; i < 2; ++i) {
        items[i] = next(iterator.get());
        if (items[i]) continue;
        if (pending_exception()) return failed;
        return raise(value_error_type,
                     i ? "need more than 1 value to unpack" : "need more than 0 values to unpack");
    }
    Ref<Object> surplus = next(iterator.get());
    if (surplus) return raise(value_error_type, "too many values to unpack (expected 2)");
    if (pending_exception()) return failed;
    return set_item(self, items[0].get(), items[1].get());
}

Status add_pairs(Object* self, Object* pairs) {
    Ref<Object> iterator = TRY(iterate(pairs));
    while (Ref<Object> pair = next(iterator.get())) TRY(add_pair(self, pair.get()));
    if (pending_exception()) return failed;
    return done;
}

/// What an exact dict holds: as pairs taken beforehand, since storing may change it.
Status add_dict(Object* self, Dict* source) {
    Ref<List> items = new_list();
    Size position = 0;
    Object *key, *value;
    while (dict_next(source, position, key, value)) {
        TRY(list_append(items.get(), key));
        TRY(list_append(items.get(), value));
    }
    for (Size i = 0; i + 1 < items->size; i += 2) TRY(set_item(self, items->items[i], items->items[i + 1]));
    return done;
}

Status update_from_source(Object* self, Object* source) {
    if (is_exactly(source, dict_type)) return add_dict(self, static_cast<Dict*>(source));
    Ref<Object> method;
    TRY(find_attribute(source, name<"keys">, method));
    if (method) {
        Ref<Object> keys = TRY(call(method.get(), {}));
        Ref<Object> iterator = TRY(iterate(keys.get()));
        while (Ref<Object> key = next(iterator.get())) {
            Ref<Object> value = TRY(get_item(source, key.get()));
            TRY(set_item(self, key.get(), value.get()));
        }
        if (pending_exception()) return failed;
        return done;
    }
    TRY(find_attribute(source, name<"items">, method));
    if (!method) return add_pairs(self, source);
    Ref<Object> items = TRY(call(method.get(), {}));
    return add_pairs(self, items.get());
}

Status update(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size > 1)
        return raise(type_error_type,
                     fmt::format("update() takes at most 1 positional argument ({} given)", arguments->size));
    if (arguments->size) TRY(update_from_source(self, (*arguments)[0]));
    return has_keywords(keywords_or_null) ? add_dict(self, keywords_or_null) : Status(done);
}

NewRef ordered_update(Object* self, Object* const* arguments) {
    TRY(update(self, static_cast<Tuple*>(arguments[0]), static_cast<Dict*>(arguments[1])));
    return new_none();
}

// --- methods

Ref<Object> new_ordered_dict() { return call(&ordered_dict_type, {}); }

NewRef ordered_fromkeys(Object* cls, Object* const* arguments) {
    Ref<Object> made = TRY(call(cls, {}));
    Ref<Object> iterator = TRY(iterate(arguments[0]));
    while (Ref<Object> key = next(iterator.get())) TRY(set_item(made.get(), key.get(), arguments[1]));
    if (pending_exception()) return failed;
    return made;
}

NewRef ordered_setdefault(Object* self, Object* const* arguments) {
    Object *key = arguments[0], *fallback = arguments[1];
    if (is_exactly(self, ordered_dict_type)) {
        if (Object* found = TRY(dict_get(as_ordered(self), key))) return new_ref(found);
    } else if (TRY(contains(self, key))) {
        return get_item(self, key);
    }
    TRY(set_item(self, key, fallback));
    return new_ref(fallback);
}

NewRef ordered_pop(Object* self, Object* const* arguments) {
    Ref<Object> value = TRY(take(as_ordered(self), arguments[0]));
    if (value) return value;
    if (arguments[1]) return new_ref(arguments[1]);
    return raise_key_error(arguments[0]);
}

NewRef ordered_popitem(Object* object, Object* const* arguments) {
    OrderedDict* self = as_ordered(object);
    const bool last = TRY(truth(arguments[0]));
    if (!self->first) return raise(key_error_type, "dictionary is empty");
    OrderedNode* node = last ? self->last : self->first;
    Ref<Object> key = share(node->key);
    Ref<Object> value;
    if (is_in_place(self, node))
        value = take_entry(self, node->index, node->hash);
    else
        value = TRY(take(self, key.get()));
    if (!value) return raise_key_error(key.get());
    return pack({key.get(), value.get()});
}

NewRef ordered_move_to_end(Object* object, Object* const* arguments) {
    OrderedDict* self = as_ordered(object);
    const bool last = TRY(truth(arguments[1]));
    if (!self->first) return raise_key_error(arguments[0]);
    if (arguments[0] == (last ? self->last : self->first)->key) return new_none();
    OrderedNode* node = TRY(find_node(self, arguments[0]));
    if (!node) return raise_key_error(arguments[0]);
    if (node == (last ? self->last : self->first)) return new_none();
    unlink(self, node);
    last ? link_last(self, node) : link_first(self, node);
    ++self->version;
    return new_none();
}

NewRef ordered_clear_method(Object* self, Object* const*) {
    dict_clear(as_ordered(self));
    clear_nodes(as_ordered(self));
    return new_none();
}

NewRef ordered_copy(Object* object, Object* const*) {
    OrderedDict* self = as_ordered(object);
    const bool exact = is_exactly(object, ordered_dict_type);
    Ref<Object> copy = exact ? new_ordered_dict() : Ref<Object>(call(object->type, {}));
    if (!copy) return failed;
    const std::size_t changes = changes_of(self);
    for (OrderedNode* node = self->first; node; node = node->next) {
        Ref<Object> key = share(node->key);
        Ref<Object> value = exact ? node_value(self, node) : Ref<Object>(get_item(object, key.get()));
        if (!value) return failed;
        TRY(set_item(copy.get(), key.get(), value.get()));
        if (changes_of(self) != changes) return raise_mutated();
    }
    return copy;
}

NewRef ordered_reduce(Object* self, Object* const*) {
    Ref<Object> state = TRY(call_method(self, name<"__getstate__">));
    Ref<Object> items = TRY(call_method(self, name<"items">));
    Ref<Object> iterator = TRY(iterate(items.get()));
    Ref<Tuple> nothing = new_tuple({});
    return pack({self->type, nothing.get(), state.get(), &none, iterator.get()});
}

NewRef ordered_sizeof(Object* object, Object* const*) {
    OrderedDict* self = as_ordered(object);
    return new_int(static_cast<Size>(object->type->basic_size) + dict_table_bytes(self) +
                   self->capacity * static_cast<Size>(sizeof(OrderedNode*)) +
                   self->node_count * static_cast<Size>(sizeof(OrderedNode)));
}

template <DictPart part>
NewRef ordered_view(Object* self, Object* const*) {
    return new_ordered_view(self, part);
}

// --- slots

Status ordered_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size > 1)
        return raise(type_error_type, fmt::format("expected at most 1 arguments, got {}", arguments->size));
    return update(self, arguments, keywords_or_null);
}

void ordered_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    replace_field(as_ordered(self)->attributes, Ref<Dict>());
    clear_nodes(as_ordered(self));
    dict_type.slots.dealloc(self);
}

int ordered_traverse(Object* self, Visit visit, void* context) {
    if (Object* attributes = as_ordered(self)->attributes)
        if (int result = visit(attributes, context)) return result;
    for (OrderedNode* node = as_ordered(self)->first; node; node = node->next)
        if (int result = visit(node->key, context)) return result;
    return dict_type.slots.traverse(self, visit, context);
}

void ordered_clear(Object* self) {
    replace_field(as_ordered(self)->attributes, Ref<Dict>());
    dict_clear(as_ordered(self));
    clear_nodes(as_ordered(self));
}

/// The pairs as a list. Making it runs no code of others as long as the dict is exact.
Ref<Object> pair_list(OrderedDict* self) {
    Ref<List> pairs = new_list();
    for (OrderedNode* node = self->first; node; node = node->next) {
        Ref<Object> value = TRY(node_value(self, node));
        TRY(list_append(pairs.get(), pack({node->key, value.get()}).get()));
    }
    return pairs;
}

NewRef ordered_repr(Object* self) {
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8("...");
    if (as_ordered(self)->used == 0) return str_from_utf8(fmt::format("{}()", short_name(self->type)));
    Ref<Object> pairs;
    if (is_exactly(self, ordered_dict_type)) {
        pairs = TRY(pair_list(as_ordered(self)));
    } else {
        Ref<Object> items = TRY(call_method(self, name<"items">));
        Ref<List> list = new_list();
        TRY(list_extend(list.get(), items.get()));
        pairs = list;
    }
    Ref<Str> shown = TRY(repr(pairs.get()));
    return str_from_utf8(fmt::format("{}({})", short_name(self->type), str_utf8(shown.get())));
}

Result<bool> keys_equal(OrderedDict* left, OrderedDict* right) {
    const std::size_t left_changes = changes_of(left), right_changes = changes_of(right);
    OrderedNode *a = left->first, *b = right->first;
    while (a && b) {
        Ref<Object> key = share(a->key), other = share(b->key);
        if (!TRY(compare_truth(key.get(), other.get(), CompareOp::Eq))) return false;
        if (changes_of(left) != left_changes || changes_of(right) != right_changes) return raise_mutated();
        a = a->next, b = b->next;
    }
    return !a && !b;
}

NewRef ordered_compare(Object* left, Object* right, CompareOp op) {
    const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (!equality || !is_ordered_dict(left) || !is_dict(right)) return new_ref(&not_implemented);
    Ref<Object> same = TRY(dict_type.slots.compare(left, right, CompareOp::Eq));
    bool equal = TRY(truth(same.get()));
    if (equal && is_ordered_dict(right)) equal = TRY(keys_equal(as_ordered(left), as_ordered(right)));
    return new_bool(equal == (op == CompareOp::Eq));
}

NewRef ordered_or(Object* left, Object* right) {
    const bool own_left = is_ordered_dict(left);
    Object *self = own_left ? left : right, *other = own_left ? right : left;
    if (!is_dict(other)) return new_ref(&not_implemented);
    Ref<Object> both = TRY(call(self->type, {left}));
    TRY(update_from_source(both.get(), right));
    return both;
}

NewRef ordered_inplace_or(Object* self, Object* other) {
    TRY(update_from_source(self, other));
    return new_ref(self);
}

constexpr NativeDef ordered_methods[] = {
    {"fromkeys", ordered_fromkeys, "($type, /, iterable, value=None)",
     "A new ordered dictionary with the iterable's items as keys, all with the same value."},
    {"__sizeof__", ordered_sizeof, "-($self, /)", "The size in memory, in bytes."},
    {"__reduce__", ordered_reduce, "-($self, /)", "What pickle needs to make the object again."},
    {"setdefault", ordered_setdefault, "($self, /, key, default=None)",
     "The value of the key, which gets the default first if it is missing."},
    {"pop", ordered_pop, "($self, /, key, default=<unrepresentable>)",
     "Removes the key and returns its value.\n\nA missing key gives the default, or KeyError without one."},
    {"popitem", ordered_popitem, "($self, /, last=True)",
     "Removes the last pair, or the first one, and returns it."},
    {"keys", ordered_view<DictPart::Keys>, "-($self, /)", nullptr},
    {"values", ordered_view<DictPart::Values>, "-($self, /)", nullptr},
    {"items", ordered_view<DictPart::Items>, "-($self, /)", nullptr},
    {"update", ordered_update, "-($self, *args, **kwargs)",
     "Takes over the entries of a mapping or an iterable of pairs, and of the keywords."},
    {"clear", ordered_clear_method, "-($self, /)", "Removes all entries."},
    {"copy", ordered_copy, "-($self, /)", "A shallow copy."},
    {"__reversed__", ordered_dict_reversed, "-($self, /)", "An iterator from the last key to the first."},
    {"move_to_end", ordered_move_to_end, "($self, /, key, last=True)",
     "Moves a key to the end, or to the beginning.\n\nRaises KeyError if it is missing."},
};

constexpr GetSetDef ordered_getset[] = {
    {"__dict__", get_dict_attribute, set_dict_attribute, nullptr},
};

const TypeSpec ordered_spec = {
    .name = "collections.OrderedDict",
    .basic_size = sizeof(OrderedDict),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &dict_type,
    .doc = "A dictionary that remembers the order in which its keys came",
    .slots = {.init = ordered_init,
              .dealloc = ordered_dealloc,
              .traverse = ordered_traverse,
              .clear = ordered_clear,
              .repr = ordered_repr,
              .compare = ordered_compare,
              .iter = ordered_dict_iter,
              .bit_or = ordered_or,
              .inplace_bit_or = ordered_inplace_or,
              .set_item = ordered_set_item},
    .methods = ordered_methods,
    .getset = ordered_getset,
    .dict_offset = offsetof(OrderedDict, attributes),
    .weakrefs_offset = offsetof(OrderedDict, weak_references),
};

}  // namespace

Type ordered_dict_type(ordered_spec);

Ref<Object> node_value(OrderedDict* self, OrderedNode* node) {
    // The hash of a key whose class was made by Python code may have become another one; then the key is lost.
    const bool steady = !node->key->type->has(type_flag::heap);
    if (steady && is_in_place(self, node)) return share(dict_entry_value(self->keys, node->index));
    Ref<Object> key = share(node->key);
    Object* value = TRY(dict_get(self, key.get()));
    if (!value) return raise_key_error(key.get());
    return share(value);
}

Failure raise_mutated() { return raise(runtime_error_type, "OrderedDict mutated during iteration"); }

}  // namespace minipy
