// How `object` helps pickle and copy.
//
// Protocol 2 and above: `copyreg.__newobj__` makes an empty instance, the state fills it. The state is the
// instance's `__dict__`, or a pair of it and the values of its slots. What keeps further data in its C++ fields
// cannot be rebuilt from these and is refused unless it says how (`__getnewargs__`, `__reduce__`, ...).
//
// CPython: Objects/typeobject.c (reduce_newobj, object_getstate_default, _PyType_GetSlotNames)
#include "objects/object_reduce.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

Ref<Object> import_copyreg() {
    Ref<Object> import = TRY(builtin("__import__"));
    return call(import.get(), {name<"copyreg">});
}

Failure cannot_pickle(const Object* object) {
    return raise(type_error_type, fmt::format("cannot pickle '{}' object", object->type->name));
}

Ref<Tuple> tuple_of(std::initializer_list<Object*> items) { return new_tuple({items.begin(), items.size()}); }

/// The names of all slots of the class and its bases, a list, or None; kept in the class by copyreg.
Ref<Object> slot_names(Type* type) {
    if (Object* known = dict_get(type->dict, name<"__slotnames__">)) {
        if (is_none(known) || is_list(known)) return share(known);
        return raise(type_error_type, fmt::format("{}.__slotnames__ should be a list or None, not {}",
                                                  type->name, known->type->name));
    }
    Ref<Object> copyreg = TRY(import_copyreg());
    Ref<Object> names = TRY(call_method(copyreg.get(), name<"_slotnames">, {type}));
    if (is_none(names.get()) || is_list(names.get())) return names;
    return raise(type_error_type, "copyreg._slotnames didn't return a list or None");
}

Size count_names(Object* names) noexcept { return is_list(names) ? static_cast<List*>(names)->size : 0; }

struct IgnoredFields {
    const Type* type;
    std::size_t octets;
};

std::vector<IgnoredFields>& ignored_fields() {
    static std::vector<IgnoredFields> all;
    return all;
}

std::size_t ignored_octets(const Type* type) {
    for (const IgnoredFields& fields : ignored_fields())
        if (is_subtype(type, fields.type)) return fields.octets;
    return 0;
}

/// Whether instances have nothing but `__dict__`, weak references and slots.
bool is_plain(const Object* self, Object* names) {
    const Type* type = self->type;
    std::size_t plain_size = sizeof(Object) + ignored_octets(type);
    if (type->dict_offset) plain_size += sizeof(Object*);
    if (type->weakrefs_offset) plain_size += sizeof(Object*);
    return type->basic_size <= plain_size + static_cast<std::size_t>(count_names(names)) * sizeof(Object*);
}

Ref<Dict> slot_values(Object* self, List* names) {
    Ref<Dict> values = new_dict();
    const Size count = names->size;
    for (Size i = 0; i < count; ++i) {
        Ref<Object> slot = share(names->items[i]), value;
        if (!is_str(slot.get()))
            return raise(type_error_type,
                         fmt::format("attribute name must be string, not '{}'", slot->type->name));
        TRY(find_attribute(self, static_cast<Str*>(slot.get()), value));
        if (value) TRY(dict_set(values.get(), slot.get(), value.get()));
        if (names->size != count)
            return raise(runtime_error_type, "__slotsname__ changed size during iteration");
    }
    return values;
}

/// The instance's `__dict__`, or None if there is none or it is empty.
Ref<Object> dict_state(Object* self) {
    if (!dict_pointer(self)) return new_none();
    Ref<Dict> dict = TRY(instance_dict(self));
    if (dict->used == 0) return new_none();
    return dict;
}

/// `strict`: the state is all that there will be to rebuild the object from.
NewRef default_state(Object* self, bool strict) {
    if (strict && self->type->item_size)
        return raise(type_error_type, fmt::format("cannot pickle {} objects", self->type->name));
    Ref<Object> state = TRY(dict_state(self));
    Ref<Object> names = TRY(slot_names(self->type));
    if (strict && !is_plain(self, names.get())) return cannot_pickle(self);
    if (count_names(names.get()) == 0) return state;
    Ref<Dict> values = TRY(slot_values(self, static_cast<List*>(names.get())));
    if (values->used == 0) return state;
    return tuple_of({state.get(), values.get()});
}

NewRef state_of(Object* self, bool strict) {
    Ref<Object> method = TRY(get_attribute(self, name<"__getstate__">));
    if (is_exactly(method.get(), builtin_function_type)) {
        const auto* function = static_cast<const BuiltinFunction*>(method.get());
        if (function->self == self && function->signature->definition->function == object_getstate)
            return default_state(self, strict);
    }
    return call(method.get(), {});
}

/// `__getnewargs_ex__`: a tuple and a dict.
Status read_new_arguments_ex(Object* result, Ref<Tuple>& arguments, Ref<Dict>& keywords) {
    if (!is_tuple(result))
        return raise(type_error_type,
                     fmt::format("__getnewargs_ex__ should return a tuple, not '{}'", result->type->name));
    const auto* pair = static_cast<const Tuple*>(result);
    if (pair->size != 2)
        return raise(value_error_type,
                     fmt::format("__getnewargs_ex__ should return a tuple of length 2, not {}", pair->size));
    Object *first = (*pair)[0], *second = (*pair)[1];
    if (!is_tuple(first))
        return raise(type_error_type, fmt::format("first item of the tuple returned by __getnewargs_ex__ must "
                                                  "be a tuple, not '{}'",
                                                  first->type->name));
    if (!is_dict(second))
        return raise(type_error_type, fmt::format("second item of the tuple returned by __getnewargs_ex__ must "
                                                  "be a dict, not '{}'",
                                                  second->type->name));
    arguments = share(static_cast<Tuple*>(first));
    keywords = share(static_cast<Dict*>(second));
    return done;
}

/// What the object wants its `__new__` to be called with; both stay empty if it does not say.
Status new_arguments(Object* self, Ref<Tuple>& arguments, Ref<Dict>& keywords) {
    Ref<Object> method = lookup_special(self, name<"__getnewargs_ex__">);
    if (method) {
        Ref<Object> result = TRY(call(method.get(), {}));
        return read_new_arguments_ex(result.get(), arguments, keywords);
    }
    if (pending_exception()) return failed;
    method = lookup_special(self, name<"__getnewargs__">);
    if (!method) return pending_exception() ? Status(failed) : Status(done);
    Ref<Object> result = TRY(call(method.get(), {}));
    if (!is_tuple(result.get()))
        return raise(type_error_type,
                     fmt::format("__getnewargs__ should return a tuple, not '{}'", result->type->name));
    arguments = share(static_cast<Tuple*>(result.get()));
    return done;
}

Ref<Tuple> with_class_first(Type* cls, const Tuple* arguments_or_null) {
    std::vector<Object*> items{cls};
    if (arguments_or_null)
        items.insert(items.end(), arguments_or_null->span().begin(), arguments_or_null->span().end());
    return new_tuple(items);
}

/// Protocol 2 and above: (function, arguments, state, list items, dict items).
NewRef reduce_by_new(Object* self) {
    if (!self->type->slots.new_ || self->type->has(type_flag::disallow_new)) return cannot_pickle(self);
    Ref<Tuple> arguments;
    Ref<Dict> keywords;
    TRY(new_arguments(self, arguments, keywords));
    Ref<Object> copyreg = TRY(import_copyreg());
    Ref<Object> maker;
    Ref<Tuple> maker_arguments;
    if (keywords && keywords->used) {
        maker = TRY(get_attribute(copyreg.get(), name<"__newobj_ex__">));
        maker_arguments = tuple_of({self->type, arguments.get(), keywords.get()});
    } else {
        maker = TRY(get_attribute(copyreg.get(), name<"__newobj__">));
        maker_arguments = with_class_first(self->type, arguments.get());
    }
    Ref<Object> state = TRY(state_of(self, !(arguments || is_list(self) || is_dict(self))));
    Ref<Object> list_items = new_none(), dict_items = new_none();
    if (is_list(self)) list_items = TRY(iterate(self));
    if (is_dict(self)) {
        Ref<Object> items = TRY(call_method(self, name<"items">));
        dict_items = TRY(iterate(items.get()));
    }
    return tuple_of({maker.get(), maker_arguments.get(), state.get(), list_items.get(), dict_items.get()});
}

NewRef reduce_with_protocol(Object* self, int protocol) {
    if (protocol >= 2) return reduce_by_new(self);
    Ref<Object> copyreg = TRY(import_copyreg());
    Ref<Int> number = new_int(protocol);
    return call_method(copyreg.get(), name<"_reduce_ex">, {self, number.get()});
}

}  // namespace

void ignore_fields_in_copies(const Type& type, std::size_t octets) {
    if (!ignored_octets(&type)) ignored_fields().push_back({&type, octets});
}

NewRef object_getstate(Object* self, Object* const*) { return default_state(self, false); }

NewRef object_reduce(Object* self, Object* const*) { return reduce_with_protocol(self, 0); }

/// A `__reduce__` of the class's own wins over what the protocol would do.
NewRef object_reduce_ex(Object* self, Object* const* arguments) {
    const int protocol = TRY(argument_int(arguments[0]));
    Ref<Object> method;
    TRY(find_attribute(self, name<"__reduce__">, method));
    if (method) {
        Ref<Object> on_class = TRY(get_attribute(self->type, name<"__reduce__">));
        if (on_class.get() != dict_get(object_type.dict, name<"__reduce__">)) return call(method.get(), {});
    }
    return reduce_with_protocol(self, protocol);
}

}  // namespace minipy
