// itemgetter, attrgetter, methodcaller: callables that remember what to fetch and get the object when called.
//
// Invariant: the attribute names of an attrgetter are split at their dots when it is made, so a call only
// looks up: `paths` holds a str for a plain name and a tuple of str for a dotted one.
//
// CPython: Modules/_operator.c (itemgetterobject, attrgetterobject, methodcallerobject)
#include "modules/operator/operator.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/str_builder.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

struct ItemGetter : Object {
    Tuple* items;
    Size index;  // the only item as a small index for tuples; -1: not that simple
};

struct AttributeGetter : Object {
    Tuple* paths;
};

struct MethodCaller : Object {
    Object* name;
    Tuple* arguments;
    Dict* keywords;  // or null
};

ItemGetter* as_item_getter(Object* self) noexcept { return static_cast<ItemGetter*>(self); }
AttributeGetter* as_attribute_getter(Object* self) noexcept { return static_cast<AttributeGetter*>(self); }
MethodCaller* as_method_caller(Object* self) noexcept { return static_cast<MethodCaller*>(self); }

/// The one object that a getter is called with.
Result<Object*> only_object(const char* getter, Object* const* arguments, Size positional,
                            Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, fmt::format("{}() takes no keyword arguments", getter));
    TRY(check_count(getter, positional, 1, 1));
    return arguments[0];
}

/// `fetch` applied to one item gives its result, applied to several a tuple of theirs.
template <class Fetch>
NewRef fetch_all(Tuple* items, Fetch fetch) {
    if (items->size == 1) return fetch((*items)[0]);
    Ref<Tuple> results = new_tuple_uninitialized(items->size);
    for (Size i = 0; i < items->size; ++i) {
        Ref<Object> result = TRY(fetch((*items)[i]));
        results->items()[i] = result.release();
    }
    return results;
}

/// "module.type(arguments)" with the tuple's own brackets around the items.
Status append_call(StrBuilder& text, Object* self, Tuple* arguments, Dict* keywords_or_null) {
    text.append_utf8(self->type->name);
    text.append_ascii("(");
    bool first = true;
    for (Object* argument : arguments->span()) {
        if (!std::exchange(first, false)) text.append_ascii(", ");
        text.append(TRY(repr(argument)).get());
    }
    Size position = 0;
    Object *key, *value;
    while (keywords_or_null && dict_next(keywords_or_null, position, key, value)) {
        if (!std::exchange(first, false)) text.append_ascii(", ");
        text.append(static_cast<Str*>(key));
        text.append_ascii("=");
        text.append(TRY(repr(value)).get());
    }
    text.append_ascii(")");
    return done;
}

NewRef call_repr(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8(fmt::format("{}(...)", self->type->name));
    StrBuilder text;
    TRY(append_call(text, self, arguments, keywords_or_null));
    return text.finish();
}

// --- itemgetter

Size simple_index(Tuple* items) noexcept {
    if (items->size != 1 || !is_exactly((*items)[0], int_type)) return -1;
    const Int* index = as_int((*items)[0]);
    return index->is_small() ? index->small : -1;
}

NewRef item_getter_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords("itemgetter", keywords_or_null));
    if (arguments->size == 0) TRY(check_count("itemgetter", 0, 1, 1));
    auto* getter = static_cast<ItemGetter*>(allocate_instance(type));
    getter->items = share(arguments).release();
    getter->index = simple_index(arguments);
    return NewRef(getter);
}

NewRef item_getter_call(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Object* object = TRY(only_object("itemgetter", arguments, positional, keyword_names));
    const ItemGetter* getter = as_item_getter(self);
    if (getter->index >= 0 && is_exactly(object, tuple_type) &&
        getter->index < static_cast<Tuple*>(object)->size)
        return new_ref((*static_cast<Tuple*>(object))[getter->index]);
    return fetch_all(getter->items, [&](Object* item) { return get_item(object, item); });
}

NewRef item_getter_repr(Object* self) { return call_repr(self, as_item_getter(self)->items, nullptr); }

NewRef item_getter_reduce(Object* self, Object* const*) {
    return pack({self->type, as_item_getter(self)->items});
}

constexpr NativeDef item_getter_methods[] = {
    {"__reduce__", item_getter_reduce, "-($self)", "The recipe for pickling."},
};

using ItemGetterLife = OwnedFields<ItemGetter, &ItemGetter::items>;

const TypeSpec item_getter_spec = {
    .name = "operator.itemgetter",
    .basic_size = sizeof(ItemGetter),
    .flags = type_flag::collected,
    .doc = "A callable that gives its argument's items.",
    .slots = {.new_ = item_getter_new,
              .dealloc = ItemGetterLife::dealloc,
              .traverse = ItemGetterLife::traverse,
              .clear = ItemGetterLife::clear,
              .repr = item_getter_repr,
              .vectorcall = item_getter_call},
    .methods = item_getter_methods,
};

// --- attrgetter

/// "a.b" as the tuple ("a", "b"), a plain name as itself, all interned.
Ref<Object> split_path(Str* path) {
    Ref<Str> dot = str_from_character('.');
    if (str_find(path, dot.get(), 0, path->size) < 0) {
        Ref<Str> plain = str_exact(path);
        intern(plain);
        return plain;
    }
    Ref<List> parts = new_list();
    for (Size start = 0; start <= path->size;) {
        Size end = str_find(path, dot.get(), start, path->size);
        if (end < 0) end = path->size;
        Ref<Str> part = TRY(str_substring(path, start, end));
        intern(part);
        TRY(list_append(parts.get(), part.get()));
        start = end + 1;
    }
    return list_to_tuple(parts.get());
}

NewRef attribute_getter_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords("attrgetter", keywords_or_null));
    if (arguments->size == 0) TRY(check_count("attrgetter", 0, 1, 1));
    Ref<List> paths = new_list();
    for (Object* argument : arguments->span()) {
        if (!is_str(argument)) return raise(type_error_type, "attribute name must be a string");
        Ref<Object> path = TRY(split_path(static_cast<Str*>(argument)));
        TRY(list_append(paths.get(), path.get()));
    }
    Ref<Tuple> tuple = TRY(list_to_tuple(paths.get()));
    auto* getter = static_cast<AttributeGetter*>(allocate_instance(type));
    getter->paths = tuple.release();
    return NewRef(getter);
}

NewRef follow_path(Object* object, Object* path) {
    if (is_str(path)) return get_attribute(object, static_cast<Str*>(path));
    Ref<Object> current = share(object);
    for (Object* step : static_cast<Tuple*>(path)->span())
        current = TRY(get_attribute(current.get(), static_cast<Str*>(step)));
    return current;
}

NewRef attribute_getter_call(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Object* object = TRY(only_object("attrgetter", arguments, positional, keyword_names));
    return fetch_all(as_attribute_getter(self)->paths, [&](Object* path) { return follow_path(object, path); });
}

/// The names as they were given: dotted again.
Ref<Tuple> attribute_names(Object* self) {
    Tuple* paths = as_attribute_getter(self)->paths;
    Ref<Str> dot = str_from_character('.');
    Ref<List> names = new_list();
    for (Object* path : paths->span()) {
        Ref<Object> whole = share(path);
        if (is_tuple(path)) whole = TRY(str_join(dot.get(), static_cast<Tuple*>(path)->span()));
        TRY(list_append(names.get(), whole.get()));
    }
    return list_to_tuple(names.get());
}

NewRef attribute_getter_repr(Object* self) {
    Ref<Tuple> names = TRY(attribute_names(self));
    return call_repr(self, names.get(), nullptr);
}

NewRef attribute_getter_reduce(Object* self, Object* const*) {
    Ref<Tuple> names = TRY(attribute_names(self));
    return pack({self->type, names.get()});
}

constexpr NativeDef attribute_getter_methods[] = {
    {"__reduce__", attribute_getter_reduce, "-($self)", "The recipe for pickling."},
};

using AttributeGetterLife = OwnedFields<AttributeGetter, &AttributeGetter::paths>;

const TypeSpec attribute_getter_spec = {
    .name = "operator.attrgetter",
    .basic_size = sizeof(AttributeGetter),
    .flags = type_flag::collected,
    .doc = "A callable that gives its argument's attributes.",
    .slots = {.new_ = attribute_getter_new,
              .dealloc = AttributeGetterLife::dealloc,
              .traverse = AttributeGetterLife::traverse,
              .clear = AttributeGetterLife::clear,
              .repr = attribute_getter_repr,
              .vectorcall = attribute_getter_call},
    .methods = attribute_getter_methods,
};

// --- methodcaller

NewRef method_caller_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size < 1)
        return raise(type_error_type, "methodcaller needs at least one argument, the method name");
    if (!is_str((*arguments)[0])) return raise(type_error_type, "method name must be a string");
    Ref<Str> method = share(static_cast<Str*>((*arguments)[0]));
    intern(method);
    Ref<Dict> keywords;
    if (has_keywords(keywords_or_null)) keywords = TRY(dict_copy(keywords_or_null));
    Ref<Tuple> rest = new_tuple(arguments->span().subspan(1));
    auto* caller = static_cast<MethodCaller*>(allocate_instance(type));
    caller->name = method.release();
    caller->arguments = rest.release();
    caller->keywords = keywords.release();
    return NewRef(caller);
}

NewRef method_caller_call(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Object* object = TRY(only_object("methodcaller", arguments, positional, keyword_names));
    const MethodCaller* caller = as_method_caller(self);
    Ref<Object> method = TRY(get_attribute(object, static_cast<Str*>(caller->name)));
    return call_with_dict(method.get(), caller->arguments, caller->keywords);
}

/// The arguments as `methodcaller` got them: name first.
Ref<Tuple> all_arguments(const MethodCaller* caller) {
    Ref<Tuple> all = new_tuple_uninitialized(caller->arguments->size + 1);
    all->items()[0] = share(caller->name).release();
    for (Size i = 0; i < caller->arguments->size; ++i)
        all->items()[i + 1] = share((*caller->arguments)[i]).release();
    return all;
}

NewRef method_caller_repr(Object* self) {
    Ref<Tuple> all = all_arguments(as_method_caller(self));
    return call_repr(self, all.get(), as_method_caller(self)->keywords);
}

/// Keywords cannot travel in the tuple of arguments: a partial object carries them.
NewRef method_caller_reduce(Object* self, Object* const*) {
    const MethodCaller* caller = as_method_caller(self);
    if (!has_keywords(caller->keywords)) {
        Ref<Tuple> all = all_arguments(caller);
        return pack({self->type, all.get()});
    }
    Ref<Object> import = TRY(builtin("__import__"));
    Ref<Str> functools = intern("functools");
    Ref<Object> module = TRY(call(import.get(), {functools.get()}));
    Ref<Object> partial = TRY(get_attribute(module.get(), name<"partial">));
    Ref<Tuple> bound = pack({self->type, caller->name});
    Ref<Object> maker = TRY(call_with_dict(partial.get(), bound.get(), caller->keywords));
    return pack({maker.get(), caller->arguments});
}

constexpr NativeDef method_caller_methods[] = {
    {"__reduce__", method_caller_reduce, "-($self)", "The recipe for pickling."},
};

using MethodCallerLife =
    OwnedFields<MethodCaller, &MethodCaller::name, &MethodCaller::arguments, &MethodCaller::keywords>;

const TypeSpec method_caller_spec = {
    .name = "operator.methodcaller",
    .basic_size = sizeof(MethodCaller),
    .flags = type_flag::collected,
    .doc = "A callable that calls its argument's method.",
    .slots = {.new_ = method_caller_new,
              .dealloc = MethodCallerLife::dealloc,
              .traverse = MethodCallerLife::traverse,
              .clear = MethodCallerLife::clear,
              .repr = method_caller_repr,
              .vectorcall = method_caller_call},
    .methods = method_caller_methods,
};

}  // namespace

Type item_getter_type(item_getter_spec);
Type attribute_getter_type(attribute_getter_spec);
Type method_caller_type(method_caller_spec);

}  // namespace minipy
