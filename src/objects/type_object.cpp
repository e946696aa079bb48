// The type `type`: calling a class, its attributes, its methods, its end.
//
// CPython: Objects/typeobject.c (type_call, type_getattro, type_setattro, type_getsets, type_methods)
#include <fmt/format.h>

#include <utility>

#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/construct.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/dict_keys.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/mapping_proxy.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_dispatch.h"
#include "objects/slot_table.h"
#include "objects/tuple.h"
#include "objects/type_origin.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

Type* as_type(Object* object) noexcept { return static_cast<Type*>(object); }

// --- calling: __new__, then __init__

NewRef construct(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if (!type->slots.new_)
        return raise(type_error_type, fmt::format("cannot create '{}' instances", type->name));
    return guard_memory([&]() -> NewRef {
        Ref<Object> object = TRY(type->slots.new_(type, arguments, keywords_or_null));
        if (!is_instance_of(object.get(), *type)) return object;
        if (InitSlot init = object->type->slots.init) TRY(init(object.get(), arguments, keywords_or_null));
        return object;
    });
}

NewRef type_call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Type* type = as_type(callable);
    if (type == &type_type && positional == 1 && !(keyword_names && keyword_names->size))
        return new_ref(arguments[0]->type);
    if (type == &type_type && positional != 3) return raise(type_error_type, "type() takes 1 or 3 arguments");
    if (type->has(type_flag::disallow_new))
        return raise(type_error_type, fmt::format("cannot create '{}' instances", type->name));
    if (type->slots.construct)
        return guard_memory([&] { return type->slots.construct(type, arguments, positional, keyword_names); });
    return construct_generally(type, arguments, positional, keyword_names);
}

Status type_init(Object*, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size == 1 && keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "type.__init__() takes no keyword arguments");
    if (arguments->size != 1 && arguments->size != 3)
        return raise(type_error_type, "type.__init__() takes 1 or 3 arguments");
    return done;
}

// --- attributes of a class: a data descriptor of the metaclass, the class's own MRO, the rest of the metaclass

NewRef type_get_attribute(Object* self, Object* attribute) {
    Type *type = as_type(self), *metatype = self->type;
    if (!is_str(attribute))
        return raise(type_error_type,
                     fmt::format("attribute name must be string, not '{}'", attribute->type->name));
    auto* wanted = static_cast<Str*>(attribute);
    Ref<Object> on_metatype = Ref<Object>::share(type_lookup(metatype, wanted));
    DescriptorGetSlot getter = on_metatype ? on_metatype->type->slots.descriptor_get : nullptr;
    if (getter && on_metatype->type->slots.descriptor_set) return getter(on_metatype.get(), self, metatype);
    if (Ref<Object> own = Ref<Object>::share(type_lookup(type, wanted))) {
        if (DescriptorGetSlot own_getter = own->type->slots.descriptor_get)
            return own_getter(own.get(), nullptr, self);
        return own;
    }
    if (getter) return getter(on_metatype.get(), self, metatype);
    if (on_metatype) return on_metatype;
    return raise_attribute_error(
        self, wanted,
        fmt::format("type object '{}' has no attribute '{}'", short_name(type), str_utf8(wanted)));
}

Failure immutable_error(const Type* type, const Str* attribute) {
    return raise(type_error_type, fmt::format("cannot set '{}' attribute of immutable type '{}'",
                                              str_utf8(attribute), type->name));
}

bool is_dunder(const Str* attribute) noexcept {
    const std::string_view text = str_utf8(attribute);
    return text.size() > 4 && text.starts_with("__") && text.ends_with("__");
}

Status type_set_attribute(Object* self, Object* attribute, Object* value_or_null) {
    Type* type = as_type(self);
    if (!is_str(attribute))
        return raise(type_error_type,
                     fmt::format("attribute name must be string, not '{}'", attribute->type->name));
    Ref<Str> wanted = share(static_cast<Str*>(attribute));
    if (type->has(type_flag::immutable)) return immutable_error(type, wanted.get());
    intern(wanted);
    Ref<Object> on_metatype = Ref<Object>::share(type_lookup(type->type, wanted.get()));
    if (on_metatype && on_metatype->type->slots.descriptor_set)
        return on_metatype->type->slots.descriptor_set(on_metatype.get(), self, value_or_null);
    // The old version must be gone before the old value dies: its finalizer may look the name up.
    type_modified(type);
    Ref<Object> old = Ref<Object>::share(dict_get(type->dict, wanted.get()));
    if (value_or_null) {
        TRY(dict_set(type->dict, wanted.get(), value_or_null));
    } else if (!old) {
        return raise_attribute_error(
            self, wanted.get(),
            fmt::format("type object '{}' has no attribute '{}'", short_name(type), str_utf8(wanted.get())));
    } else {
        TRY(dict_delete(type->dict, wanted.get()));
    }
    type_modified(type);
    if (!is_dunder(wanted.get())) return done;
    update_slots(type, wanted.get());
    // Instances of the class that are attributes of other classes are descriptors now, or no longer.
    const std::string_view text = str_utf8(wanted.get());
    if (text == "__get__" || text == "__set__" || text == "__delete__") type_modified(&object_type);
    return done;
}

NewRef type_repr(Object* self) {
    const Type* type = as_type(self);
    Ref<Object> module;
    TRY(find_attribute(self, name<"__module__">, module));
    Ref<Object> qualified = TRY(get_attribute(self, name<"__qualname__">));
    if (module && is_str(module.get()) && !str_equal(static_cast<Str*>(module.get()), "builtins"))
        return str_from_utf8(fmt::format("<class '{}.{}'>", str_utf8(static_cast<Str*>(module.get())),
                                         str_utf8(static_cast<Str*>(qualified.get()))));
    return str_from_utf8(fmt::format("<class '{}'>", type->name));
}

NewRef type_or(Object* left, Object* right) { return union_of(left, right); }

// --- computed attributes

NewRef get_name(Object* self) {
    const Type* type = as_type(self);
    if (type->heap_name) return new_ref(type->heap_name);
    return intern(short_name(type));
}

Status check_settable(Type* type, const char* attribute, Object* value_or_null) {
    if (type->has(type_flag::immutable))
        return raise(type_error_type,
                     fmt::format("cannot set '{}' attribute of immutable type '{}'", attribute, type->name));
    if (!value_or_null)
        return raise(type_error_type,
                     fmt::format("cannot delete '{}' attribute of immutable type '{}'", attribute, type->name));
    return audit("object.__setattr__", type, attribute, value_or_null);
}

Status check_str_value(Type* type, const char* attribute, Object* value) {
    if (is_str(value)) return done;
    return raise(type_error_type, fmt::format("can only assign string to {}.{}, not '{}'", type->name,
                                              attribute, value->type->name));
}

Status set_name(Object* self, Object* value_or_null) {
    Type* type = as_type(self);
    TRY(check_settable(type, "__name__", value_or_null));
    TRY(check_str_value(type, "__name__", value_or_null));
    auto* text = static_cast<Str*>(value_or_null);
    const std::string_view utf8 = TRY(strict_utf8(text));
    if (utf8.find('\0') != std::string_view::npos)
        return raise(value_error_type, "type name must not contain null characters");
    incref(text);
    Ref<Str> old = Ref<Str>::steal(std::exchange(type->heap_name, text));
    type->name = utf8.data();
    return done;
}

NewRef get_qualname(Object* self) {
    const Type* type = as_type(self);
    return type->qualified_name ? new_ref(type->qualified_name) : get_name(self);
}

Status set_qualname(Object* self, Object* value_or_null) {
    Type* type = as_type(self);
    TRY(check_settable(type, "__qualname__", value_or_null));
    TRY(check_str_value(type, "__qualname__", value_or_null));
    incref(value_or_null);
    Ref<Str> old = Ref<Str>::steal(std::exchange(type->qualified_name, static_cast<Str*>(value_or_null)));
    return done;
}

NewRef get_module(Object* self) {
    const Type* type = as_type(self);
    if (type->has(type_flag::heap)) {
        if (Object* module = dict_get(type->dict, name<"__module__">)) return new_ref(module);
        return raise(attribute_error_type, "__module__");
    }
    const std::string_view full = type->name;
    const std::size_t dot = full.rfind('.');
    return intern(dot == full.npos ? "builtins" : full.substr(0, dot));
}

Status set_module(Object* self, Object* value_or_null) {
    Type* type = as_type(self);
    TRY(check_settable(type, "__module__", value_or_null));
    type_modified(type);
    return dict_set(type->dict, name<"__module__">, value_or_null);
}

NewRef get_bases(Object* self) { return new_ref(as_type(self)->bases); }

NewRef get_dict(Object* self) { return new_mapping_proxy(as_type(self)->dict); }

NewRef get_doc(Object* self) {
    Type* type = as_type(self);
    Object* doc = dict_get(type->dict, name<"__doc__">);
    if (!doc) return new_none();
    if (DescriptorGetSlot getter = doc->type->slots.descriptor_get) return getter(doc, nullptr, self);
    return new_ref(doc);
}

Status set_doc(Object* self, Object* value_or_null) {
    Type* type = as_type(self);
    TRY(check_settable(type, "__doc__", value_or_null));
    type_modified(type);
    return dict_set(type->dict, name<"__doc__">, value_or_null);
}

/// The signature in a docstring "name(a, b)\n--\n\n...", without the name; empty if it does not begin like
/// that, or if an empty line comes first. find_signature, skip_signature.
std::string_view signature_in_docstring(std::string_view name, std::string_view doc) {
    constexpr std::string_view end_mark = ")\n--\n\n";
    if (!doc.starts_with(name)) return {};
    doc.remove_prefix(name.size());
    if (!doc.starts_with('(')) return {};
    const std::size_t end = doc.find(end_mark);
    if (end == doc.npos || doc.find("\n\n") < end) return {};
    return doc.substr(0, end + 1);
}

NewRef get_text_signature(Object* self) {
    const Type* type = as_type(self);
    if (type->has(type_flag::heap)) {
        Object* doc = dict_get(type->dict, name<"__doc__">);
        if (!doc || !is_str(doc)) return new_none();
        const std::string_view signature =
            signature_in_docstring(short_name(type), str_utf8(static_cast<Str*>(doc)));
        return signature.empty() ? new_none() : NewRef(str_from_utf8(signature));
    }
    if (!type->spec || !type->spec->signature) return new_none();
    return str_from_utf8(type->spec->signature);
}

/// The flags in the places where Python code (copyreg, inspect) looks for them: Py_TPFLAGS_*.
NewRef get_flags(Object* self) {
    constexpr struct {
        unsigned flag;
        int bit;
    } places[] = {
        {type_flag::managed_head, 4},       {type_flag::sequence_pattern, 5},
        {type_flag::mapping_pattern, 6},    {type_flag::disallow_new, 7},
        {type_flag::immutable, 8},          {type_flag::heap, 9},
        {type_flag::base_type, 10},         {type_flag::ready, 12},
        {type_flag::collected, 14},         {type_flag::abstract, 20},
        {type_flag::method_descriptor, 17}, {type_flag::match_self, 22},
        {type_flag::int_subclass, 24},      {type_flag::list_subclass, 25},
        {type_flag::tuple_subclass, 26},    {type_flag::bytes_subclass, 27},
        {type_flag::str_subclass, 28},      {type_flag::dict_subclass, 29},
        {type_flag::type_subclass, 31},     {type_flag::exception_subclass, 30},
    };
    const Type* type = as_type(self);
    // Classes made at run time may get a `__call__` at any time, and are not said to have a vectorcall.
    std::int64_t bits = type->slots.vectorcall && !type->has(type_flag::heap) ? 1 << 11 : 0;
    if (type->version) bits |= 1 << 19;
    if (type_origin(*type).for_module) bits |= 1 << 9;  // CPython makes it at run time
    for (const auto& place : places)
        if (type->has(place.flag)) bits |= std::int64_t{1} << place.bit;
    return new_int(bits);
}

constexpr std::int64_t managed_head_distance = sizeof(ManagedHead) + sizeof(GcHead);

/// Where the pointer to the dict lies as seen from the object: negative in the head in front of it, 0 if
/// instances have none.
NewRef get_dict_offset(Object* self) {
    const Type* type = as_type(self);
    if (!type->dict_offset && type->has(type_flag::managed_dict))
        return new_int(static_cast<std::int64_t>(offsetof(ManagedHead, dict)) - managed_head_distance);
    return new_int(static_cast<std::int64_t>(type->dict_offset));
}

NewRef get_weakrefs_offset(Object* self) {
    const Type* type = as_type(self);
    if (!type->weakrefs_offset && type->has(type_flag::managed_weakrefs))
        return new_int(static_cast<std::int64_t>(offsetof(ManagedHead, weakrefs)) - managed_head_distance);
    return new_int(static_cast<std::int64_t>(type->weakrefs_offset));
}

NewRef get_abstract_methods(Object* self) {
    if (self != &type_type)
        if (Object* found = dict_get(as_type(self)->dict, name<"__abstractmethods__">)) return new_ref(found);
    return raise(attribute_error_type, "__abstractmethods__");
}

Status set_abstract_methods(Object* self, Object* value_or_null) {
    Type* type = as_type(self);
    if (type->has(type_flag::immutable)) return immutable_error(type, name<"__abstractmethods__">);
    bool abstract = false;
    if (value_or_null) {
        abstract = TRY(truth(value_or_null));
        TRY(dict_set(type->dict, name<"__abstractmethods__">, value_or_null));
    } else if (!dict_get(type->dict, name<"__abstractmethods__">)) {
        return raise(attribute_error_type, "__abstractmethods__");
    } else {
        TRY(dict_delete(type->dict, name<"__abstractmethods__">));
    }
    type_modified(type);
    type->flags = abstract ? type->flags | type_flag::abstract : type->flags & ~type_flag::abstract;
    return done;
}

NewRef get_annotations(Object* self) {
    Type* type = as_type(self);
    if (!type->has(type_flag::heap))
        return raise(attribute_error_type,
                     fmt::format("type object '{}' has no attribute '__annotations__'", type->name));
    if (Object* found = dict_get(type->dict, name<"__annotations__">)) {
        if (DescriptorGetSlot getter = found->type->slots.descriptor_get) return getter(found, nullptr, self);
        return new_ref(found);
    }
    Ref<Dict> made = new_dict();
    TRY(dict_set(type->dict, name<"__annotations__">, made.get()));
    type_modified(type);
    return made;
}

Status set_annotations(Object* self, Object* value_or_null) {
    Type* type = as_type(self);
    if (type->has(type_flag::immutable)) return immutable_error(type, name<"__annotations__">);
    if (value_or_null) {
        TRY(dict_set(type->dict, name<"__annotations__">, value_or_null));
    } else if (!dict_get(type->dict, name<"__annotations__">)) {
        return raise(attribute_error_type, "__annotations__");
    } else {
        TRY(dict_delete(type->dict, name<"__annotations__">));
    }
    type_modified(type);
    return done;
}

// --- methods

NewRef type_mro(Object* self, Object* const*) {
    Ref<Tuple> order = TRY(c3_mro(as_type(self)));
    return new_list(order->span());
}

NewRef type_subclasses(Object* self, Object* const*) {
    Ref<List> list = new_list();
    for (Ref<Type>& subclass : live_subclasses(as_type(self))) TRY(list_append(list.get(), subclass.get()));
    return list;
}

NewRef type_prepare(Object*, Object* const*) { return new_dict(); }

NewRef type_instancecheck(Object* self, Object* const* arguments) {
    return new_bool(TRY(real_is_instance(arguments[0], self)));
}

NewRef type_subclasscheck(Object* self, Object* const* arguments) {
    return new_bool(TRY(real_is_subclass(arguments[0], self)));
}

NewRef type_sizeof(Object* self, Object* const*) {
    (void)self;
    return new_int(static_cast<std::int64_t>(sizeof(Type)));
}

NewRef type_dir(Object* self, Object* const*) {
    Ref<Dict> merged = new_dict();
    const Tuple* mro = as_type(self)->mro;
    for (Size i = mro ? mro->size : 0; --i >= 0;) TRY(dict_update(merged.get(), as_type((*mro)[i])->dict));
    return dict_key_list(merged.get());
}

constexpr NativeDef type_methods[] = {
    {"mro", type_mro, "($self, /)", "The classes in which attributes are looked up, in order."},
    {"__subclasses__", type_subclasses, "($self, /)",
     "The classes directly derived from this one that still live."},
    {"__prepare__", type_prepare, "-($type, *args, **kwds)",
     "__prepare__() -> dict\nused for the class statement"},
    {"__instancecheck__", type_instancecheck, "($self, instance, /)", "What isinstance(object, cls) asks."},
    {"__subclasscheck__", type_subclasscheck, "($self, subclass, /)", "What issubclass(class, cls) asks."},
    {"__dir__", type_dir, "($self, /)", "The names that dir() of a class lists."},
    {"__sizeof__", type_sizeof, "($self, /)", "Bytes of memory the class itself takes."},
};

constexpr GetSetDef type_getset[] = {
    {"__name__", get_name, set_name, nullptr},
    {"__qualname__", get_qualname, set_qualname, nullptr},
    {"__bases__", get_bases, set_bases, nullptr},
    {"__module__", get_module, set_module, nullptr},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods, nullptr},
    {"__dict__", get_dict, nullptr, nullptr},
    {"__doc__", get_doc, set_doc, nullptr},
    {"__text_signature__", get_text_signature, nullptr, nullptr},
    {"__annotations__", get_annotations, set_annotations, nullptr},
    {"__flags__", get_flags, nullptr, nullptr},
    {"__dictoffset__", get_dict_offset, nullptr, nullptr},
    {"__weakrefoffset__", get_weakrefs_offset, nullptr, nullptr},
};

// --- the end of a class

int type_traverse(Object* self, Visit visit, void* context) {
    Type* type = as_type(self);
    if (!type->has(type_flag::heap)) return 0;
    for (Object* field : {static_cast<Object*>(type->dict), static_cast<Object*>(type->bases),
                          static_cast<Object*>(type->mro), static_cast<Object*>(type->base)})
        if (field)
            if (int result = visit(field, context)) return result;
    return 0;
}

void type_clear(Object* self) {
    Type* type = as_type(self);
    type_modified(type);
    if (type->dict) dict_clear(type->dict);
    Ref<Tuple> mro = Ref<Tuple>::steal(std::exchange(type->mro, nullptr));
}

void type_dealloc(Object* self) noexcept {
    Type* type = as_type(self);
    untrack(self);
    clear_weak_references(self);
    type_modified(type);
    if (type->bases)
        for (Object* base : type->bases->span()) remove_subclass(as_type(base), type);
    delete type->subclasses;
    for (Object* field :
         {static_cast<Object*>(type->dict), static_cast<Object*>(type->bases), static_cast<Object*>(type->mro),
          static_cast<Object*>(type->base), static_cast<Object*>(type->heap_name),
          static_cast<Object*>(type->qualified_name), static_cast<Object*>(type->slot_names)})
        xdecref(field);
    if (type->shared_keys) {
        for_each_entry(type->shared_keys, [](auto& entry) { decref(entry.key); });
        release_dict_keys(type->shared_keys);
    }
    free_object(self);
}

constexpr MemberDef type_members[] = {
    {"__base__", MemberKind::Object, offsetof(Type, base), true, nullptr},
    {"__mro__", MemberKind::Object, offsetof(Type, mro), true, nullptr},
    {"__basicsize__", MemberKind::Size, offsetof(Type, basic_size), true, nullptr},
    {"__itemsize__", MemberKind::Size, offsetof(Type, item_size), true, nullptr},
};

const TypeSpec type_spec = {
    .name = "type",
    .basic_size = sizeof(Type),
    .flags = type_flag::base_type | type_flag::collected | type_flag::type_subclass,
    .doc =
        "type(object) -> the object's type\n"
        "type(name, bases, dict, **kwds) -> a new type",
    .slots = {.new_ = new_class,
              .init = type_init,
              .dealloc = type_dealloc,
              .traverse = type_traverse,
              .clear = type_clear,
              .repr = type_repr,
              .get_attribute = type_get_attribute,
              .set_attribute = type_set_attribute,
              .vectorcall = type_call,
              .bit_or = type_or},
    .methods = type_methods,
    .getset = type_getset,
    .members = type_members,
    .dict_offset = offsetof(Type, dict),
    .weakrefs_offset = offsetof(Type, weakrefs),
};

}  // namespace

Type type_type(type_spec);

NewRef type_new_wrapper(Object* self, Object* const* arguments) {
    Type* owner = as_type(self);
    Tuple* given = static_cast<Tuple*>(arguments[0]);
    if (given->size < 1)
        return raise(type_error_type, fmt::format("{}.__new__(): not enough arguments", owner->name));
    Object* first = (*given)[0];
    if (!is_instance_of(first, type_type))
        return raise(type_error_type,
                     fmt::format("{}.__new__(X): X is not a type object ({})", owner->name, first->type->name));
    Type* type = as_type(first);
    if (!is_subtype(type, owner))
        return raise(type_error_type, fmt::format("{}.__new__({}): {} is not a subtype of {}", owner->name,
                                                  type->name, type->name, owner->name));
    const Type* native = type;
    while (native->has(type_flag::heap)) native = native->base;
    if (native->slots.new_ != owner->slots.new_ || native->has(type_flag::disallow_new))
        return raise(type_error_type, fmt::format("{}.__new__({}) is not safe, use {}.__new__()", owner->name,
                                                  type->name, native->name));
    Ref<Tuple> rest = new_tuple(given->span().subspan(1));
    return owner->slots.new_(type, rest.get(), static_cast<Dict*>(arguments[1]));
}

namespace {

/// Whether `__new__` or, with object's own `__new__`, `__init__` is Python code.
bool is_made_by_code(const Type* type) noexcept {
    const Slots& slots = type->slots;
    return slots.new_ == dispatch::new_ ||
           (slots.new_ == object_type.slots.new_ && slots.init == dispatch::init);
}

/// Whether `object.__init__` has nothing to object to, whatever the arguments.
bool needs_no_init(const Type* type) noexcept {
    return type->slots.init == object_type.slots.init && type->slots.new_ != object_type.slots.new_;
}

/// Python code gets the arguments as they came. Gain: neither tuple nor dict for named tuples and for instances
/// made with keywords.
NewRef construct_by_code(Type* type, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Ref<Object> object;
    if (type->slots.new_ == dispatch::new_)
        object = TRY(dispatch::new_with(type, arguments, positional, keyword_names));
    else
        object = TRY(type->slots.new_(type, new_tuple({}).get(), nullptr));
    if (!is_instance_of(object.get(), *type)) return object;
    const InitSlot init = object->type->slots.init;
    if (init == dispatch::init) {
        TRY(dispatch::init_with(object.get(), arguments, positional, keyword_names));
    } else if (init && !needs_no_init(object->type)) {
        Ref<Tuple> tuple = new_tuple({arguments, static_cast<std::size_t>(positional)});
        Ref<Dict> keywords = TRY(keywords_as_dict(arguments + positional, keyword_names));
        TRY(init(object.get(), tuple.get(), keywords.get()));
    }
    return object;
}

}  // namespace

NewRef construct_generally(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (Type* type = as_type(callable); is_made_by_code(type)) {
        RecursionGuard guard(" while calling a Python object");
        if (!guard.entered()) return failed;
        return guard_memory([&] { return construct_by_code(type, arguments, positional, keyword_names); });
    }
    Ref<Tuple> tuple = new_tuple({arguments, static_cast<std::size_t>(positional)});
    Ref<Dict> keywords = TRY(keywords_as_dict(arguments + positional, keyword_names));
    RecursionGuard guard(" while calling a Python object");
    if (!guard.entered()) return failed;
    return construct(as_type(callable), tuple.get(), keywords.get());
}

}  // namespace minipy
