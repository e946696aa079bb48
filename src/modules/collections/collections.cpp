// _count_elements, _tuplegetter, and the module's table.
//
// CPython: Modules/_collectionsmodule.c
#include "modules/collections/collections.h"

#include "modules/collections/ordered_dict.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// Whether reading and writing the mapping are dict's own and need no call.
bool counts_like_dict(Object* mapping) noexcept {
    const auto is_inherited = [&](Str* method) {
        return type_lookup(mapping->type, method) == type_lookup(&dict_type, method);
    };
    return is_dict(mapping) && is_inherited(name<"get">) && is_inherited(name<"__setitem__">);
}

Status count_in_dict(Dict* dict, Object* key) {
    Object* old = TRY(dict_get(dict, key));
    if (!old) return dict_set(dict, key, &shared_int(1));
    if (is_exactly(old, int_type) && as_int(old)->is_small() && as_int(old)->small < INT32_MAX) {
        Ref<Int> count = new_int(as_int(old)->small + 1);
        return dict_set(dict, key, count.get());
    }
    Ref<Object> keep = share(old);
    Ref<Object> count = TRY(binary_operation(BinaryOp::Add, old, &shared_int(1)));
    return dict_set(dict, key, count.get());
}

NewRef collections_count_elements(Object*, Object* const* arguments) {
    Object* mapping = arguments[0];
    Ref<Object> iterator = TRY(iterate(arguments[1]));
    const bool plain = counts_like_dict(mapping);
    Ref<Object> getter;
    if (!plain) getter = TRY(get_attribute(mapping, name<"get">));
    while (Ref<Object> key = next(iterator.get())) {
        if (plain) {
            TRY(count_in_dict(static_cast<Dict*>(mapping), key.get()));
            continue;
        }
        Ref<Object> old = TRY(call(getter.get(), {key.get(), &shared_int(0)}));
        Ref<Object> count = TRY(binary_operation(BinaryOp::Add, old.get(), &shared_int(1)));
        TRY(set_item(mapping, key.get(), count.get()));
    }
    if (pending_exception()) return failed;
    return new_none();
}

// --- _tuplegetter: the descriptor of a namedtuple's field

struct TupleGetter : Object {
    Size index;
    Object* doc;
};

using TupleGetterLife = OwnedFields<TupleGetter, &TupleGetter::doc>;

TupleGetter* as_getter(Object* self) noexcept { return static_cast<TupleGetter*>(self); }

NewRef tuplegetter_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords("_tuplegetter", keywords_or_null));
    TRY(check_count("_tuplegetter", arguments->size, 2, 2));
    const Size index = TRY(argument_size((*arguments)[0]));
    auto* made = static_cast<TupleGetter*>(allocate_instance(type));
    made->index = index;
    made->doc = share((*arguments)[1]).release();
    return NewRef(made);
}

NewRef tuplegetter_get(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null || is_none(instance_or_null)) return new_ref(self);
    const Size index = as_getter(self)->index;
    if (!is_tuple(instance_or_null))
        return raise(type_error_type,
                     fmt::format("descriptor for index '{}' for tuple subclasses doesn't apply "
                                 "to '{}' object",
                                 index, instance_or_null->type->name));
    auto* tuple = static_cast<Tuple*>(instance_or_null);
    if (index < 0 || index >= tuple->size) return raise(index_error_type, "tuple index out of range");
    return new_ref((*tuple)[index]);
}

Status tuplegetter_set(Object*, Object*, Object* value_or_null) {
    return raise(attribute_error_type, value_or_null ? "can't set attribute" : "can't delete attribute");
}

NewRef tuplegetter_repr(Object* self) {
    Ref<Str> doc = TRY(repr(as_getter(self)->doc));
    return str_from_utf8(
        fmt::format("{}({}, {})", short_name(self->type), as_getter(self)->index, str_utf8(doc.get())));
}

NewRef tuplegetter_reduce(Object* self, Object* const*) {
    Ref<Int> index = new_int(as_getter(self)->index);
    Ref<Tuple> arguments = pack({index.get(), as_getter(self)->doc});
    return pack({self->type, arguments.get()});
}

constexpr NativeDef tuplegetter_methods[] = {{"__reduce__", tuplegetter_reduce, "-($self)", nullptr}};
constexpr MemberDef tuplegetter_members[] = {
    {"__doc__", MemberKind::Object, offsetof(TupleGetter, doc), false, nullptr},
};

const TypeSpec tuplegetter_spec = {
    .name = "_collections._tuplegetter",
    .basic_size = sizeof(TupleGetter),
    .flags = type_flag::collected,
    .slots = {.new_ = tuplegetter_new,
              .dealloc = TupleGetterLife::dealloc,
              .traverse = TupleGetterLife::traverse,
              .clear = TupleGetterLife::clear,
              .repr = tuplegetter_repr,
              .descriptor_get = tuplegetter_get,
              .descriptor_set = tuplegetter_set},
    .methods = tuplegetter_methods,
    .members = tuplegetter_members,
};

constexpr NativeDef collections_functions[] = {
    {"_count_elements", collections_count_elements, "($module, mapping, iterable, /)",
     "Adds one to the mapping's value for each item of the iterable."},
};

Status collections_fill(Module* module) {
    for (Type* type :
         {&ordered_keys_type, &ordered_values_type, &ordered_items_type, &ordered_dict_iterator_type})
        ready_type(*type);
    for (Type* type : {&deque_type, &defaultdict_type, &ordered_dict_type, &deque_iterator_type,
                       &deque_reverse_iterator_type, &tuplegetter_type})
        TRY(module_add_type(module, *type));
    return done;
}

const ModuleSpec collections_spec = {"_collections", "Containers beyond list and dict.", collections_functions,
                                     collections_fill};

}  // namespace

Type tuplegetter_type(tuplegetter_spec);

Ref<Module> make_collections_module() { return new_native_module(collections_spec); }

}  // namespace minipy
