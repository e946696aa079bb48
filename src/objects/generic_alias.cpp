// types.GenericAlias: `list[int]`. Behaves like its origin but remembers the arguments.
//
// Attributes other than a few are looked up on the origin; calling it calls the origin. Type variables say by
// the hooks `__typing_subst__` and `__typing_prepare_subst__` (module `typing`) what may stand in their place.
//
// CPython: Objects/genericaliasobject.c
#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "memory/collector.h"
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
#include "objects/thread_state.h"
#include "objects/tuple.h"
#include "objects/union_type.h"
#include "objects/vm_hooks.h"
#include "objects/weak_reference.h"

namespace minipy {

Status append_type_repr(std::string& text, Object* argument) {
    const auto append_repr = [&]() -> Status {
        Ref<Str> shown = TRY(repr(argument));
        text += str_utf8(shown.get());
        return done;
    };
    if (argument == &ellipsis) {
        text += "...";
        return done;
    }
    Ref<Object> origin, arguments, qualified, module;
    TRY(find_attribute(argument, name<"__origin__">, origin));
    if (origin) TRY(find_attribute(argument, name<"__args__">, arguments));
    if (origin && arguments) return append_repr();
    TRY(find_attribute(argument, name<"__qualname__">, qualified));
    if (qualified) TRY(find_attribute(argument, name<"__module__">, module));
    if (!module || is_none(module.get())) return append_repr();
    Ref<Str> qualified_text = TRY(to_str(qualified.get()));
    if (!is_str(module.get()) || !str_equal(static_cast<Str*>(module.get()), "builtins")) {
        Ref<Str> module_text = TRY(to_str(module.get()));
        text += str_utf8(module_text.get());
        text += '.';
    }
    text += str_utf8(qualified_text.get());
    return done;
}

namespace {

using Items = std::vector<Ref<Object>>;

Ref<Tuple> to_tuple(const Items& items) {
    Ref<Tuple> tuple = new_tuple_uninitialized(static_cast<Size>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) tuple->items()[i] = share(items[i].get()).release();
    return tuple;
}

Size index_of(const Tuple* tuple, const Object* item) noexcept {
    const auto span = tuple->span();
    const auto found = std::find(span.begin(), span.end(), item);
    return found == span.end() ? -1 : found - span.begin();
}

void add_once(Items& items, Object* item) {
    const auto same = [item](const Ref<Object>& present) { return present.get() == item; };
    if (std::none_of(items.begin(), items.end(), same)) items.push_back(share(item));
}

/// What `*tuple[int, str]` among the arguments stands for: the tuple (int, str); empty if it is no such thing.
Status unpacked_arguments(Object* argument, Ref<Object>& unpacked) {
    TRY(find_attribute(argument, name<"__typing_unpacked_tuple_args__">, unpacked));
    if (unpacked && is_none(unpacked.get())) unpacked.reset();
    return done;
}

/// The items of a subscript, with starred tuples of known length spread out.
Ref<Tuple> unpack_items(Object* item) {
    Items items;
    const std::span<Object* const> given =
        is_tuple(item) ? static_cast<Tuple*>(item)->span() : std::span<Object* const>(&item, 1);
    for (Object* argument : given) {
        Ref<Object> unpacked;
        if (!is_instance_of(argument, type_type)) TRY(unpacked_arguments(argument, unpacked));
        if (unpacked && is_tuple(unpacked.get())) {
            const auto parts = static_cast<Tuple*>(unpacked.get())->span();
            if (parts.empty() || parts.back() != &ellipsis) {
                for (Object* part : parts) items.push_back(share(part));
                continue;
            }
        }
        items.push_back(share(argument));
    }
    return to_tuple(items);
}

/// Lets each type variable that wants to (a TypeVarTuple, a ParamSpec) regroup the items first.
Ref<Object> prepare_items(Object* self, Tuple* parameters, Ref<Object> item) {
    for (Object* parameter : parameters->span()) {
        Ref<Object> prepare;
        TRY(find_attribute(parameter, name<"__typing_prepare_subst__">, prepare));
        if (!prepare || is_none(prepare.get())) continue;
        Ref<Object> arguments = item;
        if (!is_tuple(item.get())) {
            Object* only = item.get();
            arguments = new_tuple({&only, 1});
        }
        item = TRY(call(prepare.get(), {self, arguments.get()}));
    }
    return item;
}

/// An argument that is itself an alias with type variables: subscribed with what stands for them.
NewRef substitute_nested(Object* argument, Tuple* parameters, std::span<Object* const> items) {
    Ref<Object> nested;
    TRY(find_attribute(argument, name<"__parameters__">, nested));
    if (!nested || !is_tuple(nested.get()) || static_cast<Tuple*>(nested.get())->size == 0)
        return new_ref(argument);
    Items arguments;
    for (Object* variable : static_cast<Tuple*>(nested.get())->span()) {
        const Size position = index_of(parameters, variable);
        if (position < 0) {
            arguments.push_back(share(variable));
            continue;
        }
        Object* value = items[static_cast<std::size_t>(position)];
        if ((*parameters)[position]->type->slots.iter && is_tuple(value))  // a TypeVarTuple
            for (Object* part : static_cast<Tuple*>(value)->span()) arguments.push_back(share(part));
        else
            arguments.push_back(share(value));
    }
    return get_item(argument, to_tuple(arguments).get());
}

Result<bool> is_unpacked_variable(Object* argument) {
    Ref<Object> mark;
    TRY(find_attribute(argument, name<"__typing_is_unpacked_typevartuple__">, mark));
    return mark ? truth(mark.get()) : Result<bool>(false);
}

Status substitute_argument(Items& result, Object* argument, Tuple* parameters, std::span<Object* const> items) {
    if (is_instance_of(argument, type_type)) {
        result.push_back(share(argument));
        return done;
    }
    const bool unpack = TRY(is_unpacked_variable(argument));
    Ref<Object> hook, value;
    TRY(find_attribute(argument, name<"__typing_subst__">, hook));
    const Size position = hook ? index_of(parameters, argument) : -1;
    if (position >= 0)
        value = TRY(call(hook.get(), {items[static_cast<std::size_t>(position)]}));
    else
        value = TRY(substitute_nested(argument, parameters, items));
    if (!unpack || !is_tuple(value.get())) {
        result.push_back(std::move(value));
        return done;
    }
    for (Object* part : static_cast<Tuple*>(value.get())->span()) result.push_back(share(part));
    return done;
}

}  // namespace

Ref<Tuple> type_parameters(Tuple* arguments) {
    Items parameters;
    for (Object* argument : arguments->span()) {
        // A bare class has `__parameters__` and hooks for its instances, not for itself.
        if (is_instance_of(argument, type_type)) continue;
        Ref<Object> hook, nested;
        TRY(find_attribute(argument, name<"__typing_subst__">, hook));
        if (hook) {
            add_once(parameters, argument);
            continue;
        }
        TRY(find_attribute(argument, name<"__parameters__">, nested));
        if (!nested || !is_tuple(nested.get())) continue;
        for (Object* variable : static_cast<Tuple*>(nested.get())->span()) add_once(parameters, variable);
    }
    return to_tuple(parameters);
}

Ref<Tuple> substitute_parameters(Object* self, Tuple* arguments, Tuple* parameters, Object* item) {
    const Size wanted = parameters->size;
    if (wanted == 0) {
        Ref<Str> shown = TRY(repr(self));
        return raise(type_error_type, fmt::format("{} is not a generic class", str_utf8(shown.get())));
    }
    Ref<Tuple> unpacked = TRY(unpack_items(item));
    Ref<Object> prepared = TRY(prepare_items(self, parameters, std::move(unpacked)));
    Object* only = prepared.get();
    const std::span<Object* const> items =
        is_tuple(only) ? static_cast<Tuple*>(only)->span() : std::span<Object* const>(&only, 1);
    const auto given = static_cast<Size>(items.size());
    if (given != wanted) {
        Ref<Str> shown = TRY(repr(self));
        return raise(type_error_type,
                     fmt::format("Too {} arguments for {}; actual {}, expected {}",
                                 given > wanted ? "many" : "few", str_utf8(shown.get()), given, wanted));
    }
    Items result;
    for (Object* argument : arguments->span()) TRY(substitute_argument(result, argument, parameters, items));
    return to_tuple(result);
}

namespace {

GenericAlias* as_alias(Object* object) noexcept { return static_cast<GenericAlias*>(object); }

void alias_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    xdecref(as_alias(self)->origin);
    xdecref(as_alias(self)->arguments);
    xdecref(as_alias(self)->parameters);
    free_object(self);
}

int alias_traverse(Object* self, Visit visit, void* context) {
    const GenericAlias* alias = as_alias(self);
    for (Object* field :
         {alias->origin, static_cast<Object*>(alias->arguments), static_cast<Object*>(alias->parameters)})
        if (field)
            if (int result = visit(field, context)) return result;
    return 0;
}

Ref<GenericAlias> make(Type* type, Object* origin, Object* arguments, bool starred) {
    Ref<Tuple> all = is_tuple(arguments) ? share(static_cast<Tuple*>(arguments)) : new_tuple({&arguments, 1});
    auto* alias = static_cast<GenericAlias*>(allocate_instance(type));
    incref(origin);
    alias->origin = origin;
    alias->arguments = all.release();
    alias->starred = starred;
    return Ref<GenericAlias>::steal(alias);
}

NewRef alias_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "GenericAlias() takes no keyword arguments");
    if (arguments->size != 2)
        return raise(type_error_type,
                     fmt::format("GenericAlias expected 2 arguments, got {}", arguments->size));
    return make(type, (*arguments)[0], (*arguments)[1], false);
}

Result<Tuple*> parameters_of(Object* self) {
    GenericAlias* alias = as_alias(self);
    if (!alias->parameters) {
        Ref<Tuple> parameters = TRY(type_parameters(alias->arguments));
        Ref<Tuple> old = Ref<Tuple>::steal(std::exchange(alias->parameters, parameters.release()));
    }
    return alias->parameters;
}

NewRef alias_repr(Object* self) {
    const GenericAlias* alias = as_alias(self);
    RecursionGuard guard(" while getting the repr of an object");
    if (!guard.entered()) return failed;
    std::string text = alias->starred ? "*" : "";
    TRY(append_type_repr(text, alias->origin));
    text += '[';
    for (Size i = 0; i < alias->arguments->size; ++i) {
        if (i) text += ", ";
        TRY(append_type_repr(text, (*alias->arguments)[i]));
    }
    text += alias->arguments->size ? "]" : "()]";
    return str_from_utf8(text);
}

NewRef alias_get_item(Object* self, Object* item) {
    GenericAlias* alias = as_alias(self);
    Tuple* parameters = TRY(parameters_of(self));
    Ref<Tuple> arguments = TRY(substitute_parameters(self, alias->arguments, parameters, item));
    return make(&generic_alias_type, alias->origin, arguments.get(), alias->starred);
}

Result<Hash> alias_hash(Object* self) {
    const Hash origin = TRY(hash(as_alias(self)->origin));
    return origin ^ TRY(hash(as_alias(self)->arguments));
}

NewRef alias_call(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Ref<Object> made = TRY(call(as_alias(self)->origin, arguments, positional, keyword_names));
    if (set_attribute(made.get(), name<"__orig_class__">, self)) return made;
    if (!pending_matches(attribute_error_type) && !pending_matches(type_error_type)) return failed;
    clear_exception();
    return made;
}

constexpr const char* own_attributes[] = {
    "__class__",       "__origin__",     "__args__",
    "__unpacked__",    "__parameters__", "__typing_unpacked_tuple_args__",
    "__mro_entries__", "__reduce_ex__",  "__reduce__",
    "__copy__",        "__deepcopy__",
};

NewRef alias_get_attribute(Object* self, Object* attribute) {
    if (!is_str(attribute)) return generic_get_attribute(self, attribute);
    for (const char* own : own_attributes)
        if (str_equal(static_cast<Str*>(attribute), own)) return generic_get_attribute(self, attribute);
    if (stack_is_low()) return raise_recursion_error(" while getting an attribute");
    return get_attribute(as_alias(self)->origin, static_cast<Str*>(attribute));
}

Result<bool> alias_equal(const GenericAlias* left, const GenericAlias* right) {
    if (left->starred != right->starred) return false;
    if (!TRY(compare_truth(left->origin, right->origin, CompareOp::Eq))) return false;
    return compare_truth(left->arguments, right->arguments, CompareOp::Eq);
}

NewRef alias_compare(Object* left, Object* right, CompareOp op) {
    if (!is_generic_alias(right) || (op != CompareOp::Eq && op != CompareOp::Ne))
        return new_ref(&not_implemented);
    return new_bool(TRY(alias_equal(as_alias(left), as_alias(right))) == (op == CompareOp::Eq));
}

NewRef alias_mro_entries(Object* self, Object* const*) { return new_tuple({&as_alias(self)->origin, 1}); }

NewRef alias_instancecheck(Object*, Object* const*) {
    return raise(type_error_type, "isinstance() argument 2 cannot be a parameterized generic");
}
NewRef alias_subclasscheck(Object*, Object* const*) {
    return raise(type_error_type, "issubclass() argument 2 cannot be a parameterized generic");
}

Ref<Object> pair(Object* first, std::initializer_list<Object*> arguments) {
    Ref<Tuple> inner = new_tuple({arguments.begin(), arguments.size()});
    Object* both[] = {first, inner.get()};
    return new_tuple(both);
}

/// A starred alias is pickled as `next(iter(alias))`.
NewRef alias_reduce(Object* self, Object* const*) {
    GenericAlias* alias = as_alias(self);
    if (!alias->starred) return pair(self->type, {alias->origin, alias->arguments});
    Ref<Object> plain = make(&generic_alias_type, alias->origin, alias->arguments, false);
    Ref<Object> iterator = TRY(iterate(plain.get()));
    Ref<Object> next_function = TRY(builtin("next"));
    return pair(next_function.get(), {iterator.get()});
}

NewRef alias_dir(Object* self, Object* const*) {
    Ref<Object> dir = TRY(builtin("dir"));
    Ref<Object> names = TRY(call(dir.get(), {as_alias(self)->origin}));
    if (!is_list(names.get())) return names;
    for (const char* own : own_attributes) {
        Ref<Str> text = intern(own);
        if (!TRY(contains(names.get(), text.get())))
            TRY(list_append(static_cast<List*>(names.get()), text.get()));
    }
    return names;
}

NewRef get_parameters(Object* self) { return new_ref(TRY(parameters_of(self))); }

NewRef get_unpacked_arguments(Object* self) {
    const GenericAlias* alias = as_alias(self);
    if (alias->starred && alias->origin == &tuple_type) return new_ref(alias->arguments);
    return new_none();
}

// --- `*tuple[int]` iterates: once, over the starred alias

struct AliasIterator : Object {
    Object* alias;  // null when exhausted
};

NewRef alias_iter(Object* self) {
    auto* iterator =
        new (allocate_collected(sizeof(AliasIterator))) AliasIterator{{1, &generic_alias_iterator_type}, self};
    incref(self);
    track(iterator);
    return NewRef(iterator);
}

Object*& alias_in(Object* iterator) noexcept { return static_cast<AliasIterator*>(iterator)->alias; }

NewRef iterator_next(Object* self) {
    Ref<Object> source = Ref<Object>::steal(std::exchange(alias_in(self), nullptr));
    if (!source) return nullptr;
    const GenericAlias* alias = as_alias(source.get());
    return make(&generic_alias_type, alias->origin, alias->arguments, true);
}

void iterator_clear(Object* self) { xdecref(std::exchange(alias_in(self), nullptr)); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    iterator_clear(self);
    free_object(self);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    return alias_in(self) ? visit(alias_in(self), context) : 0;
}

NewRef iterator_reduce(Object* self, Object* const*) {
    Ref<Object> iter = TRY(builtin("iter"));
    Ref<Tuple> nothing = new_tuple({});
    return pair(iter.get(), {alias_in(self) ? alias_in(self) : nothing.get()});
}

constexpr NativeDef alias_methods[] = {
    {"__mro_entries__", alias_mro_entries, "-($self, bases, /)", nullptr},
    {"__instancecheck__", alias_instancecheck, "-($self, instance, /)", nullptr},
    {"__subclasscheck__", alias_subclasscheck, "-($self, cls, /)", nullptr},
    {"__reduce__", alias_reduce, "-($self)", nullptr},
    {"__dir__", alias_dir, "-($self)", nullptr},
};
constexpr MemberDef alias_members[] = {
    {"__origin__", MemberKind::Object, offsetof(GenericAlias, origin), true, nullptr},
    {"__args__", MemberKind::Object, offsetof(GenericAlias, arguments), true, nullptr},
    {"__unpacked__", MemberKind::Bool, offsetof(GenericAlias, starred), true, nullptr},
};
constexpr GetSetDef alias_getset[] = {
    {"__parameters__", get_parameters, nullptr, "The type variables among the arguments."},
    {"__typing_unpacked_tuple_args__", get_unpacked_arguments, nullptr, nullptr},
};

const TypeSpec alias_spec = {
    .name = "types.GenericAlias",
    .basic_size = sizeof(GenericAlias),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "A generic type with its arguments (PEP 585): `list[int]` has the origin list.",
    .slots = {.new_ = alias_new,
              .dealloc = alias_dealloc,
              .traverse = alias_traverse,
              .repr = alias_repr,
              .hash = alias_hash,
              .compare = alias_compare,
              .get_attribute = alias_get_attribute,
              .vectorcall = alias_call,
              .iter = alias_iter,
              .bit_or = union_of,
              .get_item = alias_get_item},
    .methods = alias_methods,
    .getset = alias_getset,
    .members = alias_members,
    .weakrefs_offset = offsetof(GenericAlias, weakrefs),
};

NewRef iterator_self(Object* self) { return new_ref(self); }

constexpr NativeDef iterator_methods[] = {{"__reduce__", iterator_reduce, "-($self)", nullptr}};

const TypeSpec iterator_spec = {
    .name = "generic_alias_iterator",
    .basic_size = sizeof(AliasIterator),
    .flags = type_flag::collected,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .clear = iterator_clear,
              .iter = iterator_self,
              .next = iterator_next},
    .methods = iterator_methods,
};

}  // namespace

Type generic_alias_type(alias_spec);
Type generic_alias_iterator_type(iterator_spec);

Ref<Object> new_generic_alias(Object* origin, Object* arguments) {
    return make(&generic_alias_type, origin, arguments, false);
}

NewRef class_getitem(Object* type, Object* const* arguments) { return new_generic_alias(type, arguments[0]); }

}  // namespace minipy
