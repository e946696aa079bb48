// The module `itertools`: iterators made from iterators.
//
// All are lazy: a `next` slot takes from its sources what the next item needs and no more. Invariant: an
// iterator that has come to its end stays there (its source is dropped or its state says so).
//
// CPython: Modules/itertoolsmodule.c
#pragma once

#include "objects/module.h"

namespace minipy {

// By file: predicates.cpp, streams.cpp, slices.cpp, combinatorics.cpp, groupby.cpp, tee.cpp.
extern Type dropwhile_type, takewhile_type, filterfalse_type, starmap_type, compress_type;
extern Type count_type, repeat_type, cycle_type, accumulate_type;
extern Type chain_type, islice_type, pairwise_type, zip_longest_type;
extern Type product_type, permutations_type, combinations_type, combinations_with_replacement_type;
extern Type groupby_type, grouper_type;
extern Type tee_type, tee_data_type;

NewRef itertools_tee(Object* module, Object* const* arguments);

/// What `__iter__` of an iterator gives: itself. PyObject_SelfIter.
inline NewRef iter_self(Object* self) { return new_ref(self); }

Ref<Module> make_itertools_module();

}  // namespace minipy
