// defaultdict: a dict that makes the value of a missing key by calling its factory.
//
// `dict[key]` calls `__missing__` in subclasses of dict; that is all that has to be added.
//
// CPython: Modules/_collectionsmodule.c (defdictobject)
#include "modules/collections/collections.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/singletons.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

struct DefaultDict : Dict {
    Object* factory;  // or null
};

DefaultDict* as_default(Object* self) noexcept { return static_cast<DefaultDict*>(self); }
Object* factory_or_none(Object* self) noexcept {
    return as_default(self)->factory ? as_default(self)->factory : &none;
}

Status defaultdict_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    Ref<Object> factory;
    if (arguments->size) {
        factory = share((*arguments)[0]);
        if (!is_callable(factory.get()) && !is_none(factory.get()))
            return raise(type_error_type, "first argument must be callable or None");
    }
    Ref<Tuple> rest = new_tuple(arguments->span().subspan(arguments->size ? 1 : 0));
    replace_field(as_default(self)->factory, std::move(factory));
    return dict_type.slots.init(self, rest.get(), keywords_or_null);
}

void defaultdict_dealloc(Object* self) noexcept {
    untrack(self);
    replace_field(as_default(self)->factory, Ref<Object>());
    dict_type.slots.dealloc(self);
}

int defaultdict_traverse(Object* self, Visit visit, void* context) {
    if (Object* factory = as_default(self)->factory)
        if (int result = visit(factory, context)) return result;
    return dict_type.slots.traverse(self, visit, context);
}

void defaultdict_clear(Object* self) {
    replace_field(as_default(self)->factory, Ref<Object>());
    dict_type.slots.clear(self);
}

NewRef defaultdict_missing(Object* self, Object* const* arguments) {
    Object* factory = factory_or_none(self);
    if (is_none(factory)) return raise_key_error(arguments[0]);
    Ref<Object> value = TRY(call(factory, {}));
    TRY(set_item(self, arguments[0], value.get()));
    return value;
}

/// The factory may be a bound method of the dict itself.
Ref<Str> factory_repr(Object* self) {
    Object* factory = factory_or_none(self);
    ReprGuard guard(factory);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8("...");
    return repr(factory);
}

NewRef defaultdict_repr(Object* self) {
    Ref<Object> content = TRY(dict_type.slots.repr(self));
    Ref<Str> factory = TRY(factory_repr(self));
    return str_from_utf8(fmt::format("{}({}, {})", short_name(self->type), str_utf8(factory.get()),
                                     str_utf8(static_cast<Str*>(content.get()))));
}

NewRef defaultdict_or(Object* left, Object* right) {
    const bool own_left = is_instance_of(left, defaultdict_type);
    Object *self = own_left ? left : right, *other = own_left ? right : left;
    if (!is_dict(other)) return new_ref(&not_implemented);
    Ref<Object> both = TRY(call(self->type, {factory_or_none(self), left}));
    TRY(dict_update(static_cast<Dict*>(both.get()), right));
    return both;
}

NewRef defaultdict_copy(Object* self, Object* const*) {
    return call(self->type, {factory_or_none(self), self});
}

NewRef defaultdict_reduce(Object* self, Object* const*) {
    Object* factory = factory_or_none(self);
    Ref<Tuple> arguments = is_none(factory) ? new_tuple({}) : pack({factory});
    Ref<Object> items = TRY(call_method(self, name<"items">));
    Ref<Object> iterator = TRY(iterate(items.get()));
    return pack({self->type, arguments.get(), &none, &none, iterator.get()});
}

constexpr NativeDef defaultdict_methods[] = {
    {"__missing__", defaultdict_missing, "-($self, key, /)",
     "__missing__(key) # Makes, stores and returns the value of a key that is not there."},
    {"copy", defaultdict_copy, "-($self)", "A copy with the same values."},
    {"__copy__", defaultdict_copy, "-($self)", "A copy with the same values."},
    {"__reduce__", defaultdict_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr MemberDef defaultdict_members[] = {
    {"default_factory", MemberKind::Object, offsetof(DefaultDict, factory), false,
     "Makes the value of a missing key."},
};

const TypeSpec defaultdict_spec = {
    .name = "collections.defaultdict",
    .basic_size = sizeof(DefaultDict),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &dict_type,
    .doc = "defaultdict(default_factory=None, /, [...]) --> a dict whose missing values the factory makes",
    .slots = {.init = defaultdict_init,
              .dealloc = defaultdict_dealloc,
              .traverse = defaultdict_traverse,
              .clear = defaultdict_clear,
              .repr = defaultdict_repr,
              .get_attribute = generic_get_attribute,
              .bit_or = defaultdict_or},
    .methods = defaultdict_methods,
    .members = defaultdict_members,
};

}  // namespace

Type defaultdict_type(defaultdict_spec);

}  // namespace minipy
