// types.SimpleNamespace: see simple_namespace.h.
//
// CPython: Objects/namespaceobject.c
#include "objects/simple_namespace.h"

#include <fmt/format.h>

#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

SimpleNamespace* as_namespace(Object* object) noexcept { return static_cast<SimpleNamespace*>(object); }

void namespace_clear(Object* self) {
    Ref<Dict> dict = Ref<Dict>::steal(std::exchange(as_namespace(self)->dict, nullptr));
}

void namespace_dealloc(Object* self) noexcept {
    untrack(self);
    namespace_clear(self);
    free_object(self);
}

int namespace_traverse(Object* self, Visit visit, void* context) {
    Dict* dict = as_namespace(self)->dict;
    return dict ? visit(dict, context) : 0;
}

NewRef namespace_new(Type* type, Tuple*, Dict*) {
    Object* self = allocate_instance(type);
    as_namespace(self)->dict = new_dict().release();
    return NewRef(self);
}

Status namespace_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size) return raise(type_error_type, "no positional arguments expected");
    return keywords_or_null ? dict_update(as_namespace(self)->dict, keywords_or_null) : done;
}

NewRef namespace_repr(Object* self) {
    const std::string label =
        is_exactly(self, simple_namespace_type) ? "namespace" : short_name(self->type);
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8(label + "(...)");
    std::string text = label + "(";
    Size position = 0;
    bool first = true;
    Object *key, *value;
    Ref<Dict> attributes = instance_dict(self);
    while (dict_next(attributes.get(), position, key, value)) {
        if (!is_str(key) || static_cast<Str*>(key)->size == 0) continue;
        Ref<Object> keep_key = share(key), keep_value = share(value);
        Ref<Str> shown = TRY(repr(value));
        text += fmt::format("{}{}={}", std::exchange(first, false) ? "" : ", ",
                            str_utf8(static_cast<Str*>(key)), str_utf8(shown.get()));
    }
    return str_from_utf8(text + ")");
}

NewRef namespace_compare(Object* left, Object* right, CompareOp op) {
    if (!is_instance_of(left, simple_namespace_type) || !is_instance_of(right, simple_namespace_type))
        return new_ref(&not_implemented);
    return compare(as_namespace(left)->dict, as_namespace(right)->dict, op);
}

NewRef namespace_reduce(Object* self, Object* const*) {
    Ref<Tuple> arguments = new_tuple({});
    Object* recipe[] = {self->type, arguments.get(), as_namespace(self)->dict};
    return new_tuple(recipe);
}

constexpr NativeDef namespace_methods[] = {
    {"__reduce__", namespace_reduce, "-($self)", "What pickle needs to make the object again."},
};
constexpr MemberDef namespace_members[] = {
    {"__dict__", MemberKind::Object, offsetof(SimpleNamespace, dict), true, nullptr},
};

const TypeSpec namespace_spec = {
    .name = "types.SimpleNamespace",
    .basic_size = sizeof(SimpleNamespace),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "An object that is nothing but its attributes: SimpleNamespace(x=1).x is 1.",
    .slots = {.new_ = namespace_new,
              .init = namespace_init,
              .dealloc = namespace_dealloc,
              .traverse = namespace_traverse,
              .clear = namespace_clear,
              .repr = namespace_repr,
              .hash = hash_not_implemented,
              .compare = namespace_compare,
              .get_attribute = generic_get_attribute,
              .set_attribute = generic_set_attribute},
    .methods = namespace_methods,
    .members = namespace_members,
    .dict_offset = offsetof(SimpleNamespace, dict),
};

}  // namespace

Type simple_namespace_type(namespace_spec);

Ref<Object> new_simple_namespace(Dict* attributes) {
    Object* self = allocate_instance(&simple_namespace_type);
    incref(attributes);
    as_namespace(self)->dict = attributes;
    return Ref<Object>::steal(self);
}

}  // namespace minipy
