// The type `object`: what every object can do.
//
// CPython: Objects/typeobject.c (object_new ... object_methods)
#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/object_reduce.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_dispatch.h"
#include "objects/slot_table.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

bool has_excess(const Tuple* arguments, Dict* keywords_or_null) noexcept {
    return arguments->size || (keywords_or_null && keywords_or_null->used);
}

NewRef object_new(Type* type, Tuple* arguments, Dict* keywords_or_null);
Status object_init(Object* self, Tuple* arguments, Dict* keywords_or_null);

/// "Can't instantiate abstract class X with abstract methods a, b".
Failure abstract_error(Type* type) {
    Ref<Object> names = TRY(get_attribute(type, name<"__abstractmethods__">));
    Ref<List> sorted = new_list();
    TRY(list_extend(sorted.get(), names.get()));
    TRY(list_sort(sorted.get()));
    std::string joined;
    for (Object* item : sorted->span()) {
        if (!is_str(item)) return raise(type_error_type, "sequence item 0: expected str instance");
        joined += fmt::format("{}{}", joined.empty() ? "" : ", ", str_utf8(static_cast<Str*>(item)));
    }
    return raise(type_error_type, fmt::format("Can't instantiate abstract class {} with abstract method{} {}",
                                              short_name(type), sorted->size == 1 ? "" : "s", joined));
}

NewRef object_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if (has_excess(arguments, keywords_or_null)) {
        if (type->slots.new_ != object_new)
            return raise(type_error_type,
                         "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->slots.init == object_init)
            return raise(type_error_type, fmt::format("{}() takes no arguments", short_name(type)));
    }
    if (type->has(type_flag::abstract)) return abstract_error(type);
    return NewRef(allocate_instance(type));
}

Status object_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    if (!has_excess(arguments, keywords_or_null)) return done;
    const Type* type = self->type;
    if (type->slots.init != object_init)
        return raise(type_error_type,
                     "object.__init__() takes exactly one argument (the instance to initialize)");
    if (type->slots.new_ == object_new && !type->has(type_flag::disallow_new))
        return raise(type_error_type,
                     fmt::format("{}.__init__() takes exactly one argument (the instance to initialize)",
                                 short_name(type)));
    return done;
}

void object_dealloc(Object* self) noexcept { free_object(self); }

NewRef object_repr(Object* self) {
    Type* type = self->type;
    Ref<Object> module;
    TRY(find_attribute(type, name<"__module__">, module));
    Ref<Object> qualified = TRY(get_attribute(type, name<"__qualname__">));
    if (module && is_str(module.get()) && !str_equal(static_cast<Str*>(module.get()), "builtins"))
        return str_from_utf8(fmt::format("<{}.{} object at {}>", str_utf8(static_cast<Str*>(module.get())),
                                         str_utf8(static_cast<Str*>(qualified.get())),
                                         static_cast<void*>(self)));
    return str_from_utf8(fmt::format("<{} object at {}>", type->name, static_cast<void*>(self)));
}

/// What `__repr__` returns, whatever it is: `str()` checks it.
NewRef object_str(Object* self) {
    const UnarySlot slot = self->type->slots.repr;
    if (slot) return slot(self);
    return repr(self);
}

/// The address, rotated so that the bits that are always zero come last. _Py_HashPointer.
Result<Hash> object_hash(Object* self) {
    const auto address = reinterpret_cast<std::uintptr_t>(self);
    const auto mixed = static_cast<Hash>((address >> 4) | (address << 60));
    return mixed == -1 ? -2 : mixed;
}

NewRef object_compare(Object* left, Object* right, CompareOp op) {
    if (op == CompareOp::Eq) return left == right ? new_bool(true) : new_ref(&not_implemented);
    if (op != CompareOp::Ne) return new_ref(&not_implemented);
    CompareSlot slot = left->type->slots.compare;
    if (!slot) return new_ref(&not_implemented);
    Ref<Object> equal = TRY(slot(left, right, CompareOp::Eq));
    if (equal.get() == &not_implemented) return equal;
    return new_bool(!TRY(truth(equal.get())));
}

// --- __class__

NewRef get_class(Object* self) { return new_ref(self->type); }

Status set_class(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "can't delete __class__ attribute");
    if (!is_instance_of(value_or_null, type_type))
        return raise(type_error_type, fmt::format("__class__ must be set to a class, not '{}' object",
                                                  value_or_null->type->name));
    TRY(audit("object.__setattr__", self, "__class__", value_or_null));
    auto* new_type = static_cast<Type*>(value_or_null);
    Type* old_type = self->type;
    const bool both_modules = is_subtype(old_type, &module_type) && is_subtype(new_type, &module_type);
    if (!both_modules && (old_type->has(type_flag::immutable) || new_type->has(type_flag::immutable)))
        return raise(type_error_type,
                     "__class__ assignment only supported for mutable types or ModuleType "
                     "subclasses");
    if (!same_layout(old_type, new_type))
        return raise(type_error_type, fmt::format("__class__ assignment: '{}' object layout differs from '{}'",
                                                  new_type->name, old_type->name));
    // The inline values are laid out after the old class's keys.
    if (old_type->has(type_flag::inline_attributes)) materialize_dict(self);
    if (new_type->has(type_flag::heap)) incref(new_type);
    self->type = new_type;
    if (old_type->has(type_flag::heap)) decref(old_type);
    return done;
}

// --- methods

NewRef object_format(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "__format__"));
    if (static_cast<Str*>(arguments[0])->size)
        return raise(type_error_type,
                     fmt::format("unsupported format string passed to {}.__format__", self->type->name));
    return to_str(self);
}

NewRef object_sizeof(Object* self, Object* const*) {
    const Type* type = self->type;
    Size items = type->item_size ? static_cast<VarObject*>(self)->size : 0;
    if (items < 0) items = -items;
    return new_int(static_cast<std::int64_t>(type->basic_size) + items * static_cast<Size>(type->item_size));
}

NewRef object_dir(Object* self, Object* const*) {
    Ref<Object> own, cls;
    TRY(find_attribute(self, name<"__dict__">, own));
    Ref<Dict> merged = own && is_dict(own.get()) ? dict_copy(static_cast<Dict*>(own.get())) : new_dict();
    TRY(find_attribute(self, name<"__class__">, cls));
    if (cls && is_instance_of(cls.get(), type_type)) {
        const Tuple* mro = static_cast<Type*>(cls.get())->mro;
        for (Size i = mro ? mro->size : 0; --i >= 0;)
            TRY(dict_update(merged.get(), static_cast<Type*>((*mro)[i])->dict));
    }
    return dict_key_list(merged.get());
}

NewRef object_init_subclass(Object*, Object* const*) { return new_none(); }
NewRef object_subclasshook(Object*, Object* const*) { return new_ref(&not_implemented); }

constexpr NativeDef object_methods[] = {
    {"__reduce_ex__", object_reduce_ex, "($self, protocol, /)",
     "What pickle and copy need to make the object again."},
    {"__reduce__", object_reduce, "($self, /)", "What pickle and copy need to make the object again."},
    {"__getstate__", object_getstate, "($self, /)", "What pickle and copy need to make the object again."},
    {"__subclasshook__", object_subclasshook, "-($type, *args)",
     "Lets an abstract class say what counts as its subclass: True, False, or NotImplemented to leave it to "
     "the "
     "MRO and the registered classes."},
    {"__init_subclass__", object_init_subclass, "-($type)",
     "Called on the parent with each new subclass and the keywords of its class statement; does nothing here."},
    {"__format__", object_format, "($self, format_spec, /)",
     "The object as format() shows it: str(self), with no specification allowed."},
    {"__sizeof__", object_sizeof, "($self, /)", "Bytes of memory the object itself takes."},
    {"__dir__", object_dir, "($self, /)", "The names that dir() lists."},
};

constexpr GetSetDef object_getset[] = {{"__class__", get_class, set_class, "the object's class"}};

const TypeSpec object_spec = {
    .name = "object",
    .basic_size = sizeof(Object),
    .flags = type_flag::base_type,
    .doc =
        "The class that all others come from. A plain object() takes no arguments and bears no attributes; it "
        "is of "
        "use as a value unlike any other.",
    .slots = {.new_ = object_new,
              .init = object_init,
              .dealloc = object_dealloc,
              .repr = object_repr,
              .str = object_str,
              .hash = object_hash,
              .compare = object_compare,
              .get_attribute = generic_get_attribute,
              .set_attribute = generic_set_attribute},
    .methods = object_methods,
    .getset = object_getset,
    .signature = "()",
};

}  // namespace

Type object_type(object_spec);

}  // namespace minipy
