// The dispatchers: slot functions that call the special method of a class made by Python code.
//
// CPython: Objects/typeobject.c (slot_nb_add and its relatives)
#pragma once

#include "objects/type.h"

namespace minipy::dispatch {

NewRef unary(Object* self, Str* name);
/// `left <op> right` with the reflected method; `slot` is where the dispatcher of this operator lives.
NewRef binary(Object* left, Object* right, std::size_t slot_offset, void* dispatcher, Str* name,
              Str* reflected);
NewRef inplace(Object* self, Object* other, Str* name);

NewRef power(Object* base, Object* exponent, Object* modulus);
NewRef inplace_power(Object* self, Object* exponent, Object* modulus);
NewRef repr(Object* self);
NewRef str(Object* self);
Result<Hash> hash(Object* self);
NewRef compare(Object* left, Object* right, CompareOp op);
NewRef call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names);
NewRef get_attribute(Object* self, Object* name);
NewRef get_attribute_with_hook(Object* self, Object* name);
Status set_attribute(Object* self, Object* name, Object* value_or_null);
NewRef iter(Object* self);
NewRef next(Object* self);
Result<bool> truth(Object* self);
Result<Size> length(Object* self);
NewRef get_item(Object* self, Object* key);
Status set_item(Object* self, Object* key, Object* value_or_null);
Result<bool> contains(Object* self, Object* item);
NewRef descriptor_get(Object* descriptor, Object* instance_or_null, Object* owner_or_null);
Status descriptor_set(Object* descriptor, Object* instance, Object* value_or_null);
Status init(Object* self, Tuple* arguments, Dict* keywords_or_null);
NewRef new_(Type* type, Tuple* arguments, Dict* keywords_or_null);
/// The same two for arguments that lie in an array.
Status init_with(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names);
NewRef new_with(Type* type, Object* const* arguments, Size positional, Tuple* keyword_names);
void finalize(Object* self) noexcept;

}  // namespace minipy::dispatch

namespace minipy {

/// TypeError "__init__() should return None, not 'int'".
Failure raise_init_result(const Object* result);

}  // namespace minipy
