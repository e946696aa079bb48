// How a pickler writes objects: the parts of `save`, by kind of object.
//
// CPython: Modules/_pickle.c (save)
#pragma once

#include "modules/pickle/output.h"

namespace minipy::pickle {

/// Writes any object. `is_persistent_id`: it stands for another, and is not asked for its own id.
Status save(Pickler* pickler, Object* object, bool is_persistent_id = false);

/// Gives the object the next number, and writes that.
Status memoize(Pickler* pickler, Object* object);
/// Writes a reference to an object by its number.
void save_reference(Pickler* pickler, Size number);

void save_int(Pickler* pickler, Object* object);
void save_float(Pickler* pickler, Object* object);
Status save_bytes(Pickler* pickler, Object* object);
Status save_bytearray(Pickler* pickler, Object* object);
Status save_buffer(Pickler* pickler, Object* object);
Status save_str(Pickler* pickler, Object* object);

Status save_tuple(Pickler* pickler, Object* object);
Status save_list(Pickler* pickler, Object* object);
Status save_dict(Pickler* pickler, Object* object);
Status save_set(Pickler* pickler, Object* object);
Status save_frozenset(Pickler* pickler, Object* object);
/// The items of an iterator as appended to the list that has just been written; pairs as items of a dict.
Status save_list_items(Pickler* pickler, Object* iterator);
Status save_dict_items(Pickler* pickler, Object* iterator);

/// A class or function, by its name (or the one given).
Status save_global(Pickler* pickler, Object* object, Object* name_or_null);
Status save_type(Pickler* pickler, Object* object);
/// What `__reduce__` has given; `object` null: nothing is to be memoized.
Status save_reduce(Pickler* pickler, Object* value, Object* object_or_null);
/// `callable(*arguments)`.
Status save_call(Pickler* pickler, Object* callable, std::initializer_list<Object*> arguments,
                 Object* object_or_null);

/// In fast mode there is no memo to find cycles by: counts how deep it goes, and looks at deep ones.
class FastGuard {
  public:
    FastGuard(Pickler* pickler, Object* object);
    ~FastGuard();
    FastGuard(const FastGuard&) = delete;
    FastGuard& operator=(const FastGuard&) = delete;
    /// ValueError if the container is inside itself.
    Status check() const;

  private:
    Pickler* pickler_;
    Object* object_;
    bool counted_ = false;
    bool listed_ = false;
    bool cyclic_ = false;
};

}  // namespace minipy::pickle
