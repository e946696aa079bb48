// Iterators over an OrderedDict, and its views.
//
// An iterator stands on a node. Any change of the list ends the walk with an error before the node is looked
// at, so it cannot have been freed.
//
// CPython: Objects/odictobject.c (odictiter, _PyODictKeys and its relatives)
#include "modules/collections/ordered_dict.h"
#include "modules/support.h"
#include "objects/iterator_support.h"
#include "objects/iterators/shared_tuple.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

struct OrderedIterator : Object {
    OrderedDict* dict;  // null once exhausted
    OrderedNode* node;  // to come next, or null
    std::size_t version, clears;
    Size used;    // entries at the start; -1 after a change was noticed
    Tuple* pair;  // for items: the tuple that may be used again
    DictPart part;
    bool backwards;
};

using IteratorLife = OwnedFields<OrderedIterator, &OrderedIterator::dict, &OrderedIterator::pair>;

OrderedIterator* as_iterator(Object* self) noexcept { return static_cast<OrderedIterator*>(self); }

NewRef new_iterator(Object* dict, DictPart part, bool backwards) {
    auto* made = static_cast<OrderedIterator*>(allocate_instance(&ordered_dict_iterator_type));
    made->dict = share(as_ordered(dict)).release();
    made->node = backwards ? made->dict->last : made->dict->first;
    made->version = made->dict->version;
    made->clears = made->dict->clears;
    made->used = made->dict->used;
    made->part = part;
    made->backwards = backwards;
    if (part == DictPart::Items) made->pair = pack({&none, &none}).release();
    return NewRef(made);
}

NewRef finish(OrderedIterator* self) noexcept {
    replace_field(self->dict, Ref<OrderedDict>());
    return nullptr;
}

/// Whether the dict is as it was. If not, the iterator is at its end; a changed size it reports again and
/// again.
Status check_unchanged(OrderedIterator* self) {
    if (self->dict->version != self->version) {
        (void)finish(self);
        return raise_mutated();
    }
    if (self->dict->used != self->used) {
        self->used = -1;
        return raise(runtime_error_type, "OrderedDict changed size during iteration");
    }
    if (self->dict->clears != self->clears) {
        (void)finish(self);
        return raise_mutated();
    }
    return done;
}

NewRef make_pair(OrderedIterator* self, Ref<Object> key, Ref<Object> value) {
    if (is_unshared(self->pair)) {
        replace_item(self->pair, 0, key.release());
        replace_item(self->pair, 1, value.release());
        track_again(self->pair);
        return new_ref(self->pair);
    }
    Ref<Tuple> fresh = pack({key.get(), value.get()});
    replace_field(self->pair, fresh);
    return fresh;
}

NewRef iterator_next(Object* object) {
    OrderedIterator* self = as_iterator(object);
    if (!self->dict) return nullptr;
    if (!self->node) return finish(self);
    TRY(check_unchanged(self));
    OrderedNode* node = self->node;
    Ref<Object> key = share(node->key);
    Ref<Object> value = node_value(self->dict, node);
    if (!value) {
        (void)finish(self);
        return failed;
    }
    self->node = self->backwards ? node->previous : node->next;
    if (self->part == DictPart::Keys) return key;
    if (self->part == DictPart::Values) return value;
    return make_pair(self, std::move(key), std::move(value));
}

NewRef iterator_reduce(Object* object, Object* const*) {
    OrderedIterator* self = as_iterator(object);
    auto* copy = static_cast<OrderedIterator*>(allocate_instance(self->type));
    Ref<Object> owned = Ref<Object>::steal(copy);
    xincref(copy->dict = self->dict);
    copy->node = self->node;
    copy->version = self->version;
    copy->clears = self->clears;
    copy->used = self->used;
    copy->pair = pack({&none, &none}).release();
    copy->part = self->part;
    copy->backwards = self->backwards;
    return reduce_remaining(copy);
}

constexpr NativeDef iterator_methods[] = {
    {"__reduce__", iterator_reduce, "-($self, /)", "The state for pickling."},
};

const TypeSpec iterator_spec = {
    .name = "odict_iterator",
    .basic_size = sizeof(OrderedIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = IteratorLife::dealloc,
              .traverse = IteratorLife::traverse,
              .clear = IteratorLife::clear,
              .iter = iterator_self,
              .next = iterator_next},
    .methods = iterator_methods,
};

// --- views: dict's, but for the order

template <DictPart part>
NewRef view_iter(Object* self) {
    return new_iterator(dict_of_view(self), part, false);
}

template <DictPart part>
NewRef view_reversed(Object* self, Object* const*) {
    return new_iterator(dict_of_view(self), part, true);
}

template <DictPart part>
constexpr NativeDef view_methods[] = {
    {"__reversed__", view_reversed<part>, "-($self, /)", nullptr},
};

template <DictPart part>
constexpr TypeSpec view_spec(const char* name, Type& base) {
    return {.name = name,
            .basic_size = sizeof(DictView),
            .flags = type_flag::collected | type_flag::disallow_new,
            .base = &base,
            .slots = {.iter = view_iter<part>},
            .methods = view_methods<part>};
}

const TypeSpec keys_spec = view_spec<DictPart::Keys>("odict_keys", dict_keys_type);
const TypeSpec values_spec = view_spec<DictPart::Values>("odict_values", dict_values_type);
const TypeSpec items_spec = view_spec<DictPart::Items>("odict_items", dict_items_type);

}  // namespace

Type ordered_dict_iterator_type(iterator_spec);
Type ordered_keys_type(keys_spec);
Type ordered_values_type(values_spec);
Type ordered_items_type(items_spec);

NewRef ordered_dict_iter(Object* self) { return new_iterator(self, DictPart::Keys, false); }

NewRef ordered_dict_reversed(Object* self, Object* const*) { return new_iterator(self, DictPart::Keys, true); }

NewRef new_ordered_view(Object* self, DictPart part) {
    Type& type = part == DictPart::Keys     ? ordered_keys_type
                 : part == DictPart::Values ? ordered_values_type
                                            : ordered_items_type;
    auto* view = static_cast<DictView*>(allocate_instance(&type));
    view->dict = share(static_cast<Dict*>(self)).release();
    return NewRef(view);
}

}  // namespace minipy
