// Making a class: `type(name, bases, namespace)`.
//
// Steps: the metaclass that wins among the bases' (handing over to it if it is another), the base whose layout
// instances extend, `__slots__`, the namespace copied and adjusted, the MRO, the slots filled from methods,
// and last the hooks `__set_name__` and `__init_subclass__`.
//
// CPython: Objects/typeobject.c (type_new_impl)
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/cell.h"
#include "objects/codecs.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/dict_keys.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_fields.h"
#include "objects/slot_table.h"
#include "objects/super.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

/// What `__slots__` and the bases say about the layout of instances.
struct Layout {
    std::vector<Ref<Str>> slots;  // mangled, sorted
    bool add_dict = false;
    bool add_weakrefs = false;
};

bool has_weakrefs(const Type* type) noexcept {
    return type->weakrefs_offset || type->has(type_flag::managed_weakrefs);
}

/// Our list of weak references would fit any object; of those of variable size CPython gives it to strings
/// alone.
bool can_add_weakrefs(const Type* base) noexcept { return !has_weakrefs(base) && !has_variable_size(base); }

Ref<Str> mangled(const Str* class_name, Str* slot) {
    std::string_view text = str_utf8(slot), owner = str_utf8(class_name);
    if (!text.starts_with("__") || text.ends_with("__") || text.find('.') != text.npos) return share(slot);
    owner.remove_prefix(std::min(owner.find_first_not_of('_'), owner.size()));
    return owner.empty() ? share(slot) : intern(fmt::format("_{}{}", owner, text));
}

Status add_slot_name(Layout& layout, const Type* base, Str* class_name, Object* item, Dict* space) {
    if (!is_str(item))
        return raise(type_error_type,
                     fmt::format("__slots__ items must be strings, not '{}'", item->type->name));
    Str* slot = static_cast<Str*>(item);
    if (!str_is_identifier(slot)) return raise(type_error_type, "__slots__ must be identifiers");
    const std::string_view text = str_utf8(slot);
    if (text == "__dict__") {
        if (has_dict(base) || layout.add_dict)
            return raise(type_error_type, "__dict__ slot disallowed: we already got one");
        layout.add_dict = true;
        return done;
    }
    if (text == "__weakref__") {
        if (has_weakrefs(base) || layout.add_weakrefs)
            return raise(type_error_type,
                         "__weakref__ slot disallowed: either we already got one, or "
                         "__itemsize__ != 0");
        layout.add_weakrefs = true;
        return done;
    }
    Ref<Str> private_name = mangled(class_name, slot);
    intern(private_name);
    if (text != "__qualname__" && text != "__classcell__" &&
        TRY(dict_get(space, static_cast<Object*>(private_name.get()))))
        return raise(value_error_type, fmt::format("'{}' in __slots__ conflicts with class variable",
                                                   str_utf8(private_name.get())));
    layout.slots.push_back(std::move(private_name));
    return done;
}

Status read_slots(Layout& layout, const Type* base, const Tuple* bases, Str* class_name, Dict* space) {
    Object* declared = dict_get(space, name<"__slots__">);
    if (!declared) {
        layout.add_dict = !has_dict(base);
        layout.add_weakrefs = can_add_weakrefs(base);
        return done;
    }
    Ref<Tuple> items;
    if (is_str(declared))
        items = new_tuple({&declared, 1});
    else
        items = TRY(sequence_to_tuple(declared));
    if (items->size && has_variable_size(base))
        return raise(type_error_type,
                     fmt::format("nonempty __slots__ not supported for subtype of '{}'", base->name));
    for (Object* item : items->span()) TRY(add_slot_name(layout, base, class_name, item, space));
    std::sort(layout.slots.begin(), layout.slots.end(),
              [](const Ref<Str>& a, const Ref<Str>& b) { return str_compare(a.get(), b.get()) < 0; });
    // A second base may bring the dict or the list of weak references that the first one lacks.
    for (Object* object : bases->span()) {
        const Type* other = static_cast<Type*>(object);
        if (other == base) continue;
        if (!has_dict(base) && has_dict(other)) layout.add_dict = true;
        if (can_add_weakrefs(base) && has_weakrefs(other)) layout.add_weakrefs = true;
    }
    return done;
}

/// Sizes, flags and life-cycle slots of the class's instances.
void lay_out_instances(Type* type, const Type* base, const Layout& layout) {
    type->basic_size = base->basic_size + layout.slots.size() * sizeof(Object*);
    type->item_size = base->item_size;
    type->dict_offset = base->dict_offset;
    type->weakrefs_offset = base->weakrefs_offset;
    constexpr unsigned kept = type_flag::collected | type_flag::int_subclass | type_flag::list_subclass |
                              type_flag::tuple_subclass | type_flag::bytes_subclass | type_flag::str_subclass |
                              type_flag::dict_subclass | type_flag::exception_subclass |
                              type_flag::type_subclass | type_flag::match_self | type_flag::managed_head |
                              type_flag::managed_dict | type_flag::managed_weakrefs |
                              type_flag::inline_attributes | type_flag::disallow_new;
    // Every instance owns its class, which may well own the instance: all of them can be part of a cycle.
    type->flags = type_flag::heap | type_flag::base_type | type_flag::collected | (base->flags & kept);
    if (layout.add_dict) type->flags |= type_flag::managed_head | type_flag::managed_dict;
    if (layout.add_weakrefs) type->flags |= type_flag::managed_head | type_flag::managed_weakrefs;
    // Values behind the object need an object of fixed size whose attributes live nowhere else.
    if (layout.add_dict && !type->item_size && !base->dict_offset) type->flags |= type_flag::inline_attributes;
    if (type->has(type_flag::inline_attributes)) {
        type->shared_keys = new_dict_keys(shared_keys_log2_size, KeysKind::Strings);
        type->inline_capacity = base->inline_capacity ? base->inline_capacity : 4;
    }
    Slots& slots = type->slots;
    slots = Slots{};
    slots.dealloc = instance_dealloc;
    slots.traverse = instance_traverse;
    slots.clear = instance_clear;
    slots.get_buffer = base->slots.get_buffer;
    slots.release_buffer = base->slots.release_buffer;
    slots.send = base->slots.send;
}

Status add_slot_members(Type* type, const Type* base, const Layout& layout) {
    std::size_t place = base->basic_size;
    for (const Ref<Str>& slot : layout.slots) {
        Ref<Object> member = new_member_descriptor(type,
                                                   {str_utf8(slot.get()).data(), MemberKind::ObjectOrError,
                                                    slot_field_offset(type, place), false, nullptr},
                                                   slot.get());
        TRY(dict_set(type->dict, slot.get(), member.get()));
        place += sizeof(Object*);
    }
    return done;
}

Status wrap_function(Dict* dict, Str* key, Ref<Object> (*wrap)(Object*)) {
    Object* found = dict_get(dict, key);
    if (!found || !is_python_function(found)) return done;
    Ref<Object> wrapped = wrap(found);
    return dict_set(dict, key, wrapped.get());
}

/// `__module__`, `__qualname__`, the text of `__doc__`, and the methods that are static or class methods by
/// themselves.
Status adjust_namespace(Type* type) {
    Dict* dict = type->dict;
    if (!dict_get(dict, name<"__module__">))
        if (Dict* globals = current_globals())
            if (Object* module = dict_get(globals, name<"__name__">))
                TRY(dict_set(dict, name<"__module__">, module));
    if (Object* qualified = dict_get(dict, name<"__qualname__">)) {
        if (!is_str(qualified))
            return raise(type_error_type,
                         fmt::format("type __qualname__ must be a str, not {}", qualified->type->name));
        incref(qualified);
        decref(std::exchange(type->qualified_name, static_cast<Str*>(qualified)));
        TRY(dict_delete(dict, name<"__qualname__">));
    }
    Object* doc = dict_get(dict, name<"__doc__">);
    if (doc && is_str(doc)) TRY(strict_utf8(static_cast<Str*>(doc)));  // no lone surrogates
    TRY(wrap_function(dict, name<"__new__">, new_static_method));
    TRY(wrap_function(dict, name<"__init_subclass__">, new_class_method));
    return wrap_function(dict, name<"__class_getitem__">, new_class_method);
}

/// Fills the `__class__` cell that methods using `super()` share.
Status fill_class_cell(Type* type) {
    Ref<Object> cell = Ref<Object>::share(dict_get(type->dict, name<"__classcell__">));
    if (!cell) return done;
    if (!is_exactly(cell.get(), cell_type))
        return raise(type_error_type, fmt::format("__classcell__ must be a nonlocal cell, not {}",
                                                  repr_for_message(cell->type)));
    TRY(dict_delete(type->dict, name<"__classcell__">));
    incref(type);
    Object* old = std::exchange(static_cast<Cell*>(cell.get())->content, type);
    xdecref(old);
    return done;
}

/// Runs `__set_name__` of the attributes; over a copy, since it may change the namespace.
Status call_set_names(Type* type) {
    Ref<Dict> copy = dict_copy(type->dict);
    Size position = 0;
    Object *key, *value;
    while (dict_next(copy.get(), position, key, value)) {
        Ref<Object> hook = lookup_special(value, name<"__set_name__">);
        if (!hook) {
            if (pending_exception()) return failed;
            continue;
        }
        Ref<Object> result = call(hook.get(), {type, key});
        if (result) continue;
        return raise_from_cause(runtime_error_type,
                                fmt::format("Error calling __set_name__ on '{}' instance {} in '{}'",
                                            value->type->name, repr_for_message(key), type->name));
    }
    return done;
}

Status call_init_subclass(Type* type, Dict* keywords_or_null) {
    Ref<Object> bound = TRY(new_super(type, type));
    Ref<Object> hook = TRY(get_attribute(bound.get(), name<"__init_subclass__">));
    Ref<Object> result = TRY(call_with_dict(hook.get(), new_tuple({}).get(), keywords_or_null));
    return done;
}

/// The first class along the MRO that matches sequence or mapping patterns says which of the two this one
/// matches.
void inherit_pattern_flags(Type* type) noexcept {
    constexpr unsigned pattern_flags = type_flag::sequence_pattern | type_flag::mapping_pattern;
    for (Object* parent : static_cast<Tuple*>(type->mro)->span()) {
        if (type->flags & pattern_flags) return;
        type->flags |= static_cast<Type*>(parent)->flags & pattern_flags;
    }
}

/// The class object with all its parts, before the hooks run.
Ref<Type> build_class(Type* metaclass, Str* class_name, Tuple* bases, Dict* space, Type* base) {
    Layout layout;
    TRY(read_slots(layout, base, bases, class_name, space));

    auto* type = static_cast<Type*>(allocate_instance(metaclass));
    Ref<Type> owner = Ref<Type>::steal(type);
    type->heap_name = class_name;
    type->qualified_name = class_name;
    incref(class_name);
    incref(class_name);
    type->name = str_utf8(class_name).data();
    type->base = base;
    incref(base);
    type->bases = bases;
    incref(bases);
    lay_out_instances(type, base, layout);
    type->dict = new_dict().release();
    TRY(dict_merge(type->dict, space));  // in the order in which a subclass of dict shows it
    TRY(adjust_namespace(type));
    TRY(fill_class_cell(type));  // before a slot of that name can stand in its place
    TRY(add_slot_members(type, base, layout));
    if (!layout.slots.empty() || dict_get(space, name<"__slots__">)) {
        std::vector<Object*> slot_names;
        for (const Ref<Str>& slot : layout.slots) slot_names.push_back(slot.get());
        type->slot_names = new_tuple(slot_names).release();
    }
    TRY(add_instance_descriptors(type, layout.add_dict, layout.add_weakrefs));
    if (!dict_get(type->dict, name<"__doc__">)) TRY(dict_set(type->dict, name<"__doc__">, &none));

    Ref<Tuple> mro = TRY(compute_mro(type));
    type->mro = mro.release();
    type->flags |= type_flag::ready;
    inherit_pattern_flags(type);
    for (Object* parent : bases->span()) add_subclass(static_cast<Type*>(parent), type);
    if (dict_get(type->dict, name<"__eq__">) && !dict_get(type->dict, name<"__hash__">))
        TRY(dict_set(type->dict, name<"__hash__">, &none));
    fill_slots(type);
    return owner;
}

}  // namespace

const Type* solid_base(const Type* type) {
    const Type* base = type->base ? solid_base(type->base) : &object_type;
    const bool extra = type->item_size != base->item_size || type->basic_size != base->basic_size ||
                       (has_variable_size(type) && has_dict(type) != has_dict(base));
    return extra ? type : base;
}

Type* best_base(const Tuple* bases) {
    Type* winner = nullptr;
    const Type* solid = nullptr;
    for (Object* object : bases->span()) {
        if (!is_instance_of(object, type_type)) return raise(type_error_type, "bases must be types"), nullptr;
        Type* base = static_cast<Type*>(object);
        if (!base->has(type_flag::base_type))
            return raise(type_error_type, fmt::format("type '{}' is not an acceptable base type", base->name)),
                   nullptr;
        const Type* candidate = solid_base(base);
        if (!winner || (candidate != solid && is_subtype(candidate, solid))) {
            winner = base;
            solid = candidate;
        } else if (!is_subtype(solid, candidate)) {
            return raise(type_error_type, "multiple bases have instance lay-out conflict"), nullptr;
        }
    }
    return winner;
}

Type* calculate_metaclass(Type* metaclass, const Tuple* bases) {
    for (Object* base : bases->span()) {
        if (is_subtype(metaclass, base->type)) continue;
        if (!is_subtype(base->type, metaclass))
            return raise(type_error_type,
                         "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                         "of the metaclasses of all its bases"),
                   nullptr;
        metaclass = base->type;
    }
    return metaclass;
}

NewRef new_class(Type* metaclass, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size != 3)
        return raise(type_error_type,
                     fmt::format("type.__new__() takes exactly 3 arguments ({} given)", arguments->size));
    Object *class_name = (*arguments)[0], *bases_object = (*arguments)[1], *space = (*arguments)[2];
    const auto check = [&](Object* argument, bool ok, int position, const char* wanted) -> Status {
        if (ok) return done;
        return raise_bad_argument(fmt::format("type.__new__() argument {}", position), wanted, argument);
    };
    TRY(check(class_name, is_str(class_name), 1, "str"));
    TRY(check(bases_object, is_tuple(bases_object), 2, "tuple"));
    TRY(check(space, is_dict(space), 3, "dict"));

    if (TRY(strict_utf8(static_cast<Str*>(class_name))).find('\0') != std::string_view::npos)
        return raise(value_error_type, "type name must not contain null characters");

    Ref<Tuple> bases = share(static_cast<Tuple*>(bases_object));
    if (bases->size == 0) {
        Object* only[] = {&object_type};
        bases = new_tuple(only);
    } else {
        for (Object* base : bases->span())
            if (!is_instance_of(base, type_type) && type_lookup(base->type, name<"__mro_entries__">))
                return raise(type_error_type,
                             "type() doesn't support MRO entry resolution; use types.new_class()");
        Type* winner = calculate_metaclass(metaclass, bases.get());
        if (!winner) return failed;
        if (winner != metaclass && winner->slots.new_ != new_class)
            return winner->slots.new_(winner, arguments, keywords_or_null);
        metaclass = winner;
    }
    Type* base = best_base(bases.get());
    if (!base) return failed;
    Ref<Type> type = TRY(
        build_class(metaclass, static_cast<Str*>(class_name), bases.get(), static_cast<Dict*>(space), base));
    TRY(call_set_names(type.get()));
    TRY(call_init_subclass(type.get(), keywords_or_null));
    return type;
}

}  // namespace minipy
