// What the files of tuple share, and the iterator laid open for the specialised FOR_ITER.
//
// CPython: Objects/tupleobject.c
#pragma once

#include "objects/slice.h"
#include "objects/tuple.h"

namespace minipy {

inline Tuple* as_tuple(Object* object) noexcept { return static_cast<Tuple*>(object); }

struct TupleIterator : Object {
    Tuple* tuple;  // null once exhausted
    Size index;    // of the item to give next
};

extern Type tuple_iterator_type;

NewRef tuple_iter(Object* self);

// tuple.cpp

/// A tuple that takes over the references to the items.
Ref<Tuple> tuple_of_owned(std::span<Object* const> items);
/// Some items in a row; the tuple itself if these are all.
Ref<Tuple> tuple_cut(Tuple* tuple, Stretch part);

// What struct sequences take over
void tuple_dealloc(Object* self) noexcept;
int tuple_traverse(Object* self, Visit visit, void* context);

// tuple_methods.cpp
extern const std::span<const NativeDef> tuple_methods;
NewRef tuple_new(Type* type, Tuple* arguments, Dict* keywords_or_null);
NewRef tuple_construct(Object* type, Object* const* arguments, Size positional, Tuple* keyword_names);
NewRef tuple_get_item(Object* self, Object* key);

}  // namespace minipy
