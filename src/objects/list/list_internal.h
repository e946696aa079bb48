// What the files of list share: slot functions, and the primitives that change the array.
//
// CPython: Objects/listobject.c
#pragma once

#include <vector>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/sequence_compare.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"

namespace minipy {

inline List* as_list(Object* object) noexcept { return static_cast<List*>(object); }

/// A list that takes over the references to the items.
Ref<List> list_of_owned(std::span<Object* const> items);
/// `list[start:start + count]`; fewer items if a finalizer that runs on the way has shortened the list.
Ref<List> list_cut(List* list, Size start, Size count);
/// Room for `needed` items; false if that can never be.
bool list_reserve(List* list, Size needed);
/// Gives a list without items room for just as many as are needed. list_preallocate_exact.
void list_reserve_exactly(List* list, Size needed);
/// Gives memory back when less than half is in use.
void list_shrink(List* list);
void list_clear_items(List* list) noexcept;
/// Replaces items [start, end) by others; old ones are dropped last.
Status list_replace_range(List* list, Size start, Size end, std::span<Object* const> values);

void list_dealloc(Object* self) noexcept;
int list_traverse(Object* self, Visit visit, void* context);
void list_clear_slot(Object* self);
NewRef list_repr(Object* self);
NewRef list_compare(Object* left, Object* right, CompareOp op);
Result<Size> list_length(Object* self);
Result<bool> list_contains(Object* self, Object* item);
NewRef list_item(Object* self, Size index);
Status list_set_index_item(Object* self, Size index, Object* value_or_null);
NewRef list_concat(Object* left, Object* right);
NewRef list_repeat(Object* self, Size count);
NewRef list_inplace_concat(Object* self, Object* other);
NewRef list_inplace_repeat(Object* self, Size count);

NewRef list_get_item(Object* self, Object* key);
Status list_set_item(Object* self, Object* key, Object* value_or_null);
NewRef list_iterator(Object* self);
NewRef list_reversed(Object* self, Object* const* arguments);
NewRef list_sort_method(Object* self, Object* const* arguments);

}  // namespace minipy
