// None, Ellipsis and NotImplemented.
//
// CPython: Objects/object.c, Objects/sliceobject.c
#include "objects/singletons.h"

#include <bit>

#include "objects/str.h"

namespace minipy {
namespace {

NewRef none_repr(Object*) { return intern("None"); }
NewRef ellipsis_repr(Object*) { return intern("Ellipsis"); }
NewRef not_implemented_repr(Object*) { return intern("NotImplemented"); }
Result<bool> none_truth(Object*) { return false; }

/// A count that reaches zero means that somebody dropped a reference that was not theirs: restore it.
void singleton_dealloc(Object* self) noexcept { self->refcount = 1; }

/// By address, as of any object without a value.
Result<Hash> singleton_hash(Object* self) {
    return static_cast<Hash>(std::rotr(reinterpret_cast<std::uintptr_t>(self), 4));
}

const TypeSpec none_spec = {
    .name = "NoneType",
    .basic_size = sizeof(Object),
    .slots = {.dealloc = singleton_dealloc, .repr = none_repr, .hash = singleton_hash, .truth = none_truth}};
const TypeSpec ellipsis_spec = {
    .name = "ellipsis",
    .basic_size = sizeof(Object),
    .slots = {.dealloc = singleton_dealloc, .repr = ellipsis_repr, .hash = singleton_hash}};
const TypeSpec not_implemented_spec = {
    .name = "NotImplementedType",
    .basic_size = sizeof(Object),
    .slots = {.dealloc = singleton_dealloc, .repr = not_implemented_repr, .hash = singleton_hash}};

}  // namespace

Type none_type(none_spec);
Type ellipsis_type(ellipsis_spec);
Type not_implemented_type(not_implemented_spec);

Object none{1, &none_type};
Object ellipsis{1, &ellipsis_type};
Object not_implemented{1, &not_implemented_type};

}  // namespace minipy
