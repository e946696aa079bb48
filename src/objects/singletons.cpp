// None, Ellipsis and NotImplemented.
//
// CPython: Objects/object.c, Objects/sliceobject.c
#include "objects/singletons.h"

#include <fmt/format.h>

#include <bit>

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

NewRef none_repr(Object*) { return intern("None"); }
NewRef ellipsis_repr(Object*) { return intern("Ellipsis"); }
NewRef not_implemented_repr(Object*) { return intern("NotImplemented"); }
Result<bool> none_truth(Object*) { return false; }

/// A count that reaches zero means that somebody dropped a reference that was not theirs: restore it.
void singleton_dealloc(Object* self) noexcept { self->refcount = 1; }

/// As of any object without a value; said here because the compiler hashes constants before types are ready.
Result<Hash> singleton_hash(Object* self) {
    return static_cast<Hash>(std::rotr(reinterpret_cast<std::uintptr_t>(self), 4));
}

template <Object& singleton>
NewRef singleton_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size || (keywords_or_null && keywords_or_null->used))
        return raise(type_error_type, fmt::format("{} takes no arguments", type->name));
    return new_ref(&singleton);
}

/// Pickled by name.
NewRef ellipsis_reduce(Object*, Object* const*) { return intern("Ellipsis"); }
NewRef not_implemented_reduce(Object*, Object* const*) { return intern("NotImplemented"); }

Result<bool> not_implemented_truth(Object*) {
    TRY(warn(deprecation_warning_type, "NotImplemented should not be used in a boolean context"));
    return true;
}

constexpr NativeDef ellipsis_methods[] = {{"__reduce__", ellipsis_reduce, "-($self, /)", nullptr}};
constexpr NativeDef not_implemented_methods[] = {
    {"__reduce__", not_implemented_reduce, "-($self, /)", nullptr}};

const TypeSpec none_spec = {.name = "NoneType",
                            .basic_size = sizeof(Object),
                            .slots = {.new_ = singleton_new<none>,
                                      .dealloc = singleton_dealloc,
                                      .repr = none_repr,
                                      .hash = singleton_hash,
                                      .truth = none_truth}};
const TypeSpec ellipsis_spec = {.name = "ellipsis",
                                .basic_size = sizeof(Object),
                                .slots = {.new_ = singleton_new<ellipsis>,
                                          .dealloc = singleton_dealloc,
                                          .repr = ellipsis_repr,
                                          .hash = singleton_hash},
                                .methods = ellipsis_methods};
const TypeSpec not_implemented_spec = {.name = "NotImplementedType",
                                       .basic_size = sizeof(Object),
                                       .slots = {.new_ = singleton_new<not_implemented>,
                                                 .dealloc = singleton_dealloc,
                                                 .repr = not_implemented_repr,
                                                 .hash = singleton_hash,
                                                 .truth = not_implemented_truth},
                                       .methods = not_implemented_methods};

}  // namespace

Type none_type(none_spec);
Type ellipsis_type(ellipsis_spec);
Type not_implemented_type(not_implemented_spec);

Object none{1, &none_type};
Object ellipsis{1, &ellipsis_type};
Object not_implemented{1, &not_implemented_type};

}  // namespace minipy
