// The pickling of iterators: `iter` or `reversed` over the sequence and an index for `__setstate__`, or over a
// list of what is left.
//
// CPython: Objects/tupleobject.c (tupleiter_reduce), Objects/dictobject.c (dictiter_reduce)
#include "objects/iterator_support.h"

#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {

NewRef iterator_self(Object* self) { return new_ref(self); }

NewRef reduce_indexed(const char* function, Object* sequence_or_null, Size index, Object* empty) {
    if (!sequence_or_null) {
        Ref<Object> iter = TRY(builtin("iter"));
        Ref<Tuple> arguments = tuple_of(empty);
        return tuple_of(iter.get(), arguments.get());
    }
    // Looking the function up may run code that exhausts the iterator.
    Ref<Object> sequence = share(sequence_or_null);
    Ref<Object> maker = TRY(builtin(function));
    Ref<Tuple> arguments = tuple_of(sequence.get());
    Ref<Int> place = new_int(index);
    return tuple_of(maker.get(), arguments.get(), place.get());
}

NewRef reduce_remaining(Object* copy) {
    Ref<List> left = new_list();
    TRY(list_extend(left.get(), copy));
    Ref<Object> iter = TRY(builtin("iter"));
    Ref<Tuple> arguments = tuple_of(left.get());
    return tuple_of(iter.get(), arguments.get());
}

}  // namespace minipy
