// The iterators of deque, forwards and backwards.
//
// CPython: Modules/_collectionsmodule.c (dequeiterobject)
#include "modules/collections/collections.h"
#include "modules/support.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

struct DequeIterator : Object {
    Object* deque;
    Size left;     // items still to come
    Size version;  // of the deque when the iterator was made
};

using DequeIteratorLife = OwnedFields<DequeIterator, &DequeIterator::deque>;

DequeIterator* as_iterator(Object* self) noexcept { return static_cast<DequeIterator*>(self); }
Deque* deque_of(Object* self) noexcept { return static_cast<Deque*>(as_iterator(self)->deque); }

Ref<Object> new_iterator(Type& type, Object* deque) {
    auto* made = static_cast<DequeIterator*>(allocate_instance(&type));
    made->deque = share(deque).release();
    made->left = static_cast<Deque*>(deque)->size;
    made->version = static_cast<Deque*>(deque)->version;
    return Ref<Object>::steal(made);
}

template <bool backwards>
NewRef iterator_next(Object* self) {
    DequeIterator* iterator = as_iterator(self);
    Deque* deque = deque_of(self);
    if (iterator->version != deque->version) {
        iterator->left = 0;
        return raise(runtime_error_type, "deque mutated during iteration");
    }
    if (iterator->left == 0) return nullptr;
    const Size left = iterator->left--;
    return new_ref(deque->at(backwards ? left - 1 : deque->size - left));
}

/// `type(deque, consumed=0)`, as pickle calls it.
template <Type& type>
NewRef iterator_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(short_name(&type), keywords_or_null));
    if (arguments->size < 1 || arguments->size > 2)
        return raise(type_error_type, fmt::format("function takes at {} argument{} ({} given)",
                                                  arguments->size ? "most 2" : "least 1",
                                                  arguments->size ? "s" : "", arguments->size));
    Object* deque = (*arguments)[0];
    if (!is_deque(deque)) return raise_bad_argument("argument 1", "collections.deque", deque);
    const Size consumed = arguments->size == 2 ? TRY(argument_size((*arguments)[1])) : 0;
    Ref<Object> iterator = new_iterator(type, deque);
    for (Size i = 0; i < consumed; ++i) {
        Ref<Object> skipped = next(iterator.get());
        if (!skipped) {
            if (pending_exception()) return failed;
            break;
        }
    }
    return iterator;
}

NewRef iterator_length_hint(Object* self, Object* const*) { return new_int(as_iterator(self)->left); }

NewRef iterator_reduce(Object* self, Object* const*) {
    Ref<Int> consumed = new_int(deque_of(self)->size - as_iterator(self)->left);
    Ref<Tuple> arguments = pack({as_iterator(self)->deque, consumed.get()});
    return pack({self->type, arguments.get()});
}

NewRef iterator_iter(Object* self) { return new_ref(self); }

constexpr NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, "-($self)",
     "How many items are left, if known."},
    {"__reduce__", iterator_reduce, "-($self)", "What pickle needs to make the object again."},
};

constexpr TypeSpec iterator_spec(const char* name, NewSlot make, UnarySlot next) {
    return {
        .name = name,
        .basic_size = sizeof(DequeIterator),
        .flags = type_flag::collected,
        .slots = {.new_ = make,
                  .dealloc = DequeIteratorLife::dealloc,
                  .traverse = DequeIteratorLife::traverse,
                  .clear = DequeIteratorLife::clear,
                  .iter = iterator_iter,
                  .next = next},
        .methods = iterator_methods,
    };
}

const TypeSpec forward_spec =
    iterator_spec("_collections._deque_iterator", iterator_new<deque_iterator_type>, iterator_next<false>);
const TypeSpec reverse_spec = iterator_spec("_collections._deque_reverse_iterator",
                                            iterator_new<deque_reverse_iterator_type>, iterator_next<true>);

}  // namespace

Type deque_iterator_type(forward_spec);
Type deque_reverse_iterator_type(reverse_spec);

NewRef deque_iter(Object* self) { return new_iterator(deque_iterator_type, self); }
NewRef deque_reversed(Object* self, Object* const*) { return new_iterator(deque_reverse_iterator_type, self); }

}  // namespace minipy
