// mappingproxy: forwards everything that reads to the mapping it wraps.
//
// CPython: Objects/descrobject.c (mappingproxy)
#include "objects/mapping_proxy.h"

#include <fmt/format.h>

#include <new>

#include "memory/collector.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

Object* mapping_of(Object* self) noexcept { return static_cast<MappingProxy*>(self)->mapping; }

/// What reading ends at when proxies wrap one another: a loop, since they may do so without end.
Object* innermost_mapping(Object* self) noexcept {
    while (is_exactly(self, mapping_proxy_type)) self = mapping_of(self);
    return self;
}

void proxy_dealloc(Object* self) noexcept {
    untrack(self);
    decref(mapping_of(self));
    free_object(self);
}

int proxy_traverse(Object* self, Visit visit, void* context) { return visit(mapping_of(self), context); }

NewRef proxy_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"mapping"};
    Object* bound[1];
    TRY(bind_arguments("mappingproxy", names, arguments, keywords_or_null, bound, 1));
    Object* mapping = bound[0];
    const bool is_mapping = mapping->type->slots.get_item && !is_tuple(mapping) && !is_list(mapping);
    if (!is_mapping)
        return raise(type_error_type,
                     fmt::format("mappingproxy() argument must be a mapping, not {}", mapping->type->name));
    return new_mapping_proxy(mapping);
}

NewRef proxy_repr(Object* self) {
    Ref<Str> inner = TRY(repr(mapping_of(self)));
    return str_from_utf8(fmt::format("mappingproxy({})", str_utf8(inner.get())));
}

NewRef proxy_str(Object* self) { return to_str(innermost_mapping(self)); }
NewRef proxy_iter(Object* self) { return iterate(innermost_mapping(self)); }
NewRef proxy_get_item(Object* self, Object* key) { return get_item(innermost_mapping(self), key); }
Result<Size> proxy_length(Object* self) { return length(innermost_mapping(self)); }
Result<bool> proxy_contains(Object* self, Object* key) { return contains(innermost_mapping(self), key); }

NewRef proxy_compare(Object* left, Object* right, CompareOp op) {
    return compare(innermost_mapping(left),
                   is_exactly(right, mapping_proxy_type) ? innermost_mapping(right) : right, op);
}

NewRef unwrapped_or(Object* left, Object* right) {
    Object* a = is_exactly(left, mapping_proxy_type) ? innermost_mapping(left) : left;
    Object* b = is_exactly(right, mapping_proxy_type) ? innermost_mapping(right) : right;
    return binary_operation(BinaryOp::Or, a, b);
}

NewRef refuse_inplace_or(Object* left, Object* right) {
    return raise(type_error_type,
                 fmt::format("'|=' is not supported by {}; use '|' instead",
                             is_exactly(left, mapping_proxy_type) ? left->type->name : right->type->name));
}

NewRef proxy_get(Object* self, Object* const* arguments) {
    return call_method(innermost_mapping(self), name<"get">, {arguments[0], arguments[1]});
}
NewRef proxy_keys(Object* self, Object* const*) { return call_method(innermost_mapping(self), name<"keys">); }
NewRef proxy_values(Object* self, Object* const*) {
    return call_method(innermost_mapping(self), name<"values">);
}
NewRef proxy_items(Object* self, Object* const*) { return call_method(innermost_mapping(self), name<"items">); }
NewRef proxy_copy(Object* self, Object* const*) { return call_method(innermost_mapping(self), name<"copy">); }
NewRef proxy_reversed(Object* self, Object* const*) {
    return call_method(innermost_mapping(self), name<"__reversed__">);
}

constexpr NativeDef proxy_methods[] = {
    {"get", proxy_get, "-($self, key, default=None, /)", "The value for the key, else the default."},
    {"keys", proxy_keys, "-($self)", "The keys of the mapping."},
    {"values", proxy_values, "-($self)", "The values of the mapping."},
    {"items", proxy_items, "-($self)", "The pairs of key and value of the mapping."},
    {"copy", proxy_copy, "-($self)", "A shallow copy of the mapping."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
    {"__reversed__", proxy_reversed, "-($self)", "The keys from the last to the first."},
};

const TypeSpec proxy_spec = {
    .name = "mappingproxy",
    .basic_size = sizeof(MappingProxy),
    .flags = type_flag::collected | type_flag::mapping_pattern,
    .doc = "A read-only view of a mapping.",
    .slots = {.new_ = proxy_new,
              .dealloc = proxy_dealloc,
              .traverse = proxy_traverse,
              .repr = proxy_repr,
              .str = proxy_str,
              .compare = proxy_compare,
              .iter = proxy_iter,
              .bit_or = unwrapped_or,
              .inplace_bit_or = refuse_inplace_or,
              .length = proxy_length,
              .get_item = proxy_get_item,
              .contains = proxy_contains},
    .methods = proxy_methods,
};

}  // namespace

Type mapping_proxy_type(proxy_spec);

Ref<Object> new_mapping_proxy(Object* mapping) {
    auto* proxy =
        new (allocate_collected(sizeof(MappingProxy))) MappingProxy{{1, &mapping_proxy_type}, mapping};
    incref(mapping);
    track(proxy);
    return Ref<Object>::steal(proxy);
}

}  // namespace minipy
